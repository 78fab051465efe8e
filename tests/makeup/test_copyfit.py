"""How a story stands and what would make it fit, counted by hand (``modules.py`` says how)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from makeup.modules import EM, GRID, filling, module, slot, story
from printlayout.base.diagnostics import Collector
from printlayout.makeup.advice import changes, remedies, tell
from printlayout.makeup.copyfit import copyfit
from printlayout.makeup.fitting import fitted, free_lines, misfit
from printlayout.model.copyfit import Copyfit, Fit, Variant
from printlayout.model.layout import PicturePlace, Slot
from printlayout.model.story import Story

PICTURE = PicturePlace((1, 1), 1, 12)
MARKED = "国国国，国国国，国国国国国，国国国，国国国国国，国国国，国国国"


def account(of: Slot, copy: Story) -> Copyfit:
    made = module(of, copy)
    return copyfit(made, made.make())


def kinds(fit: Copyfit) -> list[tuple[str, int]]:
    return [(one.kind, one.amount) for one in fit.remedies]


def test_a_story_that_fits_needs_nothing() -> None:
    fit = account(slot(), story(filling(40)))
    assert (fit.lines, fit.free, fit.overset_lines, fit.last, fit.remedies) == (40, 0, 0, (2, 20), ())


def test_a_slot_without_any_room_for_text_is_over_by_all_of_it() -> None:
    # the headline's four lines are all there are
    fit = account(slot(lines=(1, 4)), story(filling(5), headline="题题"))
    assert (fit.lines, fit.overset_lines, fit.overset_characters) == (0, 5, 48)


def test_three_lines_over_beside_a_picture_one_column_wide() -> None:
    # 2 × 20 lines less 12 of the picture and a blank one are 27; 30 are to be set
    fit = account(slot(pictures=(PICTURE,)), story(filling(30), pictures=1))
    assert (fit.lines, fit.overset_lines, fit.overset_characters) == (27, 3, 30)
    assert kinds(fit) == [("picture", -3), ("cut", 30)]
    assert remedies(fit.remedies, "zh") == "图 1 减 3 行；或删 30 字即可。"
    assert remedies(fit.remedies, "en") == "picture 1 3 line(s) lower; or cut 30 characters would do."


def test_a_picture_over_both_columns_gives_two_lines_for_one() -> None:
    wide = PicturePlace((1, 2), 1, 12)
    fit = account(slot(pictures=(wide,)), story(filling(17), pictures=1))
    # 40 - 26 = 14 lines; 3 over: two lines of the picture are four
    assert fit.overset_lines == 3
    assert kinds(fit)[0] == ("picture", -2)


def test_lines_that_are_missing_are_filled_by_the_picture_or_by_text() -> None:
    # 27 lines of room for 24: a line may be left over, so the picture needs two more
    fit = account(slot(pictures=(PICTURE,)), story(filling(24), pictures=1))
    assert (fit.free, fit.free_characters) == (3, 30)
    assert kinds(fit) == [("picture", 2), ("add", 20)]


def test_a_paragraph_that_ends_on_two_characters_can_be_squeezed() -> None:
    # 8 + 10 + 10 characters of 31: three on a fourth line, and six marks with half a character each to give
    of = slot(columns=(1, 1), lines=(1, 3))
    fit = account(of, story(MARKED))
    assert fit.overset_lines == 1
    assert fit.remedies[0].kind == "squeeze"
    assert fit.remedies[0].amount == 1


def test_a_headline_a_step_smaller() -> None:
    # 40 pt: 4 lines of 13 (40 + … → 4), 30 pt: 3 lines, 20 pt: 2 lines
    of = slot(lines=(1, 14))
    assert module(of, story(filling(10), headline="题题")).make().head.lines == 4
    fit = account(of, story(filling(22), headline="题题"))
    # 28 - 8 = 20 lines, 2 over; a step gives a line in each column
    assert fit.overset_lines == 2
    assert ("headline", 1) in kinds(fit)
    assert next(one for one in fit.remedies if one.kind == "headline").text == "40→30"


def test_lines_at_sub_headings() -> None:
    # 5 + 2 + 5 lines in 11
    of = replace(slot(columns=(1, 1), lines=(1, 11)), level=0)
    fit = account(of, story(filling(5), "#小标题", filling(5)))
    assert fit.overset_lines == 1
    assert ("subheads", 1) in kinds(fit)


def test_the_sentence_to_cut_is_the_shortest_that_is_enough() -> None:
    of = slot(columns=(1, 1), lines=(1, 6))
    copy = story("国" * 17 + "。" + "人" * 29 + "。", "大" * 20 + "。" + "会" * 7 + "。")
    # 5 lines (2 + 48) and 3 (2 + 29, the last mark gives half of itself at the line's end): 8 in 6
    fit = account(of, copy)
    assert fit.overset_lines == 2
    cut = next(one for one in fit.remedies if one.kind == "cut")
    assert (cut.number, cut.text) == (1, "人" * 29 + "。")


def test_several_things_together_where_none_is_enough() -> None:
    places = (PICTURE, PicturePlace((2, 2), 1, 12))
    fit = account(slot(pictures=places), story(filling(19), pictures=2))
    # 40 - 26 = 14; 5 over; each picture gives 3 at most
    assert fit.overset_lines == 5
    together = fit.remedies[0]
    assert together.kind == "together"
    assert sorted(together.variant.pictures) == [-3, -2]
    assert changes(together.variant, "zh").count("图") == 2


@pytest.mark.parametrize(("lines", "pictures"), [(27, ()), (30, (-3,)), (25, (1,)), (24, (2,)), (28, (-1,))])
def test_what_the_layout_allows_is_done_by_itself(lines: int, pictures: tuple[int, ...]) -> None:
    of = slot(pictures=(PICTURE,), fit=Fit(pictures=250))
    best = fitted(module(of, story(filling(lines), pictures=1)), None, of.fit)
    assert best.good
    assert best.made.variant.pictures == pictures
    collector = Collector()
    tell(copyfit(module(of, story(filling(lines), pictures=1)), best.made), best.made, collector)
    assert [f.code for f in collector.findings] == (["layout.fitted"] if pictures else [])


def test_an_editors_crop_is_a_limit() -> None:
    # a tenth of 12 lines is one line
    of = slot(pictures=(PICTURE,), fit=Fit(pictures=250))
    best = fitted(module(of, story(filling(30), pictures=1, crop=100)), None, of.fit)
    assert not best.good
    assert best.free == -2 or best.free == -3


def test_a_blank_line_under_the_headline_fills_one_of_every_column() -> None:
    # 14 lines less 4 of the headline, twice, are 20; 18 to be set leave a line in each column
    of = slot(lines=(1, 14), fit=Fit(blank=1))
    best = fitted(module(of, story(filling(18), headline="题题")), None, of.fit)
    assert (best.made.variant.blank, best.good) == (1, True)
    assert changes(best.made.variant, "zh") == "标题下多空 1 行"
    fit = account(slot(lines=(1, 14)), story(filling(18), headline="题题"))
    assert ("blank", 1) in kinds(fit)


def test_a_headline_may_go_beside_the_text() -> None:
    # over both columns the headline (40 pt, 4 lines) takes 8 lines; over the first one 4
    over = slot(lines=(1, 14))
    of = replace(over, head=replace(over.head, beside=(1, 1)))
    copy = story(filling(24), headline="题题")
    best = fitted(module(of, copy), None, Fit())
    assert best.made.variant.beside
    assert best.good
    assert changes(best.made.variant, "zh") == "标题改为串文题"
    assert fitted(module(over, copy), None, Fit()).free == -4


def test_nothing_is_changed_that_the_layout_does_not_allow() -> None:
    made = module(slot(pictures=(PICTURE,)), story(filling(30), pictures=1))
    best = fitted(made, None, Fit())
    assert best.made.variant.plain
    assert best.free == -3


def test_every_remedy_was_tried() -> None:
    for lines in range(20, 36):
        made = module(slot(pictures=(PICTURE,)), story(filling(lines), pictures=1))
        for one in copyfit(made, made.make()).remedies:
            if one.kind not in ("cut", "add"):
                assert misfit(made.make(None, one.variant)) < 1


PARAGRAPHS = st.lists(st.integers(1, 150), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS, st.integers(10, 40), st.booleans())
def test_measured_lines_are_those_of_the_page(lengths: list[int], zi: int, comma: bool) -> None:
    words = ["国国，人。" * (n // 5) + "大" * (n % 5) if comma else "国" * n for n in lengths]
    copy = story(*words)
    made = module(slot(columns=(1, 1), lines=(1, 100)), copy)
    grid = replace(GRID, columns=1, column=zi * EM, lines=2000)
    one = module(replace(slot(columns=(1, 1), lines=(1, 2000)), level=0), copy)
    one._grid = grid
    assert made.measure(zi) == sum(one.make().used)


def test_a_variant_is_measured_too() -> None:
    made = module(slot(), story(MARKED, MARKED))
    assert made.measure(10) == 8
    assert made.measure(10) - made.measure(10, Variant(squeeze=2)) == 2


def test_free_lines_count_both_ways() -> None:
    assert free_lines(module(slot(), story(filling(35))).make()) == 5
    assert free_lines(module(slot(), story(filling(45))).make()) == -5
