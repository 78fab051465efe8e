"""What display text gives way besides its size: space between characters, length of the glyphs; least harm first."""

from __future__ import annotations

import pytest

from printlayout.base.diagnostics import Collector, Span
from printlayout.layout.fitting import drawn, fit_lines
from printlayout.layout.itemise import CellMaker
from printlayout.layout.paragraph import Setter
from printlayout.model.galley import SetLine
from printlayout.model.showing import Fit, ladder, steps_down
from printlayout.model.story import Run
from printlayout.model.style import Composition, Style
from square import SQUARE, SquareShaper, codes, set_text


def fitted(text: str, width: int, fit: Fit, **changes: object) -> tuple[SetLine, int]:
    style = Style("headline", SQUARE, 30_000, sizes=(30_000, 20_000), fit=fit, **changes)  # type: ignore[arg-type]
    collector = Collector()
    setter = Setter(CellMaker(SquareShaper(), collector), collector)
    lines, size = fit_lines([[Run(text, span=Span("story", 3, 1))]], style, width, setter, collector)
    assert codes(collector) == []
    assert len(lines) == 1
    return lines[0], size


def look(line: SetLine) -> tuple[float, int]:
    """Distance of the first two characters, and how long the glyphs are drawn."""
    return line.xs[1] - line.xs[0], line.pieces[0].scale


@pytest.mark.parametrize(
    ("width", "size", "step", "scale"),
    [
        # ten characters of 30 pt; tightening by 0.05 em takes 9 × 1.5 pt, glyphs of 85 % make 30 pt 25.5
        (300_000, 30_000, 30_000, 1000),
        (294_000, 30_000, 29_250, 1000),  # half the tightening: 300 - 6.75
        (287_000, 30_000, 28_500, 1000),  # all of it: 300 - 13.5
        (285_000, 30_000, 28_372, 970),  # glyphs a little shorter and half the tightening: (300 - 6.75) × 0.97 = 284.5
        (267_000, 30_000, 26_617, 910),  # (300 - 6.75) × 0.91 = 266.9
        (262_000, 20_000, 20_000, 1000),  # all the tightening and 91 % would do, and cost more than a step of size
    ],
)
def test_the_least_harm_first(width: int, size: int, step: int, scale: int) -> None:
    line, found = fitted("国" * 10, width, Fit(tighten=50, condense=850))
    assert (found, *look(line)) == (size, step, scale)
    assert sum(line.advances) <= width


def test_a_line_that_fills_its_place_is_not_spread() -> None:
    line, _ = fitted("国" * 10, 300_000, Fit(spread=250, widen=1100))
    assert look(line) == (30_000, 1000)


@pytest.mark.parametrize(
    ("width", "step", "scale"),
    [
        (327_000, 33_000, 1000),  # 27 pt over nine gaps: 3 pt each, a tenth of an em
        (367_500, 37_500, 1000),  # a quarter of an em, all there is
        (386_000, 37_500 * 1.05, 1050),  # 367.5 × 1.05 = 385.9
        (500_000, 37_500 * 1.1, 1100),
    ],
)
def test_a_line_much_narrower_than_its_place_is_spread_then_widened(width: int, step: float, scale: int) -> None:
    line, size = fitted("国" * 10, width, Fit(spread=250, widen=1100))
    assert size == 30_000
    assert (abs(look(line)[0] - step) <= 60, look(line)[1]) == (True, scale)


def test_a_centred_line_drawn_wider_is_centred() -> None:
    line, _ = fitted("国" * 4, 300_000, Fit(widen=1100), align="center")
    # 4 × 33 = 132 of 300 pt
    assert abs(line.xs[0] - 84_000) <= 10
    assert sum(line.advances) == 132_000


def test_vertical_lines_are_fitted_along_their_length() -> None:
    vertical = Composition(writing="vertical")
    line, size = fitted("国" * 10, 285_000, Fit(tighten=50, condense=850), composition=vertical)
    assert (size, *look(line)) == (30_000, 28_372, 970)
    # two digits in one cell (纵中横) keep their square: a step of size is lost instead
    assert fitted("国国国国国国国国国28", 250_000, Fit(condense=800), composition=vertical)[1] == 20_000


def test_a_line_drawn_shorter_keeps_everything_in_place() -> None:
    line = drawn(set_text("国“国”A", 20, align="left").lines[0], 800)
    whole = set_text("国“国”A", 20, align="left").lines[0]
    assert line.xs == tuple(x * 800 // 1000 for x in whole.xs)
    assert {piece.scale for piece in line.pieces} == {800}
    assert [p.x for p in line.pieces] == [p.x * 800 // 1000 for p in whole.pieces]


def test_the_steps_of_a_house() -> None:
    steps = ladder({"初号": 42_000, "小初": 36_000, "一号": 26_000, "二号": 22_000, "三号": 16_000})
    assert steps == (176_984, 132_738, 99_554, 74_666, 56_000, 42_000, 26_000, 22_000, 16_000)
    # 初号 → 二号 is two steps; a size between two steps stands on the lower one
    assert [steps_down(size, 2, steps) for size in (42_000, 48_000, 30_000, 16_000)] == [22_000, 22_000, 16_000, 16_000]
