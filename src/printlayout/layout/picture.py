"""A picture in its frame: cropped round its focus, caption below on the grid, credit at the right (R60)."""

from __future__ import annotations

from collections.abc import Mapping

from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass
from printlayout.layout.looks import run_of
from printlayout.layout.paint import Sources, paint_line
from printlayout.layout.paragraph import Setter, Shape
from printlayout.model.display import FrameBox, Image, Item
from printlayout.model.galley import SetLine
from printlayout.model.layout import Grid, PictureSlot, Slot
from printlayout.model.story import Picture, Run
from printlayout.model.style import Style

FULL = 100_000


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture's items: the image first, then its caption and credit."""

    image: tuple[Item, ...]
    words: tuple[Item, ...]
    frames: tuple[FrameBox, ...]


def crop(width: int, height: int, rect: Rect, focus: tuple[int, int]) -> tuple[int, int, int, int]:
    """The part of a picture of ``width`` by ``height`` pixels that fills ``rect``, as near as may be round
    ``focus`` (permille), in 1/100000 of width and height: left, top, right, bottom.
    """
    if width * rect.height > height * rect.width:  # too wide: cut left and right
        part = FULL * height * rect.width // (width * rect.height)
        left = min(max(0, focus[0] * FULL // 1000 - part // 2), FULL - part)
        return left, 0, left + part, FULL
    part = FULL * width * rect.height // (height * rect.width)
    top = min(max(0, focus[1] * FULL // 1000 - part // 2), FULL - part)
    return 0, top, FULL, top + part


def place_picture(
    picture: Picture,
    rect: Rect,
    slot: Slot | PictureSlot,
    grid: Grid,
    sizes: Mapping[str, tuple[int, int]],
    setter: Setter,
    sources: Sources,
) -> Placed:
    """Put a picture with its words into a rectangle whose lower edge is that of a grid line's em box; the words stand
    on that line and those above it.

    ``sizes`` gives width and height in pixels by path; a picture that is not in it could not be read (reported where
    it was tried) and leaves its frame empty.
    """
    lines = _caption(picture.caption, slot.caption, rect.width, setter) if picture.caption else ()
    credit = None
    if picture.credit:
        style = slot.credit
        shape = Shape(rect.width, align="right")
        credit = setter.set([run_of(picture.credit, style)], style.composition, style.size, shape).lines[0]
    beside = bool(lines and credit and sum(credit.advances) + lines[-1].width + grid.em <= rect.width)
    rows = len(lines) + (1 if credit and not beside else 0)
    area = Rect(rect.x, rect.y, rect.width, max(grid.em, rect.height - rows * grid.leading))
    image: list[Item] = []
    size = sizes.get(picture.path)
    if size:
        image.append(Image(picture.path, area, crop(*size, area, picture.focus), sources.id(picture.span)))
    words: list[Item] = []
    last = rect.bottom - grid.em
    for number, line in enumerate(lines):
        words += paint_line(line, rect.x, last - (rows - 1 - number) * grid.leading, grid.em, sources)
    if credit:
        words += paint_line(credit, rect.x, last, grid.em, sources)
    caption_box = Rect(rect.x, area.bottom, rect.width, rect.bottom - area.bottom)
    boxes = (FrameBox("picture", slot.name, area), FrameBox("caption", slot.name, caption_box))
    return Placed(tuple(image), tuple(words), boxes)


def _caption(caption: Run, style: Style, width: Mpt, setter: Setter) -> tuple[SetLine, ...]:
    """The caption's lines; one line stands as the style says, several are set full."""
    runs = [run_of(caption, style)]
    lines = setter.set(runs, style.composition, style.size, Shape(width, align=style.align)).lines
    if len(lines) > 1 and style.align == "center":
        lines = setter.set(runs, style.composition, style.size, Shape(width)).lines
    return lines
