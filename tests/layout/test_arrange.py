"""Picture groups, worked out by hand: flush edges, equal gaps, the least cropping."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printlayout.base.geometry import Rect
from printlayout.layout.arrange import Arranger, Branch, shared, tree

HALF, SQUARE, WIDE = Fraction(1, 2), Fraction(1), Fraction(3, 2)


def cells(arrange: str, ratios: list[Fraction], area: Rect, rows: tuple[int, ...] = ()) -> list[Rect]:
    arranger = Arranger(tuple(ratios), 6, 12, 9, lambda n, width: rows[n] if rows else 0)
    return [cell.rect for cell in arranger.cells(tree(arrange, ratios, area), area).values()]


def test_a_row_shares_its_width_by_proportions() -> None:
    # 312 − 2 × 6 = 300 wide, as 1/2 : 1 : 3/2
    assert cells("row", [HALF, SQUARE, WIDE], Rect(10, 20, 312, 90)) == [
        Rect(10, 20, 50, 90),
        Rect(66, 20, 100, 90),
        Rect(172, 20, 150, 90),
    ]


def test_a_column_shares_its_height_the_other_way_round() -> None:
    # 276 − 6 = 270 high, as 2 : 1
    assert cells("column", [HALF, SQUARE], Rect(0, 0, 80, 276)) == [Rect(0, 0, 80, 180), Rect(0, 186, 80, 90)]


def test_a_mosaic_has_its_first_picture_large() -> None:
    # beside it two squares one above another are as wide as 1/2 of their height: 1 : 1/2 of 300
    assert cells("mosaic", [SQUARE, SQUARE, SQUARE], Rect(0, 0, 306, 206)) == [
        Rect(0, 0, 200, 206),
        Rect(206, 0, 100, 100),
        Rect(206, 106, 100, 100),
    ]
    # in a high place the small ones stand under it: their row is half as high as wide
    assert cells("mosaic", [SQUARE, SQUARE, SQUARE], Rect(0, 0, 206, 306)) == [
        Rect(0, 0, 206, 200),
        Rect(0, 206, 100, 100),
        Rect(106, 206, 100, 100),
    ]


def test_a_grid_of_five_has_three_below() -> None:
    assert tree("grid", [SQUARE] * 5, Rect(0, 0, 9, 9)) == Branch(
        (Branch((0, 1), True), Branch((2, 3, 4), True)), False
    )
    four = cells("grid", [SQUARE] * 4, Rect(0, 0, 206, 206))
    assert [(r.x, r.y) for r in four] == [(0, 0), (106, 0), (0, 106), (106, 106)]
    assert {(r.width, r.height) for r in four} == {(100, 100)}


def test_pictures_with_words_between_them_end_on_the_grid() -> None:
    area = Rect(0, 0, 100, 200 + 9)
    first, second = cells("column", [SQUARE, SQUARE], area, (1, 2))
    assert (area.bottom - first.bottom) % 12 == 0
    assert second.y - first.bottom == 2 * 12 - 9
    assert second.bottom == area.bottom


def test_pictures_of_a_row_end_at_one_height_whatever_their_words_take() -> None:
    ratios = (SQUARE, SQUARE)
    arranger = Arranger(ratios, 6, 12, 9, lambda n, width: n + 1)
    found = arranger.cells(Branch((0, 1), True), Rect(0, 0, 206, 120))
    assert [cell.rows for cell in found.values()] == [2, 2]


@given(
    st.lists(st.fractions(Fraction(1, 3), 3), min_size=1, max_size=7),
    st.sampled_from(["row", "column", "grid", "mosaic"]),
    st.integers(100_000, 900_000),
    st.integers(100_000, 900_000),
)
def test_any_group_fills_its_area_and_nothing_overlaps(
    ratios: list[Fraction], arrange: str, width: int, height: int
) -> None:
    area = Rect(5, 7, width, height)
    found = cells(arrange, ratios, area)
    assert len(found) == len(ratios)
    assert all(area.contains(rect) for rect in found)
    assert not any(a.overlaps(b) for at, a in enumerate(found) for b in found[:at])
    left, top = min(r.x for r in found), min(r.y for r in found)
    assert (left, top, max(r.right for r in found), max(r.bottom for r in found)) == (5, 7, area.right, area.bottom)


@pytest.mark.parametrize("room", [0, 1, 7, 1000, 999_999])
def test_parts_are_the_whole_to_the_last_milli_point(room: int) -> None:
    assert sum(shared(room, [HALF, SQUARE, WIDE, Fraction(7, 9)])) == room
