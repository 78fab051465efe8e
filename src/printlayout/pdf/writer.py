"""Finished pages to the bytes of a PDF file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from printlayout.base.geometry import Rect
from printlayout.images import PictureFault, Prepared, prepare
from printlayout.model.display import DisplayList, Glyphs, Image
from printlayout.pdf.content import STATES, PictureUse, content
from printlayout.pdf.fonts import FaceUse, FontSource, directions_of, embed, glyph_texts
from printlayout.pdf.metadata import Meta, info, xmp
from printlayout.pdf.objects import Dict, Name, Ref, Value, box, text_string

if TYPE_CHECKING:
    from printlayout.pdf.container import Container
    from printlayout.pdf.pictures import Pictures

_TREE = "page tree"


def write(pages: Sequence[DisplayList], fonts: FontSource, meta: Meta) -> bytes:
    """The PDF of some pages: one for the press, or many for a proof. The same pages give the same bytes.

    :raises PictureFault: if a picture that looked sound can't be read after all; the finding names its place.
    """
    from printlayout.pdf.container import Container
    from printlayout.pdf.pictures import Pictures

    container = Container()
    faces: dict[str, FaceUse] = {}
    face_refs: dict[str, Ref] = {}
    for place, (face, says) in enumerate(glyph_texts(pages).items(), 1):
        subset = fonts.subset(face, frozenset(says))
        refs, faces[face] = embed(container, f"F{place}", subset, says, directions_of(pages, face))
        face_refs |= refs
    states: dict[str, Ref] = {name: container.put(state) for name, state in STATES.items()}
    pictures = Pictures(container)
    placed = _embed_pictures(pages, pictures)
    kids: list[Value] = [
        _page(container, page, faces, face_refs, states, pictures, {path: placed[path] for path in _paths(page)})
        for page in pages
    ]
    container.put({"Type": Name("Pages"), "Kids": kids, "Count": len(kids)}, _TREE)
    about = container.put(info(meta))
    # Uncompressed, so that it is found without a PDF reader (ISO 32000-1 14.3.2).
    packet = xmp(meta, container.fingerprint())
    metadata = container.stream(packet, {"Type": Name("Metadata"), "Subtype": Name("XML")}, compress=False)
    root = container.put(
        {
            "Type": Name("Catalog"),
            "Pages": Ref(_TREE),
            "PageLabels": _labels(pages),
            "Metadata": metadata,
            "Lang": text_string(meta.lang),
        }
    )
    return container.finish(root, about)


def _page(
    container: Container,
    page: DisplayList,
    faces: dict[str, FaceUse],
    face_refs: dict[str, Ref],
    states: dict[str, Ref],
    pictures: Pictures,
    placed: dict[str, PictureUse],
) -> Ref:
    used = {
        faces[item.face].name(item.direction)
        for group in page.groups
        for item in group.items
        if isinstance(item, Glyphs) and item.gids
    }
    resources: dict[str, Value] = {"ExtGState": dict(states)}
    if used:
        resources["Font"] = {name: face_refs[name] for name in sorted(used)}
    if placed:
        resources["XObject"] = pictures.resources(list(placed.values()))
    return container.put(
        _boxes(page)
        | {
            "Type": Name("Page"),
            "Parent": Ref(_TREE),
            "Resources": resources,
            "Contents": container.stream(content(page, faces, placed)),
        }
    )


def _boxes(page: DisplayList) -> dict[str, Value]:
    """The page boxes (ISO 32000-1 14.11.2). The sheet begins at 0, 0, not at the trim: some RIPs mistrust negative
    corners. No CropBox: ISO 15930-7 lets viewers show nothing but the whole.
    """
    sheet = box(Rect(0, 0, page.width + 2 * page.bleed, page.height + 2 * page.bleed))
    trim = box(Rect(page.bleed, page.bleed, page.width, page.height))
    return {"MediaBox": sheet, "BleedBox": sheet, "TrimBox": trim}


def _labels(pages: Sequence[DisplayList]) -> Dict:
    """Page labels (ISO 32000-1 12.4.2): folios, with an entry wherever they don't count on by one."""
    numbers: list[Value] = []
    expected: int | None = None
    for index, page in enumerate(pages):
        if page.number != expected:
            numbers += [index, {"S": Name("D"), "St": max(page.number, 1)}]
        expected = page.number + 1
    return {"Nums": numbers}


def _paths(page: DisplayList) -> list[str]:
    """The picture files of a page, in the order of first use."""
    return list(dict.fromkeys(item.path for group in page.groups for item in group.items if isinstance(item, Image)))


def _embed_pictures(pages: Sequence[DisplayList], pictures: Pictures) -> dict[str, PictureUse]:
    placed: dict[str, PictureUse] = {}
    for page in pages:
        for group in page.groups:
            for item in group.items:
                if isinstance(item, Image) and item.path not in placed:
                    placed[item.path] = pictures.embed(_prepared(page, item))
    return placed


def _prepared(page: DisplayList, image: Image) -> Prepared:
    try:
        return prepare(image.path)
    except PictureFault as fault:
        span = page.sources[image.src] if 0 <= image.src < len(page.sources) else fault.finding.span
        raise PictureFault(replace(fault.finding, span=span)) from fault
