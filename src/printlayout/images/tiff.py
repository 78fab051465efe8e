"""TIFF headers (TIFF 6.0): the first picture of the file."""

from __future__ import annotations

import os
import struct
from typing import BinaryIO

from printlayout.images.headers import BadPicture, Header, checked, take

MAGICS = {b"II*\0": "<", b"MM\0*": ">"}
WHITE_IS_ZERO, BLACK_IS_ZERO, RGB, PALETTE, CMYK, YCBCR, LAB, ICC_LAB = 0, 1, 2, 3, 5, 6, 8, 9
_COLOURS = {WHITE_IS_ZERO: 1, BLACK_IS_ZERO: 1, RGB: 3, PALETTE: 3, CMYK: 4, YCBCR: 3, LAB: 3, ICC_LAB: 3}
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 6: 1, 7: 1, 8: 2, 9: 4}
_NUMBERS = {1: "B", 3: "H", 4: "I"}
_WIDTH, _HEIGHT, _BITS, _PHOTOMETRIC, _ORIENTATION, _SAMPLES, _EXTRA, _FORMAT, _ICC = (
    256, 257, 258, 262, 274, 277, 338, 339, 34675
)  # fmt: skip
_STARTS, _LENGTHS = (273, 324), (279, 325)
_ENTRIES_LIMIT = 500
_PROFILE_LIMIT = 4_000_000
_PIECES_LIMIT = 1_000_000


def header(file: BinaryIO) -> Header:
    """Read the first directory. ``end`` is the byte behind the last of the picture's data."""
    order = MAGICS.get(take(file, 4))
    if order is None:
        raise BadPicture("is no TIFF")
    directory = _directory(file, order)

    def number(tag: int, default: int) -> int:
        values = directory.get(tag, ())
        return values[0] if isinstance(values, tuple) and values else default

    width, height = number(_WIDTH, 0), number(_HEIGHT, 0)
    checked(width, height)
    photometric = number(_PHOTOMETRIC, -1)
    components = _COLOURS.get(photometric)
    if components is None:
        raise BadPicture(f"has an unknown colour type ({photometric})")
    samples, icc = number(_SAMPLES, 1), directory.get(_ICC)
    orientation = number(_ORIENTATION, 1)
    pieces = zip(_all(directory, _STARTS), _all(directory, _LENGTHS), strict=False)
    return Header(
        width,
        height,
        components,
        8 if photometric == PALETTE else number(_BITS, 1),
        orientation if 1 <= orientation <= 8 else 1,
        icc if isinstance(icc, bytes) else None,
        alpha=samples > components and photometric != PALETTE and number(_EXTRA, 0) in (1, 2),
        photometric=photometric,
        whole_numbers=number(_FORMAT, 1) == 1,
        end=max((start + length for start, length in pieces), default=0),
    )


def photometric_place(file: BinaryIO, photometric: int) -> tuple[int, bytes]:
    """Where the colour type stands in the file, and what to write there for another."""
    order = MAGICS[take(file, 4)]
    (at,) = struct.unpack(order + "I", take(file, 4))
    file.seek(at)
    (count,) = struct.unpack(order + "H", take(file, 2))
    for entry in range(count):
        if struct.unpack(order + "H", take(file, 12)[:2])[0] == _PHOTOMETRIC:
            return at + 2 + 12 * entry + 8, struct.pack(order + "H", photometric)
    raise BadPicture("has no colour type")


def _directory(file: BinaryIO, order: str) -> dict[int, tuple[int, ...] | bytes]:
    """The entries that matter: numbers, and the colour profile."""
    (at,) = struct.unpack(order + "I", take(file, 4))
    size = file.seek(0, os.SEEK_END)
    if not 8 <= at < size:
        raise BadPicture("has no directory")
    file.seek(at)
    (count,) = struct.unpack(order + "H", take(file, 2))
    if count > _ENTRIES_LIMIT:
        raise BadPicture("has an impossible directory")
    wanted = {_WIDTH, _HEIGHT, _BITS, _PHOTOMETRIC, _ORIENTATION, _SAMPLES, _EXTRA, _FORMAT, _ICC, *_STARTS, *_LENGTHS}
    found: dict[int, tuple[int, ...] | bytes] = {}
    for entry in (take(file, 12) for _ in range(count)):
        tag, kind, amount = struct.unpack_from(order + "HHI", entry)
        length = _SIZES.get(kind, 0) * amount
        if tag not in wanted or not length or amount > (_PROFILE_LIMIT if tag == _ICC else _PIECES_LIMIT):
            continue
        data = entry[8 : 8 + length]
        if length > 4:
            back = file.tell()
            file.seek(struct.unpack_from(order + "I", entry, 8)[0])
            data = take(file, length)
            file.seek(back)
        if tag == _ICC:
            found[tag] = data
        elif kind in _NUMBERS:
            found[tag] = struct.unpack(f"{order}{amount}{_NUMBERS[kind]}", data)
    return found


def _all(directory: dict[int, tuple[int, ...] | bytes], tags: tuple[int, int]) -> tuple[int, ...]:
    for tag in tags:
        values = directory.get(tag)
        if isinstance(values, tuple):
            return values
    return ()
