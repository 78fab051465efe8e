"""Pictures of other PDFs on one plate: what their samples have of its ink, as a grey picture of the same size.

A picture of one component keeps its data: its colour space becomes a table from samples to grey, whatever it was (grey,
a spot ink, an index). Of several components the plate's own is cut out of the samples.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import pikepdf

from printlayout.plates.functions import unpacked
from printlayout.plates.spaces import ALL, PROCESS, Space

FULL = 255
MIXED_MOST = 1_000_000
"""Pixels of a picture whose inks must be worked out one by one; of a larger one every second (third ...) is enough."""
_KEPT = ("/Width", "/Height", "/SMask", "/Mask", "/Interpolate", "/Decode")
Tell = Callable[[str, int], None]


class NotSeparated(Exception):
    """Something whose plates can't be made; the argument says what it is."""


def plate_picture(pdf: pikepdf.Pdf, picture: Any, space: Space, plate: str, tell: Tell) -> pikepdf.Stream:
    """A picture's plate. ``tell`` hears of parts that had to be left out. :raises NotSeparated: if it can't be made."""
    bits = int(picture.get("/BitsPerComponent", 8))
    last = _filters(picture)[-1:]
    if last == ["/JPXDecode"]:
        return _grey(pdf, picture, *_mixed(*_jpx(picture, space), space, [*space.ranges], plate))
    top = (1 << bits) - 1
    indexed = space.high >= 0
    ranges = [(0.0, float(top))] if indexed else list(space.ranges)
    if "/Decode" in picture:
        said = [float(value) for value in picture.Decode]
        ranges = list(zip(said[::2], said[1::2], strict=True))
    if len(ranges) != space.count:
        raise NotSeparated("Decode")
    if space.count == 1 and bits <= 8:
        low, high = ranges[0]
        table = bytes(_level(space, [low + value * (high - low) / top], plate) for value in range(top + 1))
        return _tabled(pdf, picture, table, last == ["/DCTDecode"])
    width, height = int(picture.Width), int(picture.Height)
    if isinstance(picture.get("/Mask"), pikepdf.Array):
        tell("colour-key mask", picture.objgen[0])
    eight = _eight(samples(picture), width * space.count, height, bits)
    if len(eight) < width * height * space.count:
        raise NotSeparated("too few samples")
    return _grey(pdf, picture, *_mixed(eight, width, height, space, ranges, plate))


def samples(picture: Any) -> bytes:
    """The samples of a picture with all its filters undone. :raises NotSeparated: if one can't be."""
    try:
        return bytes(picture.read_bytes(pikepdf.StreamDecodeLevel.all))
    except (pikepdf.PdfError, RuntimeError) as fault:
        raise NotSeparated(" ".join(_filters(picture)) or "samples") from fault


def _filters(picture: Any) -> list[str]:
    found = picture.get("/Filter")
    return [str(one) for one in found] if isinstance(found, pikepdf.Array) else [str(found)] if found else []


def _level(space: Space, parts: Sequence[float], plate: str) -> int:
    """Grey of a colour on a plate: 0 is full ink."""
    return FULL - round(space.amount(parts, plate) * FULL)


def _tabled(pdf: pikepdf.Pdf, picture: Any, table: bytes, jpeg: bool) -> pikepdf.Stream:
    """The picture as it is, its samples looked up in ``table``."""
    made = pikepdf.Stream(pdf, samples(picture) if jpeg else picture.read_raw_bytes())
    for key in _KEPT[:-1] + (() if jpeg else ("/Filter", "/DecodeParms")):
        if key in picture:
            made[key] = picture[key]
    made.Type, made.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    made.BitsPerComponent = int(picture.get("/BitsPerComponent", 8))
    made.ColorSpace = pikepdf.Array(
        [pikepdf.Name.Indexed, pikepdf.Name.DeviceGray, len(table) - 1, pikepdf.String(table)]
    )
    return made


def _eight(data: bytes, across: int, height: int, bits: int) -> bytes:
    """Samples of 8 bits, whatever they were; rows of fewer bits are padded to whole bytes."""
    if bits == 8:
        return data
    if bits == 16:
        return data[::2]
    stride = (across * bits + 7) // 8
    rows = (unpacked(data[row * stride : (row + 1) * stride], bits, across) for row in range(height))
    scale = FULL // ((1 << bits) - 1)
    return bytes(value * scale for row in rows for value in row)


def _jpx(picture: Any, space: Space) -> tuple[bytes, int, int]:
    from PIL import Image

    try:
        with Image.open(BytesIO(picture.read_raw_bytes())) as opened:
            pixels = opened.convert({1: "L", 3: "RGB", 4: "CMYK"}[space.count])
            return pixels.tobytes(), pixels.width, pixels.height
    except (OSError, KeyError, ValueError) as fault:
        raise NotSeparated("JPEG 2000") from fault


def _mixed(
    data: bytes, width: int, height: int, space: Space, ranges: list[tuple[float, float]], plate: str
) -> tuple[bytes, int, int]:
    """The plate of samples of 8 bits: grey, width and height."""
    count = space.count
    straight = space.names if space.family == "named" and ALL not in space.names else PROCESS if _plain(space) else ()
    if straight:
        if plate not in straight:
            return bytes([FULL]), 1, 1
        at = straight.index(plate)
        low, high = ranges[at]
        shades = [low + value * (high - low) / FULL for value in range(FULL + 1)]
        table = bytes(FULL - round(min(1.0, max(0.0, shade)) * FULL) for shade in shades)
        return data[at::count][: width * height].translate(table), width, height
    step = 1
    while (width // step) * (height // step) > MIXED_MOST:
        step += 1
    known: dict[bytes, int] = {}
    out = bytearray()
    for row in range(0, height, step):
        for column in range(0, width, step):
            start = (row * width + column) * count
            pixel = data[start : start + count]
            level = known.get(pixel)
            if level is None:
                parts = [low + byte * (high - low) / FULL for byte, (low, high) in zip(pixel, ranges, strict=True)]
                level = known[pixel] = _level(space, parts, plate)
            out.append(level)
    return bytes(out), len(range(0, width, step)), len(range(0, height, step))


def _plain(space: Space) -> bool:
    """Whether a space of four components is process inks as they stand."""
    probe = (0.125, 0.25, 0.5, 0.75)
    return space.count == 4 and tuple(space.inks(probe).get(ink) for ink in PROCESS) == probe


def _grey(pdf: pikepdf.Pdf, picture: Any, pixels: bytes, width: int, height: int) -> pikepdf.Stream:
    made = pikepdf.Stream(pdf, zlib.compress(pixels, 1))
    for key in ("/SMask", "/Mask", "/Interpolate"):
        if key in picture and not isinstance(picture[key], pikepdf.Array):
            made[key] = picture[key]
    made.Type, made.Subtype, made.Filter = pikepdf.Name.XObject, pikepdf.Name.Image, pikepdf.Name.FlateDecode
    made.Width, made.Height, made.BitsPerComponent = width, height, 8
    made.ColorSpace = pikepdf.Name.DeviceGray
    return made
