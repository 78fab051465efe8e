"""How text looks and how it is composed."""

from __future__ import annotations

from printlayout.base.diagnostics import NOWHERE, Span
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass, field, replace
from printlayout.model.ink import BLACK, Ink
from printlayout.model.showing import Effect, Fit


@dataclass(frozen=True, slots=True)
class Face:
    """A face as styles name it: a family of the font catalogue and a weight (100-900)."""

    family: str
    weight: int = 400

    @property
    def key(self) -> str:
        """The name the face travels under in a display list."""
        return f"{self.family}-{self.weight}"


@dataclass(frozen=True, slots=True)
class Composition:
    """The rules text is composed by (typography.md part 1). Amounts are permille of an em."""

    level: str = "gb"
    """Prohibition of line start and end: none, basic, gb, strict (R12-R16)."""
    punctuation: str = "line-end-half"
    """Width of marks: full 全角, kaiming 开明, line-end-half 行末半角, half 半角 (R11)."""
    region: str = "CN"
    """CN, TW, HK: whose forms, blanks and positions of marks (R9, R10, R33)."""
    hanging: str = "off"
    """Marks outside the measure at line end: off, allow, force (R40)."""
    autospace: int = 250
    """Space between Han and Latin or digits (R65)."""
    pair: int = 1500
    """What two adjacent marks of 2 em take together: 1500, 1000, or 2000 for no rule (R31)."""
    squeeze_stops: bool = True
    """Whether 。？！ inside a line may give up blank to take in a mark (R43 step 7)."""
    most_stretch: int = 500
    """The most that may be added to one gap; beyond it the line is set loose and reported (R48)."""
    latin_stretch: int = 500
    """The most a Han-Latin space may grow to (R45 step 2)."""
    title_min: int = 0
    """Least characters of a 《…》 on each side of a break, 0 for no rule (R30)."""
    grid_latin: bool = False
    """Western words padded, at most half an em a side, so that the Han after them return to the grid (R66)."""
    breaker: str = "optimum"
    """optimum (whole paragraph) or firstfit."""
    writing: str = "horizontal"
    """horizontal or vertical."""
    lang: str = "zh-Hans"
    """BCP 47 language of the text; chooses glyph forms."""
    latin_lang: str = "en-US"
    """Language of the Western words, for hyphenation."""


@dataclass(frozen=True, slots=True)
class Style:
    """A named style of the layout: type, paragraph and block in one value.

    ``leading`` is the distance of baselines; 0 means the grid's. ``lines``, ``before`` and ``after`` count lines of
    the grid: a block of ``lines`` lines with its text in the middle (R59). ``sizes`` are the sizes a headline may
    take, largest first; empty means ``size`` alone. ``indent`` is in permille of an em (R50).
    """

    name: str
    face: Face
    size: Mpt
    latin: Face | None = None
    leading: Mpt = 0
    ink: Ink = BLACK
    align: str = "justify"
    """justify, left, center, right."""
    indent: int = 0
    hang: int = 0
    """Indent of every line but the first, permille of an em (R54)."""
    widow: bool = False
    """Whether the last line of a paragraph may not open a column (R53)."""
    drop_cap: int = 0
    """Lines the first character of a story reaches down (首字下沉); 0 for none."""
    tracking: int = 0
    """Space added after every character, permille of an em; headlines only (R64)."""
    lines: int = 0
    before: int = 0
    after: int = 0
    sizes: tuple[Mpt, ...] = ()
    emphasis: Face | None = None
    """Face of ``**…**`` inside the text; the weight 700 of the text's own family if not given."""
    lead_in: Face | None = None
    """Face of a run-in head, a ``**…**`` that opens a paragraph (R62)."""
    composition: Composition = field(default_factory=Composition)
    fit: Fit | None = None
    """How display text may be made to fit besides by its size."""
    effect: Effect | None = None
    """How display text is drawn, if not plainly."""
    span: Span = NOWHERE
    """Where the style is written; two styles are the same wherever they stand."""

    def at(self, size: Mpt) -> Style:
        """The same style at another size."""
        return replace(self, size=size)
