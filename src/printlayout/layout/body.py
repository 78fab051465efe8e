"""A story's body: paragraphs and sub-headings composed into rows, rows poured into columns, lines put on the grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from printlayout.base.diagnostics import Collector, Span
from printlayout.base.units import Mpt
from printlayout.layout.flow import Poured, Row, level
from printlayout.layout.headline import fit_lines
from printlayout.layout.looks import paragraph_runs, shape_of
from printlayout.layout.paint import Sources, baseline, paint_line
from printlayout.layout.paragraph import Setter
from printlayout.model.display import Item
from printlayout.model.frames import Segment
from printlayout.model.galley import SetLine
from printlayout.model.layout import Grid, Slot
from printlayout.model.story import Block, Story

HEADING_ABOVE = 580
"""Share of a sub-heading's blank that stands above it (permille): more above than below."""


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A row with its set lines. ``size`` and ``pitch`` are those of its lines (a sub-heading's, or the body's)."""

    row: Row
    lines: tuple[SetLine, ...]
    size: Mpt
    pitch: Mpt
    characters: int
    span: Span


@dataclass(frozen=True, slots=True)
class Overset:
    """What found no room (文字溢出): ``characters`` and ``lines`` from ``span`` on, which begins ``text``."""

    characters: int
    lines: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class SetBody:
    """A body in its columns. ``last_line``: the grid line the columns end on; ``free``: lines of the slot's columns
    left empty below it.
    """

    items: tuple[Item, ...]
    overset: Overset | None
    last_line: int
    poured: Poured
    rows: tuple[BodyRow, ...]


def compose(story: Story, slot: Slot, grid: Grid, width: Mpt, setter: Setter, collector: Collector) -> list[BodyRow]:
    """The rows of a story at one column width."""
    rows: list[BodyRow] = []
    for block in story.blocks:
        if block.kind == "subhead":
            rows.append(_subhead(block, slot, grid, width, setter, collector))
        else:
            rows += _paragraph(block, slot, width, setter)
    return rows


def _paragraph(block: Block, slot: Slot, width: Mpt, setter: Setter) -> list[BodyRow]:
    style = slot.body
    lines = setter.set(paragraph_runs(block, style), style.composition, style.size, shape_of(style, width)).lines
    rows: list[BodyRow] = []
    for number, line in enumerate(lines):
        ends = number == len(lines) - 1
        row = Row(1, 1, ends=ends, alone=len(lines) == 1)
        span = line.pieces[0].span if line.pieces else block.span
        rows.append(BodyRow(row, (line,), style.size, 0, line.end - line.start, span))
    return rows


def _subhead(block: Block, slot: Slot, grid: Grid, width: Mpt, setter: Setter, collector: Collector) -> BodyRow:
    """A sub-heading takes whole lines (R59): the style's count for one row of text; further rows keep its blank."""
    style = slot.subhead
    lines, size = fit_lines([list(block.runs)], style, width, setter, collector)
    pitch = size * 5 // 4
    one, least = (_grid_lines(rows * pitch + size, grid) for rows in (0, len(lines) - 1))
    height = least + max(1, style.lines - one)
    row = Row(height, max(least, height - 1), keep=slot.keep_after_subhead, head=True)
    return BodyRow(row, tuple(lines), size, pitch, len(block.text), block.span)


def _grid_lines(height: Mpt, grid: Grid) -> int:
    """Whole lines of the grid, em box to em box, that a height needs."""
    return max(0, -(-(height - grid.em) // grid.leading)) + 1


def pour_body(
    rows: Sequence[BodyRow], segments: Sequence[Segment], slot: Slot, grid: Grid, sources: Sources
) -> SetBody:
    """Pour the rows and put their lines at their places (R57, R59, R61)."""
    bounds = [(segment.first, segment.last) for segment in segments]
    poured, last_line = level([row.row for row in rows], bounds, slot.level)
    items: list[Item] = []
    heads = 0
    for body_row, (number, used) in zip(rows, poured.places, strict=False):
        segment = segments[number]
        top = segment.first + used
        if body_row.row.head:
            more = poured.extra[heads] if heads < len(poured.extra) else 0
            heads += 1
            height = body_row.row.lines_on_top if used == 0 else body_row.row.lines + more
            items += _paint_subhead(body_row, segment, top, height, used == 0, grid, sources)
        else:
            y = baseline(grid.y(top), grid.em)
            for line in body_row.lines:
                items += paint_line(line, segment.x, y, sources)
    left = rows[len(poured.places) :]
    overset = None
    if left:
        characters = sum(row.characters for row in left)
        first = left[0]
        text = "".join(t for line in first.lines for piece in line.pieces for t in piece.texts)
        overset = Overset(characters, sum(row.row.lines for row in left), first.span, text)
    return SetBody(tuple(items), overset, last_line, poured, tuple(rows))


def _paint_subhead(
    row: BodyRow, segment: Segment, top: int, height: int, on_top: bool, grid: Grid, sources: Sources
) -> list[Item]:
    block = (height - 1) * grid.leading + grid.em
    text = (len(row.lines) - 1) * row.pitch + row.size
    above = 0 if on_top else (block - text) * HEADING_ABOVE // 1000
    y = grid.y(top) + above
    items: list[Item] = []
    for number, line in enumerate(row.lines):
        items += paint_line(line, segment.x, baseline(y + number * row.pitch, row.size), sources)
    return items
