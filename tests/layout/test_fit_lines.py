"""Headlines: the largest size that fits; broken at their full-width spaces only."""

from __future__ import annotations

import pytest

from printlayout.base.diagnostics import Collector, Span
from printlayout.layout.fitting import fit_lines
from printlayout.layout.headline import set_head
from printlayout.layout.itemise import CellMaker
from printlayout.layout.paragraph import Setter
from printlayout.model.layout import Grid, Head
from printlayout.model.story import Run, Story
from printlayout.model.style import Style
from square import SQUARE, SquareShaper, codes

SIZES = (30_000, 24_000, 20_000)
HEADLINE = Style("headline", SQUARE, 30_000, sizes=SIZES, align="center")


def fitted(
    texts: list[str], width: int, collector: Collector | None = None, style: Style = HEADLINE
) -> tuple[list[int], list[int], int]:
    """Characters and left edges of the lines, and their size."""
    collector = collector or Collector()
    setter = Setter(CellMaker(SquareShaper(), collector), collector)
    runs = [[Run(text, span=Span("story", 3, 1))] for text in texts]
    lines, size = fit_lines(runs, style, width, setter, collector)
    return [line.end - line.start for line in lines], [line.xs[0] for line in lines], size


@pytest.mark.parametrize(
    ("count", "size"),
    [
        (8, 30_000),  # 8 × 30 = 240
        (9, 24_000),  # 9 × 30 = 270, 9 × 24 = 216
        (10, 24_000),  # exactly
        (11, 20_000),
        (12, 20_000),  # exactly
    ],
)
def test_the_largest_size_that_fits(count: int, size: int) -> None:
    collector = Collector()
    assert fitted(["国" * count], 240_000, collector) == ([count], [(240_000 - count * size) // 2], size)
    assert codes(collector) == []


def test_all_lines_take_the_size_of_the_longest() -> None:
    assert fitted(["国" * 4, "国" * 10], 240_000) == ([4, 10], [72_000, 0], 24_000)


@pytest.mark.parametrize(
    ("text", "expected", "size"),
    [
        ("国国国国国国　国国国国国国", [6, 6], 30_000),  # 13 characters do not fit on one line at any size
        ("国国国国国国国国国　国国国国", [9, 4], 24_000),
        ("国国国国　国国国国　国国国国", [4, 4, 4], 30_000),
    ],
)
def test_a_line_too_long_is_parted_at_its_full_width_spaces(text: str, expected: list[int], size: int) -> None:
    collector = Collector()
    found = fitted([text], 240_000, collector)
    assert (found[0], found[2]) == (expected, size)
    assert codes(collector) == []


def test_a_line_that_fits_keeps_its_full_width_space() -> None:
    assert fitted(["国国国国国　国国国国国"], 240_000)[0] == [11]


@pytest.mark.parametrize(
    ("text", "rows", "size"),
    [
        ("国" * 13, [7, 6], 30_000),
        ("国" * 17, [9, 8], 24_000),  # 9 × 30 = 270 is too much, 9 × 24 = 216
    ],
)
def test_a_line_without_a_space_is_broken_at_its_sense_and_told(text: str, rows: list[int], size: int) -> None:
    collector = Collector()
    found = fitted([text], 240_000, collector)
    assert (sorted(found[0], reverse=True), found[2]) == (rows, size)
    assert codes(collector) == ["head.broken"]
    assert collector.findings[0].span == Span("story", 3, 1)


def test_only_what_three_rows_do_not_hold_is_broken_like_text() -> None:
    collector = Collector()
    found = fitted(["国" * 40], 240_000, collector)  # 36 at most: 3 × 12 × 20
    assert (sum(found[0]), found[2]) == (40, 20_000)
    assert codes(collector) == ["layout.headline-broken"]
    assert collector.findings[0].args == {"text": "国" * 40, "size": "20"}
    assert collector.findings[0].span == Span("story", 3, 1)


def test_a_style_of_one_size() -> None:
    style = Style("subhead", SQUARE, 12_000, align="left")
    assert fitted(["国" * 10], 120_000, style=style) == ([10], [0], 12_000)
    collector = Collector()
    assert sorted(fitted(["国" * 11], 120_000, collector, style)[0]) == [5, 6]
    assert codes(collector) == ["head.broken"]


# The group: a grid of 9 pt on 12 pt.
GRID = Grid(left=0, top=0, columns=5, column=189_000, gutter=13_500, lines=100, leading=12_000, em=9_000)


def group(story: Story, **settings: int) -> tuple[list[int], int]:
    """Tops of the rows and height in lines."""
    kicker = Style("kicker", SQUARE, 15_000, align="center")
    head = Head((1, 5), kicker, HEADLINE, kicker, None, **settings)
    collector = Collector()
    found = set_head(story, head, GRID, Setter(CellMaker(SquareShaper(), collector), collector), collector)
    assert codes(collector) == []
    return [row.top for row in found.rows], found.lines


@pytest.mark.parametrize(
    ("story", "lines"),
    [
        # 30 pt: 9 + 2 × 12 = 33 covers it; one blank line after
        (Story("a", headline=(Run("国" * 8),)), 3 + 1),
        # 30 + 7.5 + 30 = 67.5: 9 + 5 × 12 = 69
        (Story("a", headline=(Run("国" * 8), Run("国" * 8))), 6 + 1),
        # 15 + 9 + 30 = 54: 9 + 4 × 12 = 57
        (Story("a", kicker=Run("国"), headline=(Run("国" * 8),)), 5 + 1),
        # 15 + 9 + 30 + 9 + 15 = 78: 9 + 6 × 12 = 81
        (Story("a", kicker=Run("国"), headline=(Run("国" * 8),), deck=(Run("国"),)), 7 + 1),
        (Story("a"), 0),
    ],
)
def test_r59_a_group_takes_whole_lines(story: Story, lines: int) -> None:
    assert group(story)[1] == lines


def test_r59_the_group_stands_in_the_middle_of_its_lines() -> None:
    # 33 - 30 = 3 pt to spare; two blank lines before move it down by 24 pt
    assert group(Story("a", headline=(Run("国" * 8),))) == ([1_500], 4)
    assert group(Story("a", headline=(Run("国" * 8),)), before=2, after=0) == ([25_500], 5)
