"""The index box 导读 and page references: written by the program from where stories really stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages import small
from printlayout.base.diagnostics import Collector
from printlayout.base.messages import hint, what
from printlayout.job import open_fonts, set_page
from printlayout.model.built import BuiltPage
from printlayout.model.display import Glyphs
from spec.conftest import Folder

BOX = """\
extends: one
slots: {lead: {columns: 1, lines: 1-10, head: {headline: head, columns: 1}}}
furniture:
  - {kind: index, columns: 2, lines: 1-4, style: body, page-text: "第{page}版", between: 0}
"""
ISSUE = """\
paper: {name: 新报, code: xinbao}
date: 2023-01-13
edition: 本埠
pages:
  - page: 1
    layout: front
    stories: {lead: a}
    index: [c, {story: four, text: 自拟的话}]
  - page: 3
    layout: one
    stories: {lead: c}
  - page: 4-5
    layout: across
    stories: {lead: four}
"""


@pytest.fixture
def house(folder: Folder) -> Folder:
    folder.write("issue.yaml", ISSUE)
    folder.write("layouts/front.yaml", BOX)
    folder.write("stories/a.md", small.story(small.han(68)))
    folder.write("stories/c.md", small.story(small.han(138)).replace("标题", "三版标题"))
    return folder


def front(folder: Folder) -> BuiltPage:
    issue = folder.load()
    assert issue is not None, folder.collector.findings
    return set_page(issue, issue.pages[0], open_fonts(Path(issue.root), Collector()))


def rows(built: BuiltPage) -> dict[int, str]:
    """What the index says on each of its baselines, left to right."""
    assert built.display is not None, built.findings
    found: dict[int, list[Glyphs]] = {}
    for group in built.display.groups:
        if group.name == "index":
            for item in group.items:
                if isinstance(item, Glyphs):
                    found.setdefault(item.y, []).append(item)
    return {y: "".join(run.text for run in sorted(items, key=lambda run: run.x)) for y, items in sorted(found.items())}


def test_headline_and_page_on_the_baselines_of_the_text(house: Folder) -> None:
    """The type area begins at 28.346 pt; baselines 8.8 pt under the top of a 10 pt em box, every 15 pt."""
    built = front(house)
    assert rows(built) == {37_146: "三版标题第03版", 52_146: "自拟的话第04版"}
    assert [f.code for f in built.findings if f.severity.name == "ERROR"] == []


def test_a_story_that_moves_takes_its_reference_along(house: Folder) -> None:
    house.change("issue.yaml", "page: 3\n", "page: 7\n")
    assert list(rows(front(house)).values()) == ["三版标题第07版", "自拟的话第04版"]


def test_on_a_spread_the_half_it_begins_on(house: Folder) -> None:
    house.change(
        "layouts/across.yaml",
        "columns: 1-4, lines: 1-10, head: {columns: 1-4,",
        "columns: 3-4, lines: 1-10, head: {columns: 1-2,",
    )
    house.write("stories/four.md", small.story(small.han(138)))
    assert list(rows(front(house)).values())[1] == "自拟的话第05版"


def test_a_long_headline_takes_more_lines_and_the_page_the_end_of_the_last(house: Folder) -> None:
    """Column of 10 字: 12 characters are two lines, the page (4 字) fits behind the second; of 19 it does not."""
    house.write("stories/c.md", small.story(small.han(138)).replace("标题", small.han(12)))
    assert list(rows(front(house)).values()) == [small.han(12)[:10], small.han(12)[10:] + "第03版", "自拟的话第04版"]
    house.write("stories/c.md", small.story(small.han(138)).replace("标题", small.han(19)))
    said = list(rows(front(house)).values())
    assert said == [small.han(19)[:10], small.han(19)[10:], "第03版", "自拟的话第04版"]


def test_blank_lines_between_entries(house: Folder) -> None:
    """One unless the layout says otherwise: the second entry stands two lines of 15 pt under the first."""
    house.change("layouts/front.yaml", ", between: 0", "")
    assert list(rows(front(house))) == [37_146, 67_146]


def test_no_room_is_told_and_nothing_is_printed_in_part(house: Folder) -> None:
    house.change("layouts/front.yaml", "lines: 1-4", "lines: 1")
    built = front(house)
    found = [f for f in built.findings if f.code == "guide.no-room"]
    assert [(f.args["lines"], f.args["room"], f.args["text"]) for f in found] == [("2", "1", "自拟的话")]
    assert list(rows(built).values()) == ["三版标题第03版"]


def test_references_in_furniture_and_in_variables(house: Folder) -> None:
    house.change("issue.yaml", "edition: 本埠", 'vars: {teaser: "详见{标题:c}"}')
    house.change("layouts/one.yaml", '"{date}"', '"{teaser}·{page-of:four}版·共{pages}版"')
    issue = house.load()
    assert issue is not None, house.collector.findings
    variables = issue.pages[1].variables
    assert (variables["teaser"], variables["page-of:four"], variables["pages"]) == ("详见三版标题", "04", "4")


@pytest.mark.parametrize(
    ("code", "file", "old", "new", "line"),
    [
        ("guide.no-story", "issue.yaml", "index: [c,", "index: [d,", 8),
        ("guide.no-story", "layouts/one.yaml", '"{date}"', '"{page-of:nobody}"', 15),
        ("guide.no-place", "issue.yaml", "layout: front", "layout: one", 8),
        ("guide.empty", "issue.yaml", "    index: [c, {story: four, text: 自拟的话}]\n", "", 5),
        ("guide.no-headline", "stories/c.md", "headline: 三版标题\n", "", 8),
        ("spec.unknown-variable", "layouts/one.yaml", '"{date}"', '"{pageof:c}"', 15),
        ("spec.missing-key", "layouts/front.yaml", " style: body,", "", 4),
    ],
)
def test_faults_are_told_at_their_place(house: Folder, code: str, file: str, old: str, new: str, line: int) -> None:
    house.change(file, old, new)
    house.load()
    found = [f for f in house.collector.findings if f.code == code]
    assert found and found[0].span.line == line, house.told()
    for lang in ("zh", "en"):
        assert "{" not in what(found[0], lang).replace("{pageof:c}", "") + hint(found[0], lang)


def test_an_edition_refers_to_its_own_pages(house: Folder) -> None:
    """The story is on another page in one edition: its front page says so, and is a page of its own for that."""
    house.write("issue.yaml", ISSUE + """\
  - page: 6
    layout: one
    stories: {lead: e}
editions:
  wb:
    name: 外埠
    pages:
      - {page: 3, stories: {lead: e}}
      - {page: 6, stories: {lead: c}}
""")  # fmt: skip
    house.write("stories/e.md", small.story(small.han(128)))
    issue = house.load()
    assert issue is not None, house.collector.findings
    fronts = [page for page in issue.pages if page.number == 1]
    assert [[entry.page for entry in page.index] for page in fronts] == [[3, 4], [6, 4]]
