"""The cases of the web-platform-tests that agree with the requirements for Chinese text layout; see ``cases/``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from square import SquareShaper, advances, em, lines, set_text

Case = dict[str, Any]
CASES: list[Case] = json.loads((Path(__file__).parent / "cases" / "wpt_linebreaking.json").read_text("utf-8"))["cases"]
EARLY = {"breaker": "firstfit", "align": "left", "punctuation": "full"}


def chosen(test: Callable[[Case], bool]) -> pytest.MarkDecorator:
    found = [case for case in CASES if test(case)]
    assert found
    return pytest.mark.parametrize("case", found, ids=[case["id"] for case in found])


def strict(case: Case) -> bool:
    return bool(case.get("css", {}).get("line-break") == "strict")


@chosen(lambda case: case["clreq"] == "agrees-basic")
def test_r12_r13_agrees_at_gb(case: Case) -> None:
    # a Latin-width dash or ‼ is half an em there and here
    paragraph = set_text(case["text"], case["width_em"], level="gb", **EARLY)
    assert lines(paragraph) == case["expected_lines"]


@chosen(lambda case: case["clreq"] == "agrees-strict")
def test_r15_agrees_at_strict(case: Case) -> None:
    paragraph = set_text(case["text"], case["width_em"], level="strict", **EARLY)
    assert lines(paragraph) == case["expected_lines"]


R18 = "々〻‰°℃℉％﹪￠"


@chosen(lambda case: case["clreq"] == "silent" and strict(case) and case["text"][6] in R18)
def test_r18_later_signs(case: Case) -> None:
    paragraph = set_text(case["text"], case["width_em"], level="gb", **EARLY)
    assert lines(paragraph) == case["expected_lines"]


def region(case: Case) -> str:
    return "TW" if case.get("lang") == "zh-Hant" else "CN"


@chosen(lambda case: case["kind"] == "advance" and "text-spacing-trim" in case["css"])
def test_r31_r33_advances(case: Case) -> None:
    paragraph = set_text(case["text"], 20, region=region(case), **EARLY)
    assert advances(paragraph) == case["expected_advances_em"]


@chosen(lambda case: case["kind"] == "advance" and "text-autospace" in case["css"])
def test_r65_autospace_advances(case: Case) -> None:
    # there the Latin letters are squares too, and the space an eighth of an em
    shaper = SquareShaper(widths={"X": 1000})
    paragraph = set_text(case["text"], 20, autospace=125, shaper=shaper, **EARLY)
    assert advances(paragraph) == case["expected_advances_em"]


@chosen(lambda case: case["kind"] == "line-edge-trim")
def test_r37_line_edge_trim(case: Case) -> None:
    # where a paragraph ends on an opening mark it can only stand alone; R38 trims the first line too
    settings = {**EARLY, "level": "none"} if case["text"][-1] in "（“" else EARLY
    paragraph = set_text(case["text"], case["width_em"], **settings)
    assert lines(paragraph) == case["expected_lines"]
    assert [em(line.advances) for line in paragraph.lines[1:]] == case["expected_advances_em"][1:]
    first = advances(paragraph)
    assert first == ([0.5, 1, 1, 1] if case["text"][0] == "（" else case["expected_advances_em"][0])


HANGING = ["wpt-0527", "wpt-0528", "wpt-0531", "wpt-0532"]


@chosen(lambda case: case["id"] in HANGING)
def test_r40_hanging(case: Case) -> None:
    mode = case["css"]["hanging-punctuation"].removesuffix("-end")
    text = case["text"].translate({ord(kana): "国" for kana in "これらはたすでもみ"})
    expected = [line.translate({ord(kana): "国" for kana in "これらはたすでもみ"}) for line in case["expected_lines"]]
    paragraph = set_text(text, case["width_em"], hanging=mode, **EARLY)
    assert lines(paragraph) == expected
    assert sum(paragraph.lines[0].advances[:10]) == 100_000
