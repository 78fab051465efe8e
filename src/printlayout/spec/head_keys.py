"""The keys of headline groups: where they stand, how text goes round them, the styles of their parts."""

from __future__ import annotations

from printlayout.base.units import Length
from printlayout.spec.shapes import Either, Record, Spec, may, need
from printlayout.spec.style_keys import LENGTH, STROKE, STYLE, StrokeKeys
from printlayout.spec.values import Choice, Int, Named, RangeOf, Text


class LabelKeys(Spec):
    """栏目名、题花 / the label of a section or series"""

    style: Named = need(STYLE, "样式", "style", "label")
    text: str = may(Text(), "", "栏目名；稿件的 label 优先", "its text, for stories without a label", "文化周刊")
    at_: str = may(
        Choice(top="上", left="左"), "top", "在标题区上头，或竖立在左边", "above, or standing at the left", "左"
    )
    rule: Named | StrokeKeys | None = may(STROKE, None, "栏目名下的线（at 为上时）", "rule under it", "hairline")


class HeadKeys(Spec):
    """标题区 / the headline group of a slot"""

    headline: Named = need(STYLE, "主题样式", "style of the headline", "lead-headline")
    relation: str = may(
        Choice(over="盖文题", beside="串文题", wrapped="文包题", between="文夹题"),
        "", "题文关系；不写由占栏定", "how headline and text stand to each other; left to the columns", "串文题",
    )  # fmt: skip
    columns: tuple[int, int] | None = may(
        RangeOf(), None, "占栏，从版位首栏数起；不写由题文关系定", "columns counted from the slot's first", "1-5"
    )
    beside: tuple[int, int] | None = may(
        RangeOf(), None, "标题也可以只占这几栏（串文题），为排满而换",
        "columns the group may take instead, text beside it, where that makes the story fit", "1-3",
    )  # fmt: skip
    kicker: Named | None = may(STYLE, None, "引题样式", "style of the kicker", "kicker")
    deck: Named | None = may(STYLE, None, "副题样式", "style of the deck", "deck")
    byline: Named | None = may(STYLE, None, "署名样式", "style of the byline", "byline")
    summary: Named | None = may(STYLE, None, "提要样式", "style of the summary", "summary")
    label: Named | LabelKeys | None = may(
        Either[Named | LabelKeys](STYLE, Record(LabelKeys)), None, "栏目名：样式，或详写", "label of a section", "label"
    )
    kicker_at: str = may(Choice(above="上", left="左"), "above", "引题在主题上边或左边", "above it or left of it", "左")
    deck_at: str = may(Choice(below="下", right="右"), "below", "副题在主题下边或右边", "below it or right of it", "右")
    before: int = may(Int(0, 40), 0, "前空行", "blank lines before", 0)
    after: int = may(Int(0, 40), 1, "后空行", "blank lines after", 1)
    line: int = may(Int(1, 500), 1, "从版位第几行起；大于 1 时题沉入文中", "line of the slot it begins on", 5)
    lines: int = may(Int(0, 200), 0, "竖题占几行高", "height of a vertical headline group in lines", 28)
    gap: Length | None = may(LENGTH, None, "各行间最小空", "least space between its rows", "4pt")
