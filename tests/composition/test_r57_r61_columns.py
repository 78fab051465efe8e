"""H. Columns and headings (R57-R59, R61)."""

from __future__ import annotations

from itertools import groupby

import pytest

from laid import level
from printlayout.layout.flow import Poured, Row, fill, pour

TEXT = Row(1, 1)


def heights(poured: Poured) -> list[int]:
    """Rows in each segment that has any."""
    return [len(list(group)) for _, group in groupby(poured.places, key=lambda place: place[0])]


@pytest.mark.parametrize(
    ("count", "columns", "expected"),
    [
        (22, 5, [5, 5, 5, 5, 2]),
        (21, 5, [5, 5, 5, 5, 1]),
        (25, 5, [5, 5, 5, 5, 5]),
        (10, 3, [4, 4, 2]),
        (7, 4, [2, 2, 2, 1]),
        (1, 3, [1]),
    ],
)
def test_r57_only_the_last_column_is_short(count: int, columns: int, expected: list[int]) -> None:
    poured, last = level([TEXT] * count, [(1, 40)] * columns, 0)
    assert heights(poured) == expected
    assert last == -(-count // columns)
    assert poured.fits
    assert poured.blank == 0


@pytest.mark.parametrize(
    ("count", "bottoms", "expected", "last"),
    [
        # the second column begins four lines lower (under a picture): both end on line 7
        (10, [(1, 40), (5, 40)], [7, 3], 7),
        # a picture in the first column, lines 6-11: it ends on line 13 above and below it, as does the second
        (20, [(1, 5), (12, 40), (1, 40)], [5, 2, 13], 13),
        (9, [(3, 40), (3, 40), (3, 40)], [3, 3, 3], 5),
    ],
)
def test_r57_columns_round_pictures_end_level(
    count: int, bottoms: list[tuple[int, int]], expected: list[int], last: int
) -> None:
    poured, line = level([TEXT] * count, bottoms, 0)
    assert heights(poured) == expected
    assert line == last


@pytest.mark.parametrize(
    ("count", "room", "expected"), [(22, [10, 10, 10], [10, 10, 2]), (9, [4, 4, 4], [4, 4, 1]), (3, [5, 5], [3])]
)
def test_r58_tiers_are_filled_to_their_end(count: int, room: list[int], expected: list[int]) -> None:
    poured, _line = fill([TEXT] * count, [(1, lines) for lines in room])
    assert heights(poured) == expected


def test_r59_rows_of_all_columns_share_one_grid() -> None:
    # a heading of 3 lines, 2 on top: whole lines, so what follows is on the grid again
    rows = [TEXT] * 4 + [Row(3, 2, keep=2, head=True)] + [TEXT] * 5
    poured = pour(rows, [6, 20])
    assert poured.places == (
        *((0, line) for line in range(4)),
        (1, 0),
        *((1, line) for line in range(2, 7)),
    )


@pytest.mark.parametrize(
    ("room", "segment"),
    [
        (8, 0),  # 4 lines, 2 of the heading, 2 under it
        (7, 1),  # room for one line under it only
        (6, 1),
        (5, 1),
    ],
)
def test_r61_a_heading_keeps_two_lines_under_it(room: int, segment: int) -> None:
    rows = [TEXT] * 4 + [Row(2, 1, keep=2, head=True)] + [TEXT] * 5
    poured = pour(rows, [room, 20])
    assert poured.places[4][0] == segment
    assert poured.places[5][0] == segment
    assert poured.places[6][0] == segment
    assert poured.blank == (0 if segment == 0 else room - 4)


@pytest.mark.parametrize("columns", [2, 3, 4, 5])
@pytest.mark.parametrize("keep", [1, 2, 3])
@pytest.mark.parametrize("at", [3, 8, 13, 17])
def test_r61_no_heading_ends_a_column(at: int, keep: int, columns: int) -> None:
    rows = [TEXT] * at + [Row(2, 1, keep=keep, head=True)] + [TEXT] * (24 - at)
    poured, _line = level(rows, [(1, 60)] * columns, 1)
    assert poured.fits
    segments = [segment for segment, _used in poured.places]
    assert segments[at : at + keep + 1] == [segments[at]] * (keep + 1)


def test_r61_two_headings_in_a_row_stay_together() -> None:
    rows = [TEXT] * 4 + [Row(2, 1, keep=2, head=True)] * 2 + [TEXT] * 4
    # 4 + 2 + 2 leaves no line under the second heading
    poured = pour(rows, [8, 20])
    assert [segment for segment, _used in poured.places] == [0] * 4 + [1] * 6


def test_r61_a_heading_over_a_paragraph_that_keeps_its_last_lines_together() -> None:
    # the paragraph's last two lines stay together (R53): with room for heading and one of them, all three move on
    rows = [TEXT] * 3 + [Row(2, 1, keep=1, head=True), Row(1, 1, keep=1), Row(1, 1, ends=True)]
    poured = pour(rows, [6, 20])
    assert [segment for segment, _ in poured.places] == [0, 0, 0, 1, 1, 1]


def test_r61_two_lines_under_a_heading_of_which_the_second_keeps_the_third() -> None:
    rows = [TEXT] * 3 + [Row(2, 1, keep=2, head=True), TEXT, Row(1, 1, keep=1), Row(1, 1, ends=True)]
    poured = pour(rows, [7, 20])
    assert [segment for segment, _ in poured.places] == [0, 0, 0, 1, 1, 1, 1]
