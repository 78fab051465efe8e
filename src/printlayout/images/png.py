"""PNG headers (ISO/IEC 15948)."""

from __future__ import annotations

import zlib
from typing import BinaryIO

from printlayout.images.headers import BadPicture, Header, checked, exif_orientation, take

MAGIC = b"\x89PNG\r\n\x1a\n"
END = b"IEND\xae\x42\x60\x82"
GREY, RGB, PALETTE, GREY_ALPHA, RGB_ALPHA = 0, 2, 3, 4, 6
_DEPTHS = {GREY: (1, 2, 4, 8, 16), RGB: (8, 16), PALETTE: (1, 2, 4, 8), GREY_ALPHA: (8, 16), RGB_ALPHA: (8, 16)}
_PROFILE_LIMIT = 4_000_000


def header(file: BinaryIO) -> Header:
    """Read the chunks before the picture data."""
    take(file, len(MAGIC))
    length, kind = _chunk(file)
    if kind != b"IHDR" or length != 13:
        raise BadPicture("has no IHDR")
    data = take(file, 17)
    width, height = int.from_bytes(data[:4], "big"), int.from_bytes(data[4:8], "big")
    bits, colour = data[8], data[9]
    checked(width, height)
    if bits not in _DEPTHS.get(colour, ()):
        raise BadPicture("has an unknown colour type")
    alpha = colour in (GREY_ALPHA, RGB_ALPHA)
    icc: bytes | None = None
    orientation = 1
    while True:
        length, kind = _chunk(file)
        if kind in (b"IDAT", b"IEND"):
            break
        body = take(file, length + 4)[:length]
        if kind == b"tRNS":
            alpha = True
        elif kind == b"iCCP":
            icc = _profile(body)
        elif kind == b"eXIf":
            orientation = exif_orientation(body)
    components = 1 if colour in (GREY, GREY_ALPHA) else 3
    return Header(width, height, components, 8 if colour == PALETTE else bits, orientation, icc, alpha)


def _chunk(file: BinaryIO) -> tuple[int, bytes]:
    head = take(file, 8)
    length = int.from_bytes(head[:4], "big")
    if length > 0x7FFFFFFF:
        raise BadPicture("has a chunk of impossible length")
    return length, head[4:]


def _profile(body: bytes) -> bytes | None:
    """The profile of an iCCP chunk: a name, a zero, the method, deflated bytes."""
    _, _, rest = body.partition(b"\0")
    try:
        return zlib.decompressobj().decompress(rest[1:], _PROFILE_LIMIT) or None
    except zlib.error:
        return None
