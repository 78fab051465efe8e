"""The keys of slots: headline group, picture places, box."""

from __future__ import annotations

from printlayout.base.units import Length
from printlayout.spec.box_keys import BoxKeys
from printlayout.spec.head_keys import HeadKeys
from printlayout.spec.insert_keys import QuotePlaceKeys
from printlayout.spec.picture_keys import PictureKeys
from printlayout.spec.shapes import ListOf, Record, Spec, may, need
from printlayout.spec.style_keys import LENGTH, STROKE, STYLE, StrokeKeys
from printlayout.spec.values import Choice, Int, Named, Permille, RangeOf


class TextColumnsKeys(Spec):
    """正文栏：与基本栏不同的分栏（破栏） / text columns that are not the grid's"""

    count: int = need(Int(1, 24), "分几栏", "how many", 2)
    mode: str = may(
        Choice(absolute="绝对", relative="相对", free="自由"),
        "absolute", "除不尽时：栏等宽而栏间变、栏间不变而末栏加字、栏等宽而不必整字",
        "what does not divide goes between the columns, to the last ones, or widens all", "相对",
    )  # fmt: skip
    gap: Length | None = may(
        LENGTH, None, "栏间；不写从网格", "least space between them, the grid's if left out", "1字"
    )


class TextFrameKeys(Spec):
    """续文框：版位排满后正文接着排的地方 / a further frame, where the story goes on when its slot is full"""

    region: str = ""
    columns: tuple[int, int] = need(RangeOf(), "占栏", "columns of the grid", "4-5")
    lines: tuple[int, int] = need(RangeOf(), "占行", "lines of the grid", "40-66")
    text: TextColumnsKeys | None = may(Record(TextColumnsKeys), None, "分栏", "text columns", {"count": 3})


class SlotFitKeys(Spec):
    """拼版时可以自动做的调整 / what may be changed to make the story fit"""

    squeeze: int = may(Int(0, 99), 0, "最多压紧几段（每段省一行）", "paragraphs set a line shorter, at most", 3)
    pictures: int = may(
        Permille(500, percent=True), 0, "图片高度最多增减多少", "how much a picture's height may change", "10%"
    )
    headline: int = may(Int(0, 9), 0, "主题最多降几级字号", "size steps the headline may go down", 1)
    subheads: int = may(Int(0, 4), 0, "每个小标题最多少占几行", "lines taken from each sub-heading", 1)
    blank: int = may(Int(0, 4), 0, "标题下最多多空或少空几行", "blank lines more or fewer under the headline", 1)
    body: Length | None = may(LENGTH, None, "正文最多小多少", "how much smaller the text may be", "0.2pt")


class SlotKeys(Spec):
    """版位：一篇稿件的位置 / a place for a story"""

    region: str = ""
    """The region whose cells give it its place, if there is one."""
    columns: tuple[int, int] = may(RangeOf(), (0, 0), "占栏；在弹性区里不写", "columns; none in a region", "1-5")
    lines: tuple[int, int] = may(RangeOf(), (0, 0), "占行；在弹性区里不写", "lines; none in a region", "12-67")
    head: HeadKeys = need(Record(HeadKeys), "标题区", "headline group", "{headline: lead-headline}")
    body: Named | None = may(STYLE, None, "正文样式；不写为 body", "body style", "body")
    subhead: Named | None = may(STYLE, None, "小标题样式；不写为 subhead", "sub-heading style", "subhead")
    caption: Named | None = may(STYLE, None, "图说样式；不写为 caption", "caption style", "caption")
    credit: Named | None = may(STYLE, None, "摄影署名样式；不写为 credit", "credit style", "credit")
    pictures: tuple[PictureKeys, ...] = may(
        ListOf(Record(PictureKeys)),
        (),
        "图片位置，依稿件里图片的次序",
        "places for the story's pictures in order",
        [{"columns": "1-3", "line": 1, "lines": 22}],
    )
    quotes: tuple[QuotePlaceKeys, ...] = may(
        ListOf(Record(QuotePlaceKeys)),
        (),
        "引语的位置，依次放",
        "places for pull quotes in order",
        [{"columns": 2, "line": 8, "lines": 5}],
    )
    column_rule: Named | StrokeKeys | None = may(STROKE, None, "栏线", "column rule", "hairline")
    box: BoxKeys | None = may(Record(BoxKeys), None, "围框", "box", {"fill": "accent 8%"})
    text: TextColumnsKeys | None = may(
        Record(TextColumnsKeys), None, "正文另分几栏（破栏）", "text columns other than the grid's", {"count": 2}
    )
    frames: tuple[TextFrameKeys, ...] = may(
        ListOf(Record(TextFrameKeys)), (), "续文框", "where the story goes on", [{"columns": "4-5", "lines": "40-66"}]
    )
    wrap: Length | None = may(
        LENGTH, None, "版位（如框里的稿件）压在别的版位上，别的文字隔开这么远绕排；不写则不得重叠",
        "it lies over other slots, whose text goes round it at this distance; if left out, it may not", "1字",
    )  # fmt: skip
    least: int = may(Int(2, 48), 6, "图旁的行最少几字", "least 字 of a line beside a shape", 6)
    reading: str = may(
        Choice(columns="逐栏", bands="逐段"),
        "columns", "遇图怎样读：各栏从上到下，或图上各栏先读完再读图下",
        "column by column, or all above a picture before what is below it", "逐段",
    )  # fmt: skip
    fit: SlotFitKeys | None = may(
        Record(SlotFitKeys), None, "可以自动做的调整", "what may be changed to make it fit", {"pictures": "10%"}
    )
    jump: Named | None = may(STYLE, None, "下转、上接的样式；不写为 jump 或 credit", "style of the jump lines", "jump")
    level: int = may(
        Int(0, 4), 1, "为拉平各栏，每个小标题可多占几行", "lines a sub-heading may grow to level columns", 1
    )
    tiers: int = may(Int(1, 12), 1, "竖排时分几栏（上下排列）", "tiers of vertical text, one below another", 3)
    keep_after_subhead: int = may(Int(0, 9), 2, "小标题下至少留几行", "lines that stay under a sub-heading", 2)
