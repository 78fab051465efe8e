"""The page of pictures: every way to place them, built and compared with the page that was looked at."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from golden import assert_golden
from printlayout.build import build
from printlayout.model.built import Built
from printlayout.model.display import DisplayList, Glyphs, Image

EXAMPLE = Path(__file__).parents[2] / "examples" / "pictures"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(EXAMPLE, tmp_path_factory.mktemp("pictures"))


@pytest.fixture(scope="module")
def page(built: Built) -> DisplayList:
    found = built.pages[0].display
    assert found is not None
    return found


def test_it_is_the_page_that_was_looked_at(page: DisplayList) -> None:
    assert_golden(page, Path(__file__).parent / "golden" / "pictures.txt")


def test_it_goes_to_press(built: Built) -> None:
    codes = {finding.code for finding in built.pages[0].findings if finding.severity.name != "INFO"}
    assert codes == set()
    assert b"/GTS_PDFX" in built.pages[0].pdf


def test_every_picture_file_is_on_it(page: DisplayList) -> None:
    shown = {item.path.rpartition("/")[2] for group in page.groups for item in group.items if isinstance(item, Image)}
    assert shown == {path.name for path in (EXAMPLE / "pictures").iterdir()}


def test_no_caption_is_wider_than_its_picture_and_all_stand_on_the_grid(page: DisplayList) -> None:
    pictures = [(frame.name, frame.rect) for frame in page.frames if frame.kind == "picture"]
    for frame in page.frames:
        if frame.kind == "caption" and frame.rect.height:
            mine = [rect for name, rect in pictures if name == frame.name]
            over = [rect for rect in mine if rect.x <= frame.rect.x and frame.rect.right <= rect.right]
            beside = frame.name == "mosaic" and all(rect.right < frame.rect.x for rect in mine)
            assert over or beside, frame
    first, leading = page.baseline
    words = [i for g in page.groups if g.kind == "story" for i in g.items if isinstance(i, Glyphs) and i.size < 9_500]
    assert words
    for run in words:
        assert (run.y - first) % leading == 0, run.text


def test_the_cover_is_bled_on_three_sides(page: DisplayList) -> None:
    cover = next(i for g in page.groups for i in g.items if isinstance(i, Image) and i.path.endswith("cover.jpg"))
    assert (cover.rect.x, cover.rect.y) == (-page.bleed, -page.bleed)
    assert cover.rect.right == page.width + page.bleed


def test_the_row_is_flush_and_its_gaps_are_equal(page: DisplayList) -> None:
    row = [frame.rect for frame in page.frames if frame.kind == "picture" and frame.name == "row"]
    assert len(row) == 4
    assert len({(rect.y, rect.height) for rect in row}) == 1
    gaps = [after.x - before.right for before, after in pairwise(row)]
    assert gaps == [4_500] * 3
    assert row[-1].right - row[0].x == 71 * 9_000


def test_text_keeps_the_stated_distance_from_round_and_cut_out_pictures(page: DisplayList) -> None:
    circle = next(i for g in page.groups for i in g.items if isinstance(i, Image) and i.path.endswith("craftsman.jpg"))
    radius = circle.rect.width // 2
    x, y = circle.rect.x + radius, circle.rect.y + radius
    lines = [i for g in page.groups if g.name == "story" for i in g.items if isinstance(i, Glyphs) and i.size == 9_000]
    for run in lines:
        left, right, top, bottom = run.x + run.xs[0], run.x + run.xs[-1] + 9_000, run.y - 7_920, run.y + 1_080
        near_x, near_y = min(max(x, left), right), min(max(y, top), bottom)
        away = ((near_x - x) ** 2 + (near_y - y) ** 2) ** 0.5
        # a mark at a line's end takes half of its box
        assert away >= radius + 9_000 - 4_500 - 100, run.text
