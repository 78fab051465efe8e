"""A slot's frames: headline group on top, pictures in their places, text in what is left of the columns."""

from __future__ import annotations

from printlayout.base.diagnostics import Collector
from printlayout.base.geometry import Rect
from printlayout.makeup.heads import head_place
from printlayout.makeup.pictures import picture_frames
from printlayout.model.frames import Segment, SlotFrames
from printlayout.model.layout import Grid, Slot


def frames(slot: Slot, grid: Grid, head_lines: int, pictures: int, collector: Collector) -> SlotFrames:
    """Resolve a slot on the grid.

    ``head_lines`` is the height of the set headline group in grid lines, blank lines included; ``pictures`` how many
    of the slot's picture places are in use. A picture outside the slot is an error; its place is cut to the slot.
    """
    first, last = slot.lines
    taken: dict[int, list[tuple[int, int]]] = {c: [] for c in range(slot.columns[0], slot.columns[1] + 1)}
    head = Rect(grid.x(slot.columns[0]), grid.y(first), 0, 0)
    place = head_place(slot, head_lines, collector)
    if place:
        head = grid.rect(*place.columns, *place.lines)
        for column in range(place.columns[0], place.columns[1] + 1):
            taken[column].append(place.lines)
    found = picture_frames(slot, grid, head_lines, pictures, collector)
    for picture in found:
        for column in range(picture.columns[0], picture.columns[1] + 1):
            taken[column].append((picture.first - picture.clear, picture.last + picture.clear))
    segments = [
        Segment(column, grid.x(column), grid.column, a, b)
        for column, blocks in taken.items()
        for a, b in _free(first, last, blocks)
    ]
    area = grid.rect(*slot.columns, first, last)
    return SlotFrames(area, head, found, tuple(segments))


def _free(first: int, last: int, blocks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches of ``first … last`` that no block covers."""
    result: list[tuple[int, int]] = []
    at = first
    for a, b in sorted(blocks):
        if a > at:
            result.append((at, min(a - 1, last)))
        at = max(at, b + 1)
    if at <= last:
        result.append((at, last))
    return result
