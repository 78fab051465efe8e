"""Issues: what is read, and every fault with its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from printlayout.base.diagnostics import Collector, Severity
from printlayout.base.messages import hint, what
from printlayout.spec.issues import load_issue

from .conftest import Folder

EXAMPLE = Path(__file__).parents[2] / "examples" / "shiyan-tongzhan"


def test_the_small_issue_is_read(folder: Folder) -> None:
    issue = folder.load()
    assert issue is not None and folder.collector.findings == []
    page = issue.pages[0]
    assert (issue.paper, issue.date, issue.file_stem(page)) == ("新报", date(2023, 1, 13), "xinbao-20230113-01")
    assert page.placements[0].story.headline[0].text == "标题"
    assert page.variables == {
        "paper": "新报", "date": "2023年1月13日", "weekday": "星期五", "year": "2023", "month": "1", "day": "13",
        "page": "01", "pages": "1", "number": "", "edition": "",
        "section": "", "editor": "张三", "责编": "张三",
    }  # fmt: skip


def test_the_example_is_read_without_findings() -> None:
    collector = Collector()
    issue = load_issue(EXAMPLE / "issue.yaml", collector)
    assert issue is not None and not collector.failed
    page = issue.pages[0]
    assert issue.file_stem(page) == "syrb-20230113-07"
    assert [p.slot for p in page.placements] == ["lead", "second"]
    assert page.variables["proofreader"] == "陈静"
    # 111 字 of 9 pt: 5 × 21 + 4 × 1.5 (typography.md 2.1)
    assert page.layout.grid.width == 111 * 9000


def test_page_people_and_vars_win_over_the_issues(folder: Folder) -> None:
    folder.change("issue.yaml", "pages:", "vars: {a: 1, b: 2}\npages:")
    folder.change("issue.yaml", "    layout:", "    people: {editor: 李四, 记者: 王五}\n    vars: {b: 3}\n    layout:")
    issue = folder.load()
    assert issue is not None
    variables = issue.pages[0].variables
    assert (variables["a"], variables["b"], variables["记者"]) == ("1", "3", "王五")
    assert (variables["editor"], variables["责编"]) == ("李四", "李四")


def test_only_the_pages_asked_for_are_read(folder: Folder) -> None:
    folder.write("issue.yaml", (folder.root / "issue.yaml").read_text() + "  - {page: 2, layout: nowhere}\n")
    issue = folder.load({1})
    assert issue is not None and [p.number for p in issue.pages] == [1]
    assert folder.load({2, 3}) is None
    assert folder.codes() == ["spec.unknown-page", "spec.unknown-name"]


def test_ten_mistakes_are_told_in_one_run(folder: Folder) -> None:
    folder.write("issue.yaml", """\
paper: {nam: 新报, code: xin bao}
date: 2023-02-30
pages:
  - page: 0
    layout: small
    stories:
      leed: one
""")  # fmt: skip
    folder.write("layouts/small.yaml", """\
sheet: {width: 100, height: 100mm}
type-area: {top: 10mm, lines: 10}
grid: {columns: 2, column: 10字, gutter: 1字, body: 10pt, leading: 15pt}
styles:
  body: {face: 宋 400, size: 10pt, align: middel}
  subhead: {face: 黑 700, size: 10pt}
  caption: {face: 楷, size: 8pt, ink: red}
  credit: {face: 楷, size: 7pt}
slots:
  lead: {columns: 2-1, lines: 1-10, head: {headline: head}}
furniture:
  - {kind: text, columns: 1, y: 1mm, height: 5mm, text: "{slogan}", style: body}
""")  # fmt: skip
    folder.write("stories/one.md", "---\nheadline: 标题\n---\n一段**重点。\n")
    assert folder.load() is None
    assert sorted(folder.told()) == sorted([
        ("spec.unknown-key", "issue.yaml", 1, 9),
        ("spec.missing-key", "issue.yaml", 1, 8),
        ("spec.bad-value", "issue.yaml", 1, 24),
        ("spec.bad-value", "issue.yaml", 2, 7),
        ("spec.out-of-range", "issue.yaml", 4, 11),
        ("spec.unknown-name", "issue.yaml", 7, 7),
        ("spec.bad-value", "small.yaml", 1, 16),
        ("spec.unknown-word", "small.yaml", 5, 42),
        ("spec.unknown-name", "small.yaml", 7, 38),
        ("spec.bad-range", "small.yaml", 10, 19),
        ("spec.unknown-name", "small.yaml", 10, 54),
        ("spec.unknown-variable", "small.yaml", 12, 57),
        ("story.unbalanced-strong", "one.md", 4, 3),
    ])  # fmt: skip
    for finding in folder.collector.findings:
        for lang in ("zh", "en"):
            assert "{" not in what(finding, lang).replace("{slogan}", "")
            assert hint(finding, lang)
    excerpts = {f.span.excerpt for f in folder.collector.findings}
    assert "一段**重点。" in excerpts and "date: 2023-02-30" in excerpts


def test_a_near_name_is_suggested(folder: Folder) -> None:
    folder.change("issue.yaml", "layout: small", "layout: smal")
    folder.load()
    assert "是不是“small”？" in hint(folder.only(), "zh")
    assert "Did you mean “small”?" in hint(folder.only(), "en")


@pytest.mark.parametrize(
    ("code", "old", "new", "line", "column"),
    [
        ("spec.missing-story", "lead: one", "lead: tow", 8, 13),
        ("spec.unsafe-path", "lead: one", "lead: ../one.md", 8, 13),
        ("spec.unsafe-path", "layout: small", "layout: /etc/x.yaml", 6, 13),
        ("spec.unsafe-path", "layout: small", "layout: ../x", 6, 13),
        (
            "spec.no-pages",
            "pages:\n  - page: 1\n    layout: small\n    stories:\n      lead: one\n",
            "pages: []\n",
            4,
            8,
        ),
        ("spec.wrong-type", "people: {责编: 张三}", "people: [张三]", 3, 9),
        ("spec.duplicate-key", "people: {责编: 张三}", "date: 2023-01-14", 3, 1),
        ("spec.unknown-anchor", "张三", "*nobody", 3, 14),
        ("spec.tag", "张三", "!!python/name:os.system x", 3, 14),
        ("spec.key-not-text", "people: {责编: 张三}", "? [a]\n: b", 3, 3),
        ("spec.odd-character", "张三", "张\x07三", 3, 15),
        ("story.bidi-control", "张三", "张\u202e三", 3, 15),
        ("spec.syntax", "people: {责编: 张三}", 'people: {责编: "张三}', 3, 14),
    ],
)
def test_faults_of_an_issue(folder: Folder, code: str, old: str, new: str, line: int, column: int) -> None:
    folder.change("issue.yaml", old, new)
    assert folder.load() is None
    assert (code, "issue.yaml", line, column) in folder.told()


def test_a_story_is_placed_once(folder: Folder) -> None:
    folder.change("layouts/small.yaml", "lines: 1-10,", "lines: 1-5,")
    folder.write("layouts/small.yaml", (folder.root / "layouts/small.yaml").read_text() + (
        "  foot: {columns: 1-2, lines: 6-10, head: {headline: head}}\n"
    ))  # fmt: skip
    folder.change("issue.yaml", "lead: one", "lead: one\n      foot: stories/one.md")
    assert folder.load() is None
    assert folder.told() == [("spec.story-twice", "issue.yaml", 9, 13)]


def test_pages_have_numbers_of_their_own(folder: Folder) -> None:
    folder.change("issue.yaml", "pages:", "pages:\n  - {page: 1, layout: small}")
    folder.load()
    assert ("spec.page-twice", "issue.yaml", 6, 11) in folder.told()


def test_an_empty_slot_is_a_warning(folder: Folder) -> None:
    folder.change("issue.yaml", "    stories:\n      lead: one\n", "")
    assert folder.load() is not None
    assert (folder.only().code, folder.only().severity) == ("spec.empty-slot", Severity.WARNING)


def test_a_missing_issue_asks_for_exit_code_3(tmp_path: Path) -> None:
    from printlayout.base.messages import message

    collector = Collector()
    assert load_issue(tmp_path, collector) is None
    assert [f.code for f in collector.findings] == ["spec.missing-file"]
    assert message("spec.missing-file").exit == 3


def test_a_link_out_of_the_folder_is_not_followed(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("x")
    (folder.root / "stories/two.md").symlink_to(tmp_path / "secret.md")
    folder.change("issue.yaml", "lead: one", "lead: two")
    assert folder.load() is None
    assert folder.codes() == ["spec.unsafe-path"]


def test_normalising_is_the_layouts_choice(folder: Folder) -> None:
    folder.write("stories/one.md", "---\nheadline: 标题\n---\n正文,一段。\n")
    issue = folder.load()
    assert issue is not None
    story = issue.pages[0].placements[0].story
    assert (story.body, story.normalised) == ("正文，一段。", 1)
    told = folder.only()
    assert (told.code, told.args) == ("story.normalised", {"name": "one", "count": "1"})
    folder.write("layouts/small.yaml", "normalise: false\n" + (folder.root / "layouts/small.yaml").read_text())
    issue = folder.load()
    assert issue is not None and issue.pages[0].placements[0].story.body == "正文,一段。"
