"""What content streams do, as values: colours, states, what is painted and placed."""

from __future__ import annotations

import math

from printlayout.base.value import dataclass, field
from printlayout.preflight.reader import Value

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour: the space's family, its components, and the plate of a Separation (plates of a DeviceN)."""

    space: str = "DeviceGray"
    parts: tuple[float, ...] = (0.0,)
    plates: tuple[str, ...] = ()

    @property
    def coverage(self) -> float:
        """Total area coverage, 4 for all process inks in full."""
        if self.space == "DeviceGray":
            return 1 - self.parts[0] if self.parts else 0
        if self.space in ("DeviceCMYK", "Separation", "DeviceN"):
            return (4 if self.plates == ("All",) else 1) * float(sum(self.parts))
        return 0

    @property
    def black(self) -> bool:
        """Whether it is black alone, in full."""
        if self.space == "DeviceCMYK":
            return self.parts == (0, 0, 0, 1)
        if self.space == "DeviceGray":
            return self.parts == (0,)
        return self.space == "Separation" and self.plates == ("Black",) and self.parts == (1,)

    @property
    def white(self) -> bool:
        """Whether it prints nothing."""
        return self.space in ("DeviceCMYK", "DeviceGray", "Separation", "DeviceN") and self.coverage == 0


@dataclass(frozen=True, slots=True)
class State:
    """The graphics state, as far as checks need it."""

    ctm: Matrix = IDENTITY
    fill: Colour = Colour()
    stroke: Colour = Colour()
    font: int = 0
    size: float = 1
    mode: int = 0
    overprint: bool = False
    overprint_stroke: bool = False
    opm: int = 0


@dataclass(frozen=True, slots=True)
class Painted:
    """Something painted: ``kind`` is text, fill or stroke; the place is in points on the page."""

    kind: str
    colour: Colour
    overprint: bool
    opm: int
    size: float
    """Of text, points on paper."""
    x: float
    y: float
    area: float
    """Square points."""
    page: int
    stream: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture placed: its pixels, its matrix, its stream's number (0 for an inline image)."""

    width: int
    height: int
    bits: int
    ctm: Matrix
    page: int
    stream: int


@dataclass(slots=True)
class Facts:
    """What the content streams of a file do."""

    painted: list[Painted] = field(default_factory=list)
    pictures: list[Placed] = field(default_factory=list)
    codes: dict[int, set[bytes]] = field(default_factory=dict)
    """Strings shown by every font, by its object's number."""
    fonts: dict[int, dict[str, Value]] = field(default_factory=dict)
    spaces: list[tuple[str, int, int, str]] = field(default_factory=list)
    """Colour spaces by name named in content: the name, page, stream, operator."""
    inline: list[tuple[dict[str, Value], int, int]] = field(default_factory=list)
    first: dict[int, tuple[int, float, float]] = field(default_factory=dict)
    """Page and place where a font is used first."""
    opi: list[tuple[int, int]] = field(default_factory=list)
    postscript: list[tuple[int, int]] = field(default_factory=list)
    broken: list[tuple[int, int, str]] = field(default_factory=list)
    """Streams that can't be read: page, stream, why."""


def times(one: Matrix, other: Matrix) -> Matrix:
    """One transformation, then another."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def scale(matrix: Matrix) -> float:
    """How much an area grows, square root: the mean scale."""
    return math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
