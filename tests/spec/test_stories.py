"""Stories: runs whose places are exact, and text that is never lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changes import normalise
from printlayout.base.diagnostics import Collector
from printlayout.model.story import Story
from printlayout.spec.shapes import Reading
from printlayout.spec.stories import normalised, read_story

from .conftest import Folder

HEAD = "---\nheadline: 标题\n---\n"


def story(text: str, head: str = HEAD, root: Path = Path("/nowhere")) -> tuple[Story, list[tuple[str, int, int]]]:
    collector = Collector()
    made = read_story(head + text, "a.md", "a", root, Reading(collector))
    return made, [(f.code, f.span.line, f.span.column) for f in collector.findings]


def runs(text: str) -> list[list[tuple[str, str, int, int]]]:
    made, _ = story(text)
    return [[(r.text, r.role, r.span.line, r.span.column) for r in b.runs] for b in made.blocks]


def test_paragraphs_subheads_and_strong() -> None:
    made, told = story("　　第一段，\n接着写。\n## 小标题 二\n**强调。** 正文 \\*\\*不\\*\\*。\n")
    assert told == []
    assert [(b.kind, b.text) for b in made.blocks] == [
        ("para", "第一段，接着写。"), ("subhead", "小标题 二"), ("para", "强调。 正文 **不**。")
    ]  # fmt: skip
    assert [r.role for r in made.blocks[2].runs] == ["strong", *["text"] * 5]


def test_every_line_is_a_run_with_its_place() -> None:
    assert runs("　　甲\n乙**丙**\n\n丁\\#戊\n") == [
        [("甲", "text", 4, 3), ("乙", "text", 5, 1), ("丙", "strong", 5, 4)],
        [("丁", "text", 7, 1), ("#戊", "text", 7, 3)],
    ]


def test_latin_lines_are_joined_by_a_space() -> None:
    assert story("the red\nfox 中\n文 in\n2023年\n")[0].body == "the red fox 中文 in 2023年"


def test_comments_are_dropped_over_lines() -> None:
    made, told = story("甲<!-- 一 -->乙<!-- 二\n\n三 -->丙\n<!-- 四 -->\n丁\n")
    assert told == []
    assert [[(r.text, r.span.line, r.span.column) for r in b.runs] for b in made.blocks] == [
        [("甲", 4, 1), ("乙", 4, 12), ("丙", 6, 6), ("丁", 8, 1)]
    ]


def test_an_unclosed_comment_loses_no_text() -> None:
    made, told = story("甲<!-- 乙\n\n丙\n")
    assert made.body == "甲<!-- 乙\n丙"
    assert told == [("story.unclosed-comment", 4, 2)]


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "story.empty", 4, 1),
        ("甲**乙\n\n丙\n", "story.unbalanced-strong", 4, 2),
        ("# 甲\n", "story.heading-level", 4, 1),
        ("### 甲\n", "story.heading-level", 4, 1),
        ("##甲\n", "story.heading-space", 4, 1),
        ("甲\n## \n", "story.empty-heading", 5, 1),
        ("甲\x00乙\n", "story.control-character", 4, 2),
        ("甲\x85乙\n", "story.control-character", 4, 2),
        ("甲\ufffd乙\n", "story.replacement-character", 4, 2),
        ("甲\u202e乙\n", "story.bidi-control", 4, 2),
        ("甲\u200b乙\n", "story.invisible-character", 4, 2),
        ("![甲](a.jpg)\n", "story.unsupported-markup", 4, 1),
        ("见[甲](b)\n", "story.unsupported-markup", 4, 2),
        ("---\n", "story.unsupported-markup", 4, 1),
    ],
)
def test_faults_of_a_body(text: str, code: str, line: int, column: int) -> None:
    assert story(text)[1] == [(code, line, column)]


def test_marks_that_are_text_stay_text() -> None:
    made, told = story("#话题# 3*5=15 * 星 -3℃ [注] (例)\n")
    assert told == []
    assert made.body == "#话题# 3*5=15 * 星 -3℃ [注] (例)"


def test_faults_of_the_front_matter() -> None:
    head = "---\nheadlin: 标题\nlang: 中文\ndeck: [一, {二: 三}]\nkicker: |\n  甲\n  乙\n---\n"
    assert story("正文\n", head)[1] == [
        ("spec.unknown-key", 2, 1), ("spec.bad-value", 3, 7), ("spec.wrong-type", 4, 11), ("spec.bad-value", 6, 3)
    ]  # fmt: skip
    assert story("正文\n", "---\nheadline: 标题\n")[1] == [("story.unclosed-front-matter", 1, 1), ("story.empty", 4, 1)]


def test_headline_rows_have_places() -> None:
    made, told = story("文\n", '---\nheadline: |\n  一行\n  二行\ndeck: ["—— 甲", 乙]\n---\n')
    assert told == []
    assert [(r.text, r.span.line, r.span.column) for r in made.headline] == [("一行", 3, 3), ("二行", 4, 3)]
    assert [(r.text, r.span.line, r.span.column) for r in made.deck] == [("—— 甲", 5, 9), ("乙", 5, 16)]


def test_pictures_are_found_by_name_and_by_path(folder: Folder) -> None:
    folder.write("pictures/a.jpg", b"x")
    folder.write("ads/b.jpg", b"x")
    pictures = "  - {file: a.jpg, caption: 甲, credit: 乙 摄, focus: [25%, 40]}\n  - {file: ads/b.jpg}\n"
    folder.write("stories/one.md", f"---\npictures:\n{pictures}---\n文\n")
    issue = folder.load()
    assert issue is not None
    first, second = issue.pages[0].placements[0].story.pictures
    assert first.path == str((folder.root / "pictures/a.jpg").resolve()) and second.path.endswith("/ads/b.jpg")
    assert first.focus == (250, 400) and second.focus == (500, 500)
    assert first.caption is not None and (first.caption.text, first.caption.span.column) == ("甲", 28)


@pytest.mark.parametrize(
    ("picture", "code", "column"),
    [
        ("{file: b.jpg}", "spec.missing-picture", 12),
        ("{file: ../b.jpg}", "spec.unsafe-path", 12),
        ("{file: a.jpg, focus: [1]}", "spec.bad-focus", 26),
        ("{caption: 甲}", "spec.missing-key", 5),
    ],
)
def test_faults_of_pictures(folder: Folder, picture: str, code: str, column: int) -> None:
    folder.write("pictures/a.jpg", b"x")
    folder.write("stories/one.md", f"---\npictures:\n  - {picture}\n---\n文\n")
    assert folder.load() is None
    assert folder.told() == [(code, "one.md", 3, column)]


def test_normalising_keeps_places_where_lengths_change() -> None:
    made, _ = story('他说:"好...真好",\n**走**吧.\n')
    made = normalised(made)
    assert made.body == "他说：“好……真好”，走吧。"
    assert made.normalised == 6
    assert [(r.text, r.span.line, r.span.column) for r in made.blocks[0].runs] == [
        ("他说：“好……", 4, 1), ("真好”，", 4, 9), ("走", 5, 3), ("吧。", 5, 6)
    ]  # fmt: skip


def test_other_languages_are_not_normalised() -> None:
    made, _ = story("Hello, 世界.\n", "---\nlang: en\n---\n")
    assert normalised(made).body == "Hello, 世界."


PARTS = [
    *("甲", "乙", "ab", " ", "　", "\n", "\n\n", "**", "\\*", "\\", "#", "## ", "<!--", "-->"),
    *("...", '"', ",", "(", ")", "--", "\x00", "---", "- ", "\r\n", "\t", "1"),
]
WORDS = st.lists(st.sampled_from(PARTS), max_size=40)


@given(WORDS)
def test_no_character_is_lost_and_every_place_is_true(parts: list[str]) -> None:
    text = "".join(parts)
    source = (HEAD + text).replace("\r\n", "\n").split("\n")
    made, _ = story(text)
    for block in made.blocks:
        for run in block.runs:
            line = source[run.span.line - 1]
            for index, char in enumerate(run.text):
                place = run.span.column - 1 + index
                there = line[place] if place < len(line) else " "
                assert char == there or (char, there) == (" ", "\t") or char == " " == run.text[-1]
    if "<!--" not in text:
        kept = [c for c in made.body if c in "甲乙ab1,()"]
        assert kept == [c for c in text if c in "甲乙ab1,()"]
    normalised(made)


@given(WORDS)
def test_normalised_runs_are_the_normalised_text(parts: list[str]) -> None:
    made, _ = story("".join(parts))
    assert [b.text for b in normalised(made).blocks] == [normalise(b.text)[0] for b in made.blocks]
