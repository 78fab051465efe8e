"""``printlayout diff``: what changed between two versions, in words and in pixels; and goldens."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from printlayout.cli.build import add_output_options, add_page_option, executor_for, wanted_pages
from printlayout.cli.console import EXIT_CONTENT, EXIT_GOOD, EXIT_INPUT, Console, exit_code

if TYPE_CHECKING:
    from printlayout.compare.comparison import Comparison, PageDiff

LEAST, MOST = 30, 300
STATES = {
    "changed": "change.says-changed",
    "new": "change.says-new",
    "gone": "change.says-gone",
    "alike": "change.says-alike",
    "same": "change.says-same",
}


def add_parser(subparsers: Any) -> None:
    """Add ``diff`` to the command tree."""
    parser = subparsers.add_parser(
        "diff",
        help="比较两个版本 / compare two versions",
        description="比较两个版本：本期文件夹、输出文件夹、样本或 PDF。相同退出 0，不同退出 1。 / "
        "Compares two versions: issues, output folders, goldens or PDFs. Exits 0 if they are the same, 1 if not.",
    )
    parser.add_argument("old", type=Path, metavar="OLD", help="旧版 / the old version")
    parser.add_argument("new", type=Path, metavar="NEW", help="新版 / the new version")
    parser.add_argument(
        "--out",
        type=Path,
        default=None,
        metavar="DIR",
        help="写出 index.html、diff.json 和叠加图 / write the page, JSON, overlays",
    )
    add_page_option(parser)
    parser.add_argument(
        "--dpi", type=_between(LEAST, MOST), default=96, metavar="N", help=f"分辨率 / resolution, {LEAST}-{MOST} (96)"
    )
    parser.add_argument(
        "--tolerance", type=_between(0, 255), default=12, metavar="N",
        help="像素差在多少级以内不算改动 / tones of 255 a pixel may differ (12)",
    )  # fmt: skip
    parser.add_argument("--accept", action="store_true", help="把新版存为样本 OLD / keep NEW as the golden OLD")
    parser.add_argument("--jobs", type=int, default=0, metavar="N", help="同时做几个版 / pages at a time (cores)")
    add_output_options(parser)
    parser.set_defaults(run=run)


def _between(least: int, most: int) -> Any:
    def number(text: str) -> int:
        value = int(text)
        if not least <= value <= most:
            raise ValueError(text)
        return value

    return number


def run(args: argparse.Namespace) -> int:
    """Compare and tell."""
    from printlayout.base.diagnostics import Collector
    from printlayout.compare.comparison import Look, compare
    from printlayout.compare.golden import may_accept
    from printlayout.compare.record import record
    from printlayout.compare.sides import Side, open_side

    console = Console(args.lang, args.format, args.quiet)
    collector = Collector()
    jobs: int = args.jobs

    def progress(done: int, count: int, stem: str) -> None:
        console.progress("cli.page", done, count, stem=stem)

    def opened(path: Path) -> Side | None:
        # each side by itself: what is wrong with one must not keep the other from being told
        own = Collector()
        side = open_side(path, own, lambda pages: executor_for(jobs, pages), progress, wanted_pages(args))
        collector.extend(own.findings if side is None else [f for f in own.findings if side.missing])
        return side

    fresh = args.accept and may_accept(args.old, collector) and not (args.old / "golden.json").is_file()
    old = Side("golden", str(args.old), ()) if fresh else None if collector.failed else opened(args.old)
    new = None if args.accept and collector.failed else opened(args.new)
    if old is None or new is None:
        console.findings(collector.findings)
        return exit_code(collector.findings) or EXIT_INPUT
    found = compare(old, new, Look(args.dpi, args.tolerance))
    files = _write(found, args.out, args.lang) if args.out else []
    if args.accept:
        return _accept(console, found, args.old, collector)
    if args.format == "json":
        console.findings(collector.findings, **record(found))
    else:
        _tell(console, found)
        for file in files:
            console.say("cli.wrote-proof" if file.suffix == ".html" else "cli.wrote", file=file)
        console.findings(collector.findings)
    return exit_code(collector.findings) or (EXIT_GOOD if found.same else EXIT_CONTENT)


def _write(found: Comparison, out: Path, lang: str) -> list[Path]:
    from printlayout.base.files import write_file
    from printlayout.compare.record import record_bytes
    from printlayout.compare.webpage import site

    files = []
    for page in found.pages:
        if page.pixels.overlay:
            files.append(out / f"{page.name}-diff.png")
            write_file(files[-1], page.pixels.overlay)
    for name, data in (("diff.json", record_bytes(found)), ("index.html", site(found, lang))):
        files.append(out / name)
        write_file(files[-1], data)
    return files


def _accept(console: Console, found: Comparison, folder: Path, collector: Any) -> int:
    from printlayout.compare.golden import accept
    from printlayout.compare.record import record

    written = accept(found.new, folder, collector)
    if console.form == "json":
        console.findings(collector.findings, **record(found), accepted=bool(written))
    else:
        _tell(console, found)
        console.findings(collector.findings)
        if written:
            console.say("change.says-accepted", count=len(found.new.leaves), file=folder)
    return exit_code(collector.findings)


def _tell(console: Console, found: Comparison) -> None:
    from printlayout.compare.webpage import counts

    for page in found.pages:
        _tell_page(console, page)
    for name in found.missing:
        console.say("change.says-missing", name=name)
    console.say("change.says-all", **counts(found))


def _tell_page(console: Console, page: PageDiff) -> None:
    pixels = page.pixels
    places = {"count": len(page.changes), "places": len(pixels.places)}
    console.say(STATES[page.state], name=page.name, **places)
    for change in page.changes:
        place = f"  {change.place}" if change.place else ""
        console.line(f"    {change.said(console.lang)}{place}")
    if page.state == "changed" and not page.changes:
        console.say("change.says-only-pixels", places=len(pixels.places), permille=pixels.permille)
