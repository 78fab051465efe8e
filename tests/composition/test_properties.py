"""What holds for every text, measure and way of composing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from printlayout.base.diagnostics import Collector
from printlayout.layout.cells import Cells
from printlayout.layout.lines import first_fit, optimum
from printlayout.layout.measure import gaps_of
from printlayout.model.galley import SetLine, SetParagraph
from printlayout.model.style import Composition
from printlayout.text.rules import rules
from square import EM, cells_of, codes, lines, measured_text, set_text

HAN = "国人大会开发展经济中华民族一二三"
STOPS = "，。、；：？！"
OPEN = "（《「『【〔"
CLOSE = "）》」』】〕"
NEVER_FIRST = frozenset(STOPS + CLOSE + "．～％℃々・")
NEVER_LAST = frozenset(OPEN + "￥")
WORDS = ["a", "GDP", "iPhone", "government", "internationalization", "A4", "C919", "it’s", "well-known"]
NUMBERS = ["2026", "1,234.5", "95%", "¥5,999", "-3℃", "10:30", "120㎡", "3", "５０％", "１２３", "￥５９９", "３．１４"]
LONG = ["——", "……", "⸺", "⋯⋯", "—", "～", "·", "-", "/", "？！", "！！！", "…………"]
QUOTED = ["。”", "：“", "”，", "“", "”", "‘", "’"]
URL = ["https://example.com/a/b", "www.news.cn"]

pieces = st.one_of(
    st.text(HAN, min_size=1, max_size=8),
    st.text(HAN, min_size=1, max_size=8),
    st.sampled_from(STOPS),
    st.sampled_from(OPEN + CLOSE),
    st.sampled_from(WORDS),
    st.sampled_from(NUMBERS),
    st.sampled_from(LONG),
    st.sampled_from(QUOTED),
    st.sampled_from([*URL, "  ", " ", " ", "\u3000", "\n", "々", "％", "℃", "¹", "①"]),
)
texts = st.lists(pieces, min_size=1, max_size=40).map("".join)
one_segment = texts.map(lambda text: text.replace("\n", "")).filter(bool)
measures = st.one_of(st.integers(4, 60), st.integers(8, 120).map(lambda halves: halves / 2))
ways = st.fixed_dictionaries(
    {
        "level": st.sampled_from(["none", "basic", "gb", "strict"]),
        "punctuation": st.sampled_from(["full", "kaiming", "line-end-half", "half"]),
        "region": st.sampled_from(["CN", "TW", "HK"]),
        "hanging": st.sampled_from(["off", "off", "allow", "force"]),
        "breaker": st.sampled_from(["optimum", "firstfit"]),
        "autospace": st.sampled_from([0, 125, 250]),
        "pair": st.sampled_from([1500, 1500, 1000]),
        "squeeze_stops": st.booleans(),
        "title_min": st.sampled_from([0, 0, 2]),
    }
)
often = settings(max_examples=150, deadline=None)
Way = dict[str, Any]


ALONE = re.compile("[（《「『【〔“‘]*[…⋯]{3,}[，。、：；？！）》」』】〕”’．·～/-]*")
"""Ellipses that stand on a line of their own with their marks."""


def told(collector: Collector, code: str) -> set[str]:
    """The texts of the lines a finding was told for."""
    return {finding.args["text"] for finding in collector.findings if finding.code == code}


def closes_segment(paragraph: SetParagraph, number: int) -> bool:
    """Whether a line is the last before a forced break, the end, or ellipses that stand alone (R4)."""
    if number == len(paragraph.lines) - 1:
        return True
    this, after = paragraph.lines[number], paragraph.lines[number + 1]
    edges = {edge for match in ALONE.finditer(paragraph.text) for edge in match.span()}
    found = paragraph.text[this.start : this.end], paragraph.text[after.start : after.end]
    return this.end != after.start or this.end in edges or any("………" in text or "⋯⋯⋯" in text for text in found)


@often
@given(texts, measures, ways)
def test_no_character_is_lost_or_doubled(text: str, measure: float, way: Way) -> None:
    paragraph = set_text(text, measure, **way)
    at = 0
    for number, line in enumerate(paragraph.lines):
        if number and line.start != at:
            assert text[at] == "\n"
            at += 1
        assert line.start == at
        at = line.end
        assert len(line.xs) == len(line.advances) == line.end - line.start
        painted = "".join(t for piece in line.pieces for t in piece.texts).removesuffix("\u00ad")
        assert painted == text[line.start : line.end]
    assert at == len(text)


@often
@given(texts, measures, ways)
def test_lines_are_the_measure_or_it_is_reported(text: str, measure: float, way: Way) -> None:
    collector = Collector()
    paragraph = set_text(text, measure, collector=collector, **way)
    loose = told(collector, "text.loose")
    # what is too long is broken in an emergency: nothing is wider than four characters
    assert "text.overfull" not in codes(collector)
    every = lines(paragraph)
    for number, (line, found) in enumerate(zip(paragraph.lines, every, strict=True)):
        if found in loose and every.count(found) > 1:
            continue  # findings name a line by its text: which of the two it was cannot be told
        if found in loose:
            # a gap between two Han characters always grows
            gaps = sum(a in HAN and b in HAN for a, b in pairwise(found))
            assert measure * EM - line.width > gaps * EM // 2
        if closes_segment(paragraph, number):
            assert line.width <= measure * EM
        elif found not in loose:
            assert line.width == measure * EM
        if way["hanging"] == "off" and not line.hyphen:
            assert sum(line.advances) == line.width


@often
@given(texts, measures, ways)
def test_boxes_stand_side_by_side(text: str, measure: float, way: Way) -> None:
    paragraph = set_text(text, measure, **way)
    for line in paragraph.lines:
        assert all(advance >= 0 for advance in line.advances)
        for (x, advance), after in pairwise([*zip(line.xs, line.advances, strict=True), (None, None)]):
            if after[0] is not None:
                assert after[0] == x + advance


@often
@given(texts, measures, ways)
def test_no_character_is_narrower_than_its_floor(text: str, measure: float, way: Way) -> None:
    paragraph = set_text(text, measure, **way)
    for line, found in zip(paragraph.lines, lines(paragraph), strict=True):
        for char, advance in zip(found, line.advances, strict=True):
            if char in HAN or char in "々①℃\u3000":
                assert advance >= EM, char
            elif char in STOPS or char in OPEN or char in CLOSE or (char.isascii() and char.isalnum()):
                assert advance >= EM // 2, char


MANY_MARKS = st.text(
    st.one_of(st.sampled_from(HAN), st.sampled_from(STOPS + OPEN + CLOSE + "．～％℃々・￥")), min_size=8, max_size=60
)


@often
@given(st.one_of(texts, MANY_MARKS), measures, ways.filter(lambda way: way["level"] != "none"))
def test_no_forbidden_start_or_end_unless_it_is_reported(text: str, measure: float, way: Way) -> None:
    collector = Collector()
    paragraph = set_text(text, measure, collector=collector, **way)
    forced = told(collector, "text.forced-break")
    found = lines(paragraph)
    for number, (line, after) in enumerate(pairwise(found)):
        if closes_segment(paragraph, number) or line in forced:
            continue
        assert after.lstrip(" ")[:1] not in NEVER_FIRST
        assert line.rstrip(" ")[-1:] not in NEVER_LAST


@often
@given(texts, measures, ways)
def test_a_line_never_opens_with_a_space_or_a_note_mark(text: str, measure: float, way: Way) -> None:
    collector = Collector()
    paragraph = set_text(text, measure, collector=collector, **way)
    forced = told(collector, "text.forced-break")
    found = lines(paragraph)
    for number, (line, after) in enumerate(pairwise(found)):
        if not closes_segment(paragraph, number) and line not in forced:
            assert after[:1] not in (" ", "\u3000", "¹")


@often
@given(one_segment, st.integers(4, 60), ways)
def test_optimum_never_costs_more_than_first_fit(text: str, measure: int, way: Way) -> None:
    numbers = measured_text(text, **way)
    assume(numbers.cells)
    best, first = optimum(numbers, [measure * EM]), first_fit(numbers, [measure * EM])
    assert best.total <= first.total
    for broken in (best, first):
        assert broken.ends[-1] == numbers.cells
        assert list(broken.ends) == sorted(set(broken.ends))


@often
@given(one_segment, st.lists(st.integers(4, 30), min_size=2, max_size=4), ways)
def test_lines_of_changing_measure(text: str, widths: list[int], way: Way) -> None:
    numbers = measured_text(text, **way)
    assume(numbers.cells)
    room = [width * EM for width in widths]
    assert optimum(numbers, room).total <= first_fit(numbers, room).total


@often
@given(texts, st.integers(4, 30), ways)
def test_set_twice_it_is_the_same(text: str, measure: int, way: Way) -> None:
    assert set_text(text, measure, **way) == set_text(text, measure, **way)


@pytest.mark.parametrize("align", ["left", "center", "right"])
@often
@given(texts, measures, ways)
def test_ragged_lines_stay_within_the_measure(align: str, text: str, measure: float, way: Way) -> None:
    collector = Collector()
    paragraph = set_text(text, measure, align=align, collector=collector, **way)
    assert "text.loose" not in codes(collector)
    overfull = told(collector, "text.overfull")
    for line, found in zip(paragraph.lines, lines(paragraph), strict=True):
        if found not in overfull and line.xs:
            assert line.width <= measure * EM
            assert line.xs[0] >= 0


# Order of shrinking and stretching, place by place.

simple = st.lists(
    st.one_of(
        st.text(HAN, min_size=1, max_size=6),
        st.text(HAN, min_size=1, max_size=6),
        st.sampled_from(
            ["，", "、", "。", "；", "？", "（国）", "《大会》", "·", "ab", "ab cd", "C9 x y", "2026", "ab "]
        ),
    ),
    min_size=4,
    max_size=40,
).map("".join)
STEPS = {"·": 3, **dict.fromkeys("（）《》", 4), **dict.fromkeys("，、；", 5), **dict.fromkeys("。？！", 7)}


@dataclass(frozen=True)
class Place:
    """A place of a line that may give or take: its step of R43, what it gave, and what it could have given."""

    step: int
    gave: int
    room: int
    grew: int
    cap: int


def places(cells: Cells, way: Way, line: SetLine) -> list[Place]:
    """What every place of a line gave and took. A cell is a character here."""
    composition = Composition(**way)
    gaps = gaps_of(cells, rules(composition), composition)
    found: list[Place] = []
    end = line.end
    while end > line.start and cells.text[end - 1] == " ":
        end -= 1
    for at in range(line.start, end):
        char, advance = cells.text[at], line.advances[at - line.start]
        left, right, width = cells.left[at], cells.right[at], cells.widths[at]
        if at == line.start:
            if char == " ":
                continue
            if char in "（《" and way["region"] != "TW":
                width, left = width - left, 0
        gap = gaps[at + 1] if at + 1 < end else 0
        if at == end - 1 and char in "，、；。？）》·":
            if way["punctuation"] != "full":
                width, right = width - right, 0
            if not left + right:
                continue
            found.append(Place(1, width - advance, left + right, 0, 0))
            continue
        if char == " ":
            own = 2 if _between_words(cells.text, at) else 6
            floor, cap = (EM // 4, EM // 2) if own == 2 else (EM // 8, composition.latin_stretch * EM // 1000)
            found.append(
                Place(own, max(0, width - advance), max(0, width - floor), max(0, advance - width), max(0, cap - width))
            )
        elif gap:
            natural, cap = width + gap, composition.latin_stretch * EM // 1000 - gap
            room = max(0, gap - EM // 8)
            found.append(Place(6, max(0, natural - advance), room, max(0, advance - natural), cap))
        elif char in STEPS:
            room = left + right
            if STEPS[char] == 7 and not way["squeeze_stops"]:
                room = 0
            found.append(Place(STEPS[char], max(0, width - advance), room, max(0, advance - width), -1))
        else:
            found.append(Place(8, max(0, width - advance), 0, max(0, advance - width), -1))
    return found


def _between_words(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not ((before in HAN and after.isascii()) or (before.isascii() and after in HAN))


calm = ways.map(lambda way: {**way, "hanging": "off", "title_min": 0})


@often
@given(simple, st.integers(8, 30), calm)
def test_r43_r44_shrink_order_and_equal_shares(text: str, measure: int, way: Way) -> None:
    cells = cells_of(text, **way)
    assume(len(cells) == len(text))
    for line in set_text(text, measure, **way).lines:
        found = places(cells, way, line)
        if not any(place.gave for place in found):
            continue
        assert not any(place.grew for place in found)
        deepest = max(place.step for place in found if place.gave)
        assert all(place.gave == place.room for place in found if place.step < deepest)
        shares = [place for place in found if place.step == deepest and place.room]
        most = max(place.gave for place in shares)
        assert all(most - place.gave <= 1 or place.gave == place.room for place in shares)
        assert all(place.gave <= place.room for place in found)


@often
@given(simple, st.integers(8, 30), calm)
def test_r45_stretch_order(text: str, measure: int, way: Way) -> None:
    cells = cells_of(text, **way)
    assume(len(cells) == len(text))
    for line in set_text(text, measure, **way).lines:
        found = places(cells, way, line)
        spaces = [place for place in found if place.step == 2]
        latin = [place for place in found if place.step == 6]
        others = [place for place in found if place.step not in (2, 6)]
        if line.hyphen or not any(place.grew for place in found):
            continue
        assert not any(place.gave for place in found)
        if any(place.grew for place in latin):
            assert all(place.grew >= place.cap for place in spaces)
        if any(place.grew for place in others):
            assert all(place.grew >= place.cap for place in [*spaces, *latin])
            grown = {place.grew for place in others if place.grew}
            assert max(grown) - min(grown) <= 1
        cap = Composition().most_stretch * EM // 1000
        assert all(place.grew <= max(0, place.cap) + cap for place in found)
