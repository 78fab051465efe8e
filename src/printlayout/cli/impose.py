"""``printlayout impose``: the pages of a finished issue as printing pairs."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from printlayout.cli.build import add_edition_option, add_output_options
from printlayout.cli.console import EXIT_INPUT, Console, exit_code

if TYPE_CHECKING:
    from printlayout.base.units import Mpt
    from printlayout.impose.files import PageFiles
    from printlayout.impose.slug import Slugs
    from printlayout.model.issue import Section

SIDES = {"outer": "release.says-outer", "inner": "release.says-inner", "": "release.says-spread"}


def add_parser(subparsers: Any) -> None:
    """Add ``impose`` to the command tree."""
    parser = subparsers.add_parser("impose", help="拼大版 / pages into printing pairs")
    parser.add_argument(
        "issue", type=Path, metavar="ISSUE|OUT", help="本期文件夹，或付印、发版文件夹 / an issue, or a folder of pages"
    )
    parser.add_argument("--to", type=Path, required=True, metavar="FILE", help="写到哪个文件 / the file to write")
    parser.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help="付印文件夹 / press files (out)")
    parser.add_argument(
        "--section", type=_pages, action="append", metavar="1-8", help="一叠的版，可多次 / pages of a section"
    )
    parser.add_argument(
        "--fold", choices=("nested", "stitched", "loose", "spreads"),
        help="nested 套帖（默认）、stitched 骑马订、loose 单张四版、spreads 通版看样 / how sheets are folded",
    )  # fmt: skip
    parser.add_argument(
        "--creep", type=_length, metavar="0.1mm", help="骑马订每张内缩 / stitched: towards the fold, per sheet"
    )
    parser.add_argument("--binding", choices=("left", "right"), help="翻口：left 左、right 右 / where it is bound")
    parser.add_argument(
        "--marks",
        action="store_true",
        help="大版四周加裁切、折叠、套准标记、色标和说明行 / crop, fold, registration marks, colour bar, slug line",
    )
    add_edition_option(parser)
    add_output_options(parser)
    parser.set_defaults(run=run)


def _pages(text: str) -> tuple[int, ...]:
    """``1-8`` or ``9``. :raises ValueError: as argparse wants it."""
    match = re.fullmatch(r"(\d{1,3})(?:-(\d{1,3}))?", text)
    if match is None or int(match[2] or match[1]) < int(match[1]):
        raise ValueError(text)
    return tuple(range(int(match[1]), int(match[2] or match[1]) + 1))


def _length(text: str) -> Mpt:
    from printlayout.base.units import parse_length

    length = parse_length(text)
    if length is None or length.relative or not 0 <= length.mpt() <= 30_000:
        raise ValueError(text)
    return length.mpt()


def run(args: argparse.Namespace) -> int:
    """Read the pages, pair them, write the sheets."""
    from printlayout.base.diagnostics import Collector
    from printlayout.base.files import write_file
    from printlayout.impose.files import of_folder, of_issue, sections_of
    from printlayout.impose.sheets import impose
    from printlayout.spec.issues import FILE, load_issue

    console = Console(args.lang, args.format, args.quiet)
    collector = Collector()
    path: Path = args.issue
    sections: tuple[Section, ...] = ()
    pages = None
    if path.suffix in (".yaml", ".yml") or (path / FILE).exists():
        issue = load_issue(path, collector, None, args.edition)
        if issue is not None and not collector.failed:
            pages, sections = of_issue(issue, args.out), issue.sections
        collector.findings[:] = [f for f in collector.findings if collector.failed]
    else:
        pages = of_folder(path, collector, args.edition)
    if pages is None:
        console.findings(collector.findings)
        return exit_code(collector.findings) or EXIT_INPUT
    chosen = sections_of(pages.files, _asked(args, sections), collector)
    chosen = tuple(_with_options(section, args) for section in chosen)
    made = None
    if not collector.failed:
        root = path if path.is_dir() else path.parent
        slugs = _slugs(root, pages) if args.marks else None
        made = impose(pages.files, chosen, pages.title, pages.day, pages.stem, collector, args.marks, slugs)
    sheets: list[dict[str, Any]] = []
    if made is not None:
        write_file(args.to, made.pdf)
        for pair in made.pairs:
            console.say(SIDES[pair.side], sheet=pair.sheet, pair=pair.label)
            sheets.append({"sheet": pair.sheet, "side": pair.side, "left": pair.left, "right": pair.right})
        console.say("cli.wrote", file=args.to)
    console.findings(collector.findings, pairs=sheets)
    return exit_code(collector.findings)


def _slugs(root: Path, pages: PageFiles) -> Slugs | None:
    """The slug line and the colour bar; without its face the sheets have their marks alone."""
    from printlayout.base.diagnostics import Collector
    from printlayout.impose.slug import SlugMaker
    from printlayout.job import SubsetFonts, open_fonts
    from printlayout.model.style import Face
    from printlayout.pdf.metadata import Meta

    fonts = open_fonts(root.resolve(), Collector())
    face = Face("黑", 400)
    if not fonts.font_file(face.key).path.is_file():
        return None
    return SlugMaker(fonts, SubsetFonts(fonts), face, Meta(pages.title, pages.day, pages.stem))


def _asked(args: argparse.Namespace, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    from printlayout.model.issue import Section

    return tuple(Section("", pages) for pages in args.section) if args.section else sections


def _with_options(section: Section, args: argparse.Namespace) -> Section:
    from printlayout.base.value import replace

    changes: dict[str, Any] = {}
    if args.fold:
        changes["fold"] = args.fold
    if args.creep is not None:
        changes["creep"] = args.creep
    if args.binding:
        changes["right_bound"] = args.binding == "right"
    return replace(section, **changes)
