"""The keys of places for pictures: shape, arrangement of groups, words, edges off the grid."""

from __future__ import annotations

from printlayout.base.units import Length
from printlayout.spec.shapes import ListOf, Record, Spec, may, need
from printlayout.spec.style_keys import LENGTH, STROKE, STYLE, StrokeKeys
from printlayout.spec.values import Bool, Choice, InkOf, InkUse, Int, LengthOf, Named, RangeOf

MOVE = LengthOf(negative=True)


class EdgeKeys(Spec):
    """离开网格的边：正数外移，负数内移 / edges off the grid: outwards if positive, inwards if negative"""

    left: Length | None = may(MOVE, None, "左边外移", "left edge", "2mm")
    top: Length | None = may(MOVE, None, "上边外移", "upper edge", "2mm")
    right: Length | None = may(MOVE, None, "右边外移", "right edge", "2mm")
    bottom: Length | None = may(MOVE, None, "下边外移", "lower edge", "2mm")


class LookKeys(Spec):
    """图片的样子 / the look of pictures"""

    shape: str = may(
        Choice(rect="方", rounded="圆角", circle="圆", ellipse="椭圆", outline="去背 轮廓"),
        "rect", "外形；去背要图片带透明通道", "shape; outline needs a picture with transparency", "circle",
    )  # fmt: skip
    radius: Length | None = may(
        LENGTH, None, "圆角半径；不写为 1 字", "radius of rounded corners; 1 字 if left out", "3mm"
    )
    arrange: str = may(
        Choice(row="横排", column="竖排", grid="网格", mosaic="主次"),
        "row", "组图怎样排", "how a group fills the place; a mosaic has its first picture large", "mosaic",
    )  # fmt: skip
    gap: Length | None = may(
        LENGTH, None, "组图图间空；不写为半字", "gap between pictures; half a 字 if left out", "0.5字"
    )
    words: str = may(
        Choice(below="图下", beside="图旁", over="压图"),
        "below", "图说的位置", "where caption and credit stand", "beside",
    )  # fmt: skip
    beside: Length | None = may(
        LENGTH, None, "图旁图说的宽；不写为 8 字", "width of words beside; 8 字 if left out", "8字"
    )
    band: InkUse | None = may(
        InkOf(), None, "压图图说的底色；不写为黑", "ground of words over a picture; black if left out", "accent"
    )
    captions: str = may(
        Choice(own="各自", common="合并"),
        "own", "组图的图说各自排还是合并成一段", "a caption for each picture of a group, or one for all", "common",
    )  # fmt: skip
    numbers: str | None = may(
        Choice(none="无", circled="圈码", figure="图号"),
        None, "组图编号：①、图1；不写时合并的图说用圈码", "numbers in a group; if left out, with common captions ①",
        "circled",
    )  # fmt: skip
    frame: Named | StrokeKeys | None = may(STROKE, None, "图框线", "rule round each picture", "hairline")
    bleed: tuple[str, ...] = may(
        ListOf(Choice(left="左", top="上", right="右", bottom="下"), single=True),
        (), "出血的边：图片一直排到纸边以外", "sides on which the picture is bled off the page", ["left", "top"],
    )  # fmt: skip
    edges: EdgeKeys | None = may(Record(EdgeKeys), None, "离开网格的边", "edges off the grid", {"left": "2mm"})


class PictureKeys(LookKeys):
    """图片位置 / a place for a picture or a group of them"""

    columns: tuple[int, int] = need(RangeOf(), "占栏，从版位首栏数起", "columns counted from the slot's first", "1-3")
    line: int = may(Int(1, 500), 1, "从标题区下第几行起", "first line, counted from under the headline group", 1)
    lines: int = need(Int(2, 500), "高（行，含图说）", "height in lines with its caption", 18)
    foot: bool = may(Bool(), False, "从版位底行往上数", "count from the slot's last line upwards", True)
    clear: int = may(Int(0, 9), 1, "上下与正文之间的空行", "blank lines between it and the text", 1)
    wrap: Length | None = may(
        LENGTH, None, "文字绕排时与图片的间距；方图不写为半字，其他外形为 1 字",
        "distance of text that goes round it; half a 字 from a rectangle, 1 字 from other shapes if left out", "0.5字",
    )  # fmt: skip


class PictureSlotKeys(LookKeys):
    """图位：不属于稿件的图片 / a place for a picture outside any story"""

    region: str = ""
    """The region whose cells give it its place, if there is one."""
    columns: tuple[int, int] = may(RangeOf(), (0, 0), "占栏；在弹性区里不写", "columns; none in a region", "1-3")
    lines: tuple[int, int] = may(
        RangeOf(), (0, 0), "占行，含图说；在弹性区里不写", "lines, caption included; none in a region", "12-30"
    )
    wrap: Length | None = may(
        LENGTH, None, "图压在版位上，文字隔开这么远绕排；不写则不得压住版位",
        "it lies over slots, whose text goes round it at this distance; if left out, it may not", "0.5字",
    )  # fmt: skip
    clear: int = may(Int(0, 9), 1, "绕排时上下的空行", "blank lines above and below it in that case", 1)
    caption: Named | None = may(STYLE, None, "图说样式；不写为 caption", "caption style", "caption")
    credit: Named | None = may(STYLE, None, "摄影署名样式；不写为 credit", "credit style", "credit")
