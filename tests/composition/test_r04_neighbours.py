"""R4: where the ellipses are parted from what stands beside them, the prohibitions hold."""

from __future__ import annotations

import pytest

from square import lines, set_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国…………～国", ["国", "…………～", "国"]),
        ("国…………·国", ["国", "…………·", "国"]),
        ("国…………　国", ["国", "…………　", "国"]),
        ("国…………％国", ["国", "…………％", "国"]),
        ("国…………  。国", ["国", "…………  。", "国"]),
    ],
)
def test_r04_nothing_behind_the_ellipses_opens_a_line_that_may_not(text: str, expected: list[str]) -> None:
    assert lines(set_text(text, 20)) == expected
