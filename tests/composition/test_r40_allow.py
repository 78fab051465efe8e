"""R40: a mark that hangs has no blank to give to the line."""

from __future__ import annotations

import pytest

from printlayout.base.diagnostics import Collector
from square import EM, codes, set_text


@pytest.mark.parametrize(
    ("text", "level"), [("一一一，一，", "none"), ("国国国，国，国国", "gb"), ("国国国，国，国国", "none")]
)
@pytest.mark.parametrize("breaker", ["optimum", "firstfit"])
def test_r40_a_hanging_mark_gives_nothing_to_its_line(text: str, level: str, breaker: str) -> None:
    collector = Collector()
    paragraph = set_text(
        text, 4, punctuation="full", hanging="allow", level=level, breaker=breaker, collector=collector
    )
    assert "text.overfull" not in codes(collector)
    assert all(line.width <= 4 * EM for line in paragraph.lines)
