"""The text of finished files as a reader of PDF finds it: lines with their places. The second door to pypdfium2."""

from __future__ import annotations

from ctypes import c_double
from typing import Any

from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass

ENDS = "\r\n\x02"
"""What the library puts between lines, and for a hyphen at a line's end."""


class Unreadable(Exception):
    """A file that is no PDF, or one that is locked."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of text. ``rect`` in milli-points from the top left of the page shown; ``size`` of its first character."""

    text: str
    size: Mpt
    rect: Rect


@dataclass(frozen=True, slots=True)
class Printed:
    """A page: its size and its lines, in the order of the file."""

    width: Mpt
    height: Mpt
    lines: tuple[PrintedLine, ...]


def page_count(pdf: bytes) -> int:
    """How many pages a file has. :raises Unreadable: if it can't be opened."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(pdf) as document:
            return len(document)
    except pypdfium2.PdfiumError as error:
        raise Unreadable(str(error)) from error


def printed(pdf: bytes, index: int) -> Printed:
    """The lines of a page."""
    import pypdfium2
    import pypdfium2.raw as raw

    with pypdfium2.PdfDocument(pdf) as document:
        page = document[index]
        width, height = page.get_size()
        left, _, _, top = page.get_cropbox()
        text = page.get_textpage()
        lines: list[PrintedLine] = []
        open_at: list[int] = []
        for at in range(text.count_chars()):
            char = raw.FPDFText_GetUnicode(text.raw, at)
            if char and chr(char) not in ENDS:
                open_at.append(at)
            elif open_at:
                lines.append(_line(raw, text, open_at, left, top))
                open_at = []
        if open_at:
            lines.append(_line(raw, text, open_at, left, top))
        said = tuple(line for line in lines if line.text.strip())
        return Printed(round(width * 1000), round(height * 1000), said)


def _line(raw: Any, text: Any, at: list[int], left: float, top: float) -> PrintedLine:
    chars = "".join(chr(raw.FPDFText_GetUnicode(text.raw, one)) for one in at)
    boxes = [_box(raw, text, one) for one, char in zip(at, chars, strict=True) if not char.isspace()]
    x, bottom, right, upper = (
        (
            min(box[0] for box in boxes),
            min(box[1] for box in boxes),
            max(box[2] for box in boxes),
            max(box[3] for box in boxes),
        )
        if boxes
        else (0.0, 0.0, 0.0, 0.0)
    )
    rect = Rect(*(round(part * 1000) for part in (x - left, top - upper, right - x, upper - bottom)))
    return PrintedLine(chars, round(raw.FPDFText_GetFontSize(text.raw, at[0]) * 1000), rect)


def _box(raw: Any, text: Any, at: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a character, in points."""
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    raw.FPDFText_GetCharBox(text.raw, at, left, right, bottom, top)
    return left.value, bottom.value, right.value, top.value
