"""The sRGB profile for pictures that bring none, made here from the standard's numbers.

A profile rather than CalRGB: colour management at the plant treats both as sRGB, but PDF/X checkers and RIPs of some
age read CalRGB's gamma as a plain power. Made here rather than by a colour library: that one puts the time of
making into it, and another version makes other bytes. ICC version 2, which every reader since PDF 1.3 knows.
"""

from __future__ import annotations

import struct
from functools import cache

# IEC 61966-2-1 primaries, adapted to D50 (Bradford), as s15Fixed16.
_COLORANTS = {
    b"rXYZ": (0x6FA2, 0x38F5, 0x0390),
    b"gXYZ": (0x6299, 0xB785, 0x18DA),
    b"bXYZ": (0x24A0, 0x0F84, 0xB6CF),
}
_D50 = (0xF6D6, 0x10000, 0xD32D)
_STEPS = 1024


@cache
def srgb_profile() -> bytes:
    """The profile's bytes; always the same."""
    curve = b"curv" + bytes(4) + struct.pack(f">I{_STEPS}H", _STEPS, *(_linear(step) for step in range(_STEPS)))
    name = b"sRGB IEC61966-2.1\0"
    tags = {
        b"desc": b"desc" + bytes(4) + struct.pack(">I", len(name)) + name + bytes(4 + 4 + 2 + 1 + 67),
        b"cprt": b"text" + bytes(4) + b"No copyright, use freely\0",
        b"wtpt": _xyz(_D50),
        **{tag: _xyz(value) for tag, value in _COLORANTS.items()},
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, body = _laid_out(tags)
    head = struct.pack(
        ">I4sI4s4s4s6H4s4sI4s4sQI3I4s44s",
        128 + len(table) + len(body), bytes(4), 0x02100000, b"mntr", b"RGB ", b"XYZ ",
        1999, 1, 1, 0, 0, 0, b"acsp", bytes(4), 0, bytes(4), bytes(4), 0, 0, *_D50, bytes(4), bytes(44),
    )  # fmt: skip
    return head + table + body


def _laid_out(tags: dict[bytes, bytes]) -> tuple[bytes, bytes]:
    """Tag table and tag data; equal data (the three curves) is stored once."""
    start = 128 + 4 + 12 * len(tags)
    body = b""
    places: dict[bytes, int] = {}
    table = struct.pack(">I", len(tags))
    for tag, data in tags.items():
        if data not in places:
            places[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
        table += tag + struct.pack(">II", places[data], len(data))
    return table, body


def _xyz(value: tuple[int, int, int]) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *value)


def _linear(step: int) -> int:
    """The curve of IEC 61966-2-1 at one of its steps."""
    value = step / (_STEPS - 1)
    linear = value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
    return round(65535 * linear)
