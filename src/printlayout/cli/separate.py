"""``printlayout separate``: the plates of an issue's pages as pictures, how much they cover, a soft proof."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from printlayout.base.diagnostics import Finding, Severity, Span
from printlayout.cli.build import add_edition_option, add_output_options, add_page_option, wanted_pages
from printlayout.cli.console import EXIT_INPUT, Console, exit_code

LEAST, MOST = 20, 600


def add_parser(subparsers: Any) -> None:
    """Add ``separate`` to the command tree."""
    parser = subparsers.add_parser("separate", help="分色预览和墨量 / plates as pictures, ink coverage, soft proof")
    parser.add_argument("issue", type=Path, help="本期文件夹或 issue.yaml / the issue's folder")
    parser.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help="输出文件夹 / output folder (out)")
    parser.add_argument("--dpi", type=_dpi, default=100, metavar="N", help=f"分辨率 / resolution, {LEAST}-{MOST} (100)")
    add_page_option(parser)
    add_edition_option(parser)
    add_output_options(parser)
    parser.set_defaults(run=run)


def _dpi(text: str) -> int:
    """A resolution. :raises ValueError: as argparse wants it."""
    value = int(text)
    if not LEAST <= value <= MOST:
        raise ValueError(text)
    return value


def run(args: argparse.Namespace) -> int:
    """Separate and tell."""
    from printlayout.separations import separate_issue

    console = Console(args.lang, args.format, args.quiet)
    if args.issue.suffix.lower() == ".pdf":
        wrong = Finding("pdf.separate-pdf", Severity.ERROR, Span(str(args.issue)), {"file": args.issue.name})
        console.findings([wrong])
        return exit_code([wrong])

    def progress(done: int, count: int, stem: str) -> None:
        console.progress("cli.page", done, count, stem=stem)

    reports, files, findings = separate_issue(
        args.issue, args.out, wanted_pages(args), args.dpi, progress, args.edition
    )
    for report in reports:
        plates = report["plates"]
        assert isinstance(plates, dict)
        shares = "  ".join(f"{name} {share:.2f} %" for name, share in plates.items())
        console.say("pdf.says-plates", page=report["page"], shares=shares, most=report["most"], limit=report["limit"])
    console.findings(findings, pages=reports, files=[file.name for file in files])
    for file in files:
        console.say("cli.wrote", file=file)
    return exit_code(findings) or (0 if reports else EXIT_INPUT)
