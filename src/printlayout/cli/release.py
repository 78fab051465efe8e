"""``printlayout release``: signed press files out of the house."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from printlayout.cli.build import add_edition_option, add_output_options
from printlayout.cli.console import EXIT_INPUT, Console, exit_code
from printlayout.cli.sign import add_by_option, add_page_arguments, desk


def add_parser(subparsers: Any) -> None:
    """Add ``release`` to the command tree."""
    parser = subparsers.add_parser("release", help="发版：只发签过的版 / deliver signed pages")
    add_page_arguments(parser, needed=False)
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="送到哪个文件夹 / where to")
    parser.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help="付印文件夹 / press files (out)")
    add_by_option(parser)
    add_edition_option(parser)
    add_output_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Deliver all pages meant, or none."""
    from printlayout.base.diagnostics import Collector
    from printlayout.release.deliver import release
    from printlayout.spec.issues import load_issue

    console = Console(args.lang, args.format, args.quiet)
    collector = Collector()
    issue = load_issue(args.issue, collector, set(args.page) if args.page else None, args.edition)
    if issue is None or collector.failed:
        console.findings(collector.findings)
        return exit_code(collector.findings) or EXIT_INPUT
    sent, _ = release(issue, args.out, args.to, desk(args.by), collector, whole=not args.page)
    for one in sent:
        code = "release.says-sent" if one.fresh else "release.says-there"
        console.say(code, page=one.page.folio.said, file=args.to / one.name)
    files = [{"page": one.page.number, "file": one.name, "sha256": one.signing.sha256} for one in sent]
    console.findings(collector.findings, released=files)
    return exit_code(collector.findings)
