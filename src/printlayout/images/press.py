"""Pictures converted for a press: the part that is seen, as fine as the press can use, in its inks, within its limits.

What has been converted once is taken from the cache, and neither Pillow's colour management nor a decoder is loaded.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING, Any

from printlayout.base.diagnostics import Finding
from printlayout.base.geometry import Rect
from printlayout.base.value import dataclass, replace
from printlayout.colour.icc import space_of
from printlayout.images import cache
from printlayout.images.headers import Header
from printlayout.images.prepare import PictureFault, Prepared, jpeg_as_is, told
from printlayout.images.probe import probe, read_header
from printlayout.images.resolution import FULL, WHOLE, ppi
from printlayout.images.srgb import srgb_profile
from printlayout.model.display import DisplayList, Image
from printlayout.model.press import PressProfile

if TYPE_CHECKING:
    from printlayout.images.pixels import Picture

VERSION = 1
"""Raised when the same picture is converted otherwise than before."""
SAME = 2
"""Grey profiles that nowhere differ by more (of 255) from sRGB are the same."""
Crop = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done with a picture: the part ``box`` of the pixels seen, brought to ``size``; without a size the
    box is whole pixels. ``crop`` is the part of the result that fills the frame. ``coarse``: nothing is gained by
    scaling down, so that a JPEG may go through as it is.
    """

    box: tuple[float, float, float, float]
    size: tuple[int, int] | None
    crop: Crop
    coarse: bool
    ppi: int


class Converter:
    """Converts pictures for one press."""

    def __init__(self, press: PressProfile) -> None:
        """:raises OSError: if the profile can't be read."""
        self.press = press
        self.output = Path(press.icc).read_bytes()
        facts = (
            VERSION, _library(), hashlib.sha256(self.output).hexdigest(), press.coverage_aim, press.coverage_limit,
            press.coverage_area, press.black_limit, press.sharpen,
        )  # fmt: skip
        self._facts = repr(facts)

    def convert(self, path: str, rect: Rect, crop: Crop) -> tuple[Prepared, Crop]:
        """A picture for its frame, and the part of it that fills the frame.

        :raises PictureFault: if the file can't be read, though its headers could be.
        """
        found = probe(path)
        if isinstance(found, Finding):
            raise PictureFault(found)
        plan = planned((found.width, found.height), found.bits, crop, rect, self.press)
        with told(path), Path(path).open("rb") as file:
            key = self._key(file, plan)
            stored = cache.load(key)
            made = _restored(*stored, file) if stored else None
            if made is None:
                before = os.fstat(file.fileno())
                made, as_it_is = self._made(file, plan)
                after = os.fstat(file.fileno())
                if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
                    _store(key, made, as_it_is)
        # What goes through as it is goes whole.
        return made, crop if _is_whole(made, found.width, found.height) else plan.crop

    def _key(self, file: BufferedReader, plan: Plan) -> str:
        content = hashlib.file_digest(file, "sha256").hexdigest()
        return hashlib.sha256(f"{content} {plan} {self._facts}".encode()).hexdigest()

    def _made(self, file: BufferedReader, plan: Plan) -> tuple[Prepared, bool]:
        """The picture, and whether it is the file as it is."""
        from printlayout.colour import transform
        from printlayout.images.pixels import Cut, as_jpeg, decoded, deflated, few_colours, sharpened

        file.seek(0)
        kind, header = read_header(file)
        if plan.coarse and kind == "jpeg" and self._right(file, header, plan):
            file.seek(0)
            return jpeg_as_is(file.read(), header), True
        picture = decoded(file, kind, header, Cut(plan.box, plan.size))
        if picture.mode != "1":
            if picture.mode == "RGB" and transform.is_neutral(picture):
                picture = picture.getchannel(1)
            if self.press.sharpen[1] and not few_colours(picture):
                picture = sharpened(picture, *self.press.sharpen)
            picture = self._inked(picture, header.icc)
        flat = few_colours(picture)
        return Prepared(
            deflated(picture) if flat else as_jpeg(picture),
            "FlateDecode" if flat else "DCTDecode",
            picture.width,
            picture.height,
            1 if picture.mode == "1" else 8,
            "cmyk" if picture.mode == "CMYK" else "gray",
            inverted=picture.mode == "CMYK" and not flat,
        ), False

    def _inked(self, picture: Picture, icc: bytes | None) -> Picture:
        """The picture in black alone or in the four inks, within the limits. Pictures are brought to what is aimed at,
        so that the coding that follows stays within the limit.
        """
        from printlayout.colour import transform

        if picture.mode == "L":
            curve = _curve(icc)
            return picture.point(list(curve)) if curve else picture
        inked = transform.to_inks(picture, icc, self.output, srgb_profile())
        return transform.limited(inked, self.press.coverage_aim, self.press.black_limit)

    def _right(self, file: BufferedReader, header: Header, plan: Plan) -> bool:
        """Whether a JPEG is right as it is: black alone, or in the inks of this press and within its limits."""
        from printlayout.colour import transform
        from printlayout.images.pixels import decoded

        if header.components == 1:
            return not _curve(header.icc)
        if header.components != 4 or (space_of(header.icc) == "CMYK" and header.icc != self.output):
            return False
        over = transform.pixels_over(decoded(file, "jpeg", header), self.press.coverage_limit)
        square_mm = over * (25.4 / max(plan.ppi, 1)) ** 2
        return square_mm <= self.press.coverage_area


def planned(pixels: tuple[int, int], bits: int, crop: Crop, rect: Rect, press: PressProfile) -> Plan:
    """What is to be done with a picture of so many pixels in a frame."""
    box = tuple(pixels[n % 2] * part / FULL for n, part in enumerate(crop))
    found = ppi(pixels, crop, rect)
    if found > press.ppi_most and bits > 1:
        width, height = (max(1, round(side * press.ppi_wanted / 72_000)) for side in (rect.width, rect.height))
        return Plan((box[0], box[1], box[2], box[3]), (width, height), WHOLE, False, found)
    left, top = int(box[0]), int(box[1])
    right, bottom = (min(-int(-box[n] // 1), pixels[n - 2]) for n in (2, 3))
    right, bottom = max(right, left + 1), max(bottom, top + 1)
    within = (
        round((box[0] - left) * FULL / (right - left)), round((box[1] - top) * FULL / (bottom - top)),
        round((box[2] - left) * FULL / (right - left)), round((box[3] - top) * FULL / (bottom - top)),
    )  # fmt: skip
    return Plan((left, top, right, bottom), None, within, bits > 1, found)


def ready(pages: Sequence[DisplayList], press: PressProfile) -> tuple[tuple[DisplayList, ...], dict[str, Prepared]]:
    """Pages with their pictures as the press takes them: each image names one of the pictures that come with the
    pages instead of its file. Without an output profile the pages stay as they are and no picture is prepared.

    :raises PictureFault: if a picture can't be read after all; the finding names its place.
    """
    if not press.icc or not any(_has_images(page) for page in pages):
        return tuple(pages), {}
    converter = Converter(press)
    pictures: dict[str, Prepared] = {}
    done: dict[tuple[object, ...], tuple[str, Crop]] = {}

    def placed(image: Image, page: DisplayList) -> Image:
        use = (image.path, image.rect.width, image.rect.height, image.crop)
        if use not in done:
            try:
                prepared, crop = converter.convert(image.path, image.rect, image.crop)
            except PictureFault as fault:
                span = page.sources[image.src] if 0 <= image.src < len(page.sources) else fault.finding.span
                raise PictureFault(replace(fault.finding, span=span)) from fault
            name = f"{len(done) + 1} {image.path}"
            pictures[name] = prepared
            done[use] = name, crop
        name, crop = done[use]
        return replace(image, path=name, crop=crop)

    made = []
    for page in pages:
        groups = []
        for group in page.groups:
            items = tuple(placed(item, page) if isinstance(item, Image) else item for item in group.items)
            groups.append(replace(group, items=items))
        made.append(replace(page, groups=tuple(groups)))
    return tuple(made), pictures


def _has_images(page: DisplayList) -> bool:
    return any(isinstance(item, Image) for group in page.groups for item in group.items)


def _curve(icc: bytes | None) -> tuple[int, ...]:
    """What the greys of a picture become; nothing if they stay."""
    from printlayout.colour.transform import grey_curve

    if space_of(icc) not in ("GRAY", "RGB") or icc is None:
        return ()
    curve = grey_curve(icc, srgb_profile())
    return curve if any(abs(value - grey) > SAME for grey, value in enumerate(curve)) else ()


def _is_whole(made: Prepared, width: int, height: int) -> bool:
    turned = made.orientation >= 5
    return ((made.height, made.width) if turned else (made.width, made.height)) == (width, height)


def _library() -> str:
    """What else the result hangs on: another Pillow may bring another LittleCMS or JPEG coder."""
    from PIL import __version__

    return f"{__version__} {os.uname().machine if hasattr(os, 'uname') else os.name}"


def _store(key: str, made: Prepared, as_it_is: bool) -> None:
    from dataclasses import asdict  # brings inspect along; only a fresh conversion needs it

    facts: dict[str, Any] = asdict(made)
    data = facts.pop("data")
    facts.pop("icc")  # no RGB here
    cache.store(key, {**facts, "as_it_is": as_it_is}, b"" if as_it_is else data)


def _restored(facts: dict[str, Any], data: bytes, file: BufferedReader) -> Prepared:
    if facts.pop("as_it_is"):
        file.seek(0)
        data = file.read()
    return Prepared(data, **facts)
