"""Text on tints: the limits of the press profile, both ways."""

from __future__ import annotations

import pytest

from printlayout.base.diagnostics import Collector, Span
from printlayout.base.geometry import Rect
from printlayout.base.value import replace
from printlayout.model.display import DisplayList, Fill, Glyphs, Group
from printlayout.model.ink import BLACK, WHITE, Ink
from printlayout.model.issue import Page
from printlayout.model.layout import Box, Grid, Head, Layout, Slot
from printlayout.model.ornament import Pattern
from printlayout.model.press import NEWSPRINT
from printlayout.model.style import Face, Style
from printlayout.preflight.ground import Ground
from printlayout.preflight.page_tints import check_tints
from printlayout.preflight.registry import Teller

RED = Ink("red", 0, 1000, 950, 100)
STYLE = Style("body", Face("宋"), 9000)
SLOT = Slot("lead", (1, 1), (1, 9), Head((1, 1), None, STYLE, None, None), STYLE, STYLE, STYLE, STYLE)
LAYOUT = Layout("one", 200_000, 200_000, 0, Grid(0, 0, 1, 90_000, 0, 9, 12_000, 9000), STYLE, (), ())


def told(text: Ink, ground: Ink, size: int = 9000, slot: Slot | None = None, **limits: int) -> list[str]:
    layout = replace(LAYOUT, slots=(slot,)) if slot else LAYOUT
    items = (
        Fill(Rect(0, 0, 100_000, 100_000), ground, 0),
        Glyphs("宋-400", size, 9000, 50_000, (1,), (0,), ("字",), text, 1),
    )
    display = DisplayList(
        "p", "p", 1, 200_000, 200_000, 0, (Group("story", "lead", items),), (), (Span("a"), Span("b"))
    )
    collector = Collector()
    press = replace(NEWSPRINT, **limits)
    check_tints(Page(1, "", layout, ()), display, Ground(display), press, Teller(collector, {}))
    return [f"{f.code} {f.span.file}" for f in collector.findings]


@pytest.mark.parametrize(
    ("text", "ground", "size", "clear"),
    [
        (BLACK, BLACK.tint(300), 9000, True),
        (BLACK, BLACK.tint(310), 9000, False),
        (BLACK, Ink("yellow", 0, 0, 1000, 0), 9000, True),  # light as it is
        (BLACK, RED, 9000, False),
        (BLACK, BLACK.tint(500), 30_000, True),  # a large headline: half as strict
        (WHITE, RED, 9000, True),
        (WHITE, BLACK.tint(600), 9000, True),
        (WHITE, BLACK.tint(590), 9000, False),
        (WHITE, BLACK.tint(590), 30_000, True),
        (WHITE, WHITE, 9000, True),  # invisible, and told as such
        (BLACK.tint(400), BLACK.tint(50), 9000, False),  # grey on grey
        (RED, RED.tint(80), 9000, True),
    ],
)
def test_how_far_apart(text: Ink, ground: Ink, size: int, clear: bool) -> None:
    assert told(text, ground, size) == ([] if clear else ["preflight.text-on-tint b"])


def test_the_limits_are_the_profiles() -> None:
    assert told(BLACK, BLACK.tint(200), tint_most=150) == ["preflight.text-on-tint b"]
    assert told(WHITE, BLACK.tint(500), reverse_least=500) == []


@pytest.mark.parametrize(
    ("ink", "width", "codes"),
    [
        (BLACK.tint(200), 500, []),
        (BLACK.tint(350), 500, ["preflight.pattern-dark"]),
        (BLACK.tint(200), 400, ["preflight.pattern-fine"]),
    ],
)
def test_patterns_under_text(ink: Ink, width: int, codes: list[str]) -> None:
    slot = replace(SLOT, box=Box(pattern=Pattern("stripes", ink, 3000, width)), span=Span("slot"))
    assert told(BLACK, WHITE, slot=slot) == [f"{code} slot" for code in codes]
