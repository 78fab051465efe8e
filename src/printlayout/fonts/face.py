"""Faces, opened: glyphs, shaping, extents, fallback. With ``subset`` the only door to uharfbuzz.

Shaping is done in font units and kept; a size only multiplies. Everything layout asks for again and again (the glyph
of a character, a shaped word) is a look-up the second time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from printlayout.base.diagnostics import NOWHERE, Collector, Span
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass, field
from printlayout.fonts.catalogue import Catalogue, FontFile
from printlayout.fonts.verify import may_embed, verify
from printlayout.model.shaped import Glyph
from printlayout.model.style import Face

if TYPE_CHECKING:
    import uharfbuzz as hb

    from printlayout.model.shaped import Shaper

    def _keeps_the_protocol(fonts: Fonts) -> Shaper:
        return fonts


_Raw = tuple[tuple[int, int, int, int, int], ...]
"""gid, cluster, advance, dx, dy in font units."""

_SCRIPTS = {"zh": "Hani", "yue": "Hani", "ja": "Hani", "ko": "Hang", "ru": "Cyrl", "uk": "Cyrl", "bg": "Cyrl",
            "kk": "Cyrl", "mn": "Cyrl", "el": "Grek"}  # fmt: skip
"""Script of a language's text where it is not Latin; the first subtag decides."""
_EAST_ASIAN = ("Hani", "Hang")

_FEATURES = dict.fromkeys(("halt", "chws", "palt", "vhal", "vchw", "vpal"), False) | dict.fromkeys(
    ("kern", "liga", "locl", "ccmp"), True
)
"""Widths of marks are the business of composition, which needs the full ones to start from."""
_LATIN_FEATURES = _FEATURES | {"pwid": True}


@dataclass(slots=True)
class OpenFace:
    """A face opened with HarfBuzz. ``coordinates`` are the places on the axes of a variable font, all of them."""

    file: FontFile
    face: hb.Face
    font: hb.Font
    upem: int
    coordinates: dict[str, float]
    gids: dict[str, int] = field(default_factory=dict)
    raw: dict[tuple[str, str, bool], _Raw] = field(default_factory=dict)
    shaped: dict[tuple[str, int, str, bool], tuple[Glyph, ...]] = field(default_factory=dict)
    inks: dict[int, tuple[int, int, int, int]] = field(default_factory=dict)

    def gid(self, char: str) -> int:
        """The character's glyph by ``cmap``, 0 if there is none."""
        try:
            return self.gids[char]
        except KeyError:
            gid = self.gids[char] = self.font.get_nominal_glyph(ord(char)) or 0
            return gid

    def permille(self, units: float) -> int:
        """Font units in permille of an em, rounded."""
        return round(units * 1000 / self.upem)


def open_face(file: FontFile, collector: Collector) -> OpenFace | None:
    """Map a font file into memory and open it; ``None`` after ``font.unreadable``, ``font.instance`` or
    ``font.axis``.
    """
    import uharfbuzz as hb

    place: dict[str, float] | None = None
    try:
        face = hb.Face(hb.Blob.from_file_path(str(file.path)), file.index)
        sound = face.glyph_count > 0 and len(face.reference_table("head").data) > 0 and face.upem > 0
        place = _coordinates(face, file, collector) if file.instance or file.axes or face.has_var_data else {}
    except (OSError, MemoryError, ValueError, hb.HarfBuzzError):
        sound = False
    if not sound:
        collector.error("font.unreadable", file.span, face=file.key, file=file.path)
        return None
    if place is None:
        return None
    font = hb.Font(face)
    font.scale = (face.upem, face.upem)
    if place:
        font.set_variations(place)
    return OpenFace(file, face, font, face.upem, place)


def _coordinates(face: hb.Face, file: FontFile, collector: Collector) -> dict[str, float] | None:
    """The place on every axis: default, then the named instance's, then those the catalogue gives."""
    axes = {axis.tag: axis for axis in face.axis_infos}
    place = {tag: axis.default_value for tag, axis in axes.items()}
    if file.instance:
        instances = {face.get_name(one.subfamily_name_id) or "": one for one in face.named_instances}
        chosen = instances.get(file.instance)
        if chosen is None:
            known = ", ".join(instances) or "—"
            collector.error("font.instance", file.span, face=file.key, instance=file.instance, known=known)
            return None
        place.update(zip(axes, chosen.design_coords, strict=True))
    for tag, value in file.axes:
        axis = axes.get(tag)
        if axis is None or not axis.min_value <= value <= axis.max_value:
            known = ", ".join(f"{t} {a.min_value:g}–{a.max_value:g}" for t, a in axes.items()) or "—"
            collector.error("font.axis", file.span, face=file.key, axis=tag, value=f"{value:g}", known=known)
            return None
        place[tag] = value
    return place


class Fonts:
    """The :class:`~printlayout.model.shaped.Shaper` of a catalogue.

    Call :meth:`check` with the faces of a build first; a face that is unknown or unusable when layout asks for it is
    a programmer's error (``LookupError``). Faces may be named by any alias.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._collector = Collector()
        self._by_key: dict[str, OpenFace | None] = {}
        self._by_face: dict[Face, OpenFace] = {}
        self._fallbacks: dict[tuple[Face, str], Face | None] = {}

    def check(self, faces: Iterable[Face], collector: Collector, spans: Mapping[Face, Span] | None = None) -> None:
        """Open every face, verify its bytes and its right to be embedded, and tell what is wrong: ``font.…``.

        ``spans`` says where a face was named. Faces that only fallback leads to are opened, and told about, when
        they are needed: ``collector`` is kept for that.
        """
        self._collector = collector
        # What failed before is tried, and told, again: it may have been installed since.
        self._by_key = {key: opened for key, opened in self._by_key.items() if opened is not None}
        for face in faces:
            file = self.catalogue.resolve(face)
            if file is None:
                self.catalogue.explain(face, collector, (spans or {}).get(face, NOWHERE))
            else:
                self._admit(file)

    def font_file(self, key: str) -> FontFile:
        """The file of a face by its key (``宋-900``), for subsetting. :raises LookupError: if there is none."""
        family, _, weight = key.rpartition("-")
        file = self.catalogue.resolve(Face(family, int(weight))) if weight.isdecimal() else None
        if file is None:
            raise LookupError(key)
        return file

    def canonical(self, face: Face) -> Face:
        """The face under the family's first name, at the weight there is."""
        return self.catalogue.canonical(face)

    def gid(self, face: Face, char: str) -> int:
        """See :meth:`Shaper.gid`."""
        opened = self._by_face.get(face) or self._open(face)
        return opened.gids.get(char) or opened.gid(char)

    def shape(self, face: Face, text: str, size: Mpt, lang: str, vertical: bool = False) -> tuple[Glyph, ...]:
        """See :meth:`Shaper.shape`. ``dx, dy`` lead from the pen to the glyph's horizontal origin, vertically too,
        where the pen stands at the middle of the top of the glyph's box.
        """
        opened = self._by_face.get(face) or self._open(face)
        key = (text, size, lang, vertical)
        shaped = opened.shaped.get(key)
        if shaped is None:
            raw = opened.raw.get((text, lang, vertical))
            if raw is None:
                raw = opened.raw[text, lang, vertical] = _shape(opened, text, lang, vertical)
            twice, upem = 2 * size, opened.upem
            whole = 2 * upem
            # Rounded to the nearest in whole numbers, so that a machine's floating point has no say.
            shaped = opened.shaped[key] = tuple(
                Glyph(gid, cluster, (advance * twice + upem) // whole)
                if not (dx or dy)
                else Glyph(
                    gid,
                    cluster,
                    (advance * twice + upem) // whole,
                    (dx * twice + upem) // whole,
                    (dy * twice + upem) // whole,
                )
                for gid, cluster, advance, dx, dy in raw
            )
        return shaped

    def ink(self, face: Face, gid: int) -> tuple[int, int, int, int]:
        """See :meth:`Shaper.ink`; all zero for a blank glyph."""
        opened = self._by_face.get(face) or self._open(face)
        found = opened.inks.get(gid)
        if found is None:
            box = opened.font.get_glyph_extents(gid)
            left, top = (box.x_bearing, box.y_bearing) if box else (0, 0)
            right, bottom = (left + box.width, top + box.height) if box else (0, 0)
            scaled = [opened.permille(units) for units in (left, bottom, right, top)]
            found = opened.inks[gid] = (scaled[0], scaled[1], scaled[2], scaled[3])
        return found

    def advance(self, face: Face, gid: int) -> int:
        """See :meth:`Shaper.advance`."""
        opened = self._by_face.get(face) or self._open(face)
        return opened.permille(opened.font.get_glyph_h_advance(gid))

    def fallback(self, face: Face, char: str) -> Face | None:
        """See :meth:`Shaper.fallback`; the face itself if it has the character. A face that cannot be used is passed
        over: not installed in silence, anything else with its finding.
        """
        key = (face, char)
        if key not in self._fallbacks:
            self._fallbacks[key] = self._find(face, char)
        return self._fallbacks[key]

    def _find(self, face: Face, char: str) -> Face | None:
        for file in self.catalogue.chain(face):
            opened = self._admit(file) if file.path.exists() else None
            if opened is not None and opened.gid(char):
                return file.face
        return None

    def _admit(self, file: FontFile) -> OpenFace | None:
        """Verify and open a file once."""
        if file.key not in self._by_key:
            opened = open_face(file, self._collector) if verify(file, self._collector) else None
            if opened is not None and not may_embed(opened.face.reference_table("OS/2").data, file, self._collector):
                opened = None
            self._by_key[file.key] = opened
        return self._by_key[file.key]

    def _open(self, face: Face) -> OpenFace:
        file = self.catalogue.resolve(face)
        opened = self._admit(file) if file is not None else None
        if opened is None:
            raise LookupError(f"the face {face.key} cannot be used; Fonts.check tells why")
        self._by_face[face] = opened
        return opened


def _shape(opened: OpenFace, text: str, lang: str, vertical: bool) -> _Raw:
    """Shape with HarfBuzz, in font units; ``advance`` is positive in the direction of writing."""
    import uharfbuzz as hb

    if not text:
        return ()
    script = _SCRIPTS.get(lang.partition("-")[0].lower(), "Latn")
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "ttb" if vertical else "ltr"
    buffer.script = script
    buffer.language = lang
    hb.shape(opened.font, buffer, _FEATURES if script in _EAST_ASIAN else _LATIN_FEATURES)
    return tuple(
        (info.codepoint, info.cluster, -at.y_advance if vertical else at.x_advance, at.x_offset, at.y_offset)
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )
