"""Rows that are more than a line of a paragraph: set lines, tints and rules, measured from the row's own corner so that
a row is composed once and painted wherever the flow puts it."""

from __future__ import annotations

from printlayout.base.diagnostics import NOWHERE, Span
from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass
from printlayout.layout.flow import Row
from printlayout.layout.paint import Sources, paint_line
from printlayout.layout.rows import Spot
from printlayout.layout.rules import paint_stroke
from printlayout.model.display import Fill, Item
from printlayout.model.frames import Obstacle
from printlayout.model.galley import SetLine
from printlayout.model.ink import Ink
from printlayout.model.layout import Grid, Stroke


@dataclass(frozen=True, slots=True)
class Text:
    """A set line: ``x`` is where its measure begins, ``y`` the top of its em box, ``size`` high."""

    line: SetLine
    x: Mpt
    y: Mpt
    size: Mpt


@dataclass(frozen=True, slots=True)
class Tint:
    """A tinted area."""

    rect: Rect
    ink: Ink
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Ruled:
    """A rule from one point to another; ``inward`` as for :func:`printlayout.layout.rules.paint_stroke`."""

    stroke: Stroke
    x1: Mpt
    y1: Mpt
    x2: Mpt
    y2: Mpt
    span: Span = NOWHERE
    inward: int = 1


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a row consists of. x counts from the left of its column, y from the top of the em box of its first line."""

    texts: tuple[Text, ...] = ()
    tints: tuple[Tint, ...] = ()
    rules: tuple[Ruled, ...] = ()

    def paint(self, x: Mpt, y: Mpt, sources: Sources) -> list[Item]:
        """The items with the row's corner at ``x, y``: tints, rules, then words in order."""
        items: list[Item] = []
        for tint in self.tints:
            area = Rect(x + tint.rect.x, y + tint.rect.y, tint.rect.width, tint.rect.height)
            items.append(Fill(area, tint.ink, sources.id(tint.span)))
        for rule in self.rules:
            ends = (x + rule.x1, y + rule.y1, x + rule.x2, y + rule.y2)
            items += paint_stroke(rule.stroke, *ends, sources.id(rule.span), rule.inward)
        for text in self.texts:
            items += paint_line(text.line, x + text.x, y + text.y, text.size, sources)
        return items


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """A row of a body that is drawn. ``again`` is drawn above it where it opens a column (the head of a table that goes
    on); ``again_height`` is how far it moves the row down. ``characters``, ``span``, ``text``: what a report of overset
    text says of it. ``left``: how far into its column it begins. ``aside``: its words are the story's, said again."""

    row: Row
    drawing: Drawing
    characters: int = 0
    span: Span = NOWHERE
    text: str = ""
    again: Drawing | None = None
    again_height: Mpt = 0
    left: Mpt = 0
    aside: bool = False

    def paint(self, spot: Spot, sources: Sources) -> list[Item]:
        """The items of the row at its place."""
        x, top = spot.x + self.left, spot.grid.y(spot.line)
        if not spot.on_top or self.again is None:
            return self.drawing.paint(x, top, sources)
        return [*self.again.paint(x, top, sources), *self.drawing.paint(x, top + self.again_height, sources)]


@dataclass(frozen=True, slots=True)
class Inset:
    """Rows that have a place of their own in a slot, round which its text goes: on lines from ``first`` of a grid, at
    ``x`` on the page. ``obstacle``: what they keep free, blank lines included."""

    rows: tuple[DrawnRow, ...]
    x: Mpt
    first: int
    obstacle: Obstacle

    def paint(self, grid: Grid, sources: Sources, aside: bool) -> list[Item]:
        """The items of its rows: of those that say the story's words again, or of the others."""
        items: list[Item] = []
        line = self.first
        for row in self.rows:
            if row.aside is aside:
                items += row.paint(Spot(self.x, line, row.row.lines, line == self.first, grid), sources)
            line += row.row.lines
        return items
