"""Outlines of things that text goes round (图文互斥): closed polygons on the page, and what they take of a line.

Pure geometry, known to nobody but those who ask: make-up asks how much of a line a shape leaves free, painting asks
where to clip.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, cos, floor, pi, sin, sqrt

from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass

SIDES = 64
"""Sides of the polygon that stands for an ellipse. It goes round the ellipse, so that nothing comes nearer to the curve
than was asked; at its corners it stands 0.12 % of the radius outside (a tenth of a point on a picture of 6 cm)."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A closed shape: ``points`` are the corners of a polygon, x and y in turn, in milli-points; the last is joined to
    the first. ``more``: further polygons of the same shape, islands or holes (a point inside two of them is outside).
    """

    points: tuple[Mpt, ...]
    more: tuple[tuple[Mpt, ...], ...] = ()

    @property
    def rings(self) -> tuple[tuple[Mpt, ...], ...]:
        """All polygons of the shape."""
        return (self.points, *self.more)

    @property
    def bounds(self) -> Rect:
        """The smallest rectangle that holds the shape."""
        across = [x for ring in self.rings for x in ring[::2]]
        down = [y for ring in self.rings for y in ring[1::2]]
        left, top = min(across), min(down)
        return Rect(left, top, max(across) - left, max(down) - top)


def box(rect: Rect) -> Outline:
    """A rectangle as an outline."""
    return Outline((rect.x, rect.y, rect.right, rect.y, rect.right, rect.bottom, rect.x, rect.bottom))


def ellipse(rect: Rect) -> Outline:
    """The ellipse that fills a rectangle: a polygon of :data:`SIDES` sides round it."""
    return Outline(tuple(_arc(rect, 0, SIDES)))


def rounded(rect: Rect, radius: Mpt) -> Outline:
    """A rectangle with round corners (圆角); the radius is at most half its shorter side."""
    radius = max(0, min(radius, rect.width // 2, rect.height // 2))
    if not radius:
        return box(rect)
    side, quarter = 2 * radius, SIDES // 4
    corners = ((rect.right - side, rect.bottom - side), (rect.x, rect.bottom - side), (rect.x, rect.y),
               (rect.right - side, rect.y))  # fmt: skip
    points: list[Mpt] = []
    for number, (x, y) in enumerate(corners):
        points += _arc(Rect(x, y, side, side), number * quarter, quarter)
    return Outline(tuple(points))


def spans(outline: Outline, top: Mpt, bottom: Mpt, distance: Mpt = 0) -> list[tuple[Mpt, Mpt]]:
    """What a shape, grown by ``distance`` on every side, takes of the band between two heights: stretches from left to
    right that do not touch one another, empty if the shape stays clear of the band.

    Everything between ``top`` and ``bottom`` counts, not only the shape's width at either of them. The grown shape is
    the true one: every point within ``distance`` of the shape, so that corners become round. Ends are rounded outwards
    to whole milli-points.
    """
    distance = max(0, distance)
    found: list[tuple[float, float]] = []
    for y in (top, bottom):
        found += _inside(outline.rings, y)
    for ring in outline.rings:
        for x1, y1, x2, y2 in _edges(ring):
            if max(y1, y2) >= top - distance and min(y1, y2) <= bottom + distance:
                reach = _edge_reach(x1, y1, x2, y2, top, bottom, distance)
                if reach:
                    found.append(reach)
    joined: list[tuple[Mpt, Mpt]] = []
    for left, right in sorted((floor(left), ceil(right)) for left, right in found):
        if joined and left <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], right))
        else:
            joined.append((left, right))
    return joined


def _arc(rect: Rect, first: int, count: int) -> Iterator[Mpt]:
    """Corners ``first`` to ``first + count`` of the polygon round an ellipse; its sides touch the curve."""
    outside = 1 / cos(pi / SIDES)
    wide, high = rect.width / 2, rect.height / 2
    for step in range(first, first + count):
        angle = pi * (2 * step + 1) / SIDES
        yield round(rect.x + wide + wide * outside * cos(angle))
        yield round(rect.y + high + high * outside * sin(angle))


def _edges(ring: Sequence[Mpt]) -> Iterator[tuple[Mpt, Mpt, Mpt, Mpt]]:
    x1, y1 = ring[-2], ring[-1]
    for at in range(0, len(ring), 2):
        x2, y2 = ring[at], ring[at + 1]
        yield x1, y1, x2, y2
        x1, y1 = x2, y2


def _inside(rings: Sequence[Sequence[Mpt]], y: Mpt) -> list[tuple[float, float]]:
    """The stretches of the line at ``y`` that lie in the shape. With the edges themselves they hold everything a band
    between two such lines can hold: whatever lies between them lies under or over an edge, or reaches a line."""
    crossings = []
    for ring in rings:
        for x1, y1, x2, y2 in _edges(ring):
            if (y1 <= y) != (y2 <= y):
                crossings.append(x1 + (x2 - x1) * (y - y1) / (y2 - y1))
    crossings.sort()
    return list(zip(crossings[::2], crossings[1::2], strict=True))


def _edge_reach(x1: Mpt, y1: Mpt, x2: Mpt, y2: Mpt, top: Mpt, bottom: Mpt, distance: Mpt) -> tuple[float, float] | None:
    """How far to the left and right everything within ``distance`` of an edge reaches inside a band.

    A point of the edge ``off`` above or below the band reaches √(distance² − off²) to each side. Going along the edge,
    that is widest at its ends, where it enters the band, or where the edge's slope is that of the circle.
    """
    low, high = (y1, y2) if y1 <= y2 else (y2, y1)
    heights: list[float] = [low, high, top, bottom]
    if distance and y1 != y2:
        slope = abs((x2 - x1) / (y2 - y1))
        off = distance * slope / sqrt(1 + slope * slope)
        heights += (top - off, bottom + off, top - distance, bottom + distance)
    left = right = None
    for height in heights:
        y = min(max(height, low), high)
        beyond = top - y if y < top else y - bottom if y > bottom else 0
        if beyond > distance:
            continue
        reach = sqrt(distance * distance - beyond * beyond)
        for x in (x1, x2) if y1 == y2 else (x1 + (x2 - x1) * (y - y1) / (y2 - y1),):
            left = x - reach if left is None else min(left, x - reach)
            right = x + reach if right is None else max(right, x + reach)
    return None if left is None or right is None else (left, right)
