"""Where a page looks otherwise than before: the part that has to be painted anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterator

from printlayout.base.geometry import Rect
from printlayout.base.value import replace
from printlayout.model.display import DisplayList, Glyphs, Image, Item, Path, Placed
from printlayout.preview.geometry import box_of, union

ROOM = 4_000
"""Milli-points round what changed: serifs and the soft edge of a pixel reach over a glyph's box."""


def difference(before: DisplayList, now: DisplayList, written: Collection[str] = ()) -> Rect | None:
    """The rectangle outside of which two states of a page look the same; ``None`` if they look the same all over.
    ``written``: files that have changed, so that pictures of the same name look otherwise."""
    old, new = list(_looks(before)), list(_looks(now))
    counts = Counter(look for look, _ in new)
    counts.subtract(Counter(look for look, _ in old))
    seen = [_reach(item) for look, item in (*old, *new) if counts[look] or look[0] in written]
    boxes = [box for box in seen if box is not None]
    if len(boxes) < len(seen):
        return Rect(0, 0, now.width, now.height).grown(max(now.width, now.height))
    return union(boxes).grown(ROOM) if boxes else None


def within(display: DisplayList, area: Rect) -> DisplayList:
    """The page with nothing on it but what can be seen in an area."""

    def seen(item: Item) -> bool:
        box = _reach(item)
        return box is None or _meet(box, area)

    groups = tuple(replace(group, items=tuple(item for item in group.items if seen(item))) for group in display.groups)
    return replace(display, groups=groups)


def _looks(display: DisplayList) -> Iterator[tuple[tuple[Hashable, ...], Item]]:
    """Every item by how it looks, wherever it came from; the file of one that has a file comes first."""
    for group in display.groups:
        for item in group.items:
            if isinstance(item, Glyphs):
                yield ("", *_drawn(item)), item
            else:
                yield (item.path if isinstance(item, Image | Placed) else "", replace(item, src=0)), item


def _drawn(run: Glyphs) -> tuple[Hashable, ...]:
    return (
        run.face, run.size, run.x, run.y, run.gids, run.xs, run.ink, run.ys, run.direction, run.scale, run.outline,
    )  # fmt: skip


def _reach(item: Item) -> Rect | None:
    """The room an item takes up, rather too much than too little; ``None`` if it is not known."""
    if not isinstance(item, Glyphs):
        box = box_of(item)
        return box.grown(item.width) if box is not None and isinstance(item, Path) else box
    ends, lifts = item.xs or (0,), item.ys or (0,)
    start, long, low, lift = min(ends), max(ends) - min(ends), min(lifts), max(lifts) - min(lifts)
    room = 2 * item.size + item.outline
    if item.direction == "ltr":
        return Rect(item.x + start, item.y - low - lift, long, lift).grown(room)
    return Rect(item.x + low, item.y + start, lift, long).grown(room)


def _meet(one: Rect, other: Rect) -> bool:
    return one.x <= other.right and other.x <= one.right and one.y <= other.bottom and other.y <= one.bottom
