"""Pictures of pages for people and browsers: packed small, laid side by side, with marks drawn over them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from printlayout.base.geometry import Rect
from printlayout.preview.overlays import Mark

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont, ImageFont

    Picture = Image
    Face = FreeTypeFont | ImageFont

THUMB = 420
"""Longest side of a thumbnail in pixels."""
QUALITY = 66
"""JPEG quality of a page: type stays clean. WebP would be a tenth smaller and take ten times as long."""
LEVELS = 16
"""Tones of a packed plate."""
STEP = 255 // (LEVELS - 1)
BAYER = (2, 10, 14, 6)
"""Thresholds of an ordered dither, two by two, of a step of 17 tones. Four by four is finer and takes a fifth more."""
OVER = (0, 100, 200, 400)
"""Steps of the heat map over the coverage limit, permille: lightest first."""
HEAT = ((255, 196, 0, 150), (255, 128, 0, 180), (230, 30, 30, 205), (190, 0, 120, 225))
"""Their colours, with opacity."""
TONES: Mapping[str, tuple[int, int, int]] = {
    "grid": (0, 140, 200), "baseline": (0, 170, 160), "frames": (200, 60, 0), "order": (120, 60, 200),
    "threads": (0, 130, 60), "boxes": (220, 0, 120), "findings": (220, 20, 20),
}  # fmt: skip


def picture(width: int, height: int, pixels: bytes) -> Picture:
    """A picture from its pixels, three bytes each."""
    from PIL import Image as Pillow

    return Pillow.frombytes("RGB", (width, height), pixels)


def png(page: Picture, dpi: int) -> bytes:
    """A page as a PNG of at most 256 colours: sharp type, a quarter of the bytes of the whole range."""
    from PIL import Image as Pillow

    packed = page.quantize(256, method=Pillow.Quantize.FASTOCTREE, dither=Pillow.Dither.NONE)
    data = BytesIO()
    packed.save(data, "PNG", dpi=(dpi, dpi), compress_level=2)
    return data.getvalue()


def jpeg(page: Picture) -> bytes:
    """A page with pictures as a JPEG."""
    data = BytesIO()
    page.save(data, "JPEG", quality=QUALITY)
    return data.getvalue()


def table_png(table: Picture) -> bytes:
    """A table of colours as a PNG, whose every pixel counts."""
    data = BytesIO()
    table.save(data, "PNG")
    return data.getvalue()


def thumbnail(page: Picture) -> Picture:
    """A page, small."""
    factor = max(1, -(-max(page.size) // THUMB))
    return page.reduce(factor)


def plate_png(plate: Picture) -> bytes | None:
    """A plate in 16 tones; ``None`` if it is bare. What is no full tone is dithered, so that any two by two pixels
    keep their mean to one per cent; bare paper and full ink are exact."""
    from PIL import ImageChops

    if plate.getextrema() == (255, 255):
        return None
    raised = ImageChops.add(plate, _pattern(*plate.size))
    toned = raised.point([value // STEP for value in range(256)]).convert("P")
    toned.putpalette([tone * STEP for tone in range(LEVELS) for _ in range(3)])
    data = BytesIO()
    toned.save(data, "PNG", bits=4, compress_level=4)
    return data.getvalue()


@lru_cache(maxsize=2)
def _pattern(width: int, height: int) -> Picture:
    """The dither's thresholds all over a picture."""
    from PIL import Image as Pillow

    rows = [(bytes(BAYER[at : at + 2]) * (width // 2 + 1))[:width] for at in (0, 2)]
    return Pillow.frombytes("L", (width, height), (b"".join(rows) * (height // 2 + 1))[: width * height])


def heat_png(plates: Iterable[Picture], limit: int) -> bytes | None:
    """Where the plates together have more ink than ``limit`` (permille), in steps; ``None`` if nowhere. Less than one
    per cent more is not shown."""
    from PIL import Image as Pillow
    from PIL import ImageChops

    inked = [ink for ink in (ImageChops.invert(plate) for plate in plates) if ink.getbbox()]
    # Where fewer plates than the limit needs have ink at all, there is nothing to add up.
    area = crossing([box for box in (ink.getbbox() for ink in inked) if box], limit // 1000 + 1)
    if area is None:
        return None
    over = _over([ink.crop(area) for ink in inked], limit)
    levels = [sum(value * 2000 > step * 255 for step in OVER) for value in range(256)]
    steps = over.point(levels)
    if steps.getextrema() == (0, 0):
        return None
    page = Pillow.new("L", inked[0].size)
    page.paste(steps, area[:2])
    page = page.convert("P")
    page.putpalette([0, 0, 0, *(part for colour in HEAT for part in colour[:3])])
    data = BytesIO()
    page.save(data, "PNG", bits=4, transparency=bytes([0, *(colour[3] for colour in HEAT)]), compress_level=3)
    return data.getvalue()


def _over(inked: Sequence[Picture], limit: int) -> Picture:
    """Half of what the sum of plates is over the limit, in bytes."""
    from PIL import Image as Pillow
    from PIL import ImageChops, ImageMath

    half = round(limit * 255 / 2000)
    if len(inked) > 4:
        parts = {f"p{at}": ink for at, ink in enumerate(inked)}
        summed: Picture = ImageMath.lambda_eval(lambda args: sum(args[name] for name in parts) / 2 - half, **parts)
        return summed.convert("L")  # which cuts at 0 and 255
    pairs = [*inked, *(Pillow.new("L", inked[0].size) for _ in range(4 - len(inked)))]
    one, other = (ImageChops.add(pairs[at], pairs[at + 1], 2.0) for at in (0, 2))
    return ImageChops.add(one, other, 1.0, -half)


def crossing(boxes: Sequence[tuple[int, int, int, int]], need: int) -> tuple[int, int, int, int] | None:
    """A rectangle outside of which fewer than ``need`` of the boxes (left, top, right, bottom) meet; ``None`` if they
    nowhere do."""
    if len(boxes) < need:
        return None
    left, top = (sorted(box[side] for box in boxes)[need - 1] for side in (0, 1))
    right, bottom = (sorted((box[side] for box in boxes), reverse=True)[need - 1] for side in (2, 3))
    return (left, top, right, bottom) if left < right and top < bottom else None


def contact_sheet(thumbs: Sequence[tuple[str, Picture | None]], openings: Sequence[Sequence[int]]) -> bytes:
    """All pages small on one picture, those that lie open together side by side, named below."""
    from PIL import Image as Pillow
    from PIL import ImageDraw

    shown = [thumb for _, thumb in thumbs if thumb]
    wide, high = (max((thumb.size[side] for thumb in shown), default=THUMB) for side in (0, 1))
    gap, name = 24, 20
    per_row = max(1, round((len(openings) * 1.4) ** 0.5))
    rows = [openings[at : at + per_row] for at in range(0, len(openings), per_row)]
    width = max((sum(len(o) * wide + gap for o in row) for row in rows), default=wide) + gap
    sheet = Pillow.new("RGB", (width, len(rows) * (high + gap + name) + gap), (128, 128, 128))
    draw = ImageDraw.Draw(sheet)
    for line, row in enumerate(rows):
        x, y = gap, gap + line * (high + gap + name)
        for opening in row:
            for at in opening:
                label, thumb = thumbs[at]
                if thumb is None:
                    draw.rectangle((x, y, x + wide - 1, y + high - 1), (224, 224, 224), (200, 0, 0))
                else:
                    sheet.paste(thumb, (x, y))
                draw.text((x + 2, y + high + 4), label, (255, 255, 255))
                x += wide
            x += gap
    data = BytesIO()
    sheet.quantize(256, method=Pillow.Quantize.FASTOCTREE).save(data, "PNG", compress_level=6)
    return data.getvalue()


def marked(
    page: Picture, sheet: Rect, dpi: int, layers: Mapping[str, Sequence[Mark]], font: Path | None = None
) -> Picture:
    """A page with layers drawn over it. ``font`` writes the labels; without one only figures and Latin can be read."""
    from PIL import ImageDraw, ImageFont

    page = page.copy()
    draw = ImageDraw.Draw(page, "RGBA")
    size = max(9, dpi // 9)
    face = ImageFont.truetype(str(font), size) if font else ImageFont.load_default(size)
    for name, marks in layers.items():
        for mark in marks:
            _mark(draw, mark, sheet, dpi / 72_000, TONES.get(name, (90, 90, 90)), face)
    return page


def _mark(draw: ImageDraw, mark: Mark, sheet: Rect, pixel: float, colour: tuple[int, int, int], face: Face) -> None:
    full, faint = (*colour, 220), (*colour, 110)
    x, y = ((mark.points[0] - sheet.x) * pixel, (mark.points[1] - sheet.y) * pixel)
    if mark.kind == "label":
        box = draw.textbbox((x, y), mark.text, font=face, anchor="mm")
        draw.rectangle((box[0] - 3, box[1] - 2, box[2] + 3, box[3] + 2), full)
        draw.text((x, y), mark.text, (255, 255, 255, 255), font=face, anchor="mm")
    elif mark.kind == "rect":
        right, bottom = x + mark.points[2] * pixel, y + mark.points[3] * pixel
        draw.rectangle((x, y, right, bottom), outline=full)
        if mark.text:
            draw.text((x + 2, y + 1), mark.text, full, font=face)
    else:
        end = ((mark.points[2] - sheet.x) * pixel, (mark.points[3] - sheet.y) * pixel)
        arrow = mark.kind == "arrow"
        draw.line((x, y, *end), full if arrow or mark.tone else faint, 2 if arrow else 1)
        if arrow:
            draw.ellipse((end[0] - 4, end[1] - 4, end[0] + 4, end[1] + 4), full)


def ink_table() -> Picture:
    """Every mixture of four inks in 16 steps, one pixel each: 256 by 256, cyan slowest, black fastest (255 is full)."""
    from PIL import Image as Pillow

    count = LEVELS**4
    tones = bytes(tone * STEP for tone in range(LEVELS))
    channels = []
    for each in (LEVELS**3, LEVELS**2, LEVELS, 1):
        ramp = b"".join(tones[at : at + 1] * each for at in range(LEVELS))
        channels.append(Pillow.frombytes("L", (LEVELS**2, LEVELS**2), ramp * (count // len(ramp))))
    return Pillow.merge("CMYK", channels)
