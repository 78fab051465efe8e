"""Faces made for the purpose: checks before a build, shaping and fallback by numbers known in advance."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fonts import tiny
from fonts.tiny import GIDS
from printlayout.base.diagnostics import Collector, Span
from printlayout.base.messages import hint, what
from printlayout.fonts import cache as font_cache
from printlayout.fonts.catalogue import load_catalogue
from printlayout.fonts.face import Fonts
from printlayout.model.shaped import Glyph
from printlayout.model.style import Face

A = Face("小")


def opened(folder: Path, collector: Collector, faces: str, more: str = "", **files: bytes) -> Fonts:
    """Fonts of a house whose only family 小 has ``faces``."""
    path = tiny.house(folder, f"families:\n  小:\n    names: [tiny]\n    faces: {faces}\n{more}", **files)
    return Fonts(load_catalogue([path], collector))


def checked(folder: Path, collector: Collector, content: bytes, face: str = "") -> Fonts:
    fonts = opened(folder, collector, f"{{400: {{file: a.ttf, sha256: {{a_ttf}}{face}}}}}", a_ttf=content)
    fonts.check([A], collector)
    return fonts


def codes(collector: Collector) -> list[str]:
    for finding in collector.findings:
        for lang in ("zh", "en"):
            assert "{" not in what(finding, lang) + hint(finding, lang)
    return [finding.code for finding in collector.findings]


pytestmark = pytest.mark.usefixtures("cache")


# Checks before a build


def test_a_sound_face_has_nothing_to_tell(tmp_path: Path, collector: Collector) -> None:
    fonts = checked(tmp_path, collector, tiny.data(tiny.font()))
    assert codes(collector) == []
    assert fonts.font_file("小-400").path == tmp_path / "a.ttf"
    assert fonts.canonical(Face("TINY")) == A


def test_unknown_faces(tmp_path: Path, collector: Collector) -> None:
    fonts = opened(tmp_path, collector, "{400: {file: a.ttf}}")
    span = Span("layout.yaml", 3, 5)
    fonts.check([Face("大"), Face("小", 700)], collector, {Face("大"): span})
    assert codes(collector) == ["font.family", "font.weight"]
    assert collector.findings[0].span == span
    for face in (Face("大"), Face("小", 700)):
        with pytest.raises(LookupError):
            fonts.gid(face, "A")
    with pytest.raises(LookupError):
        fonts.font_file("小-700")


def test_missing_files(tmp_path: Path, collector: Collector) -> None:
    fonts = opened(tmp_path, collector, "{400: {file: a.ttf}}")
    fonts.check([A, Face("宋")], collector)
    assert codes(collector) == ["font.missing-file", "font.missing"]
    assert collector.findings[0].span.line == 4


def test_other_bytes_stop_the_build(tmp_path: Path, collector: Collector) -> None:
    content = tiny.data(tiny.font())
    fonts = checked(tmp_path, collector, content)
    (tmp_path / "a.ttf").write_bytes(tiny.data(tiny.font(name="Other")))
    later = Collector()
    Fonts(fonts.catalogue).check([A], later)
    assert codes(later) == ["font.hash"]
    # Put right, it passes, even with the same object.
    again = Fonts(fonts.catalogue)
    again.check([A], Collector())
    (tmp_path / "a.ttf").write_bytes(content)
    os.utime(tmp_path / "a.ttf", ns=(1, 1))
    last = Collector()
    again.check([A], last)
    assert codes(last) == []


def test_what_failed_is_told_again(tmp_path: Path, collector: Collector) -> None:
    fonts = opened(tmp_path, collector, "{400: {file: a.ttf}}")
    for _ in range(2):
        told = Collector()
        fonts.check([A], told)
        assert codes(told) == ["font.missing-file"]


def test_a_file_is_hashed_once_until_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[Path] = []
    real = font_cache.hash_file
    monkeypatch.setattr(font_cache, "hash_file", lambda path: (hashed.append(path), real(path))[1])
    path = tmp_path / "a.ttf"
    path.write_bytes(b"one")
    first = font_cache.known_hash(path)
    assert font_cache.known_hash(path) == first == tiny.sha(b"one")
    assert len(hashed) == 1
    os.utime(path, ns=(5, 5))
    assert font_cache.known_hash(path) == first
    assert len(hashed) == 2
    path.write_bytes(b"three")
    assert font_cache.known_hash(path) == tiny.sha(b"three")
    assert len(hashed) == 3
    font_cache.forget(path)
    font_cache.known_hash(path)
    assert len(hashed) == 4


@pytest.mark.parametrize("stamp", [b"", b"3", b"3 x y", b"\xff", b"3 1 0 0", b"x" * 70])
def test_a_broken_stamp_counts_for_nothing(stamp: bytes, tmp_path: Path, cache: Path) -> None:
    path = tmp_path / "a.ttf"
    path.write_bytes(b"one")
    font_cache.known_hash(path)
    [where] = (cache / "verified").iterdir()
    where.write_bytes(stamp)
    assert font_cache.known_hash(path) == tiny.sha(b"one")


def test_a_cache_that_cannot_be_written_only_costs_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("PRINTLAYOUT_CACHE", str(tmp_path / "file" / "below"))
    assert font_cache.known_hash(tmp_path / "file") == tiny.sha(b"")


def test_a_face_without_hash_is_used_with_a_warning(tmp_path: Path, collector: Collector) -> None:
    content = tiny.data(tiny.font())
    fonts = opened(tmp_path, collector, "{400: {file: a.ttf}}", a_ttf=content)
    fonts.check([A], collector)
    assert codes(collector) == ["font.unpinned"]
    assert not collector.failed
    assert collector.findings[0].args["sha256"] == tiny.sha(content)
    assert fonts.gid(A, "A") == GIDS["A"]


@pytest.mark.parametrize("content", [b"", b"not a font at all", b"\0\1\0\0\0\1", b"wOFF" + bytes(60)])
def test_unreadable(content: bytes, tmp_path: Path, collector: Collector) -> None:
    checked(tmp_path, collector, content)
    assert codes(collector) == ["font.unreadable"]


@pytest.mark.parametrize(
    ("fstype", "expected"),
    [
        (0x0000, []),
        (0x0004, []),
        (0x0008, []),
        (0x0002, ["font.embedding"]),
        # The most permissive of several counts: restricted, but editable.
        (0x000A, []),
        (0x0200, ["font.embedding"]),
        (0x0208, ["font.embedding"]),
        (0x0100, ["font.subsetting"]),
        (0x0102, ["font.embedding"]),
    ],
)
def test_rights(fstype: int, expected: list[str], tmp_path: Path, collector: Collector) -> None:
    fonts = checked(tmp_path, collector, tiny.data(tiny.font(fstype=fstype)))
    assert codes(collector) == expected
    if expected:
        assert collector.findings[0].args["fstype"] == f"0x{fstype:04X}"
        with pytest.raises(LookupError):
            fonts.gid(A, "A")


def test_collection_by_index(tmp_path: Path, collector: Collector) -> None:
    ttc = tiny.collection([tiny.font(cmap={0x41: "A"}), tiny.font(cmap={0x56: "V"})])
    fonts = opened(
        tmp_path,
        collector,
        "{400: {file: a.ttc, sha256: {a_ttc}}, 500: {file: a.ttc, sha256: {a_ttc}, index: 1}, "
        "600: {file: a.ttc, sha256: {a_ttc}, index: 2}}",
        a_ttc=ttc,
    )
    fonts.check([A, Face("小", 500)], collector)
    assert codes(collector) == []
    assert [fonts.gid(A, "A"), fonts.gid(A, "V")] == [GIDS["A"], 0]
    assert [fonts.gid(Face("小", 500), "A"), fonts.gid(Face("小", 500), "V")] == [0, GIDS["V"]]
    fonts.check([Face("小", 600)], collector)
    assert codes(collector) == ["font.unreadable"]


def test_a_file_with_a_chinese_name(tmp_path: Path, collector: Collector) -> None:
    fonts = opened(tmp_path, collector, "{400: {file: 报宋.ttf, sha256: {报宋_ttf}}}", 报宋_ttf=tiny.data(tiny.font()))
    fonts.check([A], collector)
    assert codes(collector) == []


@pytest.mark.parametrize(
    ("face", "advance"),
    # 100 more at 900; 400 is the default. 650 is half way, 800 four fifths.
    [("", 600), (", axes: {wght: 900}", 700), (", axes: {wght: 650}", 650), (", instance: Heavy", 680)],
)
def test_variable_font(face: str, advance: int, tmp_path: Path, collector: Collector) -> None:
    fonts = checked(tmp_path, collector, tiny.data(tiny.variable()), face)
    assert codes(collector) == []
    assert fonts.advance(A, GIDS["A"]) == advance
    assert fonts.ink(A, GIDS["A"]) == (50, 0, advance - 50, 700)


@pytest.mark.parametrize(
    ("face", "code"),
    [(", instance: Fat", "font.instance"), (", axes: {wght: 901}", "font.axis"), (", axes: {wdth: 1}", "font.axis")],
)
def test_variable_font_misnamed(face: str, code: str, tmp_path: Path, collector: Collector) -> None:
    checked(tmp_path, collector, tiny.data(tiny.variable()), face)
    assert codes(collector) == [code]
    assert "known" in collector.findings[0].args


def test_an_axis_of_a_font_without_axes(tmp_path: Path, collector: Collector) -> None:
    checked(tmp_path, collector, tiny.data(tiny.font()), ", axes: {wght: 400}")
    assert codes(collector) == ["font.axis"]


# Shaping


@pytest.fixture(params=["truetype", "cff"])
def fonts(request: pytest.FixtureRequest, tmp_path: Path, collector: Collector) -> Fonts:
    return checked(tmp_path, collector, tiny.data(tiny.font(request.param)))


def test_kerning_and_scale(fonts: Fonts) -> None:
    # A 600 - 80, V 650; at 9 pt an em is 9,000 milli-points.
    assert fonts.shape(A, "AV", 9000, "en") == (Glyph(GIDS["A"], 0, 4680), Glyph(GIDS["V"], 1, 5850))
    # 10.001 pt: 520 x 10001 / 1000 = 5200.52, 650 x 10001 / 1000 = 6500.65.
    assert [glyph.advance for glyph in fonts.shape(A, "AV", 10_001, "en")] == [5201, 6501]
    # Half a milli-point goes up: 250 x 9002 / 1000 = 2250.5.
    assert fonts.shape(A, " ", 9002, "en")[0].advance == 2251


def test_marks_keep_their_full_width(fonts: Fonts) -> None:
    assert fonts.shape(A, "中，", 10_000, "zh-Hans") == (
        Glyph(GIDS["zhong"], 0, 10_000),
        Glyph(GIDS["comma"], 1, 10_000),
    )


def test_latin_takes_proportional_forms(fonts: Fonts) -> None:
    assert fonts.shape(A, "，", 10_000, "en") == (Glyph(GIDS["narr"], 0, 4000),)


def test_chinese_takes_its_local_forms(fonts: Fonts) -> None:
    assert fonts.shape(A, "—", 10_000, "zh-Hans")[0].gid == GIDS["wide"]
    assert fonts.shape(A, "—", 10_000, "zh-CN")[0].gid == GIDS["wide"]
    assert fonts.shape(A, "—", 10_000, "zh-Hant")[0].gid == GIDS["dash"]
    assert fonts.shape(A, "—", 10_000, "en")[0].gid == GIDS["dash"]


def test_vertical(fonts: Fonts) -> None:
    # The pen stands in the middle of the glyph: half of 1000 to the left. Downwards, the top of the glyph's box is
    # its outline's top 700 and the top bearing 180 above the baseline.
    assert fonts.shape(A, "中，", 10_000, "zh-Hans", True) == (
        Glyph(GIDS["zhong"], 0, 10_000, -5000, -8800),
        Glyph(GIDS["vert"], 1, 10_000, -5000, -8800),
    )


def test_missing_glyphs_and_clusters(fonts: Fonts) -> None:
    # One character beyond the basic plane counts as one.
    shaped = fonts.shape(A, "𠀀A国", 1000, "zh-Hans")
    assert [(glyph.gid, glyph.cluster) for glyph in shaped] == [(0, 0), (GIDS["A"], 1), (0, 2)]
    assert fonts.gid(A, "国") == 0
    assert fonts.shape(A, "", 1000, "en") == ()


def test_shaped_once(fonts: Fonts) -> None:
    assert fonts.shape(A, "AV", 9000, "en") is fonts.shape(A, "AV", 9000, "en")
    assert fonts.shape(Face("tiny"), "AV", 9000, "en") is fonts.shape(A, "AV", 9000, "en")


def test_ink_and_advance(fonts: Fonts) -> None:
    assert fonts.ink(A, GIDS["A"]) == (50, 0, 550, 700)
    assert fonts.ink(A, GIDS["space"]) == (0, 0, 0, 0)
    assert fonts.advance(A, GIDS["space"]) == 250


# Fallback


def chain(folder: Path, collector: Collector, second: bytes) -> Fonts:
    more = """    fallback: [空, 大]
  空: {faces: {400: {file: none.ttf}}}
  大: {faces: {300: {file: b.ttf, sha256: {b_ttf}}, 700: {file: c.ttf, sha256: {c_ttf}}}}
"""
    small, third = tiny.data(tiny.font(cmap={0x41: "A"})), tiny.data(tiny.font(cmap={0x56: "V"}))
    faces = "{400: {file: a.ttf, sha256: {a_ttf}}}"
    return opened(folder, collector, faces, more, a_ttf=small, b_ttf=second, c_ttf=third)


def test_fallback_along_the_chain(tmp_path: Path, collector: Collector) -> None:
    fonts = chain(tmp_path, collector, tiny.data(tiny.font(cmap={0x4E2D: "zhong"})))
    fonts.check([A], collector)
    assert fonts.fallback(A, "A") == A
    # 空 is not there and passed over; of 大, 300 is nearer to 400 than 700 is.
    assert fonts.fallback(A, "中") == Face("大", 300)
    assert fonts.fallback(A, "V") is None
    assert codes(collector) == []


def test_a_fallback_with_other_bytes_is_told_and_not_used(tmp_path: Path, collector: Collector) -> None:
    fonts = chain(tmp_path, collector, tiny.data(tiny.font(cmap={0x4E2D: "zhong"})))
    (tmp_path / "b.ttf").write_bytes(tiny.data(tiny.font()))
    fonts.check([A], collector)
    assert codes(collector) == []
    assert fonts.fallback(A, "中") is None
    assert codes(collector) == ["font.hash"]
