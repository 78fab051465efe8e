"""Pours a story's rows into columns. It sees numbers only: how many lines each row takes and what must stay together.

A row is a line of text, or a sub-heading with its blank. Segments are stretches of free grid lines in reading order.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from printlayout.base.value import dataclass

MOST_TRIALS = 4000
"""How many ways of levelling are tried at most; the count grows with the number of sub-headings."""


@dataclass(frozen=True, slots=True)
class Row:
    """``lines`` high; at the top of a segment only ``lines_on_top`` (the blank above a sub-heading falls away).

    ``keep`` lines must follow in the same segment (R61). ``head`` marks a sub-heading, which may be given more lines.
    ``ends``: the row is the last line of a paragraph (R53), ``alone``: and its only one.
    """

    lines: int
    lines_on_top: int
    keep: int = 0
    head: bool = False
    ends: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Poured:
    """Where the rows went: ``(segment, offset in lines)`` for each placed row, in order. Rows from ``len(places)``
    on found no room. ``blank``: free lines left at the foot of segments before the last used one; ``short``: free
    lines at the foot of the last; ``widows``: segments that begin with the last line of a paragraph.
    """

    places: tuple[tuple[int, int], ...]
    fits: bool
    blank: int
    short: int
    widows: int
    extra: tuple[int, ...] = ()


def pour(rows: Sequence[Row], room: Sequence[int], extra: Sequence[int] = ()) -> Poured:
    """Fill segments of ``room`` lines in order. ``extra``: further lines for each sub-heading, in order."""
    places: list[tuple[int, int]] = []
    segment, used, blank, widows = 0, 0, 0, 0
    heights = _heights(rows, extra)
    for number, row in enumerate(rows):
        while segment < len(room):
            height = row.lines_on_top if used == 0 else heights[number]
            if used + height + _following(rows, heights, number) <= room[segment]:
                break
            blank += room[segment] - used
            segment, used = segment + 1, 0
        else:
            return Poured(tuple(places), False, blank, 0, widows, tuple(extra))
        if used == 0 and segment and row.ends and not row.alone:
            widows += 1
        places.append((segment, used))
        used += height
    # segments behind the last used one stay empty: that is blank too, unless nothing was poured
    short = room[segment] - used if room and segment < len(room) else 0
    empty = sum(room[segment + 1 :]) if room else 0
    return Poured(tuple(places), True, blank, short + empty, widows, tuple(extra))


def _heights(rows: Sequence[Row], extra: Sequence[int]) -> list[int]:
    """Lines of every row, with what its sub-heading was given more."""
    heights = [row.lines for row in rows]
    if any(extra):
        heads = (number for number, row in enumerate(rows) if row.head)
        for number, more in zip(heads, extra, strict=False):
            heights[number] += more
    return heights


def _following(rows: Sequence[Row], heights: Sequence[int], number: int) -> int:
    """Lines that must have room behind a row: those it keeps, and those they keep in turn."""
    total, at, last = 0, number + 1, number + rows[number].keep
    while at <= last and at < len(rows):
        total += heights[at]
        last = max(last, at + rows[at].keep)
        at += 1
    return total


def fill(rows: Sequence[Row], bottoms: Sequence[tuple[int, int]]) -> tuple[Poured, int]:
    """Pour to the end of every segment, one after another, as vertical tiers are filled (R58)."""
    return pour(rows, [last - first + 1 for first, last in bottoms]), max((last for _, last in bottoms), default=0)


def level(rows: Sequence[Row], bottoms: Sequence[tuple[int, int]], most: int) -> tuple[Poured, int]:
    """Pour so that the columns end level (R57).

    ``bottoms``: the grid lines ``first, last`` of every segment. The lowest line in use is drawn up as far as
    everything still fits; then sub-headings get up to ``most`` lines more until the last column ends there too.
    Returns the pouring and the last line in use. If not everything fits, the rooms are used as they are.
    """
    ends = sorted({last for _, last in bottoms})
    floor = ends[-1] if ends else 0
    whole = pour(rows, [last - first + 1 for first, last in bottoms])
    if not whole.fits or not rows:
        return whole, floor

    def room(limit: int) -> list[int]:
        return [max(0, min(last, limit) - first + 1) for first, last in bottoms]

    low, high = min(first for first, _ in bottoms), floor
    while low < high:
        middle = (low + high) // 2
        if pour(rows, room(middle)).fits:
            high = middle
        else:
            low = middle + 1
    best = pour(rows, room(high))
    line = high
    for limit in (high, high + 1):
        if limit > floor:
            break
        found = _fill(rows, room(limit), most)
        if found is not None and _worth(found) < _worth(best):
            best, line = found, limit
        if _worth(best) == 0:
            break
    return best, line


def _worth(poured: Poured) -> float:
    """How far a pouring is from level columns; 0 is perfect."""
    return 10 * poured.blank + 10 * poured.short + 3 * poured.widows + 0.01 * sum(poured.extra)


def _fill(rows: Sequence[Row], room: Sequence[int], most: int) -> Poured | None:
    """The best way of giving sub-headings more lines; the fewest and most even gifts win."""
    heads = sum(row.head for row in rows)
    best: Poured | None = None
    trials = 0
    for total in range(heads * most + 1):
        for chosen in combinations(range(heads * most), total):
            trials += 1
            if trials > MOST_TRIALS:
                return best
            extra = [0] * heads
            for number in chosen:
                extra[number % heads] += 1
            poured = pour(rows, room, extra)
            if poured.fits and (best is None or _worth(poured) < _worth(best)):
                best = poured
        if best is not None and best.blank == best.short == best.widows == 0:
            return best
    return best
