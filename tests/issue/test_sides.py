"""Even and odd pages: furniture and type area change sides, text stays readable; edges off the grid."""

from __future__ import annotations

import pytest

from printlayout.model.layout import Furniture
from spec.conftest import Folder

from .conftest import ONE

MIRROR = ONE.replace("slots:", "mirror: odd\nslots:").replace(
    "face: 黑 500, size: 8pt", "face: 黑 500, size: 8pt, align: left"
)
WIDTH = 283_465


@pytest.fixture
def house(folder: Folder) -> Folder:
    folder.write("layouts/one.yaml", MIRROR)
    return folder


def furniture(folder: Folder, page: int) -> dict[str, Furniture]:
    folder.change("issue.yaml", "page: 3", f"page: {page}")
    issue = folder.load({page})
    folder.change("issue.yaml", f"page: {page}", "page: 3")
    assert issue is not None, folder.collector.findings
    return {thing.text: thing for thing in issue.pages[0].layout.furniture}


def test_turned_over_on_the_odd_pages(house: Folder) -> None:
    """The folio stands over column 1, 36.732 … 136.732, on an even page; over column 2, up to 246.732, on an odd one.
    The date at 70 mm, 25 mm wide: 198.425 … 269.291, is turned to 14.174 … 85.040.
    """
    even, odd = furniture(house, 2), furniture(house, 3)
    assert [(even[t].rect.x, even[t].rect.right) for t in ("第{page}版", "{date}")] == [
        (36_732, 136_732), (198_425, 269_291)
    ]  # fmt: skip
    assert odd["第{page}版"].rect.right == 246_732 and odd["第{page}版"].rect.width == 100_000
    assert odd["{date}"].rect.x == 2 * 36_732 + 210_000 - 269_291
    styles = even["{date}"].style, odd["{date}"].style
    assert styles[0] is not None and styles[1] is not None
    assert (styles[0].align, styles[1].align) == ("left", "right")


def test_the_type_area_changes_sides_too(house: Folder) -> None:
    """25 mm inside, on the left of an even page: 70.866; on an odd one 283.465 - 70.866 - 210 = 2.599."""
    house.change("layouts/one.yaml", "{top: 10mm", "{left: 25mm, top: 10mm")
    house.change("issue.yaml", "  - page: 3", "  - page: 2\n    layout: one\n    stories: {lead: two}\n  - page: 3")
    house.write("stories/two.md", "---\nheadline: 题\n---\n文\n")
    issue = house.load({2, 3})
    assert issue is not None
    assert [page.layout.grid.left for page in issue.pages] == [70_866, WIDTH - 70_866 - 210_000]
    date = [next(t for t in page.layout.furniture if t.text == "{date}").rect for page in issue.pages]
    assert date[1].x == WIDTH - date[0].right


def test_what_stays_and_what_stands_on_one_side_only(house: Folder) -> None:
    house.change("layouts/one.yaml", "name: folio, kind: text,", "name: folio, kind: text, mirror: false,")
    house.change("layouts/one.yaml", "name: date, kind: text,", "name: date, kind: text, pages: 双版,")
    even, odd = furniture(house, 2), furniture(house, 3)
    assert even["第{page}版"].rect == odd["第{page}版"].rect
    assert "{date}" in even and "{date}" not in odd


def test_each_page_of_a_spread_has_its_own_side(house: Folder) -> None:
    """Left 第4版 over its first column, right 第5版 over its last: 430.198 … 530.198."""
    issue = house.load({4})
    assert issue is not None, house.collector.findings
    things = {thing.text: thing.rect for thing in issue.pages[0].layout.furniture if "page-" in thing.text}
    assert (things["第{page-left}版"].x, things["第{page-right}版"].x) == (36_732, 430_198)
    house.change("layouts/one.yaml", "name: folio, kind: text,", "name: folio, kind: text, pages: odd,")
    issue = house.load({4})
    assert issue is not None
    assert [t.text for t in issue.pages[0].layout.furniture if "page-" in t.text] == ["第{page-right}版"]


def test_edges_leave_the_grid_by_what_is_stated(house: Folder) -> None:
    """3 mm are 8.504 pt; outwards on the left, 2 mm = 5.669 inwards at the foot; mirrored, left is right."""
    house.change(
        "layouts/one.yaml", "name: folio, kind: text,", "name: folio, kind: text, edges: {left: 3mm, bottom: -2mm},"
    )
    even, odd = furniture(house, 2)["第{page}版"].rect, furniture(house, 3)["第{page}版"].rect
    assert (even.x, even.right, even.height) == (36_732 - 8_504, 136_732, 11_339 - 5_669)
    assert odd.right == 246_732 + 8_504
    house.change("layouts/one.yaml", "bottom: -2mm", "bottom: -4mm")
    assert house.load({3}) is None and "spec.no-extent" in house.codes()
