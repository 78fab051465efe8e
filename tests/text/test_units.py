"""Grouping: which characters are one unit, and of which class."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from printlayout.text import classes as c
from printlayout.text.units import units


def grouped(text: str, region: str = "CN") -> list[tuple[str, int]]:
    """The units of a text with their classes."""
    found = units(text, region)
    return [(text[a:b], kind) for (a, b), kind in zip(pairwise(found.starts), found.classes, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国人", [("国", c.HAN), ("人", c.HAN)]),
        ("国——人", [("国", c.HAN), ("——", c.DASH), ("人", c.HAN)]),
        ("国—人", [("国", c.HAN), ("—", c.RULE), ("人", c.HAN)]),
        ("国———人", [("国", c.HAN), ("——", c.DASH), ("—", c.RULE), ("人", c.HAN)]),
        ("国⸺人", [("国", c.HAN), ("⸺", c.DASH), ("人", c.HAN)]),
        ("国……", [("国", c.HAN), ("……", c.ELLIPSIS)]),
        ("国…………", [("国", c.HAN), ("……", c.ELLIPSIS), ("……", c.ELLIPSIS)]),
        ("国⋯⋯", [("国", c.HAN), ("⋯⋯", c.ELLIPSIS)]),
        ("好？！", [("好", c.HAN), ("？！", c.CHAIN)]),
        ("好！！！", [("好", c.HAN), ("！！！", c.CHAIN)]),
        ("好！", [("好", c.HAN), ("！", c.BANG)]),
        ("５０％", [("５０％", c.WIDE)]),
        ("￥５９９", [("￥５９９", c.WIDE)]),
        ("３．１４", [("３．１４", c.WIDE)]),
        ("１２：３０", [("１２：３０", c.WIDE)]),
        ("ＡＢＣ国", [("ＡＢＣ", c.WIDE), ("国", c.HAN)]),
        ("国　人", [("国", c.HAN), ("　", c.IDSPACE), ("人", c.HAN)]),
        ("辛¹字", [("辛¹", c.HAN), ("字", c.HAN)]),
        ("人々", [("人", c.HAN), ("々", c.ITER)]),
        ("39℃", [("39", c.WEST), ("℃", c.POST)]),
        ("￥国", [("￥", c.PRE), ("国", c.HAN)]),
    ],
)
def test_units(text: str, expected: list[tuple[str, int]]) -> None:
    assert grouped(text) == expected


@pytest.mark.parametrize(
    "word",
    [
        "iPhone",
        "GDP",
        "1,234.5",
        "95%",
        "¥5,999",
        "$50",
        "10:30",
        "±3",
        "C919",
        "it’s",
        "A/B",
        "3.0",
        "R&D",
        "−3",
        "café",
    ],
)
def test_western_words_and_numbers_are_one_unit(word: str) -> None:
    assert grouped(f"国{word}人") == [("国", c.HAN), (word, c.WEST), ("人", c.HAN)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("well-known", ["well-", "known"]),
        ("T-shirt", ["T-shirt"]),
        ("2026-03", ["2026-03"]),
        ("https://example.com/a/b", ["https://", "example", ".com/", "a/", "b"]),
        ("news.cn", ["news.cn"]),
    ],
)
def test_joints_of_western_words(text: str, expected: list[str]) -> None:
    found = [unit for unit, _ in grouped(text)]
    assert "".join(found) == text
    assert found == expected


@pytest.mark.parametrize(
    ("text", "at", "kind"),
    [
        ("他说“好”字", 2, c.OPEN),
        ("他说“好”字", 4, c.CLOSE),
        ("国“1949”人", 1, c.OPEN),
        ("甲-乙", 1, c.HYPHEN),
        ("甲–乙", 1, c.HYPHEN),
        ("甲/乙", 1, c.SOLIDUS),
        ("甲／乙", 1, c.SOLIDUS),
        ("甲—乙", 1, c.RULE),
        ("甲～乙", 1, c.WAVE),
        ("甲·乙", 1, c.POINT),
    ],
)
def test_shared_characters_among_chinese(text: str, at: int, kind: int) -> None:
    found = units(text)
    assert found.classes[found.starts.index(at)] == kind


@pytest.mark.parametrize("region", ["TW", "HK"])
@pytest.mark.parametrize("point", "·‧")
def test_r06_the_interpunct_outside_the_mainland(point: str, region: str) -> None:
    assert grouped(f"甲{point}乙", region)[1] == (point, c.MIDDLE)
    assert grouped(f"甲{point}乙", "CN")[1] == (point, c.POINT)


@pytest.mark.parametrize(
    ("text", "kind"), [("国 ab", c.GAP), ("ab 国", c.GAP), ("ab cd", c.SPACE), ("国 人", c.SPACE), ("， ab", c.SPACE)]
)
def test_r65_a_typed_space_between_han_and_latin_stands_for_theirs(text: str, kind: int) -> None:
    found = units(text)
    assert found.classes[found.starts.index(text.index(" "))] == kind


def test_a_run_of_spaces_is_one_unit() -> None:
    assert grouped("国   人") == [("国", c.HAN), ("   ", c.SPACE), ("人", c.HAN)]


def test_an_empty_text_has_no_units() -> None:
    assert grouped("") == []


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("国人aB1９ ，。（）“”—…-·/～？！¹℃￥％々　.,:%$")), st.sampled_from(["CN", "TW", "HK"]))
def test_units_cover_the_text(text: str, region: str) -> None:
    found = units(text, region)
    assert len(found.starts) == len(found.classes) + 1
    assert found.starts[0] == 0 if text else found.starts == (0,)
    assert found.starts[-1] == len(text)
    assert list(found.starts) == sorted(set(found.starts))
    assert all(0 <= kind < c.CLASS_COUNT for kind in found.classes)
