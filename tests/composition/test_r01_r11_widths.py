"""A. Widths of characters (R1-R11)."""

from __future__ import annotations

import pytest

from printlayout.model.style import Composition
from square import EM, SquareShaper, advances, cells_of, lines, natural, origins, set_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国国", [1, 1]),
        ("国Ａ１国", [1, 1, 1, 1]),
        ("国〇々カ国", [1, 1, 1, 1, 1]),
        ("国①℃国", [1, 1, 1, 1]),
    ],
)
def test_r01_han_is_one_em_set_solid(text: str, expected: list[float]) -> None:
    assert natural(text) == expected


@pytest.mark.parametrize("font", [500, 1000])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他说“好”字", [1, 1, 1, 1, 1, 1]),
        ("他说‘好’字", [1, 1, 1, 1, 1, 1]),
        ("他说……好", [1, 1, 1, 1, 1]),
        ("他说——好", [1, 1, 1, 1, 1]),
        ("国“1949”国", [1, 1, 0.5, 0.5, 0.5, 0.5, 1, 1]),
    ],
)
def test_r02_shared_marks_take_a_chinese_box(text: str, expected: list[float], font: int) -> None:
    shaper = SquareShaper(widths=dict.fromkeys("“”‘’—…", font))
    assert natural(text, shaper=shaper, punctuation="full") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it’s", [0.5] * 4),
        ("say “no” now", [0.5, 0.5, 0.5, 0.25, 0.5, 0.5, 0.5, 0.5, 0.25, 0.5, 0.5, 0.5]),
        ("国it’s国", [1.25, 0.5, 0.5, 0.5, 0.75, 1]),
    ],
)
def test_r02_between_latin_they_keep_the_latin_advance(text: str, expected: list[float]) -> None:
    assert natural(text) == expected


def test_r02_between_han_and_latin_they_are_chinese() -> None:
    # no Han-Latin space beside a Chinese mark
    assert natural("他说“OK”了", punctuation="full") == [1, 1, 1, 0.5, 0.5, 1, 1]


@pytest.mark.parametrize("text", ["他说：“OK”", "我看“OK”"])
def test_r02_quotation_marks_of_a_pair_are_of_one_kind(text: str) -> None:
    shaper = SquareShaper(widths=dict.fromkeys("“”", 400))
    line = set_text(text + "吧", 20, shaper=shaper, punctuation="full", align="left").lines[0]
    at = text.index("”")
    assert line.advances[at] == 10_000


def test_r02_opening_quotation_mark_before_a_latin_word_at_the_start() -> None:
    # mixed neighbours: a Chinese box, ½ at the start of the line, no Han-Latin space
    assert natural("“OK”，他说") == [0.5, 0.5, 0.5, 0.5, 1, 1, 1]


def test_r02_closing_quotation_mark_behind_a_latin_word_at_the_end() -> None:
    assert natural("他说：“OK”", punctuation="full") == [1, 1, 1, 0.5, 0.5, 0.5, 1]


@pytest.mark.parametrize(("text", "width"), [("甲——乙", 4), ("甲⸺乙", 4), ("——甲", 3), ("甲——", 3), ("甲————乙", 6)])
def test_r03_dash_is_two_em(text: str, width: float) -> None:
    assert sum(natural(text)) == width


def test_r03_dash_is_one_rule_where_the_font_has_it() -> None:
    paragraph = set_text("甲——乙", 9, shaper=SquareShaper(widths={"⸺": 2000}))
    assert origins(paragraph.lines[0]) == [0, 1, 3]
    assert [gid for piece in paragraph.lines[0].pieces for gid in piece.gids] == [ord("甲"), ord("⸺"), ord("乙")]


def test_r03_dash_has_no_gap_at_the_join_when_the_line_is_spread() -> None:
    # 6 em on 7: four gaps of ¼
    paragraph = set_text("甲乙——丙丁“国国", 7)
    assert lines(paragraph) == ["甲乙——丙丁", "“国国"]
    assert advances(paragraph) == [1.25, 1.25, 1, 1.25, 1.25, 1]
    assert origins(paragraph.lines[0])[2:4] == [2.5, 3.5]


def test_r03_dash_stands_in_the_middle_of_the_em() -> None:
    # the outline lies about the baseline; the middle of the em box is 0.38 em above it
    shaper = SquareShaper(inks={"—": (0, -30, 1000, 30)})
    paragraph = set_text("甲——乙", 9, shaper=shaper)
    lifts = [piece.ys for piece in paragraph.lines[0].pieces]
    assert lifts == [(0, 3800, 3800, 0)]


@pytest.mark.parametrize(("text", "width"), [("甲……乙", 4), ("甲⋯⋯乙", 4), ("……甲", 3), ("甲……。", 3.5), ("“……”", 3)])
def test_r04_ellipsis_is_two_em(text: str, width: float) -> None:
    assert sum(natural(text)) == width


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲…………乙", ["甲", "…………", "乙"]),
        ("甲乙⋯⋯⋯⋯丙丁", ["甲乙", "⋯⋯⋯⋯", "丙丁"]),
        ("…………后来呢", ["…………", "后来呢"]),
        ("他走了。…………", ["他走了。", "…………"]),
    ],
)
def test_r04_two_ellipses_stand_alone_on_their_line(text: str, expected: list[str]) -> None:
    paragraph = set_text(text, 20)
    assert lines(paragraph) == expected
    alone = next(at for at, line in enumerate(expected) if set(line) <= set("…⋯"))
    assert advances(paragraph, alone) == [1, 1, 1, 1]


def test_r04_ellipsis_stands_on_the_centre_line() -> None:
    paragraph = set_text("甲……乙", 9, shaper=SquareShaper(inks={"…": (100, 0, 900, 100)}))
    assert [piece.ys for piece in paragraph.lines[0].pieces] == [(0, 3300, 3300, 0)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("甲…………。乙", ["甲", "…………。", "乙"]), ("他说：“…………”我走", ["他说：", "“…………”", "我走"])],
)
def test_r04_marks_stay_with_the_ellipses_they_belong_to(text: str, expected: list[str]) -> None:
    assert lines(set_text(text, 20)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1949—2026", [0.5] * 4 + [1] + [0.5] * 4),
        ("北京—上海", [1, 1, 1, 1, 1]),
        ("北京～上海", [1, 1, 1, 1, 1]),
        ("8～10", [0.5, 1, 0.5, 0.5]),
        ("甲-乙", [1, 0.5, 1]),
        ("甲–乙", [1, 0.5, 1]),
    ],
)
def test_r05_connectors(text: str, expected: list[float]) -> None:
    assert natural(text) == expected


@pytest.mark.parametrize("char", "-–—～")
def test_r05_connectors_are_centred(char: str) -> None:
    shaper = SquareShaper(inks={char: (0, -20, 400, 20)})
    line = set_text(f"甲{char}乙", 9, shaper=shaper).lines[0]
    assert [piece.ys for piece in line.pieces] == [(0, 3800, 0)]
    middle = 0.25 if char in "-–" else 0.5
    assert origins(line)[1] == pytest.approx(1 + middle - 0.2)


@pytest.mark.parametrize(
    ("text", "region", "width"),
    [
        ("马丁·路德", "CN", 4.5),
        ("马丁·路德", "TW", 5),
        ("马丁·路德", "HK", 5),
        ("约翰·菲·肯尼迪", "CN", 7),
        ("约翰‧菲‧肯尼迪", "CN", 7),
        ("列夫·托尔斯泰", "CN", 6.5),
    ],
)
def test_r06_interpunct(text: str, region: str, width: float) -> None:
    assert sum(natural(text, region=region)) == width


@pytest.mark.parametrize(("text", "width"), [("甲/乙", 2.5), ("甲／乙", 2.5), ("北京/上海/广州", 7)])
def test_r07_solidus_is_half_an_em(text: str, width: float) -> None:
    assert sum(natural(text)) == width


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("好？！字", 3),
        ("好！？字", 3),
        ("好？？字", 3),
        ("好！！字", 3),
        ("好！！！", 3),
        ("好！！！字", 4),
        ("好？？？字", 4),
        ("什么？！", 3),
    ],
)
@pytest.mark.parametrize("punctuation", ["full", "kaiming", "line-end-half", "half"])
def test_r08_chains(text: str, width: float, punctuation: str) -> None:
    assert sum(natural(text, punctuation=punctuation)) == pytest.approx(width)


RIGHT_HALF = "，。、：；？！”’》〉）】〕〗］｝』」"
LEFT_HALF = "“‘《〈（【〔〖［｛『「"


@pytest.mark.parametrize("mark", RIGHT_HALF)
def test_r09_blank_of_closing_marks_and_stops(mark: str) -> None:
    cells = cells_of(f"国{mark}国", punctuation="full")
    assert (cells.widths[1], cells.left[1], cells.right[1]) == (EM, 0, EM // 2)


@pytest.mark.parametrize("mark", LEFT_HALF)
def test_r09_blank_of_opening_marks(mark: str) -> None:
    cells = cells_of(f"国{mark}国", punctuation="full")
    assert (cells.widths[1], cells.left[1], cells.right[1]) == (EM, EM // 2, 0)


@pytest.mark.parametrize("mark", "，。、：；·")
@pytest.mark.parametrize("region", ["TW", "HK"])
def test_r09_blank_of_centred_marks(mark: str, region: str) -> None:
    cells = cells_of(f"国{mark}国", punctuation="full", region=region)
    assert (cells.widths[1], cells.left[1], cells.right[1]) == (EM, EM // 4, EM // 4)


@pytest.mark.parametrize("mark", "？！")
@pytest.mark.parametrize("region", ["TW", "HK"])
def test_r09_question_and_exclamation_marks_are_fixed_outside_the_mainland(mark: str, region: str) -> None:
    cells = cells_of(f"国{mark}国", punctuation="full", region=region)
    assert (cells.widths[1], cells.left[1], cells.right[1]) == (EM, 0, 0)


@pytest.mark.parametrize("mark", "–·/-／")
def test_r09_half_em_marks_are_never_adjustable(mark: str) -> None:
    cells = cells_of(f"国{mark}国", punctuation="full")
    assert (cells.widths[1], cells.left[1], cells.right[1]) == (EM // 2, 0, 0)


@pytest.mark.parametrize("mark", RIGHT_HALF)
def test_r09_least_width_of_a_mark_is_half_an_em(mark: str) -> None:
    # 1+1+1+1+1+½ = 5½ on 5: the mark inside gives its half (。？！ too, to take in the ， that may not open a line)
    paragraph = set_text(f"国{mark}国国国，国国", 5)
    assert lines(paragraph) == [f"国{mark}国国国，", "国国"]
    assert advances(paragraph) == [1, 0.5, 1, 1, 1, 0.5]


@pytest.mark.parametrize("mark", LEFT_HALF)
def test_r09_least_width_of_an_opening_mark_is_half_an_em(mark: str) -> None:
    paragraph = set_text(f"国{mark}国国国，国国", 5)
    assert lines(paragraph) == [f"国{mark}国国国，", "国国"]
    assert advances(paragraph) == [1, 0.5, 1, 1, 1, 0.5]


@pytest.mark.parametrize(
    ("text", "region", "expected"),
    [
        ("国。」国", "TW", [1, 1, 1, 1]),
        ("国。」国", "HK", [1, 1, 1, 1]),
        ("国。」国", "CN", [1, 0.5, 1, 1]),
        ("国，』国", "TW", [1, 1, 1, 1]),
        ("国，』国", "CN", [1, 0.5, 1, 1]),
        ("国、〉国", "TW", [1, 1, 1, 1]),
        ("国、〉国", "CN", [1, 0.5, 1, 1]),
    ],
)
@pytest.mark.parametrize("ink", [(60, -100, 300, 150), (380, 250, 620, 500)])
def test_r10_the_region_decides_and_not_the_outline(
    text: str, region: str, expected: list[float], ink: tuple[int, int, int, int]
) -> None:
    shaper = SquareShaper(inks=dict.fromkeys("。，、", ink))
    assert natural(text, region=region, punctuation="full", shaper=shaper) == expected


@pytest.mark.parametrize(
    ("text", "style", "expected"),
    [
        ("国》（国", "kaiming", [1, 0.5, 0.5, 1]),
        ("国》（国", "full", [1, 1, 0.5, 1]),
        ("国》（国", "line-end-half", [1, 1, 0.5, 1]),
        ("国》（国", "half", [1, 0.5, 0.5, 1]),
        ("国。国", "kaiming", [1, 1, 1]),
        ("国！国？国", "kaiming", [1, 1, 1, 1, 1]),
        ("国，国、国；国：国", "kaiming", [1, 0.5, 1, 0.5, 1, 0.5, 1, 0.5, 1]),
        ("国“国”国", "kaiming", [1, 0.5, 1, 0.5, 1]),
        ("国。国！国，国", "half", [1, 0.5, 1, 0.5, 1, 0.5, 1]),
        ("国。国！国，国", "line-end-half", [1, 1, 1, 1, 1, 1, 1]),
        ("国。国！国，国", "full", [1, 1, 1, 1, 1, 1, 1]),
        ("国，国。", "line-end-half", [1, 1, 1, 0.5]),
        ("国，国。", "full", [1, 1, 1, 1]),
        ("国。」国", "kaiming", [1, 0.5, 0.5, 1]),
    ],
)
def test_r11_four_width_styles(text: str, style: str, expected: list[float]) -> None:
    assert natural(text, punctuation=style) == expected


def test_r11_the_default_is_a_newspaper_style() -> None:
    assert Composition().punctuation in ("kaiming", "line-end-half")
