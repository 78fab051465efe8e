"""Marks round a printing sheet: where it is cut, where it is folded, whether the plates fit, how far pages creep.

All of it stands outside the bleed, in registration colour (on every plate), as operators. Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from printlayout.base.geometry import QUARTER
from printlayout.base.units import mm
from printlayout.pdf.objects import Name, Value, decimal

CLEAR = Fraction(mm(3), 1000)
"""Least distance of marks to the trim; a wider bleed moves them out."""
LENGTH = Fraction(mm(5), 1000)
ROOM = Fraction(mm(12), 1000)
"""From bleed (or ``CLEAR``) to the edge of the sheet."""
RADIUS = Fraction(mm(1.5), 1000)
HAIR = Fraction(1, 4)
COLOUR = "Reg"
"""The name of registration colour in a sheet's resources."""
Edges = tuple[Fraction, Fraction, Fraction, Fraction]


def registration() -> Value:
    """The colour space of registration marks: every ink there is (ISO 32000-1 8.6.6.4)."""
    full: dict[str, Value] = {"FunctionType": 2, "Domain": [0, 1], "C0": [0, 0, 0, 0], "C1": [1, 1, 1, 1], "N": 1}
    return [Name("Separation"), Name("All"), Name("DeviceCMYK"), full]


def sheet_marks(trim: Edges, off: Fraction, fold: Fraction, crept: Iterable[Fraction] = ()) -> str:
    """The marks of a sheet whose pages are trimmed to ``trim`` (left, bottom, right, top): crop marks at its corners
    from ``off`` outwards; dashed fold marks above and below ``fold``; circles with a cross left, right and beside the
    fold; and a short tick for each edge that creep has moved (``crept``: the x of the outer trims of its pages).
    """
    left, bottom, right, top = trim
    lines = []
    for x, out in ((left, -1), (right, 1)):
        for y, up in ((bottom, -1), (top, 1)):
            lines.append(_line(x + out * off, y, x + out * (off + LENGTH), y))
            lines.append(_line(x, y + up * off, x, y + up * (off + LENGTH)))
    for x in crept:
        for y, up in ((bottom, -1), (top, 1)):
            lines.append(_line(x, y + up * off, x, y + up * (off + LENGTH / 2)))
    middle, beside = (bottom + top) / 2, off + LENGTH / 2
    for x, y in (
        (left - beside, middle), (right + beside, middle),
        ((left + fold) / 2, top + beside), ((left + fold) / 2, bottom - beside),
        ((right + fold) / 2, top + beside), ((right + fold) / 2, bottom - beside),
    ):  # fmt: skip
        arm = LENGTH / 2
        lines += [_line(x - arm, y, x + arm, y), _line(x, y - arm, x, y + arm), _circle(x, y)]
    dashed = [_line(fold, y + up * off, fold, y + up * (off + LENGTH)) for y, up in ((bottom, -1), (top, 1))]
    return "\n".join([f"q /{COLOUR} CS 1 SCN {_n(HAIR)} w", *lines, "[1 1] 0 d", *dashed, "Q"])


def _line(x: Fraction, y: Fraction, to_x: Fraction, to_y: Fraction) -> str:
    return f"{_n(x)} {_n(y)} m {_n(to_x)} {_n(to_y)} l S"


def _circle(x: Fraction, y: Fraction) -> str:
    r, k = RADIUS, RADIUS * Fraction(QUARTER, 10_000)
    curves = (
        (x + r, y + k, x + k, y + r, x, y + r), (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r), (x + k, y - r, x + r, y - k, x + r, y),
    )  # fmt: skip
    return " ".join([f"{_n(x + r)} {_n(y)} m", *(" ".join(map(_n, points)) + " c" for points in curves), "s"])


def _n(value: Fraction) -> str:
    return decimal(value, 4)
