"""Puts lines, rules and pictures at their places: the only maker of display list items."""

from __future__ import annotations

from dataclasses import dataclass, field

from printlayout.base.diagnostics import Span
from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.model.display import Fill, Glyphs, Item, Line
from printlayout.model.galley import SetLine
from printlayout.model.layout import Box, Stroke

ASCENT = 880
"""Top of the em box above the baseline, permille of an em (the ideographic em box: 880 above, 120 below)."""


def baseline(top: Mpt, size: Mpt) -> Mpt:
    """Baseline of an em box that begins at ``top``."""
    return top + size * ASCENT // 1000


@dataclass(slots=True)
class Sources:
    """Numbers the places things come from."""

    spans: list[Span] = field(default_factory=list)
    _ids: dict[Span, int] = field(default_factory=dict)

    def id(self, span: Span) -> int:
        """The number of a place."""
        known = self._ids.get(span)
        if known is None:
            known = self._ids[span] = len(self.spans)
            self.spans.append(span)
        return known


def paint_line(line: SetLine, x: Mpt, y: Mpt, sources: Sources) -> list[Item]:
    """The glyphs of a line whose measure begins at ``x``, on baseline ``y``."""
    return [
        Glyphs(
            piece.face,
            piece.size,
            x + piece.x,
            y,
            piece.gids,
            piece.xs,
            piece.texts,
            piece.ink,
            sources.id(piece.span),
            piece.ys,
            piece.vertical,
        )
        for piece in line.pieces
    ]


def paint_stroke(stroke: Stroke, x1: Mpt, y1: Mpt, x2: Mpt, y2: Mpt, src: int, inward: int = 1) -> list[Item]:
    """A rule of any kind along a horizontal or vertical line.

    A thick-thin rule (文武线) has its thick line on the given line and the thin one ``inward`` of it: +1 is below or
    right. The gap is as wide as the thick line, the thin line a quarter of it, at least 0.25 pt.
    """

    def line(width: Mpt, by: Mpt, dash: tuple[Mpt, ...] = ()) -> Line:
        if y1 == y2:
            return Line(x1, y1 + by, x2, y2 + by, width, stroke.ink, src, dash)
        return Line(x1 + by, y1, x2 + by, y2, width, stroke.ink, src, dash)

    width = stroke.width
    if stroke.kind == "double":
        return [line(width, -width), line(width, width)]
    if stroke.kind in ("thick-thin", "thin-thick"):
        thin = max(250, width // 4)
        away = inward * (width // 2 + width + thin // 2)
        if stroke.kind == "thin-thick":
            return [line(thin, 0), line(width, away)]
        return [line(width, 0), line(thin, away)]
    if stroke.kind == "dotted":
        return [line(width, 0, (0, 2 * width))]
    return [line(width, 0)]


def paint_box(box: Box, area: Rect, src: int) -> list[Item]:
    """A box round an area: tint below, rules on the chosen sides."""
    rect = area.grown(box.outset)
    items: list[Item] = []
    if box.fill:
        items.append(Fill(rect, box.fill, src))
    if box.stroke:
        corners = {
            "top": (rect.x, rect.y, rect.right, rect.y, 1),
            "right": (rect.right, rect.y, rect.right, rect.bottom, -1),
            "bottom": (rect.x, rect.bottom, rect.right, rect.bottom, -1),
            "left": (rect.x, rect.y, rect.x, rect.bottom, 1),
        }
        for side in box.sides:
            x1, y1, x2, y2, inward = corners[side]
            items += paint_stroke(box.stroke, x1, y1, x2, y2, src, inward)
    return items
