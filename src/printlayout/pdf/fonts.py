"""Faces in the file: composite fonts with Identity-H, their widths, and what each glyph says.

Every font is a Type0 over one CIDFont (ISO 32000-1 9.7), embedded (as ISO 15930-7 demands), its codes being CIDs of two
bytes. What a glyph says (ToUnicode, 9.10.3) is taken from the display lists, that is from the story, not from the
font's own table: that one doesn't know which of two characters with one glyph was meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Protocol

from printlayout.base.value import dataclass
from printlayout.model.display import DisplayList, Glyphs
from printlayout.model.embedding import Subset
from printlayout.pdf.objects import Dict, Name, Raw, Ref, Value, ascii_string

if TYPE_CHECKING:
    from printlayout.pdf.container import Container

DEFAULT_WIDTH = 1000
"""DW: Han is one em wide, so that W tells of the others only."""
SILENT = "\u200b"
"""What a glyph says that only ever follows another glyph of its cluster: nothing, in a form readers know. An empty
string isn't allowed for, and readers differ on a glyph left out."""
LONGEST = 128
"""Characters ToUnicode may say at once (9.10.3 allows 512 bytes of UTF-16)."""


class FontSource(Protocol):
    """Where subsets come from."""

    def subset(self, face_key: str, gids: frozenset[int]) -> Subset:
        """The face of that key, cut down to these glyphs (and .notdef)."""


@dataclass(frozen=True, slots=True)
class FaceUse:
    """A face as content streams use it. ``codes``: glyph to its code in hexadecimal. ``advances``: glyph to its
    width as the file declares it, in ten-thousandths of an em. ``says``: glyph to its text by ToUnicode.
    """

    resource: str
    codes: Mapping[int, str]
    advances: Mapping[int, int]
    says: Mapping[int, str]

    def name(self, mode: str) -> str:
        """The name of the face in content streams, by :func:`mode_of`: upright vertical text has a font of its own
        (Identity-V), and so have glyphs that say nothing."""
        return self.resource + mode


def mode_of(run: Glyphs) -> str:
    """How a run uses its face: V for upright vertical text; S for glyphs that say nothing, whose font's ToUnicode
    says so too, since not every reader heeds artifacts and ActualText."""
    return "V" * (run.direction == "ttb") + "S" * run.silent


def glyph_texts(pages: Iterable[DisplayList]) -> dict[str, dict[int, str]]:
    """For every face the glyphs used and what each says.

    The first text a glyph stands for *alone* wins; a text it shares with further glyphs of its cluster is taken only
    if there is no other. Where a glyph means something else than what is kept here, the content stream says so.
    """
    alone: dict[str, dict[int, str]] = {}
    shared: dict[str, dict[int, str]] = {}
    for run in runs(pages):
        single = alone.setdefault(run.face, {})
        cluster = shared.setdefault(run.face, {})
        if "" not in run.texts:
            for gid, text in zip(run.gids, run.texts, strict=True):
                if gid not in single:
                    single[gid] = text
            continue
        following = (*run.texts[1:], "-")
        for gid, text, after in zip(run.gids, run.texts, following, strict=True):
            known = single if text and after else cluster
            if not known.get(gid):
                known[gid] = text
    said: dict[str, dict[int, str]] = {}
    for face in sorted(alone):
        texts = {gid: text or SILENT for gid, text in shared[face].items()} | alone[face]
        said[face] = {gid: texts[gid] if len(texts[gid]) <= LONGEST else SILENT for gid in sorted(texts)}
    return said


def modes_of(pages: Iterable[DisplayList], face: str) -> list[str]:
    """The ways a face is used, see :func:`mode_of`."""
    return sorted({mode_of(run) for run in runs(pages) if run.face == face})


def runs(pages: Iterable[DisplayList]) -> Iterator[Glyphs]:
    """Every run of glyphs, in reading order."""
    for page in pages:
        for group in page.groups:
            for item in group.items:
                if isinstance(item, Glyphs) and item.gids:
                    yield item


def embed(
    container: Container, resource: str, subset: Subset, says: Mapping[int, str], modes: Iterable[str] = ("",)
) -> tuple[dict[str, Ref], FaceUse]:
    """Put a face into the file, once for every one of its ``modes`` (one program for all). Returns the fonts by the
    names pages call them by.
    """
    tagged = f"{subset.tag}+{subset.name}"
    truetype = subset.kind == "truetype"
    if truetype:
        program = container.stream(subset.program, {"Length1": len(subset.program)})
    else:
        # A bare CFF table, not an OpenType wrapper: PDF/X-1a knows no other, and every RIP reads it.
        program = container.stream(subset.program, {"Subtype": Name("CIDFontType0C")})
    cidfont: dict[str, Value] = {
        "Type": Name("Font"),
        "Subtype": Name("CIDFontType2" if truetype else "CIDFontType0"),
        "BaseFont": Name(tagged),
        "CIDSystemInfo": _IDENTITY,
        "FontDescriptor": container.put(_descriptor(subset, tagged, "FontFile2" if truetype else "FontFile3", program)),
        "DW": DEFAULT_WIDTH,
    }
    if widths := width_array(subset.widths):
        cidfont["W"] = Raw(widths)
    if truetype:
        cidfont["CIDToGIDMap"] = Name("Identity")
    descendant = container.put(cidfont)
    use = FaceUse(
        resource,
        {gid: f"{subset.cids[gid]:04X}" for gid in says},
        {gid: 10 * subset.widths[subset.cids[gid]] for gid in says},
        says,
    )
    refs: dict[str, Ref] = {}
    unicode: dict[bool, Ref] = {}
    for mode in modes:
        writing, silent = "V" if "V" in mode else "H", "S" in mode
        if silent not in unicode:
            said = {subset.cids[gid]: SILENT if silent else text for gid, text in says.items()}
            unicode[silent] = container.stream(to_unicode(said))
        refs[use.name(mode)] = container.put(
            {
                "Type": Name("Font"),
                "Subtype": Name("Type0"),
                # ISO 32000-1 table 121: over a CIDFontType0 the name of the CMap is added.
                "BaseFont": Name(tagged if truetype else f"{tagged}-Identity-{writing}"),
                "Encoding": Name(f"Identity-{writing}"),
                "DescendantFonts": [descendant],
                "ToUnicode": unicode[silent],
            }
        )
    return refs, use


_IDENTITY: Dict = {
    "Registry": ascii_string("Adobe"),
    "Ordering": ascii_string("Identity"),
    "Supplement": 0,
}


def _descriptor(subset: Subset, name: str, key: str, program: Ref) -> Dict:
    """The font descriptor (ISO 32000-1 9.8)."""
    return {
        "Type": Name("FontDescriptor"),
        "FontName": Name(name),
        "Flags": subset.flags,
        "FontBBox": list(subset.bbox),
        "ItalicAngle": subset.italic_angle,
        "Ascent": subset.ascent,
        "Descent": subset.descent,
        "CapHeight": subset.cap_height,
        "StemV": subset.stem_v,
        key: program,
    }


def width_array(widths: Mapping[int, int]) -> bytes:
    """The W array (ISO 32000-1 9.7.4.3) without the widths DW tells; three or more equal ones as a range."""
    told = [(cid, width) for cid, width in sorted(widths.items()) if width != DEFAULT_WIDTH]
    parts: list[str] = []
    row: list[int] = []
    start = at = 0
    while at < len(told):
        cid, width = told[at]
        end = at
        while end + 1 < len(told) and told[end + 1] == (told[end][0] + 1, width):
            end += 1
        follows = bool(row) and cid == start + len(row)
        if row and (not follows or end - at >= 2):
            parts.append(f"{start}[{' '.join(map(str, row))}]")
            row = []
        if end - at >= 2:
            parts.append(f"{cid} {told[end][0]} {width}")
            at = end + 1
            continue
        if not row:
            start = cid
        row.append(width)
        at += 1
    if row:
        parts.append(f"{start}[{' '.join(map(str, row))}]")
    return f"[{' '.join(parts)}]".encode("ascii") if parts else b""


def to_unicode(says: Mapping[int, str]) -> bytes:
    """The ToUnicode CMap: every CID's text in UTF-16BE, in blocks of at most 100 (ISO 32000-1 9.10.3)."""
    lines = [f"<{cid:04X}> <{says[cid].encode('utf-16-be').hex().upper()}>" for cid in sorted(says)]
    blocks: list[str] = []
    for first in range(0, len(lines), 100):
        block = lines[first : first + 100]
        blocks.append(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n")
    return (_CMAP_HEAD + "".join(blocks) + _CMAP_TAIL).encode("ascii")


_CMAP_HEAD = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_CMAP_TAIL = """\
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
