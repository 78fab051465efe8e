"""A page with pictures as it leaves the house: no colour but ink, each picture once, the same bytes with any cache."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image as Pillow

from printlayout.base.diagnostics import Collector
from printlayout.base.messages import what
from printlayout.build import build
from printlayout.model.built import Built
from printlayout.model.issue import Issue
from printlayout.spec.issues import load_issue

from .chart import ROOT, wheel

EXAMPLE = ROOT / "examples" / "shiyan-tongzhan"
STEM = "syrb-20230113-07"


@pytest.fixture
def real_fonts(monkeypatch: pytest.MonkeyPatch, cache: Path) -> Path:
    """The user's fonts beside a cache of pictures of the test's own."""
    monkeypatch.delenv("PRINTLAYOUT_CACHE")
    monkeypatch.setattr("printlayout.images.cache.folder", lambda: cache / "pictures")
    return cache / "pictures"


def built(source: Path, out: Path) -> Built:
    made = build(source, out)
    assert [page.sound for page in made.pages] == [True]
    return made


def test_the_example_has_no_colour_but_ink(tmp_path: Path, real_fonts: Path) -> None:
    built(EXAMPLE, tmp_path)
    with pikepdf.open(tmp_path / f"{STEM}.pdf") as pdf:
        pictures = [image for page in pdf.pages for image in page.get_images(recursive=False).values()]
        assert len(pictures) == 6
        for image in pictures:
            assert image.ColorSpace in ("/DeviceCMYK", "/DeviceGray")
            # Pillow's CMYK JPEGs have Adobe's marker: stored upside down, and said so.
            assert list(image.Decode) == [1, 0] * 4
        for thing in pdf.objects:
            text = str(thing.get("/ColorSpace", "")) if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream) else ""
            assert "RGB" not in text
    assert len(list(real_fonts.iterdir())) == 6


def test_with_and_without_cache_the_same_bytes(
    tmp_path: Path, real_fonts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("cold", "warm"):
        built(EXAMPLE, tmp_path / name)
    monkeypatch.setenv("PRINTLAYOUT_PICTURE_CACHE", "0")
    built(EXAMPLE, tmp_path / "none")
    cold, warm, none = ((tmp_path / name / f"{STEM}.pdf").read_bytes() for name in ("cold", "warm", "none"))
    assert cold == warm == none


def test_what_a_reader_sees_is_the_picture(tmp_path: Path, real_fonts: Path) -> None:
    """The first picture of the page, read from the PDF with its Decode array, through the profile and back, is the
    original's colours: within 12 of 255 on average over the picture.
    """
    from PIL import ImageCms

    source = tmp_path / "issue"
    shutil.copytree(EXAMPLE, source)
    # Colours that newsprint can print.
    original = Pillow.blend(wheel(1500, 1000), Pillow.new("RGB", (1500, 1000), (150, 150, 150)), 0.7)
    original.save(source / "pictures" / "zhangwan-1.jpg", quality=95)
    built(source, tmp_path / "out")
    with pikepdf.open(tmp_path / "out" / f"{STEM}.pdf") as pdf:
        widest = max(
            (i for page in pdf.pages for i in page.get_images(recursive=False).values()),
            key=lambda i: i.Width / i.Height,
        )
        data = Pillow.open(BytesIO(widest.read_raw_bytes()))  # Pillow undoes what Decode says
        data.load()
    assert data.mode == "CMYK"
    paper = ImageCms.ImageCmsProfile(str(ROOT / "layouts" / "press" / "cgats-tr002.icc"))
    seen = ImageCms.profileToProfile(
        data, paper, ImageCms.createProfile("sRGB"), ImageCms.Intent.RELATIVE_COLORIMETRIC, "RGB",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )  # fmt: skip
    assert seen is not None
    wide, high = seen.size
    part = original.resize((wide, round(wide * 1000 / 1500)), Pillow.Resampling.LANCZOS)
    top = (part.height - high) // 2
    wanted = part.crop((0, top, wide, top + high)).resize((8, 4), Pillow.Resampling.BOX)
    small = seen.resize((8, 4), Pillow.Resampling.BOX)
    differences = [abs(a - b) for a, b in zip(small.tobytes(), wanted.tobytes(), strict=True)]
    assert sum(differences) / len(differences) < 12


def issue_with(tmp_path: Path, pictures: str) -> Path:
    """The example, with a press profile of the house that asks for other resolutions."""
    source = tmp_path / "issue"
    shutil.copytree(EXAMPLE, source)
    (source / "layouts" / "press").mkdir(parents=True)
    (source / "layouts" / "press" / "house.yaml").write_text(
        f"extends: newsprint\npictures: {pictures}\n", encoding="utf-8"
    )
    text = (source / "issue.yaml").read_text(encoding="utf-8")
    (source / "issue.yaml").write_text(text.replace("date:", "press: house\ndate:", 1), encoding="utf-8")
    return source


def loaded(source: Path) -> Issue:
    issue = load_issue(source, Collector())
    assert issue is not None
    return issue


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        ("{low: 230, wanted: 300}", "picture.low-resolution"),
        ("{least: 230, low: 300, wanted: 400}", "picture.very-low-resolution"),
    ],
)
def test_a_house_s_limits_are_told_with_picture_page_and_ppi(
    tmp_path: Path, real_fonts: Path, limits: str, code: str
) -> None:
    """The lead picture stands 594 pt wide with 1800 pixels: 218 ppi."""
    source = issue_with(tmp_path, limits)
    assert loaded(source).press.name == "house"
    found = build(source, tmp_path / "out").findings
    told = [finding for finding in found if finding.code == code and "zhangwan-1" in finding.args["path"]]
    assert [(finding.args["page"], finding.args["ppi"]) for finding in told] == [("07", "218")]
    assert told[0].span.file.endswith("zhangwan.md")
    for lang in ("zh", "en"):
        sentence = what(told[0], lang)
        assert all(word in sentence for word in ("zhangwan-1.jpg", "07", "218"))


def test_finer_pictures_than_the_press_can_use_are_brought_down(tmp_path: Path, real_fonts: Path) -> None:
    """At most 300, wanted 170: five of the six pictures are finer than that."""
    built(issue_with(tmp_path, "{most: 300, wanted: 170}"), tmp_path / "out")
    built(EXAMPLE, tmp_path / "as-it-is")
    small, large = ((tmp_path / name / f"{STEM}.pdf").stat().st_size for name in ("out", "as-it-is"))
    assert small < large / 2
    assert real_fonts.is_dir()
