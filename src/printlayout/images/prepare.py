"""Pictures as the press file takes them, and those that go into it as they are."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from printlayout.base.diagnostics import Fault, Finding, Severity
from printlayout.base.value import dataclass, field
from printlayout.images.headers import BadPicture, Header, rgb_profile
from printlayout.images.probe import Unsupported, probe, read_header
from printlayout.images.srgb import srgb_profile


@dataclass(frozen=True, slots=True)
class Prepared:
    """A picture as the file takes it: ``data`` encoded by ``filter`` (a PDF filter's name). ``space``: gray, rgb (with
    its profile ``icc``), cmyk. ``inverted``: 0 is full ink. ``transform``: the JPEG's colour transform where readers
    must be told. ``orientation``: how it is to be turned when placed (EXIF 1-8); ``width``, ``height``: as stored.
    """

    data: bytes = field(repr=False)
    filter: str
    width: int
    height: int
    bits: int
    space: str
    icc: bytes = field(default=b"", repr=False)
    inverted: bool = False
    transform: int | None = None
    orientation: int = 1

    @property
    def digest(self) -> str:
        """Hash of everything that matters in the file; the orientation doesn't, it belongs to the place."""
        facts = (self.filter, self.width, self.height, self.bits, self.space, self.inverted, self.transform)
        digest = hashlib.sha256(repr(facts).encode())
        digest.update(hashlib.sha256(self.icc).digest())
        digest.update(self.data)
        return digest.hexdigest()


class PictureFault(Fault):
    """A picture that can't be printed. Raised only for files that passed their probing."""


def prepare(path: Path | str) -> Prepared:
    """Read a picture as it is, for a page without an output profile. JPEGs go through byte for byte; others are
    unpacked, laid on white and deflated.

    :raises PictureFault: if the file can't be read, though its headers could be.
    """
    found = probe(path)
    if isinstance(found, Finding):
        raise PictureFault(found)
    with told(path), Path(path).open("rb") as file:
        kind, header = read_header(file)
        file.seek(0)
        return jpeg_as_is(file.read(), header) if kind == "jpeg" else _unpacked(file, kind, header)


@contextmanager
def told(path: Path | str) -> Iterator[None]:
    """Turns whatever goes wrong while a picture is read into a :class:`PictureFault`."""
    try:
        yield
    except (BadPicture, Unsupported, OSError, SyntaxError, ValueError, EOFError, zlib.error) as fault:
        args = {"path": str(path), "reason": str(fault)}
        raise PictureFault(Finding("picture.unreadable", Severity.ERROR, args=args)) from fault


def jpeg_as_is(data: bytes, header: Header) -> Prepared:
    """A JPEG as it is. Grey ones print with black alone, whatever their profile says."""
    space = {1: "gray", 3: "rgb", 4: "cmyk"}[header.components]
    return Prepared(
        data,
        "DCTDecode",
        header.width,
        header.height,
        8,
        space,
        icc=(rgb_profile(header.icc) or srgb_profile()) if space == "rgb" else b"",
        # Files with Adobe's marker hold CMYK upside down (Adobe technical note 5116); others hold it as it is.
        inverted=space == "cmyk" and header.adobe is not None,
        # Without Adobe's marker readers take three components for YCbCr (ISO 32000-1 table 13), named R, G, B or not.
        transform=0 if header.rgb and header.adobe is None else None,
        orientation=header.orientation,
    )


def _unpacked(file: BinaryIO, kind: str, header: Header) -> Prepared:
    """Another picture: 16 bits become 8, transparency is laid on white (paper), a palette becomes its colours."""
    from printlayout.colour.transform import lab_to_rgb
    from printlayout.images.pixels import decoded, deflated

    picture = decoded(file, kind, header)
    icc = rgb_profile(header.icc)
    if picture.mode == "LAB":
        picture, icc = lab_to_rgb(picture, srgb_profile()), None
    space = {"RGB": "rgb", "CMYK": "cmyk"}.get(picture.mode, "gray")
    return Prepared(
        deflated(picture),
        "FlateDecode",
        picture.width,
        picture.height,
        1 if picture.mode == "1" else 8,
        space,
        icc=(icc or srgb_profile()) if space == "rgb" else b"",
        orientation=1 if kind == "tiff" else header.orientation,
    )
