"""Stories of any length poured into the shipped layouts: nothing lost, nothing doubled, nothing over another, nothing
off the grid, and what finds no room told to the character. Everything is read off the finished page.

Text is drawn from the daily's own stories, so that it has the marks, figures and Western words of a newspaper.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path
from random import Random

import pytest

from printlayout.base.diagnostics import NOWHERE, Collector, Span
from printlayout.base.value import replace
from printlayout.job import open_fonts, set_page
from printlayout.model.built import BuiltPage
from printlayout.model.display import Glyphs
from printlayout.model.issue import Issue, Page
from printlayout.model.layout import Layout, Slot
from printlayout.model.story import Block, Picture, Placement, Run, Story
from printlayout.spec.layouts import load_layout
from printlayout.spec.shapes import Reading
from printlayout.spec.values import Named

EXAMPLES = Path(__file__).parents[2] / "examples"
LAYOUTS = (
    "front", "news-8", "news-6", "spread", "sports", "opinion", "classified", "tabloid", "picture-page",
    "special-report",
)  # fmt: skip
PICTURES = sorted((EXAMPLES / "daily" / "pictures").glob("*.jpg"))
BLANK = re.compile(r"[\s\u00ad]")
HEADLINES = (
    "桥通了",
    "早市往上游挪了半里　桥头多了一排摊",
    "一江清水的十年账",
    "夜班公交开到凌晨一点",
    "第十万台今日发货",
)


def sentences() -> list[str]:
    """Plain sentences of the daily."""
    found = []
    for path in sorted((EXAMPLES / "daily" / "stories").glob("*.md")):
        body = path.read_text(encoding="utf-8").split("---")[-1]
        if not re.search(r"[*`\[{#>]", body):
            found += [part for part in re.findall(r"[^。！？\n]+[。！？]", body) if 8 < len(part) < 90]
    return found


SENTENCES = sentences()


def story(name: str, slot: Slot, random: Random) -> Story:
    """A story of 40 to 1,600 characters, with sub-headings and as many pictures as the slot has places, or fewer."""
    length = round(40 * 40 ** random.random())
    blocks: list[Block] = []
    while sum(len(block.text) for block in blocks) < length:
        if len(blocks) > 1 and random.random() < 0.2 and blocks[-1].kind == "para":
            blocks.append(Block("subhead", (Run("小标题", span=Span(name, len(blocks) + 1, 1)),), Span(name, 1, 1)))
        text = "".join(random.choice(SENTENCES) for _ in range(random.randint(1, 5)))
        span = Span(name, len(blocks) + 1, 1)
        blocks.append(Block("para", (Run(text, span=span),), span))
    pictures = tuple(
        Picture(str(random.choice(PICTURES)), span=Span(name, 90 + number, 1))
        for number in range(random.randint(0, len(slot.pictures)))
    )
    headline = (Run(random.choice(HEADLINES), span=Span(name, 80, 1)),)
    byline = (Run("本报记者　某某", span=Span(name, 81, 1)),) if slot.head.byline and random.random() < 0.5 else ()
    return Story(name, headline=headline, byline=byline, blocks=tuple(blocks), pictures=pictures)


def layout_of(name: str) -> Layout:
    loaded = load_layout(EXAMPLES, Named(name, NOWHERE), Reading(Collector()))
    assert loaded is not None
    assert loaded.layout is not None
    return replace(loaded.layout, furniture=(), ads=(), blocks=(), marks=False)


def made(name: str, seed: int) -> tuple[Page, BuiltPage]:
    random = Random(f"{name} {seed}")
    layout = layout_of(name)
    placements = tuple(
        Placement(slot.name, story(f"{slot.name}.md", slot, random), Span("issue.yaml", number, 1))
        for number, slot in enumerate(layout.slots, 1)
    )
    page = Page(2, "试排", layout, placements)
    issue = Issue("新报", "xb", date(2026, 11, 24), "", "", (page,), str(EXAMPLES))
    return page, set_page(issue, page, open_fonts(EXAMPLES, Collector()))


def plain(text: str) -> Counter[str]:
    return Counter(BLANK.sub("", text))


def check_text(page: Page, built: BuiltPage) -> None:
    """Every character of a story stands on the page once, but for those told to be over, which are its last."""
    assert built.display is not None
    fits = {fit.slot: fit for fit in built.copyfit}
    for placement in page.placements:
        one = placement.story
        said = "".join(
            item.text
            for group in built.display.groups
            if group.kind == "story" and group.name == placement.slot
            for item in group.items
            if isinstance(item, Glyphs)
        )
        body = one.body.replace("\n", "")
        over = fits[placement.slot].overset_characters
        told = [f for f in built.findings if f.code == "layout.overset" and f.args["slot"] == placement.slot]
        assert [int(f.args["characters"]) for f in told] == ([over] if over else [])
        slot = page.layout.slot(placement.slot)
        assert slot is not None
        label = slot.head.label.text if slot.head.label else ""
        beside = "".join(run.text for run in (*one.headline, *one.byline)) + label
        wanted = plain(body[: len(body) - over] + beside)
        wrong = {char: (n, plain(said)[char]) for char, n in wanted.items() if plain(said)[char] != n}
        extra = plain(said) - wanted
        assert not wrong and not extra, (placement.slot, wrong, extra)


def check_boxes(page: Page, built: BuiltPage) -> None:
    """No line of text over another, none outside the sheet, body lines on the grid."""
    assert built.display is not None
    boxes = []
    first, leading = built.display.baseline
    for group in built.display.groups:
        slot = page.layout.slot(group.name)
        roomless = any(f.code == "head.no-room" and f.args["slot"] == group.name for f in built.findings)
        if group.kind != "story" or slot is None or roomless:  # a headline without room is an error by itself
            continue
        heads = [f.rect for f in built.display.frames if f.kind == "head" and f.name == group.name]
        for item in group.items:
            if not isinstance(item, Glyphs) or not item.gids:
                continue
            if item.direction != "ltr":
                continue
            right = item.x + item.xs[-1] + item.size // 2
            boxes.append((item.y - item.size * 7 // 10, item.y, item.x, right, item.text))
            in_head = any(r.x <= item.x < r.right and r.y <= item.y <= r.bottom for r in heads)
            if item.size == slot.body.size and item.face.startswith(slot.body.face.key) and not in_head:
                assert (item.y - first) % leading == 0, (group.name, item.text)
            assert item.x >= 0 and right <= page.layout.width
            assert 0 <= item.y <= page.layout.height
    boxes.sort()
    for at, (_, bottom, left, right, text) in enumerate(boxes):
        for other_top, _, other_left, other_right, other in boxes[at + 1 :]:
            if other_top >= bottom:
                break
            assert right <= other_left or other_right <= left, (text, other)
    assert not [f for f in built.findings if f.code == "preflight.outside-trim"]


def check_level(page: Page, built: BuiltPage) -> None:
    """Columns that end more than a line apart are told."""
    uneven = {
        f.args["slot"] for f in built.findings if f.code in ("layout.not-level", "layout.overset", "layout.underfull")
    }
    assert built.display is not None
    for fit in built.copyfit:
        slot = page.layout.slot(fit.slot)
        if slot is not None and fit.free and fit.slot not in uneven:
            columns = slot.text.count if slot.text else slot.columns[1] - slot.columns[0] + 1
            assert fit.free <= 2 * columns, fit


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in (1, 2))])
def test_random_stories_in_the_shipped_layouts(name: str, seed: int) -> None:
    """74 stories for every seed, 222 in all."""
    page, built = made(name, seed)
    check_text(page, built)
    check_boxes(page, built)
    check_level(page, built)
