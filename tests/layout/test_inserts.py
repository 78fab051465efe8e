"""Items, questions and answers, pull quotes in a column: hanging on whole 字, counted right."""

from __future__ import annotations

from dataclasses import replace

from laid import Laid, laid
from printlayout.base.diagnostics import Collector, Span
from printlayout.layout.body import Leg, paint_body
from printlayout.layout.itemise import CellMaker
from printlayout.layout.paint import Sources
from printlayout.layout.paragraph import Setter
from printlayout.layout.parts import parts_of
from printlayout.model.display import Glyphs, Line
from printlayout.model.frames import Segment
from printlayout.model.ink import BLACK
from printlayout.model.inserts import Inserts, ListLook, QaLook, QuoteLook
from printlayout.model.layout import Grid, Head, Slot, Stroke
from printlayout.model.story import Block, Run, Story
from printlayout.model.style import Style
from printlayout.model.table import Cell, Column, Table, TableRow
from square import SQUARE, SquareShaper, codes

GRID = Grid(left=0, top=0, columns=4, column=130_000, gutter=10_000, lines=60, leading=13_000, em=10_000)
BODY = Style("body", SQUARE, 10_000, indent=2_000)
BIG = Style("quote", SQUARE, 20_000, align="left")
QUOTE = QuoteLook(BIG, Style("name", SQUARE, 10_000, align="right"), top=Stroke(500, BLACK), foot=Stroke(250, BLACK))
SLOT = Slot(
    "lead", (1, 4), (1, 60), Head((1, 4), None, BODY, None, None), BODY, BODY, BODY, BODY, inserts=Inserts(quote=QUOTE)
)


def block(kind: str, text: str, label: str = "") -> Block:
    return Block(kind, (Run(text, span=Span("a.md", 1, 1)),), Span("a.md", 1, 1), Run(label) if label else None)


def put(
    *blocks: Block, em: int = 13, lines: int = 40, told: tuple[str, ...] = (), inserts: Inserts | None = None
) -> Laid:
    collector = Collector()
    setter = Setter(CellMaker(SquareShaper(), collector), collector)
    slot = replace(SLOT, inserts=inserts) if inserts else SLOT
    parts = parts_of(Story("a", blocks=blocks), slot, GRID, setter, collector)
    segments = (Segment(1, 0, em * 10_000, 1, 40),)
    made = laid(parts, segments, GRID, 0, collector)
    made.items += paint_body(made.body, [Leg(segments, GRID)], 0, Sources(), aside=True)
    assert codes(collector) == list(told)
    return made


def texts(made: Laid) -> list[tuple[str, float, int]]:
    """Text, distance from the left in 字, grid line from 0."""
    return [(i.text, i.x / 10_000, (i.y - 8_800) // 13_000) for i in made.items if isinstance(i, Glyphs)]


def test_r54_items_hang_on_whole_em() -> None:
    made = put(block("item", "国" * 15), block("item", "人", ""))
    assert texts(made) == [("■", 0, 0), ("国" * 12, 1, 0), ("国" * 3, 1, 1), ("■", 0, 2), ("人", 1, 2)]
    bullet = made.items[0]
    assert isinstance(bullet, Glyphs) and bullet.size == 8_500


def test_numbers_of_one_list_take_one_width() -> None:
    items = [block("item", "国", str(n)) for n in (9, 10)]
    # 9. is 1 字 wide, 10. one and a half; with some air both need 2
    assert [x for text, x, _ in texts(put(*items)) if text == "国"] == [2, 2]
    chinese = Inserts(lists=ListLook(numbers="一、", indent=1_000))
    assert texts(put(block("item", "国", "3"), inserts=chinese)) == [("三、", 1, 0), ("国", 3, 0)]


def test_r54_names_hang_and_are_spread_to_the_widest() -> None:
    made = put(block("question", "国" * 12, "记者"), block("answer", "人", "欧阳川"), block("answer", "大" * 10), em=14)
    found = texts(made)
    names = [i for i in made.items if isinstance(i, Glyphs) and i.text[:1] in "记欧"]
    assert [name.xs[:3] for name in names] == [(0, 20_000), (0, 10_000, 20_000)]
    # three characters and the colon: 4 字; a paragraph without a name has its indent beside that
    assert [(t, x, y) for t, x, y in found if t[0] in "国人大"] == [
        ("国" * 10, 4, 0), ("国" * 2, 4, 1), ("人", 4, 2), ("大" * 8, 6, 3), ("大" * 2, 4, 4),
    ]  # fmt: skip


def test_one_character_stands_before_colons_in_a_row() -> None:
    made = put(block("question", "国", "问"), block("answer", "人", "李荣"))
    colons = [
        x for text, x, _ in texts(put(block("question", "国", "问"), block("answer", "人", "答"))) if text == "国"
    ]
    assert colons == [2]
    assert [x for text, x, _ in texts(made) if text in "国人"] == [3, 3]


def test_names_run_in_where_the_column_is_too_narrow() -> None:
    made = put(block("question", "国" * 12, "记者"), em=12)
    # 3 字 for the name would leave 9: it runs in behind the paragraph's indent
    assert [(x, y) for text, x, y in texts(made) if text[0] == "记"] == [(2, 0)]
    assert sum(row.characters for row in made.body.rows) == 15  # with the name and its colon


def test_a_question_does_not_stand_at_a_column_s_foot() -> None:
    made = put(block("question", "国", "问"), block("answer", "人", "答"))
    assert [row.row.keep for row in made.body.rows] == [1, 0]


def test_blank_lines_before_questions_but_the_first() -> None:
    qa = Inserts(qa=QaLook(before=1))
    blocks = [block("question", "国", "问"), block("answer", "人", "答"), block("question", "大", "问")]
    assert [y for text, _, y in texts(put(*blocks, inserts=qa)) if text in "国人大"] == [0, 1, 3]


def test_a_quote_takes_whole_lines_and_counts_nothing() -> None:
    made = put(block("para", "国" * 11), block("quote", "人人", "李荣"), block("para", "大"))
    # two rows of 20 pt (27 pt apart there would be) and a name: 20 + 17 + 10 pt are 4 lines, with one for the rules 5
    (quote,) = [row for row in made.body.rows if row.text == "人人"]
    assert quote.characters == 0
    rules = sorted(i.y1 for i in made.items if isinstance(i, Line))
    first = 13_000 + 5_000
    assert rules == [first, 13_000 + (quote.row.lines - 1) * 13_000 + 5_000]
    assert ("大", 2, 1 + quote.row.lines) in texts(made)
    assert ("——李荣", 9, 1 + quote.row.lines - 2) in [(t, x, y) for t, x, y in texts(made)]


def test_the_big_quotation_mark_is_an_ornament() -> None:
    quote = Inserts(quote=replace(QUOTE, mark=30_000))
    made = put(block("quote", "“人人”", ""), inserts=quote)
    marks = [i for i in made.items if isinstance(i, Glyphs)]
    assert [(i.text, i.size) for i in marks] == [("", 30_000), ("人人", 20_000)]


def test_a_table_in_the_column_keeps_a_blank_line_above_and_below() -> None:
    cells = tuple(Cell((Run(text, span=Span("a.md", 2, 1)),), n) for n, text in enumerate("甲乙"))
    one = Table((Column(share=1), Column(share=1)), (TableRow("body", cells),))
    made = put(block("para", "国"), Block("table", (), table=one), block("para", "大"))
    assert [y for _, _, y in texts(made)] == [0, 2, 2, 4]
    alone = put(Block("table", (), table=one))
    assert [y for _, _, y in texts(alone)] == [0, 0]


def test_a_table_goes_on_in_the_next_column_and_what_finds_no_room_is_told() -> None:
    rows = tuple(
        TableRow("head" if not n else "body", (Cell((Run(f"第{n}", span=Span("a.md", n + 1, 1)),), 0),))
        for n in range(8)
    )
    collector = Collector()
    setter = Setter(CellMaker(SquareShaper(), collector), collector)
    story = Story("a", blocks=(Block("table", (), table=Table((Column(),), rows)),))
    segments = [Segment(n, n * 140_000, 130_000, 1, 4) for n in range(2)]
    made = laid(parts_of(story, SLOT, GRID, setter, collector), segments, GRID, 0, collector)
    assert [(t, y) for t, _, y in texts(made)] == [
        ("第0", 0), ("第1", 1), ("第2", 2), ("第3", 3), ("第0", 0), ("第4", 1), ("第5", 2),
    ]  # fmt: skip
    assert made.body.overset is not None
    assert (made.body.overset.lines, made.body.overset.characters, made.body.overset.text) == (2, 4, "第6")


def test_a_table_in_vertical_text_is_told() -> None:
    vertical = replace(BODY, composition=replace(BODY.composition, writing="vertical"))
    collector = Collector()
    setter = Setter(CellMaker(SquareShaper(), collector), collector)
    one = Table((Column(),), (TableRow("body", (Cell((Run("甲"),), 0),)),))
    parts_of(Story("a", blocks=(Block("table", (), table=one),)), replace(SLOT, body=vertical), GRID, setter, collector)
    assert codes(collector) == ["table.vertical"]


def test_a_look_that_is_not_there_is_told() -> None:
    one = Table((Column(),), (TableRow("body", (Cell((Run("甲"),), 0),)),), look="liga")
    put(Block("table", (), table=one), told=("table.unknown-look",))
