"""What a picture file is, from its first bytes, without decoding a pixel."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

from printlayout.base.diagnostics import NOWHERE, Finding, Severity, Span
from printlayout.base.value import dataclass, field
from printlayout.images import jpeg, png, tiff
from printlayout.images.headers import BadPicture, Header

PIXEL_LIMIT = 150_000_000
"""Pixels a picture may have. A broadsheet page at 450 ppi has 66 million, the largest cameras 150; what has more is a
mistake or an attack on the memory of whoever opens it."""

_OTHERS = {
    b"GIF8": "GIF", b"RIFF": "WebP", b"II+\0": "BigTIFF", b"MM\0+": "BigTIFF", b"BM": "BMP", b"%PDF": "PDF",
    b"%!PS": "EPS", b"8BPS": "Photoshop", b"<svg": "SVG", b"<?xm": "SVG", b"\0\0\0\x0cjP": "JPEG 2000",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ImageInfo:
    """A picture file. ``width`` and ``height`` are pixels as the picture is seen, after ``orientation`` (EXIF 1-8)
    has turned it. ``kind``: jpeg, png, tiff. ``components``: colour channels (1 grey, 3 RGB, 4 CMYK), without alpha.
    ``icc``: the colour profile in the file.
    """

    width: int
    height: int
    kind: str
    components: int
    bits: int
    orientation: int = 1
    icc: bytes | None = field(default=None, repr=False)
    alpha: bool = False


def probe(path: Path | str, span: Span = NOWHERE) -> ImageInfo | Finding:
    """Read a picture's headers, or tell what is wrong with the file; ``span`` is where it was asked for."""
    path = Path(path)
    try:
        with path.open("rb") as file:
            kind, header = read_header(file)
            whole = _is_whole(file, kind, header)
    except FileNotFoundError:
        return Finding("picture.missing", Severity.ERROR, span, {"path": str(path)})
    except Unsupported as fault:
        return Finding("picture.unsupported", Severity.ERROR, span, {"path": str(path), "kind": fault.kind})
    except (BadPicture, OSError) as fault:
        return Finding("picture.unreadable", Severity.ERROR, span, {"path": str(path), "reason": _reason(fault)})
    if not whole:
        return Finding("picture.truncated", Severity.ERROR, span, {"path": str(path)})
    if header.width * header.height > PIXEL_LIMIT:
        size = {"width": str(header.width), "height": str(header.height), "limit": str(PIXEL_LIMIT // 1_000_000)}
        return Finding("picture.too-large", Severity.ERROR, span, {"path": str(path), **size})
    turned = header.orientation >= 5
    return ImageInfo(
        width=header.height if turned else header.width,
        height=header.width if turned else header.height,
        kind=kind,
        components=header.components,
        bits=header.bits,
        orientation=header.orientation,
        icc=header.icc,
        alpha=header.alpha,
    )


class Unsupported(Exception):
    """A picture, perhaps a fine one, of a kind that isn't read."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def read_header(file: BinaryIO) -> tuple[str, Header]:
    """The kind and header of an open file. :raises BadPicture: or :raises Unsupported:"""
    start = file.read(8)
    file.seek(0)
    if start.startswith(jpeg.MAGIC):
        header = jpeg.header(file)
        if header.process not in jpeg.PRINTABLE or header.bits != 8:
            raise Unsupported(f"JPEG ({header.bits} bit, {jpeg.PROCESSES.get(header.process, 'unknown process')})")
        return "jpeg", header
    if start == png.MAGIC:
        return "png", png.header(file)
    if start[:4] in tiff.MAGICS:
        header = tiff.header(file)
        if header.bits not in (1, 8, 16) or not header.whole_numbers or (header.bits == 1 and header.components > 1):
            raise Unsupported(f"TIFF ({header.bits} bit)")
        return "tiff", header
    for magic, kind in _OTHERS.items():
        if start.startswith(magic):
            raise Unsupported(kind)
    raise BadPicture("neither JPEG, PNG nor TIFF")


def _is_whole(file: BinaryIO, kind: str, header: Header) -> bool:
    """Whether the end of the picture is there: half-copied files are the commonest fault on the night."""
    if kind == "tiff":
        return 0 < header.end <= file.seek(0, os.SEEK_END)
    end = jpeg.END if kind == "jpeg" else png.END
    start = file.tell()  # behind the headers, where a preview with an end of its own may lie
    file.seek(max(start, file.seek(0, os.SEEK_END) - 65536))
    if end in file.read():
        return True
    # Some telephones put a film behind the picture.
    file.seek(start)
    return end in file.read()


def _reason(fault: Exception) -> str:
    return (fault.strerror or str(fault)) if isinstance(fault, OSError) else str(fault)
