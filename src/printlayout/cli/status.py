"""``printlayout status``: where every page stands, as a table."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from printlayout.cli.build import add_edition_option, add_standard_option
from printlayout.cli.console import EXIT_GOOD, EXIT_INPUT, Console, exit_code
from printlayout.cli.sign import as_built

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from printlayout.release.status import PageStatus


def add_parser(subparsers: Any) -> None:
    """Add ``status`` to the command tree."""
    parser = subparsers.add_parser("status", help="各版进度 / where every page stands")
    parser.add_argument("issue", type=Path, help="本期文件夹或 issue.yaml / the issue's folder")
    parser.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help="付印文件夹 / press files (out)")
    parser.add_argument("--jobs", type=int, default=0, metavar="N", help="同时做几个版 / pages at a time (cores)")
    add_edition_option(parser)
    add_standard_option(parser)
    parser.add_argument("--format", choices=("human", "json"), default="human", help="结果的形式 / form")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make every page in memory and compare it with what lies there. Exits 0 whatever the state of the pages."""
    from printlayout.base.diagnostics import Collector
    from printlayout.build import build_pages
    from printlayout.cli.build import executor_for
    from printlayout.job import open_fonts
    from printlayout.release.status import status, status_json
    from printlayout.spec.issues import load_issue

    console = Console(args.lang, args.format)
    collector = Collector()
    issue = load_issue(args.issue, collector, None, args.edition)
    if issue is None or collector.failed:
        console.findings(collector.findings)
        return exit_code(collector.findings) or EXIT_INPUT
    issue = as_built(issue, args.standard)
    fonts = open_fonts(Path(issue.root), collector)

    def workers(pages: int) -> Executor | None:
        return executor_for(args.jobs, pages)

    executor = workers(len(issue.pages))
    try:
        pages = list(build_pages(issue, fonts, executor, lambda done, count, stem: None, workers))
    finally:
        if executor is not None:
            executor.shutdown(cancel_futures=True)
    rows = status(issue, args.out, pages, fonts, collector)
    if args.format == "json":
        console.findings(collector.findings, pages=[status_json(row) for row in rows])
    else:
        print(table(rows, args.lang))
        console.findings([f for f in collector.findings if f.code.startswith("release.")])
    return EXIT_GOOD


def table(rows: list[PageStatus], lang: str) -> str:
    """The rows as columns of even width on a terminal."""
    from printlayout.base.messages import say

    cells = [say("release.says-head", lang).split("\t"), *(_cells(row, lang) for row in rows)]
    widths = [max(map(_wide, column)) for column in zip(*cells, strict=True)]
    lines = []
    for line in cells:
        padded = [cell + " " * (width - _wide(cell)) for cell, width in zip(line, widths, strict=True)]
        lines.append("  ".join(padded).rstrip())
    return "\n".join(lines)


BUILT = {"no": "release.says-no", "current": "release.says-built-current", "old": "release.says-built-old"}
SIGNED = {
    "no": "release.says-no",
    "signed": "release.says-sign-signed",
    "changed": "release.says-sign-changed",
    "lost": "release.says-sign-lost",
}
RELEASED = {"no": "release.says-no", "released": "release.says-out-released", "old": "release.says-out-old"}


def _cells(row: PageStatus, lang: str) -> list[str]:
    overset = {"lines": row.overset_lines, "characters": row.overset_characters}
    when = row.signed_at[:16].replace("T", " ")
    return [
        f"{row.folio.said} {row.edition}".strip(),
        row.section,
        _said(BUILT[row.built], lang),
        str(row.errors or "-"),
        str(row.warnings or "-"),
        _said("release.says-overset", lang, **overset) if row.overset_lines else "-",
        _said(SIGNED[row.signed], lang, when=when, by=row.signed_by),
        _said(RELEASED[row.released], lang, file=row.released_as),
    ]


def _said(code: str, lang: str, **args: object) -> str:
    from printlayout.base.messages import say

    return say(code, lang, **args).strip()


def _wide(text: str) -> int:
    """Columns of a terminal a text takes."""
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)
