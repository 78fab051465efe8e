"""Whole files, reopened: what a plant's reader finds."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
from PIL import Image as Pillow

from printlayout.base.geometry import Rect
from printlayout.images import PictureFault
from printlayout.model.display import DisplayList, Fill, Glyphs, Image, Line
from printlayout.model.ink import BLACK, WHITE, Ink
from printlayout.pdf.metadata import source_date_epoch
from printlayout.pdf.writer import write

from .fontkit import HAN, Fonts
from .pages import META, page, text

RED = Ink("red", 0, 1000, 1000, 0)


def written(*pages: DisplayList) -> bytes:
    return write(pages, Fonts(), META)


def opened(*pages: DisplayList) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(written(*pages)))


def full_page(**rest: int) -> DisplayList:
    return page(
        [
            Fill(Rect(0, 0, 300_000, 30_000), RED, 0),
            text("三二一", ink=WHITE, y=20_000, size=18_000),
            text("一丁丂七丄丅 abc 2026"),
            text("丆万丈", y=70_000, face="box-cff"),
            text("丆万", y=80_000, direction="ttb"),
            Line(0, 90_000, 300_000, 90_000, 500, BLACK, 0),
        ],
        **rest,
    )


def rendered(data: bytes, index: int = 0, scale: float = 1) -> Pillow.Image:
    with pdfium.PdfDocument(data) as document:
        return document[index].render(scale=scale).to_pil().convert("RGB")


# -- the file -------------------------------------------------------------------------------------------------


def test_head_and_tail() -> None:
    data = written(full_page())
    assert data.startswith(b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n")
    assert data.endswith(b"%%EOF\n")
    assert data.count(b"%%EOF") == data.count(b"\nxref\n") == 1
    first, second = re.search(rb"/ID \[<(\w{32})> <(\w{32})>\]", data).groups()  # type: ignore[union-attr]
    assert first == second


def test_no_trace_of_the_library() -> None:
    data = written(full_page()).lower()
    assert b"reportlab" not in data
    assert b"helvetica" not in data
    assert b"ascii85" not in data


def test_sound() -> None:
    assert opened(full_page(bleed=9_000), full_page(number=2)).check_pdf_syntax() == []


def test_same_bytes_twice() -> None:
    assert written(full_page(), full_page(number=2)) == written(full_page(), full_page(number=2))


def test_same_bytes_whatever_the_environment(tmp_path: Path) -> None:
    """Another process, hash seed, time zone, and settings of the library behind the door."""
    script = (
        "import sys\nfrom pdf.pages import META, page, text\nfrom pdf.fontkit import Fonts\n"
        "from printlayout.pdf.writer import write\n"
        "sys.stdout.buffer.write(write([page([text('一二三 abc'), text('二', face='z-cff')])], Fonts(), META))\n"
    )
    env = os.environ | {
        "PYTHONPATH": str(Path(__file__).parent.parent),
        "TZ": "Asia/Kolkata",
        "RL_invariant": "0",
        "RL_pdfMultiLine": "1",
        "RL_pdfComments": "1",
        "RL_useA85": "1",
    }
    outs = {
        subprocess.run([sys.executable, "-c", script], env=env | {"PYTHONHASHSEED": seed}, capture_output=True).stdout
        for seed in ("1", "2")
    }
    assert outs == {written(page([text("一二三 abc"), text("二", face="z-cff")]))}


def test_the_container_library_comes_only_when_writing() -> None:
    script = (
        "import printlayout.pdf.writer, sys; print([m for m in sys.modules if m.split('.')[0] in ('reportlab','PIL')])"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout == "[]\n"


def test_id_follows_the_content() -> None:
    ids = {re.findall(rb"/ID.*", written(page([text(chars)])))[0] for chars in ("一", "二", "一二")}
    assert len(ids) == 3


# -- pages ----------------------------------------------------------------------------------------------------


def test_boxes() -> None:
    found = opened(full_page(bleed=9_000), full_page())
    boxes = [[list(map(float, p[key])) for key in ("/MediaBox", "/BleedBox", "/TrimBox")] for p in found.pages]
    assert boxes == [[[0, 0, 318, 218], [0, 0, 318, 218], [9, 9, 309, 209]], [[0, 0, 300, 200]] * 3]
    assert not any(key in p for p in found.pages for key in ("/CropBox", "/Rotate", "/UserUnit", "/ArtBox"))


def test_labels_are_folios() -> None:
    found = opened(*(full_page(number=n) for n in (1, 2, 5, 6, 3)))
    assert [p.label for p in found.pages] == ["1", "2", "5", "6", "3"]


def test_info_and_xmp_agree() -> None:
    found = opened(full_page())
    info, meta = found.docinfo, found.open_metadata()
    assert str(info["/Title"]) == meta["dc:title"] == META.title
    assert str(info["/Producer"]) == meta["pdf:Producer"] == "printlayout"
    assert info["/Trapped"] == pikepdf.Name("/False")
    assert meta["pdf:Trapped"] == "False"
    assert str(info["/CreationDate"]) == str(info["/ModDate"]) == "D:20261124000000Z"
    assert {meta[f"xmp:{key}Date"] for key in ("Create", "Modify", "Metadata")} == {"2026-11-24T00:00:00Z"}
    assert re.fullmatch(r"uuid:\w{8}-\w{4}-8\w{3}-8\w{3}-\w{12}", meta["xmpMM:DocumentID"])
    assert "/Filter" not in found.Root.Metadata


def test_title_is_escaped() -> None:
    data = write([page([text("一")])], Fonts(), replace(META, title="甲 & 乙 <丙> (丁)\\"))
    found = pikepdf.open(BytesIO(data))
    assert found.open_metadata()["dc:title"] == str(found.docinfo["/Title"]) == "甲 & 乙 <丙> (丁)\\"


def test_source_date_epoch() -> None:
    assert source_date_epoch({}) is source_date_epoch({"SOURCE_DATE_EPOCH": "soon"}) is None
    meta = replace(META, epoch=source_date_epoch({"SOURCE_DATE_EPOCH": "1700000000"}))
    found = pikepdf.open(BytesIO(write([page([text("一")])], Fonts(), meta)))
    assert str(found.docinfo["/ModDate"]) == "D:20231114221320Z"


# -- fonts ----------------------------------------------------------------------------------------------------


def fonts(found: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    return [obj for obj in found.objects if isinstance(obj, pikepdf.Dictionary) and obj.get("/Subtype") == "/Type0"]


def read_w(cidfont: pikepdf.Object) -> dict[int, float]:
    widths: dict[int, float] = {}
    entries = list(cidfont.get("/W", []))
    while entries:
        first = int(entries.pop(0))
        then = entries.pop(0)
        if isinstance(then, pikepdf.Array):
            widths |= {first + i: float(width) for i, width in enumerate(then)}
        else:
            widths |= dict.fromkeys(range(first, int(then) + 1), float(entries.pop(0)))
    return widths


def program_widths(descriptor: pikepdf.Object) -> dict[int, float]:
    """Advance by CID in permille, from the embedded program itself."""
    if "/FontFile2" in descriptor:
        font = TTFont(BytesIO(descriptor.FontFile2.read_bytes()))
        metrics = font["hmtx"].metrics
        units = font["head"].unitsPerEm
        return {font.getGlyphID(name): width * 1000 / units for name, (width, _) in metrics.items()}
    assert descriptor.FontFile3.Subtype == "/CIDFontType0C"
    cff = CFFFontSet()
    cff.decompile(BytesIO(descriptor.FontFile3.read_bytes()), None)
    top = cff[0]
    widths = {}
    for index, name in enumerate(top.charset):
        charstring = top.CharStrings[name]
        charstring.draw(BoundsPen(None))
        widths[index] = charstring.width / 2.048
    return widths


def test_fonts_are_embedded_with_the_widths_of_the_program() -> None:
    document = opened(full_page())
    found = fonts(document)
    assert sorted({str(f.DescendantFonts[0].Subtype) for f in found}) == ["/CIDFontType0", "/CIDFontType2"]
    for font in found:
        cidfont = font.DescendantFonts[0]
        assert font.Encoding in ("/Identity-H", "/Identity-V")
        assert re.fullmatch(r"/[A-Z]{6}\+Box-Regular", str(cidfont.BaseFont))
        assert cidfont.FontDescriptor.FontName == cidfont.BaseFont
        assert ("/CIDToGIDMap" in cidfont) == (cidfont.Subtype == "/CIDFontType2")
        told = read_w(cidfont)
        for cid, width in program_widths(cidfont.FontDescriptor).items():
            assert abs(told.get(cid, float(cidfont.DW)) - width) < 1


def test_one_subset_a_face_over_all_pages() -> None:
    source = Fonts()
    write([page([text("一")]), page([text("二")], number=2)], source, META)
    assert [(face, len(gids)) for face, gids in source.asked] == [("box", 2)]


def test_to_unicode_covers_every_code_shown() -> None:
    found = opened(full_page())
    for font in fonts(found):
        cmap = font.ToUnicode.read_bytes().decode()
        mapped = set(re.findall(r"^<(\w{4})> <\w+>$", cmap, re.MULTILINE))
        resource = next(k for k, v in found.pages[0].Resources.Font.items() if v.objgen == font.objgen)
        shown: set[str] = set()
        current = ""
        for operands, operator in pikepdf.parse_content_stream(found.pages[0]):
            if str(operator) == "Tf":
                current = str(operands[0])
            if str(operator) == "TJ" and current == resource:
                for part in operands[0]:
                    if isinstance(part, pikepdf.String):
                        shown.update(re.findall("....", bytes(part).hex().upper()))
        assert shown
        assert shown <= mapped
        assert "FFFD" not in cmap


def test_cid_keyed_program_is_asked_by_its_cids() -> None:
    """A CID is looked up in the program's charset, not taken for a glyph index: the same picture either way."""
    seen = [rendered(written(page([text("一丁 abc", face=face)])), scale=2) for face in ("cff", "cff cid-keyed")]
    assert seen[0].getcolors(100_000) != [(240_000, (255, 255, 255))]
    assert seen[0].tobytes() == seen[1].tobytes()


# -- text -----------------------------------------------------------------------------------------------------


def test_extracted_text_is_the_story() -> None:
    lines = ["一丁丂七丄丅丆万丈三上下", "abc def 2026", "，。「」𠮷"]
    data = written(page([text(line, y=40_000 + 20_000 * i) for i, line in enumerate(lines)]))
    with pdfium.PdfDocument(data) as document:
        assert document[0].get_textpage().get_text_range().splitlines() == lines


@pytest.mark.parametrize("face", ["box", "box-cff"])
def test_places_of_a_justified_line(face: str) -> None:
    """Sixty glyphs of a justified line stand where the display list says, as another program measures it."""
    chars = HAN[:40] + "abc" + HAN[40:57]
    run = text(chars, x=5_250, size=4_500, extra=Fraction(1234, 17), face=face)
    with pdfium.PdfDocument(written(page([run], bleed=3_000))) as document:
        textpage = document[0].get_textpage()
        assert textpage.count_chars() == 60
        for index, x in enumerate(run.xs):
            left, bottom = origin(textpage, index)
            assert abs(left - (3 + 5.25 + x / 1000)) < 0.01
            assert abs(bottom - 153) < 0.01


def origin(textpage: pdfium.PdfTextPage, index: int) -> tuple[float, float]:
    import ctypes

    import pypdfium2.raw as raw

    x, y = ctypes.c_double(), ctypes.c_double()
    assert raw.FPDFText_GetCharOrigin(textpage, index, x, y)
    return x.value, y.value


def test_actual_text_is_extracted() -> None:
    run = text("一丁一")
    run = replace(run, texts=("一", "丁", "⼀"))
    with pdfium.PdfDocument(written(page([run]))) as document:
        assert document[0].get_textpage().get_text_range() == "一丁⼀"


# -- colour ---------------------------------------------------------------------------------------------------


def test_no_rgb_operator(tmp_path: Path) -> None:
    Pillow.new("RGB", (40, 30), (200, 20, 20)).save(tmp_path / "a.jpg")
    picture = Image(str(tmp_path / "a.jpg"), Rect(0, 0, 40_000, 30_000), (0, 0, 100_000, 100_000), 0)
    found = opened(page([*full_page().groups[0].items, picture]))
    used = {str(operator) for _, operator in pikepdf.parse_content_stream(found.pages[0])}
    assert not used & {"rg", "RG", "g", "G", "cs", "CS", "sc", "scn", "SC", "SCN", "sh", "BI"}
    assert {"k", "K", "gs"} <= used
    for obj in found.objects:
        if isinstance(obj, pikepdf.Stream):
            assert b"/DeviceRGB" not in obj.unparse()
            assert obj.get("/ColorSpace") != "/DeviceRGB"
    image = found.pages[0].Resources.XObject["/Im1"]
    assert image.ColorSpace[0] == "/ICCBased"
    assert image.ColorSpace[1].N == 3


def test_overprint_states() -> None:
    document = opened(full_page())
    states = document.pages[0].Resources.ExtGState
    assert (states.Ov.OP, states.Ov.op, states.Ov.OPM) == (True, True, 1)
    assert (states.Ko.OP, states.Ko.op) == (False, False)


def test_white_on_red_is_seen() -> None:
    data = written(
        page([Fill(Rect(0, 0, 300_000, 200_000), RED, 0), text("一一一", ink=WHITE, size=60_000, y=150_000)])
    )
    colours = {colour for _, colour in rendered(data).getcolors(100_000) or []}
    assert (255, 255, 255) in colours


# -- pictures -------------------------------------------------------------------------------------------------

WHOLE = (0, 0, 100_000, 100_000)
SHEET = Rect(0, 0, 300_000, 200_000)


def test_cmyk_jpeg_prints_its_ink(tmp_path: Path) -> None:
    """Cyan stays cyan, from a file with Adobe's marker (upside down) and from one without."""
    adobe, bare = tmp_path / "adobe.jpg", tmp_path / "bare.jpg"
    Pillow.new("CMYK", (32, 32), (255, 0, 0, 0)).save(adobe, quality=95)
    data = adobe.read_bytes()
    assert data.count(b"Adobe") == 1
    upside = BytesIO()
    Pillow.new("CMYK", (32, 32), (0, 255, 255, 255)).save(upside, "JPEG", quality=95)
    at = upside.getvalue().index(b"\xff\xee")
    length = int.from_bytes(upside.getvalue()[at + 2 : at + 4], "big")
    bare.write_bytes(upside.getvalue()[:at] + upside.getvalue()[at + 2 + length :])
    for path, decode in ((adobe, [1, 0] * 4), (bare, None)):
        data = written(page([Image(str(path), SHEET, WHOLE, 0)]))
        document = pikepdf.open(BytesIO(data))
        image = document.pages[0].Resources.XObject["/Im1"]
        assert image.ColorSpace == "/DeviceCMYK"
        assert (list(map(int, image.Decode)) if "/Decode" in image else None) == decode
        red, green, blue = rendered(data).getpixel((150, 100))  # type: ignore[misc]
        assert red < 90 < 120 < green, path
        assert blue > 180


def test_jpeg_goes_through_untouched(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Pillow.new("RGB", (64, 48), (10, 200, 30)).save(path, progressive=True)
    document = opened(page([Image(str(path), SHEET, WHOLE, 0)]))
    image = document.pages[0].Resources.XObject["/Im1"]
    assert image.read_raw_bytes() == path.read_bytes()
    assert image.Filter == "/DCTDecode"


def test_picture_is_embedded_once(tmp_path: Path) -> None:
    for name in ("a.jpg", "b.jpg"):
        Pillow.new("RGB", (64, 48), (10, 200, 30)).save(tmp_path / name)
    first, second = (Image(str(tmp_path / name), SHEET, WHOLE, 0) for name in ("a.jpg", "b.jpg"))
    found = opened(page([first, second]), page([second], number=2))
    images = [o for o in found.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]
    assert len(images) == 1


def test_crop_shows_its_part(tmp_path: Path) -> None:
    picture = Pillow.new("RGB", (100, 100), (0, 0, 255))
    picture.paste((255, 0, 0), (50, 0, 100, 50))
    picture.save(tmp_path / "a.png")
    data = written(
        page([Image(str(tmp_path / "a.png"), Rect(0, 0, 100_000, 100_000), (50_000, 0, 100_000, 50_000), 0)])
    )
    seen = rendered(data)
    assert seen.getpixel((5, 5)) == seen.getpixel((95, 95)) == (255, 0, 0)
    assert seen.getpixel((150, 150)) == (255, 255, 255)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_orientation_is_honoured(tmp_path: Path, orientation: int) -> None:
    """As the imaging library turns it, so it stands on the page."""
    from PIL import ImageOps

    stored = Pillow.new("RGB", (80, 40), (255, 255, 255))
    stored.paste((255, 0, 0), (0, 0, 40, 20))
    stored.paste((0, 0, 255), (40, 0, 80, 20))
    exif = Pillow.Exif()
    exif[0x0112] = orientation
    path = tmp_path / "a.jpg"
    stored.save(path, exif=exif, quality=95)
    with Pillow.open(path) as file:
        wanted = ImageOps.exif_transpose(file).convert("RGB")
    rect = Rect(0, 0, wanted.width * 1000, wanted.height * 1000)
    seen = rendered(written(page([Image(str(path), rect, WHOLE, 0)])))
    for x in (wanted.width // 4, wanted.width * 3 // 4):
        for y in (wanted.height // 4, wanted.height * 3 // 4):
            pair = zip(wanted.getpixel((x, y)), seen.getpixel((x, y)), strict=True)  # type: ignore[arg-type]
            assert all(abs(a - b) < 40 for a, b in pair)


def test_broken_picture_names_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Pillow.effect_noise((200, 200), 50).save(path)
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 400] = bytes(400)
    path.write_bytes(bytes(data))
    with pytest.raises(PictureFault) as caught:
        written(page([Image(str(path), SHEET, WHOLE, 0)]))
    assert caught.value.finding.code == "picture.unreadable"
    assert str(caught.value.finding.span) == "stories/a.md:3:1"


def test_a_run_without_glyphs_is_nothing() -> None:
    empty = Glyphs("ghost", 9_000, 0, 0, (), (), (), BLACK, 0)
    found = opened(page([empty]))
    assert "/Font" not in found.pages[0].Resources
