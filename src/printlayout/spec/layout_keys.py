"""The keys of a layout file. Reading and JSON Schema both come from here."""

from __future__ import annotations

from printlayout.base.units import Length
from printlayout.spec.ad_keys import AdSlotKeys
from printlayout.spec.art_keys import ArtKeys
from printlayout.spec.block_keys import BlockKeys
from printlayout.spec.box_keys import BoxKeys, MotifKeys
from printlayout.spec.insert_keys import ListKeys, QaKeys, QuoteKeys
from printlayout.spec.picture_keys import EdgeKeys, PictureSlotKeys
from printlayout.spec.region_keys import RegionKeys
from printlayout.spec.shapes import Either, ListOf, MapOf, Record, Spec, may, need
from printlayout.spec.slot_keys import SlotKeys
from printlayout.spec.spread_keys import SpreadKeys
from printlayout.spec.style_keys import (
    LENGTH,
    PLACE,
    POINTS,
    STROKE,
    STYLE,
    CompositionKeys,
    InkKeys,
    StrokeKeys,
    StyleKeys,
)
from printlayout.spec.table_keys import TableLookKeys
from printlayout.spec.values import Bool, Choice, InkOf, InkUse, Int, LengthOf, Named, RangeOf, Ref, Text


class Sheet(Spec):
    """纸张：净尺寸 / the sheet, trimmed"""

    name: str = may(Text(), "", "规格名：对开、四开，或 sheets 里的名称", "a size by name", "对开")
    width: Length | None = may(POINTS, None, "净宽", "trimmed width", "390mm")
    height: Length | None = may(POINTS, None, "净高", "trimmed height", "545mm")
    bleed: Length | None = may(LengthOf(relative=False), None, "出血", "bleed on every side", "3mm")
    marks: bool = may(
        Bool(), False, "裁切线、套准线、色标和说明行", "crop and registration marks, colour bars, slug line", True
    )


class SheetSize(Spec):
    """一种纸张规格 / a size of sheet"""

    width: Length = need(POINTS, "净宽", "trimmed width", "390mm")
    height: Length = need(POINTS, "净高", "trimmed height", "545mm")


class TypeArea(Spec):
    """版心 / the type area"""

    top: Length = need(LengthOf(), "版心上边到纸边", "from the top of the sheet to the type area", "32mm")
    left: Length | None = may(LENGTH, None, "版心左边到纸边；不写则居中", "from the left; centred if left out", "20mm")
    lines: int = need(Int(1, 500), "行数", "lines of the baseline grid", 112)


class GridKeys(Spec):
    """基本栏和行网格 / columns and baseline grid"""

    columns: int = need(Int(1, 24), "基本栏数", "columns", 5)
    column: Length = need(LengthOf(zero=False), "栏宽，应为整字数", "column width, whole 字", "21字")
    gutter: Length = need(LENGTH, "栏间", "space between columns", "1.5字")
    body: Length = need(POINTS, "正文字号，即 1 字", "body size, which is one 字", "小五")
    leading: Length = need(LengthOf(zero=False), "行距（基线到基线）", "distance of baselines", "12pt", "1.33字")


class FurnitureKeys(ArtKeys):
    """固定件：文字、底色、线、框、图形、码 / a fixed thing: text, fill, rule, box, art, code"""

    kind: str = need(
        Choice(text="文字", fill="底色", rule="线", box="框", art="图形", qr="二维码", barcode="条码", index="导读"),
        "种类",
        "kind",
        "text",
    )
    name: str = may(
        Text(), "", "名称；继承的版式可按名改它", "a name by which a layout that extends this one changes it", "folio"
    )
    columns: tuple[int, int] | None = may(RangeOf(), None, "占栏", "columns of the grid", "1-5")
    lines: tuple[int, int] | None = may(RangeOf(), None, "占行", "lines of the grid", "1-9")
    x: Length | None = may(PLACE, None, "左边，从净纸左边量", "left edge, from the trim's left", "20mm")
    y: Length | None = may(PLACE, None, "上边，从净纸上边量", "upper edge, from the trim's top", "20mm")
    width: Length | None = may(LENGTH, None, "宽", "width", "60mm")
    height: Length | None = may(LENGTH, None, "高", "height", "6mm")
    right: Length | None = may(PLACE, None, "右边，从净纸左边量", "right edge, from the trim's left", "370mm")
    bottom: Length | None = may(PLACE, None, "下边，从净纸上边量", "lower edge, from the trim's top", "530mm")
    text: str = may(Text(), "", "文字，可含 {变量}", "text with {variables}", "{date} {weekday}")
    style: Named | None = may(STYLE, None, "样式", "style", "folio")
    ink: InkUse | None = may(InkOf(), None, "底色", "ink of a fill", "accent")
    stroke: Named | StrokeKeys | None = may(STROKE, None, "线", "stroke of a rule", "hairline")
    edges: EdgeKeys | None = may(
        Record(EdgeKeys), None, "各边外移（正）或内移（负）", "its edges moved outwards (or inwards)", {"left": "3mm"}
    )
    pages: str = may(
        Choice(all="全", even="双版", odd="单版"), "all", "只在双版或单版上", "on the even or the odd pages only", "odd"
    )
    mirror: bool = may(
        Bool(), True, "跟着版式的 mirror 翻到另一边", "turned over where the layout's mirror says", False
    )
    page_style: Named | None = may(STYLE, None, "导读里版次的样式", "index: style of the page number", "index-page")
    page_text: str = may(Text(), "{page}版", "导读里版次的写法", "index: how the page is said", "▶{page}版")
    between: int = may(Int(0, 9), 1, "导读各条之间的空行", "index: blank lines between entries", 0)
    each: bool = may(
        Bool(),
        False,
        "通版：左右两版各一件，按单版的栏和坐标",
        "on a spread: once on each page, placed as on one page",
        True,
    )
    valign: str = may(Choice(top="上", middle="中", bottom="下"), "middle", "垂直对齐", "vertical alignment", "middle")
    box: BoxKeys | None = may(Record(BoxKeys), None, "框", "the box of a box", {"fill": "accent 8%"})


class LayoutKeys(Spec):
    """版式 / a layout"""

    unless = "extends"
    extends: Named | None = may(Ref("版式", "layout"), None, "在哪个版式上改", "the layout it builds on", "broadsheet")
    sheet: Named | Sheet = need(
        Either[Named | Sheet](Ref("纸张规格", "sheet size"), Record(Sheet)),
        "纸张",
        "the sheet",
        "对开",
        {"name": "对开", "bleed": "3mm"},
    )
    sheets: dict[str, SheetSize] = may(
        MapOf(Record(SheetSize)),
        {},
        "自定的纸张规格",
        "sizes of sheet by name",
        {"小报": {"width": "270mm", "height": "390mm"}},
    )
    hao: dict[str, Length] = may(
        MapOf(LengthOf(relative=False, zero=False)), {}, "自定的号制", "号 sizes that differ", {"小初": "30pt"}
    )
    type_area: TypeArea = need(Record(TypeArea), "版心", "type area", "{top: 32mm, lines: 112}")
    grid: GridKeys = need(
        Record(GridKeys), "栏和行", "grid", "{columns: 5, column: 21字, gutter: 1.5字, body: 小五, leading: 12pt}"
    )
    mirror: str = may(
        Choice(no="不翻", odd="单版", even="双版"),
        "no",
        "哪些版左右翻过来：版心和固定件换到另一边，文字照读，左齐变右齐",
        "pages that are turned over: type area and furniture change sides; text stays readable, left becomes right",
        "odd",
    )
    spread: bool | SpreadKeys = may(
        Either[bool | SpreadKeys](Bool(), Record(SpreadKeys)),
        False,
        "通版：两个这样的版连成一版。纸张、版心、栏仍按单版写，右版的栏接着往下数；继承来的单版固定件左右各一件",
        "a spread: two such pages as one. Sheet, type area and grid stay those of one page, the right page's columns "
        "count on; furniture of a single page that it inherits stands on each",
        True,
        {"gutter": "20mm"},
    )
    normalise: bool = may(Bool(), True, "稿件半角标点改全角", "make half-width marks of copy full-width", True)
    inks: dict[str, InkUse | InkKeys] = may(
        MapOf(Either[InkUse | InkKeys](InkOf(), Record(InkKeys))),
        {},
        "油墨",
        "inks",
        {"accent": {"m": 100, "y": 95, "k": 10}},
    )
    composition: CompositionKeys | None = may(
        Record(CompositionKeys), None, "排版规则", "rules of composition", {"hanging": "allow"}
    )
    ornaments: dict[str, MotifKeys] = may(
        MapOf(Record(MotifKeys)),
        {},
        "自定的花边纹样",
        "motifs by name",
        {"回": {"length": 1000, "edge": [{"d": "M0,500 H1000"}]}},
    )
    strokes: dict[str, StrokeKeys] = may(
        MapOf(Record(StrokeKeys)), {}, "线", "strokes by name", {"hairline": {"width": "0.25pt"}}
    )
    styles: dict[str, StyleKeys] = may(
        MapOf(Record(StyleKeys)), {}, "样式", "styles by name", {"body": {"face": "宋", "size": "小五"}}
    )
    tables: dict[str, TableLookKeys] = may(
        MapOf(Record(TableLookKeys)),
        {},
        "表格的样子；不写 look 的用 table",
        "looks of tables; table is the usual one",
        {"table": {"cell": "table"}},
    )
    lists: ListKeys | None = may(Record(ListKeys), None, "列表的样子", "look of lists", {"bullet": "●"})
    qa: QaKeys | None = may(Record(QaKeys), None, "问答的样子", "look of questions and answers", {"label": "黑 700"})
    quotes: QuoteKeys | None = may(Record(QuoteKeys), None, "引语的样子", "look of pull quotes", {"style": "quote"})
    slots: dict[str, SlotKeys] = may(
        MapOf(Record(SlotKeys)),
        {},
        "版位",
        "places for stories by name",
        {"lead": {"columns": "1-5", "lines": "11-66", "head": {"headline": "lead-headline"}}},
    )
    picture_slots: dict[str, PictureSlotKeys] = may(
        MapOf(Record(PictureSlotKeys)),
        {},
        "图位",
        "places for pictures",
        {"photo": {"columns": "1-3", "lines": "12-30"}},
    )
    regions: dict[str, RegionKeys] = may(
        MapOf(Record(RegionKeys)),
        {},
        "弹性区",
        "regions whose slots find their own heights",
        {"main": {"lines": "12-116", "stack": [{"slot": "lead"}, {"slot": "second"}]}},
    )
    ads: dict[str, AdSlotKeys] = may(
        MapOf(Record(AdSlotKeys)), {}, "广告位", "places for ads", {"foot": {"columns": "1-5", "lines": "90-112"}}
    )
    blocks: dict[str, BlockKeys] = may(
        MapOf(Record(BlockKeys)),
        {},
        "版块",
        "blocks",
        {"weather": {"use": "weather", "columns": "5", "lines": "96-112"}},
    )
    furniture: tuple[FurnitureKeys, ...] = may(
        ListOf(Record(FurnitureKeys)),
        (),
        "固定件",
        "fixed things on the page",
        [{"kind": "text", "columns": 1, "y": "11mm", "text": "{page}"}],
    )
    keep_furniture: bool = may(
        Bool(), True, "沿用 extends 的版式的固定件", "keep the furniture of the layout this one extends", False
    )


LAYOUT = Record(LayoutKeys)
