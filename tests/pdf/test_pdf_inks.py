"""Inks in the file: spot inks as Separations, what overprints, what is told of a page's inks."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from printlayout.base.diagnostics import Collector
from printlayout.base.geometry import Rect
from printlayout.model.display import DisplayList, Fill, Item, Line, Path
from printlayout.model.ink import BLACK, REGISTRATION, WHITE, Ink
from printlayout.model.press import NEWSPRINT
from printlayout.pdf.content import content
from printlayout.pdf.inks import Inks, check_inks, spot_plates
from printlayout.pdf.standard import Target
from printlayout.pdf.writer import write

from .fontkit import Fonts
from .pages import META, page, text

TOMATO = Ink("tomato", 0, 950, 1000, 0, "PANTONE 485")
GOLD = Ink("gold", 0, 200, 600, 200, "金/墨 #1")
SPOTS = replace(NEWSPRINT, spots=True)
AREA = Rect(10_000, 20_000, 100_000, 50_000)


def opened(*pages: DisplayList, spots: bool = True) -> pikepdf.Pdf:
    where = SPOTS if spots else NEWSPRINT
    return pikepdf.open(BytesIO(write(pages, Fonts(), META, Target(where))))


def painted(*items: Item, inks: Inks | None = None) -> list[str]:
    """State and colour operators of a page without text."""
    return re.findall(r"^.* (?:gs|k|K|scn|SCN|g|G)$", content(page(items), {}, {}, inks or Inks()).decode(), re.M)


# -- spot inks ------------------------------------------------------------------------------------------------


def test_a_spot_ink_is_a_separation_with_its_alternate() -> None:
    found = opened(page([Fill(AREA, TOMATO, 0), Fill(AREA, TOMATO.tint(400), 0), Fill(AREA, BLACK, 0)]))
    (space,) = found.pages[0].Resources.ColorSpace.values()
    kind, name, alternate, function = space
    assert (kind, name, alternate) == ("/Separation", "/PANTONE 485", "/DeviceCMYK")
    assert function.FunctionType == 2
    assert [list(map(float, function[key])) for key in ("/Domain", "/C0", "/C1")] == [
        [0, 1], [0, 0, 0, 0], [0, 0.95, 1, 0],
    ]  # fmt: skip
    assert float(function.N) == 1
    written = found.pages[0].Contents.read_bytes().decode()
    assert "/Cs1 cs 1 scn" in written
    assert "/Cs1 cs 0.4 scn" in written
    assert "0 0 0 1 k" in written


def test_a_spot_is_one_colour_space_all_over_the_file() -> None:
    first, second = page([Fill(AREA, TOMATO.tint(100), 0)]), page([Fill(AREA, TOMATO, 0), Fill(AREA, GOLD, 0)])
    found = opened(first, second)
    spaces = [obj for obj in found.objects if isinstance(obj, pikepdf.Array) and obj[0] == "/Separation"]
    assert sorted(str(space[1]) for space in spaces) == ["/PANTONE 485", "/金/墨 #1"]
    pages = [set(sheet.Resources.ColorSpace.keys()) for sheet in found.pages]
    assert [len(names) for names in pages] == [1, 2]
    assert pages[0] < pages[1]


def test_a_page_without_spots_names_no_colour_space() -> None:
    found = opened(page([Fill(AREA, BLACK, 0)]))
    assert "/ColorSpace" not in found.pages[0].Resources


def test_a_press_without_spots_prints_the_alternate() -> None:
    found = opened(page([Fill(AREA, TOMATO.tint(400), 0), Line(0, 0, 9_000, 0, 250, TOMATO, 0)]), spots=False)
    written = found.pages[0].Contents.read_bytes().decode()
    assert "0 0.38 0.4 0 k" in written
    assert "0 0.95 1 0 K" in written
    assert "/ColorSpace" not in found.pages[0].Resources


def test_strokes_in_a_spot_ink() -> None:
    outline = Path("mlh", (0, 0, 9_000, 0), 0, TOMATO, GOLD, 500)
    seen = painted(outline, Line(0, 0, 9_000, 0, 250, GOLD, 0), inks=Inks({TOMATO.spot: "Cs1", GOLD.spot: "Cs2"}))
    assert seen == ["/Ko gs", "/Cs1 cs 1 scn", "/Cs2 CS 1 SCN"]


@given(st.integers(20, 1000))
def test_the_whole_ink_is_found_from_a_tint(permille: int) -> None:
    """The alternate of the file's Separation is within what rounding the tint to permille can lose."""
    (full,) = spot_plates([page([Fill(AREA, TOMATO.tint(permille), 0)])], SPOTS).values()
    least = 501 / max(1, permille) + 1
    assert abs(full.magenta - 950) <= least
    assert abs(full.yellow - 1000) <= least
    assert (full.cyan, full.black, full.amount) == (0, 0, 1000)


def test_a_layouts_spot_tells_which_plate_it_is_on() -> None:
    assert (TOMATO.plates, TOMATO.tint(300).coverage, TOMATO.tint(300).spot) == (1, 300, "PANTONE 485")


# -- overprinting ---------------------------------------------------------------------------------------------

RICH = Ink("rich", 400, 0, 0, 1000)
SPOT_BLACK = Ink("black foil", 0, 0, 0, 1000, "FOIL")


@pytest.mark.parametrize(
    ("item", "over"),
    [
        (text("一"), True),
        (text("一", ink=BLACK.tint(990)), False),
        (text("一", ink=WHITE), False),
        (text("一", ink=RICH), False),
        (text("一", ink=SPOT_BLACK), False),
        (Line(0, 0, 9_000, 0, 250, BLACK, 0), True),
        (Line(0, 0, 9_000, 0, 250, WHITE, 0), False),
        (Fill(AREA, BLACK, 0), False),
        (Fill(AREA, WHITE, 0), False),
        (Path("mlh", (0, 0, 9_000, 0), 0, BLACK), True),
        (Path("mlh", (0, 0, 9_000, 0), 0, WHITE), False),
        (Path("mlh", (0, 0, 9_000, 0), 0, None, BLACK, 250), True),
    ],
)
def test_only_full_black_text_and_rules_overprint(item: Item, over: bool) -> None:
    assert Inks({"FOIL": "Cs1"}).overprints(item) is over


def test_text_above_the_press_size_knocks_out() -> None:
    inks = Inks(overprint=24_000)
    assert inks.overprints(text("一", size=24_000))
    assert not inks.overprints(text("一", size=24_001))
    where = replace(NEWSPRINT, overprint=24_000)
    found = pikepdf.open(BytesIO(write([page([text("一", size=60_000, y=80_000)])], Fonts(), META, Target(where))))
    assert b"/Ko gs" in found.pages[0].Contents.read_bytes()


def test_states_say_overprint_mode_1() -> None:
    found = opened(page([text("一")]))
    states = found.pages[0].Resources.ExtGState
    for name, (over, mode) in {"/Ov": (True, 1), "/Ko": (False, 0)}.items():
        assert (states[name].OP, states[name].op, states[name].OPM) == (over, over, mode)


# -- what is told ---------------------------------------------------------------------------------------------


def told(*items: Item, spots: bool = False, kind: str = "story") -> list[tuple[str, str]]:
    collector = Collector()
    check_inks(page(items, kind=kind), SPOTS if spots else NEWSPRINT, collector)
    return [(finding.code, str(finding.span)) for finding in collector.findings]


def test_small_rich_black_text_is_an_error_at_its_place() -> None:
    assert told(text("一", ink=RICH, size=23_999)) == [("pdf.rich-black", "stories/a.md:3:1")]
    assert told(text("一", ink=RICH, size=24_000)) == []
    assert told(text("一"), text("一", ink=BLACK.tint(950)), text("一", ink=Ink("red", 0, 1000, 1000, 100))) == []
    assert told(text("一", ink=RICH), kind="mark") == []


def test_a_spot_printed_by_its_alternate_is_told_once() -> None:
    items = [Fill(AREA, TOMATO, 0), Fill(AREA, TOMATO.tint(500), 0)]
    assert told(*items) == [("pdf.spot-as-process", "stories/a.md:3:1")]
    assert told(*items, spots=True) == []
    assert told(Fill(AREA, REGISTRATION, 0), kind="mark") == []
