"""The PDF file around pages and fonts. The only door to reportlab, whose object layer (``pdfbase.pdfdoc``) is used.

Importing reportlab takes some 35 ms, brings Pillow in, and reads the settings of the machine's user and the
``RL_…`` variables of the environment; hence this module is imported inside :func:`printlayout.pdf.writer.write`, and
nothing here depends on a setting: the classes below fix what the library leaves to its configuration (line breaks,
comments, compression, ASCII85), and never run the parts that read the clock or put in a font of their own.
"""

from __future__ import annotations

import hashlib
import zlib

from reportlab.pdfbase import pdfdoc

from printlayout.pdf.objects import Dict, Name, Raw, Ref, Value

BINARY = b"%\xe2\xe3\xcf\xd3\n"
"""Four bytes above 127, so that no transfer takes the file for text (ISO 32000-1 7.5.2)."""
LEVEL = 6
"""zlib level of every stream: 9 takes twice the time for one percent."""


class _Dictionary(pdfdoc.PDFDictionary):
    """As the library writes it, but for keys with a solidus or a control character: names of inks, for one."""

    def format(self, document: pdfdoc.PDFDocument, IND: bytes = b"\n ") -> bytes:
        parts = [_name(key) + b" " + pdfdoc.format(self.dict[key], document) for key in sorted(self.dict)]
        for place in reversed(range(6, len(parts), 6)):
            parts.insert(place, IND)
        return b"<<\n" + b" ".join(parts) + b"\n>>"


class _Array(pdfdoc.PDFArray):
    multiline = False


class _Stream(pdfdoc.PDFStream):
    """A stream whose bytes are already encoded; with the end of line before ``endstream`` that 7.3.8.1 asks for."""

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        head: bytes = self.dictionary.format(document)
        return b"".join((head, b"\nstream\n", self.content, b"\nendstream\n"))


class _Document(pdfdoc.PDFDocument):
    """The library's table of objects without its outline, default fonts, time stamp and signature."""

    def __init__(self) -> None:
        self.objectcounter = 0
        self.idToObjectNumberAndVersion = {}
        self.idToObject = {}
        self.idToOffset = {}
        self.numberToId = {}

    def bodies(self) -> list[tuple[str, bytes]]:
        """Every object as written, by number."""
        names = [self.numberToId[number] for number in range(1, self.objectcounter + 1)]
        return [(name, pdfdoc.PDFIndirectObject(name, self.idToObject[name]).format(self)) for name in names]


class Container:
    """Objects gathered for one file. Numbers are given in the order of :meth:`put`."""

    __slots__ = ("_count", "_digest", "_document", "_version")

    def __init__(self, version: str = "1.6") -> None:
        self._document = _Document()
        self._version = version
        self._count = 0
        self._digest = hashlib.sha256()

    def put(self, value: Value, name: str = "") -> Ref:
        """Take in an object. ``name`` is for objects referred to before they are put."""
        self._digest.update(repr(value).encode())
        return self._register(_native(value), name)

    def stream(
        self, data: bytes, dictionary: Dict | None = None, *, compress: bool = True, level: int = LEVEL, name: str = ""
    ) -> Ref:
        """Take in a stream. ``compress`` deflates it, unless the dictionary names a filter already applied."""
        entries: dict[str, Value] = dict(dictionary or {})
        if compress and "Filter" not in entries:
            data = zlib.compress(data, level)
            entries["Filter"] = Name("FlateDecode")
        entries["Length"] = len(data)
        self._digest.update(repr(entries).encode())
        self._digest.update(data)
        return self._register(_Stream(_native(entries), data), name)

    def _register(self, native: object, name: str) -> Ref:
        if not name:
            self._count += 1
            name = f"object {self._count}"
        self._document.Reference(native, name)  # type: ignore[no-untyped-call]
        return Ref(name)

    def fingerprint(self) -> str:
        """Hash of all that was put in so far, in hexadecimal."""
        return self._digest.hexdigest()

    def finish(self, root: Ref, info: Ref) -> bytes:
        """The file: header, objects, a cross-reference table (no stream: safest at the plant), trailer.

        Both parts of the ID (ISO 32000-1 14.4) are a hash of all bytes before the trailer.
        """
        document = self._document
        parts = [f"%PDF-{self._version}\n".encode("ascii") + BINARY]
        offset = len(parts[0])
        bodies = document.bodies()
        for name, body in bodies:
            document.idToOffset[name] = offset
            parts.append(body)
            offset += len(body)
        table = pdfdoc.PDFCrossReferenceTable()
        table.addsection(0, [name for name, _ in bodies])
        parts.append(table.format(document))
        identity = hashlib.sha256(b"".join(parts)).digest()[:16].hex().upper()
        trailer = pdfdoc.PDFTrailer(
            startxref=offset,
            Size=len(bodies) + 1,
            Root=pdfdoc.PDFObjectReference(root.name),
            Info=pdfdoc.PDFObjectReference(info.name),
            ID=f"[<{identity}> <{identity}>]".encode("ascii"),
        )
        parts.append(trailer.format(document))
        return b"".join(parts)


def _native(value: Value) -> object:
    """The library's form of a value. Numbers go in as text: its own formatting of them rounds."""
    match value:
        case bool():
            return b"true" if value else b"false"
        case int():
            return b"%d" % value
        case Name(name):
            return _name(name)
        case Ref(name):
            return pdfdoc.PDFObjectReference(name)
        case Raw(data):
            return data
        case str() | bytes():
            raise TypeError("a string is written with text_string or ascii_string")
        case _ if hasattr(value, "items"):
            return _Dictionary({key: _native(entry) for key, entry in value.items()})
        case _:
            return _Array([_native(entry) for entry in value])


def _name(name: str) -> bytes:
    """A name with its slash."""
    return b"/" + b"".join(_name_byte(byte) for byte in name.encode("utf-8", "surrogateescape"))


def _name_byte(byte: int) -> bytes:
    """A byte of a name (ISO 32000-1 7.3.5). The library's own escapes go wrong above U+00FF and leave out the slash."""
    return b"%c" % byte if 0x21 <= byte <= 0x7E and byte not in b"()<>[]{}/%#" else b"#%02X" % byte
