"""Pictures put into picture slots by name, outside any story."""

from __future__ import annotations

import pytest

from spec.conftest import Folder

SLOTS = """\
slots:
  lead: {columns: 1-2, lines: 1-4, head: {headline: head}}
picture-slots:
  photo: {columns: 1-2, lines: 5-10}
"""


@pytest.fixture
def page(folder: Folder) -> Folder:
    folder.change("layouts/small.yaml", "slots:\n  lead: {columns: 1-2, lines: 1-10, head: {headline: head}}\n", SLOTS)
    folder.write("pictures/a.jpg", b"\xff\xd8")
    return folder


def pictures(folder: Folder, line: str) -> None:
    folder.change("issue.yaml", "      lead: one\n", f"      lead: one\n    pictures:\n      {line}\n")


def test_a_picture_stands_in_its_slot(page: Folder) -> None:
    pictures(page, 'photo: {file: a.jpg, caption: "冬日,雪", credit: 王芳}')
    issue = page.load()
    assert issue is not None
    picture = issue.pages[0].pictures["photo"]
    assert picture.caption is not None and picture.caption.text == "冬日，雪"
    assert picture.path.endswith("pictures/a.jpg")
    slot = issue.pages[0].layout.picture_slots[0]
    assert (slot.name, slot.columns, slot.lines) == ("photo", (1, 2), (5, 10))
    assert [p.path for p in issue.pages[0].every_picture] == [picture.path]


def test_a_misspelt_picture_slot(page: Folder) -> None:
    pictures(page, "foto: {file: a.jpg}")
    assert page.load() is None
    assert page.told() == [("spec.unknown-name", "issue.yaml", 10, 7)]


def test_a_picture_slot_left_empty(page: Folder) -> None:
    assert page.load() is not None
    assert page.codes() == ["spec.empty-slot"]


def test_a_picture_slot_over_a_story(page: Folder) -> None:
    page.change("layouts/small.yaml", "lines: 5-10", "lines: 4-10")
    pictures(page, "photo: {file: a.jpg}")
    assert page.load() is None
    assert [code for code, *_ in page.told()] == ["spec.overlap"]
