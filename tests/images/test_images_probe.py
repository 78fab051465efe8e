"""Probing: facts from headers, and what there is to tell about bad files."""

from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image as Pillow
from PIL import ImageCms

from printlayout.base.diagnostics import Finding, Severity, Span
from printlayout.base.geometry import Rect
from printlayout.base.messages import hint, what
from printlayout.images import WHOLE, ImageInfo, judge, ppi, probe
from printlayout.model.press import PressProfile

PLACE = Span("stories/a.md", 4, 2)


def found(path: Path) -> ImageInfo:
    info = probe(path)
    assert isinstance(info, ImageInfo), info
    return info


def told(path: Path) -> Finding:
    finding = probe(path, PLACE)
    assert isinstance(finding, Finding), finding
    assert finding.span == PLACE
    assert finding.severity is Severity.ERROR
    for lang in ("zh", "en"):
        assert "{" not in what(finding, lang) + hint(finding, lang)
    return finding


@pytest.mark.parametrize(("mode", "components"), [("L", 1), ("RGB", 3), ("CMYK", 4)])
@pytest.mark.parametrize("progressive", [False, True])
def test_jpeg(tmp_path: Path, mode: str, components: int, progressive: bool) -> None:
    path = tmp_path / "a.jpg"
    Pillow.new(mode, (30, 20)).save(path, progressive=progressive)
    assert found(path) == ImageInfo(30, 20, "jpeg", components, 8)


@pytest.mark.parametrize(
    ("mode", "components", "bits", "alpha"),
    [("1", 1, 1, False), ("L", 1, 8, False), ("I;16", 1, 16, False), ("RGB", 3, 8, False), ("P", 3, 8, False),
     ("LA", 1, 8, True), ("RGBA", 3, 8, True)],
)  # fmt: skip
def test_png(tmp_path: Path, mode: str, components: int, bits: int, alpha: bool) -> None:
    path = tmp_path / "a.png"
    picture = Pillow.new(mode, (30, 20))
    if mode == "P":
        picture.putpalette([1, 2, 3] * 256)
    picture.save(path)
    assert found(path) == ImageInfo(30, 20, "png", components, bits, alpha=alpha)


@pytest.mark.parametrize("kind", ["jpg", "png"])
@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_orientation_gives_the_size_seen(tmp_path: Path, kind: str, orientation: int) -> None:
    exif = Pillow.Exif()
    exif[0x010F] = "a camera"
    exif[0x0112] = orientation
    path = tmp_path / f"a.{kind}"
    Pillow.new("RGB", (30, 20)).save(path, exif=exif)
    info = found(path)
    assert info.orientation == orientation
    assert (info.width, info.height) == ((20, 30) if orientation >= 5 else (30, 20))


@pytest.mark.parametrize("kind", ["jpg", "png"])
def test_profile(tmp_path: Path, kind: str) -> None:
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    path = tmp_path / f"a.{kind}"
    Pillow.new("RGB", (30, 20)).save(path, icc_profile=icc)
    assert found(path).icc == icc


def test_missing(tmp_path: Path) -> None:
    assert told(tmp_path / "no.jpg").code == "picture.missing"


def test_folder_is_unreadable(tmp_path: Path) -> None:
    assert told(tmp_path).code == "picture.unreadable"


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"hello, world", b"\xff\xd8\xff\xe0\0\4ab"]
)
def test_unreadable(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(data)
    assert told(path).code == "picture.unreadable"


@pytest.mark.parametrize("kind", ["jpg", "png"])
def test_every_cut_is_told(tmp_path: Path, kind: str) -> None:
    """Wherever a transfer stopped: a finding, never an exception, never an accepted file."""
    whole = tmp_path / f"a.{kind}"
    Pillow.effect_noise((20, 20), 60).convert("RGB").save(whole)
    data = whole.read_bytes()
    cut = tmp_path / f"cut.{kind}"
    for length in range(len(data) - 1):
        cut.write_bytes(data[:length])
        assert told(cut).code in ("picture.unreadable", "picture.truncated")


def test_end_of_the_preview_is_not_the_end(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Pillow.effect_noise((50, 50), 60).save(path, exif=b"Exif\0\0preview\xff\xd9")
    assert found(path).width == 50
    path.write_bytes(path.read_bytes()[:-20])
    assert told(path).code == "picture.truncated"


def test_what_lies_behind_the_picture_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Pillow.effect_noise((50, 50), 60).save(path)
    path.write_bytes(path.read_bytes() + bytes(100_000))
    assert found(path).width == 50


@pytest.mark.parametrize(("name", "kind"), [("a.gif", "GIF"), ("a.bmp", "BMP"), ("a.webp", "WebP")])
def test_unsupported(tmp_path: Path, name: str, kind: str) -> None:
    Pillow.new("RGB", (30, 20)).save(tmp_path / name)
    finding = told(tmp_path / name)
    assert (finding.code, finding.args["kind"]) == ("picture.unsupported", kind)


def test_jpeg_of_another_process(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Pillow.new("L", (30, 20)).save(path)
    path.write_bytes(path.read_bytes().replace(b"\xff\xc0", b"\xff\xc9"))
    assert told(path).code == "picture.unsupported"


def test_too_large_is_refused_from_its_header(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Pillow.new("1", (8, 8)).save(path)
    data = bytearray(path.read_bytes())
    data[16:24] = struct.pack(">II", 40_000, 40_000)
    path.write_bytes(data)
    assert told(path).code == "picture.too-large"


def test_probing_needs_no_library(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Pillow.new("RGB", (30, 20)).save(path)
    script = (
        "import sys; from printlayout.images import probe, prepare\n"
        f"probe({str(path)!r}); prepare({str(path)!r}); print('PIL' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout == "False\n"


def test_ppi_is_the_coarser_direction() -> None:
    inch = 72_000
    assert ppi((600, 600), WHOLE, Rect(0, 0, 2 * inch, inch)) == 300
    assert ppi((600, 600), (25_000, 0, 75_000, 100_000), Rect(0, 0, inch, inch)) == 300


@pytest.mark.parametrize(
    ("pixels", "bits", "code"),
    [(150, 8, None), (149, 8, "picture.low-resolution"), (100, 8, "picture.low-resolution"),
     (99, 8, "picture.very-low-resolution"), (550, 1, None), (549, 1, "picture.low-resolution"),
     (299, 1, "picture.very-low-resolution")],
)  # fmt: skip
def test_resolution_limits(pixels: int, bits: int, code: str | None) -> None:
    info = ImageInfo(pixels, pixels, "png", 1, bits)
    finding = judge(info, "a.png", WHOLE, Rect(0, 0, 72_000, 72_000), PLACE)
    assert (finding.code if finding else None) == code
    if finding:
        assert finding.span == PLACE
        assert "{" not in what(finding, "zh") + what(finding, "en")


@pytest.mark.parametrize(
    ("mode", "components", "bits", "alpha"),
    [("1", 1, 1, False), ("L", 1, 8, False), ("I;16", 1, 16, False), ("RGB", 3, 8, False), ("RGBA", 3, 8, True),
     ("CMYK", 4, 8, False), ("LAB", 3, 8, False), ("P", 3, 8, False)],
)  # fmt: skip
@pytest.mark.parametrize("compression", ["raw", "tiff_lzw"])
def test_tiff(tmp_path: Path, mode: str, components: int, bits: int, alpha: bool, compression: str) -> None:
    picture = Pillow.new(mode, (30, 20))
    if mode == "P":
        picture.putpalette([1, 2, 3] * 256)
    picture.save(tmp_path / "a.tif", compression=compression)
    assert found(tmp_path / "a.tif") == ImageInfo(30, 20, "tiff", components, bits, alpha=alpha)


def test_tiff_profile_and_turning(tmp_path: Path) -> None:
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Pillow.new("RGB", (30, 20)).save(tmp_path / "a.tif", icc_profile=icc, tiffinfo={274: 6})
    info = found(tmp_path / "a.tif")
    assert (info.width, info.height, info.orientation, info.icc) == (20, 30, 6, icc)


def test_the_press_sets_the_limits() -> None:
    """A picture of 180 ppi will do for newsprint; a press that wants 225 warns, one that stops at 200 stops."""
    info, rect = ImageInfo(180, 180, "jpeg", 3, 8), Rect(0, 0, 72_000, 72_000)
    told_by = [
        judge(info, "a", WHOLE, rect, press=PressProfile(ppi_low=low, ppi_least=least), page=7)
        for low, least in ((150, 100), (225, 150), (225, 200))
    ]
    assert [finding and finding.code for finding in told_by] == [
        None, "picture.low-resolution", "picture.very-low-resolution",
    ]  # fmt: skip
    assert told_by[2] is not None
    assert told_by[2].args == {"path": "a", "page": "07", "ppi": "180", "wanted": "225", "least": "200"}
