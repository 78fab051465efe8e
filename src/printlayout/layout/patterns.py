"""Patterns of tints 底纹: stripes cut exactly at the box's outline, dots that lie wholly in it. No clipping, no
transparency: every piece is a plain shape in one ink."""

from __future__ import annotations

from math import cos, pi, sin

from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.layout.paint import dot
from printlayout.model.display import Item, Path
from printlayout.model.ornament import Pattern

Corner = tuple[float, float]
STEPS = 12
"""Sides of the polygon that stands for a quarter circle where stripes are cut; the box's rule lies over the cut."""


def paint_pattern(pattern: Pattern, rect: Rect, radius: Mpt, src: int) -> list[Item]:
    """The pattern over a rectangle with round corners, as one path."""
    if pattern.kind == "dots":
        return _dots(pattern, rect, radius, src)
    return _stripes(pattern, rect, radius, src)


def _stripes(pattern: Pattern, rect: Rect, radius: Mpt, src: int) -> list[Item]:
    """Stripes that rise to the right at 45°, ``pitch`` apart as one measures across them."""
    outline = _outline(rect, radius)
    slant = 2**0.5
    step, half = pattern.pitch * slant, pattern.width * slant / 2
    first = rect.x + rect.y
    count = int((rect.width + rect.height) / step) + 1
    rest = (rect.width + rect.height - (count - 1) * step) / 2
    ops: list[str] = []
    points: list[Mpt] = []
    for number in range(count):
        middle = first + rest + number * step
        piece = _below(_below(outline, middle + half), middle - half, other=True)
        if len(piece) >= 3:
            ops.append("m" + "l" * (len(piece) - 1) + "h")
            points += [round(value) for corner in piece for value in corner]
    return [Path("".join(ops), tuple(points), src, pattern.ink)] if ops else []


def _dots(pattern: Pattern, rect: Rect, radius: Mpt, src: int) -> list[Item]:
    """Dots in rows set off by half a pitch, as far from one edge as from the other."""
    pitch, half = pattern.pitch, pattern.width // 2
    rows = max(1, (rect.height - pitch) // (pitch // 2) + 1)
    columns = max(1, (rect.width - pitch) // pitch + 1)
    left = rect.x + (rect.width - (columns - 1) * pitch) // 2
    top = rect.y + (rect.height - (rows - 1) * (pitch // 2)) // 2
    ops: list[str] = []
    points: list[Mpt] = []
    for row in range(rows):
        odd = row % 2
        for column in range(columns - odd):
            x, y = left + column * pitch + odd * (pitch // 2), top + row * (pitch // 2)
            if _in_corner(x, y, rect, radius, half):
                made = dot(x, y, half, pattern.ink, src)
                ops.append(made.ops)
                points += made.points
    return [Path("".join(ops), tuple(points), src, pattern.ink)] if ops else []


def _in_corner(x: Mpt, y: Mpt, rect: Rect, radius: Mpt, half: Mpt) -> bool:
    """Whether a dot lies in the rectangle in spite of its round corners."""
    across = max(rect.x + radius - x, x - (rect.right - radius), 0)
    down = max(rect.y + radius - y, y - (rect.bottom - radius), 0)
    return not (across and down) or (across * across + down * down) ** 0.5 + half <= radius


def _outline(rect: Rect, radius: Mpt) -> list[Corner]:
    if not radius:
        return [(rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom)]
    centres = (
        (rect.right - radius, rect.y + radius, -pi / 2), (rect.right - radius, rect.bottom - radius, 0.0),
        (rect.x + radius, rect.bottom - radius, pi / 2), (rect.x + radius, rect.y + radius, pi),
    )  # fmt: skip
    return [
        (x + radius * cos(start + pi / 2 * step / STEPS), y + radius * sin(start + pi / 2 * step / STEPS))
        for x, y, start in centres
        for step in range(STEPS + 1)
    ]


def _below(shape: list[Corner], limit: float, *, other: bool = False) -> list[Corner]:
    """The part of a convex shape where x + y is at most ``limit`` (at least, for the ``other`` side)."""
    sign = -1 if other else 1
    found: list[Corner] = []
    for (x1, y1), (x2, y2) in zip(shape, [*shape[1:], *shape[:1]], strict=True):
        one, two = sign * (x1 + y1 - limit), sign * (x2 + y2 - limit)
        if one <= 0:
            found.append((x1, y1))
        if (one < 0 < two) or (two < 0 < one):
            part = one / (one - two)
            found.append((x1 + (x2 - x1) * part, y1 + (y2 - y1) * part))
    return found
