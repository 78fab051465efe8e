"""From cells to the running sums the breaker works on."""

from __future__ import annotations

from itertools import accumulate, pairwise

from printlayout.base.units import Mpt
from printlayout.layout.cells import Cells
from printlayout.layout.lines import HYPHEN, Measured
from printlayout.model.style import Composition
from printlayout.text.classes import CLASS_COUNT, FULL_MARKS, GAP, MARKS, OPEN, SPACE, WEST
from printlayout.text.rules import FULL_STOP, Rules, rules


def gaps_of(cells: Cells, table: Rules, composition: Composition) -> list[Mpt]:
    """The Han-Latin space at every boundary (0…n-1; boundary b lies before cell b), in milli-points (R65)."""
    found = [0] * len(cells)
    autospace = composition.autospace
    if not autospace or composition.grid_latin:
        return found
    text, kinds = cells.text, cells.kinds
    for at, (a, b) in enumerate(pairwise(kinds), 1):
        if (a == WEST) != (b == WEST) and cells.first[at] and table.gap[a * CLASS_COUNT + b] and at not in cells.blanks:
            # letters and digits only: a bare sign keeps close
            letter = text[cells.starts[at]] if b == WEST else text[cells.starts[at] - 1]
            if letter.isalnum():
                found[at] = autospace * cells.looks[cells.uses[at]][1].size // 1000
    return found


def latin_give(space: Mpt, em: Mpt) -> Mpt:
    """What a Han-Latin space can give: down to an eighth of an em (R43 step 6)."""
    return max(0, space - em // 8)


def breaks_of(cells: Cells, table: Rules, title_min: int) -> list[bool]:
    """Whether a line may end at each boundary (0…n-1; boundary 0 never)."""
    kinds, first = cells.kinds, cells.first
    found = [False] * len(cells)
    breaks = table.breaks
    for at, (a, b) in enumerate(pairwise(kinds), 1):
        if first[at]:
            if a in (SPACE, GAP):  # a typed space never defeats prohibition (R20)
                a = kinds[at - 2] if at > 1 else -1
                if a < 0:
                    continue
            found[at] = breaks[a * CLASS_COUNT + b]
    if title_min:
        _keep_titles(cells, found, title_min)
    return found


def _keep_titles(cells: Cells, found: list[bool], least: int) -> None:
    """No break inside 《…》 that leaves fewer than ``least`` characters on a side (R30)."""
    opened = -1
    for at, start in enumerate(cells.starts[:-1]):
        char = cells.text[start]
        if char == "《":
            opened = at
        elif char == "》" and opened >= 0:
            inside = range(opened + 1, at)
            for boundary in inside:
                if boundary - opened - 1 < least or at - boundary < least:
                    found[boundary] = False
            opened = -1


def measure(cells: Cells, composition: Composition) -> Measured:
    """The running sums of a paragraph (R9, R31-R48); see :class:`printlayout.layout.lines.Measured`."""
    table = rules(composition)
    n = len(cells)
    kinds, widths = cells.kinds, cells.widths
    gap = gaps_of(cells, table, composition)
    allowed = breaks_of(cells, table, composition.title_min)
    grows = [False] * n
    for at, (a, b) in enumerate(pairwise(kinds), 1):
        grows[at] = cells.first[at] and table.grows[a * CLASS_COUNT + b] and at not in cells.blanks

    shrink, stops, room = [0] * n, [0] * n, [0] * n
    for at in range(n):
        kind = kinds[at]
        if kind in FULL_MARKS:
            if table.step[kind] == FULL_STOP:
                stops[at] = cells.left[at] + cells.right[at] if composition.squeeze_stops else 0
            else:
                shrink[at] = cells.left[at] + cells.right[at]
        elif kind == SPACE and widths[at]:
            size = cells.looks[cells.uses[at]][1].size
            shrink[at] = max(0, widths[at] - size // 4)
            room[at] = max(0, size // 2 - widths[at])
        elif kind == GAP and widths[at]:
            size = cells.looks[cells.uses[at]][1].size
            shrink[at] = latin_give(widths[at], size)
            room[at] = max(0, composition.latin_stretch * size // 1000 - widths[at])
    gap_room = [max(0, composition.latin_stretch * cells.em // 1000 - g) if g else 0 for g in gap]

    blank_at = [g + cells.blanks.get(at, 0) for at, g in enumerate(gap)] if cells.blanks else gap
    place = _sums(widths, blank_at)
    gives = [latin_give(g, cells.em) if g else 0 for g in gap]
    shrinks = _sums(shrink, gives)
    stop_sums = _sums(stops, [0] * n)
    rooms = _sums(room, gap_room)
    counts = _sums([0] * n, [int(g) for g in grows])

    m_start = [p + b for p, b in zip(place, [*blank_at, 0], strict=True)]
    s_start = [s + g for s, g in zip(shrinks, [*gives, 0], strict=True)]
    g_start = [r + g for r, g in zip(rooms, [*gap_room, 0], strict=True)]
    c_start = [c + int(g) for c, g in zip(counts, [*grows, False], strict=True)]
    m_end, s_end, o_end, g_end = list(place), list(shrinks), list(stop_sums), list(rooms)
    hang = list(place)
    for at in range(n):
        kind = kinds[at]
        if kind == OPEN:
            blank = _start_blank(cells, table, at)
            m_start[at] += blank
            s_start[at] += blank
        elif kind in (SPACE, GAP):
            before = at  # boundary before the space: what the line ends with once the space is gone
            m_end[at + 1] = m_end[before]
            s_end[at + 1], o_end[at + 1] = s_end[before], o_end[before]
            g_end[at + 1] = g_end[before]
            hang[at + 1] = hang[before]
            if at == 0:
                m_start[0] += widths[0]
            continue
        if kind in FULL_MARKS and kind != OPEN:
            blank, before = cells.right[at], cells.left[at]
            stop = table.step[kind] == FULL_STOP
            if table.end_trim:
                m_end[at + 1] -= blank
                left_over = before
            else:  # the pair rule is void where the line parts the pair (R35)
                restored = table.right[kind] * cells.looks[cells.uses[at]][1].size // 1000 - blank
                m_end[at + 1] += restored
                left_over = before + blank + restored
            # what blank it still has goes first of all (R43 step 1)
            s_end[at + 1] += left_over - (0 if stop else before + blank)
            if stop:
                o_end[at + 1] -= stops[at]
        hang[at + 1] = m_end[at + 1]
        if kind in table.hangs and not (at and kinds[at - 1] in MARKS):
            hang[at + 1] = place[at]
            if composition.hanging == "force":
                m_end[at + 1] = place[at]
                s_end[at + 1], o_end[at + 1] = shrinks[at], stop_sums[at]

    for at, width in cells.hyphens.items():
        m_end[at] += width
        hang[at] += width
        allowed[at] = True
    legal = [at for at in range(1, n) if allowed[at]]
    return Measured(
        em=cells.em,
        start=m_start,
        end=m_end,
        hang=hang,
        hang_shrink=[0, *shrinks[:-1]],
        tight=[p - s - o for p, s, o in zip(place, shrinks, stop_sums, strict=True)],
        shrink_start=s_start,
        shrink_end=s_end,
        stop_start=stop_sums,
        stop_end=o_end,
        grow_start=g_start,
        grow_end=g_end,
        gap_start=c_start,
        gap_end=counts,
        breaks=[*legal, n],
        units=[*(at for at in range(1, n) if cells.first[at]), n],
        penalty=dict.fromkeys(cells.hyphens, HYPHEN),
        needy=_needy(cells, table),
        runt=_runt(cells),
        most=composition.most_stretch * cells.em // 1000,
    )


def _sums(cell: list[int], boundary: list[int]) -> list[int]:
    """Running sums at the boundaries 0…n: all cells and all boundaries before it."""
    return [0, *accumulate(c + b for c, b in zip(cell, boundary, strict=True))]


def _start_blank(cells: Cells, table: Rules, at: int) -> Mpt:
    """Blank an opening mark loses at the start of a line (R37); negative where it gets back what its neighbour had
    taken (R35).
    """
    if table.start_trim:
        return cells.left[at]
    size = cells.looks[cells.uses[at]][1].size
    return cells.left[at] - table.left[OPEN] * size // 1000


def _needy(cells: Cells, table: Rules) -> list[bool]:
    never = table.never_first
    found = [False] * (len(cells) + 1)
    for at, kind in enumerate(cells.kinds, 1):
        found[at] = kind in never or (kind in (SPACE, GAP) and found[at - 1])
    return found


def _runt(cells: Cells) -> int:
    """The last boundary from which two characters of content remain (R52)."""
    content = 0
    for at in range(len(cells) - 1, -1, -1):
        kind = cells.kinds[at]
        if kind not in MARKS and kind not in (SPACE, GAP):
            content += 1
            if content == 2:
                return at
    return 0
