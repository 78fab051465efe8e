"""Slots on a grid of their own, so that everything else of make-up and layout stays as it is.

Vertical stories 竖排 lie on a turned grid: tiers (栏, one below another) take the place of columns, lines run from
right to left. What stands in a box lies on a grid that begins and ends within it.
"""

from __future__ import annotations

from printlayout.base.value import replace
from printlayout.layout.paint import Axes
from printlayout.makeup.columns import text_columns
from printlayout.model.layout import Columns, Grid, Padding, Slot
from printlayout.model.pictures import Edges


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
    own = Grid(
        left=0, top=0, columns=tiers, column=measure, gutter=gutter, lines=lines, leading=grid.leading, em=grid.em
    )
    head = slot.head if slot.head.relation else replace(slot.head, columns=(1, tiers))
    axes = Axes(area.right, area.y)
    pictures = tuple(replace(place, edges=_turned(place.edges, axes)) for place in slot.pictures)
    return replace(slot, columns=(1, tiers), lines=(1, lines), head=head, pictures=pictures), own, axes


def _turned(edges: Edges, axes: Axes) -> Edges:
    """Edges of the page as edges on the turned grid, whose left is the page's top and whose top the page's right."""
    left, top, right, bottom = edges.bled
    return Edges(
        edges.top, edges.right, edges.bottom, edges.left,
        (
            None if top is None else top - axes.top, None if right is None else axes.right - right,
            None if bottom is None else bottom - axes.top, None if left is None else axes.right - left,
        ),
    )  # fmt: skip


def inset(slot: Slot, padding: Padding, grid: Grid) -> tuple[Slot, Grid]:
    """A slot within its box: as many columns, of whole 字, between the paddings at the sides (R55); the lines are the
    page's own, fewer by the padding's above and below."""
    area = grid.rect(*slot.columns, *slot.lines)
    count = slot.columns[1] - slot.columns[0] + 1
    width = area.width - 2 * padding.side
    columns = text_columns(area.x + padding.side, width, grid.em, Columns(count, "absolute", grid.gutter))
    column = columns[0][1]
    gutter = columns[1][0] - columns[0][0] - column if count > 1 else 0
    own = replace(grid, left=columns[0][0], columns=count, column=column, gutter=gutter)
    lines = (slot.lines[0] + padding.top, slot.lines[1] - padding.bottom)
    return replace(slot, columns=(1, count), lines=lines), own
