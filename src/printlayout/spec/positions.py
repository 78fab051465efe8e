"""Where furniture stands: columns or x, lines or y, to a rectangle from the trim's top left."""

from __future__ import annotations

from printlayout.base.geometry import Rect
from printlayout.base.units import Length, Mpt
from printlayout.model.layout import Grid
from printlayout.spec.ad_keys import AdSlotKeys
from printlayout.spec.block_keys import BlockKeys
from printlayout.spec.layout_keys import FurnitureKeys
from printlayout.spec.shapes import Reading


def furniture_rect(keys: FurnitureKeys | AdSlotKeys | BlockKeys, grid: Grid, at: Reading) -> Rect | None:
    """The rectangle, or ``None`` after telling what is missing or too much.

    Horizontally ``columns``, or ``x`` with ``width`` or ``right``; vertically ``lines``, or ``y`` with ``height``
    or ``bottom``. ``right`` and ``bottom`` are places of the edges, measured like ``x`` and ``y``.
    """
    across = _axis(keys, ("columns", "x", "width", "right"), grid, at)
    down = _axis(keys, ("lines", "y", "height", "bottom"), grid, at)
    if across is None or down is None:
        return None
    return Rect(across[0], down[0], across[1], down[1])


def _axis(
    keys: FurnitureKeys | AdSlotKeys | BlockKeys, names: tuple[str, str, str, str], grid: Grid, at: Reading
) -> tuple[Mpt, Mpt] | None:
    """Start and size along one axis."""
    cells, start, size, end = names
    given = [name for name in names if name in keys.places]
    if keys.faulty.intersection(given):
        return None
    if given == [cells]:
        return _cells(cells, getattr(keys, cells) or (1, 1), grid)
    if given in ([start, size], [start, end]):
        first = _mpt(getattr(keys, start), grid)
        last = _mpt(getattr(keys, given[1]), grid)
        extent = last if given[1] == size else last - first
        if extent > 0:
            return first, extent
        at.fault("spec.no-extent", keys.at(given[1]), key=given[1])
        return None
    listed = "、".join(given) if given else "—"
    at.fault("spec.position", keys.span, cells=cells, start=start, size=size, end=end, given=listed)
    return None


def _cells(name: str, cells: tuple[int, int], grid: Grid) -> tuple[Mpt, Mpt]:
    if name == "columns":
        area = grid.rect(cells[0], cells[1], 1, 1)
        return area.x, area.width
    area = grid.rect(1, 1, cells[0], cells[1])
    return area.y, area.height


def _mpt(length: Length | None, grid: Grid) -> Mpt:
    return 0 if length is None else length.mpt(grid.em, grid.leading)
