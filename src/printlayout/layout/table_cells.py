"""The cells of a table: each set by the paragraph setter, measured, and given its place in its column."""

from __future__ import annotations

from collections.abc import Iterator

from printlayout.base.diagnostics import Collector
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass, field, replace
from printlayout.layout.cells import TextRun
from printlayout.layout.looks import runs_of
from printlayout.layout.paragraph import Setter, Shape
from printlayout.layout.table_columns import Block, Widths, Wish, block_of, solve
from printlayout.model.galley import SetLine
from printlayout.model.style import Style
from printlayout.model.table import Cell, Column, Table, TableLook, TableRow
from printlayout.text.characters import is_chinese
from printlayout.text.numerals import middle, point

ENDLESS: Mpt = 10_000_000
"""A measure no cell reaches."""
ANCHORS = {"decimal": point, "score": middle}
"""What finds the character that stands under one another in a column."""


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell's lines and where each begins, from the left of the table."""

    cell: Cell
    lines: tuple[SetLine, ...]
    xs: tuple[Mpt, ...]


@dataclass(slots=True)
class Cells:
    """Sets the cells of one table: :meth:`measure` first, then :meth:`set`."""

    table: Table
    look: TableLook
    setter: Setter
    collector: Collector
    columns: Widths = field(default_factory=lambda: Widths((), (), 0, False))
    blocks: list[Block] = field(default_factory=list)
    natural: dict[Cell, tuple[SetLine, ...]] = field(default_factory=dict)
    even: dict[int, int] = field(default_factory=dict)
    """Characters of the longest word in columns spread evenly (均排)."""

    def measure(self, width: Mpt) -> Widths:
        """The widths of the columns in ``width``."""
        for number, column in enumerate(self.table.columns):
            if column.style and column.style not in self.look.styles:
                self.collector.error("table.unknown-style", column.span, name=column.style[:40])
            if column.align == "even":
                words = [c.text for _, c in self._single(number) if _spreads(c)]
                self.even[number] = max(map(len, words), default=0)
        wishes = [self._wish(number, column) for number, column in enumerate(self.table.columns)]
        self.columns = solve(wishes, width, self.look.gap, self.look.inset, self.look.cell.size)
        return self.columns

    def style(self, row: TableRow, cell: Cell) -> Style:
        """The style of a cell by its row, or in the body by its column."""
        look = self.look
        if row.kind != "body":
            return {"head": look.head, "group": look.group, "foot": look.foot_row}[row.kind]
        return look.styles.get(self.table.columns[cell.column].style, look.cell)

    def _single(self, number: int) -> Iterator[tuple[TableRow, Cell]]:
        """Cells that stand in one column alone."""
        for row in self.table.rows:
            for cell in row.cells:
                if row.kind != "group" and cell.column == number and cell.columns == 1:
                    yield row, cell

    def _runs(self, row: TableRow, cell: Cell) -> list[TextRun]:
        runs = runs_of(cell.runs, self.style(row, cell))
        if cell.column in self.even and _spreads(cell):
            runs = [replace(runs[0], mark="even", note=str(self.even[cell.column]))]
        return runs

    def _lines(self, row: TableRow, cell: Cell, measure: Mpt) -> tuple[SetLine, ...]:
        style = self.style(row, cell)
        if not cell.runs:
            return ()
        return self.setter.set(self._runs(row, cell), style.composition, style.size, Shape(measure, align="left")).lines

    def _natural(self, row: TableRow, cell: Cell) -> tuple[SetLine, ...]:
        """The cell's lines where nothing breaks them but its own line ends; set once."""
        lines = self.natural.get(cell)
        if lines is None:
            lines = self.natural[cell] = self._lines(row, cell, ENDLESS)
        return lines

    def _anchor(self, row: TableRow, cell: Cell, line: SetLine) -> Mpt | None:
        """How far into its line a cell's point stands; ``None`` where it has none."""
        finds = ANCHORS.get(self.table.columns[cell.column].align)
        at = finds(cell.text) if finds and row.kind in ("body", "foot") else None
        if at is None:
            return None
        return line.xs[at] if at < len(line.xs) else line.width

    def _wish(self, number: int, column: Column) -> Wish:
        parts: list[tuple[Mpt, Mpt]] = []
        widest = 0
        digits: dict[bool, Cell] = {}
        for row, cell in self._single(number):
            for line in self._natural(row, cell):
                widest = max(widest, line.width)
                anchor = self._anchor(row, cell, line)
                if anchor is not None:
                    parts.append((anchor, line.width - anchor))
                    digits.setdefault(any("０" <= char <= "９" for char in cell.text), cell)
        if len(digits) == 2:
            self.collector.warn("table.mixed-digits", digits[True].span)
        block = block_of(parts)
        self.blocks.append(block)
        fixed = column.length.mpt(self.look.cell.size) if column.length else 0
        wraps = column.align not in ("decimal", "score")
        return Wish(max(widest, block.width), fixed, column.share, wraps)

    def set(self, row: TableRow, cell: Cell) -> SetCell:
        """A cell in its column: one line where it fits, else broken to the width it has."""
        last = cell.column + cell.columns - 1
        x = self.columns.xs[cell.column]
        width = self.columns.xs[last] + self.columns.widths[last] - x
        lines = self._natural(row, cell)
        numeric = len(lines) == 1 and self._anchor(row, cell, lines[0]) is not None  # a number is never broken
        if not numeric and max((line.width for line in lines), default=0) > width:
            lines = self._lines(row, cell, width)
        widest = max((line.width for line in lines), default=0)
        if widest > width:
            over = (widest - width) / self.style(row, cell).size
            self.collector.error("table.cell-too-wide", cell.span, text=cell.text[:12], over=f"{over:.2f}")
        xs = tuple(x + self._indent(row, cell, line, width, len(lines) == 1) for line in lines)
        return SetCell(cell, lines, xs)

    def _indent(self, row: TableRow, cell: Cell, line: SetLine, width: Mpt, alone: bool) -> Mpt:
        """How far into its column a line begins."""
        align = self.table.columns[cell.column].align
        if align in ANCHORS:
            anchor = self._anchor(row, cell, line) if alone and cell.columns == 1 else None
            block = self.blocks[cell.column]
            if anchor is not None and block.width <= width:
                return (width - block.width) // 2 + block.before - anchor
            align = "right" if anchor is not None else "center"
        if row.kind == "group":
            align = self.style(row, cell).align
        elif row.kind == "head" and cell.columns > 1:
            align = "center"
        elif row.kind == "body" and cell.columns > 1 and align != "center":
            align = "left"
        if align == "center":
            return (width - line.width) // 2
        return width - line.width if align == "right" else 0


def _spreads(cell: Cell) -> bool:
    """Whether a cell is one word of Chinese characters that can be spread over the width of a longer one (R49)."""
    return len(cell.runs) == 1 and not cell.runs[0].mark and len(cell.text) > 1 and all(map(is_chinese, cell.text))
