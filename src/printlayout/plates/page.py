"""A page of another PDF as one plate: every colour becomes as much black as it has of the plate's ink.

Content is written anew, operator by operator, through forms, tiles and the glyphs of Type 3 fonts: colours become grey,
pictures and shadings their plates. What overprints and is not on the plate is left out, so that it erases nothing there
(ISO 32000-1 11.7.4.5); everything else knocks out, in white where it has no ink. Transparency stays: blended plate by
plate, as inks are. What a soft mask is made of stays as it is.

What has no inks of its own (red-green-blue, Lab) is estimated, what can't be taken apart is left out; both are told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

import pikepdf

from printlayout.base.value import dataclass
from printlayout.pdf.placed import Source
from printlayout.plates.run import Plate
from printlayout.plates.spaces import UnknownSpace, alternate_of

GROUP = "/Group"


@dataclass(frozen=True, slots=True)
class Apart:
    """Something that could not be taken apart into plates: what it is, its object's number (0: the page's content),
    and whether its plates are estimated (or left out)."""

    what: str
    number: int
    estimated: bool


class PlacedPage:
    """A page of another PDF, ready to be asked for its plates. ``spots``: its spot inks in full, as parts (0 to 1) of
    process inks, if the press prints any; if not, they are on the process plates.

    :raises printlayout.pdf.placed.PlacedFault: if the file can't be read.
    """

    def __init__(self, data: bytes, number: int, prints_spots: bool) -> None:
        with Source(data) as source:
            source.page(number)
            if source.count > 1:
                out = BytesIO()
                source.extracted(number, out)
                data = out.getvalue()
        self._data = data
        self.spots: Mapping[str, Mapping[str, float]] = {}
        self.apart: dict[Apart, None] = {}
        self._printed: frozenset[str] | None = None if prints_spots else frozenset()
        if prints_spots:
            with pikepdf.open(BytesIO(data), suppress_warnings=True) as pdf:
                self.spots = dict(sorted(_spots(pdf)))

    def plate(self, name: str) -> bytes:
        """The page with one ink of it, as black in DeviceGray: a PDF to be drawn, never to be printed."""
        with pikepdf.open(BytesIO(self._data), suppress_warnings=True) as pdf:
            page = pdf.pages[0]
            plate = Plate(pdf, name, self._printed, self._tell)
            content, resources = plate.page(page)
            page.obj.Contents = pdf.make_stream(content)
            page.obj.Resources = resources
            if GROUP in page.obj:
                page.obj.Group = plate.group(page.obj.Group)
            for key in ("/Annots", "/AA", "/Thumb", "/PieceInfo", "/Metadata"):
                if key in page.obj:
                    del page.obj[key]
            out = BytesIO()
            with pikepdf.new() as alone:
                alone.pages.append(page)
                alone.save(out, compress_streams=False, static_id=True)
            return out.getvalue()

    def _tell(self, what: str, number: int, estimated: bool) -> None:
        self.apart.setdefault(Apart(what, number, estimated))


def _spots(pdf: pikepdf.Pdf) -> Iterator[tuple[str, dict[str, float]]]:
    """The spot inks of a file. Not only what is painted counts: a plate without anything on it does no harm."""
    for found in pdf.objects:
        waiting: list[Any] = [found]
        while waiting:
            one = waiting.pop()
            if isinstance(one, pikepdf.Array):
                if len(one) > 3 and one[0] in (pikepdf.Name.Separation, pikepdf.Name.DeviceN):
                    try:
                        yield from alternate_of(one, None).items()
                    except UnknownSpace:
                        continue
                waiting += _direct(list(one))
            elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
                waiting += _direct([value for _, value in one.items()])


def _direct(values: Sequence[Any]) -> list[Any]:
    return [
        value for value in values if isinstance(value, pikepdf.Array | pikepdf.Dictionary) and not value.is_indirect
    ]
