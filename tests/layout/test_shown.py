"""Display text drawn on a ground, by its outline, with a shadow, as a solid: what is seen and what is said."""

from __future__ import annotations

from printlayout.base.diagnostics import Collector, Span
from printlayout.base.geometry import Rect
from printlayout.layout.itemise import CellMaker
from printlayout.layout.looks import run_of
from printlayout.layout.paint import Axes, Sources
from printlayout.layout.paragraph import Setter, Shape
from printlayout.layout.shown import paint_shown
from printlayout.model.display import Fill, Glyphs, Item
from printlayout.model.ink import BLACK, WHITE, Ink
from printlayout.model.showing import Effect
from printlayout.model.story import Run
from printlayout.model.style import Style
from square import SQUARE, SquareShaper

RED = Ink("red", 0, 1000, 900, 0)


def shown(
    effect: Effect, ink: Ink = BLACK, sources: Sources | None = None, texts: tuple[str, ...] = ("国国国",)
) -> tuple[list[Item], list[Item]]:
    """Lines of 20 pt one under another, 40 pt apart, from 100 pt across and 50 pt down, in a place 200 pt wide."""
    style = Style("head", SQUARE, 20_000, ink=ink, effect=effect)
    setter = Setter(CellMaker(SquareShaper(), Collector()), Collector())
    rows = []
    for number, text in enumerate(texts):
        run = run_of(Run(text, span=Span("s", 1, 1)), style)
        line = setter.set([run], style.composition, style.size, Shape(200_000, align="left")).lines[0]
        rows.append((line, 100_000, 50_000 + number * 40_000, 20_000))
    return paint_shown(rows, style, sources or Sources(), 200_000, 100_000)


def runs(items: list[Item]) -> list[Glyphs]:
    return [item for item in items if isinstance(item, Glyphs)]


def fills(items: list[Item]) -> list[tuple[Rect, Ink]]:
    return [(item.rect, item.ink) for item in items if isinstance(item, Fill)]


def test_reversed_text_is_white_on_a_ground_that_fits_it() -> None:
    behind, text = shown(Effect("reversed", RED, pad=200))
    # 3 × 20 pt and 4 pt on every side
    assert fills(behind) == [(Rect(96_000, 46_000, 68_000, 28_000), RED)]
    assert [(run.ink, run.text) for run in runs(text)] == [(WHITE, "国国国")]


def test_reversed_text_may_have_an_ink_of_its_own() -> None:
    _, text = shown(Effect("reversed"), RED)
    assert runs(text)[0].ink == RED


def test_a_ground_for_each_line_for_all_or_for_the_place() -> None:
    texts = ("国国国", "国国国国国")
    each, _ = shown(Effect("tinted", RED, pad=100), texts=texts)
    assert [rect for rect, _ in fills(each)] == [
        Rect(98_000, 48_000, 64_000, 24_000), Rect(98_000, 88_000, 104_000, 24_000)
    ]  # fmt: skip
    group, _ = shown(Effect("tinted", RED, pad=100, reach="group"), texts=texts)
    assert [rect for rect, _ in fills(group)] == [Rect(98_000, 48_000, 104_000, 64_000)]
    place, text = shown(Effect("tinted", RED, pad=100, reach="place"), texts=texts)
    assert [rect for rect, _ in fills(place)] == [Rect(100_000, 48_000, 200_000, 64_000)]
    assert {run.ink for run in runs(text)} == {BLACK}


def test_the_ground_of_vertical_text_stands() -> None:
    sources = Sources(axes=Axes(500_000, 10_000))
    behind, _ = shown(Effect("reversed", pad=0), sources=sources)
    # 100 pt down its line and 50 pt from the right: 60 pt high, 20 pt wide
    assert fills(behind) == [(Rect(430_000, 110_000, 20_000, 60_000), BLACK)]


def test_an_outline_and_paper_over_what_lies_inside() -> None:
    behind, text = shown(Effect("outlined", width=500))
    assert behind == []
    drawn, inside = runs(text)
    assert (drawn.outline, drawn.ink, drawn.text) == (1_000, BLACK, "国国国")
    assert (inside.outline, inside.ink, inside.silent) == (0, WHITE, True)


def test_a_shadow_says_nothing() -> None:
    behind, text = shown(Effect("shadowed", offset=100))
    shadow, line = runs(behind)[0], runs(text)[0]
    assert (shadow.x - line.x, shadow.y - line.y, shadow.silent) == (2_000, 2_000, True)
    assert (shadow.ink.black, line.ink, line.text) == (350, BLACK, "国国国")


def test_a_solid_has_sides_without_gaps_and_a_seam() -> None:
    behind, text = shown(Effect("raised", BLACK, offset=60), RED)
    *sides, seam = runs(behind)
    # 1.2 pt in four steps, the farthest first
    assert [side.x - runs(text)[0].x for side in sides] == [1_200, 900, 600, 300]
    assert (seam.ink, seam.outline, seam.silent) == (WHITE, 666, True)
    assert all(side.silent for side in sides)
