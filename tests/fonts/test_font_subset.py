"""Subsets, read again with another library."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from fonts import tiny
from fonts.tiny import GIDS
from printlayout.fonts.catalogue import FontFile
from printlayout.fonts.cff import read_cff
from printlayout.fonts.subset import subset
from printlayout.model.embedding import Subset

A, V, ZHONG, NARR = GIDS["A"], GIDS["V"], GIDS["zhong"], GIDS["narr"]


def saved(folder: Path, content: bytes, **more: object) -> FontFile:
    path = folder / "a.ttf"
    path.write_bytes(content)
    return FontFile("小", 400, path, **more)  # type: ignore[arg-type]


def cff_of(made: Subset) -> CFFFontSet:
    program = CFFFontSet()
    program.decompile(BytesIO(made.program), None)
    return program


def test_truetype_is_renumbered_and_cid_is_glyph_index(tmp_path: Path) -> None:
    made = subset(saved(tmp_path, tiny.data(tiny.font())), [ZHONG, A])
    assert made.kind == "truetype"
    assert made.cids == {0: 0, A: 1, ZHONG: 2}
    assert made.widths == {0: 1000, 1: 600, 2: 1000}
    program = TTFont(BytesIO(made.program))
    assert sorted(set(program.keys()) - {"GlyphOrder"}) == ["glyf", "head", "hhea", "hmtx", "loca", "maxp"]
    assert [program["hmtx"][name][0] for name in program.getGlyphOrder()] == [1000, 600, 1000]
    assert program["glyf"][program.getGlyphName(1)].xMax == 550


def test_descriptor(tmp_path: Path) -> None:
    made = subset(saved(tmp_path, tiny.data(tiny.font())), [A])
    assert (made.name, made.ascent, made.descent, made.cap_height) == ("Tiny-Regular", 880, -120, 700)
    # The widest outlines reach from 50 to 950; 50 + (400 / 65) squared is 87.9.
    assert (made.bbox, made.italic_angle, made.flags, made.stem_v) == ((50, 0, 950, 700), 0, 4, 88)


def test_slanted(tmp_path: Path) -> None:
    font = tiny.font()
    font["post"].italicAngle = -12.0
    made = subset(saved(tmp_path, tiny.data(font)), [A])
    assert (made.italic_angle, made.flags) == (-12, 4 | 64)


def test_metrics_in_permille(tmp_path: Path) -> None:
    font = tiny.font()
    font["head"].unitsPerEm = 2000
    made = subset(saved(tmp_path, tiny.data(font)), [A, V])
    # 600 and 650 of 2000.
    assert made.widths == {0: 500, 1: 300, 2: 325}
    assert (made.ascent, made.bbox) == (440, (25, 0, 475, 350))


def test_name_keyed_cff_counts_by_glyph_index(tmp_path: Path) -> None:
    made = subset(saved(tmp_path, tiny.data(tiny.font("cff"))), [ZHONG, NARR])
    assert made.kind == "cff"
    assert made.cids == {0: 0, ZHONG: 1, NARR: 2}
    assert made.widths == {0: 1000, 1: 1000, 2: 400}
    top = cff_of(made).topDictIndex[0]
    assert not hasattr(top, "ROS")
    assert len(top.charset) == 3


def test_cid_keyed_cff_keeps_its_own_cids(tmp_path: Path) -> None:
    made = subset(saved(tmp_path, tiny.data(tiny.cid_keyed())), [A, ZHONG, NARR])
    assert made.kind == "cff"
    # The CID of glyph n is 100 + 7 n, whatever its index in the subset.
    assert made.cids == {0: 0, A: 114, ZHONG: 128, NARR: 142}
    assert made.widths == {0: 1000, 114: 600, 128: 1000, 142: 400}
    top = cff_of(made).topDictIndex[0]
    assert top.ROS[:2] == ("Adobe", "Identity")
    assert top.charset == [".notdef", "cid00114", "cid00128", "cid00142"]
    pen = BoundsPen(None)
    top.CharStrings["cid00142"].draw(pen)
    assert pen.bounds == (50, 0, 350, 700)


def test_cff_widths_are_those_of_the_charstrings(tmp_path: Path) -> None:
    font = tiny.font("cff")
    font["hmtx"].metrics["A"] = (777, 50)
    made = subset(saved(tmp_path, tiny.data(font)), [A])
    assert made.widths[made.cids[A]] == 600


@pytest.mark.parametrize("keyed", ["name", "cid"])
def test_cff_facts(keyed: str) -> None:
    font = tiny.cid_keyed() if keyed == "cid" else tiny.font("cff")
    facts = read_cff(TTFont(BytesIO(tiny.data(font))).reader["CFF "])
    assert facts.name == "Tiny-Regular"
    assert facts.cid_keyed == (keyed == "cid")
    assert facts.widths == tuple(tiny.ADVANCES.values())
    if facts.cid_keyed:
        assert facts.cids == (0, *(100 + 7 * gid for gid in range(1, 10)))


@pytest.mark.parametrize("data", [b"", b"\0\0\0\0", b"\1\0\4\1", b"\1\0\4\1" + b"\0\1\1\1\2x" + b"\0\1\1\1\1"])
def test_no_cff(data: bytes) -> None:
    with pytest.raises(ValueError, match="CFF"):
        read_cff(data)


def test_variable_font_is_pinned(tmp_path: Path) -> None:
    content = tiny.data(tiny.variable())
    heavy = subset(saved(tmp_path, content, axes=(("wght", 650.0),)), [A])
    assert heavy.widths[heavy.cids[A]] == 650
    assert heavy.name == "TinyVF-wght650"
    program = TTFont(BytesIO(heavy.program))
    assert "fvar" not in program
    assert "gvar" not in program
    assert program["glyf"][program.getGlyphName(1)].xMax == 600
    # 50 + (650 / 65) squared
    assert heavy.stem_v == 150
    plain = subset(saved(tmp_path, content), [A])
    assert plain.widths[plain.cids[A]] == 600
    assert plain.tag != heavy.tag


def test_variable_cff2_becomes_cff(tmp_path: Path) -> None:
    made = subset(saved(tmp_path, tiny.data(tiny.variable_cff2()), axes=(("wght", 650.0),)), [A, ZHONG])
    assert made.kind == "cff"
    assert made.widths == {made.cids[0]: 1000, made.cids[A]: 600, made.cids[ZHONG]: 1000}
    top = cff_of(made).topDictIndex[0]
    pen = BoundsPen(None)
    top.CharStrings[top.charset[1]].draw(pen)
    # Half way: 50 more.
    assert pen.bounds == (50, 0, 600, 700)


def test_same_glyphs_same_bytes(tmp_path: Path) -> None:
    file = saved(tmp_path, tiny.data(tiny.font()))
    one, two = subset(file, [A, V, ZHONG]), subset(file, {ZHONG, V, A, 0})
    assert one == two
    assert re.fullmatch("[A-Z]{6}", one.tag)
    assert subset(file, [A, V]).tag != one.tag


def test_composite_brings_its_parts(tmp_path: Path) -> None:
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    font = tiny.font()
    pen = TTGlyphPen(font.getGlyphSet())
    pen.addComponent("V", (1, 0, 0, 1, 10, 0))
    font["glyf"]["wide"] = pen.glyph()
    made = subset(saved(tmp_path, tiny.data(font)), [GIDS["wide"]])
    assert made.cids == {0: 0, GIDS["wide"]: 2}
    program = TTFont(BytesIO(made.program))
    assert len(program.getGlyphOrder()) == 3


def test_a_name_without_latin_letters(tmp_path: Path) -> None:
    font = tiny.font(name="报宋")
    made = subset(saved(tmp_path, tiny.data(font), sha256="ab" * 32), [A])
    assert made.name == "Fontabababab"


@pytest.mark.parametrize("gid", [10, 70_000])
def test_a_glyph_the_font_has_not(gid: int, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="小-400"):
        subset(saved(tmp_path, tiny.data(tiny.font())), [gid])


def test_no_font(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="小-400"):
        subset(saved(tmp_path, b"nothing"), [A])
