"""What files claim: PDF/X-4 and PDF/X-1a, held against the clauses of PDFX.md by reopening them."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image as Pillow

from printlayout.base.diagnostics import Severity, Span
from printlayout.base.geometry import Rect
from printlayout.images import PictureFault
from printlayout.model.display import DisplayList, Fill, FrameBox, Image, Line, Placed
from printlayout.model.ink import BLACK, REGISTRATION, WHITE, Ink
from printlayout.model.press import NEWSPRINT, PressProfile
from printlayout.pdf.standard import PLAIN, Target, target, unclaimed
from printlayout.pdf.writer import write

from .fontkit import Fonts
from .pages import META, page, text
from .profiles import TAGS, icc, press

RED = Ink("red", 0, 1000, 1000, 0)
SPOT = Ink("tomato", 0, 950, 1000, 0, "PANTONE 485")
STANDARDS = ["X-4", "X-1a"]


def full(**rest: int) -> DisplayList:
    """A page with everything there is but pictures."""
    return page(
        [
            Fill(Rect(0, 0, 300_000, 30_000), RED, 0),
            Fill(Rect(0, 40_000, 300_000, 5_000), SPOT.tint(400), 0),
            text("三二一", ink=WHITE, y=20_000, size=18_000),
            text("一丁丂七丄丅 abc 2026"),
            text("丆万丈", y=70_000, face="box-cff"),
            text("丆万", y=80_000, direction="ttb"),
            Line(0, 90_000, 300_000, 90_000, 500, BLACK, 0),
        ],
        **rest,
    )


def made(where: PressProfile, *pages: DisplayList) -> bytes:
    claim, refusal = target(where)
    assert refusal is None
    return write(pages or [full()], Fonts(), META, claim)


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


@pytest.fixture(params=STANDARDS)
def house(request: pytest.FixtureRequest, tmp_path: Path) -> PressProfile:
    """A press with an output profile and spot inks, once for each standard."""
    return press(tmp_path, standard=request.param, spots=True)


# -- the file -------------------------------------------------------------------------------------------------


def test_versions(tmp_path: Path) -> None:
    heads = {key: made(press(tmp_path, standard=key))[:8] for key in STANDARDS}
    assert heads == {"X-4": b"%PDF-1.6", "X-1a": b"%PDF-1.4"}


def test_bytes_are_a_plain_file(house: PressProfile) -> None:
    """Header first, binary comment, one cross-reference table, no streams of objects, an ID pair, end last."""
    data = made(house)
    assert re.match(rb"%PDF-1\.[46]\n%[\x80-\xff]{4}\n", data)
    assert data.endswith(b"%%EOF\n")
    assert data.count(b"%%EOF") == data.count(b"\nxref\n") == data.count(b"\nstartxref\n") == 1
    assert re.search(rb"/ID \[<(\w{32})> <\1>\]", data)
    for word in (b"/ObjStm", b"/XRef", b"/Encrypt", b"/Prev", b"LZWDecode", b"ASCII85", b"JBIG2", b"JPX"):
        assert word not in data
    assert opened(data).check_pdf_syntax() == []


def test_no_stream_outside_the_file(house: PressProfile) -> None:
    for obj in opened(made(house)).objects:
        if isinstance(obj, pikepdf.Stream):
            assert not {"/F", "/FFilter", "/FDecodeParms"} & set(obj.keys())
            assert obj.get("/Filter", "/FlateDecode") == "/FlateDecode"


def test_same_bytes_for_each_standard(house: PressProfile) -> None:
    assert made(house) == made(house)


def test_changed_pages_are_another_document(house: PressProfile) -> None:
    ids = set()
    for chars in ("一", "二"):
        meta = opened(made(house, page([text(chars)]))).open_metadata()
        ids.add((meta["xmpMM:DocumentID"], meta["xmpMM:InstanceID"]))
    assert len({part for pair in ids for part in pair}) == 4


# -- identification and metadata ------------------------------------------------------------------------------


def test_identification(house: PressProfile) -> None:
    found = opened(made(house))
    meta = found.open_metadata()
    label = {"X-4": "PDF/X-4", "X-1a": "PDF/X-1a:2003"}[house.standard]
    assert str(found.docinfo["/GTS_PDFXVersion"]) == label
    space = {"X-4": "http://www.npes.org/pdfx/ns/id/", "X-1a": "http://ns.adobe.com/pdfx/1.3/"}[house.standard]
    assert meta[f"{{{space}}}GTS_PDFXVersion"] == label
    assert b"http://www.npes.org/pdfx/ns/id/" in found.Root.Metadata.read_raw_bytes()


def test_info_and_xmp_are_equal(house: PressProfile) -> None:
    found = opened(made(house))
    info, meta = found.docinfo, found.open_metadata()
    assert str(info["/Title"]) == meta["dc:title"] == META.title
    assert str(info["/Creator"]) == meta["xmp:CreatorTool"]
    assert str(info["/Producer"]) == meta["pdf:Producer"]
    for key, name in (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate")):
        assert re.sub(r"\D", "", str(info[key])) == re.sub(r"\D", "", meta[name])
    assert meta["xmp:MetadataDate"] == meta["xmp:ModifyDate"]
    assert info["/Trapped"] == pikepdf.Name("/False")
    assert meta["pdf:Trapped"] == "False"
    assert meta["xmpMM:VersionID"] == "1"
    assert meta["xmpMM:RenditionClass"] == "default"
    assert meta["xmpMM:DocumentID"].startswith("uuid:")


def test_xmp_can_be_read_without_a_pdf_reader(house: PressProfile) -> None:
    data = made(house)
    assert "/Filter" not in opened(data).Root.Metadata
    packet = data[data.index(b"<?xpacket begin=") : data.index(b"<?xpacket end=")]
    assert META.title.encode() in packet


# -- output intent --------------------------------------------------------------------------------------------


def test_one_output_intent_with_its_profile(tmp_path: Path) -> None:
    found = opened(made(press(tmp_path)))
    assert len(found.Root.OutputIntents) == 1
    intent = found.Root.OutputIntents[0]
    assert (intent.S, intent.Type) == ("/GTS_PDFX", "/OutputIntent")
    assert str(intent.OutputConditionIdentifier) == "CGATS TR 002"
    assert str(intent.Info) == NEWSPRINT.info
    assert str(intent.RegistryName) == "http://www.color.org"
    assert intent.DestOutputProfile.N == 4
    assert intent.DestOutputProfile.read_bytes() == icc()


def test_x1a_names_a_registered_condition_and_embeds_an_unregistered_one(tmp_path: Path) -> None:
    files = [opened(made(press(tmp_path, standard="X-1a", registry=registry))) for registry in (NEWSPRINT.registry, "")]
    known, own = (found.Root.OutputIntents[0] for found in files)
    assert "/DestOutputProfile" not in known
    assert str(known.RegistryName) == "http://www.color.org"
    assert own.DestOutputProfile.read_bytes() == icc()
    assert "/RegistryName" not in own
    assert str(own.Info)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a profile",
        icc()[:-1],
        icc(kind="mntr"),
        icc(space="RGB "),
        icc(version=5),
        *(icc(tags=tuple(tag for tag in TAGS if tag != missing)) for missing in TAGS),
    ],
)
def test_a_file_that_is_no_output_profile_takes_the_claim_away(tmp_path: Path, data: bytes) -> None:
    where = press(tmp_path, data, span=Span("layouts/press/a.yaml", 1, 1))
    claim, refusal = target(where)
    assert refusal is not None
    assert (refusal.code, refusal.severity, str(refusal.span)) == (
        "pdf.profile-unfit", Severity.ERROR, "layouts/press/a.yaml:1:1"
    )  # fmt: skip
    assert claim.standard is None


def test_x1a_takes_no_newer_profile_than_version_2(tmp_path: Path) -> None:
    assert target(press(tmp_path, icc(version=4)))[1] is None
    _, refusal = target(press(tmp_path, icc(version=4), standard="X-1a", registry=""))
    assert refusal is not None
    assert refusal.code == "pdf.profile-unfit"


def test_without_a_profile_nothing_is_claimed(tmp_path: Path) -> None:
    for where, code in (
        (NEWSPRINT, "pdf.no-profile"),
        (replace(NEWSPRINT, standard="X-1a", registry=""), "pdf.no-profile"),
        (replace(NEWSPRINT, icc=str(tmp_path / "none.icc")), "pdf.profile-unreadable"),
    ):
        claim, refusal = target(where)
        assert refusal is not None
        assert (refusal.code, refusal.severity) == (code, Severity.ERROR)
        found = opened(write([full()], Fonts(), META, claim))
        assert "/GTS_PDFXVersion" not in found.docinfo
        assert b"GTS_PDFXVersion" not in found.Root.Metadata.read_bytes()
        assert "/OutputIntents" not in found.Root


def test_a_proof_keeps_the_condition_without_the_claim(tmp_path: Path) -> None:
    claim, _ = target(press(tmp_path))
    found = opened(write([full()], Fonts(), META, unclaimed(claim)))
    assert "/GTS_PDFXVersion" not in found.docinfo
    assert found.Root.OutputIntents[0].DestOutputProfile.read_bytes() == icc()


# -- boxes ----------------------------------------------------------------------------------------------------


def boxes(found: pikepdf.Page) -> dict[str, list[float]]:
    return {key: list(map(float, found[f"/{key}Box"])) for key in ("Media", "Bleed", "Trim")}


def test_boxes_lie_in_one_another(house: PressProfile) -> None:
    wide = FrameBox("sheet", "", Rect(-40_000, -50_000, 380_000, 290_000))
    marked = replace(full(bleed=9_000), frames=(wide,))
    found = opened(made(house, full(), full(bleed=9_000), marked))
    plain, bled, sheet = found.pages
    assert boxes(plain) == {key: [0, 0, 300, 200] for key in ("Media", "Bleed", "Trim")}
    assert boxes(bled) == {"Media": [0, 0, 318, 218], "Bleed": [0, 0, 318, 218], "Trim": [9, 9, 309, 209]}
    assert boxes(sheet) == {"Media": [0, 0, 380, 290], "Bleed": [31, 31, 349, 249], "Trim": [40, 40, 340, 240]}
    for each in (plain, bled, sheet):
        assert not {"/CropBox", "/ArtBox", "/Rotate", "/UserUnit"} & set(each.obj.keys())


def test_the_page_stands_in_its_trim_box_whatever_lies_round_it(tmp_path: Path) -> None:
    wide = FrameBox("sheet", "", Rect(-40_000, -50_000, 380_000, 290_000))
    found = opened(made(press(tmp_path), replace(full(), frames=(wide,))))
    # The line at 90 pt under the trim's top: 240 - 90.
    assert b"40 150 m 340 150 l S" in found.pages[0].Contents.read_bytes()


# -- what must not be there -----------------------------------------------------------------------------------

TRANSPARENT = {"/ca", "/CA", "/BM", "/SMask", "/AIS", "/Group", "/SMaskInData"}
ACTIVE = {"/AA", "/OpenAction", "/A", "/JS", "/JavaScript", "/Annots", "/AcroForm", "/XFA", "/Launch", "/URI"}
OTHER = {
    "/OPI", "/Ref", "/Alternates", "/TR", "/TR2", "/HT", "/HTP", "/PS", "/OCProperties", "/OC", "/EmbeddedFiles", "/AF",
    "/Names", "/ViewerPreferences", "/RichMedia", "/Encrypt", "/PresSteps", "/Threads", "/PieceInfo",
}  # fmt: skip


def keys_of(found: pikepdf.Pdf) -> set[str]:
    keys: set[str] = set()

    def walk(obj: pikepdf.Object) -> None:
        if isinstance(obj, pikepdf.Dictionary | pikepdf.Stream):
            keys.update(obj.keys())
            for value in obj.values():
                walk_direct(value)
        elif isinstance(obj, pikepdf.Array):
            for value in obj:
                walk_direct(value)

    def walk_direct(value: object) -> None:
        if isinstance(value, pikepdf.Object) and not value.is_indirect:
            walk(value)

    for obj in found.objects:
        walk(obj)
    return keys


def test_no_transparency_nothing_active_nothing_forbidden(house: PressProfile, tmp_path: Path) -> None:
    Pillow.new("L", (40, 30), 90).save(tmp_path / "a.png")
    picture = Image(str(tmp_path / "a.png"), Rect(0, 0, 40_000, 30_000), (0, 0, 100_000, 100_000), 0)
    keys = keys_of(opened(made(house, page([*full().groups[0].items, picture]))))
    assert {"/Type", "/OPM", "/XObject", "/ColorSpace", "/DestOutputProfile"} - keys <= {"/DestOutputProfile"}
    assert not keys & TRANSPARENT
    assert not keys & ACTIVE
    assert not keys & OTHER


def test_a_page_with_live_transparency_says_its_inks(tmp_path: Path) -> None:
    """Only a page that is placed can bring any; our own pages have no Group."""
    soft = {"/Type": pikepdf.Name("/ExtGState"), "/ca": 0.5}
    pages = []
    for name, state in (("live", soft), ("flat", None)):
        pdf = pikepdf.new()
        pdf.add_blank_page(page_size=(100, 50))
        if state:
            pdf.pages[0].Resources = pikepdf.Dictionary(
                {"/ExtGState": pikepdf.Dictionary({"/G": pikepdf.Dictionary(state)})}
            )
        pdf.pages[0].Contents = pdf.make_stream(b"1 0 0 0 k 0 0 50 50 re f")
        pdf.save(tmp_path / f"{name}.pdf", static_id=True)
        area = Rect(0, 0, 100_000, 50_000)
        pages.append(page([Placed(str(tmp_path / f"{name}.pdf"), 1, "trim", area, area, 0)], kind="ad"))
    found = opened(made(press(tmp_path), *pages))
    group = found.pages[0].obj["/Group"]
    assert (group.S, group.CS) == ("/Transparency", "/DeviceCMYK")
    assert "/Group" not in found.pages[1].obj


def test_xobjects_are_images(house: PressProfile, tmp_path: Path) -> None:
    Pillow.new("CMYK", (40, 30), (90, 0, 0, 0)).save(tmp_path / "a.jpg")
    picture = Image(str(tmp_path / "a.jpg"), Rect(0, 0, 40_000, 30_000), (0, 0, 100_000, 100_000), 0)
    found = opened(made(house, page([picture])))
    assert {str(obj.Subtype) for obj in found.pages[0].Resources.XObject.values()} == {"/Image"}


# -- colour ---------------------------------------------------------------------------------------------------


def spaces(found: pikepdf.Pdf) -> set[str]:
    """Families of colour spaces in the file, by operator, resource and picture."""
    seen: set[str] = set()
    by_operator = {"k": "CMYK", "K": "CMYK", "g": "Gray", "G": "Gray", "rg": "RGB", "RG": "RGB", "sh": "shading"}
    for sheet in found.pages:
        for _, operator in pikepdf.parse_content_stream(sheet):
            seen |= {by_operator[str(operator)]} if str(operator) in by_operator else set()
            assert str(operator) not in ("BI", "sh", "ri", "i")
    for obj in found.objects:
        if isinstance(obj, pikepdf.Array) and len(obj) and isinstance(obj[0], pikepdf.Name):
            seen.add(str(obj[0]))
            if obj[0] == "/Separation":
                assert obj[2] == "/DeviceCMYK"
        if isinstance(obj, pikepdf.Stream) and obj.get("/Subtype") == "/Image":
            space = obj.ColorSpace
            seen.add(str(space if isinstance(space, pikepdf.Name) else space[0]))
    return seen


def test_no_colour_but_ink(house: PressProfile, tmp_path: Path) -> None:
    Pillow.new("L", (40, 30), 90).save(tmp_path / "a.png")
    Pillow.new("CMYK", (40, 30), (90, 0, 0, 0)).save(tmp_path / "b.jpg")
    pictures = [
        Image(str(tmp_path / name), Rect(0, 0, 40_000, 30_000), (0, 0, 100_000, 100_000), 0)
        for name in ("a.png", "b.jpg")
    ]
    found = opened(made(house, page([*full().groups[0].items, *pictures])))
    assert spaces(found) == {"CMYK", "/Separation", "/DeviceGray", "/DeviceCMYK"}
    assert not {"/DefaultRGB", "/DefaultCMYK", "/DefaultGray"} & keys_of(found)


def test_x1a_refuses_a_picture_that_is_not_ink(tmp_path: Path) -> None:
    """Whatever prepared it: the writer is the last to look."""
    from printlayout.images import Prepared
    from printlayout.pdf import writer

    picture = Image(str(tmp_path / "a.png"), Rect(0, 0, 40_000, 30_000), (0, 0, 100_000, 100_000), 0)
    made_rgb = Prepared(b"\0" * 3, "", 1, 1, 8, "rgb", icc=b"profile")
    where = press(tmp_path, standard="X-1a")
    with pytest.raises(PictureFault) as caught:
        writer.suited(made_rgb, picture, Span("stories/a.md", 3, 1), target(where)[0])
    assert caught.value.finding.code == "pdf.picture-not-cmyk"
    assert str(caught.value.finding.span) == "stories/a.md:3:1"
    assert writer.suited(made_rgb, picture, Span(), target(press(tmp_path))[0]) is made_rgb


def test_registration_colour_is_for_marks_only(house: PressProfile) -> None:
    rule = Line(0, 0, 9_000, 0, 250, REGISTRATION, 0)
    found = opened(made(house, page([rule], kind="mark")))
    names = [str(space[1]) for space in found.pages[0].Resources.ColorSpace.values()]
    assert names == ["/All"]
    for kind in ("story", "furniture"):
        with pytest.raises(ValueError, match="marks only"):
            made(house, page([rule], kind=kind))


def test_plain_files_claim_nothing() -> None:
    assert Target() == PLAIN
    assert b"GTS_PDFX" not in write([full()], Fonts(), META)
