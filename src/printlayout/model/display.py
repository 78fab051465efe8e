"""The display list: a finished page as a flat list of things with places. The waist of the pipe.

Left of it nobody knows PDF, right of it nobody knows paragraphs. Everything is in milli-points from the top left of
the trim box, y downwards. ``src`` is an index into :attr:`DisplayList.sources`: the file, line and column the thing
came from.
"""

from __future__ import annotations

from printlayout.base.diagnostics import Span
from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass, field
from printlayout.model.ink import Ink


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Glyphs of one face and size on one baseline, which starts at ``x, y``.

    ``gids``, ``xs`` and ``texts`` run in parallel: the glyph, its origin's distance from ``x``, and the characters of
    the source it stands for (empty for a further glyph of the same cluster; a run without any characters is an
    ornament). ``ys``, where given, lifts single glyphs (upwards).

    ``direction`` is ltr; or ttb: glyphs stand upright below one another, centred on ``x``, the tops of their em boxes
    ``xs`` below ``y`` (``ys`` moves them to the right); or turned: a horizontal run turned 90° clockwise, whose
    baseline runs down from ``x, y`` (R67).

    ``scale``: how long the glyphs are drawn along the line, in permille (长扁字); ``xs`` are places as drawn, ``size``
    is the other way's. ``outline``: the glyphs are drawn by their outlines with a pen of this width and not filled
    (空心).
    """

    face: str
    size: Mpt
    x: Mpt
    y: Mpt
    gids: tuple[int, ...]
    xs: tuple[Mpt, ...]
    texts: tuple[str, ...]
    ink: Ink
    src: int
    ys: tuple[Mpt, ...] | None = None
    direction: str = "ltr"
    scale: int = 1000
    outline: Mpt = 0

    @property
    def text(self) -> str:
        """The characters of the run."""
        return "".join(self.texts)

    @property
    def silent(self) -> bool:
        """Whether the run says nothing: a reading beside its characters, a shadow."""
        return not any(self.texts)


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle."""

    rect: Rect
    ink: Ink
    src: int


@dataclass(frozen=True, slots=True)
class Line:
    """A straight rule from one point to another. ``dash``: lengths of dash and gap, empty for a solid rule."""

    x1: Mpt
    y1: Mpt
    x2: Mpt
    y2: Mpt
    width: Mpt
    ink: Ink
    src: int
    dash: tuple[Mpt, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """A free shape. ``ops`` holds one letter a step: m (move), l (line), c (curve, three points), h (close);
    ``points`` their coordinates, x and y in turn. It is filled with ``fill``, drawn with ``stroke`` of ``width``.
    ``even_odd``: areas enclosed twice stay empty. ``dash`` as for a line (dashes of no length are round dots);
    ``cap`` and ``join``: butt, round, square; miter, round, bevel."""

    ops: str
    points: tuple[Mpt, ...]
    src: int
    fill: Ink | None = None
    stroke: Ink | None = None
    width: Mpt = 0
    even_odd: bool = False
    dash: tuple[Mpt, ...] = ()
    cap: str = "butt"
    join: str = "miter"


@dataclass(frozen=True, slots=True)
class Clip:
    """A shape that shows only what lies in it: ``ops`` and ``points`` as in :class:`Path`. Where it lies on itself an
    even number of times, nothing shows (holes)."""

    ops: str
    points: tuple[Mpt, ...]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that fills ``rect`` with the part ``crop`` of its pixels (left, top, right, bottom in permille of
    a percent, that is 1/100000 of width and height). No more of it shows than lies in ``clip``, a shape within
    ``rect``."""

    path: str
    rect: Rect
    crop: tuple[int, int, int, int]
    src: int
    clip: Clip | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A page of another PDF. Its ``box`` (trim, media, crop, bleed, art) fills ``rect``; no more of it shows than lies
    in ``clip``. ``page`` counts from 1."""

    path: str
    page: int
    box: str
    rect: Rect
    clip: Rect
    src: int


Item = Glyphs | Fill | Line | Path | Image | Placed


@dataclass(frozen=True, slots=True)
class Group:
    """Consecutive items that belong together, in reading order. ``kind``: furniture (an artifact), story, quote (a
    story's words said again: an artifact too), mark, ad, ready (a page that came as a PDF).
    ``name`` is the slot of a story."""

    kind: str
    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class FrameBox:
    """A frame of the page for checks and previews: ``kind`` is slot, head, column, picture or caption."""

    kind: str
    name: str
    rect: Rect


@dataclass(frozen=True, slots=True)
class DisplayList:
    """A page, finished. ``title`` and ``stem`` name it; ``number`` is its folio."""

    stem: str
    title: str
    number: int
    width: Mpt
    height: Mpt
    bleed: Mpt
    groups: tuple[Group, ...]
    frames: tuple[FrameBox, ...] = ()
    sources: tuple[Span, ...] = field(default=())
    baseline: tuple[Mpt, Mpt] = (0, 0)
    """First body baseline and leading of the grid."""
    fold: Mpt = 0
    """Where a spread 通版 is folded, from the left; 0 on any other page."""
