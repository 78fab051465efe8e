"""Where a character's glyph stands in its box: decided by the character's class and the region, never by the font's
advance (R2, R10).
"""

from __future__ import annotations

from typing import NamedTuple

from printlayout.base.units import Mpt
from printlayout.model.shaped import Glyph, Shaper
from printlayout.model.style import Composition, Face
from printlayout.text.classes import (
    BANG,
    CHAIN,
    CLOSE,
    COMMA,
    DASH,
    ELLIPSIS,
    HAN,
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
    STOP,
    WAVE,
)
from printlayout.text.rules import Rules

ASCENT = 880
"""Top of the em box above the baseline, permille of an em (the ideographic em box: 880 above, 120 below)."""
EM_MIDDLE = 380
"""Middle of the em box above the baseline, permille of an em."""
OFF_MIDDLE = 60
"""A mark of the middle line this far off the middle of the em box is moved there; less is the designer's will."""

ORIGIN = 880
"""Top of the em box above the horizontal origin: the vertical origin PDF assumes (ISO 32000-1 9.7.4.3)."""

_TURNED = frozenset((RULE, WAVE, DASH, ELLIPSIS, HYPHEN, SOLIDUS))
_FIXED_HALF = frozenset((POINT, HYPHEN, SOLIDUS))
_LEFT_MARKS = frozenset((COMMA, SEMI, STOP, BANG))


class Spot(NamedTuple):
    """A glyph and its place in milli-points: ``off`` along the line from the box's edge, ``lift`` across it (above the
    baseline; to the right of a vertical line's axis). ``direction``: see :class:`printlayout.model.display.Glyphs`."""

    gid: int
    off: Mpt
    lift: Mpt
    face: Face
    direction: str = "ltr"


class Spots:
    """The spots of one face at one size under one way of composing, with the boxes of all classes in milli-points."""

    def __init__(self, shaper: Shaper, face: Face, size: Mpt, composition: Composition, table: Rules) -> None:
        self._shaper = shaper
        self.face = face
        self.size = size
        self._mainland = composition.region == "CN"
        self._lang = composition.lang
        self._vertical = composition.writing == "vertical"
        self._cut = table.cut
        self.widths = tuple(width * size // 1000 for width in table.width)
        self.left = tuple(blank * size // 1000 for blank in table.left)
        self.right = tuple(blank * size // 1000 for blank in table.right)
        self.known: dict[tuple[str, int], Spot] = {}
        """Spots by character and class; the engine looks here first."""

    def gid(self, char: str) -> int:
        """Glyph of a character, in its Chinese form where Latin text shares the code point; 0 if there is none."""
        if char in SHARED:
            shaped = self._shaper.shape(self.face, char, 1000, self._lang)
            return shaped[0].gid if shaped else 0
        return self._shaper.gid(self.face, char)

    def _standing(self, char: str, kind: int) -> Spot | None:
        """The spot in vertical writing: the font's vertical form, upright; a mark of the middle line that has none is
        turned (R67, R68). ``None`` if the face does not have the character."""
        size = self.size
        shaped = self._shaper.shape(self.face, char, 1000, self._lang, True)
        if not shaped or not shaped[0].gid:
            return None
        glyph = shaped[0]
        left, bottom, right, top = self._shaper.ink(self.face, glyph.gid)
        if kind in _TURNED and glyph.gid == self.gid(char):
            off = self._place(glyph.gid, kind)[0] - self._cut[kind]
            lift = EM_MIDDLE - (bottom + top) // 2
            return Spot(glyph.gid, off * size // 1000, lift * size // 1000, self.face, "turned")
        spot = self.standing(glyph)
        if kind not in (POINT, MIDDLE):
            return spot._replace(off=spot.off - self._cut[kind] * size // 1000)
        half = 250 if kind == POINT else 500
        off = half - ORIGIN + (bottom + top) // 2 - self._cut[kind]
        lift = (self._shaper.advance(self.face, glyph.gid) - left - right) // 2
        return Spot(glyph.gid, off * size // 1000, lift * size // 1000, self.face, "ttb")

    def standing(self, glyph: Glyph) -> Spot:
        """The spot of a glyph shaped top to bottom (at 1000 to the em): where PDF's assumed vertical origin must be
        for the glyph to stand where its font wants it."""
        size = self.size
        lift = glyph.dx + self._shaper.advance(self.face, glyph.gid) // 2
        return Spot(glyph.gid, -(glyph.dy + ORIGIN) * size // 1000, lift * size // 1000, self.face, "ttb")

    def find(self, char: str, kind: int) -> Spot | None:
        """The spot of a character, kept; ``None`` if the face does not have it."""
        # the full-width solidus is drawn on a whole em, twice its box (R7)
        drawn = "/" if kind == SOLIDUS and self._shaper.gid(self.face, "/") else char
        if self._vertical:
            spot = self._standing(drawn, kind)
        else:
            gid = self.gid(drawn)
            spot = self.place(gid, kind) if gid else None
        if spot is not None:
            self.known[char, kind] = spot
        return spot

    def place(self, gid: int, kind: int) -> Spot:
        """The place of a glyph in the box of a class."""
        off, lift = self._place(gid, kind)
        size = self.size
        return Spot(gid, (off - self._cut[kind]) * size // 1000, lift * size // 1000, self.face)

    def lift(self, gid: int) -> int:
        """How far a mark of the middle line rises, permille of an em."""
        _left, bottom, _right, top = self._shaper.ink(self.face, gid)
        lift = EM_MIDDLE - (bottom + top) // 2
        return lift if abs(lift) > OFF_MIDDLE else 0

    def _place(self, gid: int, kind: int) -> tuple[int, int]:
        advance = self._shaper.advance(self.face, gid)
        if kind == HAN and advance >= 1000:  # by far the most: no need to know its outline
            return 0, 0
        left, bottom, right, top = self._shaper.ink(self.face, gid)
        middle = (left + right) // 2
        if kind in _FIXED_HALF:
            return 250 - middle, 0 if kind == SOLIDUS else self.lift(gid)
        if kind == CHAIN:
            return 250 - middle, 0
        if kind in (RULE, WAVE, MIDDLE, ELLIPSIS):
            return 500 - middle, self.lift(gid)
        if kind == OPEN and advance < 900:
            return 750 - middle, 0
        if kind == CLOSE and advance < 900:
            return 250 - middle, 0
        if kind in _LEFT_MARKS:
            if not self._mainland and not 400 < middle < 600:
                return 500 - middle, EM_MIDDLE - (bottom + top) // 2 if kind in (COMMA, STOP) else 0
            if self._mainland and (middle > 400 or advance < 900):
                return 250 - middle, 0
        if kind in (IDSPACE, NOTE) or advance >= 1000:
            return 0, 0
        return (1000 - advance) // 2, 0
