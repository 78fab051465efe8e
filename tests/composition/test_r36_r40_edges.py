"""E. Line edges and hanging marks (R36-R40)."""

from __future__ import annotations

import pytest

from printlayout.model.style import Composition
from square import EM, SquareShaper, advances, lines, origins, set_text

BREAKERS = ["optimum", "firstfit"]
OPEN = "“‘「『（［｛【〖《〈〔"


@pytest.mark.parametrize("punctuation", ["kaiming", "line-end-half", "half"])
@pytest.mark.parametrize(
    ("text", "measure", "first"),
    [
        ("此开卷第。一回之中", 5, "此开卷第。"),
        ("他说你好，我来了", 4.5, "他说你好，"),
        ("文文文文！字字字", 4.5, "文文文文！"),
        ("文文文文”字字字", 4.5, "文文文文”"),
        ("文文文文：字字字", 4.5, "文文文文："),
        ("文文文文。》字字字", 5, "文文文文。》"),
    ],
)
def test_r36_a_mark_takes_half_an_em_at_line_end(text: str, measure: float, first: str, punctuation: str) -> None:
    paragraph = set_text(text, measure, punctuation=punctuation)
    assert lines(paragraph)[0] == first
    assert advances(paragraph)[-1] == 0.5
    assert sum(paragraph.lines[0].advances) == measure * EM


def test_r36_the_full_style_keeps_it_while_there_is_room() -> None:
    paragraph = set_text("此开卷第。一回之中", 5, punctuation="full")
    assert advances(paragraph) == [1, 1, 1, 1, 1]
    tight = set_text("此开卷第。一回之中", 4.75, punctuation="full")
    assert lines(tight)[0] == "此开卷第。"
    assert advances(tight) == [1, 1, 1, 1, 0.75]


@pytest.mark.parametrize("mark", OPEN)
@pytest.mark.parametrize(("region", "width"), [("CN", 0.5), ("HK", 0.5), ("TW", 1)])
def test_r37_an_opening_mark_at_line_start(mark: str, region: str, width: float) -> None:
    paragraph = set_text(f"文文文文{mark}国国国", 4, region=region)
    assert lines(paragraph) == ["文文文文", f"{mark}国国国"]
    assert advances(paragraph, 1) == [width, 1, 1, 1]


def test_r37_example() -> None:
    paragraph = set_text("（国国国（国国国", 4, align="left")
    assert lines(paragraph) == ["（国国国", "（国国国"]
    assert advances(paragraph, 1) == [0.5, 1, 1, 1]


@pytest.mark.parametrize("advance", [1000, 500])
def test_r37_the_ink_stands_at_the_edge(advance: int) -> None:
    # the outline fills the right half of a full-width glyph, the whole of a half-width one
    ink = (500, -100, 1000, 800) if advance == 1000 else (0, -100, 500, 800)
    shaper = SquareShaper(widths={"（": advance}, inks={"（": ink})
    paragraph = set_text("文文文文（国国国", 4, shaper=shaper)
    glyph = origins(paragraph.lines[1])[0]
    assert glyph + ink[0] / 1000 == 0
    assert origins(paragraph.lines[1])[1] == 0.5


@pytest.mark.parametrize(("region", "glyph", "width"), [("CN", 1.5, 0.5), ("HK", 1.5, 0.5), ("TW", 2, 1)])
@pytest.mark.parametrize("mark", "「（“《")
def test_r38_an_opening_mark_behind_the_indent(mark: str, region: str, glyph: float, width: float) -> None:
    shaper = SquareShaper(widths={"“": 1000})
    line = set_text(f"{mark}国国国", 20, indent=2, region=region, shaper=shaper).lines[0]
    assert line.xs[0] == 2 * EM
    assert line.advances[0] == width * EM
    assert origins(line)[0] == glyph


@pytest.mark.parametrize(
    ("text", "measure", "expected", "first", "second"),
    [
        ("国国国国TT国", 4, ["国国国国", "TT国"], [1, 1, 1, 1], [0.5, 0.75, 1]),
        ("国国TT国国", 3.25, ["国国TT", "国国"], [1, 1.25, 0.5, 0.5], [1, 1]),
        ("国国国国 TT国", 4, ["国国国国 ", "TT国"], [1, 1, 1, 1, 0], [0.5, 0.75, 1]),
        ("国国TT 国国", 3.25, ["国国TT ", "国国"], [1, 1.25, 0.5, 0.5, 0], [1, 1]),
        ("国国国26年", 3, ["国国国", "26年"], [1, 1, 1], [0.5, 0.75, 1]),
    ],
)
@pytest.mark.parametrize("breaker", BREAKERS)
def test_r39_no_space_at_a_line_edge(
    text: str, measure: float, expected: list[str], first: list[float], second: list[float], breaker: str
) -> None:
    paragraph = set_text(text, measure, breaker=breaker)
    assert lines(paragraph) == expected
    assert advances(paragraph, 0) == first
    assert advances(paragraph, 1) == second


def test_r40_the_default_is_off() -> None:
    assert Composition().hanging == "off"
    assert lines(set_text("国国国国国，国国国", 5)) == ["国国国国", "国，国国国"]


@pytest.mark.parametrize("breaker", BREAKERS)
@pytest.mark.parametrize("mode", ["allow", "force"])
@pytest.mark.parametrize("mark", "、，。；：？！")
def test_r40_a_mark_hangs_outside_the_measure(mark: str, mode: str, breaker: str) -> None:
    paragraph = set_text(f"国国国国国{mark}国国国", 5, hanging=mode, breaker=breaker)
    assert lines(paragraph) == [f"国国国国国{mark}", "国国国"]
    assert advances(paragraph)[:5] == [1, 1, 1, 1, 1]
    assert paragraph.lines[0].width == 5 * EM


@pytest.mark.parametrize("breaker", BREAKERS)
@pytest.mark.parametrize("mode", ["allow", "force"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国国国国国”，国国", ["国国国国", "国”，国国"]),
        ("国国国国国，”国国", ["国国国国", "国，”国国"]),
        ("国国国国国》国国国", ["国国国国", "国》国国国"]),
    ],
)
def test_r40_one_mark_that_stands_alone_only(text: str, expected: list[str], mode: str, breaker: str) -> None:
    assert lines(set_text(text, 5, hanging=mode, breaker=breaker)) == expected


@pytest.mark.parametrize("region", ["TW", "HK"])
@pytest.mark.parametrize("mode", ["allow", "force"])
def test_r40_never_in_horizontal_text_outside_the_mainland(region: str, mode: str) -> None:
    paragraph = set_text("国国国国国，国国国", 5, hanging=mode, region=region)
    assert lines(paragraph) == ["国国国国", "国，国国国"]


def test_r40_allow_pushes_in_first() -> None:
    # 1+1+3+½ = 5½: the first ， gives its half, nothing hangs
    paragraph = set_text("国，国国国，国国国", 5, hanging="allow")
    assert lines(paragraph) == ["国，国国国，", "国国国"]
    assert advances(paragraph) == [1, 0.5, 1, 1, 1, 0.5]
    inside = set_text("国国国国，国国国国", 4.5, hanging="allow")
    assert advances(inside) == [1, 1, 1, 1, 0.5]


def test_r40_force_hangs_always() -> None:
    paragraph = set_text("国国国国，国国国国", 4.5, hanging="force")
    assert lines(paragraph) == ["国国国国，", "国国国国"]
    first = paragraph.lines[0]
    assert sum(first.advances[:4]) == 4.5 * EM
    assert first.xs[4] == 4.5 * EM
