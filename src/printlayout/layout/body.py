"""A story's body: paragraphs and sub-headings composed into rows, rows poured into columns, lines put on the grid."""

from __future__ import annotations

from collections.abc import Sequence

from printlayout.base.diagnostics import Collector, Span
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass, replace
from printlayout.layout.cells import TextRun
from printlayout.layout.flow import Poured, Row, fill, level
from printlayout.layout.headline import fit_lines
from printlayout.layout.looks import only_start, paragraph_runs, place_of, shape_of, without_start
from printlayout.layout.paint import Sources, paint_line
from printlayout.layout.paragraph import Setter, Shape
from printlayout.model.display import Item
from printlayout.model.frames import Segment
from printlayout.model.galley import SetLine
from printlayout.model.layout import Grid, Slot
from printlayout.model.story import Block, Story
from printlayout.text.classes import CLASSES, MARKS

UNDER, OVER = frozenset(("dots", "name", "title")), frozenset(("ruby",))
"""Marks that stand below and above a line, in the space between it and the next."""
ONE_SIDE, BOTH_SIDES = 500, 625
"""Least space between lines with marks on one side of them, and on both, permille of an em (R56)."""
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
    drop: tuple[SetLine, Mpt] | None = None
    """A drop cap and its size; its em box begins with the row's."""


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
    opens = True
    for block in story.blocks:
        if block.kind == "subhead":
            rows.append(_subhead(block, slot, grid, width, setter, collector))
        else:
            rows += _paragraph(block, slot, grid, width, setter, collector, opens)
            opens = False
    return rows


def _paragraph(
    block: Block, slot: Slot, grid: Grid, width: Mpt, setter: Setter, collector: Collector, opens: bool
) -> list[BodyRow]:
    """A paragraph's rows. The story's first one may open with a drop cap; the last two lines stay together where a
    last line may not open a column (R53)."""
    style = slot.body
    runs = paragraph_runs(block, style)
    shape = shape_of(style, width)
    drop = _drop_cap(runs, slot, grid, setter) if opens and style.drop_cap > 1 else None
    skipped = 0
    if drop:
        _line, _size, reach, skipped = drop
        runs = without_start(runs, skipped)
        shape = replace(shape, indents=(reach,) * style.drop_cap + (shape.indents[-1],))
    _check_marks(runs, style.size, grid, collector)
    lines = setter.set(runs, style.composition, style.size, shape).lines
    rows: list[BodyRow] = []
    for number, line in enumerate(lines):
        ends = number == len(lines) - 1
        keep = 1 if style.widow and number == len(lines) - 2 else 0
        if drop and number == 0:
            keep = max(keep, min(style.drop_cap, len(lines)) - 1)
        row = Row(1, 1, keep=keep, ends=ends, alone=len(lines) == 1)
        span = place_of(runs, line.start, block.span)
        characters = line.end - line.start + (skipped if number == 0 else 0)
        cap = drop[:2] if drop and not number else None
        rows.append(BodyRow(row, (line,), style.size, 0, characters, span, cap))
    while drop and len(rows) < style.drop_cap:
        rows.append(BodyRow(Row(1, 1), (), style.size, 0, 0, block.span))
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


def _subhead(block: Block, slot: Slot, grid: Grid, width: Mpt, setter: Setter, collector: Collector) -> BodyRow:
    """A sub-heading takes whole lines (R59): the style's count for one row of text; further rows keep its blank."""
    style = slot.subhead
    lines, size = fit_lines([list(block.runs)], style, width, setter, collector)
    pitch = size * 5 // 4
    one, least = (_grid_lines(rows * pitch + size, grid) for rows in (0, len(lines) - 1))
    height = least + (max(0, style.lines - one) if style.lines else 1)
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
    shapes = [row.row for row in rows]
    poured, last_line = fill(shapes, bounds) if sources.axes else level(shapes, bounds, slot.level)
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
            if body_row.drop:
                cap, size = body_row.drop
                items += paint_line(cap, segment.x, grid.y(top), size, sources)
            for line in body_row.lines:
                items += paint_line(line, segment.x, grid.y(top), grid.em, sources)
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
        items += paint_line(line, segment.x, y + number * row.pitch, row.size, sources)
    return items
