"""``printlayout sign`` and ``unsign``: who answers for a page, and taking that back."""

from __future__ import annotations

import argparse
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from printlayout.cli.build import add_edition_option, add_output_options, add_standard_option
from printlayout.cli.console import EXIT_INPUT, Console, exit_code

if TYPE_CHECKING:
    from printlayout.model.built import BuiltPage
    from printlayout.model.issue import Issue, Page
    from printlayout.release.sign import Desk


def add_parser(subparsers: Any) -> None:
    """Add ``sign`` and ``unsign`` to the command tree."""
    parser = subparsers.add_parser("sign", help="签版 / sign pages off")
    add_page_arguments(parser, needed=True)
    parser.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help="付印文件夹 / press files (out)")
    add_by_option(parser)
    add_edition_option(parser)
    add_standard_option(parser)
    add_output_options(parser)
    parser.set_defaults(run=run_sign)
    parser = subparsers.add_parser("unsign", help="撤签 / take a signature back")
    add_page_arguments(parser, needed=True)
    parser.add_argument("--reason", required=True, metavar="TEXT", help="理由，留在记录里 / why; it is kept")
    add_by_option(parser)
    parser.add_argument(
        "--edition", metavar="CODE", help="哪个版本的，写代码；不写则各版本的都撤 / of which edition, by code"
    )
    add_output_options(parser)
    parser.set_defaults(run=run_unsign)


def add_page_arguments(parser: argparse.ArgumentParser, *, needed: bool) -> None:
    """The issue, and the pages meant."""
    parser.add_argument("issue", type=Path, help="本期文件夹或 issue.yaml / the issue's folder")
    parser.add_argument(
        "--page", type=int, nargs="+", action="extend", required=needed, metavar="NN", help="哪些版 / which pages"
    )


def add_by_option(parser: argparse.ArgumentParser) -> None:
    """``--by``."""
    parser.add_argument("--by", metavar="NAME", help="姓名；不写则为登录名 / who (the login name)")


def desk(by: str | None) -> Desk:
    """Who works here, and the time of the desk: the one place where the clock is read, for the record only.
    ``PRINTLAYOUT_CLOCK``, seconds since 1970, stands in for it.
    """
    from printlayout.release.sign import Desk

    epoch = os.environ.get("PRINTLAYOUT_CLOCK", "").strip()
    given = int(epoch) if epoch.isascii() and epoch.isdigit() else None
    at = datetime.now().astimezone() if given is None else datetime.fromtimestamp(given, UTC)
    return Desk(by if by is not None else _login(), at)


def as_built(issue: Issue, standard: str) -> Issue:
    """The issue as ``build`` takes it: with the standard chosen there and the environment's time."""
    from printlayout.base.value import replace
    from printlayout.pdf.metadata import source_date_epoch

    press = replace(issue.press, standard=standard or issue.press.standard)
    return replace(issue, epoch=source_date_epoch(os.environ), press=press)


def _login() -> str:
    from getpass import getuser

    try:
        return getuser()
    except (OSError, KeyError, ImportError):
        return ""


def run_sign(args: argparse.Namespace) -> int:
    """Make the pages once more in memory, examine them in full, compare them with the press files; then the record."""
    from printlayout.base.diagnostics import Collector
    from printlayout.job import examined, make_page, open_fonts
    from printlayout.release.sign import sign
    from printlayout.spec.issues import load_issue

    console = Console(args.lang, args.format, args.quiet)
    collector = Collector()
    issue = load_issue(args.issue, collector, set(args.page), args.edition)
    if issue is None or collector.failed:
        console.findings(collector.findings)
        return exit_code(collector.findings) or EXIT_INPUT
    issue = as_built(issue, args.standard)
    fonts = open_fonts(Path(issue.root), collector)

    def make(issue: Issue, page: Page) -> BuiltPage:
        return examined(issue, make_page(issue, page, fonts))

    made = sign(issue, args.out, desk(args.by), make, fonts, collector)
    signed = [{"page": e.page, "file": e.file, "sha256": e.sha256, "at": e.at, "by": e.by} for e in made]
    for event in made:
        console.say("release.says-signed", page=event.folio.said, file=event.file)
    console.findings(collector.findings, signed=signed)
    return exit_code(collector.findings)


def run_unsign(args: argparse.Namespace) -> int:
    """Take signatures back. The issue itself is not read: it may be faulty just now."""
    from printlayout.base.diagnostics import Collector
    from printlayout.release.sign import unsign

    console = Console(args.lang, args.format, args.quiet)
    collector = Collector()
    file: Path = args.issue
    root = file.parent if file.suffix in (".yaml", ".yml") else file
    made = unsign(root.resolve(), args.page, desk(args.by), args.reason, collector, args.edition)
    for event in made:
        console.say("release.says-unsigned", page=event.folio.said, reason=event.reason)
    unsigned = [{"page": e.page, "file": e.file, "at": e.at, "by": e.by, "reason": e.reason} for e in made]
    console.findings(collector.findings, unsigned=unsigned)
    return exit_code(collector.findings)
