"""Where two pictures differ, counted by hand."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

from printlayout.compare.pixels import CAME, SAME, WENT, differences, milli_points

WHITE, BLACK = (255, 255, 255), (0, 0, 0)


def page(*boxes: tuple[int, int, int, int], size: tuple[int, int] = (120, 96), ink: object = BLACK) -> Image.Image:
    made = Image.new("RGB", size, WHITE)
    for box in boxes:
        ImageDraw.Draw(made).rectangle((box[0], box[1], box[2] - 1, box[3] - 1), ink)  # type: ignore[arg-type]
    return made


def test_equal_pictures_are_the_same() -> None:
    assert differences(page((10, 10, 20, 20)), page((10, 10, 20, 20))) == SAME


def test_places_are_cut_to_what_changed() -> None:
    found = differences(page((10, 10, 20, 20), (100, 80, 104, 90)), page((50, 10, 60, 20)))
    assert found.count == 100 + 40 + 100
    assert found.places == ((10, 10, 20, 20), (50, 10, 60, 20), (100, 80, 104, 90))


def test_one_pixel_is_found() -> None:
    found = differences(page(), page((77, 33, 78, 34)))
    assert (found.count, found.permille, found.places) == (1, 1, ((77, 33, 78, 34),))


def test_what_differs_by_no_more_than_the_tolerance_is_the_same() -> None:
    grey = page((0, 0, 10, 10), ink=(243, 255, 255))  # 12 of 255 less red
    assert differences(page(), grey, 12) == SAME
    assert differences(page(), grey, 11).count == 100


def test_what_went_and_what_came_have_their_colours() -> None:
    found = differences(page((0, 0, 10, 10)), page((40, 40, 50, 50)))
    overlay = Image.open(BytesIO(found.overlay)).convert("RGB")
    for place, wanted in (((5, 5), WENT), ((45, 45), CAME), ((100, 5), WHITE)):
        assert all(abs(a - b) < 12 for a, b in zip(overlay.getpixel(place), wanted, strict=True)), place  # type: ignore[arg-type]


def test_a_larger_page_is_paper_on_the_other_side() -> None:
    assert differences(page(), page(size=(130, 96))) == SAME
    assert differences(page(), page((121, 0, 125, 4), size=(130, 96))).places == ((121, 0, 125, 4),)


def test_pixels_in_milli_points() -> None:
    rect = milli_points((96, 48, 192, 96), 96)
    assert (rect.x, rect.y, rect.width, rect.height) == (72_000, 36_000, 72_000, 36_000)
