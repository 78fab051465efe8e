"""Pull quotes and tables with places of their own: text goes round them, nothing of the story is lost or said twice."""

from __future__ import annotations

from dataclasses import replace

from printlayout.base.diagnostics import Collector, Span
from printlayout.layout.itemise import CellMaker
from printlayout.layout.made import Made
from printlayout.layout.page import PageSetter
from printlayout.layout.paragraph import Setter
from printlayout.makeup.module import Module
from printlayout.model.display import Glyphs, Group
from printlayout.model.inserts import Inserts, QuoteLook
from printlayout.model.layout import Grid, Head, PicturePlace, Slot
from printlayout.model.story import Block, Placement, Run, Story
from printlayout.model.style import Style
from printlayout.model.table import Cell, Column, Table, TableRow
from square import SQUARE, SquareShaper, codes

GRID = Grid(left=0, top=0, columns=3, column=100_000, gutter=10_000, lines=40, leading=13_000, em=10_000)
BODY = Style("body", SQUARE, 10_000)
QUOTE = QuoteLook(Style("quote", SQUARE, 10_000, align="left"), BODY)
SLOT = Slot(
    "lead", (1, 3), (1, 20), Head((1, 3), None, BODY, None, None), BODY, BODY, BODY, BODY, inserts=Inserts(quote=QUOTE)
)


def para(text: str) -> Block:
    return Block("para", (Run(text, span=Span("a.md", 1, 1)),), Span("a.md", 1, 1))


def quote(text: str) -> Block:
    return Block("quote", (Run(text, span=Span("a.md", 9, 3)),), Span("a.md", 9, 3))


def table(across: tuple[int, int], place: str = "top", rows: int = 2) -> Block:
    made = tuple(TableRow("body", (Cell((Run(f"表{n}"),), 0), Cell((Run("格"),), 1))) for n in range(rows))
    columns = (Column(share=1), Column(share=1))
    return Block("table", (), Span("a.md", 5, 1), None, Table(columns, made, across=across, place=place))


def make(slot: Slot, *blocks: Block, told: tuple[str, ...] = ()) -> tuple[Made, list[Group]]:
    collector = Collector()
    setter = Setter(CellMaker(SquareShaper(), collector), collector)
    placement = Placement("lead", Story("a", blocks=blocks))
    made = Module(placement, slot, GRID, setter, collector).make()
    collector.extend(made.findings)
    painter = PageSetter(SquareShaper(), {}, {}, Collector())
    groups, _ = painter.story(made)
    assert [code for code in codes(collector) if not code.startswith("layout.not-level")] == list(told)
    return made, groups


def words(groups: list[Group], kind: str) -> str:
    return "".join(i.text for g in groups if g.kind == kind for i in g.items if isinstance(i, Glyphs))


def test_text_goes_round_a_quote_in_its_place() -> None:
    slot = replace(SLOT, quotes=(PicturePlace((2, 2), 3, 5),))
    made, groups = make(slot, para("国" * 400), quote("人人"))
    columns = [(s.column, s.first, s.last) for s in made.frames.segments]
    # lines 3 to 7 with a blank one above and below; what is above stands in its column before what is below
    assert columns == [(1, 1, 20), (2, 1, 1), (2, 9, 20), (3, 1, 20)]
    assert words(groups, "story") == "国" * 400
    assert words(groups, "quote") == "人人"


def test_a_quote_without_a_place_stands_in_the_column_and_apart_from_the_story() -> None:
    made, groups = make(SLOT, para("国" * 100), quote("人人"), para("大" * 100))
    assert (words(groups, "story"), words(groups, "quote")) == ("国" * 100 + "大" * 100, "人人")
    assert made.body.poured.fits


def test_a_quote_too_high_for_its_place_is_told() -> None:
    slot = replace(SLOT, quotes=(PicturePlace((2, 2), 3, 3),))
    make(slot, para("国" * 100), quote("人" * 60), told=("layout.quote-too-high",))


def test_a_table_across_columns_at_the_top_and_at_the_foot() -> None:
    made, groups = make(SLOT, para("国" * 100), table((1, 2)), table((2, 3), "foot"))
    assert [(s.column, s.first, s.last) for s in made.frames.segments] == [
        (1, 4, 20), (2, 4, 17), (3, 1, 17),
    ]  # fmt: skip
    places = [(i.text, i.x, (i.y - 8_800) // 13_000) for g in groups for i in g.items if isinstance(i, Glyphs)]
    tables = [place for place in places if place[0][0] in "表格"]
    # two columns are 21 字 wide; the gap is half a 字 and each share 10.25
    assert tables == [
        ("表0", 0, 0), ("格", 107_500, 0), ("表1", 0, 1), ("格", 107_500, 1),
        ("表0", 110_000, 18), ("格", 217_500, 18), ("表1", 110_000, 19), ("格", 217_500, 19),
    ]  # fmt: skip


def test_a_table_that_finds_no_room_is_told() -> None:
    make(SLOT, para("国"), table((2, 4)), told=("table.no-room",))
    make(SLOT, para("国"), table((1, 2), rows=21), told=("table.no-room",))
