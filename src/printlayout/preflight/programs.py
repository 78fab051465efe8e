"""Font programs as a file embeds them: which glyphs they have, how wide and how blank these are. A door to fontTools,
another library than the one that made the subsets.
"""

from __future__ import annotations

import logging
from io import BytesIO
from typing import Any

from printlayout.base.value import dataclass, field


@dataclass(slots=True)
class Program:
    """An embedded program. ``kind``: truetype, cff (name-keyed), cff-cid, type1. Glyphs go by index."""

    kind: str
    wrapped: bool
    """Whether a CFF program stands in an OpenType file."""
    count: int
    order: list[str]
    fstype: int = 0
    cids: dict[int, int] = field(default_factory=dict)
    """Of a CID-keyed program: CID to glyph."""
    _units: float = 1000
    _advances: Any = None
    _downs: Any = None
    _outlines: Any = None
    _cmaps: dict[tuple[int, int], dict[int, str]] = field(default_factory=dict)
    encoding: dict[int, str] = field(default_factory=dict)
    """The program's own encoding: code to glyph name."""
    _index: dict[str, int] = field(default_factory=dict)

    def glyph(self, name: str) -> int | None:
        """The glyph of a name."""
        if not self._index:
            self._index = {known: at for at, known in enumerate(self.order)}
        return self._index.get(name)

    def mapped(self, platform: int, encoding: int, code: int) -> int | None:
        """The glyph of a code by one of the program's cmaps."""
        name = self._cmaps.get((platform, encoding), {}).get(code)
        return None if name is None else self.glyph(name)

    def width(self, glyph: int) -> float:
        """Advance in thousandths of an em."""
        return float(self._advances(self.order[glyph])) * 1000 / self._units

    def down(self, glyph: int) -> float:
        """Advance in vertical writing in thousandths of an em; an em where the program doesn't tell."""
        return float(self._downs(self.order[glyph])) * 1000 / self._units if self._downs else 1000.0

    def blank(self, glyph: int) -> bool:
        """Whether a glyph draws nothing."""
        return bool(self._outlines(self.order[glyph]))


def read_program(key: str, subtype: str, data: bytes) -> Program:
    """Read a program. ``key`` is the entry it stands under: FontFile, FontFile2, FontFile3, the last with its
    ``subtype``. :raises ValueError: if it can't be read as anything.
    """
    log = logging.getLogger("fontTools")
    if not log.handlers:  # what it complains of is found out and told otherwise
        log.addHandler(logging.NullHandler())
    try:
        if data[:4] in (b"\0\1\0\0", b"true", b"OTTO", b"ttcf"):
            return _sfnt(data)
        if data[:1] == b"\1" and data[1:2] in (b"\0", b"\1"):
            return _cff(data)
        return _type1(data)
    except Exception as error:  # a broken font breaks its reader in any way it likes
        raise ValueError(f"{type(error).__name__}: {error}"[:120]) from error


def _sfnt(data: bytes) -> Program:
    from fontTools.ttLib import TTFont

    font = TTFont(BytesIO(data), lazy=True)
    fstype = int(font["OS/2"].fsType) if "OS/2" in font else 0
    if "CFF " in font:
        program = _top(font["CFF "].cff)
        program.wrapped = True
    else:
        glyphs, order = font["glyf"], list(font.getGlyphOrder())
        widths = font["hmtx"].metrics
        program = Program("truetype", False, len(order), order)
        program._units = font["head"].unitsPerEm
        program._advances = lambda name: widths[name][0]
        program._outlines = lambda name: glyphs[name].numberOfContours == 0
    program.fstype = fstype
    if "vmtx" in font and "vhea" in font:
        downs = font["vmtx"].metrics
        program._downs = lambda name: downs[name][0]
    if "cmap" in font:
        program._cmaps = {(table.platformID, table.platEncID): table.cmap for table in font["cmap"].tables}
    return program


def _cff(data: bytes) -> Program:
    from fontTools.cffLib import CFFFontSet

    fonts = CFFFontSet()
    fonts.decompile(BytesIO(data), None)
    return _top(fonts)


def _top(fonts: Any) -> Program:
    top = fonts.topDictIndex[0]
    order = list(top.charset)
    program = Program("cff-cid" if hasattr(top, "ROS") else "cff", False, len(order), order)
    if program.kind == "cff-cid":
        program.cids = {int(name[3:]) if name.startswith("cid") else 0: at for at, name in enumerate(order)}
    elif isinstance(top.Encoding, list):
        program.encoding = {code: name for code, name in enumerate(top.Encoding) if name != ".notdef"}
    matrix = getattr(top, "FontMatrix", None) or [0.001]
    program._units = 1 / matrix[0] if matrix[0] else 1000
    drawn: dict[str, tuple[float, bool]] = {}

    def draw(name: str) -> tuple[float, bool]:
        if name not in drawn:
            from fontTools.pens.recordingPen import RecordingPen

            charstring = top.CharStrings[name]
            pen = RecordingPen()
            charstring.draw(pen)
            drawn[name] = (charstring.width, not pen.value)
        return drawn[name]

    program._advances = lambda name: draw(name)[0]
    program._outlines = lambda name: draw(name)[1]
    return program


def _type1(data: bytes) -> Program:
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.t1Lib import T1Font

    if not data.startswith((b"%!", b"\x80\x01")):
        raise ValueError("no font program")
    font = T1Font.__new__(T1Font)
    font.data, font.encoding = data, "ascii"
    font.parse()
    glyphs = font.getGlyphSet()
    order = sorted(glyphs)
    program = Program("type1", False, len(order), order)
    encoding = font.font.get("Encoding")
    if isinstance(encoding, list):
        program.encoding = {code: name for code, name in enumerate(encoding) if name != ".notdef"}

    def draw(name: str) -> tuple[float, bool]:
        pen = RecordingPen()
        glyphs[name].draw(pen)
        return glyphs[name].width, not pen.value

    program._advances = lambda name: draw(name)[0]
    program._outlines = lambda name: draw(name)[1]
    return program


def glyph_name_text(name: str) -> str:
    """What a glyph name says (Adobe Glyph List)."""
    from fontTools.agl import toUnicode

    return str(toUnicode(name))


def standard_encoding(name: str) -> dict[int, str]:
    """A predefined encoding: code to glyph name."""
    from fontTools.encodings import MacRoman, StandardEncoding

    if name == "MacRomanEncoding":
        return {code: known for code, known in enumerate(MacRoman.MacRoman) if known != ".notdef"}
    if name == "WinAnsiEncoding":
        from fontTools.agl import UV2AGL

        found = {}
        for code in range(32, 256):
            char = bytes([code]).decode("cp1252", "replace")
            known = UV2AGL.get(ord(char))
            if known:
                found[code] = known
        return found | {0xA0: "space", 0xAD: "hyphen"}
    table = StandardEncoding.StandardEncoding
    return {code: known for code, known in enumerate(table) if known != ".notdef"}
