"""Widths, ToUnicode and the choice of what a glyph says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from printlayout.model.display import Glyphs
from printlayout.model.ink import BLACK
from printlayout.pdf.fonts import SILENT, glyph_texts, to_unicode, width_array

from .fontkit import EXTRA1, gid
from .pages import page, text


def read_widths(array: bytes) -> dict[int, int]:
    """A W array as a reader takes it."""
    tokens = array.decode().replace("[", " [ ").replace("]", " ] ").split()[1:-1]
    widths: dict[int, int] = {}
    at = 0
    while at < len(tokens):
        first = int(tokens[at])
        if tokens[at + 1] == "[":
            end = tokens.index("]", at)
            widths |= {first + i: int(width) for i, width in enumerate(tokens[at + 2 : end])}
            at = end + 1
        else:
            widths |= dict.fromkeys(range(first, int(tokens[at + 1]) + 1), int(tokens[at + 2]))
            at += 3
    return widths


@given(st.dictionaries(st.integers(0, 60), st.sampled_from([0, 250, 500, 501, 1000])))
def test_width_array_says_every_width(widths: dict[int, int]) -> None:
    array = width_array(widths)
    told = read_widths(array) if array else {}
    assert {cid: told.get(cid, 1000) for cid in widths} == widths
    assert set(told) <= set(widths)


def test_width_array_is_compact() -> None:
    assert width_array(dict.fromkeys(range(5000), 1000)) == b""
    assert width_array({0: 1000, 1: 500, 2: 500, 3: 500, 4: 300, 5: 310}) == b"[1 3 500 4[300 310]]"


def test_to_unicode_in_blocks_of_hundred() -> None:
    cmap = to_unicode({cid: chr(0x4E00 + cid) for cid in range(1, 251)}).decode()
    assert [int(line.split()[0]) for line in cmap.splitlines() if line.endswith("beginbfchar")] == [100, 100, 50]


def test_to_unicode_beyond_the_plane_and_of_many() -> None:
    cmap = to_unicode({1: "𠮷", 2: "ffi"}).decode()
    assert "<0001> <D842DFB7>" in cmap
    assert "<0002> <006600660069>" in cmap


def test_a_glyph_alone_decides_what_it_says() -> None:
    """The e of é (e and an accent) must not make every e say é."""
    cluster = Glyphs("box", 9_000, 0, 0, (gid("e"), EXTRA1), (0, 0), ("é", ""), BLACK, 0)
    said = glyph_texts([page([cluster, text("e")])])["box"]
    assert said == {gid("e"): "e", EXTRA1: SILENT}
    assert glyph_texts([page([cluster])])["box"] == {gid("e"): "é", EXTRA1: SILENT}


def test_faces_are_sorted() -> None:
    assert list(glyph_texts([page([text("一", face="z"), text("一", face="a")])])) == ["a", "z"]
