"""Readings beside their characters (R70) neither collide with them nor stop the page for their size."""

from __future__ import annotations

import pytest

from printlayout.base.geometry import Rect
from printlayout.model.display import Glyphs
from printlayout.model.ink import BLACK
from printlayout.preflight.ground import text_box


def run(direction: str, lift: int, texts: tuple[str, ...] = ("",)) -> Glyphs:
    return Glyphs("宋-400", 4_000, 100_000, 50_000, (1,), (0,), texts, BLACK, 0, (lift,), direction)


@pytest.mark.parametrize(
    ("direction", "expected"),
    [
        # em box 880 above and 120 below the baseline, 9 pt up
        ("ltr", Rect(100_000, 50_000 - 3_520 - 9_000, 2_000, 4_000)),
        # upright: half an em on each side of an axis 9 pt to the right
        ("ttb", Rect(100_000 - 2_000 + 9_000, 50_000, 4_000, 2_000)),
        # turned: 120 left and 880 right of a baseline 9 pt to the right
        ("turned", Rect(100_000 - 480 + 9_000, 50_000, 4_000, 2_000)),
    ],
)
def test_a_lifted_run_covers_the_place_it_is_lifted_to(direction: str, expected: Rect) -> None:
    assert text_box(run(direction, 9_000)) == expected
