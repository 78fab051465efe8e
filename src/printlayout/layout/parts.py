"""The parts of a story's body, ready to be set into any columns: each knows its rows at any measure.

A part is shaped once. What it was set to at a measure it remembers, so that a body may be poured, levelled and
measured as often as make-up needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from printlayout.base.diagnostics import Collector, Finding
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass, replace
from printlayout.layout.cells import TextRun
from printlayout.layout.fitting import fit_lines
from printlayout.layout.flow import Row
from printlayout.layout.looks import only_start, paragraph_runs, place_of, shape_of, without_start
from printlayout.layout.paragraph import Prepared, Setter, Shape
from printlayout.layout.rows import BodyRow, HeadingRow, TextRow
from printlayout.model.galley import SetLine
from printlayout.model.layout import Grid, Slot
from printlayout.model.story import Block, Story
from printlayout.text.classes import CLASSES, MARKS

UNDER, OVER = frozenset(("dots", "name", "title")), frozenset(("ruby",))
"""Marks that stand below and above a line, in the space between it and the next."""
ONE_SIDE, BOTH_SIDES = 500, 625
"""Least space between lines with marks on one side of them, and on both, permille of an em (R56)."""


@dataclass(frozen=True, slots=True)
class Rooms:
    """What the lines a part will stand on have free: left edge and measure of the first ones, the measure ``width`` of
    all further lines."""

    width: Mpt
    first: tuple[tuple[Mpt, Mpt], ...] = ()

    def common(self, lines: int) -> tuple[Mpt, Mpt]:
        """Left edge and measure that the first ``lines`` lines have in common."""
        rooms = [*self.first[:lines], *[(0, self.width)] * (lines - len(self.first))]
        left = max(left for left, _ in rooms)
        return left, min(left + width for left, width in rooms) - left


Rows = tuple[tuple[BodyRow, ...], tuple[Finding, ...]]
"""A part's rows, and what there is to tell about them."""


class Part(Protocol):
    """A paragraph, a sub-heading, or anything else that comes in rows."""

    heads: int
    """How many of its rows are sub-headings."""

    def rows(self, rooms: Rooms) -> Rows:
        """Its rows on lines of that much room; the same object for the same rooms."""


def parts_of(story: Story, slot: Slot, grid: Grid, setter: Setter, collector: Collector) -> list[Part]:
    """The parts of a story in a slot's styles; ``collector`` takes what is to be told whatever the measure."""
    parts: list[Part] = []
    opens = True
    for number, block in enumerate(story.blocks):
        if block.kind == "subhead":
            parts.append(Heading(block, slot, grid, setter))
        elif block.kind != "para":
            from printlayout.layout.inserts import insert

            parts.append(insert(story, number, slot, grid, setter, collector))
        else:
            parts.append(Paragraph(block, slot, grid, setter, collector, opens))
            opens = False
    return parts


class Heading:
    """A sub-heading. It takes whole lines (R59): the style's count for one row of text; further rows keep its blank."""

    heads = 1

    def __init__(self, block: Block, slot: Slot, grid: Grid, setter: Setter) -> None:
        self._block, self._slot, self._grid, self._setter = block, slot, grid, setter
        self._known: dict[tuple[Mpt, Mpt], Rows] = {}

    def rows(self, rooms: Rooms) -> Rows:
        """The heading as one row, in the room all its lines have."""
        lines = max(1, self._slot.subhead.lines)
        while True:
            left, width = rooms.common(lines)
            if (left, width) not in self._known:
                self._known[left, width] = self._set(left, width)
            high = self._known[left, width][0][0].row.lines
            if high <= lines:
                return self._known[left, width]
            lines = high

    def _set(self, left: Mpt, width: Mpt) -> Rows:
        block, grid, style = self._block, self._grid, self._slot.subhead
        told = Collector()
        lines, size = fit_lines([list(block.runs)], style, width, self._setter.telling(told), told)
        pitch = size * 5 // 4
        one, least = (_grid_lines(rows * pitch + size, grid) for rows in (0, len(lines) - 1))
        height = least + (max(0, style.lines - one) if style.lines else 1)
        row = Row(height, max(least, height - 1), keep=self._slot.keep_after_subhead, head=True)
        made = HeadingRow(row, tuple(lines), size, pitch, len(block.text), block.span, left)
        return (made,), tuple(told.findings)


class Paragraph:
    """A paragraph. The story's first one may open with a drop cap; its last two lines stay together where a last line
    may not open a column (R53)."""

    heads = 0

    def __init__(self, block: Block, slot: Slot, grid: Grid, setter: Setter, collector: Collector, opens: bool) -> None:
        self._block, self._style, self._setter = block, slot.body, setter
        style = slot.body
        runs = paragraph_runs(block, style)
        self._drop = _drop_cap(runs, slot, grid, setter) if opens and style.drop_cap > 1 else None
        self._skipped = 0
        self._shape = shape_of(style, 0)
        if self._drop:
            _line, _size, reach, self._skipped = self._drop
            runs = without_start(runs, self._skipped)
            self._shape = replace(self._shape, indents=(reach,) * style.drop_cap + (self._shape.indents[-1],))
        _check_marks(runs, style.size, grid, collector)
        self._runs = runs
        self._prepared: Prepared = setter.prepare(runs, style.composition, style.size)
        self._known: dict[tuple[Rooms, int], Rows] = {}

    def rows(self, rooms: Rooms, lines: int = 0) -> Rows:
        """The paragraph line by line; with ``lines``, in so many if the limits of spacing allow."""
        if (rooms, lines) not in self._known:
            told = Collector()
            shape = replace(self._shape, measure=rooms.width, cuts=rooms.first, lines=lines)
            made = self._setter.telling(told).lay(self._prepared, shape).lines
            self._known[rooms, lines] = tuple(self._rows(made)), tuple(told.findings)
        return self._known[rooms, lines]

    def _rows(self, lines: Sequence[SetLine]) -> list[BodyRow]:
        style, drop, block = self._style, self._drop, self._block
        rows: list[BodyRow] = []
        for number, line in enumerate(lines):
            ends = number == len(lines) - 1
            keep = 1 if style.widow and number == len(lines) - 2 else 0
            if drop and number == 0:
                keep = max(keep, min(style.drop_cap, len(lines)) - 1)
            row = Row(1, 1, keep=keep, ends=ends, alone=len(lines) == 1)
            span = place_of(self._runs, line.start, block.span)
            characters = line.end - line.start + (self._skipped if number == 0 else 0)
            rows.append(TextRow(row, line, characters, span, drop[:2] if drop and not number else None))
        while drop and len(rows) < style.drop_cap:
            rows.append(TextRow(Row(1, 1), None, 0, block.span))
        return rows


def _check_marks(runs: Sequence[TextRun], size: Mpt, grid: Grid, collector: Collector) -> None:
    """Tell where marks beside the text have no room between its lines (R56)."""
    marked = [run for run in runs if run.mark in UNDER | OVER]
    both = bool({run.mark for run in marked} & UNDER and {run.mark for run in marked} & OVER)
    need = BOTH_SIDES if both else ONE_SIDE
    gap = grid.leading - size
    if marked and gap * 1000 < need * size:
        collector.warn("text.tight-marks", marked[0].span, gap=f"{gap / size:.2f}", need=f"{need / 1000:g}")


def _drop_cap(runs: Sequence[TextRun], slot: Slot, grid: Grid, setter: Setter) -> tuple[SetLine, Mpt, Mpt, int] | None:
    """The first character, set so that its em box fills the style's lines; with it the marks that open the
    paragraph. Returns its line, size, the indent it asks of the text (whole 字, R59), and its length."""
    style = slot.body
    text = "".join(run.text for run in runs)
    count = next((at + 1 for at, char in enumerate(text) if CLASSES[char] not in MARKS), 0)
    if not count or count > 3:
        return None
    size = (style.drop_cap - 1) * grid.leading + grid.em
    first = [replace(run, size=size) for run in only_start(runs, count)]
    line = setter.set(first, style.composition, size, Shape(size * (count + 1), align="left")).lines[0]
    return line, size, -(-(line.width + style.size // 4) // style.size) * style.size, count


def _grid_lines(height: Mpt, grid: Grid) -> int:
    """Whole lines of the grid, em box to em box, that a height needs."""
    return max(0, -(-(height - grid.em) // grid.leading)) + 1


class Squeezed:
    """A paragraph set in another number of lines than looks best: a line shorter to save it, a line longer to fill one
    (R57). Where its spacing would leave the limits it stays as it is."""

    heads = 0

    def __init__(self, part: Paragraph, lines: int) -> None:
        self._part, self._lines = part, lines

    def rows(self, rooms: Rooms) -> Rows:
        """Its rows on lines of that much room."""
        return self._part.rows(rooms, self._lines)


def squeezed(parts: Sequence[Part], width: Mpt, count: int) -> list[Part]:
    """The parts with ``count`` paragraphs set a line shorter (or, less than 0, longer) at a measure: those whose last
    line holds least (or most), for they give way easiest. Fewer if no more can."""
    rooms = Rooms(width)
    made = list(parts)
    found = [(at, part, part.rows(rooms)[0]) for at, part in enumerate(parts) if isinstance(part, Paragraph)]
    ready = [(rows[-1].characters, at, part, len(rows)) for at, part, rows in found if len(rows) > 2]
    left = abs(count)
    for _, at, part, lines in sorted(ready, key=lambda one: (one[0] if count > 0 else -one[0], one[1])):
        if not left:
            break
        wanted = lines - 1 if count > 0 else lines + 1
        if len(part.rows(rooms, wanted)[0]) == wanted:
            made[at] = Squeezed(part, wanted)
            left -= 1
    return made
