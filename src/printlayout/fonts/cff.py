"""The few facts a PDF needs from a CFF program: whether it is CID-keyed, its charset, the widths it gives.

Read by hand (Adobe Technical Notes 5176 and 5177): fontTools would take longer to import than the whole page to set.
Programs come from the subsetter without subroutines, which is what makes the widths easy to read.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from printlayout.base.value import dataclass

_ROS = 1230
_CHARSET = 15
_CHARSTRINGS = 17
_PRIVATE = 18
_FD_ARRAY = 1236
_FD_SELECT = 1237
_DEFAULT_WIDTH = 20
_NOMINAL_WIDTH = 21

_STEMS = (1, 3, 18, 23, 19, 20)
"""Charstring operators that take an even number of operands: stem hints and hint masks."""
_MOVES = {21: 2, 22: 1, 4: 1}
"""rmoveto, hmoveto, vmoveto and the operands they take."""
_ENDCHAR = 14


@dataclass(frozen=True, slots=True)
class CffFacts:
    """``cids`` is the charset by glyph index: CIDs if ``cid_keyed``, else string ids of glyph names, of no use in a
    PDF. ``widths`` are advances by glyph index in font units, ``None`` where the charstring does not tell plainly.
    """

    name: str
    cid_keyed: bool
    cids: tuple[int, ...]
    widths: tuple[float | None, ...]


def read_cff(data: bytes) -> CffFacts:
    """Read a bare CFF program (version 1, one font). :raises ValueError: if it is none."""
    if len(data) < 4 or data[0] != 1:
        raise ValueError("not a CFF program")
    try:
        names, at = _index(data, data[2])
        tops, at = _index(data, at)
        top = _dict(tops[0])
        glyphs, _ = _index(data, int(top[_CHARSTRINGS][0]))
        count = len(glyphs)
        cids = _charset(data, int(top.get(_CHARSET, [0])[0]), count)
        if _ROS in top:
            fonts, _ = _index(data, int(top[_FD_ARRAY][0]))
            privates = [_private(data, _dict(one)) for one in fonts]
            chosen = _fd_select(data, int(top[_FD_SELECT][0]), count) if _FD_SELECT in top else [0] * count
        else:
            privates, chosen = [_private(data, top)], [0] * count
        widths = tuple(_width(glyph, *privates[fd]) for glyph, fd in zip(glyphs, chosen, strict=True))
    except (IndexError, KeyError) as error:
        raise ValueError("broken CFF program") from error
    return CffFacts(names[0].decode("latin-1"), _ROS in top, tuple(cids), widths)


def _index(data: bytes, at: int) -> tuple[list[bytes], int]:
    """The objects of an INDEX and where the next structure begins."""
    count = int.from_bytes(data[at : at + 2], "big")
    if not count:
        return [], at + 2
    size = data[at + 2]
    first = at + 3
    base = first + (count + 1) * size - 1
    offsets = [int.from_bytes(data[first + i * size : first + (i + 1) * size], "big") for i in range(count + 1)]
    return [data[base + a : base + b] for a, b in pairwise(offsets)], base + offsets[-1]


def _dict(data: bytes) -> dict[int, list[float]]:
    """Operators of a DICT with their operands; two-byte operators count from 1200."""
    found: dict[int, list[float]] = {}
    operands: list[float] = []
    at = 0
    while at < len(data):
        byte = data[at]
        at += 1
        if byte <= 21:
            if byte == 12:
                byte = 1200 + data[at]
                at += 1
            found[byte] = operands
            operands = []
        elif byte == 28:
            operands.append(int.from_bytes(data[at : at + 2], "big", signed=True))
            at += 2
        elif byte == 29:
            operands.append(int.from_bytes(data[at : at + 4], "big", signed=True))
            at += 4
        elif byte == 30:
            digits = ""
            while "f" not in digits:
                digits += data[at : at + 1].hex() or "f"
                at += 1
            text = digits[: digits.index("f")].replace("a", ".").replace("c", "E-").replace("b", "E").replace("e", "-")
            operands.append(float(text))
        elif byte <= 246:
            operands.append(byte - 139)
        elif byte <= 250:
            operands.append((byte - 247) * 256 + data[at] + 108)
            at += 1
        else:
            operands.append(-(byte - 251) * 256 - data[at] - 108)
            at += 1
    return found


def _charset(data: bytes, at: int, count: int) -> list[int]:
    """The charset by glyph index. 0, 1 and 2 are the predefined ones of name-keyed fonts."""
    if at <= 2:
        return list(range(count))
    kind, at = data[at], at + 1
    found = [0]
    while len(found) < count:
        first = int.from_bytes(data[at : at + 2], "big")
        at += 2
        left = 0
        if kind:
            left = int.from_bytes(data[at : at + kind], "big")
            at += kind
        found.extend(range(first, first + left + 1))
    return found[:count]


def _fd_select(data: bytes, at: int, count: int) -> list[int]:
    """The font dictionary of every glyph."""
    if data[at] == 0:
        return list(data[at + 1 : at + 1 + count])
    ranges = int.from_bytes(data[at + 1 : at + 3], "big")
    found: list[int] = []
    for i in range(ranges):
        place = at + 3 + 3 * i
        until = int.from_bytes(data[place + 3 : place + 5], "big")
        found.extend([data[place + 2]] * (until - len(found)))
    return found


def _private(data: bytes, font: dict[int, list[float]]) -> tuple[float, float]:
    """Default and nominal width of a font dictionary's private dictionary."""
    if _PRIVATE not in font:
        return 0, 0
    size, at = (int(operand) for operand in font[_PRIVATE])
    private = _dict(data[at : at + size])
    default, nominal = private.get(_DEFAULT_WIDTH), private.get(_NOMINAL_WIDTH)
    return (default[0] if default else 0), (nominal[0] if nominal else 0)


def _width(glyph: bytes, default: float, nominal: float) -> float | None:
    """The advance at the head of a Type 2 charstring: one operand more than its first operator takes."""
    operands: list[float] = []
    for token, is_operator in _tokens(glyph):
        if not is_operator:
            operands.append(token)
            continue
        if token in _STEMS:
            extra = len(operands) % 2
        elif token in _MOVES:
            extra = len(operands) > _MOVES[int(token)]
        elif token == _ENDCHAR:
            extra = len(operands) in (1, 5)
        else:
            return None
        return nominal + operands[0] if extra else default
    return None


def _tokens(glyph: bytes) -> Iterator[tuple[float, bool]]:
    """Operands and operators of a charstring up to its first operator."""
    at = 0
    while at < len(glyph):
        byte = glyph[at]
        at += 1
        if byte == 28:
            yield int.from_bytes(glyph[at : at + 2], "big", signed=True), False
            at += 2
        elif byte < 32:
            yield byte, True
            return
        elif byte <= 246:
            yield byte - 139, False
        elif byte <= 250:
            yield (byte - 247) * 256 + glyph[at] + 108, False
            at += 1
        elif byte <= 254:
            yield -(byte - 251) * 256 - glyph[at] - 108, False
            at += 1
        else:
            yield int.from_bytes(glyph[at : at + 4], "big", signed=True) / 65536, False
            at += 4
