"""The keys of headline groups: where they stand, how text goes round them, the styles of their parts."""

from __future__ import annotations

from printlayout.base.units import Length
from printlayout.spec.shapes import Spec, may, need
from printlayout.spec.style_keys import LENGTH, STYLE
from printlayout.spec.values import Choice, Int, Named, RangeOf


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
    kicker: Named | None = may(STYLE, None, "引题样式", "style of the kicker", "kicker")
    deck: Named | None = may(STYLE, None, "副题样式", "style of the deck", "deck")
    byline: Named | None = may(STYLE, None, "署名样式", "style of the byline", "byline")
    before: int = may(Int(0, 40), 0, "前空行", "blank lines before", 0)
    after: int = may(Int(0, 40), 1, "后空行", "blank lines after", 1)
    line: int = may(Int(1, 500), 1, "从版位第几行起；大于 1 时题沉入文中", "line of the slot it begins on", 5)
    lines: int = may(Int(0, 200), 0, "竖题占几行高", "height of a vertical headline group in lines", 28)
    gap: Length | None = may(LENGTH, None, "各行间最小空", "least space between its rows", "4pt")
