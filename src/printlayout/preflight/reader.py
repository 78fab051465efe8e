"""A finished PDF as plain Python values. The only door to pikepdf, another library than the one that writes.

Objects are dictionaries with string keys (without slash), lists, numbers, bytes (strings), :class:`Name`,
:class:`Ref` and :class:`Stream`; nothing of the library leaves this module. A file is opened without repair first, so
that what needs one is known.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from printlayout.base.value import dataclass, field

MOST_MEMORY = 300_000_000
"""Bytes a stream may unpack to: a few bytes of a bomb have more than any memory."""
MOST_CONTENT = 30_000_000
"""Bytes of operators a stream may have: every one of them becomes an object, a hundred times as large."""
Value = Any
"""bool, int, float, None, bytes, :class:`Name`, :class:`Ref`, list, dict or :class:`Stream`."""


class Name(str):
    """A PDF name, without its slash."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to an indirect object."""

    number: int
    generation: int = 0


@dataclass(slots=True, eq=False)
class Stream:
    """A stream: its dictionary and, on demand, its bytes. ``number`` is its object's."""

    number: int
    dict: dict[str, Value]
    _native: Any = field(repr=False)

    def raw(self) -> bytes:
        """The bytes as they stand in the file."""
        return bytes(self._native.read_raw_bytes())

    def data(self) -> bytes:
        """The bytes without their filters. :raises ValueError: if they can't be had."""
        import pikepdf

        try:
            return bytes(self._native.read_bytes())
        except (pikepdf.PdfError, RuntimeError) as error:
            raise ValueError(str(error)) from error


class Unreadable(Exception):
    """A file that is no PDF, or is beyond repair."""


class Pdf:
    """An open file. ``damage``: what had to be repaired, or is wrong beyond the parts that are read."""

    def __init__(self, data: bytes) -> None:
        import pikepdf

        self._lib = pikepdf
        _quiet()
        pikepdf.settings.set_qpdf_limits(
            flate_max_memory=MOST_MEMORY, run_length_max_memory=MOST_MEMORY, png_max_memory=MOST_MEMORY,
            tiff_max_memory=MOST_MEMORY, dct_max_memory=MOST_MEMORY,
        )  # fmt: skip
        self.bytes = data
        self.encrypted = False
        self.damage: list[str] = []
        self._known: dict[int, Value] = {}
        try:
            self._pdf = pikepdf.Pdf.open(
                BytesIO(data), attempt_recovery=False, suppress_warnings=True, inherit_page_attributes=False
            )
        except pikepdf.PasswordError:
            self.encrypted = True
            raise Unreadable("password") from None
        except pikepdf.PdfError as error:
            self.damage.append(_short(error))
            try:
                self._pdf = pikepdf.Pdf.open(BytesIO(data), suppress_warnings=True, inherit_page_attributes=False)
            except pikepdf.PdfError as second:
                raise Unreadable(_short(second)) from second
        self.encrypted = bool(self._pdf.is_encrypted)
        self.version = str(self._pdf.pdf_version)
        self.trailer: dict[str, Value] = self._plain(self._pdf.trailer)
        try:
            self.damage += [_short(problem) for problem in self._pdf.check_pdf_syntax()]
        except (pikepdf.PdfError, RuntimeError) as error:
            self.damage.append(_short(error))

    # -- objects --------------------------------------------------------------------------------------------

    def get(self, value: Value) -> Value:
        """A value with references followed."""
        for _ in range(32):
            if not isinstance(value, Ref):
                return value
            value = self._object(value)
        return None

    def mapping(self, value: Value) -> dict[str, Value]:
        """A value as a dictionary (a stream's own, too); empty if it is none."""
        value = self.get(value)
        if isinstance(value, Stream):
            return value.dict
        return value if isinstance(value, dict) else {}

    def array(self, value: Value) -> list[Value]:
        """A value as a list with references followed; empty if it is none."""
        value = self.get(value)
        return [self.get(entry) for entry in value] if isinstance(value, list) else []

    @property
    def root(self) -> dict[str, Value]:
        """The catalogue."""
        return self.mapping(self.trailer.get("Root"))

    def pages(self) -> list[tuple[int, dict[str, Value]]]:
        """Every page with its object number, what it inherits put in."""
        found: list[tuple[int, dict[str, Value]]] = []
        seen: set[int] = set()

        def down(node: Value, above: dict[str, Value]) -> None:
            number = node.number if isinstance(node, Ref) else 0
            if number in seen and number:
                return
            seen.add(number)
            entries = self.mapping(node)
            handed = above | {key: entries[key] for key in _INHERITED if key in entries}
            if "Kids" in entries:
                for kid in self.get(entries["Kids"]) or []:
                    down(kid, handed)
            elif entries:
                found.append((number, handed | entries))

        down(self.root.get("Pages"), {})
        return found

    def walk(self) -> Iterator[tuple[int, str, Value]]:
        """Every value reachable from the trailer: the number of its object, the key it stands under, itself."""
        seen: set[int] = set()
        todo: list[tuple[int, str, Value]] = [(0, "", self.trailer)]
        while todo:
            number, key, value = todo.pop()
            if isinstance(value, Ref):
                if value.number in seen:
                    continue
                seen.add(value.number)
                todo.append((value.number, key, self._object(value)))
                continue
            yield number, key, value
            if isinstance(value, Stream):
                value = value.dict
            if isinstance(value, dict):
                todo += [(number, name, entry) for name, entry in reversed(value.items())]
            elif isinstance(value, list):
                todo += [(number, key, entry) for entry in reversed(value)]

    def _object(self, ref: Ref) -> Value:
        if ref.number not in self._known:
            try:
                native = self._pdf.get_object((ref.number, ref.generation))
                self._known[ref.number] = self._plain(native, top=True)
            except (self._lib.PdfError, RuntimeError, ValueError) as error:
                self.damage.append(_short(error))
                self._known[ref.number] = None
        return self._known[ref.number]

    def _plain(self, value: Any, top: bool = False, depth: int = 0) -> Value:
        lib = self._lib
        if value is None or isinstance(value, bool | int):
            return value
        if not isinstance(value, lib.Object):
            return float(value)
        if not top and value.is_indirect:
            return Ref(*value.objgen)
        if depth > 100:
            return None
        if isinstance(value, lib.Name):
            return Name(str(value)[1:])
        if isinstance(value, lib.String):
            return bytes(value)
        if isinstance(value, lib.Stream):
            entries = {key[1:]: self._plain(entry, depth=depth + 1) for key, entry in value.stream_dict.items()}
            return Stream(value.objgen[0], entries, value)
        if isinstance(value, lib.Dictionary):
            return {key[1:]: self._plain(entry, depth=depth + 1) for key, entry in value.items()}
        if isinstance(value, lib.Array):
            return [self._plain(entry, depth=depth + 1) for entry in value]
        return None

    def empty(self, ref: Ref) -> None:
        """Have a form read as if it drew nothing and needed nothing."""
        form = self._object(ref)
        if isinstance(form, Stream):
            kept = {key: value for key, value in form.dict.items() if key in ("Type", "Subtype", "BBox", "Matrix")}
            self._known[ref.number] = Stream(form.number, kept, self._pdf.make_stream(b""))

    # -- content streams ------------------------------------------------------------------------------------

    def operators(self, data: bytes) -> Iterator[tuple[str, list[Value]]]:
        """The operators of a content stream with their operands. An inline image comes as ``BI`` with its dictionary.

        :raises ValueError: if it can't be read.
        """
        lib = self._lib
        if len(data) > MOST_CONTENT:
            raise ValueError(f"content > {MOST_CONTENT // 1_000_000} MB")
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # what the library only warns about ends in the middle of something
            try:
                parsed = lib.parse_content_stream(self._pdf.make_stream(data))
            except (lib.PdfError, RuntimeError, ValueError, UserWarning) as error:
                raise ValueError(_short(error)) from error
        for entry in parsed:
            if isinstance(entry, lib.ContentStreamInlineImage):
                image = entry.iimage.obj
                entries = image.stream_dict if isinstance(image, lib.Stream) else image
                yield "BI", [{key[1:]: self._plain(value) for key, value in entries.items()}]
                continue
            operator = str(entry.operator)
            plain = self._plain
            yield operator, [plain(operand) for operand in entry.operands]


def _quiet() -> None:
    """The library logs what it repairs; here that is found out and told otherwise."""
    import logging

    log = logging.getLogger("pikepdf")
    if not log.handlers:
        log.addHandler(logging.NullHandler())


_INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")


def _short(problem: object) -> str:
    """What a library says of a problem, in one line."""
    return " ".join(str(problem).split())[:160]


def text(value: Value) -> str:
    """A text string (ISO 32000-1 7.9.2.2)."""
    if not isinstance(value, bytes):
        return ""
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "replace")
    if value.startswith(b"\xef\xbb\xbf"):
        return value[3:].decode("utf-8", "replace")
    return value.decode("latin-1")


def numbers(values: Value, count: int) -> tuple[float, ...] | None:
    """A list of so many numbers, or ``None``."""
    if not isinstance(values, list) or len(values) != count:
        return None
    if not all(isinstance(value, int | float) and not isinstance(value, bool) for value in values):
        return None
    return tuple(float(value) for value in values)
