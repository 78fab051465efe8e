"""Makes cells: groups characters into units, finds or shapes their glyphs, sets each into its box (R1-R8, R31-R34)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from printlayout.base.diagnostics import Collector, Span
from printlayout.base.units import Mpt
from printlayout.layout.cells import Cells, TextRun
from printlayout.layout.marks import prepare
from printlayout.layout.spots import Spot, Spots
from printlayout.model.shaped import Glyph, Shaper
from printlayout.model.style import Composition, Face
from printlayout.text.classes import BANG, CHAIN, DASH, ELLIPSIS, GAP, HAN, NOTE, RULE, SPACE, WEST, WIDE
from printlayout.text.hyphens import long_words, syllables
from printlayout.text.rules import Rules, rules
from printlayout.text.units import units

CELL = re.compile(r"\d{2,3}|\d\.\d|[A-Z][+-]|\d%")
"""What shares one cell of vertical text (纵中横)."""
UPRIGHT = re.compile(r"[A-Za-z0-9]|[A-Z]{2,6}")
"""What stands upright in vertical text, a cell a character."""
_SLOW = frozenset((WEST, SPACE, GAP, NOTE))
"""Single characters that need more than a look-up."""


class CellMaker:
    """Turns runs of text into cells with a shaper; remembers where every character of a face stands."""

    def __init__(self, shaper: Shaper, collector: Collector) -> None:
        self._shaper = shaper
        self._collector = collector
        self._spots: dict[tuple[Face, Mpt, Composition], Spots] = {}

    def make(self, runs: Sequence[TextRun], composition: Composition, em: Mpt) -> Cells:
        """The cells of a paragraph. Missing glyphs are reported with their place and stay as gid 0."""
        cells = Cells("".join(run.text for run in runs), em)
        if not cells.text:
            cells.starts.append(0)
            return cells
        grouped = units(cells.text, composition.region)
        unit, count, run_start = 0, len(grouped.classes), 0
        for run in runs:
            run_end = run_start + len(run.text)
            adder = _Adder(cells, run, run_start, self._table(run.face, run.size, composition))
            while unit < count and grouped.starts[unit] < run_end:
                stop = unit
                while (
                    stop < count
                    and (at := grouped.starts[stop]) < run_end
                    and grouped.starts[stop + 1] - at == 1
                    and grouped.classes[stop] not in _SLOW
                ):
                    stop += 1
                if stop > unit:
                    self._simple(adder, grouped.starts[unit:stop], grouped.classes[unit:stop])
                    unit = stop
                    continue
                start, end = grouped.starts[unit], grouped.starts[unit + 1]
                self._unit(adder, start, cells.text[start:end], grouped.classes[unit], composition)
                unit += 1
            if run.after:
                cells.blanks[len(cells)] = run.after
            run_start = run_end
        cells.starts.append(len(cells.text))
        _pair(cells, rules(composition))
        if composition.grid_latin:
            _to_grid(cells)
        if any(run.tracking for run in runs):
            _track(cells)
        if any(run.mark for run in runs):
            prepare(cells, self._shaper)
        return cells

    def hyphen(self, face: Face) -> int:
        """Glyph of the hyphen that ends a line."""
        return self._shaper.gid(face, "-")

    def hyphenate(self, cells: Cells, composition: Composition) -> bool:
        """Mark the syllables of long Western words; whether there are any."""
        for start, end in long_words(cells.text):
            for at in syllables(cells.text[start:end], composition.latin_lang):
                cell = bisect_left(cells.starts, start + at)
                if cells.starts[cell] == start + at and not cells.first[cell]:
                    face, run, _direction = cells.looks[cells.uses[cell]]
                    cells.hyphens[cell] = self._shaper.advance(face, self.hyphen(face)) * run.size // 1000
        return bool(cells.hyphens)

    def _table(self, face: Face, size: Mpt, composition: Composition) -> Spots:
        key = (face, size, composition)
        table = self._spots.get(key)
        if table is None:
            table = self._spots[key] = Spots(self._shaper, face, size, composition, rules(composition))
        return table

    def _simple(self, adder: _Adder, starts: Sequence[int], kinds: Sequence[int]) -> None:
        """A stretch of single characters: the bulk of every Chinese text, done by whole lists."""
        known = adder.spots.known
        chars = adder.cells.text[starts[0] : starts[0] + len(starts)]
        found = [
            known.get((char, kind)) or self._spot(adder, start, char, kind)
            for start, char, kind in zip(starts, chars, kinds, strict=True)
        ]
        adder.many(starts, kinds, found)

    def _spot(self, adder: _Adder, start: int, char: str, kind: int) -> Spot:
        """The spot of a character; from a fallback face, reported at every place, if its own has none."""
        spots = adder.spots
        spot = spots.known.get((char, kind)) or spots.find(char, kind)
        if spot is None:
            other = self._other(adder, start, char, spots.face)
            gid = self._shaper.gid(other, char) if other != spots.face else 0
            advance = self._shaper.advance(other, gid)
            spot = Spot(gid, (1000 - advance) * spots.size // 2000 if 0 < advance < 1000 else 0, 0, other)
        return spot

    def _other(self, adder: _Adder, start: int, char: str, face: Face) -> Face:
        """The fallback face for a character, reported; the face itself if no font has it (an error)."""
        other = self._shaper.fallback(face, char)
        code, place = f"U+{ord(char):04X}", adder.place(start)
        if other is None:
            self._collector.error("font.missing-glyph", place, char=char, code=code, face=face.key)
            return face
        self._collector.warn("font.fallback", place, char=char, code=code, face=face.key, other=other.key)
        return other

    def _unit(self, adder: _Adder, start: int, text: str, kind: int, composition: Composition) -> None:
        """A unit that is more than a look-up: a word, a space, ——, ……, ？！, １２３, a character with its note mark."""
        spots, run = adder.spots, adder.run
        if kind in (SPACE, GAP):
            gid = self._shaper.gid(run.latin, " ")
            # a typed space behind a run-in head is in the em that follows the head already (R62)
            counted = len(adder.cells) in adder.cells.blanks
            wide = (
                0 if counted else composition.autospace if kind == GAP else self._shaper.advance(run.latin, gid) or 250
            )
            adder.one(start, kind, wide * run.size // 1000, Spot(gid, 0, 0, run.latin))
        elif kind in (WEST, NOTE):
            self._west(adder, start, text, kind, composition)
        elif kind == CHAIN and len(text) == 2 and composition.writing == "vertical":
            self._paired_cell(adder, start, text)
        elif kind == DASH and len(text) == 2 and (dash := self._dash(spots, composition)):
            adder.one(start, kind, spots.widths[DASH], dash)
        else:
            # three marks below one another need their full height: the rule of 2 em is for horizontal text
            upright = composition.writing == "vertical"
            share = [] if upright else _shares(kind, len(text), run.size)
            for index, char in enumerate(text):
                own = {CHAIN: BANG if upright else CHAIN, WIDE: WIDE, ELLIPSIS: ELLIPSIS, DASH: RULE}.get(
                    kind, NOTE if index else kind
                )
                spot = self._spot(adder, start + index, char, own)
                width = run.size
                if share:
                    width = share[index]
                    spot = spot._replace(off=spot.off + (width - run.size // 2) // 2)
                elif own == NOTE:
                    width = self._shaper.advance(spot.face, spot.gid) * run.size // 1000
                adder.one(start + index, NOTE if own == NOTE else kind, width, spot, first=index == 0)

    def _dash(self, spots: Spots, composition: Composition) -> Spot | None:
        """The 2-em dash as one glyph, without a seam (R3); ``None`` if the face has none. Fonts may draw it for the
        mainland's language only; a rule is a rule in all of them."""
        vertical = composition.writing == "vertical"
        for lang in dict.fromkeys((composition.lang, "zh-Hans")):
            shaped = self._shaper.shape(spots.face, "——", 1000, lang, vertical)
            glyph = shaped[0]
            if vertical and len(shaped) == 1 and glyph.advance >= 1900:
                return spots.standing(glyph)
            gid = glyph.gid if len(shaped) == 1 and not vertical else self._shaper.gid(spots.face, "⸺")
            advance = self._shaper.advance(spots.face, gid) if gid else 0
            if advance >= 1900:
                off, lift = (2000 - advance) * spots.size // 2000, spots.lift(gid) * spots.size // 1000
                return Spot(gid, off, lift, spots.face, "turned" if vertical else "ltr")
        return None

    def _west(self, adder: _Adder, start: int, text: str, kind: int, composition: Composition) -> None:
        """A Western word, shaped by HarfBuzz; characters its face lacks are shaped in a fallback. In vertical writing
        letters and acronyms stand upright, two or three digits share a cell, words are turned (R67)."""
        cells = adder.cells
        direction = "ltr"
        if composition.writing == "vertical":
            if CELL.fullmatch(text):
                self._one_cell(adder, start, text)
                return
            if UPRIGHT.fullmatch(text):
                for index, char in enumerate(text):
                    spot = self._upright(adder, start + index, char)
                    adder.one(start + index, HAN, adder.run.size, spot, first=index == 0)
                return
            direction = "turned"
        for piece_start, piece_end, face in self._by_face(adder, start, text):
            previous = -1
            for glyph in self._shaper.shape(face, text[piece_start:piece_end], adder.run.size, "en"):
                if glyph.cluster == previous:
                    cell = len(cells) - 1
                    inside = Glyph(glyph.gid, glyph.cluster, glyph.advance, cells.widths[cell] + glyph.dx, glyph.dy)
                    cells.extra[cell] = (*cells.extra.get(cell, ()), inside)
                    cells.widths[cell] += glyph.advance
                    continue
                previous = glyph.cluster
                at = piece_start + glyph.cluster
                spot = Spot(glyph.gid, glyph.dx, glyph.dy, face, direction)
                adder.one(start + at, kind, glyph.advance, spot, first=at == 0)

    def _upright(self, adder: _Adder, start: int, char: str) -> Spot:
        """An upright letter or digit in a cell of its own."""
        latin = adder.run.latin
        face = latin if self._shaper.gid(latin, char) else self._other(adder, start, char, latin)
        return Spot(self._shaper.gid(face, char), 0, 0, face, "ttb")

    def _one_cell(self, adder: _Adder, start: int, text: str) -> None:
        """纵中横: some digits side by side in one cell, drawn smaller if they are wider than it (R67)."""
        cells, run = adder.cells, adder.run
        face = self._by_face(adder, start, text)[0][2]
        glyphs = self._shaper.shape(face, text, run.size, "en")
        pen, placed = 0, []
        for glyph in glyphs:
            placed.append(Glyph(glyph.gid, glyph.cluster, glyph.advance, pen + glyph.dx, glyph.dy))
            pen += glyph.advance
        adder.one(start, HAN, run.size, Spot(glyphs[0].gid, 0, 0, face, "cell"))
        cells.extra[len(cells) - 1] = tuple(placed)

    def _paired_cell(self, adder: _Adder, start: int, text: str) -> None:
        """？！ side by side in one cell of vertical text: each mark's outline in the middle of its half."""
        cells, run = adder.cells, adder.run
        placed = []
        for index, char in enumerate(text):
            gid = self._shaper.gid(run.face, char)
            left, _bottom, right, _top = self._shaper.ink(run.face, gid)
            off = (250 + 500 * index - (left + right) // 2) * run.size // 1000
            placed.append(Glyph(gid, index, run.size - off if index else 0, off))
        adder.one(start, CHAIN, run.size, Spot(placed[0].gid, 0, 0, run.face, "cell"))
        cells.extra[len(cells) - 1] = tuple(placed)

    def _by_face(self, adder: _Adder, start: int, text: str) -> list[tuple[int, int, Face]]:
        """Stretches of a Western word by the face that has their characters."""
        shaper, latin = self._shaper, adder.run.latin
        if all(shaper.gid(latin, char) for char in text):
            return [(0, len(text), latin)]
        stretches: list[tuple[int, int, Face]] = []
        for index, char in enumerate(text):
            face = latin if shaper.gid(latin, char) else self._other(adder, start + index, char, latin)
            if stretches and stretches[-1][2] == face:
                stretches[-1] = (stretches[-1][0], index + 1, face)
            else:
                stretches.append((index, index + 1, face))
        return stretches


class _Adder:
    """Adds the cells of one run to the arrays."""

    __slots__ = ("_looks", "_start", "cells", "run", "spots")

    def __init__(self, cells: Cells, run: TextRun, start: int, spots: Spots) -> None:
        self.cells = cells
        self.run = run
        self.spots = spots
        self._start = start
        self._looks: dict[tuple[Face, str], int] = {}

    def place(self, at: int) -> Span:
        """Where a character of the paragraph stands in its file."""
        return self.run.span.shifted(at - self._start)

    def look(self, face: Face, direction: str) -> int:
        """The number of a face and direction in this run."""
        key = (face, direction)
        number = self._looks.get(key)
        if number is None:
            number = self._looks[key] = len(self.cells.looks)
            self.cells.looks.append((face, self.run, direction))
        return number

    def one(self, start: int, kind: int, width: Mpt, spot: Spot, first: bool = True) -> None:
        """Add one cell."""
        cells, spots = self.cells, self.spots
        cells.starts.append(start)
        cells.kinds.append(kind)
        cells.gids.append(spot.gid)
        cells.widths.append(width)
        cells.offs.append(spot.off)
        cells.lifts.append(spot.lift)
        cells.left.append(spots.left[kind])
        cells.right.append(spots.right[kind])
        cells.first.append(first)
        cells.uses.append(self.look(spot.face, spot.direction))

    def many(self, starts: Sequence[int], kinds: Sequence[int], found: Sequence[Spot]) -> None:
        """Add single characters."""
        cells, spots = self.cells, self.spots
        count = len(starts)
        cells.starts += starts
        cells.kinds += kinds
        cells.gids += [spot.gid for spot in found]
        cells.offs += [spot.off for spot in found]
        cells.lifts += [spot.lift for spot in found]
        cells.widths += [spots.widths[kind] for kind in kinds]
        cells.left += [spots.left[kind] for kind in kinds]
        cells.right += [spots.right[kind] for kind in kinds]
        cells.first += [True] * count
        face, direction = found[0].face, found[0].direction
        own = self.look(face, direction)
        cells.uses += [
            own if spot.face is face and spot.direction == direction else self.look(spot.face, spot.direction)
            for spot in found
        ]


def _shares(kind: int, count: int, size: Mpt) -> list[Mpt]:
    """Widths of the characters of a rigid chain: two take 1 em, three 2 em (R8)."""
    if kind != CHAIN:
        return []
    whole = size if count == 2 else 2 * size
    return [whole * (n + 1) // count - whole * n // count for n in range(count)]


def _to_grid(cells: Cells) -> None:
    """Pad every stretch of Western words and their spaces to whole em, half of it on each side (R66)."""
    kinds, count = cells.kinds, len(cells)
    at = 0
    while at < count:
        if kinds[at] != WEST:
            at += 1
            continue
        end = at
        while end < count and kinds[end] in (WEST, SPACE):
            end += 1
        pad = -sum(cells.widths[at:end]) % cells.em
        before = pad // 2 if at else 0
        for boundary, blank in ((at, before), (end, pad - before)):
            if blank:
                cells.blanks[boundary] = cells.blanks.get(boundary, 0) + blank
        at = end


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
