"""The keys of lists, questions and answers, and pull quotes in a layout."""

from __future__ import annotations

from printlayout.base.units import Length
from printlayout.model.style import Face
from printlayout.spec.shapes import Spec, may, need
from printlayout.spec.style_keys import LENGTH, STROKE, STYLE, StrokeKeys
from printlayout.spec.values import Bool, Choice, FaceOf, InkOf, InkUse, Int, LengthOf, Named, RangeOf, Text


class QuotePlaceKeys(Spec):
    """引语的位置 / a place for a pull quote"""

    columns: tuple[int, int] = need(RangeOf(), "占栏，从版位首栏数起", "columns counted from the slot's first", "2")
    line: int = may(Int(1, 500), 1, "从标题区下第几行起", "first line, counted from under the headline group", 8)
    lines: int = need(Int(2, 200), "高（行）", "height in lines", 9)
    foot: bool = may(Bool(), False, "从版位底行往上数", "count from the slot's last line upwards", True)
    clear: int = may(Int(0, 9), 1, "上下与正文之间的空行", "blank lines between it and the text", 0)


MARK = Text(r"\S{1,2}", ("一两个字符", "a character or two"))


class ListKeys(Spec):
    """列表的样子 / what lists look like"""

    bullet: str = may(MARK, "■", "项目号", "the mark of items", "●")
    numbers: str = may(
        Choice(arabic="1.", chinese="一、", circled="①", brackets="（1） (1)", chinese_brackets="（一） (一)"),
        "arabic", "数字编号的写法", "how numbers are written", "①",
    )  # fmt: skip
    face: Face | None = may(FaceOf(), None, "项目号和编号的字体", "face of marks and numbers", "黑 700")
    ink: InkUse | None = may(InkOf(), None, "它们的油墨", "their ink", "accent")
    indent: Length | None = may(LENGTH, None, "左缩进", "indent", "1字")
    room: int = may(Int(0, 9), 0, "号占几字；0 为够用的整字", "whole 字 for the mark; 0: what it needs", 2)


class QaKeys(Spec):
    """问答的样子 / what questions and answers look like"""

    label: Face | None = may(FaceOf(), None, "问者名的字体", "face of who asks", "黑 700")
    ink: InkUse | None = may(InkOf(), None, "问者名的油墨", "ink of who asks", "accent")
    answer_label: Face | None = may(FaceOf(), None, "答者名的字体；不写同问者", "face of who answers", "黑 500")
    answer_ink: InkUse | None = may(InkOf(), None, "答者名的油墨", "ink of who answers", "black")
    question: Named | None = may(STYLE, None, "问话的样式；不写同正文", "style of questions", "question")
    answer: Named | None = may(STYLE, None, "答话的样式；不写同正文", "style of answers", "body")
    hang: bool = may(Bool(), True, "人名凸排，文字齐头", "names stand out", True)
    least: int = may(Int(1, 40), 10, "凸排后每行至少几字，不够则接排", "least 字 beside hanging names", 10)
    before: int = may(Int(0, 4), 0, "每问之前空几行", "blank lines before a question", 1)


class QuoteKeys(Spec):
    """引语的样子 / what pull quotes look like"""

    style: Named | None = may(STYLE, None, "引语的样式；不写从小标题", "style of the words", "quote")
    name: Named | None = may(STYLE, None, "姓名的样式；不写从图说", "style of the name", "quote-name")
    mark: Length | None = may(LengthOf(zero=False), None, "大引号的字号", "size of the big mark", "36pt")
    mark_face: Face | None = may(FaceOf(), None, "大引号的字体", "face of the big mark", "宋 900")
    mark_ink: InkUse | None = may(InkOf(), None, "大引号的油墨", "ink of the big mark", "accent")
    top: Named | StrokeKeys | None = may(STROKE, None, "上线", "rule above", "hairline")
    foot: Named | StrokeKeys | None = may(STROKE, None, "下线", "rule below", "hairline")
    fill: InkUse | None = may(InkOf(), None, "底色", "tint", "accent 8%")
