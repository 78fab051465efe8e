"""Checks of fonts in a finished file, against the programs embedded in it and the codes the pages use."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable

from printlayout.base.diagnostics import Span
from printlayout.preflight.case import Case
from printlayout.preflight.programs import Program, glyph_name_text, read_program, standard_encoding
from printlayout.preflight.reader import Name, Stream, Value

_FITS: dict[str, dict[str, tuple[str, ...]]] = {
    # a CIDFont's or font's subtype: keys of its program and kinds that fit (ISO 32000-1 table 126)
    "CIDFontType0": {"FontFile3": ("cff", "cff-cid")},
    "CIDFontType2": {"FontFile2": ("truetype",), "FontFile3": ("truetype",)},
    "TrueType": {"FontFile2": ("truetype",), "FontFile3": ("truetype", "cff", "cff-cid")},
    "Type1": {"FontFile": ("type1",), "FontFile3": ("cff",)},
    "MMType1": {"FontFile": ("type1",), "FontFile3": ("cff",)},
}
MALFORMED = (TypeError, ValueError, LookupError, AttributeError, ArithmeticError, struct.error)
"""What values of the wrong kind do to code that takes them for the right one."""
_SPACES = re.compile(r"[\s\u00a0\u00ad\u200b-\u200f\u2060\u3000\ufeff]*")
"""What may be blank."""
_TOLERANCE = 1.0
"""Thousandths of an em that widths may differ by."""


def check_fonts(case: Case) -> None:
    """Every font of the file; what it shows only where pages show something with it."""
    seen: set[int] = set()
    for number, _, value in case.pdf.walk():
        if isinstance(value, dict) and value.get("Type") == "Font" and id(value) not in seen:
            seen.add(id(value))
            if value.get("Subtype") in ("Type0", "Type1", "TrueType", "MMType1"):
                font = _Font(case, value, number)
                try:
                    font.check()
                except MALFORMED as error:
                    font.tell("preflight.font-broken", reason=f"{type(error).__name__}: {error}"[:120])
            if value.get("Subtype") != "CIDFontType2" and "CIDToGIDMap" in value:
                case.tell("preflight.font-cidmap", font=str(value.get("BaseFont")))


class _Font:
    def __init__(self, case: Case, entries: dict[str, Value], number: int) -> None:
        self.case, self.pdf, self.entries, self.number = case, case.pdf, entries, number
        self.composite = entries.get("Subtype") == "Type0"
        kids = [self.pdf.mapping(kid) for kid in self.pdf.array(entries.get("DescendantFonts"))]
        self.font = kids[0] if self.composite and kids else entries
        self.descriptor = self.pdf.mapping(self.font.get("FontDescriptor"))
        self.name = str(self.pdf.get(entries.get("BaseFont")) or "?")
        key = next((k for k, known in case.facts.fonts.items() if known is entries), number)
        self.strings = case.facts.codes.get(key, set())
        self.place = self._place(key)

    def _place(self, key: int) -> Span | None:
        first = self.case.facts.first.get(key)
        return self.case.span(first[0], "text", first[1], first[2]) if first else None

    def tell(self, code: str, **args: object) -> None:
        """Tell of this font, at the place that uses it first."""
        self.case.tell(code, self.place, font=self.name, **args)

    def check(self) -> None:
        """From the program to the codes."""
        subtype = str(self.pdf.get(self.font.get("Subtype")))
        keys = ("FontFile", "FontFile2", "FontFile3")
        programs: list[tuple[str, Stream]] = [
            (key, stream) for key in keys if isinstance(stream := self.pdf.get(self.descriptor.get(key)), Stream)
        ]
        if not programs:
            self.tell("preflight.font-embedded", **self.case.where(0, self.number))
            return
        key, stream = programs[0]
        said = str(self.pdf.get(stream.dict.get("Subtype")) or "")
        try:
            program = read_program(key, said, stream.data())
        except ValueError as error:
            self.tell("preflight.font-broken", reason=str(error))
            return
        if not self._fits(subtype, key, said, program):
            self.tell("preflight.font-type", found=f"{subtype}, {key} {said}".strip() + f", {program.kind}")
            return
        if program.fstype & 0x000E == 0x0002 or program.fstype & 0x0200:
            self.tell("preflight.font-rights", fstype=f"0x{program.fstype:04X}")
        codes = self._codes()
        if self.composite:
            self._composite(subtype, program, codes)
        else:
            self._simple(program, codes)
        self._unicode(codes)

    def _fits(self, subtype: str, key: str, said: str, program: Program) -> bool:
        if program.kind not in _FITS.get(subtype, {}).get(key, ()):
            return False
        if key != "FontFile3":
            return not program.wrapped
        if said == "OpenType":
            return not self.case.x1a and (program.wrapped or program.kind == "truetype")
        return said == ("CIDFontType0C" if subtype == "CIDFontType0" else "Type1C") and not program.wrapped

    # -- codes ----------------------------------------------------------------------------------------------

    def _codes(self) -> list[int]:
        """The codes pages show, as numbers; of composite fonts those of two bytes."""
        found: set[int] = set()
        for string in self.strings:
            if self.composite:
                found.update(struct.unpack(f">{len(string) // 2}H", string[: len(string) // 2 * 2]))
            else:
                found.update(string)
        return sorted(found)

    def _composite(self, subtype: str, program: Program, codes: list[int]) -> None:
        encoding = self.pdf.get(self.entries.get("Encoding"))
        if encoding not in ("Identity-H", "Identity-V"):
            if codes:
                self.case.tell(
                    "preflight.file-unchecked",
                    self.place,
                    **self.case.where(0, self.number),
                    reason=f"CMap {encoding if isinstance(encoding, Name) else '—'}",
                )
            return
        glyphs = self._glyphs(subtype, program)
        if glyphs is None:
            self.tell("preflight.font-cidmap")
            return
        widths, default = self._widths()
        self._used(program, {code: glyphs.get(code) for code in codes}, {c: widths.get(c, default) for c in codes})
        if encoding == "Identity-V":
            self._vertical(program, {code: glyphs.get(code) for code in codes})
        cidset = self.pdf.get(self.descriptor.get("CIDSet"))
        if isinstance(cidset, Stream):
            bits = cidset.data()
            lost = [c for c in codes if c // 8 >= len(bits) or not bits[c // 8] & 0x80 >> c % 8]
            if lost:
                self.tell("preflight.font-cidset", codes=_listed(lost))

    def _glyphs(self, subtype: str, program: Program) -> dict[int, int] | None:
        """CID to glyph; ``None`` if a map that must be there is not."""
        if subtype == "CIDFontType0":
            return program.cids if program.kind == "cff-cid" else {at: at for at in range(program.count)}
        mapping = self.pdf.get(self.font.get("CIDToGIDMap"))
        if isinstance(mapping, Stream):
            data = mapping.data()
            return dict(enumerate(struct.unpack(f">{len(data) // 2}H", data[: len(data) // 2 * 2])))
        return {at: at for at in range(program.count)} if mapping == "Identity" else None

    def _widths(self) -> tuple[dict[int, float], float]:
        """W and DW (ISO 32000-1 9.7.4.3)."""
        found: dict[int, float] = {}
        row = self.pdf.array(self.font.get("W"))
        at = 0
        while at + 1 < len(row):
            first, second = int(row[at]), row[at + 1]
            if isinstance(second, list):
                found |= {first + n: float(self.pdf.get(width)) for n, width in enumerate(second)}
                at += 2
            elif at + 2 < len(row):
                found |= dict.fromkeys(range(first, min(int(second), 65535) + 1), float(row[at + 2]))
                at += 3
            else:
                break
        default = self.pdf.get(self.font.get("DW"))
        return found, 1000.0 if default is None else float(default)

    def _vertical(self, program: Program, glyphs: dict[int, int | None]) -> None:
        """W2 and DW2 (ISO 32000-1 9.7.4.3) of codes shown: how far down each leads, and that it hangs by its middle."""
        default = [float(value) for value in self.pdf.array(self.font.get("DW2"))] or [880.0, -1000.0]
        told = vertical_metrics(self.pdf.array(self.font.get("W2")))
        off = []
        for code, glyph in glyphs.items():
            if not glyph or glyph >= program.count:
                continue  # told already
            middle = program.width(glyph) / 2
            down, x, _ = told.get(code, (default[1], middle, default[0]))
            if abs(down + program.down(glyph)) > _TOLERANCE or abs(x - middle) > _TOLERANCE:
                off.append(code)
        if off:
            self.tell("preflight.font-vertical", codes=_listed(off, self._says()))

    def _simple(self, program: Program, codes: list[int]) -> None:
        widths = self.pdf.array(self.entries.get("Widths"))
        first = int(self.pdf.get(self.entries.get("FirstChar")) or 0)
        names = self._names(program)
        glyphs = {code: self._simple_glyph(program, code, names) for code in codes}
        declared = {
            code: float(widths[code - first]) if 0 <= code - first < len(widths)
            else float(self.pdf.get(self.descriptor.get("MissingWidth")) or 0)
            for code in codes
        }  # fmt: skip
        self._used(program, glyphs, declared)

    def _names(self, program: Program) -> dict[int, str]:
        """Code to glyph name: the program's encoding or a named one, and the differences from it."""
        encoding = self.pdf.get(self.entries.get("Encoding"))
        symbolic = bool(int(self.pdf.get(self.descriptor.get("Flags")) or 0) & 4)
        base = encoding if isinstance(encoding, Name) else self.pdf.mapping(encoding).get("BaseEncoding")
        own = program.encoding or ({} if symbolic and program.kind == "truetype" else standard_encoding(""))
        names = standard_encoding(str(base)) if base else dict(own)
        code = 0
        for entry in self.pdf.array(self.pdf.mapping(encoding).get("Differences")):
            if isinstance(entry, Name):
                names[code] = str(entry)
                code += 1
            else:
                code = int(entry)
        return names

    def _simple_glyph(self, program: Program, code: int, names: dict[int, str]) -> int | None:
        if program.kind != "truetype":
            return program.glyph(names.get(code, ".notdef"))
        if code in names:
            text = glyph_name_text(names[code])
            found = program.mapped(3, 1, ord(text)) if len(text) == 1 else None
            if found is None:
                found = program.glyph(names[code])
            if found is not None:
                return found
        for platform, encoding, at in ((3, 0, code), (3, 0, 0xF000 + code), (1, 0, code)):
            found = program.mapped(platform, encoding, at)
            if found is not None:
                return found
        return None

    # -- what pages use -------------------------------------------------------------------------------------

    def _used(self, program: Program, glyphs: dict[int, int | None], declared: dict[int, float]) -> None:
        """Codes pages show against the program: the glyph is there, is not .notdef, draws, is as wide as declared."""
        says = self._says()
        lost, blank, wide = [], [], []
        for code, glyph in glyphs.items():
            if not glyph or glyph >= program.count:
                lost.append(code)
                continue
            try:
                if abs(program.width(glyph) - declared[code]) > _TOLERANCE:
                    wide.append(code)
                if code in says and not _SPACES.fullmatch(says[code]) and program.blank(glyph):
                    blank.append(code)
            except Exception as error:  # a broken outline breaks its interpreter in any way it likes
                self.tell("preflight.font-broken", reason=f"{type(error).__name__}: {error}"[:120])
                return
        for code_, codes in (
            ("preflight.font-glyph", lost),
            ("preflight.font-width", wide),
            ("preflight.font-blank", blank),
        ):
            if codes:
                self.tell(code_, codes=_listed(codes, says))

    def _says(self) -> dict[int, str]:
        stream = self.pdf.get(self.entries.get("ToUnicode"))
        return to_unicode(stream.data()) if isinstance(stream, Stream) else {}

    def _unicode(self, codes: list[int]) -> None:
        """ToUnicode must know every code shown, and none as U+FFFD. Simple fonts with named glyphs do without."""
        if not codes or (not self.composite and "ToUnicode" not in self.entries):
            return
        says = self._says()
        lost = [code for code in codes if not says.get(code) or "\ufffd" in says[code] or says[code] == "\0"]
        if lost:
            self.tell("preflight.font-unicode", codes=_listed(lost))


def vertical_metrics(row: list[Value]) -> dict[int, tuple[float, float, float]]:
    """A W2 array: code to its advance (downwards is negative) and the x and y it hangs by."""
    found: dict[int, tuple[float, float, float]] = {}
    at = 0
    while at + 1 < len(row):
        first, second = int(row[at]), row[at + 1]
        if isinstance(second, list):
            values = [float(value) for value in second]
            for n in range(len(values) // 3):
                found[first + n] = (values[3 * n], values[3 * n + 1], values[3 * n + 2])
            at += 2
        else:
            down, x, y = (float(value) for value in row[at + 2 : at + 5])
            found |= dict.fromkeys(range(first, min(int(second), 65535) + 1), (down, x, y))
            at += 5
    return found


def _listed(codes: Iterable[int], says: dict[int, str] | None = None) -> str:
    """The first codes, with what they say where that is known."""
    listed = list(codes)
    shown = [f"{code:04X}" + (f" {says[code]}" if says and says.get(code, "").isprintable() and code in says else "")
             for code in listed[:6]]  # fmt: skip
    return "、".join(shown) + ("…" if len(listed) > 6 else "")


_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")


def to_unicode(data: bytes) -> dict[int, str]:
    """A ToUnicode CMap: code to text (ISO 32000-1 9.10.3)."""
    found: dict[int, str] = {}
    for block in _BLOCK.finditer(data):
        tokens = [_token(match) for match in _TOKEN.finditer(block[2])]
        if block[1] == b"bfchar":
            for source, said in zip(tokens[::2], tokens[1::2], strict=False):
                found[int.from_bytes(source, "big")] = said.decode("utf-16-be", "replace")
            continue
        at = 0
        while at + 2 < len(tokens):
            low, high, target = tokens[at : at + 3]
            at += 3
            first, last = int.from_bytes(low, "big"), int.from_bytes(high, "big")
            last = min(last, first + 65535)
            if target == b"[":
                for code in range(first, last + 1):
                    if at < len(tokens) and tokens[at] != b"]":
                        found[code] = tokens[at].decode("utf-16-be", "replace")
                        at += 1
                at += 1
                continue
            start = int.from_bytes(target[-2:], "big")
            for code in range(first, last + 1):
                tail = (start + code - first) & 0xFFFF
                found[code] = (target[:-2] + tail.to_bytes(2, "big")).decode("utf-16-be", "replace")
    return found


def _token(match: re.Match[bytes]) -> bytes:
    if match[2] or match[3]:
        return match[2] or match[3]
    digits = re.sub(rb"\s", b"", match[1])
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
