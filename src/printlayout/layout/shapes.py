"""Shapes of pictures: what clips them, what text goes round, and the rule round them."""

from __future__ import annotations

from collections.abc import Sequence

from printlayout.base.geometry import QUARTER, Rect
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass
from printlayout.model.display import Clip, Item, Path
from printlayout.model.ink import Ink
from printlayout.model.outline import Outline, ellipse, rounded

Rings = tuple[tuple[int, ...], ...]
"""The free outline of a cut-out: closed polygons, x and y in turn, in 1/100000 of the picture's width and height."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A picture's shape on the page: what of the picture shows, and what text goes round."""

    clip: Clip
    outline: Outline


def cut(shape: str, area: Rect, radius: Mpt, crop: tuple[int, int, int, int], rings: Rings) -> Cut | None:
    """The shape of a picture that fills ``area`` with the part ``crop`` of its pixels; nothing for a rectangle.

    A circle's area is square (:func:`square`). ``rings`` is needed for ``outline`` alone; without any the picture has
    no outline of its own and stays a rectangle.
    """
    if shape in ("circle", "ellipse"):
        return Cut(_round(area, area.width // 2, area.height // 2), ellipse(area))
    if shape == "rounded" and radius:
        radius = min(radius, area.width // 2, area.height // 2)
        return Cut(_round(area, radius, radius), rounded(area, radius))
    if shape == "outline" and rings:
        placed = tuple(_placed(ring, area, crop) for ring in rings)
        ops = "".join("m" + "l" * (len(ring) // 2 - 1) + "h" for ring in placed)
        return Cut(Clip(ops, tuple(v for ring in placed for v in ring)), Outline(placed[0], placed[1:]))
    return None


def square(area: Rect) -> Rect:
    """The largest square in the middle of an area."""
    side = min(area.width, area.height)
    return Rect(area.x + (area.width - side) // 2, area.y + (area.height - side) // 2, side, side)


def contained(width: int, height: int, area: Rect) -> Rect:
    """The largest area of a picture's own proportions within another, on its foot and in the middle: a cut-out is
    never cropped, and stands on the ground."""
    if width * area.height > height * area.width:
        high = area.width * height // width
        return Rect(area.x, area.bottom - high, area.width, high)
    wide = area.height * width // height
    return Rect(area.x + (area.width - wide) // 2, area.y, wide, area.height)


def framed(area: Rect, clip: Clip | None, ink: Ink, width: Mpt, src: int) -> Item:
    """A rule along the edge of a picture, half of it on the picture."""
    if clip is None:
        corners = (area.x, area.y, area.right, area.y, area.right, area.bottom, area.x, area.bottom)
        clip = Clip("mlllh", corners)
    return Path(clip.ops, clip.points, src, None, ink, width)


def _round(area: Rect, across: Mpt, down: Mpt) -> Clip:
    """A rectangle whose corners are quarters of an ellipse; with the whole half sides, an ellipse."""
    left, top, right, bottom = area.x, area.y, area.right, area.bottom
    ax, ay = across - across * QUARTER // 10000, down - down * QUARTER // 10000
    points = (
        right, top + down,
        right, bottom - down, right, bottom - ay, right - ax, bottom, right - across, bottom,
        left + across, bottom, left + ax, bottom, left, bottom - ay, left, bottom - down,
        left, top + down, left, top + ay, left + ax, top, left + across, top,
        right - across, top, right - ax, top, right, top + ay, right, top + down,
    )  # fmt: skip
    return Clip("mlclclclch", points)


def _placed(ring: Sequence[int], area: Rect, crop: tuple[int, int, int, int]) -> tuple[Mpt, ...]:
    left, top, right, bottom = crop
    wide, high = right - left, bottom - top
    points: list[Mpt] = []
    for at in range(0, len(ring), 2):
        x = min(max(ring[at], left), right) - left
        y = min(max(ring[at + 1], top), bottom) - top
        points += (area.x + area.width * x // wide, area.y + area.height * y // high)
    return tuple(points)
