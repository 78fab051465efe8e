"""Shaped text and the protocol of what shapes it. Layout needs glyphs, not fonts."""

from __future__ import annotations

from typing import Protocol

from printlayout.base.units import Mpt
from printlayout.base.value import dataclass
from printlayout.model.style import Face


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph of a shaped string. ``gid`` in the face's own numbering; ``cluster`` is the index of the first
    character it stands for; ``advance``, ``dx``, ``dy`` in milli-points (dy upwards)."""

    gid: int
    cluster: int
    advance: Mpt
    dx: Mpt = 0
    dy: Mpt = 0


class Shaper(Protocol):
    """What layout asks of fonts. A face is named by its key; a face it does not know is a programmer's error."""

    def gid(self, face: Face, char: str) -> int:
        """Glyph of a character in the Chinese face, without features; 0 if the face has none."""

    def shape(self, face: Face, text: str, size: Mpt, lang: str, vertical: bool = False) -> tuple[Glyph, ...]:
        """Shape a string in one face with HarfBuzz at ``size``: kerning, ligatures and the language's local forms
        (``locl``) on; ``halt``, ``chws``, ``palt`` and their vertical kin off. Missing glyphs come as gid 0.

        For Latin languages proportional forms (``pwid``) are chosen; for Chinese, full-width ones where the font
        has them by ``locl``. ``vertical`` shapes top to bottom with ``vert``; advances are then downward, positive.
        """

    def ink(self, face: Face, gid: int) -> tuple[int, int, int, int]:
        """Extents of a glyph's outline in permille of an em: left, bottom, right, top from its origin."""

    def advance(self, face: Face, gid: int) -> int:
        """Horizontal advance in permille of an em."""

    def fallback(self, face: Face, char: str) -> Face | None:
        """The first face along the declared chain that has the character; ``None`` if none has."""
