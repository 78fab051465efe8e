"""The keys of a story's front matter."""

# The methods of a shape are documented once, on Shape.
# ruff: noqa: D102

from __future__ import annotations

from printlayout.base.diagnostics import Span
from printlayout.base.value import replace
from printlayout.model.story import SOFT_BREAK, Run
from printlayout.spec.document import Node, Scalar
from printlayout.spec.shapes import Either, Json, ListOf, Reading, Record, Shape, Spec, may, need
from printlayout.spec.values import Choice, Int, Permille, Text

LANG = Text(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}", ("语言代码（如 zh-Hans）", "a language tag (such as zh-Hans)"))


class Rows(Shape[tuple[Run, ...]]):
    """Text of the headline group: every line of it a run with its place."""

    want = ("文字", "a text")

    def stand_in(self) -> tuple[Run, ...]:
        return ()

    def read(self, node: Node, at: Reading, key: str) -> tuple[Run, ...] | None:
        text = Text().read(node, at, key)
        if text is None or not isinstance(node, Scalar):
            return None
        rows = []
        for number, line in enumerate(text.split("\n")):
            span = node.span
            if node.block and number:
                span = Span(span.file, span.line + number, span.column, " " * (span.column - 1) + line)
            elif not node.plain and not node.block and not number:
                span = span.shifted(1)  # past the quote
            stripped = line.strip()
            if stripped:
                rows.append(Run(stripped, "text", span.shifted(len(line) - len(line.lstrip()))))
        if rows:
            return tuple(rows)
        self.wrong(node, at, key)
        return None

    def schema(self, book: Json) -> Json:
        return {"type": ["string", "number"]}


class HeadRows(Rows):
    """Lines of the headline group: a ``|`` marks where one may be broken; it is never set."""

    def read(self, node: Node, at: Reading, key: str) -> tuple[Run, ...] | None:
        rows = super().read(node, at, key)
        return rows and tuple(replace(row, text=row.text.replace("|", SOFT_BREAK)) for row in rows)


class Row(Shape[Run]):
    """One line of text with its place."""

    want = ("一行文字", "a line of text")
    rows = Rows()

    def stand_in(self) -> Run:
        return Run("")

    def read(self, node: Node, at: Reading, key: str) -> Run | None:
        rows = self.rows.read(node, at, key)
        if rows is None:
            return None
        if len(rows) > 1:
            self.wrong(node, at, key)
            return None
        return rows[0]

    def schema(self, book: Json) -> Json:
        return {"type": ["string", "number"]}


class HeadRow(Row):
    """One line of the headline group."""

    rows = HeadRows()


class HeadlineKeys(Spec):
    """主题里的一行，比主行小几级 / a line of the headline, some steps smaller than its main lines"""

    text: tuple[Run, ...] = need(HeadRows(), "文字", "the text", "携手奋进建新功")
    step: int = may(Int(0, 6), 0, "比主行小几级（整号）", "steps of size under the main lines", 1)


CORNERS = Choice(top_left="左上", top_right="右上", bottom_left="左下", bottom_right="右下")
FOCUS = ListOf(Permille(1000, percent=True))


class InsetKeys(Spec):
    """图中图 / a picture set into another"""

    file: str = may(Text(), "", "图片", "its file", "map.png")
    corner: str = may(CORNERS, "bottom-right", "在哪一角", "the corner it stands in", "bottom-right")
    width: int = may(Permille(600, least=100, percent=True), 300, "宽，占大图的百分数", "width, of the other's", "30%")
    focus: tuple[int, ...] = may(FOCUS, (), "裁切时保住的点", "point a crop keeps", ["50%", "40%"])


class MemberKeys(Spec):
    """组图里的一张 / a picture of a group"""

    file: str = may(
        Text(), "", "图片：pictures/ 里的文件名，或期内的相对路径", "file in pictures/, or a path", "zw-1.jpg"
    )
    caption: Run | None = may(Row(), None, "图说", "caption", "创新开展文化活动")
    credit: Run | None = may(Row(), None, "摄影署名", "credit", "王芳 摄")
    focus: tuple[int, ...] = may(FOCUS, (), "裁切时保住的点 [横, 纵]", "point a crop keeps [x, y]", ["50%", "40%"])
    crop: int = may(
        Permille(500, percent=True), 0, "长宽比可以改多少", "how far its proportions may move either way", "10%"
    )
    inset: tuple[InsetKeys, ...] = may(
        ListOf(Record(InsetKeys), single=True), (), "图中图", "pictures set into it", {"file": "map.png"}
    )


class PictureKeys(MemberKeys):
    """稿件的一张图片，或一组图片 / a picture of the story, or a group of them"""

    group: tuple[MemberKeys, ...] = may(
        ListOf(Record(MemberKeys)), (), "组图：几张图片，caption 和 credit 由各张共用",
        "a group of pictures, which share caption and credit", [{"file": "a.jpg"}, {"file": "b.jpg"}],
    )  # fmt: skip


class StoryKeys(Spec):
    """稿件的开头 / the front matter of a story"""

    kicker: Run | None = may(HeadRow(), None, "引题（肩题）", "kicker", "学习贯彻党的二十大精神")
    label: Run | None = may(Row(), None, "栏目名", "name of its section or series", "文化周刊")
    headline: tuple[tuple[Run, ...] | HeadlineKeys, ...] = may(
        ListOf(Either[tuple[Run, ...] | HeadlineKeys](HeadRows(), Record(HeadlineKeys)), single=True),
        (),
        "主题，一行或几行；| 标可断之处",
        "headline, a line or several; | marks where one may be broken",
        "凝心聚力促发展　携手奋进建新功",
    )
    deck: tuple[tuple[Run, ...], ...] = may(
        ListOf(HeadRows(), single=True), (), "副题", "deck", "——2022年张湾区统战工作综述"
    )
    byline: Run | None = may(Row(), None, "署名", "byline", "记者 马胜江")
    summary: tuple[tuple[Run, ...], ...] = may(
        ListOf(Rows(), single=True), (), "提要，一段或几段", "summary, a paragraph or several", "核心提示：……"
    )
    lang: str = may(LANG, "", "语言；不写从版式", "language; the layout's if left out", "zh-Hant-TW")
    qa: tuple[str, ...] = may(
        ListOf(Text(), single=True), (), "问答：true（认出“问：”“答：”和常说话的人）或人名",
        "questions and answers: true, or names", True, ["记者", "李国平"],
    )  # fmt: skip
    pictures: tuple[PictureKeys, ...] = may(
        ListOf(Record(PictureKeys)),
        (),
        "图片，依版式的位置次序",
        "pictures in order",
        [{"file": "a.jpg", "caption": "图说"}],
    )


STORY = Record(StoryKeys)
