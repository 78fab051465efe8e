"""Puts lines, rules and pictures at their places: the only maker of display list items."""

from __future__ import annotations

from printlayout.base.diagnostics import Span
from printlayout.base.geometry import QUARTER, Rect
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass, field, replace
from printlayout.layout.spots import ASCENT, EM_MIDDLE
from printlayout.model.display import Glyphs, Item, Line, Path
from printlayout.model.galley import Decor, SetLine
from printlayout.model.ink import Ink
from printlayout.model.outline import Outline


def baseline(top: Mpt, size: Mpt) -> Mpt:
    """Baseline of an em box that begins at ``top``."""
    return top + size * ASCENT // 1000


@dataclass(frozen=True, slots=True)
class Axes:
    """Vertical writing: lines stand side by side from ``right`` leftwards and run down from ``top``. What layout calls
    x is then the way down a line, what it calls y the way from line to line."""

    right: Mpt
    top: Mpt

    def rect(self, rect: Rect) -> Rect:
        """A rectangle of the turned grid on the page."""
        return Rect(self.right - rect.bottom, self.top + rect.x, rect.height, rect.width)

    def turned(self, outline: Outline) -> Outline:
        """A shape on the page as one on the turned grid."""
        rings = tuple(
            tuple(v for at in range(0, len(ring), 2) for v in (ring[at + 1] - self.top, self.right - ring[at]))
            for ring in outline.rings
        )
        return Outline(rings[0], rings[1:])


@dataclass(slots=True)
class Sources:
    """Numbers the places things come from; knows how the text being painted is turned."""

    spans: list[Span] = field(default_factory=list)
    axes: Axes | None = None
    _ids: dict[Span, int] = field(default_factory=dict)

    def id(self, span: Span) -> int:
        """The number of a place."""
        known = self._ids.get(span)
        if known is None:
            known = self._ids[span] = len(self.spans)
            self.spans.append(span)
        return known

    def turned(self, axes: Axes) -> Sources:
        """The same numbers, for text in vertical writing."""
        return Sources(self.spans, axes, self._ids)


def paint_line(line: SetLine, x: Mpt, top: Mpt, size: Mpt, sources: Sources) -> list[Item]:
    """The glyphs and ornaments of a line whose measure begins at ``x`` and whose em box, ``size`` high, at ``top``."""
    axes = sources.axes
    items: list[Item] = []
    for piece in line.pieces:
        if axes is None:
            # symbols standing beside a character of a horizontal line hang from the top of its em box
            place = (x + piece.x, top if piece.direction == "ttb" else baseline(top, size))
        else:
            middle, start = axes.right - top - size // 2, axes.top + x + piece.x
            if piece.direction == "turned":  # the baseline lies so that the middle of the em box meets the axis
                middle -= piece.size * EM_MIDDLE // 1000
            place = (middle + piece.across, start)
        src = sources.id(piece.span)
        items.append(
            Glyphs(
                piece.face,
                piece.size,
                *place,
                gids=piece.gids,
                xs=piece.xs,
                texts=piece.texts,
                ink=piece.ink,
                src=src,
                ys=piece.ys,
                direction=piece.direction,
                scale=piece.scale,
            )
        )
    for decor in line.decor:
        src = sources.id(decor.span)
        if axes is None:
            items += paint_decor(decor, x + decor.x, baseline(top, size), src)
        else:
            items += paint_side_decor(decor, axes.right - top - size // 2, axes.top + x + decor.x, src)
    return items


def paint_decor(decor: Decor, x: Mpt, y: Mpt, src: int) -> list[Item]:
    """An ornament from ``x`` on at baseline ``y`` (R69, R70). All stand close under the em box, 0.12 em below the
    baseline; frames stand round it."""
    size, width = decor.size, decor.width
    below = y + size * 19 // 100
    if decor.kind == "dots":
        return [dot(x + width // 2, below + size // 20, size // 14, decor.ink, src)]
    thin = max(350, size // 24)
    inset = size // 12  # neighbouring names stay apart
    if decor.kind == "name":
        return [Line(x + inset, below, x + width - inset, below, thin, decor.ink, src)]
    if decor.kind == "title":
        return [wave(x + inset, x + width - inset, below, size // 4, size // 16, thin, decor.ink, src)]
    left, top, right, bottom = x, y - size * 90 // 100, x + width, y + size * 14 // 100
    return [Path("mlllh", (left, top, right, top, right, bottom, left, bottom), src, None, decor.ink, thin)]


def paint_side_decor(decor: Decor, x: Mpt, y: Mpt, src: int) -> list[Item]:
    """An ornament of vertical text from ``y`` down, at a line's axis ``x``: dots to the right of the characters, lines
    to their left (R69; GB/T 15834 5.2)."""
    size, length = decor.size, decor.width
    if decor.kind == "dots":
        return [dot(x + size * 62 // 100, y + length // 2, size // 14, decor.ink, src)]
    thin = max(350, size // 24)
    inset = size // 12
    left = x - size * 57 // 100
    if decor.kind == "name":
        return [Line(left, y + inset, left, y + length - inset, thin, decor.ink, src)]
    if decor.kind == "title":
        down = wave(y + inset, y + length - inset, left, size // 4, size // 16, thin, decor.ink, src)
        swapped = tuple(v for at in range(0, len(down.points), 2) for v in (down.points[at + 1], down.points[at]))
        return [replace(down, points=swapped)]
    edge = size * 56 // 100
    corners = (x - edge, y, x + edge, y, x + edge, y + length, x - edge, y + length)
    return [Path("mlllh", corners, src, None, decor.ink, thin)]


def dot(x: Mpt, y: Mpt, radius: Mpt, ink: Ink, src: int) -> Path:
    """A filled circle of four curves."""
    arm = radius * QUARTER // 10_000
    points = (
        x + radius, y,
        x + radius, y + arm, x + arm, y + radius, x, y + radius,
        x - arm, y + radius, x - radius, y + arm, x - radius, y,
        x - radius, y - arm, x - arm, y - radius, x, y - radius,
        x + arm, y - radius, x + radius, y - arm, x + radius, y,
    )  # fmt: skip
    return Path("mcccch", points, src, ink)


def wave(x1: Mpt, x2: Mpt, y: Mpt, length: Mpt, height: Mpt, width: Mpt, ink: Ink, src: int) -> Path:
    """A wavy line of whole waves, about ``length`` each."""
    count = max(1, round((x2 - x1) / length))
    points: list[Mpt] = [x1, y]
    for number in range(2 * count):
        start = x1 + (x2 - x1) * number // (2 * count)
        end = x1 + (x2 - x1) * (number + 1) // (2 * count)
        third = (end - start) // 3
        side = y - height if number % 2 else y + height
        points += (start + third, side, end - third, side, end, y)
    return Path("m" + "c" * (2 * count), tuple(points), src, None, ink, width)
