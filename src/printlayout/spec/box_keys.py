"""The keys of boxes 围框, of patterns 底纹 and of motifs 花边纹样."""

from __future__ import annotations

from printlayout.base.units import Length
from printlayout.spec.shapes import ListOf, Record, Spec, may, need
from printlayout.spec.style_keys import LENGTH, STROKE, StrokeKeys
from printlayout.spec.values import Choice, InkOf, InkUse, Int, LengthOf, Named, Text

SIDES = ("top", "right", "bottom", "left")
SIZE = LengthOf(zero=False)


class PaddingKeys(Spec):
    """框内空：文字离版位边 / room between a slot's edge and its text"""

    side: Length | None = may(LENGTH, None, "左右各空（整字）", "left and right, whole 字", "1字")
    top: int = may(Int(0, 40), 0, "上空行", "lines above", 1)
    bottom: int = may(Int(0, 40), 0, "下空行", "lines below", 1)


class PatternKeys(Spec):
    """底纹：纯矢量的条纹或圆点 / a pattern: stripes or dots, plain shapes"""

    kind: str = need(Choice(stripes="条纹", dots="圆点"), "纹样", "kind", "stripes")
    ink: InkUse = need(InkOf(), "油墨", "ink", "accent 20%")
    pitch: Length = need(SIZE, "间距", "from one to the next", "4pt")
    width: Length = need(SIZE, "条宽或点的直径", "width of a stripe, diameter of a dot", "1.5pt")


class BoxKeys(Spec):
    """围框 / a box"""

    fill: InkUse | None = may(InkOf(), None, "底色", "tint", "accent 8%")
    pattern: PatternKeys | None = may(
        Record(PatternKeys),
        None,
        "底纹",
        "pattern on the tint",
        {"kind": "stripes", "ink": "accent 15%", "pitch": "4pt", "width": "2pt"},
    )
    stroke: Named | StrokeKeys | None = may(STROKE, None, "框线", "rule", "hairline")
    outset: Length | None = may(LENGTH, None, "框比版位大出", "how far it stands outside the slot", "3mm")
    radius: Length | None = may(LENGTH, None, "圆角半径", "radius of round corners", "2mm")
    padding: PaddingKeys | None = may(
        Record(PaddingKeys), None, "框内空", "room inside, on the grid", {"side": "1字", "top": 1, "bottom": 1}
    )
    sides: tuple[str, ...] = may(
        ListOf(Choice(top="上", right="右", bottom="下", left="左"), single=True), SIDES, "画哪几边", "sides", ["top"]
    )


class MarkKeys(Spec):
    """花边纹样的一笔 / a shape of a motif"""

    d: str = need(Text(), "SVG 路径，带高为 1000", "an SVG path in a band 1000 high", "M0,500 H1000")
    weight: int = may(Int(0, 1000), 0, "线粗（带高的千分之几）；0 为填满", "line weight; 0 fills it", 110)


class MotifKeys(Spec):
    """花边纹样：一条 1000 高的横带，上边在外 / a motif in a band 1000 high, its outer side on top"""

    length: int = need(Int(100, 100_000), "一个纹样的长", "length of one motif", 1000)
    edge: tuple[MarkKeys, ...] = need(ListOf(Record(MarkKeys)), "边上的纹样", "the motif", [{"d": "M0,500 H1000"}])
    corner: tuple[MarkKeys, ...] = may(
        ListOf(Record(MarkKeys)),
        (),
        "左上角的纹样，1000 见方",
        "the upper left corner, a square of 1000",
        [{"d": "M500,1000 V500 H1000"}],
    )
    name: str = may(Text(), "", "中文名，也可用它引用", "its name in Chinese, by which it may be called too", "回纹")
