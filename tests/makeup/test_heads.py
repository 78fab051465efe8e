"""Where the headline group stands: the four relations, on a grid of five columns of 21 字."""

from __future__ import annotations

import pytest

from printlayout.base.diagnostics import Collector
from printlayout.makeup.heads import HeadPlace, head_place
from printlayout.makeup.slots import frames
from printlayout.model.heads import Head
from printlayout.model.layout import Grid, Slot
from printlayout.model.style import Style
from square import SQUARE, codes

GRID = Grid(left=30_000, top=50_000, columns=5, column=189_000, gutter=13_500, lines=100, leading=12_000, em=9_000)
BODY = Style("body", SQUARE, 9_000)


def slot(relation: str, head: tuple[int, int], line: int = 1) -> Slot:
    group = Head(head, None, BODY, None, None, relation=relation, line=line)
    return Slot("lead", (1, 5), (11, 50), group, BODY, BODY, BODY, BODY)


@pytest.mark.parametrize(
    ("relation", "columns", "line", "place", "text"),
    [
        ("over", (1, 5), 1, (11, 18), [(c, 19, 50) for c in range(1, 6)]),
        ("beside", (1, 3), 1, (11, 18), [(1, 19, 50), (2, 19, 50), (3, 19, 50), (4, 11, 50), (5, 11, 50)]),
        ("wrapped", (2, 4), 1, (11, 18), [(1, 11, 50), (2, 19, 50), (3, 19, 50), (4, 19, 50), (5, 11, 50)]),
        ("between", (3, 3), 1, (11, 50), [(1, 11, 50), (2, 11, 50), (4, 11, 50), (5, 11, 50)]),
        # set down by six lines: text above it and below it in its own columns, read downwards
        ("wrapped", (3, 4), 7, (17, 24), [(1, 11, 50), (2, 11, 50), (3, 11, 16), (3, 25, 50), (4, 11, 16), (4, 25, 50),
         (5, 11, 50)]),
    ],
)  # fmt: skip
def test_the_text_in_reading_order(
    relation: str, columns: tuple[int, int], line: int, place: tuple[int, int], text: list[tuple[int, int, int]]
) -> None:
    collector = Collector()
    found = slot(relation, columns, line)
    assert head_place(found, 8, collector) == HeadPlace(columns, place)
    result = frames(found, GRID, 8, 0, collector)
    assert [(s.column, s.first, s.last) for s in result.segments] == text
    assert result.head == GRID.rect(*columns, *place)
    assert codes(collector) == []


def test_without_a_headline_all_is_text() -> None:
    assert head_place(slot("over", (1, 5)), 0, Collector()) is None


def test_a_group_higher_than_its_slot_is_told_and_cut() -> None:
    collector = Collector()
    # 40 lines; the group with its blank line takes 42 of them, 41 without
    assert head_place(slot("over", (1, 5)), 42, collector) == HeadPlace((1, 5), (11, 50))
    assert [(f.code, f.args["lines"], f.args["room"]) for f in collector.findings] == [("head.no-room", "41", "40")]
    # a blank line after it that finds no room is no fault
    collector = Collector()
    assert head_place(slot("over", (1, 5)), 41, collector) == HeadPlace((1, 5), (11, 50))
    assert codes(collector) == []
