"""Vector art: drawings (SVG) and codes a machine reads (QR, EAN-13), ready to be put into a place."""

from __future__ import annotations

from printlayout.base.units import Mpt
from printlayout.base.value import dataclass, field
from printlayout.model.ink import Ink

UNIT = 1_000_000
"""The longer side of every drawing, in its own units."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape of a drawing: ``ops`` and ``points`` as in a display list's path. Colours are ``#rrggbb``, empty for
    none."""

    ops: str
    points: tuple[int, ...]
    fill: str = ""
    stroke: str = ""
    width: int = 0
    even_odd: bool = False
    cap: str = "butt"
    join: str = "miter"
    dash: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on an area of ``width`` by ``height`` units, the longer of which is :data:`UNIT`."""

    width: int
    height: int
    shapes: tuple[Shape, ...]

    @property
    def colours(self) -> tuple[str, ...]:
        """The colours in it, in the order they come."""
        return tuple(dict.fromkeys(c for shape in self.shapes for c in (shape.fill, shape.stroke) if c))


@dataclass(frozen=True, slots=True)
class Code:
    """A code as modules. ``kind`` is qr (``rows`` from top to bottom) or barcode (one row). A module is 0 or 1; 2 is a
    guard bar that reaches lower. ``quiet``: modules of bare paper before and after. ``words``: digits under the bars,
    each group with the module where its first digit's cell begins; a cell is 7 modules wide. ``raised``: the module
    from which on bars belong to the add-on, whose digits (``words`` from there on) stand above them.
    """

    kind: str
    rows: tuple[str, ...]
    quiet: tuple[int, int]
    words: tuple[tuple[int, str], ...] = ()
    raised: int = 0
    reduction: Mpt = 0
    """What a bar loses of its width, because ink spreads on paper (bar width reduction)."""

    @property
    def modules(self) -> int:
        """Modules across, quiet zones included."""
        return len(self.rows[0]) + sum(self.quiet)


@dataclass(frozen=True, slots=True)
class ArtPlan:
    """What a layout says of a piece of art: ``inks`` by colour of the file, ``correction`` of a QR code (L, M, Q, H),
    ``addon`` of a bar code, its ``reduction``, and ``align``: left, center, right."""

    inks: dict[str, Ink] = field(default_factory=dict)
    correction: str = "M"
    addon: str = ""
    reduction: Mpt = 0
    align: str = "center"
    page: int = 1
