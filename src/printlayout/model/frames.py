"""Frames: where on the grid the parts of a slot stand. What make-up hands to the typesetter."""

from __future__ import annotations

from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass
from printlayout.model.outline import Outline
from printlayout.model.pictures import PLAIN, PictureLook


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of free lines in one text column: ``x`` and ``width`` on the page, grid lines ``first … last``.

    ``cuts``: where a shape stands in the column, the left edge (from ``x``) and the measure of every line; empty if
    all lines have the column's.
    """

    column: int
    x: Mpt
    width: Mpt
    first: int
    last: int
    cuts: tuple[tuple[Mpt, Mpt], ...] = ()

    @property
    def lines(self) -> int:
        """How many lines the segment holds."""
        return self.last - self.first + 1

    def line(self, number: int) -> tuple[Mpt, Mpt]:
        """Left edge from ``x`` and measure of a line, counted from 0."""
        return self.cuts[number] if self.cuts else (0, self.width)


@dataclass(frozen=True, slots=True)
class JumpLine:
    """Words on a line of their own: ``line`` of the grid in the column of ``segment``; 下转 (``onward``) stands at its
    right end, 上接 at its left."""

    text: str
    segment: Segment
    line: int
    onward: bool


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What text goes round (图文互斥): it keeps ``distance`` away at the sides; of a rectangle it takes the lines
    ``first … last`` whole, of another ``outline`` each line as far as the shape, grown by the distance, reaches."""

    rect: Rect
    first: int
    last: int
    distance: Mpt = 0
    outline: Outline | None = None


@dataclass(frozen=True, slots=True)
class PictureFrame:
    """The area of a picture or a group of them, words included: its rectangle, and the lines and columns of the grid
    it stands in.

    Without an ``outline`` the picture takes its columns whole, with ``clear`` lines above and below. With one, text
    goes round it (图文互斥): it keeps ``distance`` from the outline, which need not stay within the columns; the
    distance is in the outline already where that is a rectangle.
    """

    rect: Rect
    first: int
    last: int
    columns: tuple[int, int]
    """First and last column of the grid."""
    words: Rect
    """The part of ``rect`` on the grid: where caption and credit may stand."""
    clear: int = 1
    outline: Outline | None = None
    distance: Mpt = 0
    look: PictureLook = PLAIN
    wrap: Mpt | None = None
    """The distance the layout states; ``None`` for one that suits the shape."""


@dataclass(frozen=True, slots=True)
class SlotFrames:
    """The frames of a slot, text segments in reading order."""

    area: Rect
    head: Rect
    pictures: tuple[PictureFrame, ...]
    segments: tuple[Segment, ...]
