"""How the pictures of a place look: shape, arrangement, where the words stand, where edges leave the grid."""

from __future__ import annotations

from printlayout.base.units import Mpt
from printlayout.base.value import dataclass
from printlayout.model.ink import Ink


@dataclass(frozen=True, slots=True)
class Edges:
    """Edges of a picture that do not stand on the grid.

    ``left`` to ``bottom`` move an edge outwards (inwards if negative). ``bled`` are the edges of a picture bled off the
    page (出血), as places on the page: left, top, right, bottom; ``None`` where an edge stays.
    """

    left: Mpt = 0
    top: Mpt = 0
    right: Mpt = 0
    bottom: Mpt = 0
    bled: tuple[Mpt | None, Mpt | None, Mpt | None, Mpt | None] = (None, None, None, None)

    @property
    def off(self) -> bool:
        """Whether any edge leaves the grid."""
        return bool(self.left or self.top or self.right or self.bottom or any(e is not None for e in self.bled))


@dataclass(frozen=True, slots=True)
class PictureLook:
    """The look of a place's pictures.

    ``shape``: rect, rounded (corners of ``radius``), circle, ellipse, outline (the free outline of a cut-out 去背).
    ``arrange``: how a group (组图) fills the place: row, column, grid, mosaic (the first one large); ``gap`` between
    its pictures. ``words``: where caption and credit stand: below, beside (in ``beside`` of the width), over (on the
    picture's foot, in ``band``). ``captions``: own, each picture of a group its own, or common, one for all.
    ``numbers`` of the pictures of a group: none, circled (①), figure (图1).
    ``frame``: ink and width of a rule round every picture.
    """

    shape: str = "rect"
    radius: Mpt = 0
    arrange: str = "row"
    gap: Mpt = 0
    words: str = "below"
    captions: str = "own"
    numbers: str = "none"
    frame: Ink | None = None
    frame_width: Mpt = 0
    band: Ink | None = None
    beside: Mpt = 0


PLAIN = PictureLook()
ON_GRID = Edges()
