"""Fits one line to its measure: blank is taken and given in the order, with the floors and caps, of R41-R49."""

from __future__ import annotations

from printlayout.base.units import Mpt
from printlayout.base.value import dataclass
from printlayout.layout.cells import Cells
from printlayout.layout.measure import gaps_of, latin_give
from printlayout.model.style import Composition
from printlayout.text.classes import CLASS_COUNT, FULL_MARKS, GAP, MARKS, MIDDLE, OPEN, SPACE
from printlayout.text.rules import BRACKET, FULL_STOP, HAN_LATIN, INTERPUNCT, LINE_END, PAUSE, WORD_SPACE, Rules, rules


@dataclass(frozen=True, slots=True)
class Fitted:
    """A line's boxes. ``advances``: from each cell's left edge to the next one's; ``moves``: how much each glyph
    moves left in its box because blank was taken from the box's left. ``spread``: what each Han gap grew.
    ``loose``: it would have needed more than allowed and stands ragged (R48). ``squeezed``: what was taken.
    """

    advances: list[Mpt]
    moves: dict[int, Mpt]
    spread: Mpt
    loose: bool
    squeezed: Mpt
    hung: Mpt


class Fitter:
    """Fits the lines of one paragraph."""

    def __init__(self, cells: Cells, composition: Composition) -> None:
        self._cells = cells
        self._composition = composition
        self._table: Rules = rules(composition)
        self._gaps = gaps_of(cells, self._table, composition)

    def fit(self, i: int, j: int, measure: Mpt, justify: bool) -> Fitted:
        """Fit cells ``i … j-1``. Without ``justify`` the line stays as it is unless it is too wide."""
        cells = self._cells
        kinds = cells.kinds
        advances = cells.widths[i:j]
        left, right = cells.left[i:j], cells.right[i:j]
        moves: dict[int, Mpt] = {}
        gaps = self._gaps[i + 1 : j]
        for at, gap in enumerate(gaps):
            if gap:
                advances[at] += gap
        for boundary, blank in cells.blanks.items():
            if i < boundary < j:
                advances[boundary - i - 1] += blank
        last = j - 1
        while last > i and kinds[last] in (SPACE, GAP):
            advances[last - i] = 0
            last -= 1
        if kinds[i] in (SPACE, GAP):
            advances[0] = 0
        if kinds[i] == OPEN:
            self._open_start(i, advances, left, moves)
        hung = self._close_end(i, last, advances, right)
        rest = measure - sum(advances) + hung
        hang_now = not hung and rest < 0 and self._may_hang(last)
        squeezed = 0
        if rest < 0:
            squeezed = -self._shrink(i, last, advances, left, right, gaps, moves, rest)
            if hang_now and -rest > squeezed:
                # only a mark that cannot be pushed in hangs (R40)
                return self._hang(i, j, last, measure, justify)
            rest += squeezed
        spread, loose = 0, False
        if rest > 0 and justify:
            spread, loose = self._stretch(i, last, advances, gaps, rest)
        return Fitted(advances, moves, spread, loose, squeezed, hung)

    def _hang(self, i: int, j: int, last: int, measure: Mpt, justify: bool) -> Fitted:
        width = self._cells.widths[last]
        if last == i:
            return Fitted([width, *([0] * (j - i - 1))], {}, 0, False, 0, width)
        fitted = self.fit(i, last, measure, justify)
        advances = [*fitted.advances, width, *([0] * (j - last - 1))]
        return Fitted(advances, fitted.moves, fitted.spread, fitted.loose, fitted.squeezed, width)

    def _may_hang(self, last: int) -> bool:
        kinds = self._cells.kinds
        return kinds[last] in self._table.hangs and not (last and kinds[last - 1] in MARKS)

    def _open_start(self, i: int, advances: list[Mpt], left: list[Mpt], moves: dict[int, Mpt]) -> None:
        cells, table = self._cells, self._table
        blank = left[0]
        if not table.start_trim:  # it gets back what the mark before it had taken (R35)
            blank -= table.left[OPEN] * cells.looks[cells.uses[i]][1].size // 1000
        advances[0] -= blank
        left[0] -= blank
        if blank:
            moves[0] = blank

    def _close_end(self, i: int, last: int, advances: list[Mpt], right: list[Mpt]) -> Mpt:
        """Treat the mark that ends the line (R36, R40); return how much of it hangs outside."""
        cells, table = self._cells, self._table
        kind, at = cells.kinds[last], last - i
        if self._composition.hanging == "force" and self._may_hang(last):
            return advances[at]
        if kind in FULL_MARKS and kind != OPEN:
            if table.end_trim:
                advances[at] -= right[at]
                right[at] = 0
            else:
                size = cells.looks[cells.uses[last]][1].size
                restored = table.right[kind] * size // 1000 - right[at]
                advances[at] += restored
                right[at] += restored
        return 0

    def _shrink(
        self,
        i: int,
        last: int,
        advances: list[Mpt],
        left: list[Mpt],
        right: list[Mpt],
        gaps: list[Mpt],
        moves: dict[int, Mpt],
        rest: Mpt,
    ) -> Mpt:
        """Take ``-rest`` from the blank of a line, step by step (R43), equally within a step (R44). Returns what is
        still missing (0) or could not be taken, as the negative amount taken.
        """
        cells, table = self._cells, self._table
        need = -rest
        end = last - i
        rooms: dict[int, list[tuple[int, Mpt]]] = {}
        for at in range(end + 1):
            kind = cells.kinds[i + at]
            if kind in FULL_MARKS and left[at] + right[at]:
                step = LINE_END if at == end and kind != OPEN else table.step[kind]
                if step == FULL_STOP and not self._composition.squeeze_stops:
                    continue
                rooms.setdefault(step, []).append((at, left[at] + right[at]))
            elif kind == SPACE and advances[at]:
                size = cells.looks[cells.uses[i + at]][1].size
                rooms.setdefault(WORD_SPACE, []).append((at, max(0, advances[at] - size // 4)))
            elif kind == GAP and advances[at]:
                rooms.setdefault(HAN_LATIN, []).append(
                    (at, latin_give(advances[at], cells.looks[cells.uses[i + at]][1].size))
                )
            if at < len(gaps) and at < end and gaps[at]:
                rooms.setdefault(HAN_LATIN, []).append((at, latin_give(gaps[at], cells.em)))
        for step in (LINE_END, WORD_SPACE, INTERPUNCT, BRACKET, PAUSE, HAN_LATIN, FULL_STOP):
            if need <= 0:
                break
            for at, amount in _level(rooms.get(step, []), need):
                advances[at] -= amount
                need -= amount
                kind = cells.kinds[i + at]
                if kind == OPEN and step == BRACKET:
                    moves[at] = moves.get(at, 0) + amount
                elif kind in FULL_MARKS and left[at] and step not in (HAN_LATIN,):
                    moves[at] = moves.get(at, 0) + (amount if kind == MIDDLE and not right[at] else amount // 2)
        return need + rest

    def _stretch(self, i: int, last: int, advances: list[Mpt], gaps: list[Mpt], rest: Mpt) -> tuple[Mpt, bool]:
        """Give ``rest`` to the gaps of a line, step by step (R45). A line that would need more than the cap in one
        gap is left ragged (R48).
        """
        cells, table, composition = self._cells, self._table, self._composition
        kinds, end = cells.kinds, last - i
        words: list[tuple[int, Mpt]] = []
        latin: list[tuple[int, Mpt]] = []
        others: list[int] = []
        for at in range(end):
            kind, after = kinds[i + at], kinds[i + at + 1]
            size = cells.looks[cells.uses[i + at]][1].size
            if kind == SPACE and advances[at]:
                words.append((at, max(0, size // 2 - advances[at])))
            elif kind == GAP:
                latin.append((at, max(0, composition.latin_stretch * size // 1000 - advances[at])))
            elif gaps[at]:
                latin.append((at, max(0, composition.latin_stretch * cells.em // 1000 - gaps[at])))
            boundary = i + at + 1
            if cells.first[boundary] and boundary not in cells.blanks and table.grows[kind * CLASS_COUNT + after]:
                others.append(at)
        room = sum(amount for _, amount in words) + sum(amount for _, amount in latin)
        missing = rest - room
        if missing > 0 and (not others or missing > len(others) * (composition.most_stretch * cells.em // 1000)):
            return 0, True
        for places in (words, latin):
            for at, amount in _level(places, rest):
                advances[at] += amount
                rest -= amount
        if rest <= 0:
            return 0, False
        share, more = divmod(rest, len(others))
        for number, at in enumerate(others):
            advances[at] += share + (number < more)
        return share, False


def _level(places: list[tuple[int, Mpt]], need: Mpt) -> list[tuple[int, Mpt]]:
    """Share ``need`` equally over places with limited room; what a full place cannot take goes to the others."""
    result: list[tuple[int, Mpt]] = []
    open_places = sorted((room, at) for at, room in places if room > 0)
    left = len(open_places)
    for room, at in open_places:
        share = min(room, -(-need // left)) if left > 1 else min(room, need)
        result.append((at, share))
        need -= share
        left -= 1
    return result
