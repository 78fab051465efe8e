"""Rules 线 of every kind along a straight line, and how far apart the lines of a compound one stand."""

from __future__ import annotations

from printlayout.base.units import Mpt
from printlayout.base.value import replace
from printlayout.layout.ornament import band
from printlayout.layout.paint import wave
from printlayout.model.display import Item, Line
from printlayout.model.layout import Stroke

THINNEST: Mpt = 250
"""The thin line of a 文武线 is a quarter of the thick one, but no thinner than this (the least a press holds)."""
COMPOUND = ("double", "thick-thin", "thin-thick")


def paint_stroke(stroke: Stroke, x1: Mpt, y1: Mpt, x2: Mpt, y2: Mpt, src: int, inward: int = 1) -> list[Item]:
    """A rule along a horizontal or vertical line, from left to right or from top to bottom.

    A compound rule has its outer line on the given line and the other ``inward`` of it: +1 is below or right; a double
    one has a line on either side. Dots, dashes, waves and motifs come a whole number of times, so that both ends look
    alike.
    """
    if stroke.kind in COMPOUND:
        return [
            _line(replace(stroke, width=width), x1, y1, x2, y2, src, inward * away) for away, width in lines_of(stroke)
        ]
    length = max(abs(x2 - x1), abs(y2 - y1))
    if stroke.kind == "wavy":
        return [wavy(stroke, x1, y1, x2, y2, src)]
    if stroke.kind == "ornament":
        half = stroke.width // 2 * inward
        if y1 == y2:
            return band(stroke, x1, y1 - half, length, (1, 0, 0, inward), src)
        return band(stroke, x1 - half, y1, length, (0, 1, inward, 0), src)
    return [_line(stroke, x1, y1, x2, y2, src, 0, dashes(stroke, length))]


def lines_of(stroke: Stroke) -> list[tuple[Mpt, Mpt]]:
    """The lines of a compound rule, the outer one first: how far inward of the given line each stands, and its width.
    The gap of a 文武线 is as wide as its thick line, that of a 双线 as wide as either."""
    width = stroke.width
    if stroke.kind == "double":
        return [(-width, width), (width, width)]
    thin = max(THINNEST, width // 4)
    away = width // 2 + width + thin // 2
    if stroke.kind == "thin-thick":
        return [(0, thin), (away, width)]
    if stroke.kind == "thick-thin":
        return [(0, width), (away, thin)]
    return [(0, width)]


def dashes(stroke: Stroke, length: Mpt, *, closed: bool = False) -> tuple[Mpt, ...]:
    """Dash and gap of a 点线 or 虚线 of that length, empty for any other rule: a whole number, the last dot on the end
    of the line; round a closed line the last gap ends where the first dash began."""
    width = stroke.width
    if stroke.kind == "dotted":
        return (0, max(width, length // max(1, round(length / (2 * width)))))
    if stroke.kind == "dashed":
        dash, gap = 4 * width, 3 * width
        count = max(1, round((length if closed else length - dash) / (dash + gap)))
        pitch = (length if closed else length - dash) // count
        return (dash, max(width, pitch - dash))
    return ()


def wavy(stroke: Stroke, x1: Mpt, y1: Mpt, x2: Mpt, y2: Mpt, src: int) -> Item:
    """A wavy line of whole waves, eight times as long as the line is wide."""
    width = stroke.width
    if y1 == y2:
        return replace(wave(x1, x2, y1, 8 * width, 2 * width, width, stroke.ink, src), join="round")
    made = wave(y1, y2, x1, 8 * width, 2 * width, width, stroke.ink, src)
    points = made.points
    swapped = tuple(v for at in range(0, len(points), 2) for v in (points[at + 1], points[at]))
    return replace(made, points=swapped, join="round")


def _line(stroke: Stroke, x1: Mpt, y1: Mpt, x2: Mpt, y2: Mpt, src: int, by: Mpt, dash: tuple[Mpt, ...] = ()) -> Line:
    """A straight line, moved ``by`` downwards or to the right."""
    if y1 == y2:
        return Line(x1, y1 + by, x2, y2 + by, stroke.width, stroke.ink, src, dash)
    return Line(x1 + by, y1, x2 + by, y2, stroke.width, stroke.ink, src, dash)
