"""A page layout: sheet, grid, slots, furniture. Positions in columns and lines stay so until make-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from printlayout.base.diagnostics import NOWHERE, Span
from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass, field
from printlayout.model.art import ArtPlan, Code, Drawing
from printlayout.model.copyfit import NO_FIT, Fit
from printlayout.model.heads import Head
from printlayout.model.index import IndexLook
from printlayout.model.ink import Ink
from printlayout.model.ornament import Motif, Pattern
from printlayout.model.pictures import ON_GRID, PLAIN, Edges, PictureLook
from printlayout.model.region import Region
from printlayout.model.style import Style

if TYPE_CHECKING:  # both are made of what is defined here
    from printlayout.model.blocks import Block
    from printlayout.model.inserts import Inserts


@dataclass(frozen=True, slots=True)
class Grid:
    """The type area 版心 and its baseline grid: ``columns`` of ``column`` width with ``gutter`` between, ``lines``
    of ``leading``; ``em`` is the body size, one 字. ``left, top`` is the type area's corner on the sheet.

    A line's em box stands at the top of its leading; the type area ends with the em box of its last line.
    Columns and lines count from 1.
    """

    left: Mpt
    top: Mpt
    columns: int
    column: Mpt
    gutter: Mpt
    lines: int
    leading: Mpt
    em: Mpt
    half: int = 0
    """Columns of the left page of a spread 通版, whose right page has as many; 0 on any other page."""
    fold: Mpt = 0
    """The gutter of a spread 中缝, from the left page's type area to the right page's."""

    @property
    def width(self) -> Mpt:
        """Width of the type area."""
        return self.span_width(self.columns)

    @property
    def height(self) -> Mpt:
        """Height of the type area: from the first em box's top to the last one's bottom."""
        return (self.lines - 1) * self.leading + self.em

    @property
    def crease(self) -> Mpt:
        """Where a spread is folded: the middle of its gutter."""
        return self.x(self.half) + self.column + self.fold // 2

    def span_width(self, columns: int, first: int = 1) -> Mpt:
        """Width of ``columns`` columns from column ``first`` on, with the gutters between them (长栏)."""
        across = self.fold - self.gutter if first <= self.half < first + columns - 1 else 0
        return columns * self.column + (columns - 1) * self.gutter + across

    def x(self, column: int) -> Mpt:
        """Left edge of a column."""
        across = self.fold - self.gutter if 0 < self.half < column else 0
        return self.left + (column - 1) * (self.column + self.gutter) + across

    def y(self, line: int) -> Mpt:
        """Top of a line's em box."""
        return self.top + (line - 1) * self.leading

    def rect(self, first_column: int, last_column: int, first_line: int, last_line: int) -> Rect:
        """The area of some columns and lines, from em box to em box."""
        return Rect(
            self.x(first_column),
            self.y(first_line),
            self.span_width(last_column - first_column + 1, first_column),
            (last_line - first_line) * self.leading + self.em,
        )


@dataclass(frozen=True, slots=True)
class Stroke:
    """A rule. ``kind``: plain 正线, double 双线, thick-thin 文武线 (thick outside), thin-thick, dotted 点线, dashed
    虚线, wavy 波线, ornament 花边 (``width`` is then the height of the band its ``motif`` is repeated in)."""

    width: Mpt
    ink: Ink
    kind: str = "plain"
    motif: Motif | None = None


@dataclass(frozen=True, slots=True)
class Padding:
    """Room between a slot's edge and its text: ``side`` left and right, ``top`` and ``bottom`` in lines of the grid."""

    side: Mpt = 0
    top: int = 0
    bottom: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """A box round a slot (围框): a tint and a rule, standing ``outset`` outside the slot's area; ``sides`` says
    where the rule is drawn. ``radius`` rounds its corners, ``pattern`` lies on the tint, and ``padding`` keeps the
    text of the slot off its edges."""

    fill: Ink | None = None
    stroke: Stroke | None = None
    outset: Mpt = 0
    sides: tuple[str, ...] = ("top", "right", "bottom", "left")
    radius: Mpt = 0
    pattern: Pattern | None = None
    padding: Padding | None = None


@dataclass(frozen=True, slots=True)
class PicturePlace:
    """Where a story's picture stands: ``columns`` counted from the slot's first column, ``line`` counted from the
    first line under the headline group (or, with ``foot``, upwards from the slot's last line), ``lines`` high
    with its caption. ``clear`` blank lines keep text away above and below."""

    columns: tuple[int, int]
    line: int
    lines: int
    foot: bool = False
    clear: int = 1
    span: Span = NOWHERE
    edges: Edges = ON_GRID
    wrap: Mpt | None = None
    """How far text keeps away at the sides of a picture it goes round; ``None`` for a distance that suits its shape."""
    look: PictureLook = PLAIN


@dataclass(frozen=True, slots=True)
class Columns:
    """Text columns that are not the grid's (破栏): how many, the least ``gap`` between them, and how a width is
    parted that does not divide: absolute 绝对, relative 相对, free 自由 (``makeup/columns.py``)."""

    count: int
    mode: str
    gap: Mpt


@dataclass(frozen=True, slots=True)
class TextFrame:
    """A further frame of a story on its page: grid columns and lines, and its own text columns."""

    columns: tuple[int, int]
    lines: tuple[int, int]
    text: Columns | None = None
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a story: grid columns and lines (first, last). ``rule`` is the column rule.

    ``level``: how many lines each sub-heading may be given more so that the columns end level (R57); 0 leaves the
    last column short.
    """

    name: str
    columns: tuple[int, int]
    lines: tuple[int, int]
    head: Head
    body: Style
    subhead: Style
    caption: Style
    credit: Style
    pictures: tuple[PicturePlace, ...] = ()
    rule: Stroke | None = None
    box: Box | None = None
    level: int = 1
    tiers: int = 1
    """Tiers of vertical text, one below another; horizontal text has none."""
    keep_after_subhead: int = 2
    """Lines of text that stay under a sub-heading in its column (R61)."""
    inserts: Inserts | None = None
    """How tables, lists, questions and pull quotes look, where the layout says."""
    span: Span = NOWHERE
    text: Columns | None = None
    """The body's columns where they are not the grid's."""
    frames: tuple[TextFrame, ...] = ()
    """Where the story goes on when the slot is full, in order."""
    least: int = 6
    """A line beside a shape that would be narrower, in 字, stays empty."""
    fit: Fit = NO_FIT
    """What may be changed to make its story fit, without asking."""
    jump: Style | None = None
    """Style of the jump lines 下转 and 上接; the credits' if left out."""
    wrap: Mpt | None = None
    """It lies over other slots, and their text keeps this far away; ``None``: it shares no room with another."""
    bands: bool = False
    """Whether what stands above a picture is read in all columns before what stands below it."""
    quotes: tuple[PicturePlace, ...] = ()
    """Where the story's pull quotes stand; those without a place stand in the column."""


@dataclass(frozen=True, slots=True)
class PictureSlot:
    """A place for a picture of its own, outside any story: grid columns and lines (first, last), caption included."""

    name: str
    columns: tuple[int, int]
    lines: tuple[int, int]
    caption: Style
    credit: Style
    span: Span = NOWHERE
    edges: Edges = ON_GRID
    look: PictureLook = PLAIN
    wrap: Mpt | None = None
    """It lies over slots, and text keeps this far away at its sides; ``None``: it shares no room with a slot."""
    clear: int = 1


@dataclass(frozen=True, slots=True)
class AdSlot:
    """A place for an ad. ``accept``: error, or warn where a file that breaks the standard or the size may pass."""

    name: str
    rect: Rect
    accept: str = "error"
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Furniture:
    """A fixed thing on the page. ``kind``: text, fill, rule, box, art, qr, barcode, index.

    ``text`` holds ``{variable}`` of issue and page. A text with an empty variable only is left out. ``valign``:
    top, middle, bottom. A rule runs along the rectangle's longer side, in its middle.
    """

    kind: str
    rect: Rect
    text: str = ""
    style: Style | None = None
    ink: Ink | None = None
    stroke: Stroke | None = None
    valign: str = "middle"
    span: Span = NOWHERE
    box: Box | None = None
    art: Drawing | Code | None = None
    """What an art, qr or barcode shows, once the page's variables are known; its ``plan`` says how."""
    plan: ArtPlan | None = None
    index: IndexLook | None = None
    """How the pages of an index box 导读 are set; its entries are the page's."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A page layout, complete: everything a page needs but its stories."""

    name: str
    width: Mpt
    height: Mpt
    bleed: Mpt
    grid: Grid
    body: Style
    slots: tuple[Slot, ...]
    furniture: tuple[Furniture, ...]
    styles: dict[str, Style] = field(default_factory=dict)
    normalise: bool = True
    """Whether half-width punctuation of copy is made full-width."""
    picture_slots: tuple[PictureSlot, ...] = ()
    span: Span = NOWHERE
    marks: bool = False
    """Crop and registration marks, colour bars and a slug line round the page, whatever the press profile says."""

    ads: tuple[AdSlot, ...] = ()

    spread: bool = False
    """Whether it is a spread 通版: ``width`` and ``grid`` are then those of two pages side by side."""
    blocks: tuple[Block, ...] = ()
    """Blocks before a page's data makes furniture of them."""
    regions: tuple[Region, ...] = ()
    """Parts of the page whose slots find their own heights; until then such a slot has all lines of its region."""

    def slot(self, name: str) -> Slot | None:
        """The slot of that name."""
        return next((slot for slot in self.slots if slot.name == name), None)
