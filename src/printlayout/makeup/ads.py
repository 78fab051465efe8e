"""How a page of another PDF fills its place: arithmetic of rectangles."""

from __future__ import annotations

from fractions import Fraction

from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt

DISTORTED = Fraction(1, 100)
"""Stretched by more than this in one direction than in the other, it shows."""


def fitted(place: Rect, width: Mpt, height: Mpt, fit: str) -> Rect:
    """Where something of that size comes to stand in ``place``: ``exact`` at its own size, ``contain`` as large as the
    place holds it, ``cover`` as small as it covers the place, all three in the middle; ``stretch`` fills the place.
    """
    if fit == "stretch":
        return place
    if fit != "exact":
        ratios = Fraction(place.width, width), Fraction(place.height, height)
        ratio = min(ratios) if fit == "contain" else max(ratios)
        width, height = round(width * ratio), round(height * ratio)
    return Rect(place.x + (place.width - width) // 2, place.y + (place.height - height) // 2, width, height)


def off_size(place: Rect, width: Mpt, height: Mpt, tolerance: Mpt) -> bool:
    """Whether a size is farther from the place's than allowed."""
    return abs(place.width - width) > tolerance or abs(place.height - height) > tolerance


def distorted(place: Rect, width: Mpt, height: Mpt) -> bool:
    """Whether stretching something of that size into the place shows."""
    across, down = Fraction(place.width, width), Fraction(place.height, height)
    return abs(across / down - 1) > DISTORTED


def common(one: Rect, other: Rect) -> Rect:
    """The area two rectangles share; without any, no width or no height."""
    x, y = max(one.x, other.x), max(one.y, other.y)
    right, bottom = min(one.right, other.right), min(one.bottom, other.bottom)
    return Rect(x, y, max(0, right - x), max(0, bottom - y))
