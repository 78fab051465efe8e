"""Where a headline group stands in its slot: the four relations of headline and text (题文关系).

===========  ======  =========================================================================================
over         盖文题  over all columns; the text begins under it
beside       串文题  over some columns from the slot's first or up to its last; text under it and beside it
wrapped      文包题  over inner columns: text at both sides and under it
between      文夹题  inner columns at the slot's full height: text at both sides, none under it
===========  ======  =========================================================================================

Text is always read column by column, each from its top down. A group that begins further down than the slot's first
line (``line``) has text above it in its columns; over all columns of a slot of several it may not, since the text would
be read across it.
"""

from __future__ import annotations

from printlayout.base.diagnostics import Collector
from printlayout.base.value import dataclass
from printlayout.model.heads import BETWEEN
from printlayout.model.layout import Slot


@dataclass(frozen=True, slots=True)
class HeadPlace:
    """Columns of the grid and lines of it a headline group takes, blank lines included: first and last. Text keeps
    out of ``lines``; the group itself is drawn from the first of them on."""

    columns: tuple[int, int]
    lines: tuple[int, int]


def head_place(slot: Slot, head_lines: int, collector: Collector) -> HeadPlace | None:
    """The place of a set headline group ``head_lines`` high; ``None`` if there is none.

    A group higher than what its slot has room for is an error; its place is cut to the slot.
    """
    if not head_lines:
        return None
    first, last = slot.lines
    left = slot.columns[0]
    columns = (left + slot.head.columns[0] - 1, left + slot.head.columns[1] - 1)
    top = first if slot.head.relation == BETWEEN else first + slot.head.line - 1
    bottom = top + head_lines - 1
    if bottom - slot.head.after > last:
        collector.error(
            "head.no-room", slot.head.span, slot=slot.name, lines=head_lines - slot.head.after, room=last - top + 1
        )
    if slot.head.relation == BETWEEN:
        bottom = last
    return HeadPlace(columns, (top, max(top, min(bottom, last))))


def line_under(slot: Slot, head_lines: int) -> int:
    """The first line under a headline group of ``head_lines`` lines; the slot's first if there is none."""
    if not head_lines:
        return slot.lines[0]
    if slot.head.relation == BETWEEN:
        return slot.lines[1] + 1
    return slot.lines[0] + slot.head.line - 1 + head_lines
