"""Stories that jump (转版): from a slot of one page to one of another, with the lines that say so.

Columns of 10 字 at 10 pt on 15 pt. On page 1 the slot has ten lines in two columns; the headline (20 pt and a blank
line) takes three: 14 lines, of which the last is the jump line: 13 for text. A paragraph indented by 2 字 holds
10 n - 2 characters in n lines.
"""

from __future__ import annotations

from pathlib import Path

from pages.small import LAYOUT, han, story, write
from printlayout.base.diagnostics import Collector
from printlayout.build import build
from printlayout.job import open_fonts, set_page
from printlayout.model.built import BuiltPage
from printlayout.model.display import Glyphs
from printlayout.spec.issues import load_issue

ISSUE = """\
paper: {name: 新报, code: xinbao}
date: 2023-01-13
pages:
  - page: 1
    layout: small
    stories: {lead: one}
  - page: 3
    layout: wide
    continued: {rest: one}
"""

WIDE = LAYOUT.replace("columns: 2, column: 10字, gutter: 1字", "columns: 1, column: 21字, gutter: 1字").replace(
    "  lead: {columns: 1-2,", "  rest: {columns: 1,"
)


def made(folder: Path, text: str, issue: str = ISSUE, wide: str = WIDE) -> list[BuiltPage]:
    write(folder, text, issue_yaml=issue.encode(), layouts__wide_yaml=wide.encode())
    collector = Collector()
    found = load_issue(folder, collector)
    assert found is not None, [f.code for f in collector.findings]
    fonts = open_fonts(folder, collector)
    return [set_page(found, page, fonts) for page in found.pages]


def lines(page: BuiltPage) -> list[str]:
    """The page's lines of text from column to column; the headline is not among them."""
    assert page.display is not None
    found: dict[tuple[int, int], str] = {}
    for group in page.display.groups:
        for item in group.items:
            if isinstance(item, Glyphs) and item.size <= 10_000:
                key = item.x // 135_000, item.y
                found[key] = found.get(key, "") + item.text
    return [found[key] for key in sorted(found)]


def codes(page: BuiltPage) -> list[str]:
    return [finding.code for finding in page.findings if finding.severity.name != "INFO"]


def test_a_story_goes_on_on_another_page_in_columns_of_another_width(tmp_path: Path) -> None:
    # 13 lines hold 128 characters; the other page has one line for 上接 and 9 of 21
    text = han(200)
    one, three = made(tmp_path, story(text))
    assert lines(one) == [*_cut(text[:128], 8, 10), "下转第3版"]
    assert lines(three) == ["上接第1版", *_cut(text[128:], 21, 21)]
    assert codes(one) == []
    assert codes(three) == ["layout.underfull"]


def _cut(text: str, first: int, others: int) -> list[str]:
    return [text[:first], *(text[at : at + others] for at in range(first, len(text), others))]


def test_every_character_stands_on_one_of_the_pages(tmp_path: Path) -> None:
    text = han(300)
    one, three = made(tmp_path, story(text))
    said = "".join(line for page in (one, three) for line in lines(page) if "版" not in line)
    assert said == text


def test_what_is_over_is_told_where_the_story_ends(tmp_path: Path) -> None:
    # 128 + 9 × 21 = 317
    one, three = made(tmp_path, story(han(340)))
    assert codes(one) == []
    assert codes(three) == ["layout.overset"]
    assert next(f for f in three.findings if f.code == "layout.overset").args["characters"] == "23"
    assert (one.copyfit[0].overset_characters, three.copyfit[0].overset_characters) == (0, 23)


def test_a_continuation_may_have_a_headline_of_its_own(tmp_path: Path) -> None:
    issue = ISSUE.replace("{rest: one}", "{rest: {story: one, headline: 接着说}}")
    _, three = made(tmp_path, story(han(200)), issue)
    assert three.display is not None
    heads = [i.text for g in three.display.groups for i in g.items if isinstance(i, Glyphs) and i.size == 20_000]
    assert heads == ["接着说"]
    assert lines(three)[0] == "上接第1版"


def test_the_last_slot_may_find_its_own_height(tmp_path: Path) -> None:
    wide = WIDE.replace("columns: 1, lines: 1-10, ", "") + "regions: {main: {lines: 1-10, stack: [{slot: rest}]}}\n"
    text = han(180)
    one, three = made(tmp_path, story(text + "\n\n## 小题\n\n" + han(40)), wide=wide)
    said = "".join(line for page in (one, three) for line in lines(page) if "版" not in line)
    assert said == text + "小题" + han(40)
    assert lines(one)[-1] == "下转第3版"


def test_a_story_that_ends_before_the_jump_is_an_error(tmp_path: Path) -> None:
    _, three = made(tmp_path, story(han(60)))
    assert codes(three) == ["layout.jump-empty"]


def test_a_page_by_itself_is_the_page_in_the_issue(tmp_path: Path) -> None:
    write(tmp_path, story(han(200)), issue_yaml=ISSUE.encode(), layouts__wide_yaml=WIDE.encode())
    both = build(tmp_path, tmp_path / "both")
    alone = build(tmp_path, tmp_path / "alone", pages={3})
    name = both.pages[1].stem + ".pdf"
    assert [page.number for page in alone.pages] == [3]
    assert (tmp_path / "both" / name).read_bytes() == (tmp_path / "alone" / name).read_bytes()


def test_traditional_characters_where_the_story_is_taiwans(tmp_path: Path) -> None:
    one, three = made(tmp_path, story(han(200), front="lang: zh-Hant-TW\n"))
    assert lines(one)[-1] == "下轉第3版"
    assert lines(three)[0] == "上接第1版"
