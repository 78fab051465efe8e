"""Ornament: motifs of which ornamental rules 花边 are made, and patterns of tints 底纹."""

from __future__ import annotations

from printlayout.base.units import Mpt
from printlayout.base.value import dataclass
from printlayout.model.ink import Ink


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape of a motif, in thousandths of the band's height: ``ops`` and ``points`` as in a display list's path;
    filled, or with a ``weight`` drawn in a line of it."""

    ops: str
    points: tuple[int, ...]
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Motif:
    """A motif in a band 1000 high that runs to the right, its outer side at 0: ``edge`` fills ``length`` and is
    repeated a whole number of times; ``corner`` fills the square at the upper left, whose band goes on to the right
    and downwards."""

    name: str
    length: int
    edge: tuple[Mark, ...]
    corner: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern on a tint. ``kind``: stripes (at 45°) or dots; ``pitch`` from one to the next, ``width`` of each."""

    kind: str
    ink: Ink
    pitch: Mpt
    width: Mpt
