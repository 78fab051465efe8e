"""Tables in stories: every cell with its place, and whatever is wrong with them told where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printlayout.model.table import Table

from .test_stories import story


def table(text: str, root: Path = Path("/nowhere")) -> tuple[Table, list[tuple[str, int, int]]]:
    """The one table of a story; its rows begin on line 5."""
    made, told = story(f"```表格\n{text}\n```\n", root=root)
    (block,) = made.blocks
    assert block.kind == "table" and block.table is not None
    return block.table, told


def faults(text: str, root: Path = Path("/nowhere")) -> list[tuple[str, int, int]]:
    return [one for one in story(f"```表格\n{text}\n```\n", root=root)[1] if one[0] != "story.empty"]


def cells(made: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in made.rows]


def test_rows_alone_are_a_table_whose_first_one_is_the_head() -> None:
    made, told = table("名次,球队,积分\n1, 江城 ,30\n")
    assert told == []
    assert cells(made) == [["名次", "球队", "积分"], ["1", "江城", "30"]]
    assert [row.kind for row in made.rows] == ["head", "body"]
    places = [(c.runs[0].span.line, c.runs[0].span.column) for c in made.rows[1].cells]
    assert places == [(6, 1), (6, 4), (6, 8)]


def test_settings_then_rows() -> None:
    made, told = table(
        "title: 积分榜\ncolumns: [2字 右, 1份 均排, {width: 12mm, align: 小数点, style: strong}]\nlook: league\n"
        "header: 0\nfooter: 1\nnotes: [甲, 乙]\nsource: 丙\nacross: 1-2\nplace: 下\n---\n1,江城,30\n合计,,30"
    )
    assert told == []
    assert [(c.align, c.share, c.style) for c in made.columns] == [
        ("right", 0, ""), ("even", 1, ""), ("decimal", 0, "strong")
    ]  # fmt: skip
    assert made.columns[0].length is not None and made.columns[0].length.mpt(8000) == 16_000
    assert [row.kind for row in made.rows] == ["body", "foot"]
    assert (made.look, made.across, made.place) == ("league", (1, 2), "foot")
    assert made.text == "积分榜\n1\n江城\n30\n合计\n30\n甲\n乙\n丙"


def test_columns_line_up_by_what_stands_in_them() -> None:
    made, _ = table("队,比分,率\n甲,2:1,3.5%\n乙,0:0,—\n丙,1:3,12%")
    assert [column.align for column in made.columns] == ["left", "score", "decimal"]


def test_groups_rules_and_joined_cells() -> None:
    made, told = table("header: 2\n---\n团,奖牌,<\n^,金,银\n## 甲组\n师大,1,2\n---\n体校,3,4")
    assert told == []
    assert [(row.kind, row.ruled) for row in made.rows] == [
        ("head", False), ("head", False), ("group", False), ("body", False), ("body", True)
    ]  # fmt: skip
    joined = {c.text: (c.column, c.columns, c.rows) for row in made.rows for c in row.cells}
    assert joined["团"] == (0, 1, 2)
    assert joined["奖牌"] == (1, 2, 1)
    assert joined["甲组"] == (0, 3, 1)


def test_quoted_cells_hold_commas_quotes_and_lines() -> None:
    made, told = table('名,价\n"甲,""乙""",  "1,280"\n"上\n下",2')
    assert told == []
    assert cells(made)[1:] == [['甲,"乙"', "1,280"], ["上\n下", "2"]]
    last = made.rows[2].cells[0].runs[-1]
    assert (last.text, last.span.line, last.span.column) == ("下", 8, 1)


def test_tabs_as_spreadsheets_paste_them_and_empty_cells_at_the_end() -> None:
    made, told = table("名\t价\t\n甲，乙\t2\t\t")
    assert told == []
    assert cells(made) == [["名", "价"], ["甲，乙", "2"]]


def test_marks_in_cells() -> None:
    made, told = table("名,**价**\n[李荣]{均排 3},\\<")
    assert told == []
    runs = [cell.runs[0] for row in made.rows for cell in row.cells]
    assert [(r.text, r.role, r.mark) for r in runs] == [
        ("名", "text", ""), ("价", "strong", ""), ("李荣", "text", "even"), ("<", "text", "")
    ]  # fmt: skip


def test_rows_as_yaml() -> None:
    made, told = table("columns: [1份, 右]\nrows:\n  - [名, 价]\n  - '## 组'\n  - ['甲, 乙', 2]\n  - [丙, '']\n")
    assert told == []
    assert cells(made) == [["名", "价"], ["组"], ["甲, 乙", "2"], ["丙", ""]]


def test_rows_in_a_csv_file_and_in_a_yaml_file(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "a.csv").write_text("名,价\n甲,2\n", encoding="utf-8")
    (tmp_path / "tables" / "b.yaml").write_text("title: 表\nlook: x\nrows: [[名, 价], [甲, 2]]\n", encoding="utf-8")
    for name in ("a.csv", "b.yaml"):
        made, told = table(f"file: {name}\nlook: y\n---\n", tmp_path)
        assert told == []
        assert cells(made) == [["名", "价"], ["甲", "2"]]
        assert made.look == "y"
        assert made.rows[1].cells[1].runs[0].span.file.endswith(name)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", [("table.empty", 4, 1)]),
        ("title: 甲\n---\n", [("table.empty", 4, 1)]),
        ("甲,乙\n1,2,3\n4", [("table.row-length", 6, 5), ("table.row-length", 7, 1)]),
        ("columns: [左, 右]\n---\n甲,乙\n1,2,3\n4", [("table.row-length", 8, 5), ("table.row-length", 9, 1)]),
        ('甲,乙\n"1,2\n', [("table.unclosed-quote", 6, 1), ("table.row-length", 6, 1)]),
        ('甲,乙\n"1" 2,3', [("table.after-quote", 6, 4)]),
        ("<,乙\n^,2", [("table.nothing-to-join", 5, 1), ("table.nothing-to-join", 6, 1)]),
        ("甲,**乙\n1,2", [("story.unbalanced-strong", 5, 3)]),
        ("columns: [3字右, 2x]\n---\n甲,乙", [("spec.bad-value", 5, 11), ("spec.bad-value", 5, 16)]),
        ("colums: 1\n---\n甲,乙", [("spec.unknown-key", 5, 1)]),
        ("file: 无.csv\n---\n", [("table.missing-file", 5, 7), ("table.empty", 4, 1)]),
        ("file: a.csv\n---\n甲", [("table.two-sources", 5, 7)]),
        ("甲," * 40 + "乙", [("table.too-many-columns", 4, 1)]),
    ],
)
def test_faults_are_told_where_they_stand(text: str, told: list[tuple[str, int, int]], tmp_path: Path) -> None:
    assert faults(text, tmp_path) == told


def test_a_table_that_does_not_end_is_told_and_kept() -> None:
    made, told = story("甲\n\n```table\n乙,丙\n")
    assert told == [("table.unclosed", 6, 1)]
    assert [block.kind for block in made.blocks] == ["para", "table"]


def test_cells_are_normalised_numbers_get_a_minus_sign() -> None:
    from printlayout.spec.stories import normalised

    made, _ = story("```表格\n名,跌,比\n他说:好,-3.2,2:1\n```\n")
    table = normalised(made).blocks[0].table
    assert table is not None
    assert cells(table)[1] == ["他说：好", "−3.2", "2:1"]


PIECES = ("甲", "1", ",", "\t", "\n", '"', "<", "^", "## ", "---", "-3.2", "2:1", "**", "[甲]{均排 3}", "\\", "：", " ")
SETTINGS = (
    "",
    "columns: [1份, 右]\n---\n",
    "header: 2\nfooter: 1\n---\n",
    "rows: [[甲, 乙], [], ['^', '<']]\n---\n",
    "rows: {}\n---\n",
)


@given(st.sampled_from(SETTINGS), st.lists(st.sampled_from(PIECES), max_size=40))
def test_no_table_ends_in_a_traceback(settings: str, pieces: list[str]) -> None:
    made, told = story(f"```表格\n{settings}{''.join(pieces)}\n```\n")
    for block in made.blocks:
        if block.table is not None:
            rows = block.table.rows
            assert all(c.column + c.columns <= len(block.table.columns) for row in rows for c in row.cells)
            assert all(number + c.rows <= len(rows) for number, row in enumerate(rows) for c in row.cells)
    assert made.blocks or told
