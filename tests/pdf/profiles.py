"""ICC profiles made by hand: as much of one as says what it is. Nothing converts with them."""

from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path

from printlayout.model.press import NEWSPRINT, PressProfile

TAGS = ("A2B0", "B2A0", "wtpt", "desc", "cprt")


def icc(version: int = 2, kind: str = "prtr", space: str = "CMYK", tags: tuple[str, ...] = TAGS) -> bytes:
    """A profile: header and tags of eight bytes each."""
    table = struct.pack(">I", len(tags))
    for at, tag in enumerate(tags):
        table += tag.encode() + struct.pack(">II", 132 + 12 * len(tags) + 8 * at, 8)
    body = table + b"text\0\0\0\0" * len(tags)
    header = bytearray(128)
    header[:4] = struct.pack(">I", 128 + len(body))
    header[8] = version
    header[12:24] = (kind + space + "Lab ").encode()
    header[36:40] = b"acsp"
    return bytes(header) + body


def press(folder: Path, data: bytes | None = None, **changes: object) -> PressProfile:
    """Newsprint with an output profile in ``folder``."""
    file = folder / "press.icc"
    file.write_bytes(icc() if data is None else data)
    return replace(NEWSPRINT, icc=str(file), **changes)  # type: ignore[arg-type]
