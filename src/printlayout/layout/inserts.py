"""What stands in a body beside paragraphs and sub-headings, as parts of the flow: tables, lists, questions and answers,
pull quotes."""

from __future__ import annotations

from collections.abc import Sequence

from printlayout.base.diagnostics import Collector
from printlayout.base.units import Mpt
from printlayout.base.value import replace
from printlayout.layout.hanging import Item, Speech, widest_label
from printlayout.layout.paragraph import Setter
from printlayout.layout.parts import Part, Rooms, Rows
from printlayout.layout.quote import set_quote
from printlayout.layout.table import set_table
from printlayout.model.ink import BLACK
from printlayout.model.inserts import Inserts, QuoteLook
from printlayout.model.layout import Grid, Slot, Stroke
from printlayout.model.story import Block, Story
from printlayout.model.style import Face
from printlayout.model.table import Table, TableLook

USUAL = "table"
"""The look of tables whose copy names none."""


def insert(story: Story, at: int, slot: Slot, grid: Grid, setter: Setter, collector: Collector) -> Part:
    """The part of a story's block ``at``, which is neither paragraph nor sub-heading."""
    block, looks = story.blocks[at], slot.inserts or Inserts()
    if block.table is not None:
        if slot.body.composition.writing == "vertical":
            collector.error("table.vertical", block.span)
        look = table_look(block.table, slot, collector)
        opens = not at or story.blocks[at - 1].table is not None
        blanks = (0 if opens else look.space, look.space if at + 1 < len(story.blocks) else 0)
        return TablePart(block.table, look, grid, setter, blanks)
    if block.kind == "quote":
        return QuotePart(block, quote_look(slot), grid, setter)
    if block.kind == "item":
        return Item(block, _list_of(story.blocks, at), looks.lists, slot.body, grid, setter)
    opens = all(other.kind not in ("question", "answer") for other in story.blocks[:at])
    return Speech(block, widest_label(story.blocks), looks.qa, slot.body, grid, setter, opens)


def _list_of(blocks: Sequence[Block], at: int) -> list[Block]:
    """The items that stand together with an item."""
    first = last = at
    while first and blocks[first - 1].kind == "item":
        first -= 1
    while last + 1 < len(blocks) and blocks[last + 1].kind == "item":
        last += 1
    return list(blocks[first : last + 1])


def table_look(table: Table, slot: Slot, collector: Collector) -> TableLook:
    """The look a table asks for; where the layout says nothing of tables, one made of the captions' style."""
    looks = slot.inserts.tables if slot.inserts else {}
    found = looks.get(table.look or USUAL)
    if found is None and table.look:
        collector.error("table.unknown-look", table.span, name=table.look[:40], names="、".join(looks) or "—")
    return found or _plain(slot)


def _plain(slot: Slot) -> TableLook:
    """A look that needs nothing of the layout but what every slot has: numbers are read best in 黑, which run-in heads
    are mostly set in."""
    firmly = slot.body.lead_in or slot.body.emphasis
    cell = replace(slot.caption, align="left", indent=0)
    head = cell
    if firmly:
        head = replace(cell, face=firmly, latin=None)
        cell = replace(cell, face=Face(firmly.family, 400), latin=None)
    line, firm = Stroke(250, BLACK), Stroke(750, BLACK)
    return TableLook(
        USUAL, cell, head, head, cell, replace(slot.subhead, align="left"), slot.credit,
        top=firm, under_head=line, foot=firm, parts=line, gap=cell.size // 2,
    )  # fmt: skip


def quote_look(slot: Slot) -> QuoteLook:
    """The look of pull quotes; where the layout says nothing, the sub-heading's style between hairlines."""
    if slot.inserts and slot.inserts.quote:
        return slot.inserts.quote
    line = Stroke(500, BLACK)
    return QuoteLook(slot.subhead, slot.caption, top=line, foot=line)


class TablePart:
    """A table in the column."""

    heads = 0

    def __init__(self, table: Table, look: TableLook, grid: Grid, setter: Setter, blanks: tuple[int, int]) -> None:
        self._table, self._look, self._grid, self._setter, self._blanks = table, look, grid, setter, blanks
        self._known: dict[tuple[Mpt, Mpt], Rows] = {}

    def rows(self, rooms: Rooms) -> Rows:
        """The table's rows in the width that its first lines have in common."""
        left, width = rooms.common(max(1, len(rooms.first)))
        if (left, width) not in self._known:
            told = Collector()
            made = set_table(self._table, self._look, width, self._grid, self._setter, told, self._blanks)
            rows = tuple(replace(row, left=left) for row in made.rows) if left else made.rows
            self._known[left, width] = rows, tuple(told.findings)
        return self._known[left, width]


class QuotePart:
    """A pull quote in the column."""

    heads = 0

    def __init__(self, block: Block, look: QuoteLook, grid: Grid, setter: Setter) -> None:
        self._block, self._look, self._grid, self._setter = block, look, grid, setter
        self._known: dict[tuple[Mpt, Mpt], Rows] = {}

    def rows(self, rooms: Rooms) -> Rows:
        """The quote in one piece."""
        left, width = rooms.common(max(1, len(rooms.first)))
        if (left, width) not in self._known:
            told = Collector()
            row, _ = set_quote(self._block, self._look, width, self._grid, self._setter.telling(told))
            self._known[left, width] = (replace(row, left=left),), tuple(told.findings)
        return self._known[left, width]
