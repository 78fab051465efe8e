"""Pictures as they go into the file."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Pillow
from PIL import ImageCms

from printlayout.images import PictureFault, Prepared, prepare
from printlayout.images.srgb import srgb_profile


def pixels(prepared: Prepared) -> Pillow.Image:
    mode = {"rgb": "RGB", "gray": "1" if prepared.bits == 1 else "L"}[prepared.space]
    return Pillow.frombytes(mode, (prepared.width, prepared.height), zlib.decompress(prepared.data))


def test_srgb_profile_is_srgb() -> None:
    """Read by a colour library, it changes an sRGB picture by no more than one step in 255."""
    made = ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))
    assert ImageCms.getProfileName(made).strip() == "sRGB IEC61966-2.1"
    ramp = Pillow.new("RGB", (256, 3))
    for x in range(256):
        for y, colour in enumerate([(x, x, x), (x, 128, 255 - x), (255, x, 0)]):
            ramp.putpixel((x, y), colour)
    turned = ImageCms.profileToProfile(ramp, made, ImageCms.createProfile("sRGB"))
    assert turned is not None
    assert max(abs(a - b) for a, b in zip(ramp.tobytes(), turned.tobytes(), strict=True)) <= 1


def test_srgb_profile_has_the_length_it_says() -> None:
    assert int.from_bytes(srgb_profile()[:4], "big") == len(srgb_profile())
    assert srgb_profile()[36:40] == b"acsp"


def test_grey_jpeg_has_no_profile(tmp_path: Path) -> None:
    Pillow.new("L", (8, 8)).save(tmp_path / "a.jpg")
    prepared = prepare(tmp_path / "a.jpg")
    assert (prepared.space, prepared.icc, prepared.inverted, prepared.transform) == ("gray", b"", False, None)


def test_own_profile_is_kept_and_a_wrong_one_is_not(tmp_path: Path) -> None:
    right = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    wrong = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    Pillow.new("RGB", (8, 8)).save(tmp_path / "right.jpg", icc_profile=right)
    Pillow.new("RGB", (8, 8)).save(tmp_path / "wrong.jpg", icc_profile=wrong)
    assert prepare(tmp_path / "right.jpg").icc == right
    assert prepare(tmp_path / "wrong.jpg").icc == srgb_profile()


def test_jpeg_that_holds_rgb_says_so(tmp_path: Path) -> None:
    """Components named R, G, B and no marker of Adobe's: decoders would turn them as YCbCr if not told."""
    path = tmp_path / "a.jpg"
    Pillow.new("RGB", (8, 8), (255, 0, 0)).save(path, keep_rgb=True)
    data = path.read_bytes()
    if b"Adobe" in data:
        at = data.index(b"\xff\xee")
        path.write_bytes(data[:at] + data[at + 2 + int.from_bytes(data[at + 2 : at + 4], "big") :])
    assert prepare(path).transform == 0


def test_png_colours(tmp_path: Path) -> None:
    picture = Pillow.effect_noise((17, 9), 80).convert("RGB")
    picture.save(tmp_path / "a.png")
    prepared = prepare(tmp_path / "a.png")
    assert (prepared.filter, prepared.space, prepared.bits) == ("FlateDecode", "rgb", 8)
    assert pixels(prepared).tobytes() == picture.tobytes()


def test_png_of_one_bit_stays_so(tmp_path: Path) -> None:
    picture = Pillow.effect_noise((17, 9), 80).convert("1")
    picture.save(tmp_path / "a.png")
    prepared = prepare(tmp_path / "a.png")
    assert (prepared.space, prepared.bits) == ("gray", 1)
    assert pixels(prepared).tobytes() == picture.tobytes()


def test_png_of_16_bits_keeps_its_tones(tmp_path: Path) -> None:
    values = [0, 0x1234, 0x8000, 0xFFFF]
    picture = Pillow.frombytes("I;16", (4, 1), b"".join(value.to_bytes(2, "little") for value in values))
    picture.save(tmp_path / "a.png")
    assert list(pixels(prepare(tmp_path / "a.png")).tobytes()) == [0, 0x12, 0x80, 0xFF]


@pytest.mark.parametrize(("mode", "colour", "wanted"), [("RGBA", (255, 0, 0), (255, 127, 127)), ("LA", (0,), 127)])
def test_transparency_lies_on_white(tmp_path: Path, mode: str, colour: tuple[int, ...], wanted: object) -> None:
    picture = Pillow.new(mode, (2, 1), (*colour, 0))
    picture.putpixel((1, 0), (*colour, 128))
    picture.save(tmp_path / "a.png")
    seen = pixels(prepare(tmp_path / "a.png"))
    white = (255, 255, 255) if mode == "RGBA" else 255
    assert (seen.getpixel((0, 0)), seen.getpixel((1, 0))) == (white, wanted)


def test_palette_becomes_its_colours(tmp_path: Path) -> None:
    picture = Pillow.new("P", (2, 1))
    picture.putpalette([10, 20, 30, 200, 100, 50])
    picture.putpixel((1, 0), 1)
    picture.save(tmp_path / "a.png")
    seen = pixels(prepare(tmp_path / "a.png"))
    assert (seen.getpixel((0, 0)), seen.getpixel((1, 0))) == ((10, 20, 30), (200, 100, 50))
    picture.save(tmp_path / "b.png", transparency=0)
    assert pixels(prepare(tmp_path / "b.png")).getpixel((0, 0)) == (255, 255, 255)


def test_same_picture_same_digest(tmp_path: Path) -> None:
    for name, colour in (("a", 1), ("b", 1), ("c", 2)):
        Pillow.new("L", (8, 8), colour).save(tmp_path / f"{name}.png")
    first, second, third = (prepare(tmp_path / f"{name}.png").digest for name in "abc")
    assert first == second != third


def test_fault_carries_a_finding(tmp_path: Path) -> None:
    with pytest.raises(PictureFault) as caught:
        prepare(tmp_path / "no.png")
    assert caught.value.finding.code == "picture.missing"
