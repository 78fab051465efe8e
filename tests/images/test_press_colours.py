"""What pictures of every kind become in the inks of the press; expected values come from LittleCMS itself or are worked
out by hand.
"""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Pillow
from PIL import ImageCms

from printlayout.colour.transform import limited
from printlayout.images.srgb import srgb_profile

from .chart import PRESS, convert, pixels, tiff, wheel, whole
from .chart import at as place

COLOURS = [(200, 30, 40), (30, 120, 60), (250, 220, 30), (20, 40, 130), (255, 255, 255), (0, 0, 0), (190, 140, 110)]
BPC = ImageCms.Flags.BLACKPOINTCOMPENSATION


def littlecms(colours: list[tuple[int, ...]], source: object = None, mode: str = "RGB") -> list[tuple[int, ...]]:
    """The colours in the press's inks."""
    chart = Pillow.frombytes(mode, (len(colours), 1), bytes(c for colour in colours for c in colour))
    made = ImageCms.profileToProfile(
        chart,
        source or ImageCms.ImageCmsProfile(BytesIO(srgb_profile())),  # type: ignore[arg-type]
        ImageCms.ImageCmsProfile(PRESS.icc),
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        "CMYK",
        flags=BPC,
    )
    assert made is not None
    return list(zip(*[iter(made.tobytes())] * 4, strict=True))


def patches(colours: list[tuple[int, ...]], mode: str = "RGB", side: int = 16) -> Pillow.Image:
    """Squares of colours in a row."""
    chart = Pillow.frombytes(mode, (len(colours), 1), bytes(c for colour in colours for c in colour))
    return chart.resize((len(colours) * side, side), Pillow.Resampling.NEAREST)


def inks(made: Pillow.Image, count: int, side: int = 16) -> list[tuple[int, ...]]:
    """The middles of the squares."""
    found = [made.getpixel((n * side + side // 2, side // 2)) for n in range(count)]
    return [value if isinstance(value, tuple) else (value,) for value in found]  # type: ignore[misc]


def near(one: list[tuple[int, ...]], other: list[tuple[int, ...]], most: int = 1) -> bool:
    return all(abs(a - b) <= most for p, q in zip(one, other, strict=True) for a, b in zip(p, q, strict=True))


def test_rgb_is_srgb_and_few_colours_stay_exact(tmp_path: Path) -> None:
    patches(COLOURS).save(tmp_path / "a.png")
    made = whole(tmp_path / "a.png")
    assert (made.space, made.filter, made.bits, made.inverted) == ("cmyk", "FlateDecode", 8, False)
    assert inks(pixels(made), 7) == littlecms(COLOURS)


def test_a_photograph_becomes_a_cmyk_jpeg(tmp_path: Path) -> None:
    """With Adobe's marker and stored upside down, which its Decode array says; no ink subsampled."""
    wheel().save(tmp_path / "a.jpg", quality=95)
    made = whole(tmp_path / "a.jpg")
    assert (made.space, made.filter, made.inverted, made.transform, made.orientation) == (
        "cmyk",
        "DCTDecode",
        True,
        None,
        1,
    )
    assert b"Adobe" in made.data[:200]
    frame = made.data.index(b"\xff\xc0")
    assert [made.data[frame + 11 + 3 * n] for n in range(4)] == [0x11] * 4  # sampling factors
    with Pillow.open(tmp_path / "a.jpg") as source:
        for spot in [(10, 10), (60, 40), (110, 70), (5, 75)]:
            expected = littlecms([source.getpixel(spot)])  # type: ignore[list-item]
            assert near([pixels(made).getpixel(spot)], expected, 9)  # type: ignore[list-item]


def test_the_profile_in_the_file_is_honoured(tmp_path: Path) -> None:
    """A display profile with swapped colorants: red is taken for green."""
    swapped = srgb_profile().replace(b"rXYZ", b"tmp ").replace(b"gXYZ", b"rXYZ").replace(b"tmp ", b"gXYZ")
    patches(COLOURS).save(tmp_path / "a.png", icc_profile=swapped)
    made = inks(pixels(whole(tmp_path / "a.png")), 7)
    assert near(made, littlecms([(g, r, b) for r, g, b in COLOURS]))


@pytest.mark.parametrize("icc", [b"", b"nonsense" * 40, srgb_profile()[:200], srgb_profile().replace(b"RGB ", b"CMYK")])
def test_a_useless_profile_is_passed_over(tmp_path: Path, icc: bytes) -> None:
    patches(COLOURS).save(tmp_path / "a.png", icc_profile=icc)
    assert inks(pixels(whole(tmp_path / "a.png")), 7) == littlecms(COLOURS)


def test_a_profile_broken_inside_is_passed_over(tmp_path: Path) -> None:
    """Right outside, but its red colorant is no XYZ."""
    data = bytearray(srgb_profile())
    at = data.index(b"rXYZ")
    start = int.from_bytes(data[at + 4 : at + 8], "big")
    data[start : start + 4] = b"oops"
    patches(COLOURS).save(tmp_path / "a.png", icc_profile=bytes(data))
    assert inks(pixels(whole(tmp_path / "a.png")), 7) == littlecms(COLOURS)


GREYS = [0, 60, 128, 200, 255]


@pytest.mark.parametrize("ending", ["png", "jpg", "tif"])
def test_neutral_rgb_is_printed_with_black_alone(tmp_path: Path, ending: str) -> None:
    patches([(v, v, v) for v in GREYS]).save(tmp_path / f"a.{ending}")
    made = whole(tmp_path / f"a.{ending}")
    assert made.space == "gray"
    assert near(inks(pixels(made), 5), [(v,) for v in GREYS])


def test_a_hint_of_colour_is_colour(tmp_path: Path) -> None:
    patches([(v, v, v) for v in GREYS] + [(120, 112, 100)]).save(tmp_path / "a.png")
    assert whole(tmp_path / "a.png").space == "cmyk"


def test_grey_stays_as_it_is(tmp_path: Path) -> None:
    patches([(v,) for v in GREYS], "L").save(tmp_path / "a.png")
    made = whole(tmp_path / "a.png")
    assert (made.space, inks(pixels(made), 5)) == ("gray", [(v,) for v in GREYS])


def grey_profile(gamma: int) -> bytes:
    """A grey display profile, its gamma in 1/256."""
    import struct

    white = b"XYZ " + bytes(4) + struct.pack(">3i", 0xF6D6, 0x10000, 0xD32D)
    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, gamma) + bytes(2)
    name = b"grey\0"
    desc = b"desc" + bytes(4) + struct.pack(">I", len(name)) + name + bytes(78 + 3)
    text = b"text" + bytes(4) + b"free\0\0\0\0"
    tags = [(b"desc", desc), (b"cprt", text), (b"wtpt", white), (b"kTRC", curve)]
    at, table, body = 128 + 4 + 12 * 4, struct.pack(">I", 4), b""
    for tag, data in tags:
        padded = data + bytes(-len(data) % 4)
        table += tag + struct.pack(">II", at + len(body), len(data))
        body += padded
    head = bytearray(srgb_profile()[:128])
    head[0:4] = struct.pack(">I", at + len(body))
    head[16:20] = b"GRAY"
    return bytes(head) + table + body


@pytest.mark.parametrize("ending", ["png", "jpg", "tif"])
def test_a_grey_profile_is_honoured(tmp_path: Path, ending: str) -> None:
    """Gamma 1: 55 of 255 is 21.6 % of light, which sRGB writes as 128."""
    patches([(v,) for v in (0, 55, 255)], "L").save(tmp_path / f"a.{ending}", icc_profile=grey_profile(256), quality=98)
    made = whole(tmp_path / f"a.{ending}")
    assert made.space == "gray"
    assert near(inks(pixels(made), 3), [(0,), (128,), (255,)], 2)


def test_a_jpeg_with_the_usual_grey_profile_is_right(tmp_path: Path) -> None:
    """What sRGB's own curve says, and no profile."""
    patches([(v,) for v in GREYS], "L").save(tmp_path / "a.jpg", icc_profile=srgb_profile())
    assert whole(tmp_path / "a.jpg").data == (tmp_path / "a.jpg").read_bytes()


def test_cmyk_without_profile_is_for_this_press(tmp_path: Path) -> None:
    colours = [(0, 255, 255, 0), (255, 0, 0, 0), (0, 0, 0, 255), (30, 60, 90, 120)]
    patches(colours, "CMYK").save(tmp_path / "a.tif")
    assert inks(pixels(whole(tmp_path / "a.tif")), 4) == colours


def test_cmyk_with_another_profile_is_converted(tmp_path: Path) -> None:
    coated = Path(PRESS.icc).with_name("fogra39.icc")
    colours = [(0, 255, 255, 0), (255, 0, 0, 0), (30, 60, 90, 20)]
    patches(colours, "CMYK").save(tmp_path / "a.tif", icc_profile=coated.read_bytes())
    made = inks(pixels(whole(tmp_path / "a.tif")), 3)
    assert near(made, littlecms(colours, ImageCms.ImageCmsProfile(str(coated)), "CMYK"))
    assert not near(made, colours, 20)


def test_coverage_is_brought_within_the_limit(tmp_path: Path) -> None:
    """400 %: black to 85 %, the rest to what is left of 235 %, alike. 235 % of 255 is 599, 85 % is 216: (599 − 216) / 3
    is 127. What is within the limit is not touched: black alone stays full.
    """
    colours = [(255, 255, 255, 255), (255, 255, 0, 200), (0, 0, 0, 255), (200, 150, 0, 40), (100, 100, 100, 255)]
    patches(colours, "CMYK").save(tmp_path / "a.tif")
    made = inks(pixels(whole(tmp_path / "a.tif")), 5)
    # (599 − 200) × 255 / 510 = 199; 255 + 300 = 555 is within 599
    assert made == [(127, 127, 127, 216), (199, 199, 0, 200), (0, 0, 0, 255), (200, 150, 0, 40), (100, 100, 100, 255)]


def test_coverage_of_every_mixture_is_within_the_limit(tmp_path: Path) -> None:
    steps = [*range(0, 256, 17)]
    grid = bytes(v for c in steps for m in steps for y in steps for k in steps for v in (c, m, y, k))
    Pillow.frombytes("CMYK", (256, 256), grid).save(tmp_path / "a.tif")
    press = replace(PRESS, coverage_aim=2200, black_limit=800)
    made = whole(tmp_path / "a.tif", press)
    assert made.filter == "DCTDecode"
    # Before it is coded:
    data = limited(Pillow.frombytes("CMYK", (256, 256), grid), 2200, 800).tobytes()
    for n in range(0, len(data), 4):
        assert sum(data[n : n + 4]) <= 561
        if sum(grid[n : n + 4]) <= 561:
            assert data[n : n + 4] == grid[n : n + 4]
        else:
            assert data[n + 3] <= 204


def test_a_photograph_in_the_file_keeps_the_limit(tmp_path: Path) -> None:
    """Coded at high quality, the darkest picture stays below the limit of 240 % in nearly every pixel, and on average
    over a square millimetre in all."""
    dark = [Pillow.effect_noise((400, 400), 40).point([v // part for v in range(256)]) for part in (6, 5, 4)]
    noise = Pillow.merge("RGB", dark)
    noise.save(tmp_path / "a.png")
    made = whole(tmp_path / "a.png")
    assert made.filter == "DCTDecode"
    seen = pixels(made)
    data = seen.tobytes()
    sums = [sum(data[n : n + 4]) for n in range(0, len(data), 4)]
    assert sum(total > 612 for total in sums) < len(sums) / 200
    small = seen.resize((50, 50), Pillow.Resampling.BOX).tobytes()
    assert max(sum(small[n : n + 4]) for n in range(0, len(small), 4)) <= 612


LAB = [(50, 60, 40), (70, -40, 30), (40, 10, -50), (95, 0, 0)]
LAB_STORED = [(lightness * 255 // 100, a + 128, b + 128) for lightness, a, b in LAB]


def lab_bytes(bits: int, signed: bool, order: str = "<") -> bytes:
    """One row of Lab, 8 or 16 bits, a and b signed (CIE L*a*b*) or from 128 (ICC L*a*b*)."""
    out = b""
    for lightness, a, b in LAB_STORED:
        for value in (lightness, a ^ 128 if signed else a, b ^ 128 if signed else b):
            pair = bytes([value, 40])
            out += bytes([value]) if bits == 8 else pair if order == ">" else pair[::-1]
    return out


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize(("photometric", "signed"), [(8, True), (9, False)])
def test_lab(tmp_path: Path, photometric: int, signed: bool, bits: int, order: str) -> None:
    data = lab_bytes(bits, signed, order)
    (tmp_path / "a.tif").write_bytes(tiff(4, 1, photometric, bits, 3, data, order=order))
    stored = [(lightness, a ^ 128, b ^ 128) for lightness, a, b in LAB_STORED]  # as frombytes takes Lab
    expected = littlecms([*stored], ImageCms.createProfile("LAB", 5000), "LAB")
    assert inks(pixels(whole(tmp_path / "a.tif")), 4, 1) == expected


def test_other_conditions_give_other_inks(tmp_path: Path) -> None:
    patches(COLOURS).save(tmp_path / "a.png")
    coated = replace(PRESS, icc=str(Path(PRESS.icc).with_name("fogra39.icc")), coverage_aim=3150, coverage_limit=3200)
    news, glossy = (
        inks(pixels(convert(tmp_path / "a.png", place(200, 112, 16), press)[0]), 7) for press in (PRESS, coated)
    )
    assert sum(news[5]) < 612 < sum(glossy[5]) <= 816
