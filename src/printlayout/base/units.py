"""Lengths. Everything that travels is an ``int`` of milli-points (1/1000 pt, 72 pt to the inch).

What people write (``9pt``, ``350mm``, ``小五``, ``2字``, ``3行``) is read into a :class:`Length`; 字 (one body em)
and 行 (one line of the baseline grid) become milli-points only where the grid is known.
"""

from __future__ import annotations

import re
from fractions import Fraction

from printlayout.base.value import dataclass

Mpt = int
"""A length in milli-points."""

PT: Mpt = 1000
MPT_PER_MM = Fraction(72_000 * 10, 254)

HAO: dict[str, Mpt] = {
    "初号": 42_000,
    "小初": 36_000,
    "一号": 26_000,
    "小一": 24_000,
    "二号": 22_000,
    "小二": 18_000,
    "三号": 16_000,
    "小三": 15_000,
    "四号": 14_000,
    "小四": 12_000,
    "五号": 10_500,
    "小五": 9_000,
    "六号": 7_500,
    "小六": 6_500,
    "七号": 5_500,
    "八号": 5_000,
}
"""号 sizes in milli-points, desktop system (GB/T 40070-2021; typography.md 2.2). A house may replace them."""

_UNITS = {
    "pt": "pt", "点": "pt",
    "mm": "mm", "毫米": "mm",
    "cm": "cm", "厘米": "cm",
    "字": "em", "em": "em",
    "行": "line", "line": "line", "lines": "line",
    "级": "kyu", "Q": "kyu",
}  # fmt: skip
_SCALE = {"pt": Fraction(PT), "mm": MPT_PER_MM, "cm": MPT_PER_MM * 10, "kyu": MPT_PER_MM / 4}
"""Milli-points in a unit that needs no grid."""
_NUMBER = re.compile(r"\s*([-+]?(?:\d+(?:\.\d*)?|\.\d+))\s*([^\d\s]*)\s*\Z")


@dataclass(frozen=True, slots=True)
class Length:
    """A length as written: ``amount`` in ``unit`` (pt, mm, cm, kyu, em, line)."""

    amount: Fraction
    unit: str

    def mpt(self, em: Mpt = 0, line: Mpt = 0) -> Mpt:
        """The length in milli-points; ``em`` is one 字 and ``line`` one 行 of the grid it stands on."""
        scale = em if self.unit == "em" else line if self.unit == "line" else _SCALE[self.unit]
        return round(self.amount * scale)

    @property
    def relative(self) -> bool:
        """Whether the length needs a grid (字, 行) to become points."""
        return self.unit in ("em", "line")


def parse_length(text: str, hao: dict[str, Mpt] = HAO) -> Length | None:
    """Read a written length, or return ``None`` if it is none.

    ``9pt 350mm 3.5cm 2字 3行 13级 小五 小五号 初号`` are lengths; a bare number is not (it has no unit),
    except ``0``.
    """
    text = text.strip()
    size = hao.get(text) or hao.get(text + "号") or (hao.get(text[:-1]) if text.endswith("号") else None)
    if size is not None:
        return Length(Fraction(size, PT), "pt")
    match = _NUMBER.match(text)
    if match is None:
        return None
    amount, unit = Fraction(match[1]), match[2]
    if not unit:
        return Length(amount, "pt") if amount == 0 else None
    known = _UNITS.get(unit)
    return Length(amount, known) if known else None


def mm(value: float) -> Mpt:
    """Millimetres to milli-points."""
    return round(Fraction(str(value)) * MPT_PER_MM)


def to_mm(value: Mpt) -> float:
    """Milli-points to millimetres."""
    return float(value / MPT_PER_MM)
