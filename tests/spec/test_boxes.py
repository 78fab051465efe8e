"""Boxes, ornaments and patterns in a layout: what is read, and what is told where."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages import small
from printlayout.base.diagnostics import Collector
from printlayout.model.layout import Box, Padding
from printlayout.spec.issues import load_issue


def read(folder: Path, box: str, more: str = "") -> tuple[Box | None, list[str]]:
    layout = small.LAYOUT.replace("head: {headline: head}", f"head: {{headline: head}}, box: {box}") + more
    collector = Collector()
    issue = load_issue(small.write(folder, small.story(small.han(60)), layout), collector)
    found = [f"{f.code} {Path(f.span.file).name}:{f.span.line}" for f in collector.findings]
    return (issue.pages[0].layout.slots[0].box if issue else None), found


def test_a_box_with_everything(tmp_path: Path) -> None:
    box, told = read(
        tmp_path,
        "{fill: black 8%, stroke: {kind: 虚线, width: 1pt}, radius: 2字, outset: 5pt, "
        "padding: {side: 1字, top: 1, bottom: 2}, pattern: {kind: 条纹, ink: black 10%, pitch: 4pt, width: 2pt}}",
    )
    assert told == []
    assert box is not None and box.stroke is not None and box.pattern is not None
    assert (box.stroke.kind, box.radius, box.padding) == ("dashed", 20_000, Padding(10_000, 1, 2))
    assert (box.pattern.kind, box.pattern.pitch, box.pattern.width) == ("stripes", 4000, 2000)


@pytest.mark.parametrize("name", ["回纹", "fret", "竹节", "beads"])
def test_shipped_motifs_go_by_either_name(tmp_path: Path, name: str) -> None:
    box, told = read(tmp_path, f"{{outset: 1字, stroke: {{kind: 花边, motif: {name}, width: 6pt}}}}")
    assert told == []
    assert box and box.stroke and box.stroke.motif and box.stroke.motif.edge and box.stroke.motif.corner


def test_a_layout_has_motifs_of_its_own(tmp_path: Path) -> None:
    own = 'ornaments: {ours: {name: 我们的, length: 1000, edge: [{d: "M0,500 H1000", weight: 100}]}}\n'
    box, told = read(tmp_path, "{outset: 1字, stroke: {kind: 花边, motif: 我们的, width: 6pt}}", own)
    assert told == []
    assert box and box.stroke and box.stroke.motif
    assert box.stroke.motif.edge[0].points == (0, 500, 1000, 500)


@pytest.mark.parametrize(
    ("box", "code"),
    [
        ("{outset: 1字, stroke: {kind: 花边, motif: 回文, width: 6pt}}", "spec.unknown-name"),
        ("{outset: 1字, stroke: {kind: 花边, width: 6pt}}", "spec.missing-key"),
        ("{outset: 1字, radius: 2mm, stroke: {kind: 波线, width: 1pt}}", "block.radius"),
        ("{outset: 1字, radius: 2mm, sides: [top], stroke: {width: 1pt}}", "block.radius"),
        ("{outset: 1字, padding: {side: 0.7字}}", "block.padding"),
        ("{outset: 1字, pattern: {kind: dots, ink: black 10%, pitch: 2pt, width: 2pt}}", "block.pattern"),
    ],
)
def test_what_cannot_be_drawn_is_told(tmp_path: Path, box: str, code: str) -> None:
    made, told = read(tmp_path, box)
    assert made is None
    assert told == [f"{code} small.yaml:11"]


def test_a_path_that_is_none_is_told(tmp_path: Path) -> None:
    own = 'ornaments: {ours: {length: 1000, edge: [{d: "Q5 oops"}]}}\n'
    _, told = read(tmp_path, "{outset: 1字, stroke: {kind: 花边, motif: ours, width: 6pt}}", own)
    assert told == ["block.outline small.yaml:12"]


@pytest.mark.parametrize(
    ("box", "tight"),
    [
        ("{fill: black 8%, outset: 5pt}", False),  # half of 10 pt
        ("{fill: black 8%, outset: 4.9pt}", True),
        ("{stroke: {width: 2pt}, outset: 5pt}", True),  # the rule reaches 1 pt inward
        ("{stroke: {width: 2pt}, outset: 6pt}", False),
        ("{fill: black 8%, padding: {side: 1字}}", False),
        ("{stroke: {width: 1pt}, sides: [top]}", False),
    ],
)
def test_room_in_a_box_is_half_a_character(tmp_path: Path, box: str, tight: bool) -> None:
    made, told = read(tmp_path, box)
    assert made is not None
    assert told == (["block.tight small.yaml:11"] if tight else [])
