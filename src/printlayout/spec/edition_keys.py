"""The keys of editions 版本: what one of them has in place of what the issue has."""

# The methods of a shape are documented once, on Shape.
# ruff: noqa: D102

from __future__ import annotations

from typing import TypeVar

from printlayout.model.folio import Folio
from printlayout.spec.ad_keys import AdKeys, ReadyKeys
from printlayout.spec.block_keys import BlockDataKeys
from printlayout.spec.document import Node, Scalar
from printlayout.spec.folio_values import FolioOf
from printlayout.spec.shapes import Either, Json, ListOf, MapOf, Reading, Record, Shape, Spec, may, need
from printlayout.spec.story_keys import PictureKeys
from printlayout.spec.values import Named, Ref, Text

T = TypeVar("T")


class OrGone(Shape[T]):
    """What ``of`` is, or nothing, which takes the issue's own away."""

    def __init__(self, of: Shape[T]) -> None:
        self.of = of
        self.want = of.want

    def stand_in(self) -> T:
        return self.of.stand_in()

    def read(self, node: Node, at: Reading, key: str) -> T | None:
        return None if isinstance(node, Scalar) and node.null else self.of.read(node, at, key)

    def schema(self, book: Json) -> Json:
        return {"anyOf": [self.of.schema(book), {"type": "null"}]}


TEXTS = MapOf(OrGone(Text()))
STORIES = MapOf(OrGone(Ref("稿件", "story")))


class OtherAdKeys(AdKeys):
    """另换的广告 / another ad"""

    file: str = may(Text(), "", "PDF 文件", "a PDF file", "yiyao.pdf")


class OtherPictureKeys(PictureKeys):
    """另换的图片 / another picture"""

    file: str = may(Text(), "", "图片文件", "a picture file", "a.jpg")


class OtherReadyKeys(ReadyKeys):
    """另换的整版成品 / another ready page"""

    file: str = may(Text(), "", "PDF 文件", "a PDF file", "12.pdf")


class OtherPageKeys(Spec):
    """一个版本里不同的一版 / a page that differs in an edition"""

    page: Folio = need(FolioOf(), "哪一版", "which page", 1)
    layout: Named | None = may(
        Ref("版式", "layout"),
        None,
        "写了就是另一版，什么也不沿用；不写则只换写出的几项",
        "with it this is a page of its own that shares nothing; without it only what is named is replaced",
        "front-b",
    )
    section: str = may(Text(), "", "版名", "name of the section", "外埠新闻")
    people: dict[str, str] = may(TEXTS, {}, "本版人员", "people of this page", {"责编": "李文"})
    vars_: dict[str, str] = may(TEXTS, {}, "本版变量", "variables of this page", {"slogan": "新征程"})
    stories: dict[str, Named] = may(STORIES, {}, "版位: 稿件；空值去掉", "slot: story; empty: none", {"lead": "b"})
    continued: dict[str, object] = may(
        MapOf(OrGone(Either[object](Ref("稿件", "story"), TEXTS))),
        {},
        "版位: 接着排的稿件",
        "slot: story that goes on here",
        {"jump": "metro"},
    )
    pictures: dict[str, OtherPictureKeys] = may(
        MapOf(OrGone(Record(OtherPictureKeys))), {}, "图位: 图片", "picture slot: picture", {"photo": {"file": "b.jpg"}}
    )
    blocks: dict[str, BlockDataKeys] = may(
        MapOf(OrGone(Record(BlockDataKeys))), {}, "版块: 数据", "block: data", {"weather": {"file": "weather-b.yaml"}}
    )
    ads: dict[str, OtherAdKeys] = may(
        MapOf(OrGone(Record(OtherAdKeys))), {}, "广告位: 广告", "ad slot: ad", {"foot": {"file": "b.pdf"}}
    )
    pdf: OtherReadyKeys | None = may(
        Record(OtherReadyKeys), None, "整版成品 PDF", "the PDF this page comes as", {"file": "12.pdf"}
    )
    index: object = may(ListOf(Either[object](Ref("稿件", "story"), TEXTS)), (), "导读", "its index", ["zhangwan"])


class EditionKeys(Spec):
    """一个版本：只写与本期不同的 / an edition: only what differs from the issue"""

    name: str = need(Text(), "版本名", "its name", "外埠")
    number: str = may(Text(), "", "期号", "number of the issue", "第 12345 期")
    people: dict[str, str] = may(TEXTS, {}, "人员", "people by role", {"责编": "李文"})
    vars_: dict[str, str] = may(TEXTS, {}, "各版通用的变量", "variables of every page", {"price": "2.00 元"})
    pages: tuple[OtherPageKeys, ...] = may(
        ListOf(Record(OtherPageKeys)),
        (),
        "不同的各版",
        "the pages that differ",
        [{"page": 1, "stories": {"lead": "b"}}],
    )
