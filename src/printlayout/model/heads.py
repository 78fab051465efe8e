"""The headline group 标题 as a layout describes it: where it stands, how text goes round it, its parts' styles."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from printlayout.base.diagnostics import NOWHERE, Span
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass, replace
from printlayout.model.style import Style

if TYPE_CHECKING:
    from printlayout.model.layout import Stroke

OVER, BESIDE, WRAPPED, BETWEEN = "over", "beside", "wrapped", "between"
"""The four relations of headline and text: 盖文题, 串文题, 文包题, 文夹题."""


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a section or series (栏目名, 题花): a small block at the group's top, or standing at its left.
    ``text`` is the slot's own, for stories that bring none; ``rule`` runs under a label at the top."""

    style: Style
    text: str = ""
    at: str = "top"
    rule: Stroke | None = None
    span: Span = NOWHERE


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
    summary: Style | None = None
    """Style of the summary 提要, set under the byline."""
    label: Label | None = None
    kicker_at: str = "above"
    """above the headline, or left of it."""
    deck_at: str = "below"
    """below the headline, or right of it."""
    ladder: tuple[Mpt, ...] = ()
    """The house's size steps, largest first: secondary lines, kicker and deck go down them from the headline."""
    span: Span = NOWHERE
    beside: tuple[int, int] | None = None
    """Columns the group may take instead, with text beside it (串文题), if that makes the story fit."""

    @property
    def styles(self) -> tuple[Style, ...]:
        """Every style of the group."""
        label = self.label.style if self.label else None
        given = (self.kicker, self.headline, self.deck, self.byline, self.summary, label)
        return tuple(style for style in given if style is not None)

    def styled(self, change: Callable[[Style], Style]) -> Head:
        """The same group with every style changed."""
        kicker, deck, byline, summary = (
            style and change(style) for style in (self.kicker, self.deck, self.byline, self.summary)
        )
        label = self.label and replace(self.label, style=change(self.label.style))
        return replace(
            self, kicker=kicker, headline=change(self.headline), deck=deck, byline=byline, summary=summary, label=label
        )
