"""Outlines of cut-outs, against shapes whose edges are known."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from printlayout.base.geometry import Rect
from printlayout.images.trace import outline, traced
from printlayout.model.outline import Outline, spans

FULL = 100_000


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def cut_out(path: Path, size: tuple[int, int], *shapes: tuple[str, tuple[int, ...], int]) -> str:
    """A picture that is opaque (or bare again: 0) in shapes drawn one after another."""
    image = Image.new("RGBA", size, (200, 40, 40, 0))
    draw = ImageDraw.Draw(image)
    for kind, box, alpha in shapes:
        getattr(draw, kind)(box, fill=(200, 40, 40, alpha))
    image.save(path)
    return str(path)


def test_a_square_is_found_where_it_stands(tmp_path: Path) -> None:
    path = cut_out(tmp_path / "a.png", (200, 100), ("rectangle", (50, 20, 149, 79), 255))
    [ring] = outline(path)
    bounds = Outline(ring).bounds
    # a quarter of the width, a fifth of the height; within a pixel of 200 by 100
    assert abs(bounds.x - 25_000) <= 500
    assert abs(bounds.right - 75_000) <= 500
    assert abs(bounds.y - 20_000) <= 1_000
    assert abs(bounds.bottom - 80_000) <= 1_000
    assert len(ring) <= 2 * 20


def test_a_circle_is_round_and_in_few_points(tmp_path: Path) -> None:
    path = cut_out(tmp_path / "a.png", (400, 400), ("ellipse", (40, 40, 359, 359), 255))
    [ring] = outline(path)
    assert 20 <= len(ring) // 2 <= 200
    for x, y in zip(ring[::2], ring[1::2], strict=True):
        radius = ((x - 50_000) ** 2 + (y - 50_000) ** 2) ** 0.5
        assert abs(radius - 40_000) <= 375  # a pixel and a half


def test_a_hole_stays_open_and_islands_are_kept(tmp_path: Path) -> None:
    path = cut_out(
        tmp_path / "a.png", (300, 100),
        ("rectangle", (10, 10, 109, 89), 255), ("rectangle", (40, 30, 79, 69), 0), ("ellipse", (200, 20, 259, 79), 255),
    )  # fmt: skip
    rings = outline(path)
    assert len(rings) == 3
    taken = spans(Outline(rings[0], rings[1:]), 50_000, 50_000)
    assert len(taken) == 3
    assert [Rect(left, 0, right - left, 1).width // 1000 for left, right in taken] == pytest.approx([10, 10, 20], abs=1)


def test_dust_is_no_part_of_it(tmp_path: Path) -> None:
    path = cut_out(
        tmp_path / "a.png", (200, 200), ("rectangle", (50, 50, 150, 150), 255), ("rectangle", (10, 10, 13, 13), 255)
    )
    assert len(outline(path)) == 1


def test_a_picture_without_bare_ground_has_no_outline(tmp_path: Path) -> None:
    assert outline(cut_out(tmp_path / "a.png", (50, 50), ("rectangle", (0, 0, 49, 49), 255))) == ()
    assert outline(cut_out(tmp_path / "b.png", (50, 50))) == ()


def test_what_reaches_the_edge_ends_there(tmp_path: Path) -> None:
    [ring] = outline(cut_out(tmp_path / "a.png", (100, 100), ("rectangle", (0, 40, 99, 99), 255)))
    assert (min(ring[::2]), max(ring[::2]), max(ring[1::2])) == (0, FULL, FULL)


def test_the_second_time_it_comes_from_the_cache(tmp_path: Path) -> None:
    path = cut_out(tmp_path / "a.png", (120, 80), ("ellipse", (20, 10, 99, 69), 255))
    assert outline(path) == outline(path)


def test_parts_that_touch_at_a_corner_are_two() -> None:
    mask = bytearray(20 * 20)
    for y in range(20):
        for x in range(20):
            if (x < 10) == (y < 10):
                mask[20 * y + x] = 255
    assert len(traced(bytes(mask), 20, 20)) == 2
