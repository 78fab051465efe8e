"""An issue as data for the proof site: its pages, flat plan, findings with their places, and the source files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from printlayout.base.diagnostics import Finding, Span
from printlayout.base.geometry import Rect
from printlayout.base.value import dataclass, field
from printlayout.model.built import BuiltPage
from printlayout.model.issue import Issue, Page
from printlayout.preview.flatplan import openings
from printlayout.preview.geometry import TextLine, lines_of, stops_of, threads_of
from printlayout.preview.overlays import LAYERS, layers
from printlayout.preview.page import numbers, page_data
from printlayout.preview.places import place_of
from printlayout.report import copyfit_json, finding_json, placed

if TYPE_CHECKING:
    from printlayout.preview.pictures import Picture

SOURCE_LIMIT = 200_000
"""Source files of more bytes are not shown in the site."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A page's pictures, packed; ``measures`` what its plates hold, ``faults`` what is to tell of them."""

    page: bytes = b""
    size: tuple[int, int] = (0, 0)
    sheet: Rect = Rect(0, 0, 0, 0)
    file: bytes = b""
    thumb: Picture | None = None
    plates: Mapping[str, bytes | None] = field(default_factory=dict)
    plate_size: tuple[int, int] = (0, 0)
    heat: bytes | None = None
    measures: Mapping[str, Any] = field(default_factory=dict)
    spots: Mapping[str, Sequence[int]] = field(default_factory=dict)
    faults: tuple[Finding, ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """Which pictures there are: page, thumb, heat, and its plates that are not bare by their place."""
        plates = [f"plate-{place}" for place, plate in enumerate(self.plates.values()) if plate]
        return (*(("page", "thumb") if self.page else ()), *(("heat",) if self.heat else ()), *plates)


def elsewhere(built: Iterable[BuiltPage], lines: Mapping[str, Sequence[TextLine]]) -> dict[str, list[int]]:
    """The folios every story is set on, by its file, in the order of pages. ``lines`` by the page's stem."""
    found: dict[str, list[int]] = {}
    for page in built:
        if page.display is not None:
            for file, _ in threads_of(page.display, stops_of(page.display, lines[page.stem])):
                found.setdefault(file, []).append(page.number)
    return {file: folios for file, folios in found.items() if len(folios) > 1}


def openings_of(issue: Issue, built: Sequence[BuiltPage]) -> list[list[int]]:
    """The pages that lie open together, by index."""
    sections = issue.sections
    return openings(
        [page.folio.numbers for page in built],
        [section.pages for section in sections],
        any(section.right_bound for section in sections),
    )


def _placed_apart(seen: Seen) -> set[Span]:
    """The entries that place PDFs of which something is on no plate, or estimated."""
    return {finding.span for finding in seen.faults if finding.code.startswith("pdf.placed-")}


def issue_data(
    issue: Issue, built: Sequence[BuiltPage], drawn: Sequence[Seen], findings: Sequence[Finding], dpi: int
) -> dict[str, Any]:
    """Everything the site knows of an issue, as plain values; files are told from the issue's folder."""
    root = Path(issue.root)
    told = Names(root)
    lines = {page.stem: lines_of(page.display) for page in built if page.display is not None}
    where = elsewhere(built, lines)
    pages = {issue.file_stem(page): page for page in issue.pages}
    about = []
    for at, (page, seen) in enumerate(zip(built, drawn, strict=True)):
        images = {name: f"{at}-{name}" for name in seen.parts}
        about.append(page_entry(issue, pages[page.stem], page, seen, lines.get(page.stem, ()), where, told, images))
    pairs = list(zip(built, drawn, strict=True))
    told_of = [next((at for at, pair in enumerate(pairs) if _told_of(finding, *pair)), -1) for finding in findings]
    shown = [
        finding_entry(finding, root, at, built[at] if at >= 0 else None)
        for at, finding in zip(told_of, findings, strict=True)
    ]
    return {
        **issue_facts(issue, dpi),
        "openings": openings_of(issue, built),
        "paper_table": "paper" if issue.press.icc and any(seen.plates for seen in drawn) else "",
        "pages": about,
        "findings": shown,
        "files": told.texts(finding["file"] for finding in shown),
    }


def issue_facts(issue: Issue, dpi: int) -> dict[str, Any]:
    """What the site knows of an issue beside its pages."""
    return {
        "title": f"{issue.paper} {issue.date:%Y-%m-%d}",
        "paper": issue.paper,
        "date": f"{issue.date:%Y-%m-%d}",
        "edition": issue.edition,
        "press": issue.press.name,
        "condition": issue.press.info or issue.press.condition,
        "dpi": dpi,
        "limit": issue.press.coverage_limit,
        "process": ["Cyan", "Magenta", "Yellow", "Black"],
        "layers": list(LAYERS),
    }


def page_entry(
    issue: Issue,
    own: Page,
    page: BuiltPage,
    seen: Seen,
    lines: Sequence[TextLine],
    where: Mapping[str, Sequence[int]],
    told: Names,
    images: Mapping[str, str],
) -> dict[str, Any]:
    """Everything the site knows of a page. ``where``: the folios of stories that stand on several pages; ``images``:
    the names its pictures go by (:attr:`Seen.parts`)."""
    data: dict[str, Any] = {"stem": page.stem, "folio": page.folio.said, "sound": page.sound}
    if page.display is not None:
        overlays = layers(page.display, lines, own.layout.grid, seen.sheet, issue.press.safe, where)
        data |= page_data(page.display, lines, own, seen.sheet, overlays, _placed_apart(seen))
        data["sources"] = [[told(file), line, column] for file, line, column in data["sources"]]
    return data | {
        "section": own.section,
        "layout": own.layout.name,
        "copyfit": [copyfit_json(fit, "zh") | {"en": copyfit_json(fit, "en")} for fit in page.copyfit],
        "size": seen.size,
        "plate_size": seen.plate_size,
        "image": images.get("page", ""),
        "thumb": images.get("thumb", ""),
        "heat": images.get("heat", ""),
        "plates": [
            [name, images.get(f"plate-{place}", ""), *seen.spots.get(name, ())]
            for place, name in enumerate(seen.plates)
        ],
        "measures": dict(seen.measures),
    }


def _told_of(finding: Finding, page: BuiltPage, seen: Seen) -> bool:
    return page.display is not None and finding in (*page.findings, *seen.faults)


def finding_entry(finding: Finding, root: Path, at: int, page: BuiltPage | None) -> dict[str, Any]:
    """A finding in both languages, with the page it was told of (by index, -1: none) and its place there."""
    zh, en = (finding_json(placed(finding, root), lang) for lang in ("zh", "en"))
    rect = place_of(finding, page.display, page.copyfit) if page is not None and page.display is not None else None
    return {
        **zh,
        "message": {"zh": zh["message"], "en": en["message"]},
        "hint": {"zh": zh["hint"], "en": en["hint"]},
        "page": at,
        "rect": numbers(rect) if rect else None,
    }


class Names:
    """Names of files as the site tells them, and the texts of those it can show."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._told: dict[str, str] = {}

    def __call__(self, file: str) -> str:
        """A file's name, from the issue's folder."""
        if file not in self._told:
            path = Path(file).resolve()
            inside = path.is_relative_to(self._root)
            short = path.relative_to(self._root) if inside else Path(*path.parts[-2:])
            self._told[file] = short.as_posix() if file else ""
        return self._told[file]

    def texts(self, more: Iterable[str]) -> dict[str, str]:
        """The text of every file named so far, and of further ones of the issue's folder, by the name told."""
        named = {told: Path(file) for file, told in self._told.items() if file}
        named |= {told: self._root / told for told in more if told and told not in named}
        texts = {}
        for told, path in sorted(named.items()):
            try:
                if path.stat().st_size <= SOURCE_LIMIT:
                    texts[told] = path.read_text(encoding="utf-8-sig")
            except (OSError, UnicodeDecodeError):
                continue  # a picture, or gone since
        return texts
