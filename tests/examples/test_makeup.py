"""The pages of make-up: columns, flow, jumps, copyfit, elastic modules; built and compared with the pages looked at.

The grid has five columns of 13 字 (小五, 9 pt) with 1 字 between, so 69 字 across, on lines of 12 pt.
"""

from __future__ import annotations

import re
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from golden import assert_golden
from printlayout.build import build
from printlayout.makeup.advice import changes
from printlayout.makeup.columns import text_columns
from printlayout.model.built import Built
from printlayout.model.copyfit import Copyfit
from printlayout.model.display import DisplayList, Glyphs, Image
from printlayout.model.layout import Columns

EXAMPLE = Path(__file__).parents[2] / "examples" / "makeup"
ZI = 9_000
LINE = 12_000


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(EXAMPLE, tmp_path_factory.mktemp("makeup"))


def page(built: Built, number: int) -> DisplayList:
    found = built.pages[number - 1].display
    assert found is not None
    return found


def body(display: DisplayList, name: str) -> list[Glyphs]:
    """The lines of a story's text, in reading order."""
    return [
        item
        for group in display.groups
        if group.kind == "story" and group.name == name
        for item in group.items
        if isinstance(item, Glyphs) and item.size == ZI and item.face.startswith(("宋", "黑")) and item.text
    ]


def fits(built: Built, number: int) -> dict[str, Copyfit]:
    return {one.slot: one for one in built.pages[number - 1].copyfit}


@pytest.mark.parametrize("number", range(1, 7))
def test_it_is_the_page_that_was_looked_at(built: Built, number: int) -> None:
    assert_golden(page(built, number), Path(__file__).parent / "golden" / f"makeup-{number}.txt")


def test_all_goes_to_press_with_nothing_to_warn_of(built: Built) -> None:
    for made in built.pages:
        assert {finding.code for finding in made.findings if finding.severity.name != "INFO"} == set(), made.number
        assert b"/GTS_PDFX" in made.pdf


def test_broken_columns_have_the_measures_their_captions_state() -> None:
    def measures(zi: int, count: int, mode: str) -> tuple[list[float], list[float]]:
        found = text_columns(0, zi * ZI, ZI, Columns(count, mode, ZI))
        widths = [width / ZI for _, width in found]
        gaps = [(b[0] - a[0] - a[1]) / ZI for a, b in pairwise(found)]
        return widths, gaps

    assert measures(69, 3, "absolute") == ([22, 22, 22], [1.5, 1.5])
    assert measures(69, 3, "relative") == ([22, 22, 23], [1, 1])
    assert measures(41, 2, "absolute") == ([20, 20], [1])
    assert measures(27, 1, "absolute") == ([27], [])
    widths, gaps = measures(55, 3, "free")
    assert widths == pytest.approx([53 / 3] * 3, abs=0.001)
    assert gaps == pytest.approx([1, 1], abs=0.001)


def test_lines_begin_on_the_edges_of_the_broken_columns(built: Built) -> None:
    display = page(built, 1)
    left = min(frame.rect.x for frame in display.frames)

    def edges(name: str) -> set[float]:
        starts = {(run.x + run.xs[0] - left) / ZI for run in body(display, name)}
        return {round(start, 2) for start in starts}

    # paragraphs are indented by 2 字; the third column of the first story is its picture
    assert {0.0, 23.5} <= edges("broken")
    assert {0.0, 23.0, 46.0} <= edges("relative")
    assert {0.0, 21.0} <= edges("two")
    assert {42.0, 56.0} <= edges("basic")
    assert {0.0, 18.67, 37.33} <= edges("free")


def test_all_columns_of_a_page_share_one_baseline_grid(built: Built) -> None:
    for number in range(1, 7):
        display = page(built, number)
        first, leading = display.baseline
        assert leading == LINE
        for slot in fits(built, number):
            assert {(run.y - first) % LINE for run in body(display, slot)} <= {0}, slot


def test_the_edge_off_the_grid_is_where_it_is_stated(built: Built) -> None:
    display = page(built, 1)
    picture = next(i for g in display.groups for i in g.items if isinstance(i, Image) and "bridge" in i.path)
    left = min(frame.rect.x for frame in display.frames)
    # columns 4-5 begin at 42 字; five 字 to the right of that the third column of 22 字 begins
    assert picture.rect.x - left == 47 * ZI
    assert picture.rect.right - left == 69 * ZI


def test_a_story_goes_through_frames_of_three_widths(built: Built) -> None:
    runs = body(page(built, 2), "walk")
    text = "".join(run.text for run in runs)
    assert text.endswith("这时候已经在大河里了。")
    last = [(run.x, run.y) for run in runs]
    left = min(x for x, _ in last)
    starts = [round((x - left) / ZI, 1) for x, _ in last]
    # 20 字: 0 and 21; 13 字: 42 and 56; 22 字: 0, 23.5 and 47, in this order
    places = [starts.index(at) for at in (21.0, 42.0, 56.0, 23.5)]
    assert places == sorted(places)


def test_text_keeps_the_stated_distance_from_the_circle_over_two_stories(built: Built) -> None:
    display = page(built, 2)
    circle = next(i for g in display.groups for i in g.items if isinstance(i, Image) and "mason" in i.path)
    radius = circle.rect.width // 2
    x, y = circle.rect.x + radius, circle.rect.y + radius
    beside = 0
    for run in (*body(display, "left"), *body(display, "right")):
        start, end = run.x + run.xs[0], run.x + run.xs[-1] + ZI
        near_x = min(max(x, start), end)
        near_y = min(max(y, run.y - 7_920), run.y + 1_080)
        away = ((near_x - x) ** 2 + (near_y - y) ** 2) ** 0.5
        assert away >= radius + ZI - ZI // 2 - 100, run.text  # a mark at a line's end takes half of its box
        beside += away < radius + 3 * ZI
    assert beside > 10


def test_what_stands_above_the_picture_across_all_columns_is_read_first(built: Built) -> None:
    display = page(built, 2)
    picture = next(i for g in display.groups for i in g.items if isinstance(i, Image) and "fog" in i.path)
    above = [run.y < picture.rect.y for run in body(display, "across")]
    assert above == sorted(above, reverse=True)
    assert 0 < sum(above) < len(above)


def test_the_jump_lines_name_each_others_pages(built: Built) -> None:
    def said(number: int) -> str:
        return "".join(i.text for g in page(built, number).groups for i in g.items if isinstance(i, Glyphs))

    assert "下转第4版" in said(3)
    assert "上接第3版" in said(4)
    assert "收住手　才算修完" in said(4)
    lead, rest = fits(built, 3)["lead"], fits(built, 4)["rest"]
    assert (lead.free, lead.overset_lines, rest.overset_lines) == (0, 0, 0)
    runs = body(page(built, 4), "rest")
    left = min(run.x + run.xs[0] for run in runs)
    assert {0.0, 21.0} <= {round((run.x + run.xs[0] - left) / ZI, 1) for run in runs}  # columns of 20 字, not 13


def test_columns_beside_a_picture_read_in_bands_are_read_down_to_their_foot(built: Built) -> None:
    display = page(built, 4)
    picture = next(i for g in display.groups for i in g.items if isinstance(i, Image) and "stage" in i.path)
    runs = body(display, "stage")
    order = []
    for run in runs:
        side = "left" if run.x < picture.rect.x else "right" if run.x >= picture.rect.right else "middle"
        part = side if side != "middle" else "above" if run.y < picture.rect.y else "below"
        if not order or order[-1] != part:
            order.append(part)
    assert order == ["left", "above", "below", "right"]


def test_every_story_was_made_to_fit_by_the_means_its_caption_names(built: Built) -> None:
    done = {slot: changes(one.done, "zh") for slot, one in fits(built, 5).items()}
    assert done == {
        "pictures": "图 1 加 2 行",
        "headline": "主题降 1 级",
        "subheads": "小标题各少占 1 行",
        "squeeze": "压紧 1 段",
        "beside": "标题改为串文题",
    }
    said = "".join(i.text for g in page(built, 5).groups for i in g.items if isinstance(i, Glyphs)).replace(" ", "")
    for words in done.values():
        assert words.replace(" ", "") in said
    for slot, one in fits(built, 5).items():
        assert one.overset_lines == 0, slot


def test_without_fit_each_of_them_is_told_what_would_do(built: Built, tmp_path: Path) -> None:
    issue = shutil.copytree(EXAMPLE, tmp_path / "issue")
    layout = issue / "layouts" / "fit.yaml"
    layout.write_text(re.sub(r"\n    fit: .*|, beside: 1-3", "", layout.read_text()))
    told = {one.slot: one for one in build(issue, tmp_path / "out").pages[4].copyfit}
    kinds = {slot: {way.kind for way in one.remedies} for slot, one in told.items()}
    assert "picture" in kinds["pictures"]
    assert "headline" in kinds["headline"]
    assert "subheads" in kinds["subheads"]
    assert "squeeze" in kinds["squeeze"]
    assert "cut" in kinds["beside"]


def level(built: Built) -> None:
    """Nothing over, no column ends more than a line above its story's last one, the page ends on its last line."""
    for slot, one in fits(built, 6).items():
        assert one.overset_lines == 0, slot
    codes = {finding.code for finding in built.pages[5].findings if finding.severity.name != "INFO"}
    assert codes <= {"layout.underfull"}
    feet = {slot: one.last[1] for slot, one in fits(built, 6).items()}
    assert max(feet[s] for s in ("third", "left", "right")) - min(feet[s] for s in ("third", "left", "right")) <= 1
    assert feet["foot"] >= 67


def test_the_elastic_page_is_level(built: Built) -> None:
    level(built)
    assert len(fits(built, 6)) == 8


def test_a_longer_story_makes_the_page_level_anew(built: Built, tmp_path: Path) -> None:
    issue = shutil.copytree(EXAMPLE, tmp_path / "issue")
    story = issue / "stories" / "health.md"
    more = "药箱用了十九年，背带换过三回，她说箱子旧了，里面的东西不能旧。\n"
    story.write_text(story.read_text() + "\n" + more)
    again = build(issue, tmp_path / "out")
    level(again)
    before, after = (fits(one, 6)["middle"] for one in (built, again))
    assert after.lines > before.lines
