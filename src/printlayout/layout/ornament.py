"""Ornamental rules 花边: a motif repeated a whole number of times along a band, corners that meet."""

from __future__ import annotations

from collections.abc import Sequence

from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.model.display import Item, Path
from printlayout.model.layout import Stroke
from printlayout.model.ornament import Mark

Turn = tuple[int, int, int, int]
"""Where the band's way along and its way inward go: along x, along y, inward x, inward y."""
TURNS: tuple[Turn, ...] = ((1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0))
"""Top, right, bottom and left of a ring, clockwise."""


def band(stroke: Stroke, x: Mpt, y: Mpt, length: Mpt, turn: Turn, src: int) -> list[Item]:
    """A band that begins at ``x, y`` on its outer side. Motifs are stretched or squeezed by less than half of one in
    all, so that they fill the length."""
    motif = stroke.motif
    if motif is None or length <= 0:
        return []
    count = max(1, round(length * 1000 / (motif.length * stroke.width)))
    pens = _Pens()
    for number in range(count):
        start, end = length * number // count, length * (number + 1) // count
        for mark in motif.edge:
            pens.add(mark, stroke.width, (x, y), turn, start, (end - start, motif.length))
    return pens.paths(stroke, src)


def ring(stroke: Stroke, rect: Rect, src: int) -> list[Item]:
    """A band round a rectangle, its middle on the rectangle's edges."""
    motif, size = stroke.motif, stroke.width
    if motif is None:
        return []
    outer = rect.grown(size // 2)
    corners = ((outer.x, outer.y), (outer.right, outer.y), (outer.right, outer.bottom), (outer.x, outer.bottom))
    items: list[Item] = []
    pens = _Pens()
    for number, ((x, y), turn) in enumerate(zip(corners, TURNS, strict=True)):
        long = (outer.height if number % 2 else outer.width) - 2 * size
        items += band(stroke, x + turn[0] * size, y + turn[1] * size, long, turn, src)
        for mark in motif.corner:
            pens.add(mark, size, (x, y), turn, 0, (size, 1000))
    return [*items, *pens.paths(stroke, src)]


class _Pens:
    """Marks of one weight gathered into one path. A line that begins where the one before ended goes on, so that no
    seam shows between motifs."""

    def __init__(self) -> None:
        self._made: dict[tuple[int, int], tuple[list[str], list[Mpt]]] = {}

    def add(self, mark: Mark, size: Mpt, at: tuple[Mpt, Mpt], turn: Turn, start: Mpt, along: tuple[Mpt, int]) -> None:
        """Put a mark ``start`` along a band of height ``size``; ``along``: milli-points for so many units."""
        key = (mark.weight, id(mark) if mark.weight else 0)
        ops, points = self._made.setdefault(key, ([], []))
        placed = _placed(mark.points, size, at, turn, start, along)
        first, rest = mark.ops[0], mark.ops[1:]
        if points and tuple(points[-2:]) == tuple(placed[:2]) and ops[-1] != "h" and first == "m":
            ops.append(rest)
            points += placed[2:]
            return
        ops.append(mark.ops)
        points += placed

    def paths(self, stroke: Stroke, src: int) -> list[Item]:
        """What was gathered."""
        made: list[Item] = []
        for (weight, _), (ops, points) in self._made.items():
            shape = "".join(ops)
            if weight:
                width = max(1, stroke.width * weight // 1000)
                made.append(Path(shape, tuple(points), src, None, stroke.ink, width))
            else:
                made.append(Path(shape, tuple(points), src, stroke.ink))
        return made


def _placed(
    points: Sequence[int], size: Mpt, at: tuple[Mpt, Mpt], turn: Turn, start: Mpt, along: tuple[Mpt, int]
) -> list[Mpt]:
    found: list[Mpt] = []
    for number in range(0, len(points), 2):
        on = start + points[number] * along[0] // along[1]
        inward = points[number + 1] * size // 1000
        found += (at[0] + turn[0] * on + turn[2] * inward, at[1] + turn[1] * on + turn[3] * inward)
    return found
