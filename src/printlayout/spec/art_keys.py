"""The keys of vector art and of codes, which are kinds of furniture."""

from __future__ import annotations

from printlayout.base.units import Length
from printlayout.spec.shapes import MapOf, Spec, may
from printlayout.spec.values import Choice, InkOf, InkUse, Int, LengthOf, Text


class ArtKeys(Spec):
    """图形和码 / art and codes"""

    file: str = may(
        Text(), "", "图形文件：SVG 或 PDF，在 art 文件夹里，可含 {变量}", "a file in the folder art", "logo.svg"
    )
    art_page: int = may(Int(1, 9999), 1, "PDF 的第几页", "page of a PDF", 1)
    colours: dict[str, InkUse] = may(
        MapOf(InkOf()), {}, "文件里的颜色: 油墨；不写按印刷条件的 ICC", "colour of the file: ink", {"#e60012": "accent"}
    )
    align: str = may(
        Choice(left="左", center="居中", right="右"),
        "center",
        "图形、码的水平对齐",
        "where art and codes stand",
        "left",
    )
    correction: str = may(Choice(L="", M="", Q="", H=""), "M", "二维码纠错级别", "error correction of a QR code", "Q")
    addon: str = may(
        Text(), "", "条码附加码：2 或 5 位，可含 {变量}", "add-on of a bar code, 2 or 5 digits", "{issue-code}"
    )
    reduction: Length | None = may(
        LengthOf(relative=False), None, "条宽缩减，抵油墨扩大", "what bars lose for ink spread", "0.03mm"
    )
