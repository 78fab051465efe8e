"""JPEG headers (ITU T.81 annex B)."""

from __future__ import annotations

from typing import BinaryIO

from printlayout.images.headers import BadPicture, Header, checked, exif_orientation, take

MAGIC = b"\xff\xd8\xff"
END = b"\xff\xd9"
PROCESSES = {
    0xC0: "baseline", 0xC1: "extended", 0xC2: "progressive", 0xC3: "lossless", 0xC5: "hierarchical",
    0xC6: "hierarchical", 0xC7: "hierarchical", 0xC9: "arithmetic", 0xCA: "arithmetic", 0xCB: "arithmetic",
}  # fmt: skip
PRINTABLE = (0xC0, 0xC1, 0xC2)
"""Frames every PDF reader decodes (ISO 32000-1 7.4.8)."""

_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE = frozenset((0x01, *range(0xD0, 0xD8)))
_SCAN, _END, _EXIF, _ICC, _ADOBE = 0xDA, 0xD9, 0xE1, 0xE2, 0xEE


def header(file: BinaryIO) -> Header:
    """Read the segments before the first scan."""
    take(file, 2)
    frame: bytes | None = None
    process = 0
    orientation = 1
    adobe: int | None = None
    profile: dict[int, bytes] = {}
    while True:
        marker = _marker(file)
        if marker in _BARE:
            continue
        if marker in (_SCAN, _END):
            break
        segment = take(file, max(0, int.from_bytes(take(file, 2), "big") - 2))
        if marker in _FRAMES:
            frame, process = segment, marker
        elif marker == _EXIF and segment.startswith(b"Exif\0\0"):
            orientation = exif_orientation(segment[6:])
        elif marker == _ICC and segment.startswith(b"ICC_PROFILE\0") and len(segment) > 14:
            profile[segment[12]] = segment[14:]
        elif marker == _ADOBE and segment.startswith(b"Adobe") and len(segment) >= 12:
            adobe = segment[11]
    if frame is None or len(frame) < 6:
        raise BadPicture("has no frame header")
    bits, components = frame[0], frame[5]
    height, width = int.from_bytes(frame[1:3], "big"), int.from_bytes(frame[3:5], "big")
    checked(width, height)
    if components not in (1, 3, 4):
        raise BadPicture(f"has {components} components")
    return Header(
        width,
        height,
        components,
        bits,
        orientation,
        b"".join(profile[part] for part in sorted(profile)) or None,
        process=process,
        adobe=adobe,
        rgb=frame[6::3][:3] == b"RGB",
    )


def _marker(file: BinaryIO) -> int:
    if take(file, 1) != b"\xff":
        raise BadPicture("has bytes where a marker should be")
    code = 0xFF
    while code == 0xFF:  # fill bytes
        code = take(file, 1)[0]
    return code
