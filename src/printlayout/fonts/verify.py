"""Whether a font file is there, is the one the catalogue names, and may be embedded."""

from __future__ import annotations

from printlayout.base.diagnostics import Collector
from printlayout.fonts.cache import known_hash, origin
from printlayout.fonts.catalogue import FontFile

_RIGHTS = 0x000E
"""Bits of OS/2 fsType of which the most permissive set one counts (restricted, preview & print, editable)."""
_RESTRICTED = 0x0002
_NO_SUBSETTING = 0x0100
_BITMAPS_ONLY = 0x0200


def verify(file: FontFile, collector: Collector) -> bool:
    """Whether the file's bytes are the catalogue's; otherwise a finding: ``font.missing``, ``font.missing-file``,
    ``font.hash``, and the warning ``font.unpinned`` for a face without hash.
    """
    # What was made from a woff has a hash of its own, recorded when it was made.
    made = file.package is not None and file.member.lower().endswith((".woff", ".woff2"))
    expected = origin(file.path) if made else file.sha256
    try:
        found = known_hash(file.path)
    except OSError:
        if file.package is not None:
            collector.error("font.missing", face=file.key)
        else:
            collector.error("font.missing-file", file.span, face=file.key, file=file.path)
        return False
    if made and not expected:
        collector.error("font.missing", face=file.key)
        return False
    if not expected:
        collector.warn("font.unpinned", file.span, face=file.key, sha256=found)
        return True
    if found != expected:
        collector.error("font.hash", file.span, face=file.key, file=file.path, sha256=found)
        return False
    return True


def may_embed(os2: bytes, file: FontFile, collector: Collector) -> bool:
    """Whether the font's own rights (``fsType`` of its ``OS/2`` table) permit a subset of its outlines in a PDF;
    otherwise ``font.embedding`` or ``font.subsetting``. A font without the table forbids nothing.
    """
    fstype = int.from_bytes(os2[8:10], "big")
    code = ""
    if fstype & _RIGHTS == _RESTRICTED or fstype & _BITMAPS_ONLY:
        code = "font.embedding"
    elif fstype & _NO_SUBSETTING:
        code = "font.subsetting"
    if code:
        collector.error(code, file.span, face=file.key, fstype=f"0x{fstype:04X}")
    return not code
