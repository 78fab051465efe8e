"""The lints of R56, R63, R64: told with their place, and not told where copy and styles are right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from printlayout.base.diagnostics import Collector, Span
from printlayout.model.issue import Page
from printlayout.model.layout import Grid, Head, Layout, Slot
from printlayout.model.story import Picture, Placement, Run, Story
from printlayout.model.style import Face, Style
from printlayout.preflight.copy import check_copy

BODY = Style("body", Face("宋"), 9_000)
GRID = Grid(0, 0, 2, 189_000, 13_500, 40, 12_000, 9_000)


def told(story: Story, body: Style = BODY, grid: Grid = GRID) -> list[tuple[str, int]]:
    slot = Slot("lead", (1, 2), (1, 40), Head((1, 2), None, BODY, None, None), body, BODY, BODY, BODY)
    layout = Layout("l", 500_000, 700_000, 0, grid, body, (slot,), ())
    collector = Collector()
    check_copy(Page(1, "要闻", layout, (Placement("lead", story),)), collector)
    return [(finding.code, finding.span.column) for finding in collector.findings]


def run(text: str) -> Run:
    return Run(text, "text", Span("s.md", 2, 11))


@pytest.mark.parametrize(("text", "column"), [("统战工作回眸。", 17), ("精准发力，", 15), ("三项措施：", 15)])
def test_r63_a_headline_with_a_final_mark(text: str, column: int) -> None:
    assert told(Story("s", headline=(run(text),))) == [("copy.headline-mark", column)]


@pytest.mark.parametrize("text", ["回家的感觉真好", "路在何方？", "加油！", "未完待续……", "——访归来的运动员"])
def test_r63_a_headline_without(text: str) -> None:
    assert told(Story("s", headline=(run(text),), deck=(run(text),))) == []


def test_r64_a_caption_that_is_a_phrase() -> None:
    assert told(Story("s", pictures=(Picture("a.jpg", run("成立大会。")),))) == [("copy.caption-mark", 15)]
    assert told(Story("s", pictures=(Picture("a.jpg", run("成立大会")),))) == []
    # two sentences keep their stops
    assert told(Story("s", pictures=(Picture("a.jpg", run("大会开幕。代表入场。")),))) == []


def test_r64_body_is_never_tracked_tighter() -> None:
    assert told(Story("s"), replace(BODY, tracking=-20)) == [("copy.tight-body", 0)]
    assert told(Story("s"), replace(BODY, tracking=20)) == []


def test_r56_more_than_an_em_between_lines() -> None:
    # 9 pt on 18 pt is a gap of exactly 1 em
    assert told(Story("s"), BODY, replace(GRID, leading=18_000)) == []
    assert told(Story("s"), BODY, replace(GRID, leading=18_500)) == [("copy.wide-leading", 0)]
