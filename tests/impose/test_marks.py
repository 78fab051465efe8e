"""Marks of a printing sheet: outside the bleed, on every plate, at the fold; creep shown."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import ImageChops

from pdf.pages import META
from printlayout.base.diagnostics import Collector
from printlayout.impose.sheets import Imposed, impose
from printlayout.impose.slug import SlugMaker
from printlayout.job import SubsetFonts, open_fonts
from printlayout.model.issue import Section
from printlayout.model.style import Face

from .test_sheets import HEIGHT, WIDTH, files

OFF, ROOM = 3 * 72 / 25.4, 12 * 72 / 25.4


def marked(found: dict[int, Path], section: Section) -> Imposed:
    made = impose(found, (section,), "试验报", date(2026, 11, 24), "syb-20261124", Collector(), marks=True)
    assert made is not None
    return made


@pytest.mark.parametrize(("bleed", "off"), [(0, OFF), (8_504, 8.504), (14_173, 14.173)])
def test_the_sheet_grows_by_its_marks(tmp_path: Path, bleed: int, off: float) -> None:
    off, b = max(off, OFF), bleed / 1000
    made = marked(files(tmp_path, 4, bleed), Section("", (1, 2, 3, 4)))
    around = off + ROOM
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        for sheet in pdf.pages:
            boxes = {n: [float(v) for v in sheet[f"/{n}Box"]] for n in ("Media", "Bleed", "Trim")}
            assert boxes["Trim"] == pytest.approx([around, around, around + 2 * WIDTH, around + HEIGHT], abs=0.002)
            assert boxes["Bleed"] == pytest.approx(
                [around - b, around - b, around + 2 * WIDTH + b, around + HEIGHT + b], abs=0.002
            )
            assert boxes["Media"] == pytest.approx([0, 0, 2 * (WIDTH + around), HEIGHT + 2 * around], abs=0.002)
            space = sheet.Resources.ColorSpace.Reg
            assert [str(space[0]), str(space[1])] == ["/Separation", "/All"]


def test_marks_stand_outside_the_bleed_and_at_the_fold(tmp_path: Path) -> None:
    """Drawn at four pixels a point: dark in line with the trim and with the fold, nothing between trim and marks."""
    made = marked(files(tmp_path, 4), Section("", (1, 2, 3, 4)))
    with pdfium.PdfDocument(made.pdf) as document:
        image = document[0].render(scale=4).to_pil().convert("L")
    around = OFF + ROOM
    length = 5 * 72 / 25.4

    def darkest(x: float, y: float, wide: float, high: float) -> int:
        box = image.crop((round(4 * x), round(4 * y), round(4 * (x + wide)), round(4 * (y + high))))
        return int(box.getextrema()[0])  # type: ignore[arg-type]

    for x in (around, around + WIDTH, around + 2 * WIDTH):
        assert darkest(x - 1, around - OFF - length, 2, length) < 160
        assert darkest(x - 1, around + HEIGHT + OFF, 2, length) < 160
    assert darkest(0, around - OFF + 0.5, 2 * (WIDTH + around), OFF - 1) == 255
    assert darkest(around - OFF + 0.5, 0, OFF - 1, HEIGHT + 2 * around) == 255


def test_creep_is_shown(tmp_path: Path) -> None:
    """The inner sheet's pages end 3 pt nearer to the fold, and a tick says so; the outer sheet has none."""
    found = files(tmp_path, 8)
    made = marked(found, Section("", tuple(found), "stitched", 3_000))
    ticks = []
    around = OFF + ROOM
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        for sheet in pdf.pages:
            lines = sheet.Contents.read_bytes().decode().splitlines()
            xs = {round(float(line.split()[0]), 2) for line in lines if line.endswith(" l S")}
            ticks.append({round(x - around, 2) for x in xs} & {3.0, 2 * WIDTH - 3})
    assert ticks == [set(), set(), {3.0, 597.0}, {3.0, 597.0}]


def test_without_asking_there_are_none(tmp_path: Path) -> None:
    made = impose(files(tmp_path, 4), (Section("", (1, 2, 3, 4)),), "报", date(2026, 11, 24), "s", Collector())
    assert made is not None
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        assert all("/ColorSpace" not in sheet.Resources for sheet in pdf.pages)


def dressed(found: dict[int, Path], *sections: Section) -> Imposed:
    fonts = open_fonts(None, Collector())
    maker = SlugMaker(fonts, SubsetFonts(fonts), Face("黑"), META)
    made = impose(found, sections, "paper 2026-11-24", date(2026, 11, 24), "s", Collector(), True, maker)
    assert made is not None
    return made


def test_the_slug_says_paper_sheet_side_pages_and_standard(tmp_path: Path) -> None:
    made = dressed(files(tmp_path, 8), Section("A", (1, 2, 3, 4)), Section("", (5, 6, 7, 8)))
    with pdfium.PdfDocument(made.pdf) as document:
        said = ["".join(page.get_textpage().get_text_bounded().split()) for page in document]
    assert ["8-5" in words for words in said] == [False, False, True, False]
    for words, wanted in zip(
        said, ("第1张外面4-1版", "第1张内面2-3版", "第1张外面8-5版", "第1张内面6-7版"), strict=True
    ):
        assert wanted in words
        assert "CMYKpaper2026-11-24" in words
    assert "A第1张" in said[0] and "A第1张" not in said[2]


def test_slug_and_colour_bar_stand_outside_the_bleed_on_all_plates(tmp_path: Path) -> None:
    """Below the marks the slug in registration colour, each letter in its ink; above the trim nine patches."""
    made = dressed(files(tmp_path, 4, 8_504), Section("", (1, 2, 3, 4)))
    bare = marked(files(tmp_path, 4, 8_504), Section("", (1, 2, 3, 4)))
    with pdfium.PdfDocument(made.pdf) as document, pdfium.PdfDocument(bare.pdf) as other:
        image, plain = (one[0].render(scale=2).to_pil().convert("RGB") for one in (document, other))
    assert image.size == plain.size
    changed = ImageChops.difference(image, plain)
    off = max(OFF, 8.504)
    around = off + ROOM
    left, right = round(2 * (around - off)), round(2 * (around + 2 * WIDTH + off))
    top, bottom = round(2 * (around - off)), round(2 * (around + HEIGHT + off))
    assert changed.crop((left, top + 2, right, bottom - 2)).getbbox() is None  # the pages and their bleed
    assert changed.crop((0, 0, image.width, top)).getbbox() is not None
    assert changed.crop((0, bottom, image.width, image.height)).getbbox() is not None
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        slug = pdf.pages[0].Resources.XObject["/Slug"]
        content = slug.read_bytes().decode()
        spaces = [str(space[1]) for _, space in slug.Resources.ColorSpace.items()]
    assert spaces == ["/All"]
    for ink in ("1 0 0 0 k", "0 1 0 0 k", "0 0 1 0 k", "0 0 0 1 k", "0.5 0.4 0.4 0 k"):
        assert ink in content
