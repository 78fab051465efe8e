"""Lists, questions and answers, pull quotes as an editor types them."""

from __future__ import annotations

from .test_stories import story


def blocks(text: str, head: str = "---\nheadline: 标题\n---\n") -> list[tuple[str, str, str]]:
    made, _ = story(text, head)
    return [(b.kind, b.label.text if b.label else "", "".join(r.text for r in b.runs)) for b in made.blocks]


QA = "---\nheadline: 标题\nqa: true\n---\n"


def test_lists() -> None:
    assert blocks("引子\n- 甲\n接着\n* 乙\n\n● 丙\n12. 丁\n3) 戊\n\n1.5万人\n-己") == [
        ("para", "", "引子"), ("item", "", "甲接着"), ("item", "", "乙"), ("item", "", "丙"), ("item", "12", "丁"),
        ("item", "3", "戊"), ("para", "", "1.5万人-己"),
    ]  # fmt: skip


def test_a_run_of_an_item_begins_behind_its_mark() -> None:
    made, told = story("- 甲**乙**\n")
    assert told == []
    assert [(r.text, r.span.column) for r in made.blocks[0].runs] == [("甲", 3), ("乙", 6)]


def test_pull_quotes_are_not_counted_as_text() -> None:
    made, told = story("正文说好。\n\n> 说\n> 好。\n> —— 王芳\n再说。\n")
    assert told == []
    assert [(b.kind, b.text) for b in made.blocks] == [("para", "正文说好。"), ("quote", "说好。"), ("para", "再说。")]
    label = made.blocks[1].label
    assert label is not None and (label.text, label.span.line, label.span.column) == ("王芳", 8, 6)
    assert made.body == "正文说好。\n再说。"


def test_questions_and_answers_by_who_opens_paragraphs() -> None:
    text = "引子。\n\n记者：几岁？\n\n李荣：三岁。\n\n又说。\n\n他说：好\n\n李荣：再见。"
    assert blocks(text, QA) == [
        ("para", "", "引子。"), ("question", "记者", "几岁？"), ("answer", "李荣", "三岁。"), ("answer", "", "又说。"),
        ("answer", "", "他说：好"), ("answer", "李荣", "再见。"),
    ]  # fmt: skip
    assert story(text, QA)[1] == [("story.qa-once", 13, 1)]


def test_names_may_be_given_and_may_be_strong() -> None:
    head = "---\nheadline: 标题\nqa: [问, 李荣, 王芳]\n---\n"
    made, told = story("**问：**几岁？\n\n李荣:三岁。\n", head)
    assert [(b.kind, b.label.text if b.label else "", b.text) for b in made.blocks] == [
        ("question", "问", "问几岁？"), ("answer", "李荣", "李荣三岁。"),
    ]  # fmt: skip
    assert (made.blocks[0].runs[0].span.line, made.blocks[0].runs[0].span.column) == (5, 7)
    assert told == [("story.qa-silent", 5, 3)]


def test_an_interview_in_which_nobody_speaks_is_told() -> None:
    assert story("只是正文。\n", QA)[1] == [("story.qa-nobody", 5, 1)]
    assert story("只是正文。\n", "---\nheadline: 标题\nqa: 否\n---\n")[1] == []
