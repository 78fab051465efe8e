"""Frames of a slot, worked out by hand on a grid of five columns of 21 字 with gutters of 1½ 字."""

from __future__ import annotations

import pytest

from printlayout.base.diagnostics import Collector
from printlayout.base.geometry import Rect
from printlayout.makeup.slots import frames
from printlayout.model.layout import Grid, Head, PicturePlace, Slot
from printlayout.model.style import Style
from square import SQUARE, codes

# 字 9 pt, pitch 12 pt: a column is 189 pt, the gutter 13.5 pt, so columns begin at 30, 232.5, 435, 637.5, 840 pt
GRID = Grid(left=30_000, top=50_000, columns=5, column=189_000, gutter=13_500, lines=100, leading=12_000, em=9_000)
BODY = Style("body", SQUARE, 9_000)


def slot(
    columns: tuple[int, int] = (1, 5),
    lines: tuple[int, int] = (1, 40),
    head: tuple[int, int] = (1, 5),
    pictures: tuple[PicturePlace, ...] = (),
) -> Slot:
    group = Head(head, None, BODY, None, None)
    return Slot("lead", columns, lines, group, BODY, BODY, BODY, BODY, pictures)


def bounds(found: Slot, head_lines: int, pictures: int = 0) -> list[tuple[int, int, int]]:
    """Column, first and last line of every segment."""
    collector = Collector()
    segments = frames(found, GRID, head_lines, pictures, collector).segments
    assert codes(collector) == []
    return [(segment.column, segment.first, segment.last) for segment in segments]


def test_a_slot_without_anything_is_all_text() -> None:
    result = frames(slot(), GRID, 0, 0, Collector())
    # 5 × 189 + 4 × 13.5 = 999; 39 pitches of 12 and one em box
    assert result.area == Rect(30_000, 50_000, 999_000, 477_000)
    assert [(s.x, s.width) for s in result.segments] == [
        (30_000, 189_000),
        (232_500, 189_000),
        (435_000, 189_000),
        (637_500, 189_000),
        (840_000, 189_000),
    ]
    assert {(s.first, s.last, s.lines) for s in result.segments} == {(1, 40, 40)}
    assert (result.head.width, result.head.height) == (0, 0)


def test_a_slot_in_the_middle_of_the_page() -> None:
    result = frames(slot((2, 3), (11, 20), (1, 2)), GRID, 3, 0, Collector())
    # columns 2-3: 2 × 189 + 13.5; line 11 begins at 50 + 120
    assert result.area == Rect(232_500, 170_000, 391_500, 117_000)
    assert result.head == Rect(232_500, 170_000, 391_500, 33_000)
    assert [(s.column, s.first, s.last) for s in result.segments] == [(2, 14, 20), (3, 14, 20)]


def test_a_head_over_some_columns_leaves_the_others_their_full_height() -> None:
    found = slot((1, 5), (1, 40), (2, 4))
    assert bounds(found, 8) == [(1, 1, 40), (2, 9, 40), (3, 9, 40), (4, 9, 40), (5, 1, 40)]


def test_a_picture_under_the_head_counts_its_lines_from_there() -> None:
    # head lines 1-6; the picture begins on the third line under it: 9, and is 10 high: 18; one line stays clear
    found = slot(pictures=(PicturePlace((2, 3), 3, 10),))
    result = frames(found, GRID, 6, 1, Collector())
    picture = result.pictures[0]
    assert (picture.first, picture.last, picture.columns) == (9, 18, (2, 3))
    assert picture.rect == Rect(232_500, 50_000 + 8 * 12_000, 391_500, 9 * 12_000 + 9_000)
    assert bounds(found, 6, 1) == [(1, 7, 40), (2, 7, 7), (2, 20, 40), (3, 7, 7), (3, 20, 40), (4, 7, 40), (5, 7, 40)]


def test_a_picture_beside_the_head_counts_from_the_top() -> None:
    found = slot(head=(1, 3), pictures=(PicturePlace((4, 5), 1, 12),))
    picture = frames(found, GRID, 6, 1, Collector()).pictures[0]
    assert (picture.first, picture.last) == (1, 12)
    assert picture.rect == Rect(637_500, 50_000, 391_500, 141_000)
    assert bounds(found, 6, 1) == [(1, 7, 40), (2, 7, 40), (3, 7, 40), (4, 14, 40), (5, 14, 40)]


def test_a_picture_at_the_foot_counts_upwards() -> None:
    # last line 40, the picture 8 high: 33-40; line 32 stays clear
    found = slot(pictures=(PicturePlace((1, 1), 1, 8, foot=True),))
    picture = frames(found, GRID, 4, 1, Collector()).pictures[0]
    assert (picture.first, picture.last) == (33, 40)
    assert picture.rect.bottom == 50_000 + 39 * 12_000 + 9_000
    assert bounds(found, 4, 1)[0] == (1, 5, 31)
    raised = slot(pictures=(PicturePlace((1, 1), 3, 8, foot=True),))
    assert bounds(raised, 4, 1)[:2] == [(1, 5, 29), (1, 40, 40)]


def test_only_the_pictures_in_use_take_room() -> None:
    found = slot(pictures=(PicturePlace((1, 1), 1, 5), PicturePlace((2, 2), 1, 5)))
    assert bounds(found, 0, 0) == [(c, 1, 40) for c in range(1, 6)]
    assert bounds(found, 0, 1) == [(1, 7, 40), *((c, 1, 40) for c in range(2, 6))]


def test_without_clear_lines_text_touches_the_picture() -> None:
    found = slot((1, 1), (1, 20), (1, 1), (PicturePlace((1, 1), 5, 6, clear=0),))
    assert bounds(found, 0, 1) == [(1, 1, 4), (1, 11, 20)]


def test_columns_of_a_picture_count_from_the_slots_first() -> None:
    found = slot((3, 5), (1, 30), (1, 3), (PicturePlace((2, 3), 1, 10),))
    picture = frames(found, GRID, 2, 1, Collector()).pictures[0]
    assert picture.columns == (4, 5)
    assert picture.rect.x == 637_500


@pytest.mark.parametrize(
    ("place", "columns", "lines"),
    [
        (PicturePlace((1, 1), 35, 10), (1, 1), (35, 40)),
        (PicturePlace((5, 7), 1, 10), (5, 5), (1, 10)),
        (PicturePlace((1, 1), 1, 50, foot=True), (1, 1), (1, 40)),
    ],
)
def test_a_picture_outside_is_reported_and_cut(
    place: PicturePlace, columns: tuple[int, int], lines: tuple[int, int]
) -> None:
    collector = Collector()
    result = frames(slot(pictures=(place,)), GRID, 0, 1, collector)
    assert codes(collector) == ["layout.picture-outside"]
    assert collector.findings[0].args == {"slot": "lead"}
    picture = result.pictures[0]
    assert (picture.columns, (picture.first, picture.last)) == (columns, lines)
    assert result.area.contains(picture.rect)


def test_a_head_as_high_as_the_slot_leaves_no_text() -> None:
    assert bounds(slot((1, 2), (1, 10), (1, 2)), 10) == []


@pytest.mark.parametrize("head_lines", [0, 1, 7, 40])
@pytest.mark.parametrize("line", [1, 4, 20])
@pytest.mark.parametrize("high", [2, 9, 21])
def test_text_head_and_pictures_never_overlap(head_lines: int, line: int, high: int) -> None:
    places = (PicturePlace((1, 2), line, high), PicturePlace((4, 5), 1, high, foot=True))
    result = frames(slot(head=(1, 3), pictures=places), GRID, head_lines, 2, Collector())
    texts = [GRID.rect(s.column, s.column, s.first, s.last) for s in result.segments]
    blocks = [picture.rect for picture in result.pictures] + ([result.head] if head_lines else [])
    for text in texts:
        assert result.area.contains(text)
        assert not any(text.overlaps(block) for block in blocks)
    assert not any(a.overlaps(b) for at, a in enumerate(texts) for b in texts[:at])
    # reading order: column by column, downwards
    order = [(s.column, s.first) for s in result.segments]
    assert order == sorted(order)


def test_grid_r60_picture_widths_are_whole_columns() -> None:
    assert [GRID.span_width(k) for k in range(1, 6)] == [189_000, 391_500, 594_000, 796_500, 999_000]
    assert GRID.width == 111 * 9_000
    assert GRID.height == 99 * 12_000 + 9_000
