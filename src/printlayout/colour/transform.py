"""Pictures into the inks of a press, through LittleCMS. The only door to Pillow's colour management.

Relative colorimetric with black-point compensation: white becomes bare paper, black the darkest the press can do, and
what lies between keeps its distances. Pictures go through in strips, so that the memory needed is that of the picture
itself and its result.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import Any

from PIL import Image, ImageChops, ImageCms, ImageMath

from printlayout.colour.icc import space_of

FULL = 255
STRIP = 1_000_000
"""Pixels that are worked on at a time."""
NEUTRAL = 3
"""Channels of a picture that nowhere differ by more (of 255) are grey: JPEG coding alone makes that much."""
_SPACES = {"L": "GRAY", "RGB": "RGB", "CMYK": "CMYK"}


def to_inks(picture: Image.Image, icc: bytes | None, output: bytes, srgb: bytes) -> Image.Image:
    """An RGB, Lab or CMYK picture in the inks of ``output``. ``icc`` came with the picture; one that does not fit its
    mode is of no use: RGB is then ``srgb``, and CMYK is taken to be made for this press.
    """
    if picture.mode == "LAB":
        source = b""
    elif icc and space_of(icc) == _SPACES[picture.mode]:
        source = icc
    elif picture.mode == "RGB":
        source = srgb
    else:
        return picture
    if source == output:
        return picture
    try:
        transform = _transform(source, output, picture.mode)
    except ImageCms.PyCMSError:  # a profile that is broken inside
        if source in (b"", srgb) or picture.mode != "RGB":
            return picture
        transform = _transform(srgb, output, picture.mode)
    made = Image.new("CMYK", picture.size)
    for box in strips(picture):
        made.paste(_through(picture.crop(box), transform), box)
    return made


def lab_to_rgb(picture: Image.Image, srgb: bytes) -> Image.Image:
    """A Lab picture in sRGB."""
    return _through(picture, _transform(b"", srgb, "LAB", "RGB"))


def is_neutral(picture: Image.Image) -> bool:
    """Whether an RGB picture is grey in truth."""
    for box in strips(picture):
        red, green, blue = picture.crop(box).split()
        for one, other in ((red, green), (green, blue), (red, blue)):
            if _most(ImageChops.difference(one, other)) > NEUTRAL:
                return False
    return True


@lru_cache(maxsize=16)
def grey_curve(icc: bytes, srgb: bytes) -> tuple[int, ...]:
    """What each of the 256 greys of a profile (grey, or the neutrals of RGB) is in sRGB. Grey pictures are printed
    with black ink as sRGB says: its curve and the tone gain of newsprint agree (press.md 3).
    """
    mode = {"GRAY": "L", "RGB": "RGB"}.get(space_of(icc), "")
    ramp = Image.frombytes("L", (256, 1), bytes(range(256)))
    if not mode:
        return tuple(range(256))
    try:
        made = _through(ramp.convert(mode), _transform(icc, srgb, mode, "RGB"))
    except ImageCms.PyCMSError:
        return tuple(range(256))
    return tuple(made.getchannel(1).tobytes())


def limited(picture: Image.Image, coverage: int, black: int) -> Image.Image:
    """A CMYK picture of which no pixel has more than ``coverage`` permille of ink: where it had more, black is at
    most ``black`` permille and the colours are thinned alike. Everything else stays as it is.
    """
    most, most_black = coverage * FULL // 1000, black * FULL // 1000
    made: Image.Image | None = None
    for box in strips(picture):
        bands = picture.crop(box).split()
        if int(_total(*bands).getextrema()[1]) > most:
            made = made or picture.copy()
            made.paste(Image.merge("CMYK", _thinned(bands, most, most_black)), box)
    return made or picture


def pixels_over(picture: Image.Image, coverage: int) -> int:
    """How many pixels of a CMYK picture have more than ``coverage`` permille of ink."""
    most = coverage * FULL // 1000
    found = 0
    for box in strips(picture):
        over = ImageMath.lambda_eval(lambda a: a["t"] > most, t=_total(*picture.crop(box).split()))
        found += int(over.convert("L").histogram()[1])
    return found


def strips(picture: Image.Image) -> Iterator[tuple[int, int, int, int]]:
    """Boxes of whole rows that cover a picture."""
    rows = max(1, STRIP // max(1, picture.width))
    for top in range(0, picture.height, rows):
        yield (0, top, picture.width, min(top + rows, picture.height))


@lru_cache(maxsize=8)
def _transform(source: bytes, output: bytes, mode: str, out_mode: str = "CMYK") -> ImageCms.ImageCmsTransform:
    """:raises ImageCms.PyCMSError: if one of the profiles cannot be used."""
    try:
        made = ImageCms.ImageCmsProfile(BytesIO(source)) if source else ImageCms.createProfile("LAB", 5000)
        target = ImageCms.ImageCmsProfile(BytesIO(output))
    except OSError as fault:
        raise ImageCms.PyCMSError(str(fault)) from fault
    return ImageCms.buildTransform(
        made, target, mode, out_mode, ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
    )


def _through(picture: Image.Image, transform: ImageCms.ImageCmsTransform) -> Image.Image:
    """A new picture, changed by a transform."""
    return transform.apply(picture)


def _total(*bands: Image.Image) -> Any:
    c, m, y, k = bands
    return ImageMath.lambda_eval(lambda a: a["c"] + a["m"] + a["y"] + a["k"], c=c, m=m, y=y, k=k)


def _thinned(bands: tuple[Image.Image, ...], most: int, most_black: int) -> list[Image.Image]:
    c, m, y, k = bands

    def over(a: dict[str, Any]) -> Any:
        return a["c"] + a["m"] + a["y"] + a["k"] > most

    def kept(a: dict[str, Any]) -> Any:
        return a["k"] - over(a) * (a["k"] - a["min"](a["k"], most_black))

    new_black = ImageMath.lambda_eval(kept, c=c, m=m, y=y, k=k).convert("L")

    def colour(a: dict[str, Any]) -> Any:
        # Rounded down, so that the sum stays within the limit.
        room = most - a["n"]
        colours = a["c"] + a["m"] + a["y"]
        return a["min"](a["x"], a["x"] * room / a["max"](colours, 1)) * over(a) + a["x"] * (1 - over(a))

    made = [ImageMath.lambda_eval(colour, c=c, m=m, y=y, k=k, n=new_black, x=x).convert("L") for x in (c, m, y)]
    return [*made, new_black]


def _most(band: Image.Image) -> int:
    extremes = band.getextrema()
    assert isinstance(extremes[1], int)
    return extremes[1]


def solid_inks(rgb: tuple[int, int, int], output: bytes, srgb: bytes, coverage: int) -> tuple[int, int, int, int]:
    """One sRGB colour in the inks of ``output``, in permille, thinned to at most ``coverage`` of all inks."""
    made = to_inks(Image.new("RGB", (1, 1), rgb), None, output, srgb)
    c, m, y, k = limited(made, coverage, 1000).tobytes()[:4]
    return c * 1000 // FULL, m * 1000 // FULL, y * 1000 // FULL, k * 1000 // FULL
