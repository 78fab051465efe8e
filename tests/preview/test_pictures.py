"""Packed pictures hold what they must: tones, means, what is over the limit."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image as Pillow

from printlayout.base.geometry import Rect
from printlayout.base.shipped import shipped
from printlayout.base.value import replace
from printlayout.model.press import NEWSPRINT
from printlayout.preview.overlays import Mark
from printlayout.preview.pictures import (
    contact_sheet,
    crossing,
    heat_png,
    ink_table,
    marked,
    plate_png,
    thumbnail,
)
from printlayout.separations import on_paper


def grey(data: bytes) -> Pillow.Image:
    return Pillow.open(BytesIO(data)).convert("L")


@pytest.mark.parametrize("tone", [0, 17, 100, 130, 200, 238, 255])
def test_a_packed_plate_keeps_the_mean_of_two_by_two_pixels(tone: int) -> None:
    """And bare paper and full ink wherever they are."""
    plate = Pillow.new("L", (8, 8), tone)
    plate.putpixel((7, 7), 0)
    packed = grey(plate_png(plate) or b"")
    mean = sum(packed.crop((0, 0, 2, 2)).tobytes()) / 4
    assert abs(mean - tone) <= 2.6  # one per cent
    assert packed.getpixel((7, 7)) == 0
    if tone in (0, 255):
        assert set(packed.crop((0, 0, 4, 4)).tobytes()) == {tone}


def test_a_bare_plate_is_left_out() -> None:
    assert plate_png(Pillow.new("L", (8, 8), 255)) is None


def plates(*inks: int) -> list[Pillow.Image]:
    """Plates with so many per cent of ink in the left half."""
    made = []
    for ink in inks:
        plate = Pillow.new("L", (20, 10), 255)
        plate.paste(255 - round(ink * 2.55), (0, 0, 10, 10))
        made.append(plate)
    return made


@pytest.mark.parametrize(
    ("inks", "step"),
    [
        ((80, 80, 79, 0), None), ((80, 80, 82, 0), 1), ((80, 80, 85, 0), 1), ((100, 80, 71, 0), 2),
        ((100, 80, 85, 0), 3), ((100, 100, 85, 0), 4), ((60, 60, 60, 59), None), ((70, 60, 60, 53), 1),
        ((60, 60, 60, 30, 45), 2), ((60, 60, 60, 30, 25), None),
    ],
)  # fmt: skip
def test_heat_shows_what_is_over_the_limit_by_how_much(inks: tuple[int, ...], step: int | None) -> None:
    """240 per cent; steps at 0, 10, 20 and 40 per cent over."""
    data = heat_png(plates(*inks), 2400)
    if step is None:
        assert data is None
        return
    assert data is not None
    heat = Pillow.open(BytesIO(data))
    assert (heat.getpixel((5, 5)), heat.getpixel((15, 5))) == (step, 0)
    assert heat.convert("RGBA").getpixel((15, 5))[3] == 0  # type: ignore[index]


def test_where_boxes_meet() -> None:
    boxes = [(0, 0, 10, 10), (5, 5, 20, 20), (8, 0, 30, 9)]
    assert crossing(boxes, 3) == (8, 5, 10, 9)
    assert crossing(boxes, 4) is None
    assert crossing([(0, 0, 5, 5), (6, 6, 9, 9)], 2) is None


def test_the_table_has_every_mixture_at_its_place() -> None:
    press = replace(NEWSPRINT, icc=str(shipped("layouts/press/cgats-tr002.icc")))
    table, seen = ink_table(), on_paper(ink_table(), press)
    assert table.getpixel((0x34, 0x12)) == (17, 34, 51, 68)  # C 1, M 2, Y 3, K 4 fifteenths
    white, black = seen.getpixel((0, 0)), seen.getpixel((15, 0))
    assert all(180 < part < 235 for part in white)  # type: ignore[union-attr]
    assert all(part < 110 for part in black)  # type: ignore[union-attr]


def test_marks_are_drawn_at_their_places() -> None:
    """72 dpi: a pixel a point, the sheet beginning 10 pt outside the trim."""
    paper = Pillow.new("RGB", (100, 80), "white")
    box = Mark("rect", (0, 0, 50_000, 30_000))
    drawn = marked(paper, Rect(-10_000, -10_000, 100_000, 80_000), 72, {"boxes": [box]})
    assert drawn.getpixel((10, 10)) != (255, 255, 255) != drawn.getpixel((60, 40))
    assert drawn.getpixel((30, 25)) == (255, 255, 255) == paper.getpixel((10, 10))


def test_the_contact_sheet_has_every_page() -> None:
    page = thumbnail(Pillow.new("RGB", (800, 1200), (200, 30, 30)))
    assert max(page.size) <= 420
    sheet = Pillow.open(BytesIO(contact_sheet([("01", page), ("02", None), ("03", page)], [[0], [1, 2]])))
    red = sum(count for count, colour in sheet.convert("RGB").getcolors(1 << 24) or [] if colour == (200, 30, 30))
    assert red == 2 * page.width * page.height
