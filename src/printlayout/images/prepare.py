"""Pictures made ready for the press file. The only door to Pillow; JPEGs go through without it."""

from __future__ import annotations

import hashlib
import warnings
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from printlayout.base.diagnostics import Finding, Severity
from printlayout.images.headers import BadPicture, Header, rgb_profile
from printlayout.images.probe import Unsupported, probe, read_header
from printlayout.images.srgb import srgb_profile

if TYPE_CHECKING:
    from PIL.Image import Image

_LEVEL = 6
_WHITE = 255


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


class PictureFault(Exception):
    """A picture that can't be printed; ``finding`` tells why. Raised only for files that passed their probing."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code, finding.args)
        self.finding = finding


def prepare(path: Path | str) -> Prepared:
    """Read a picture for the press. JPEGs go through byte for byte; PNGs are unpacked, laid on white and deflated.

    :raises PictureFault: if the file can't be read, though its headers could be.
    """
    found = probe(path)
    if isinstance(found, Finding):
        raise PictureFault(found)
    try:
        data = Path(path).read_bytes()
        kind, header = read_header(BytesIO(data))
        return _jpeg(data, header) if kind == "jpeg" else _png(data, header)
    except (BadPicture, Unsupported, OSError, SyntaxError, ValueError, EOFError, zlib.error) as fault:
        args = {"path": str(path), "reason": str(fault)}
        raise PictureFault(Finding("picture.unreadable", Severity.ERROR, args=args)) from fault


def _jpeg(data: bytes, header: Header) -> Prepared:
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


def _png(data: bytes, header: Header) -> Prepared:
    """A PNG, unpacked: 16 bits become 8, transparency is laid on white (paper), a palette becomes its colours."""
    from PIL import Image

    with warnings.catch_warnings():
        # Pillow's own limit on pixels is lower than ours, which has been kept by now.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        with Image.open(BytesIO(data)) as opened:
            picture = _flat(opened, header)
    space = "rgb" if picture.mode == "RGB" else "gray"
    return Prepared(
        zlib.compress(picture.tobytes(), _LEVEL),
        "FlateDecode",
        picture.width,
        picture.height,
        1 if picture.mode == "1" else 8,
        space,
        icc=(rgb_profile(header.icc) or srgb_profile()) if space == "rgb" else b"",
        orientation=header.orientation,
    )


def _flat(picture: Image, header: Header) -> Image:
    """The picture in mode 1, L or RGB, without transparency."""
    from PIL import Image

    if picture.mode.startswith("I"):
        # 16-bit grey: the high byte; converting would clip everything above 255 to white.
        wide = picture.tobytes() if picture.mode == "I;16" else picture.convert("I;16").tobytes()
        return Image.frombytes("L", picture.size, wide[1::2])
    if header.alpha:
        seen = picture.convert("RGBA")
        paper = Image.new("RGBA", seen.size, (_WHITE, _WHITE, _WHITE, _WHITE))
        flat = Image.alpha_composite(paper, seen)
        return flat.convert("L" if header.components == 1 else "RGB")
    if picture.mode in ("1", "L", "RGB"):
        return picture.copy()
    return picture.convert("L" if header.components == 1 else "RGB")
