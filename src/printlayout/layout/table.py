"""Tables 表格 set into rows of whole lines (R59) that the flow pours like any others.

Cells are composed by the paragraph setter, so Chinese rules hold in them too; their words stand on the baseline grid of
the page. The head is drawn again wherever the table goes on in another column.
"""

from __future__ import annotations

from collections.abc import Sequence

from printlayout.base.diagnostics import Collector, Severity
from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass
from printlayout.layout.drawing import Drawing, DrawnRow, Ruled, Text, Tint
from printlayout.layout.flow import Row
from printlayout.layout.looks import runs_of
from printlayout.layout.paragraph import Setter, Shape
from printlayout.layout.table_cells import Cells
from printlayout.layout.table_columns import Widths
from printlayout.model.galley import SetLine
from printlayout.model.ink import Ink
from printlayout.model.layout import Grid, Stroke
from printlayout.model.story import Run
from printlayout.model.style import Style
from printlayout.model.table import Table, TableLook

GROUP_KEEPS = 2
"""Rows that stay under a group's heading (R61)."""


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table at one width: its rows, and how wide its columns came out."""

    rows: tuple[DrawnRow, ...]
    columns: Widths

    @property
    def lines(self) -> int:
        """Height in lines where it stands in one piece, blank lines above and below left out."""
        return sum(row.row.lines for row in self.rows if row.row.lines_on_top)


def set_table(
    table: Table,
    look: TableLook,
    width: Mpt,
    grid: Grid,
    setter: Setter,
    collector: Collector,
    blanks: tuple[int, int] = (0, 0),
) -> SetTable:
    """Set a table to ``width``, with so many blank lines above and below.

    Cells wider than their columns and tables wider than their place are errors, each at its place in the copy.
    """
    quiet = Collector()
    cells = Cells(table, look, setter.telling(quiet), collector)
    columns = cells.measure(width)
    rows = tuple(_Rows(table, look, width, grid, cells, columns, setter).rows(blanks))
    for finding in quiet.findings:
        if finding.severity is not Severity.INFO and finding.code not in ("text.overfull", "text.loose"):
            collector.add(finding)
    if columns.short:
        em = look.cell.size
        collector.error("table.too-wide", table.span, needed=f"{columns.needed / em:.1f}", room=f"{width / em:.1f}")
    return SetTable(rows, columns)


class _Rows:
    """Makes the rows of one table."""

    def __init__(
        self, table: Table, look: TableLook, width: Mpt, grid: Grid, cells: Cells, columns: Widths, setter: Setter
    ) -> None:
        self.table = table
        self.look = look
        self.width = width
        self.grid = grid
        self.cells = cells
        self.columns = columns
        self.setter = setter
        self.half = (grid.leading - grid.em) // 2
        """From an em box to the middle between two lines, where rules stand and tints end."""
        self.set = [[cells.set(row, cell) for cell in row.cells] for row in table.rows]
        self.heights = self._heights()

    def rows(self, blanks: tuple[int, int]) -> list[DrawnRow]:
        """Title, head, body, notes, with blank lines above and below."""
        table = self.table
        before, after = blanks
        body = [n for n, row in enumerate(table.rows) if row.kind != "head"]
        head = [n for n, row in enumerate(table.rows) if row.kind == "head"]
        notes = self._notes()
        made = [DrawnRow(Row(before, 0, keep=1), Drawing(), span=table.span)] if before else []
        made += self._title()
        again, again_lines = Drawing(), 0
        for number in head:
            drawing = self._drawing(number)
            again = _joined(again, drawing, again_lines * self.grid.leading)
            again_lines += self.heights[number]
            made.append(self._drawn(number, drawing, keep=1 + (number == head[-1])))
        for at, number in enumerate(body):
            left = len(body) - at - 1
            keep = min(self._keep(number), left)
            keep = max(keep, 1 if left == 1 and len(body) > 2 else 0)
            if not left:
                keep = len(notes)
            repeat = again if at and again_lines else None
            made.append(self._drawn(number, self._drawing(number), keep, repeat, again_lines if repeat else 0))
        made += notes
        if after:
            made.append(DrawnRow(Row(after, 0), Drawing(), span=table.span))
        return made

    def _keep(self, number: int) -> int:
        """Rows that must follow a row in its column."""
        row = self.table.rows[number]
        joined = max((cell.rows for cell in row.cells), default=1) - 1
        return max(joined, GROUP_KEEPS if row.kind == "group" else 0)

    def _heights(self) -> list[int]:
        """Lines of every row; a cell over several rows that is too high makes its last row higher."""
        heights = []
        for cells in self.set:
            least = max((len(c.lines) for c in cells if c.cell.rows == 1), default=1)
            heights.append(max(self.look.row_lines, least))
        for number, cells in enumerate(self.set):
            for one in cells:
                last = min(number + one.cell.rows, len(heights)) - 1
                heights[last] += max(0, len(one.lines) - sum(heights[number : last + 1]))
        return heights

    def _drawn(
        self, number: int, drawing: Drawing, keep: int, again: Drawing | None = None, again_lines: int = 0
    ) -> DrawnRow:
        row, lines = self.table.rows[number], self.heights[number]
        text = "".join(cell.text for cell in row.cells)
        return DrawnRow(
            Row(lines, lines + again_lines, keep=keep), drawing, len(text), row.span, text, again,
            again_lines * self.grid.leading,
        )  # fmt: skip

    def _drawing(self, number: int) -> Drawing:
        """A row's tint, rules and words."""
        height = self.heights[number] * self.grid.leading
        texts: list[Text] = []
        for one in self.set[number]:
            last = min(number + one.cell.rows, len(self.heights))
            room = sum(self.heights[number:last]) * self.grid.leading
            down = (room - len(one.lines) * self.grid.leading) // 2
            for index, line in enumerate(one.lines):
                texts.append(Text(line, one.xs[index], down + index * self.grid.leading, self.grid.em))
        tints = []
        ink = self._tint(number)
        if ink:
            tints.append(Tint(Rect(0, -self.half, self.width, height), ink, self.look.span))
        return Drawing(tuple(texts), tuple(tints), tuple(self._rules(number, height)))

    def _tint(self, number: int) -> Ink | None:
        row, look = self.table.rows[number], self.look
        if row.kind == "head":
            return look.head_fill
        if row.kind == "group":
            return look.group_fill
        if row.kind == "foot":
            return None
        return look.zebra if self._since_part(number) % 2 else None

    def _since_part(self, number: int) -> int:
        """Body rows between the last head or group and a row."""
        count = 0
        while number and self.table.rows[number - 1].kind == "body":
            number -= 1
            count += 1
        return count

    def _rules(self, number: int, height: Mpt) -> list[Ruled]:
        """The rule above a row where one is due, the rule under it, and those between its columns."""
        rows, look, row = self.table.rows, self.look, self.table.rows[number]
        made: list[Ruled] = []
        if not number and look.top:
            made.append(self._across(look.top, -self.half - look.top.width // 2, number, inward=1))
        if row.ruled and number and (look.parts or look.row or look.under_head):
            stroke = look.parts or look.row or look.under_head
            assert stroke is not None
            made.append(self._across(stroke, -self.half, number))
        bottom = height - self.half
        if number == len(rows) - 1:
            if look.foot:
                made.append(self._across(look.foot, bottom + look.foot.width // 2, number, inward=-1))
        elif row.kind == "head" and rows[number + 1].kind != "head":
            if look.under_head:
                made.append(self._across(look.under_head, bottom, number))
        elif not rows[number + 1].ruled:
            made += self._under(number, bottom)
        if look.column and row.kind != "group":
            made += self._between(number, look.column, height)
        return made

    def _under(self, number: int, y: Mpt) -> list[Ruled]:
        """The rule under a row within the table, left out under cells that go on in the next row."""
        rows, look, row = self.table.rows, self.look, self.table.rows[number]
        stroke = look.row
        if row.kind == "head":
            stroke = look.under_head
        elif rows[number + 1].kind == "foot":
            stroke = look.under_head or look.row
        elif (row.kind == "group" and look.every > 1) or (self._since_part(number) + 1) % look.every:
            stroke = None
        if stroke is None:
            return []
        free = [True] * len(self.table.columns)
        for above in range(number + 1):
            for cell in rows[above].cells:
                if above + cell.rows - 1 > number:
                    free[cell.column : cell.column + cell.columns] = [False] * cell.columns
        if row.kind == "head":  # between rows of the head: under what stands over several columns
            over = [(c.column, c.column + c.columns - 1) for c in row.cells if c.columns > 1 and c.rows == 1]
            return [self._part(stroke, y, number, first, last, tight=True) for first, last in over]
        if all(free):
            return [self._across(stroke, y, number)]
        return [self._part(stroke, y, number, a, b) for a, b in _stretches(free)]

    def _across(self, stroke: Stroke, y: Mpt, number: int, inward: int = 1) -> Ruled:
        return Ruled(stroke, 0, y, self.width, y, self.look.span, inward)

    def _part(self, stroke: Stroke, y: Mpt, number: int, first: int, last: int, tight: bool = False) -> Ruled:
        """A rule under columns ``first … last``: to the middle of the gaps, or ``tight`` to their edges."""
        xs, widths = self.columns.xs, self.columns.widths
        left, right = xs[first], xs[last] + widths[last]
        if not tight:
            left = 0 if not first else (left + xs[first - 1] + widths[first - 1]) // 2
            right = self.width if last == len(xs) - 1 else (right + xs[last + 1]) // 2
        return Ruled(stroke, left, y, right, y, self.look.span)

    def _between(self, number: int, stroke: Stroke, height: Mpt) -> list[Ruled]:
        """Rules in the gaps between columns, not through cells that span them."""
        row, xs, widths = self.table.rows[number], self.columns.xs, self.columns.widths
        crossed = {n for cell in row.cells for n in range(cell.column + 1, cell.column + cell.columns)}
        made = []
        for column in range(1, len(xs)):
            if column not in crossed:
                x = (xs[column - 1] + widths[column - 1] + xs[column]) // 2
                made.append(Ruled(stroke, x, -self.half, x, height - self.half, self.look.span))
        return made

    def _title(self) -> list[DrawnRow]:
        """The title in whole lines, its text in their middle (R59)."""
        if not self.table.title:
            return []
        style = self.look.title
        lines = self._lines(self.table.title, style)
        pitch = style.size * 5 // 4
        block = (len(lines) - 1) * pitch + style.size
        least = max(1, -(-(block - self.grid.em) // self.grid.leading) + 1)
        height = max(least, style.lines)
        down = ((height - 1) * self.grid.leading + self.grid.em - block) // 2
        texts = tuple(Text(line, 0, down + n * pitch, style.size) for n, line in enumerate(lines))
        said = "".join(run.text for run in self.table.title)
        row = Row(height, height, keep=1)
        return [DrawnRow(row, Drawing(texts), len(said), self.table.title[0].span, said)]

    def _notes(self) -> list[DrawnRow]:
        """Notes, a row a line; the source at the right of the last line if there is room, else on its own."""
        style = self.look.note
        made = [(note, [line]) for note in self.table.notes for line in self._lines(note, style)]
        if self.table.source:
            lines = self._lines(self.table.source, style, "right")
            room = self.width - style.size
            if made and len(lines) == 1 and made[-1][1][0].width + _inked(lines[0]) <= room:
                made[-1][1].append(lines[0])
            else:
                made += [(self.table.source, [line]) for line in lines]
        rows = []
        for number, (runs, row_lines) in enumerate(made):
            texts = tuple(Text(line, 0, 0, self.grid.em) for line in row_lines)
            said = "".join(t for line in row_lines for piece in line.pieces for t in piece.texts)
            keep = len(made) - 1 - number
            rows.append(DrawnRow(Row(1, 1, keep=keep), Drawing(texts), len(said), runs[0].span, said))
        return rows

    def _lines(self, runs: Sequence[Run], style: Style, align: str = "") -> tuple[SetLine, ...]:
        shape = Shape(self.width, align=align or style.align)
        return self.setter.set(runs_of(runs, style), style.composition, style.size, shape).lines


def _inked(line: SetLine) -> Mpt:
    return sum(line.advances)


def _joined(above: Drawing, below: Drawing, down: Mpt) -> Drawing:
    """Two drawings, the second so far below the first."""
    texts = tuple(Text(t.line, t.x, t.y + down, t.size) for t in below.texts)
    tints = tuple(
        Tint(Rect(t.rect.x, t.rect.y + down, t.rect.width, t.rect.height), t.ink, t.span) for t in below.tints
    )
    rules = tuple(Ruled(r.stroke, r.x1, r.y1 + down, r.x2, r.y2 + down, r.span, r.inward) for r in below.rules)
    return Drawing(above.texts + texts, above.tints + tints, above.rules + rules)


def _stretches(free: Sequence[bool]) -> list[tuple[int, int]]:
    """First and last of every run of free columns."""
    made: list[tuple[int, int]] = []
    for column, is_free in enumerate(free):
        if is_free and made and made[-1][1] == column - 1:
            made[-1] = (made[-1][0], column)
        elif is_free:
            made.append((column, column))
    return made
