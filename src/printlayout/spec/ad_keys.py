"""The keys of ads: their places in a layout, and the PDF files that go into them or make a whole page."""

from __future__ import annotations

from fractions import Fraction

from printlayout.base.units import Length
from printlayout.spec.shapes import Spec, may, need
from printlayout.spec.values import Choice, Int, LengthOf, RangeOf, Text

PLACE = LengthOf(negative=True)
ACCEPT = Choice(error="不收", warn="警告")
BOX = Choice(trim="成品", media="纸张", crop="裁切", bleed="出血", art="内容")
HALF_MM = Length(Fraction(1, 2), "mm")


class AdSlotKeys(Spec):
    """广告位 / a place for an ad"""

    columns: tuple[int, int] | None = may(RangeOf(), None, "占栏", "columns of the grid", "1-5")
    lines: tuple[int, int] | None = may(RangeOf(), None, "占行", "lines of the grid", "80-112")
    x: Length | None = may(PLACE, None, "左边，从净纸左边量", "left edge, from the trim's left", "20mm")
    y: Length | None = may(PLACE, None, "上边，从净纸上边量", "upper edge, from the trim's top", "400mm")
    width: Length | None = may(LengthOf(), None, "宽", "width", "350mm")
    height: Length | None = may(LengthOf(), None, "高", "height", "120mm")
    right: Length | None = may(PLACE, None, "右边，从净纸左边量", "right edge, from the trim's left", "370mm")
    bottom: Length | None = may(PLACE, None, "下边，从净纸上边量", "lower edge, from the trim's top", "530mm")
    accept: str = may(ACCEPT, "error", "不合标准的广告", "an ad that breaks the standard or the size", "warn")


class AdKeys(Spec):
    """一件广告：PDF 的一页 / an ad: a page of a PDF"""

    file: str = need(Text(), "PDF 文件，在 ads 文件夹里", "a PDF file in the folder ads", "yiyao.pdf")
    page: int = may(Int(1, 9999), 1, "文件的第几页", "page of the file", 1)
    box: str = may(BOX, "trim", "取哪个框", "which of its boxes counts", "trim")
    fit: str = may(
        Choice(exact="原大", contain="放得下", cover="铺满", stretch="拉伸"),
        "exact", "怎样放", "how it fills its place", "exact",
    )  # fmt: skip
    tolerance: Length = may(
        LengthOf(relative=False), HALF_MM, "原大时容许的尺寸误差", "how far its size may be off", "0.5mm"
    )


class ReadyKeys(AdKeys):
    """整版成品：PDF 的一页就是这个版 / a whole page that comes ready"""

    accept: str = may(ACCEPT, "error", "不合标准时", "if it breaks the standard or the size", "warn")
