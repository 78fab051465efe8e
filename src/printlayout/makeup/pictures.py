"""Where pictures stand in a slot: columns and lines, edges off the grid, and what text has to keep clear of."""

from __future__ import annotations

from collections.abc import Sequence

from printlayout.base.diagnostics import Collector
from printlayout.base.geometry import Rect
from printlayout.base.value import replace
from printlayout.makeup.heads import line_under
from printlayout.model.frames import PictureFrame
from printlayout.model.layout import Grid, PicturePlace, Slot
from printlayout.model.outline import Outline, box
from printlayout.model.pictures import Edges


def picture_frames(
    slot: Slot, grid: Grid, head_lines: int, count: int, collector: Collector
) -> tuple[PictureFrame, ...]:
    """The frames of a slot's first ``count`` picture places, under a headline group of ``head_lines`` lines.

    A picture outside the slot is an error; its place is cut to the slot. Edges may leave the grid, and the slot, only
    where the layout says so.
    """
    found = (_frame(place, slot, grid, head_lines, collector) for place in slot.pictures[:count])
    return tuple(frame for frame in found if frame is not None)


def _frame(place: PicturePlace, slot: Slot, grid: Grid, head_lines: int, collector: Collector) -> PictureFrame | None:
    first, last = slot.lines
    left = slot.columns[0]
    columns = (left + place.columns[0] - 1, left + place.columns[1] - 1)
    if place.foot:
        bottom = last - place.line + 1
        top = bottom - place.lines + 1
    else:
        head = (left + slot.head.columns[0] - 1, left + slot.head.columns[1] - 1)
        beside = columns[1] < head[0] or columns[0] > head[1]
        top = (first if beside else line_under(slot, head_lines)) + place.line - 1
        bottom = top + place.lines - 1
    if top < first or bottom > last or columns[1] > slot.columns[1]:
        collector.error("layout.picture-outside", place.span, slot=slot.name)
        top, bottom = max(top, first), min(bottom, last)
        columns = (columns[0], min(columns[1], slot.columns[1]))
    if bottom <= top or columns[1] < columns[0]:
        return None
    on_grid = grid.rect(*columns, top, bottom)
    rect, words = moved(on_grid, place.edges)
    frame = PictureFrame(rect, top, bottom, columns, words, place.clear, look=place.look, wrap=place.wrap)
    if not place.edges.off and place.wrap is None:
        return frame
    return replace(frame, outline=standing_clear(rect, place, grid))


def moved(on_grid: Rect, edges: Edges) -> tuple[Rect, Rect]:
    """A rectangle of the grid with its edges moved, and the part of it that its words keep to: they never leave the
    grid with a picture, and never stand beside one that is narrower."""
    left, top, right, bottom = edges.bled
    x = on_grid.x - edges.left if left is None else left
    y = on_grid.y - edges.top if top is None else top
    far = on_grid.right + edges.right if right is None else right
    low = on_grid.bottom + edges.bottom if bottom is None else bottom
    rect = Rect(x, y, max(1, far - x), max(1, low - y))
    start, end = max(x, on_grid.x), min(far, on_grid.right)
    return rect, Rect(start, rect.y, max(1, end - start), min(low, on_grid.bottom) - rect.y)


def standing_clear(rect: Rect, place: PicturePlace, grid: Grid) -> Outline:
    """What text keeps out of round a rectangular picture: whole lines above and below, the stated distance (half a 字
    if none is stated) at the sides."""
    side = grid.em // 2 if place.wrap is None else place.wrap
    above = place.clear * grid.leading
    return box(Rect(rect.x - side, rect.y - above, rect.width + 2 * side, rect.height + 2 * above))


def outlined(
    frames: Sequence[PictureFrame], outlines: Sequence[Outline | None], grid: Grid
) -> tuple[PictureFrame, ...]:
    """Frames with the outlines of what was set in them, where that is no rectangle. The distance is the one stated, or
    one 字: from a curve text has to keep farther than from an edge to look as far."""
    made = []
    for frame, outline in zip(frames, outlines, strict=True):
        distance = grid.em if frame.wrap is None else frame.wrap
        made.append(frame if outline is None else replace(frame, outline=outline, distance=distance))
    return tuple(made)
