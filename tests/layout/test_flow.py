"""Pouring and levelling beyond the rules' own examples."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laid import level
from printlayout.layout.flow import Poured, Row, pour

TEXT = Row(1, 1)
HEAD = Row(2, 1, keep=2, head=True)


def test_a_heading_on_top_of_a_column_loses_its_blank() -> None:
    poured = pour([HEAD, TEXT, TEXT], [4])
    assert poured.places == ((0, 0), (0, 1), (0, 2))
    assert poured.short == 1


def test_what_finds_no_room_is_left_over() -> None:
    poured = pour([TEXT] * 7, [3, 2])
    assert not poured.fits
    assert len(poured.places) == 5


def test_a_row_taller_than_every_column_is_left_over() -> None:
    poured = pour([TEXT, Row(9, 9), TEXT], [5, 5])
    assert not poured.fits
    assert poured.places == ((0, 0),)


def test_rows_that_do_not_fit_use_the_rooms_as_they_are() -> None:
    poured, line = level([TEXT] * 30, [(1, 10), (3, 12)], 2)
    assert not poured.fits
    assert len(poured.places) == 20
    assert line == 12


def test_nothing_to_pour() -> None:
    poured, _line = level([], [(1, 10)], 1)
    assert poured.fits
    assert poured.places == ()
    assert level([], [], 1)[0].fits
    assert not level([TEXT], [], 1)[0].fits


def test_blank_counts_the_feet_before_the_last_used_segment() -> None:
    # 3 lines, then a heading that needs 4 moves on: one line blank; the last column is 2 short
    poured = pour([TEXT] * 3 + [HEAD] + [TEXT] * 2, [4, 5])
    assert (poured.blank, poured.short) == (1, 2)


def test_unused_segments_are_short_too() -> None:
    assert pour([TEXT] * 3, [3, 4, 5]).short == 9


def test_the_last_line_of_a_paragraph_on_top_of_a_column_is_a_widow() -> None:
    last, only = Row(1, 1, ends=True), Row(1, 1, ends=True, alone=True)
    assert pour([TEXT, TEXT, last], [2, 5]).widows == 1
    assert pour([TEXT, TEXT, only], [2, 5]).widows == 0
    assert pour([last, TEXT], [5]).widows == 0
    assert pour([TEXT, TEXT, last], [3, 5]).widows == 0


def test_lines_kept_together_move_together() -> None:
    kept = Row(1, 1, keep=1)
    poured = pour([TEXT, TEXT, kept, Row(1, 1, ends=True)], [3, 5])
    assert [segment for segment, _ in poured.places] == [0, 0, 1, 1]
    assert poured.widows == 0


def test_levelling_gives_a_heading_one_line_more() -> None:
    # 2 + H + 3 + H + 2: the first column takes 2 + 2 + 2 = 6, the second 1 + 2 + 2 = 5; its heading gets a line
    rows = [TEXT] * 2 + [HEAD] + [TEXT] * 3 + [HEAD] + [TEXT] * 2
    poured, line = level(rows, [(1, 30), (1, 30)], 1)
    assert line == 6
    assert poured.extra == (0, 1)
    assert (poured.blank, poured.short) == (0, 0)
    assert poured.places == ((0, 0), (0, 1), (0, 2), (0, 4), (0, 5), (1, 0), (1, 1), (1, 4), (1, 5))


def test_without_levelling_the_last_column_stays_short() -> None:
    rows = [TEXT] * 2 + [HEAD] + [TEXT] * 3 + [HEAD] + [TEXT] * 2
    poured, line = level(rows, [(1, 30), (1, 30)], 0)
    assert line == 6
    assert (poured.blank, poured.short) == (0, 1)


def test_a_story_without_headings_cannot_be_levelled() -> None:
    poured, line = level([TEXT] * 9, [(1, 30), (1, 30)], 3)
    assert (line, poured.blank, poured.short, poured.extra) == (5, 0, 1, ())


def test_levelling_stays_within_the_lines_it_may_give() -> None:
    # four lines short, one heading: two lines are not enough, and the fewest gifts win
    rows = [TEXT, TEXT, HEAD, *[TEXT] * 4]
    for most in (0, 1, 2, 3):
        poured, _line = level(rows, [(1, 30), (1, 30)], most)
        assert all(0 <= more <= most for more in poured.extra)
        assert poured.fits


@st.composite
def stories(draw: st.DrawFn) -> list[Row]:
    rows: list[Row] = []
    for _ in range(draw(st.integers(1, 5))):
        if draw(st.booleans()):
            lines = draw(st.integers(1, 4))
            rows.append(Row(lines, max(1, lines - 1), keep=draw(st.integers(0, 2)), head=True))
        count = draw(st.integers(1, 12))
        rows += [Row(1, 1, ends=n == count - 1, alone=count == 1) for n in range(count)]
    return rows


def check(rows: list[Row], poured: Poured, room: list[int]) -> None:
    """Rows stand in order, none over another, none outside."""
    end = [0] * len(room)
    heads = 0
    before = 0
    for row, (segment, used) in zip(rows, poured.places, strict=False):
        assert segment >= before
        before = segment
        assert used == end[segment]
        more = 0
        if row.head:
            more = poured.extra[heads] if heads < len(poured.extra) else 0
            heads += 1
        end[segment] = used + (row.lines_on_top if used == 0 else row.lines + more)
        assert end[segment] <= room[segment]


@settings(max_examples=150, deadline=None)
@given(stories(), st.lists(st.integers(0, 15), min_size=1, max_size=6))
def test_rows_never_overlap(rows: list[Row], room: list[int]) -> None:
    check(rows, pour(rows, room), room)


@settings(max_examples=150, deadline=None)
@given(stories(), st.integers(1, 6), st.integers(0, 2))
def test_levelled_rows_never_overlap_and_all_are_placed(rows: list[Row], columns: int, most: int) -> None:
    poured, line = level(rows, [(1, 80)] * columns, most)
    assert poured.fits
    assert len(poured.places) == len(rows)
    check(rows, poured, [line] * columns)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 60), st.integers(1, 12), st.integers(1, 6))
def test_one_tall_segment_sets_the_same_rows_as_many_short_ones(count: int, room: int, segments: int) -> None:
    rows = [TEXT] * count
    tall = pour(rows, [room * segments])
    short = pour(rows, [room] * segments)
    assert tall.fits == short.fits
    assert [used for _, used in tall.places] == [segment * room + used for segment, used in short.places]


@pytest.mark.parametrize("count", [1, 5, 12, 23, 37])
@pytest.mark.parametrize("columns", [1, 2, 3, 4, 5])
def test_all_columns_but_the_last_are_full(count: int, columns: int) -> None:
    poured, line = level([TEXT] * count, [(1, 60)] * columns, 0)
    assert line == -(-count // columns)
    assert poured.places == tuple(divmod(n, line) for n in range(count))


@pytest.mark.parametrize(
    ("count", "columns", "heights"),
    [
        (22, 5, [5, 5, 4, 4, 4]),
        (37, 3, [13, 12, 12]),
        (5, 4, [2, 1, 1, 1]),
        (12, 5, [3, 3, 2, 2, 2]),
        (9, 3, [3, 3, 3]),
    ],
)
def test_a_short_last_column_is_shared_out_where_levelling_is_asked_for(
    count: int, columns: int, heights: list[int]
) -> None:
    poured, line = level([TEXT] * count, [(1, 60)] * columns, 1)
    assert line == heights[0]
    assert list(poured.used) == heights
    assert poured.blank + poured.short == columns * line - count


@settings(max_examples=150, deadline=None)
@given(stories(), st.integers(1, 5))
def test_no_heading_ends_a_column(rows: list[Row], columns: int) -> None:
    poured, _line = level(rows, [(1, 80)] * columns, 1)
    segments = [segment for segment, _ in poured.places]
    for at, row in enumerate(rows):
        if row.head:
            kept = segments[at : at + 1 + row.keep]
            assert kept == [kept[0]] * len(kept)
