"""The keys of display text: what it may give way to fit, how it is drawn."""

from __future__ import annotations

from printlayout.base.units import Length
from printlayout.spec.shapes import Spec, may
from printlayout.spec.values import Choice, InkOf, InkUse, Int, LengthOf, Permille


class FitKeys(Spec):
    """标题怎样凑合位置：字号以外的余地 / how display text is made to fit, besides by its size"""

    tighten: int = may(Permille(100, em=True), 0, "字距最多收（字）", "most taken in between characters, em", 0.05)
    spread: int = may(Permille(500, em=True), 0, "字距最多拉（字），把行排满", "most spread to fill the line, em", 0.25)
    condense: int = may(Permille(1000, least=700), 1000, "长字：字宽最少压到几成", "least length of the glyphs", "85%")
    widen: int = may(Permille(1300, least=1000), 1000, "扁字：字宽最多拉到几成", "most length of the glyphs", "110%")
    rows: int = may(Int(1, 6), 3, "一行排不下时最多断成几行", "most rows a line may be broken into", 2)
    below: int = may(
        Int(0, 8), 0, "比主题实际用的字号小几级（整号）", "steps of the full 号 under the headline's size", 2
    )


class EffectKeys(Spec):
    """装饰：反白、衬底、空心、阴影、立体 / how display text is drawn"""

    kind: str = may(
        Choice(plain="无", reversed="反白", tinted="衬底", outlined="空心", shadowed="阴影", raised="立体"),
        "plain", "做法", "kind", "反白",
    )  # fmt: skip
    ink: InkUse | None = may(InkOf(), None, "底色，或阴影的颜色", "of the ground, or of the shadow", "accent")
    width: Length | None = may(LengthOf(relative=False, zero=False), None, "空心的线宽", "the outline's width", "0.6pt")
    offset: int = may(Permille(300, em=True), 50, "阴影向右下错开（字）", "how far the shadow falls, em", 0.05)
    pad: int = may(Permille(1000, em=True), 180, "底比字大出（字）", "what the ground stands out, em", 0.2)
    reach: str = may(
        Choice(line="行", group="组", place="全宽"), "line", "底的范围", "how far the ground reaches", "组"
    )
