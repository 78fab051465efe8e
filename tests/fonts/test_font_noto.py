"""The shipped fonts, installed: facts about them that composition relies on."""

from __future__ import annotations

from pathlib import Path

import pytest

from printlayout.base.diagnostics import Collector
from printlayout.fonts.catalogue import load_catalogue
from printlayout.fonts.face import Fonts
from printlayout.fonts.subset import subset
from printlayout.model.style import Face

SONG, HEI, KAI = Face("宋"), Face("黑"), Face("楷")
ZH = "zh-Hans"


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    collector = Collector()
    made = Fonts(load_catalogue([], collector))
    made.check([file.face for file in made.catalogue.files()], collector)
    assert collector.findings == [], "run `printlayout fonts install`"
    return made


@pytest.mark.parametrize("face", [SONG, HEI])
def test_the_dash_is_one_glyph_of_two_ems(fonts: Fonts, face: Face) -> None:
    [dash] = fonts.shape(face, "——", 9000, ZH)
    assert (dash.cluster, dash.advance) == (0, 18_000)
    assert fonts.advance(face, dash.gid) == 2000


@pytest.mark.parametrize("face", [SONG, HEI])
def test_shared_marks_become_full_width_in_chinese(fonts: Fonts, face: Face) -> None:
    for mark in "—…“”‘’":
        [chinese], [english] = fonts.shape(face, mark, 9000, ZH), fonts.shape(face, mark, 9000, "en")
        assert chinese.advance == 9000
        assert english.advance != 9000
        assert chinese.gid != english.gid


@pytest.mark.parametrize("face", [SONG, HEI, KAI])
def test_chinese_is_set_in_squares(fonts: Fonts, face: Face) -> None:
    text = "报纸，版面。「中」《国》（人）！？；：、"
    shaped = fonts.shape(face, text, 9000, ZH)
    assert [glyph.advance for glyph in shaped] == [9000] * len(text)
    assert [glyph.cluster for glyph in shaped] == list(range(len(text)))
    assert {(glyph.dx, glyph.dy) for glyph in shaped} == {(0, 0)}


def test_vertical_forms(fonts: Fonts) -> None:
    dash, mark = fonts.shape(SONG, "——，", 9000, ZH, True)
    assert (dash.advance, mark.advance) == (18_000, 9000)
    assert mark.gid != fonts.shape(SONG, "，", 9000, ZH)[0].gid
    # The baseline lies 880 below the top of the em box.
    assert (mark.dx, mark.dy) == (-4500, -7920)


def test_kerning_and_ligatures(fonts: Fonts) -> None:
    apart = sum(fonts.shape(SONG, letter, 10_000, "en")[0].advance for letter in "AV")
    assert sum(glyph.advance for glyph in fonts.shape(SONG, "AV", 10_000, "en")) < apart
    assert len(fonts.shape(SONG, "fi", 10_000, "en")) == 1


def test_kai_has_what_the_others_lack(fonts: Fonts) -> None:
    assert fonts.gid(SONG, "𠮷") == 0
    assert fonts.fallback(Face("serif", 900), "𠮷") == Face("楷", 700)
    assert fonts.fallback(SONG, "一") == SONG
    assert fonts.fallback(SONG, "\ue123") is None


def test_ink(fonts: Fonts) -> None:
    left, bottom, right, top = fonts.ink(SONG, fonts.gid(SONG, "，"))
    # A comma stands in the lower left quarter of its square.
    assert 0 <= left < right < 500
    assert -200 < bottom < top < 250


@pytest.mark.parametrize(
    ("face", "name"),
    [(SONG, "NotoSerifSC-Regular"), (Face("黑", 900), "NotoSansSC-Black"), (KAI, "LXGWWenKai-Regular")],
)
def test_subset(fonts: Fonts, face: Face, name: str) -> None:
    gids = [fonts.gid(face, char) for char in "报纸版面，。"]
    made = subset(fonts.font_file(face.key), gids)
    assert (made.kind, made.name) == ("truetype", name)
    assert [made.widths[made.cids[gid]] for gid in gids] == [1000] * 6
    assert len(made.program) < 20_000
    assert made.ascent > 850 > 0 > made.descent


def test_kai_weights_are_those_the_fonts_themselves_say(fonts: Fonts) -> None:
    """Their package numbers them otherwise."""
    for file in fonts.catalogue.files(["楷"]):
        table = Path(file.path).read_bytes()
        at = table.index(b"OS/2")
        offset = int.from_bytes(table[at + 8 : at + 12], "big")
        assert int.from_bytes(table[offset + 4 : offset + 6], "big") == file.weight
