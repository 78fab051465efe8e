"""Pages of other PDFs made by hand, 200 by 100 points, and what each of their inks measures on a plate."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from PIL import Image as Pillow

from pdf.fontkit import Fonts
from pdf.pages import page
from printlayout.base.geometry import Rect
from printlayout.model.display import Placed
from printlayout.model.press import NEWSPRINT, PressProfile
from printlayout.separations import Separations, separate

WHOLE = Rect(0, 0, 200_000, 100_000)


def pdf(content: str | bytes, resources: dict[str, str] | None = None, group: str = "", **streams: Any) -> bytes:
    """A PDF of one page. ``resources``: kind to the dictionary as PDF, in which ``@name`` is the stream of that name:
    its entries as PDF, and its data."""
    out = BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page(page_size=(200, 100))
        known = {name: made.make_indirect(pikepdf.Stream(made, b"")) for name in streams}

        def value(said: str) -> Any:
            for name, stream in known.items():
                said = said.replace(f"@{name} ", f"{stream.objgen[0]} 0 R ")
            # A value with references is read where references are known: in the document's own trailer.
            return _parsed(made, said)

        for name, (entries, data) in streams.items():
            known[name].write(data, filter=None)
            for key, entry in value(entries).items():
                known[name][key] = entry
        only = made.pages[0].obj
        only.Resources = pikepdf.Dictionary({f"/{kind}": value(said) for kind, said in (resources or {}).items()})
        only.Contents = made.make_stream(content if isinstance(content, bytes) else content.encode())
        only.TrimBox = pikepdf.Array([0, 0, 200, 100])
        if group:
            only.Group = value(group)
        made.save(out, static_id=True)
    return out.getvalue()


def _parsed(made: pikepdf.Pdf, said: str) -> Any:
    """A value; references in it are put in after reading."""
    import re

    found = pikepdf.Object.parse(re.sub(r"(\d+) 0 R", r"/Ref~\1", said).encode())

    def filled(one: Any) -> Any:
        if isinstance(one, pikepdf.Name) and str(one).startswith("/Ref~"):
            return made.get_object(int(str(one)[5:]), 0)
        if isinstance(one, pikepdf.Dictionary):
            return pikepdf.Dictionary({key: filled(value) for key, value in one.items()})
        if isinstance(one, pikepdf.Array):
            return pikepdf.Array([filled(value) for value in one])
        return one

    return filled(found)


def plates(folder: Path, data: bytes, press: PressProfile = NEWSPRINT, under: Any = (), dpi: int = 72) -> Separations:
    """The plates of a page on which that PDF lies, over the items ``under``."""
    file = folder / "ad.pdf"
    file.write_bytes(data)
    return separate(page([*under, Placed(str(file), 1, "trim", WHOLE, WHOLE, 0)]), Fonts(), press, dpi)


def levels(found: Separations, x: int, y: int) -> list[int]:
    """Ink of each plate at a point of the PDF, from its lower left, in per cent."""
    return [round((255 - int(plate.getpixel((x, 99 - y)))) / 2.55) for plate in found.plates.values()]  # type: ignore[arg-type]


def jpeg(pixels: Pillow.Image) -> bytes:
    """As a JPEG of the best quality."""
    out = BytesIO()
    pixels.save(out, "JPEG", quality=100, subsampling=0)
    return out.getvalue()
