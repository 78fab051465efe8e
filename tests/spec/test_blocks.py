"""Blocks: where their pieces come to stand, how lists repeat, and that nothing of the data is lost or missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages import small
from printlayout.base.diagnostics import Collector
from printlayout.base.geometry import Rect
from printlayout.model.art import Drawing
from printlayout.model.layout import Furniture
from printlayout.release.inputs import page_inputs
from printlayout.spec.issues import load_issue

BARE = small.LAYOUT.partition("slots:")[0]
BLOCK = """\
blocks:
  prices:
    columns: 2
    lines: 1-4
    pieces:
      - {kind: text, x: 1字, y: 1行, width: 3字, text: "{title}：{paper}", style: body}
      - {kind: text, x: -2字, text: "{note}", style: body, optional: true}
    repeats:
      - list: rows
        y: 2行
        across: 2
        step: 1行
        pieces:
          - {kind: text, text: "{name}", style: body, when: {change: "+"}}
          - {kind: rule, height: 1pt, stroke: {width: 1pt}, between: true}
"""
"""Column 2 begins at 10 mm + 11 字 of 10 pt and is 10 字 wide; line 1 lies 10 mm below the trim, lines are 15 pt."""
LEFT, TOP = 36_732 + 110_000, 28_346


def read(folder: Path, data: str, layout: str = BLOCK, **files: bytes) -> tuple[tuple[Furniture, ...], list[str]]:
    made = small.write(folder, small.story("无"), BARE + layout, **files)
    text = small.ISSUE.partition("    stories:")[0] + data
    (made / "issue.yaml").write_text(text, encoding="utf-8")
    collector = Collector()
    issue = load_issue(made, collector)
    found = [f"{f.code} {Path(f.span.file).name}:{f.span.line}" for f in collector.findings]
    return (issue.pages[0].layout.furniture if issue else ()), found


def block(*lines: str) -> str:
    """The page's blocks, the first line of which is line 7."""
    return "\n".join(["    blocks:", *(f"      {line}" for line in lines)]) + "\n"


def test_pieces_stand_in_their_block(tmp_path: Path) -> None:
    things, told = read(tmp_path, block("prices: {data: {title: 菜价, note: 元, rows: []}}"))
    assert told == []
    title, note = things
    left = title.rect.x - 10_000
    assert (title.text, note.text) == ("菜价：新报", "元")
    assert title.rect == Rect(left + 10_000, TOP + 15_000, 30_000, 10_000)
    assert note.rect == Rect(left + 80_000, TOP, 20_000, 10_000)  # 2 字 from the right edge


def test_lists_repeat_their_pieces(tmp_path: Path) -> None:
    """Two across: each half of ten 字; the rule is left away in the last row, the name where it does not rise."""
    rows = "[{name: 甲, change: +1}, {name: 乙, change: -1}, {name: 丙, change: +2}]"
    things, told = read(tmp_path, block(f"prices: {{data: {{title: 菜价, rows: {rows}}}}}"))
    assert told == []
    title, first, rule, other_rule, third = things
    left = title.rect.x - 10_000
    assert first.rect == Rect(left, TOP + 30_000, 50_000, 10_000)
    assert (first.text, third.text) == ("甲", "丙")
    assert third.rect == Rect(left, TOP + 45_000, 50_000, 10_000)
    assert [rule.rect.x, other_rule.rect.x] == [left, left + 50_000]


def test_data_from_files(tmp_path: Path) -> None:
    """Values in place go over the file's; a table's first line names its columns."""
    data = block("prices:", "  file: prices.yaml", "  data: {title: 今日菜价}", "  tables: {rows: rows.csv}")
    files = {"data__prices_yaml": "title: 菜价\nnote: 元\n".encode(), "data__rows_csv": "name,change\n甲,+1\n".encode()}
    things, told = read(tmp_path, data, **files)
    assert told == []
    assert [thing.text for thing in things] == ["今日菜价：新报", "元", "甲"]


def test_files_of_data_are_inputs_of_the_page(tmp_path: Path) -> None:
    read(tmp_path, block("prices: {file: prices.yaml}"), data__prices_yaml="title: 菜价\nrows: []\n".encode())
    issue = load_issue(tmp_path, Collector())
    assert issue is not None
    assert "data/prices.yaml" in page_inputs(issue, issue.pages[0], None, None)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("prices: {data: {rows: []}}", ["block.no-value issue.yaml:7"]),
        ("prices: {data: {title: 菜价}}", ["block.no-value issue.yaml:7"]),
        ("prices: {data: {title: 菜价, rows: [{change: +1}]}}", ["block.no-value issue.yaml:7"]),
        ("prices: {data: {title: 菜价, rows: [], more: 多}}", ["block.unused issue.yaml:7"]),
        ("prices: {data: {title: 菜价, rows: [], lines: [{a: 1}]}}", ["block.unused issue.yaml:7"]),
        ("prices: {data: {title: 菜价, rows: [{}, {}, {}, {}, {}, {}, {}]}}", ["block.rows issue.yaml:7"]),
        ("prices: {data: {title: [菜价], rows: []}}", ["spec.bad-value issue.yaml:7", "block.no-value issue.yaml:7"]),
        ("prices: {file: nobody.yaml}", ["block.data-missing issue.yaml:7"]),
        ("prices: {file: ../x.yaml}", ["spec.unsafe-path issue.yaml:7"]),
        ("prices: {data: {title: 菜价}, tables: {rows: bad.csv}}", ["block.csv-row bad.csv:2"]),
        ("prices: {data: {title: 菜价}, tables: {rows: gbk.csv}}", ["block.data-unread issue.yaml:7"]),
        ("price: {data: {title: 菜价}}", ["spec.unknown-name issue.yaml:7", "block.no-data issue.yaml:7"]),
    ],
)
def test_faults_of_data_are_told_at_their_place(tmp_path: Path, data: str, told: list[str]) -> None:
    files = {"data__bad_csv": "name,change\n甲\n".encode(), "data__gbk_csv": "名,价\n".encode("gbk")}
    _, found = read(tmp_path, block(data), **files)
    assert found == told


def test_a_block_without_data_is_told(tmp_path: Path) -> None:
    _, found = read(tmp_path, "")
    assert found == ["block.no-data issue.yaml:4"]


@pytest.mark.parametrize(
    ("layout", "told"),
    [
        ("blocks:\n  w: {use: wetter, columns: 1, lines: 1-9}\n", ["spec.unknown-name small.yaml:11"]),
        ("blocks:\n  w: {use: ../w, columns: 1, lines: 1-9}\n", ["spec.unsafe-path small.yaml:11"]),
        ("blocks:\n  w: {use: weather, columns: 1, lines: 1-9}\n", ["block.too-small small.yaml:11"]),
        ("blocks:\n  w: {columns: 1-3, lines: 1-99}\n", ["spec.outside-grid small.yaml:11"] * 2),
        ("blocks:\n  w: {columns: 1}\n", ["spec.position small.yaml:11"]),
        ("blocks:\n  w: {columns: 1, lines: 1, pieces: [{kind: text, text: a}]}\n", ["spec.missing-key small.yaml:11"]),
    ],
)
def test_faults_of_a_block_are_told_in_its_layout(tmp_path: Path, layout: str, told: list[str]) -> None:
    _, found = read(tmp_path, "", layout)
    assert found == told


WIDE = """\
sheet: {width: 100mm, height: 80mm}
type-area: {top: 10mm, lines: 12}
grid: {columns: 1, column: 24字, gutter: 0字, body: 小五, leading: 12pt}
styles:
  body: {face: 宋 400, size: 小五}
  weather-city: {face: 楷 500, size: 10pt}
blocks:
  w: {use: weather, columns: 1, lines: 1-8}
"""


def test_a_shipped_block(tmp_path: Path) -> None:
    """Its styles come along and give way to the layout's; words stand for its symbols."""
    made = small.write(tmp_path, small.story("无"), WIDE)
    days = "[{day: 明天, sky: 雪, low: -2, high: 3}]"
    data = block(f"w: {{data: {{city: 十堰, today: {{sky: 晴, low: 0, high: 9, wind: 微风}}, days: {days}}}}}")
    (made / "issue.yaml").write_text(small.ISSUE.partition("    stories:")[0] + data, encoding="utf-8")
    collector = Collector()
    issue = load_issue(made, collector)
    assert collector.findings == []
    assert issue is not None
    things = issue.pages[0].layout.furniture
    assert sum(isinstance(thing.art, Drawing) for thing in things) == 2
    assert issue.pages[0].layout.styles["weather-city"].face.family == "楷"
    assert "十堰天气" in [thing.text for thing in things]


def test_a_sky_without_a_symbol_is_told_at_the_data(tmp_path: Path) -> None:
    made = small.write(tmp_path, small.story("无"), WIDE)
    data = block(
        "w:", "  data:", "    city: 十堰", "    today: {sky: 沙尘, low: 0, high: 9, wind: 微风}", "    days: []"
    )
    (made / "issue.yaml").write_text(small.ISSUE.partition("    stories:")[0] + data, encoding="utf-8")
    collector = Collector()
    assert load_issue(made, collector) is None
    assert [(f.code, f.span.line) for f in collector.findings] == [("block.art-missing", 10)]
