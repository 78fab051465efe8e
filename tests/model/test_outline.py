"""What a shape takes of a line of text: worked out by hand, and against points tried one by one."""

from __future__ import annotations

import random
from itertools import pairwise
from math import ceil, floor, sqrt

import pytest

from printlayout.base.geometry import Rect
from printlayout.model.outline import Outline, box, ellipse, rounded, spans

SQUARE = box(Rect(100, 100, 200, 200))
DIAMOND = Outline((0, -100, 100, 0, 0, 100, -100, 0))


def test_a_rectangle_takes_its_width_where_it_stands() -> None:
    assert spans(SQUARE, 0, 99) == []
    assert spans(SQUARE, 150, 160) == [(100, 300)]
    assert spans(SQUARE, 50, 100) == [(100, 300)]


def test_the_distance_is_kept_on_all_sides_and_round_at_corners() -> None:
    assert spans(SQUARE, 150, 160, 50) == [(50, 350)]
    assert spans(SQUARE, 0, 49, 50) == []
    # 30 above the corner a circle of 50 reaches √(50² − 30²) = 40 to the side
    assert spans(SQUARE, 0, 70, 50) == [(60, 340)]


def test_everything_between_the_two_heights_counts() -> None:
    """The point of a diamond lies inside the band, and neither of the band's edges meets it."""
    assert spans(DIAMOND, -200, 200) == [(-100, 100)]
    assert spans(DIAMOND, 50, 60) == [(-50, 50)]
    assert spans(DIAMOND, -100, -80) == [(-20, 20)]


def test_a_slanting_side_keeps_the_distance_at_right_angles_to_it() -> None:
    """Beside a side of 45° the shape reaches distance × √2 farther along the line."""
    [(left, right)] = spans(DIAMOND, 50, 50, 10)
    assert right == ceil(50 + 10 * sqrt(2))
    assert left == floor(-50 - 10 * sqrt(2))


def test_two_arms_leave_the_room_between_them() -> None:
    cup = Outline((0, 0, 30, 0, 30, 70, 70, 70, 70, 0, 100, 0, 100, 100, 0, 100))
    assert spans(cup, 10, 20) == [(0, 30), (70, 100)]
    assert spans(cup, 10, 20, 20) == [(-20, 120)]
    assert spans(cup, 10, 80) == [(0, 100)]


def test_a_hole_and_an_island() -> None:
    ring = Outline((0, 0, 100, 0, 100, 100, 0, 100), ((30, 30, 70, 30, 70, 70, 30, 70), (200, 0, 220, 0, 220, 100)))
    assert spans(ring, 40, 50)[:2] == [(0, 30), (70, 100)]
    assert len(spans(ring, 40, 50)) == 3
    assert ring.bounds == Rect(0, 0, 220, 100)


def test_a_circle_is_never_taken_for_less_than_it_is() -> None:
    circle = ellipse(Rect(0, 0, 20_000, 20_000))
    [(left, right)] = spans(circle, 10_000, 10_000)
    assert -15 <= left <= 0
    assert 20_000 <= right <= 20_015
    for y in range(0, 20_001, 500):
        half = sqrt(10_000**2 - (y - 10_000) ** 2)
        [(left, right)] = spans(circle, y, y)
        assert left <= 10_000 - half
        assert 10_000 + half <= right


def test_round_corners_leave_the_sides_where_they_are() -> None:
    shape = rounded(Rect(0, 0, 1000, 600), 100)
    assert spans(shape, 300, 300) == [(0, 1000)]
    [(left, right)] = spans(shape, -10, 0)
    assert 85 <= left <= 100
    assert 900 <= right <= 915
    assert rounded(Rect(0, 0, 1000, 600), 0) == box(Rect(0, 0, 1000, 600))


@pytest.mark.parametrize("seed", range(12))
def test_any_polygon_against_points_tried_one_by_one(seed: int) -> None:
    """Every point within the distance of the shape lies in a span, and every span's ends are near such a point."""
    rand = random.Random(seed)
    points = tuple(rand.randrange(0, 60) for _ in range(2 * rand.randrange(3, 8)))
    shape = Outline(points)
    top = rand.randrange(-10, 60)
    bottom, distance = top + rand.randrange(0, 15), rand.choice((0, 4, 9))
    found = spans(shape, top, bottom, distance)
    taken = {x for x in range(-20, 90) for y in range(top, bottom + 1) if _near(points, x, y, distance)}
    assert all(any(left <= x <= right for left, right in found) for x in taken)
    for left, right in found:
        for edge in (left, right):
            rows = (top + (bottom - top) * part / 200 for part in range(201))
            assert any(_near(points, edge, y, distance + 1.01) for y in rows)
    assert all(before[1] < after[0] for before, after in pairwise(found))


def _near(points: tuple[int, ...], x: float, y: float, distance: float) -> bool:
    corners = list(zip(points[::2], points[1::2], strict=True))
    inside, best = False, float("inf")
    for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (x2 - x1) * (y - y1) / (y2 - y1):
            inside = not inside
        length = (x2 - x1) ** 2 + (y2 - y1) ** 2
        at = max(0.0, min(1.0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length)) if length else 0.0
        best = min(best, (x - x1 - at * (x2 - x1)) ** 2 + (y - y1 - at * (y2 - y1)) ** 2)
    return inside or best <= distance**2
