"""Checks of a file's bytes and objects: header, end, cross references, filters, boxes, what has no place in it."""

from __future__ import annotations

import re

from printlayout.preflight.case import Case
from printlayout.preflight.reader import Name, Stream, Value, numbers

_HEADER = re.compile(rb"%PDF-([12]\.[0-9])[\r\n]")
VERSIONS = {"X-4": "1.6", "X-1a": "1.4"}
_SLACK = 0.01
"""Points by which boxes may miss each other: rounding."""


def check_structure(case: Case) -> None:
    """Everything that needs no look into content streams."""
    _bytes(case)
    _boxes(case)
    _objects(case)


def _bytes(case: Case) -> None:
    data, pdf = case.pdf.bytes, case.pdf
    head = _HEADER.match(data)
    if head is None:
        case.tell("preflight.file-header")
    else:
        second = data[head.end() :].lstrip(b"\r\n")[:6]
        if not second.startswith(b"%") or sum(byte > 127 for byte in second[1:5]) < 4:
            case.tell("preflight.file-binary")
    said = pdf.get(pdf.root.get("Version"))
    version = max(pdf.version, str(said) if isinstance(said, Name) else "")
    if version > VERSIONS[case.standard]:
        case.tell("preflight.file-version", found=version, standard=case.label, most=VERSIONS[case.standard])
    if not data.rstrip(b"\r\n").endswith(b"%%EOF"):
        case.tell("preflight.file-end")
    if pdf.encrypted:
        case.tell("preflight.file-encrypted")
    identity = pdf.array(pdf.trailer.get("ID"))
    if len(identity) != 2 or not all(isinstance(part, bytes) and part for part in identity):
        case.tell("preflight.file-id")
    if (case.x1a and b"/ObjStm" in data) or (case.x1a and re.search(rb"/Type\s*/XRef\b", data)):
        case.tell("preflight.file-compressed")
    if pdf.damage:
        case.tell("preflight.file-xref", reason=pdf.damage[0])


# -- page boxes ---------------------------------------------------------------------------------------------------


def _boxes(case: Case) -> None:
    pdf = case.pdf
    for place, (number, page) in enumerate(pdf.pages(), 1):
        where = case.where(place, number)
        boxes = {key: _box(case, page.get(key)) for key in ("MediaBox", "BleedBox", "TrimBox", "ArtBox")}
        if boxes["MediaBox"] is None:
            case.tell("preflight.page-no-box", **where, box="MediaBox")
        if boxes["TrimBox"] and boxes["ArtBox"]:
            case.tell("preflight.page-two-boxes", **where)
        elif not boxes["TrimBox"] and not boxes["ArtBox"]:
            case.tell("preflight.page-no-box", **where, box="TrimBox")
        finished = "TrimBox" if boxes["TrimBox"] else "ArtBox"
        for inner, outer in ((finished, "BleedBox"), (finished, "MediaBox"), ("BleedBox", "MediaBox")):
            if not _within(boxes[inner], boxes[outer]):
                case.tell("preflight.page-boxes", **where, inner=inner, outer=outer)
                break
        for key in ("UserUnit", "Rotate", "CropBox"):
            value = pdf.get(page.get(key))
            if value is not None and value != {"UserUnit": 1, "Rotate": 0}.get(key):
                case.tell("preflight.page-key", **where, key=key)


def _box(case: Case, value: Value) -> tuple[float, ...] | None:
    box = numbers(case.pdf.array(value), 4)
    if box is None:
        return None
    return min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])


def _within(inner: tuple[float, ...] | None, outer: tuple[float, ...] | None) -> bool:
    if inner is None or outer is None:
        return True
    return (
        inner[0] >= outer[0] - _SLACK
        and inner[1] >= outer[1] - _SLACK
        and inner[2] <= outer[2] + _SLACK
        and inner[3] <= outer[3] + _SLACK
    )


# -- objects ------------------------------------------------------------------------------------------------------


def _objects(case: Case) -> None:
    pdf = case.pdf
    by_object = {number: place for place, (number, _) in enumerate(pdf.pages(), 1)}
    for number, key, value in pdf.walk():
        entries = value.dict if isinstance(value, Stream) else value
        if not isinstance(entries, dict):
            continue
        where = case.where(by_object.get(number, 0), number)
        if isinstance(value, Stream):
            _stream(case, value, where)
        _forbidden(case, key, entries, where)
    for place, (_, page) in enumerate(pdf.pages(), 1):
        _annotations(case, place, page)
    for page_number, stream in case.facts.opi:
        case.tell("preflight.opi", **case.where(page_number, stream))
    for page_number, stream in case.facts.postscript:
        case.tell("preflight.postscript", **case.where(page_number, stream))
    for page_number, stream, reason in case.facts.broken:
        case.tell("preflight.file-unchecked", **case.where(page_number, stream), reason=reason)


def _stream(case: Case, stream: Stream, where: dict[str, str]) -> None:
    filters = case.pdf.get(stream.dict.get("Filter"))
    for name in map(str, case.pdf.array(filters) if isinstance(filters, list) else [filters]):
        if name in ("LZWDecode", "Crypt") or (case.x1a and name in ("JBIG2Decode", "JPXDecode")):
            case.tell("preflight.file-filter", **where, filter=name)
    if "F" in stream.dict:
        case.tell("preflight.file-external", **where)
    if case.x1a and stream.dict.get("Subtype") == "Image" and case.pdf.get(stream.dict.get("BitsPerComponent")) == 16:
        case.tell("preflight.file-filter", **where, filter="16 bit")


def _is_action(key: str, entries: dict[str, Value]) -> bool:
    if key == "OpenAction":
        return True
    return (
        key in ("A", "Next", "U", "D", "E", "X", "O", "C", "WC", "WS", "DS", "WP", "DP")
        and "S" in entries
        and (entries["S"] in _ACTIONS)
    )


_ACTIONS = {"GoTo", "GoToR", "GoToE", "Launch", "Thread", "URI", "Sound", "Movie", "Hide", "Named", "SubmitForm",
            "ResetForm", "ImportData", "JavaScript", "SetOCGState", "Rendition", "Trans", "GoTo3DView"}  # fmt: skip


def _forbidden(case: Case, key: str, entries: dict[str, Value], where: dict[str, str]) -> None:
    get = case.pdf.get
    kind, form = get(entries.get("Type")), get(entries.get("Subtype"))
    if entries.get("S") == "JavaScript" or key == "JavaScript" or "JS" in entries:
        case.tell("preflight.active", **where, what="JavaScript")
    elif _is_action(key, entries):
        case.tell("preflight.active", **where, what=str(get(entries.get("S")) or key))
    if "OPI" in entries:
        case.tell("preflight.opi", **where)
    if form == "PS" or (form == "Form" and get(entries.get("Subtype2")) == "PS"):
        case.tell("preflight.postscript", **where)
    if form == "Form" and "Ref" in entries:
        case.tell("preflight.reference", **where)
    if form == "Image" and "Alternates" in entries:
        case.tell("preflight.alternate-image", **where)
    if kind == "ExtGState" or key == "ExtGState" or {"OPM", "BM", "op"} & entries.keys():
        if "TR" in entries:
            case.tell("preflight.transfer", **where, what="TR")
        if "TR2" in entries and get(entries["TR2"]) != "Default":
            case.tell("preflight.transfer", **where, what="TR2")
        if "HTP" in entries:
            case.tell("preflight.halftone", **where)
    if kind == "Halftone" and "TransferFunction" in entries:
        case.tell("preflight.transfer", **where, what="TransferFunction")
    if case.x1a and (kind == "EmbeddedFile" or key == "EmbeddedFiles"):
        case.tell("preflight.attachment", **where)
    if case.x1a and ("OCProperties" in entries or kind in ("OCG", "OCMD")) and key != "OCProperties":
        case.tell("preflight.layers", **case.where())


def _annotations(case: Case, place: int, page: dict[str, Value]) -> None:
    pdf = case.pdf
    bleed = _box(case, page.get("BleedBox") or page.get("TrimBox") or page.get("MediaBox"))
    for annotation in map(pdf.mapping, pdf.array(page.get("Annots"))):
        kind = str(pdf.get(annotation.get("Subtype")))
        rect = _box(case, annotation.get("Rect"))
        if kind == "PrinterMark" or kind == "TrapNet":
            continue
        if rect is None or bleed is None or _touch(rect, bleed):
            case.tell("preflight.annotation", **case.where(place), kind=kind)
    if "AA" in page:
        case.tell("preflight.active", **case.where(place), what="AA")


def _touch(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
