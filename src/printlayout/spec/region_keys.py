"""The keys of regions, whose slots find their own heights (弹性版面)."""

# The methods of a shape are documented once, on Shape.

from __future__ import annotations

from printlayout.spec.shapes import ListOf, Record, Shape, Spec, may, need
from printlayout.spec.style_keys import STROKE, StrokeKeys
from printlayout.spec.values import Choice, Int, Named, RangeOf, Text


class _Cells(ListOf["CellKeys"]):
    """The parts of a stack or a row; a part may be one itself."""

    def __init__(self) -> None:
        self.single = False
        self.want = ("列表（各部分）", "a list of parts")

    @property
    def of(self) -> Shape[CellKeys]:  # type: ignore[override]
        """What each item is; known only when the class is whole."""
        return Record(CellKeys)


class CellKeys(Spec):
    """区域的一部分：一个版位，或上下、左右排的几部分 / a part of a region: a slot, or several parts"""

    slot: str = may(Text(), "", "版位或图位", "a slot or picture slot", "second")
    stack: tuple[CellKeys, ...] = may(_Cells(), (), "上下排的各部分", "parts one below another", [{"slot": "a"}])
    row: tuple[CellKeys, ...] = may(_Cells(), (), "左右排的各部分", "parts side by side", [{"slot": "a"}])
    columns: tuple[int, int] | None = may(
        RangeOf(), None, "占栏（在 row 里要写）", "columns of the grid, needed within a row", "1-5"
    )
    weight: int = may(Int(1, 9), 1, "有余行时分得多少", "how readily it takes room that is left", 2)
    min: int = may(Int(0, 500), 0, "最少几行", "least height in lines", 20)
    max: int = may(Int(0, 500), 0, "最多几行", "greatest height in lines", 60)
    fit: str = may(
        Choice(share="分配", content="随文"), "share", "高度：与别的部分分配，或正好容下稿件",
        "its height: shared with the others, or just what the story needs", "随文",
    )  # fmt: skip


class RegionKeys(Spec):
    """弹性区：各版位自己定高 / a region whose slots find their own heights"""

    columns: tuple[int, int] | None = may(RangeOf(), None, "占栏；不写为全部", "columns; all if left out", "1-8")
    lines: tuple[int, int] = need(RangeOf(), "占行", "lines of the grid", "12-116")
    gap: int = may(Int(0, 9), 2, "上下两篇之间的空行", "blank lines between one and the next below", 2)
    rule: Named | StrokeKeys | None = may(STROKE, None, "两篇之间的线", "a rule in the middle of every gap", "hairline")
    stack: tuple[CellKeys, ...] = may(_Cells(), (), "上下排的各部分", "parts one below another", [{"slot": "lead"}])
    row: tuple[CellKeys, ...] = may(_Cells(), (), "左右排的各部分", "parts side by side", [{"slot": "lead"}])
