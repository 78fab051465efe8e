"""Rectangles in milli-points, origin at the top left of the trim box, y downwards."""

from __future__ import annotations

from printlayout.base.units import Mpt
from printlayout.base.value import dataclass

QUARTER = 5523
"""A curve whose arms are this part (1/10000) of the radius is a quarter circle to 0.03 %."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle: ``x, y`` is its top left corner."""

    x: Mpt
    y: Mpt
    width: Mpt
    height: Mpt

    @property
    def right(self) -> Mpt:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> Mpt:
        """The lower edge."""
        return self.y + self.height

    def grown(self, by: Mpt) -> Rect:
        """The rectangle with every edge moved outwards by ``by`` (inwards if negative)."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def contains(self, other: Rect) -> bool:
        """Whether ``other`` lies within this rectangle."""
        return self.x <= other.x and self.y <= other.y and other.right <= self.right and other.bottom <= self.bottom

    def overlaps(self, other: Rect) -> bool:
        """Whether the two share some area."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
