"""Bodies in their columns: on one grid, nothing lost, tall columns set like short ones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from laid import Laid, laid
from printlayout.base.diagnostics import Collector, Span
from printlayout.layout.itemise import CellMaker
from printlayout.layout.paragraph import Setter
from printlayout.layout.parts import parts_of
from printlayout.model.display import Glyphs
from printlayout.model.frames import Segment
from printlayout.model.layout import Grid, Head, Slot
from printlayout.model.story import Block, Run, Story
from printlayout.model.style import Style
from square import SQUARE, SquareShaper, codes

# A column of 10 字; 字 10 pt, pitch 13 pt.
GRID = Grid(left=5_000, top=7_000, columns=4, column=100_000, gutter=10_000, lines=60, leading=13_000, em=10_000)
BODY = Style("body", SQUARE, 10_000, indent=2_000)
SUBHEAD = Style("subhead", SQUARE, 12_000, align="center", lines=3)
SLOT = Slot(
    "lead", (1, 4), (1, 60), Head((1, 4), None, BODY, None, None), BODY, SUBHEAD, BODY, BODY, keep_after_subhead=2
)


def story(*blocks: str) -> Story:
    """Paragraphs; those that begin with # are sub-headings."""
    made = []
    for number, text in enumerate(blocks, 1):
        kind = "subhead" if text.startswith("#") else "para"
        span = Span("story", number, 1)
        made.append(Block(kind, (Run(text.removeprefix("#"), span=span),), span))
    return Story("a", blocks=tuple(made))


def poured(text: Story, segments: list[Segment]) -> Laid:
    collector = Collector()
    parts = parts_of(text, SLOT, GRID, Setter(CellMaker(SquareShaper(), collector), collector), collector)
    found = laid(parts, segments, GRID, SLOT.level, collector)
    assert codes(collector) == []
    return found


def columns(*bounds: tuple[int, int]) -> list[Segment]:
    return [Segment(c, GRID.x(c), GRID.column, a, b) for c, (a, b) in enumerate(bounds, 1)]


def glyphs(body: Laid, size: int) -> list[Glyphs]:
    return [item for item in body.items if isinstance(item, Glyphs) and item.size == size]


TEXT = story("国" * 48, "#小标题", "人" * 55, "大" * 33, "#又一个小标题", "会" * 70)


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_r59_all_columns_share_one_baseline_grid(count: int) -> None:
    body = poured(TEXT, columns(*[(1, 60)] * count))
    # the em box of line 1 begins at 7 pt, its baseline 8.8 pt below
    for item in glyphs(body, 10_000):
        assert (item.y - 7_000 - 8_800) % 13_000 == 0
    assert len(glyphs(body, 12_000)) == 2


def test_r59_a_sub_heading_takes_the_lines_of_its_style() -> None:
    body = poured(story("国" * 18, "#小标题", "人" * 28), columns((1, 60)))
    lines = [(item.y - 15_800) // 13_000 + 1 for item in glyphs(body, 10_000)]
    # two lines of text (8 + 10), three of the heading, three of text
    assert lines == [1, 2, 6, 7, 8]


def test_r50_every_paragraph_is_indented_by_two_characters() -> None:
    body = poured(story("国" * 18, "人" * 18), columns((1, 60)))
    assert [item.x - 5_000 for item in glyphs(body, 10_000)] == [20_000, 0, 20_000, 0]


def test_r57_columns_end_level() -> None:
    # 8 + 21 × 10 characters are 22 lines: in four columns 6, 6, 5, 5, so that none ends two lines short
    body = poured(story("国" * 218), columns(*[(1, 60)] * 4))
    assert body.body.last_line == 6
    heights = [sum(item.x - GRID.x(c) < 50_000 and item.x >= GRID.x(c) for item in body.items) for c in range(1, 5)]
    assert heights == [6, 6, 5, 5]


@pytest.mark.parametrize("room", [1, 3, 7, 12, 40])
def test_placed_and_overset_are_the_story(room: int) -> None:
    body = poured(TEXT, columns((1, room), (1, room)))
    placed = sum(len(item.text) for item in body.items if isinstance(item, Glyphs))
    over = body.body.overset.characters if body.body.overset else 0
    assert placed + over == sum(len(block.text) for block in TEXT.blocks)
    assert (body.body.overset is None) == (room >= 20)


def test_overset_names_its_place() -> None:
    body = poured(story("国" * 18, "人" * 18), columns((1, 3)))
    assert body.body.overset is not None
    assert (body.body.overset.characters, body.body.overset.lines) == (10, 1)
    assert body.body.overset.span == Span("story", 2, 9)
    assert body.body.overset.text == "人" * 10


def test_one_tall_column_sets_the_same_lines_as_four_short_ones() -> None:
    plain = story("国" * 98, "人" * 98, "大" * 98)
    tall = [item.text for item in glyphs(poured(plain, columns((1, 60))), 10_000)]
    short = [item.text for item in glyphs(poured(plain, columns(*[(1, 8)] * 4)), 10_000)]
    assert tall == short
    assert "".join(tall) == "".join(block.text for block in plain.blocks)


@pytest.mark.parametrize(
    ("marks", "leading", "size", "told"),
    [
        (("dots",), 15_000, 10_000, None),  # exactly half an em
        (("dots",), 14_900, 10_000, ("0.49", "0.5")),
        (("ruby",), 14_900, 10_000, ("0.49", "0.5")),
        (("dots", "ruby"), 16_250, 10_000, None),  # exactly five eighths
        (("dots", "ruby"), 16_000, 10_000, ("0.60", "0.625")),
        (("name",), 22_000, 18_000, ("0.22", "0.5")),  # the style's size counts, not the grid's
        (("mourning", "even"), 13_000, 10_000, None),  # these stand within the line
        ((), 13_000, 10_000, None),
    ],
)
def test_r56_marks_beside_text_have_room(
    marks: tuple[str, ...], leading: int, size: int, told: tuple[str, str] | None
) -> None:
    notes = {"ruby": "a", "even": "3"}
    runs = (Run("国" * 5), *(Run("人", mark=mark, note=notes.get(mark, "")) for mark in marks))
    slot = replace(SLOT, body=replace(BODY, size=size))
    collector = Collector()
    setter = Setter(CellMaker(SquareShaper(), collector), collector)
    grid = replace(GRID, leading=leading)
    parts_of(Story("a", blocks=(Block("para", runs),)), slot, grid, setter, collector)
    found = [(f.args["gap"], f.args["need"]) for f in collector.findings if f.code == "text.tight-marks"]
    assert found == ([told] if told else [])
