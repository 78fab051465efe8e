"""The content stream: places, colours, states and marks, read from its operators."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from printlayout.base.geometry import Rect
from printlayout.base.value import replace
from printlayout.model.display import Clip, DisplayList, Fill, Glyphs, Group, Image, Line
from printlayout.model.ink import BLACK, WHITE, Ink
from printlayout.pdf.content import PictureUse, adjusted, content
from printlayout.pdf.fonts import FaceUse, glyph_texts
from printlayout.pdf.objects import decimal, number

from .fontkit import EXTRA1, HAN, gid, permille
from .pages import page, text

RED = Ink("red", 0, 1000, 1000, 0)


def face_use(lists: list[DisplayList], face: str = "box") -> FaceUse:
    says = glyph_texts(lists).get(face, {})
    widths = {gid(char): 10 * round(permille(char)) for char in HAN + "abc "}
    return FaceUse("F1", {g: f"{g:04X}" for g in says}, {g: widths.get(g, 0) for g in says}, says)


def operators(*lists: DisplayList) -> str:
    pictures = {"a.jpg": PictureUse("Im1", 1)}
    return content(lists[0], {"box": face_use(list(lists))}, pictures).decode()


@pytest.mark.parametrize(
    ("length", "written"),
    [(0, "0"), (1000, "1"), (-1, "-0.001"), (1234, "1.234"), (-12_500, "-12.5"), (10_000, "10"), (100, "0.1")],
)
def test_number(length: int, written: str) -> None:
    assert number(length) == written


def test_decimal_has_no_negative_zero() -> None:
    assert decimal(Fraction(-1, 10_000_000)) == "0"
    assert decimal(Fraction(1, 3)) == "0.33333"


def test_solid_run_is_one_string() -> None:
    use = face_use([page([text("一丁丂")])])
    run = text("一丁丂")
    assert adjusted(use, run.gids, run.xs, 9_000) == f"[<{gid('一'):04X}{gid('丁'):04X}{gid('丂'):04X}>]"


def test_adjustment_leads() -> None:
    """A run whose first glyph stands off its origin starts with an adjustment, without an empty string."""
    use = face_use([page([text("一")])])
    assert adjusted(use, (gid("一"),), (-4_500,), 9_000) == f"[500<{gid('一'):04X}>]"


@pytest.mark.parametrize("size", [5_000, 9_000, 10_500, 36_000, 97_000])
def test_no_glyph_drifts(size: int) -> None:
    chars = (HAN[:120] * 2)[:200]
    run = text(chars, size=size, extra=Fraction(size, 97))
    use = face_use([page([run])])
    pen, at = Fraction(0), 0
    for adjustment, codes in re.findall(r"([-\d.]+)|<(\w+)>", adjusted(use, run.gids, run.xs, size)):
        if adjustment:
            pen -= Fraction(adjustment) * size / 1000
            continue
        for code in re.findall("....", codes):
            assert abs(pen - run.xs[at]) <= Fraction(size, 20_000)
            pen += Fraction(use.advances[int(code, 16)], 10_000) * size
            at += 1
    assert at == len(chars)


def test_y_is_turned_and_bleed_added() -> None:
    assert "1 0 0 1 23 153 Tm" in operators(page([text("一")], bleed=3_000))
    assert "1 0 0 1 20 150 Tm" in operators(page([text("一")]))


def test_black_text_overprints_and_white_does_not() -> None:
    lines = operators(page([text("一"), text("二", ink=WHITE), text("三")])).splitlines()
    assert [line for line in lines if line.endswith((" gs", " k"))] == [
        "/Ov gs", "0 0 0 1 k", "/Ko gs", "0 0 0 0 k", "/Ov gs", "0 0 0 1 k",
    ]  # fmt: skip


def test_black_tint_and_coloured_text_knock_out() -> None:
    for ink in (BLACK.tint(500), RED, Ink("rich", 400, 0, 0, 1000)):
        assert "/Ov gs" not in operators(page([text("一", ink=ink)]))


def test_black_area_knocks_out_and_black_rule_overprints() -> None:
    area = operators(page([Fill(Rect(0, 0, 1000, 1000), BLACK, 0)]))
    assert "/Ko gs\n0 0 0 1 k\n0 199 1 1 re f" in area
    rule = operators(page([Line(0, 10_000, 300_000, 10_000, 250, BLACK, 0)]))
    assert "/Ov gs\n0 0 0 1 K\n0.25 w\n0 190 m 300 190 l S" in rule


def test_state_is_said_once() -> None:
    written = operators(page([text("一"), text("二", y=60_000), text("三", y=70_000)]))
    assert written.count(" Tf") == written.count(" gs") == written.count(" k\n") == 1
    assert written.count("BT") == written.count("ET") == 1


def test_dash_ends_with_the_next_rule() -> None:
    dotted = Line(0, 0, 9_000, 0, 1_000, BLACK, 0, (0, 2_000))
    written = operators(page([dotted, Line(0, 5_000, 9_000, 5_000, 1_000, BLACK, 0)]))
    assert re.findall(r".* d$", written, re.MULTILINE) == ["1 J [0 2] 0 d", "0 J [] 0 d"]


def test_furniture_is_an_artifact() -> None:
    assert operators(page([text("一")], kind="furniture")).startswith("/Artifact BMC\nBT\n")
    assert operators(page([text("一")], kind="furniture")).endswith("ET\nEMC\n")
    assert "BMC" not in operators(page([text("一")]))


def test_empty_group_leaves_no_trace() -> None:
    empty = DisplayList("a", "a", 1, 1000, 1000, 0, (Group("furniture", "a", ()),))
    assert content(empty, {}, {}) == b"\n"


def test_glyph_with_two_texts_tells_the_second() -> None:
    run = text("一一")
    run = Glyphs(run.face, run.size, run.x, run.y, run.gids, run.xs, ("一", "⼀"), run.ink, 0)
    written = operators(page([run]))
    assert written.count("ActualText") == 1
    assert "/Span <</ActualText <FEFF2F00>>> BDC" in written


def test_cluster_of_two_glyphs_tells_its_text() -> None:
    run = Glyphs("box", 9_000, 0, 0, (gid("a"), EXTRA1, gid("b")), (0, 0, 5_000), ("á", "", "b"), BLACK, 0)
    written = operators(page([run, text("a")]))
    assert re.search(r"ActualText <FEFF00E1>>> BDC\n.*TJ\nEMC\n[^/]*TJ", written)
    assert written.count("ActualText") == 1


def test_raised_glyph() -> None:
    run = text("一丁丂", ys=(0, 3_000, 0))
    written = operators(page([run]))
    assert re.findall(r"1 0 0 1 (\S+ \S+) Tm", written) == ["20 150", "29 153", "38 150"]


def test_vertical_run_steps_down() -> None:
    written = operators(page([text("一丁丂", direction="ttb")]))
    assert re.findall(r"1 0 0 1 (\S+ \S+) Tm", written) == ["20 150", "20 141", "20 132"]


def test_glyphs_drawn_shorter_along_their_line() -> None:
    """长字: 一丁 at 9 pt and 80 % stand 7.2 pt apart; nothing is adjusted, for the widths are drawn shorter too."""
    run = text("一丁")
    run = replace(run, xs=(0, 7_200), scale=800)
    assert re.findall(r"(\S+ \S+ \S+ \S+) \S+ \S+ Tm \[(.*)\] TJ", operators(page([run]))) == [
        ("0.8 0 0 1", "<0029002A>")
    ]
    # 0.9 pt more between them is an eighth of the 7.2 pt that an em now is
    wider = operators(page([replace(run, xs=(0, 8_100))]))
    assert "<0029>-125<002A>" in wider
    upright = operators(page([replace(text("一丁", direction="ttb"), xs=(0, 7_200), scale=800)]))
    assert re.findall(r"(\S+ \S+ \S+ \S+ \S+ \S+) Tm", upright) == ["1 0 0 0.8 20 150", "1 0 0 0.8 20 142.8"]
    turned = operators(page([replace(text("一", direction="turned"), scale=1_100)]))
    assert "0 -1.1 1 0 20 150 Tm" in turned


def test_glyphs_drawn_by_their_outlines() -> None:
    """空心: text rendering mode 1 with a pen of the outline's width, and mode 0 again for what follows."""
    hollow = replace(text("一", size=40_000), outline=600)
    written = operators(page([text("一"), hollow, text("丁", y=80_000)]))
    assert re.findall(r"^\d Tr$|^0 0 0 1 [kK]$|^\S+ w$", written, re.MULTILINE) == [
        "0 0 0 1 k", "1 Tr", "0 0 0 1 K", "0.6 w", "0 Tr"
    ]  # fmt: skip
    dotted = Line(0, 0, 9_000, 0, 1_000, BLACK, 0, (0, 2_000))
    assert "0 J [] 0 d" in operators(page([dotted, hollow])).partition("1 Tr")[2]


def test_whole_picture_is_not_clipped() -> None:
    written = operators(page([Image("a.jpg", Rect(10_000, 20_000, 100_000, 50_000), (0, 0, 100_000, 100_000), 0)]))
    assert "q 100 0 0 50 10 130 cm /Im1 Do Q" in written


def test_crop_scales_and_clips() -> None:
    crop = (25_000, 10_000, 75_000, 60_000)
    written = operators(page([Image("a.jpg", Rect(10_000, 20_000, 100_000, 50_000), crop, 0)]))
    assert "q 10 130 100 50 re W n 200 0 0 100 -40 90 cm /Im1 Do Q" in written


def test_a_picture_in_a_shape_is_clipped_by_a_path() -> None:
    clip = Clip("mllh", (10_000, 20_000, 60_000, 20_000, 10_000, 60_000))
    shown = Image("a.jpg", Rect(10_000, 20_000, 50_000, 40_000), (0, 0, 100_000, 100_000), 0, clip)
    said = operators(page([shown]))
    placed = next(line for line in said.splitlines() if "Do" in line)
    assert re.match(r"q \S+ \S+ m \S+ \S+ l \S+ \S+ l h W\* n 50 0 0 40 ", placed)
