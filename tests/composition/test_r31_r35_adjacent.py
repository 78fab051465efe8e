"""D. Adjacent marks (R31-R35)."""

from __future__ import annotations

import pytest

from square import BOLD, advances, em, lines, natural, run, set_runs, set_text

HALF = 0.5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国））国", [1, HALF, 1, 1]),
        ("国）（国", [1, 1, HALF, 1]),
        ("国（（国", [1, 1, HALF, 1]),
        ("国（）国", [1, 1, 1, 1]),
        ("国。（国", [1, 1, HALF, 1]),
        ("国。）国", [1, HALF, 1, 1]),
        ("国！”国", [1, HALF, 1, 1]),
        ("国”，国", [1, HALF, 1, 1]),
        ("国》《国", [1, 1, HALF, 1]),
        ("国：“国", [1, 1, HALF, 1]),
        ("国，‘国", [1, 1, HALF, 1]),
        ("国《“国", [1, 1, HALF, 1]),
        ("国』」国", [1, HALF, 1, 1]),
        ("国（。国", [1, 1, 1, 1]),
        ("国“！国", [1, 1, 1, 1]),
    ],
)
@pytest.mark.parametrize("punctuation", ["full", "line-end-half"])
def test_r31_two_marks_take_one_and_a_half_em(text: str, expected: list[float], punctuation: str) -> None:
    assert natural(text, punctuation=punctuation) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国）（国", [1, HALF, HALF, 1]),
        ("国。“国", [1, HALF, HALF, 1]),
        ("国，《国", [1, HALF, HALF, 1]),
        ("国（）国", [1, 1, 1, 1]),
    ],
)
def test_r31_a_style_may_go_to_one_em(text: str, expected: list[float]) -> None:
    assert natural(text, punctuation="full", pair=1000) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国）））国", [1, HALF, HALF, 1, 1]),
        ("国（（（国", [1, 1, HALF, HALF, 1]),
        ("国。”）国", [1, HALF, HALF, 1, 1]),
        ("国（《“国", [1, 1, HALF, HALF, 1]),
        ("国）。（《国", [1, HALF, 1, HALF, HALF, 1]),
        ("国》”，“《国", [1, HALF, HALF, 1, HALF, HALF, 1]),
    ],
)
def test_r32_chains(text: str, expected: list[float]) -> None:
    assert natural(text, punctuation="full") == expected


@pytest.mark.parametrize("mark", "：；")
@pytest.mark.parametrize("close", "）」”")
def test_r33_colon_and_semicolon(mark: str, close: str) -> None:
    text = f"国{mark}{close}国"
    assert natural(text, punctuation="full", region="CN") == [1, HALF, 1, 1]
    assert natural(text, punctuation="full", region="TW") == [1, 1, 1, 1]


def test_r34_across_runs_of_another_weight() -> None:
    paragraph = set_runs([run("国）", BOLD), run("（国")], 20, punctuation="full")
    assert advances(paragraph) == [1, 1, HALF, 1]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("国。", "”国", [1, HALF, 1, 1]),
        ("国“", "《国", [1, 1, HALF, 1]),
        ("国》", "”国", [1, HALF, 1, 1]),
    ],
)
def test_r34_across_bold(first: str, second: str, expected: list[float]) -> None:
    paragraph = set_runs([run(first), run(second, BOLD)], 20, punctuation="full")
    assert advances(paragraph) == expected


def test_r34_across_sizes_each_mark_gives_half_of_its_own_em() -> None:
    opening = set_runs([run("国）"), run("（国", size=2)], 20, punctuation="full")
    assert advances(opening) == [1, 1, 1, 2]
    closing = set_runs([run("国。", size=2), run("）国")], 20, punctuation="full")
    assert advances(closing) == [2, 1, 1, 1]


@pytest.mark.parametrize(
    ("text", "measure", "settings", "first", "second"),
    [
        # ， closes its line, 「 opens the next: each by the rule of its edge
        ("文文文，「字字", 4, {"punctuation": "full"}, [1, 1, 1, 1], [HALF, 1, 1]),
        ("文文文，「字字", 3.5, {"punctuation": "line-end-half"}, [1, 1, 1, HALF], [HALF, 1, 1]),
        # Taiwan does not trim the start: the 「 gets back what the pair had taken
        ("文文文，「字字", 4, {"punctuation": "full", "region": "TW"}, [1, 1, 1, 1], [1, 1, 1]),
        ("文文文）（字字", 4, {"punctuation": "full", "region": "TW"}, [1, 1, 1, 1], [1, 1, 1]),
        # the ） gets back what the narrow pair had taken
        ("文文文）（字字", 4, {"punctuation": "full", "pair": 1000}, [1, 1, 1, 1], [HALF, 1, 1]),
    ],
)
def test_r35_a_broken_pair_follows_the_edges(
    text: str, measure: float, settings: dict[str, object], first: list[float], second: list[float]
) -> None:
    paragraph = set_text(text, measure, **settings)  # type: ignore[arg-type]
    assert lines(paragraph) == [text[:4], text[4:]]
    assert advances(paragraph, 0) == first
    assert advances(paragraph, 1) == second


def test_r35_a_mark_behind_a_broken_pair_keeps_its_own_pairs() -> None:
    # 》 still gives to ，; “ opens its line
    paragraph = set_text("文文文》，“字字”", 4.5, punctuation="full")
    assert lines(paragraph) == ["文文文》，", "“字字”"]
    assert em(paragraph.lines[0].advances) == [1, 1, 1, HALF, 1]
    assert advances(paragraph, 1)[:3] == [HALF, 1, 1]
