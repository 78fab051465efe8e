"""A single screen colour in the inks of a press."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=256)
def solid(rgb: tuple[int, int, int], icc: str, srgb: bytes, coverage: int) -> tuple[int, int, int, int]:
    """An sRGB colour in permille of cyan, magenta, yellow, black, not above ``coverage`` in all; ``icc`` is the
    profile's file, and without one the inks are what is missing from white."""
    if not icc:
        cyan, magenta, yellow = (round((255 - part) * 1000 / 255) for part in rgb)
        return cyan, magenta, yellow, 0
    from printlayout.colour.transform import solid_inks

    return solid_inks(rgb, Path(icc).read_bytes(), srgb, coverage)
