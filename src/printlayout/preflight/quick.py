"""The checks of the written bytes that every build makes, without any library.

The full examination (:mod:`printlayout.preflight.file`) opens the file with another library and reads every font,
picture and content stream: measured on the example page 0.35 to 0.5 s of CPU, as much as the whole cold build, whose
budget is 0.6 s. So a build makes only these, in under 5 ms: header, end, cross-reference table, trailer, boxes,
identification, output intent, embedded fonts, and the names that no press file holds. They rest on what our writer
makes (a classic table, objects that are not compressed); ``printlayout preflight`` and ``build --preflight full`` make
the full examination.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from printlayout.base.diagnostics import Collector, Span
from printlayout.model.press import PressProfile
from printlayout.preflight.registry import Teller

_HEADER = re.compile(rb"%PDF-(1\.[0-9])\n%[\x80-\xff]{4}")
_TAIL = re.compile(rb"startxref\s+([0-9]+)\s+%%EOF[\r\n]*\Z")
_SECTION = re.compile(rb"xref\s+0 ([0-9]+)\s*?\n")
_BOX = re.compile(rb"/(MediaBox|BleedBox|TrimBox|ArtBox)\s*\[([^\]]*)\]")
_ID = re.compile(rb"/ID\s*\[\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*\]")
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
_NAMES = re.compile(
    rb"/(DeviceRGB|LZWDecode|Crypt|JavaScript|JS|AA|OpenAction|Launch|OPI|Alternates|TR2?|HTP|CropBox|Rotate|UserUnit)\b"
)
_CODES = {
    b"DeviceRGB": "preflight.colour-rgb",
    b"LZWDecode": "preflight.file-filter",
    b"Crypt": "preflight.file-filter",
    b"OPI": "preflight.opi",
    b"Alternates": "preflight.alternate-image",
    b"TR": "preflight.transfer",
    b"TR2": "preflight.transfer",
    b"HTP": "preflight.halftone",
    b"CropBox": "preflight.page-key",
    b"Rotate": "preflight.page-key",
    b"UserUnit": "preflight.page-key",
}
_CLEAR = re.compile(rb"/(SMask)\s*[0-9]|/(ca|CA)\s+(?!1(?:\.0*)?[\s/>])|/S\s*/(Transparency)")
_VERSIONS = {"X-4": "1.6", "X-1a": "1.4"}
_LABELS = {"X-4": b"PDF/X-4", "X-1a": b"PDF/X-1a:2003"}


def check_written(
    data: bytes,
    press: PressProfile,
    standard: str,
    collector: Collector,
    span: Span,
    *,
    placed: bool = False,
    claimed: bool = True,
) -> None:
    """Check the bytes of a press file of ours before they get their name. ``placed``: it holds pages of other PDFs,
    which had an examination of their own and may keep what their slot accepts; then the file is not ``claimed`` to be
    what ``standard`` says."""
    teller = Teller(collector, press.severities)
    _Written(data, standard, teller, span).check(placed, claimed)


class _Written:
    def __init__(self, data: bytes, standard: str, teller: Teller, span: Span) -> None:
        self.data, self.standard, self.teller, self.span = data, standard, teller, span
        self.label = _LABELS[standard].decode("ascii")

    def tell(self, code: str, number: int = 0, **args: object) -> None:
        """Tell that a check failed, at the page."""
        zh, en = (f"对象 {number}", f"object {number}") if number else ("文件", "the file")
        self.teller.tell(code, self.span, where_zh=zh, where_en=en, **args)

    def check(self, placed: bool, claimed: bool) -> None:
        """All of them; without a sound table of objects there is nothing to look into."""
        head = _HEADER.match(self.data)
        if head is None:
            self.tell("preflight.file-header")
        elif head[1].decode() > _VERSIONS[self.standard]:
            most = _VERSIONS[self.standard]
            self.tell("preflight.file-version", found=head[1].decode(), standard=self.label, most=most)
        objects = dict(self._objects())
        if not objects:
            return
        intents = 0
        for number, body in objects.items():
            intents += body.count(b"/GTS_PDFX") if b"/OutputIntent" in body else 0
            if _PAGE.search(body):
                self._boxes(number, body)
            if b"/FontDescriptor" in body and b"/FontName" in body and b"/FontFile" not in body:
                self._no_program(number, body)
            if not placed:
                self._names(number, body)
        if intents != 1:
            self.tell("preflight.intent-count", count=intents)
        self._identification(objects, claimed)

    def _objects(self) -> Iterator[tuple[int, bytes]]:
        """Every object by its number, as the table says; of streams the dictionary."""
        data = self.data
        tail = _TAIL.search(data[-64:])
        if tail is None:
            self.tell("preflight.file-end")
            return
        at = int(tail[1])
        section = _SECTION.match(data, at)
        if section is None:
            self.tell("preflight.file-xref", reason="startxref")
            return
        count, first = int(section[1]), section.end()
        trailer = data[first + 20 * count :]
        if not trailer.startswith(b"trailer") or b"/Root" not in trailer:
            self.tell("preflight.file-xref", reason="trailer")
        if b"/Encrypt" in trailer:
            self.tell("preflight.file-encrypted")
        if not _ID.search(trailer):
            self.tell("preflight.file-id")
        for number in range(1, count):
            entry = data[first + 20 * number : first + 20 * number + 20]
            if not entry[:10].isdigit() or entry[17:18] != b"n":
                continue
            start = int(entry[:10])
            mark = b"%d 0 obj" % number
            if not data.startswith(mark, start):
                self.tell("preflight.file-xref", reason=f"{number} 0 obj")
                return
            end = data.find(b"endobj", start, at)
            stream = data.find(b"stream", start, end if end >= 0 else at)
            yield number, data[start + len(mark) : min(stop for stop in (end, stream, at) if stop >= 0)]

    def _boxes(self, number: int, body: bytes) -> None:
        boxes: dict[str, list[float]] = {}
        for match in _BOX.finditer(body):
            values = match[2].split()
            try:
                boxes[match[1].decode()] = [float(value) for value in values]
            except ValueError:
                boxes[match[1].decode()] = []
        for name in ("MediaBox", "TrimBox"):
            if len(boxes.get(name, [])) != 4:
                self.tell("preflight.page-no-box", number, box=name)
        chain = [(name, boxes[name]) for name in ("TrimBox", "BleedBox", "MediaBox") if len(boxes.get(name, [])) == 4]
        for (name, inner), (other, outer) in pairwise(chain):
            if inner[0] < outer[0] or inner[1] < outer[1] or inner[2] > outer[2] or inner[3] > outer[3]:
                self.tell("preflight.page-boxes", number, inner=name, outer=other)

    def _no_program(self, number: int, body: bytes) -> None:
        name = re.search(rb"/FontName\s*/([^\s/<>\[\]()]+)", body)
        self.tell("preflight.font-embedded", number, font=name[1].decode("latin-1") if name else "?")

    def _names(self, number: int, body: bytes) -> None:
        if re.search(rb"/Subtype\s*/(?:Type1|TrueType|MMType1)\b", body) and b"/FontDescriptor" not in body:
            self.tell("preflight.font-embedded", number, font="—")
        for match in _NAMES.finditer(body):
            name = match[1]
            code = _CODES.get(name, "preflight.active")
            said = name.decode("ascii")
            self.tell(code, number, what=said, filter=said, key=said)
        if self.standard == "X-1a":
            for match in _CLEAR.finditer(body):
                what = next(part for part in match.groups() if part).decode("ascii")
                self.tell("preflight.transparency", number, what=what)

    def _identification(self, objects: dict[int, bytes], claimed: bool) -> None:
        if self.standard == "X-1a":
            right = any(b"/GTS_PDFXVersion (PDF/X-1a:2003)" in body for body in objects.values())
        else:
            right = b">PDF/X-4</pdfxid:GTS_PDFXVersion>" in self.data
        if right is not claimed:
            found, wanted = ("—", self.label)[:: 1 if claimed else -1]
            self.tell("preflight.meta-identification", found=found, standard=wanted)
