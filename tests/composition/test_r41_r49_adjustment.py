"""F. Line adjustment (R41-R49)."""

from __future__ import annotations

from itertools import pairwise

import pytest

from printlayout.base.diagnostics import Collector, Severity
from square import EM, SquareShaper, advances, codes, em, lines, run, set_runs, set_text

BREAKERS = ["optimum", "firstfit"]
STORY = (
    "本报讯　记者王晓从北京获悉：“十五五”规划建议发布后，全国各地（包括港澳）掀起了学习热潮。"
    "据统计，截至2026年3月15日，共有1,234个单位、56.7%的职工参加；《人民日报》刊文指出……"
    "这是一次思想上的洗礼——更是行动上的动员！"
)


@pytest.mark.parametrize("punctuation", ["full", "kaiming", "line-end-half", "half"])
@pytest.mark.parametrize("breaker", BREAKERS)
@pytest.mark.parametrize("measure", [11, 13, 16, 20, 21, 27, 41])
def test_r41_every_line_but_the_last_is_the_measure(measure: int, breaker: str, punctuation: str) -> None:
    collector = Collector()
    paragraph = set_text(STORY, measure, indent=2, breaker=breaker, punctuation=punctuation, collector=collector)
    assert "text.loose" not in codes(collector)
    for number, line in enumerate(paragraph.lines[:-1]):
        assert sum(line.advances) == (measure - (0 if number else 2)) * EM


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("国国国国国国国国国", [1, 1, 1, 1]),
        ("国国国国国国，国国。国国", [1, 1]),
        ("国国国国国国国ab国", [1, 1.25, 0.5, 0.75, 1]),
    ],
)
def test_r41_the_last_line_is_set_solid(text: str, last: list[float]) -> None:
    paragraph = set_text(text, 5 if "ab" not in text else 5.25)
    assert advances(paragraph, len(paragraph.lines) - 1) == last


@pytest.mark.parametrize("breaker", BREAKERS)
def test_r42_example_takes_the_comma_in(breaker: str) -> None:
    # 7 + 1 + 29 + ½ = 37½ on 37: 。 gives its half
    text = "字" * 7 + "。" + "字" * 29 + "，字字字"
    for punctuation in ("kaiming", "full", "line-end-half"):
        paragraph = set_text(text, 37, punctuation=punctuation, breaker=breaker)
        assert lines(paragraph) == [text[:38], "字字字"]
        assert advances(paragraph)[7] == 0.5
        assert advances(paragraph)[37] == 0.5


@pytest.mark.parametrize("breaker", BREAKERS)
def test_r42_example_pushes_out_where_the_blank_does_not_cover_it(breaker: str) -> None:
    text = "字" * 7 + "。" + "字" * 29 + "，字字字"
    paragraph = set_text(text, 37, punctuation="full", squeeze_stops=False, breaker=breaker)
    assert lines(paragraph) == [text[:36], "字，字字字"]


@pytest.mark.parametrize("breaker", BREAKERS)
@pytest.mark.parametrize(
    ("text", "measure", "first", "widths"),
    [
        ("字，字字字，字字字", 5, "字，字字字，", [1, 0.5, 1, 1, 1, 0.5]),
        ("字（字）字字。字字字", 6, "字（字）字字。", [1, 0.75, 1, 0.75, 1, 1, 0.5]),
        ("字、字字字字字字字字字，字字字", 11, "字、字字字字字字字字字，", [1, 0.5] + [1] * 9 + [0.5]),
        ("字、" + "字" * 18 + "。字字字", 20, "字、" + "字" * 18 + "。", [1, 0.5, *[1] * 18, 0.5]),
    ],
)
def test_r42_push_in_comes_before_push_out(
    text: str, measure: float, first: str, widths: list[float], breaker: str
) -> None:
    paragraph = set_text(text, measure, breaker=breaker)
    assert lines(paragraph) == [first, "字字字"]
    assert advances(paragraph) == widths


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("字" * 7 + "。" + "字" * 29 + "，字字字", 37),
        ("字" * 7 + "，" + "字" * 29 + "，字字字", 37),
        ("字" * 7 + "、" + "字" * 29 + "。字字字", 37),
        ("字" * 7 + "，" + "字" * 40 + "，字字字", 48),
        ("字" * 7 + "。" + "字" * 13 + "，字字字", 21),
        ("字" * 4 + "。" + "字" * 8 + "，字字字", 13),
    ],
)
@pytest.mark.parametrize("breaker", ["optimum", "firstfit"])
def test_r42_push_in_comes_before_push_out_on_any_measure(text: str, measure: float, breaker: str) -> None:
    assert lines(set_text(text, measure, breaker=breaker)) == [text[:-3], text[-3:]]


def spread(text: str, measure: float, **settings: object) -> list[float]:
    """Advances of a text that stays on one line though it has to give up some blank."""
    paragraph = set_text(text, measure, **settings)  # type: ignore[arg-type]
    assert lines(paragraph) == [text]
    assert sum(paragraph.lines[0].advances) == round(measure * EM)
    return advances(paragraph)


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (7, [1, 1, 1, 1, 1, 1, 1]),
        (6.75, [1, 1, 1, 1, 1, 1, 0.75]),
        (6.5, [1, 1, 1, 1, 1, 1, 0.5]),
        (6, [1, 0.75, 1, 0.75, 1, 1, 0.5]),
        (5.5, [1, 0.5, 1, 0.5, 1, 1, 0.5]),
    ],
)
def test_r43_step_1_line_end_mark_before_brackets(measure: float, expected: list[float]) -> None:
    assert spread("国（国）国国，", measure, punctuation="full") == expected


@pytest.mark.parametrize(
    ("measure", "space", "end"),
    [(6.9, 0.4, 1), (6.6, 0.4, 0.7), (6.4, 0.4, 0.5), (6.3, 0.3, 0.5), (6.25, 0.25, 0.5)],
)
def test_r43_step_2_word_space_after_line_end_mark(measure: float, space: float, end: float) -> None:
    # 1 + ¼ + 1 + 0.4 + 1 + ¼ + 2 + 1 = 6.9
    shaper = SquareShaper(widths={" ": 400})
    found = spread("国ab cd国国，", measure, punctuation="full", shaper=shaper)
    assert found == [1.25, 0.5, 0.5, space, 0.5, 0.75, 1, 1, end]


@pytest.mark.parametrize(
    ("measure", "space", "dot"), [(5.9, 0.4, 1), (5.8, 0.3, 1), (5.75, 0.25, 1), (5.5, 0.25, 0.75), (5.25, 0.25, 0.5)]
)
def test_r43_step_2_word_space_before_interpunct(measure: float, space: float, dot: float) -> None:
    # 1 + 1 + 1 + ¼ + 1 + 0.4 + 1 = 5.65, + ¼ … the last is Latin: no space behind it
    shaper = SquareShaper(widths={" ": 400})
    found = spread("国·国ab cd", measure - 0.25, region="TW", shaper=shaper)
    assert found == [1, dot, 1.25, 0.5, 0.5, space, 0.5, 0.5]


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (9, [1, 1, 1, 1, 1, 1, 1, 1, 1]),
        (8.75, [1, 0.75, 1, 1, 1, 1, 1, 1, 1]),
        (8.5, [1, 0.5, 1, 1, 1, 1, 1, 1, 1]),
        (8, [1, 0.5, 1, 0.75, 1, 0.75, 1, 1, 1]),
        (7.5, [1, 0.5, 1, 0.5, 1, 0.5, 1, 1, 1]),
    ],
)
def test_r43_step_3_interpunct_before_brackets(measure: float, expected: list[float]) -> None:
    assert spread("国·国（国）国国国", measure, region="TW") == expected


@pytest.mark.parametrize(
    ("measure", "bracket", "pause"),
    [(10, 1, 1), (9.5, 0.75, 1), (9, 0.5, 1), (8.5, 0.5, 0.75), (8, 0.5, 0.5)],
)
@pytest.mark.parametrize("marks", ["，、", "；，", "：；"])
def test_r43_step_4_brackets_before_pauses(measure: float, bracket: float, pause: float, marks: str) -> None:
    found = spread(f"国“国”国{marks[0]}国{marks[1]}国国", measure)
    assert found == [1, bracket, 1, bracket, 1, pause, 1, pause, 1, 1]


@pytest.mark.parametrize(
    ("measure", "pause", "gap"), [(8.5, 1, 0.25), (8.25, 0.75, 0.25), (8, 0.5, 0.25), (7.75, 0.5, 0.125)]
)
def test_r43_step_5_pauses_before_han_latin_space(measure: float, pause: float, gap: float) -> None:
    found = spread("国，国ab国国国国", measure)
    assert found == [1, pause, 1 + gap, 0.5, 0.5 + gap, 1, 1, 1, 1]


@pytest.mark.parametrize("mark", "。？！")
@pytest.mark.parametrize(
    ("measure", "stop", "gap"), [(8, 1, 0.25), (7.9, 1, 0.2), (7.75, 1, 0.125), (7.5, 0.75, 0.125), (7.25, 0.5, 0.125)]
)
def test_r43_steps_6_and_7_han_latin_space_before_full_stops(
    mark: str, measure: float, stop: float, gap: float
) -> None:
    found = spread(f"国{mark}国ab国国国，", measure)
    assert found == [1, stop, 1 + gap, 0.5, 0.5 + gap, 1, 1, 1, 0.5]


@pytest.mark.parametrize("mark", "。？！")
def test_r43_a_style_may_forbid_step_7(mark: str) -> None:
    # 8 em on 7½: nothing but the stop could give; on 7¾ the spaces do
    text = f"国{mark}国ab国国国，国国"
    kept = set_text(text, 7.5, squeeze_stops=False)
    assert lines(kept) == [f"国{mark}国ab国国", "国，国国"]
    assert advances(kept)[1] >= 1


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("国，国，国国国国", 7.5, [1, 0.75, 1, 0.75, 1, 1, 1, 1]),
        ("国，国，国，国国国", 8.4, [1, 0.8, 1, 0.8, 1, 0.8, 1, 1, 1]),
        ("国（国）国国国", 6.6, [1, 0.8, 1, 0.8, 1, 1, 1]),
        ("国（国）国“国”国国", 8.2, [1, 0.8, 1, 0.8, 1, 0.8, 1, 0.8, 1, 1]),
    ],
)
def test_r44_all_places_of_a_step_shrink_equally(text: str, measure: float, expected: list[float]) -> None:
    if len(expected) == 10:
        measure = 9.2
    assert spread(text, measure) == expected


def test_r44_equally_to_the_last_milli_point() -> None:
    # three commas share 1000: 334, 333, 333
    paragraph = set_text("国，国，国，国国国", 8.9)
    taken = sorted(EM - width for width in paragraph.lines[0].advances if width < EM)
    assert taken == [333, 333, 334]


@pytest.mark.parametrize(
    ("measure", "space", "gap"),
    [(6.75, 0.25, 0.25), (6.875, 0.375, 0.25), (7, 0.5, 0.25), (7.25, 0.5, 0.375), (7.5, 0.5, 0.5)],
)
def test_r45_spaces_before_han_latin_spaces_before_han(measure: float, space: float, gap: float) -> None:
    # 2 + ¼ + 1 + ¼ + 1 + ¼ + 2 = 6¾
    paragraph = set_text("国国ab cd国国“国国", measure)
    assert lines(paragraph)[0] == "国国ab cd国国"
    assert advances(paragraph) == [1, 1 + gap, 0.5, 0.5, space, 0.5, 0.5 + gap, 1, 1]


def test_r45_then_all_gaps_equally() -> None:
    paragraph = set_text("国国ab cd国国“国国", 8)
    assert lines(paragraph)[0] == "国国ab cd国国"
    found = advances(paragraph)
    assert sum(paragraph.lines[0].advances) == 8 * EM
    assert found[0] == found[7] > 1
    assert found[4] >= 0.5
    assert found[1] == pytest.approx(1.5 + found[0] - 1, abs=0.001)


def test_r45_a_style_may_cap_the_han_latin_space() -> None:
    # 6¾ on 7½: ¼ to the space, 0.05 to each Han-Latin space, the rest to all gaps
    paragraph = set_text("国国ab cd国国“国国", 7.5, latin_stretch=300)
    found = advances(paragraph)
    assert found[0] > 1
    assert found[1] == pytest.approx(1.3 + found[0] - 1, abs=0.001)


def test_r45_han_gaps_share_equally_to_the_last_milli_point() -> None:
    # 7 characters on 7.5: six gaps share 5000
    paragraph = set_text("国国国国国国国“国国", 7.5)
    grown = [width - EM for width in paragraph.lines[0].advances]
    assert sorted(grown) == [0, 833, 833, 833, 833, 834, 834]
    assert grown[-1] == 0


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("我从北京～上海去“国国", 9, [1.2, 1.2, 1.2, 1, 1, 1.2, 1.2, 1]),
        ("我从北京—上海去“国国", 9, [1.2, 1.2, 1.2, 1, 1, 1.2, 1.2, 1]),
        ("我从北京-上海去“国国", 8.5, [1.2, 1.2, 1.2, 1, 0.5, 1.2, 1.2, 1]),
        ("甲乙丙/丁戊己“国国", 7.5, [1.25, 1.25, 1, 0.5, 1.25, 1.25, 1]),
        ("甲乙1949丙丁“国国", 7, [1, 1.5, 0.5, 0.5, 0.5, 1, 1, 1]),
        ("甲乙——丙丁“国国", 7, [1.25, 1.25, 1, 1.25, 1.25, 1]),
        ("甲乙……丙丁“国国", 7, [1.25, 1.25, 1, 1.25, 1.25, 1]),
    ],
)
@pytest.mark.parametrize("breaker", BREAKERS)
def test_r46_no_stretch_inside_units_or_beside_connectors(
    text: str, measure: float, expected: list[float], breaker: str
) -> None:
    paragraph = set_text(text, measure, breaker=breaker)
    assert lines(paragraph)[0] == text[: text.index("“")]
    assert advances(paragraph) == expected


@pytest.mark.parametrize("breaker", BREAKERS)
@pytest.mark.parametrize(
    ("text", "measure", "expected", "stop"),
    [
        ("国国国。国国国国国", 6.5, ["国国国。国国", "国国国"], 1.1),
        ("国？国国国国国国", 4.5, ["国？国国", "国国国国"], 1.1667),
        ("国国！国国国国国", 5.5, ["国国！国国", "国国国"], 1.125),
    ],
)
def test_r47_full_stops_are_not_narrowed_for_a_character_that_may_open_a_line(
    text: str, measure: float, expected: list[str], stop: float, breaker: str
) -> None:
    paragraph = set_text(text, measure, breaker=breaker)
    assert lines(paragraph) == expected
    assert advances(paragraph)[text.index(next(c for c in text if c in "。？！"))] == pytest.approx(stop, abs=0.0002)


@pytest.mark.parametrize("breaker", BREAKERS)
@pytest.mark.parametrize(
    ("text", "measure", "first", "width"),
    [
        ("国国ABCDEFGHIJKLMNOP国国国", 9.25, "国国", 2),
        ("国国国ABCDEFGH国国国", 5.25, "国国国", 3),
    ],
)
def test_r48_a_line_that_needs_too_much_is_set_ragged_and_reported(
    text: str, measure: float, first: str, width: float, breaker: str
) -> None:
    collector = Collector()
    paragraph = set_text(text, measure, breaker=breaker, collector=collector)
    assert lines(paragraph)[0] == first
    assert sum(paragraph.lines[0].advances) == width * EM
    loose = [finding for finding in collector.findings if finding.code == "text.loose"]
    assert [finding.severity for finding in loose] == [Severity.WARNING]
    assert loose[0].args["short"] == f"{measure - width:.2f}"


def test_r48_half_an_em_is_still_allowed() -> None:
    collector = Collector()
    paragraph = set_text("国国国ABCDE国国国", 4, collector=collector)
    assert lines(paragraph)[0] == "国国国"
    assert advances(paragraph) == [1.5, 1.5, 1]
    assert "text.loose" not in codes(collector)


def test_r48_the_cap_is_the_styles() -> None:
    collector = Collector()
    paragraph = set_text("国国国国ABCDEF国", 4.9, collector=collector, most_stretch=250)
    assert advances(paragraph) == [1, 1, 1, 1]
    assert "text.loose" in codes(collector)


@pytest.mark.parametrize(
    ("name", "width", "expected"),
    [
        ("李荣", 3, [0, 2]),
        ("黎锦熙", 3, [0, 1, 2]),
        ("李荣", 4, [0, 3]),
        ("黎锦熙", 4, [0, 1.5, 3]),
        ("欧阳黎明", 5.5, [0, 1.5, 3, 4.5]),
    ],
)
def test_r49_characters_spread_over_a_width(name: str, width: float, expected: list[float]) -> None:
    paragraph = set_runs([run(name, mark="even", note=f"{width:g}"), run("说")], 20)
    line = paragraph.lines[0]
    assert em(line.xs) == [*expected, width]
    assert {b - a for a, b in pairwise(line.xs[:-1])} == {round((expected[1] - expected[0]) * EM)}
