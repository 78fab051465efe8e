"""Pictures in their frames: cropped round their focus, in their shape, alone or in groups, with their words on the
grid (R60)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from printlayout.base.diagnostics import Collector
from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass
from printlayout.layout.arrange import Arranger, Cell, tree
from printlayout.layout.cells import TextRun
from printlayout.layout.looks import run_of
from printlayout.layout.paint import Sources
from printlayout.layout.paragraph import Setter
from printlayout.layout.shapes import Cut, Rings, contained, cut, framed, square
from printlayout.layout.words import (
    Words,
    caption_runs,
    common_runs,
    in_ink,
    number_of,
    paint_words,
    set_words,
)
from printlayout.model.display import Fill, FrameBox, Image, Item
from printlayout.model.ink import BLACK, WHITE, Ink
from printlayout.model.layout import Grid
from printlayout.model.outline import Outline, box
from printlayout.model.pictures import PictureLook
from printlayout.model.story import Picture, Run
from printlayout.model.style import Style

FULL = 100_000
PAPER_EDGE: Mpt = 2_000
"""White round a picture set into another."""
OVER: Mpt = 500
"""How far paper cut out of a picture's corner reaches over its edge, so that no hair of the picture stays."""
NARROW = 6
"""字 under which a caption is set loose."""
ROUND = ("circle", "ellipse", "outline")
"""Shapes under whose middle a caption of one line stands."""
DARK = 500
"""Ground from which on words over a picture are white (permille of black)."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the page for a picture or a group: its rectangle, the part of it words keep to, look and styles.

    The words' lower edge is that of a grid line's em box; words stand on that line and those above it.
    """

    name: str
    rect: Rect
    words: Rect
    look: PictureLook
    caption: Style
    credit: Style
    grid: Grid


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture's items: images and what lies on them, then words. ``outline``: what text goes round, if any of it is
    no rectangle."""

    image: tuple[Item, ...]
    words: tuple[Item, ...]
    frames: tuple[FrameBox, ...]
    outline: Outline | None = None


def crop(width: int, height: int, rect: Rect, focus: tuple[int, int]) -> tuple[int, int, int, int]:
    """The part of a picture of ``width`` by ``height`` pixels that fills ``rect``, as near as may be round
    ``focus`` (permille), in 1/100000 of width and height: left, top, right, bottom.
    """
    if width * rect.height > height * rect.width:  # too wide: cut left and right
        part = FULL * height * rect.width // (width * rect.height)
        left = min(max(0, focus[0] * FULL // 1000 - part // 2), FULL - part)
        return left, 0, left + part, FULL
    part = FULL * width * rect.height // (height * rect.width)
    top = min(max(0, focus[1] * FULL // 1000 - part // 2), FULL - part)
    return 0, top, FULL, top + part


class PicturePlacer:
    """Puts pictures at their places. ``sizes`` gives width and height in pixels by path; a picture that is not in it
    could not be read (reported where it was tried) and leaves its frame empty. ``rings``: outlines of cut-outs."""

    def __init__(
        self, sizes: Mapping[str, tuple[int, int]], rings: Mapping[str, Rings], setter: Setter, sources: Sources,
        collector: Collector,
    ) -> None:  # fmt: skip
        self._sizes = sizes
        self._rings = rings
        self._setter = setter
        self._sources = sources
        self._collector = collector

    def place(self, picture: Picture, spot: Spot) -> Placed:
        """Put a picture or a group with its words into its place."""
        return _Placing(picture, spot, self._sizes, self._rings, self._setter, self._sources, self._collector).placed()

    def outline(self, picture: Picture, spot: Spot) -> Outline | None:
        """What text would go round if the picture stood there; nothing is told, and nothing put."""
        told = Collector()
        setter = self._setter.telling(told)
        return _Placing(picture, spot, self._sizes, self._rings, setter, Sources(), told).placed().outline


class _Placing:
    """One picture or group at one place."""

    def __init__(
        self, picture: Picture, spot: Spot, sizes: Mapping[str, tuple[int, int]], rings: Mapping[str, Rings],
        setter: Setter, sources: Sources, collector: Collector,
    ) -> None:  # fmt: skip
        self.picture, self.spot, self.look = picture, spot, spot.look
        self.sizes, self.rings = sizes, rings
        self.setter, self.sources, self.collector = setter, sources, collector
        self.leading, self.em = spot.grid.leading, spot.grid.em
        kind = self.look.numbers if picture.members else "none"
        self.numbers = [number_of(kind, number) for number in range(1, len(picture.members) + 1)]
        self.own: dict[tuple[int, Mpt], Words] = {}
        self.image: list[Item] = []
        self.words: list[Item] = []
        self.frames: list[FrameBox] = []
        self.cuts: list[Cut] = []
        self.boxes: list[Rect] = []
        """What text keeps clear of besides shapes: words, and pictures that are rectangles."""

    def placed(self) -> Placed:
        group = bool(self.picture.members)
        if group:
            self._group()
        else:
            self._alone(self.picture, self.spot.rect, self.spot.words, self._runs(0))
        outline = None
        if self.cuts:
            rings = [ring for one in self.cuts for ring in one.outline.rings]
            rings += [box(rect).points for rect in self.boxes]
            outline = Outline(rings[0], tuple(rings[1:]))
        return Placed(tuple(self.image), tuple(self.words), tuple(self.frames), outline)

    # -- words ----------------------------------------------------------------------------------------------

    def _styles(self) -> tuple[Style, Style]:
        spot = self.spot
        if self.look.words != "over":
            return spot.caption, spot.credit
        ink = self._on_band()
        return in_ink(spot.caption, ink), in_ink(spot.credit, ink)

    def _on_band(self) -> Ink:
        band = self.look.band or BLACK
        return WHITE if band.black + (3 * band.cyan + 6 * band.magenta + band.yellow) // 10 >= DARK else BLACK

    def _runs(self, number: int) -> list[TextRun]:
        """The caption of a picture, behind its number in a group."""
        label = self.numbers[number] if self.numbers else ""
        return caption_runs(self.picture.each[number], label, self._styles()[0])

    def _set(self, runs: list[TextRun], credit: Run | None, width: Mpt) -> Words:
        if not runs and credit is None:
            return Words()
        if runs and width < NARROW * self.em:
            text = "".join(run.text for run in runs)[:12]
            measure = f"{width / self.em:.1f}"
            self.collector.warn("picture.caption-narrow", runs[-1].span, measure=measure, text=text)
        return set_words(runs, credit, self._styles(), width, self.em, self.setter)

    # -- one picture ----------------------------------------------------------------------------------------

    def _alone(self, picture: Picture, rect: Rect, keep: Rect, runs: list[TextRun]) -> None:
        """A picture with words of its own in a rectangle; the words keep to ``keep``."""
        if self.look.words == "over":
            self._shown(picture, rect)
            self._over(rect, keep, runs, picture.credit)
        elif self.look.words == "beside" and (runs or picture.credit):
            wide = min(self.look.beside, keep.width // 2)
            words = self._set(runs, picture.credit, wide)
            far = wide + max(self.look.gap, self.em // 2)
            if rect.right > keep.right and rect.x >= keep.x:  # bled to the right: the words stand at the left
                start = keep.x
                rect = Rect(keep.x + far, rect.y, rect.right - keep.x - far, rect.height)
            else:
                start = keep.right - wide
                rect = Rect(rect.x, rect.y, start - far + wide - rect.x, rect.height)
            self._shown(picture, rect)
            self._below(words, start, wide, keep.bottom)
        else:
            words, wide = self._fitting(picture, rect, keep, runs)
            area = self._above(rect, keep.bottom, words.rows, picture)
            shown = self._shown(picture, area)
            self._below(words, self._start(words, shown, keep.x, wide), wide, keep.bottom)

    def _fitting(self, picture: Picture, rect: Rect, keep: Rect, runs: list[TextRun]) -> tuple[Words, Mpt]:
        """Words no wider than their picture, which a round or a cut-out one may become the narrower the more lines they
        take."""
        words, wide = Words(), keep.width
        for rows in range(1, 6):
            high = max(self.em, keep.bottom - rect.y - rows * self.leading)
            shown = self._area(picture, Rect(rect.x, rect.y, rect.width, high))
            wide = min(keep.width, shown.width) if shown.width < rect.width else keep.width
            words = self._set(runs, picture.credit, wide)
            if words.rows <= rows:
                break
        return words, wide

    def _above(self, rect: Rect, bottom: Mpt, rows: int, picture: Picture) -> Rect:
        """What ``rows`` of words leave of a picture's rectangle."""
        high = bottom - rows * self.leading - rect.y if rows else rect.height
        if high < self.em:
            self.collector.error("picture.no-room", picture.span, path=picture.path)
        return Rect(rect.x, rect.y, rect.width, max(self.em, high))

    def _start(self, words: Words, shown: Rect, x: Mpt, width: Mpt) -> Mpt:
        """Where words begin that stand under a picture in a place from ``x`` on: there, or so that they stand under the
        middle of a picture that is narrower or round."""
        if self.look.shape not in ROUND:
            return x
        left, end = self._extent(words, width)
        return shown.x + (shown.width - (end - left)) // 2 - left

    def _extent(self, words: Words, width: Mpt) -> tuple[Mpt, Mpt]:
        """From where to where words reach of their width; one line under a round picture only as far as its text."""
        one = words.rows == 1 and self.look.shape in ROUND
        return (words.start, words.width) if one else (0, width)

    def _below(self, words: Words, x: Mpt, width: Mpt, bottom: Mpt) -> None:
        """Words whose last line is the grid line that ends at ``bottom``."""
        self.words += paint_words(words, x, bottom - self.em, self.leading, self.em, self.sources)
        high = words.rows * self.leading
        left, end = self._extent(words, width)
        area = Rect(x + left, bottom - high, end - left, high)
        self.frames.append(FrameBox("caption", self.spot.name, area))
        if words.rows:
            self.boxes.append(area)

    def _over(self, rect: Rect, keep: Rect, runs: list[TextRun], credit: Run | None) -> None:
        """Words on a strip over the picture's foot, a line above its edge so that they stay on the grid; the strip
        begins at the picture's edge and is as long as its text."""
        pad = self.em // 2
        before = pad if rect.x >= keep.x else 0
        words = self._set(runs, credit, keep.width - before - pad)
        if not words.rows:
            return
        bottom = keep.bottom - self.leading
        top = bottom - (words.rows - 1) * self.leading - self.em
        whole = words.width >= words.measure  # a strip as wide as the words may be runs across the picture
        end = rect.right if whole else keep.x + before + words.width + pad
        strip = Rect(rect.x, top - pad, end - rect.x, bottom - top + 2 * pad)
        src = self.sources.id(runs[0].span if runs else credit.span if credit else self.picture.span)
        self.image.append(Fill(strip, self.look.band or BLACK, src))
        self.words += paint_words(words, keep.x + before, bottom - self.em, self.leading, self.em, self.sources)
        self.frames.append(FrameBox("caption", self.spot.name, strip))

    # -- groups ---------------------------------------------------------------------------------------------

    def _group(self) -> None:
        """A group: common words at the foot, or beside; the pictures share what is left."""
        group, rect, keep = self.picture, self.spot.rect, self.spot.words
        common = self.look.captions == "common"
        style = self.spot.caption
        runs = common_runs(group, self.numbers, style) if common else []
        if not common and group.caption:
            runs = [run_of(group.caption, style)]
        styles = (style, self.spot.credit)
        if common and self.look.words == "beside" and runs:
            wide = min(self.look.beside, keep.width // 2)
            words = set_words(runs, group.credit, styles, wide, self.em, self.setter)
            self._below(words, keep.right - wide, wide, keep.bottom)
            far = wide + max(self.look.gap, self.em // 2)
            rect = Rect(rect.x, rect.y, keep.right - far - rect.x, rect.height)
            keep = Rect(keep.x, keep.y, keep.width - far, keep.height)
        elif runs or group.credit:
            words = set_words(runs, group.credit, styles, keep.width, self.em, self.setter)
            self._below(words, keep.x, keep.width, keep.bottom)
            rect = self._above(rect, keep.bottom, words.rows, group)
            worded = keep.bottom - words.rows * self.leading - (self.leading - self.em)
            keep = Rect(keep.x, keep.y, keep.width, worded - keep.y)
            if not common:  # the pictures' own words end on a line of the grid, those of the group follow
                rect = Rect(rect.x, rect.y, rect.width, keep.bottom - rect.y)
        self._members(rect, keep, common)

    def _members(self, rect: Rect, keep: Rect, common: bool) -> None:
        members = self.picture.members
        sizes = [self.sizes.get(one.path, (3, 2)) for one in members]
        round_ones = self.look.shape == "circle"
        ratios = tuple(Fraction(1) if round_ones else Fraction(*size) for size in sizes)
        below = not common and self.look.words != "over"
        rows_of = self._own_rows if below else lambda number, width: 0
        arranger = Arranger(ratios, self.look.gap, self.leading, self.em, rows_of)
        cells = arranger.cells(tree(self.look.arrange, ratios, rect), rect)
        for number, cell in cells.items():
            self._member(number, cell, keep, below, common)

    def _member(self, number: int, cell: Cell, keep: Rect, below: bool, common: bool) -> None:
        picture, rect = self.picture.members[number], cell.rect
        if below:
            area = self._above(rect, rect.bottom, cell.rows, picture)
            shown = self._shown(picture, area)
            words = self._own_words(number, rect.width)
            last = rect.bottom - (cell.rows - words.rows) * self.leading
            self._below(words, self._start(words, shown, rect.x, rect.width), rect.width, last)
        elif common:
            self._labelled(self.numbers[number], picture, self._shown(picture, rect))
        else:
            self._shown(picture, rect)
            inside = Rect(max(rect.x, keep.x), rect.y, min(rect.right, keep.right) - max(rect.x, keep.x), rect.height)
            self._over(rect, inside, self._runs(number), picture.credit)

    def _own_words(self, number: int, width: Mpt) -> Words:
        known = self.own.get((number, width))
        if known is None:
            picture = self.picture.members[number]
            known = self.own[number, width] = self._set(self._runs(number), picture.credit, width)
        return known

    def _own_rows(self, number: int, width: Mpt) -> int:
        return self._own_words(number, width).rows

    def _labelled(self, number: str, picture: Picture, area: Rect) -> None:
        """A picture's number on a corner of paper cut out of its lower left."""
        style = self.spot.caption
        if not number:
            return
        span = picture.caption.span if picture.caption else picture.span
        run = run_of(Run(number, "text", span), style)
        words = set_words([run], None, (style, style), 4 * self.em, self.em, self.setter)
        wide = sum(words.lines[0].advances) + self.em // 2
        tab = Rect(area.x, area.bottom - self.leading, wide, self.leading)
        paper = Rect(tab.x - OVER, tab.y, tab.width + OVER, tab.height + OVER)
        self.image.append(Fill(paper, WHITE, self.sources.id(span)))
        left = words.lines[0].xs[0]
        self.image += paint_words(
            words, tab.x + self.em // 8 - left, tab.bottom - self.em, self.leading, self.em, self.sources
        )

    # -- images ---------------------------------------------------------------------------------------------

    def _area(self, picture: Picture, area: Rect) -> Rect:
        """What of an area a picture in its shape fills."""
        size = self.sizes.get(picture.path)
        if self.look.shape == "circle":
            return square(area)
        if self.look.shape == "outline" and size and self.rings.get(picture.path):
            return contained(*size, area)
        return area

    def _shown(self, picture: Picture, area: Rect) -> Rect:
        """Put the picture itself, in its shape; gives the rectangle it fills."""
        area = self._area(picture, area)
        self.frames.append(FrameBox("picture", self.spot.name, area))
        size = self.sizes.get(picture.path)
        if not size:
            self.boxes.append(area)
            return area
        part = crop(*size, area, picture.focus)
        if self.look.shape == "outline" and not self.rings.get(picture.path):
            self.collector.warn("picture.no-outline", picture.span, path=picture.path)
        shape = cut(self.look.shape, area, self.look.radius, part, self.rings.get(picture.path, ()))
        clip = shape.clip if shape else None
        src = self.sources.id(picture.span)
        self.image.append(Image(picture.path, area, part, src, clip))
        if shape:
            self.cuts.append(shape)
        else:
            self.boxes.append(area)
        if self.look.frame:
            self.image.append(framed(area, clip, self.look.frame, self.look.frame_width, src))
        self._insets(picture, area)
        return area

    def _insets(self, picture: Picture, area: Rect) -> None:
        """Pictures set into another's corners, with a margin of paper round them."""
        for inset in picture.insets:
            size = self.sizes.get(inset.picture.path)
            if not size:
                continue
            wide = area.width * inset.width // 1000
            high = min(wide * size[1] // size[0], area.height * 2 // 3)
            away = self.em // 2 + PAPER_EDGE
            x = area.x + away if inset.corner.endswith("left") else area.right - away - wide
            y = area.y + away if inset.corner.startswith("top") else area.bottom - away - high
            place, src = Rect(x, y, wide, high), self.sources.id(inset.picture.span)
            self.image.append(Fill(place.grown(PAPER_EDGE), WHITE, src))
            self.image.append(Image(inset.picture.path, place, crop(*size, place, inset.picture.focus), src))
