"""The keys of blocks 版块: their place and pieces in a layout or in ``layouts/blocks``, their data in an issue."""

from __future__ import annotations

from printlayout.base.diagnostics import Span
from printlayout.base.units import Length
from printlayout.spec.ad_keys import PLACE
from printlayout.spec.art_keys import ArtKeys
from printlayout.spec.box_keys import BoxKeys
from printlayout.spec.document import Mapping, Node, Scalar, Sequence
from printlayout.spec.shapes import Json, ListOf, MapOf, Reading, Record, Shape, Spec, may, need
from printlayout.spec.style_keys import LENGTH, STROKE, STYLE, StrokeKeys
from printlayout.spec.values import Bool, Choice, InkOf, InkUse, Int, LengthOf, Named, RangeOf, Ref, Text
from printlayout.text.characters import odd_characters


class PieceKeys(ArtKeys):
    """版块的一件 / a piece of a block"""

    kind: str = need(
        Choice(text="文字", fill="底色", rule="线", box="框", art="图形", qr="二维码"), "种类", "kind", "text"
    )
    x: Length | None = may(PLACE, None, "左边，从版块左边量；负数从右边量", "from the block's left, or right", "2字")
    y: Length | None = may(PLACE, None, "上边，从版块上边量", "from the block's top", "1行")
    width: Length | None = may(LENGTH, None, "宽；不写到版块右边", "width; to the right edge if left out", "6字")
    height: Length | None = may(LENGTH, None, "高；不写为 1 字", "height; one 字 if left out", "1字")
    text: str = may(Text(), "", "文字，可含 {数据}", "text with {data}", "{city}天气")
    style: Named | None = may(STYLE, None, "样式", "style", "weather-city")
    ink: InkUse | None = may(InkOf(), None, "底色", "ink of a fill", "accent 8%")
    stroke: Named | StrokeKeys | None = may(STROKE, None, "线", "stroke of a rule", "hairline")
    box: BoxKeys | None = may(Record(BoxKeys), None, "框", "the box of a box", {"fill": "accent 8%"})
    valign: str = may(Choice(top="上", middle="中", bottom="下"), "middle", "垂直对齐", "vertical alignment", "middle")
    when: dict[str, str] = may(
        MapOf(Text()),
        {},
        "数据: 以其中一个字开头才排",
        "data: set only if it begins with one of these",
        {"change": "+"},
    )
    optional: bool = may(Bool(), False, "数据可以没有", "its data may be missing", True)
    between: bool = may(Bool(), False, "末行之后不排", "not after the last row", True)


class RepeatKeys(Spec):
    """按列表重复的各件 / pieces repeated for each entry of a list"""

    list: str = need(Text(), "数据里的列表", "a list of the data", "days")
    x: Length | None = may(PLACE, None, "左边，从版块左边量", "from the block's left", "12字")
    y: Length | None = may(PLACE, None, "上边，从版块上边量", "from the block's top", "2行")
    width: Length | None = may(LENGTH, None, "总宽；不写到版块右边", "width in all; to the right edge", "18字")
    across: int = may(Int(1, 40), 1, "一排几个", "entries beside one another", 3)
    step: Length = need(LengthOf(zero=False), "一排的高", "from row to row", "1.5行")
    most: int = may(Int(0, 200), 0, "最多几项；0 为放得下的", "entries at most; 0 for as many as fit", 6)
    pieces: tuple[PieceKeys, ...] = need(ListOf(Record(PieceKeys)), "各件", "its pieces", "[{kind: text, …}]")


class LeastKeys(Spec):
    """版块最小 / the least size of a block"""

    width: Length | None = may(LENGTH, None, "宽", "width", "20字")
    height: Length | None = may(LENGTH, None, "高", "height", "8行")


class BlockKeys(Spec):
    """版块：位置和各件，各件可来自 layouts/blocks / a block: its place, and its pieces or where they come from"""

    use: Named | None = may(
        Ref("版块", "block"), None, "layouts/blocks 里的版块", "a block of layouts/blocks", "weather"
    )
    columns: tuple[int, int] | None = may(RangeOf(), None, "占栏", "columns of the grid", "5")
    lines: tuple[int, int] | None = may(RangeOf(), None, "占行", "lines of the grid", "90-105")
    x: Length | None = may(PLACE, None, "左边，从净纸左边量", "left edge, from the trim's left", "20mm")
    y: Length | None = may(PLACE, None, "上边，从净纸上边量", "upper edge, from the trim's top", "400mm")
    width: Length | None = may(LENGTH, None, "宽", "width", "60mm")
    height: Length | None = may(LENGTH, None, "高", "height", "40mm")
    right: Length | None = may(PLACE, None, "右边，从净纸左边量", "right edge, from the trim's left", "370mm")
    bottom: Length | None = may(PLACE, None, "下边，从净纸上边量", "lower edge, from the trim's top", "530mm")
    least: LeastKeys | None = may(Record(LeastKeys), None, "最小", "its least size", {"width": "20字"})
    pieces: tuple[PieceKeys, ...] = may(
        ListOf(Record(PieceKeys)), (), "各件", "its pieces", [{"kind": "text", "text": "{title}", "style": "brief"}]
    )
    repeats: tuple[RepeatKeys, ...] = may(
        ListOf(Record(RepeatKeys)),
        (),
        "按列表重复的",
        "what lists repeat",
        [{"list": "days", "step": "2行", "pieces": [{"kind": "text", "text": "{high}"}]}],
    )
    files: dict[str, str] = may(
        MapOf(Text()), {}, "数据的值: 图形文件", "a value of the data: file of art", {"晴": "weather/sun.svg"}
    )


class Said:
    """A value of the data, and where it stands."""

    __slots__ = ("span", "text")

    def __init__(self, text: str, span: Span) -> None:
        self.text = text
        self.span = span


Row = dict[str, Said]


class Data:
    """Data of a block: values by name, lists of rows by name."""

    __slots__ = ("lists", "span", "values")

    def __init__(self, span: Span) -> None:
        self.span = span
        self.values: Row = {}
        self.lists: dict[str, list[tuple[Row, Span]]] = {}


class DataOf(Shape[Data]):
    """A map of values, maps of values (their keys count as the map's own) and lists of maps."""

    want = ("键值表：值，或一列键值表", "a map of values, or of lists of maps")

    def stand_in(self) -> Data:
        """No data."""
        return Data(Span())

    def read(self, node: Node, at: Reading, key: str) -> Data | None:
        """The data of a map."""
        if not isinstance(node, Mapping):
            self.wrong(node, at, key)
            return None
        made = Data(node.span)
        for name, value in node.entries:
            if isinstance(value, Sequence):
                rows = made.lists.setdefault(name.text, [])
                for item in value.items:
                    row = self._row(item, at, name.text)
                    if row is not None:
                        rows.append((row, item.span))
            elif isinstance(value, Mapping):
                made.values |= self._row(value, at, name.text) or {}
            else:
                made.values |= self._said(name.text, value, at)
        return made

    def _row(self, node: Node, at: Reading, key: str) -> Row | None:
        if not isinstance(node, Mapping):
            self.wrong(node, at, key)
            return None
        row: Row = {}
        for name, value in node.entries:
            row |= self._said(name.text, value, at)
        return row

    def _said(self, name: str, node: Node, at: Reading) -> Row:
        if not isinstance(node, Scalar):
            at.fault(
                "spec.wrong-type", node.span, key=name, want_zh="一个值", want_en="a value", got_zh="列表或键值表",
                got_en="a list or a map", example_zh="", example_en="",
            )  # fmt: skip
            return {}
        for offset, code in odd_characters(node.text):
            at.fault(code, node.span, char=f"U+{ord(node.text[offset]):04X}")
        return {name: Said("" if node.null else node.text.strip(), node.span)}

    def schema(self, book: Json) -> Json:
        """Anything that is a map."""
        return {"type": "object"}


DATA = DataOf()


class BlockDataKeys(Spec):
    """版块的数据 / the data of a block"""

    file: str = may(Text(), "", "YAML 文件，在 data 文件夹里", "a YAML file in the folder data", "weather.yaml")
    data: Data | None = may(
        DATA, None, "直接写的数据，补在文件的数据上", "data in place, put onto the file's", {"city": "十堰"}
    )
    tables: dict[str, str] = may(
        MapOf(Text()), {}, "列表: CSV 文件", "list: CSV file with a row of names", {"rows": "market.csv"}
    )
