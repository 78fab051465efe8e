"""``printlayout preflight``: every check there is, of an issue or of a finished PDF."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from printlayout.cli.build import add_edition_option, add_page_option, add_standard_option, wanted_pages
from printlayout.cli.console import EXIT_GOOD, Console, exit_code

FORMS = ("human", "json", "github", "junit", "sarif")


def add_parser(subparsers: Any) -> None:
    """Add ``preflight`` to the command tree."""
    parser = subparsers.add_parser("preflight", help="印前检查：一期报纸或一个 PDF / check an issue or a PDF for print")
    parser.add_argument("target", type=Path, nargs="?", help="PDF、本期文件夹或 issue.yaml / a PDF or an issue")
    parser.add_argument("--profile", default="", metavar="NAME", help="印刷条件 / press profile (the issue's)")
    add_page_option(parser)
    add_edition_option(parser)
    add_standard_option(parser)
    parser.add_argument("--list", action="store_true", help="列出所有检查 / list every check")
    parser.add_argument("--quiet", action="store_true", help="只说错误 / say errors only")
    parser.add_argument("--format", choices=FORMS, default="human", help="结果的形式 / form")
    parser.set_defaults(run=run, usage=parser.error)


def run(args: argparse.Namespace) -> int:
    """Examine and tell."""
    from printlayout.preflight.registry import BY_CODE, CHECKS

    if args.list:
        for check in CHECKS:
            print(f"{check.code:34} {check.on:5} {check.severity.name.lower():8} {' '.join(check.limits)}".rstrip())
        return EXIT_GOOD
    if args.target is None:
        args.usage("TARGET")
    from printlayout.examine import preflight

    console = Console(args.lang, args.format, args.quiet)
    count, findings = preflight(args.target, wanted_pages(args), args.profile, args.standard, args.edition)
    finished = args.target.suffix.lower() == ".pdf"
    checks = [code for code, check in BY_CODE.items() if check.on == "file" or not finished]
    console.findings(findings, checks=checks)
    code = exit_code(findings)
    if not code:
        console.say("cli.checked", count=count)
    return code
