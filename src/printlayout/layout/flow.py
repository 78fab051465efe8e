"""Pouring rows into segments: numbers only. A row is a whole number of grid lines, a segment a stretch of free ones.

Segments are filled in reading order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from math import inf

from printlayout.base.value import dataclass, replace

FEW = 5
"""Up to so many lines to give to sub-headings all ways are tried; beyond that, each line goes where it helps most."""


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
    lines at the foot of the last and of those behind it; ``widows``: segments that begin with the last line of a
    paragraph. ``room``: the lines each segment was given, ``used``: those taken.
    """

    places: tuple[tuple[int, int], ...]
    fits: bool
    blank: int
    short: int
    widows: int
    extra: tuple[int, ...] = ()
    room: tuple[int, ...] = ()
    used: tuple[int, ...] = ()


Pour = Callable[[Sequence[int], Sequence[int]], Poured]
"""Pours something into segments of so many lines, with further lines for each sub-heading."""


def pour(
    rows: Sequence[Row], room: Sequence[int], extra: Sequence[int] = (), start: tuple[int, int] = (0, 0)
) -> Poured:
    """Fill segments of ``room`` lines in order, from ``start`` (segment, lines used) on. ``extra``: further lines for
    each sub-heading, in order."""
    places: list[tuple[int, int]] = []
    segment, used = start
    blank, widows = 0, 0
    taken = [0] * len(room)
    fits = True
    heights = _heights(rows, extra)
    for number, row in enumerate(rows):
        while segment < len(room):
            height = row.lines_on_top if used == 0 else heights[number]
            if used + height + _following(rows, heights, number) <= room[segment]:
                break
            blank += room[segment] - used
            segment, used = segment + 1, 0
        else:
            fits = False
            break
        if used == 0 and segment and row.ends and not row.alone:
            widows += 1
        places.append((segment, used))
        used += height
        taken[segment] = used
    # segments behind the last used one stay empty: that is blank too, unless nothing was poured
    short = sum(room[segment:]) - used if fits and segment < len(room) else 0
    return Poured(
        places=tuple(places),
        fits=fits,
        blank=blank,
        short=short,
        widows=widows,
        extra=tuple(extra),
        room=tuple(room),
        used=tuple(taken),
    )


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


def levelled(
    pouring: Pour, heads: int, bottoms: Sequence[tuple[int, int]], most: int, full: int = 0
) -> tuple[Poured, int]:
    """Pour so that the columns end level (R57).

    ``bottoms``: the grid lines ``first, last`` of every segment; the first ``full`` of them are filled to their ends,
    for the text goes on elsewhere. The lowest line in use is drawn up as far as everything still fits. With ``most``,
    the ``heads`` sub-headings get up to that many lines more until the last column ends there too, and where they
    cannot, what is missing is shared out, so that no column ends more than a line above the others. Returns the
    pouring and the last line in use. If not everything fits, the rooms are used as they are.
    """
    last_ones = bottoms[full:]
    floor = max((last for _, last in last_ones), default=0)
    whole = pouring([last - first + 1 for first, last in bottoms], ())
    if not whole.fits or not whole.places:
        return whole, floor

    def room(limit: int) -> list[int]:
        ends = [last if at < full else min(last, limit) for at, (_, last) in enumerate(bottoms)]
        return [max(0, end - first + 1) for (first, _), end in zip(bottoms, ends, strict=True)]

    low, high = min((first for first, _ in last_ones), default=floor), floor
    while low < high:
        middle = (low + high) // 2
        if pouring(room(middle), ()).fits:
            high = middle
        else:
            low = middle + 1
    best, line = pouring(room(high), ()), high
    if not most:
        return best, line
    worth = _worth(best, best.room)
    for limit in (floor, high, high + 1):
        if worth == 0 or limit > floor:
            break
        whole_room = room(limit)
        feet = [at for at in range(full, len(bottoms)) if bottoms[at][1] >= limit]
        found = _fill(pouring, heads, whole_room, most, len(feet))
        found += _shared(pouring, whole_room, feet)
        if limit == floor > high + 1:  # the end of the slot is best of all, if every column gets within a line of it
            found = [one for one in found if max(_feet(one, whole_room)) <= 1]
            worth = inf if found else worth
        for one in found:
            if _worth(one, whole_room) < worth:
                best, line, worth = one, limit, _worth(one, whole_room)
        if limit == floor == line:
            break
    return _told(best, room(line)), line


def _feet(poured: Poured, room: Sequence[int]) -> list[int]:
    """Free lines at the foot of every segment."""
    return [whole - used for whole, used in zip(room, poured.used, strict=True)]


def _worth(poured: Poured, room: Sequence[int]) -> float:
    """How far a pouring is from level columns of ``room`` lines; 0 is perfect. Of the same number of free lines, the
    evenly shared are better."""
    feet = sum(free * free for free in _feet(poured, room))
    return 10 * feet + 3 * poured.widows + 0.01 * sum(poured.extra)


def _told(poured: Poured, room: Sequence[int]) -> Poured:
    """The pouring with its free lines counted from ``room``."""
    if tuple(room) == poured.room:
        return poured
    last = max((at for at, used in enumerate(poured.used) if used), default=0)
    free = _feet(poured, room)
    return replace(poured, blank=sum(free[:last]), short=sum(free[last:]))


def _shared(pouring: Pour, room: Sequence[int], feet: Sequence[int]) -> list[Poured]:
    """Pourings whose last columns (``feet`` are those that reach the lowest line) end a line higher than the first."""
    found: list[Poured] = []
    shorter = list(room)
    for at in reversed(feet[1:]):
        if not shorter[at]:
            continue
        shorter[at] -= 1
        poured = pouring(shorter, ())
        if not poured.fits:
            break
        found.append(poured)
    return found


def _fill(pouring: Pour, heads: int, room: Sequence[int], most: int, feet: int) -> list[Poured]:
    """The best way of giving sub-headings more lines; the fewest and most even gifts win. ``feet``: how many columns
    there are, each of which may stay a line short."""
    free = sum(_feet(pouring(room, ()), room))
    if not heads or free > heads * most + feet:
        return []
    best: Poured | None = None
    if heads * most <= FEW:
        for total in range(max(0, free - feet), heads * most + 1):
            for chosen in combinations(range(heads * most), total):
                extra = [0] * heads
                for number in chosen:
                    extra[number % heads] += 1
                poured = pouring(room, extra)
                if poured.fits and (best is None or _worth(poured, room) < _worth(best, room)):
                    best = poured
            if best is not None and _worth(best, room) < 1:
                break
        return [best] if best else []
    given = [0] * heads
    for _ in range(min(free, heads * most)):  # a line at a time, where it helps most
        steps = [
            (_worth(poured, room), given[head], head, poured)
            for head in range(heads)
            if given[head] < most and (poured := pouring(room, [g + (at == head) for at, g in enumerate(given)])).fits
        ]
        if not steps:
            break
        worth, _, head, poured = min(steps, key=lambda step: step[:3])
        given[head] += 1
        if best is None or worth < _worth(best, room):
            best = poured
    return [best] if best else []
