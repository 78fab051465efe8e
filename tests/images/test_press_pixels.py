"""Which pixels of a picture go into the file, how they are turned, scaled, sharpened; what goes through untouched."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Pillow
from PIL import ImageOps

from printlayout.base.geometry import Rect
from printlayout.images import WHOLE, ImageInfo, PictureFault, probe
from printlayout.images.press import planned

from .chart import PRESS, at, convert, pixels, tiff, wheel, whole

RECT = Rect(0, 0, 72_000, 72_000)


def greys(width: int, height: int) -> Pillow.Image:
    """A grey picture whose every pixel is another than its neighbours."""
    return Pillow.frombytes(
        "L", (width, height), bytes((x * 7 + y * 13) % 251 for y in range(height) for x in range(width))
    )


def exif(orientation: int) -> Pillow.Exif:
    made = Pillow.Exif()
    made[0x0112] = orientation
    return made


# -- what is to be done --------------------------------------------------------------------------------------------


def test_a_picture_as_fine_as_wanted_keeps_its_pixels() -> None:
    plan = planned((450, 450), 8, WHOLE, RECT, PRESS)
    assert (plan.box, plan.size, plan.crop, plan.coarse, plan.ppi) == ((0, 0, 450, 450), None, WHOLE, True, 450)


def test_a_finer_one_is_brought_to_what_is_wanted() -> None:
    """451 ppi is above the most; the press wants 200."""
    plan = planned((451, 902), 8, (0, 25_000, 100_000, 75_000), RECT, PRESS)
    assert (plan.box, plan.size, plan.crop, plan.coarse) == ((0, 225.5, 451, 676.5), (200, 200), WHOLE, False)


def test_a_cut_between_pixels_takes_them_whole_and_says_which_part() -> None:
    """A third of 100 pixels from 33.333: pixels 33 to 67, of which 0.333 on the left and right are not seen."""
    plan = planned((100, 100), 8, (33_333, 0, 66_667, 100_000), RECT, PRESS)
    assert plan.box == (33, 0, 67, 100)
    assert plan.crop == (979, 0, 99_021, 100_000)  # 0.333 / 34, 33.667 / 34


def test_art_of_one_bit_keeps_its_pixels() -> None:
    plan = planned((2400, 2400), 1, WHOLE, RECT, PRESS)
    assert (plan.size, plan.coarse) == (None, False)


def test_a_sliver_is_a_pixel() -> None:
    assert planned((10, 10), 8, (0, 0, 1, 1), RECT, PRESS).box == (0, 0, 1, 1)


# -- cut and turned ------------------------------------------------------------------------------------------------


def test_only_the_pixels_seen_are_there(tmp_path: Path) -> None:
    picture = greys(40, 20)
    picture.save(tmp_path / "a.png")
    made, crop = convert(tmp_path / "a.png", at(200, 20, 20), crop=(25_000, 0, 75_000, 100_000))
    assert (made.width, made.height, crop) == (20, 20, WHOLE)
    assert pixels(made).tobytes() == picture.crop((10, 0, 30, 20)).tobytes() or made.filter == "DCTDecode"


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("ending", ["png", "tif"])
def test_turned_upright_and_cut(tmp_path: Path, orientation: int, ending: str) -> None:
    """As Pillow's own turning gives it."""
    stored = greys(12, 8).quantize(8).convert("L")  # few greys: nothing is coded as JPEG
    path = tmp_path / f"a.{ending}"
    if ending == "png":
        stored.save(path, exif=exif(orientation))
    else:
        path.write_bytes(tiff(12, 8, 1, 8, 1, stored.tobytes(), orientation=orientation))
    tagged = stored.copy()
    tagged.getexif()[0x0112] = orientation
    upright = ImageOps.exif_transpose(tagged)
    info = probe(path)
    assert isinstance(info, ImageInfo)
    assert (info.width, info.height) == upright.size
    box = (2, 1, upright.width - 1, upright.height - 3)
    part = tuple(box[n] * 100_000 // upright.size[n % 2] for n in range(4))
    made, _ = convert(path, at(200, box[2] - box[0], box[3] - box[1]), crop=part)  # type: ignore[arg-type]
    outer = planned(upright.size, 8, part, at(200, 9, 4), PRESS).box  # type: ignore[arg-type]
    assert made.orientation == 1
    assert pixels(made).tobytes() == upright.crop(tuple(map(int, outer))).tobytes()  # type: ignore[arg-type]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_turned_and_scaled(tmp_path: Path, orientation: int) -> None:
    """A JPEG of 800 ppi comes to 200 ppi, upright; libjpeg has already halved it."""
    stored = wheel(480, 320)
    stored.save(tmp_path / "a.jpg", quality=95, exif=exif(orientation))
    tagged = stored.copy()
    tagged.getexif()[0x0112] = orientation
    upright = ImageOps.exif_transpose(tagged)
    made, crop = convert(tmp_path / "a.jpg", at(800, *upright.size))
    assert ((made.width, made.height), crop) == ((upright.width // 4, upright.height // 4), WHOLE)
    (tmp_path / "b").mkdir()
    upright.resize((made.width, made.height), Pillow.Resampling.LANCZOS).save(tmp_path / "b" / "a.png")
    seen, wanted = pixels(made), pixels(whole(tmp_path / "b" / "a.png"))
    for spot in [(5, 5), (made.width - 6, 5), (5, made.height - 6), (made.width // 2, made.height // 2)]:
        pair = zip(seen.getpixel(spot), wanted.getpixel(spot), strict=True)  # type: ignore[arg-type]
        assert max(abs(a - b) for a, b in pair) <= 8


def test_scaling_keeps_what_is_fine_and_makes_no_moire(tmp_path: Path) -> None:
    """Lines finer than the result can show become an even grey, not beats."""
    lines = Pillow.frombytes("L", (1000, 100), bytes(255 * (x % 2) for _ in range(100) for x in range(1000)))
    lines.save(tmp_path / "a.png")
    made, _ = convert(tmp_path / "a.png", at(700, 1000, 100))
    middle = pixels(made).crop((10, 5, made.width - 10, made.height - 5))
    low, high = middle.getextrema()
    assert isinstance(low, int)
    assert isinstance(high, int)
    assert low >= 120
    assert high <= 135


# -- bits and transparency -----------------------------------------------------------------------------------------


def test_one_bit_stays_one_bit(tmp_path: Path) -> None:
    art = Pillow.frombytes("1", (16, 2), b"\xaa\x55\x0f\xf0")
    for name, options in (("a.png", {}), ("a.tif", {"compression": "group4"})):
        art.save(tmp_path / name, **options)  # type: ignore[arg-type]
        made = whole(tmp_path / name)
        assert (made.bits, made.space, made.filter) == (1, "gray", "FlateDecode")
        assert pixels(made).tobytes() == b"\xaa\x55\x0f\xf0"


WIDE = [0x0000, 0x1234, 0x80FF, 0xFFFF]


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(("photometric", "expected"), [(1, [0, 0x12, 0x80, 0xFF]), (0, [0xFF, 0xED, 0x7F, 0])])
def test_sixteen_bit_grey(tmp_path: Path, order: str, photometric: int, expected: list[int]) -> None:
    import struct

    (tmp_path / "a.tif").write_bytes(tiff(4, 1, photometric, 16, 1, struct.pack(order + "4H", *WIDE), order=order))
    assert list(pixels(whole(tmp_path / "a.tif")).tobytes()) == expected


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("strips", [1, 2])
def test_rgb_and_cmyk_of_either_depth(tmp_path: Path, order: str, bits: int, strips: int) -> None:
    """The same picture, saved by Pillow in 8 bits and written by hand in either depth and byte order."""
    for mode, photometric in (("RGB", 2), ("CMYK", 5)):
        samples = len(mode)
        values = bytes((40 * n) % 200 for n in range(2 * 2 * samples))
        wide = b"".join(bytes([v, 77]) if order == ">" else bytes([77, v]) for v in values)
        data = values if bits == 8 else wide
        written = tiff(2, 2, photometric, bits, samples, data, order=order, strips=strips)
        (tmp_path / "a.tif").write_bytes(written)
        Pillow.frombytes(mode, (2, 2), values).save(tmp_path / "b.tif")
        assert pixels(whole(tmp_path / "a.tif")).tobytes() == pixels(whole(tmp_path / "b.tif")).tobytes()


@pytest.mark.parametrize("ending", ["png", "tif"])
def test_what_shows_through_shows_paper(tmp_path: Path, ending: str) -> None:
    """Clear is bare paper; half-clear black is the grey of half the light, as sRGB counts: 127 of 255."""
    picture = Pillow.new("RGBA", (3, 1), (200, 0, 0, 0))
    picture.putpixel((1, 0), (0, 0, 0, 128))
    picture.putpixel((2, 0), (255, 0, 0, 255))
    picture.save(tmp_path / f"a.{ending}")
    flat = Pillow.new("RGB", (3, 1), (255, 255, 255))
    flat.putpixel((1, 0), (127, 127, 127))
    flat.putpixel((2, 0), (255, 0, 0))
    flat.save(tmp_path / "b.png")
    made = pixels(whole(tmp_path / f"a.{ending}"))
    assert made.getpixel((0, 0)) == (0, 0, 0, 0)
    assert made.tobytes() == pixels(whole(tmp_path / "b.png")).tobytes()


def test_clear_grey(tmp_path: Path) -> None:
    picture = Pillow.new("LA", (2, 1), (0, 0))
    picture.putpixel((1, 0), (100, 255))
    picture.save(tmp_path / "a.png")
    made = whole(tmp_path / "a.png")
    assert (made.space, list(pixels(made).tobytes())) == ("gray", [255, 100])


def test_an_edge_against_nothing_has_no_fringe(tmp_path: Path) -> None:
    """What colour lies under clear pixels has no part in scaling: red beside clear green is red and paper."""
    picture = Pillow.new("RGBA", (400, 40), (0, 255, 0, 0))
    picture.paste((255, 0, 0, 255), (0, 0, 200, 40))
    picture.save(tmp_path / "a.png")
    flat = Pillow.new("RGB", (400, 40), (255, 255, 255))
    flat.paste((255, 0, 0), (0, 0, 200, 40))
    flat.save(tmp_path / "b.png")
    clear, solid = (pixels(convert(tmp_path / name, at(800, 400, 40))[0]).tobytes() for name in ("a.png", "b.png"))
    assert clear == solid


def test_a_palette(tmp_path: Path) -> None:
    picture = wheel(20, 20).quantize(16)
    picture.save(tmp_path / "a.png")
    picture.convert("RGB").save(tmp_path / "b.png")
    assert whole(tmp_path / "a.png") == whole(tmp_path / "b.png")


# -- sharpening ----------------------------------------------------------------------------------------------------


def edge() -> Pillow.Image:
    """A step from dark to light, in more greys than a drawing has."""
    rows = (40 + y % 20 if x < 30 else 200 + y % 20 for y in range(60) for x in range(60))
    return Pillow.frombytes("L", (60, 60), bytes(rows))


def test_the_profile_sharpens(tmp_path: Path) -> None:
    """Beside an edge the dark side grows darker and the light one lighter; even areas stay."""
    edge().save(tmp_path / "a.png")
    soft, sharp = (pixels(whole(tmp_path / "a.png", press)) for press in (PRESS, replace(PRESS, sharpen=(60, 200, 3))))
    assert sharp.getpixel((29, 30)) < soft.getpixel((29, 30)) - 10  # type: ignore[operator]
    assert sharp.getpixel((30, 30)) > soft.getpixel((30, 30)) + 10  # type: ignore[operator]
    assert abs(sharp.getpixel((5, 30)) - soft.getpixel((5, 30))) <= 3  # type: ignore[operator]


def test_strips_leave_no_seam(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wheel(90, 70).save(tmp_path / "a.png")
    press = replace(PRESS, sharpen=(150, 200, 0))
    at_once = whole(tmp_path / "a.png", press)
    monkeypatch.setattr("printlayout.colour.transform.STRIP", 90 * 7)
    monkeypatch.setenv("PRINTLAYOUT_PICTURE_CACHE", "0")
    assert whole(tmp_path / "a.png", press).data == at_once.data


def test_a_drawing_is_not_sharpened(tmp_path: Path) -> None:
    wheel(20, 20).quantize(8).save(tmp_path / "a.png")
    assert whole(tmp_path / "a.png") == whole(tmp_path / "a.png", replace(PRESS, sharpen=(60, 300, 0)))


# -- untouched -----------------------------------------------------------------------------------------------------


def saved(picture: Pillow.Image, path: Path, **options: object) -> bytes:
    picture.save(path, quality=90, **options)  # type: ignore[arg-type]
    return path.read_bytes()


def light_cmyk() -> Pillow.Image:
    return wheel().convert("CMYK").point([v // 2 for v in range(256)] * 4)


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("orientation", [1, 6])
def test_a_right_jpeg_goes_through_untouched(tmp_path: Path, progressive: bool, orientation: int) -> None:
    for name, picture in (("grey.jpg", wheel().convert("L")), ("cmyk.jpg", light_cmyk())):
        data = saved(picture, tmp_path / name, progressive=progressive, exif=exif(orientation))
        made, crop = convert(tmp_path / name, at(200, 60, 40), crop=(10_000, 0, 60_000, 50_000))
        assert made.data == data
        # It goes whole, and is cut and turned where it stands.
        assert (made.orientation, crop, made.inverted) == (orientation, (10_000, 0, 60_000, 50_000), name == "cmyk.jpg")


def test_with_the_press_s_own_profile_it_is_right(tmp_path: Path) -> None:
    data = saved(light_cmyk(), tmp_path / "a.jpg", icc_profile=Path(PRESS.icc).read_bytes())
    assert whole(tmp_path / "a.jpg").data == data


def test_without_adobe_s_marker_cmyk_is_stored_as_it_is(tmp_path: Path) -> None:
    data = saved(light_cmyk(), tmp_path / "a.jpg")
    start = data.index(b"\xff\xee")
    bare = data[:start] + data[start + 2 + int.from_bytes(data[start + 2 : start + 4], "big") :]
    (tmp_path / "a.jpg").write_bytes(bare)
    # Read the other way round the picture has far too much ink, and is converted.
    made = whole(tmp_path / "a.jpg")
    assert made.data != bare
    inked = pixels(made).tobytes()
    assert max(sum(inked[n : n + 4]) for n in range(0, len(inked), 4)) <= 630


@pytest.mark.parametrize("why", ["rgb", "fine", "profile", "ink"])
def test_a_jpeg_that_is_not_right_is_made_right(tmp_path: Path, why: str) -> None:
    path = tmp_path / "a.jpg"
    coated = Path(PRESS.icc).with_name("fogra39.icc").read_bytes()
    data = {
        "rgb": lambda: saved(wheel(), path),
        "fine": lambda: saved(light_cmyk(), path),
        "profile": lambda: saved(light_cmyk(), path, icc_profile=coated),
        "ink": lambda: saved(wheel().convert("CMYK").point([200 + v // 8 for v in range(256)] * 4), path),
    }[why]()
    made, _ = convert(path, at(500 if why == "fine" else 200, 120, 80))
    assert made.data != data
    assert made.space == "cmyk"
    if why == "ink":
        inked = pixels(made).tobytes()
        assert max(sum(inked[n : n + 4]) for n in range(0, len(inked), 4)) <= 630  # 599 and what JPEG adds


def test_a_spot_over_the_limit_is_let_pass(tmp_path: Path) -> None:
    """The press lets 15 square millimetres pass: at 200 ppi, 930 pixels."""
    for side, through in ((28, True), (34, False)):
        picture = Pillow.new("CMYK", (160, 160), (40, 30, 20, 0))
        picture.paste((255, 255, 255, 0), (16, 16, 16 + side, 16 + side))
        data = saved(picture, tmp_path / f"{side}.jpg", subsampling=0)
        assert (whole(tmp_path / f"{side}.jpg").data == data) is through


# -- faults --------------------------------------------------------------------------------------------------------


def test_a_picture_broken_inside_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    wheel().save(path)
    data = bytearray(path.read_bytes())
    data[data.index(b"IDAT") + 40 : data.index(b"IDAT") + 400] = bytes(360)
    path.write_bytes(data)
    with pytest.raises(PictureFault) as told:
        whole(path)
    assert told.value.finding.code == "picture.unreadable"


def test_a_missing_picture_is_a_finding(tmp_path: Path) -> None:
    with pytest.raises(PictureFault) as told:
        convert(tmp_path / "no.png", RECT)
    assert told.value.finding.code == "picture.missing"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (tiff(4, 1, 1, 8, 1, b"abcd")[:-40], "picture.unreadable"),
        (tiff(4, 1, 1, 8, 1, b"abcd").replace(b"abcd", b"", 1), "picture.unreadable"),
        (tiff(4, 1, 7, 8, 1, b"abcd"), "picture.unreadable"),
        (tiff(0, 1, 1, 8, 1, b"abcd"), "picture.unreadable"),
        (tiff(4, 1, 1, 4, 1, b"ab"), "picture.unsupported"),
        (tiff(1, 1, 1, 32, 1, b"abcd"), "picture.unsupported"),
        (b"II+\0" + bytes(60), "picture.unsupported"),
        (b"II*\0\xff\xff\xff\0", "picture.unreadable"),
    ],
)
def test_tiffs_that_are_none(tmp_path: Path, data: bytes, code: str) -> None:
    (tmp_path / "a.tif").write_bytes(data)
    with pytest.raises(PictureFault) as told:
        whole_or_fault(tmp_path / "a.tif")
    assert told.value.finding.code == code


def whole_or_fault(path: Path) -> None:
    convert(path, RECT)


def test_a_tiff_cut_short(tmp_path: Path) -> None:
    """Its directory stands at the head, its pixels are not all there yet."""
    out = BytesIO()
    Pillow.new("RGB", (50, 50), (1, 2, 3)).save(out, "TIFF")
    (tmp_path / "a.tif").write_bytes(out.getvalue()[:-100])
    with pytest.raises(PictureFault) as told:
        convert(tmp_path / "a.tif", RECT)
    assert told.value.finding.code in ("picture.truncated", "picture.unreadable")
