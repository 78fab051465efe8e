"""``printlayout build``: an issue into press files, a proof and a report."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from printlayout.cli.console import EXIT_INPUT, Console, exit_code

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from printlayout.model.built import Built
    from printlayout.model.issue import Issue


def add_parser(subparsers: Any) -> None:
    """Add ``build`` to the command tree."""
    parser = subparsers.add_parser("build", help="生成付印 PDF / build an issue")
    parser.add_argument("issue", type=Path, help="本期文件夹或 issue.yaml / the issue's folder")
    parser.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help="输出文件夹 / output folder (out)")
    add_page_option(parser)
    add_edition_option(parser)
    parser.add_argument("--jobs", type=int, default=0, metavar="N", help="同时做几个版 / pages at a time (cores)")
    add_standard_option(parser)
    parser.add_argument(
        "--preflight", choices=("quick", "full"), default="quick", help="付印文件的检查 / how far files are checked"
    )
    add_output_options(parser)
    parser.set_defaults(run=run)


def add_page_option(parser: argparse.ArgumentParser) -> None:
    """``--page 1 3 5-8``, as often as wanted."""
    parser.add_argument(
        "--page", type=_folios, nargs="+", action="extend", metavar="NN", help="只做这些版 / only these pages (1 3 5-8)"
    )


def add_edition_option(parser: argparse.ArgumentParser) -> None:
    """``--edition 外埠``, or by its code."""
    parser.add_argument(
        "--edition", default="", metavar="NAME", help="只做这个版本：名称或代码 / only this edition, by name or code"
    )


def add_standard_option(parser: argparse.ArgumentParser) -> None:
    """``--standard X-4`` or ``X-1a``, in place of the press profile's."""
    parser.add_argument(
        "--standard", choices=("X-4", "X-1a"), default="", help="PDF/X 标准 / PDF/X standard (the press profile's)"
    )


def wanted_pages(args: argparse.Namespace) -> set[int] | None:
    """The folios asked for; ``None`` for all."""
    return set().union(*args.page) if args.page else None


def _folios(text: str) -> set[int]:
    """``7``, ``1,3`` or ``5-8``. :raises ValueError: as argparse wants it."""
    found: set[int] = set()
    for part in text.split(","):
        first, dash, last = part.partition("-")
        found.update(range(int(first), int(last if dash else first) + 1))
    return found


def add_output_options(parser: argparse.ArgumentParser) -> None:
    """Options every command that tells findings has."""
    parser.add_argument("--quiet", action="store_true", help="只说错误 / say errors only")
    parser.add_argument("--format", choices=("human", "json", "github"), default="human", help="结果的形式 / form")


def run(args: argparse.Namespace) -> int:
    """Build and tell."""
    from printlayout.build import build
    from printlayout.pdf.metadata import source_date_epoch

    console = Console(args.lang, args.format, args.quiet)
    out: Path = args.out

    def progress(done: int, count: int, stem: str) -> None:
        console.progress("cli.page", done, count, stem=stem)

    epoch = source_date_epoch(os.environ)
    built = build(
        args.issue, out, wanted_pages(args), lambda pages: executor_for(args.jobs, pages), progress,
        args.standard, epoch, args.preflight == "full", args.edition,
    )  # fmt: skip
    if built.issue is None or (not built.pages and built.findings):
        console.findings(built.findings)
        return exit_code(built.findings) or EXIT_INPUT
    _write_report(built, out, args.lang)
    _tell(console, built, out)
    return exit_code(built.findings)


def executor_for(jobs: int, pages: int) -> Executor | None:
    """Worker processes, as many as pages and cores allow; one page never starts any."""
    count = min(jobs or os.cpu_count() or 1, pages)
    if count <= 1:
        return None
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(count)


def _write_report(built: Built, out: Path, lang: str) -> None:
    from printlayout.base.files import write_file
    from printlayout.report import report_bytes

    write_file(out / "report.json", report_bytes(built, out, lang))


def _tell(console: Console, built: Built, out: Path) -> None:
    if console.form == "json":
        from printlayout.report import report

        document = report(built, out, console.lang)
        del document["findings"]  # on the screen places are told from the folder the program was called in
        console.findings(built.findings, **document)
        return
    from printlayout.makeup.advice import remedies

    for page in built.pages:
        for fit in page.copyfit:
            if fit.overset_lines:
                ways = remedies(fit.remedies, console.lang)
                console.say("cli.fit-over", page=page.folio.said, ways=ways, **_numbers(fit))
            else:
                console.say("cli.fit-good", page=page.folio.said, **_numbers(fit))
    if built.issue:
        _tell_editions(console, built, built.issue)
    console.findings(built.findings)
    for file in built.files:
        console.say("cli.wrote-proof" if file.stem.endswith("-proof") else "cli.wrote-press", file=file)


def _tell_editions(console: Console, built: Built, issue: Issue) -> None:
    """Which pages an edition has for itself, and which it shares."""
    for edition in issue.editions[1:] if issue.chosen is None else ():
        own = [page.folio.said for page in built.pages if page.editions == (edition.code,)]
        shared = [page for page in built.pages if edition.code in page.editions and len(page.editions) > 1]
        others = [e.name for e in issue.editions if any(e.code in page.editions for page in shared) and e != edition]
        console.say(
            "cli.edition", edition=edition.name, own="、".join(own) or "—", others="、".join(others) or "—",
            shared="、".join(page.folio.said for page in shared) or "—",
        )  # fmt: skip


def _numbers(fit: Any) -> dict[str, object]:
    return {
        "story": fit.story,
        "slot": fit.slot,
        "lines": fit.lines,
        "free": fit.free,
        "over": fit.overset_lines,
        "characters": fit.overset_characters or fit.characters,
    }
