"""What counts as a number in a table, where its point stands, and how items are numbered."""

from __future__ import annotations

import pytest

from printlayout.text.numbering import numbered
from printlayout.text.numerals import middle, point, with_minus


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("12.5", 2), ("12", 2), ("1,234.5", 5), ("１２．５", 2), ("1，234", 5), ("-3.2%", 2), ("+0.56", 2), ("−11", 3),
        ("¥49.9", 3), ("-¥5", 3), ("▲1.2", 2), ("↑ 3", 3), ("63%", 2), ("12.5元", 2), ("3胜", 1), ("4:28.6", 4),
        ("1:02:03.4", 7), ("0", 1),
    ],
)  # fmt: skip
def test_the_point_of_a_number(text: str, at: int) -> None:
    assert point(text) == at


@pytest.mark.parametrize("text", ["", "江城", "2:1", "2-1", "12:30", "5月16日", "1949—2026", "12.3.4", "第3", "1,23"])
def test_what_is_no_number(text: str) -> None:
    assert point(text) is None


@pytest.mark.parametrize(
    ("text", "at"),
    [("2:1", 1), ("98：95", 2), ("3-0", 1), ("5(3):4(3)", 4), ("15:30", 2), ("6－4", None), ("胜", None)],
)
def test_the_middle_of_a_score(text: str, at: int | None) -> None:
    assert middle(text) == at


def test_a_hyphen_before_a_number_is_a_minus() -> None:
    assert [with_minus(t) for t in ("-3.2", "2-1", "甲-乙", "3")] == ["−3.2", "2-1", "甲-乙", "3"]


@pytest.mark.parametrize(
    ("number", "form", "mark"),
    [
        (3, "1.", "3."), (1, "一、", "一、"), (10, "一、", "十、"), (12, "一、", "十二、"), (20, "一、", "二十、"),
        (103, "一、", "一百零三、"), (110, "（一）", "（一百一十）"), (1, "①", "①"), (20, "①", "⑳"),
        (21, "①", "（21）"), (7, "（1）", "（7）"),
    ],
)  # fmt: skip
def test_marks_of_items(number: int, form: str, mark: str) -> None:
    assert numbered(number, form) == mark
