"""What lies under what: the inked areas of a page in painting order, for checks of coverage and of reversed text.

Areas are rectangles, or pictures in a shape of their own. What knocks out replaces what it covers; full black text,
rules and paths overprint (the writer's rule, ISO 32000-1 11.7.4.5) and add up with their ground. A shape that is no
rectangle never hides its ground.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass
from printlayout.model import display
from printlayout.model.display import Clip, DisplayList, Fill, Glyphs, Group, Image, Item, Line, Path
from printlayout.model.ink import Ink
from printlayout.model.outline import Outline, spans

MM2 = (72_000 / 25.4) ** 2
"""Square milli-points of a square millimetre."""
INKED = 0.35
"""Part of its em box that a heavy character covers, at most."""


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the page and its ink: ``None`` for a picture, whose inks the page does not know."""

    rect: Rect
    ink: Ink | None
    src: int
    shape: Outline | None = None
    """The shape of a picture that does not fill its rectangle."""

    def meets(self, left: Mpt, top: Mpt, right: Mpt, bottom: Mpt) -> bool:
        """Whether a shape has a part in a box that its rectangle overlaps."""
        if self.shape is None:
            return True
        return any(start < right and left < end for start, end in spans(self.shape, top, bottom))


@dataclass(frozen=True, slots=True)
class Placed:
    """An item, the kind of its group, and how many areas had been painted before it."""

    item: Item
    kind: str
    under: int


class Ground:
    """The areas of a page and everything else with its place between them."""

    __slots__ = ("_boxes", "areas", "items")

    def __init__(self, page: DisplayList) -> None:
        self.areas: list[Region] = []
        self.items: list[Placed] = []
        for group in page.groups:
            self._group(group)
        self._boxes = [(*edges(area.rect), area) for area in self.areas]
        """The areas with their edges at hand: every run of text is held against them."""

    def _group(self, group: Group) -> None:
        for item in group.items:
            self.items.append(Placed(item, group.kind, len(self.areas)))
            match item:
                case Fill():
                    self.areas.append(Region(item.rect, item.ink, item.src))
                case Image():
                    shape = flat(item.clip) if item.clip else None
                    self.areas.append(Region(item.rect, None, item.src, shape))
                case display.Placed():
                    self.areas.append(Region(item.clip, None, item.src))
                case Path(fill=Ink() as ink) if box := rectangle(item):
                    self.areas.append(Region(box, ink, item.src))
                case _ if isinstance(clip := getattr(item, "clip", None), Rect):  # a page of another PDF
                    self.areas.append(Region(clip, None, item.src))

    def under(self, place: Placed, rect: Rect) -> Region | None:
        """The topmost area under the middle of an item's box."""
        x, y = rect.x + rect.width // 2, rect.y + rect.height // 2
        for area in reversed(self.areas[: place.under]):
            box = area.rect
            if box.x <= x < box.right and box.y <= y < box.bottom and area.meets(x, y, x + 1, y):
                return area
        return None

    def over(self, place: Placed, rect: Rect) -> Region | None:
        """An area painted after an item on its box."""
        x, y, right, bottom = edges(rect)
        for left, top, far, low, area in self._boxes[place.under :]:
            if left < right and x < far and top < bottom and y < low and area.meets(x, y, right, bottom):
                return area
        return None

    def pictures(self, place: Placed, rect: Rect) -> bool:
        """Whether an item stands on a picture painted before it."""
        x, y, right, bottom = edges(rect)
        return any(
            area.ink is None
            and left < right
            and x < far
            and top < bottom
            and y < low
            and area.meets(x, y, right, bottom)
            for left, top, far, low, area in self._boxes[: place.under]
        )

    def visible(self) -> Iterator[tuple[Region, list[Rect]]]:
        """Every area with the parts of it that no later area hides."""
        for at, area in enumerate(self.areas):
            parts = [area.rect]
            for later in self.areas[at + 1 :]:
                if parts and later.shape is None and later.rect.overlaps(area.rect):
                    parts = [left for part in parts for left in minus(part, later.rect)]
            yield area, parts


def flat(clip: Clip) -> Outline:
    """The shape of a clip; a curve as its ends and its middle, from which it strays by 2 % of a circle's radius."""
    rings: list[list[Mpt]] = []
    at = 0
    for op in clip.ops:
        count = {"m": 2, "l": 2, "c": 6, "h": 0}[op]
        points = clip.points[at : at + count]
        at += count
        if op == "m":
            rings.append([])
        elif op == "c":
            x, y = rings[-1][-2:]
            x1, y1, x2, y2, far, low = points
            rings[-1] += ((x + 3 * x1 + 3 * x2 + far) // 8, (y + 3 * y1 + 3 * y2 + low) // 8)
        rings[-1] += points[-2:]
    return Outline(tuple(rings[0]), tuple(tuple(ring) for ring in rings[1:]))


def edges(rect: Rect) -> tuple[Mpt, Mpt, Mpt, Mpt]:
    """Left, top, right and bottom."""
    return rect.x, rect.y, rect.x + rect.width, rect.y + rect.height


def minus(rect: Rect, hole: Rect) -> list[Rect]:
    """What is left of a rectangle without another: up to four rectangles."""
    if not rect.overlaps(hole):
        return [rect]
    top, bottom = max(rect.y, hole.y), min(rect.bottom, hole.bottom)
    left, right = max(rect.x, hole.x), min(rect.right, hole.right)
    parts = (
        Rect(rect.x, rect.y, rect.width, top - rect.y),
        Rect(rect.x, bottom, rect.width, rect.bottom - bottom),
        Rect(rect.x, top, left - rect.x, bottom - top),
        Rect(right, top, rect.right - right, bottom - top),
    )
    return [part for part in parts if part.width > 0 and part.height > 0]


def rectangle(path: Path) -> Rect | None:
    """The rectangle a path draws, if it draws one."""
    points = path.points
    if path.ops not in ("mlllh", "mllllh", "mlll") or len(set(points[::2])) != 2 or len(set(points[1::2])) != 2:
        return None
    return bounds(points)


def bounds(points: Sequence[Mpt]) -> Rect:
    """The box round the points of a path."""
    left, top = min(points[::2]), min(points[1::2])
    return Rect(left, top, max(points[::2]) - left, max(points[1::2]) - top)


def text_box(run: Glyphs, inner: bool = False) -> Rect:
    """The em boxes of a run of glyphs; ``inner``, a part of them that surely holds ink, so that two that touch do not
    count as colliding. The last glyph's own advance is not in the list: Han take an em, others half of one."""
    size, along = run.size, run.size * run.scale // 1000
    last = run.texts[-1][:1] if run.texts else ""
    start, length = 0, run.xs[-1] + (along if last >= "\u2e80" else along // 2)
    near, far = 880, 120
    if inner:  # marks set half-width begin or end half an em outside their place
        near, far = 600, -100
        start, length = along * 2 // 5, run.xs[-1] + along // 5
    lift = max(run.ys) if run.ys else 0
    sink = min(run.ys) if run.ys else 0
    if run.direction == "ltr":
        top = run.y - near * size // 1000 - lift
        return Rect(run.x + start, top, length, (near + far) * size // 1000 + lift - sink)
    if run.direction == "ttb":
        half = size // 4 if inner else size // 2
        return Rect(run.x - half + sink, run.y + start, 2 * half + lift - sink, length)
    left = run.x - far * size // 1000 + sink
    return Rect(left, run.y + start, (near + far) * size // 1000 + lift - sink, length)


def line_box(line: Line) -> Rect:
    """The area a rule covers."""
    half = line.width // 2
    left, top = min(line.x1, line.x2), min(line.y1, line.y2)
    wide, high = abs(line.x2 - line.x1), abs(line.y2 - line.y1)
    if wide >= high:
        return Rect(left, top - half, wide, high + line.width)
    return Rect(left - half, top, wide + line.width, high)


def polygon(path: Path) -> float:
    """The area a closed path encloses, curves taken by their points (which errs to the larger side)."""
    total = 0.0
    at = 0
    ring: list[tuple[int, int]] = []
    for op in (*path.ops, "m"):
        if op == "m" and ring:
            total += abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, (*ring[1:], ring[0]), strict=True))) / 2
            ring = []
        count = {"m": 1, "l": 1, "c": 3, "h": 0}[op]
        if at + 2 * count > len(path.points):
            break
        ring += [(path.points[at + 2 * n], path.points[at + 2 * n + 1]) for n in range(count)]
        at += 2 * count
    return total


def length(path: Path) -> float:
    """The length of a path's outline, curves taken by their points."""
    pairs = list(zip(path.points[::2], path.points[1::2], strict=True))
    return sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(pairs))


def overprints(item: Item, most: Mpt) -> bool:
    """Whether an item leaves the plates it has no ink on as they are: full black text, rules and shapes."""
    match item:
        case Glyphs():
            return item.size <= most and full_black(item.ink)
        case Line():
            return full_black(item.ink)
        case Path():
            ink = item.fill or item.stroke
            return ink is not None and full_black(ink)
    return False


def full_black(ink: Ink) -> bool:
    """Black alone, in full."""
    return ink.black == 1000 and not (ink.cyan or ink.magenta or ink.yellow or ink.spot)
