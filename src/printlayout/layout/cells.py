"""Shaped text as parallel arrays, one entry a cell: what a line is a range of. Shaped once, never again to draw.

A cell is a character with its glyph; a ligature or a 2-em dash is one cell of several characters, and the letters of
a Western word are cells that belong to one unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from printlayout.base.diagnostics import Collector, Span
from printlayout.base.units import Mpt
from printlayout.model.ink import Ink
from printlayout.model.shaped import Glyph, Shaper
from printlayout.model.style import Composition, Face
from printlayout.text.classes import (
    BANG,
    CHAIN,
    CLOSE,
    COMMA,
    DASH,
    ELLIPSIS,
    GAP,
    HYPHEN,
    IDSPACE,
    MIDDLE,
    NOTE,
    OPEN,
    POINT,
    RULE,
    SEMI,
    SHARED,
    SOLIDUS,
    SPACE,
    STOP,
    WAVE,
    WEST,
    WIDE,
)
from printlayout.text.rules import Rules, rules
from printlayout.text.units import units

EM_MIDDLE = 380
"""Middle of the em box above the baseline, permille of an em."""

_FIXED_HALF = frozenset((POINT, HYPHEN, SOLIDUS))
_LEFT_MARKS = frozenset((CLOSE, COMMA, SEMI, STOP, BANG))


@dataclass(frozen=True, slots=True)
class TextRun:
    """Characters of one look. ``span`` is the place of the first character; ``latin`` sets the Western words."""

    text: str
    face: Face
    latin: Face
    size: Mpt
    ink: Ink
    span: Span
    tracking: int = 0


@dataclass(slots=True)
class Cells:
    """The arrays. ``starts`` has one entry more than there are cells. ``offs``: distance of the glyph's origin from
    the left edge of the cell's box; ``lifts``: its height above the baseline. ``left``, ``right``: blank the box can
    still give. ``first``: the cell begins a unit. ``uses``: index into ``looks``. ``extra``: further glyphs of a
    cell, ``dx`` from the cell's left edge."""

    text: str
    em: Mpt
    starts: list[int] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)
    gids: list[int] = field(default_factory=list)
    widths: list[Mpt] = field(default_factory=list)
    offs: list[Mpt] = field(default_factory=list)
    lifts: list[Mpt] = field(default_factory=list)
    left: list[Mpt] = field(default_factory=list)
    right: list[Mpt] = field(default_factory=list)
    first: list[bool] = field(default_factory=list)
    uses: list[int] = field(default_factory=list)
    looks: list[tuple[Face, TextRun]] = field(default_factory=list)
    extra: dict[int, tuple[Glyph, ...]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.kinds)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a character's glyph stands in its box: permille of an em."""

    face: Face
    gid: int
    off: int
    lift: int


class CellMaker:
    """Turns runs of text into cells with a shaper; remembers where every character of a face stands."""

    def __init__(self, shaper: Shaper, collector: Collector) -> None:
        self._shaper = shaper
        self._collector = collector
        self._spots: dict[tuple[Face, str, int, str, str], _Spot] = {}

    def make(self, runs: Sequence[TextRun], composition: Composition, em: Mpt) -> Cells:
        """The cells of a paragraph. Missing glyphs are reported with their place and stay as gid 0."""
        table = rules(composition)
        cells = Cells("".join(run.text for run in runs), em)
        if not cells.text:
            cells.starts.append(0)
            return cells
        grouped = units(cells.text, composition.region)
        ends: list[int] = []
        at = 0
        for run in runs:
            at += len(run.text)
            ends.append(at)
        number, run_start = 0, 0
        append = _appender(cells, table)
        for kind, (start, end) in zip(grouped.classes, pairwise(grouped.starts), strict=True):
            while start >= ends[number]:
                run_start = ends[number]
                number += 1
            run = runs[number]
            span_at = start - run_start
            text = cells.text[start:end]
            if end - start == 1 and kind not in (WEST, SPACE, GAP):
                spot = self._spot(run, text, kind, composition, span_at)
                append(start, kind, spot.gid, table.width[kind], spot.off, spot.lift, True, spot.face, run)
            elif kind in (SPACE, GAP):
                self._space(append, run, start, kind, composition)
            elif kind == WEST:
                self._west(cells, append, run, start, text, span_at)
            elif kind == NOTE:
                self._west(cells, append, run, start, text, span_at, NOTE)
            else:
                self._unit(cells, append, run, start, text, kind, composition, span_at)
        cells.starts.append(len(cells.text))
        _pair(cells, table)
        if any(run.tracking for run in runs):
            _track(cells)
        return cells

    def _unit(
        self,
        cells: Cells,
        append: _Append,
        run: TextRun,
        start: int,
        text: str,
        kind: int,
        composition: Composition,
        span_at: int,
    ) -> None:
        """A unit of several characters: ——, ……, ？！, １２３, a character with its note mark."""
        if kind == DASH and len(text) == 2:
            shaped = self._shaper.shape(run.face, text, 1000, composition.lang)
            gid = shaped[0].gid
            if len(shaped) > 1:
                whole = self._shaper.gid(run.face, "⸺")
                gid = whole if whole and self._shaper.advance(run.face, whole) >= 1900 else 0
            if gid:
                off = 1000 - self._shaper.advance(run.face, gid) // 2
                append(start, kind, gid, 2000, off, self._lift(run.face, gid), True, run.face, run)
                return
        share = _shares(kind, len(text))
        for index, char in enumerate(text):
            own = {CHAIN: BANG, WIDE: WIDE, ELLIPSIS: ELLIPSIS, DASH: RULE}.get(kind, kind if not index else NOTE)
            spot = self._spot(run, char, own, composition, span_at + index)
            off = spot.off
            width = share[index] if share else (0 if own == NOTE else 1000)
            if kind == CHAIN:
                left, _bottom, right, _top = self._shaper.ink(spot.face, spot.gid)
                off = width // 2 - (left + right) // 2
            if own == NOTE:
                width = self._shaper.advance(spot.face, spot.gid)
            append(start + index, kind, spot.gid, width, off, spot.lift, index == 0, spot.face, run)

    def _space(self, append: _Append, run: TextRun, start: int, kind: int, composition: Composition) -> None:
        gid = self._shaper.gid(run.latin, " ")
        width = composition.autospace if kind == GAP else self._shaper.advance(run.latin, gid) or 250
        append(start, kind, gid, width, 0, 0, True, run.latin, run)

    def _west(
        self,
        cells: Cells,
        append: _Append,
        run: TextRun,
        start: int,
        text: str,
        span_at: int,
        kind: int = WEST,
    ) -> None:
        """A Western word, shaped by HarfBuzz; characters its face lacks are shaped in a fallback."""
        for piece_start, piece_end, face in self._by_face(run, text, span_at):
            piece = text[piece_start:piece_end]
            previous = -1
            for glyph in self._shaper.shape(face, piece, run.size, "en"):
                if glyph.cluster == previous:
                    cell = len(cells) - 1
                    at_cell = Glyph(glyph.gid, glyph.cluster, glyph.advance, cells.widths[cell] + glyph.dx, glyph.dy)
                    cells.extra[cell] = (*cells.extra.get(cell, ()), at_cell)
                    cells.widths[cell] += glyph.advance
                    continue
                previous = glyph.cluster
                at = piece_start + glyph.cluster
                append(start + at, kind, glyph.gid, 0, 0, 0, at == 0, face, run)
                cells.widths[-1], cells.offs[-1], cells.lifts[-1] = glyph.advance, glyph.dx, glyph.dy

    def _by_face(self, run: TextRun, text: str, span_at: int) -> list[tuple[int, int, Face]]:
        """Stretches of a Western word by the face that has their characters."""
        shaper = self._shaper
        if all(shaper.gid(run.latin, char) for char in text):
            return [(0, len(text), run.latin)]
        stretches: list[tuple[int, int, Face]] = []
        for index, char in enumerate(text):
            face = run.latin if shaper.gid(run.latin, char) else self._other(run, char, run.latin, span_at + index)
            if stretches and stretches[-1][2] == face:
                stretches[-1] = (stretches[-1][0], index + 1, face)
            else:
                stretches.append((index, index + 1, face))
        return stretches

    def _other(self, run: TextRun, char: str, face: Face, span_at: int) -> Face:
        """The fallback face for a character, reported; the face itself if no font has it (an error)."""
        other = self._shaper.fallback(face, char)
        code = f"U+{ord(char):04X}"
        place = run.span.shifted(span_at)
        if other is None:
            self._collector.error("font.missing-glyph", place, char=char, code=code, face=face.key)
            return face
        self._collector.warn("font.fallback", place, char=char, code=code, face=face.key, other=other.key)
        return other

    def _spot(self, run: TextRun, char: str, kind: int, composition: Composition, span_at: int) -> _Spot:
        key = (run.face, char, kind, composition.region, composition.lang)
        spot = self._spots.get(key)
        if spot is None:
            face, gid = run.face, self._gid(run.face, char, composition.lang)
            if not gid:
                face = self._other(run, char, face, span_at)
                gid = self._gid(face, char, composition.lang)
                if face != run.face or not gid:
                    return self._place(face, gid, kind, composition)  # not kept: every place of it is reported
            spot = self._spots[key] = self._place(face, gid, kind, composition)
        return spot

    def _gid(self, face: Face, char: str, lang: str) -> int:
        if char in SHARED:
            shaped = self._shaper.shape(face, char, 1000, lang)
            return shaped[0].gid if shaped else 0
        return self._shaper.gid(face, char)

    def _lift(self, face: Face, gid: int) -> int:
        """How far a mark of the middle line must rise to stand in the middle of the em box; small differences are
        the designer's and stay."""
        _left, bottom, _right, top = self._shaper.ink(face, gid)
        lift = EM_MIDDLE - (bottom + top) // 2
        return lift if abs(lift) > 60 else 0

    def _place(self, face: Face, gid: int, kind: int, composition: Composition) -> _Spot:
        """Where a glyph's origin stands in its box. The box is decided by the class (R2); the glyph is put where the
        region wants the mark, whatever the font's advance (R10)."""
        left, bottom, right, top = self._shaper.ink(face, gid)
        middle = (left + right) // 2
        advance = self._shaper.advance(face, gid)
        if kind in _FIXED_HALF:
            return _Spot(face, gid, 250 - middle, self._lift(face, gid) if kind != SOLIDUS else 0)
        if kind in (RULE, WAVE, MIDDLE):
            return _Spot(face, gid, 500 - middle, self._lift(face, gid))
        if kind == OPEN and advance < 900:
            return _Spot(face, gid, 750 - middle, 0)
        if kind == CLOSE and advance < 900:
            return _Spot(face, gid, 250 - middle, 0)
        if kind in _LEFT_MARKS - {CLOSE}:
            if composition.region != "CN" and not 400 < middle < 600:
                lift = EM_MIDDLE - (bottom + top) // 2 if kind in (COMMA, STOP) else 0
                return _Spot(face, gid, 500 - middle, lift)
            if composition.region == "CN" and (middle > 400 or advance < 900):
                return _Spot(face, gid, 250 - middle, 0)
        if kind in (IDSPACE, NOTE) or advance >= 1000:
            return _Spot(face, gid, 0, 0)
        return _Spot(face, gid, (1000 - advance) // 2, 0)


class _Append:
    """Adds one cell to the arrays; amounts in permille of the run's size become milli-points here."""

    __slots__ = ("_cells", "_look", "_table")

    def __init__(self, cells: Cells, table: Rules) -> None:
        self._cells = cells
        self._table = table
        self._look: dict[tuple[Face, int], int] = {}

    def __call__(
        self,
        start: int,
        kind: int,
        gid: int,
        width: int,
        off: int,
        lift: int,
        first: bool,
        face: Face,
        run: TextRun,
    ) -> None:
        cells, size = self._cells, run.size
        look = self._look.get((face, id(run)))
        if look is None:
            look = self._look[face, id(run)] = len(cells.looks)
            cells.looks.append((face, run))
        cells.starts.append(start)
        cells.kinds.append(kind)
        cells.gids.append(gid)
        cells.widths.append(width * size // 1000)
        cells.offs.append(off * size // 1000 if off else 0)
        cells.lifts.append(lift * size // 1000 if lift else 0)
        cells.left.append(self._table.left[kind] * size // 1000)
        cells.right.append(self._table.right[kind] * size // 1000)
        cells.first.append(first)
        cells.uses.append(look)
        if self._table.cut[kind]:
            cells.offs[-1] -= self._table.cut[kind] * size // 1000


def _appender(cells: Cells, table: Rules) -> _Append:
    return _Append(cells, table)


def _shares(kind: int, count: int) -> list[int]:
    """Widths of the characters of a rigid chain: two take 1 em, three 2 em (R8)."""
    if kind != CHAIN:
        return []
    return [500, 500] if count == 2 else [667, 666, 667]


def _pair(cells: Cells, table: Rules) -> None:
    """Take away the blank between neighbouring marks (R31-R34), across runs too."""
    kinds, count = cells.kinds, len(table.cut)
    pair = table.pair
    for at, (a, b) in enumerate(pairwise(kinds)):
        gives = pair[a * count + b]
        if gives & 1:
            cells.widths[at] -= cells.right[at]
            cells.right[at] = 0
        if gives & 2:
            cells.widths[at + 1] -= cells.left[at + 1]
            cells.offs[at + 1] -= cells.left[at + 1]
            cells.left[at + 1] = 0


def _track(cells: Cells) -> None:
    """Letterspacing of headlines: after every cell but the last (R64)."""
    for at in range(len(cells) - 1):
        run = cells.looks[cells.uses[at]][1]
        cells.widths[at] += run.tracking * run.size // 1000
