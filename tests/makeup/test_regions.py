"""Heights of a region's slots, worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from printlayout.makeup.regions import Costs, Share, shared
from printlayout.model.region import Cell

WIDE = (1, 8)


def slot(name: str, **keys: int) -> Cell:
    return Cell("slot", WIDE, name, **keys)  # type: ignore[arg-type]


def stack(*cells: Cell) -> Cell:
    return Cell("stack", WIDE, cells=cells)


def row(*cells: Cell) -> Cell:
    return Cell("row", WIDE, cells=cells)


def costs(**of: Costs | None) -> Callable[[Cell], Costs | None]:
    return lambda cell: of[cell.slot]


def parabola(best: int, by: float = 1.0) -> Costs:
    return {height: by * (height - best) ** 2 for height in range(1, 60)}


def test_a_stack_fills_its_region_with_the_gaps_between() -> None:
    # 12 + 2 + 10 + 2 + 8 = 34: everybody gets what he wants
    found = shared(stack(slot("a"), slot("b"), slot("c")), 34, 2, costs(a=parabola(12), b=parabola(10), c=parabola(8)))
    assert found is not None
    assert found.slots == {"a": Share(0, 12), "b": Share(14, 10), "c": Share(26, 8)}
    assert found.gaps == ((WIDE, 12), (WIDE, 24))
    assert found.cost == 0


def test_what_is_left_goes_where_it_costs_least() -> None:
    # six lines too many; a line costs a ten times as much as b: 6 to b are 36; 5 to b and 1 to a are 25 + 10 = 35
    found = shared(stack(slot("a"), slot("b")), 28, 2, costs(a=parabola(10, 10), b=parabola(10)))
    assert found is not None
    assert (found.slots["a"].lines, found.slots["b"].lines) == (11, 15)
    assert found.cost == 35


def test_cells_of_a_row_are_equally_high() -> None:
    # a wants 10, b 14: at 12 both are 2 off
    found = shared(
        stack(row(slot("a"), slot("b")), slot("c")), 20, 2, costs(a=parabola(10), b=parabola(14), c=parabola(6))
    )
    assert found is not None
    assert found.slots == {"a": Share(0, 12), "b": Share(0, 12), "c": Share(14, 6)}


def test_a_stack_beside_a_slot_shares_its_height() -> None:
    found = shared(
        row(slot("a"), stack(slot("b"), slot("c"))), 20, 2, costs(a=parabola(20), b=parabola(7), c=parabola(11))
    )
    assert found is not None
    assert found.slots == {"a": Share(0, 20), "b": Share(0, 7), "c": Share(9, 11)}


def test_bounds_are_kept() -> None:
    found = shared(stack(slot("a", least=15), slot("b", most=9)), 26, 2, costs(a=parabola(5), b=parabola(20)))
    assert found is not None
    assert (found.slots["a"].lines, found.slots["b"].lines) == (15, 9)
    assert shared(stack(slot("a", least=20), slot("b", least=20)), 30, 2, costs(a=parabola(5), b=parabola(5))) is None


def test_an_empty_slot_takes_no_room_and_no_gap() -> None:
    found = shared(stack(slot("a"), slot("b"), slot("c")), 20, 2, costs(a=parabola(9), b=None, c=parabola(9)))
    assert found is not None
    assert found.slots == {"a": Share(0, 9), "c": Share(11, 9)}
    assert found.gaps == ((WIDE, 9),)
    nothing = shared(stack(slot("a")), 20, 2, costs(a=None))
    assert nothing is not None
    assert nothing.slots == {}


TABLES = st.dictionaries(st.integers(1, 9), st.integers(0, 50).map(float), min_size=1, max_size=6)


@settings(max_examples=150, deadline=None)
@given(st.lists(TABLES, min_size=1, max_size=4), st.integers(4, 30), st.integers(0, 2))
def test_no_other_heights_cost_less(tables: list[dict[int, float]], lines: int, gap: int) -> None:
    names = "abcd"[: len(tables)]
    found = shared(stack(*(slot(n) for n in names)), lines, gap, lambda cell: tables[names.index(cell.slot)])
    every = [
        sum(table[height] for table, height in zip(tables, heights, strict=True))
        for heights in product(*tables)
        if sum(heights) + gap * (len(tables) - 1) == lines
    ]
    assert (found.cost if found else None) == (min(every) if every else None)
    if found:
        ends = [share.first + share.lines for share in found.slots.values()]
        assert ends[-1] == lines
