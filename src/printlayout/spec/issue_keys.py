"""The keys of ``issue.yaml``."""

from __future__ import annotations

from datetime import date

from printlayout.base.units import Length
from printlayout.model.folio import Folio
from printlayout.model.story import Run
from printlayout.spec.ad_keys import AdKeys, ReadyKeys
from printlayout.spec.block_keys import BlockDataKeys
from printlayout.spec.edition_keys import EditionKeys
from printlayout.spec.folio_values import FolioOf
from printlayout.spec.index_keys import INDEX, IndexKeys
from printlayout.spec.shapes import Either, ListOf, MapOf, Record, Spec, may, need
from printlayout.spec.story_keys import PictureKeys, Rows
from printlayout.spec.values import Choice, DateOf, LengthOf, Named, RangeOf, Ref, Text

CODE = Text(
    r"[A-Za-z0-9][A-Za-z0-9_-]{0,31}",
    ("英文字母、数字、连字符（用作文件名）", "letters, digits and hyphens (it goes into file names)"),
)


PATTERN = Text(
    r"(?=.*\{page3?\})(?:[^{}/\\]|"
    r"\{(?:code|paper|date|year|month|day|page3?|edition|edition-code|number|section)\})+\.pdf",
    (
        "以 .pdf 结尾的文件名，含 {page}（还可用 {code} {paper} {date} {year} {month} {day} {page3} {edition} "
        "{edition-code} {number} {section}）",
        "a file name in .pdf with {page} in it (also {code} {paper} {date} {year} {month} {day} {page3} {edition} "
        "{edition-code} {number} {section})",
    ),
)


class ReleaseKeys(Spec):
    """发版 / how pages leave the house"""

    pattern: str = may(
        PATTERN, "{code}-{date}-{page}.pdf", "发出的文件名", "file name of a page", "{code}-{date}-{page}.pdf"
    )


class SectionKeys(Spec):
    """一叠：折在一起的版 / pages folded together"""

    name: str = may(Text(), "", "叠名", "its name", "A")
    pages: tuple[int, int] = need(RangeOf(), "哪些版", "its pages", "1-8")
    fold: str = may(
        Choice(nested="套帖", stitched="骑马订", loose="单张", spreads="通版"),
        "nested", "折法", "how its sheets are folded", "骑马订",
    )  # fmt: skip
    creep: Length | None = may(
        LengthOf(relative=False), None, "骑马订每张内缩", "stitched: towards the fold, per sheet", "0.1mm"
    )
    binding: str = may(Choice(left="左", right="右"), "left", "装订边", "where it is bound", "左")


STORY_NAME = Ref("稿件", "story")


class PaperKeys(Spec):
    """报纸 / the paper"""

    name: str = need(Text(), "报名", "its name", "十堰日报")
    code: str = need(CODE, "报纸代码，用在文件名里", "its short name in file names", "syrb")


class ContinuedKeys(Spec):
    """转版来的稿件 / a story continued from another slot"""

    story: Named = need(STORY_NAME, "稿件", "the story", "metro")
    headline: tuple[tuple[Run, ...], ...] = may(
        ListOf(Rows(), single=True), (), "续文的标题", "headline over the continued text", "地铁三号线（续）"
    )


class PageKeys(Spec):
    """一个版 / a page"""

    page: Folio = need(FolioOf(), "版次；通版写左右两版", "page number; of a spread both, left and right", 7, "4-5")
    section: str = may(Text(), "", "版名", "name of the section", "专题")
    layout: Named = need(
        Ref("版式", "layout"), "版式名，或期内的相对路径", "a layout by name or path", "special-report"
    )
    people: dict[str, str] = may(MapOf(Text()), {}, "本版人员", "people of this page", {"责编": "李文"})
    vars_: dict[str, str] = may(MapOf(Text()), {}, "本版变量", "variables of this page", {"slogan": "新征程"})
    stories: dict[str, Named] = may(MapOf(STORY_NAME), {}, "版位: 稿件", "slot: story", {"lead": "zhangwan"})
    continued: dict[str, Named | ContinuedKeys] = may(
        MapOf(Either[Named | ContinuedKeys](STORY_NAME, Record(ContinuedKeys))),
        {},
        "版位: 接着排的稿件（上接第N版）",
        "slot: story that goes on here",
        {"jump": "metro"},
    )
    pictures: dict[str, PictureKeys] = may(
        MapOf(Record(PictureKeys)), {}, "图位: 图片", "picture slot: picture", {"photo": {"file": "a.jpg"}}
    )

    blocks: dict[str, BlockDataKeys] = may(
        MapOf(Record(BlockDataKeys)), {}, "版块: 数据", "block: data", {"weather": {"file": "weather.yaml"}}
    )
    ads: dict[str, AdKeys] = may(
        MapOf(Record(AdKeys)), {}, "广告位: 广告", "ad slot: ad", {"foot": {"file": "yiyao.pdf"}}
    )
    pdf: ReadyKeys | None = may(
        Record(ReadyKeys), None, "整版成品 PDF", "the PDF this page comes as", {"file": "12.pdf", "page": 1}
    )
    index: tuple[Named | IndexKeys, ...] = may(
        INDEX, (), "导读：稿件，标题和版次由程序写", "the index: stories; headline and page are written", ["zhangwan"]
    )


class IssueKeys(Spec):
    """一期报纸 / an issue"""

    paper: PaperKeys = need(Record(PaperKeys), "报纸", "the paper", "{name: 十堰日报, code: syrb}")
    date: date = need(DateOf(), "出版日期", "date of issue", "2023-01-13")
    number: str = may(Text(), "", "期号", "number of the issue", "第 12345 期")
    edition: str = may(Text(), "", "版本", "edition", "本埠")
    people: dict[str, str] = may(
        MapOf(Text()),
        {},
        "人员：责编、美编、校对等",
        "people by role: editor, designer, proofreader …",
        {"责编": "李文"},
    )
    vars_: dict[str, str] = may(MapOf(Text()), {}, "各版通用的变量", "variables of every page", {"hotline": "0719-…"})
    press: Named | None = may(
        Ref("印刷条件", "press profile"),
        None,
        "印刷条件名，或期内的相对路径；不写为 newsprint",
        "a press profile by name or path; newsprint if left out",
        "newsprint",
    )
    release: ReleaseKeys | None = may(
        Record(ReleaseKeys), None, "发版", "how pages leave the house", {"pattern": "{code}-{date}-{page}.pdf"}
    )
    sections: tuple[SectionKeys, ...] = may(
        ListOf(Record(SectionKeys)), (), "各叠，拼大版用", "how pages are folded, for imposition", [{"pages": "1-8"}]
    )
    pages: tuple[PageKeys, ...] = need(ListOf(Record(PageKeys)), "各版", "the pages", "[{page: 1, …}]")
    editions: dict[str, EditionKeys] = may(
        MapOf(Record(EditionKeys)),
        {},
        "别的版本：代码（用在文件名里）: 不同之处",
        "further editions: code (it goes into file names): what differs",
        {"wb": {"name": "外埠", "pages": [{"page": 1, "stories": {"lead": "b"}}]}},
    )


ISSUE = Record(IssueKeys)
