"""The two sides of a comparison: an issue (built in memory), a folder of finished pages, a golden, a PDF."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from printlayout.base.diagnostics import Collector, Fault, Span
from printlayout.base.value import dataclass
from printlayout.build import ExecutorFor, Progress, build_pages
from printlayout.compare.facts import Facts, facts_from, facts_of, printed_facts
from printlayout.job import SubsetFonts, open_fonts, page_meta
from printlayout.model.built import BuiltPage
from printlayout.model.issue import Issue, Page
from printlayout.pdf.standard import sheet, target, unclaimed
from printlayout.pdf.writer import write
from printlayout.preview.printed import Unreadable, page_count
from printlayout.spec.issues import load_issue

RECORD = "golden.json"
"""The facts of a golden's pages, beside their files."""
FORMAT = 1
_DATE = re.compile(r"-\d{8}(?=-)")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of a side. ``key`` finds its partner, ``name`` says it; ``index`` is its place in the file ``pdf``.
    ``facts``: what is known of it beside its file; ``sound``: whether it has no error."""

    key: str
    name: str
    pdf: bytes
    index: int = 0
    facts: Facts | None = None
    sound: bool = True

    def read(self) -> Facts:
        """What its file alone says."""
        return printed_facts(self.pdf, self.index)


@dataclass(frozen=True, slots=True)
class Side:
    """All pages of a side. ``kind``: issue, folder, golden or file; ``name`` as the user wrote it; ``missing``: names
    of pages that could not be made at all."""

    kind: str
    name: str
    leaves: tuple[Leaf, ...]
    missing: tuple[str, ...] = ()


def key_of(stem: str) -> str:
    """What a page is found by: its name without the date, so that it is the same page tomorrow."""
    return _DATE.sub("", stem, count=1)


def open_side(
    path: Path,
    collector: Collector,
    executor_for: ExecutorFor = lambda pages: None,
    progress: Progress = lambda done, count, stem: None,
    pages: set[int] | None = None,
) -> Side | None:
    """Open a side; whatever is wrong with it is told, and ``None`` returned if there is nothing to compare."""
    if path.is_dir() and not (path / "issue.yaml").exists():
        return _folder(path, collector)
    if path.suffix.lower() == ".pdf":
        return _file(path, collector)
    return _issue(path, collector, executor_for, progress, pages)


def _issue(
    path: Path, collector: Collector, executor_for: ExecutorFor, progress: Progress, pages: set[int] | None
) -> Side | None:
    issue = load_issue(path, collector, pages)
    if issue is None or collector.failed:
        return None
    fonts = open_fonts(Path(issue.root), collector)
    executor = executor_for(len(issue.pages))
    own = {issue.file_stem(page): page for page in issue.pages}
    leaves, missing = [], []
    try:
        for page in build_pages(issue, fonts, executor, progress, executor_for):
            try:
                leaf = _leaf(issue, own[page.stem], page, SubsetFonts(fonts))
            except Fault as fault:
                collector.add(fault.finding)
                leaf = None
            if leaf is None:
                collector.extend(page.findings)
                missing.append(page.stem)
            else:
                leaves.append(leaf)
    finally:
        if executor is not None:
            executor.shutdown(cancel_futures=True)
    return Side("issue", str(path), tuple(leaves), tuple(missing))


def _leaf(issue: Issue, own: Page, page: BuiltPage, fonts: SubsetFonts) -> Leaf | None:
    """A page that was built; one with errors is compared too, as a file that claims nothing."""
    display = page.display
    if display is None:
        return None
    pdf = page.pdf
    if not pdf:
        claim, _ = target(issue.press)
        pdf = write([display], fonts, page_meta(issue, display), unclaimed(claim))
    facts = facts_of(display, own, sheet(display), Path(issue.root))
    return Leaf(key_of(page.stem), page.stem, pdf, 0, facts, page.sound)


def _folder(path: Path, collector: Collector) -> Side | None:
    record = _record(path, collector)
    leaves: list[Leaf] = []
    for file in sorted(path.glob("*.pdf")):
        if file.stem.endswith("-proof"):
            continue  # all pages once more
        data = _read(file, collector)
        if data is None:
            continue
        facts = record(file.stem)
        leaves += [
            Leaf(key_of(file.stem) + (f"#{at + 1}" if at else ""), file.stem, data, at, facts if not at else None)
            for at in range(page_count(data))
        ]
    if collector.failed:
        return None
    if not leaves and not (path / RECORD).exists():
        collector.error("change.nothing", Span(str(path)), file=str(path))
        return None
    return Side("golden" if (path / RECORD).exists() else "folder", str(path), tuple(leaves))


def _file(path: Path, collector: Collector) -> Side | None:
    data = _read(path, collector)
    if data is None:
        return None
    count = page_count(data)
    return Side("file", str(path), tuple(Leaf(str(at + 1), f"{path.stem} p{at + 1}", data, at) for at in range(count)))


def _read(path: Path, collector: Collector) -> bytes | None:
    try:
        data = path.read_bytes()
        page_count(data)
    except OSError as error:
        collector.error("change.unreadable", Span(str(path)), file=str(path), reason=error.strerror or error)
    except Unreadable as error:
        collector.error("change.unreadable", Span(str(path)), file=str(path), reason=error)
    else:
        return data
    return None


def _record(path: Path, collector: Collector) -> Callable[[str], Facts | None]:
    """What a golden folder's record tells of a page by its file name; of a folder without one, nothing."""
    file = path / RECORD
    if not file.exists():
        return lambda stem: None
    try:
        kept: Any = json.loads(file.read_bytes())
        if kept["format"] != FORMAT:
            raise ValueError(f"format {kept['format']}")
        known = {stem: facts_from(facts) if facts else None for stem, facts in kept["pages"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        collector.error("change.record", Span(str(file)), file=str(file), reason=error)
        return lambda stem: None
    return known.get
