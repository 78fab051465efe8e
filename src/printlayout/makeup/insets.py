"""Pull quotes and tables with a place of their own in a slot: text goes round them as it does round pictures."""

from __future__ import annotations

from printlayout.base.diagnostics import Collector
from printlayout.base.value import replace
from printlayout.layout.drawing import Inset
from printlayout.layout.inserts import quote_look, table_look
from printlayout.layout.paragraph import Setter
from printlayout.layout.quote import set_quote
from printlayout.layout.table import set_table
from printlayout.makeup.heads import line_under
from printlayout.makeup.pictures import picture_frames
from printlayout.model.frames import Obstacle
from printlayout.model.layout import Grid, Slot
from printlayout.model.story import Block, Story


def apart(story: Story, slot: Slot) -> tuple[list[Block], list[Block]]:
    """The pull quotes that have places in a slot, and the tables that span its columns."""
    if slot.body.composition.writing == "vertical":
        return [], []
    quotes = [block for block in story.blocks if block.kind == "quote"]
    return quotes[: len(slot.quotes)], [block for block in story.blocks if block.table and block.table.across]


def flowing(story: Story, slot: Slot) -> Story:
    """The story without what has a place of its own."""
    quotes, tables = apart(story, slot)
    if not quotes and not tables:
        return story
    taken = {id(block) for block in (*quotes, *tables)}
    return replace(story, blocks=tuple(block for block in story.blocks if id(block) not in taken))


def insets(
    story: Story, slot: Slot, grid: Grid, head_lines: int, setter: Setter, collector: Collector
) -> tuple[Inset, ...]:
    """Everything of a story that has a place of its own, set. What does not fit its place is an error at its place in
    the story."""
    quotes, tables = apart(story, slot)
    if not quotes and not tables:
        return ()
    found = _quotes(quotes, slot, grid, head_lines, setter, collector)
    return (*found, *_tables(tables, slot, grid, head_lines, setter, collector))


def _quotes(
    quotes: list[Block], slot: Slot, grid: Grid, head_lines: int, setter: Setter, collector: Collector
) -> list[Inset]:
    places = replace(slot, pictures=slot.quotes)
    shown = picture_frames(places, grid, head_lines, len(quotes), collector)
    made = []
    for block, frame in zip(quotes, shown, strict=False):
        lines = frame.last - frame.first + 1
        row, needed = set_quote(block, quote_look(slot), frame.rect.width, grid, setter, lines)
        if needed > lines:
            collector.error("layout.quote-too-high", block.span, needed=needed, lines=lines)
        obstacle = Obstacle(frame.rect, frame.first - frame.clear, frame.last + frame.clear)
        made.append(Inset((row,), frame.rect.x, frame.first, obstacle))
    return made


def _tables(
    tables: list[Block], slot: Slot, grid: Grid, head_lines: int, setter: Setter, collector: Collector
) -> list[Inset]:
    """Tables across columns, from under the headline group downwards and from the slot's last line upwards."""
    top, bottom = line_under(slot, head_lines), slot.lines[1]
    made = []
    for block in tables:
        table = block.table
        assert table is not None and table.across is not None
        first, last = (slot.columns[0] + column - 1 for column in table.across)
        look = table_look(table, slot, collector)
        found = set_table(table, look, grid.span_width(last - first + 1), grid, setter, collector)
        line = top if table.place == "top" else bottom - found.lines + 1
        if last > slot.columns[1] or line < top or line + found.lines - 1 > bottom:
            said = f"{table.across[0]}–{table.across[1]}"
            collector.error("table.no-room", block.span, columns=said, lines=found.lines, slot=slot.name)
            continue
        rect = grid.rect(first, last, line, line + found.lines - 1)
        above, below = (0, look.space) if table.place == "top" else (look.space, 0)
        made.append(Inset(found.rows, rect.x, line, Obstacle(rect, line - above, line + found.lines - 1 + below)))
        if table.place == "top":
            top = line + found.lines + look.space
        else:
            bottom = line - 1 - look.space
    return made
