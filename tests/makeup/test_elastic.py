"""Slots of a region find their heights: everything fits, columns end level, nothing overlaps (弹性版面)."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from makeup.modules import GRID, filling, module, slot, story
from printlayout.base.diagnostics import Collector
from printlayout.makeup.elastic import Placing, heights, picture_heights, place
from printlayout.makeup.fitting import misfit
from printlayout.makeup.module import Module
from printlayout.model.copyfit import Fit
from printlayout.model.layout import PicturePlace, PictureSlot
from printlayout.model.region import Cell, Region
from printlayout.model.story import Picture
from printlayout.model.style import Style
from square import SQUARE

ALL = (1, 8)
PLACE = PicturePlace((1, 1), 1, 12)


def cell(name: str, columns: tuple[int, int] = ALL, **keys: object) -> Cell:
    return Cell("slot", columns, name, **keys)  # type: ignore[arg-type]


def stack(*cells: Cell) -> Cell:
    return Cell("stack", ALL, cells=cells)


def placed(root: Cell, lines: int, modules: Mapping[str, Module], gap: int = 2) -> Placing:
    collector = Collector()
    found = place(Region("main", (1, lines), root, gap), modules, {}, {}, GRID, collector)
    assert [f.code for f in collector.findings] == []
    return found


def test_two_stories_share_a_region_as_they_need() -> None:
    # 4 columns: 40 lines of text are 10 high, 80 are 20; with a gap of 2 that is 32
    modules = {
        "a": module(slot("a", (1, 4)), story(filling(40))),
        "b": module(slot("b", (1, 4)), story(filling(80))),
    }
    found = placed(stack(cell("a"), cell("b")), 32, modules)
    assert found.lines == {"a": (1, 10), "b": (13, 32)}
    assert found.gaps == ((ALL, 11),)
    assert all(variant.plain for variant in found.variants.values())


def test_lines_left_over_go_to_the_story_whose_picture_can_grow() -> None:
    # one line too many, and no text may be spread: a has no picture; b has one of two columns and 20 lines, and a line
    # more in each of its four columns is filled by two lines of the picture
    wide = (PicturePlace((1, 2), 1, 20),)
    modules = {
        "a": module(slot("a", (1, 4), fit=Fit(pictures=100)), story(filling(40))),
        "b": module(slot("b", (1, 4), pictures=wide, fit=Fit(pictures=100)), story(filling(80), pictures=1)),
    }
    # b: 80 + 2 × 21 = 122 lines of four columns: 31 high with two columns a line short
    own = placed(stack(cell("a"), cell("b")), 10 + 2 + 31, modules)
    assert own.variants["b"].plain
    more = placed(stack(cell("a"), cell("b")), 10 + 2 + 32, modules)
    assert more.lines == {"a": (1, 10), "b": (13, 44)}
    assert more.variants["b"].pictures == (2,)
    assert misfit(modules["b"].make(more.lines["b"], more.variants["b"])) < 1


def test_a_picture_higher_than_its_text_decides_the_height() -> None:
    # 12 lines of text beside a picture of three of the four columns: 12 high for the text, 20 for the picture; what
    # is below that is wrong, what is above leaves more of a hole
    tall = (PicturePlace((1, 3), 1, 20),)
    one = module(slot("a", (1, 4), pictures=tall), story(filling(12), pictures=1))
    found = heights(one, 1, 40, cell("a"))
    assert found[19].cost >= 5000
    assert min(found, key=lambda lines: found[lines].cost) in (18, 20, 22)  # the picture may move by a tenth
    assert found[20].cost < 5000


def test_a_slot_that_goes_by_its_content_takes_just_that() -> None:
    modules = {
        "a": module(slot("a", (1, 4)), story(filling(40))),
        "b": module(slot("b", (1, 4)), story(filling(40))),
    }
    found = placed(stack(cell("a", content=True), cell("b")), 30, modules)
    assert found.lines == {"a": (1, 10), "b": (13, 30)}


def test_a_region_without_room_for_its_least_heights_is_an_error() -> None:
    modules = {"a": module(slot("a"), story(filling(4))), "b": module(slot("b"), story(filling(4)))}
    collector = Collector()
    root = stack(cell("a", least=20), cell("b", least=20))
    found = place(Region("main", (1, 30), root), modules, {}, {}, GRID, collector)
    assert [f.code for f in collector.findings] == ["region.full"]
    assert found.lines == {"a": (1, 30), "b": (1, 30)}


def test_a_picture_of_its_own_keeps_its_ratio_if_it_can() -> None:
    # four columns are 430 pt wide; 3:2 is 286.7 pt high, 22 lines of 13; with a line of words 23
    style = Style("caption", SQUARE, 8_000)
    of = PictureSlot("photo", (1, 4), (1, 40), style, style)
    from printlayout.model.story import Run

    picture = Picture("p.jpg", caption=Run("图说"))
    found = picture_heights(of, picture, {"p.jpg": (3000, 2000)}, GRID, (1, 4), 40)
    assert min(found, key=lambda lines: found[lines].cost) == 23
    assert found[23].cost == 0
    assert found[24].cost < found[25].cost < found[27].cost


@settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(
    st.lists(st.tuples(st.integers(20, 90), st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=4),
    st.integers(-3, 6),
)
def test_nothing_overlaps_and_pictures_level_what_they_can(stories: list[tuple[int, int, int]], spare: int) -> None:
    modules = {}
    for number, (lines, heads, pictures) in enumerate(stories):
        name = "abcd"[number]
        places = tuple(PicturePlace((1 + 2 * n, 2 + 2 * n), 1, 16) for n in range(pictures))
        blocks = [filling(lines), *(part for _ in range(heads) for part in ("#题", filling(9)))]
        modules[name] = module(slot(name, (1, 4), pictures=places), story(*blocks, pictures=pictures))
    good = [[h for h, one in heights(m, 1, 99, cell("x")).items() if one.cost < 1] for m in modules.values()]
    assume(all(good))
    wanted = [min(heights_) for heights_ in good]
    total = sum(wanted) + 2 * (len(wanted) - 1) + spare
    assume(max(wanted) <= total <= 100)
    found = placed(stack(*(cell(name) for name in modules)), total, modules)
    at = 1
    for name, (first, last) in found.lines.items():
        assert first == at
        at = last + 3
        made = modules[name].make((first, last), found.variants[name])
        assert sum(made.used) <= sum(segment.lines for segment in made.frames.segments)
    assert at - 3 == total
    if spare == 0:  # there are heights at which all of them are level
        assert all(misfit(modules[n].make(found.lines[n], found.variants[n])) < 1 for n in modules)


def test_the_same_input_gives_the_same_page() -> None:
    def once() -> Placing:
        modules = {
            name: module(slot(name, (1, 4), pictures=(PLACE,)), story(filling(50 + 7 * n), pictures=1))
            for n, name in enumerate("abcd")
        }
        return placed(stack(*(cell(name) for name in "abcd")), 90, modules)

    assert once() == once()
