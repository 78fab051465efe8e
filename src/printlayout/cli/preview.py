"""``printlayout preview``: an issue as pictures and as one page for the browser."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from printlayout.cli.build import add_output_options, add_page_option, executor_for, wanted_pages
from printlayout.cli.console import EXIT_INPUT, Console, exit_code

if TYPE_CHECKING:
    from printlayout.base.geometry import Rect

LEAST, MOST = 30, 400
DPI = 96
"""A page at its own size then shows its own pixels."""
OVERLAYS = ("grid", "baseline", "frames", "order", "threads", "boxes", "findings")


def add_parser(subparsers: Any) -> None:
    """Add ``preview`` to the command tree."""
    parser = subparsers.add_parser("preview", help="样张：图片和网页 / proof: page pictures and a site")
    parser.add_argument("issue", type=Path, help="本期文件夹或 issue.yaml / the issue's folder")
    parser.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help="输出文件夹 / output folder (out)")
    add_page_option(parser)
    parser.add_argument(
        "--dpi", type=resolution, default=DPI, metavar="N", help=f"分辨率 / resolution, {LEAST}-{MOST} ({DPI})"
    )
    parser.add_argument(
        "--overlay", nargs="+", action="extend", default=[], choices=(*OVERLAYS, "all"), metavar="LAYER",
        help=f"画进图片的层 / layers drawn into the pictures ({' '.join(OVERLAYS)} all)",
    )  # fmt: skip
    parser.add_argument(
        "--crop", type=_crop, metavar="AREA",
        help="图片的范围：trim、bleed 或 x,y,宽,高 / part of the page on the pictures (20mm,30mm,80mm,60mm)",
    )  # fmt: skip
    parser.add_argument("--no-plates", action="store_true", help="不做分色 / without plates and soft proof")
    parser.add_argument("--jobs", type=int, default=0, metavar="N", help="同时做几个版 / pages at a time (cores)")
    parser.add_argument(
        "--summary", type=Path, metavar="FILE", help="写一页 Markdown 摘要 / a summary in Markdown, for CI"
    )
    parser.add_argument(
        "--pictures-at", default="", metavar="URL", help="摘要里图片的网址 / where the summary finds the pictures"
    )
    add_output_options(parser)
    parser.set_defaults(run=run)


def resolution(text: str) -> int:
    """A resolution. :raises ValueError: as argparse wants it."""
    value = int(text)
    if not LEAST <= value <= MOST:
        raise ValueError(text)
    return value


def _crop(text: str) -> Rect | str:
    """``trim``, ``bleed`` or x, y, width, height. :raises ValueError: as argparse wants it."""
    from printlayout.base.geometry import Rect
    from printlayout.base.units import parse_length

    if text in ("trim", "bleed"):
        return text
    lengths = [parse_length(part) for part in text.split(",")]
    if len(lengths) != 4 or any(length is None or length.relative for length in lengths):
        raise ValueError(text)
    x, y, width, height = (length.mpt() for length in lengths if length)
    if width <= 0 or height <= 0:
        raise ValueError(text)
    return Rect(x, y, width, height)


def run(args: argparse.Namespace) -> int:
    """Make the proof and tell."""
    from printlayout.proofs import Wish, proof

    console = Console(args.lang, args.format, args.quiet)
    overlays = OVERLAYS if "all" in args.overlay else tuple(args.overlay)
    wish = Wish(args.dpi, overlays, args.crop, not args.no_plates)

    def progress(done: int, count: int, stem: str) -> None:
        console.progress("cli.page", done, count, stem=stem)

    jobs: int = args.jobs
    made = proof(
        args.issue, args.out, wanted_pages(args), wish, args.lang, lambda pages: executor_for(jobs, pages), progress
    )
    if args.summary and made.about:
        from printlayout.base.files import write_file
        from printlayout.preview.summary import summary

        write_file(args.summary, summary(made.about, args.lang, args.pictures_at).encode())
    console.findings(made.findings, files=[file.name for file in made.files])
    for file in made.files:
        code = "cli.wrote-proof" if file.suffix == ".html" else "cli.wrote"
        console.say(code, file=file)
    return exit_code(made.findings) or (0 if made.files else EXIT_INPUT)
