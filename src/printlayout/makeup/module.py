"""A module: a story and its slot. It can be made up as often as make-up asks, in any height and in any variant."""

from __future__ import annotations

from collections.abc import Sequence

from printlayout.base.diagnostics import Collector, Finding
from printlayout.base.units import Mpt
from printlayout.layout.body import Leg, set_body
from printlayout.layout.headline import SetHead, set_head
from printlayout.layout.looks import slot_for
from printlayout.layout.made import Made
from printlayout.layout.paragraph import Setter
from printlayout.layout.parts import Part, parts_of
from printlayout.makeup.slots import frames
from printlayout.makeup.standing import inset, stands, turned
from printlayout.model.frames import Obstacle
from printlayout.model.layout import Grid, Slot
from printlayout.model.story import Placement


class Module:
    """A story in a slot of a page's grid. Its text is shaped once; what it was set to is remembered."""

    def __init__(
        self,
        placement: Placement,
        slot: Slot,
        grid: Grid,
        setter: Setter,
        collector: Collector,
        others: Sequence[Obstacle] = (),
    ) -> None:
        self.placement = placement
        self.slot = slot_for(slot, placement.story.lang)
        self._grid, self._setter, self._collector, self._others = grid, setter, collector, others
        self._parts: dict[tuple[Mpt, int], list[Part]] = {}
        self._heads: dict[object, tuple[SetHead, tuple[Finding, ...]]] = {}

    def make(self, slot: Slot | None = None) -> Made:
        """Make the module up, in its slot or in one that differs from it in height or in styles."""
        slot, grid, axes = slot or self.slot, self._grid, None
        area = grid.rect(*slot.columns, *slot.lines)
        if stands(slot):
            slot, grid, axes = turned(slot, grid)
        elif slot.box and slot.box.padding:
            slot, grid = inset(slot, slot.box.padding, grid)
        told = Collector()
        head, findings = self._head(slot, grid)
        told.extend(findings)
        pictures = self.placement.story.pictures
        found = frames(slot, grid, head.lines, len(pictures), told, self._others, self._grid)
        legs = (Leg(found.segments, grid),)
        body = set_body(self._body(slot, grid), legs, slot.level, tiers=axes is not None)
        told.extend(body.findings)
        return Made(self.placement, slot, grid, axes, area, head, found, pictures, legs, 0, body, tuple(told.findings))

    def _head(self, slot: Slot, grid: Grid) -> tuple[SetHead, tuple[Finding, ...]]:
        """The headline group; the same styles on the same columns are set once."""
        key = (slot.head, grid)
        if key not in self._heads:
            told = Collector()
            head = set_head(self.placement.story, slot.head, grid, self._setter.telling(told), told)
            self._heads[key] = head, tuple(told.findings)
        return self._heads[key]

    def _body(self, slot: Slot, grid: Grid) -> list[Part]:
        """The body's parts in the slot's styles."""
        key = (slot.body.size, slot.subhead.lines)
        if key not in self._parts:
            self._parts[key] = parts_of(self.placement.story, slot, grid, self._setter, self._collector)
        return self._parts[key]
