"""Advances and outlines of the installed faces, read by fontTools: not by the program's own font reader."""

from __future__ import annotations

from functools import cache

from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from printlayout.base.diagnostics import Collector
from printlayout.fonts.catalogue import load_catalogue
from printlayout.model.style import Face


@cache
def font(key: str) -> TTFont:
    """The font of a face such as 宋-400."""
    family, _, weight = key.rpartition("-")
    file = load_catalogue([], Collector()).resolve(Face(family, int(weight)))
    assert file is not None
    return TTFont(file.path, lazy=True)


@cache
def advance(key: str, gid: int) -> float:
    """Advance of a glyph in em."""
    own = font(key)
    return float(own["hmtx"][own.getGlyphName(gid)][0]) / float(own["head"].unitsPerEm)


@cache
def bounds(key: str, gid: int) -> tuple[float, float, float, float] | None:
    """Left, bottom, right, top of a glyph's outline in em; ``None`` if it has none."""
    own = font(key)
    glyph_set = own.getGlyphSet()
    pen = BoundsPen(glyph_set)
    glyph_set[own.getGlyphName(gid)].draw(pen)
    if pen.bounds is None:
        return None
    em = float(own["head"].unitsPerEm)
    left, bottom, right, top = (float(edge) / em for edge in pen.bounds)
    return left, bottom, right, top
