"""The keys of a table in a story, and of what tables look like in a layout."""

# The methods of a shape are documented once, on Shape.
# ruff: noqa: D102

from __future__ import annotations

import re

from printlayout.base.diagnostics import Span
from printlayout.base.units import Length, parse_length
from printlayout.model.story import Run
from printlayout.spec.document import Node, Scalar
from printlayout.spec.shapes import Either, Json, ListOf, Reading, Record, Shape, Spec, may
from printlayout.spec.story_keys import Row
from printlayout.spec.style_keys import LENGTH, STROKE, STYLE, StrokeKeys
from printlayout.spec.values import Choice, InkOf, InkUse, Int, Named, RangeOf, Text

ALIGN = Choice(
    left="左 左对齐", center="中 居中", right="右 右对齐", decimal="小数点", score="比分", even="均排", auto="自动"
)


class Width:
    """A column's width as written: a length, a share, or (neither) what the content takes."""

    __slots__ = ("length", "share")

    def __init__(self, length: Length | None = None, share: int = 0) -> None:
        self.length = length
        self.share = share


def _width(text: str, at: Reading) -> Width | None:
    """``3字``, ``12mm``; ``1份`` or ``1*``, a share; ``内容`` or ``content``."""
    if text in ("内容", "content"):
        return Width()
    share = re.fullmatch(r"([1-9][0-9]?)\s*(?:份|\*)", text)
    if share:
        return Width(None, int(share[1]))
    length = parse_length(text, at.hao)
    if length is None or length.unit == "line" or not 0 < length.mpt(9000) < 2_000_000:
        return None
    return Width(length)


class WidthOf(Shape[Width]):
    """The width of a column."""

    want = ("栏宽：3字、12mm，1份（分剩下的宽度），或内容", "a width: 3字, 12mm, 1* (a share of the rest), or content")

    def stand_in(self) -> Width:
        return Width()

    def read(self, node: Node, at: Reading, key: str) -> Width | None:
        width = _width(node.text.strip(), at) if isinstance(node, Scalar) and len(node.text) < 40 else None
        if width is None:
            self.wrong(node, at, key)
        return width

    def schema(self, book: Json) -> Json:
        return {"type": "string"}


class ColumnKeys(Spec):
    """表格的一列 / a column of a table"""

    width: Width | None = may(WidthOf(), None, "宽；不写依内容", "width; by its content if left out", "3字", "1份")
    align: str = may(ALIGN, "auto", "对齐；不写则数字对小数点，文字靠左", "alignment; numbers by the point", "右")
    style: str = may(Text(), "", "样式名", "a style of the layout", "table-strong")


class ColumnOf(Shape[ColumnKeys]):
    """A column in a few words: ``2字 右``, ``1份``, ``小数点``; any other word is a style of the layout."""

    want = ("宽、对齐、样式，如“2字 右”“1份 table-red”", "width, alignment, style, such as “2字 right”, “1* table-red”")

    def stand_in(self) -> ColumnKeys:
        return ColumnKeys.filled()

    def read(self, node: Node, at: Reading, key: str) -> ColumnKeys | None:
        if not isinstance(node, Scalar) or len(node.text) > 60:
            self.wrong(node, at, key)
            return None
        made = ColumnKeys.filled(node.span)
        for word in node.text.split():
            width = _width(word, at)
            align = ALIGN.known.get(word)
            if align:
                made.align = align
            elif width:
                made.width = width
            elif word[0].isdigit() or made.style:
                self.wrong(node, at, key)  # and go on: the table still has this column
            else:
                made.style = word
        return made

    def schema(self, book: Json) -> Json:
        return {"type": "string"}


class RowsOf(Shape[tuple[tuple[tuple[str, Span], ...], ...]]):
    """Rows as lists of cells; a row of one text is a group's heading or a rule."""

    want = ("列表，每行又是各格的列表", "a list of rows, each a list of cells")

    def stand_in(self) -> tuple[tuple[tuple[str, Span], ...], ...]:
        return ()

    def read(self, node: Node, at: Reading, key: str) -> tuple[tuple[tuple[str, Span], ...], ...] | None:
        if isinstance(node, Scalar) or not hasattr(node, "items"):
            self.wrong(node, at, key)
            return None
        rows = []
        for row in node.items:
            cells = row.items if hasattr(row, "items") else (row,)
            made = []
            for cell in cells:
                if isinstance(cell, Scalar):
                    quoted = not cell.plain and not cell.block
                    made.append(("" if cell.null else cell.text, cell.span.shifted(1) if quoted else cell.span))
                else:
                    self.wrong(cell, at, key)
            rows.append(tuple(made))
        return tuple(rows)

    def schema(self, book: Json) -> Json:
        cell: Json = {"type": ["string", "number", "null"]}
        return {"type": "array", "items": {"anyOf": [{"type": "array", "items": cell}, {"type": "string"}]}}


class TableKeys(Spec):
    """表格的设置 / the settings of a table"""

    file: str = may(Text(), "", "数据：期内的 CSV 或 YAML 文件", "CSV or YAML file of the issue", "tables/jifen.csv")
    look: str = may(Text(), "", "样子：版式 tables 里的名称", "one of the layout's tables", "results")
    title: Run | None = may(Row(), None, "表题", "title", "积分榜")
    columns: tuple[ColumnKeys, ...] = may(
        ListOf(Either[ColumnKeys](ColumnOf(), Record(ColumnKeys))), (), "各列：宽 对齐", "columns: width alignment",
        ["2字 中", "1份", "2字 右"],
    )  # fmt: skip
    header: int = may(Int(0, 6), 1, "表头行数", "rows of the head", 1)
    footer: int = may(Int(0, 6), 0, "合计行数（在最后）", "rows of totals at the end", 1)
    notes: tuple[Run, ...] = may(ListOf(Row(), single=True), (), "表注", "notes below", "注：……")
    source: Run | None = may(Row(), None, "资料来源", "source", "来源：市统计局")
    across: tuple[int, int] | None = may(
        RangeOf(),
        None,
        "跨栏，从版位首栏数起；不写排在栏里",
        "columns of the slot it spans; in the column if left out",
        "1-2",
    )
    place: str = may(
        Choice(top="上", foot="下"), "top", "跨栏时在版位的上方或下方", "where a spanning one stands", "下"
    )
    rows: tuple[tuple[tuple[str, Span], ...], ...] | None = may(
        RowsOf(), None, "各行（不用 CSV 时）", "rows, in place of CSV", [["名次", "球队"], [1, "江城"]]
    )


TABLE = Record(TableKeys)


class TableLookKeys(Spec):
    """表格的样子 / what a table looks like"""

    cell: Named | None = may(STYLE, None, "格子的样式；不写从图说", "style of cells; from captions", "table")
    head: Named | None = may(STYLE, None, "表头的样式", "style of the head", "table-head")
    group: Named | None = may(STYLE, None, "组题的样式", "style of group headings", "table-head")
    foot_row: Named | None = may(STYLE, None, "合计行的样式", "style of totals", "table-head")
    title: Named | None = may(STYLE, None, "表题的样式", "style of the title", "table-title")
    note: Named | None = may(STYLE, None, "表注和来源的样式", "style of notes and source", "table-note")
    top: Named | StrokeKeys | None = may(STROKE, None, "表顶线", "rule at the top", "thick")
    under_head: Named | StrokeKeys | None = may(STROKE, None, "表头下的线", "rule under the head", "hairline")
    row: Named | StrokeKeys | None = may(STROKE, None, "行线", "rule between rows", "hairline")
    every: int = may(Int(1, 40), 1, "每几行一条行线", "a rule every so many rows", 5)
    foot: Named | StrokeKeys | None = may(STROKE, None, "表底线", "rule at the foot", "thick")
    column: Named | StrokeKeys | None = may(STROKE, None, "列线", "rule between columns", "hairline")
    parts: Named | StrokeKeys | None = may(STROKE, None, "稿件里 --- 处的线", "rule where the copy has ---", "hairline")
    zebra: InkUse | None = may(InkOf(), None, "隔行底色", "tint of every other row", "black 6%")
    head_fill: InkUse | None = may(InkOf(), None, "表头底色", "tint of the head", "accent")
    group_fill: InkUse | None = may(InkOf(), None, "组题底色", "tint of group headings", "black 10%")
    gap: Length | None = may(LENGTH, None, "列间最小空；不写为半字", "least space between columns; half a 字", "0.5字")
    inset: Length | None = may(LENGTH, None, "左右边空", "space at left and right", "0.25字")
    row_lines: int = may(Int(1, 9), 1, "一行至少占几行", "least lines of a row", 2)
    space: int = may(Int(0, 9), 1, "上下空行", "blank lines above and below", 1)
