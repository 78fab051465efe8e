"""Marks round a page: where they stand, in what ink, and what the slug line says."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from pages import small
from printlayout.base.diagnostics import Collector
from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt, mm
from printlayout.job import make_page, open_fonts, set_page
from printlayout.layout.press_marks import CLEAR, LENGTH, PATCHES, ROOM, colour_bar, crop_marks, register_marks
from printlayout.model.display import DisplayList, Fill, Glyphs, Group, Item, Line
from printlayout.model.display import Path as Shape
from printlayout.model.ink import BLACK, REGISTRATION
from printlayout.model.issue import Issue
from printlayout.spec.issues import load_issue

from .profiles import press

TRIM = Rect(0, 0, mm(100), mm(80))


def issue(folder: Path, layout: str = small.LAYOUT, **changes: object) -> Issue:
    """The small issue on a press with an output profile."""
    root = small.write(folder / "issue", small.story(small.han(60)), layout)
    loaded = load_issue(root, Collector())
    assert loaded is not None
    return replace(loaded, press=press(folder, **changes))


def set_first(made: Issue) -> DisplayList:
    built = set_page(made, made.pages[0], open_fonts(Path(made.root), Collector()))
    assert built.display is not None
    assert built.sound
    return built.display


def marks(display: DisplayList) -> dict[str, Group]:
    return {group.name: group for group in display.groups if group.kind == "mark"}


def extent(items: tuple[Item, ...]) -> Rect:
    """What items cover, text as if every glyph were an em wide."""
    xs: list[Mpt] = []
    ys: list[Mpt] = []
    for item in items:
        match item:
            case Fill(rect):
                xs += (rect.x, rect.right)
                ys += (rect.y, rect.bottom)
            case Line():
                xs += (item.x1, item.x2)
                ys += (item.y1, item.y2)
            case Shape():
                xs += item.points[::2]
                ys += item.points[1::2]
            case Glyphs():
                xs += (item.x, item.x + max(item.xs) + item.size)
                ys += (item.y - item.size, item.y + item.size // 4)
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


@pytest.mark.parametrize("off", [CLEAR, mm(5)])
def test_crop_marks_point_at_the_corners_from_outside(off: Mpt) -> None:
    lines = [item for item in crop_marks(TRIM, off, 0) if isinstance(item, Line)]
    assert len(lines) == 8
    for line in lines:
        level = line.y1 == line.y2
        along, other = ((line.x1, line.x2), line.y1) if level else ((line.y1, line.y2), line.x1)
        size = TRIM.width if level else TRIM.height
        assert other in ((0, TRIM.height) if level else (0, TRIM.width))
        assert sorted(along) in ([-off - LENGTH, -off], [size + off, size + off + LENGTH])
        assert (line.ink, line.width) == (REGISTRATION, 250)


def test_registration_marks_stand_in_the_middle_of_each_side() -> None:
    items = register_marks(TRIM, CLEAR, 0)
    circles = [extent((item,)) for item in items if isinstance(item, Shape)]
    out = CLEAR + LENGTH // 2
    middles = sorted((circle.x + circle.width // 2, circle.y + circle.height // 2) for circle in circles)
    x, y = TRIM.width // 2, TRIM.height // 2
    assert middles == sorted([(x, -out), (TRIM.width + out, y), (x, TRIM.height + out), (-out, y)])
    assert {circle.width for circle in circles} == {circle.height for circle in circles} == {2 * mm(1.5)}


def test_colour_bar_has_each_ink_its_half_and_a_grey_of_three() -> None:
    patches = [item for item in colour_bar(TRIM, CLEAR, 0) if isinstance(item, Fill)]
    inks = [(p.ink.cyan, p.ink.magenta, p.ink.yellow, p.ink.black) for p in patches]
    whole = [(1000, 0, 0, 0), (0, 1000, 0, 0), (0, 0, 1000, 0), (0, 0, 0, 1000)]
    assert inks[:4] == whole
    assert inks[4:8] == [tuple(part // 2 for part in ink) for ink in whole]
    grey = inks[8]
    assert grey[3] == 0
    assert grey[0] > grey[1] == grey[2] > 0
    for left, right in pairwise(patches):
        assert left.rect.right == right.rect.x
    assert patches[-1].rect.right < TRIM.width // 2 - LENGTH
    assert colour_bar(Rect(0, 0, mm(30), mm(80)), CLEAR, 0) == []


def test_marks_stand_outside_the_bleed_and_on_the_sheet(tmp_path: Path) -> None:
    for bleed in (0, mm(3), mm(5)):
        display = set_first(issue(tmp_path, marks=True, bleed=bleed))
        groups = marks(display)
        assert set(groups) == {"press", "colour bar", "slug"}
        off = max(bleed, CLEAR)
        sheet = next(frame.rect for frame in display.frames if frame.kind == "sheet")
        assert sheet == Rect(0, 0, display.width, display.height).grown(off + ROOM)
        free = Rect(0, 0, display.width, display.height).grown(off)
        for group in groups.values():
            assert sheet.contains(extent(group.items))
            for item in group.items:
                each = extent((item,))
                outside = each.right <= free.x or each.x >= free.right or each.bottom <= free.y or each.y >= free.bottom
                assert outside, item


def test_without_marks_the_sheet_is_the_page(tmp_path: Path) -> None:
    display = set_first(issue(tmp_path))
    assert marks(display) == {}
    assert display.bleed == 0
    assert not any(frame.kind == "sheet" for frame in display.frames)


def test_the_layout_may_ask_for_marks_and_bleed(tmp_path: Path) -> None:
    own = small.LAYOUT.replace("height: 80mm}", "height: 80mm, bleed: 4mm, marks: true}")
    display = set_first(issue(tmp_path, own, bleed=mm(3)))
    assert display.bleed == mm(4)
    assert set(marks(display)) == {"press", "colour bar", "slug"}


def test_slug_line_says_what_the_plate_is(tmp_path: Path) -> None:
    made = replace(issue(tmp_path, marks=True), edition="晚报版")
    slug = marks(set_first(made))["slug"]
    runs = [item for item in slug.items if isinstance(item, Glyphs)]
    said = "".join(run.text for run in runs).replace("　", " ").strip()
    assert said == "C M Y K 新报 2023-01-13 01 晚报版 2023-01-13 00:00Z PDF/X-4 CGATS TR 002"
    letters = [next(run for run in runs if run.text.startswith(letter)) for letter in "CMY"]
    assert [run.ink.plates for run in letters] == [1, 1, 1]
    assert {run.ink for run in runs if "新" in run.text} == {REGISTRATION}


def test_slug_line_tells_the_time_of_the_issue_never_the_clock(tmp_path: Path) -> None:
    made = replace(issue(tmp_path, marks=True), epoch=1_673_550_000)
    said = "".join(item.text for item in marks(set_first(made))["slug"].items if isinstance(item, Glyphs))
    assert "2023-01-12 19:00Z" in said
    found = opened(made)
    assert str(found.docinfo["/ModDate"]) == "D:20230112190000Z"


def opened(made: Issue) -> pikepdf.Pdf:
    built = make_page(made, made.pages[0])
    assert built.sound, built.findings
    return pikepdf.open(BytesIO(built.pdf))


@pytest.mark.parametrize("standard", ["X-4", "X-1a"])
def test_a_marked_page_in_the_file(tmp_path: Path, standard: str) -> None:
    """The sheet grows, the trim stays in place; marks are artifacts in registration colour; text stays black alone."""
    found = opened(issue(tmp_path, marks=True, bleed=mm(3), standard=standard))
    sheet = found.pages[0]
    media, bleed, trim = ([round(float(v), 3) for v in sheet[f"/{key}Box"]] for key in ("Media", "Bleed", "Trim"))
    room, off = ROOM / 1000, mm(3) / 1000
    assert trim[:2] == [round(room + off, 3)] * 2
    assert bleed[:2] == [round(room, 3)] * 2
    assert media[:2] == [0, 0]
    assert round(media[2] - trim[2], 2) == round(room + off, 2)
    (space,) = sheet.Resources.ColorSpace.values()
    assert space[1] == "/All"
    depth = 0
    for operands, operator in pikepdf.parse_content_stream(sheet):
        depth += {"BMC": 1, "BDC": 1, "EMC": -1}.get(str(operator), 0)
        if str(operator) in ("cs", "CS"):
            assert depth, operands
    assert found.check_pdf_syntax() == []


def test_patches_are_worth_their_name() -> None:
    assert PATCHES[3] == BLACK
    assert len(PATCHES) == 9
