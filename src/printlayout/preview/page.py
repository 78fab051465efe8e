"""A page as data: everything a page view draws and tells, as plain values with lengths in milli-points.

The proof site is made of these; a live preview may send the same, one page at a time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from printlayout.base.diagnostics import Span
from printlayout.base.geometry import Rect
from printlayout.base.units import HAO
from printlayout.model.display import DisplayList, Glyphs
from printlayout.model.ink import Ink
from printlayout.model.issue import Page
from printlayout.model.layout import Slot
from printlayout.model.style import Style
from printlayout.preview.geometry import TextLine, said_before
from printlayout.preview.overlays import Mark

_NAMES = {size: name for name, size in HAO.items()}


def numbers(rect: Rect) -> list[int]:
    """A rectangle as x, y, width, height."""
    return [rect.x, rect.y, rect.width, rect.height]


def page_data(
    display: DisplayList,
    lines: Sequence[TextLine],
    page: Page | None,
    sheet: Rect,
    overlays: Mapping[str, Sequence[Mark]],
    apart: Collection[Span] = (),
) -> dict[str, Any]:
    """A page as data. ``sources`` are file, line, column; ``lines`` x, y, width, height, text, source, look, group,
    frame (by index), characters of its source before it; ``looks`` the type a line begins with and its style."""
    looks: dict[tuple[Any, ...], int] = {}
    described: list[dict[str, Any]] = []
    rows = []
    before = said_before(display)
    for line in lines:
        run = line.runs[0]
        styles = tuple(style_names(display, page, line))
        key = (run.face, run.size, run.ink, styles)
        if key not in looks:
            looks[key] = len(described)
            described.append(
                {
                    "face": run.face,
                    "size": run.size,
                    "hao": _NAMES.get(run.size, ""),
                    "ink": said_ink(run.ink),
                    "style": " / ".join(styles),
                }
            )
        ahead = before.get(id(run), 0)
        rows.append([*numbers(line.rect), line.text, line.src, looks[key], line.group, line.frame, ahead])
    return {
        "stem": display.stem,
        "title": display.title,
        "width": display.width,
        "height": display.height,
        "sheet": numbers(sheet),
        "baseline": list(display.baseline),
        "grid": _grid(page),
        "layers": {name: [_mark(mark) for mark in marks] for name, marks in overlays.items()},
        "frames": [[frame.kind, frame.name, *numbers(frame.rect)] for frame in display.frames],
        "groups": [[group.kind, group.name] for group in display.groups],
        "lines": rows,
        "looks": described,
        "sources": [[span.file, span.line, span.column] for span in display.sources],
        "unseparated": [numbers(rect) for rect in _unseparated(display, apart)],
    }


def _grid(page: Page | None) -> dict[str, Any]:
    """The columns' left edges and their width, the first line's top, how many lines and how far apart."""
    if page is None:
        return {}
    grid = page.layout.grid
    columns = [grid.x(column) for column in range(1, grid.columns + 1)]
    return {
        "columns": columns, "column": grid.column, "top": grid.top, "lines": grid.lines, "leading": grid.leading,
        "em": grid.em,
    }  # fmt: skip


def _mark(mark: Mark) -> list[Any]:
    return [mark.kind, mark.tone, mark.text, *mark.points]


def _unseparated(display: DisplayList, apart: Collection[Span]) -> Iterator[Rect]:
    """Pages of other PDFs of which something is on no plate, or estimated; ``apart``: the entries that place them."""
    for group in display.groups:
        for item in group.items:
            clip = getattr(item, "clip", None)
            if hasattr(item, "box") and isinstance(clip, Rect) and display.sources[item.src] in apart:
                yield clip


def said_ink(ink: Ink) -> str:
    """An ink as a press room says it: its plates with per cents."""
    if ink.spot and ink.spot != "All":
        return f"{ink.spot} {ink.amount / 10:g}"
    parts = zip("CMYK", (ink.cyan, ink.magenta, ink.yellow, ink.black), strict=True)
    return " ".join(f"{plate}{part / 10:g}" for plate, part in parts if part) or "C0 M0 Y0 K0"


def style_names(display: DisplayList, page: Page | None, line: TextLine) -> Iterator[str]:
    """The styles of the layout a line may have been set in: those of its slot, or the furniture's from the same place,
    that have its face and size; the part of the story and the style's own name."""
    if page is None:
        return
    run = line.runs[0]
    slot = page.layout.slot(display.groups[line.group].name)
    if slot is None:
        span = display.sources[line.src] if 0 <= line.src < len(display.sources) else None
        for thing in page.layout.furniture:
            if thing.style and span and thing.span == span and _suits(thing.style, run):
                yield thing.style.name or "furniture"
        return
    kind = display.frames[line.frame].kind if line.frame >= 0 else ""
    seen = set()
    for part, style in _parts(slot):
        if style and _suits(style, run) and (part in _WITHIN.get(kind, (part,))):
            name = f"{part}: {style.name}" if style.name and style.name != part else part
            if name not in seen:
                seen.add(name)
                yield name


_WITHIN = {
    "head": ("kicker", "headline", "deck", "byline"),
    "column": ("body", "subhead"),
    "caption": ("caption", "credit"),
}
"""The parts of a story that stand in each kind of frame."""


def _parts(slot: Slot) -> Iterator[tuple[str, Style | None]]:
    for part in _WITHIN["head"]:
        yield part, getattr(slot.head, part)
    for part in ("body", "subhead", "caption", "credit"):
        yield part, getattr(slot, part)


def _suits(style: Style, run: Glyphs) -> bool:
    faces = {face.key for face in (style.face, style.latin, style.emphasis, style.lead_in) if face}
    bold = f"{style.face.family}-700"
    return run.size in (style.size, *style.sizes) and (run.face in faces or run.face == bold)
