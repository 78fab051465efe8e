"""Pictures of our own, as they go to press, as single plates: no finer than the plates can show."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from printlayout.images import Prepared
from printlayout.model.display import DisplayList, Image
from printlayout.model.press import PressProfile
from printlayout.pdf.standard import Target
from printlayout.pdf.writer import prepared
from printlayout.plates.spaces import PROCESS

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

FULL = 255


def split_pictures(
    display: DisplayList, target: Target, given: Mapping[str, Prepared], dpi: int
) -> dict[str, dict[str, Picture]]:
    """The plates of every picture, by the picture's path; it has no ink on those that are missing. Pictures come no
    finer than the plates can show."""
    uses: dict[str, list[Image]] = {}
    for group in display.groups:
        for item in group.items:
            if isinstance(item, Image):
                uses.setdefault(item.path, []).append(item)
    found: dict[str, dict[str, Picture]] = {}
    for path, images in uses.items():
        picture = prepared(display, images[0], target, given)
        found[path] = _split(picture, target.press, min(_spare(picture, image, dpi) for image in images))
    return found


def _spare(picture: Prepared, image: Image, dpi: int) -> int:
    """Into how many pixels a side one pixel of a plate falls."""
    sides = (picture.width, picture.height)
    across, down = sides[::-1] if picture.orientation in SIDEWAYS else sides
    left, top, right, bottom = image.crop
    wide = across * (right - left) * 72_000 / (100_000 * dpi * max(1, image.rect.width))
    high = down * (bottom - top) * 72_000 / (100_000 * dpi * max(1, image.rect.height))
    return max(1, int(min(wide, high)))


def _split(picture: Prepared, press: PressProfile, spare: int = 1) -> dict[str, Picture]:
    """The plates of a picture, ``spare`` pixels a side averaged into one; 0 is full ink."""
    from PIL import Image as Pillow
    from PIL import ImageOps

    pixels = _decoded(picture, press)
    if spare > 1 and pixels.mode != "1":
        pixels = pixels.reduce(spare)
    if picture.orientation in _TURNS:
        pixels = pixels.transpose(Pillow.Transpose[_TURNS[picture.orientation]])
    if pixels.mode != "CMYK":
        return {"Black": pixels.convert("L")}
    return {name: ImageOps.invert(part) for name, part in zip(PROCESS, pixels.split(), strict=True)}


def packed_picture(plates: Sequence[Picture | None]) -> Prepared:
    """A picture's plates as the picture the writer is given: one as grey, three as red, green and blue."""
    from PIL import Image as Pillow

    known = next((plate for plate in plates if plate is not None), None)
    if known is None:
        return BARE if len(plates) == 1 else BARE_THREE
    bare = Pillow.new("L", known.size, FULL)
    whole = [bare if plate is None else plate for plate in plates]
    pixels = whole[0] if len(whole) == 1 else Pillow.merge("RGB", whole)
    data = zlib.compress(pixels.tobytes(), 0)  # stored: shrinking it, for the renderer next door, took half the time
    return Prepared(data, "FlateDecode", pixels.width, pixels.height, 8, "gray" if len(whole) == 1 else "rgb")


BARE = Prepared(zlib.compress(bytes([FULL])), "FlateDecode", 1, 1, 8, "gray")
"""A picture's plate without ink."""
BARE_THREE = Prepared(zlib.compress(bytes([FULL] * 3)), "FlateDecode", 1, 1, 8, "rgb")
"""Three of them."""
SIDEWAYS = (5, 6, 7, 8)
"""EXIF orientations whose stored pixels lie on their side."""
_TURNS = {
    2: "FLIP_LEFT_RIGHT", 3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM", 5: "TRANSPOSE", 6: "ROTATE_270", 7: "TRANSVERSE",
    8: "ROTATE_90",
}  # fmt: skip
"""EXIF orientation to how the stored pixels are turned upright."""


def _decoded(picture: Prepared, press: PressProfile) -> Picture:
    """A prepared picture as pixels in mode CMYK (255 is full ink) or grey. RGB is converted as the RIP would: through
    its own profile and the output's, relatively, with black point compensation."""
    from PIL import Image as Pillow
    from PIL import ImageChops, ImageCms

    modes = {"gray": "1" if picture.bits == 1 else "L", "rgb": "RGB", "cmyk": "CMYK"}
    if picture.filter == "DCTDecode":
        with Pillow.open(BytesIO(picture.data)) as opened:
            pixels = opened.convert(modes[picture.space])
        # Pillow takes every JPEG of four inks for one that is stored upside down.
        upside = picture.space == "cmyk" and not picture.inverted
    else:
        raw = zlib.decompress(picture.data) if picture.filter else picture.data
        pixels = Pillow.frombytes(modes[picture.space], (picture.width, picture.height), raw)
        upside = picture.inverted
    if upside:
        pixels = ImageChops.invert(pixels)
    if picture.space != "rgb":
        return pixels
    if not press.icc:
        return pixels.convert("CMYK")
    transform = ImageCms.buildTransform(
        BytesIO(picture.icc), press.icc, "RGB", "CMYK", ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )  # fmt: skip
    converted = ImageCms.applyTransform(pixels, transform)
    assert converted is not None
    return converted
