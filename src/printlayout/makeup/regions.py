"""Heights for the slots of a region: arithmetic on costs, which knows neither stories nor pages.

Every slot tells what it would cost to be so many lines high; the heights are those that fill the region exactly and
cost least over all (dynamic programming over whole lines, so the best there is, and always the same).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from printlayout.base.value import dataclass
from printlayout.model.region import Cell

Costs = Mapping[int, float]
"""What a slot costs by its height in lines; a height that is missing cannot be had."""


@dataclass(frozen=True, slots=True)
class Share:
    """What a slot of a region was given: lines below the region's first, and height in lines."""

    first: int
    lines: int


@dataclass(frozen=True, slots=True)
class Shares:
    """The heights found. ``gaps``: columns and line (below the region's first) at which each gap begins. ``cost``: what
    all of it costs."""

    slots: dict[str, Share]
    gaps: tuple[tuple[tuple[int, int], int], ...]
    cost: float


def shared(root: Cell, lines: int, gap: int, costs: Callable[[Cell], Costs | None]) -> Shares | None:
    """Part ``lines`` among the cells of ``root``. ``costs`` gives a slot's, or ``None`` if it holds nothing: then it
    takes no room. ``None`` if no heights add up."""
    table = _table(root, lines, gap, costs)
    if table is None:
        return Shares({}, (), 0.0)
    if lines not in table.costs:
        return None
    slots: dict[str, Share] = {}
    gaps: list[tuple[tuple[int, int], int]] = []
    table.place(0, lines, slots, gaps)
    slots = dict(sorted(slots.items(), key=lambda one: one[1].first))
    return Shares(slots, tuple(sorted(gaps, key=lambda one: (one[1], one[0]))), table.costs[lines])


class _Slot:
    """A cell that is a slot."""

    def __init__(self, cell: Cell, costs: Costs) -> None:
        self.cell = cell
        self.costs: dict[int, float] = {
            height: cost
            for height, cost in costs.items()
            if height >= cell.least and (not cell.most or height <= cell.most)
        }

    def place(self, first: int, lines: int, slots: dict[str, Share], gaps: list[tuple[tuple[int, int], int]]) -> None:
        slots[self.cell.slot] = Share(first, lines)


class _Row:
    """Cells side by side: all as high as the row."""

    def __init__(self, cells: list[_Table]) -> None:
        self._cells = cells
        heights = set(cells[0].costs).intersection(*(cell.costs for cell in cells[1:]))
        self.costs: dict[int, float] = {height: sum(cell.costs[height] for cell in cells) for height in sorted(heights)}

    def place(self, first: int, lines: int, slots: dict[str, Share], gaps: list[tuple[tuple[int, int], int]]) -> None:
        for cell in self._cells:
            cell.place(first, lines, slots, gaps)


class _Stack:
    """Cells one below another; ``best`` remembers, for each number of cells and height, what the last one takes."""

    def __init__(self, cells: list[tuple[Cell, _Table]], gap: int, most: int) -> None:
        self._cells, self._gap = cells, gap
        so_far: dict[int, float] = dict(cells[0][1].costs)
        self._last: list[dict[int, int]] = [{height: height for height in so_far}]
        for _, table in cells[1:]:
            found: dict[int, float] = {}
            last: dict[int, int] = {}
            for before, cost in so_far.items():
                for height, more in table.costs.items():
                    total = before + gap + height
                    if total <= most and cost + more < found.get(total, float("inf")):
                        found[total] = cost + more
                        last[total] = height
            so_far = found
            self._last.append(last)
        self.costs: dict[int, float] = so_far

    def place(self, first: int, lines: int, slots: dict[str, Share], gaps: list[tuple[tuple[int, int], int]]) -> None:
        end = first + lines
        for number in range(len(self._cells) - 1, -1, -1):
            cell, table = self._cells[number]
            height = self._last[number][end - first]
            table.place(end - height, height, slots, gaps)
            end -= height
            if number:
                end -= self._gap
                gaps.append((cell.columns, end))


_Table = _Slot | _Row | _Stack


def _table(cell: Cell, most: int, gap: int, costs: Callable[[Cell], Costs | None]) -> _Table | None:
    if cell.kind == "slot":
        found = costs(cell)
        return None if found is None else _Slot(cell, found)
    tables = [(one, table) for one in cell.cells if (table := _table(one, most, gap, costs)) is not None]
    if not tables:
        return None
    made: _Table = _Row([table for _, table in tables]) if cell.kind == "row" else _Stack(tables, gap, most)
    if cell.least or cell.most:
        made.costs = {h: c for h, c in made.costs.items() if h >= cell.least and (not cell.most or h <= cell.most)}
    return made
