"""Pixels: files decoded, cut, scaled, laid on white, sharpened and encoded. A door to Pillow.

The large picture is held once: cutting and scaling go straight from what was decoded, transparency is laid on white
a channel at a time, and what is turned is the small result.

Pictures of 16 bits lose their lower bytes first. They are coded for the eye (sRGB, Adobe RGB, L*), so that a step of
8 bits is 0.4 % of ink at most, which is also what comes out: plates have 8 bits. LittleCMS could convert 16 bits, but
Pillow's way to it can't. tests/images/test_press_16bit.py shows that gradients keep free of bands.
"""

from __future__ import annotations

import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import BinaryIO

from PIL import Image, ImageChops, ImageFilter

from printlayout.base.value import dataclass, replace
from printlayout.colour.transform import strips
from printlayout.images import tiff
from printlayout.images.headers import BadPicture, Header

WHITE = 255
LEVEL = 6
QUALITY = 90
FEW = 1024
FEW_GREYS = 16
"""Colours up to which a picture is drawn, not photographed: it is neither sharpened nor coded as JPEG."""
REDUCING = 3.0
SOFT = 1.0
"""Radius in pixels by which a mask is softened before its edge is followed."""
_SPARE = 2
"""How much larger than wanted libjpeg may hand out a picture that it scales down itself (by 2, 4 or 8) while
decoding: the filter's own scaling then still has something to do."""
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}  # fmt: skip


Picture = Image.Image
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Cut:
    """What is wanted of a picture: the part ``box`` (left, top, right, bottom in pixels as seen), brought to ``size``;
    without a size the pixels stay as they are, and the box is whole pixels.
    """

    box: Box
    size: tuple[int, int] | None = None


def decoded(file: BinaryIO, kind: str, header: Header, cut: Cut | None = None) -> Image.Image:
    """The wanted part of a picture, upright, in mode 1, L, RGB, CMYK or LAB, without transparency; without a cut the
    whole of it, as stored (a TIFF upright all the same).
    """
    if kind == "tiff":  # Pillow turns these itself
        width, height = (header.height, header.width) if header.orientation >= 5 else (header.width, header.height)
        header = replace(header, width=width, height=height, orientation=1)
    with _opened(file, kind, header) as opened:
        box: Box = (0, 0, header.width, header.height)
        size = None
        if cut:
            box, size = _stored(cut, header)
            if kind == "jpeg" and size:
                box = _draft(opened, box, size)
        opened.load()
    mode = "LAB" if header.photometric in (tiff.LAB, tiff.ICC_LAB) else ""
    if opened.mode in ("1", "L", "RGB", "CMYK", "LAB") and not header.alpha and opened.mode == (mode or opened.mode):
        picture = _scaled(opened, box, size)
    else:
        bands = [_scaled(band, box, size) for band in _bands(opened, header)]
        picture = bands[0] if len(bands) == 1 else Image.merge(mode or "RGB", bands)
    if kind == "jpeg" and picture.mode == "CMYK" and header.adobe is None:
        # Pillow takes every CMYK JPEG for one of Adobe's, which are stored upside down.
        picture = ImageChops.invert(picture)
    turn = _TURNS.get(header.orientation) if cut else None
    return picture.transpose(turn) if turn is not None else picture


def opacity(file: BinaryIO, kind: str, header: Header, side: int) -> tuple[bytes, int, int]:
    """How opaque a picture is, upright, brought down to at most ``side`` pixels and softened by one of them, so that
    steps between pixels go: a byte a pixel, width, height."""
    with _opened(file, kind, header) as opened:
        opened.load()
    alpha = opened.getchannel("A") if "A" in opened.getbands() else opened.convert("RGBA").getchannel("A")
    longer = max(alpha.size)
    if longer > side:
        size = (max(1, alpha.width * side // longer), max(1, alpha.height * side // longer))
        alpha = alpha.resize(size, Image.Resampling.BOX)
    turn = _TURNS.get(header.orientation) if kind != "tiff" else None
    alpha = alpha.transpose(turn) if turn is not None else alpha
    alpha = alpha.filter(ImageFilter.GaussianBlur(SOFT))
    return alpha.tobytes(), alpha.width, alpha.height


def few_colours(picture: Image.Image) -> bool:
    """Whether a picture has so few colours that it was drawn."""
    return picture.mode == "1" or picture.getcolors(FEW_GREYS if picture.mode == "L" else FEW) is not None


def sharpened(picture: Image.Image, radius: int, percent: int, threshold: int) -> Image.Image:
    """The picture after an unsharp mask (radius in hundredths of a pixel); of Lab the lightness alone."""
    mask = ImageFilter.UnsharpMask(radius / 100, percent, threshold)
    if picture.mode == "LAB":
        lightness, a, b = picture.split()
        return Image.merge("LAB", [lightness.filter(mask), a, b])
    made = Image.new(picture.mode, picture.size)
    margin = 1 + radius // 25  # the blur reaches a few pixels beyond its radius
    for left, top, right, bottom in strips(picture):
        above, below = max(0, top - margin), min(picture.height, bottom + margin)
        seen = picture.crop((left, above, right, below)).filter(mask)
        made.paste(seen.crop((0, top - above, right, bottom - above)), (left, top))
    return made


def as_jpeg(picture: Image.Image) -> bytes:
    """A grey or CMYK picture as JPEG; CMYK has Adobe's marker, is stored upside down, and no ink is subsampled."""
    out = BytesIO()
    picture.save(out, "JPEG", quality=QUALITY, subsampling=0)
    return out.getvalue()


def deflated(picture: Image.Image) -> bytes:
    """A picture's pixels, deflated."""
    return zlib.compress(picture.tobytes(), LEVEL)


@contextmanager
def _opened(file: BinaryIO, kind: str, header: Header) -> Iterator[Image.Image]:
    """The file opened by Pillow, whose warnings are left unsaid: its own limit on pixels is lower than ours, which has
    been kept by now. A file that tells Pillow another size than it told us (two of a tag or of a frame's header) could
    pass that limit in disguise.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            opened = Image.open(_readable(file, kind, header))
        except Image.DecompressionBombError as fault:
            raise BadPicture(str(fault)) from fault
        if sorted(opened.size) != sorted((header.width, header.height)):  # a TIFF may be turned by now
            raise BadPicture("says two sizes")
        yield opened


def _readable(file: BinaryIO, kind: str, header: Header) -> BinaryIO:
    """The file as Pillow can read it: it knows Lab of 8 bits and signed only, and hardly 16-bit grey whose zero is
    white; these are read as if they were RGB, or grey whose zero is black, and put right in :func:`_bands`.
    """
    file.seek(0)
    disguise = _disguise(header)
    if kind != "tiff" or disguise is None:
        return file
    at, word = tiff.photometric_place(file, disguise)
    file.seek(0)
    data = bytearray(file.read())
    data[at : at + 2] = word
    return BytesIO(data)


def _disguise(header: Header) -> int | None:
    """The colour type under which Pillow is shown a TIFF that it doesn't know."""
    if header.photometric == tiff.ICC_LAB or (header.photometric == tiff.LAB and header.bits == 16):
        return tiff.RGB
    return tiff.BLACK_IS_ZERO if header.photometric == tiff.WHITE_IS_ZERO and header.bits == 16 else None


def _bands(picture: Image.Image, header: Header) -> Iterator[Image.Image]:
    """The channels of a picture in an unusual mode, laid on white."""
    if picture.mode.startswith("I"):
        # 16-bit grey: the high byte; converting would clip everything above 255 to white.
        wide = picture if picture.mode.startswith("I;16") else picture.convert("I;16")
        high = Image.frombytes("L", picture.size, wide.tobytes()[0 if wide.mode == "I;16B" else 1 :: 2])
        yield ImageChops.invert(high) if header.photometric == tiff.WHITE_IS_ZERO else high
        return
    if _disguise(header) == tiff.RGB:
        signed = header.photometric == tiff.LAB
        for number in range(3):
            band = picture.getchannel(number)
            yield band.point([value ^ 128 for value in range(256)]) if signed and number else band
        return
    if header.alpha or picture.mode == "PA":
        if picture.mode not in ("LA", "RGBA"):
            picture = picture.convert("RGBA")
        bare = ImageChops.invert(picture.getchannel("A"))
        for number in range(header.components):
            band = picture.getchannel(number)
            band.paste(WHITE, (0, 0), bare)
            yield band
        return
    yield from picture.convert("L" if header.components == 1 else "RGB").split()


def _draft(picture: Image.Image, box: Box, size: tuple[int, int]) -> Box:
    """Let libjpeg scale down while decoding, if more than enough is left; the box in the pixels it will give."""
    width, height = picture.size
    whole = (size[0] * width / (box[2] - box[0]), size[1] * height / (box[3] - box[1]))
    picture.draft(picture.mode, (int(_SPARE * whole[0]) + 1, int(_SPARE * whole[1]) + 1))
    across, down = picture.width / width, picture.height / height
    return (box[0] * across, box[1] * down, min(box[2] * across, picture.width), min(box[3] * down, picture.height))


def _scaled(picture: Image.Image, box: Box, size: tuple[int, int] | None) -> Image.Image:
    if size:
        return picture.resize(size, Image.Resampling.LANCZOS, box, REDUCING)
    whole = (round(box[0]), round(box[1]), round(box[2]), round(box[3]))
    return picture if whole == (0, 0, *picture.size) else picture.crop(whole)


def _stored(cut: Cut, header: Header) -> tuple[Box, tuple[int, int] | None]:
    """The cut in the picture as stored, before it is turned."""
    left, top, right, bottom = cut.box
    turn = header.orientation
    # Seen upright, the stored picture's first row and column are at these sides.
    if turn >= 5:
        left, top, right, bottom = top, left, bottom, right
    if turn in (2, 3, 7, 8):
        left, right = header.width - right, header.width - left
    if turn in (3, 4, 6, 7):
        top, bottom = header.height - bottom, header.height - top
    size = (cut.size[1], cut.size[0]) if cut.size and turn >= 5 else cut.size
    return (left, top, right, bottom), size
