"""The keys of a layout file. Reading and JSON Schema both come from here."""

from __future__ import annotations

from printlayout.base.units import Length
from printlayout.model.style import Face
from printlayout.spec.ad_keys import AdSlotKeys
from printlayout.spec.shapes import Either, ListOf, MapOf, Record, Spec, may, need
from printlayout.spec.values import (
    Bool,
    Choice,
    FaceOf,
    InkOf,
    InkUse,
    Int,
    LengthOf,
    Named,
    Permille,
    RangeOf,
    Ref,
    Text,
)

POINTS = LengthOf(relative=False, zero=False)
LENGTH = LengthOf()
PLACE = LengthOf(negative=True)
STYLE = Ref("样式", "style")
SPOT = r"\S(?:[^\x00-\x1f\x7f]{0,58}\S)?"
SIDES = ("top", "right", "bottom", "left")


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


class InkKeys(Spec):
    """油墨：CMYK 百分数（专色则为替代色） / an ink in percent of the process inks; of a spot ink, its alternate"""

    spot: str = may(Text(SPOT, ("色名，不超过 60 个字", "an ink's name")), "", "专色名", "a spot ink", "PANTONE 485")
    c: int = may(Permille(1000, percent=True), 0, "青", "cyan", 0)
    m: int = may(Permille(1000, percent=True), 0, "品红", "magenta", 100)
    y: int = may(Permille(1000, percent=True), 0, "黄", "yellow", 95)
    k: int = may(Permille(1000, percent=True), 0, "黑", "black", 60)


class CompositionKeys(Spec):
    """排版规则 / rules of composition"""

    level: str = may(
        Choice(none="不限", basic="基本", gb="国标", strict="严格"), "gb", "避头尾级别", "line start and end", "gb"
    )
    punctuation: str = may(
        Choice(full="全角", kaiming="开明", line_end_half="行末半角", half="半角"),
        "line-end-half", "标点宽度", "width of marks", "行末半角",
    )  # fmt: skip
    region: str = may(Choice(CN="大陆", TW="台湾", HK="香港"), "CN", "地区", "whose forms and blanks", "CN")
    hanging: str = may(Choice(off="关", allow="允许", force="总是"), "off", "行末标点悬挂", "hanging marks", "off")
    autospace: int = may(Permille(500, em=True), 250, "中西文间隙（字）", "space between Han and Latin, em", 0.25)
    pair: int = may(Permille(2000, least=1000, em=True), 1500, "两个连用标点共占（字）", "two marks together, em", 1.5)
    squeeze_stops: bool = may(Bool(), True, "行内句号问叹号可否挤压", "whether 。？！ may be squeezed", True)
    most_stretch: int = may(Permille(2000, em=True), 500, "每处最多加空（字）", "most added to a gap, em", 0.5)
    latin_stretch: int = may(
        Permille(2000, em=True), 500, "中西文间隙最大（字）", "most a Han-Latin space is, em", 0.33
    )
    title_min: int = may(Int(0, 9), 0, "书名号内折行两侧最少字数", "least characters of a 《…》 at a break", 2)
    grid_latin: bool = may(Bool(), False, "西文凑成整字", "pad Western words to whole em", True)
    breaker: str = may(Choice(optimum="整段", firstfit="逐行"), "optimum", "折行法", "line breaking", "optimum")
    writing: str = may(Choice(horizontal="横排", vertical="竖排"), "horizontal", "排向", "direction", "横排")
    lang: str = may(
        Text(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}", ("语言代码（如 zh-Hans）", "a language tag (such as zh-Hans)")),
        "zh-Hans", "语言", "language of the text", "zh-Hans",
    )  # fmt: skip
    latin_lang: str = may(
        Text(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}", ("语言代码（如 en-US）", "a language tag (such as en-US)")),
        "en-US", "西文的语言（断词用）", "language of Western words, for hyphenation", "en-US",
    )  # fmt: skip


class StrokeKeys(Spec):
    """线 / a rule"""

    width: Length = need(LengthOf(relative=False, zero=False), "线宽（文武线为总宽）", "width over all", "0.25pt")
    ink: InkUse | None = may(InkOf(), None, "油墨；不写为黑", "ink, black if left out", "black 60%")
    kind: str = may(
        Choice(plain="正线", double="双线", thick_thin="文武线", thin_thick="武文线", dotted="点线"),
        "plain", "线型", "kind of rule", "文武线",
    )  # fmt: skip


STROKE: Either[Named | StrokeKeys] = Either(Ref("线", "stroke"), Record(StrokeKeys))


class StyleKeys(Spec):
    """样式 / a style"""

    unless = "extends"
    extends: Named | None = may(STYLE, None, "在哪个样式上改", "the style it builds on", "lead-headline")
    face: Face = need(FaceOf(), "字体 字重", "family and weight", "宋 900")
    size: Length = need(LengthOf(zero=False), "字号", "size", "小五", "48pt")
    sizes: tuple[Length, ...] = may(
        ListOf(LengthOf(zero=False)), (), "标题可用的字号，由大到小", "sizes a headline may take", ["56pt", "初号"]
    )
    latin: Face | None = may(FaceOf(), None, "西文字体", "face of Latin and digits", "Serif 400")
    leading: Length | None = may(
        LengthOf(zero=False), None, "行距；不写从网格", "leading; the grid's if left out", "14pt"
    )
    ink: InkUse | None = may(InkOf(), None, "油墨；不写为黑", "ink, black if left out", "accent")
    align: str = may(
        Choice(justify="两端", left="左", center="居中", right="右"), "justify", "对齐", "alignment", "center"
    )
    indent: Length | None = may(LENGTH, None, "段首缩进", "first line's indent", "2字")
    hang: Length | None = may(LENGTH, None, "段首以外各行缩进（悬挂）", "indent of all lines but the first", "4字")
    widow: bool = may(Bool(), False, "段末一行不排在栏头", "keep a last line off a column's head", True)
    drop_cap: int = may(Int(0, 9), 0, "首字下沉几行", "lines the first character reaches down", 3)
    tracking: int = may(Permille(1000, least=-200, em=True), 0, "字距增减（字）", "space added per character, em", 0.05)
    lines: int = may(Int(0, 40), 0, "占行数", "takes so many lines of the grid", 3)
    before: int = may(Int(0, 40), 0, "前空行", "blank lines before", 1)
    after: int = may(Int(0, 40), 0, "后空行", "blank lines after", 1)
    emphasis: Face | None = may(FaceOf(), None, "**…** 用的字体", "face of **…**", "黑 500")
    lead_in: Face | None = may(FaceOf(), None, "段首 **…** 用的字体", "face of a **…** opening a paragraph", "黑 700")
    composition: CompositionKeys | None = may(
        Record(CompositionKeys),
        None,
        "与版式不同的排版规则",
        "rules that differ from the layout's",
        {"level": "strict"},
    )


class HeadKeys(Spec):
    """标题区 / the headline group of a slot"""

    headline: Named = need(STYLE, "主题样式", "style of the headline", "lead-headline")
    columns: tuple[int, int] | None = may(
        RangeOf(), None, "占栏，从版位首栏数起；不写为全宽", "columns counted from the slot's first", "1-5"
    )
    kicker: Named | None = may(STYLE, None, "引题样式", "style of the kicker", "kicker")
    deck: Named | None = may(STYLE, None, "副题样式", "style of the deck", "deck")
    byline: Named | None = may(STYLE, None, "署名样式", "style of the byline", "byline")
    before: int = may(Int(0, 40), 0, "前空行", "blank lines before", 0)
    after: int = may(Int(0, 40), 1, "后空行", "blank lines after", 1)
    lines: int = may(Int(0, 200), 0, "竖题占几行高", "height of a vertical headline group in lines", 28)
    gap: Length | None = may(LENGTH, None, "各行间最小空", "least space between its rows", "4pt")


class PictureKeys(Spec):
    """图片位置 / a place for a picture"""

    columns: tuple[int, int] = need(RangeOf(), "占栏，从版位首栏数起", "columns counted from the slot's first", "1-3")
    line: int = may(Int(1, 500), 1, "从标题区下第几行起", "first line, counted from under the headline group", 1)
    lines: int = need(Int(2, 500), "高（行，含图说）", "height in lines with its caption", 18)
    foot: bool = may(Bool(), False, "从版位底行往上数", "count from the slot's last line upwards", True)
    clear: int = may(Int(0, 9), 1, "上下与正文之间的空行", "blank lines between it and the text", 1)


class BoxKeys(Spec):
    """围框 / a box round a slot"""

    fill: InkUse | None = may(InkOf(), None, "底色", "tint", "accent 8%")
    stroke: Named | StrokeKeys | None = may(STROKE, None, "框线", "rule", "hairline")
    outset: Length | None = may(LENGTH, None, "框比版位大出", "how far it stands outside the slot", "3mm")
    sides: tuple[str, ...] = may(
        ListOf(Choice(top="上", right="右", bottom="下", left="左"), single=True), SIDES, "画哪几边", "sides", ["top"]
    )


class SlotKeys(Spec):
    """版位：一篇稿件的位置 / a place for a story"""

    columns: tuple[int, int] = need(RangeOf(), "占栏", "columns of the grid", "1-5")
    lines: tuple[int, int] = need(RangeOf(), "占行", "lines of the grid", "12-67")
    head: HeadKeys = need(Record(HeadKeys), "标题区", "headline group", "{headline: lead-headline}")
    body: Named | None = may(STYLE, None, "正文样式；不写为 body", "body style", "body")
    subhead: Named | None = may(STYLE, None, "小标题样式；不写为 subhead", "sub-heading style", "subhead")
    caption: Named | None = may(STYLE, None, "图说样式；不写为 caption", "caption style", "caption")
    credit: Named | None = may(STYLE, None, "摄影署名样式；不写为 credit", "credit style", "credit")
    pictures: tuple[PictureKeys, ...] = may(
        ListOf(Record(PictureKeys)), (), "图片位置，依稿件里图片的次序", "places for the story's pictures in order"
    )
    column_rule: Named | StrokeKeys | None = may(STROKE, None, "栏线", "column rule", "hairline")
    box: BoxKeys | None = may(Record(BoxKeys), None, "围框", "box", {"fill": "accent 8%"})
    level: int = may(
        Int(0, 4), 1, "为拉平各栏，每个小标题可多占几行", "lines a sub-heading may grow to level columns", 1
    )
    tiers: int = may(Int(1, 12), 1, "竖排时分几栏（上下排列）", "tiers of vertical text, one below another", 3)
    keep_after_subhead: int = may(Int(0, 9), 2, "小标题下至少留几行", "lines that stay under a sub-heading", 2)


class PictureSlotKeys(Spec):
    """图位：不属于稿件的图片 / a place for a picture outside any story"""

    columns: tuple[int, int] = need(RangeOf(), "占栏", "columns of the grid", "1-3")
    lines: tuple[int, int] = need(RangeOf(), "占行，含图说", "lines of the grid, caption included", "12-30")
    caption: Named | None = may(STYLE, None, "图说样式；不写为 caption", "caption style", "caption")
    credit: Named | None = may(STYLE, None, "摄影署名样式；不写为 credit", "credit style", "credit")


class FurnitureKeys(Spec):
    """固定件：文字、底色、线 / a fixed thing: text, fill, rule"""

    kind: str = need(Choice(text="文字", fill="底色", rule="线"), "种类", "kind", "text")
    name: str = may(
        Text(), "", "名称；继承的版式可按名改它", "a name by which a layout that extends this one changes it"
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
    valign: str = may(Choice(top="上", middle="中", bottom="下"), "middle", "垂直对齐", "vertical alignment", "middle")


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
    sheets: dict[str, SheetSize] = may(MapOf(Record(SheetSize)), {}, "自定的纸张规格", "sizes of sheet by name")
    hao: dict[str, Length] = may(
        MapOf(LengthOf(relative=False, zero=False)), {}, "自定的号制", "号 sizes that differ", {"小初": "30pt"}
    )
    type_area: TypeArea = need(Record(TypeArea), "版心", "type area", "{top: 32mm, lines: 112}")
    grid: GridKeys = need(
        Record(GridKeys), "栏和行", "grid", "{columns: 5, column: 21字, gutter: 1.5字, body: 小五, leading: 12pt}"
    )
    normalise: bool = may(Bool(), True, "稿件半角标点改全角", "make half-width marks of copy full-width", True)
    inks: dict[str, InkUse | InkKeys] = may(
        MapOf(Either[InkUse | InkKeys](InkOf(), Record(InkKeys))),
        {},
        "油墨",
        "inks",
        {"accent": {"m": 100, "y": 95, "k": 10}},
    )
    composition: CompositionKeys | None = may(Record(CompositionKeys), None, "排版规则", "rules of composition")
    strokes: dict[str, StrokeKeys] = may(MapOf(Record(StrokeKeys)), {}, "线", "strokes by name")
    styles: dict[str, StyleKeys] = may(MapOf(Record(StyleKeys)), {}, "样式", "styles by name")
    slots: dict[str, SlotKeys] = may(MapOf(Record(SlotKeys)), {}, "版位", "places for stories by name")
    picture_slots: dict[str, PictureSlotKeys] = may(
        MapOf(Record(PictureSlotKeys)),
        {},
        "图位",
        "places for pictures",
        {"photo": {"columns": "1-3", "lines": "12-30"}},
    )
    ads: dict[str, AdSlotKeys] = may(
        MapOf(Record(AdSlotKeys)), {}, "广告位", "places for ads", {"foot": {"columns": "1-5", "lines": "90-112"}}
    )
    furniture: tuple[FurnitureKeys, ...] = may(ListOf(Record(FurnitureKeys)), (), "固定件", "fixed things on the page")
    keep_furniture: bool = may(
        Bool(), True, "沿用 extends 的版式的固定件", "keep the furniture of the layout this one extends", False
    )


LAYOUT = Record(LayoutKeys)
