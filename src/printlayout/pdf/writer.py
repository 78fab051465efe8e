"""Finished pages to the bytes of a PDF file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from printlayout.base.diagnostics import NOWHERE, Finding, Severity, Span
from printlayout.base.value import replace
from printlayout.images import PictureFault, Prepared, prepare, ready
from printlayout.model.display import DisplayList, Glyphs, Image
from printlayout.pdf.content import PictureUse, content
from printlayout.pdf.fonts import FaceUse, FontSource, embed, glyph_texts, mode_of, modes_of
from printlayout.pdf.forms import embed_forms, placed_items
from printlayout.pdf.inks import STATES, embed_inks, page_spaces
from printlayout.pdf.metadata import Meta, info, xmp
from printlayout.pdf.objects import Dict, Name, Ref, Value, text_string
from printlayout.pdf.standard import PLAIN, X1A, Target, boxes, output_intent

if TYPE_CHECKING:
    from printlayout.pdf.container import Container
    from printlayout.pdf.pictures import Pictures

_TREE = "page tree"
NOTHING: Mapping[str, bytes] = {}
PROFILE_LEVEL = 1
"""zlib level of the output profile: its tables hardly shrink further, and higher levels cost milliseconds a page."""


def write(
    pages: Sequence[DisplayList],
    fonts: FontSource,
    meta: Meta,
    target: Target = PLAIN,
    *,
    plates: Mapping[str, Prepared] | None = None,
    packed: bool = False,
    placed: Mapping[str, bytes] = NOTHING,
) -> bytes:
    """The PDF of some pages: one for the press, or many for a proof. The same pages give the same bytes. With
    ``plates`` the pages are single plates, of black ink alone, to be looked at, and these are their pictures; three in
    one if ``packed`` (:class:`printlayout.pdf.inks.Inks`); ``placed`` are then the plates of placed files, by path.

    :raises PictureFault: if a picture that looked sound can't be read after all, or is not for this standard; the
        finding names its place.
    """
    from printlayout.pdf.container import Container
    from printlayout.pdf.pictures import Pictures

    given: Mapping[str, Prepared]
    pages, given = ready(pages, target.press)
    container = Container(target.version)
    faces: dict[str, FaceUse] = {}
    face_refs: dict[str, Ref] = {}
    for place, (face, says) in enumerate(glyph_texts(pages).items(), 1):
        subset = fonts.subset(face, frozenset(says))
        refs, faces[face] = embed(container, f"F{place}", subset, says, modes_of(pages, face))
        face_refs |= refs
    states: dict[str, Value] = {name: container.put(state) for name, state in STATES.items()}
    inks, spaces = embed_inks(container, pages, target.press)
    if plates is not None:
        inks, given = replace(inks, grey=not packed, packed=packed), plates
    pictures = Pictures(container)
    embedded = _embed_pictures(pages, pictures, target, given)
    forms = embed_forms(container, pages, placed)
    kids: list[Value] = []
    for page in pages:
        mine = {item: forms[item] for item in placed_items(page)}
        here = {path: embedded[path] for path in _paths(page)}
        resources: dict[str, Value] = {"ExtGState": states}
        if used := page_spaces(page, inks, spaces):
            resources["ColorSpace"] = used
        if named := _fonts(page, faces, face_refs):
            resources["Font"] = named
        if here or mine:
            named_forms: dict[str, Value] = {form.use.resource: form.ref for form in mine.values()}
            resources["XObject"] = pictures.resources(list(here.values())) | named_forms
        uses = {item: form.use for item, form in mine.items()}
        # What X-1a does not know, an accepted ad may bring along; the page itself stays as the standard wants it.
        live = target.standard is not X1A and any(form.live for form in mine.values())
        kids.append(_page(container, page, resources, content(page, faces, here, inks, uses), live))
    container.put({"Type": Name("Pages"), "Kids": kids, "Count": len(kids)}, _TREE)
    return _finish(container, pages, meta, target)


def _finish(container: Container, pages: Sequence[DisplayList], meta: Meta, target: Target) -> bytes:
    """The document's own objects: what it is, what it claims, where its pages are."""
    catalog: dict[str, Value] = {
        "Type": Name("Catalog"),
        "Pages": Ref(_TREE),
        "PageLabels": _labels(pages),
        "Lang": text_string(meta.lang),
    }
    if target.standard or target.profile:
        profile = container.stream(target.profile, {"N": 4}, level=PROFILE_LEVEL) if target.profile else None
        catalog["OutputIntents"] = [container.put(output_intent(target, profile))]
    about = container.put(info(meta, target.label))
    # Uncompressed, so that it is found without a PDF reader (ISO 32000-1 14.3.2).
    packet = xmp(meta, container.fingerprint(), target.label)
    catalog["Metadata"] = container.stream(
        packet, {"Type": Name("Metadata"), "Subtype": Name("XML")}, compress=False
    )  # fmt: skip
    return container.finish(container.put(catalog), about)


def _page(container: Container, page: DisplayList, resources: Dict, data: bytes, live: bool = False) -> Ref:
    entries: dict[str, Value] = {
        "Type": Name("Page"),
        "Parent": Ref(_TREE),
        "Resources": resources,
        "Contents": container.stream(data),
    }
    if live:  # ISO 15930-7 6.15: a page with transparency says in which inks it is blended
        entries["Group"] = {"Type": Name("Group"), "S": Name("Transparency"), "CS": Name("DeviceCMYK")}
    return container.put(boxes(page) | entries)


def _fonts(page: DisplayList, faces: dict[str, FaceUse], face_refs: dict[str, Ref]) -> dict[str, Value]:
    """The fonts a page names."""
    used = {
        faces[item.face].name(mode_of(item))
        for group in page.groups
        for item in group.items
        if isinstance(item, Glyphs) and item.gids
    }
    return {name: face_refs[name] for name in sorted(used)}


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


def _embed_pictures(
    pages: Sequence[DisplayList], pictures: Pictures, target: Target, given: Mapping[str, Prepared]
) -> dict[str, PictureUse]:
    placed: dict[str, PictureUse] = {}
    for page in pages:
        for group in page.groups:
            for item in group.items:
                if isinstance(item, Image) and item.path not in placed:
                    placed[item.path] = pictures.embed(prepared(page, item, target, given))
    return placed


def prepared(page: DisplayList, image: Image, target: Target, given: Mapping[str, Prepared] | None = None) -> Prepared:
    """A picture as it goes into the file: one of those ``given`` by :func:`printlayout.images.ready`, or its file as it
    is where there is no output profile.

    :raises PictureFault: see :func:`write`.
    """
    span = page.sources[image.src] if 0 <= image.src < len(page.sources) else NOWHERE
    try:
        picture = (given or {}).get(image.path) or prepare(image.path)
    except PictureFault as fault:
        raise PictureFault(replace(fault.finding, span=span)) from fault
    return suited(picture, image, span, target)


def suited(picture: Prepared, image: Image, span: Span, target: Target) -> Prepared:
    """The picture, if the standard takes it: X-1a knows no colour but ink.

    :raises PictureFault: if it doesn't.
    """
    if target.standard is X1A and picture.space not in ("gray", "cmyk"):
        args = {"path": image.path, "standard": X1A.label}
        raise PictureFault(Finding("pdf.picture-not-cmyk", Severity.ERROR, span, args))
    return picture
