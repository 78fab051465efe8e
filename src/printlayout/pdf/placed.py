"""A page of another PDF as a form XObject of ours, with its fonts, colours and pictures as they are.

The door to pikepdf for files that are placed: it reads, it never writes. Objects are copied into our container, which
writes the file as it writes every other, so that nobody after us touches its metadata or its bytes. Numbers, strings,
font programs and picture data go over as they stand; only what belongs to the other document (structure, piece info,
XMP of parts) stays behind, and LZW, which PDF/X does not know, is undone.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf

from printlayout.base.value import dataclass
from printlayout.pdf.objects import Dict, Name, Raw, Ref, Value, decimal

if TYPE_CHECKING:
    from printlayout.pdf.container import Container

Edges = tuple[Fraction, Fraction, Fraction, Fraction]
"""Left, bottom, right, top."""
_FARTHEST = 1_000_000
"""Points: the longest edge a page may have, and some."""
_DEEPEST = 100
"""Branches of a page tree above a page."""
_LEFT_BEHIND = frozenset(("/StructParent", "/StructParents", "/PieceInfo", "/LastModified", "/Metadata", "/OC"))
_UNMOVED = tuple(map(Fraction, (1, 0, 0, 1, 0, 0)))
_OF_STREAMS = frozenset(("/Length", "/DL"))


_MOST_MEMORY = 300_000_000
"""Bytes a stream may unpack to: CMYK of a broadsheet page at 450 ppi has 260 million, and a few bytes of a bomb have
more than any memory."""
_MALFORMED = (
    pikepdf.PdfError, RuntimeError, ValueError, TypeError, AttributeError, LookupError, ArithmeticError, MemoryError,
    NotImplementedError,
)  # fmt: skip
"""What reading stumbles over where a value is of another kind than the standard says."""
pikepdf.settings.set_qpdf_limits(
    flate_max_memory=_MOST_MEMORY, run_length_max_memory=_MOST_MEMORY, png_max_memory=_MOST_MEMORY,
    tiff_max_memory=_MOST_MEMORY, dct_max_memory=_MOST_MEMORY,
)  # fmt: skip


class PlacedFault(Exception):
    """A file that cannot be placed. ``kind``: unreadable, encrypted, no-page; ``detail`` says more."""

    def __init__(self, kind: str, detail: str = "") -> None:
        super().__init__(f"{kind}: {detail}")
        self.kind = kind
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Form:
    """A page that was copied: the form's object, and its size upright, in points."""

    ref: Ref
    width: Fraction
    height: Fraction


@contextmanager
def _reading() -> Iterator[None]:
    """Turns whatever a malformed file makes go wrong into a :class:`PlacedFault`."""
    try:
        yield
    except _MALFORMED as fault:
        raise PlacedFault("unreadable", _one_line(fault)) from None


class Source:
    """A PDF opened for placing. ``digest`` is the hash of its bytes. :raises PlacedFault: if it cannot be opened."""

    def __init__(self, data: bytes) -> None:
        self.digest = hashlib.sha256(data).hexdigest()
        with _reading():
            try:
                self.pdf = pikepdf.open(BytesIO(data), suppress_warnings=True)
            except pikepdf.PasswordError:
                raise PlacedFault("encrypted") from None
            self.count = len(self.pdf.pages)
        if self.pdf.is_encrypted:
            raise PlacedFault("encrypted")

    def __enter__(self) -> Source:
        return self

    def __exit__(self, *_: object) -> None:
        self.pdf.close()

    def page(self, number: int) -> pikepdf.Page:
        """A page, counted from 1. :raises PlacedFault: if there is none."""
        if not 1 <= number <= self.count:
            raise PlacedFault("no-page", str(self.count))
        return self.pdf.pages[number - 1]

    def box(self, number: int, name: str) -> Edges:
        """A box of a page in its own space, unturned. A box that is not given is the one the standard puts in its
        place (ISO 32000-1 14.11.2): the crop box, or the media box.
        """
        with _reading():
            values = [Fraction(str(edge)) for edge in getattr(self.page(number), f"{name}box")]
            left, bottom, right, top = values
        edges = (min(left, right), min(bottom, top), max(left, right), max(bottom, top))
        if edges[0] == edges[2] or edges[1] == edges[3] or max(map(abs, edges)) > _FARTHEST:
            raise PlacedFault("unreadable", f"{name}box")
        return edges

    def has_box(self, number: int, name: str) -> bool:
        """Whether the page gives that box itself."""
        return f"/{name.capitalize()}Box" in self.page(number).obj

    def turn(self, number: int) -> int:
        """How far viewers turn the page clockwise: 0, 90, 180, 270."""
        page: Any = self.page(number).obj
        with _reading():
            for _ in range(_DEEPEST):  # a tree whose branches lead back to themselves has no end
                if "/Rotate" in page or "/Parent" not in page:
                    break
                page = page["/Parent"]
            found = page.get("/Rotate", 0)
        return int(found) % 360 // 90 * 90 if isinstance(found, (int, Decimal)) else 0

    def unit(self, number: int) -> Fraction:
        """Points in a unit of the page's space."""
        with _reading():
            found = Fraction(str(self.page(number).obj.get("/UserUnit", 1)))
        if not 0 < found <= _FARTHEST:
            raise PlacedFault("unreadable", "UserUnit")
        return found

    def size(self, number: int, name: str) -> tuple[Fraction, Fraction]:
        """Width and height of a box as it is seen, in points."""
        left, bottom, right, top = self.box(number, name)
        unit = self.unit(number)
        width, height = (right - left) * unit, (top - bottom) * unit
        return (height, width) if self.turn(number) in (90, 270) else (width, height)

    def around(self, number: int, outer: str, inner: str) -> tuple[Fraction, Fraction, Fraction, Fraction]:
        """How far one box goes beyond another as the page is seen: left, top, right, bottom, in points."""
        wide, narrow, unit = self.box(number, outer), self.box(number, inner), self.unit(number)
        left, bottom = (narrow[side] - wide[side] for side in (0, 1))
        right, top = (wide[side] - narrow[side] for side in (2, 3))
        sides = deque((left, top, right, bottom))
        sides.rotate(self.turn(number) // 90)  # what was left is above after a turn to the right
        return sides[0] * unit, sides[1] * unit, sides[2] * unit, sides[3] * unit

    def hides(self, number: int) -> bool:
        """Whether layers are hidden by default: as a form the page would show them."""
        with _reading():
            layers = self.pdf.Root.get("/OCProperties")
            if layers is None or "/D" not in layers:
                return False
            return len(layers.D.get("/OFF", ())) > 0 or layers.D.get("/BaseState") == pikepdf.Name("/OFF")

    def extracted(self, number: int, to: BytesIO) -> None:
        """One page as a file of its own, to be examined; it never leaves the house."""
        with _reading(), pikepdf.new() as alone:
            alone.pages.append(self.page(number))
            for key in ("/OutputIntents", "/OCProperties"):
                if key in self.pdf.Root:
                    alone.Root[key] = alone.copy_foreign(self.pdf.make_indirect(self.pdf.Root[key]))
            alone.save(to, fix_metadata_version=False, static_id=True)

    def claim(self) -> tuple[str, str, str]:
        """What the file claims to be: GTS_PDFXVersion, the output condition, and the hash of its profile; empty for
        what it doesn't say.
        """
        with _reading():
            return self._claim()

    def _claim(self) -> tuple[str, str, str]:
        label = self.pdf.docinfo.get("/GTS_PDFXVersion") if self.pdf.docinfo is not None else None
        said = str(label) if label is not None else ""
        if not said and "/Metadata" in self.pdf.Root:
            packet = self.pdf.Root.Metadata.read_bytes()
            start = packet.find(b"GTS_PDFXVersion>")
            said = packet[start + 16 : packet.find(b"<", start)].decode("utf-8", "replace") if start > 0 else ""
        for intent in self._intents():
            profile = intent.get("/DestOutputProfile")
            data = profile.read_bytes() if isinstance(profile, pikepdf.Stream) else b""
            digest = hashlib.sha256(data).hexdigest() if data else ""
            return said, str(intent.get("/OutputConditionIdentifier", "")), digest
        return said, "", ""

    def _intents(self) -> Iterator[Any]:
        for intent in self.pdf.Root.get("/OutputIntents", ()):
            if intent.get("/S") == pikepdf.Name("/GTS_PDFX"):
                yield intent


class Importer:
    """Copies pages of other files into one container; a page, font or picture that was copied is not copied again.
    ``live`` holds the hashes of files with transparency in what was copied."""

    def __init__(self, container: Container) -> None:
        self.live: set[str] = set()
        self._container = container
        self._known: dict[str, Ref] = {}
        self._waiting: deque[tuple[str, Any]] = deque()
        self._forms: dict[tuple[str, int, Edges], Form] = {}

    def form(self, source: Source, number: int, edges: Edges) -> Form:
        """The part of a page within ``edges`` (in the page's own space) as a form whose lower left corner is at 0, 0
        and which stands upright, in points.
        """
        key = (source.digest, number, edges)
        if key not in self._forms:
            with _reading():
                self._forms[key] = self._made(source, number, edges)
        return self._forms[key]

    def intents(self, source: Source) -> Value:
        """The output intents of a file, for a file made of its pages."""
        made = self._value(source, source.pdf.Root.get("/OutputIntents", pikepdf.Array()))
        self._copy_waiting(source)
        return made

    def _made(self, source: Source, number: int, edges: Edges) -> Form:
        page = source.page(number)
        unit, turn = source.unit(number), source.turn(number)
        matrix, width, height = upright(edges, turn, unit)
        entries: dict[str, Value] = {
            "Type": Name("XObject"),
            "Subtype": Name("Form"),
            "BBox": Raw(f"[{_numbers(edges)}]".encode()),
            "Resources": self._value(source, page.resources),
        }
        if matrix != _UNMOVED:
            entries["Matrix"] = Raw(f"[{_numbers(matrix)}]".encode())
        if "/Group" in page.obj:
            entries["Group"] = self._value(source, page.obj["/Group"])
            self.live.add(source.digest)
        ref = self._container.stream(page_content(page), entries)
        self._copy_waiting(source)
        return Form(ref, width, height)

    def _copy_waiting(self, source: Source) -> None:
        while self._waiting:
            name, found = self._waiting.popleft()
            if isinstance(found, pikepdf.Stream):
                self._stream(source, found, name)
            else:
                self._container.put(self._direct(source, found), name)

    def _value(self, source: Source, found: Any) -> Value:
        """A value of the other file; objects with a number of their own are copied once and referred to."""
        if isinstance(found, pikepdf.Object) and found.is_indirect:
            name = f"placed {source.digest} {found.objgen[0]} {found.objgen[1]}"
            if name not in self._known:
                self._known[name] = Ref(name)
                self._waiting.append((name, found))
            return self._known[name]
        return self._direct(source, found)

    def _direct(self, source: Source, found: Any) -> Value:
        if isinstance(found, pikepdf.Dictionary):
            if found.get("/Type") in (pikepdf.Name("/Page"), pikepdf.Name("/Pages"), pikepdf.Name("/Catalog")):
                return Raw(b"null")
            if found.get("/Type") in (pikepdf.Name("/OCG"), pikepdf.Name("/OCMD")):
                return {}  # no layers without the document's list of them: all that was shown shows
            if _transparent(found):
                self.live.add(source.digest)
            return self._entries(source, found, _LEFT_BEHIND)
        if isinstance(found, pikepdf.Array):
            return [self._value(source, one) for one in found]
        if isinstance(found, pikepdf.Object):
            return Raw(found.unparse(resolved=True))
        if isinstance(found, bool):
            return found
        return Raw(b"null" if found is None else format(found, "d" if isinstance(found, int) else "f").encode("ascii"))

    def _entries(self, source: Source, found: Any, without: frozenset[str]) -> dict[str, Value]:
        return {key[1:]: self._value(source, value) for key, value in found.items() if key not in without}

    def _stream(self, source: Source, found: Any, name: str) -> None:
        without = _LEFT_BEHIND | _OF_STREAMS
        if "/LZWDecode" in filters(found):
            data = found.read_bytes()
            without |= {"/Filter", "/DecodeParms"}
        else:
            data = found.read_raw_bytes()
        entries: Dict = self._entries(source, pikepdf.Dictionary(found.stream_dict), without)
        self._container.stream(data, entries, name=name)


def upright(edges: Edges, turn: int, unit: Fraction = Fraction(1)) -> tuple[tuple[Fraction, ...], Fraction, Fraction]:
    """The matrix that brings a box to 0, 0, turned clockwise by ``turn`` as viewers show it; its width and height."""
    left, bottom, right, top = edges
    a, b, c, d, e, f = {
        0: (1, 0, 0, 1, -left, -bottom),
        90: (0, -1, 1, 0, -bottom, right),
        180: (-1, 0, 0, -1, right, top),
        270: (0, 1, -1, 0, top, -left),
    }[turn]
    width, height = (right - left) * unit, (top - bottom) * unit
    matrix = tuple(Fraction(value) * unit for value in (a, b, c, d, e, f))
    return (matrix, height, width) if turn in (90, 270) else (matrix, width, height)


def page_content(page: Any) -> bytes:
    """The operators of a page; its streams are one, with white space between (ISO 32000-1 7.8.2)."""
    found = page.obj.get("/Contents")
    streams = list(found) if isinstance(found, pikepdf.Array) else [found] if found is not None else []
    return b"\n".join(stream.read_bytes() for stream in streams if isinstance(stream, pikepdf.Stream)) + b"\n"


def filters(stream: Any) -> list[str]:
    """The filters of a stream, long names."""
    found = stream.get("/Filter")
    named = [str(one) for one in found] if isinstance(found, pikepdf.Array) else [str(found)] if found else []
    return ["/LZWDecode" if name == "/LZW" else name for name in named]


def _transparent(state: Any) -> bool:
    """Whether a dictionary is a graphics state, or a form, with transparency."""
    if state.get("/S") == pikepdf.Name("/Transparency"):
        return True
    mode = state.get("/BM", pikepdf.Name("/Normal"))
    if mode not in (pikepdf.Name("/Normal"), pikepdf.Name("/Compatible")):
        return True
    if "/SMask" in state and state["/SMask"] != pikepdf.Name("/None"):
        return True
    return any(not isinstance(state.get(key, 1), pikepdf.Object) and state.get(key, 1) != 1 for key in ("/ca", "/CA"))


def _numbers(values: tuple[Fraction, ...]) -> str:
    return " ".join(decimal(value, 6) for value in values)


def _one_line(fault: Exception) -> str:
    return " ".join(str(fault).split())[:160] or type(fault).__name__
