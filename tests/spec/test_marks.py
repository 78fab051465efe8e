"""Marks inside a line of a story: ``[文字]{着重}``."""

from __future__ import annotations

from pathlib import Path

import pytest

from printlayout.base.diagnostics import Collector
from printlayout.model.story import Run, Story
from printlayout.spec.shapes import Reading
from printlayout.spec.stories import read_story


def story(text: str) -> tuple[Story, list[tuple[str, int, int]]]:
    collector = Collector()
    read = read_story(text, "s.md", "s", Path(), Reading(collector))
    return read, [(f.code, f.span.line, f.span.column) for f in collector.findings]


def marks(runs: tuple[Run, ...]) -> list[tuple[str, str, str]]:
    return [(run.text, run.mark, run.note) for run in runs]


def test_marks_of_a_paragraph_keep_text_and_place() -> None:
    read, faults = story("这是[要紧]{着重}的[鲁迅]{name}写的[呐喊]{书名}。\n")
    assert faults == []
    assert read.blocks[0].text == "这是要紧的鲁迅写的呐喊。"
    assert marks(read.blocks[0].runs) == [
        ("这是", "", ""), ("要紧", "dots", ""), ("的", "", ""), ("鲁迅", "name", ""), ("写的", "", ""),
        ("呐喊", "title", ""), ("。", "", ""),
    ]  # fmt: skip
    # 这是[ are three characters: 要 is the fourth
    assert read.blocks[0].runs[1].span.column == 4


def test_readings_and_widths_carry_their_note() -> None:
    read, faults = story("[汉字]{拼音 hàn zì}和[李荣]{均排 3}\n")
    assert faults == []
    assert marks(read.blocks[0].runs) == [("汉字", "ruby", "hàn zì"), ("和", "", ""), ("李荣", "even", "3")]


def test_marks_in_a_byline() -> None:
    read, faults = story("---\nbyline: 记者[李荣]{均排 3}　黎锦熙\n---\n正文\n")
    assert faults == []
    assert marks(read.byline) == [("记者", "", ""), ("李荣", "even", "3"), ("　黎锦熙", "", "")]


def test_a_mark_inside_strong_text_stays_strong() -> None:
    read, _ = story("**很[要紧]{着重}的话**\n")
    assert [(run.text, run.role) for run in read.blocks[0].runs] == [
        ("很", "strong"), ("要紧", "strong"), ("的话", "strong"),
    ]  # fmt: skip


def test_an_unknown_mark_is_told_and_its_text_kept() -> None:
    read, faults = story("一[二]{加重}三\n")
    assert faults == [("story.unknown-mark", 1, 6)]  # 一[二]{ are five characters
    assert read.blocks[0].text == "一二三"


@pytest.mark.parametrize("mark", ["拼音", "均排", "均排 宽", "着重 号"])
def test_a_mark_with_a_wrong_note_is_told(mark: str) -> None:
    read, faults = story(f"[二]{{{mark}}}\n")
    assert faults == [("story.mark-note", 1, 5)]
    assert read.blocks[0].text == "二"


def test_an_escaped_bracket_is_text() -> None:
    read, faults = story("\\[注]{着重}\n")
    assert faults == []
    assert read.blocks[0].text == "[注]{着重}"
