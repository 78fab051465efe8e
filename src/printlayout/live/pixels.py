"""Pixels at once: a page as it looks on the screen, made from its display list in a few milliseconds.

The file these pixels are read from has pictures no finer than a screen shows, fonts with the glyphs of earlier pages
besides, and no profile; and where only a part of the page has changed, only that part is in it and painted. It is never
seen by a press. The finished file's own pixels take their place a moment later (``live/finisher.py``).
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from printlayout.base.geometry import Rect
from printlayout.base.value import replace
from printlayout.fonts.face import Fonts
from printlayout.fonts.subset import subset
from printlayout.job import page_meta
from printlayout.live.difference import difference, within
from printlayout.model.display import DisplayList
from printlayout.model.embedding import Subset
from printlayout.model.issue import Issue
from printlayout.pdf.standard import Target, sheet
from printlayout.pdf.writer import write
from printlayout.preview.pictures import picture
from printlayout.preview.raster import colour_pixels, part_pixels

if TYPE_CHECKING:
    from printlayout.preview.pictures import Picture

FINE = 1.5
"""Pixels of a picture to one of the screen, before it is brought to the screen's."""
EDGE = 64
"""Pixels painted round a part and cut off again: type that the edge of the picture cuts through comes out otherwise.
Larger type is painted as shapes, which do not."""


class GrowingFonts:
    """What the PDF asks for fonts. A face that is cut again keeps the glyphs it had: after a word or two no more has
    to be cut."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._kept: dict[str, tuple[frozenset[int], Subset]] = {}

    def subset(self, face_key: str, gids: frozenset[int]) -> Subset:
        """The face of that key with these glyphs and more."""
        held, cut = self._kept.get(face_key, (frozenset(), None))
        if cut is None or not gids <= held:
            held |= gids
            cut = subset(self._fonts.font_file(face_key), held)
            self._kept[face_key] = held, cut
        return cut


class Pixels:
    """Pages as they look, at one resolution."""

    def __init__(self, fonts: Fonts, dpi: int) -> None:
        self._fonts = GrowingFonts(fonts)
        self._dpi = dpi

    def whole(self, issue: Issue, display: DisplayList) -> Picture:
        """All of a page. :raises PictureFault: if a picture can't be read after all."""
        return picture(*colour_pixels(self._file(issue, display), self._dpi))

    def after(
        self, issue: Issue, before: DisplayList, shown: Picture, now: DisplayList, written: Collection[str] = ()
    ) -> Picture:
        """A page that looked like ``shown``, as it looks now; ``written`` are files that have changed since.

        :raises PictureFault: if a picture can't be read after all.
        """
        if sheet(before) != sheet(now):
            return self.whole(issue, now)
        area = difference(before, now, written)
        if area is None:
            return shown
        box = self._pixels(area, now, shown.size)
        if (box[2] - box[0]) * (box[3] - box[1]) * 2 > shown.size[0] * shown.size[1]:
            return self.whole(issue, now)
        if box[0] >= box[2] or box[1] >= box[3]:
            return shown
        wide = self._pixels(area.grown(EDGE * 72_000 // self._dpi), now, shown.size)
        part = picture(*part_pixels(self._file(issue, within(now, area)), self._dpi, wide))
        inner = (box[0] - wide[0], box[1] - wide[1], box[2] - wide[0], box[3] - wide[1])
        after = shown.copy()
        after.paste(part.crop(inner), box[:2])
        return after

    def _file(self, issue: Issue, display: DisplayList) -> bytes:
        ppi = round(self._dpi * FINE)
        press = issue.press
        if press.icc:
            press = replace(press, ppi_most=ppi, ppi_wanted=ppi, sharpen=(0, 0, 0))
        return write([display], self._fonts, page_meta(issue, display), Target(press))

    def _pixels(self, area: Rect, display: DisplayList, size: tuple[int, int]) -> tuple[int, int, int, int]:
        """An area of the page in whole pixels of its sheet: left, top, right, bottom."""
        whole = sheet(display)
        left, top = ((edge * self._dpi) // 72_000 for edge in (area.x - whole.x, area.y - whole.y))
        right, bottom = (-(-edge * self._dpi // 72_000) for edge in (area.right - whole.x, area.bottom - whole.y))
        return max(0, left), max(0, top), min(size[0], right), min(size[1], bottom)
