"""The part of a picture that fills its frame, in 1/100000 of its width and height."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from printlayout.base.geometry import Rect
from printlayout.layout.picture import FULL, crop

MIDDLE = (500, 500)


@pytest.mark.parametrize(
    ("pixels", "frame", "focus", "expected"),
    [
        # the same proportions: all of it
        ((400, 300), (800, 600), MIDDLE, (0, 0, 100_000, 100_000)),
        ((400, 300), (800, 600), (0, 1000), (0, 0, 100_000, 100_000)),
        # twice as wide as needed: half of the width, round the focus
        ((200, 100), (50, 50), MIDDLE, (25_000, 0, 75_000, 100_000)),
        ((200, 100), (50, 50), (0, 500), (0, 0, 50_000, 100_000)),
        ((200, 100), (50, 50), (1000, 500), (50_000, 0, 100_000, 100_000)),
        ((200, 100), (50, 50), (300, 500), (5_000, 0, 55_000, 100_000)),
        ((200, 100), (50, 50), (200, 0), (0, 0, 50_000, 100_000)),
        # four times as high as needed: a quarter of the height
        ((100, 400), (70, 70), MIDDLE, (0, 37_500, 100_000, 62_500)),
        ((100, 400), (70, 70), (500, 0), (0, 0, 100_000, 25_000)),
        ((100, 400), (70, 70), (500, 200), (0, 7_500, 100_000, 32_500)),
        ((100, 400), (70, 70), (0, 950), (0, 75_000, 100_000, 100_000)),
        # 4:3 into 16:9: 3/4 of the height
        ((1600, 1200), (160, 90), MIDDLE, (0, 12_500, 100_000, 87_500)),
    ],
)
def test_crop(
    pixels: tuple[int, int], frame: tuple[int, int], focus: tuple[int, int], expected: tuple[int, int, int, int]
) -> None:
    assert crop(*pixels, Rect(7, 9, *frame), focus) == expected


side = st.integers(1, 20_000)
length = st.integers(1_000, 2_000_000)


@settings(max_examples=200, deadline=None)
@given(side, side, length, length, st.integers(0, 1000), st.integers(0, 1000))
def test_a_crop_lies_inside_and_touches_two_edges(
    width: int, height: int, across: int, down: int, fx: int, fy: int
) -> None:
    left, top, right, bottom = crop(width, height, Rect(0, 0, across, down), (fx, fy))
    assert 0 <= left <= right <= FULL
    assert 0 <= top <= bottom <= FULL
    assert (left, right) == (0, FULL) or (top, bottom) == (0, FULL)


@settings(max_examples=200, deadline=None)
@given(st.integers(300, 8_000), st.integers(300, 8_000), st.integers(90_000, 900_000), st.integers(90_000, 900_000))
def test_a_crop_has_the_frames_proportions(width: int, height: int, across: int, down: int) -> None:
    left, top, right, bottom = crop(width, height, Rect(0, 0, across, down), MIDDLE)
    shown = (right - left) * width / ((bottom - top) * height)
    # to the next of the 1/100000 the shorter side is counted in
    assert shown == pytest.approx(across / down, rel=1 / min(right - left, bottom - top))
