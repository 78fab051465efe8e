"""Written lengths: pt, mm, 字, 行, 号."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from printlayout.base.units import HAO, Length, mm, parse_length, to_mm


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9pt", 9_000),
        ("10.5pt", 10_500),
        ("9 点", 9_000),
        (".5pt", 500),
        ("-2pt", -2_000),
        ("+2pt", 2_000),
        ("25.4mm", 72_000),
        ("2.54cm", 72_000),
        ("25.4毫米", 72_000),
        ("2.54厘米", 72_000),
        ("100mm", 283_465),  # 100 × 72 / 25.4 = 283.46456…
        ("4Q", 2_835),  # a millimetre
        ("4级", 2_835),
        ("小五", 9_000),
        ("小五号", 9_000),
        ("五号", 10_500),
        ("五", 10_500),
        ("初号", 42_000),
        ("小初", 36_000),
        ("  小四 ", 12_000),
        ("0", 0),
        ("0.0", 0),
    ],
)
def test_absolute_lengths(text: str, expected: int) -> None:
    length = parse_length(text)
    assert length is not None
    assert not length.relative
    assert length.mpt() == expected


@pytest.mark.parametrize(
    ("text", "em", "line", "expected"),
    [
        ("2字", 9_000, 12_000, 18_000),
        ("1.5字", 9_000, 12_000, 13_500),
        ("2em", 10_500, 12_000, 21_000),
        ("3行", 9_000, 12_000, 36_000),
        ("2.5 lines", 9_000, 12_000, 30_000),
        ("1line", 9_000, 11_250, 11_250),
        ("21字", 9_000, 0, 189_000),
    ],
)
def test_lengths_of_the_grid(text: str, em: int, line: int, expected: int) -> None:
    length = parse_length(text)
    assert length is not None
    assert length.relative
    assert length.mpt(em, line) == expected


@pytest.mark.parametrize(
    "text",
    ["", " ", "9", "pt", "9px", "9 p t", "九号", "小小五", "号", "9pt9", "1/2字", "1e3pt", "9,5pt", "--9pt"],
)
def test_what_is_no_length(text: str) -> None:
    assert parse_length(text) is None


@pytest.mark.parametrize(
    ("name", "points"),
    [
        ("初号", 42), ("小初", 36), ("一号", 26), ("小一", 24), ("二号", 22), ("小二", 18), ("三号", 16),
        ("小三", 15),
        ("四号", 14), ("小四", 12), ("五号", 10.5), ("小五", 9), ("六号", 7.5), ("小六", 6.5), ("七号", 5.5),
        ("八号", 5),
    ],
)  # fmt: skip
def test_sizes_of_the_desktop_system(name: str, points: float) -> None:
    assert HAO[name] == points * 1000
    assert len(HAO) == 16


def test_a_house_may_have_sizes_of_its_own() -> None:
    assert parse_length("小初", {"小初": 30_000}) == Length(Fraction(30), "pt")
    assert parse_length("小五", {"小初": 30_000}) is None


@settings(max_examples=200, deadline=None)
@given(st.integers(-100_000, 100_000))
def test_millimetres_there_and_back(hundredths: int) -> None:
    assert round(to_mm(mm(hundredths / 100)), 2) == hundredths / 100


@settings(max_examples=200, deadline=None)
@given(st.decimals(-10_000, 10_000, places=3), st.sampled_from(["pt", "点"]))
def test_points_are_exact(amount: object, unit: str) -> None:
    length = parse_length(f"{amount}{unit}")
    assert length is not None
    assert length.mpt() == Fraction(str(amount)) * 1000


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=12))
def test_any_text_is_a_length_or_none(text: str) -> None:
    length = parse_length(text)
    assert length is None or isinstance(length.mpt(9_000, 12_000), int)
