"""A layout's places for ads as rectangles."""

from __future__ import annotations

from printlayout.base.diagnostics import Span
from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.model.layout import AdSlot, Grid
from printlayout.spec.layout_keys import LayoutKeys
from printlayout.spec.positions import furniture_rect
from printlayout.spec.shapes import Reading


def ad_slots(keys: LayoutKeys, grid: Grid, width: Mpt, height: Mpt, at: Reading) -> tuple[AdSlot, ...]:
    """A layout's places for ads. One outside the sheet, or on a place for copy or another ad, is an error."""
    sheet = Rect(0, 0, width, height)
    taken: list[tuple[str, Rect, Span]] = []
    for kind in (keys.slots, keys.picture_slots):
        for name, slot in kind.items():
            if slot.columns[1] <= grid.columns and slot.lines[1] <= grid.lines:
                taken.append((name, grid.rect(*slot.columns, *slot.lines), slot.span))
    made: list[AdSlot] = []
    for name, place in keys.ads.items():
        rect = furniture_rect(place, grid, at)
        if rect is None:
            continue
        if not sheet.contains(rect):
            at.fault("ad.outside", place.span, slot=name)
        for other, area, span in taken:
            if area.overlaps(rect):
                at.fault("spec.overlap", place.span, one=name, other=other, line=span.line)
        taken.append((name, rect, place.span))
        made.append(AdSlot(name, rect, place.accept, place.span))
    return tuple(made)
