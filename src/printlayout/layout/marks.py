"""Marks and notes of a stretch of text: 着重号, 专名号, 书名号, 示亡号, readings, 均排 (R49, R69, R70).

Before breaking they may widen cells or hold them together; after fitting they become ornaments of a line. They never
change the line pitch.
"""

from __future__ import annotations

import re
from itertools import groupby

from printlayout.base.units import Mpt
from printlayout.layout.cells import Cells, TextRun
from printlayout.model.galley import Decor, Piece
from printlayout.model.shaped import Shaper
from printlayout.text.classes import GAP, MARKS, SPACE

BOPOMOFO = re.compile(r"[\u3105-\u312f\u31a0-\u31bf]")
TONES = "ˊˇˋ˙"
ZHUYIN = 300
"""Size of a 注音 symbol, permille of the character's em."""
ORNAMENTS = frozenset(("dots", "name", "title", "mourning"))
RUBY_LIFT = 1000
"""Baseline of a reading above that of its characters, permille of their em: the reading stands close above their em
boxes (R70)."""

BASE_SHIFT = 190
"""How much nearer a turned reading's baseline lies to the axis of its line than to that of its characters: 0.38 em of
its characters less 0.38 em of its own half size."""


def prepare(cells: Cells, shaper: Shaper) -> None:
    """Spread names and make room for readings."""
    for _run, group in groupby(range(len(cells)), key=lambda at: id(cells.looks[cells.uses[at]][1])):
        stretch = list(group)
        run = cells.looks[cells.uses[stretch[0]]][1]
        if run.mark == "even":
            _spread(cells, stretch, run)
        elif run.mark == "mourning":
            _frame(cells, stretch, run)
        elif run.mark == "ruby" and BOPOMOFO.search(run.note):
            _zhuyin(cells, stretch, run, shaper)
        elif run.mark == "ruby":
            _readings(cells, stretch, run, shaper)


def _hold(cells: Cells, stretch: list[int]) -> None:
    """Nothing parts or stretches these cells."""
    for at in stretch[1:]:
        cells.first[at] = False


def _spread(cells: Cells, stretch: list[int], run: TextRun) -> None:
    """均排: the characters spread over the width asked for, first and last flush (R49)."""
    wanted = round(float(run.note or 0) * run.size)
    room = wanted - sum(cells.widths[at] for at in stretch)
    gaps = len(stretch) - 1
    _hold(cells, stretch)
    if room <= 0 or not gaps:
        return
    for number, at in enumerate(stretch[:-1]):
        cells.widths[at] += room * (number + 1) // gaps - room * number // gaps


def _frame(cells: Cells, stretch: list[int], run: TextRun) -> None:
    """示亡号: a name in its frame stays whole, and the frame has its room within the measure (R70)."""
    _hold(cells, stretch)
    pad = run.size // 12
    cells.widths[stretch[0]] += pad
    cells.offs[stretch[0]] += pad
    cells.widths[stretch[-1]] += pad


def _zhuyin(cells: Cells, stretch: list[int], run: TextRun, shaper: Shaper) -> None:
    """注音符号: symbols below one another to the right of their character, the tone beside the last of them, the light
    tone above the first (R70). In vertical lines the space between the lines takes them."""
    notes = run.note.split()
    if len(notes) != len(stretch):
        notes = [run.note.replace(" ", ""), *[""] * (len(stretch) - 1)]
        _hold(cells, stretch)
    size = run.size * ZHUYIN // 1000
    upright = cells.looks[cells.uses[stretch[0]]][2] != "ltr"
    for at, note in zip(stretch, notes, strict=True):
        symbols = [char for char in note if char not in TONES]
        if not symbols:
            continue
        room = run.size * 500 // 1000
        axis = run.size // 2 + size // 2 + run.size // 16
        down = (run.size - len(symbols) * size) // 2
        placed: list[tuple[int, Mpt, Mpt]] = []
        for number, char in enumerate(symbols):
            placed.append((shaper.gid(run.face, char), down + number * size, 0))
        for tone in (char for char in note if char in TONES):
            if tone == "˙":
                placed.append((shaper.gid(run.face, tone), down - size * 6 // 10, 0))
            else:
                placed.append(
                    (shaper.gid(run.face, tone), down + (len(symbols) - 1) * size - size // 3, size * 7 // 10)
                )
        cells.symbols.append((at, size, axis, tuple(placed)))
        if not upright:
            cells.widths[at] += room


def _readings(cells: Cells, stretch: list[int], run: TextRun, shaper: Shaper) -> None:
    """Readings over single characters where there are as many as characters, else one over all of them. Neighbouring
    readings keep a quarter of their em apart; the characters make room if they must."""
    notes = run.note.split()
    groups = [[at] for at in stretch] if len(notes) == len(stretch) else [stretch]
    if len(groups) == 1:
        notes = [run.note]
        _hold(cells, stretch)
    size = run.size // 2
    for group, note in zip(groups, notes, strict=True):
        glyphs = shaper.shape(run.latin, note, size, "en")
        width = sum(glyph.advance for glyph in glyphs)
        room = width + size // 4 - sum(cells.widths[at] for at in group)
        if room > 0:
            for number, at in enumerate(group):
                share = room * (number + 1) // len(group) - room * number // len(group)
                cells.widths[at] += share
                cells.offs[at] += share // 2
        cells.readings.append((group[0], group[-1] + 1, glyphs, width))


def ornaments(cells: Cells, start: int, end: int, edges: list[Mpt], advances: list[Mpt]) -> tuple[Decor, ...]:
    """Dots, lines and frames of the cells ``start … end-1`` of a line."""
    found: list[Decor] = []
    for look, group in groupby(range(start, end), key=lambda at: cells.uses[at]):
        run = cells.looks[look][1]
        if run.mark not in ORNAMENTS:
            continue
        places = [at for at in group if cells.kinds[at] not in (SPACE, GAP)]
        if run.mark == "dots":  # under every character, never under a mark (R69)
            for at in places:
                if cells.kinds[at] not in MARKS:
                    width = min(cells.widths[at], advances[at - start])
                    found.append(Decor("dots", edges[at - start], width, run.size, run.ink, run.span))
        elif places:
            first, last = places[0] - start, places[-1] - start
            width = edges[last] + min(cells.widths[places[-1]], advances[last]) - edges[first]
            found.append(Decor(run.mark, edges[first], width, run.size, run.ink, run.span))
    return tuple(found)


def zhuyin(cells: Cells, start: int, end: int, edges: list[Mpt]) -> tuple[Piece, ...]:
    """The 注音 symbols beside the characters of a line."""
    pieces: list[Piece] = []
    for at, size, axis, placed in cells.symbols:
        if not start <= at < end:
            continue
        face, run, direction = cells.looks[cells.uses[at]]
        edge = edges[at - start]
        gids = tuple(gid for gid, _down, _side in placed)
        downs = tuple(down for _gid, down, _side in placed)
        sides = tuple(side for _gid, _down, side in placed)
        texts = ("",) * len(placed)
        if direction == "ltr":
            # beside its character: the axis is that far right of the character's middle
            x, across = edge + run.size // 2 + axis, 0
        else:
            x, across = edge, axis
        pieces.append(
            Piece(
                face=face.key,
                size=size,
                x=x,
                gids=gids,
                xs=downs,
                texts=texts,
                ink=run.ink,
                span=run.span,
                ys=sides,
                direction="ttb",
                across=across,
            )
        )
    return tuple(pieces)


def readings(cells: Cells, start: int, end: int, edges: list[Mpt]) -> tuple[Piece, ...]:
    """Readings over the cells of a line, each centred over its characters."""
    pieces: list[Piece] = []
    for first, stop, glyphs, width in cells.readings:
        if not start <= first < end:
            continue
        run = cells.looks[cells.uses[first]][1]
        left = edges[first - start]
        base = edges[stop - 1 - start] + cells.widths[stop - 1] - left
        x = left + (base - width) // 2
        pen, xs = 0, []
        for glyph in glyphs:
            xs.append(pen + glyph.dx)
            pen += glyph.advance
        turned = cells.looks[cells.uses[first]][2] != "ltr"
        lift = (RUBY_LIFT - (BASE_SHIFT if turned else 0)) * run.size // 1000
        pieces.append(
            Piece(
                face=run.latin.key,
                size=run.size // 2,
                x=x,
                gids=tuple(glyph.gid for glyph in glyphs),
                xs=tuple(xs),
                texts=("",) * len(glyphs),
                ink=run.ink,
                span=run.span,
                ys=tuple(lift + glyph.dy for glyph in glyphs),
                direction="turned" if turned else "ltr",
            )
        )
    return tuple(pieces)
