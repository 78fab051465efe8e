"""Rows: what a body is poured as. A row takes whole lines of the grid and paints itself at its place."""

from __future__ import annotations

from typing import Protocol

from printlayout.base.diagnostics import Span
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass
from printlayout.layout.flow import Row
from printlayout.layout.paint import Sources, paint_line
from printlayout.model.display import Item
from printlayout.model.galley import SetLine
from printlayout.model.layout import Grid

HEADING_ABOVE = 580
"""Share of a sub-heading's blank that stands above it (permille): more above than below."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a row stands: the left edge of its column, the grid line it begins on, its height in lines, and whether
    nothing stands above it in its column."""

    x: Mpt
    line: int
    lines: int
    on_top: bool
    grid: Grid


class BodyRow(Protocol):
    """A row of a body."""

    @property
    def row(self) -> Row:
        """Its numbers for pouring."""

    @property
    def characters(self) -> int:
        """How many characters of the story it holds."""

    @property
    def span(self) -> Span:
        """Where its first character stands in the story."""

    @property
    def text(self) -> str:
        """Its characters."""

    @property
    def aside(self) -> bool:
        """Whether its words are the story's, said again."""

    def paint(self, spot: Spot, sources: Sources) -> list[Item]:
        """What it puts on the page."""


def words(lines: tuple[SetLine, ...]) -> str:
    """The characters of set lines."""
    return "".join(text for line in lines for piece in line.pieces for text in piece.texts)


@dataclass(frozen=True, slots=True)
class TextRow:
    """A line of a paragraph. ``drop``: a drop cap and its size; its em box begins with the row's. Lines that only stand
    beside a drop cap hold nothing."""

    row: Row
    line: SetLine | None
    characters: int
    span: Span
    drop: tuple[SetLine, Mpt] | None = None
    aside: bool = False

    @property
    def text(self) -> str:
        """Its characters, the drop cap first."""
        lines = (self.drop[0],) if self.drop else ()
        return words((*lines, self.line) if self.line else lines)

    def paint(self, spot: Spot, sources: Sources) -> list[Item]:
        """The line with its em box at the top of the grid line."""
        items: list[Item] = []
        y = spot.grid.y(spot.line)
        if self.drop:
            cap, size = self.drop
            items += paint_line(cap, spot.x, y, size, sources)
        if self.line:
            items += paint_line(self.line, spot.x, y, spot.grid.em, sources)
        return items


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """A sub-heading: its lines, ``pitch`` apart, stand in whole lines of the grid, with more blank above than below
    (R59)."""

    row: Row
    lines: tuple[SetLine, ...]
    size: Mpt
    pitch: Mpt
    characters: int
    span: Span
    left: Mpt = 0
    aside: bool = False

    @property
    def text(self) -> str:
        """Its characters."""
        return words(self.lines)

    def paint(self, spot: Spot, sources: Sources) -> list[Item]:
        """The heading's lines; on top of a column without the blank above."""
        grid = spot.grid
        block = (spot.lines - 1) * grid.leading + grid.em
        text = (len(self.lines) - 1) * self.pitch + self.size
        y = grid.y(spot.line) + (0 if spot.on_top else (block - text) * HEADING_ABOVE // 1000)
        items: list[Item] = []
        for number, line in enumerate(self.lines):
            items += paint_line(line, spot.x + self.left, y + number * self.pitch, self.size, sources)
        return items
