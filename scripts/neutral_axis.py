"""Makes the neutral axis of an output profile neutral: `neutral_axis.py PROFILE`, in place.

colprof answers a colour that is too dark for the press with the nearest that can be printed, and near black the nearest
is bluish: the lowest cell of the table then leads from a neutral to a blue, and black-point compensation, which spreads
the few lightnesses of newsprint over those of a display, makes five times as much of it. So the nodes of the
colorimetric table that stand on the axis a* = b* = 0 are set anew, by the profile's own table of what inks look like:
where the press can print the lightness, with the black that colprof chose and the cyan, magenta and yellow that give
exactly it; below, all with the darkest neutral (colprof's cyan and black, and the magenta and yellow that make them
neutral). No node gets more ink in all than colprof gave to any.
"""

from __future__ import annotations

import struct
import sys
from bisect import bisect_left
from itertools import product
from pathlib import Path

FULL = 65535
INK_STEP = 1e-4
NEAR = 0.01
ENOUGH = 0.1
"""ΔL*, Δa*, Δb* at which a colour is found, and with which it counts as found."""
REDDER = 0.16
"""a* of the darkest neutral: half way up to the next node the inks lean to green by half of it, and LittleCMS's tables
of 8 bits do, too."""


class Lut16:
    """A lut16Type (ICC.1:2001-04 6.5.7) in the profile's bytes at ``at``. Values are parts of 1."""

    def __init__(self, data: bytearray, at: int) -> None:
        if data[at : at + 4] != b"mft2":
            raise SystemExit("neutral_axis: no lut16Type")
        self.inputs, self.outputs, self.grid = data[at + 8 : at + 11]
        entries_in, entries_out = struct.unpack_from(">2H", data, at + 48)
        self.data, place = data, at + 52

        def curves(count: int, entries: int, start: int) -> list[list[float]]:
            row = struct.unpack_from(f">{count * entries}H", data, start)
            return [[value / FULL for value in row[n * entries : (n + 1) * entries]] for n in range(count)]

        self.before = curves(self.inputs, entries_in, place)
        self.nodes_at = place + 2 * self.inputs * entries_in
        count = self.grid**self.inputs * self.outputs
        self.after = curves(self.outputs, entries_out, self.nodes_at + 2 * count)

    def node(self, *place: int) -> list[float]:
        """The value of a node, before the curves that follow."""
        return [value / FULL for value in struct.unpack_from(f">{self.outputs}H", self.data, self._place(place))]

    def put(self, place: tuple[int, ...], values: list[float]) -> None:
        """Set a node so that ``values`` come out."""
        row = [round(FULL * _inverse(curve, value)) for curve, value in zip(self.after, values, strict=True)]
        struct.pack_into(f">{self.outputs}H", self.data, self._place(place), *row)

    def out(self, values: list[float]) -> list[float]:
        """A node's value after the curves."""
        return [_along(curve, value) for curve, value in zip(self.after, values, strict=True)]

    def _place(self, place: tuple[int, ...]) -> int:
        index = 0
        for step in place:
            index = index * self.grid + step
        return self.nodes_at + 2 * self.outputs * index

    def look(self, values: list[float]) -> list[float]:
        """A colour through the table, as LittleCMS goes: of the last three channels by tetrahedra, of a fourth in
        front of them evenly between two of these.
        """
        spots = [_along(curve, value) * (self.grid - 1) for curve, value in zip(self.before, values, strict=True)]
        low = [min(int(spot), self.grid - 2) for spot in spots]
        rest = [spot - at for spot, at in zip(spots, low, strict=True)]
        if self.inputs == 3:
            return self.out(self._tetrahedron((), low, rest))
        one, two = (self._tetrahedron((low[0] + n,), low[1:], rest[1:]) for n in (0, 1))
        return self.out([a + (b - a) * rest[0] for a, b in zip(one, two, strict=True)])

    def _tetrahedron(self, first: tuple[int, ...], low: list[int], rest: list[float]) -> list[float]:
        corner = list(low)
        found = self.node(*first, *corner)
        made, before = list(found), found
        for axis in sorted(range(3), key=lambda n: -rest[n]):
            corner[axis] += 1
            after = self.node(*first, *corner)
            made = [m + (b - a) * rest[axis] for m, a, b in zip(made, before, after, strict=True)]
            before = after
        return made


def _along(curve: list[float], value: float) -> float:
    spot = min(max(value, 0.0), 1.0) * (len(curve) - 1)
    at = min(int(spot), len(curve) - 2)
    return curve[at] + (curve[at + 1] - curve[at]) * (spot - at)


def _inverse(curve: list[float], value: float) -> float:
    at = min(max(bisect_left(curve, value), 1), len(curve) - 1)
    low, high = curve[at - 1], curve[at]
    part = (value - low) / (high - low) if high > low else 0.0
    return min(max((at - 1 + part) / (len(curve) - 1), 0.0), 1.0)


def lab(values: list[float]) -> list[float]:
    """L*, a*, b* of 16 bits (ICC.1:2001-04 6.5.7, table 43)."""
    return [values[0] * FULL / 652.8, values[1] * FULL / 256 - 128, values[2] * FULL / 256 - 128]


def solved(table: Lut16, inks: list[float], free: tuple[int, ...], aims: dict[int, float]) -> list[float] | None:
    """``inks`` with those of ``free`` moved until L*, a*, b* (0, 1, 2 of ``aims``) are reached; or nothing."""
    order = tuple(aims)

    def off_by(values: list[float]) -> list[float]:
        seen = lab(table.look(values))
        return [aims[n] - seen[n] for n in order]

    found = list(inks)
    for _ in range(60):
        off = off_by(found)
        if max(map(abs, off)) < NEAR:
            break
        slopes = []
        for ink in free:
            step = INK_STEP if found[ink] < 0.5 else -INK_STEP
            moved = off_by([v + step * (n == ink) for n, v in enumerate(found)])
            slopes.append([(before - after) / step for before, after in zip(off, moved, strict=True)])
        moves = _equations([[slope[row] for slope in slopes] + [off[row]] for row in range(len(free))])
        # The table has edges at its nodes: a step that leads past one is halved until it leads nearer.
        for halved in range(8):
            tried = list(found)
            for ink, move in zip(free, moves, strict=True):
                tried[ink] = min(max(tried[ink] + move / 2**halved, 0.0), 1.0)
            if _length(off_by(tried)) < _length(off):
                found = tried
                break
        else:
            break
    return found if max(map(abs, off_by(found))) < ENOUGH else None


def _length(values: list[float]) -> float:
    return sum(value * value for value in values)


def _equations(rows: list[list[float]]) -> list[float]:
    """Gauss-Jordan."""
    for at in range(len(rows)):
        best = max(range(at, len(rows)), key=lambda n: abs(rows[n][at]))
        rows[at], rows[best] = rows[best], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for n, row in enumerate(rows):
            if n != at:
                rows[n] = [value - row[at] * pivot for value, pivot in zip(row, rows[at], strict=True)]
    return [row[-1] for row in rows]


def mend(data: bytearray) -> None:
    """Set the axis of the colorimetric table anew; colprof lets the other intents share it."""
    tags = {
        bytes(data[at : at + 4]): int.from_bytes(data[at + 4 : at + 8], "big")
        for at in range(132, 132 + 12 * int.from_bytes(data[128:132], "big"), 12)
    }
    looks, inks_of = Lut16(data, tags[b"A2B1"]), Lut16(data, tags[b"B2A1"])
    if tags[b"B2A0"] != tags[b"B2A1"]:
        raise SystemExit("neutral_axis: the intents have tables of their own")
    last = inks_of.grid - 1
    middle = [_along(curve, 32768 / FULL) * last for curve in inks_of.before[1:]]
    axis = [round(spot) for spot in middle]
    if max(abs(spot - at) for spot, at in zip(middle, axis, strict=True)) > 0.01:
        raise SystemExit(f"neutral_axis: the axis lies between nodes ({middle})")
    most = max(sum(inks_of.out(inks_of.node(*place))) for place in product(range(inks_of.grid), repeat=3))

    def neutral(level: int, black: float | None = None) -> list[float] | None:
        was = inks_of.out(inks_of.node(level, *axis))
        was[3] = was[3] if black is None else black
        lightness = _inverse(inks_of.before[0], level / last) * FULL / 652.8
        made = solved(looks, was, (0, 1, 2), {0: lightness, 1: 0.0, 2: 0.0})
        return made if made is not None and sum(made) <= most else None

    made = {last: inks_of.out(inks_of.node(last, *axis))}
    for level in range(last - 1, -1, -1):
        found = neutral(level)
        if found is None:
            break
        made[level] = found
    lowest = min(made)
    darkest = solved(looks, inks_of.out(inks_of.node(lowest - 1, *axis)), (1, 2), {1: REDDER, 2: 0.0})
    if darkest is None:
        raise SystemExit("neutral_axis: no darkest neutral")
    # Black that rises evenly to the darkest keeps what lies between the nodes neutral, too.
    made[lowest] = neutral(lowest, (made[lowest + 1][3] + darkest[3]) / 2) or made[lowest]
    for level in range(last):
        inks_of.put((level, *axis), made.get(level, darkest))
    for level in range(last, -1, -1):
        print(f"{level:3}", *(f"{100 * value:6.2f}" for value in made.get(level, darkest)))


if __name__ == "__main__":
    path = Path(sys.argv[1])
    profile = bytearray(path.read_bytes())
    mend(profile)
    path.write_bytes(profile)
