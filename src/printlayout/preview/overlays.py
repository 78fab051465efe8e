"""What can be laid over a page: grid, baselines, frames, reading order, threads, boxes of the sheet.

A layer is a list of marks; the proof site and the page pictures draw the same ones.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass
from printlayout.model.display import DisplayList
from printlayout.model.layout import Grid
from printlayout.preview.geometry import TextLine, ends, stops_of, threads_of

LAYERS = ("grid", "baseline", "frames", "order", "threads", "boxes")
"""The layers, in the order they are laid over each other."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something drawn over the page: ``kind`` rect (x, y, width, height), line (x1, y1, x2, y2), arrow (likewise) or
    label (x, y). ``tone`` says which of several looks a layer has."""

    kind: str
    points: tuple[Mpt, ...]
    tone: str = ""
    text: str = ""


def _rect(rect: Rect, tone: str = "", text: str = "") -> Mark:
    return Mark("rect", (rect.x, rect.y, rect.width, rect.height), tone, text)


def layers(
    display: DisplayList, lines: Sequence[TextLine], grid: Grid | None, sheet: Rect, safe: Mpt,
    elsewhere: Mapping[str, Sequence[int]],
) -> dict[str, tuple[Mark, ...]]:  # fmt: skip
    """Every layer of a page with its lines of text. ``sheet``: the whole sheet with what is round the page; ``safe``:
    least distance of text to the trim; ``elsewhere``: the folios a story's file is set on, in order."""
    stops = stops_of(display, lines)
    area = Rect(grid.left, grid.top, grid.width, grid.height) if grid else Rect(0, 0, display.width, display.height)
    order: list[Mark] = []
    for at, stop in enumerate(stops, 1):
        (x, y), _ = ends(stop.first)
        if at > 1:
            before = ends(stops[at - 2].last)[1]
            order.append(Mark("arrow", (*before, x, y)))
    order += [Mark("label", ends(stop.first)[0], "", str(at)) for at, stop in enumerate(stops, 1)]
    threads: list[Mark] = []
    for file, held in threads_of(display, stops):
        for one, following in pairwise(held):
            threads.append(Mark("arrow", (*ends(one.last)[1], *ends(following.first)[0])))
        folios = list(elsewhere.get(file, ()))
        here = folios.index(display.number) if display.number in folios else -1
        if here > 0:
            threads.append(Mark("label", ends(held[0].first)[0], "from", f"← {folios[here - 1]:02d}"))
        if 0 <= here < len(folios) - 1:
            threads.append(Mark("label", ends(held[-1].last)[1], "to", f"→ {folios[here + 1]:02d}"))
    trim = Rect(0, 0, display.width, display.height)
    boxes = [_rect(trim.grown(-safe), "safe"), _rect(trim, "trim")] if safe else [_rect(trim, "trim")]
    if display.bleed:
        boxes.insert(0, _rect(trim.grown(display.bleed), "bleed"))
    if display.fold:
        boxes.append(Mark("line", (display.fold, -display.bleed, display.fold, trim.bottom + display.bleed), "fold"))
    if sheet != trim.grown(display.bleed):
        boxes.insert(0, _rect(sheet, "sheet"))
    return {
        "grid": _columns(grid, area),
        "baseline": _baselines(display, area),
        "frames": tuple(_rect(f.rect, f.kind, f.name) for f in display.frames if f.kind != "sheet"),
        "order": tuple(order),
        "threads": tuple(threads),
        "boxes": tuple(boxes),
    }


def _columns(grid: Grid | None, area: Rect) -> tuple[Mark, ...]:
    """The type area and its columns."""
    if grid is None:
        return ()
    columns = (
        _rect(Rect(grid.x(column), grid.top, grid.column, grid.height), "column", str(column))
        for column in range(1, grid.columns + 1)
    )
    return (_rect(area, "area"), *columns)


def _baselines(display: DisplayList, area: Rect) -> tuple[Mark, ...]:
    """The lines text stands on, every fifth one firm."""
    first, leading = display.baseline
    if leading <= 0:
        return ()
    count = max(0, (area.bottom - first) // leading + 1)
    return tuple(
        Mark("line", (area.x, y, area.right, y), "" if number % 5 else "fifth", "" if number % 5 else str(number))
        for number, y in ((n + 1, first + n * leading) for n in range(count))
    )
