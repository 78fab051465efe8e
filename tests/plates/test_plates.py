"""Pages of other PDFs on plates: every colour operator, picture, shading and pattern, overprint honoured.

All inks were worked out by hand.
"""

from __future__ import annotations

import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image as Pillow

from pdf.fontkit import Fonts
from pdf.pages import page, text
from printlayout.base.geometry import Rect
from printlayout.model.display import Fill, Placed
from printlayout.model.ink import Ink
from printlayout.model.press import NEWSPRINT
from printlayout.separations import PROCESS, separate, soft_proof

from .kit import WHOLE, jpeg, levels, pdf, plates

SPOTS = replace(NEWSPRINT, spots=True)
GOLD = "[/Separation /Gold /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0.2 0.8 0.1] /N 1 >>]"
HALF = "100 0 100 100 re f"
RED = "0 1 0.8 0 k 0 0 200 100 re f "
STATES = {"ExtGState": "<< /O0 << /OP true /op true /OPM 0 >> /O1 << /OP true /op true /OPM 1 >> >>"}
NEAR = 2
ESTIMATED, LEFT_OUT = "pdf.placed-estimated", "pdf.placed-not-separated"
FOUR = "/BitsPerComponent 8 /ColorSpace /DeviceCMYK"
JPEG = "<< /Subtype /Image /Width %d /Height %d " + FOUR + " %s /Filter /DCTDecode >>"


def near(found: list[int], wanted: list[int]) -> bool:
    return all(abs(a - b) <= NEAR for a, b in zip(found, wanted, strict=True))


# -- colours ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("colour", "inks"),
    [
        ("1 0.5 0.25 0.1 k", [100, 50, 25, 10]),
        ("0.4 g", [0, 0, 0, 60]),
        ("/DeviceCMYK cs 0.2 0.4 0.6 0.8 sc", [20, 40, 60, 80]),
        ("/DeviceCMYK cs", [0, 0, 0, 100]),
        ("/DeviceGray cs 0.25 sc", [0, 0, 0, 75]),
        ("/Icc4 cs 0.2 0.4 0.6 0.8 scn", [20, 40, 60, 80]),
        ("/Icc1 cs 0.25 scn", [0, 0, 0, 75]),
        ("/Mag cs 0.5 scn", [0, 50, 0, 0]),
        ("/CY cs 0.5 0.25 scn", [50, 0, 25, 0]),
        ("/All cs 0.5 scn", [50, 50, 50, 50]),
        ("/Gold cs 1 scn", [0, 20, 80, 10]),
        ("/Gold cs 0.5 scn", [0, 10, 40, 5]),
        ("/Idx cs 1 scn", [100, 0, 100, 0]),
        ("/Calc cs 0.8 scn", [40, 0, 0, 20]),
        ("/Sampled cs 0.25 scn", [25, 0, 12, 0]),
        ("/Stitched cs 0.75 scn", [0, 50, 50, 0]),
    ],
)
def test_every_kind_of_colour_comes_apart(tmp_path: Path, colour: str, inks: list[int]) -> None:
    spaces = (
        "<< /Icc4 [/ICCBased @icc4 ] /Icc1 [/ICCBased @icc1 ] /Gold " + GOLD + " "
        "/Mag [/Separation /Magenta /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 1 0 0] /N 1 >>] "
        "/CY [/DeviceN [/Cyan /Yellow] /DeviceCMYK @both ] /All [/Separation /All /DeviceCMYK @two ] "
        "/Idx [/Indexed /DeviceCMYK 1 <0000FF00FF00FF00>] /Calc [/Separation /Blue /DeviceCMYK @calc ] "
        "/Sampled [/Separation /Teal /DeviceCMYK @sampled ] /Stitched [/Separation /Warm /DeviceCMYK "
        "<< /FunctionType 3 /Domain [0 1] /Bounds [0.5] /Encode [0 1 0 1] /Functions ["
        "<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 1 0 0] /N 1 >> "
        "<< /FunctionType 2 /Domain [0 1] /C0 [0 1 0 0] /C1 [0 0 1 0] /N 1 >>] >>] >>"
    )
    numbers = "/Domain [0 1] /Range [0 1 0 1 0 1 0 1]"
    data = pdf(
        f"{RED}{colour} 0 0 200 100 re f",
        {"ColorSpace": spaces},
        icc4=("<< /N 4 >>", b"x"),
        icc1=("<< /N 1 >>", b"x"),
        two=(f"<< /FunctionType 4 {numbers} >>", b"{ pop 0 0 0 0 }"),
        both=("<< /FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1 0 1] >>", b"{ 0 exch 0 }"),
        calc=(f"<< /FunctionType 4 {numbers} >>", b"{ dup 0.5 mul exch 0.25 mul 0 0 3 -1 roll }"),
        sampled=(f"<< /FunctionType 0 /Size [2] /BitsPerSample 8 {numbers} >>", bytes([0, 0, 0, 0, 255, 0, 128, 0])),
    )
    found = plates(tmp_path, data)
    assert near(levels(found, 100, 50), inks)
    assert found.findings == ()


def test_a_page_begins_in_black_and_forms_take_their_colour_along(tmp_path: Path) -> None:
    form = ("<< /Type /XObject /Subtype /Form /BBox [0 0 200 100] >>", b"0 0 50 100 re f 1 0 0 0 k 50 0 50 100 re f")
    data = pdf("150 0 50 100 re f 0 1 0 0 k /F Do 100 0 50 100 re f", {"XObject": "<< /F @form >>"}, form=form)
    found = plates(tmp_path, data)
    assert [levels(found, x, 50) for x in (20, 70, 120, 170)] == [
        [0, 100, 0, 0], [100, 0, 0, 0], [0, 100, 0, 0], [0, 0, 0, 100],
    ]  # fmt: skip


# -- overprint --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "paint", "inks"),
    [
        ("", "1 0 0 0 k", [100, 0, 0, 0]),
        ("/O0 gs", "1 0 0 0 k", [100, 0, 0, 0]),
        ("/O1 gs", "1 0 0 0 k", [100, 100, 80, 0]),
        ("/O1 gs", "0 0.5 0 1 k", [0, 50, 80, 100]),
        ("/O1 gs", "0 g", [0, 0, 0, 100]),
        ("/O0 gs", "/Mag cs 0.5 scn", [0, 50, 80, 0]),
        ("", "/Mag cs 0.5 scn", [0, 50, 0, 0]),
        ("/O1 gs", "/None cs 1 scn", [0, 100, 80, 0]),
        ("", "/None cs 1 scn", [0, 100, 80, 0]),
        ("/O1 gs", "/Gold cs 0.5 scn", [0, 10, 40, 5]),
    ],
)
@pytest.mark.parametrize("by", ["fill", "stroke", "text"])
def test_overprint_leaves_plates_alone_as_its_mode_says(
    tmp_path: Path, state: str, paint: str, inks: list[int], by: str
) -> None:
    spaces = f"<< /Mag {GOLD.replace('Gold', 'Magenta')} /None {GOLD.replace('Gold', 'None')} /Gold {GOLD} >>"
    draw = {"fill": "0 0 200 100 re f", "stroke": "100 w 0 50 m 200 50 l S", "text": "0 0 200 100 re f"}[by]
    if by == "stroke":
        for small in ("k", "g", "cs", "scn"):
            paint = " ".join(word.upper() if word == small else word for word in paint.split())
    if by == "text":  # a glyph of Type 3, 200 by 100
        draw = "BT /T 1 Tf (a) Tj ET"
    font = (
        "<< /T << /Type /Font /Subtype /Type3 /FontBBox [0 0 200 100] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 "
        "/LastChar 97 /Widths [200] /Encoding << /Differences [97 /a] >> /CharProcs << /a @glyph >> >> >>"
    )
    data = pdf(
        f"{RED}{state} {paint} {draw}",
        STATES | {"ColorSpace": spaces, "Font": font},
        glyph=("<< >>", b"200 0 0 0 200 100 d1 0 0 200 100 re f"),
    )
    assert near(levels(plates(tmp_path, data), 100, 50), inks)


def test_overprint_goes_for_what_lies_below_the_ad_too(tmp_path: Path) -> None:
    below = [Fill(Rect(0, 0, 300_000, 200_000), Ink("y", 0, 0, 1000, 0), 0)]
    data = pdf("/O1 gs 1 0 0 0 k 0 0 100 100 re f 0 0 0 0 k 100 0 50 100 re f", STATES)
    found = plates(tmp_path, data, under=below)
    assert [levels(found, x, 50) for x in (50, 120, 180)] == [[100, 0, 100, 0], [0, 0, 100, 0], [0, 0, 100, 0]]


def test_filled_and_stroked_at_once_each_by_its_own_switch(tmp_path: Path) -> None:
    """The fill overprints, the stroke knocks out."""
    state = {"ExtGState": "<< /S << /OP false /op true /OPM 1 >> >>"}
    data = pdf(f"{RED}/S gs 1 0 0 0 k 0 0 0 1 K 20 w 50 20 100 60 re B", state)
    found = plates(tmp_path, data)
    assert levels(found, 100, 50) == [100, 100, 80, 0]
    assert levels(found, 50, 50) == [0, 0, 0, 100]


# -- spot inks --------------------------------------------------------------------------------------------------


def test_a_press_with_spot_inks_gets_their_plates(tmp_path: Path) -> None:
    data = pdf(
        f"{RED}/Gold cs 0.5 scn {HALF} /O1 gs 1 0 0 0 k 150 0 50 100 re f",
        STATES | {"ColorSpace": f"<< /Gold {GOLD} >>"},
    )
    found = plates(tmp_path, data, SPOTS)
    assert list(found.plates) == [*PROCESS, "Gold"]
    assert [levels(found, x, 50) for x in (50, 120, 180)] == [[0, 100, 80, 0, 0], [0, 0, 0, 0, 50], [100, 0, 0, 0, 50]]
    gold = found.spots["Gold"]
    assert (gold.cyan, gold.magenta, gold.yellow, gold.black, gold.spot) == (0, 200, 800, 100, "Gold")
    assert soft_proof(found, SPOTS) is None


# -- pictures ---------------------------------------------------------------------------------------------------

PICTURE = "<< /Type /XObject /Subtype /Image /Width 2 /Height 1 /BitsPerComponent 8 %s >>"
BLACK_BLUE = "/ColorSpace [/DeviceN [/Black /Blue] /DeviceCMYK @tint ]"
CMYK_PIXELS = bytes([255, 128, 0, 51, 0, 0, 255, 0])


@pytest.mark.parametrize(
    ("entries", "data", "inks"),
    [
        ("/ColorSpace /DeviceCMYK", CMYK_PIXELS, ([100, 50, 0, 20], [0, 0, 100, 0])),
        ("/ColorSpace /DeviceCMYK /Decode [1 0 1 0 1 0 1 0]", CMYK_PIXELS, ([0, 50, 100, 80], [100, 100, 0, 100])),
        ("/ColorSpace /CMYK /Filter /FlateDecode", zlib.compress(CMYK_PIXELS), ([100, 50, 0, 20], [0, 0, 100, 0])),
        ("/ColorSpace /DeviceGray", bytes([51, 255]), ([0, 0, 0, 80], [0, 0, 0, 0])),
        ("/ColorSpace /DeviceGray /Decode [1 0]", bytes([51, 255]), ([0, 0, 0, 20], [0, 0, 0, 100])),
        ("/ColorSpace [/Indexed /DeviceCMYK 1 <0000FF00FF00FF00>]", bytes([1, 0]), ([100, 0, 100, 0], [0, 0, 100, 0])),
        (f"/ColorSpace {GOLD}", bytes([255, 128]), ([0, 20, 80, 10], [0, 10, 40, 5])),
        (f"/ColorSpace {GOLD.replace('Gold', 'Cyan')}", bytes([255, 128]), ([100, 0, 0, 0], [50, 0, 0, 0])),
        (BLACK_BLUE, bytes([255, 0, 0, 128]), ([0, 0, 0, 100], [50, 0, 0, 0])),
    ],
)  # fmt: skip
def test_pictures_come_apart(tmp_path: Path, entries: str, data: bytes, inks: tuple[list[int], list[int]]) -> None:
    numbers = "/Domain [0 1 0 1] /Range [0 1 0 1 0 1 0 1]"
    made = pdf(
        f"{RED}q 200 0 0 100 0 0 cm /P Do Q",
        {"XObject": "<< /P @picture >>"},
        picture=(PICTURE % entries, data),
        tint=(f"<< /FunctionType 4 {numbers} >>", b"{ exch 0 0 3 -1 roll }"),
    )
    found = plates(tmp_path, made)
    assert near(levels(found, 50, 50), inks[0])
    assert near(levels(found, 150, 50), inks[1])
    assert found.findings == ()


@pytest.mark.parametrize("turned", [False, True])
def test_jpegs_of_four_inks_by_their_samples_and_decode(tmp_path: Path, turned: bool) -> None:
    """Pillow stores them upside down, as Adobe does; then the PDF says so in Decode."""
    data = jpeg(Pillow.new("CMYK", (64, 64), (255, 128, 0, 51)))
    decode = "/Decode [1 0 1 0 1 0 1 0]" if turned else ""
    entries = JPEG % (64, 64, decode)
    made = pdf("q 200 0 0 100 0 0 cm /P Do Q", {"XObject": "<< /P @picture >>"}, picture=(entries, data))
    wanted = [100, 50, 0, 20] if turned else [0, 50, 100, 80]
    assert near(levels(plates(tmp_path, made), 100, 50), wanted)


def test_one_bit_art_grey_jpegs_and_soft_masks(tmp_path: Path) -> None:
    art = ("<< /Subtype /Image /Width 8 /Height 1 /BitsPerComponent 1 /ImageMask true >>", b"\x0f")
    grey = (
        "<< /Subtype /Image /Width 64 /Height 64 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode >>",
        jpeg(Pillow.new("L", (64, 64), 102)),
    )
    masked = (
        "<< /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceCMYK /SMask @mask >>",
        bytes([255, 0, 0, 0]),
    )
    mask = ("<< /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray >>", b"\x80")
    found = plates(
        tmp_path,
        pdf(
            f"{RED}1 0 1 0 k q 50 0 0 100 0 0 cm /A Do Q q 50 0 0 100 50 0 cm /G Do Q q 100 0 0 100 100 0 cm /M Do Q",
            {"XObject": "<< /A @art /G @grey /M @masked >>"}, art=art, grey=grey, masked=masked, mask=mask,
        ),
    )  # fmt: skip
    assert levels(found, 10, 50) == [100, 0, 100, 0]
    assert levels(found, 40, 50) == [0, 100, 80, 0]
    assert near(levels(found, 75, 50), [0, 0, 0, 60])
    assert near(levels(found, 150, 50), [50, 50, 40, 0])


def test_inline_pictures_are_pictures(tmp_path: Path) -> None:
    content = b"q 200 0 0 100 0 0 cm BI /W 2 /H 1 /BPC 8 /CS /CMYK ID " + CMYK_PIXELS + b" EI Q"
    found = plates(tmp_path, pdf(content))
    assert near(levels(found, 50, 50), [100, 50, 0, 20])
    assert found.findings == ()


# -- shadings, patterns, transparency ---------------------------------------------------------------------------

RAMP = "<< /FunctionType 2 /Domain [0 1] /C0 [1 0 0 0] /C1 [0 0 1 0] /N 1 >>"


@pytest.mark.parametrize(
    "paint", ["/S sh", "/Pattern cs /P scn 0 0 200 100 re f", "/Pattern CS /P SCN 100 w 0 50 m 200 50 l S"]
)
def test_gradients_are_those_of_each_ink(tmp_path: Path, paint: str) -> None:
    shading = f"<< /ShadingType 2 /ColorSpace /DeviceCMYK /Coords [0 0 200 0] /Function {RAMP} >>"
    named = {"Shading": f"<< /S {shading} >>", "Pattern": f"<< /P << /PatternType 2 /Shading {shading} >> >>"}
    found = plates(tmp_path, pdf(f"{RED}{paint}", named))
    for x in (20, 100, 180):
        assert near(levels(found, x, 50), [100 - x // 2, 0, x // 2, 0])
    assert found.findings == ()


def test_a_mesh_has_the_greys_of_its_corners(tmp_path: Path) -> None:
    """A triangle over the left half, cyan at its left edge, yellow at its right corner."""
    corners = b"".join(
        bytes([0]) + x.to_bytes(2, "big") + y.to_bytes(2, "big") + bytes(inks)
        for x, y, inks in ((0, 0, (255, 0, 0, 0)), (0, 65535, (255, 0, 0, 0)), (65535, 32768, (0, 0, 255, 0)))
    )
    mesh = (
        "<< /ShadingType 4 /ColorSpace /DeviceCMYK /BitsPerCoordinate 16 /BitsPerComponent 8 /BitsPerFlag 8 "
        "/Decode [0 200 0 100 0 1 0 1 0 1 0 1] >>", corners,
    )  # fmt: skip
    found = plates(tmp_path, pdf("/S sh", {"Shading": "<< /S @mesh >>"}, mesh=mesh))
    for x in (40, 100, 140):
        assert near(levels(found, x, 50), [100 - x // 2, 0, x // 2, 0])


def test_tiles_with_and_without_colours_of_their_own(tmp_path: Path) -> None:
    entries = "<< /PatternType 1 /PaintType %d /TilingType 1 /BBox [0 0 10 10] /XStep 10 /YStep 10 /Resources << >> >>"
    found = plates(
        tmp_path,
        pdf(
            f"{RED}/Pattern cs /A scn 0 0 60 100 re f /U cs 0 0.5 0 0.2 /B scn 60 0 60 100 re f "
            "1 0 0 0 k 120 0 80 100 re f",
            {"Pattern": "<< /A @a /B @b >>", "ColorSpace": "<< /U [/Pattern /DeviceCMYK] >>"},
            a=(entries % 1, b"0 0 10 10 re f 0.3 0 0 0 k 0 0 10 10 re f"),
            b=(entries % 2, b"0 0 10 10 re f"),
        ),
    )
    assert near(levels(found, 30, 50), [30, 0, 0, 0])
    assert near(levels(found, 90, 50), [0, 50, 0, 20])
    assert levels(found, 150, 50) == [100, 0, 0, 0]


def test_transparency_is_blended_plate_by_plate(tmp_path: Path) -> None:
    states = {"ExtGState": "<< /Half << /ca 0.5 >> /Times << /BM /Multiply >> >>"}
    data = pdf(
        f"{RED}q /Half gs 1 0 0 0 k 0 0 100 100 re f Q /Times gs 0.5 0.5 0 0 k 100 0 100 100 re f", states,
        group="<< /S /Transparency /CS /DeviceCMYK >>",
    )  # fmt: skip
    found = plates(tmp_path, data)
    assert near(levels(found, 50, 50), [50, 50, 40, 0])
    assert near(levels(found, 150, 50), [50, 100, 80, 0])
    assert found.findings == ()


# -- what can't be taken apart ----------------------------------------------------------------------------------


LAB = "[/Lab << /WhitePoint [1 1 1] >>]"
BARE = "<< /ShadingType 2 /ColorSpace /DeviceCMYK /Coords [0 0 1 0] >>"


@pytest.mark.parametrize(
    ("content", "resources", "code", "what"),
    [
        ("1 0 0 rg 0 0 200 100 re f", {}, ESTIMATED, "RGB"),
        ("/L cs 50 0 0 scn 0 0 9 9 re f", {"ColorSpace": f"<< /L {LAB} >>"}, ESTIMATED, "Lab"),
        ("/X cs 1 scn 0 0 9 9 re f", {"ColorSpace": "<< /X [/Foo 1] >>"}, ESTIMATED, "colour space"),
        ("/H gs 1 0 0 0 k 0 0 9 9 re f", {"ExtGState": "<< /H << /BM /Hue >> >>"}, ESTIMATED, "blend mode Hue"),
        ("/S sh", {"Shading": f"<< /S {BARE} >>"}, LEFT_OUT, "shading without a function"),
        ("/Nix gs 0 0 9 9 re f", {}, LEFT_OUT, "operator gs"),
    ],
)  # fmt: skip
def test_what_has_no_plates_is_told(
    tmp_path: Path, content: str, resources: dict[str, str], code: str, what: str
) -> None:
    found = plates(tmp_path, pdf(content, resources))
    (told,) = found.findings
    assert (told.code, told.args["what"], told.args["file"]) == (code, what, "ad.pdf")
    assert Path(told.span.file).name == "a.md"


def test_a_picture_that_cannot_be_read_is_named_by_its_object(tmp_path: Path) -> None:
    picture = (
        JPEG % (9, 9, ""),
        b"nothing",
    )
    found = plates(
        tmp_path, pdf(f"{RED}q 200 0 0 100 0 0 cm /P Do Q", {"XObject": "<< /P @picture >>"}, picture=picture)
    )
    (told,) = found.findings
    assert told.code == "pdf.placed-not-separated"
    assert told.args["what"] == "/DCTDecode"
    assert int(told.args["object"]) > 0
    assert levels(found, 100, 50) == [0, 100, 80, 0]


def test_our_own_text_overprints_an_ad_and_stays_off_its_plates(tmp_path: Path) -> None:
    file = tmp_path / "ad.pdf"
    file.write_bytes(pdf(RED))
    words = text("一一", size=60_000, x=40_000, y=80_000)
    found = separate(page([Placed(str(file), 1, "trim", WHOLE, WHOLE, 0), words]), Fonts(), NEWSPRINT, 72)
    assert levels(found, 60, 39) == [0, 100, 80, 100]
