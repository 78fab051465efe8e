"""Colour spaces seen from one plate: how much of its ink a colour has, and whether it is there when it overprints.

Inks of the press are the process inks and, where it prints them, spot inks by name. A named ink that is no plate of the
press prints with its alternate, as in the RIP. What the standards forbid (red-green-blue, Lab) has no inks of its own:
its plates are estimates by PDF's own formula (ISO 32000-1 10.3.5), and that is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from printlayout.base.value import dataclass
from printlayout.plates.functions import NoFunction, Numbers, function_of

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
ALL, NONE = "All", "None"
DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space. ``inks``: parts of each ink by name, from components as they stand in the file.

    ``family``: ``device`` for DeviceCMYK, whose zeros leave a plate alone under OPM 1; ``process`` for all else that is
    mixed of process inks; ``named`` for inks by name. ``names``: those. ``start``: the colour it begins with.
    ``ranges``: what pictures decode to; of an indexed space ``high`` is the highest index. ``base``: of a pattern
    space, the space of its colour. ``estimated``: what it is instead of inks.
    """

    family: str
    start: Numbers
    inks: Callable[[Sequence[float]], dict[str, float]]
    ranges: tuple[tuple[float, float], ...] = ()
    names: tuple[str, ...] = ()
    high: int = -1
    base: Space | None = None
    estimated: str = ""

    @property
    def count(self) -> int:
        """How many components a colour has."""
        return len(self.start)

    def amount(self, parts: Sequence[float], plate: str) -> float:
        """How much ink a colour has on a plate, 0 to 1."""
        inks = self.inks(parts)
        return min(1.0, max(0.0, inks.get(plate, 0.0), inks.get(ALL, 0.0)))

    def nothing(self) -> bool:
        """Whether it prints on no plate at all and erases nothing either (the ink None)."""
        return bool(self.names) and set(self.names) == {NONE}

    def stands_on(self, plate: str, parts: Sequence[float], opm: int, sampled: bool = False) -> bool:
        """Whether something that overprints changes a plate (ISO 32000-1 11.7.4.5). ``sampled``: of a picture or a
        shading, whose zeros count."""
        if self.family == "named":
            return ALL in self.names or plate in self.names
        if plate not in PROCESS:
            return False
        return self.family != "device" or opm != 1 or sampled or self.amount(parts, plate) > 0


def _cmyk(parts: Sequence[float]) -> dict[str, float]:
    return dict(zip(PROCESS, parts, strict=True))


def _grey(parts: Sequence[float]) -> dict[str, float]:
    return {"Black": 1 - parts[0]}


def _rgb(parts: Sequence[float]) -> dict[str, float]:
    cmy = [1 - min(1.0, max(0.0, part)) for part in parts]
    black = min(cmy)
    return _cmyk([*(part - black for part in cmy), black])


def _lab(parts: Sequence[float]) -> dict[str, float]:
    return {"Black": 1 - min(1.0, max(0.0, parts[0] / 100))}


UNIT = (0.0, 1.0)
GRAY = Space("process", (0.0,), _grey, (UNIT,))
CMYK = Space("device", (0.0, 0.0, 0.0, 1.0), _cmyk, (UNIT,) * 4)
RGB = Space("process", (0.0, 0.0, 0.0), _rgb, (UNIT,) * 3, estimated="RGB")
_DEVICE = {
    "/DeviceGray": GRAY, "/G": GRAY, "/CalGray": GRAY, "/DeviceCMYK": CMYK, "/CMYK": CMYK, "/DeviceRGB": RGB,
    "/RGB": RGB, "/CalRGB": RGB,
}  # fmt: skip


class UnknownSpace(Exception):
    """A colour space that can't be read."""


def space_of(found: Any, resources: Any, spots: frozenset[str] | None, depth: int = 0) -> Space:
    """A colour space, named or given. ``spots``: the spot inks the press prints; ``None`` if it prints every one.

    :raises UnknownSpace: if it can't be read.
    """
    if depth > DEEPEST:
        raise UnknownSpace("nested too deep")
    try:
        return _space(found, resources, spots, depth)
    except (NoFunction, KeyError, TypeError, ValueError, IndexError, AttributeError) as fault:
        raise UnknownSpace(str(fault)[:80]) from fault


def _space(found: Any, resources: Any, spots: frozenset[str] | None, depth: int) -> Space:
    import pikepdf

    def inner(one: Any) -> Space:
        return space_of(one, resources, spots, depth + 1)

    if isinstance(found, pikepdf.Name):
        known = resources.get("/ColorSpace", {}) if resources is not None else {}
        if str(found) in _DEVICE:
            return _DEVICE[str(found)]
        if found == pikepdf.Name.Pattern:
            return Space("pattern", (), lambda parts: {})
        return inner(known[str(found)])
    family = str(found[0])
    if family in _DEVICE:
        return _DEVICE[family]
    match family:
        case "/ICCBased":
            return {1: GRAY, 3: RGB, 4: _managed()}[int(found[1]["/N"])]
        case "/Lab":
            reach = [float(value) for value in found[1].get("/Range", (-100, 100, -100, 100))]
            ranges = ((0.0, 100.0), (reach[0], reach[1]), (reach[2], reach[3]))
            return Space("process", (0.0, 0.0, 0.0), _lab, ranges, estimated="Lab")
        case "/Pattern":
            return Space("pattern", (), lambda parts: {}, base=inner(found[1]) if len(found) > 1 else None)
        case "/Indexed" | "/I":
            return _indexed(inner(found[1]), int(found[2]), found[3])
        case "/Separation" | "/DeviceN":
            names = [found[1]] if family == "/Separation" else list(found[1])
            said = tuple(str(name)[1:] for name in names)
            return _named(said, inner(found[2]), found[3], spots)
    raise UnknownSpace(family)


def _managed() -> Space:
    """Ink through a profile: as the inks say, but its zeros count; only colours of DeviceCMYK leave plates alone."""
    return Space("process", CMYK.start, _cmyk, CMYK.ranges)


def _indexed(base: Space, high: int, table: Any) -> Space:
    import pikepdf

    data = table.read_bytes() if isinstance(table, pikepdf.Stream) else bytes(table)
    wide = base.count

    def inks(parts: Sequence[float]) -> dict[str, float]:
        at = min(max(int(parts[0]), 0), high) * wide
        colour = data[at : at + wide].ljust(wide, b"\0")
        return base.inks([low + byte * (top - low) / 255 for byte, (low, top) in zip(colour, base.ranges, strict=True)])

    family = "process" if base.family == "device" else base.family
    return Space(family, (0.0,), inks, (), base.names, high, estimated=base.estimated)


def _named(names: tuple[str, ...], alternate: Space, transform: Any, spots: frozenset[str] | None) -> Space:
    start, ranges = (1.0,) * len(names), (UNIT,) * len(names)
    if all(name in PROCESS or name in (ALL, NONE) or spots is None or name in spots for name in names):

        def straight(parts: Sequence[float]) -> dict[str, float]:
            return dict(zip(names, parts, strict=True))

        return Space("named", start, straight, ranges, names)
    tint = function_of(transform)
    family = "process" if alternate.family == "device" else alternate.family
    return Space(
        family, start, lambda parts: alternate.inks(tint(parts)), ranges, alternate.names,
        estimated=alternate.estimated,
    )  # fmt: skip


def alternate_of(found: Any, resources: Any) -> dict[str, dict[str, float]]:
    """Each spot ink of a Separation or DeviceN in full, as parts of process inks by its alternate."""
    import pikepdf

    if isinstance(found, pikepdf.Name):
        found = (resources.get("/ColorSpace", {}) if resources is not None else {}).get(str(found))
    if not isinstance(found, pikepdf.Array) or len(found) < 2:
        return {}
    family = str(found[0])
    if family in ("/Indexed", "/I", "/Pattern"):
        return alternate_of(found[1], resources)
    if family not in ("/Separation", "/DeviceN"):
        return {}
    names = [found[1]] if family == "/Separation" else list(found[1])
    said = [str(name)[1:] for name in names]
    whole = _named(("\0", *said)[1:], space_of(found[2], resources, None), found[3], frozenset())
    made = {}
    for place, name in enumerate(said):
        if name not in (*PROCESS, ALL, NONE):
            made[name] = whole.inks([1.0 if at == place else 0.0 for at in range(len(said))])
    return made
