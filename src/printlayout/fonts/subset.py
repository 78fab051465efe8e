"""Cuts a face down to the glyphs a file uses. HarfBuzz does it in milliseconds."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from printlayout.base.diagnostics import Collector, Fault, Finding, Severity
from printlayout.fonts.catalogue import FontFile
from printlayout.fonts.cff import read_cff
from printlayout.fonts.face import OpenFace, open_face
from printlayout.model.embedding import Subset

if TYPE_CHECKING:
    import uharfbuzz as hb

_KEPT = ("glyf", "loca", "head", "hhea", "hmtx", "maxp", "CFF ", "CFF2")
"""All a PDF reader needs: glyphs are named by number, so no cmap; placed by us, so no layout tables."""
_SYMBOLIC, _ITALIC = 4, 64


class FontFault(Fault, ValueError):
    """A font that opened, and cannot be cut down; or glyphs were asked for that it has not."""


def subset(file: FontFile, gids: Iterable[int]) -> Subset:
    """The font program with the given glyphs and ``.notdef``. The same glyphs of the same file give the same bytes.

    The parts of composite glyphs come along without a CID of their own. A variable font is pinned to its place on all
    axes. :raises FontFault: if the file cannot be opened any more or HarfBuzz refuses it.
    """
    try:
        return _cut(file, gids)
    except (ValueError, RuntimeError, MemoryError, OverflowError, IndexError, KeyError) as fault:
        args = {"face": file.key, "file": str(file.path)}
        raise FontFault(Finding("font.unreadable", Severity.ERROR, file.span, args)) from fault


def _cut(file: FontFile, gids: Iterable[int]) -> Subset:
    import uharfbuzz as hb

    opened = open_face(file, Collector())
    if opened is None:
        raise ValueError(f"{file.key}: {file.path} cannot be opened")
    wanted = sorted({0, *gids})
    plan = hb.SubsetPlan(opened.face, _input(opened, wanted))
    made = plan.execute()
    old_to_new = dict(plan.old_to_new_glyph_mapping.items())
    if made is None or any(gid not in old_to_new for gid in wanted):
        raise ValueError(f"{file.key}: glyphs missing from {file.path}")
    if "CFF " in made.table_tags:
        kind = "cff"
        program = bytes(made.reference_table("CFF ").data)
        facts = read_cff(program)
        by_new = facts.cids if facts.cid_keyed else range(len(facts.cids))
        own = facts.widths
    else:
        kind = "truetype"
        program = bytes(made.blob.data)
        by_new = range(made.glyph_count)
        own = ()
    cids: dict[int, int] = {}
    widths: dict[int, int] = {}
    metrics = hb.Font(made)
    metrics.scale = (opened.upem, opened.upem)
    for gid in wanted:
        new = old_to_new[gid]
        cids[gid] = cid = by_new[new]
        width = own[new] if own else None
        widths[cid] = opened.permille(metrics.get_glyph_h_advance(new) if width is None else width)
    return _described(opened, program, kind, cids, widths)


def _input(opened: OpenFace, wanted: list[int]) -> hb.SubsetInput:
    import uharfbuzz as hb

    flags = hb.SubsetFlags
    what = hb.SubsetInput()
    # DESUBROUTINIZE touches CFF only: without subroutines its widths can be read, and it deflates no worse.
    what.flags = (
        flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE | flags.DESUBROUTINIZE | flags.DOWNGRADE_CFF2
    )
    what.glyph_set.update(wanted)
    # Pinning needs the tables that say how the font varies; HarfBuzz drops them itself when all axes are pinned.
    kept = (*_KEPT, "fvar", "avar", "gvar", "HVAR") if opened.coordinates else _KEPT
    for tag in opened.face.table_tags:
        if tag not in kept:
            what.drop_table_tag_set.add(int.from_bytes(tag.encode("latin-1"), "big"))
    for tag, value in opened.coordinates.items():
        what.pin_axis_location(opened.face, tag, value)
    return what


def _described(opened: OpenFace, program: bytes, kind: str, cids: dict[int, int], widths: dict[int, int]) -> Subset:
    """The subset with what a PDF's font descriptor says about it."""
    face = opened.face
    head, os2, post = (bytes(face.reference_table(tag).data) for tag in ("head", "OS/2", "post"))
    box = tuple(opened.permille(_signed(head, at)) for at in (36, 38, 40, 42))
    extents = opened.font.get_font_extents("ltr")
    ascent, descent = opened.permille(extents.ascender), opened.permille(extents.descender)
    cap = opened.permille(_signed(os2, 88)) if len(os2) >= 90 and int.from_bytes(os2[:2], "big") >= 2 else 0
    angle = round(int.from_bytes(post[4:8], "big", signed=True) / 65536)
    weight = int(opened.coordinates.get("wght", 0)) or int.from_bytes(os2[4:6], "big") or opened.file.weight
    return Subset(
        program=program,
        kind=kind,
        cids=cids,
        widths=dict(sorted(widths.items())),
        name=_name(opened),
        tag=_tag(program),
        ascent=ascent,
        descent=descent,
        cap_height=cap or ascent,
        italic_angle=angle,
        # No font file tells the width of its stems; readers use it for stand-in fonts only. The usual guess.
        stem_v=round(50 + (weight / 65) ** 2),
        flags=_SYMBOLIC | (_ITALIC if angle else 0),
        bbox=(box[0], box[1], box[2], box[3]),
    )


def _signed(table: bytes, at: int) -> int:
    return int.from_bytes(table[at : at + 2], "big", signed=True)


def _name(opened: OpenFace) -> str:
    """PostScript name, made of the letters such a name may have; that of a variable font says where it is pinned."""
    import uharfbuzz as hb

    name = opened.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or ""
    name = re.sub(r"[^A-Za-z0-9._-]", "", name)
    if not name:
        # A name of Chinese characters alone leaves nothing a PDF name should hold; the file's hash is as good.
        name = f"Font{opened.file.sha256[:8] or opened.file.weight}"
    if opened.coordinates:
        name += "-" + "-".join(f"{tag}{value:g}" for tag, value in sorted(opened.coordinates.items()))
    return name[:63]


def _tag(program: bytes) -> str:
    """Six capital letters from the program's hash."""
    number = int.from_bytes(hashlib.sha256(program).digest()[:8], "big")
    letters = ""
    for _ in range(6):
        number, letter = divmod(number, 26)
        letters += chr(65 + letter)
    return letters
