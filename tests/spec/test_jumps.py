"""Continuations as written (转版): what is wrong with them is told with its place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from pages.small import LAYOUT, han, story, write
from pages.test_jumps import ISSUE, WIDE
from printlayout.base.diagnostics import Collector
from printlayout.spec.issues import load_issue


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("continued: {rest: one}", "continued: {rest: two}", ["spec.jump-without-start", "spec.missing-story"]),
        ("continued: {rest: one}", "continued: {nowhere: one}", ["spec.unknown-name"]),
        (
            "continued: {rest: one}",
            "stories: {rest: two}\n    continued: {rest: one}",
            ["spec.slot-taken"],
        ),
    ],
)
def test_wrong_continuations_are_told(tmp_path: Path, old: str, new: str, code: Sequence[str]) -> None:
    two = story("别的")
    write(
        tmp_path, story(han(200)), issue_yaml=ISSUE.replace(old, new).encode(), layouts__wide_yaml=WIDE.encode(),
        **({"stories__two_md": two.encode()} if code == ["spec.slot-taken"] else {}),
    )  # fmt: skip
    collector = Collector()
    assert load_issue(tmp_path, collector) is None
    assert sorted(f.code for f in collector.findings if f.severity.name == "ERROR") == sorted(code)


SMALL = LAYOUT.replace("  lead: {columns: 1-2, lines: 1-10, ", "  lead: {")


def test_a_story_cannot_jump_from_a_region(tmp_path: Path) -> None:
    layout = SMALL + "regions: {main: {lines: 1-10, stack: [{slot: lead}]}}\n"
    write(tmp_path, story(han(200)), layout, issue_yaml=ISSUE.encode(), layouts__wide_yaml=WIDE.encode())
    collector = Collector()
    assert load_issue(tmp_path, collector) is None
    assert [f.code for f in collector.findings if f.severity.name == "ERROR"] == ["spec.jump-region"]


def test_nothing_lies_over_a_slot_that_stories_jump_from(tmp_path: Path) -> None:
    layout = LAYOUT + "picture-slots: {photo: {columns: 1, lines: 4-6, wrap: 5pt}}\n"
    write(tmp_path, story(han(200)), layout, issue_yaml=ISSUE.encode(), layouts__wide_yaml=WIDE.encode())
    collector = Collector()
    assert load_issue(tmp_path, collector) is None
    assert [f.code for f in collector.findings if f.severity.name == "ERROR"] == ["spec.jump-under"]


def test_text_cannot_jump_to_another_size_or_into_a_vertical_slot(tmp_path: Path) -> None:
    wide = WIDE.replace("leading: 15pt", "leading: 16pt").replace(
        "body: {face: 宋 400, size: 10pt", "body: {face: 宋 400, composition: {writing: vertical}, size: 10pt"
    )
    write(tmp_path, story(han(200)), issue_yaml=ISSUE.encode(), layouts__wide_yaml=wide.encode())
    collector = Collector()
    assert load_issue(tmp_path, collector) is None
    assert {"spec.jump-grid", "spec.jump-vertical"} <= {f.code for f in collector.findings}
