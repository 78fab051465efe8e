"""Drawings in their place, and their colours in the inks of the press."""

from __future__ import annotations

import pytest

from printlayout.base.geometry import Rect
from printlayout.base.value import replace
from printlayout.layout.art import area, ink_of, paint_drawing
from printlayout.model.art import Drawing, Shape
from printlayout.model.display import Path
from printlayout.model.ink import BLACK, WHITE, Ink
from printlayout.model.press import NEWSPRINT

WIDE = Drawing(
    1_000_000, 500_000, (Shape("mll", (0, 0, 1_000_000, 0, 1_000_000, 500_000), "#aa0000", "#000000", 10_000),)
)
PLACE = Rect(1000, 2000, 40_000, 40_000)


def test_it_is_as_large_as_its_place_holds() -> None:
    assert area(WIDE, PLACE, "center", "middle") == Rect(1000, 12_000, 40_000, 20_000)
    assert area(WIDE, PLACE, "left", "bottom") == Rect(1000, 22_000, 40_000, 20_000)
    assert area(WIDE, Rect(0, 0, 40_000, 10_000), "right", "top") == Rect(20_000, 0, 20_000, 10_000)


def test_shapes_scale_with_their_strokes() -> None:
    red = Ink("accent", 0, 1000, 950, 0)
    (made,) = paint_drawing(WIDE, PLACE, "center", "middle", {"#aa0000": red}, NEWSPRINT, 7)
    assert isinstance(made, Path)
    assert made.points == (1000, 12_000, 41_000, 12_000, 41_000, 32_000)
    assert (made.fill, made.stroke, made.width, made.src) == (red, BLACK, 400, 7)


def test_greys_are_black_ink_alone() -> None:
    assert ink_of("#000000", NEWSPRINT) == BLACK
    assert ink_of("#ffffff", NEWSPRINT) == WHITE
    assert ink_of("#808080", NEWSPRINT).black == 498
    assert ink_of("#808080", NEWSPRINT).plates == 1


@pytest.mark.parametrize("colour", ["#e60012", "#003f98", "#009a44", "#ffcc00", "#331100"])
def test_colours_go_through_the_profile(colour: str) -> None:
    from printlayout.base.shipped import shipped

    press = replace(NEWSPRINT, icc=str(shipped("layouts/press") / "cgats-tr002.icc"))
    made = ink_of(colour, press)
    assert made.coverage <= press.coverage_limit
    for part in (made.cyan, made.magenta, made.yellow, made.black):
        assert part == 0 or (part >= 30 and part % 10 == 0)
    assert made == ink_of(colour, press)
