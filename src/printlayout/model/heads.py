"""The headline group 标题 as a layout describes it: where it stands, how text goes round it, its parts' styles."""

from __future__ import annotations

from printlayout.base.diagnostics import NOWHERE, Span
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass
from printlayout.model.style import Style

OVER, BESIDE, WRAPPED, BETWEEN = "over", "beside", "wrapped", "between"
"""The four relations of headline and text: 盖文题, 串文题, 文包题, 文夹题."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where the headline group of a slot stands and its styles. Columns count from the slot's first column; one
    style ``None`` means the layout has no place for that part. ``before``/``after``: blank lines round the group."""

    columns: tuple[int, int]
    kicker: Style | None
    headline: Style
    deck: Style | None
    byline: Style | None
    before: int = 0
    after: int = 1
    gap: Mpt = 0
    """Least space between rows of the group."""
    lines: int = 0
    """Height of a vertical headline group over horizontal text, in lines; its columns give its width."""
    relation: str = ""
    """How headline and text stand to each other: over 盖文题, beside 串文题, wrapped 文包题, between 文夹题. Empty: as
    the columns give it, without a rule of its own."""
    line: int = 1
    """Line of the slot the group begins on; later than the first, text stands above it (题沉入文中)."""
    span: Span = NOWHERE
