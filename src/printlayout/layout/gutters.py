"""Column rules 栏线: where they stand and where they stop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from printlayout.base.geometry import Rect
from printlayout.model.frames import Segment
from printlayout.model.layout import Grid

LEAST = 3
"""Lines under which a rule would be a dash."""


def column_rules(segments: Sequence[Segment], last_line: int, grid: Grid) -> list[Rect]:
    """Column rules, as rectangles without width: in the gutter wherever text may stand right up to it on both sides, so
    that they stop at pictures, headlines and shapes that text goes round, and at a spread's crease."""
    gaps = [gap for left, right in _neighbours(segments) if (gap := right.x - left.x - left.width) > 0]
    found: list[Rect] = []
    for left, right in _neighbours(segments):
        gap = right.x - left.x - left.width
        folded = bool(grid.half) and left.x + left.width <= grid.crease < right.x
        if gap <= 0 or folded or gap >= min(gaps) + grid.em:  # wider than a gutter: a shape stands in it
            continue
        x = right.x - gap // 2
        lines = range(max(left.first, right.first), min(left.last, right.last, last_line) + 1)
        for free, stretch in groupby(lines, key=lambda line: _open(left, right, line, grid)):
            run = list(stretch)
            if free and len(run) >= LEAST:
                found.append(Rect(x, grid.y(run[0]), 0, grid.y(run[-1]) + grid.em - grid.y(run[0])))
    return found


def _neighbours(segments: Sequence[Segment]) -> Iterator[tuple[Segment, Segment]]:
    return ((left, right) for left in segments for right in segments if right.column == left.column + 1)


def _open(left: Segment, right: Segment, line: int, grid: Grid) -> bool:
    """Whether text of a line reaches the gutter from both sides, but for what is no whole 字."""
    start, measure = left.line(line - left.first)
    other, _ = right.line(line - right.first)
    return left.width - start - measure < grid.em and other < grid.em
