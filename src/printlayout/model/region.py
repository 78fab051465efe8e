"""Regions: parts of a page whose slots find their own heights (弹性版面)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from printlayout.base.diagnostics import NOWHERE, Span
from printlayout.base.value import dataclass

if TYPE_CHECKING:
    from printlayout.model.layout import Stroke


@dataclass(frozen=True, slots=True)
class Cell:
    """A part of a region: a slot by its name, or several ``cells`` one below another (``stack``) or side by side
    (``row``). ``columns`` are the grid's.

    ``least``, ``most``: bounds of its height in lines, 0 for none. ``weight``: how readily it takes room that is left;
    ``content``: it is exactly as high as its story needs.
    """

    kind: str
    columns: tuple[int, int]
    slot: str = ""
    cells: tuple[Cell, ...] = ()
    weight: int = 1
    least: int = 0
    most: int = 0
    content: bool = False
    span: Span = NOWHERE

    def holds(self, slot: str) -> bool:
        """Whether a slot is here or in one of the parts."""
        return self.slot == slot or any(cell.holds(slot) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Region:
    """Grid columns and lines (first, last) that ``root`` parts among its slots, with ``gap`` blank lines between one
    and the next below, and a ``rule`` in the middle of every gap."""

    name: str
    lines: tuple[int, int]
    root: Cell
    gap: int = 2
    rule: Stroke | None = None
    span: Span = NOWHERE
