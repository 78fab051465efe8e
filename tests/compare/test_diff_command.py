"""``printlayout diff``: what a reviewer is told of two versions of a small issue."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from pages import small
from printlayout.cli.main import run

BODY = small.story(small.han(138))
"""14 lines of 10 characters, less the indent: the two columns are full."""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return small.write(tmp_path / "old", BODY)


def version(tmp_path: Path, text: str = BODY, layout: str = small.LAYOUT, **files: bytes) -> Path:
    return small.write(tmp_path / "new", text, layout, **files)


def diff(old: Path, new: Path, *more: str, lang: str = "zh") -> int:
    return run(["--lang", lang, "diff", str(old), str(new), "--jobs", "1", *more])


def told(old: Path, new: Path, capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, Any]:
    code = diff(old, new, "--format", "json", *more)
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert code == (0 if document["same"] else 1)
    return document


def changes(old: Path, new: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    (page,) = told(old, new, capsys)["pages"]
    assert page["state"] == "changed"
    return [(change["kind"], change["zh"]) for change in page["changes"]]


# -- same -------------------------------------------------------------------------------------------------------


def test_a_rebuild_is_the_same_by_its_bytes(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def rendered(*args: object) -> None:
        raise AssertionError("equal bytes are not looked at")

    monkeypatch.setattr("printlayout.compare.comparison.colour_pixels", rendered)
    document = told(old, version(tmp_path), capsys)
    assert [page["state"] for page in document["pages"]] == ["same"]


def test_other_bytes_that_look_the_same(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["build", str(old), "--out", str(tmp_path / "one"), "--quiet"])
    (tmp_path / "two").mkdir()
    with pikepdf.open(tmp_path / "one" / "xinbao-20230113-01.pdf") as pdf:
        pdf.save(tmp_path / "two" / "xinbao-20230113-01.pdf")
    document = told(tmp_path / "one", tmp_path / "two", capsys)
    assert (document["same"], document["pages"][0]["state"]) == (True, "alike")


def test_a_rule_somewhere_else_in_its_file_is_no_change(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    moved = "# a comment\n\n" + small.LAYOUT
    assert told(old, version(tmp_path, layout=moved), capsys)["same"]


# -- in words -----------------------------------------------------------------------------------------------------


def test_one_character_is_found_and_named(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = version(tmp_path, BODY.replace("孙", "逊", 1))
    (page,) = told(old, new, capsys)["pages"]
    (change,) = page["changes"]
    assert change["kind"] == "text-changed" and "“孙” → “逊”" in change["zh"] and "“孙” → “逊”" in change["en"]
    assert change["place"] == "stories/one.md:4:3"
    # the fifth cell of the first line: 2 字 indent, then 赵钱孙
    assert abs(change["new"][0] - (change["old"][0])) < 10 and change["new"][2] < 12_000
    assert len(page["places"]) == 1


def test_a_story_that_loses_lines(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = version(tmp_path, small.story(small.han(108)))  # 11 lines in place of 14
    found = dict(changes(old, new, capsys))
    assert found["lines-less"] == "lead 正文（one.md） 由 14 行变为 11 行，少 3 行"
    assert "text-removed" in found


def test_a_smaller_headline(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = version(tmp_path, layout=small.LAYOUT.replace("size: 20pt", "size: 18pt"))
    assert ("size", "lead 主题（one.md） 字号 20 pt → 18 pt (小二)") in changes(old, new, capsys)


def test_another_face_and_another_ink(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = small.LAYOUT.replace("{face: 宋 900, size: 20pt}", "{face: 黑 700, size: 20pt, ink: red}")
    found = dict(changes(old, version(tmp_path, layout=other + "inks: {red: {m: 100}}\n"), capsys))
    assert found["face"] == "lead 主题（one.md） 字体 宋-900 → 黑-700"
    assert found["ink"] == "lead 主题（one.md） 颜色 K100 → M100"


def test_another_story(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = version(tmp_path)
    text = small.NAMES[::-1] * 3
    (new / "stories" / "two.md").write_text(small.story(text[:138]), encoding="utf-8")
    (new / "issue.yaml").write_text(small.ISSUE.replace("lead: one", "lead: two"), encoding="utf-8")
    assert ("story-replaced", "lead 换稿：one.md → two.md") in changes(old, new, capsys)


def pictured(folder: Path, name: str, tone: int, caption: str = "图说") -> Path:
    layout = small.LAYOUT.replace(
        "head: {headline: head}}", "head: {headline: head}, pictures: [{columns: 1, line: 1, lines: 4}]}"
    )
    front = f"pictures:\n  - {{file: {name}, caption: {caption}}}\n"
    small.write(folder, small.story(small.han(88), front=front), layout)
    (folder / "pictures").mkdir(exist_ok=True)
    Image.new("RGB", (600, 400), (tone, 90, 90)).save(folder / "pictures" / name, quality=90)
    return folder


def test_pictures_that_are_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = pictured(tmp_path / "a", "one.jpg", 40)
    other, named = pictured(tmp_path / "b", "one.jpg", 200), pictured(tmp_path / "c", "two.jpg", 200)
    assert changes(old, other, capsys) == [("picture-other", "lead 图片 one.jpg 换了内容")]
    assert changes(old, named, capsys) == [("picture-replaced", "lead 换图：one.jpg → two.jpg")]


def test_rules_and_areas(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    band = "furniture:\n  - {name: band, kind: fill, ink: black, x: 10mm, y: 2mm, width: 40mm, height: 5mm}\n"
    found = changes(old, version(tmp_path, layout=small.LAYOUT + band), capsys)
    assert found == [("drawn", "线条和底色：去掉 0 件，新增 1 件")]


# -- pages --------------------------------------------------------------------------------------------------------

THREE = """\
paper: {name: 新报, code: xinbao}
date: 2023-01-13
pages:
  - {page: 1, layout: small, stories: {lead: one}}
  - {page: 2, layout: small, stories: {lead: two}}
"""


def test_pages_that_are_new_and_gone_and_of_another_day(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = version(tmp_path)
    for folder in (old, new):
        (folder / "stories" / "two.md").write_text(BODY.replace("标题", "又题"), encoding="utf-8")
    (old / "issue.yaml").write_text(THREE, encoding="utf-8")
    later = THREE.replace("page: 2", "page: 3").replace("page: 1", "page: 2").replace("01-13", "01-14")
    later = later.replace("lead: two", "lead: x").replace("lead: one", "lead: two").replace("lead: x", "lead: one")
    (new / "issue.yaml").write_text(later, encoding="utf-8")
    document = told(old, new, capsys)
    assert [(page["page"], page["state"]) for page in document["pages"]] == [
        ("xinbao-01", "gone"), ("xinbao-02", "alike"), ("xinbao-03", "new"),
    ]  # fmt: skip


def test_finished_files(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = version(tmp_path, BODY.replace("孙", "逊", 1))
    for folder in (old, new):
        run(["build", str(folder), "--out", str(folder / "out"), "--quiet"])
    file = "xinbao-20230113-01.pdf"
    for one, other in ((old / "out", new / "out"), (old / "out", new), (old / "out" / file, new / "out" / file)):
        (page,) = told(one, other, capsys)["pages"]
        (change,) = page["changes"]
        assert "“孙” → “逊”" in change["zh"] and len(page["places"]) == 1
    assert told(old / "out", old, capsys)["same"]
    assert told(old / "out" / file, old / "out", capsys)["same"]


def test_a_page_with_errors_is_compared_all_the_same(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = version(tmp_path, small.story(small.han(158)))  # two lines over
    (page,) = told(old, new, capsys)["pages"]
    assert (page["state"], page["sound"]) == ("changed", False)


# -- files and goldens --------------------------------------------------------------------------------------------


def test_what_is_written(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new, out = version(tmp_path, BODY.replace("孙", "逊", 1)), tmp_path / "out"
    assert diff(old, new, "--out", str(out), lang="en") == 1
    said = capsys.readouterr().out
    assert "1 page(s) changed, 0 new, 0 gone, 0 unchanged" in said and "stories/one.md:4:3" in said
    assert sorted(file.name for file in out.iterdir()) == ["diff.json", "index.html", "xinbao-20230113-01-diff.png"]
    before = {file.name: file.read_bytes() for file in out.iterdir()}
    diff(old, new, "--out", str(out), lang="en")
    assert before == {file.name: file.read_bytes() for file in out.iterdir()}


def test_goldens(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    golden = tmp_path / "golden"
    assert diff(golden, old, "--accept") == 0
    assert sorted(file.name for file in golden.iterdir()) == ["golden.json", "xinbao-01.pdf"]
    capsys.readouterr()
    assert told(golden, old, capsys)["same"]
    new = version(tmp_path, BODY.replace("孙", "逊", 1))
    (page,) = told(golden, new, capsys)["pages"]
    assert page["changes"][0]["place"] == "stories/one.md:4:3"  # what the display list knew is kept
    (new / "issue.yaml").write_text(small.ISSUE.replace("page: 1", "page: 2"), encoding="utf-8")
    assert diff(golden, new, "--accept") == 0
    assert sorted(file.name for file in golden.iterdir()) == ["golden.json", "xinbao-02.pdf"]
    assert diff(golden, new) == 0


def test_no_golden_from_pages_with_errors(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = version(tmp_path, small.story(small.han(158)))
    assert diff(tmp_path / "golden", new, "--accept") == 1
    assert "change.faulty" in capsys.readouterr().err
    assert not (tmp_path / "golden").exists()


def test_folders_that_are_no_golden_are_left_alone(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(old.rglob("*"))
    assert diff(old, old, "--accept") == 2
    assert "change.not-golden" in capsys.readouterr().err
    assert sorted(old.rglob("*")) == before


@pytest.mark.parametrize("kept", ["", "[]", '{"format": 9, "pages": {}}', '{"format": 1, "pages": {"x": {"size": 1}}}'])
def test_a_record_that_is_none(old: Path, kept: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    golden = tmp_path / "golden"
    diff(golden, old, "--accept")
    (golden / "golden.json").write_text(kept)
    assert diff(golden, old) == 2
    assert "change.record" in capsys.readouterr().err


def test_wrong_input(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "no.pdf").write_bytes(b"%PDF-1.4 nothing")
    for side, code in ((tmp_path / "empty", "change.nothing"), (tmp_path / "no.pdf", "change.unreadable")):
        assert diff(side, old) == 2
        assert code in capsys.readouterr().err
    assert diff(old, tmp_path / "nowhere") == 3
    shutil.rmtree(old / "layouts")
    assert diff(old, old) in (2, 3)
