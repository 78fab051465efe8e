"""Every rule of the file preflight: a good file broken in just that point is caught, and only that finding appears."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from printlayout.preflight.registry import CHECKS

from .changes import (
    TINT,
    TINT_RGB,
    action,
    bit_mask,
    bit_picture,
    blank_glyph,
    cidset,
    coarse,
    cut_unicode,
    drop,
    first_width,
    font,
    forbid_embedding,
    form,
    gs,
    indexed,
    info,
    intent,
    jpx,
    lzw,
    managed,
    mask_in,
    no_glyph,
    note,
    output,
    page,
    paint,
    picture,
    program,
    put,
    replacement_character,
    resources,
    rewrite_font,
    shading,
    simple_font,
    space,
    tile,
    vertical,
    with_form,
    xmp,
)
from .good import Change, changed, findings, made, profile, saved, swap, told

BOTH = ("X-4", "X-1a")


@pytest.mark.parametrize("standard", BOTH)
def test_the_good_file_is_good(standard: str) -> None:
    assert findings(made(standard), standard) == []


# -- bytes -----------------------------------------------------------------------------------------------------------


def xref_off(data: bytes) -> bytes:
    """One offset of the table points a byte too far."""
    at = data.rindex(b"xref\n", 0, data.rindex(b"startxref"))
    entry = re.compile(rb"\d{10} 00000 n").search(data, at)
    assert entry
    wrong = b"%010d" % (int(entry[0][:10]) + 3)
    return data[: entry.start()] + wrong + data[entry.start() + 10 :]


BYTES: dict[str, Callable[[bytes], bytes]] = {
    "preflight.file-header": lambda data: b"\n" + data,
    "preflight.file-binary": lambda data: re.sub(rb"\A(%PDF-1\.\d\n)%....", rb"\1%abcd", data, count=1),
    "preflight.file-end": lambda data: data + b"later",
    "preflight.file-xref": xref_off,
    "preflight.file-version": lambda data: data.replace(b"%PDF-1.6", b"%PDF-1.7", 1),
    "preflight.file-id": lambda data: re.sub(rb"/ID \[<", rb"/Id [<", data),
    "preflight.file-unreadable": lambda data: b"%PDF-1.6\nnothing",
}


@pytest.mark.parametrize("code", BYTES)
def test_bytes(code: str) -> None:
    data = BYTES[code](made("X-4"))
    assert data != made("X-4")
    found = told(data)
    if code == "preflight.file-header":
        # a byte before the header moves every offset of the table: that is one fault to a reader, two to the rules
        found = [other for other in found if other != "preflight.file-xref"]
    assert found == [code]


def test_a_version_in_the_catalogue_counts() -> None:
    def change(pdf: Pdf) -> None:
        pdf.Root.Version = Name("/1.7")

    assert told(changed(change)) == ["preflight.file-version"]
    assert told(made("X-4").replace(b"%PDF-1.6", b"%PDF-1.5"), "X-4") == []


def test_encrypted() -> None:
    data = changed(lambda pdf: None, encryption=pikepdf.Encryption(owner="a", R=4))
    assert told(data) == ["preflight.file-encrypted"]
    locked = pikepdf.Encryption(owner="a", user="b", R=4)
    assert told(changed(lambda pdf: None, encryption=locked)) == ["preflight.file-encrypted"]


def test_object_streams_are_for_x4() -> None:
    def packed(standard: str) -> bytes:
        how = {"object_stream_mode": pikepdf.ObjectStreamMode.generate, "force_version": "1.5"}
        return changed(lambda pdf: None, standard, **how)

    assert told(packed("X-4")) == []
    found = told(packed("X-1a"), "X-1a")
    assert [code for code in found if code != "preflight.file-version"] == ["preflight.file-compressed"]


def test_compressed_xmp() -> None:
    """The library always writes it plain: its filter gets its name afterwards."""

    def change(pdf: Pdf) -> None:
        pdf.Root.Metadata.write(zlib.compress(pdf.Root.Metadata.read_bytes()))
        pdf.Root.Metadata["/Filtex"] = Name.FlateDecode

    assert told(changed(change).replace(b"/Filtex", b"/Filter")) == ["preflight.meta-xmp"]


def test_a_key_twice_is_told() -> None:
    data = made("X-4")
    at = data.index(b"/TrimBox")
    broken = data[:at] + b"/TrimBox [1 2 3 4] " + data[at:]
    rebuilt = [code for code in told(broken) if code != "preflight.file-xref"]
    assert "preflight.file-xref" in told(broken)
    assert rebuilt == []


# -- objects ---------------------------------------------------------------------------------------------------------


LAB = Array([Name.Lab, Dictionary(WhitePoint=Array([0.96, 1, 0.82]))])

X4: list[tuple[str, str, Change]] = [
    # filters, streams
    ("preflight.file-filter", "LZW", lzw),
    ("preflight.file-external", "data elsewhere", put(picture, "/F", String("other.bin"))),
    ("preflight.file-unchecked", "forms in themselves", paint(
        "/New Do", XObject=lambda pdf: (lambda f: (f.__setitem__("/Resources", Dictionary(XObject=Dictionary(New=f))),
                                                    {"New": f})[1])(pdf.make_indirect(form(pdf, "/New Do")))),
     ),
    # boxes
    ("preflight.page-no-box", "no trim", drop(page, "/TrimBox")),
    ("preflight.page-two-boxes", "trim and art", put(page, "/ArtBox", Array([8.5, 8.5, 308.5, 208.5]))),
    ("preflight.page-boxes", "trim outside bleed", put(page, "/BleedBox", Array([20, 20, 300, 200]))),
    ("preflight.page-boxes", "bleed outside media", put(page, "/BleedBox", Array([-5, 0, 317, 217]))),
    ("preflight.page-key", "Rotate", put(page, "/Rotate", 90)),
    ("preflight.page-key", "UserUnit", put(page, "/UserUnit", 2)),
    ("preflight.page-key", "CropBox", put(page, "/CropBox", Array([8, 8, 300, 200]))),
    # fonts
    ("preflight.font-embedded", "no program", lambda pdf: font(pdf, "/T").FontDescriptor.__delitem__("/FontFile2")),
    ("preflight.font-embedded", "Helvetica that nothing uses", paint("", Font=simple_font)),
    ("preflight.font-type", "CFF in CIDFontType2",
     lambda pdf: program(pdf, "/T", font(pdf, "/C").FontDescriptor.FontFile3.read_bytes())),
    ("preflight.font-type", "wrong subtype of program",
     lambda pdf: font(pdf, "/C").FontDescriptor.FontFile3.__setitem__("/Subtype", Name.Type1C)),
    ("preflight.font-broken", "rubbish", lambda pdf: program(pdf, "/T", b"\0\1\0\0rubbish")),
    ("preflight.font-glyph", "code beyond the subset", no_glyph),
    ("preflight.font-blank", "outline gone", rewrite_font(blank_glyph)),
    ("preflight.font-vertical", "DW2 too short", lambda pdf: vertical(pdf, DW2=[880, -900])),
    ("preflight.font-vertical", "a range too long", lambda pdf: vertical(pdf, W2=[1, 2, -1200, 500, 880])),
    ("preflight.font-vertical", "off its middle", lambda pdf: vertical(pdf, W2=[1, Array([-1000, 400, 880])])),
    ("preflight.font-width", "two units off", lambda pdf: first_width(pdf, 2)),
    ("preflight.font-unicode", "one code left out", cut_unicode),
    ("preflight.font-unicode", "U+FFFD", replacement_character),
    ("preflight.font-unicode", "none at all", lambda pdf: resources(pdf).Font.T.__delitem__("/ToUnicode")),
    ("preflight.font-rights", "fsType 2", rewrite_font(forbid_embedding)),
    ("preflight.font-cidmap", "on CIDFontType0",
     lambda pdf: font(pdf, "/C").__setitem__("/CIDToGIDMap", Name.Identity)),
    ("preflight.font-cidmap", "on Type0",
     lambda pdf: resources(pdf).Font.T.__setitem__("/CIDToGIDMap", Name.Identity)),
    ("preflight.font-cidmap", "missing", lambda pdf: font(pdf, "/T").__delitem__("/CIDToGIDMap")),
    ("preflight.font-cidset", "too short", cidset),
    ("preflight.file-unchecked", "a CMap of a name",
     lambda pdf: resources(pdf).Font.T.__setitem__("/Encoding", Name("/UniGB-UCS2-H"))),
    # colour
    ("preflight.colour-rgb", "rg in content", paint("1 0 0 rg 0 0 5 5 re f")),
    ("preflight.colour-rgb", "RG in content", paint("q 1 0 0 RG 0 0 m 5 5 l S Q")),
    ("preflight.colour-rgb", "cs in content", paint("/DeviceRGB cs 0 0 5 5 re f")),
    ("preflight.colour-rgb", "in a form", with_form("1 0 0 rg 0 0 5 5 re f")),
    ("preflight.colour-rgb", "in a pattern", paint("/Pattern cs /New scn 0 0 9 9 re f", Pattern=tile)),
    ("preflight.colour-rgb", "in a shading", paint("/New sh", Shading=shading)),
    ("preflight.colour-rgb", "in an inline image", paint("BI /W 2 /H 2 /BPC 8 /CS /RGB ID 123456789012 EI")),
    ("preflight.colour-rgb", "of a picture", put(picture, "/ColorSpace", Name.DeviceRGB)),
    ("preflight.colour-rgb", "under Indexed", indexed),
    ("preflight.colour-rgb", "Default", paint("", ColorSpace={"DefaultGray": Name.DeviceRGB})),
    ("preflight.colour-rgb", "of a group in a soft mask", paint("/New gs", ExtGState=mask_in)),
    ("preflight.colour-rgb", "as an alternate", space(
        Array([Name.Separation, Name.Black, Name.DeviceRGB, TINT_RGB]), "/New cs 1 scn 0 0 5 5 re f")),
    ("preflight.colour-output", "the output profile as a space", managed(profile(version=4), 4)),
    ("preflight.colour-spot", "a spot the press has not", space(
        Array([Name.Separation, Name("/PANTONE 185"), Name.DeviceCMYK, TINT]), "/New cs 1 scn 0 0 5 5 re f")),
    ("preflight.flat-coverage", "300 %", paint("/Ko gs 1 1 1 0 k 0 0 40 40 re f")),
    ("preflight.flat-coverage", "a headline of 300 %", paint(
        "/Ko gs 1 1 1 0 k BT /T 60 Tf 20 150 Td <0001000200030004> Tj ET")),
    # output intent
    ("preflight.intent-count", "none", lambda pdf: pdf.Root.__delitem__("/OutputIntents")),
    ("preflight.intent-count", "two", lambda pdf: pdf.Root.OutputIntents.append(Dictionary(intent(pdf)))),
    ("preflight.intent-condition", "no condition", drop(intent, "/OutputConditionIdentifier")),
    ("preflight.intent-profile", "no profile", drop(intent, "/DestOutputProfile")),
    ("preflight.intent-profile", "of a screen", output(profile(kind=b"mntr"))),
    ("preflight.intent-profile", "RGB", output(profile(space=b"RGB "))),
    ("preflight.intent-profile", "without B2A0", output(profile(leave_out=b"B2A0"))),
    ("preflight.intent-profile", "too new", output(profile(version=5))),
    # what the file says of itself
    ("preflight.meta-identification", "another standard", xmp("PDF/X-4<", "PDF/X-3<")),
    ("preflight.meta-xmp", "none", lambda pdf: pdf.Root.__delitem__("/Metadata")),
    ("preflight.meta-xmp", "a property left out", xmp("<xmpMM:VersionID>1</xmpMM:VersionID>", "")),
    ("preflight.meta-xmp", "no XML", xmp("</rdf:RDF>", "")),
    ("preflight.meta-xmp", "entities", xmp("<x:xmpmeta", '<!DOCTYPE a [<!ENTITY b "c">]><x:xmpmeta')),
    ("preflight.meta-info", "no title", drop(lambda pdf: pdf.trailer.Info, "/Title")),
    ("preflight.meta-differs", "title", info("/Title", String("第二版"))),
    ("preflight.meta-differs", "date", info("/CreationDate", String("D:20230114000000Z"))),
    ("preflight.meta-differs", "trapped", info("/Trapped", Name("/True"))),
    ("preflight.meta-trapped", "unknown", info("/Trapped", Name.Unknown)),
    # transparency, overprint
    ("preflight.group-colour", "no group", drop(page, "/Group")),
    ("preflight.group-colour", "a group in grey",
     put(page, "/Group", Dictionary(S=Name.Transparency, CS=Name.DeviceGray))),
    ("preflight.blend-mode", "unknown", gs(BM=Name.Sparkle)),
    ("preflight.black-knocks-out", "op false", lambda pdf: swap(pdf, "/Ov gs 0 0 0 1 k", "/Ko gs 0 0 0 1 k")),
    ("preflight.black-knocks-out", "OPM 0", lambda pdf: resources(pdf).ExtGState.Ov.__setitem__("/OPM", 0)),
    ("preflight.black-knocks-out", "grey", lambda pdf: swap(pdf, "/Ov gs 0 0 0 1 k", "/Ov gs 0 g")),
    ("preflight.white-overprints", "text", lambda pdf: swap(pdf, "0 0 0 0 k BT", "/Ov gs 0 0 0 0 k BT")),
    ("preflight.white-overprints", "an area", paint("/Ov gs 0 0 0 0 k 0 0 9 9 re f")),
    ("preflight.white-overprints", "a spot", paint("/Ov gs /Spot cs 0 scn 0 0 9 9 re f")),
    # what has no place here
    ("preflight.active", "open action", lambda pdf: pdf.Root.__setitem__("/OpenAction", action(S=Name.GoTo))),
    ("preflight.active", "JavaScript", lambda pdf: pdf.Root.__setitem__(
        "/Names", Dictionary(Wake=action(S=Name.JavaScript, JS=String("1"))))),
    ("preflight.active", "of a page", put(page, "/AA", Dictionary(O=action(S=Name.Named, N=Name.NextPage)))),
    ("preflight.annotation", "a note", note((20, 20, 40, 40))),
    ("preflight.opi", "of a picture", put(picture, "/OPI", Dictionary())),
    ("preflight.postscript", "a PostScript object",
     paint("", XObject=lambda pdf: {"New": form(pdf, "", Subtype2=Name.PS)})),
    ("preflight.reference", "another file", with_form(Ref=Dictionary(F=String("a.pdf"), Page=0))),
    ("preflight.alternate-image", "of a picture", put(picture, "/Alternates", Array([]))),
    ("preflight.transfer", "TR", gs(TR=Name.Identity)),
    ("preflight.transfer", "TR2", gs(TR2=Name.Identity)),
    ("preflight.halftone", "HTP", gs(HTP=Array([0, 0]))),
    # pictures
    ("preflight.image-too-coarse", "99 ppi", coarse(99)),
    ("preflight.image-coarse", "149 ppi", coarse(149)),
    ("preflight.image-coarse", "1 bit at 400 ppi", bit_picture),
]  # fmt: skip

X1A: list[tuple[str, str, Change]] = [
    ("preflight.file-filter", "JPEG 2000", jpx),
    ("preflight.colour-managed", "ICC", managed(profile(space=b"GRAY"), 1)),
    ("preflight.colour-managed", "Lab", space(LAB)),
    ("preflight.colour-managed", "an alternate", space(
        Array([Name.Separation, Name.Black, LAB, TINT_RGB]),
        "/New cs 1 scn 0 0 5 5 re f")),
    ("preflight.intent-profile", "ICC version 4", output(profile(version=4))),
    ("preflight.meta-identification", "none", drop(lambda pdf: pdf.trailer.Info, "/GTS_PDFXVersion")),
    ("preflight.transparency", "ca", gs(ca=0.5)),
    ("preflight.transparency", "CA", gs(CA=0.5)),
    ("preflight.transparency", "BM", gs(BM=Name.Multiply)),
    ("preflight.transparency", "a page group",
     put(page, "/Group", Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK))),
    ("preflight.transparency", "a form's group", with_form(Group=Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK))),
    ("preflight.transparency", "a mask of a picture", lambda pdf: put(picture, "/SMask", bit_mask(pdf))(pdf)),
    ("preflight.attachment", "a file", lambda pdf: pdf.Root.__setitem__(
        "/Names", Dictionary(EmbeddedFiles=Dictionary(Names=Array([]))))),
    ("preflight.layers", "layers", lambda pdf: pdf.Root.__setitem__(
        "/OCProperties", Dictionary(OCGs=Array([]), D=Dictionary()))),
]  # fmt: skip


@pytest.mark.parametrize(("code", "change"), [pytest.param(c, f, id=f"{c[10:]}: {w}") for c, w, f in X4])
def test_x4(code: str, change: Change) -> None:
    assert told(changed(change)) == [code]


@pytest.mark.parametrize(("code", "change"), [pytest.param(c, f, id=f"{c[10:]}: {w}") for c, w, f in X1A])
def test_x1a(code: str, change: Change) -> None:
    assert told(changed(change, "X-1a"), "X-1a") == [code]


def test_every_rule_of_the_file_has_its_mutation() -> None:
    named = {code for code, _, _ in (*X4, *X1A)} | set(BYTES)
    named |= {"preflight.file-encrypted", "preflight.file-compressed"}
    assert {check.code for check in CHECKS if check.on == "file"} - named == set()


def test_mutations_are_saved_without_further_change() -> None:
    """The ground of all tests here: opening and saving the good file makes the good file."""
    assert changed(lambda pdf: None) == made("X-4")
    assert saved(Pdf.open(BytesIO(made("X-1a"))), "X-1a") == made("X-1a")
