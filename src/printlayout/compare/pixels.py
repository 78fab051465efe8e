"""Two pictures of a page: where their pixels differ, and a picture of what went and what came."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from printlayout.base.geometry import Rect
from printlayout.base.value import dataclass

if TYPE_CHECKING:
    from PIL.Image import Image

    Picture = Image

TOLERANCE = 12
"""Of 255 steps: how much a pixel may differ without having changed. Smoothing at the edges of the same glyph differs
by less from one version of a renderer to the next."""
CELL = 12
"""Differences nearer than so many pixels are at one place."""
FADED = 0.45
"""How much of its contrast the unchanged page keeps under what went and came."""
WENT, CAME, OTHER = (206, 50, 0), (0, 84, 201), (148, 0, 158)
"""Colours of what is on the old page only, on the new one only, and of another colour: no red beside green."""
Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Pixels:
    """How two pictures differ. ``count``: pixels that do; ``places``: left, top, right, bottom of areas in pixels;
    ``overlay``: a PNG, empty if nothing differs."""

    count: int
    permille: int
    places: tuple[Box, ...]
    overlay: bytes = b""


SAME = Pixels(0, 0, ())


def differences(old: Picture, new: Picture, tolerance: int = TOLERANCE) -> Pixels:
    """Compare two pictures; where one is larger, the other is taken for white paper there."""
    from PIL import ImageChops

    size = (max(old.width, new.width), max(old.height, new.height))
    old, new = _on_paper(old, size), _on_paper(new, size)
    red, green, blue = ImageChops.difference(old, new).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    mask = most.point([255 if value > tolerance else 0 for value in range(256)])
    count = mask.histogram()[255]
    if not count:
        return SAME
    permille = max(1, round(1000 * count / (size[0] * size[1])))
    return Pixels(count, permille, tuple(_places(mask)), _overlay(old, new, mask, tolerance))


def _on_paper(page: Picture, size: tuple[int, int]) -> Picture:
    from PIL import Image as Pillow

    if page.size == size:
        return page
    paper = Pillow.new("RGB", size, (255, 255, 255))
    paper.paste(page, (0, 0))
    return paper


def _places(mask: Picture) -> list[Box]:
    """Areas of changed pixels, from the top: cells that touch are one area, cut to what lies in them."""
    cells = mask.reduce(CELL)
    wide, high = cells.size
    marked = {at for at, value in enumerate(cells.tobytes()) if value}
    found: list[Box] = []
    while marked:
        todo = [min(marked)]
        marked.discard(todo[0])
        left = right = todo[0] % wide
        top = bottom = todo[0] // wide
        while todo:
            x, y = (at := todo.pop()) % wide, at // wide
            left, right, top, bottom = min(left, x), max(right, x), min(top, y), max(bottom, y)
            for row in range(max(0, y - 1), min(high, y + 2)):
                for column in range(max(0, x - 1), min(wide, x + 2)):
                    if (near := row * wide + column) in marked:
                        marked.discard(near)
                        todo.append(near)
        area = (left * CELL, top * CELL, min((right + 1) * CELL, mask.width), min((bottom + 1) * CELL, mask.height))
        inside = mask.crop(area).getbbox()
        if inside:
            found.append((area[0] + inside[0], area[1] + inside[1], area[0] + inside[2], area[1] + inside[3]))
    return found


def _overlay(old: Picture, new: Picture, mask: Picture, tolerance: int) -> bytes:
    """The page faded, what went in one colour, what came in another."""
    from PIL import Image as Pillow
    from PIL import ImageChops

    one, other = old.convert("L"), new.convert("L")
    faded = ImageChops.darker(one, other).point([round(255 - (255 - value) * FADED) for value in range(256)])
    page = faded.convert("RGB")
    more = [255 if value > tolerance else 0 for value in range(256)]
    page.paste(OTHER, mask=mask)
    # where both differ in tone, the darker one is the one with ink
    page.paste(WENT, mask=ImageChops.multiply(mask, ImageChops.subtract(other, one).point(more)))
    page.paste(CAME, mask=ImageChops.multiply(mask, ImageChops.subtract(one, other).point(more)))
    data = BytesIO()
    page.quantize(128, method=Pillow.Quantize.FASTOCTREE, dither=Pillow.Dither.NONE).save(data, "PNG", compress_level=4)
    return data.getvalue()


def milli_points(box: Box, dpi: int) -> Rect:
    """Pixels as a rectangle in milli-points."""
    left, top, right, bottom = (round(edge * 72_000 / dpi) for edge in box)
    return Rect(left, top, right - left, bottom - top)
