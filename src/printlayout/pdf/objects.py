"""PDF values as the rooms of ``pdf`` write them: plain Python values and a few types of our own.

Only :mod:`printlayout.pdf.container` turns them into bytes, so that nothing else knows the library behind it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from typing import Union

from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A PDF name, without its slash."""

    name: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to the object put into the container under ``name``, before or after."""

    name: str


@dataclass(frozen=True, slots=True)
class Raw:
    """A value already written as PDF."""

    data: bytes


Value = Union[bool, int, Name, Ref, Raw, "Mapping[str, Value]", "Sequence[Value]"]
Dict = Mapping[str, Value]


def number(length: Mpt) -> str:
    """Milli-points as a decimal number of points, exact and as short as it goes."""
    sign = "-" if length < 0 else ""
    whole, rest = divmod(abs(length), 1000)
    return f"{sign}{whole}.{rest:03d}".rstrip("0") if rest else f"{sign}{whole}"


def decimal(value: Fraction, places: int = 5) -> str:
    """A ratio as a decimal number with at most ``places`` places."""
    text = f"{float(value):.{places}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def ascii_string(text: str) -> Raw:
    """A string of letters, digits and such: no brackets, no backslash."""
    return Raw(f"({text})".encode("ascii"))


def text_hex(text: str) -> str:
    """A text string (ISO 32000-1 7.9.2.2) in UTF-16BE with its mark, as a hexadecimal literal."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def text_string(text: str) -> Raw:
    """A text string as a value; a literal where letters, digits and the like are all there is."""
    if text.isascii() and text.isprintable() and not set(text) & set("()\\"):
        return ascii_string(text)
    return Raw(text_hex(text).encode("ascii"))


def date_string(moment: datetime) -> Raw:
    """A date (ISO 32000-1 7.9.4); ``moment`` is in UTC, so no zone has to be spelled."""
    return ascii_string(f"D:{moment:%Y%m%d%H%M%S}Z")


def box(rect: Rect) -> Raw:
    """A rectangle, lower left and upper right corner; ``rect`` is already in the page's own space, y upwards."""
    edges = (rect.x, rect.y, rect.right, rect.bottom)
    return Raw(f"[{' '.join(map(number, edges))}]".encode("ascii"))
