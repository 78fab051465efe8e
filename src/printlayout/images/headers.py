"""What the readers of picture headers have in common."""

from __future__ import annotations

import struct
from typing import BinaryIO

from printlayout.base.value import dataclass


class BadPicture(Exception):
    """A file that isn't what its first bytes say."""


@dataclass(frozen=True, slots=True)
class Header:
    """A picture as stored. ``process`` is the JPEG's frame marker; ``adobe`` its Adobe colour transform, if it has
    that marker; ``rgb`` tells a JPEG whose three components are named R, G and B. ``photometric``, ``whole_numbers``
    and ``end`` (behind the last byte of the picture) are a TIFF's.
    """

    width: int
    height: int
    components: int
    bits: int
    orientation: int = 1
    icc: bytes | None = None
    alpha: bool = False
    process: int = 0
    adobe: int | None = None
    rgb: bool = False
    photometric: int = -1
    whole_numbers: bool = True
    end: int = 0


def take(file: BinaryIO, count: int) -> bytes:
    """Exactly ``count`` bytes."""
    data = file.read(count)
    if len(data) != count:
        raise BadPicture("ends inside its header")
    return data


def checked(width: int, height: int) -> None:
    """Refuse a picture without area."""
    if not width or not height:
        raise BadPicture("width or height is 0")


def rgb_profile(icc: bytes | None) -> bytes | None:
    """The profile if it is one for RGB (ICC.1 7.2), else nothing: cameras and converters attach wrong ones."""
    if icc and len(icc) > 128 and icc[36:40] == b"acsp" and icc[16:20] == b"RGB ":
        return icc
    return None


def exif_orientation(tiff: bytes) -> int:
    """Orientation from EXIF data (a TIFF header and its first directory); 1 if there is none or it makes no sense."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return 1
    try:
        (at,) = struct.unpack_from(order + "I", tiff, 4)
        (count,) = struct.unpack_from(order + "H", tiff, at)
        for entry in range(at + 2, at + 2 + 12 * count, 12):
            tag, kind = struct.unpack_from(order + "HH", tiff, entry)
            if tag == 0x0112 and kind == 3:
                (value,) = struct.unpack_from(order + "H", tiff, entry + 8)
                return value if 1 <= value <= 8 else 1
    except struct.error:
        return 1
    return 1
