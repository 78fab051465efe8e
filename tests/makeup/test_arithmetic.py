"""Column arithmetic of the textbooks (栏的计算、标题的计算, typography.md 2.1), every row of the table.

小五 is 9 pt; 对开: 8 columns of 13 字 with gaps of one; 四开: 6 columns of 11 字.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from makeup.modules import filling
from printlayout.base.diagnostics import Collector
from printlayout.base.units import parse_length, to_mm
from printlayout.layout.headline import set_head
from printlayout.layout.itemise import CellMaker
from printlayout.layout.paragraph import Setter
from printlayout.makeup.columns import text_columns
from printlayout.makeup.module import Module
from printlayout.model.layout import Columns, Grid, Head, Slot
from printlayout.model.story import Block, Placement, Run, Story
from printlayout.model.style import Style
from square import SQUARE, SquareShaper

EM = 9_000
LEADING = 11_250
BROADSHEET = Grid(0, 0, 8, 13 * EM, EM, 123, LEADING, EM)
TABLOID = Grid(0, 0, 6, 11 * EM, EM, 90, LEADING, EM)
BODY = Style("body", SQUARE, EM)


def setter() -> Setter:
    collector = Collector()
    return Setter(CellMaker(SquareShaper(), collector), collector)


def test_line_pitch_is_one_and_a_quarter_of_the_body() -> None:
    size = parse_length("小五")
    pitch = parse_length("1.25字")
    assert size is not None
    assert pitch is not None
    assert (size.mpt(), pitch.mpt(em=EM)) == (9_000, 11_250)


def test_a_type_area_of_490_mm_holds_123_lines_and_a_page_12800_characters() -> None:
    # 490 mm are 1,389 pt: 123 pitches of 11.25 pt are 1,383.75
    assert int(490 / 25.4 * 72 * 1000) // LEADING == 123
    assert BROADSHEET.columns * BROADSHEET.column // EM * BROADSHEET.lines == 8 * 13 * 123 == 12_792
    assert to_mm(BROADSHEET.height) < 490


@pytest.mark.parametrize(("grid", "columns", "measure", "characters"), [
    (BROADSHEET, 6, 83, 24), (TABLOID, 6, 71, 21),
])  # fmt: skip
def test_a_headline_of_30_points_over_six_columns(grid: Grid, columns: int, measure: int, characters: int) -> None:
    assert grid.span_width(columns) == measure * EM
    style = Style("headline", SQUARE, 30_000, sizes=(30_000,), align="center")
    head = Head((1, columns), None, style, None, None)
    for count, fits in ((characters, True), (characters + 1, False)):
        collector = Collector()
        story = Story("a", headline=(Run("题" * count),))
        made = set_head(story, head, grid, setter(), collector)
        assert (len([row for row in made.rows if row.part == "headline"]) == 1) is fits


def test_a_headline_of_30_and_one_of_21_points_take_eight_lines() -> None:
    # 51 pt are 4.53 lines; blank lines above, between and below are three: 7.53, so 8
    big, small = (Style("s", SQUARE, size, sizes=(size,)) for size in (30_000, 21_000))
    head = Head((1, 6), None, big, small, None, before=1, after=1, gap=LEADING)
    made = set_head(Story("a", headline=(Run("主题"),), deck=(Run("副题"),)), head, BROADSHEET, setter(), Collector())
    assert made.lines == 8


def test_broken_columns_of_both_kinds() -> None:
    def widths(zi: int, count: int, mode: str) -> list[int]:
        return [w // EM for _, w in text_columns(0, zi * EM, EM, Columns(count, mode, EM))]

    assert widths(41, 2, "absolute") == [20, 20]  # 三破二: (41 - 1) / 2
    assert widths(69, 3, "relative") == [22, 22, 23]  # 五破三: (69 - 2) / 3 is 22, rest 1
    assert widths(69, 3, "absolute") == [22, 22, 22]


def test_our_five_columns_of_21_on_the_type_area_of_111() -> None:
    grid = Grid(0, 0, 5, 21 * EM, EM * 3 // 2, 116, 12_000, EM)
    assert grid.width == BROADSHEET.width == 111 * EM


@pytest.mark.parametrize("text", [300, 407, 512])
def test_copyfit_of_a_story_whose_text_wraps_its_headline(text: int) -> None:
    # 串文题: lines = (headline area + text) / characters of a line, rounded up. Three columns of 13 字; the headline
    # takes 4 lines of two columns: 8 lines of 13, which are 104 characters
    grid = replace(BROADSHEET, columns=3)
    # 30 pt needs 3 lines of the grid (9 + 2 × 11.25 = 31.5), one blank line stays under it: 4
    style = Style("headline", SQUARE, 30_000, sizes=(30_000,))
    slot = Slot("a", (1, 3), (1, 60), Head((1, 2), None, style, None, None, after=1), BODY, BODY, BODY, BODY)
    story = Story("a", headline=(Run("题题"),), blocks=(Block("para", (Run("国" * text),)),))
    made = Module(Placement("a", story), slot, grid, setter(), Collector()).make()
    assert made.head.lines == 4
    taken = -(-(4 * 2 * 13 + text) // 13)
    assert sum(made.used) + 8 == taken
    assert made.body.last_line == -(-taken // 3)


def test_the_measure_counts_lines_as_the_page_does() -> None:
    copy = Story("a", blocks=(Block("para", (Run(filling(30) + "，" + filling(7)),)),))
    slot = Slot("a", (1, 1), (1, 123), Head((1, 1), None, BODY, None, None), BODY, BODY, BODY, BODY)
    module = Module(Placement("a", copy), slot, BROADSHEET, setter(), Collector())
    assert module.measure(13) == sum(module.make().used)
