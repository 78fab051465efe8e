"""I. Mixed text, vertical writing, marks beside the text (R65-R70)."""

from __future__ import annotations

from typing import Any

import pytest

from printlayout.base.diagnostics import Collector
from printlayout.job import open_fonts
from printlayout.layout.itemise import CellMaker
from printlayout.layout.paint import Axes, Sources, paint_line
from printlayout.layout.paragraph import Setter, Shape
from printlayout.model.display import Glyphs, Line, Path
from printlayout.model.galley import SetLine, SetParagraph
from printlayout.model.style import Composition, Face
from square import EM, em, lines, natural, origins, run, set_runs, set_text

SONG = Face("宋", 400)


def real(text: str, measure: float = 60, **settings: Any) -> SetParagraph:
    """A text in the real 宋, at 10 pt."""
    collector = Collector()
    fonts = open_fonts(None, collector)
    setter = Setter(CellMaker(fonts, collector), collector)
    made = setter.set([run(text, SONG)], Composition(**settings), EM, Shape(round(measure * EM), (0,), "left"))
    assert collector.findings == []
    return made


def painted(line: SetLine, vertical: bool = False) -> list[Glyphs | Line | Path]:
    """The items of a line whose em box is at 0, 0; a vertical one stands on the axis x = 0 and begins at y = 0."""
    sources = Sources().turned(Axes(EM // 2, 0)) if vertical else Sources()
    return [item for item in paint_line(line, 0, 0, EM, sources) if isinstance(item, Glyphs | Line | Path)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国国XX国", [1, 1.25, 0.5, 0.75, 1]),
        ("国。XX国", [1, 1, 0.5, 0.75, 1]),
        ("国2026国", [1.25, 0.5, 0.5, 0.5, 0.75, 1]),
        ("国（XX）国", [1, 1, 0.5, 0.5, 1, 1]),
        ("国¥5国", [1, 0.5, 0.75, 1]),  # none beside a bare sign
        ("国XX，国", [1.25, 0.5, 0.5, 1, 1]),
    ],
)
def test_r65_a_quarter_em_between_han_and_latin(text: str, expected: list[float]) -> None:
    assert natural(text) == expected


@pytest.mark.parametrize(("space", "gap"), [(250, 0.25), (125, 0.125), (0, 0)])
def test_r65_a_typed_space_is_replaced_not_added(space: int, gap: float) -> None:
    # the typed space is a box of its own: it takes the gap, the letter before it none
    assert natural("国 XX 国", autospace=space) == [1, gap, 0.5, 0.5, gap, 1]
    assert sum(natural("国XX国", autospace=space)) == sum(natural("国 XX 国", autospace=space))


@pytest.mark.parametrize(
    ("text", "han"),
    [
        ("约4,000吨", [0, 4]),  # 2½ em become 3
        ("共有10个", [0, 1, 3]),  # 1 em stays 1 em
        ("用iPhone拍照", [0, 4, 5]),  # 3 em stay 3
        ("是A级和B级", [0, 2, 3, 5]),  # ½ em becomes 1, twice
    ],
)
def test_r66_the_han_after_a_western_run_returns_to_the_grid(text: str, han: list[float]) -> None:
    line = set_text(text, 20, align="left", grid_latin=True).lines[0]
    assert [x for char, x in zip(text, em(line.xs), strict=True) if "一" <= char <= "鿿"] == han


def test_r66_the_padding_stands_on_both_sides() -> None:
    line = set_text("约4,000吨", 20, align="left", grid_latin=True).lines[0]
    # 2½ em of figures in 3 em: ¼ em before and after
    assert em(line.xs) == [0, 1.25, 1.75, 2.25, 2.75, 3.25, 4]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("28日", ["28", "日"]),
        ("共128人", ["共", "128", "人"]),
        ("3.0版", ["3.0", "版"]),
        ("得A+级", ["得", "A+", "级"]),
        ("A级", ["A", "级"]),
        ("向WTO说", ["向", "W", "T", "O", "说"]),
        ("第5名", ["第", "5", "名"]),
    ],
)
def test_r67_short_numbers_share_a_cell_and_letters_stand_upright(text: str, cells: list[str]) -> None:
    line = set_text(text, 20, align="left", writing="vertical").lines[0]
    assert line.width == len(cells) * EM
    at = 0
    for number, cell in enumerate(cells):
        box = line.xs[at], sum(line.advances[at : at + len(cell)])
        assert box == (number * EM, EM)
        at += len(cell)


def test_r67_a_shared_cell_is_no_wider_than_one_em() -> None:
    # three digits of ½ em are drawn at two thirds of the size
    pieces = set_text("共128人", 20, align="left", writing="vertical").lines[0].pieces
    cell = next(piece for piece in pieces if "".join(piece.texts) == "128")
    assert cell.direction == "ltr"
    assert cell.size == EM * 2 // 3
    assert cell.across == pytest.approx(-EM // 2, abs=2)


@pytest.mark.parametrize("word", ["printer", "newspaper", "Web"])
def test_r67_words_are_turned(word: str) -> None:
    pieces = set_text(f"这是{word}吗", 20, align="left", writing="vertical").lines[0].pieces
    turned = [piece for piece in pieces if piece.direction == "turned"]
    assert ["".join(piece.texts) for piece in turned] == [word]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲？！乙", [1, 0.5, 0.5, 1]),  # side by side in one cell
        ("甲：乙；丙", [1, 1, 1, 1, 1]),
        ("甲？乙！丙", [1, 1, 1, 1, 1]),
        ("甲：）乙", [1, 1, 1, 1]),  # ： keeps its blank
    ],
)
def test_r68_marks_of_vertical_text_are_not_squeezed(text: str, expected: list[float]) -> None:
    assert natural(text, writing="vertical", punctuation="full") == expected


def ink(made: SetParagraph, char: str, fonts: Any) -> tuple[float, float]:
    """Where the middle of a mark's outline stands in its cell of a vertical line, in em right of the axis and below
    the cell's top."""
    at = made.text.index(char)
    line = made.lines[0]
    seen = 0
    for piece in line.pieces:
        for number, text in enumerate(piece.texts):
            if seen == at:
                left, bottom, right, top = fonts.ink(SONG, piece.gids[number])
                # PDF hangs a glyph of vertical text by (half its advance, 880)
                across = (left + right) / 2 - fonts.advance(SONG, piece.gids[number]) / 2
                along = 880 - (bottom + top) / 2
                lift = piece.ys[number] if piece.ys else 0
                down = piece.x + piece.xs[number] - line.xs[at]
                return across / 1000 + lift / EM, along / 1000 + down / EM
            seen += len(text)
    raise AssertionError(char)


@pytest.mark.parametrize("mark", "。，、")
def test_r68_stops_stand_at_the_upper_right(mark: str) -> None:
    fonts = open_fonts(None, Collector())
    across, along = ink(real(f"甲{mark}乙", writing="vertical", punctuation="full"), mark, fonts)
    assert across > 0.1
    assert along < 0.5


@pytest.mark.parametrize("mark", ["——", "……", "～", "／"])
def test_r68_marks_of_the_middle_line_run_down(mark: str) -> None:
    """Their outlines are taller than wide, or they are turned."""
    fonts = open_fonts(None, Collector())
    made = real(f"甲{mark}乙", writing="vertical")
    found = [
        (piece.direction, gid)
        for piece in made.lines[0].pieces
        for gid, text in zip(piece.gids, piece.texts, strict=True)
        if text and text[0] in mark
    ]
    assert found
    for direction, gid in found:
        left, bottom, right, top = fonts.ink(SONG, gid)
        assert direction == "turned" or top - bottom > right - left


@pytest.mark.parametrize(("written", "alike"), [("“", "『"), ("”", "』"), ("‘", "「"), ("’", "」")])
def test_r68_quotation_marks_become_corner_brackets(written: str, alike: str) -> None:
    glyphs = [
        [gid for piece in real(f"国{mark}国", writing="vertical").lines[0].pieces for gid in piece.gids][1]
        for mark in (written, alike)
    ]
    assert glyphs[0] == glyphs[1]


def dots(line: SetLine, vertical: bool = False) -> list[tuple[float, float]]:
    """Middles of the emphasis dots, in em."""
    found = []
    for item in painted(line, vertical):
        if isinstance(item, Path) and item.fill is not None:
            xs, ys = item.points[::2], item.points[1::2]
            found.append(((min(xs) + max(xs)) / 2 / EM, (min(ys) + max(ys)) / 2 / EM))
    return found


@pytest.mark.parametrize(
    ("marked", "middles"),
    [
        ("着重号", [1.5, 2.5, 3.5]),
        ("重，要", [1.5, 3.5]),  # never under a mark
        ("看“字”", [1.5, 3.5]),
    ],
)
def test_r69_dots_stand_under_every_character(marked: str, middles: list[float]) -> None:
    line = set_runs([run("甲"), run(marked, mark="dots"), run("乙")], 20, align="left", punctuation="full").lines[0]
    found = dots(line)
    assert [x for x, _y in found] == pytest.approx(middles)
    # the em box ends 1 em below its top; the dots are between the lines, within half an em
    assert all(1 < y < 1.5 for _x, y in found)


@pytest.mark.parametrize("marked", ["着重号", "字"])
def test_r69_in_vertical_text_dots_stand_to_the_right(marked: str) -> None:
    line = set_runs([run("甲"), run(marked, mark="dots")], 20, align="left", writing="vertical").lines[0]
    found = dots(line, vertical=True)
    assert [y for _x, y in found] == pytest.approx([n + 1.5 for n in range(len(marked))])
    assert all(0.5 < x < 1 for x, _y in found)


@pytest.mark.parametrize(("mark", "kind"), [("name", Line), ("title", Path)])
def test_r69_neighbouring_names_have_lines_of_their_own(mark: str, kind: type) -> None:
    line = set_runs([run("屈原", mark=mark), run("贾谊", mark=mark)], 20, align="left").lines[0]
    ends = []
    for item in painted(line):
        if isinstance(item, Line):
            ends.append((item.x1 / EM, item.x2 / EM, item.y1 / EM))
        elif isinstance(item, Path):
            ends.append((item.points[0] / EM, item.points[-2] / EM, item.points[1] / EM))
        if not isinstance(item, Glyphs):
            assert isinstance(item, kind)
    assert len(ends) == 2
    (left, a, y), (b, right, _) = ends
    assert 0 < left < a < 2 < b < right < 4
    assert 1 < y < 1.5


def test_r69_marks_change_no_advance() -> None:
    plain = set_text("屈原贾谊列传", 20, align="left").lines[0]
    for mark in ("dots", "name", "title"):
        marked = set_runs([run("屈原", mark=mark), run("贾谊列传")], 20, align="left").lines[0]
        assert marked.advances == plain.advances


def readings(line: SetLine) -> list[tuple[float, float, float, float]]:
    """Left and right edge, size and lift of every reading in em; a Latin letter of the square font is ½ em."""
    found = []
    for piece in line.pieces:
        if piece.size < EM:
            left = piece.x / EM
            assert piece.ys is not None
            right = left + (piece.xs[-1] + piece.size / 2) / EM
            found.append((left, right, piece.size / EM, piece.ys[0] / EM))
    return found


@pytest.mark.parametrize(
    ("chars", "note", "middles"),
    [
        ("汉字", "hà zì", [1.5, 2.5]),  # ½ em over 1 em: nothing moves
        ("汉", "hàn", [1.5]),
        ("拼音", "pīn yīn", [1.5, 2.5]),
    ],
)
def test_r70_readings_are_half_size_above_and_centred(chars: str, note: str, middles: list[float]) -> None:
    line = set_runs([run("国"), run(chars, mark="ruby", note=note), run("国")], 20, align="left").lines[0]
    found = readings(line)
    assert [(left + right) / 2 for left, right, *_ in found] == pytest.approx(middles)
    assert all(size == 0.5 and lift >= 0.88 for *_, size, lift in found)
    assert em(line.advances) == [1] * (len(chars) + 2)


def test_r70_neighbouring_readings_keep_a_quarter_of_their_em_apart() -> None:
    # "zhuāng" is 6 × ¼ = 1½ em: the characters make room
    line = set_runs([run("庄", mark="ruby", note="zhuāng"), run("双", mark="ruby", note="shuāng")], 20, align="left")
    (_, right, *_), (left, *_) = readings(line.lines[0])
    assert left - right >= 0.125 - 1e-3
    assert "".join(lines(line)) == "庄双"


@pytest.mark.parametrize("count", [2, 3])
def test_r70_a_reading_over_several_characters_holds_them_together(count: int) -> None:
    word = "国语文"[:count]
    made = set_runs([run("人" * 5), run(word, mark="ruby", note="guóyǔ"), run("人" * 6)], 6)
    assert any(word in line for line in lines(made))


@pytest.mark.parametrize("name", ["张三", "李四光", "王"])
def test_r70_a_mourned_name_stands_in_a_black_frame(name: str) -> None:
    line = set_runs([run("悼念"), run(name, mark="mourning"), run("同志")], 20, align="left").lines[0]
    (frame,) = [item for item in painted(line) if isinstance(item, Path)]
    assert frame.stroke is not None
    assert frame.stroke.name == "black"
    xs, ys = frame.points[::2], frame.points[1::2]
    left, right, top, bottom = (value / EM for value in (min(xs), max(xs), min(ys), max(ys)))
    # round the em boxes of the name, and off those of its neighbours by less than a fifth of an em
    assert 1.8 < left <= origins(line)[2]
    assert 2 + len(name) <= right < 2.2 + len(name)
    assert top <= 0
    assert 1 <= bottom < 1.2
    assert origins(line)[:2] == [0, 1]


def symbols(line: SetLine) -> list[tuple[float, float, float, str]]:
    """Place along the line, distance from the vertical line's axis, size (in em), and direction of 注音 symbols."""
    return [
        (piece.x / EM, piece.across / EM, piece.size / EM, piece.direction) for piece in line.pieces if piece.size < EM
    ]


@pytest.mark.parametrize(("text", "note"), [("國語", "ㄍㄨㄛˊ ㄩˇ"), ("注", "ㄓㄨˋ"), ("媽媽", "ㄇㄚ ㄇㄚ˙")])
def test_r70_bopomofo_stands_upright_to_the_right_of_its_character(text: str, note: str) -> None:
    made = set_runs([run("人"), run(text, mark="ruby", note=note)], 20, align="left", writing="vertical")
    found = symbols(made.lines[0])
    assert [x for x, *_ in found] == [1 + n for n in range(len(text))]
    for _x, across, size, direction in found:
        assert direction == "ttb"
        assert 0.5 < across - size / 2 < across + size / 2 < 1
    assert em(made.lines[0].advances) == [1] * (1 + len(text))


@pytest.mark.parametrize("measure", [3, 4, 5])
def test_r70_bopomofo_never_opens_a_line_alone(measure: int) -> None:
    made = set_runs([run("人" * 4), run("國語", mark="ruby", note="ㄍㄨㄛˊ ㄩˇ"), run("人" * 4)], measure, align="left")
    assert "".join(lines(made)) == "人" * 4 + "國語" + "人" * 4
    for text, line in zip(lines(made), made.lines, strict=True):
        assert len(symbols(line)) == sum(char in "國語" for char in text)
