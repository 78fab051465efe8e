"""Elastic modules: the slots of a region find their heights, so that all stories fit and their columns end level.

Every module is made up at the heights it might have, changing what it may (pictures first, text last); what that costs
goes into the arithmetic of ``regions.py``. Only frames move; layout is asked how much fits.
"""

from __future__ import annotations

from collections.abc import Mapping

from printlayout.base.diagnostics import Collector
from printlayout.base.value import dataclass
from printlayout.makeup.fitting import HOLE, OVERSET, columns_at_foot, fitted, free_lines, outside
from printlayout.makeup.module import Module
from printlayout.makeup.regions import Share, shared
from printlayout.model.copyfit import NO_FIT, PLAIN, Fit, Variant
from printlayout.model.layout import Grid, PictureSlot
from printlayout.model.region import Cell, Region
from printlayout.model.story import Picture

ELASTIC = Fit(squeeze=2, pictures=100, blank=1)
"""What a slot of a region may change if its layout says nothing: two paragraphs, pictures by a tenth of their lines, a
blank line under the headline."""
FAR = 14
"""How many lines above and below a module's own height are made up; farther off costs are told from those."""


@dataclass(frozen=True, slots=True)
class Height:
    """A height a module might have: its cost, and the variant that makes it fit."""

    cost: float
    variant: Variant = PLAIN


@dataclass(frozen=True, slots=True)
class Placing:
    """What a region's slots were given: lines of the grid, first and last, and the variant. ``gaps``: columns and first
    line of every gap."""

    lines: dict[str, tuple[int, int]]
    variants: dict[str, Variant]
    gaps: tuple[tuple[tuple[int, int], int], ...]


def place(
    region: Region,
    modules: Mapping[str, Module],
    pictures: Mapping[str, tuple[PictureSlot, Picture]],
    sizes: Mapping[str, tuple[int, int]],
    grid: Grid,
    collector: Collector,
) -> Placing:
    """Find the heights of a region's slots. A region that cannot hold their least heights is an error; its slots then
    keep all of its lines."""
    first, last = region.lines
    most = last - first + 1
    known: dict[str, dict[int, Height]] = {}

    def costs(cell: Cell) -> dict[int, float] | None:
        if cell.slot in modules:
            known[cell.slot] = heights(modules[cell.slot], first, most, cell)
        elif cell.slot in pictures:
            known[cell.slot] = picture_heights(*pictures[cell.slot], sizes, grid, cell.columns, most)
        else:
            return None
        return {lines: height.cost for lines, height in known[cell.slot].items()}

    shares = shared(region.root, most, region.gap, costs)
    if shares is None:
        collector.error("region.full", region.span, region=region.name, lines=most)
        shares_slots = {name: Share(0, most) for name in known}
        return Placing(dict.fromkeys(shares_slots, region.lines), {}, ())
    lines = {name: (first + share.first, first + share.first + share.lines - 1) for name, share in shares.slots.items()}
    variants = {name: known[name][share.lines].variant for name, share in shares.slots.items()}
    return Placing(lines, variants, tuple((columns, first + line) for columns, line in shares.gaps))


def heights(module: Module, first: int, most: int, cell: Cell) -> dict[int, Height]:
    """What a module costs at every height up to ``most`` lines."""
    fit = module.allowed(module.slot.fit if module.slot.fit != NO_FIT else ELASTIC)
    own = _own_height(module, first, most)
    if cell.content:
        return {own: Height(0.0)}
    found: dict[int, Height] = {}
    for step in (1, -1):
        lines = own if step > 0 else own - 1
        while 1 <= lines <= most and abs(lines - own) <= FAR:
            best = fitted(module, (first, first + lines - 1), fit)
            found[lines] = Height(best.cost / (cell.weight if step > 0 else 1), best.made.variant)
            if best.cost >= HOLE and (step < 0 or best.cost < OVERSET):
                break  # above its own height only what a picture or a headline needs goes on beyond holes
            lines += step
    low, high = min(found), max(found)
    columns = columns_at_foot(module.make((first, first + own - 1)))
    for lines in range(1, low):
        short = low - lines  # what is short is shared: two stories three lines over rather than one of six
        cost = max(OVERSET, found[low].cost) + columns * short * (50.0 + 5.0 * short)
        found[lines] = Height(cost, found[low].variant)
    for lines in range(high + 1, most + 1):
        found[lines] = Height(found[high].cost + HOLE * (lines - high) ** 2 / cell.weight, found[high].variant)
    return found


def _own_height(module: Module, first: int, most: int) -> int:
    """The least height at which a story fits as the layout has it, its headline and pictures too; ``most`` if it does
    not fit at all."""

    def fits(lines: int) -> bool:
        made = module.make((first, first + lines - 1))
        return free_lines(made) >= 0 and not outside(made)

    made = module.make((first, first + most - 1))
    if made.body.overset:
        return most
    lines = max(1, most - free_lines(made) // columns_at_foot(made))
    while lines < most and not fits(lines):
        lines += 1
    while lines > 1 and fits(lines - 1):
        lines -= 1
    return lines


def picture_heights(
    slot: PictureSlot,
    picture: Picture,
    sizes: Mapping[str, tuple[int, int]],
    grid: Grid,
    columns: tuple[int, int],
    most: int,
) -> dict[int, Height]:
    """What a picture of its own costs at every height: nothing at its own ratio, with its words under it; then as much
    as it is cropped, up to what its editor allows, and beyond that as much as a hole."""
    width = grid.span_width(columns[1] - columns[0] + 1)
    size = sizes.get(picture.path, (3, 2))
    words = (1 if picture.caption or picture.credit else 0) + (1 if picture.caption and picture.credit else 0)
    own = max(2, min(most, round(width * size[1] / size[0] / grid.leading) + words))
    allowed = picture.crop or ELASTIC.pictures
    found = {}
    for lines in range(2, most + 1):
        off = abs(lines - own) * 1000 / own
        cost = 10.0 * (off / 100) ** 2 if off <= allowed else 10.0 * (off / 100) ** 2 + HOLE * (off - allowed) / 10
        found[lines] = Height(cost)
    return found
