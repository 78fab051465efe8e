"""Every rule of a page: a good display list changed in one point is told of, at its place, and only that is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path as File

import pytest

from printlayout.base.diagnostics import Collector, Span
from printlayout.base.geometry import Rect
from printlayout.model.display import DisplayList, Fill, Glyphs, Group, Image, Item, Line, Path
from printlayout.model.ink import BLACK, REGISTRATION, WHITE, Ink
from printlayout.model.issue import Issue, Page
from printlayout.model.layout import Grid, Head, Layout, PicturePlace, Slot
from printlayout.model.press import NEWSPRINT, PressProfile
from printlayout.model.story import Block, Picture, Placement, Run, Story
from printlayout.model.style import Face, Style
from printlayout.preflight.page import check_page
from printlayout.preflight.page_content import check_issue
from printlayout.preflight.registry import CHECKS

BODY = Style("body", Face("宋"), 9_000)
GRID = Grid(30_000, 30_000, 2, 90_000, 9_000, 20, 12_000, 9_000)
SLOT = Slot(
    "lead", (1, 2), (1, 20), Head((1, 2), None, BODY, None, None), BODY, BODY, BODY, BODY,
    (PicturePlace((1, 1), 1, 5),),
)  # fmt: skip
LAYOUT = Layout("l", 300_000, 400_000, 0, GRID, BODY, (SLOT,), ())
STORY = Story(
    "one", headline=(Run("标题"),), blocks=(Block("para", (Run("正文"),)),), pictures=(Picture("a.jpg", Run("图说")),)
)
SOURCES = tuple(Span("story.md", line, 1) for line in range(1, 30))
RED = Ink("red", 0, 1000, 950, 0)
GREY = Ink("grey", 0, 0, 0, 600)
DARK = Ink("dark", 700, 700, 500, 300)
DEEP = Ink("deep", 800, 800, 700, 0)
RICH = Ink("rich", 400, 300, 300, 1000)
HEAVY = Ink("heavy", 900, 900, 700, 0)


def text(chars: str, x: int, y: int, src: int = 0, size: int = 9_000, ink: Ink = BLACK, face: str = "宋-400") -> Glyphs:
    xs = tuple(range(0, size * len(chars), size))
    return Glyphs(face, size, x, y, tuple(range(1, len(chars) + 1)), xs, tuple(chars), ink, src)


FOLIO = (
    text("第07版", 30_000, 25_000, 1),
    text("2023年1月13日", 80_000, 25_000, 2),
    text("星期五", 180_000, 25_000, 3),
)
GROUND = Fill(Rect(30_000, 300_000, 100_000, 30_000), Ink("tint", 200, 0, 0, 0), 4)
PICTURE = Image("a.jpg", Rect(150_000, 300_000, 60_000, 40_000), (0, 0, 100_000, 100_000), 5)
BODY_TEXT = (text("这里是正文", 30_000, 60_000, 6), text("第二行文字", 30_000, 72_000, 7))


def display(furniture: Sequence[Item] = FOLIO, more: Sequence[Item] = (), back: Sequence[Item] = ()) -> DisplayList:
    """The good page, with more painted over its text or under it."""
    groups = (
        Group("furniture", "page", tuple(furniture)),
        Group("furniture", "lead", (GROUND, PICTURE, *back)),
        Group("story", "lead", (*BODY_TEXT, *more)),
        Group("mark", "page", (Line(-9_000, 0, -3_000, 0, 100, REGISTRATION, 0), text("角线", -30_000, 0))),
    )
    return DisplayList("s", "t", 7, 300_000, 400_000, 0, groups, (), SOURCES)


def told(page: DisplayList, story: Story = STORY, press: PressProfile = NEWSPRINT) -> list[tuple[str, int]]:
    """Codes and lines of their places."""
    placed = Page(7, "专题", LAYOUT, (Placement("lead", story, Span("issue.yaml", 9, 1)),))
    issue = Issue("报", "b", date(2023, 1, 13), "1", "", (placed,), "")
    collector = Collector()
    check_page(issue, placed, page, press, collector)
    return [(finding.code.removeprefix("preflight."), finding.span.line) for finding in collector.findings]


def test_the_good_page_is_good() -> None:
    assert told(display()) == []


def more(*items: Item) -> Callable[[], DisplayList]:
    return lambda: display(more=items)


def folio(place: int, chars: str) -> Callable[[], DisplayList]:
    changed = list(FOLIO)
    changed[place] = text(chars, FOLIO[place].x, 25_000, place + 1)
    return lambda: display(changed)


def on(ink: Ink, *items: Item) -> Callable[[], DisplayList]:
    """Items over a ground of an ink."""
    return lambda: display(more=items, back=[Fill(Rect(30_000, 200_000, 100_000, 60_000), ink, 8)])


def area(ink: Ink, mm2: float, src: int = 9) -> Fill:
    side = round(mm2**0.5 * 72_000 / 25.4)
    return Fill(Rect(40_000, 210_000, side, side), ink, src)


RULES: list[tuple[str, int, str, Callable[[], DisplayList]]] = [
    ("missing-glyph", 10, "gid 0", more(replace(text("某字", 30_000, 90_000, 9), gids=(3, 0)))),
    ("wrong-date", 3, "another day", folio(1, "2023年1月14日")),
    ("wrong-date", 3, "in Han", folio(1, "二〇二三年一月十四日")),
    ("wrong-weekday", 4, "Saturday", folio(2, "星期六")),
    ("wrong-folio", 2, "page 8", folio(0, "第08版")),
    ("wrong-folio", 2, "a number alone", folio(0, "08")),
    ("outside-trim", 10, "cut at the right", more(text("出版界外", 290_000, 90_000, 9))),
    ("near-trim", 10, "2.9 mm", more(text("近", 8_220, 90_000, 9))),
    ("text-collides", 10, "half a line apart", more(text("撞", 30_000, 75_000, 9))),
    ("text-covered", 7, "a box later", more(Fill(Rect(30_000, 50_000, 20_000, 11_000), GREY, 9))),
    ("text-on-picture", 10, "on it", more(text("图上", 160_000, 320_000, 9, 10_000))),
    ("coverage", 10, "250 % on 16 mm²", more(area(HEAVY, 16))),
    ("coverage", 10, "type of 250 %", more(text("大标题", 40_000, 200_000, 9, 30_000, HEAVY))),
    ("coverage", 10, "a rule of 250 %", more(Line(40_000, 200_000, 140_000, 200_000, 2_000, HEAVY, 9))),
    ("coverage", 10, "a shape of 250 %", more(
        Path("mllh", (40_000, 200_000, 80_000, 200_000, 60_000, 240_000), 9, HEAVY))),
    ("coverage", 10, "a black rule overprinting 230 %", on(
        DEEP, Line(40_000, 220_000, 120_000, 220_000, 2_000, BLACK, 9))),
    ("line-thin", 10, "0.2 pt", more(Line(30_000, 100_000, 90_000, 100_000, 200, BLACK, 9))),
    ("line-thin", 10, "an area as a rule", more(Fill(Rect(30_000, 100_000, 60_000, 200), BLACK, 9))),
    ("line-thin", 10, "an outline", more(Path("mll", (1, 1, 2, 2, 3, 3), 9, None, BLACK, 200))),
    ("line-weak", 10, "a tint", more(Line(30_000, 100_000, 90_000, 100_000, 300, GREY, 9))),
    ("line-weak", 10, "two inks", more(Line(30_000, 100_000, 90_000, 100_000, 300, RED, 9))),
    ("line-weak", 10, "reversed", on(DARK, Line(40_000, 220_000, 90_000, 220_000, 300, WHITE, 9))),
    ("text-on-tint", 10, "black on 40 %", on(BLACK.tint(400), text("黑", 40_000, 220_000, 9, 10_000))),
    ("type-small", 10, "4.9 pt", more(text("小", 30_000, 90_000, 9, 4_900))),
    ("type-weak", 10, "two inks", more(text("彩", 30_000, 90_000, 9, 8_900, RED))),
    ("type-weak", 10, "reversed", on(DARK, text("白", 40_000, 220_000, 9, 8_000, WHITE))),
    ("type-weak", 10, "reversed bold", on(DARK, text("白", 40_000, 220_000, 9, 7_000, WHITE, "黑-700"))),
    ("type-weak", 10, "a tint", more(text("灰", 30_000, 90_000, 9, 8_000, GREY))),
    ("rich-black", 10, "under 24 pt", more(text("黑", 30_000, 100_000, 9, 23_000, RICH))),
    ("invisible-text", 10, "white on paper", more(text("白", 30_000, 90_000, 9, 12_000, WHITE))),
    ("registration-ink", 10, "on a page", more(Line(30_000, 100_000, 90_000, 100_000, 600, REGISTRATION, 9))),
]  # fmt: skip


@pytest.mark.parametrize(("code", "line", "page"), [pytest.param(c, n, p, id=f"{c}: {w}") for c, n, w, p in RULES])
def test_rule(code: str, line: int, page: Callable[[], DisplayList]) -> None:
    assert told(page()) == [(code, line)]


def test_black_type_that_overprints_230_percent() -> None:
    """Too much ink, and hardly to be read."""
    page = on(DEEP, text("大标题", 40_000, 240_000, 9, 30_000))()
    assert told(page) == [("coverage", 10), ("text-on-tint", 10)]


HARMLESS: list[tuple[str, Callable[[], DisplayList]]] = [
    ("250 % on 14 mm²", more(area(HEAVY, 14))),
    ("250 % hidden by white", more(area(HEAVY, 100), Fill(Rect(30_000, 200_000, 60_000, 60_000), WHITE, 9))),
    ("white knocks 230 % out before black", on(
        DEEP, Fill(Rect(35_000, 205_000, 90_000, 50_000), WHITE, 9), text("大标题", 40_000, 245_000, 9, 25_000))),
    ("black on a light tint", on(Ink("t", 300, 100, 0, 0), text("大标题", 40_000, 240_000, 9, 30_000))),
    ("a rule of 0.25 pt in black", more(Line(30_000, 100_000, 90_000, 100_000, 250, BLACK, 9))),
    ("small black type on a ground overprints", on(Ink("t", 300, 250, 0, 0), text("黑", 40_000, 220_000, 9, 6_000))),
    ("reversed bold of 8 pt", on(DARK, text("白", 40_000, 220_000, 9, 8_000, WHITE, "黑-700"))),
    ("rich black of 24 pt", more(text("黑", 30_000, 100_000, 9, 24_000, RICH))),
    ("text 3 mm from the trim", more(text("远", 8_600, 90_000, 9))),
    ("neighbours with half-width marks", more(text("左（", 30_000, 90_000, 9), text("右", 43_500, 90_000, 10))),
    ("another day beside the issue's", lambda: display((*FOLIO, text("1949年10月1日创刊", 30_000, 40_000, 9)))),
    ("a number beside the folio", lambda: display((*FOLIO, text("24", 30_000, 40_000, 9)))),
    ("how many pages there are today", lambda: display((*FOLIO, text("今日8版", 30_000, 40_000, 9)))),
    ("text on a box on a picture", lambda: display(
        more=[text("框", 160_000, 320_000, 9)], back=[Fill(Rect(155_000, 305_000, 40_000, 30_000), WHITE, 8)])),
]  # fmt: skip


@pytest.mark.parametrize("page", [pytest.param(p, id=w) for w, p in HARMLESS])
def test_no_fault(page: Callable[[], DisplayList]) -> None:
    assert told(page()) == []


def test_a_picture_without_caption() -> None:
    bare = replace(STORY, pictures=(Picture("a.jpg", None, span=Span("one.md", 4, 1)),))
    assert told(display(), bare) == [("no-caption", 4)]


def test_an_empty_story() -> None:
    page = display()
    gone = replace(page, groups=tuple(replace(g, items=()) if g.kind == "story" else g for g in page.groups))
    assert told(gone, Story("one")) == [("empty-story", 9)]


def test_stories_twice_and_nowhere(tmp_path: File) -> None:
    (tmp_path / "stories").mkdir()
    for name in ("one", "two", "spare", "_draft"):
        (tmp_path / "stories" / f"{name}.md").write_text("text", encoding="utf-8")
    twin = replace(STORY, name="two")
    placed = tuple(Placement("lead", story, Span("issue.yaml", 5 + n, 1)) for n, story in enumerate((STORY, twin)))
    page = Page(7, "专题", LAYOUT, placed)
    issue = Issue("报", "b", date(2023, 1, 13), "1", "", (page,), str(tmp_path))
    collector = Collector()
    check_issue(issue, collector)
    assert [(f.code, f.severity.name, f.args["story"]) for f in collector.findings] == [
        ("preflight.story-twice", "ERROR", "two"),
        ("preflight.story-unplaced", "INFO", "spare"),
    ]
    part = Collector()
    check_issue(issue, part, whole=False)
    assert [finding.code for finding in part.findings] == ["preflight.story-twice"]


def test_every_rule_of_the_page_has_its_mutation() -> None:
    named = {f"preflight.{code}" for code, *_ in RULES}
    named |= {f"preflight.{code}" for code in ("no-caption", "empty-story", "story-twice", "story-unplaced")}
    named.add("preflight.reading-small")  # held by test_readings
    named |= {
        "preflight.pattern-dark",
        "preflight.pattern-fine",
        "preflight.code-small",
        "preflight.code-disturbed",
    }  # tests/art
    named |= {"preflight.half-folio", "preflight.text-on-fold"}  # held by issue/test_spreads
    makeup = ("heads-touch", "through-gutter", "heading-at-foot", "widow", "single-character")
    named |= {f"preflight.{code}" for code in makeup}  # held by test_makeup
    own = {check.code for check in CHECKS if check.on == "page" and check.code.startswith("preflight.")}
    assert own - named == set()


def test_the_house_weighs_and_limits() -> None:
    page = display(more=[text("小", 30_000, 90_000, 9, 4_900)])
    assert told(page, press=replace(NEWSPRINT, severities={"preflight.type-small": "off"})) == []
    assert told(page, press=replace(NEWSPRINT, type=4_900)) == []
    assert told(display(), press=replace(NEWSPRINT, safe=40_000))[0][0] == "near-trim"


def test_severities_of_checks_that_do_not_exist() -> None:
    press = replace(NEWSPRINT, severities={"preflight.near-trin": "off", "preflight.near-trim": "off"})
    collector = Collector()
    check_issue(Issue("报", "b", date(2023, 1, 13), "1", "", (), "", press=press), collector)
    (finding,) = collector.findings
    assert (finding.code, finding.args["name"]) == ("preflight.no-such-check", "preflight.near-trin")
    assert finding.args["near"].startswith("preflight.near-trim")
