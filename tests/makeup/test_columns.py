"""The arithmetic of columns (typography.md 2.1), in 字 of 9 pt."""

from __future__ import annotations

from itertools import pairwise

import pytest

from printlayout.makeup.columns import text_columns
from printlayout.model.layout import Columns, Grid

EM = 9_000


def made(width: float, count: int, mode: str, gap: float = 1) -> tuple[list[float], list[float]]:
    """Widths of the columns and of the gaps, in 字."""
    columns = text_columns(0, round(width * EM), EM, Columns(count, mode, round(gap * EM)))
    widths = [w / EM for _, w in columns]
    gaps = [(b - a - w) / EM for (a, w), (b, _) in pairwise(columns)]
    assert columns[-1][0] + columns[-1][1] <= round(width * EM)
    return widths, gaps


@pytest.mark.parametrize(
    ("basic", "long"), [(13, [13, 27, 41, 55, 69]), (11, [11, 23, 35, 47, 59])], ids=["对开 13", "四开 11"]
)
def test_long_columns_are_k_columns_and_the_gaps_between_them(basic: int, long: list[int]) -> None:
    grid = Grid(0, 0, 8, basic * EM, EM, 100, 12_000, EM)
    assert [grid.span_width(k) // EM for k in range(1, 6)] == long


def test_the_type_area_of_a_broadsheet_and_of_a_tabloid() -> None:
    # 8 × 13 + 7 = 111 字 = 999 pt = 352.4 mm; 6 × 11 + 5 = 71 字; 5 × 21 + 4 × 1.5 = 111 字
    assert Grid(0, 0, 8, 13 * EM, EM, 100, 12_000, EM).width == 999_000
    assert round(999 / 72 * 25.4, 1) == 352.4
    assert Grid(0, 0, 6, 11 * EM, EM, 100, 12_000, EM).width == 71 * EM
    assert Grid(0, 0, 5, 21 * EM, EM * 3 // 2, 100, 12_000, EM).width == 999_000


@pytest.mark.parametrize("mode", ["absolute", "relative", "free"])
def test_three_into_two_divides_whole(mode: str) -> None:
    assert made(41, 2, mode) == ([20, 20], [1])


def test_five_into_three_leaves_one_for_the_last_column_or_for_the_gaps() -> None:
    assert made(69, 3, "relative") == ([22, 22, 23], [1, 1])
    assert made(69, 3, "absolute") == ([22, 22, 22], [1.5, 1.5])


def test_twenty_in_two_in_each_mode() -> None:
    assert made(20, 2, "absolute") == ([9, 9], [2])
    assert made(20, 2, "relative") == ([9, 10], [1])
    assert made(20, 2, "free") == ([9.5, 9.5], [1])


def test_what_is_less_than_a_character_goes_between_the_columns() -> None:
    assert made(20.5, 2, "relative") == ([9, 10], [1.5])
    assert made(21.5, 1, "absolute") == ([21], [])
    assert made(21.5, 1, "free") == ([21.5], [])


@pytest.mark.parametrize("mode", ["absolute", "relative", "free"])
@pytest.mark.parametrize("count", [2, 3, 4, 5, 7])
@pytest.mark.parametrize("width", [41, 55, 69, 83, 97, 111, 100.37])
def test_columns_fill_the_width_to_the_milli_point(width: float, count: int, mode: str) -> None:
    whole = round(width * EM)
    columns = text_columns(5_000, whole, EM, Columns(count, mode, EM))
    assert columns[0][0] == 5_000
    assert columns[-1][0] + columns[-1][1] == 5_000 + whole
    for (a, w), (b, _) in pairwise(columns):
        assert b - a - w >= EM
    if mode != "free":
        assert all(w % EM == 0 for _, w in columns)
    if mode == "absolute":
        assert len({w for _, w in columns}) == 1
