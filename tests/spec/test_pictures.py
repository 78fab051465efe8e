"""Shapes, groups, insets and bleed as they are written, and every fault of them at its place."""

from __future__ import annotations

import pytest

from printlayout.model.pictures import ON_GRID, PLAIN, Edges
from printlayout.model.story import Inset
from spec.conftest import Folder

PLACE = "head: {headline: head}"


@pytest.fixture
def page(folder: Folder) -> Folder:
    for name in ("a", "b", "map"):
        folder.write(f"pictures/{name}.jpg", b"\xff\xd8")
    return folder


def place(folder: Folder, written: str, sheet: str = "bleed: 3mm") -> None:
    folder.change("layouts/small.yaml", "height: 100mm}", f"height: 100mm, {sheet}}}")
    folder.change("layouts/small.yaml", PLACE, f"{PLACE}, pictures: [{written}]")


def story(folder: Folder, written: str) -> None:
    folder.change("stories/one.md", "headline: 标题\n", f"headline: 标题\npictures: [{written}]\n")


def test_a_place_without_more_is_plain(page: Folder) -> None:
    place(page, "{columns: 1, lines: 4}")
    issue = page.load()
    assert issue is not None
    found = issue.pages[0].layout.slots[0].pictures[0]
    # half a 字 of 10 pt between pictures of a group, one 字 for round corners, eight beside
    assert (found.look.shape, found.look.gap, found.look.radius, found.look.beside) == ("rect", 5_000, 10_000, 80_000)
    assert (found.look.words, found.look.captions, found.look.numbers) == ("below", "own", "none")
    assert (found.edges, found.wrap) == (ON_GRID, None)
    assert PLAIN.shape == "rect"


def test_the_look_of_a_place_in_chinese_words(page: Folder) -> None:
    place(
        page,
        "{columns: 1, lines: 4, shape: 圆, arrange: 主次, captions: 合并, words: 图旁, beside: 6字, wrap: 2字, "
        "edges: {left: 3pt, top: -2pt}, frame: {width: 0.3pt}}",
    )
    issue = page.load()
    assert issue is not None
    found = issue.pages[0].layout.slots[0].pictures[0]
    assert (found.look.shape, found.look.arrange, found.look.words) == ("circle", "mosaic", "beside")
    assert (found.look.captions, found.look.numbers) == ("common", "circled")
    assert (found.wrap, found.look.beside, found.look.frame_width) == (20_000, 60_000, 300)
    assert found.edges == Edges(3_000, -2_000)


def test_a_picture_bled_off_the_page(page: Folder) -> None:
    place(page, "{columns: 1-2, line: 1, lines: 4, foot: true, bleed: [左, 右, 下], words: 压图}")
    issue = page.load()
    assert issue is not None
    # 100 mm are 283.465 pt, 3 mm of bleed 8.504 pt
    bled = issue.pages[0].layout.slots[0].pictures[0].edges.bled
    assert bled == (-8_504, None, 291_969, 291_969)


@pytest.mark.parametrize(
    ("written", "sheet", "code"),
    [
        ("{columns: 1, lines: 4, bleed: left}", "bleed: 0pt", "picture.no-bleed"),
        ("{columns: 2, lines: 4, bleed: left}", "bleed: 3mm", "picture.bleed-inside"),
        ("{columns: 1-2, line: 2, lines: 4, bleed: top}", "bleed: 3mm", "picture.bleed-inside"),
        ("{columns: 1-2, lines: 4, foot: true, bleed: bottom}", "bleed: 3mm", "picture.bleed-words"),
    ],
)
def test_bleed_that_cannot_be(page: Folder, written: str, sheet: str, code: str) -> None:
    place(page, written, sheet)
    assert page.load() is None
    assert [(one, file) for one, file, *_ in page.told()] == [(code, "small.yaml")]


def test_a_ground_on_which_nothing_can_be_read(page: Folder) -> None:
    place(page, "{columns: 1, lines: 4, words: over, band: black 50%}")
    assert page.load() is not None
    assert page.codes() == ["picture.caption-ground"]


def test_a_group_and_an_inset(page: Folder) -> None:
    story(
        page,
        "{caption: 一组, credit: 王芳, group: [{file: a.jpg, caption: '甲,乙', crop: 10%}, "
        "{file: b.jpg, inset: {file: map.jpg, corner: 左上, width: 25%}}]}",
    )
    issue = page.load()
    assert issue is not None
    [group] = issue.pages[0].placements[0].story.pictures
    assert group.path == ""
    first, second = group.members
    assert first.caption is not None and first.caption.text == "甲，乙"
    assert first.crop == 100
    assert [(i.corner, i.width) for i in second.insets] == [("top-left", 250)]
    assert isinstance(second.insets[0], Inset)
    assert [one.path.rpartition("/")[2] for one in issue.pages[0].every_picture] == ["a.jpg", "b.jpg", "map.jpg"]


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("{group: []}", ["picture.empty-group", "spec.missing-key"]),
        ("{caption: 无图}", ["spec.missing-key"]),
        ("{file: a.jpg, group: [{file: b.jpg}]}", ["picture.group-and-file"]),
        ("{file: a.jpg, inset: {corner: 左上}}", ["spec.missing-key"]),
        ("{group: [{file: nowhere.jpg}]}", ["spec.missing-picture"]),
    ],
)
def test_groups_that_are_none(page: Folder, written: str, codes: list[str]) -> None:
    story(page, written)
    assert page.load() is None
    assert page.codes() == codes
