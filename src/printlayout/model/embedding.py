"""A face cut down to the glyphs a file uses: what the rooms ``fonts`` and ``pdf`` pass between them."""

from __future__ import annotations

from printlayout.base.value import dataclass


@dataclass(frozen=True, slots=True)
class Subset:
    """A font program with only the glyphs used, ready to be embedded.

    ``kind`` is ``truetype`` (an sfnt with glyf; CID = glyph index of ``program``, ``CIDToGIDMap`` Identity) or ``cff``
    (a bare ``CFF`` table; a CID-keyed program's CIDs are those of its own charset, never the glyph index; a
    name-keyed program's CIDs are its glyph indices, ISO 32000-1 9.7.4.2). Metrics are permille of an em.
    """

    program: bytes
    kind: str
    cids: dict[int, int]
    """Glyph id in the face, as display lists name it, to CID. Glyph 0 (.notdef) maps to CID 0."""
    widths: dict[int, int]
    """CID to advance as the program has it (hmtx, or the charstring for bare CFF), rounded to permille of an em."""
    name: str
    """PostScript name without tag."""
    tag: str
    """Six capital letters from the content of the subset (ISO 32000-1 9.6.4)."""
    ascent: int
    descent: int
    """Negative for a font that goes below the baseline."""
    cap_height: int
    italic_angle: int
    stem_v: int
    flags: int
    """ISO 32000-1 table 123; 4 (symbolic) for a composite font."""
    bbox: tuple[int, int, int, int]
