"""The line breaker. It sees numbers only: no character, no glyph, no font.

A paragraph is ``n`` cells; a line is a range ``i, j`` of them. Everything a line's fit depends on is kept as running
sums, so that each question about a line is a subtraction: natural width ``end[j] - start[i]``, blank it can give up
``shrink_end[j] - shrink_start[i]``, and so on. Edge effects (a bracket that loses its blank at the start of a line, a
space that vanishes at the end) are already in the sums of that edge.

Costs: 0 is a line that fits by itself. Giving up blank is cheap, spreading characters dear, and what only a person
can mend (a line too loose, a prohibition broken) dearer than any sum of the rest.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from printlayout.base.units import Mpt
from printlayout.base.value import dataclass, replace

LOOSE = 1e6
"""Cost of a line that would need more than the allowed stretch; it is set ragged (R48)."""
EMERGENCY = 1e8
"""Cost of a break where none is allowed, taken only when nothing else fits (R21, R24)."""
RUNT = 4e4
"""Cost of a paragraph whose last line is a single character: more than that of any line within the limits (R52)."""
PUSH_OUT = 60.0
"""Cost of sending a character down to keep a mark company although the line's blank would take the mark in: pushing in
comes first (R42)."""
STOP_SQUEEZE = 30.0
"""Cost of squeezing 。？！ inside a line to take in a mark (R43 step 7)."""
NOTICE = 20.0
STRAIN = 300.0
"""Further cost of spreading a line by more than 0.03 and by more than 0.06 em a gap, where one begins to see it: from
there on squeezing within the rules comes first."""
HYPHEN = 30.0
"""Cost of a hyphen."""
SHRINK = 8.0
"""Cost of a line whose blank is used up."""
HANG = 12.0
"""Cost of a mark outside the measure where hanging is allowed (R40)."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A paragraph for the breaker. Lists are indexed by cell boundary (0…n), lengths in milli-points.

    ``breaks``: boundaries where a line may end, ascending, the last is n. ``units``: boundaries between units, for
    the emergency. ``penalty``: extra cost of a break (a hyphen). ``needy[j]``: the cell before boundary j may not
    open a line, so that 。 may be squeezed to take it in (R47). ``hang[j]``: natural end if the mark before j
    hangs, equal to ``end[j]`` if it may not; ``hang_shrink[j]``: ``shrink_end`` without that mark. ``runt``: a last
    line must not start behind this boundary (R52). ``most``: the most one gap may grow (R48).
    """

    em: Mpt
    start: Sequence[Mpt]
    end: Sequence[Mpt]
    hang: Sequence[Mpt]
    hang_shrink: Sequence[Mpt]
    tight: Sequence[Mpt]
    """Ascending least positions, to find candidates by bisection."""
    shrink_start: Sequence[Mpt]
    shrink_end: Sequence[Mpt]
    stop_start: Sequence[Mpt]
    stop_end: Sequence[Mpt]
    grow_start: Sequence[Mpt]
    grow_end: Sequence[Mpt]
    gap_start: Sequence[int]
    gap_end: Sequence[int]
    breaks: Sequence[int]
    units: Sequence[int]
    penalty: dict[int, float]
    needy: Sequence[bool]
    runt: int
    most: Mpt

    @property
    def cells(self) -> int:
        """Number of cells."""
        return len(self.start) - 1


@dataclass(frozen=True, slots=True)
class Broken:
    """The lines of a paragraph: where each ends, and its cost."""

    ends: tuple[int, ...]
    costs: tuple[float, ...]

    @property
    def total(self) -> float:
        """The cost of the paragraph."""
        return sum(self.costs)


def line_cost(m: Measured, i: int, j: int, measure: Mpt) -> float | None:
    """Cost of the line of cells ``i … j-1`` on a measure; ``None`` if it does not fit."""
    rest = measure - (m.end[j] - m.start[i])
    last = j == m.cells
    cost = m.penalty.get(j, 0.0)
    if last and i > m.runt and i > 0:
        cost += RUNT
    if rest == 0 or (last and rest > 0):
        return cost
    if rest < 0:
        give = m.shrink_end[j] - m.shrink_start[i]
        if -rest <= give:
            return cost + SHRINK * (rest / give) ** 2
        if m.needy[j]:
            stops = m.stop_end[j] - m.stop_start[i]
            if -rest <= give + stops:
                return cost + SHRINK + STOP_SQUEEZE
        if m.hang[j] != m.end[j]:
            hung = measure - (m.hang[j] - m.start[i])
            give = m.hang_shrink[j] - m.shrink_start[i]
            if hung == 0:
                return cost + HANG
            if hung < 0 and -hung <= give:
                return cost + HANG + SHRINK
            if hung > 0:
                return cost + HANG + _stretch(m, i, j, hung)
        return None
    return cost + _stretch(m, i, j, rest)


def _stretch(m: Measured, i: int, j: int, rest: Mpt) -> float:
    grow = m.grow_end[j] - m.grow_start[i]
    if rest <= grow:
        return 2.0 * (rest / grow) ** 2
    gaps = m.gap_end[j] - m.gap_start[i]
    if gaps <= 0:
        return LOOSE + rest
    each = (rest - grow) / gaps
    if each > m.most:
        return LOOSE + rest
    cost = (each / m.em * 100) ** 3 / 4
    return cost + (STRAIN if each * 100 > 6 * m.em else NOTICE if each * 100 > 3 * m.em else 0.0)


def first_fit(m: Measured, measures: Sequence[Mpt]) -> Broken:
    """Line by line: the longest line that fits; a mark that may not open the next line is pushed in if the blank
    suffices, else the character before it is pushed out (R42). ``measures``: one a line, the last repeated.
    """
    ends: list[int] = []
    costs: list[float] = []
    i, n = 0, m.cells
    while i < n:
        measure = measures[min(len(ends), len(measures) - 1)]
        j = _first_fit_end(m, i, measure)
        cost = line_cost(m, i, j, measure) if j else None
        if not j or cost is None:
            j = _emergency(m, i, measure)
            cost = EMERGENCY + (line_cost(m, i, j, measure) or 0.0)
        ends.append(j)
        costs.append(cost)
        i = j
    return Broken(tuple(ends), tuple(costs))


def _first_fit_end(m: Measured, i: int, measure: Mpt) -> int:
    """The end of a first-fit line from ``i``; 0 if no allowed break fits."""
    natural = 0
    position = bisect_right(m.breaks, i)
    limit = m.start[i] + measure
    while position < len(m.breaks):
        j = m.breaks[position]
        if m.end[j] <= limit:
            natural = j
        elif m.tight[j] - m.tight[i] > measure + 2 * m.em:
            break
        elif m.needy[j] and line_cost(m, i, j, measure) is not None:
            # the cell that overflows may not open a line: push it in, if no break before it fits naturally closer
            return j if not _fits_unit(m, natural, limit) else natural
        position += 1
    return natural


def _fits_unit(m: Measured, natural: int, limit: Mpt) -> bool:
    """Whether breaking at ``natural`` leaves nothing behind that would fit: then there is no need to push in."""
    if natural == 0:
        return False
    after = bisect_right(m.units, natural)
    return after < len(m.units) and m.end[m.units[after]] > limit


def _emergency(m: Measured, i: int, measure: Mpt) -> int:
    """A forced break: the last unit boundary that fits, else the last cell boundary, else one cell."""
    limit = m.start[i] + measure
    fitting = 0
    for position in range(bisect_right(m.units, i), len(m.units)):
        j = m.units[position]
        if m.end[j] - (m.shrink_end[j] - m.shrink_start[i]) > limit:
            break
        fitting = j
    if fitting:
        return fitting
    j = i + 1
    while j < m.cells and m.end[j + 1] <= limit:
        j += 1
    return j


def optimum(m: Measured, measures: Sequence[Mpt]) -> Broken:
    """The lines whose costs add up least over the whole paragraph (total fit); never worse than first fit, which
    also bounds the search.
    """
    start_lines = first_fit(m, measures)
    bound = start_lines.total
    if bound == 0:
        return start_lines
    best = _search(m, measures, bound)
    last = best[m.cells]
    if not last:
        return start_lines
    kind = min(last, key=lambda k: last[k][0])
    return start_lines if last[kind][0] >= bound else _traced(m, best, kind)


GENTLE = 30
"""Most a gap may grow, permille of an em, in a paragraph set in another number of lines than looks best: from there on
one begins to see it."""


def of_lines(m: Measured, measures: Sequence[Mpt], count: int) -> Broken | None:
    """The best break into exactly ``count`` lines; ``None`` if there is none without a forbidden break or a line whose
    spacing shows."""
    m, n = replace(m, most=GENTLE * m.em // 1000), m.cells
    room = sum(measures[min(at, len(measures) - 1)] for at in range(count))
    natural, give = m.end[n] - m.start[0], m.shrink_end[n] - m.shrink_start[0] + m.stop_end[n] - m.stop_start[0]
    gain = m.grow_end[n] - m.grow_start[0] + (m.gap_end[n] - m.gap_start[0]) * m.most
    if natural - give > room or natural + gain < room - measures[-1]:
        return None  # it cannot be had, however the lines are broken
    # one kind a line, and one more for all breaks that are longer
    every = [measures[min(at, len(measures) - 1)] for at in range(count + 2)]
    best = _search(m, every, LOOSE)
    found = best[m.cells].get(count)
    return _traced(m, best, count) if found and found[0] < LOOSE else None


_States = list[dict[int, tuple[float, int, int, float]]]
"""For every boundary and measure that comes next: cost so far, boundary and measure before, cost of the line."""


def _search(m: Measured, measures: Sequence[Mpt], bound: float) -> _States:
    """The cheapest way to every boundary, for every line number after which the measure may differ."""
    n, last_kind = m.cells, len(measures) - 1
    best: _States = [{} for _ in range(n + 1)]
    best[0][0] = (0.0, -1, -1, 0.0)
    breaks, ends, starts, tights = m.breaks, m.end, m.start, m.tight
    tight_at_breaks = [tights[j] for j in breaks]
    for i in range(n):
        for kind, (cost, *_rest) in best[i].items():
            if cost > bound:
                continue
            measure = measures[kind]
            following = min(kind + 1, last_kind)
            position = bisect_right(tight_at_breaks, tights[i] + measure + 2 * m.em) - 1
            lowest = bisect_right(breaks, i)
            found = False
            pushing_out = 0.0
            limit = starts[i] + measure
            while position >= lowest:
                j = breaks[position]
                position -= 1
                line = line_cost(m, i, j, measure)
                if line is None:
                    continue
                found = True
                line += pushing_out
                if m.needy[j] and ends[j] > limit:
                    pushing_out = PUSH_OUT
                total = cost + line
                if total <= bound:
                    known = best[j].get(following)
                    # of equals the one with fuller lines first: later lines lend to later ones (R52)
                    if known is None or total <= known[0]:
                        best[j][following] = (total, i, kind, line)
                if ends[j] < limit and (line >= LOOSE or line - m.penalty.get(j, 0.0) > bound - cost):
                    break  # shorter lines only stretch more
            if not found:
                j = _emergency(m, i, measure)
                line = EMERGENCY + (line_cost(m, i, j, measure) or 0.0)
                total = cost + line
                known = best[j].get(following)
                if known is None or total < known[0]:
                    best[j][following] = (total, i, kind, line)
    return best


def _traced(m: Measured, best: _States, kind: int) -> Broken:
    """The break that ends in a state."""
    lines: list[tuple[int, float]] = []
    j = m.cells
    while j > 0:
        _total, before, kind_before, line = best[j][kind]
        lines.append((j, line))
        j, kind = before, kind_before
    lines.reverse()
    return Broken(tuple(j for j, _ in lines), tuple(line for _, line in lines))
