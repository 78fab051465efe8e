"""C. Units that are never parted (R22-R30)."""

from __future__ import annotations

import pytest

from printlayout.base.diagnostics import Collector
from square import advances, codes, lines, natural, set_text

BREAKERS = ["optimum", "firstfit"]


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("他说他说——我不去", 5.5, ["他说他说", "——我不去"]),
        ("甲乙丙……丁戊", 4, ["甲乙丙", "……丁戊"]),
        ("甲乙丙⋯⋯丁戊", 4, ["甲乙丙", "⋯⋯丁戊"]),
        ("甲乙丙⸺丁戊", 4, ["甲乙丙", "⸺丁戊"]),
    ],
)
@pytest.mark.parametrize("breaker", BREAKERS)
@pytest.mark.parametrize("level", ["basic", "gb"])
def test_r22_long_marks_are_never_split(
    text: str, measure: float, expected: list[str], breaker: str, level: str
) -> None:
    assert lines(set_text(text, measure, breaker=breaker, level=level)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲乙丙————丁戊", ["甲乙丙——", "——丁戊"]),
        ("甲乙丙……——丁戊", ["甲乙丙……", "——丁戊"]),
        ("甲乙丙——……丁戊", ["甲乙丙——", "……丁戊"]),
    ],
)
@pytest.mark.parametrize("breaker", BREAKERS)
def test_r22_a_run_of_long_marks_parts_between_units(text: str, expected: list[str], breaker: str) -> None:
    assert lines(set_text(text, 5, breaker=breaker)) == expected


@pytest.mark.parametrize("breaker", BREAKERS)
def test_r23_example(breaker: str) -> None:
    paragraph = set_text("字字字字字字字字“——”字字字字字字", 9, indent=1.5, breaker=breaker)
    assert lines(paragraph) == ["字字字字字字字", "字“——”字字字字", "字字"]


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("甲乙丙丁“——戊己", 5, ["甲乙丙丁", "“——戊己"]),
        ("甲乙丙丁“……戊己", 5, ["甲乙丙丁", "“……戊己"]),
        ("甲乙丙丁戊——，己庚", 7, ["甲乙丙丁戊", "——，己庚"]),
        ("甲乙丙丁戊……。己庚", 7, ["甲乙丙丁戊", "……。己庚"]),
    ],
)
@pytest.mark.parametrize("breaker", BREAKERS)
def test_r23_neighbours_of_long_marks_keep_their_rules(
    text: str, measure: float, expected: list[str], breaker: str
) -> None:
    assert lines(set_text(text, measure, breaker=breaker)) == expected


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("我用iPhone拍照了", 4.5, ["我用", "iPhone拍", "照了"]),
        ("我们都用的是ABCDEF型号", 7, ["我们都用的是", "ABCDEF型号"]),
        ("这个会议在NATO总部召开", 5, ["这个会议在", "NATO总部", "召开"]),
    ],
)
@pytest.mark.parametrize("breaker", BREAKERS)
def test_r24_western_words_stay_whole(text: str, measure: float, expected: list[str], breaker: str) -> None:
    assert lines(set_text(text, measure, breaker=breaker)) == expected


def test_r24_addresses_part_at_their_joints() -> None:
    # ½ em a character: 4½ + .25, https:// 4 em, example.com/ 6 em
    text = "https://example.com/news/today/weather"
    found = lines(set_text(text, 10, align="left"))
    assert "".join(found) == text
    assert found == ["https://example.com/", "news/today/weather"]
    narrow = lines(set_text(text, 6, align="left"))
    assert narrow == ["https://", "example.com/", "news/today/", "weather"]


def test_r24_a_word_longer_than_the_measure_is_reported() -> None:
    collector = Collector()
    text = "ABCDEFGHIJKLMNOP"
    found = lines(set_text(text, 4, collector=collector, align="left"))
    assert found == ["ABCDEFGH", "IJKLMNOP"]
    assert codes(collector) == ["text.forced-break"]


def test_r24_a_hyphen_stands_within_the_measure() -> None:
    paragraph = set_text("这场关于international的讨论会", 8)
    assert "".join(lines(paragraph)) == paragraph.text
    first = paragraph.lines[0]
    assert first.hyphen
    assert first.width == 80_000
    # inter-na-tion-al: only syllables of two letters before and three after
    assert lines(paragraph)[0].removeprefix("这场关于") in ("in", "inter", "interna")


NUMBERS = [
    ("¥5,999", 3.0),
    ("12,345.6", 4.0),
    ("95%", 1.5),
    ("−3℃", 2.5),
    ("120㎡", 2.5),
    ("10:30", 2.5),
    ("±3", 1.0),
    ("-3℃", 2.0),
    ("3.14", 2.0),
    ("$50", 1.5),
    ("1/2", 1.5),
    ("95‰", 2.0),
]


@pytest.mark.parametrize("breaker", BREAKERS)
def test_r25_example(breaker: str) -> None:
    assert lines(set_text("共有多人约50%。其后", 6.5, breaker=breaker)) == ["共有多人约", "50%。其后"]


@pytest.mark.parametrize("breaker", BREAKERS)
@pytest.mark.parametrize(("number", "width"), NUMBERS)
def test_r25_numbers_keep_together(number: str, width: float, breaker: str) -> None:
    measure = width
    while measure < 12:
        found = lines(set_text(f"今年共有{number}其后还有人", measure, breaker=breaker))
        assert any(number in line for line in found), (measure, found)
        measure += 0.5


@pytest.mark.parametrize(("number", "width"), NUMBERS)
def test_r25_no_gap_inside_a_number_however_much_the_line_is_spread(number: str, width: float) -> None:
    text = f"今年共有{number}其后“还有"
    paragraph = set_text(text, 7.3 + width)
    assert lines(paragraph)[0] == f"今年共有{number}其后"
    inside = advances(paragraph)[4 : 4 + len(number) - 1]
    assert sum(inside) == width - (1 if number[-1] in "℃㎡‰" else 0.5)


RUNS = ["１２３４５６", "５０％", "３．１４", "￥５９９", "１２：３０", "ＡＢＣ", "－３℃", "１９４９～２０２６"]


@pytest.mark.parametrize("breaker", BREAKERS)
@pytest.mark.parametrize("digits", RUNS)
def test_r26_full_width_runs_are_one_unit(digits: str, breaker: str) -> None:
    for measure in range(len(digits), 16):
        found = lines(set_text(f"今年共计{digits}其后还有人", measure, breaker=breaker))
        assert any(digits in line for line in found), (measure, found)


def test_r26_no_gap_inside_a_full_width_run() -> None:
    # 8 em on 9: gaps 今年 年共 共３ ４国 国国 share 1 em
    paragraph = set_text("今年共１．４国国“国国", 9)
    assert lines(paragraph) == ["今年共１．４国国", "“国国"]
    assert advances(paragraph) == [1.2, 1.2, 1.2, 1, 1, 1.2, 1.2, 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲乙丙丁戊己庚辛¹字字", ["甲乙丙丁戊己庚", "辛¹字字"]),
        ("甲乙丙丁戊己庚辛²³字字", ["甲乙丙丁戊己庚", "辛²³字字"]),
        ("甲乙丙丁戊己庚辛†字字", ["甲乙丙丁戊己庚", "辛†字字"]),
        ("甲乙丙丁戊己庚辛\u0301¹字字", ["甲乙丙丁戊己庚", "辛\u0301¹字字"]),
    ],
)
@pytest.mark.parametrize("level", ["none", "gb"])
def test_r27_note_marks_stay_with_the_character_before(text: str, expected: list[str], level: str) -> None:
    assert lines(set_text(text, 8, level=level)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国，¹国", [1, 1, 0.5, 1]),
        ("国）²国", [1, 1, 0.5, 1]),
        ("国。¹", [1, 1, 0.5]),
        ("国（¹国", [1, 1, 0.5, 1]),
    ],
)
def test_r27_a_note_mark_behind_a_mark_keeps_its_width(text: str, expected: list[float]) -> None:
    assert natural(text, punctuation="full") == expected


def test_r27_a_note_mark_at_line_end_keeps_its_width() -> None:
    paragraph = set_text("甲乙，¹丙丁戊", 3.5)
    assert advances(paragraph)[-1] == 0.5 or lines(paragraph)[0] != "甲乙，¹"


@pytest.mark.parametrize("chain", ["？！", "！？", "？？", "！！", "！！！", "？？？"])
@pytest.mark.parametrize("breaker", BREAKERS)
def test_r28_chains_are_never_split(chain: str, breaker: str) -> None:
    text = f"文文文文文文{chain}字字字"
    assert lines(set_text(text, 6.5, breaker=breaker)) == ["文文文文文", f"文{chain}字字字"]


def test_r28_chains_are_rigid() -> None:
    # spread: 甲乙 乙？ ！丙 丙丁 share 1 em
    wide = set_text("甲乙？！丙丁“戊己", 6)
    assert lines(wide)[0] == "甲乙？！丙丁"
    assert advances(wide) == [1.25, 1.25, 0.5, 0.75, 1.25, 1]
    # narrowed: ， gives, the chain does not
    tight = set_text("甲，乙？！丙丁戊。己庚", 7)
    assert lines(tight)[0] == "甲，乙？！丙丁戊。"
    assert advances(tight) == [1, 0.5, 1, 0.5, 0.5, 1, 1, 1, 0.5]
    assert sum(natural("甲？！？乙")) == 4


@pytest.mark.parametrize("breaker", BREAKERS)
@pytest.mark.parametrize("level", ["none", "gb"])
@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("甲乙丙丁　戊己", 4, ["甲乙丙", "丁　戊己"]),
        ("甲乙丙　丁戊", 4, ["甲乙丙　", "丁戊"]),
        ("　　甲乙丙丁戊己", 6, ["　　甲乙丙丁", "戊己"]),
    ],
)
def test_r29_ideographic_space_breaks_after_only(
    text: str, measure: float, expected: list[str], breaker: str, level: str
) -> None:
    paragraph = set_text(text, measure, breaker=breaker, level=level)
    assert lines(paragraph) == expected
    for number, line in enumerate(expected):
        for at, char in enumerate(line):
            assert char != "　" or advances(paragraph, number)[at] == 1


def test_r29_ideographic_space_is_neither_dropped_nor_stretched() -> None:
    assert natural("　甲　乙　") == [1, 1, 1, 1, 1]
    paragraph = set_text("甲　乙丙丁戊“己庚", 7)
    assert lines(paragraph)[0] == "甲　乙丙丁戊"
    assert advances(paragraph)[1] == 1
    assert paragraph.lines[0].width == 70_000


@pytest.mark.parametrize(
    ("text", "measure", "free", "kept"),
    [
        ("他在读《说文》啊", 5, ["他在读《说", "文》啊"], ["他在读", "《说文》啊"]),
        ("我们都爱读《红楼梦》啊呀", 7, ["我们都爱读《红", "楼梦》啊呀"], ["我们都爱读", "《红楼梦》啊呀"]),
        ("我们都爱读《红楼梦》啊呀", 8, ["我们都爱读《红楼", "梦》啊呀"], ["我们都爱读", "《红楼梦》啊呀"]),
        ("他在读《说文解字》这书", 6, ["他在读《说文", "解字》这书"], ["他在读《说文", "解字》这书"]),
    ],
)
@pytest.mark.parametrize("breaker", BREAKERS)
def test_r30_titles_keep_two_characters_on_each_side(
    text: str, measure: float, free: list[str], kept: list[str], breaker: str
) -> None:
    assert lines(set_text(text, measure, breaker=breaker)) == free
    assert lines(set_text(text, measure, breaker=breaker, title_min=2)) == kept
