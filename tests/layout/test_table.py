"""Tables set by hand-worked numbers: square font, 字 10 pt, Western characters half as wide, grid pitch 13 pt."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from printlayout.base.diagnostics import Collector, Span
from printlayout.layout.itemise import CellMaker
from printlayout.layout.paint import Sources
from printlayout.layout.paragraph import Setter
from printlayout.layout.rows import Spot
from printlayout.layout.table import SetTable, set_table
from printlayout.layout.table_columns import Wish, solve
from printlayout.model.display import Fill, Glyphs, Item, Line
from printlayout.model.ink import BLACK, Ink
from printlayout.model.layout import Grid, Stroke
from printlayout.model.story import Run
from printlayout.model.style import Style
from printlayout.model.table import Cell, Column, Table, TableLook, TableRow
from square import SQUARE, SquareShaper, codes

GRID = Grid(left=0, top=0, columns=4, column=130_000, gutter=10_000, lines=60, leading=13_000, em=10_000)
CELL = Style("table", SQUARE, 10_000, align="left")
NOTE = Style("note", SQUARE, 5_000, align="left")
THIN, THICK = Stroke(250, BLACK), Stroke(2_000, BLACK)
GREY, PINK = Ink("grey", 0, 0, 0, 100), Ink("pink", 0, 100, 0, 0)


def look(**changes: object) -> TableLook:
    return TableLook("table", CELL, CELL, CELL, CELL, CELL, NOTE, gap=5_000, **changes)  # type: ignore[arg-type]


def runs(text: str, line: int = 1, column: int = 1) -> tuple[Run, ...]:
    return (Run(text, "text", Span("a.md", line, column)),) if text else ()


def table(*rows: str, align: Sequence[str] = (), head: int = 1, **more: object) -> Table:
    """Rows of cells parted by spaces; ``_`` is an empty cell, ``#`` begins a group, ``=`` a foot row, ``-`` a ruled
    one."""
    made: list[TableRow] = []
    for number, row in enumerate(rows):
        kind = "head" if number < head else "group" if row[0] == "#" else "foot" if row[0] == "=" else "body"
        texts = row.lstrip("#=-").split(" ") if kind != "group" else [row[1:]]
        cells = tuple(
            Cell(
                runs(t.replace("_", ""), number + 1, n + 1),
                n,
                len(align) if kind == "group" else 1,
                1,
                Span("a.md", number + 1, n + 1),
            )
            for n, t in enumerate(texts)
        )
        made.append(TableRow(kind, cells, row[0] == "-", Span("a.md", number + 1, 1)))
    columns = more.pop("columns", None) or tuple(Column(align=a) for a in align)
    return Table(columns, tuple(made), **more)  # type: ignore[arg-type]


def put(one: Table, width: int = 130_000, of: TableLook | None = None, told: Sequence[str] = ()) -> SetTable:
    collector = Collector()
    setter = Setter(CellMaker(SquareShaper(), collector), collector)
    made = set_table(one, of or look(), width, GRID, setter, collector)
    assert codes(collector) == list(told)
    return made


def painted(made: SetTable, on_top: bool = True) -> list[Item]:
    """The rows one below another from the first grid line on."""
    items: list[Item] = []
    line = 1
    for row in made.rows:
        items += row.paint(Spot(0, line, row.row.lines, on_top and line == 1, GRID), Sources())
        line += row.row.lines
    return items


def texts(items: Sequence[Item]) -> dict[str, tuple[int, int]]:
    """Every text and where its first glyph stands: x, and the grid line from 0."""
    return {i.text: (i.x, (i.y - 8_800) // 13_000) for i in items if isinstance(i, Glyphs)}


def lines_of(items: Sequence[Item]) -> list[tuple[int, int, int, int]]:
    """Horizontal rules: left, right, y, width."""
    return [(i.x1, i.x2, i.y1, i.width) for i in items if isinstance(i, Line) and i.y1 == i.y2]


def test_columns_of_content_are_parted_equally() -> None:
    # 2 字, 1 字, 1.5 字 of content; 13 字 less 4.5 leaves 8.5, two gaps of 4.25
    made = put(table("甲乙 丙 丁", "戊 己 123", align=("left", "left", "left")))
    assert made.columns.xs == (0, 62_500, 115_000)
    assert made.columns.widths == (20_000, 10_000, 15_000)


def test_shares_take_the_rest_and_lengths_are_kept() -> None:
    wishes = [Wish(99, fixed=20_000), Wish(10_000, share=1), Wish(10_000, share=3), Wish(15_000)]
    found = solve(wishes, 130_000, 5_000, 2_500, 10_000)
    # 130 − 2 × 2.5 − 3 × 5 = 110; less 20 and 15 leaves 75: 18.75 and 56.25
    assert found.widths == (20_000, 18_750, 56_250, 15_000)
    assert found.xs == (2_500, 27_500, 51_250, 112_500)
    assert not found.short


def test_columns_of_words_give_way_before_anything_runs_into_anything() -> None:
    wishes = [Wish(80_000, wraps=True), Wish(60_000, wraps=True), Wish(30_000)]
    found = solve(wishes, 130_000, 5_000, 0, 10_000)
    # 50 over; above 3 字 the first has 50 to give and the second 30: 31.25 and 18.75
    assert found.widths == (48_750, 41_250, 30_000)
    assert not found.short
    short = solve([Wish(80_000), Wish(60_000, wraps=True)], 100_000, 5_000, 0, 10_000)
    assert short.short and short.needed == 80_000 + 5_000 + 30_000


@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_alignment(align: str) -> None:
    columns = (Column(share=1, align=align), Column(align="left"))
    made = put(table("甲乙丙 丁", "戊 己", columns=columns))
    # the share is 13 − 1 − 0.5 = 11.5 字 wide
    at = {"left": (0, 0), "center": (42_500, 52_500), "right": (85_000, 105_000)}[align]
    places = texts(painted(made))
    assert (places["甲乙丙"], places["戊"]) == ((at[0], 0), (at[1], 1))


def test_numbers_stand_on_their_points() -> None:
    one = table("名 价", "甲 12.5", "乙 1,234", "丙 −3.25%", "丁 —", "戊 停牌", align=("left", "decimal"))
    places = texts(painted(put(one)))
    # Western characters are half a 字; before the point: 1,234 is 2.5 字; behind it .25% is 2 字
    right = 130_000
    point = right - 20_000
    assert places["12.5"][0] == point - 10_000
    assert places["1,234"][0] == point - 25_000
    assert places["−3.25%"][0] in (point - 10_000, point - 15_000)  # the minus is a sign of either width
    assert places["停牌"][0] == right - 45_000 // 2 - 10_000  # what is no number stands in the middle
    assert places["价"][0] == right - 45_000 // 2 - 5_000  # and so does the head


def test_full_width_digits_align_too_and_a_mixture_is_told() -> None:
    one = table("价", "１２．５", "３", align=("decimal",))
    places = texts(painted(put(one)))
    assert places["３"][0] - places["１２．５"][0] == 10_000
    put(table("价", "12.5", "３", align=("decimal",)), told=["table.mixed-digits"])


def test_scores_stand_on_their_marks() -> None:
    places = texts(painted(put(table("比分", "10:2", "3:11", align=("score",)))))
    assert places["3:11"][0] - places["10:2"][0] == 5_000


def test_names_are_spread_to_the_longest() -> None:
    items = painted(put(table("队", "金银潭", "龟山", "Ajax", align=("even",))))
    spread = next(i for i in items if isinstance(i, Glyphs) and i.text.startswith("龟"))
    assert spread.xs == (0, 20_000)
    assert "Ajax" in texts(items)


def test_long_cells_break_by_the_rules_and_rows_take_whole_lines() -> None:
    columns = (Column(align="left"), Column(share=1, align="left"))
    made = put(table("日 事", "一日 他说好，大家都说很好，于是散会。", "二日 完", columns=columns))
    assert [row.row.lines for row in made.rows] == [1, 2, 1]
    starts = [i.text for i in painted(made) if isinstance(i, Glyphs)]
    assert not any(text[0] in "，。" for text in starts)
    assert texts(painted(made))["完"][1] == 3


def test_lines_of_a_cell_as_written() -> None:
    one = Table(
        (Column(),), (TableRow("body", (Cell((*runs("甲"), Run("\n"), *runs("乙丙")), 0),)),)
    )  # fmt: skip
    made = put(one)
    assert [row.row.lines for row in made.rows] == [2]
    assert texts(painted(made)) == {"甲": (0, 0), "乙丙": (0, 1)}


def test_cells_over_columns_and_rows() -> None:
    head = (Cell(runs("团"), 0, 1, 2), Cell(runs("奖牌"), 1, 2, 1))
    under = (Cell(runs("金"), 1), Cell(runs("银"), 2))
    body = (Cell(runs("甲"), 0), Cell(runs("1"), 1), Cell(runs("2"), 2))
    one = Table(
        (Column(), Column(share=1, align="decimal"), Column(share=1, align="decimal")),
        (TableRow("head", head), TableRow("head", under), TableRow("body", body)),
    )
    items = painted(put(one, of=look(under_head=THIN)))
    places = texts(items)
    # shares are (130 − 10 − 10) / 2 = 55 wide and begin at 15 and 75; the spanning head stands over both
    assert places["奖牌"] == (15_000 + (115_000 - 20_000) // 2, 0)
    assert items and (15_000, 130_000, 11_500, 250) in lines_of(items)
    # over two lines, in their middle
    assert next(i.y for i in items if isinstance(i, Glyphs) and i.text == "团") == 8_800 + 6_500


def test_the_head_is_drawn_again_where_the_table_goes_on() -> None:
    made = put(table("名 价", "甲 1", "乙 2", "丙 3", align=("left", "decimal")))
    assert [(row.row.lines, row.row.lines_on_top) for row in made.rows] == [(1, 1), (1, 1), (1, 2), (1, 2)]
    items = made.rows[2].paint(Spot(0, 7, 2, True, GRID), Sources())
    assert {text: line for text, (_, line) in texts(items).items()} == {"名": 6, "价": 6, "乙": 7, "2": 7}
    items = made.rows[2].paint(Spot(0, 7, 1, False, GRID), Sources())
    assert {text: line for text, (_, line) in texts(items).items()} == {"乙": 6, "2": 6}


def test_what_stays_together() -> None:
    rows = put(
        table("名 价", "甲 1", "#组", "乙 2", "丙 3", "丁 4", align=("left", "decimal"), title=runs("表"),
              notes=(runs("注"),), source=runs("来源"))
    ).rows  # fmt: skip
    # title with the head, head with two rows, a group with two, the last row but one with the last, that with the notes
    assert [row.row.keep for row in rows] == [1, 2, 0, 2, 0, 1, 1, 0]


def test_source_at_the_right_of_the_last_note() -> None:
    made = put(table("甲", "乙", align=("left",), notes=(runs("注释"),), source=runs("来源")))
    assert len(made.rows) == 3
    assert texts(painted(made))["来源"] == (120_000, 2)
    narrow = put(table("甲", "乙", align=("left",), notes=(runs("注" * 24),), source=runs("来源")))
    assert len(narrow.rows) == 4


def test_rules() -> None:
    one = table("名", "甲", "乙", "-丙", "=合计", align=("left",))
    items = painted(put(one, of=look(top=THICK, under_head=THIN, row=THIN, foot=THICK, parts=Stroke(500, BLACK))))
    # half the space between lines is 1.5 pt; thick rules stand outside of it
    assert lines_of(items) == [
        (0, 130_000, -1_500 - 1_000, 2_000),
        (0, 130_000, 13_000 - 1_500, 250),
        (0, 130_000, 26_000 - 1_500, 250),
        (0, 130_000, 39_000 - 1_500, 500),
        (0, 130_000, 52_000 - 1_500, 250),
        (0, 130_000, 65_000 - 1_500 + 1_000, 2_000),
    ]


def test_a_rule_every_so_many_rows_counts_from_the_group() -> None:
    one = table("名", "甲", "乙", "丙", "#组", "丁", "戊", "己", align=("left",))
    items = painted(put(one, of=look(row=THIN, every=2)))
    assert [y for _, _, y, _ in lines_of(items)] == [39_000 - 1_500, 91_000 - 1_500]


def test_tints() -> None:
    one = table("名", "甲", "乙", "#组", "丙", "丁", align=("left",))
    items = painted(put(one, of=look(zebra=GREY, head_fill=BLACK, group_fill=PINK)))
    fills = [((i.rect.y + 1_500) // 13_000, i.ink.name) for i in items if isinstance(i, Fill)]
    assert fills == [(0, BLACK.name), (2, "grey"), (3, "pink"), (5, "grey")]


def test_column_rules_stop_at_cells_that_span() -> None:
    one = table("名 价", "#组", "甲 1", align=("left", "left"))
    items = painted(put(one, of=look(column=THIN)))
    assert len([i for i in items if isinstance(i, Line) and i.x1 == i.x2]) == 2


def test_too_narrow_is_told_at_the_cell_and_at_the_table() -> None:
    columns = (Column(align="left"), Column(align="decimal"))
    put(table("名 价", "甲 123456789012345678901234", columns=columns), 100_000, told=["table.too-wide"])
    from fractions import Fraction

    from printlayout.base.units import Length

    fixed = (Column(Length(Fraction(1), "em"), align="left"), Column(Length(Fraction(1), "em"), align="decimal"))
    collector = Collector()
    setter = Setter(CellMaker(SquareShaper(), collector), collector)
    set_table(table("名 价", "甲 1234", columns=fixed), look(), 100_000, GRID, setter, collector)
    (finding,) = collector.findings
    assert (finding.code, finding.span.line, finding.span.column) == ("table.cell-too-wide", 2, 2)
    assert finding.args["over"] == "1.00"


def test_a_style_that_is_not_there_is_told() -> None:
    put(table("名", "甲", columns=(Column(style="red", align="left"),)), told=["table.unknown-style"])


def test_thirteen_em_hold_a_table_of_results() -> None:
    """The narrow column of a sports page: 13 字 of 9 pt, cells of 8.5 pt."""
    small = Style("table", SQUARE, 8_500, align="left")
    narrow = TableLook("table", small, small, small, small, small, small, gap=3_400)
    one = table(
        "_ 选手 单位 成绩", "1 欧阳川 师大 10.58", "2 罗鸣 体校 4:28.6", align=("center", "even", "left", "decimal")
    )
    made = put(one, 117_000, narrow)
    assert [row.row.lines for row in made.rows] == [1, 1, 1]
    assert not made.columns.short
