"""G, H. Paragraphs, headings and pictures on the grid (R51, R53-R55, R60, R62). Columns of 10 字 of 10 pt on 15 pt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from laid import Laid, laid
from printlayout.base.diagnostics import Collector, Span
from printlayout.base.units import parse_length
from printlayout.layout.itemise import CellMaker
from printlayout.layout.looks import paragraph_runs, shape_of
from printlayout.layout.paragraph import Setter
from printlayout.layout.parts import parts_of
from printlayout.makeup.slots import frames
from printlayout.model.display import Glyphs
from printlayout.model.frames import Segment
from printlayout.model.galley import SetParagraph
from printlayout.model.layout import Grid, Head, PicturePlace, Slot
from printlayout.model.story import Block, Run, Story
from printlayout.model.style import Face, Style
from printlayout.spec.document import parse
from printlayout.spec.layout_keys import LAYOUT, LayoutKeys
from printlayout.spec.resolve import resolve
from printlayout.spec.shapes import Reading
from square import BOLD, EM, PLAIN, SQUARE, codes, em, lines

GRID = Grid(left=0, top=0, columns=4, column=100_000, gutter=10_000, lines=60, leading=15_000, em=EM)
BODY = Style("body", SQUARE, EM, indent=2000, lead_in=BOLD)
HEAD = Head((1, 4), None, BODY, None, None)


def story(*paragraphs: tuple[Run, ...]) -> Story:
    return Story("s", blocks=tuple(Block("para", runs, Span("s", n, 1)) for n, runs in enumerate(paragraphs, 1)))


def text(words: str, role: str = "text", mark: str = "", note: str = "") -> Run:
    return Run(words, role, Span("s", 1, 1), mark, note)


def poured(copy: Story, *bounds: tuple[int, int], style: Style = BODY) -> Laid:
    slot = Slot("lead", (1, 4), (1, 60), HEAD, style, BODY, BODY, BODY)
    collector = Collector()
    setter = Setter(CellMaker(PLAIN, collector), collector)
    segments = [Segment(c, GRID.x(c), GRID.column, a, b) for c, (a, b) in enumerate(bounds, 1)]
    found = laid(parts_of(copy, slot, GRID, setter, collector), segments, GRID, slot.level, collector)
    assert codes(collector) == []
    return found


def paragraph(style: Style, measure: float, *runs: Run) -> SetParagraph:
    """A paragraph set in a style; the measure in em."""
    collector = Collector()
    setter = Setter(CellMaker(PLAIN, collector), collector)
    block = Block("para", runs, Span("s", 1, 1))
    made = setter.set(paragraph_runs(block, style), style.composition, style.size, shape_of(style, round(measure * EM)))
    assert codes(collector) == []
    return made


def starts(made: SetParagraph) -> list[float]:
    """Left edges of the lines in em."""
    return em(line.xs[0] for line in made.lines)


def baselines(body: Laid) -> list[int]:
    """Baselines of the body's lines; readings have a size of their own."""
    return sorted({item.y for item in body.items if isinstance(item, Glyphs) and item.size == EM})


@pytest.mark.parametrize(
    "second",
    [
        (text("国" * 28),),
        (text("国" * 4), text("着重", mark="dots"), text("国" * 22)),
        (text("国" * 4), text("拼音", mark="ruby", note="pī yī"), text("国" * 22)),
        (text("国" * 4), text("屈原", mark="name"), text("离骚", mark="title"), text("国" * 20)),
        (text("国" * 4), text("张三", mark="mourning"), text("国" * 20)),  # its frame may take room of its own
    ],
    ids=["plain", "dots", "ruby", "lines", "mourning"],
)
def test_r51_one_pitch_through_the_text(second: tuple[Run, ...]) -> None:
    # three paragraphs of 8 + 10 + 10 in one column: nine lines, the first em box at 0, its baseline 8.8 pt below
    body = poured(story((text("人" * 28),), second, (text("大" * 28),)), (1, 20))
    assert baselines(body) == [8_800 + 15_000 * line for line in range(9)]


@pytest.mark.parametrize(
    ("counts", "free", "kept"),
    [
        # five lines and three: four a column would send the fifth, the last of its paragraph, to the head of the second
        ([48, 28], [4, 4], [5, 3]),
        ([28, 8], [2, 2], [3, 1]),
        ([88, 78], [9, 8], [9, 8]),  # the column ends with a paragraph
        ([18, 28], [3, 2], [3, 2]),  # the second column begins with the middle line of three
        ([18, 8, 8], [2, 2], [2, 2]),  # a paragraph of one line is no widow
    ],
)
def test_r53_the_last_line_opens_no_column(counts: list[int], free: list[int], kept: list[int]) -> None:
    copy = story(*((text("国" * count),) for count in counts))
    for widow, expected in ((False, free), (True, kept)):
        body = poured(copy, (1, 20), (1, 20), style=replace(BODY, widow=widow))
        columns = [item.x // 110_000 for item in body.items if isinstance(item, Glyphs)]
        assert [columns.count(0), columns.count(1)] == expected


@pytest.mark.parametrize(
    ("name", "spread"), [("黎锦熙", [1, 1, 1]), ("李荣", [2, 1]), ("欧阳修", [1, 1, 1]), ("苏轼", [2, 1])]
)
def test_r54_interview(name: str, spread: list[float]) -> None:
    # three characters and a colon are four em; every line but the first begins there
    style = replace(BODY, indent=0, hang=4000)
    made = paragraph(style, 12, text(name, mark="even", note="3"), text("：" + "国" * 20))
    assert em(made.lines[0].advances)[: len(name)] == spread
    assert starts(made) == [0, 4, 4]
    # the eight characters of each line after the colon stand under one another
    assert [em(line.xs)[-8:] for line in made.lines[:2]] == [[4 + n for n in range(8)]] * 2


@pytest.mark.parametrize(("hang", "expected"), [(1000, [9, 8, 3]), (2000, [9, 7, 4]), (0, [9, 9, 2])])
def test_r54_the_indent_is_a_whole_number_of_em(hang: int, expected: list[int]) -> None:
    made = paragraph(replace(BODY, indent=0, hang=hang), 9, text("国" * 20))
    assert [len(line) for line in lines(made)] == expected
    assert starts(made)[1:] == [hang / 1000] * 2


LAYOUT_TEXT = """\
sheet: {{width: 400mm, height: 300mm}}
type-area: {{top: 10mm, lines: 10}}
grid: {{columns: 1, column: {column}, gutter: 1字, body: 9pt, leading: 12pt}}
styles:
  body: {{face: 宋 400, size: 9pt}}
"""


def grid_findings(column: str) -> list[str]:
    """What is told of a layout with a column of that width."""
    collector = Collector()
    node = parse(LAYOUT_TEXT.format(column=column), "layout.yaml", collector)
    at = Reading(collector)
    keys = LAYOUT.read(node, at, "layout") if node else None
    assert isinstance(keys, LayoutKeys)
    assert resolve("layout", keys, at) is not None
    return codes(collector)


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("21.4字", ["spec.column-not-whole"]),
        ("189.5pt", ["spec.column-not-whole"]),
        ("9.5字", ["spec.column-not-whole", "spec.column-range"]),
        ("9字", ["spec.column-range"]),
        ("49字", ["spec.column-range"]),
        ("10字", []),
        ("21字", []),
        ("189pt", []),
        ("48字", []),
    ],
)
def test_r55_a_measure_is_a_whole_number_of_em(column: str, expected: list[str]) -> None:
    assert parse_length(column) is not None
    assert grid_findings(column) == expected


@pytest.mark.parametrize("foot", [False, True])
@pytest.mark.parametrize(
    ("columns", "x", "width"),
    [
        ((1, 1), 0, 100_000),
        ((2, 3), 110_000, 210_000),  # 2 × 10 字 and the gutter
        ((1, 4), 0, 430_000),
        ((4, 4), 330_000, 100_000),
    ],
)
def test_r60_a_picture_is_whole_columns_wide(columns: tuple[int, int], x: int, width: int, foot: bool) -> None:
    place = PicturePlace(columns, 1, 8, foot, 1, Span("l", 1, 1))
    slot = Slot("lead", (1, 4), (1, 30), HEAD, BODY, BODY, BODY, BODY, (place,))
    collector = Collector()
    made = frames(slot, GRID, 3, 1, collector)
    assert codes(collector) == []
    (picture,) = made.pictures
    assert (picture.rect.x, picture.rect.width) == (x, width)
    # at the head: from the line under the headline group; at the foot: down to the slot's last line
    assert (picture.first, picture.last) == ((23, 30) if foot else (4, 11))
    assert picture.rect.y == (picture.first - 1) * 15_000


@pytest.mark.parametrize(
    ("head", "size", "begins"),
    [
        ("小题", EM, 3),  # 2 em and 1 em after it
        ("一个小题", EM, 5),
        ("小题。", EM, 3),  # its mark brings its own blank
    ],
)
def test_r62_one_em_after_a_run_in_head(head: str, size: int, begins: float) -> None:
    made = paragraph(replace(BODY, indent=0), 12, text(head, "strong"), text("国" * 30))
    first = made.lines[0]
    assert em(first.xs)[len(head)] == begins
    assert {piece.face for piece in first.pieces} == {BOLD.key, SQUARE.key}
    assert all(piece.size == size for piece in first.pieces)


@pytest.mark.parametrize("space", ["", " ", "  "])
def test_r62_a_space_typed_behind_the_head_is_in_its_em(space: str) -> None:
    # two characters and 1 em: the text begins at 3
    made = paragraph(replace(BODY, indent=0), 12, text("小题", "strong"), text(space + "国" * 30))
    line = made.lines[0]
    assert em(line.xs)[2 + len(space)] == 3.0
    assert line.width == 120_000


@pytest.mark.parametrize("face", [BOLD, Face("square", 900)])
def test_r62_the_line_is_flush_whatever_the_width_of_the_head(face: Face) -> None:
    # "A1" is 1 em and "A12" 1½: 10½ em of 12 are left and ten characters fit; they are spread by ½ em in all
    style = replace(BODY, indent=0, lead_in=face)
    whole, broken = (paragraph(style, 12, text(head, "strong"), text("国" * 40)) for head in ("小题", "题12"))
    for made in (whole, broken):
        for line in made.lines[:-1]:
            assert line.width == 120_000
    assert em(whole.lines[0].advances)[-9:] == [1] * 9
    assert sum(em(broken.lines[0].advances)) == pytest.approx(12)
