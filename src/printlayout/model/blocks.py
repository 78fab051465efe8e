"""Blocks 版块: named fragments of a layout (weather, prices) that are filled with data of the issue."""

from __future__ import annotations

from printlayout.base.diagnostics import NOWHERE, Span
from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass, field
from printlayout.model.layout import Furniture


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a block: furniture whose rectangle counts from the corner of its area; an ``x`` below 0 counts from
    the right edge, a width of 0 reaches to it. ``when``: it stands only where a value begins with one of some
    characters; ``optional``: its values may be missing; ``between``: in a list, not after the last row."""

    thing: Furniture
    when: tuple[tuple[str, str], ...] = ()
    optional: bool = False
    between: bool = False


@dataclass(frozen=True, slots=True)
class Repeat:
    """Pieces that come once for each entry of the list ``name``: ``across`` beside one another in ``area`` (of the
    block; its width 0 reaches to the right edge), rows ``step`` apart, ``most`` entries at most."""

    name: str
    area: Rect
    across: int
    step: Mpt
    most: int
    pieces: tuple[Piece, ...]
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Block:
    """A block in its place on a page. ``files``: which file of art stands for a value."""

    name: str
    rect: Rect
    pieces: tuple[Piece, ...]
    repeats: tuple[Repeat, ...]
    files: dict[str, str] = field(default_factory=dict)
    span: Span = NOWHERE
