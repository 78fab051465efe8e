"""The free outline of a cut-out 去背: the edge of what is not transparent, as polygons.

The mask is walked along the line where it passes a threshold (marching squares, between the middles of pixels), once
round every part and every hole, then simplified: no point of that line is farther than the tolerance from the polygon.
What has been traced once is taken from the cache.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from printlayout.images import cache
from printlayout.images.prepare import told
from printlayout.images.probe import read_header

VERSION = 1
"""Raised when the same picture is traced otherwise than before."""
FULL = 100_000
SIDE = 600
"""Pixels of the longer side of the mask that is traced: a hundredth of a 字 on a picture of six columns."""
SOLID = 200
"""How opaque the picture is where its outline runs (of 255): inside the soft edge, so that no light fringe shows."""
TOLERANCE = 30
"""How far, in hundredths of a pixel of the mask, the polygon may stray from that line."""
SPECK = 30
"""Parts and holes of fewer square pixels than this, of the mask, are dust."""
CELL = 100
"""Points are counted in hundredths of a pixel."""
TOP, RIGHT, BOTTOM, LEFT = (0, 0, 0), (1, 0, 1), (0, 1, 0), (0, 0, 1)
"""Sides of a cell between four pixels, as steps to the side's own cell and 0 for a side that lies, 1 for one that
stands: neighbours name the side they share alike."""
WAYS = {
    1: ((TOP, LEFT),), 2: ((RIGHT, TOP),), 4: ((BOTTOM, RIGHT),), 8: ((LEFT, BOTTOM),),
    3: ((RIGHT, LEFT),), 6: ((BOTTOM, TOP),), 12: ((LEFT, RIGHT),), 9: ((TOP, BOTTOM),),
    14: ((LEFT, TOP),), 13: ((TOP, RIGHT),), 11: ((RIGHT, BOTTOM),), 7: ((BOTTOM, LEFT),),
    5: ((TOP, LEFT), (BOTTOM, RIGHT)), 10: ((RIGHT, TOP), (LEFT, BOTTOM)),
}  # fmt: skip
"""How the line crosses a cell, the solid on its right hand, by the corners that are solid: 1 upper left, 2 upper right,
4 lower right, 8 lower left. Parts that touch at a corner stay parted."""
Point = tuple[int, int]
Side = tuple[int, int, int]


def outline(path: str) -> tuple[tuple[int, ...], ...]:
    """The outlines of a picture with transparency, the largest first: closed polygons, x and y in turn, in 1/100000 of
    its width and height as seen. None if all of it is opaque, or nothing.

    :raises PictureFault: if the file can't be read, though its headers could be.
    """
    with told(path), Path(path).open("rb") as file:
        content = hashlib.file_digest(file, "sha256").hexdigest()
        key = hashlib.sha256(f"trace {VERSION} {SIDE} {SOLID} {TOLERANCE} {SPECK} {content}".encode()).hexdigest()
        stored = cache.load(key)
        if stored is not None:
            return tuple(tuple(ring) for ring in json.loads(stored[1]))
        file.seek(0)
        kind, header = read_header(file)
        from printlayout.images.pixels import opacity

        mask, width, height = opacity(file, kind, header, SIDE)
    rings = traced(mask, width, height)
    made = tuple(
        tuple(min(max(0, v * FULL // (CELL * (height if at % 2 else width))), FULL) for at, v in enumerate(ring))
        for ring in rings
    )
    cache.store(key, {}, json.dumps(made).encode())
    return made


def traced(mask: bytes, width: int, height: int) -> list[tuple[int, ...]]:
    """Polygons round everything in a mask (a byte a pixel, row by row) that is solid, largest first, in hundredths of a
    pixel from its upper left corner; none if the whole mask is solid."""
    if min(mask) >= SOLID:
        return []
    rings = [ring for ring in _walks(mask, width, height) if abs(_area(ring)) >= SPECK * CELL * CELL]
    rings.sort(key=lambda ring: (-abs(_area(ring)), ring[0]))
    return [tuple(v for point in simplified(ring, TOLERANCE) for v in point) for ring in rings]


def _walks(mask: bytes, width: int, height: int) -> list[list[Point]]:
    """Closed walks along the threshold. The mask is taken to have a bare pixel more on every side."""
    across = width + 2
    rows = [bytes(across), *(b"\0" + mask[y * width : (y + 1) * width] + b"\0" for y in range(height)), bytes(across)]
    solid = [bytes(value >= SOLID for value in row) for row in rows]
    steps: dict[Side, Side] = {}
    for y in range(height + 1):
        above, below = solid[y], solid[y + 1]
        if not any(above) and not any(below):
            continue
        for x in range(width + 1):
            corners = above[x] | above[x + 1] << 1 | below[x + 1] << 2 | below[x] << 3
            for (ax, ay, a), (bx, by, b) in WAYS.get(corners, ()):
                steps[x + ax, y + ay, a] = (x + bx, y + by, b)
    rings: list[list[Point]] = []
    for start in sorted(steps):
        ring, here = [], start
        while here in steps:
            ring.append(_crossing(here, rows))
            here = steps.pop(here)
        if ring:
            rings.append(ring)
    return rings


def _crossing(side: Side, rows: list[bytes]) -> Point:
    """Where the threshold lies on a side, between the middles of two pixels."""
    x, y, stands = side
    one = rows[y][x]
    other = rows[y + 1][x] if stands else rows[y][x + 1]
    edge = (y in (0, len(rows) - 2)) if stands else (x in (0, len(rows[0]) - 2))
    part = CELL // 2 if edge else CELL * (SOLID - one) // (other - one)  # what reaches the picture's edge ends on it
    middle = -CELL // 2  # the first pixel of the rows is the bare one before the picture
    return (CELL * x + middle, CELL * y + middle + part) if stands else (CELL * x + middle + part, CELL * y + middle)


def _area(ring: list[Point]) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True)) / 2


def simplified(ring: list[Point], tolerance: float) -> list[Point]:
    """A closed polygon with as few of its corners as keep every one of them within the tolerance (Douglas and Peucker,
    from the two corners that lie farthest apart along it)."""
    first = min(range(len(ring)), key=lambda n: ring[n])
    ring = ring[first:] + ring[:first]
    x, y = ring[0]
    far = max(range(len(ring)), key=lambda n: (ring[n][0] - x) ** 2 + (ring[n][1] - y) ** 2)
    closed = [*ring, ring[0]]
    kept = {0, far, len(ring)}
    waiting = [(0, far), (far, len(ring))]
    while waiting:
        start, end = waiting.pop()
        worst, where = tolerance, 0
        (ax, ay), (bx, by) = closed[start], closed[end]
        dx, dy = bx - ax, by - ay
        length = (dx * dx + dy * dy) ** 0.5
        for n in range(start + 1, end):
            px, py = closed[n]
            off = abs(dx * (py - ay) - dy * (px - ax)) / length if length else ((px - ax) ** 2 + (py - ay) ** 2) ** 0.5
            if off > worst:
                worst, where = off, n
        if where:
            kept.add(where)
            waiting += [(start, where), (where, end)]
    return [closed[n] for n in sorted(kept)[:-1]]
