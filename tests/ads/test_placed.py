"""Copying of single objects: names, cycles, filters, transparency, boxes."""

from __future__ import annotations

import zlib
from fractions import Fraction
from io import BytesIO

import pikepdf
import pytest

from printlayout.pdf.container import Container
from printlayout.pdf.objects import Name, Ref
from printlayout.pdf.placed import Importer, PlacedFault, Source, upright

from .kit import ad, changed

LZW = bytes([0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01])
"""The example of ISO 32000-1 7.4.4.2: 45 45 45 45 45 65 45 45 45 66."""


def copied(data: bytes, number: int = 1) -> tuple[pikepdf.Pdf, Importer]:
    """A file whose one page shows the other's."""
    container = Container()
    importer = Importer(container)
    with Source(data) as source:
        form = importer.form(source, number, source.box(number, "trim"))
    tree = container.put({"Type": Name("Pages"), "Kids": [Ref("page")], "Count": 1}, "tree")
    content = container.stream(b"/X Do")
    box = [0, 0, 200, 200]
    container.put(
        {"Type": Name("Page"), "Parent": tree, "MediaBox": box, "Contents": content,
         "Resources": {"XObject": {"X": form.ref}}},
        "page",
    )  # fmt: skip
    root = container.put({"Type": Name("Catalog"), "Pages": tree})
    return pikepdf.open(BytesIO(container.finish(root, container.put({})))), importer


def made(content: bytes, resources: pikepdf.Dictionary | None = None, **more: object) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Contents = pdf.make_stream(content)
        if resources is not None:
            pdf.pages[0].Resources = resources
        for key, value in more.items():
            pdf.pages[0][f"/{key}"] = value

    return changed(ad(), change)


def form_of(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.pages[0].Resources.XObject["/X"]


def test_names_numbers_and_strings_stay(tmp_path: object) -> None:
    values = pikepdf.Dictionary(
        {"/A#B c/d": 1, "/中": pikepdf.Name("/x y"), "/N": pikepdf.Array([True, None, -0.00001, 12345678, 1.5]),
         "/S": pikepdf.String(b"\x00(\\)\xff"), "/E": pikepdf.Name("/PANTONE 185/2 C")}
    )  # fmt: skip
    pdf, _ = copied(made(b"n", pikepdf.Dictionary(Properties=pikepdf.Dictionary(P=values))))
    found = form_of(pdf).Resources.Properties.P
    assert dict(found.items()) == dict(values.items())


def test_a_cycle_and_a_page_within_resources() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        one = pdf.make_stream(b"n", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 1, 1])
        one.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Self=one))
        one.Page = pdf.pages[0].obj
        one.StructParent = 3
        pdf.pages[0].Resources.XObject = pikepdf.Dictionary(One=one)

    pdf, _ = copied(changed(ad(), change))
    one = form_of(pdf).Resources.XObject.One
    assert one.Resources.XObject.Self.objgen == one.objgen
    assert one.get("/Page") is None and "/StructParent" not in one
    assert sum(1 for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Page") == 1


def test_lzw_is_undone_and_other_filters_stay() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        stream = pikepdf.Stream(pdf, b"")
        stream.write(LZW, filter=pikepdf.Name.LZWDecode)
        kept = pikepdf.Stream(pdf, b"")
        kept.write(zlib.compress(b"abc" * 50, 1), filter=pikepdf.Name.FlateDecode)
        pdf.pages[0].Resources.Properties = pikepdf.Dictionary(L=stream, K=kept)

    out = BytesIO()
    with pikepdf.open(BytesIO(ad())) as pdf:
        change(pdf)
        pdf.save(out, static_id=True, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    copy, _ = copied(out.getvalue())
    found = form_of(copy).Resources.Properties
    assert found.L.Filter == "/FlateDecode"
    assert found.L.read_bytes() == bytes([45, 45, 45, 45, 45, 65, 45, 45, 45, 66])
    assert found.K.read_raw_bytes() == zlib.compress(b"abc" * 50, 1)


@pytest.mark.parametrize(
    ("state", "live"),
    [({"/ca": 0.5}, True), ({"/CA": 1}, False), ({"/BM": pikepdf.Name.Multiply}, True),
     ({"/BM": pikepdf.Name.Normal, "/ca": 1.0}, False), ({"/SMask": pikepdf.Name("/None")}, False)],
)  # fmt: skip
def test_transparency_is_noticed(state: dict[str, object], live: bool) -> None:
    resources = pikepdf.Dictionary(ExtGState=pikepdf.Dictionary(G=pikepdf.Dictionary(state)))
    _, importer = copied(made(b"/G gs 0 0 10 10 re f", resources))
    assert bool(importer.live) is live


def test_layers_fall_away() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        group = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String("x")))
        pdf.pages[0].Resources.Properties = pikepdf.Dictionary(MC0=group)

    pdf, _ = copied(changed(ad(), change))
    assert dict(form_of(pdf).Resources.Properties.MC0.items()) == {}


def test_the_same_page_is_copied_once_and_shared_fonts_too() -> None:
    container = Container()
    importer = Importer(container)
    with Source(ad(pages=2)) as source:
        box = source.box(1, "trim")
        one, again, two = importer.form(source, 1, box), importer.form(source, 1, box), importer.form(source, 2, box)
    assert one is again and one.ref != two.ref
    root = container.put({})
    data = container.finish(root, root)
    assert data.count(b"/FontFile2") + data.count(b"/FontFile3") <= 2


def test_boxes_fall_back_and_are_put_in_order() -> None:
    with Source(made(b"n", MediaBox=[200, 100, 0, 0])) as source:
        assert source.box(1, "media") == (0, 0, 200, 100)
        assert source.box(1, "art") == source.box(1, "crop")
        assert not source.has_box(1, "art")


def test_units_and_turns() -> None:
    data = made(b"n", MediaBox=[10, 20, 110, 70], TrimBox=[10, 20, 110, 70], UserUnit=2, Rotate=90)
    with Source(data) as source:
        assert source.size(1, "trim") == (100, 200)
    edges = (Fraction(10), Fraction(20), Fraction(110), Fraction(70))
    for turn, corner, seen in ((0, (10, 20), (0, 0)), (90, (110, 20), (0, 0)), (180, (110, 70), (0, 0)),
                               (270, (10, 70), (0, 0))):  # fmt: skip
        (a, b, c, d, e, f), width, height = upright(edges, turn)
        assert (a * corner[0] + c * corner[1] + e, b * corner[0] + d * corner[1] + f) == seen
        assert (width, height) == ((50, 100) if turn in (90, 270) else (100, 50))


def test_what_reaches_beyond() -> None:
    data = made(b"n", MediaBox=[0, 0, 100, 100], BleedBox=[0, 0, 100, 100], TrimBox=[1, 2, 97, 96], Rotate=90)
    with Source(data) as source:
        assert source.around(1, "bleed", "trim") == (2, 1, 4, 3)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n", b"\x00" * 2000])
def test_no_pdf(data: bytes) -> None:
    with pytest.raises(PlacedFault):
        Source(data)
