"""A picture that lies over two stories (图文互斥): text of both goes round it, and nothing is lost.

Two columns of 21 字 at 10 pt on 15 pt, one slot each; the picture takes lines 5-10 and half of either column.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from pages.small import ISSUE, LAYOUT, han, story, write
from printlayout.base.diagnostics import Collector
from printlayout.job import open_fonts, set_page
from printlayout.model.display import Glyphs, Image
from printlayout.spec.issues import load_issue

TWO = LAYOUT
for old, new in (
    ("columns: 2, column: 10字", "columns: 2, column: 21字"),
    ("width: 100mm, height: 80mm", "width: 180mm, height: 90mm"),
    ("lines: 10}", "lines: 14}"),
    (
        "  lead: {columns: 1-2, lines: 1-10, head: {headline: head}}",
        "  lead: {columns: 1, lines: 1-14, head: {headline: head}}\n"
        "  other: {columns: 2, lines: 1-14, head: {headline: head}}\n"
        "picture-slots:\n"
        "  photo: {columns: 1-2, lines: 5-10, edges: {left: -110pt, right: -110pt}, clear: 0, wrap: 5pt}",
    ),
):
    TWO = TWO.replace(old, new)
PAGE = ISSUE.replace("lead: one", "{lead: one, other: two}").replace("stories:\n      ", "stories: ") + (
    "    pictures: {photo: {file: a.png, caption: 图说}}\n"
)


def test_text_of_both_stories_goes_round_it(tmp_path: Path, png: bytes) -> None:
    text = han(160)
    write(
        tmp_path, story(text), TWO, issue_yaml=PAGE.encode(), stories__two_md=story(text).encode(),
        pictures__a_png=png,
    )  # fmt: skip
    collector = Collector()
    issue = load_issue(tmp_path, collector)
    assert issue is not None, [(f.code, f.args) for f in collector.findings]
    built = set_page(issue, issue.pages[0], open_fonts(tmp_path, collector))
    assert built.display is not None
    assert not [f for f in built.findings if f.code in ("layout.overset", "preflight.overlap")]
    image = next(i.rect for g in built.display.groups for i in g.items if isinstance(i, Image))
    for name in ("lead", "other"):
        group = next(g for g in built.display.groups if g.kind == "story" and g.name == name)
        body = [i for i in group.items if isinstance(i, Glyphs) and i.size == 10_000]
        assert "".join(i.text for i in body) == text
        beside = [i for i in body if i.y - 8_800 < image.bottom and i.y + 1_200 > image.y]
        assert beside
        for item in beside:
            right = item.x + item.xs[-1] + item.size
            assert right <= image.x - 5_000 or item.x >= image.right + 5_000


def test_a_story_in_a_box_lies_in_another_ones_columns(tmp_path: Path) -> None:
    # the box takes lines 9-13 of a column; outset and distance of 5 pt each take the lines before and behind it, too
    layout = LAYOUT.replace("width: 100mm, height: 80mm", "width: 100mm, height: 110mm").replace(
        "lines: 10}", "lines: 18}"
    )
    layout = layout.replace(
        "  lead: {columns: 1-2, lines: 1-10, head: {headline: head}}",
        "  lead: {columns: 1-2, lines: 1-18, head: {headline: head}}\n"
        "  inset: {columns: 2, lines: 9-13, head: {headline: subhead}, wrap: 5pt,\n"
        "    box: {fill: black 10%, outset: 5pt}}",
    )
    page = ISSUE.replace("lead: one", "{lead: one, inset: two}").replace("stories:\n      ", "stories: ")
    text = han(180)
    write(tmp_path, story(text), layout, issue_yaml=page.encode(), stories__two_md=story(han(28)).encode())
    collector = Collector()
    issue = load_issue(tmp_path, collector)
    assert issue is not None, [(f.code, f.args) for f in collector.findings]
    built = set_page(issue, issue.pages[0], open_fonts(tmp_path, collector))
    assert built.display is not None
    texts = {}
    for name in ("lead", "inset"):
        group = next(g for g in built.display.groups if g.kind == "story" and g.name == name)
        texts[name] = [i for i in group.items if isinstance(i, Glyphs) and i.size == 10_000]
    assert "".join(i.text for i in texts["lead"]) == text
    top, bottom = (f(i.y for i in texts["inset"]) for f in (min, max))
    column = min(i.x for i in texts["inset"])
    beside = [i for i in texts["lead"] if i.x >= column - 5_000 and top - 22_000 < i.y < bottom + 22_000]
    assert beside == []


def test_without_wrap_it_may_not_lie_over_them(tmp_path: Path, png: bytes) -> None:
    layout = TWO.replace(", wrap: 5pt", "")
    write(
        tmp_path, story("文"), layout, issue_yaml=PAGE.encode(), stories__two_md=story("文").encode(),
        pictures__a_png=png,
    )  # fmt: skip
    collector = Collector()
    assert load_issue(tmp_path, collector) is None
    assert [f.code for f in collector.findings if f.severity.name == "ERROR"] == ["spec.overlap"] * 2


@pytest.fixture
def png() -> bytes:
    from io import BytesIO

    from PIL import Image as Pillow

    made = BytesIO()
    Pillow.new("L", (1200, 700), 120).save(made, "PNG")
    return made.getvalue()
