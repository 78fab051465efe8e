"""A story made up: everything decided about where it stands, ready to be painted."""

from __future__ import annotations

from collections.abc import Sequence

from printlayout.base.diagnostics import Finding
from printlayout.base.geometry import Rect
from printlayout.base.value import dataclass
from printlayout.layout.body import Leg, SetBody
from printlayout.layout.drawing import Inset
from printlayout.layout.headline import SetHead
from printlayout.layout.paint import Axes
from printlayout.model.copyfit import PLAIN, Variant
from printlayout.model.frames import JumpLine, SlotFrames
from printlayout.model.layout import Grid, Slot
from printlayout.model.story import Picture, Placement


@dataclass(frozen=True, slots=True)
class Made:
    """A story in its slot. ``slot`` and ``grid`` are those it was made up on: turned for vertical text (then ``axes``
    lead back to the page), inset within a box, changed to make the story fit. ``area`` is the slot's on the page.

    ``legs``: all the slots the story goes through, ``leg`` the one that is this; ``body`` is set into all of them.
    ``findings``: what there is to tell about its headline and lines. ``insets``: what its text goes round beside the
    pictures. ``variant``: what was changed to make it fit.
    """

    placement: Placement
    slot: Slot
    grid: Grid
    axes: Axes | None
    area: Rect
    head: SetHead
    frames: SlotFrames
    pictures: Sequence[Picture]
    legs: tuple[Leg, ...]
    leg: int
    body: SetBody
    findings: tuple[Finding, ...] = ()
    jumps: tuple[JumpLine, ...] = ()
    insets: tuple[Inset, ...] = ()
    variant: Variant = PLAIN

    @property
    def used(self) -> tuple[int, ...]:
        """Lines taken in each of the slot's own segments."""
        before = sum(len(leg.segments) for leg in self.legs[: self.leg])
        return self.body.poured.used[before : before + len(self.frames.segments)]

    @property
    def last_line(self) -> int:
        """The lowest grid line text stands on in this slot, whatever lines the story ends on elsewhere."""
        stretches = zip(self.frames.segments, self.used, strict=True)
        return max((segment.first + used - 1 for segment, used in stretches if used), default=0)

    @property
    def ends(self) -> bool:
        """Whether the story ends here and does not go on elsewhere."""
        return self.leg == len(self.legs) - 1
