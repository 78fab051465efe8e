"""What stands in a box: columns of whole 字 between its paddings, lines of the page's own grid."""

from __future__ import annotations

from printlayout.makeup.standing import inset
from printlayout.model.layout import Grid, Head, Padding, Slot
from printlayout.model.style import Style
from square import SQUARE

EM = 9_000
GRID = Grid(left=30_000, top=50_000, columns=5, column=21 * EM, gutter=EM * 3 // 2, lines=100, leading=12_000, em=EM)
BODY = Style("body", SQUARE, EM)


def slot(columns: tuple[int, int]) -> Slot:
    return Slot("box", columns, (11, 40), Head((1, 1), None, BODY, None, None), BODY, BODY, BODY, BODY)


def test_one_column_loses_whole_characters() -> None:
    made, grid = inset(slot((2, 2)), Padding(EM, 1, 2), GRID)
    # column 2 begins at 30 + 22.5 × 9 = 232.5 pt; 21 less 2 is 19 字
    assert (grid.x(1), grid.column, grid.columns) == (232_500 + EM, 19 * EM, 1)
    assert (made.columns, made.lines) == ((1, 1), (12, 38))
    assert grid.y(12) == GRID.y(12)


def test_several_columns_share_what_is_left() -> None:
    # two columns of 21 and a gap of 1.5 are 43.5; less 2 is 41.5: 20 + 1.5 + 20
    _, grid = inset(slot((1, 2)), Padding(EM, 1, 1), GRID)
    assert (grid.column, grid.gutter) == (20 * EM, EM * 3 // 2)
    # less 3 is 40.5: 19 each, and 2.5 between
    _, grid = inset(slot((1, 2)), Padding(EM * 3 // 2, 1, 1), GRID)
    assert (grid.column, grid.gutter) == (19 * EM, EM * 5 // 2)
