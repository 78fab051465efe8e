"""A small font made on the spot, in TrueType or CFF outlines, and a source of subsets of it.

Every character has a box of its own size; Han are one em wide, Latin letters are not, one of them by a fraction.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO

from fontTools import subset as ft
from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from printlayout.model.embedding import Subset

HAN = "".join(chr(0x4E00 + i) for i in range(120)) + "，。「」一二三𠮷"
LATIN = "abcdefghijklmnopqrstuvwxyz 0123456789"
CHARS = sorted(set(HAN + LATIN))
UNITS = 2048


def _advance(char: str) -> int:
    return UNITS if char in HAN else 901 + 17 * (ord(char) % 13)


@cache
def font_bytes(kind: str) -> bytes:
    """The whole font. Glyph 1 + n is for the n-th character of CHARS; two more without a character follow."""
    names = [".notdef", *(f"g{ord(c):x}" for c in CHARS), "extra1", "extra2"]
    widths = [UNITS, *(_advance(c) for c in CHARS), 0, UNITS]
    builder = FontBuilder(UNITS, isTTF=kind == "truetype")
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(c): f"g{ord(c):x}" for c in CHARS})
    outlines = {}
    for index, name in enumerate(names):
        width = widths[index] or 300
        pen = TTGlyphPen(None) if kind == "truetype" else T2CharStringPen(widths[index], None)
        if name != "g20":
            left, right, top = 50, max(width - 50, 100), 800 + 5 * index
            points = [(left, 0), (left, top), (right, top), (right, 0)]
            pen.moveTo(points[0])
            for point in points[1:]:
                pen.lineTo(point)
            pen.closePath()
        outlines[name] = pen.glyph() if kind == "truetype" else pen.getCharString()
    if kind == "truetype":
        builder.setupGlyf(outlines)
        lefts = [50] * len(names)
    else:
        builder.setupCFF("Box-Regular", {}, outlines, {})
        lefts = [50] * len(names)
    builder.setupHorizontalMetrics({n: (w, s) for n, w, s in zip(names, widths, lefts, strict=True)})
    builder.setupHorizontalHeader(ascent=1800, descent=-248)
    builder.setupNameTable({"familyName": "Box", "styleName": "Regular", "psName": "Box-Regular"})
    builder.setupOS2(sTypoAscender=1800, sTypoDescender=-248)
    builder.setupPost()
    builder.font.recalcTimestamp = False
    builder.font["head"].created = builder.font["head"].modified = 3_800_000_000
    out = BytesIO()
    builder.save(out)
    return out.getvalue()


def gid(char: str) -> int:
    """Glyph of a character."""
    return 1 + CHARS.index(char)


EXTRA1, EXTRA2 = 1 + len(CHARS), 2 + len(CHARS)


def permille(char: str) -> float:
    """Exact width of a character in permille of an em."""
    return _advance(char) * 1000 / UNITS


def _key_by_cid(font: TTFont, gids: dict[int, int]) -> dict[int, int]:
    """Turn a name-keyed CFF into a CID-keyed one whose CIDs are not its glyph indices."""
    cff = font["CFF "].cff
    top = cff.topDictIndex[0]
    names = {name: ".notdef" if index == 0 else f"cid{7 * index + 300:05d}" for index, name in enumerate(top.charset)}
    for charstring in (top.CharStrings[name] for name in top.charset):
        charstring.decompile()
        charstring.fdSelectIndex = 0
    private = FontDict()
    private.setCFF2(False)
    private.Private = top.Private
    array = FDArrayIndex()
    array.append(private)
    select = FDSelect()
    select.format = 3
    select.gidArray = [0] * len(names)
    top.ROS = ("Adobe", "Identity", 0)
    top.CIDCount = 10_000
    top.FDArray = top.CharStrings.fdArray = array
    top.FDSelect = top.CharStrings.fdSelect = select
    top.charset = [names[name] for name in top.charset]
    top.CharStrings.charStrings = {names[name]: entry for name, entry in top.CharStrings.charStrings.items()}
    del top.rawDict["Private"]
    del top.Private
    return {old: 7 * gid + 300 if gid else 0 for old, gid in gids.items()}


@dataclass
class Fonts:
    """A FontSource over the test font; remembers what was asked."""

    asked: list[tuple[str, frozenset[int]]] = field(default_factory=list)

    def subset(self, face_key: str, gids: frozenset[int]) -> Subset:
        self.asked.append((face_key, gids))
        kind = "cff" if "cff" in face_key else "truetype"
        font = TTFont(BytesIO(font_bytes(kind)), recalcTimestamp=False)
        options = ft.Options(notdef_outline=True, layout_features=[], prune_unicode_ranges=False)
        options.recalc_timestamp = False
        worker = ft.Subsetter(options)
        order = font.getGlyphOrder()
        kept = sorted({0, *gids})
        worker.populate(gids=kept)
        worker.subset(font)
        cids = {old: font.getGlyphID(order[old]) for old in kept}
        permilles = {old: round(font["hmtx"][order[old]][0] * 1000 / UNITS) for old in kept}
        if "cid-keyed" in face_key:
            cids = _key_by_cid(font, cids)
        if kind == "cff":
            program = font["CFF "].compile(font)
        else:
            out = BytesIO()
            font.save(out)
            program = out.getvalue()
        digest = hashlib.sha256(program).digest()
        return Subset(
            program=program,
            kind=kind,
            cids=cids,
            widths={cids[old]: width for old, width in permilles.items()},
            name="Box-Regular",
            tag="".join(chr(65 + byte % 26) for byte in digest[:6]),
            ascent=879,
            descent=-121,
            cap_height=700,
            italic_angle=0,
            stem_v=80,
            flags=4,
            bbox=(0, -121, 1000, 879),
        )
