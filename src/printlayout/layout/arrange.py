"""Groups of pictures 组图: how they share a rectangle so that all edges are flush and all gaps equal. Numbers only.

An arrangement is a tree: a leaf is a picture, a branch holds its parts side by side or one above another. Parts get
their share by their proportions, so that every picture is cropped by about the same factor, the least that fills the
rectangle.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise
from math import isqrt

from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass

RowsOf = Callable[[int, Mpt], int]
"""How many lines the words of a picture take at a width."""


@dataclass(frozen=True, slots=True)
class Branch:
    """Parts side by side (``across``) or one above another; a part is a picture's number or a branch."""

    parts: tuple[int | Branch, ...]
    across: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A picture's share: its rectangle and how many lines of it, at the foot, belong to words."""

    rect: Rect
    rows: int


def no_rows(picture: int, width: Mpt) -> int:
    """For pictures without words of their own."""
    return 0


def tree(arrange: str, ratios: Sequence[Fraction], area: Rect) -> int | Branch:
    """The tree of an arrangement. ``ratios`` are width by height.

    A mosaic has its first picture large and the others beside or under it, whichever crops less; a grid has as many
    columns as rows or one more, and fewer, wider pictures in its first rows if they do not come out even.
    """
    numbers = tuple(range(len(ratios)))
    if len(numbers) == 1:
        return 0
    if arrange == "mosaic":
        others = numbers[1:]
        beside = Branch((0, _branch(others, False)), True)
        below = Branch((0, _branch(others, True)), False)
        return min((beside, below), key=lambda made: _cropped(made, ratios, area))
    if arrange == "grid":
        count = len(numbers)
        columns = isqrt(count - 1) + 1
        rows = -(-count // columns)
        ends = [count * row // rows for row in range(rows + 1)]
        return _branch(tuple(_branch(numbers[a:b], True) for a, b in pairwise(ends)), False)
    return Branch(numbers, arrange != "column")


def _branch(parts: Sequence[int | Branch], across: bool) -> int | Branch:
    return parts[0] if len(parts) == 1 else Branch(tuple(parts), across)


def _cropped(part: int | Branch, ratios: Sequence[Fraction], area: Rect) -> Fraction:
    """By how much the pictures of a tree are cropped in an area, as a factor from 1 up."""
    factor = Fraction(area.width, area.height) / ratio(part, ratios)
    return max(factor, 1 / factor)


def ratio(part: int | Branch, ratios: Sequence[Fraction]) -> Fraction:
    """Width by height of a part of a tree, gaps and words not counted."""
    if isinstance(part, int):
        return ratios[part]
    inner = [ratio(one, ratios) for one in part.parts]
    return sum(inner, Fraction(0)) if part.across else 1 / sum((1 / one for one in inner), Fraction(0))


@dataclass(frozen=True, slots=True)
class Arranger:
    """Shares an area. ``gap`` parts pictures; where words stand between them, cells end on the lines of a grid of
    ``leading`` whose em boxes are ``em`` high, counted from the area's foot, and a blank line follows.
    """

    ratios: tuple[Fraction, ...]
    gap: Mpt
    leading: Mpt
    em: Mpt
    rows_of: RowsOf = no_rows

    def cells(self, part: int | Branch, area: Rect) -> dict[int, Cell]:
        """The cell of every picture; pictures that end on the same line end at the same height, whatever their words
        take."""
        found: dict[int, Rect] = {}
        self._share(part, area, found)
        rows = {number: self.rows_of(number, rect.width) for number, rect in found.items()}
        most: dict[Mpt, int] = {}
        for number, rect in found.items():
            most[rect.bottom] = max(most.get(rect.bottom, 0), rows[number])
        return {number: Cell(rect, most[rect.bottom]) for number, rect in sorted(found.items())}

    def _share(self, part: int | Branch, area: Rect, found: dict[int, Rect]) -> None:
        if isinstance(part, int):
            found[part] = area
        elif part.across:
            shares = self._widths(part, area.width)
            x = area.x
            for one, width in zip(part.parts, shares, strict=True):
                self._share(one, Rect(x, area.y, width, area.height), found)
                x += width + self.gap
        else:
            self._share_down(part, area, found)

    def _widths(self, part: Branch, width: Mpt) -> list[Mpt]:
        room = width - self.gap * (len(part.parts) - 1)
        return shared(room, [ratio(one, self.ratios) for one in part.parts])

    def _share_down(self, part: Branch, area: Rect, found: dict[int, Rect]) -> None:
        worded = [self._rows(one, area.width) for one in part.parts]
        gap = 2 * self.leading - self.em if any(worded[:-1]) else self.gap
        room = area.height - gap * (len(part.parts) - 1) - sum(worded) * self.leading
        heights = shared(max(0, room), [1 / ratio(one, self.ratios) for one in part.parts])
        y = area.y
        for number, (one, height) in enumerate(zip(part.parts, heights, strict=True)):
            bottom = y + height + worded[number] * self.leading
            if number == len(part.parts) - 1:
                bottom = area.bottom
            elif worded[number]:
                bottom = area.bottom - round(Fraction(area.bottom - bottom, self.leading)) * self.leading
            self._share(one, Rect(area.x, y, area.width, max(1, bottom - y)), found)
            y = bottom + gap

    def _rows(self, part: int | Branch, width: Mpt) -> int:
        """Lines of words at the foot of a part."""
        if isinstance(part, int):
            return self.rows_of(part, width)
        if part.across:
            widths = self._widths(part, width)
            return max(self._rows(one, wide) for one, wide in zip(part.parts, widths, strict=True))
        return self._rows(part.parts[-1], width)


def shared(room: Mpt, weights: Sequence[Fraction]) -> list[Mpt]:
    """A length in parts of these weights, which together are the length exactly."""
    total = sum(weights, Fraction(0))
    made: list[Mpt] = []
    done = Fraction(0)
    for weight in weights:
        start = round(room * done / total)
        done += weight
        made.append(round(room * done / total) - start)
    return made
