"""Column rules on a grid of 字 of 10 pt and lines of 15 pt: two columns of 100 with 10 between."""

from __future__ import annotations

from printlayout.base.geometry import Rect
from printlayout.layout.gutters import column_rules
from printlayout.model.frames import Segment
from printlayout.model.layout import Grid

GRID = Grid(0, 0, 2, 100_000, 10_000, 20, 15_000, 10_000)
FULL = (0, 100_000)


def test_a_rule_stands_in_the_gutter_while_both_columns_have_text() -> None:
    columns = [Segment(1, 0, 100_000, 1, 20), Segment(2, 110_000, 100_000, 5, 20)]
    assert column_rules(columns, 18, GRID) == [Rect(105_000, 60_000, 0, 13 * 15_000 + 10_000)]


def test_it_stops_at_a_shape_in_the_gutter_and_goes_on_below() -> None:
    cuts = (*[FULL] * 4, (0, 80_000), (0, 70_000), (0, 80_000), *[FULL] * 3)
    columns = [Segment(1, 0, 100_000, 1, 10, cuts), Segment(2, 110_000, 100_000, 1, 10)]
    assert column_rules(columns, 10, GRID) == [
        Rect(105_000, 0, 0, 3 * 15_000 + 10_000),
        Rect(105_000, 7 * 15_000, 0, 2 * 15_000 + 10_000),
    ]


def test_a_shape_away_from_the_gutter_does_not_stop_it() -> None:
    cuts = (*[FULL] * 2, (40_000, 60_000), *[FULL] * 2)
    columns = [Segment(1, 0, 100_000, 1, 5, cuts), Segment(2, 110_000, 100_000, 1, 5)]
    assert column_rules(columns, 5, GRID) == [Rect(105_000, 0, 0, 4 * 15_000 + 10_000)]


def test_a_column_cut_alike_on_all_lines_has_no_rule_through_the_shape() -> None:
    columns = [
        Segment(1, 0, 100_000, 1, 5), Segment(2, 110_000, 100_000, 1, 5), Segment(1, 0, 100_000, 6, 9),
        Segment(2, 150_000, 60_000, 6, 9),
    ]  # fmt: skip
    assert column_rules(columns, 9, GRID) == [Rect(105_000, 0, 0, 4 * 15_000 + 10_000)]


def test_two_lines_get_no_dash() -> None:
    columns = [Segment(1, 0, 100_000, 1, 9), Segment(2, 110_000, 100_000, 1, 9)]
    assert column_rules(columns, 2, GRID) == []
    assert len(column_rules(columns, 3, GRID)) == 1
