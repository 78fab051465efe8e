"""Picture files made for the tests of conversion, and what came of them."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from PIL import Image as Pillow

from printlayout.base.geometry import Rect
from printlayout.images import WHOLE, Converter, ImageInfo, Prepared, probe
from printlayout.model.press import NEWSPRINT, PressProfile

ROOT = Path(__file__).parents[2]
PRESS = replace(NEWSPRINT, icc=str(ROOT / "layouts" / "press" / "cgats-tr002.icc"), sharpen=(60, 0, 3))
"""Newsprint without sharpening, so that colours can be worked out."""
Crop = tuple[int, int, int, int]


def at(ppi: int, width: int, height: int) -> Rect:
    """A frame in which a picture of so many pixels has so many to the inch."""
    return Rect(1000, 2000, width * 72_000 // ppi, height * 72_000 // ppi)


def convert(path: Path, rect: Rect, press: PressProfile = PRESS, crop: Crop = WHOLE) -> tuple[Prepared, Crop]:
    return Converter(press).convert(str(path), rect, crop)


def whole(path: Path, press: PressProfile = PRESS) -> Prepared:
    """The picture at 200 ppi, where nothing is scaled."""
    info = probe(path)
    assert isinstance(info, ImageInfo)
    made, crop = convert(path, at(200, info.width, info.height), press)
    assert crop == WHOLE
    return made


def pixels(made: Prepared) -> Pillow.Image:
    """What a reader of the PDF gets: the Decode array undone."""
    if made.filter == "FlateDecode":
        mode = {"cmyk": "CMYK", "gray": "1" if made.bits == 1 else "L"}[made.space]
        return Pillow.frombytes(mode, (made.width, made.height), zlib.decompress(made.data))
    picture = Pillow.open(BytesIO(made.data))
    picture.load()
    if picture.mode == "CMYK" and not made.inverted:  # Pillow takes every CMYK JPEG for an inverted one
        picture = picture.point([255 - value for value in range(256)] * 4)
    return picture


def wheel(width: int = 120, height: int = 80) -> Pillow.Image:
    """A colourful picture with more colours than a drawing, smooth enough for JPEG."""
    across, down = Pillow.linear_gradient("L"), Pillow.linear_gradient("L").rotate(90)
    round_about = Pillow.radial_gradient("L")
    return Pillow.merge("RGB", [across, down, round_about]).resize((width, height))


def tiff(
    width: int, height: int, photometric: int, bits: int, samples: int, data: bytes, *, order: str = "<",
    extra: tuple[int, ...] = (), icc: bytes = b"", orientation: int = 1, strips: int = 1,
) -> bytes:  # fmt: skip
    """An uncompressed TIFF of one directory, written by hand (TIFF 6.0)."""
    rows = -(-height // strips)
    line = len(data) // height
    pieces = [data[n * rows * line : (n + 1) * rows * line] for n in range(strips)]
    entries: dict[int, tuple[int, tuple[int, ...] | bytes]] = {
        256: (4, (width,)), 257: (4, (height,)), 258: (3, (bits,) * samples), 259: (3, (1,)), 262: (3, (photometric,)),
        273: (4, ()), 274: (3, (orientation,)), 277: (3, (samples,)), 278: (4, (rows,)),
        279: (4, tuple(map(len, pieces))), 284: (3, (1,)),
    }  # fmt: skip
    if extra:
        entries[338] = (3, extra)
    if icc:
        entries[34675] = (7, icc)
    start, body = 8, b""
    starts = []
    for piece in pieces:
        starts.append(start + len(body))
        body += piece
    entries[273] = (4, tuple(starts))
    body += bytes(len(body) % 2)
    directory = start + len(body)
    loose_at = directory + 2 + 12 * len(entries) + 4
    table, loose = struct.pack(order + "H", len(entries)), b""
    for tag, (kind, values) in sorted(entries.items()):
        letter = {3: "H", 4: "I"}.get(kind, "")
        packed = values if isinstance(values, bytes) else struct.pack(f"{order}{len(values)}{letter}", *values)
        count = len(values)
        if len(packed) > 4:
            at_ = loose_at + len(loose)
            loose += packed + bytes(len(packed) % 2)
            packed = struct.pack(order + "I", at_)
        table += struct.pack(order + "HHI", tag, kind, count) + packed.ljust(4, b"\0")
    magic = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", directory)
    return magic + body + table + bytes(4) + loose
