"""Sense breaks of headlines: the author's mark, then punctuation, then words; balanced, no row of one character."""

from __future__ import annotations

import pytest

from printlayout.base.diagnostics import Span
from printlayout.layout.senses import cut, rows_at_senses, unmarked
from printlayout.model.story import SOFT_BREAK, Run


def broken(text: str, rows: int = 2) -> list[str] | None:
    runs, marks = unmarked([Run(text.replace("|", SOFT_BREAK), span=Span("s", 2, 11))])
    count = sum(len(run.text) for run in runs)
    found = rows_at_senses(runs, rows, marks, range(1, count))
    return found and ["".join(run.text for run in row) for row in found]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("市民中心周末开放夜间图书馆受欢迎", ["市民中心周末开放", "夜间图书馆受欢迎"]),
        ("城市更新让老街巷焕发新活力", ["城市更新让老街巷", "焕发新活力"]),  # not 让老｜街巷
        ("全市首条无人驾驶公交线路今起试运行", ["全市首条无人驾驶", "公交线路今起试运行"]),
        ("雨后初晴，山城迎来今年第一场花事", ["雨后初晴，", "山城迎来今年第一场花事"]),  # a mark goes first
        ("我市出台十条措施支持中小企业稳岗扩岗", ["我市出台十条措施支持", "中小企业稳岗扩岗"]),
        (
            "我市出台十条措施|支持中小企业稳岗扩岗",
            ["我市出台十条措施", "支持中小企业稳岗扩岗"],
        ),  # the author knows better
    ],
)
def test_two_rows(text: str, rows: list[str]) -> None:
    assert broken(text) == rows


def test_three_rows() -> None:
    assert broken("全市首条无人驾驶公交线路今起试运行", 3) == ["全市首条无人驾驶", "公交线路", "今起试运行"]
    assert broken("南水北调中线工程累计调水突破六百亿立方米", 3) == ["南水北调中线工程", "累计调水突破", "六百亿立方米"]


def test_no_row_of_one_character() -> None:
    assert broken("我爱图书馆", 2) == ["我爱", "图书馆"]
    assert broken("图书馆好", 2) is None


def test_only_where_a_line_may_end() -> None:
    text = [Run("城市更新让老街巷焕发新活力")]
    found = rows_at_senses(text, 2, (), {4})
    assert found is not None and [row[0].text for row in found] == ["城市更新", "让老街巷焕发新活力"]
    assert rows_at_senses(text, 2, (), ()) is None


def test_every_row_knows_its_place() -> None:
    runs, marks = unmarked([Run(f"甲乙{SOFT_BREAK}丙丁", span=Span("s", 2, 11))])
    assert [(run.text, run.span.column) for run in runs] == [("甲乙", 11), ("丙丁", 14)]
    assert marks == [2]
    assert [[(run.text, run.span.column) for run in row] for row in cut(runs, [1, 3])] == [
        [("甲", 11)], [("乙", 12), ("丙", 14)], [("丁", 15)]
    ]  # fmt: skip
