"""Mesh shadings whose colours stand at their corners (ISO 32000-1 8.7.4.5.5 to 8): the corners' greys on one plate."""

from __future__ import annotations

from typing import Any

import pikepdf

from printlayout.plates.spaces import Space

BITS = 16
_TOP = (1 << BITS) - 1
_POINTS = {6: (12, 8), 7: (16, 12)}
"""Points of a patch, of one that goes on from its neighbour; colours are four and two."""


def plate_mesh(shading: Any, space: Space, plate: str) -> tuple[bytes, pikepdf.Array, int]:
    """The data of a mesh with one grey for every colour, its ``Decode`` and bits of a component.

    :raises ValueError, KeyError, TypeError: if the data is not what it says.
    """
    kind = int(shading.ShadingType)
    coordinate, component = int(shading.BitsPerCoordinate), int(shading.BitsPerComponent)
    flag_bits = int(shading.BitsPerFlag) if kind != 5 else 0
    decode = [float(value) for value in shading.Decode]
    ranges = list(zip(decode[4::2], decode[5::2], strict=True))
    if len(ranges) != space.count:
        raise ValueError("Decode")
    data = shading.read_bytes()
    total = len(data) * 8
    most = (1 << component) - 1
    at = 0

    def read(bits: int) -> int:
        nonlocal at
        start, at = at // 8, at + bits
        return (int.from_bytes(data[start : (at + 7) // 8], "big") >> (-at % 8)) & ((1 << bits) - 1)

    out = bytearray()
    while True:
        start = at
        if total - at < flag_bits + 8:
            break
        flag = read(flag_bits) if flag_bits else 0
        points, colours = 1, 1
        if kind in _POINTS:
            points, colours = _POINTS[kind][1 if flag & 3 else 0], 2 if flag & 3 else 4
        if total - at < points * 2 * coordinate + colours * len(ranges) * component:
            break
        value, bits = flag, flag_bits
        for _ in range(points * 2):
            value, bits = value << coordinate | read(coordinate), bits + coordinate
        for _ in range(colours):
            parts = [low + read(component) * (high - low) / most for low, high in ranges]
            grey = round((1 - space.amount(parts, plate)) * _TOP)
            value, bits = value << BITS | grey, bits + BITS
        at += (start - at) % 8
        out += (value << (-bits) % 8).to_bytes((bits + 7) // 8, "big")
    return bytes(out), pikepdf.Array([*decode[:4], 0, 1]), BITS
