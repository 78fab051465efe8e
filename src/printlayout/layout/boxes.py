"""Boxes 围框: tint, pattern and rule round an area; corners that meet, straight or round."""

from __future__ import annotations

from printlayout.base.geometry import QUARTER, Rect
from printlayout.base.units import Mpt
from printlayout.layout.ornament import ring
from printlayout.layout.patterns import paint_pattern
from printlayout.layout.rules import dashes, lines_of, paint_stroke, wavy
from printlayout.model.display import Fill, Item, Path
from printlayout.model.layout import Box, Stroke

SIDES = ("top", "right", "bottom", "left")


def paint_box(box: Box, area: Rect, src: int) -> list[Item]:
    """A box round an area: tint and pattern below, rules on the chosen sides."""
    rect = area.grown(box.outset)
    radius = min(box.radius, rect.width // 2, rect.height // 2)
    items: list[Item] = []
    if box.fill:
        items.append(Path(*rounded(rect, radius), src, box.fill) if radius else Fill(rect, box.fill, src))
    if box.pattern:
        items += paint_pattern(box.pattern, rect, radius, src)
    if box.stroke:
        whole = set(box.sides) == set(SIDES)
        items += frame(box.stroke, rect, radius, src) if whole else _sides(box.stroke, rect, box.sides, src)
    return items


def frame(stroke: Stroke, rect: Rect, radius: Mpt, src: int) -> list[Item]:
    """A rule all round a rectangle. Straight lines are closed outlines, one inside another, so that corners meet; dots,
    dashes and waves end in the corners; an ornament has a corner of its own."""
    if stroke.kind == "ornament":
        return ring(stroke, rect, src)
    if stroke.kind == "wavy":
        return [wavy(stroke, *line, src) for line in _edges(rect).values()]
    if stroke.kind in ("dotted", "dashed"):
        if not radius:
            return [item for line in _edges(rect).values() for item in paint_stroke(stroke, *line, src)]
        around = 2 * (rect.width + rect.height) - 8 * radius + radius * 6283 // 1000
        pattern = dashes(stroke, around, closed=True)
        return [Path(*rounded(rect, radius), src, None, stroke.ink, stroke.width, dash=pattern)]
    return [
        Path(*rounded(rect.grown(-away), max(0, radius - away) if radius else 0), src, None, stroke.ink, width)
        for away, width in lines_of(stroke)
    ]


def rounded(rect: Rect, radius: Mpt) -> tuple[str, tuple[Mpt, ...]]:
    """A rectangle as a path, its corners round if ``radius`` is not 0, clockwise from the upper left."""
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    if not radius:
        return "mlllh", (x, y, right, y, right, bottom, x, bottom)
    arm = radius - radius * QUARTER // 10_000
    points = (
        x + radius, y,
        right - radius, y,
        right - arm, y, right, y + arm, right, y + radius,
        right, bottom - radius,
        right, bottom - arm, right - arm, bottom, right - radius, bottom,
        x + radius, bottom,
        x + arm, bottom, x, bottom - arm, x, bottom - radius,
        x, y + radius,
        x, y + arm, x + arm, y, x + radius, y,
    )  # fmt: skip
    return "mlclclclch", points


def _edges(rect: Rect) -> dict[str, tuple[Mpt, Mpt, Mpt, Mpt]]:
    return {
        "top": (rect.x, rect.y, rect.right, rect.y),
        "right": (rect.right, rect.y, rect.right, rect.bottom),
        "bottom": (rect.x, rect.bottom, rect.right, rect.bottom),
        "left": (rect.x, rect.y, rect.x, rect.bottom),
    }


def _sides(stroke: Stroke, rect: Rect, sides: tuple[str, ...], src: int) -> list[Item]:
    """Rules on some sides. Where two of them meet, both go on to the outer edge of the corner."""
    reach = (
        0
        if stroke.kind in ("dotted", "dashed", "wavy", "ornament")
        else max(w - 2 * a for a, w in lines_of(stroke)) // 2
    )
    items: list[Item] = []
    for side, (x1, y1, x2, y2) in _edges(rect).items():
        if side not in sides:
            continue
        across = side in ("top", "bottom")
        before, after = ("left", "right") if across else ("top", "bottom")
        start, end = (reach if before in sides else 0), (reach if after in sides else 0)
        inward = 1 if side in ("top", "left") else -1
        if across:
            items += paint_stroke(stroke, x1 - start, y1, x2 + end, y2, src, inward)
        else:
            items += paint_stroke(stroke, x1, y1 - start, x2, y2 + end, src, inward)
    return items
