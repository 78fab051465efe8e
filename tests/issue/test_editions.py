"""Editions 版本: what differs is made, what does not is shared; commands and records know them apart."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from pages import small
from printlayout.base.diagnostics import Collector
from printlayout.base.messages import hint, what
from printlayout.build import build, check
from printlayout.impose.files import of_folder, of_issue
from printlayout.job import make_page, open_fonts
from printlayout.model.issue import Issue
from printlayout.release.deliver import release
from printlayout.release.record import read_record
from printlayout.release.sign import Desk, sign, unsign
from printlayout.release.status import status
from printlayout.report import report
from printlayout.spec.issues import load_issue
from spec.conftest import Folder

from .conftest import ONE

DESK = Desk("李文", datetime(2023, 1, 13, 0, 41, tzinfo=UTC))
ISSUE = """\
paper: {name: 新报, code: xinbao}
date: 2023-01-13
edition: 本埠
vars: {price: 1元}
pages:
  - page: 1
    section: 要闻
    layout: one
    stories: {lead: a}
  - page: 2
    layout: one
    stories: {lead: b}
  - page: 3
    layout: one
    stories: {lead: c}
editions:
  wb:
    name: 外埠
    pages:
      - page: 1
        stories: {lead: d}
      - page: 3
        section: 外埠新闻
  gw:
    name: 国外
    pages:
      - page: 1
        stories: {lead: d}
"""


@pytest.fixture
def house(folder: Folder) -> Folder:
    folder.write("issue.yaml", ISSUE)
    folder.write("layouts/one.yaml", ONE)
    for n, name in enumerate("abcd"):
        folder.write(f"stories/{name}.md", small.story(small.han(138 - n)))
    return folder


def issue_of(house: Folder, edition: str = "", *pages: int) -> Issue:
    collector = Collector()
    issue = load_issue(house.root, collector, set(pages) or None, edition)
    assert issue is not None, collector.findings
    return issue


def stems(issue: Issue) -> list[str]:
    return [issue.file_stem(page).removeprefix("xinbao-20230113-") for page in issue.pages]


def test_only_what_differs_is_a_page_of_its_own(house: Folder) -> None:
    """Page 1 of the second and third edition is the same page, made once under the code of the first of them."""
    issue = issue_of(house)
    assert stems(issue) == ["01", "02", "03", "wb-01", "wb-03"]
    assert [page.editions for page in issue.pages] == [("",), ("", "wb", "gw"), ("", "gw"), ("wb", "gw"), ("wb",)]
    assert [page.placements[0].story.name for page in issue.pages] == ["a", "b", "c", "d", "c"]
    assert [issue.edition_of(page) for page in issue.pages[1:3]] == ["本埠、外埠、国外", "本埠、国外"]


def test_one_edition_by_name_or_code(house: Folder) -> None:
    for said in ("外埠", "wb"):
        assert stems(issue_of(house, said)) == ["wb-01", "02", "wb-03"]
        assert [page.section for page in issue_of(house, said).pages] == ["要闻", "", "外埠新闻"]
    assert stems(issue_of(house, "本埠", 1)) == ["01"]
    collector = Collector()
    assert load_issue(house.root, collector, None, "外阜") is None
    assert [f.code for f in collector.findings] == ["edition.unknown"]


def test_a_shared_page_keeps_its_file_when_one_edition_is_built(house: Folder, tmp_path: Path) -> None:
    """The file of a shared page stands once, whichever edition is asked for."""
    first = build(house.root, tmp_path)
    assert sorted(file.name.removeprefix("xinbao-20230113-") for file in first.files) == [
        "01.pdf", "02.pdf", "03.pdf", "gw-proof.pdf", "proof.pdf", "wb-01.pdf", "wb-03.pdf", "wb-proof.pdf"
    ]  # fmt: skip
    second = build(house.root, tmp_path, edition="外埠")
    assert sorted(file.name.removeprefix("xinbao-20230113-") for file in second.files) == [
        "02.pdf", "wb-01.pdf", "wb-03.pdf", "wb-proof.pdf"
    ]  # fmt: skip
    with pikepdf.open(tmp_path / "xinbao-20230113-wb-proof.pdf") as pdf:
        assert len(pdf.pages) == 3
    told = {page["pdf"]: page["editions"] for page in report(first, tmp_path, "zh")["pages"]}
    assert told["xinbao-20230113-02.pdf"] == ["本埠", "外埠", "国外"] and told["xinbao-20230113-wb-03.pdf"] == ["外埠"]


def test_a_variable_makes_a_difference_only_where_furniture_names_it(house: Folder) -> None:
    house.change("issue.yaml", "    name: 国外\n", "    name: 国外\n    vars: {price: 2元}\n")
    assert stems(issue_of(house)) == ["01", "02", "03", "wb-01", "wb-03"]
    house.write("layouts/one.yaml", ONE.replace("{date}", "{date}　{price}"))
    assert stems(issue_of(house)) == ["01", "02", "03", "wb-01", "wb-03", "gw-01", "gw-02", "gw-03"]
    house.write("layouts/one.yaml", ONE.replace("{date}", "{edition}"))
    assert len(stems(issue_of(house))) == 9


def test_with_a_layout_it_is_a_page_of_its_own(house: Folder) -> None:
    house.write("layouts/other.yaml", "extends: one\n")
    house.change("issue.yaml", "        section: 外埠新闻\n", "        layout: other\n        stories: {lead: d2}\n")
    house.write("stories/d2.md", small.story(small.han(98)))
    page = issue_of(house, "wb").pages[2]
    assert (page.layout.name, page.section, page.placements[0].story.name) == ("other", "", "d2")


@pytest.mark.parametrize(
    ("code", "old", "new", "line"),
    [
        ("edition.no-page", "      - page: 3\n        section: 外", "      - page: 4\n        section: 外", 22),
        ("edition.no-page", "      - page: 3\n        section: 外", "      - page: 2-3\n        section: 外", 22),
        ("edition.page-twice", "      - page: 3\n        section: 外", "      - page: 1\n        section: 外", 22),
        ("edition.code", "  wb:", "  1b:", 17),
        ("edition.name-twice", "name: 国外", "name: 外埠", 25),
        ("edition.name-twice", "name: 国外", "name: 本埠", 25),
        ("edition.own-name", "edition: 本埠\n", "", 16),
        ("edition.nothing-there", "    name: 外埠", "    name: 外埠\n    vars: {prise: 2元}", 19),
        ("edition.nothing-there", "        section: 外埠新闻", "        stories: {led: }", 23),
        ("edition.nothing-there", "        section: 外埠新闻", "        people: {责编: 张三}", 23),
        ("spec.unknown-name", "        section: 外埠新闻", "        stories: {led: c}", 23),
        ("spec.unknown-key", "        section: 外埠新闻", "        sektion: 外埠新闻", 23),
        ("spec.missing-story", "        section: 外埠新闻", "        stories: {lead: nobody}", 23),
        ("spec.story-twice", "        section: 外埠新闻", "        stories: {lead: b}", 23),
        ("spec.missing-key", "    name: 国外\n", "", 25),
    ],
)
def test_faults_are_told_at_their_place(house: Folder, code: str, old: str, new: str, line: int) -> None:
    house.change("issue.yaml", old, new)
    assert house.load() is None
    found = [f for f in house.collector.findings if f.code == code]
    assert found and found[0].span.line == line, house.told()
    for lang in ("zh", "en"):
        assert "{" not in what(found[0], lang) + hint(found[0], lang)


def test_check_covers_every_edition(house: Folder) -> None:
    house.write("stories/d.md", small.story(small.han(338)))
    _, findings = check(house.root)
    assert [f.args["story"] for f in findings if f.code == "layout.overset"] == ["d"]
    _, findings = check(house.root, None, "本埠")
    assert not [f for f in findings if f.code == "layout.overset"]


def test_signed_and_released_by_edition(house: Folder, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(house.root, out)
    fonts = open_fonts(house.root, Collector())
    collector = Collector()
    made = sign(issue_of(house), out, DESK, lambda i, p: make_page(i, p, fonts), fonts, collector)
    assert [(event.edition, event.page) for event in made] == [("", 1), ("", 2), ("", 3), ("wb", 1), ("wb", 3)]
    record = read_record(house.root, collector)
    assert record is not None and record.pages == (("", 1), ("", 2), ("", 3), ("wb", 1), ("wb", 3))
    sent, _ = release(issue_of(house), out, tmp_path / "all", DESK, collector)
    assert [one.name.removeprefix("xinbao-20230113-") for one in sent] == [
        "01.pdf", "02.pdf", "03.pdf", "wb-01.pdf", "wb-03.pdf"
    ]  # fmt: skip
    sent, _ = release(issue_of(house, "外埠"), out, tmp_path / "wb", DESK, collector)
    assert [one.name.removeprefix("xinbao-20230113-") for one in sent] == ["01.pdf", "02.pdf", "03.pdf"]
    manifest = json.loads((tmp_path / "wb" / "manifest.json").read_text())
    assert manifest["edition"] == "外埠" and [entry["page"] for entry in manifest["files"]] == [1, 2, 3]
    assert collector.findings == []
    # what an edition changes holds its own page back, and no other
    house.change("issue.yaml", "section: 外埠新闻", "section: 外埠")
    told = [f.args for f in build(house.root, out).findings if f.code == "release.signed-changed"]
    assert [(args["page"], args["changed"]) for args in told] == [("03", "issue.yaml edition wb page 03")]
    issue = issue_of(house)
    rows = status(issue, out, [make_page(issue, page, fonts) for page in issue.pages], fonts, Collector())
    assert [(row.edition, row.page, row.signed) for row in rows][-2:] == [("wb", 1, "signed"), ("wb", 3, "changed")]
    back = unsign(house.root, [1], DESK, "换题", collector, "wb")
    assert [(event.edition, event.page) for event in back] == [("wb", 1)]
    back = unsign(house.root, [3], DESK, "换题", collector)
    assert [(event.edition, event.page) for event in back] == [("", 3), ("wb", 3)]


def test_imposed_by_edition(house: Folder, tmp_path: Path) -> None:
    build(house.root, tmp_path)
    names = {n: file.name for n, file in of_issue(issue_of(house, "wb"), tmp_path).files.items()}
    assert names == {
        1: "xinbao-20230113-wb-01.pdf", 2: "xinbao-20230113-02.pdf", 3: "xinbao-20230113-wb-03.pdf"
    }  # fmt: skip
    assert of_issue(issue_of(house), tmp_path).files[1].name == "xinbao-20230113-01.pdf"
    collector = Collector()
    found = of_folder(tmp_path, collector, "wb")
    assert found is not None and {n: file.name for n, file in found.files.items()} == names
    own = of_folder(tmp_path, collector)
    assert own is not None and sorted(file.name for file in own.files.values()) == [
        f"xinbao-20230113-0{n}.pdf" for n in (1, 2, 3)
    ]


def test_the_proof_of_an_edition_has_its_pages_in_order(house: Folder, tmp_path: Path) -> None:
    """Page 2 is shared and was made before the edition's own page 1; it is bound behind it all the same."""
    import pypdfium2 as pdfium

    build(house.root, tmp_path)
    with pdfium.PdfDocument((tmp_path / "xinbao-20230113-wb-proof.pdf").read_bytes()) as pdf:
        said = [page.get_textpage().get_text_bounded().replace(" ", "") for page in pdf]
    assert [next(n for n in (1, 2, 3) if f"第0{n}版" in text) for text in said] == [1, 2, 3]
