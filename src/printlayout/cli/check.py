"""``printlayout check``: everything ``build`` would complain about, and nothing written."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from printlayout.cli.build import add_edition_option, add_output_options, add_page_option, wanted_pages
from printlayout.cli.console import EXIT_INPUT, Console, exit_code


def add_parser(subparsers: Any) -> None:
    """Add ``check`` to the command tree."""
    parser = subparsers.add_parser("check", help="只检查，不输出 / validate, write nothing")
    parser.add_argument("issue", type=Path, help="本期文件夹或 issue.yaml / the issue's folder")
    add_page_option(parser)
    add_edition_option(parser)
    add_output_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read, make up and set every page, and tell what there is to tell."""
    from printlayout.build import check

    console = Console(args.lang, args.format, args.quiet)
    issue, findings = check(args.issue, wanted_pages(args), args.edition)
    console.findings(findings)
    if issue is None:
        return exit_code(findings) or EXIT_INPUT
    code = exit_code(findings)
    if not code:
        console.say("cli.checked", count=len(issue.pages))
    return code
