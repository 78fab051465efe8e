"""Rules, ornaments, boxes and patterns: where their lines stand, counted by hand."""

from __future__ import annotations

import pytest

from printlayout.base.geometry import Rect
from printlayout.layout.boxes import paint_box
from printlayout.layout.rules import dashes, lines_of, paint_stroke
from printlayout.model.display import Fill, Line, Path
from printlayout.model.ink import BLACK
from printlayout.model.layout import Box, Stroke
from printlayout.model.ornament import Mark, Motif, Pattern

AREA = Rect(10_000, 20_000, 100_000, 50_000)
STEP = Motif(
    "step", 1000, (Mark("ml", (0, 500, 1000, 500), 100),), (Mark("mll", (500, 1000, 500, 500, 1000, 500), 100),)
)
"""A plain line along the middle of its band."""


def box(kind: str, width: int = 1000, **more: object) -> list[object]:
    stroke = Stroke(width, BLACK, kind, STEP if kind == "ornament" else None)
    return list(paint_box(Box(stroke=stroke, **more), AREA, 0))  # type: ignore[arg-type]


def extent(path: object) -> tuple[int, int, int, int]:
    assert isinstance(path, Path)
    return min(path.points[::2]), min(path.points[1::2]), max(path.points[::2]), max(path.points[1::2])


def test_a_plain_box_is_one_closed_outline() -> None:
    """Its corners are mitred; four single lines would leave a notch at each."""
    (made,) = box("plain")
    assert isinstance(made, Path)
    assert made.ops == "mlllh"
    assert extent(made) == (10_000, 20_000, 110_000, 70_000)


def test_the_lines_of_compound_rules() -> None:
    """文武线 of 2 pt: gap 2 pt, thin line 0.5 pt, so from middle to middle 1 + 2 + 0.25 pt."""
    assert lines_of(Stroke(2000, BLACK, "thick-thin")) == [(0, 2000), (3250, 500)]
    assert lines_of(Stroke(2000, BLACK, "thin-thick")) == [(0, 500), (3250, 2000)]
    assert lines_of(Stroke(500, BLACK, "double")) == [(-500, 500), (500, 500)]


@pytest.mark.parametrize("kind", ["thick-thin", "thin-thick", "double"])
def test_compound_boxes_lie_one_inside_the_other(kind: str) -> None:
    outer, inner = box(kind, 2000)
    left, top, right, bottom = extent(outer)
    x, y, far, low = extent(inner)
    assert x - left == y - top == right - far == bottom - low > 0


def test_dots_fill_a_side_exactly() -> None:
    """100 pt of dots 2 pt apart are 50 gaps; of 99 pt they are 50 of 1.98."""
    assert dashes(Stroke(1000, BLACK, "dotted"), 100_000) == (0, 2000)
    assert dashes(Stroke(1000, BLACK, "dotted"), 99_000) == (0, 1980)


def test_a_dashed_line_begins_and_ends_with_a_dash() -> None:
    """Dash 4 pt, gap about 3: (100 - 4) / 7 is 14 times 6.857."""
    dash, gap = dashes(Stroke(1000, BLACK, "dashed"), 100_000)
    assert (dash, dash + gap) == (4000, 96_000 // 14)
    assert 0 <= 100_000 - 14 * (dash + gap) - dash < 14


def test_motifs_come_a_whole_number_of_times() -> None:
    """A band 10 pt high, 96 pt long: ten motifs of 9.6 pt each, joined to one line from end to end."""
    (made,) = paint_stroke(Stroke(10_000, BLACK, "ornament", STEP), 0, 50_000, 96_000, 50_000, 0)
    assert isinstance(made, Path)
    assert made.ops == "m" + "l" * 10
    assert made.points[::2] == tuple(9600 * number for number in range(11))
    assert set(made.points[1::2]) == {50_000}
    assert made.width == 1000


def test_an_ornament_meets_at_its_corners() -> None:
    """Edges of the motif run along the box; where an edge ends, a corner begins."""
    made = [item for item in box("ornament", 10_000) if isinstance(item, Path)]
    edges, corners = made[:4], made[4]
    ends = {point for edge in edges for point in (edge.points[:2], edge.points[-2:])}
    starts = [corners.points[at : at + 6] for at in range(0, len(corners.points), 6)]
    assert {point for corner in starts for point in (corner[:2], corner[-2:])} == ends
    assert extent(corners) == (10_000, 20_000, 110_000, 70_000)


def test_all_sides_of_a_vertical_band_point_outwards() -> None:
    motif = Motif("dot", 1000, (Mark("mllh", (400, 0, 600, 0, 500, 100)),), ())
    stroke = Stroke(10_000, BLACK, "ornament", motif)
    for item in paint_box(Box(stroke=stroke), AREA, 0):
        left, top, right, bottom = extent(item)
        assert left == 5000 or top == 15_000 or right == 115_000 or bottom == 75_000


def test_round_corners_of_compound_rules_are_concentric() -> None:
    outer, inner = box("thick-thin", 2000, radius=10_000)
    assert isinstance(outer, Path) and isinstance(inner, Path)
    assert outer.ops == inner.ops == "mlclclclch"
    assert outer.points[0] - AREA.x == 10_000
    assert inner.points[0] - (AREA.x + 3250) == 10_000 - 3250


def test_a_radius_is_no_more_than_half_a_side() -> None:
    (made,) = box("plain", radius=90_000)
    assert isinstance(made, Path)
    assert made.points[0] == AREA.x + 25_000


def test_a_tint_is_a_rectangle_or_a_round_shape() -> None:
    flat, rounded = (paint_box(Box(fill=BLACK, radius=r), AREA, 0)[0] for r in (0, 5000))
    assert isinstance(flat, Fill)
    assert isinstance(rounded, Path) and rounded.fill == BLACK


def test_two_sides_that_meet_fill_their_corner() -> None:
    """A rule of 2 pt at the top and one at the left: both go on to the outer edge, 1 pt further."""
    top, left = box("plain", 2000, sides=("top", "left"))
    assert isinstance(top, Line) and isinstance(left, Line)
    assert (top.x1, top.x2) == (9000, 110_000)
    assert (left.y1, left.y2) == (19_000, 70_000)


@pytest.mark.parametrize("radius", [0, 8000])
def test_stripes_end_at_the_outline(radius: int) -> None:
    pattern = Pattern("stripes", BLACK, 6000, 2000)
    (made,) = paint_box(Box(pattern=pattern, radius=radius), AREA, 0)
    left, top, right, bottom = extent(made)
    assert AREA.contains(Rect(left, top, right - left, bottom - top))
    assert (right - left, bottom - top) >= (AREA.width - 6000, AREA.height - 6000)
    assert isinstance(made, Path)
    if radius:  # nothing in the square outside the quarter circle
        for x, y in zip(made.points[::2], made.points[1::2], strict=True):
            across, down = AREA.x + radius - x, AREA.y + radius - y
            assert not (across > 0 and down > 0) or across**2 + down**2 <= (radius + 2) ** 2


def test_dots_lie_wholly_inside() -> None:
    (made,) = paint_box(Box(pattern=Pattern("dots", BLACK, 8000, 2000), radius=10_000), AREA, 0)
    left, top, right, bottom = extent(made)
    assert left > AREA.x and top > AREA.y
    assert left - AREA.x == pytest.approx(AREA.right - right, abs=2)
    assert top - AREA.y == pytest.approx(AREA.bottom - bottom, abs=2)
