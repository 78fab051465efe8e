"""G. Paragraphs (R50, R52)."""

from __future__ import annotations

import pytest

from printlayout.base.diagnostics import Collector
from square import EM, advances, codes, lines, set_text


@pytest.mark.parametrize(("indent", "first"), [(2, 8), (1, 9), (0, 10)])
def test_r50_the_indent_is_on_the_first_line_only(indent: int, first: int) -> None:
    paragraph = set_text("国" * 25, 10, indent=indent)
    assert [len(line) for line in lines(paragraph)][:2] == [first, 10]
    assert [line.xs[0] for line in paragraph.lines] == [indent * EM, 0, 0]


def test_r50_a_forced_break_does_not_indent_again() -> None:
    paragraph = set_text("国国国\n国国国", 10, indent=2)
    assert [line.xs[0] for line in paragraph.lines] == [2 * EM, 0]


@pytest.mark.parametrize(
    ("text", "measure"),
    [("国国国国，国国国、国国", 10), ("国（国）国国国国国国国", 10), ("国国，国国国国国国国国", 10.5)],
)
def test_r52_push_in_joins_the_line_above(text: str, measure: float) -> None:
    # ½ or 1 em of blank takes the last character in
    collector = Collector()
    paragraph = set_text(text, measure, collector=collector)
    assert lines(paragraph) == [text]
    assert sum(paragraph.lines[0].advances) == measure * EM
    assert codes(collector) == []


@pytest.mark.parametrize(("count", "measure", "expected"), [(4, 3, [3, 1]), (7, 3, [3, 3, 1]), (3, 2, [2, 1])])
def test_r52_it_stays_alone_where_the_line_above_would_be_a_hole(count: int, measure: int, expected: list[int]) -> None:
    # 3 em: two characters would be 1 em apart
    collector = Collector()
    paragraph = set_text("国" * count, measure, collector=collector)
    assert [len(line) for line in lines(paragraph)] == expected
    assert codes(collector) == ["text.runt"]


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("国" * 11, 5, [5, 4, 2]),
        ("国" * 13, 6, [6, 5, 2]),
        ("国" * 15, 7, [7, 6, 2]),
        ("国" * 11 + "。", 5, [5, 4, 3]),
    ],
)
def test_r52_in_narrow_columns(text: str, measure: float, expected: list[int]) -> None:
    # the line above would be spread by ⅓, ¼, ⅕ em a gap: less than R48 allows
    collector = Collector()
    paragraph = set_text(text, measure, collector=collector)
    assert [len(line) for line in lines(paragraph)] == expected
    assert "text.runt" not in codes(collector)


def test_r52_example() -> None:
    # 10 | 10 | 後。 -> one character comes down
    paragraph = set_text("此開卷第一回也作者自云因曾歷過一番夢幻之後。", 10)
    assert lines(paragraph) == ["此開卷第一回也作者自", "云因曾歷過一番夢幻", "之後。"]
    # 9 on 10: eight gaps share 1 em
    assert advances(paragraph, 1) == [1.125] * 8 + [1]


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("国" * 21, 10, [10, 9, 2]),
        ("国" * 21 + "。”", 10, [10, 9, 4]),
        ("国" * 17, 8, [8, 7, 2]),
        ("国" * 25 + "……", 12, [12, 11, 4]),
        ("国" * 43, 14, [14, 14, 13, 2]),
        ("国" * 22, 10, [10, 10, 2]),
    ],
)
def test_r52_a_character_never_stands_alone(text: str, measure: int, expected: list[int]) -> None:
    collector = Collector()
    paragraph = set_text(text, measure, collector=collector)
    assert [len(line) for line in lines(paragraph)][-2:] == expected[-2:]
    assert "text.runt" not in codes(collector)
