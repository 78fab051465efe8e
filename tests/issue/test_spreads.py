"""Spreads 通版: one page across the gutter, from the folio in issue.yaml to the printing pair."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from pages import small
from printlayout.base.diagnostics import Collector
from printlayout.base.messages import hint, what
from printlayout.build import build
from printlayout.impose.files import of_folder, of_issue, sections_of
from printlayout.impose.sheets import Imposed, impose
from printlayout.job import make_page, open_fonts, set_page
from printlayout.model.built import BuiltPage
from printlayout.model.display import DisplayList, Glyphs, Line
from printlayout.model.issue import Issue, Section
from printlayout.release.deliver import release
from printlayout.release.record import read_record
from printlayout.release.sign import Desk, sign, unsign
from printlayout.release.status import status, status_json
from printlayout.report import report
from spec.conftest import Folder

from .conftest import ACROSS

PAGE = 283_465
LEFT = 36_732
DESK = Desk("李文", datetime(2023, 1, 13, 0, 41, tzinfo=UTC))


def issue_of(folder: Folder, *pages: int) -> Issue:
    issue = folder.load(set(pages) or None)
    assert issue is not None, folder.collector.findings
    return issue


def spread_of(folder: Folder) -> tuple[Issue, BuiltPage]:
    issue = issue_of(folder, 4)
    return issue, set_page(issue, issue.pages[0], open_fonts(Path(issue.root), Collector()))


def shown(built: BuiltPage) -> DisplayList:
    assert built.display is not None, built.findings
    return built.display


def words(page: DisplayList) -> dict[str, int]:
    """Furniture: what is said, and where it begins."""
    items = [i for g in page.groups if g.kind == "furniture" for i in g.items if isinstance(i, Glyphs)]
    return {item.text: item.x for item in items}


def codes(built: BuiltPage) -> list[str]:
    return [f.code for f in built.findings if not f.code.startswith("layout.")]


def test_a_spread_is_two_sheets_wide_and_its_columns_count_on(folder: Folder) -> None:
    """Left type area 36.732 … 246.732, right one 320.197 … 530.197: a gutter of 73.465 between them."""
    page = issue_of(folder, 4).pages[0]
    grid = page.layout.grid
    assert (page.number, page.last, page.folio.said) == (4, 5, "04-05")
    assert (page.layout.width, grid.columns, grid.half, grid.fold) == (2 * PAGE, 4, 2, 73_465 + 1)
    assert [grid.x(column) for column in (1, 2, 3, 4)] == [LEFT, LEFT + 110_000, 320_198, 430_198]
    assert [grid.span_width(2), grid.span_width(2, 2), grid.span_width(4)] == [210_000, 273_466, 493_466]


def test_a_stated_gutter_moves_the_type_areas(folder: Folder) -> None:
    """Two of 210 pt and 20 pt between them, in the middle of 566.930: 63.465 from either edge."""
    folder.change("layouts/across.yaml", "spread: true", "spread: {gutter: 20pt}")
    grid = issue_of(folder, 4).pages[0].layout.grid
    assert [grid.x(column) for column in (1, 2, 3, 4)] == [63_465, 173_465, 293_465, 403_465]
    assert grid.width == 440_000


def test_variables_and_the_furniture_of_both_pages(folder: Folder) -> None:
    """What one page has stands on each, as far from its type area as there; 70 mm are 198.425."""
    issue, built = spread_of(folder)
    variables = issue.pages[0].variables
    assert (variables["page"], variables["page-left"], variables["page-right"]) == ("04", "04", "05")
    said = words(shown(built))
    assert said["第04版"] == LEFT and said["第05版"] == 320_198
    years = [item.x for g in shown(built).groups if g.kind == "furniture" for item in g.items
             if isinstance(item, Glyphs) and item.text.startswith("2023")]  # fmt: skip
    assert years == [198_425, 198_425 + 320_198 - LEFT]


def test_furniture_across_both_pages(folder: Folder) -> None:
    folder.change("layouts/across.yaml", "spread: true", """\
spread: true
furniture:
  - {name: folio, each: false, columns: 2-3, text: "{page-left}—{page-right}版"}""")  # fmt: skip
    _, built = spread_of(folder)
    assert "04—05版" in words(shown(built)) and "第04版" not in words(shown(built))
    assert codes(built) == []


def test_text_runs_over_the_gutter_in_whole_columns(folder: Folder) -> None:
    """278 characters are 28 lines of 10 (two are the indent): four columns of 7 under the headline."""
    _, built = spread_of(folder)
    runs = [i for g in shown(built).groups if g.kind == "story" for i in g.items if isinstance(i, Glyphs)]
    body = [run for run in runs if run.size == 10_000]
    assert [sum(run.x in (x, x + 20_000) for run in body) for x in (LEFT, 146_732, 320_198, 430_198)] == [7] * 4
    assert built.copyfit[0].lines == 28 and built.copyfit[0].overset_lines == 0


def test_no_column_rule_on_the_fold(folder: Folder) -> None:
    folder.change("layouts/across.yaml", "headline: head}", "headline: head}, column-rule: {width: 0.3pt, ink: black}")
    _, built = spread_of(folder)
    rules = [i for g in shown(built).groups if g.name == "lead" for i in g.items if isinstance(i, Line)]
    assert [rule.x1 for rule in rules] == [LEFT + 105_000, 320_198 + 105_000]


@pytest.mark.parametrize(
    ("code", "file", "old", "new", "line"),
    [
        ("spread.pair", "issue.yaml", "page: 4-5", "page: 4-6", 8),
        ("spread.pair", "issue.yaml", "page: 4-5", "page: 5-4", 8),
        ("spread.odd", "issue.yaml", "page: 4-5", "page: 5-6", 8),
        ("spec.out-of-range", "issue.yaml", "page: 4-5", "page: 4-0", 8),
        ("spec.out-of-range", "issue.yaml", "page: 3", "page: 0", 4),
        ("spec.bad-value", "issue.yaml", "page: 4-5", "page: 4-5-6", 8),
        ("spread.layout", "issue.yaml", "layout: across", "layout: one", 10),
        ("spread.page", "issue.yaml", "page: 4-5", "page: 4", 8),
        ("spec.page-twice", "issue.yaml", "page: 3", "page: 5", 8),
        ("spec.outside-grid", "layouts/across.yaml", "columns: 1-4, lines", "columns: 1-5, lines", 4),
        ("spec.outside-sheet", "layouts/one.yaml", "{top: 10mm", "{left: 30mm, top: 10mm", 2),
        ("spec.outside-sheet", "layouts/across.yaml", "true", "{gutter: 60mm}", 2),
        ("spec.bad-value", "layouts/across.yaml", "true", "通", 2),
    ],
)
def test_faults_are_told_at_their_place(
    folder: Folder, code: str, file: str, old: str, new: str, line: int
) -> None:  # fmt: skip
    folder.change(file, old, new)
    assert folder.load() is None
    errors = [f for f in folder.collector.findings if f.severity.name == "ERROR"]
    assert code in [f.code for f in errors]
    told = next(f for f in errors if f.code == code)
    assert told.span.line == line
    for lang in ("zh", "en"):
        assert "{" not in what(told, lang) + hint(told, lang)


def test_either_folio_finds_it(folder: Folder) -> None:
    for asked in ((4,), (5,), (4, 5)):
        assert [page.folio.said for page in issue_of(folder, *asked).pages] == ["04-05"]
    assert folder.load({6}) is None and folder.codes() == ["spec.unknown-page"]


def test_a_paper_bound_on_the_right_has_the_later_page_on_the_left(folder: Folder) -> None:
    folder.change("issue.yaml", "pages:", "sections: [{pages: 1-8, binding: 右}]\npages:")
    variables = issue_of(folder, 4).pages[0].variables
    assert (variables["page"], variables["page-left"], variables["page-right"]) == ("04", "05", "04")


def test_folios_are_checked_on_both_pages(folder: Folder) -> None:
    _, built = spread_of(folder)
    assert codes(built) == []
    for text, wanted in (("第{page-left}版", "preflight.half-folio"), ("第07版", "preflight.wrong-folio")):
        folder.change(
            "layouts/across.yaml", "spread: true", f"spread: true\nfurniture: [{{name: folio, text: '{text}'}}]"
        )
        assert codes(spread_of(folder)[1]) == [wanted]
        folder.write("layouts/across.yaml", ACROSS)


def test_a_character_on_the_fold_is_told(folder: Folder) -> None:
    """An odd count of characters in the middle of the sheet: the third of five stands on the fold."""
    folder.change(
        "layouts/one.yaml", "head: {face: 宋 900, size: 20pt}", "head: {face: 宋 900, size: 20pt, align: center}"
    )
    folder.write("stories/four.md", small.story(small.han(278)).replace("标题", "五个字标题"))
    _, built = spread_of(folder)
    found = [f for f in built.findings if f.code == "preflight.text-on-fold"]
    assert [(f.args["text"], Path(f.span.file).name, f.span.line) for f in found] == [("字", "four.md", 2)]
    folder.write("stories/four.md", small.story(small.han(278)).replace("标题", "四个标题"))
    _, built = spread_of(folder)
    assert "preflight.text-on-fold" not in codes(built)


def test_marks_at_the_fold_and_in_the_middle_of_each_page(folder: Folder) -> None:
    """Fold at 283.465; registration marks at a quarter and three quarters of 566.930."""
    folder.change("layouts/one.yaml", "height: 80mm}", "height: 80mm, marks: true, bleed: 3mm}")
    _, built = spread_of(folder)
    marks = [i for g in shown(built).groups if g.name == "press" for i in g.items if isinstance(i, Line)]
    dashed = [line for line in marks if line.dash]
    assert [(line.x1, line.x2, line.y1) for line in dashed] == [
        (PAGE, PAGE, -8_504), (PAGE, PAGE, 226_772 + 8_504)
    ]  # fmt: skip
    upright = sorted({line.x1 for line in marks if line.x1 == line.x2 and not line.dash})
    assert 141_732 in upright and 425_197 in upright and PAGE not in upright


def test_the_file_its_name_boxes_report_and_metadata(folder: Folder, tmp_path: Path) -> None:
    built = build(folder.root, tmp_path / "out")
    assert [file.name for file in built.files] == [
        "xinbao-20230113-03.pdf", "xinbao-20230113-04-05.pdf", "xinbao-20230113-proof.pdf"
    ]  # fmt: skip
    with pikepdf.open(built.files[1]) as pdf:
        assert len(pdf.pages) == 1
        boxes = [[float(v) for v in pdf.pages[0][box]] for box in ("/TrimBox", "/BleedBox", "/MediaBox")]
        assert boxes[0][2] - boxes[0][0] == pytest.approx(566.929, abs=0.002)
        assert boxes[0][3] - boxes[0][1] == pytest.approx(226.772, abs=0.002)
        assert all(boxes[1][n] <= boxes[0][n] for n in (0, 1)) and all(boxes[1][n] >= boxes[0][n] for n in (2, 3))
    told = report(built, tmp_path / "out", "zh")["pages"]
    assert [(page["page"], page["folios"], page["pdf"]) for page in told] == [
        (3, [3], "xinbao-20230113-03.pdf"), (4, [4, 5], "xinbao-20230113-04-05.pdf")
    ]  # fmt: skip
    assert built.pages[1].display is not None
    assert built.pages[1].display.title == "新报 2023-01-13 04-05 专题"


def test_signed_released_and_taken_back_by_either_folio(folder: Folder, tmp_path: Path) -> None:
    out, to = tmp_path / "out", tmp_path / "plant"
    build(folder.root, out)
    fonts = open_fonts(folder.root, Collector())
    collector = Collector()
    made = sign(issue_of(folder, 5), out, DESK, lambda i, p: make_page(i, p, fonts), fonts, collector)
    assert [(event.page, event.last, event.file) for event in made] == [(4, 5, "xinbao-20230113-04-05.pdf")]
    assert "page: 4-5\n" in (folder.root / "signed.yaml").read_text()
    record = read_record(folder.root, collector)
    assert record is not None and record.signed(4) == record.signed(5) is not None
    sent, _ = release(issue_of(folder, 4), out, to, DESK, collector, whole=False)
    assert [one.name for one in sent] == ["xinbao-20230113-04-05.pdf"]
    assert json.loads((to / "manifest.json").read_text())["files"][0]["folios"] == [4, 5]
    issue = issue_of(folder, 4)
    row = status(issue, out, [make_page(issue, issue.pages[0], fonts)], fonts, collector)[0]
    assert (row.folio.said, row.built, row.signed, row.released) == ("04-05", "current", "signed", "released")
    assert status_json(row)["folios"] == [4, 5]
    assert collector.findings == []
    folder.change("issue.yaml", "section: 专题", "section: 特刊")
    held = [f for f in build(folder.root, out).findings if f.code == "release.signed-changed"]
    assert [(f.args["page"], "issue.yaml page 04-05" in f.args["changed"]) for f in held] == [("04-05", True)]
    back = unsign(folder.root, [4, 5], DESK, "换题", collector)
    assert [(event.page, event.last, event.action) for event in back] == [(4, 5, "unsigned")]


EIGHT = "  - {{page: {0}, layout: one, stories: {{lead: s{0}}}}}\n"


def eight(folder: Folder, spread: int = 4) -> Issue:
    """Eight pages, one pair of them a spread."""
    pages = ""
    for n in range(1, 9):
        if n == spread:
            pages += f"  - {{page: {n}-{n + 1}, layout: across, stories: {{lead: four}}}}\n"
        elif n != spread + 1:
            pages += EIGHT.format(n)
            folder.write(f"stories/s{n}.md", small.story(small.han(138 - n)))
    folder.write("issue.yaml", "paper: {name: 新报, code: xinbao}\ndate: 2023-01-13\npages:\n" + pages)
    return issue_of(folder)


def imposed(
    folder: Folder, out: Path, issue: Issue, fold: str = "nested", creep: int = 0
) -> tuple[Imposed | None, Collector]:
    collector = Collector()
    files = of_issue(issue, out)
    chosen = [
        Section(s.name, s.pages, fold, creep, span=s.span) for s in sections_of(files.files, issue.sections, collector)
    ]
    return impose(files.files, chosen, files.title, files.day, files.stem, collector), collector


def test_imposed_as_the_pair_it_is(folder: Folder, tmp_path: Path) -> None:
    """In eight nested pages 4 and 5 lie side by side in the middle: one form, 566.93 pt wide, drawn once."""
    issue = eight(folder)
    build(folder.root, tmp_path)
    made, collector = imposed(folder, tmp_path, issue)
    assert made is not None and collector.findings == []
    assert [pair.label for pair in made.pairs] == ["8-1", "2-7", "6-3", "4-5"]
    places = {place.page: float(place.x) for place in made.places}
    assert places[5] - places[4] == pytest.approx(283.465, abs=0.002) and places[4] == places[8]
    from io import BytesIO

    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        sheet = pdf.pages[3]
        assert list(sheet.Resources.XObject.keys()) == ["/P4"]
        assert sheet.Contents.read_bytes().count(b" Do") == 1
        assert [float(a) for a in sheet.TrimBox] == [float(a) for a in pdf.pages[0].TrimBox]
    again = of_folder(tmp_path, collector)
    assert again is not None and again.files[4] == again.files[5] and sorted(again.files) == list(range(1, 9))


def test_a_spread_that_creeps_moves_page_by_page(folder: Folder, tmp_path: Path) -> None:
    """The inner of two stitched sheets: each half moves 0.283 pt towards the fold."""
    issue = eight(folder)
    build(folder.root, tmp_path)
    made, _ = imposed(folder, tmp_path, issue, "stitched", 283)
    assert made is not None
    places = {place.page: float(place.x) for place in made.places}
    assert places[4] - places[8] == pytest.approx(0.283) and places[1] - places[5] == pytest.approx(0.283)
    from io import BytesIO

    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        assert pdf.pages[3].Contents.read_bytes().count(b"/P4 Do") == 2


def test_a_spread_on_two_sheets_of_paper_is_refused(folder: Folder, tmp_path: Path) -> None:
    issue = eight(folder, spread=2)
    build(folder.root, tmp_path)
    made, collector = imposed(folder, tmp_path, issue)
    assert made is None
    told = [(f.code, f.args["page"], f.args["one"], f.args["beside"], f.args["pairs"]) for f in collector.findings]
    assert told == [("release.impose-spread", "02-03", "02", "07", "4-5")]
    for fold in ("loose", "spreads"):
        made, collector = imposed(folder, tmp_path, issue, fold)
        assert made is not None and collector.findings == []
