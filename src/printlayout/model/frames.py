"""Frames: where on the grid the parts of a slot stand. What make-up hands to the typesetter."""

from __future__ import annotations

from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of free lines in one text column: ``x`` and ``width`` on the page, grid lines ``first … last``."""

    column: int
    x: Mpt
    width: Mpt
    first: int
    last: int

    @property
    def lines(self) -> int:
        """How many lines the segment holds."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class PictureFrame:
    """The area of a picture with its caption: page rectangle and grid lines."""

    rect: Rect
    first: int
    last: int
    columns: tuple[int, int]
    """First and last column of the grid."""


@dataclass(frozen=True, slots=True)
class SlotFrames:
    """The frames of a slot, text segments in reading order."""

    area: Rect
    head: Rect
    pictures: tuple[PictureFrame, ...]
    segments: tuple[Segment, ...]
