"""Text columns of an area (栏): whole 字 wherever the mode allows, whatever the grid's own columns are.

The arithmetic of broken columns 破栏 (three into two, five into three) and of the four column modes
(typography.md 2.1).
"""

from __future__ import annotations

from printlayout.base.units import Mpt
from printlayout.model.layout import Columns


def text_columns(x: Mpt, width: Mpt, em: Mpt, columns: Columns) -> tuple[tuple[Mpt, Mpt], ...]:
    """Left edge and width of every column of an area ``width`` wide that begins at ``x``.

    ``absolute`` 绝对: equal columns of whole 字, the gaps take what is left (41 字 in two: 20 | 1 | 20; 20 in two with
    a gap of 1: 9 | 2 | 9). ``relative`` 相对: the gap stands, columns of whole 字, what is left goes to the last ones,
    a 字 each (20 in two: 9 | 1 | 10; 69 in three: 22 | 1 | 22 | 1 | 23); less than a 字 goes between the columns.
    ``free`` 自由: equal columns that fill the width, whole 字 or not (9.5 | 1 | 9.5). Milli-points that do not divide
    go to the first gaps.
    """
    count, gap = columns.count, columns.gap
    if count == 1:
        return ((x, width if columns.mode == "free" else width // em * em),)
    room = width - (count - 1) * gap
    each = room // count
    if columns.mode == "free":
        return _placed(x, [each] * count, [gap] * (count - 1), room - count * each)
    each -= each % em
    left = room - count * each
    widths = [each] * count
    if columns.mode == "relative":
        for at in range(count - 1, count - 1 - left // em, -1):
            widths[at] += em
        left %= em
    more = left // (count - 1)
    return _placed(x, widths, [gap + more] * (count - 1), left - more * (count - 1))


def _placed(x: Mpt, widths: list[Mpt], gaps: list[Mpt], rest: Mpt) -> tuple[tuple[Mpt, Mpt], ...]:
    """Columns one beside another; of the rest every gap takes a milli-point in turn."""
    found: list[tuple[Mpt, Mpt]] = []
    for at, width in enumerate(widths):
        found.append((x, width))
        if at < len(gaps):
            x += width + gaps[at] + (1 if at < rest else 0)
    return tuple(found)
