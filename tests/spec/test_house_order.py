"""``printlayout fmt``: keys in house order, and nothing else changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages import small
from printlayout.base.diagnostics import Collector
from printlayout.cli.main import run
from printlayout.spec.document import parse, plain
from printlayout.spec.house_order import in_order
from printlayout.spec.issue_keys import ISSUE
from printlayout.spec.layout_keys import LAYOUT

ROOT = Path(__file__).parents[2]


def layout(text: str) -> str:
    return in_order(text, LAYOUT, "x.yaml", Collector())


def issue(text: str) -> str:
    return in_order(text, ISSUE, "issue.yaml", Collector())


def test_lines_change_places_with_their_comments() -> None:
    assert issue(
        "# the head of the file stays\n"
        "date: 2023-01-13   # a Friday\n"
        "# the house\n"
        "# and its name\n"
        "paper: {name: 新报, code: xinbao}\n"
        "\n"
        "# all pages\n"
        "pages:\n"
        "  - stories: {lead: one}\n"
        "    # which one\n"
        "    page: 1\n"
        "    layout: small\n"
        "number: 第 1 期\n"
    ) == (
        "# the head of the file stays\n"
        "# the house\n"
        "# and its name\n"
        "paper: {name: 新报, code: xinbao}\n"
        "date: 2023-01-13   # a Friday\n"
        "number: 第 1 期\n"
        "\n"
        "# all pages\n"
        "pages:\n"
        "    # which one\n"
        "  - page: 1\n"
        "    layout: small\n"
        "    stories: {lead: one}\n"
    )


def test_braces_keep_their_commas_and_blanks() -> None:
    assert issue("paper: { code: 'x',  name: \"新报, 一\" }\n") == "paper: { name: \"新报, 一\",  code: 'x' }\n"
    assert (
        layout("grid: {leading: 15pt, columns: 2,\n  column: 10字}\n")
        == "grid: {columns: 2, column: 10字,\n  leading: 15pt}\n"
    )


def test_names_the_user_chose_stay_in_their_order() -> None:
    text = "styles:\n  z: {size: 9pt, face: 宋}\n  a: {face: 黑}\n"
    assert layout(text) == text.replace("size: 9pt, face: 宋", "face: 宋, size: 9pt")


@pytest.mark.parametrize(
    "text",
    [
        "date: 2023-01-13\npaper: {name: 新报, # why\n  code: x}\n",
        "date: &d 2023-01-13\nnumber: *d\n",
        "paper: {code: x,\n  # the name\n  name: 新报}\n",
    ],
)
def test_the_same_again(text: str) -> None:
    """What was put in order once stays so, and every character is still there."""
    once = issue(text)
    assert issue(once) == once
    assert sorted(once) == sorted(text)


def test_an_anchor_comes_before_its_alias() -> None:
    text = "number: &n 第 1 期\nedition: *n\npaper: {code: x, name: 新报}\n"
    assert "paper: {name: 新报, code: x}" in issue(text)
    swapped = "edition: &n 本埠\nnumber: *n\n"
    assert issue(swapped) == swapped  # in house order the alias would come first


def test_texts_that_look_like_comments_and_keys() -> None:
    text = "number: |\n  # no comment\n  date: none\ndate: 2023-01-13\n"
    assert issue(text) == "date: 2023-01-13\nnumber: |\n  # no comment\n  date: none\n"


def test_line_ends_of_windows_stay() -> None:
    assert issue("date: 2023-01-13\r\npaper: {name: 新报}\r\n") == "paper: {name: 新报}\r\ndate: 2023-01-13\r\n"


KEYS = st.permutations(
    [
        "# of the sheet\nsheet: {height: 80mm, width: 100mm}\n",
        "type-area: {lines: 10, top: 10mm}   # no comment of its own\n",
        "\n# the grid\n# in two lines\ngrid:\n  leading: 15pt\n\n  # columns\n  columns: 2\n  body: 10pt\n",
        "styles:\n  head: {size: 20pt, face: 宋 900}\n  # small\n  body:\n    size: 10pt\n    face: 宋 400\n",
        "furniture:\n  - kind: rule\n    y: 2mm\n    x: 1mm\n    name: r\n  - {y: 3mm, kind: fill}\n",
        "slots:\n  lead: {lines: 1-10, columns: 1-2, head: {headline: head}}\n\n",
    ]
)


@given(KEYS)
def test_any_order_becomes_one_order(parts: list[str]) -> None:
    """Nothing is lost, the keys come in one order whatever order they had, and once is enough."""
    text = "extends: broadsheet\n" + "".join(parts)
    made = layout(text)
    assert sorted(made.split("\n")) != [] and sorted(made.replace(" ", "")) == sorted(text.replace(" ", ""))
    assert layout(made) == made
    keys = [line.partition(":")[0] for line in made.split("\n") if line and line[0].isalpha()]
    assert keys == ["extends", "sheet", "type-area", "grid", "styles", "slots", "furniture"]
    for comment, key in (("# of the sheet", "sheet:"), ("# in two lines", "grid:"), ("  # columns", "  columns:")):
        lines = made.split("\n")
        assert lines[lines.index(comment) + 1].startswith(key)


@pytest.mark.parametrize("example", sorted(path.parent.name for path in ROOT.glob("examples/*/issue.yaml")))
def test_issues_mean_what_they_meant(example: str) -> None:
    """No character of any file of the examples and of the shipped layouts is lost, and nothing else is said."""
    from printlayout.spec.tidying import spec_files, tidy

    for file in (*spec_files(ROOT / "examples" / example), *spec_files(ROOT / "layouts"), *spec_files(ROOT)):
        collector = Collector()
        found = tidy(file, collector)
        assert found is not None, collector.findings
        assert sorted(found[0]) == sorted(found[1]), file
        if file.suffix == ".yaml":
            trees = [plain(node) for text in found if (node := parse(text, "", collector))]
            assert trees[0] == trees[1]


def test_the_page_is_the_same(tmp_path: Path) -> None:
    folder = small.write(tmp_path / "i", small.story(small.han(138)))
    (folder / "issue.yaml").write_text(
        "pages:\n  - stories:\n      lead: one\n    layout: small\n    page: 1\n"
        "date: 2023-01-13\npaper: {code: xinbao, name: 新报}\n",
        encoding="utf-8",
    )
    text = "---\npictures: []\nheadline: 标题\n---\n" + small.han(138) + "\n"
    (folder / "stories" / "one.md").write_text(text, encoding="utf-8")
    page = tmp_path / "out" / "xinbao-20230113-01.pdf"
    run(["build", str(folder), "--out", str(page.parent), "--quiet"])
    before = page.read_bytes()
    assert run(["fmt", str(folder), "--quiet"]) == 0
    assert run(["fmt", "--check", str(folder)]) == 0
    story = (folder / "stories" / "one.md").read_text(encoding="utf-8")
    assert story.startswith("---\nheadline: 标题\npictures: []\n---\n")
    run(["build", str(folder), "--out", str(page.parent), "--quiet"])
    assert page.read_bytes() == before


def test_check_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = small.write(tmp_path / "i", small.story(small.han(138)))
    mixed = "date: 2023-01-13\n" + small.ISSUE.replace("date: 2023-01-13\n", "")
    (folder / "issue.yaml").write_text(mixed, encoding="utf-8")
    assert run(["--lang", "zh", "fmt", "--check", str(folder)]) == 1
    assert "issue.yaml" in capsys.readouterr().out
    assert (folder / "issue.yaml").read_text(encoding="utf-8") == mixed


def test_broken_yaml_is_told_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = small.write(tmp_path / "i", small.story(small.han(138)))
    (folder / "issue.yaml").write_text("date: 2023-01-13\npaper: {name: 新报\n", encoding="utf-8")
    before = (folder / "issue.yaml").read_bytes()
    assert run(["fmt", str(folder)]) == 2
    assert "issue.yaml:3:1" in capsys.readouterr().err
    assert (folder / "issue.yaml").read_bytes() == before
    (tmp_path / "other.yaml").write_text("a: 1\n")
    assert run(["fmt", str(tmp_path / "other.yaml"), str(tmp_path / "none" / "issue.yaml")]) in (2, 3)
    assert "spec.no-order" in capsys.readouterr().err
