"""Tables 表格: cells of text with their places, how columns are measured and line up, and what a table looks like."""

from __future__ import annotations

from printlayout.base.diagnostics import NOWHERE, Span
from printlayout.base.units import Length, Mpt
from printlayout.base.value import dataclass, field
from printlayout.model.ink import Ink
from printlayout.model.layout import Stroke
from printlayout.model.story import Run
from printlayout.model.style import Style


@dataclass(frozen=True, slots=True)
class Column:
    """A column. Its width is a ``length`` (字 is the cell's size), a ``share`` of what the others leave, or, with
    neither, what its content takes. ``align``: left, center, right, decimal, score, even; ``style`` is a style of the
    layout by name, empty for the table's own."""

    length: Length | None = None
    share: int = 0
    align: str = "left"
    style: str = ""
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell in column ``column`` (from 0), ``columns`` wide and ``rows`` high. A line feed in a run begins a line."""

    runs: tuple[Run, ...]
    column: int
    columns: int = 1
    rows: int = 1
    span: Span = NOWHERE

    @property
    def text(self) -> str:
        """The characters of the cell."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row. ``kind``: head, body, group (a heading across the table), foot (totals). ``ruled``: a rule above it was
    asked for."""

    kind: str
    cells: tuple[Cell, ...]
    ruled: bool = False
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Table:
    """A table as the newsroom wrote it; heads first. ``look`` names one of the layout's, ``across`` the columns of
    the slot it spans at its ``place`` (without, it stands in the column), ``notes`` and ``source`` stand below it."""

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    title: tuple[Run, ...] = ()
    notes: tuple[tuple[Run, ...], ...] = ()
    source: tuple[Run, ...] = ()
    look: str = ""
    across: tuple[int, int] | None = None
    place: str = "top"
    span: Span = NOWHERE

    @property
    def lines(self) -> tuple[tuple[Run, ...], ...]:
        """Every line of text in reading order: title, cells row by row, notes, source."""
        cells = (cell.runs for row in self.rows for cell in row.cells)
        return tuple(runs for runs in (self.title, *cells, *self.notes, self.source) if runs)

    @property
    def text(self) -> str:
        """The characters of the table, a cell a line."""
        return "\n".join("".join(run.text for run in runs) for runs in self.lines)


@dataclass(frozen=True, slots=True)
class TableLook:
    """What tables of a layout look like. Rules: ``top`` and ``foot`` close the table, ``under_head`` is below the head,
    ``row`` below every ``every``-th row, ``column`` between columns, ``parts`` where the copy asks for one. ``gap``:
    least space between columns; ``inset``: space at the left and right edge; ``row_lines``: least height of a row."""

    name: str
    cell: Style
    head: Style
    group: Style
    foot_row: Style
    title: Style
    note: Style
    top: Stroke | None = None
    under_head: Stroke | None = None
    row: Stroke | None = None
    every: int = 1
    foot: Stroke | None = None
    column: Stroke | None = None
    parts: Stroke | None = None
    zebra: Ink | None = None
    head_fill: Ink | None = None
    group_fill: Ink | None = None
    gap: Mpt = 0
    inset: Mpt = 0
    row_lines: int = 1
    space: int = 1
    """Blank lines above and below a table in a column."""
    span: Span = NOWHERE
    styles: dict[str, Style] = field(default_factory=dict)
    """The layout's styles, for columns that name one."""
