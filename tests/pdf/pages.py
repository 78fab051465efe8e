"""Display lists made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from printlayout.base.diagnostics import Span
from printlayout.base.units import Mpt
from printlayout.model.display import DisplayList, Glyphs, Group, Item
from printlayout.model.ink import BLACK, Ink
from printlayout.pdf.metadata import Meta

from .fontkit import gid, permille

META = Meta(title="试验报 第一版", date=date(2026, 11, 24), stem="syb-20261124-01")


def text(
    chars: str,
    x: Mpt = 20_000,
    y: Mpt = 50_000,
    *,
    size: Mpt = 9_000,
    extra: Fraction | int = 0,
    face: str = "box",
    ink: Ink = BLACK,
    ys: tuple[Mpt, ...] | None = None,
    direction: str = "ltr",
) -> Glyphs:
    """A run set solid, or with ``extra`` milli-points after each character."""
    xs: list[Mpt] = []
    pen = Fraction(0)
    for char in chars:
        xs.append(round(pen))
        pen += Fraction(size if direction == "ttb" else round(permille(char) * size / 1000)) + extra
    gids = tuple(map(gid, chars))
    return Glyphs(face, size, x, y, gids, tuple(xs), tuple(chars), ink, 0, ys, direction)


def page(items: Sequence[Item], *, number: int = 1, bleed: Mpt = 0, kind: str = "story") -> DisplayList:
    """A page of 300 × 200 pt with one group."""
    return DisplayList(
        stem="syb-20261124-01",
        title="试验报",
        number=number,
        width=300_000,
        height=200_000,
        bleed=bleed,
        groups=(Group(kind, "a", tuple(items)),),
        sources=(Span("stories/a.md", 3, 1),),
    )
