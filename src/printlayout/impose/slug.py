"""What stands beside the marks of a printing sheet: the slug line and a colour bar, as a page of their own to be laid
over the sheet. Both stand outside the bleed; the text is on every plate, each plate's letter in its own ink.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Protocol

from printlayout.base.diagnostics import Collector, Span
from printlayout.base.geometry import Rect
from printlayout.base.units import mm
from printlayout.base.value import dataclass
from printlayout.impose.scheme import Pair
from printlayout.layout.cells import TextRun
from printlayout.layout.itemise import CellMaker
from printlayout.layout.paint import Sources, paint_line
from printlayout.layout.paragraph import Setter, Shape
from printlayout.layout.press_marks import LABELS, LENGTH, SLUG, colour_bar
from printlayout.model.display import DisplayList, FrameBox, Group, Item
from printlayout.model.ink import REGISTRATION
from printlayout.model.issue import Section
from printlayout.model.shaped import Shaper
from printlayout.model.style import Composition, Face
from printlayout.pdf.fonts import FontSource
from printlayout.pdf.metadata import Meta
from printlayout.pdf.placed import Edges
from printlayout.pdf.writer import write


class Slugs(Protocol):
    """Makes the slug and the colour bar of a sheet."""

    def __call__(self, trim: Rect, sheet: Rect, off: int, text: str) -> bytes:
        """A PDF of one page as large as the ``sheet``, whose trim (both pages) is ``trim``; milli-points."""


@dataclass(frozen=True, slots=True)
class SlugMaker:
    """Sets slugs in one face. ``shaper`` and ``fonts`` are the same fonts, for setting and for the file."""

    shaper: Shaper
    fonts: FontSource
    face: Face
    meta: Meta

    def __call__(self, trim: Rect, sheet: Rect, off: int, text: str) -> bytes:
        """See :class:`Slugs`."""
        sources = Sources([Span()])
        setter = Setter(CellMaker(self.shaper, Collector()), Collector())
        words = [*((f"{letter}　", ink) for ink, letter in LABELS.items()), (text, REGISTRATION)]
        runs = [TextRun(said, self.face, self.face, SLUG, ink, Span()) for said, ink in words]
        wide = Shape(max(trim.width - 2 * LENGTH, SLUG), align="left")
        lines = setter.set(runs, Composition(), SLUG, wide).lines
        top = trim.bottom + off + LENGTH + mm(1)
        items: list[Item] = []
        for row, line in enumerate(lines[:2]):
            items += paint_line(line, trim.x + LENGTH, top + row * SLUG * 5 // 4, SLUG, sources)
        groups = (
            Group("mark", "colour bar", tuple(colour_bar(trim, off, 0, 2))),
            Group("mark", "slug", tuple(items)),
        )
        frames = (FrameBox("sheet", "", sheet),)
        page = DisplayList(
            stem="slug",
            title="slug",
            number=1,
            width=trim.width,
            height=trim.height,
            bleed=0,
            groups=groups,
            frames=frames,
            sources=tuple(sources.spans),
        )
        return write([page], self.fonts, self.meta)


SIDES = {"outer": "外面", "inner": "内面"}


def slug_text(title: str, section: Section, pair: Pair, claim: tuple[str, str, str]) -> str:
    """What the slug says: paper and date, section, sheet and side, the pages on it, standard and printing condition."""
    sheet = f"第{pair.sheet}张{SIDES[pair.side]}" if pair.side else "通版看样"
    parts = (title, section.name, sheet, f"{pair.label}版", claim[0], claim[1])
    return "　".join(part for part in parts if part)


def over_sheet(trim: Edges, height: Fraction) -> tuple[Rect, Rect]:
    """The trim of a sheet and the sheet round it as :class:`Slugs` takes them, from the trim's upper left corner."""
    left, bottom, right, top = (round(edge * 1000) for edge in trim)
    whole = round(height * 1000)
    wide, high = right - left, top - bottom
    return Rect(0, 0, wide, high), Rect(-left, top - whole, wide + 2 * left, whole)
