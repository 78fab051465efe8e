"""Pairs worked out with folded paper: 4, 8, 12 and 16 pages, and counts that do not fill their sheets."""

from __future__ import annotations

import pytest

from printlayout.impose.scheme import blanks, pairs

NESTED = {
    4: "4-1 2-3",
    8: "8-1 2-7 6-3 4-5",
    12: "12-1 2-11 10-3 4-9 8-5 6-7",
    16: "16-1 2-15 14-3 4-13 12-5 6-11 10-7 8-9",
    2: "·-1 2-·",
    3: "·-1 2-3",
    6: "·-1 2-· 6-3 4-5",
    10: "·-1 2-· 10-3 4-9 8-5 6-7",
    1: "·-1 ·-·",
}
LOOSE = {4: "4-1 2-3", 8: "4-1 2-3 8-5 6-7", 12: "4-1 2-3 8-5 6-7 12-9 10-11", 6: "4-1 2-3 ·-5 6-·"}
SPREADS = {1: "·-1", 2: "·-1 2-·", 4: "·-1 2-3 4-·", 5: "·-1 2-3 4-5", 8: "·-1 2-3 4-5 6-7 8-·"}


def said(count: int, fold: str, first: int = 1, right_bound: bool = False) -> str:
    return " ".join(pair.label for pair in pairs(range(first, first + count), fold, right_bound))


@pytest.mark.parametrize(("count", "wanted"), NESTED.items())
def test_nested_and_stitched(count: int, wanted: str) -> None:
    assert said(count, "nested") == said(count, "stitched") == wanted


@pytest.mark.parametrize(("count", "wanted"), LOOSE.items())
def test_loose(count: int, wanted: str) -> None:
    assert said(count, "loose") == wanted


@pytest.mark.parametrize(("count", "wanted"), SPREADS.items())
def test_spreads(count: int, wanted: str) -> None:
    assert said(count, "spreads") == wanted


def test_a_later_section_counts_on() -> None:
    assert said(8, "nested", 9) == "16-9 10-15 14-11 12-13"


def test_bound_on_the_right() -> None:
    assert said(8, "nested", right_bound=True) == "1-8 7-2 3-6 5-4"
    assert said(4, "spreads", right_bound=True) == "1-· 3-2 ·-4"


def test_sheets_sides_and_depth() -> None:
    found = [(p.sheet, p.side, p.depth) for p in pairs(range(1, 13), "stitched")]
    assert found == [(1, "outer", 0), (1, "inner", 0), (2, "outer", 1), (2, "inner", 1), (3, "outer", 2),
                     (3, "inner", 2)]  # fmt: skip
    assert {p.depth for p in pairs(range(1, 13), "loose")} == {0}


@pytest.mark.parametrize("count", range(1, 41))
@pytest.mark.parametrize("fold", ["nested", "loose", "spreads"])
def test_every_page_once_and_the_law_of_folding(count: int, fold: str) -> None:
    """Odd folios lie on the right; the two sides of a leaf are 2k-1 and 2k; nested pairs sum to one more than the
    section's places."""
    made = pairs(range(1, count + 1), fold)
    placed = [page for pair in made for page in (pair.left, pair.right) if page is not None]
    assert sorted(placed) == list(range(1, count + 1))
    for pair in made:
        assert pair.left is None or pair.left % 2 == 0
        assert pair.right is None or pair.right % 2 == 1
        if fold == "nested" and pair.left and pair.right:
            assert pair.left + pair.right == count + blanks(range(count), fold) + 1
    for front, back in zip(made[::2], made[1::2], strict=False) if fold != "spreads" else ():
        assert front.sheet == back.sheet
        if front.right and back.left:
            assert back.left == front.right + 1


def test_blanks() -> None:
    assert [blanks(range(n), "nested") for n in (4, 5, 6, 7, 8)] == [0, 3, 2, 1, 0]
    assert blanks(range(5), "spreads") == 0
