"""The keys of inks, rules, styles and composition."""

from __future__ import annotations

from printlayout.base.units import Length
from printlayout.model.style import Face
from printlayout.spec.shapes import Either, ListOf, Record, Spec, may, need
from printlayout.spec.showing_keys import EffectKeys, FitKeys
from printlayout.spec.values import Bool, Choice, FaceOf, InkOf, InkUse, Int, LengthOf, Named, Permille, Ref, Text

POINTS = LengthOf(relative=False, zero=False)
LENGTH = LengthOf()
PLACE = LengthOf(negative=True)
STYLE = Ref("样式", "style")
SPOT = r"\S(?:[^\x00-\x1f\x7f]{0,58}\S)?"


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

    width: Length = need(
        LengthOf(zero=False),
        "线宽；文武线为粗线宽，花边为总高",
        "width; of 文武线 the thick line's, of 花边 its height",
        "0.25pt",
    )
    ink: InkUse | None = may(InkOf(), None, "油墨；不写为黑", "ink, black if left out", "black 60%")
    kind: str = may(
        Choice(
            plain="正线", double="双线", thick_thin="文武线", thin_thick="武文线", dotted="点线", dashed="虚线",
            wavy="波线", ornament="花边",
        ),
        "plain", "线型", "kind of rule", "文武线",
    )  # fmt: skip
    motif: Named | None = may(Ref("花边纹样", "motif"), None, "花边的纹样", "motif of an ornament", "回纹")


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
    fit: FitKeys | None = may(
        Record(FitKeys),
        None,
        "标题除字号外怎样凑合位置",
        "how display text gives way besides by size",
        {"tighten": 0.05},
    )
    effect: EffectKeys | None = may(
        Record(EffectKeys), None, "反白、衬底、空心、阴影、立体", "how display text is drawn", {"kind": "反白"}
    )
    composition: CompositionKeys | None = may(
        Record(CompositionKeys),
        None,
        "与版式不同的排版规则",
        "rules that differ from the layout's",
        {"level": "strict"},
    )
