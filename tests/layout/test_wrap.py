"""Text round shapes and through columns of several widths (图文互斥): nothing lost, every line flush in its own room.

字 10 pt, pitch 13 pt, columns of 20 字 with gutters of 1 字.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laid import Laid, laid
from printlayout.base.diagnostics import Collector, Span
from printlayout.base.geometry import Rect
from printlayout.layout.itemise import CellMaker
from printlayout.layout.paragraph import Setter
from printlayout.layout.parts import parts_of
from printlayout.makeup.slots import text_segments
from printlayout.model.display import Glyphs
from printlayout.model.frames import Obstacle, Segment
from printlayout.model.layout import Columns, Grid, Head, Slot
from printlayout.model.outline import box, ellipse, spans
from printlayout.model.story import Block, Run, Story
from printlayout.model.style import Style
from square import SQUARE, SquareShaper, codes

EM = 10_000
GRID = Grid(left=0, top=0, columns=3, column=20 * EM, gutter=EM, lines=60, leading=13_000, em=EM)
BODY = Style("body", SQUARE, EM, indent=2_000)
SUBHEAD = Style("subhead", SQUARE, 12_000, align="center", lines=3)
SLOT = Slot("lead", (1, 3), (1, 40), Head((1, 3), None, BODY, None, None), BODY, SUBHEAD, BODY, BODY)


def story(*blocks: str) -> Story:
    made = []
    for number, text in enumerate(blocks, 1):
        kind = "subhead" if text.startswith("#") else "para"
        span = Span("story", number, 1)
        made.append(Block(kind, (Run(text.removeprefix("#"), span=span),), span))
    return Story("a", blocks=tuple(made))


def poured(text: Story, segments: list[Segment], level: int = 1) -> Laid:
    collector = Collector()
    setter = Setter(CellMaker(SquareShaper(), collector), collector)
    return laid(parts_of(text, SLOT, GRID, setter, collector), segments, GRID, level, collector)


def boxes(body: Laid) -> list[Rect]:
    """The em boxes of all characters."""
    found = []
    for item in body.items:
        if isinstance(item, Glyphs):
            top = item.y - item.size * 880 // 1000
            found += [Rect(item.x + x, top, item.size, item.size) for x in item.xs]
    return found


def rights(body: Laid) -> dict[tuple[int, int], tuple[int, int]]:
    """Left and right edge of every line of body text, by column and grid line."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for item in body.items:
        if isinstance(item, Glyphs) and item.size == EM:
            key = item.x // (21 * EM) + 1, (item.y - 8_800) // 13_000 + 1
            left, right = found.get(key, (item.x, item.x))
            found[key] = min(left, item.x), max(right, item.x + item.xs[-1] + EM)
    return found


def test_a_picture_half_a_column_wide_leaves_lines_of_whole_characters() -> None:
    # from 12 字 to the right edge: 12 less the distance of half a 字 is 11.5, so 11 字
    picture = Rect(12 * EM, 5 * 13_000, 8 * EM, 4 * 13_000 + EM)
    segments = text_segments((1, 1), (1, 20), SLOT, None, GRID, [Obstacle(picture, 5, 11, EM // 2)])
    assert [(s.first, s.last, s.lines) for s in segments] == [(1, 20, 20)]
    assert segments[0].cuts == ((0, 20 * EM),) * 4 + ((0, 11 * EM),) * 7 + ((0, 20 * EM),) * 9
    body = poured(story("国" * 400), segments)
    lines = rights(body)
    assert [lines[1, n] for n in (4, 5, 11, 12)] == [(0, 20 * EM), (0, 11 * EM), (0, 11 * EM), (0, 20 * EM)]
    # 18 + 3 × 20 + 7 × 11 + 9 × 20 = 335 of 400 characters
    assert body.body.overset is not None
    assert body.body.overset.characters == 65


def test_a_shape_at_the_left_moves_the_line_to_the_right_edge() -> None:
    picture = Rect(0, 0, 5 * EM, 3 * 13_000)
    segments = text_segments((1, 1), (1, 6), SLOT, None, GRID, [Obstacle(picture, 1, 3, EM // 2)])
    assert segments[0].cuts == ((6 * EM, 14 * EM),) * 3 + ((0, 20 * EM),) * 3


def test_a_line_that_would_be_too_narrow_stays_empty() -> None:
    picture = Rect(5 * EM, 3 * 13_000, 15 * EM, 2 * 13_000)
    segments = text_segments((1, 1), (1, 9), SLOT, None, GRID, [Obstacle(picture, 4, 5)])
    assert [(s.first, s.last, s.cuts) for s in segments] == [(1, 3, ()), (6, 9, ())]


def test_what_goes_right_across_parts_the_reading_order() -> None:
    across = Obstacle(Rect(0, 9 * 13_000, GRID.width, 5 * 13_000), 10, 14)
    segments = text_segments((1, 3), (1, 20), SLOT, None, GRID, [across])
    assert [(s.column, s.first, s.last) for s in segments] == [
        (1, 1, 9), (2, 1, 9), (3, 1, 9), (1, 15, 20), (2, 15, 20), (3, 15, 20),
    ]  # fmt: skip


def test_in_bands_nothing_is_read_over_a_picture() -> None:
    from dataclasses import replace

    picture = Obstacle(Rect(21 * EM, 9 * 13_000, 20 * EM, 5 * 13_000), 10, 14)
    segments = text_segments((1, 3), (1, 20), replace(SLOT, bands=True), None, GRID, [picture])
    assert [(s.column, s.first, s.last) for s in segments] == [
        (1, 1, 20), (2, 1, 9), (2, 15, 20), (3, 1, 20),
    ]  # fmt: skip


def test_in_bands_columns_that_share_a_picture_are_read_above_it_first() -> None:
    from dataclasses import replace

    picture = Obstacle(Rect(0, 9 * 13_000, 41 * EM, 5 * 13_000), 10, 14)  # in columns 1 and 2
    segments = text_segments((1, 3), (1, 20), replace(SLOT, bands=True), None, GRID, [picture])
    assert [(s.column, s.first, s.last) for s in segments] == [
        (1, 1, 9), (2, 1, 9), (1, 15, 20), (2, 15, 20), (3, 1, 20),
    ]  # fmt: skip


def test_a_story_goes_on_in_columns_of_another_width() -> None:
    # a column of 20 字 for ten lines, then two of 9 and 10 字: 18 + 9 × 20 = 198, the rest in the narrow ones
    wide = text_segments((1, 1), (1, 10), SLOT, None, GRID, [])
    narrow = text_segments((1, 1), (11, 40), SLOT, Columns(2, "relative", EM), GRID, [])
    assert [s.width for s in (*wide, *narrow)] == [20 * EM, 9 * EM, 10 * EM]
    body = poured(story("国" * 400), [*wide, *narrow], level=0)
    assert sum(len(item.text) for item in body.items if isinstance(item, Glyphs)) == 400
    # 202 left: lines of 9 in the first column, as many of 10 in the second: 11 × 9 = 99, 103 left: 10.3 lines of 10
    assert body.body.poured.used == (10, 11, 11)
    assert body.body.last_line == 21


def test_a_paragraph_round_a_circle_stays_flush_on_both_sides() -> None:
    circle = ellipse(Rect(13 * EM, 5 * 13_000, 16 * EM, 16 * EM))  # over the right of column 1, the left of column 2
    obstacle = Obstacle(circle.bounds.grown(EM), 1, 40, EM, circle)
    segments = text_segments((1, 2), (1, 30), SLOT, None, GRID, [obstacle])
    body = poured(story("国" * 300, "人" * 500), segments)
    for (column, line), (left, right) in rights(body).items():
        taken = spans(circle, (line - 1) * 13_000, (line - 1) * 13_000 + EM, EM)
        for a, b in taken:
            assert right <= a or left >= b, (column, line)
    widths = {right - left for (column, _), (left, right) in rights(body).items()}
    assert len(widths) > 3
    assert not any(a.overlaps(b) for at, a in enumerate(boxes(body)) for b in boxes(body)[:at][-60:])


BLOCKS = st.lists(
    st.one_of(st.integers(1, 200).map(lambda n: "国" * n), st.integers(2, 9).map(lambda n: "#" + "题" * n)),
    min_size=1,
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(
    BLOCKS, st.integers(-5, 40), st.integers(0, 30), st.integers(3, 40), st.integers(2, 20), st.booleans(),
    st.integers(0, 2), st.integers(10, 40),
)  # fmt: skip
def test_nothing_is_lost_and_nothing_overlaps(
    blocks: list[str], x: int, line: int, wide: int, high: int, round_: bool, level: int, last: int
) -> None:
    rect = Rect(x * EM, line * 13_000, wide * EM, high * 13_000)
    shape = ellipse(rect) if round_ else box(rect)
    obstacle = Obstacle(rect.grown(EM // 2), line, line + high, EM // 2, shape)
    segments = text_segments((1, 3), (1, last), SLOT, None, GRID, [obstacle])
    text = story(*blocks)
    body = poured(text, segments, level)
    placed = sum(len(item.text) for item in body.items if isinstance(item, Glyphs))
    over = body.body.overset.characters if body.body.overset else 0
    assert placed + over == sum(len(block.text) for block in text.blocks)
    lines = [(item.y, item.x, item.x + item.xs[-1] + item.size) for item in body.items if isinstance(item, Glyphs)]
    for y, left, right in lines:
        top = y - 8_800
        for a, b in spans(shape, top, top + EM, 0):
            assert right <= a or left >= b
    ordered = sorted(lines)
    assert all(a[0] != b[0] or a[2] <= b[1] for a, b in pairwise(ordered))
    for key, (left, right) in rights(body).items():
        assert (key[0] - 1) * 21 * EM <= left < right <= (key[0] - 1) * 21 * EM + 20 * EM


@settings(max_examples=40, deadline=None)
@given(BLOCKS, st.lists(st.integers(1, 12), min_size=1, max_size=8))
def test_narrow_and_wide_columns_hold_every_character(blocks: list[str], heights: list[int]) -> None:
    segments = []
    at = 1
    for number, high in enumerate(heights):
        segments.append(Segment(number + 1, 0, (20, 9, 13)[number % 3] * EM, at, at + high - 1))
        at += high
    text = story(*blocks)
    body = poured(text, segments, 0)
    placed = sum(len(item.text) for item in body.items if isinstance(item, Glyphs))
    over = body.body.overset.characters if body.body.overset else 0
    assert placed + over == sum(len(block.text) for block in text.blocks)
    widths = {segment.column: segment for segment in segments}
    for item in body.items:
        if isinstance(item, Glyphs) and item.size == EM:
            line = (item.y - 8_800) // 13_000 + 1
            segment = next(s for s in widths.values() if s.first <= line <= s.last)
            assert item.x + item.xs[-1] + EM <= segment.width


@pytest.mark.parametrize("cut", [3, 7, 12])
def test_the_same_lines_come_out_wherever_they_are_parted(cut: int) -> None:
    text = story("国" * 130, "人" * 60)
    whole = poured(text, [Segment(1, 0, 20 * EM, 1, 30)], 0)
    parted = poured(text, [Segment(1, 0, 20 * EM, 1, cut), Segment(2, 0, 20 * EM, cut + 1, 30)], 0)
    assert [(i.x, i.y, i.text) for i in whole.items] == [(i.x, i.y, i.text) for i in parted.items]  # type: ignore[union-attr]


def test_findings_are_those_of_the_lines_on_the_page() -> None:
    # 10 字 of Western letters do not fit 6 字: told where the line is narrow, silent where it is wide
    text = story("国" * 16 + "a" * 30)
    collector = Collector()
    setter = Setter(CellMaker(SquareShaper(), collector), collector)
    parts = parts_of(text, SLOT, GRID, setter, collector)
    laid(parts, [Segment(1, 0, 20 * EM, 1, 9), Segment(2, 0, 6 * EM, 10, 12)], GRID, 1, collector)
    assert "text.overfull" not in codes(collector)
