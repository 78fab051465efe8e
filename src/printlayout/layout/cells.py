"""Shaped text as parallel arrays, one entry a cell: what a line is a range of. Shaped once, never again to draw.

A cell is a character with its glyph; a ligature or a 2-em dash is one cell of several characters, and the letters of
a Western word are cells that belong to one unit.
"""

from __future__ import annotations

from printlayout.base.diagnostics import Span
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass, field
from printlayout.model.ink import Ink
from printlayout.model.shaped import Glyph
from printlayout.model.style import Face


@dataclass(frozen=True, slots=True)
class TextRun:
    """Characters of one look. ``span`` is the place of the first character; ``latin`` sets the Western words;
    ``after`` is blank behind the last character. ``mark``, ``note``: see :class:`printlayout.model.story.Run`."""

    text: str
    face: Face
    latin: Face
    size: Mpt
    ink: Ink
    span: Span
    tracking: int = 0
    after: Mpt = 0
    mark: str = ""
    note: str = ""


@dataclass(slots=True)
class Cells:
    """The arrays. ``starts`` has one entry more than there are cells. ``offs``: distance of the glyph's origin from
    the left edge of the cell's box; ``lifts``: its height above the baseline. ``left``, ``right``: blank the box can
    still give. ``first``: the cell begins a unit. ``uses``: index into ``looks``. ``extra``: further glyphs of a
    cell, ``dx`` from the cell's left edge.
    """

    text: str
    em: Mpt
    starts: list[int] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)
    gids: list[int] = field(default_factory=list)
    widths: list[Mpt] = field(default_factory=list)
    offs: list[Mpt] = field(default_factory=list)
    lifts: list[Mpt] = field(default_factory=list)
    left: list[Mpt] = field(default_factory=list)
    right: list[Mpt] = field(default_factory=list)
    first: list[bool] = field(default_factory=list)
    uses: list[int] = field(default_factory=list)
    looks: list[tuple[Face, TextRun, str]] = field(default_factory=list)
    extra: dict[int, tuple[Glyph, ...]] = field(default_factory=dict)
    hyphens: dict[int, Mpt] = field(default_factory=dict)
    """Boundaries inside Western words where a hyphen of that width may stand."""
    blanks: dict[int, Mpt] = field(default_factory=dict)
    """Fixed blank at boundaries; it falls away where a line ends there."""
    readings: list[tuple[int, int, tuple[Glyph, ...], Mpt]] = field(default_factory=list)
    """Readings: first cell, end, glyphs at half the size, width (R70)."""
    symbols: list[tuple[int, Mpt, Mpt, tuple[tuple[int, Mpt, Mpt], ...]]] = field(default_factory=list)
    """注音 symbols: cell, size, distance of their axis from the character's middle, and for each glyph how far down
    from the top of the em box and how far right of the axis it stands (R70)."""

    def __len__(self) -> int:
        return len(self.kinds)
