"""Tiny fonts whose numbers can be worked out by hand.

Upem 1000. Every outline is a rectangle from (50, 0) to (advance - 50, 700).

=====  ====  =======  ==========================================================
glyph  gid   advance  what for
=====  ====  =======  ==========================================================
space  1     250      blank
A      2     600      kerned with V by -80
V      3     650
中     4     1000
，     5     1000     halved by ``halt``; 400 wide by ``pwid``; vertical form
narr   6     400      ，by ``pwid``
vert   7     1000     ，by ``vert``
dash   8     500      —, full width by ``locl`` of Simplified Chinese
wide   9     1000
=====  ====  =======  ==========================================================
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation

ADVANCES = {".notdef": 1000, "space": 250, "A": 600, "V": 650, "zhong": 1000, "comma": 1000, "narr": 400,
            "vert": 1000, "dash": 500, "wide": 1000}  # fmt: skip
CMAP = {0x20: "space", 0x41: "A", 0x56: "V", 0x4E2D: "zhong", 0xFF0C: "comma", 0x2014: "dash"}
GIDS = {name: gid for gid, name in enumerate(ADVANCES)}
FEATURES = """
languagesystem DFLT dflt; languagesystem latn dflt; languagesystem hani dflt; languagesystem hani ZHS;
feature kern { pos A V -80; } kern;
feature halt { pos comma <0 0 -500 0>; } halt;
feature pwid { sub comma by narr; } pwid;
feature vert { sub comma by vert; } vert;
feature locl { script hani; language ZHS; sub dash by wide; } locl;
"""


def _boxes(pens: dict[str, Any]) -> None:
    for name, pen in pens.items():
        if name != "space":
            right = ADVANCES[name] - 50
            pen.moveTo((50, 0))
            for point in ((50, 700), (right, 700), (right, 0)):
                pen.lineTo(point)
            pen.closePath()


def _builder(outlines: str, name: str, cmap: dict[int, str], fstype: int) -> FontBuilder:
    builder = FontBuilder(1000, isTTF=outlines == "truetype")
    builder.setupGlyphOrder(list(ADVANCES))
    builder.setupCharacterMap(cmap)
    if outlines == "truetype":
        tt = {glyph: TTGlyphPen(None) for glyph in ADVANCES}
        _boxes(tt)
        builder.setupGlyf({glyph: pen.glyph() for glyph, pen in tt.items()})
    else:
        t2 = {glyph: T2CharStringPen(width, None) for glyph, width in ADVANCES.items()}
        _boxes(t2)
        builder.setupCFF(name, {}, {glyph: pen.getCharString() for glyph, pen in t2.items()}, {})
    builder.setupHorizontalMetrics({glyph: (width, 0 if glyph == "space" else 50) for glyph, width in ADVANCES.items()})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupVerticalMetrics(dict.fromkeys(ADVANCES, (1000, 180)))
    builder.setupVerticalHeader(ascent=500, descent=-500)
    if outlines == "cff":
        builder.setupVerticalOrigins({}, 880)
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
    builder.setupOS2(
        version=4, fsType=fstype, sCapHeight=700, usWeightClass=400, sTypoAscender=880, sTypoDescender=-120
    )
    builder.setupPost()
    builder.addOpenTypeFeatures(FEATURES)
    return builder


def font(
    outlines: str = "truetype", name: str = "Tiny-Regular", cmap: dict[int, str] | None = None, fstype: int = 0
) -> TTFont:
    """The tiny font with ``truetype`` or ``cff`` outlines (name-keyed)."""
    return _builder(outlines, name, CMAP if cmap is None else cmap, fstype).font


def cid_keyed() -> TTFont:
    """The tiny font as a CID-keyed CFF: glyph n has the CID 100 + 7 n, and glyphs from 5 on a font dictionary of
    their own, whose nominal width is another one."""
    made = font("cff")
    top = made["CFF "].cff.topDictIndex[0]
    strings = top.CharStrings
    names = [".notdef", *(f"cid{100 + 7 * n:05d}" for n in range(1, len(ADVANCES)))]
    dicts = FDArrayIndex()
    dicts.strings = None
    dicts.GlobalSubrs = top.GlobalSubrs
    select = FDSelect()
    select.format = 3
    select.gidArray = [0 if gid < 5 else 1 for gid in range(len(names))]
    for nominal in (0, 300):
        one = FontDict()
        one.FontName = f"Tiny-{nominal}"
        private = _private(top.Private)
        private.nominalWidthX, private.defaultWidthX = nominal, 1000
        one.Private = private
        dicts.append(one)
    outlines = {}
    for gid, (old, new) in enumerate(zip(ADVANCES, names, strict=True)):
        width = ADVANCES[old]
        private = dicts[select.gidArray[gid]].Private
        # A width that is the default is left out; any other is written as its distance from the nominal one.
        pen = T2CharStringPen(None if width == 1000 else width - private.nominalWidthX, None)
        _boxes({old: pen})
        outlines[new] = pen.getCharString(private=private, globalSubrs=top.GlobalSubrs)
    strings.charStrings = outlines
    strings.charStringsAreIndexed = False
    strings.fdArray, strings.fdSelect = dicts, select
    top.rawDict.pop("Private", None)
    del top.Private
    top.ROS, top.CIDCount = ("Adobe", "Identity", 0), 65535
    top.FDArray, top.FDSelect = dicts, select
    top.charset = names
    made.setGlyphOrder(names)
    renamed = dict(zip(ADVANCES, names, strict=True))
    for table in ("hmtx", "vmtx"):
        made[table].metrics = {renamed[glyph]: metric for glyph, metric in made[table].metrics.items()}
    for table in made["cmap"].tables:
        table.cmap = {code: renamed[glyph] for code, glyph in table.cmap.items()}
    del made["GSUB"], made["GPOS"]
    return made


def _private(like: Any) -> Any:
    from fontTools.cffLib import PrivateDict

    made = PrivateDict()
    made.rawDict.update(like.rawDict)
    return made


def variable() -> TTFont:
    """The tiny font with an axis wght 400-900, at whose end A is 100 wider; instances Regular 400, Heavy 800."""
    builder = _builder("truetype", "TinyVF", CMAP, 0)
    builder.setupFvar([("wght", 400, 400, 900, "Weight")], [
        {"location": {"wght": 400}, "stylename": "Regular"}, {"location": {"wght": 800}, "stylename": "Heavy"},
    ])  # fmt: skip
    # Four points, then the phantom points that carry the advance: left, right, top, bottom.
    deltas = [(0, 0), (0, 0), (100, 0), (100, 0), (0, 0), (100, 0), (0, 0), (0, 0)]
    builder.setupGvar({"A": [TupleVariation({"wght": (0.0, 1.0, 1.0)}, deltas)]})
    return builder.font


def variable_cff2() -> TTFont:
    """Like :func:`variable`, in CFF2 outlines; the advance stays, the outline of A grows to the right."""
    builder = _builder("truetype", "TinyVF2", CMAP, 0)
    del builder.font["glyf"], builder.font["loca"]
    builder.isTTF = False
    builder.font.sfntVersion = "OTTO"
    builder.setupMaxp()
    builder.setupFvar([("wght", 400, 400, 900, "Weight")], [])
    outlines = {}
    for name, width in ADVANCES.items():
        box: list[Any] = [50, "hmoveto", 700, width - 100, -700, "vlineto"]
        if name == "A":
            box = [50, "hmoveto", 700, 500, 100, 1, "blend", -700, "vlineto"]
        outlines[name] = T2CharString(program=[] if name == "space" else box)
    builder.setupCFF2(outlines, regions=[{"wght": (0.0, 1.0, 1.0)}])
    return builder.font


def data(made: TTFont | TTCollection) -> bytes:
    """The font's file."""
    out = BytesIO()
    if isinstance(made, TTFont):
        made["head"].created = made["head"].modified = 0
        made.recalcTimestamp = False
    made.save(out)
    return out.getvalue()


def collection(fonts: Iterable[TTFont]) -> bytes:
    """A TTC of the fonts."""
    made = TTCollection()
    made.fonts = [TTFont(BytesIO(data(one)), recalcTimestamp=False) for one in fonts]
    return data(made)


def sha(content: bytes) -> str:
    """SHA-256 in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def house(folder: Path, text: str, **files: bytes) -> Path:
    """A house's font folder: its catalogue and its files (``a_ttf`` becomes ``a.ttf``); the catalogue's path.
    ``{a_ttf}`` in the text is replaced by that file's hash."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_bytes(content)
        text = text.replace("{" + name + "}", sha(content))
    (folder / "catalogue.yaml").write_text(text, "utf-8")
    return folder / "catalogue.yaml"
