"""The free outline of a cut-out 去背: the edge of what is not transparent, as polygons.

The mask is walked along the edges between its pixels, once round every part and every hole, then simplified: no point
of the edge is farther than the tolerance from the polygon. What has been traced once is taken from the cache.
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
SOLID = 150
"""From how opaque a pixel belongs to the picture (of 255): a little more than half, so that no light edge shows."""
TOLERANCE = 0.7
"""How far, in pixels of the mask, the polygon may stray from the edge: the steps between pixels go, the shape stays."""
SPECK = 30
"""Parts and holes of fewer square pixels than this, of the mask, are dust."""
Point = tuple[int, int]


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
    made = tuple(tuple(v * FULL // (height if at % 2 else width) for at, v in enumerate(ring)) for ring in rings)
    cache.store(key, {}, json.dumps(made).encode())
    return made


def traced(mask: bytes, width: int, height: int) -> list[tuple[int, ...]]:
    """Polygons round everything in a mask (a byte a pixel, row by row) that is solid, largest first; none if the mask
    is solid to all its corners and edges."""
    solid = bytes(value >= SOLID for value in mask)
    if all(solid):
        return []
    rings = [ring for ring in _edges(solid, width, height) if abs(_area(ring)) >= SPECK]
    rings.sort(key=lambda ring: (-abs(_area(ring)), ring[0]))
    return [tuple(v for point in simplified(ring, TOLERANCE) for v in point) for ring in rings]


def _edges(solid: bytes, width: int, height: int) -> list[list[Point]]:
    """Closed walks along the borders between solid pixels and others, solid on the right hand. Where two solid pixels
    touch at a corner only, the walk turns so that they stay parted."""
    steps: dict[Point, list[Point]] = {}

    def at(x: int, y: int) -> bool:
        return 0 <= x < width and 0 <= y < height and bool(solid[y * width + x])

    for y in range(height + 1):
        above = solid[(y - 1) * width : y * width] if y else bytes(width)
        below = solid[y * width : (y + 1) * width] if y < height else bytes(width)
        if above == below:
            continue
        for x in range(width):
            if below[x] and not above[x]:
                steps.setdefault((x, y), []).append((x + 1, y))
            elif above[x] and not below[x]:
                steps.setdefault((x + 1, y), []).append((x, y))
    for y in range(height):
        row = solid[y * width : (y + 1) * width]
        before = 0
        for x in range(width + 1):
            now = row[x] if x < width else 0
            if now and not before:
                steps.setdefault((x, y + 1), []).append((x, y))
            elif before and not now:
                steps.setdefault((x, y), []).append((x, y + 1))
            before = now
    rings: list[list[Point]] = []
    for start in sorted(steps):
        while steps.get(start):
            ring, here, came = [start], steps[start].pop(), start
            while here != start:
                ring.append(here)
                ways = steps[here]
                turn = len(ways) - 1
                if len(ways) > 1:  # a corner where two parts touch: turn right, round the same part
                    dx, dy = here[0] - came[0], here[1] - came[1]
                    right = (here[0] - dy, here[1] + dx)
                    turn = ways.index(right) if right in ways else turn
                came, here = here, ways.pop(turn)
            rings.append(ring)
    return rings


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
