"""B. What opens no line and what closes none 避头尾 (R12-R21)."""

from __future__ import annotations

import pytest

from printlayout.base.diagnostics import Collector
from printlayout.model.style import Composition
from square import advances, codes, lines, set_text

NEVER_FIRST = "、，；：。．！？‼⁇⁈⁉”’」』）］｝】〗》〉〕～–-—·‧・/／"
NEVER_LAST = "“‘「『（［｛【〖《〈〔"
LEVELS = ["basic", "gb", "strict"]
BREAKERS = ["optimum", "firstfit"]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("breaker", BREAKERS)
@pytest.mark.parametrize("mark", NEVER_FIRST)
def test_r12_never_at_line_start(mark: str, breaker: str, level: str) -> None:
    paragraph = set_text(f"文文文文文文{mark}字字", 6.17, breaker=breaker, level=level)
    assert lines(paragraph) == ["文文文文文", f"文{mark}字字"]


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("今天天气很好，我们走吧", 6, ["今天天气很", "好，我们走吧"]),
        ("甲乙丙丁戊己·庚辛壬", 6, ["甲乙丙丁戊", "己·庚辛壬"]),
        ("他答“不去”。我们走吧", 4.5, ["他答“不", "去”。我们", "走吧"]),
        ("他问：“去吗？”她笑了", 6, ["他问：“去吗？”", "她笑了"]),
    ],
)
def test_r12_sentences(text: str, measure: float, expected: list[str]) -> None:
    assert lines(set_text(text, measure)) == expected


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("breaker", BREAKERS)
@pytest.mark.parametrize("mark", NEVER_LAST)
def test_r13_never_at_line_end(mark: str, breaker: str, level: str) -> None:
    close = "”’」』）］｝】〗》〉〕"[NEVER_LAST.index(mark)]
    paragraph = set_text(f"文文文文{mark}字字字字{close}", 5, breaker=breaker, level=level)
    assert lines(paragraph) == ["文文文文", f"{mark}字字字字{close}"]
    assert advances(paragraph, 1) == [0.5, 1, 1, 1, 1, 0.5]


def test_r13_example() -> None:
    # first fit only: the optimum narrows 》 to keep 也 from standing alone (R52)
    paragraph = set_text("此书名曰《石头记》也", 5, breaker="firstfit")
    assert lines(paragraph) == ["此书名曰", "《石头记》", "也"]


def test_r13_example_without_a_single_character_on_its_last_line() -> None:
    # ½+3+1+1 = 5½: 》 gives its half
    paragraph = set_text("此书名曰《石头记》也", 5)
    assert lines(paragraph) == ["此书名曰", "《石头记》也"]
    assert advances(paragraph, 1) == [0.5, 1, 1, 1, 0.5, 1]


@pytest.mark.parametrize("solidus", "/／")
@pytest.mark.parametrize("level", ["gb", "strict"])
@pytest.mark.parametrize("breaker", BREAKERS)
def test_r14_gb_keeps_the_solidus_from_either_edge(solidus: str, level: str, breaker: str) -> None:
    short = set_text(f"甲乙丙丁{solidus}戊己", 5, level=level, breaker=breaker)
    assert lines(short) == ["甲乙丙", f"丁{solidus}戊己"]
    # 7½ would fit on 8
    paragraph = set_text(f"甲乙丙丁戊己庚{solidus}辛壬癸", 8, level=level, breaker=breaker)
    assert lines(paragraph) == ["甲乙丙丁戊己", f"庚{solidus}辛壬癸"]


@pytest.mark.parametrize("solidus", "/／")
def test_r14_basic_lets_the_solidus_end_a_line(solidus: str) -> None:
    paragraph = set_text(f"甲乙丙丁戊己庚{solidus}辛壬癸", 8, level="basic")
    assert lines(paragraph) == [f"甲乙丙丁戊己庚{solidus}", "辛壬癸"]
    opens = set_text(f"甲乙丙丁戊己{solidus}庚辛壬", 6, level="basic")
    assert lines(opens) == ["甲乙丙丁戊", f"己{solidus}庚辛壬"]


def test_r15_example() -> None:
    paragraph = set_text("他说他说——我不去", 5, level="strict", breaker="firstfit")
    assert lines(paragraph) == ["他说他", "说——我不", "去"]


@pytest.mark.parametrize("mark", ["……", "⋯⋯", "——", "⸺"])
def test_r15_strict_keeps_long_marks_from_line_start(mark: str) -> None:
    # 6 + 2 em on 7: strict takes the sixth character along
    text = f"我想了又想呀{mark}还是算了吧好吗"
    assert lines(set_text(text, 7, level="strict")) == ["我想了又想", f"呀{mark}还是算了", "吧好吗"]
    for level in ("basic", "gb"):
        assert lines(set_text(text, 7, level=level)) == ["我想了又想呀", f"{mark}还是算了吧", "好吗"]


@pytest.mark.parametrize("breaker", BREAKERS)
@pytest.mark.parametrize(
    ("text", "measure", "level", "expected"),
    [
        ("约翰约翰·史密斯", 4, "gb", ["约翰约", "翰·史密", "斯"]),
        ("约翰约翰·史密斯", 4, "none", ["约翰约翰", "·史密斯"]),
        ("文文文文，字字字", 4, "none", ["文文文文", "，字字字"]),
        ("文文文文，字字", 4, "gb", ["文文文", "文，字字"]),
        ("文文文（字字", 4, "none", ["文文文（", "字字"]),
        ("文文文（字字", 4, "basic", ["文文文", "（字字"]),
    ],
)
def test_r16_none_breaks_anywhere(text: str, measure: float, level: str, expected: list[str], breaker: str) -> None:
    assert lines(set_text(text, measure, level=level, breaker=breaker)) == expected


def test_r16_the_default_level_is_gb() -> None:
    assert Composition().level == "gb"


@pytest.mark.parametrize("level", ["basic", "gb"])
@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("他说他说……我不去", 5, ["他说他说", "……我不去"]),
        ("他说他说——我不去", 5, ["他说他说", "——我不去"]),
        ("回家的感觉真好——访大赛", 7, ["回家的感觉真好", "——访大赛"]),
        ("我们走吧——他说", 6, ["我们走吧——", "他说"]),
        ("甲乙丙丁……戊己", 6, ["甲乙丙丁……", "戊己"]),
    ],
)
def test_r17_long_marks_may_open_and_close_a_line(text: str, measure: float, expected: list[str], level: str) -> None:
    assert lines(set_text(text, measure, level=level)) == expected


@pytest.mark.parametrize("breaker", BREAKERS)
@pytest.mark.parametrize("char", "々〻‰℃％%°㎡")
def test_r18_never_at_line_start(char: str, breaker: str) -> None:
    paragraph = set_text(f"文文文文文文{char}字字", 6.17, breaker=breaker)
    assert lines(paragraph) == ["文文文文文", f"文{char}字字"]


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("人人都佩服人々啊呀", 6, ["人人都佩服", "人々啊呀"]),
        ("气温高达39℃左右", 6, ["气温高达", "39℃左右"]),
        ("售价为人民币￥599元整", 7, ["售价为人民币", "￥599元整"]),
        ("一张票价是$50左右", 6, ["一张票价是", "$50左右"]),
        ("一张票价是€50左右", 6, ["一张票价是", "€50左右"]),
    ],
)
def test_r18_signs_stay_with_their_number(text: str, measure: float, expected: list[str]) -> None:
    assert lines(set_text(text, measure)) == expected


@pytest.mark.parametrize("punctuation", ["full", "kaiming", "line-end-half", "half"])
def test_r19_example(punctuation: str) -> None:
    # the line cannot be narrowed below 7 (with ：) on 6½: two characters go down
    paragraph = set_text("文文文，文文文：字", 6.5, punctuation=punctuation)
    assert lines(paragraph) == ["文文文，文文", "文：字"]


@pytest.mark.parametrize(
    ("text", "measure", "expected", "first"),
    [
        # 3 + 1 + 3 + ½ = 7½: ， gives ½ and ： stays; unadjusted, it would have drawn 文 down
        ("文文文，文文文：字字", 7, ["文文文，文文文：", "字字"], [1, 1, 1, 0.5, 1, 1, 1, 0.5]),
        # ½ + 3 + 1 + 1 + ½ = 6 as it stands
        ("（文文文）文。字字", 6, ["（文文文）文。", "字字"], [0.5, 1, 1, 1, 1, 1, 0.5]),
        ("《文文文文》文文。字字", 7.5, ["《文文文文》文文。", "字字"], [0.5, 1, 1, 1, 1, 0.5, 1, 1, 0.5]),
    ],
)
def test_r19_widths_are_adjusted_before_prohibition(
    text: str, measure: float, expected: list[str], first: list[float]
) -> None:
    paragraph = set_text(text, measure)
    assert lines(paragraph) == expected
    assert advances(paragraph) == first


@pytest.mark.parametrize("breaker", BREAKERS)
@pytest.mark.parametrize("measure", [4, 5, 6, 7, 8, 9])
@pytest.mark.parametrize(
    "text",
    ["参见图表 （ 第三章 ）。", "大家都听说 “ 好 ” 吧各位", "甲乙丙丁 。 戊己庚 ， 辛壬癸"],
)
def test_r20_a_space_never_defeats_prohibition(text: str, measure: float, breaker: str) -> None:
    collector = Collector()
    found = lines(set_text(text, measure, breaker=breaker, collector=collector))
    assert "".join(found) == text
    assert "text.forced-break" not in codes(collector)
    for line in found[1:]:
        assert line.lstrip()[:1] not in set(NEVER_FIRST)
    for line in found[:-1]:
        assert line.rstrip()[-1:] not in set(NEVER_LAST)


@pytest.mark.parametrize("breaker", BREAKERS)
@pytest.mark.parametrize("text", ["文。』」字字", "文？』）字字", "文，”’字字"])
def test_r21_a_local_relaxation_is_reported(text: str, breaker: str) -> None:
    # 1+½+½+½ = 2½ is the least
    collector = Collector()
    paragraph = set_text(text, 2, collector=collector, breaker=breaker)
    assert "".join(lines(paragraph)) == text
    assert "text.forced-break" in codes(collector)


@pytest.mark.parametrize("breaker", BREAKERS)
@pytest.mark.parametrize("text", ["文。』」字字", "文？』）字字", "文，”’字字"])
def test_r21_nothing_is_relaxed_without_need(text: str, breaker: str) -> None:
    collector = Collector()
    paragraph = set_text(text, 2.5, collector=collector, breaker=breaker)
    assert lines(paragraph) == [text[:4], "字字"]
    assert codes(collector) == []
