"""A page made up: where every story and picture stands, before anything is painted."""

from __future__ import annotations

from collections.abc import Mapping

from printlayout.base.diagnostics import Collector
from printlayout.base.geometry import Rect
from printlayout.base.value import dataclass, replace
from printlayout.layout.made import Made
from printlayout.layout.page import PageSetter
from printlayout.layout.picture import PicturePlacer, Spot
from printlayout.makeup.elastic import place
from printlayout.makeup.fitting import fitted
from printlayout.makeup.module import Module
from printlayout.makeup.pictures import moved
from printlayout.model.copyfit import NO_FIT
from printlayout.model.frames import Obstacle
from printlayout.model.issue import Page
from printlayout.model.layout import Grid, PictureSlot, Slot, Stroke
from printlayout.model.outline import box
from printlayout.model.story import Picture


@dataclass(frozen=True, slots=True)
class MadePage:
    """The stories and the pictures of their own, in the order of the layout, and the rules between modules."""

    stories: tuple[tuple[Module, Made], ...]
    pictures: tuple[tuple[PictureSlot, Picture], ...]
    rules: tuple[tuple[Stroke, Rect], ...]


def make_up(page: Page, setter: PageSetter, sizes: Mapping[str, tuple[int, int]], collector: Collector) -> MadePage:
    """Make a page up: fixed slots where the layout has them, slots of a region at the heights that fit them best.

    ``sizes``: of the pictures, in pixels by path.
    """
    grid = page.layout.grid
    pictures = {
        slot.name: (slot, page.pictures[slot.name]) for slot in page.layout.picture_slots if slot.name in page.pictures
    }
    round_ = [o for slot, picture in pictures.values() if (o := _obstacle(slot, picture, grid, setter.placer))]
    over = {slot.name: _box_obstacle(slot, grid) for slot in page.layout.slots if slot.wrap is not None}
    modules: dict[str, Module] = {}
    for placement in page.placements:
        slot = page.layout.slot(placement.slot)
        if slot is not None:  # else reported when the issue was read
            others = [*round_, *(over[p.slot] for p in page.placements if p.slot in over and p.slot != slot.name)]
            others = round_ if slot.name in over else others
            modules[slot.name] = Module(placement, slot, grid, setter.setter, collector, others, setter.placer)
    made: dict[str, Made] = {}
    rules: list[tuple[Stroke, Rect]] = []
    for region in page.layout.regions:
        placing = place(region, modules, pictures, sizes, grid, collector)
        for name, lines in placing.lines.items():
            if name in modules:
                made[name] = modules[name].make(lines, placing.variants[name])
            else:
                slot_, picture = pictures[name]
                pictures[name] = replace(slot_, lines=lines), picture
        if region.rule:
            rules += [(region.rule, _rule(columns, line, region.gap, grid)) for columns, line in placing.gaps]
    for name, module in modules.items():
        if name not in made:
            fit, fixed = module.slot.fit, module.slot.head.beside is None
            # where a story jumps from, other pages count on where it ends
            goes_on = module.placement.at < len(module.placement.way) - 1
            as_it_is = goes_on or (fit == NO_FIT and fixed)
            made[name] = module.make() if as_it_is else fitted(module, None, module.allowed(fit)).made
    return MadePage(
        tuple((module, made[name]) for name, module in modules.items()), tuple(pictures.values()), tuple(rules)
    )


def _obstacle(slot: PictureSlot, picture: Picture, grid: Grid, placer: PicturePlacer) -> Obstacle | None:
    """What text goes round at a picture that lies over slots (图文互斥): its shape, or its rectangle with blank lines
    above and below."""
    if slot.wrap is None:
        return None
    rect, words = moved(grid.rect(*slot.columns, *slot.lines), slot.edges)
    outline = placer.outline(picture, Spot(slot.name, rect, words, slot.look, slot.caption, slot.credit, grid))
    if outline is None:
        clear = slot.clear * grid.leading
        outline = box(Rect(rect.x - slot.wrap, rect.y - clear, rect.width + 2 * slot.wrap, rect.height + 2 * clear))
        return Obstacle(outline.bounds, slot.lines[0] - slot.clear, slot.lines[1] + slot.clear, 0, outline)
    return Obstacle(outline.bounds.grown(slot.wrap), slot.lines[0], slot.lines[1], slot.wrap, outline)


def _box_obstacle(slot: Slot, grid: Grid) -> Obstacle:
    """What text goes round at a story that lies over others: its slot, or the box round it."""
    assert slot.wrap is not None
    area = grid.rect(*slot.columns, *slot.lines).grown((slot.box.outset if slot.box else 0) + slot.wrap)
    return Obstacle(area, *slot.lines, 0, box(area))


def _rule(columns: tuple[int, int], line: int, gap: int, grid: Grid) -> Rect:
    """The middle of a gap that begins on a line: between the em boxes above and below it, without height."""
    above, below = grid.y(line - 1) + grid.em, grid.y(line + gap)
    width = grid.span_width(columns[1] - columns[0] + 1)
    return Rect(grid.x(columns[0]), (above + below) // 2, width, 0)
