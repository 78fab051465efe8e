"""Headline groups as written: relations and the columns they ask for."""

from __future__ import annotations

import pytest

from printlayout.model.heads import Head

from .conftest import Folder

LAYOUT = """\
sheet: {width: 300mm, height: 100mm}
type-area: {top: 10mm, lines: 10}
grid: {columns: 5, column: 10字, gutter: 1字, body: 10pt, leading: 15pt}
styles:
  body: {face: 宋 400, size: 10pt}
  subhead: {face: 黑 700, size: 10pt}
  caption: {face: 楷, size: 8pt}
  credit: {face: 楷, size: 7pt}
  head: {face: 宋 900, size: 20pt}
  upright: {extends: head, composition: {writing: 竖排}}
slots:
  lead: {columns: COLUMNS, lines: 1-10, head: HEAD}
"""


def head(folder: Folder, written: str, columns: str = "1-5") -> Head | None:
    folder.write("layouts/small.yaml", LAYOUT.replace("COLUMNS", columns).replace("HEAD", written))
    issue = folder.load()
    if issue is None:
        return None
    assert folder.collector.findings == []
    return issue.pages[0].layout.slots[0].head


@pytest.mark.parametrize(
    ("written", "columns", "relation"),
    [
        ("{headline: head}", (1, 5), ""),
        ("{headline: head, relation: 盖文题}", (1, 5), "over"),
        ("{headline: head, relation: 串文题}", (1, 4), "beside"),
        ("{headline: head, relation: beside, columns: 3-5}", (3, 5), "beside"),
        ("{headline: head, relation: 文包题}", (2, 4), "wrapped"),
        ("{headline: head, relation: 文夹题}", (3, 3), "between"),
        ("{headline: head, relation: 文夹题, columns: 2-3}", (2, 3), "between"),
    ],
)
def test_a_relation_and_its_columns(folder: Folder, written: str, columns: tuple[int, int], relation: str) -> None:
    found = head(folder, written)
    assert found is not None
    assert (found.columns, found.relation) == (columns, relation)


def test_between_an_even_number_of_columns_stand_two() -> None:
    from printlayout.spec.heads import _columns

    assert _columns("between", 4) == (2, 3)


def test_a_vertical_headline_beside_text_is_as_high_as_its_slot(folder: Folder) -> None:
    # 10 lines, of which one stays blank after it
    found = head(folder, "{headline: upright, relation: 串文题, columns: 1}")
    assert found is not None and (found.lines, found.after) == (9, 1)


@pytest.mark.parametrize(
    ("columns", "written", "code", "value"),
    [
        ("1-5", "{headline: head, relation: 盖文题, columns: 1-3}", "head.not-over", "1-3"),
        ("1-5", "{headline: head, relation: 串文题, columns: 1-5}", "head.not-beside", "1-5"),
        ("1-5", "{headline: head, relation: 串文题, columns: 2-4}", "head.not-beside", "2-4"),
        ("1", "{headline: head, relation: 串文题}", "head.not-beside", "串文题"),
        ("1-2", "{headline: head, relation: 文包题}", "head.not-inside", "文包题"),
        ("1-5", "{headline: head, relation: 文夹题, columns: 1-3}", "head.not-inside", "1-3"),
        ("1-5", "{headline: head, relation: 文夹题, line: 3}", "head.line-between", "3"),
        ("1-5", "{headline: head, line: 3}", "head.cuts-text", "3"),
        ("1-5", "{headline: head, columns: 1-3, line: 11}", "spec.outside-grid", "11"),
        ("1-5", "{headline: head, columns: 1-6}", "spec.outside-grid", "1-6"),
        ("1-5", "{headline: upright}", "head.no-height", "{headline: upright}"),
    ],
)
def test_what_cannot_be_is_told_where_it_is_written(
    folder: Folder, columns: str, written: str, code: str, value: str
) -> None:
    assert head(folder, written, columns) is None
    assert [f.code for f in folder.collector.findings] == [code]
    span = folder.collector.findings[0].span
    assert span.line == 12
    assert (
        (folder.root / "layouts/small.yaml")
        .read_text(encoding="utf-8")
        .splitlines()[11][span.column - 1 :]
        .startswith(value)
    )


def test_what_a_story_brings_to_its_group(folder: Folder) -> None:
    folder.write(
        "stories/one.md",
        "---\nlabel: 周刊\nheadline:\n  - 窑火|重燃\n  - {text: 复烧成功, step: 2}\n"
        "summary: 提要一段\n---\n正文一段。\n",
    )
    written = "{headline: head, summary: body, label: {style: head, text: 文化, at: 左}, kicker-at: 左, deck-at: 右}"
    found = head(folder, written)
    issue = folder.load()
    assert found is not None and issue is not None
    story = issue.pages[0].placements[0].story
    assert story.label is not None
    assert (story.label.text, story.steps, [run.text for run in story.summary]) == ("周刊", (0, 2), ["提要一段"])
    assert [(run.text, run.span.line) for run in story.headline] == [("窑火\u200b重燃", 4), ("复烧成功", 5)]
    assert (found.kicker_at, found.deck_at, found.ladder[-1]) == ("left", "right", 5_000)
    assert found.label is not None and (found.label.text, found.label.at) == ("文化", "left")


def test_fit_and_effect_of_a_style(folder: Folder) -> None:
    style = (
        "head: {face: 宋 900, size: 20pt, fit: {tighten: 0.05, condense: 85%}, effect: {kind: 空心, ink: black 20%}}"
    )
    folder.write("layouts/small.yaml", (folder.root / "layouts/small.yaml").read_text(encoding="utf-8"))
    folder.change("layouts/small.yaml", "head: {face: 宋 900, size: 20pt}", style)
    issue = folder.load()
    assert issue is not None
    made = issue.pages[0].layout.styles["head"]
    assert made.fit is not None and (made.fit.tighten, made.fit.condense, made.fit.widen) == (50, 850, 1000)
    assert made.effect is not None and (made.effect.kind, made.effect.width) == ("outlined", 500)
