"""Layouts: inheritance, names, places; numbers worked out by hand."""

from __future__ import annotations

import pytest

from printlayout.base.geometry import Rect
from printlayout.base.messages import hint
from printlayout.base.units import mm
from printlayout.model.ink import Ink
from printlayout.model.layout import Layout
from printlayout.model.style import Face

from .conftest import LAYOUT, Folder


def layout(folder: Folder) -> Layout:
    issue = folder.load()
    assert issue is not None, folder.collector.findings
    return issue.pages[0].layout


def test_the_grid_is_centred_and_measured(folder: Folder) -> None:
    grid = layout(folder).grid
    # 2 × 10 字 + 1 字 = 21 × 10 pt = 210 pt on 100 mm = 283.465 pt: (283465 − 210000) / 2
    assert (grid.left, grid.top, grid.width) == (36732, 28346, 210_000)
    assert (grid.height, grid.x(2), grid.y(3)) == (9 * 15_000 + 10_000, 36732 + 110_000, 28346 + 30_000)


def test_left_is_taken_when_given(folder: Folder) -> None:
    folder.change("layouts/small.yaml", "lines: 10}", "left: 5mm, lines: 10}")
    assert layout(folder).grid.left == mm(5) == 14173


def test_leading_may_be_given_in_characters(folder: Folder) -> None:
    folder.change("layouts/small.yaml", "leading: 15pt", "leading: 1.33字")
    assert layout(folder).grid.leading == 13_300


@pytest.mark.parametrize(
    ("written", "size"),
    [
        ("对开", (mm(390), mm(545), 0)),
        ("四开", (mm(275), mm(390), 0)),
        ("{name: 四开, bleed: 3mm}", (mm(275), mm(390), mm(3))),
        ("{name: 对开, height: 540mm}", (mm(390), mm(540), 0)),
        ("本报\nsheets: {本报: {width: 200mm, height: 30cm}}", (mm(200), mm(300), 0)),
    ],
)
def test_sheets(folder: Folder, written: str, size: tuple[int, int, int]) -> None:
    folder.change("layouts/small.yaml", "{width: 100mm, height: 100mm}", written)
    made = layout(folder)
    assert (made.width, made.height, made.bleed) == size


def test_a_house_may_have_its_own_sizes(folder: Folder) -> None:
    folder.change("layouts/small.yaml", "size: 20pt", "size: 小初, sizes: [小初, 一号, 40pt]")
    folder.change("layouts/small.yaml", "styles:", "hao: {小初: 30pt}\nstyles:")
    style = layout(folder).styles["head"]
    assert (style.size, style.sizes) == (30_000, (40_000, 30_000, 26_000))


def test_inks_and_tints(folder: Folder) -> None:
    folder.change("layouts/small.yaml", "styles:", (
        "inks: {红: {m: 100, y: 95, k: 10%}, 淡红: 红 8%, 更淡: 淡红 50%}\nstyles:"
    ))  # fmt: skip
    folder.change("layouts/small.yaml", "size: 20pt", "size: 20pt, ink: 红 8%")
    folder.change("layouts/small.yaml", "size: 8pt", "size: 8pt, ink: 更淡")
    styles = layout(folder).styles
    assert styles["head"].ink == Ink("红 8%", 0, 80, 76, 8)
    assert styles["caption"].ink == Ink("更淡", 0, 40, 38, 4)
    assert styles["body"].ink.black == 1000


def test_styles_extend_styles_and_compose(folder: Folder) -> None:
    folder.change("layouts/small.yaml", "styles:", (
        "composition: {level: 严格, punctuation: 开明, autospace: 0.17}\nstyles:\n"
        "  two: {extends: one, size: 12pt, composition: {hanging: 总是}}\n"
        "  one: {face: 黑 700, size: 14pt, latin: Sans 700, indent: 2字,\n"
        "        hang: 28pt, widow: 是, drop-cap: 2, tracking: 0.05, lines: 3, align: 居中,\n"
        "        composition: {level: none}}"
    ))  # fmt: skip
    style = layout(folder).styles["two"]
    assert (style.face, style.latin, style.size) == (Face("黑", 700), Face("Sans", 700), 12_000)
    assert (style.indent, style.tracking, style.lines, style.align, style.leading) == (2000, 50, 3, "center", 0)
    assert (style.hang, style.widow, style.drop_cap) == (2333, True, 2)  # 28 pt of 12 pt: two is smaller than one
    made = style.composition
    assert (made.level, made.punctuation, made.autospace, made.hanging) == ("none", "kaiming", 170, "force")


def test_furniture_places(folder: Folder) -> None:
    folder.write("layouts/small.yaml", LAYOUT + """\
furniture:
  - {kind: fill, columns: 2, lines: 2-3, ink: black 8%}
  - {kind: 线, x: -3mm, right: 103mm, y: 5mm, bottom: 6mm, stroke: {width: 1pt, kind: 文武线}}
  - {kind: text, x: 1字, width: 3字, y: 2行, height: 1行, text: "{page}", style: body}
""")  # fmt: skip
    fill, rule, text = layout(folder).furniture
    assert fill.rect == Rect(36732 + 110_000, 28346 + 15_000, 100_000, 25_000)
    assert rule.rect == Rect(-mm(3), mm(5), mm(103) + mm(3), mm(6) - mm(5))
    assert rule.stroke is not None and rule.stroke.kind == "thick-thin"
    assert text.rect == Rect(10_000, 30_000, 30_000, 15_000)


def test_slots(folder: Folder) -> None:
    folder.change("layouts/small.yaml", "lead: {columns: 1-2,", (
        "lead: {pictures: [{columns: 1, lines: 4, foot: true}], box: {fill: black 5%, outset: 3mm, sides: 上},"
        " column-rule: {width: 0.25pt}, body: body, columns: 1-2,"
    ))  # fmt: skip
    slot = layout(folder).slot("lead")
    assert slot is not None and slot.box is not None and slot.box.fill is not None and slot.rule is not None
    assert (slot.columns, slot.lines, slot.head.columns) == ((1, 2), (1, 10), (1, 2))
    assert (slot.box.sides, slot.box.outset, slot.box.fill.black, slot.rule.width) == (("top",), mm(3), 50, 250)
    assert slot.pictures[0].foot and slot.pictures[0].columns == (1, 1)


def test_a_layout_extends_a_layout(folder: Folder) -> None:
    folder.write("layouts/base.yaml", LAYOUT + """\
  foot: {columns: 1-2, lines: 9-10, head: {headline: head}}
furniture:
  - {name: a, kind: fill, columns: 1, lines: 1, ink: black}
  - {name: b, kind: fill, columns: 1, lines: 2, ink: black}
""")  # fmt: skip
    folder.write("layouts/small.yaml", """\
extends: base
styles: {head: {size: 30pt}}
slots: {lead: {lines: 1-8}, foot: }
furniture:
  - {kind: fill, columns: 1, lines: 3, ink: black}
  - {name: a, lines: 4}
""")  # fmt: skip
    made = layout(folder)
    assert made.name == "small" and made.styles["head"].face == Face("宋", 900)
    assert made.styles["head"].size == 30_000
    assert [(s.name, s.lines) for s in made.slots] == [("lead", (1, 8))]
    top = made.grid.top
    assert [f.rect.y - top for f in made.furniture] == [45_000, 15_000, 30_000]
    assert made.furniture[0].span.file.endswith("small.yaml")
    assert made.furniture[1].span.file.endswith("base.yaml")


def test_furniture_need_not_be_kept(folder: Folder) -> None:
    item = "{kind: fill, columns: 1, lines: 1, ink: black}"
    folder.write("layouts/base.yaml", LAYOUT + f"furniture:\n  - {item}\n  - {item}\n")
    folder.write("layouts/small.yaml", f"extends: base\nkeep-furniture: 否\nfurniture:\n  - {item}\n")
    assert [f.span.line for f in layout(folder).furniture] == [4]


def test_a_house_layout_may_extend_the_shipped_one_of_its_name(folder: Folder) -> None:
    folder.write("layouts/broadsheet.yaml", "extends: broadsheet\nsheet: {name: 对开, height: 550mm}\nfurniture: []\n")
    folder.write("layouts/small.yaml", "extends: broadsheet\n")
    folder.change("issue.yaml", "people: {责编: 张三}", "people: {责编: 张三, 美编: 李四, 校对: 王五}")
    folder.change("issue.yaml", "    stories:\n      lead: one\n", "")
    assert layout(folder).height == mm(550)


@pytest.mark.parametrize(
    ("code", "old", "new", "line", "column"),
    [
        ("spec.unknown-name", "sheet: {width: 100mm, height: 100mm}", "sheet: 三开", 1, 8),
        ("spec.missing-key", "{width: 100mm, height: 100mm}", "{width: 100mm}", 1, 8),
        ("spec.bad-value", "width: 100mm", "width: 10字", 1, 16),
        ("spec.out-of-range", "top: 10mm", "top: -1mm", 2, 18),
        ("spec.out-of-range", "top: 10mm", "top: 99999cm", 2, 18),
        ("spec.column-not-whole", "column: 10字", "column: 10.4字", 3, 28),
        ("spec.column-range", "column: 10字, gutter: 1字", "column: 9字, gutter: 1字", 3, 28),
        ("spec.outside-sheet", "column: 10字", "column: 20字", 2, 12),
        ("spec.outside-sheet", "lines: 10}", "lines: 18}", 2, 12),
        ("spec.outside-sheet", "lines: 10}", "left: 30mm, lines: 10}", 2, 12),
        ("spec.outside-grid", "columns: 1-2, lines", "columns: 1-3, lines", 11, 19),
        ("spec.outside-grid", "lines: 1-10", "lines: 1-11", 11, 31),
        ("spec.outside-grid", "headline: head}", "headline: head, columns: 1-3}", 11, 69),
        (
            "spec.outside-grid",
            "headline: head}",
            "headline: head}, pictures: [{columns: 1, line: 8, lines: 4}]",
            11,
            91,
        ),
        ("spec.bad-range", "columns: 1-2, lines", "columns: 0, lines", 11, 19),
        ("spec.unknown-key", "headline: head}", "headline: head, headlin: head}", 11, 60),
        ("spec.missing-key", "headline: head}", "}", 11, 43),
        ("spec.unknown-name", "headline: head}", "headline: haed}", 11, 54),
        ("spec.unknown-name", "  credit: {face: 楷, size: 7pt}\n", "", 10, 9),
        ("spec.cycle", "styles:", "styles:\n  a: {extends: b}\n  b: {extends: a}", 6, 16),
        ("spec.unknown-name", "styles:", "styles:\n  a: {extends: b}", 5, 16),
        ("spec.cycle", "styles:", "inks: {a: b 5%, b: a}\nstyles:", 4, 11),
        ("spec.unknown-name", "styles:", "inks: {a: b 5%}\nstyles:", 4, 11),
        ("spec.out-of-range", "styles:", "inks: {a: {k: 101}}\nstyles:", 4, 15),
        ("spec.out-of-range", "size: 8pt", "size: 8pt, ink: black 120%", 7, 38),
        ("spec.bad-value", "face: 宋 900", "face: 900", 9, 16),
        ("spec.cycle", "styles:", "extends: small\nstyles:", 4, 10),
        ("spec.unknown-word", "size: 8pt", "size: 8pt, align: 靠边", 7, 40),
    ],
)
def test_faults_of_a_layout(folder: Folder, code: str, old: str, new: str, line: int, column: int) -> None:
    folder.change("layouts/small.yaml", old, new)
    folder.load()
    assert (code, "small.yaml", line, column) in folder.told()
    assert len(set(folder.codes())) == 1, folder.told()


@pytest.mark.parametrize(
    ("code", "item", "column"),
    [
        ("spec.position", "{kind: fill, ink: black, columns: 1}", 5),
        ("spec.position", "{kind: fill, ink: black, columns: 1, x: 1mm, lines: 1}", 5),
        ("spec.position", "{kind: fill, ink: black, x: 1mm, width: 1mm, right: 2mm, lines: 1}", 5),
        ("spec.no-extent", "{kind: fill, ink: black, columns: 1, y: 5mm, bottom: 4mm}", 58),
        ("spec.outside-grid", "{kind: fill, ink: black, columns: 1, lines: 9-11}", 49),
        ("spec.missing-key", "{kind: fill, columns: 1, lines: 1}", 5),
        ("spec.missing-key", "{kind: text, columns: 1, lines: 1, text: x}", 5),
        ("spec.missing-key", "{kind: rule, columns: 1, lines: 1}", 5),
        ("spec.unknown-word", "{kind: picture, columns: 1, lines: 1}", 12),
    ],
)
def test_faults_of_furniture(folder: Folder, code: str, item: str, column: int) -> None:
    folder.write("layouts/small.yaml", LAYOUT + f"furniture:\n  - {item}\n")
    assert folder.load() is None
    assert folder.told() == [(code, "small.yaml", 13, column)]


def test_a_base_that_is_not_there_is_the_only_thing_missed(folder: Folder) -> None:
    folder.write("layouts/small.yaml", "extends: nothing\nstyles: {a: {extends: body, colour: red}}\n")
    assert folder.load() is None
    assert folder.told() == [("spec.unknown-name", "small.yaml", 1, 10), ("spec.unknown-key", "small.yaml", 2, 29)]


def test_what_a_base_lacks_is_missed(folder: Folder) -> None:
    folder.write("layouts/base.yaml", "normalise: true\n")
    folder.write("layouts/small.yaml", "extends: base\n")
    assert folder.load() is None
    assert folder.codes() == ["spec.missing-key"] * 3 + ["spec.unknown-name"] * 2


def test_lengths_are_helped(folder: Folder) -> None:
    folder.change("layouts/small.yaml", "column: 10字", "column: 10")
    folder.change("layouts/small.yaml", "size: 20pt", "size: 小衣")
    folder.load()
    hints = [hint(finding, "zh") for finding in folder.collector.findings]
    assert hints[0].startswith("写明单位，如 10字 或 10mm。") and hints[1].startswith("号有：初号、小初、一号、小一、")


def test_slots_may_not_overlap(folder: Folder) -> None:
    folder.write("layouts/small.yaml", LAYOUT + "  foot: {columns: 2, lines: 10, head: {headline: head}}\n")
    assert folder.load() is None
    assert ("spec.overlap", "small.yaml", 12, 29) in folder.told()
