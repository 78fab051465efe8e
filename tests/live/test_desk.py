"""What is made anew after a save, where it is painted anew, and what browsers are told of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages import small
from printlayout.base.geometry import Rect
from printlayout.base.value import replace
from printlayout.live.desk import Desk, Wish, faults_told
from printlayout.live.difference import difference
from printlayout.live.state import NO_PAGE, State
from printlayout.live.watch import changed, stamps
from printlayout.model.display import DisplayList

ISSUE = """\
paper: {name: 新报, code: xinbao}
date: 2023-01-13
pages:
  - {page: 1, layout: small, stories: {lead: one}}
  - {page: 2, layout: other, stories: {lead: two}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = small.write(tmp_path / "issue", small.story(small.han(138)))
    (found / "issue.yaml").write_text(ISSUE, encoding="utf-8")
    (found / "layouts" / "other.yaml").write_text(small.LAYOUT, encoding="utf-8")
    (found / "stories" / "two.md").write_text(small.story(small.han(138)), encoding="utf-8")
    return found


@pytest.fixture
def desk(folder: Path) -> Desk:
    found = Desk(Wish(folder), State(1))
    assert found.refresh() == (["01", "02"], ())
    return found


def save(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_a_story_makes_its_page_alone(desk: Desk, folder: Path) -> None:
    save(folder, "stories/two.md", small.story(small.han(137)))
    assert desk.refresh() == (["02"], ())
    assert desk.refresh() == ([], ())


def test_a_layout_makes_the_pages_that_use_it(desk: Desk, folder: Path) -> None:
    save(folder, "layouts/other.yaml", small.LAYOUT.replace("20pt", "19pt"))
    assert desk.refresh()[0] == ["02"]


def test_what_the_issue_says_for_all_makes_all(desk: Desk, folder: Path) -> None:
    save(folder, "issue.yaml", ISSUE.replace("新报", "晚报"))
    assert desk.refresh()[0] == ["01", "02"]


def test_what_cannot_be_read_leaves_the_pages_as_they_are(desk: Desk, folder: Path) -> None:
    before = desk.state.data()["pages"]
    save(folder, "issue.yaml", ISSUE + "  - {page: 3")
    made, faults = desk.refresh()
    assert made == [] and [fault.code for fault in faults] == ["spec.syntax"]
    assert desk.state.data()["pages"] == before
    save(folder, "issue.yaml", ISSUE)
    assert desk.refresh() == ([], ())


def test_pages_not_yet_made_are_made_the_next_time(desk: Desk, folder: Path) -> None:
    for name in ("one", "two"):
        save(folder, f"stories/{name}.md", small.story(small.han(137)))
    assert desk.refresh(lambda: True)[0] == ["01"]
    assert desk.refresh()[0] == ["02"]


def test_a_page_taken_out_is_gone(desk: Desk, folder: Path) -> None:
    save(folder, "issue.yaml", ISSUE[: ISSUE.rindex("  - {page: 2")])
    assert desk.refresh()[0] == ["01"]  # of how many pages it is one, it may say
    assert [page["folio"] for page in desk.state.data()["pages"]] == ["01"]


def test_quick_pixels_of_a_part_are_those_of_the_whole(desk: Desk, folder: Path) -> None:
    """Painted where it changed and laid over what was there, it is the page painted anew, to the last pixel."""
    save(folder, "stories/one.md", small.story(small.han(133)))
    desk.refresh()
    after = desk._sights["xinbao-20230113-01"].whole
    fresh = Desk(Wish(folder), State(2))
    fresh.refresh()
    whole = fresh._sights["xinbao-20230113-01"].whole
    assert after is not None and whole is not None
    assert after.tobytes() == whole.tobytes()


def page(desk: Desk) -> DisplayList:
    found = desk._sights["xinbao-20230113-01"].built.display
    assert found is not None
    return found


def test_a_page_that_looks_the_same_is_not_painted(desk: Desk, folder: Path) -> None:
    """A blank line in the issue moves all places in it and no ink."""
    before, pixels = page(desk), desk.state.data()["pages"][0]["image"]
    save(folder, "issue.yaml", "\n" + ISSUE)
    desk.refresh()
    assert difference(before, page(desk)) is None
    assert desk.state.data()["pages"][0]["image"] == pixels


def test_only_the_lines_that_changed_are_painted(desk: Desk, folder: Path) -> None:
    """The last line, the seventh of the second column, loses its last character: columns begin at 28.3 pt and
    138.3 pt, and nothing of the first is touched."""
    before = page(desk)
    save(folder, "stories/one.md", small.story(small.han(137)))
    desk.refresh()
    area = difference(before, page(desk))
    assert area is not None
    assert area.x > 100_000 and area.height < 60_000


def test_a_file_written_anew_is_painted_anew(desk: Desk) -> None:
    display = page(desk)
    assert difference(display, display, {"a.jpg"}) is None
    moved = replace(display, groups=display.groups[:-1])
    assert isinstance(difference(display, moved), Rect)


# -- what browsers are told -----------------------------------------------------------------------------------


def test_news_holds_what_changed_and_nothing_else(desk: Desk, folder: Path) -> None:
    since = desk.state.data()["version"]
    save(folder, "stories/two.md", small.story(small.han(137)))
    desk.refresh()
    told = desk.state.news(since, 0)
    assert told is not None
    version, news = told
    assert list(news["pages"]) == [1] and list(news["files"]) == ["stories/two.md"]
    assert desk.state.news(version, 0) is None


def test_finished_files_do_not_hide_what_stands_in_the_way(desk: Desk, folder: Path) -> None:
    stem, issue = desk.unfinished() or pytest.fail("all is finished")
    save(folder, "issue.yaml", "paper: [")
    _, faults = desk.refresh()
    desk.state.stop_at(*faults_told(faults, folder))
    desk.finish(stem, issue, None)
    assert desk.state.data()["faults"][0]["code"] == "spec.syntax"
    save(folder, "issue.yaml", ISSUE)
    desk.refresh()
    assert "spec.syntax" not in [fault["code"] for fault in desk.state.data()["faults"]]


def test_whoever_knows_other_pages_starts_anew(desk: Desk, folder: Path) -> None:
    since = desk.state.data()["version"]
    for unknown in ("", "2-1", "1-999", "1-x", f"1-{'9' * 40}", since.replace("-", "")):
        assert desk.state.news(unknown, 0) == (since, {"reload": True})
    save(folder, "issue.yaml", ISSUE[: ISSUE.rindex("  - {page: 2")])
    desk.refresh()
    told = desk.state.news(since, 0)
    assert told is not None and told[1] == {"reload": True}


def test_an_issue_that_could_not_be_read_has_a_page_to_look_at() -> None:
    assert State(1).data()["pages"] == [NO_PAGE]


# -- watching -------------------------------------------------------------------------------------------------


def test_saves_of_every_kind_are_seen(tmp_path: Path) -> None:
    for name in ("a.md", "deep/b.md", ".hidden", "out/c.pdf", "d.md~"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"1")
    before = stamps(tmp_path)
    assert set(before) == {str(tmp_path / "a.md"), str(tmp_path / "deep" / "b.md")}
    (tmp_path / "a.md").write_bytes(b"12")  # written in place
    (tmp_path / "beside").write_bytes(b"1")
    (tmp_path / "beside").replace(tmp_path / "deep" / "b.md")  # written beside and renamed
    assert changed(before, stamps(tmp_path)) == set(before)
    (tmp_path / "a.md").unlink()
    (tmp_path / "new.md").write_bytes(b"")
    assert changed(before, stamps(tmp_path)) == {*before, str(tmp_path / "new.md")}
