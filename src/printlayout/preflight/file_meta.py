"""Checks of what a file says of itself: identification, Info and XMP, and that the two agree."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from printlayout.preflight.case import Case
from printlayout.preflight.reader import Name, Stream, text

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_SPACES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
}
NEEDED = (
    "dc:title", "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "xmpMM:DocumentID", "xmpMM:VersionID",
    "xmpMM:RenditionClass", "pdf:Trapped",
)  # fmt: skip
"""What XMP of PDF/X-4 must hold (ISO 15930-7 6.5)."""
_DATE = re.compile(
    r"D?:?(\d{4})-?(\d\d)?-?(\d\d)?T?(\d\d)?:?(\d\d)?:?(\d\d)?(?:\.\d+)?(Z(?:00'?:?00'?)?|[+-]\d\d'?:?\d\d'?)?"
)


def check_meta(case: Case) -> None:
    """Info, XMP, and the two against each other."""
    pdf = case.pdf
    info = pdf.mapping(pdf.trailer.get("Info"))
    xmp = _xmp(case)
    for key in ("Title", "CreationDate", "ModDate"):
        if not text(pdf.get(info.get(key))):
            case.tell("preflight.meta-info", key=key)
    trapped = pdf.get(info.get("Trapped"))
    if not isinstance(trapped, Name) or trapped not in ("True", "False"):
        case.tell("preflight.meta-trapped", found=text(trapped) or trapped or "—")
    said = text(pdf.get(info.get("GTS_PDFXVersion")))
    found = said if case.x1a else (xmp or {}).get("pdfxid:GTS_PDFXVersion", "")
    wanted = case.label if case.claimed else ""
    if found != wanted and (case.x1a or xmp is not None):
        case.tell("preflight.meta-identification", found=found or "—", standard=wanted or "—")
    if xmp is None:
        return
    pairs: tuple[tuple[str, str, Callable[[str], object]], ...] = (
        ("Title", "dc:title", str),
        ("Author", "dc:creator", str),
        ("Subject", "dc:description", str),
        ("Keywords", "pdf:Keywords", str),
        ("Creator", "xmp:CreatorTool", str),
        ("Producer", "pdf:Producer", str),
        ("CreationDate", "xmp:CreateDate", _moment),
        ("ModDate", "xmp:ModifyDate", _moment),
    )
    for key, name, form in pairs:
        one, other = text(pdf.get(info.get(key))), xmp.get(name, "")
        if one and other and form(one) != form(other):
            case.tell("preflight.meta-differs", key=key, info=one[:60], xmp=other[:60])
    if trapped in ("True", "False") and xmp.get("pdf:Trapped") not in (None, str(trapped)):
        case.tell("preflight.meta-differs", key="Trapped", info=trapped, xmp=xmp["pdf:Trapped"])


def _xmp(case: Case) -> dict[str, str] | None:
    """The XMP packet's properties; ``None`` if there are none to read. X-1a does without."""
    pdf = case.pdf
    stream = pdf.get(pdf.root.get("Metadata"))
    if not isinstance(stream, Stream):
        if not case.x1a:
            _fault(case, "没有", "there is none")
        return None
    if "Filter" in stream.dict:
        _fault(case, "压缩了", "it is compressed")
    try:
        found = parse_xmp(stream.data())
    except ValueError as error:
        _fault(case, f"读不出来（{error}）", f"it can't be read ({error})")
        return None
    if not case.x1a:
        missing = [name for name in NEEDED if not found.get(name)]
        if missing:
            _fault(case, f"缺少 {'、'.join(missing)}", f"it lacks {', '.join(missing)}")
    return found


def _fault(case: Case, zh: str, en: str) -> None:
    case.tell("preflight.meta-xmp", reason_zh=zh, reason_en=en)


def parse_xmp(data: bytes) -> dict[str, str]:
    """The properties of an XMP packet by prefix and name; of lists the first entry. :raises ValueError: if it is none.

    A document type is refused: entities are how small XML becomes large.
    """
    from xml.etree import ElementTree

    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ValueError("document type")
    try:
        root = ElementTree.fromstring(data.strip(b"\0 \r\n"))
    except (ElementTree.ParseError, UnicodeError, LookupError) as error:
        raise ValueError(str(error)[:80]) from error
    found: dict[str, str] = {}
    for description in root.iter(f"{_RDF}Description"):
        for name, value in description.attrib.items():
            _keep(found, name, value)
        for child in description:
            _keep(found, child.tag, _value(child))
    if root.find(f".//{_RDF}Description") is None:
        raise ValueError("rdf:Description")
    return found


def _keep(found: dict[str, str], name: str, value: str) -> None:
    space, _, local = name.removeprefix("{").partition("}")
    if space in _SPACES:
        found.setdefault(f"{_SPACES[space]}:{local}", value.strip())


def _value(element: Any) -> str:
    first = element.find(f".//{_RDF}li")
    return str((first if first is not None else element).text or "")


def _moment(written: str) -> object:
    """A date as seconds of its day count, whichever way it is written; the text itself if it is none."""
    from datetime import datetime, timedelta

    match = _DATE.fullmatch(written.strip())
    if match is None:
        return written
    parts = zip(match.groups()[:6], (0, 1, 1, 0, 0, 0), strict=True)
    year, month, day, hour, minute, second = (int(part or default) for part, default in parts)
    try:
        moment = datetime(year, month, day, hour, minute, second)
    except ValueError:
        return written
    zone = re.sub(r"[':]", "", match[7] or "Z")
    if not zone.startswith("Z"):
        away = timedelta(hours=int(zone[1:3]), minutes=int(zone[3:5]))
        moment = moment - away if zone[0] == "+" else moment + away
    return moment
