"""Checks of make-up, each on a page made wrong on purpose and on the same page put right."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages import small
from printlayout.base.diagnostics import Collector, Span
from printlayout.base.geometry import Rect
from printlayout.build import build
from printlayout.model.display import DisplayList, FrameBox, Glyphs, Group, Item
from printlayout.model.ink import BLACK
from printlayout.model.issue import Page
from printlayout.model.layout import Grid, Head, Layout, Slot
from printlayout.model.style import Face, Style
from printlayout.preflight.page_makeup import check_makeup
from printlayout.preflight.registry import Teller

ISSUE = """\
paper: {name: 新报, code: xinbao}
date: 2023-01-13
pages:
  - page: 1
    layout: small
    stories: {left: one, right: two}
"""
LAYOUT = """\
sheet: {width: 180mm, height: 80mm}
type-area: {top: 10mm, lines: 10}
grid: {columns: 4, column: 10字, gutter: 1字, body: 10pt, leading: 15pt}
styles:
  body: {face: 宋 400, size: 10pt, indent: 2字}
  subhead: {face: 黑 700, size: 12pt, lines: 2}
  caption: {face: 楷 400, size: 8pt}
  credit: {face: 楷 400, size: 7pt}
  head: {face: 宋 900, size: 20pt, align: center}
  head-2: {face: 宋 900, size: 30pt, align: center}
slots:
  left: {columns: 1-2, lines: 1-10, head: {headline: head}}
  right: {columns: 3-4, lines: 1-10, head: {headline: RIGHT}BOX}
"""
CODES = ("heads-touch", "through-gutter", "heading-at-foot", "widow", "single-character")


def told(folder: Path, right: str = "head", box: str = "", one: str = "国" * 10, text: str = "") -> list[str]:
    """What the checks of make-up tell of two stories side by side."""
    layout = LAYOUT.replace("RIGHT", right).replace("BOX", box)
    body = text or small.han(120)
    small.write(folder, f"---\nheadline: {one}\n---\n{body}\n", layout)
    (folder / "issue.yaml").write_text(ISSUE, encoding="utf-8")
    (folder / "stories/two.md").write_text(f"---\nheadline: {'世' * 10}\n---\n{small.han(119)}\n", encoding="utf-8")
    found = build(folder, folder / "out").findings
    return [f.code.removeprefix("preflight.") for f in found if f.code.removeprefix("preflight.") in CODES]


def test_headlines_that_touch(tmp_path: Path) -> None:
    # 10 × 20 pt of 210 pt: five points are left at each side, and ten between the columns
    assert told(tmp_path) == ["heads-touch", "through-gutter"]


@pytest.mark.parametrize(
    ("right", "box", "one"),
    [
        ("head-2", "", "国国国国国国"),  # half as large again
        ("head", ", box: {stroke: {width: 0.5pt}}", "国国国国国国国国国国"),
        ("head", "", "国国国国国国"),  # 6 × 20: 45 pt of white
        ("head, line: 2, relation: 串文题, columns: 1", "", "国国国国国国国国国国"),
    ],
)
def test_headlines_that_are_kept_apart(tmp_path: Path, right: str, box: str, one: str) -> None:
    assert "heads-touch" not in told(tmp_path, right, box, one)


def test_a_headline_across_the_gutter_closes_it(tmp_path: Path) -> None:
    small.write(tmp_path, small.story(small.han(100)))
    found = [finding.code for finding in build(tmp_path, tmp_path / "out").findings]
    assert "preflight.through-gutter" not in found


def test_a_heading_at_a_columns_foot(tmp_path: Path) -> None:
    """Seven lines a column under the head: a paragraph of five, then a sub-heading of two, then text elsewhere."""
    text = f"{small.han(48)}\n\n## 小标题\n\n{small.han(40)}"
    layout = LAYOUT.replace("RIGHT", "head").replace("BOX", "").replace("lines: 1-10, head", "lines: 1-10, KEEP head")
    for keep, expected in (("keep-after-subhead: 0, level: 0,", True), ("level: 0,", False)):
        small.write(tmp_path, f"---\nheadline: 国国\n---\n{text}\n", layout.replace("KEEP", keep))
        (tmp_path / "issue.yaml").write_text(ISSUE, encoding="utf-8")
        (tmp_path / "stories/two.md").write_text(f"---\nheadline: 世\n---\n{small.han(80)}\n", encoding="utf-8")
        found = build(tmp_path, tmp_path / "out").findings
        at = [f for f in found if f.code == "preflight.heading-at-foot"]
        assert bool(at) is expected
        if at:
            assert (Path(at[0].span.file).name, at[0].span.line) == ("one.md", 6)
            assert (at[0].args["lines"], at[0].args["least"]) == ("0", "1")


SONG = Face("宋")
BODY = Style("body", SONG, 10_000, widow=True)
HEAD = Style("head", SONG, 30_000)
GRID = Grid(left=0, top=0, columns=2, column=100_000, gutter=10_000, lines=10, leading=15_000, em=10_000)


def run(text: str, x: int, y: int, size: int = 10_000) -> Glyphs:
    xs = tuple(size * at for at in range(len(text)))
    return Glyphs("宋-400", size, x, y, tuple(range(1, len(text) + 1)), xs, tuple(text), BLACK, 0)


def checked(items: list[Item], frames: list[FrameBox]) -> list[str]:
    slot = Slot("a", (1, 2), (1, 10), Head((1, 2), None, HEAD, None, None), BODY, HEAD, BODY, BODY)
    layout = Layout("a", 300_000, 300_000, 0, GRID, BODY, (slot,), ())
    display = DisplayList("a", "a", 1, 300_000, 300_000, 0, (Group("story", "a", tuple(items)),), tuple(frames),
                          (Span("s", 1, 1),))  # fmt: skip
    collector = Collector()
    check_makeup(Page(1, "", layout, ()), display, Teller(collector, {}))
    return [finding.code.removeprefix("preflight.") for finding in collector.findings]


COLUMNS = [
    FrameBox("column", "a", Rect(0, 0, 100_000, 145_000)),
    FrameBox("column", "a", Rect(110_000, 0, 100_000, 145_000)),
]


@pytest.mark.parametrize(
    ("head", "second", "expected"),
    [
        ("末行。", 130_000, ["widow"]),  # short, and the next line is indented
        ("末行。", None, ["widow"]),  # short, and nothing follows
        ("国" * 10, 130_000, []),  # a full line tells nothing
        ("末行。", 110_000, []),  # a ragged line: its paragraph goes on
    ],
)
def test_a_last_line_at_a_columns_head(head: str, second: int | None, expected: list[str]) -> None:
    items: list[Item] = [run("国" * 10, 0, 8_800), run(head, 110_000, 8_800)]
    if second is not None:
        items.append(run("国" * 8, second, 23_800))
    assert checked(items, COLUMNS) == expected


def test_a_row_of_one_character_in_a_headline() -> None:
    frames = [FrameBox("head", "a", Rect(0, 0, 210_000, 90_000))]
    assert checked([run("国国国", 0, 30_000, 30_000), run("国！", 0, 70_000, 30_000)], frames) == ["single-character"]
    assert checked([run("国国国", 0, 30_000, 30_000), run("国国", 0, 70_000, 30_000)], frames) == []
    assert checked([run("家", 0, 30_000, 30_000)], frames) == []
