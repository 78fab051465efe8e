"""A slot's frames: headline group and pictures in their places, text in what they leave of the columns."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import groupby

from printlayout.base.diagnostics import Collector
from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.makeup.columns import text_columns
from printlayout.makeup.heads import head_place
from printlayout.makeup.pictures import picture_frames
from printlayout.model.frames import Obstacle, PictureFrame, Segment, SlotFrames
from printlayout.model.layout import Columns, Grid, Slot
from printlayout.model.outline import spans


def frames(
    slot: Slot,
    grid: Grid,
    head_lines: int,
    pictures: int | Sequence[PictureFrame],
    collector: Collector,
    others: Sequence[Obstacle] = (),
    page: Grid | None = None,
) -> SlotFrames:
    """Resolve a slot on the grid.

    ``head_lines`` is the height of the set headline group in grid lines, blank lines included; ``pictures`` how many
    of the slot's picture places are in use, or their frames if they are known; ``others``: what else text has to go
    round; ``page`` the page's grid, on which further frames lie, where it is not the slot's. A picture outside the
    slot is an error; its place is cut to the slot.
    """
    first, last = slot.lines
    head = Rect(grid.x(slot.columns[0]), grid.y(first), 0, 0)
    place = head_place(slot, head_lines, collector)
    if isinstance(pictures, int):
        pictures = picture_frames(slot, grid, head_lines, pictures, collector)
    obstacles = [*(_round(frame, grid) for frame in pictures), *others]
    if place:
        head = grid.rect(*place.columns, *place.lines)
        obstacles.append(Obstacle(head, *place.lines))
    segments = text_segments(slot.columns, slot.lines, slot, slot.text, grid, obstacles)
    for further in slot.frames:
        segments += text_segments(further.columns, further.lines, slot, further.text, page or grid, obstacles)
    area = grid.rect(*slot.columns, first, last)
    return SlotFrames(area, head, tuple(pictures), tuple(segments))


def _round(frame: PictureFrame, grid: Grid) -> Obstacle:
    """What text goes round at a picture: its columns whole, or its outline. In text columns that are not the grid's
    (破栏) half a 字 keeps lines from its side; the grid's own columns never come as near."""
    first, last = frame.first - frame.clear, frame.last + frame.clear
    if frame.outline is None:
        apart = min(grid.em // 2, grid.gutter)
        return Obstacle(grid.rect(*frame.columns, frame.first, frame.last), first, last, apart)
    return Obstacle(frame.outline.bounds.grown(frame.distance), first, last, frame.distance, frame.outline)


def text_segments(
    columns: tuple[int, int],
    lines: tuple[int, int],
    slot: Slot,
    text: Columns | None,
    grid: Grid,
    obstacles: Sequence[Obstacle],
) -> list[Segment]:
    """The free stretches of an area's text columns, in reading order: column by column; but what stands above
    something that goes right across is read before what stands below it. In a slot of ``bands`` the same holds for
    everything text goes round, among neighbouring columns that it stands in; columns beside it are read from top to
    bottom before or after those."""
    area = grid.rect(*columns, *lines)
    if text is None:
        numbers = range(columns[0], columns[1] + 1)
        places = [(number, grid.x(number), grid.column) for number in numbers]
    else:
        places = [(n, x, width) for n, (x, width) in enumerate(text_columns(area.x, area.width, grid.em, text), 1)]
    near = [o for o in obstacles if o.rect.x < area.right and o.rect.right > area.x]
    across = {o.first for o in near if o.rect.x <= area.x and o.rect.right >= area.right}
    found: list[tuple[tuple[int, int, int], Segment]] = []
    run, before = 0, frozenset[int]()
    for number, x, width in places:
        cuts = _cuts(x, width, near) if slot.bands else frozenset[int]()
        run, before = run + (cuts != before), cuts
        free = [
            (_band(line, across), _band(line, cuts), line, _free(x, width, line, slot.least, grid, near))
            for line in range(lines[0], lines[1] + 1)
        ]
        for (outer, inner, taken), group in groupby(free, key=lambda one: (*one[:2], one[3] is None)):
            if not taken:
                stretch = [(line, room) for *_, line, room in group if room is not None]
                found.append(((outer, run, inner), _segment(number, x, width, stretch)))
    return [segment for _, segment in sorted(found, key=lambda one: one[0])]


def _cuts(x: Mpt, width: Mpt, near: Sequence[Obstacle]) -> frozenset[int]:
    """The lines on which a column's text begins anew: where things that stand in it begin, and under them."""
    mine = (o for o in near if o.rect.x < x + width and o.rect.right > x)
    return frozenset(line for o in mine for line in (o.first, o.last + 1))


def _band(line: int, cuts: Set[int]) -> int:
    return sum(cut <= line for cut in cuts)


def _segment(column: int, x: Mpt, width: Mpt, stretch: Sequence[tuple[int, tuple[Mpt, Mpt]]]) -> Segment:
    """A stretch of lines; where all are cut alike, it is a narrower column."""
    rooms = {room for _, room in stretch}
    first, last = stretch[0][0], stretch[-1][0]
    if len(rooms) == 1:
        left, wide = rooms.pop()
        return Segment(column, x + left, wide, first, last)
    return Segment(column, x, width, first, last, tuple(room for _, room in stretch))


def _free(
    x: Mpt, width: Mpt, line: int, least: int, grid: Grid, obstacles: Sequence[Obstacle]
) -> tuple[Mpt, Mpt] | None:
    """What a line of a column has free: left edge and measure, ``None`` if it is too little. A line beside a shape is
    a whole number of 字 and stands at the column's edge; with shapes on both sides, close to the left one; a shape in
    its middle leaves the wider side."""
    gaps = [(0, width)]
    for obstacle in obstacles:
        for left, right in _taken(obstacle, line, grid):
            gaps = [
                part for a, b in gaps for part in ((a, min(b, left - x)), (max(a, right - x), b)) if part[1] > part[0]
            ]
    if gaps == [(0, width)]:
        return 0, width
    if not gaps:
        return None
    left, right = max(gaps, key=lambda gap: gap[1] - gap[0])
    measure = (right - left) // grid.em * grid.em
    if measure < least * grid.em:
        return None
    return (right - measure if right == width else left), measure


def _taken(obstacle: Obstacle, line: int, grid: Grid) -> list[tuple[Mpt, Mpt]]:
    """What an obstacle takes of a line."""
    if obstacle.outline is not None:
        top = grid.y(line)
        return spans(obstacle.outline, top, top + grid.em, obstacle.distance)
    if not obstacle.first <= line <= obstacle.last:
        return []
    return [(obstacle.rect.x - obstacle.distance, obstacle.rect.right + obstacle.distance)]
