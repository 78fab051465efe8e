"""The keys of the index box 导读."""

from __future__ import annotations

from printlayout.spec.shapes import Either, ListOf, Record, Spec, may, need
from printlayout.spec.values import Named, Ref, Text

STORY = Ref("稿件", "story")


class IndexKeys(Spec):
    """导读的一条 / an entry of the index"""

    story: Named = need(STORY, "稿件", "the story", "zhangwan")
    text: str = may(
        Text(),
        "",
        "自拟的文字；不写则用稿件的标题",
        "words of its own; the story's headline if left out",
        "统战工作谱新篇",
    )


INDEX = ListOf(Either[Named | IndexKeys](STORY, Record(IndexKeys)))
