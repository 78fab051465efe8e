"""Vertical stories 竖排: the slot's area as a turned grid. Tiers (栏, one below another) take the place of columns,
lines run from right to left; everything else of make-up and layout stays as it is for horizontal text."""

from __future__ import annotations

from printlayout.base.value import replace
from printlayout.layout.paint import Axes
from printlayout.model.layout import Grid, Slot


def stands(slot: Slot) -> bool:
    """Whether a slot's text is vertical."""
    return slot.body.composition.writing == "vertical"


def turned(slot: Slot, grid: Grid) -> tuple[Slot, Grid, Axes]:
    """A vertical slot on a grid of its own, and how that grid lies on the page.

    Tiers are whole 字 high (R55); what is left of the height goes between them. Lines keep the page's leading.
    """
    area = grid.rect(*slot.columns, *slot.lines)
    tiers = max(1, slot.tiers)
    least = grid.em if tiers > 1 else 0
    measure = (area.height - (tiers - 1) * least) // tiers // grid.em * grid.em
    gutter = (area.height - tiers * measure) // (tiers - 1) if tiers > 1 else 0
    lines = (area.width - grid.em) // grid.leading + 1
    own = Grid(0, 0, tiers, measure, gutter, lines, grid.leading, grid.em)
    head = slot.head if slot.head.relation else replace(slot.head, columns=(1, tiers))
    return replace(slot, columns=(1, tiers), lines=(1, lines), head=head), own, Axes(area.right, area.y)
