"""Nothing is lost silently: text without room, pictures without place, characters without glyph, fonts not themselves.

The numbers are worked out by hand on the grid of :mod:`.small`.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image as Pillow

from printlayout.base.diagnostics import Finding, Severity
from printlayout.base.messages import hint, what
from printlayout.build import build, check
from printlayout.cli.main import run
from printlayout.fonts.cache import cache_root
from printlayout.model.built import Built
from printlayout.model.display import DisplayList, Fill, Glyphs

from . import small
from .reader import PdfText
from .reading import glyphs

PRESS, PROOF = "xinbao-20230113-01.pdf", "xinbao-20230113-proof.pdf"
RED = (0.0, 1.0, 1.0, 0.0)


@dataclass
class Made:
    """A small issue as built."""

    issue: Path
    out: Path
    built: Built

    @property
    def display(self) -> DisplayList:
        display = self.built.pages[0].display
        assert display is not None
        return display

    def errors(self) -> list[Finding]:
        return [finding for finding in self.built.findings if finding.severity is Severity.ERROR]

    def files(self) -> list[str]:
        return sorted(path.name for path in self.out.iterdir())

    def exit_code(self) -> int:
        return run(["--lang", "en", "build", str(self.issue), "--out", str(self.out.with_name("again")), "--quiet"])


def make(tmp_path: Path, text: str, layout: str = small.LAYOUT, **files: bytes) -> Made:
    issue = small.write(tmp_path / "issue", text, layout, **files)
    return Made(issue, tmp_path / "out", build(issue, tmp_path / "out"))


def body(display: DisplayList) -> str:
    return "".join(run.text for _, run in glyphs(display, "story") if run.size == 10_000)


# -- text -----------------------------------------------------------------------------------------------------


def test_a_page_that_fits_to_the_last_character(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """14 lines hold 138 characters: 8 and 13 times 10."""
    made = make(tmp_path, small.story(small.han(138)))
    assert made.built.findings == ()
    assert made.files() == [PRESS, PROOF]
    assert body(made.display) == small.han(138)
    (fit,) = made.built.pages[0].copyfit
    assert (fit.characters, fit.lines, fit.free, fit.overset_lines, fit.overset_characters) == (138, 14, 0, 0, 0)
    assert made.exit_code() == 0


def test_text_without_room_is_counted_and_placed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """171 characters in one paragraph and 25 in another. The first sets 18 lines (8 + 16 × 10 + 3): 14 fit, the cut
    falls before character 139; 33 are left, and all 25 of the second, on 4 and on 3 lines."""
    first, second = small.han(171), "尾" * 25
    made = make(tmp_path, small.story(first, second))
    (finding,) = made.errors()
    assert finding.code == "layout.overset"
    args = finding.args
    assert (args["story"], args["slot"], args["characters"], args["lines"]) == ("one", "lead", "58", "7")
    assert args["text"] == first[138:148]
    assert Path(finding.span.file).name == "one.md"
    assert (finding.span.line, finding.span.column) == (4, 139)  # where the cut falls
    for lang in ("zh", "en"):
        said = what(finding, lang) + hint(finding, lang)
        assert "58" in said and "7" in said and first[138:148] in said
    (fit,) = made.built.pages[0].copyfit
    assert (fit.characters, fit.lines, fit.free, fit.overset_lines, fit.overset_characters) == (196, 14, 0, 7, 58)
    placed = body(made.display)
    assert placed == first[:138]
    assert len(placed) + fit.overset_characters == len(first + second)
    assert made.exit_code() == 1


def test_a_page_with_overset_has_a_marked_proof_and_no_press_file(tmp_path: Path) -> None:
    made = make(tmp_path, small.story(small.han(171), "尾" * 25))
    assert made.files() == [PROOF]
    assert not made.built.pages[0].sound and made.built.pages[0].pdf == b""
    (mark,) = (group for group in made.display.groups if group.kind == "mark")
    bars = [item for item in mark.items if isinstance(item, Fill)]
    words = [item for item in mark.items if isinstance(item, Glyphs)]
    assert len(bars) == 1 and bars[0].rect.width == 100_000  # as wide as the column
    assert "".join(run.text for run in words) == "溢出 58 字 7 行"
    last = max(run.y for _, run in glyphs(made.display, "story"))
    assert last < bars[0].rect.y < made.display.height and max(run.y for run in words) < made.display.height
    proof = (made.out / PROOF).read_bytes()
    shown = [part for part in PdfText(proof).shown() if part.colour == RED]
    assert "".join(part.text for part in shown) == "溢出 58 字 7 行"
    assert all(part.artifact for part in shown)
    with pdfium.PdfDocument(proof) as document:
        image = document[0].render(scale=2).to_pil().convert("RGB")
    pixels = image.tobytes()
    red = sum(r > 150 and g < 90 and b < 90 for r, g, b in zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True))
    assert red > 200 * 4  # at least the bar: 200 by 5 pixels


def test_the_cut_may_fall_between_paragraphs(tmp_path: Path) -> None:
    """138 characters fill the page; the next paragraph, on line 6 of the file, is left whole."""
    made = make(tmp_path, small.story(small.han(138), "尾" * 18))
    (finding,) = made.errors()
    assert (finding.args["characters"], finding.args["lines"]) == ("18", "2")
    assert (finding.span.line, finding.span.column) == (6, 1)
    assert body(made.display) == small.han(138)


def test_one_character_too_many(tmp_path: Path) -> None:
    """The 139th character would stand alone on a 15th line; the line above may lend it company (R52), so that the cut
    takes one or two: what was set and what was not is the story."""
    made = make(tmp_path, small.story(small.han(139)))
    (finding,) = made.errors()
    assert finding.args["lines"] == "1"
    assert len(body(made.display)) + int(finding.args["characters"]) == 139
    assert small.han(139).startswith(body(made.display))


def test_a_heading_without_room_is_part_of_the_overset(tmp_path: Path) -> None:
    """A sub-heading takes two lines and keeps two lines of text under it (R61): in the last line there is no room for
    that, so heading (4 characters) and paragraph (20) are left, on 2 + 3 lines (8, 10, 2)."""
    made = make(tmp_path, small.story(small.han(128), "## 小小标题", "尾" * 20))
    (finding,) = made.errors()
    assert (finding.args["characters"], finding.args["lines"]) == ("24", "5")
    assert (finding.args["text"], finding.span.line) == ("小小标题", 6)
    assert body(made.display) == small.han(128)


def test_the_last_good_file_stays_and_is_named(tmp_path: Path) -> None:
    made = make(tmp_path, small.story(small.han(100)))
    good = (made.out / PRESS).read_bytes()
    small.write(made.issue, small.story(small.han(200)))
    built = build(made.issue, made.out)
    assert (made.out / PRESS).read_bytes() == good
    assert [finding.code for finding in built.findings] == ["layout.overset", "build.kept-old"]
    assert built.findings[1].args["file"].endswith(PRESS)
    assert [path.name for path in built.files] == [PROOF]


def test_one_bad_page_does_not_stop_the_others(tmp_path: Path) -> None:
    issue = small.write(
        tmp_path / "issue", small.story(small.han(100)), stories__two_md=small.story("尾" * 200).encode()
    )
    second = "  - {page: 2, layout: small, stories: {lead: two}}\n"
    (issue / "issue.yaml").write_text(small.ISSUE + second, encoding="utf-8")
    built = build(issue, tmp_path / "out")
    assert [page.sound for page in built.pages] == [True, False]
    assert sorted(path.name for path in built.files) == [PRESS, PROOF]
    assert len(PdfText((tmp_path / "out" / PROOF).read_bytes()).pages()) == 2


# -- pictures -------------------------------------------------------------------------------------------------


def jpeg() -> bytes:
    data = BytesIO()
    Pillow.radial_gradient("L").resize((600, 400)).convert("RGB").save(data, "JPEG", quality=80)
    return data.getvalue()


TWO = "pictures:\n  - {file: a.jpg, caption: 甲图}\n  - {file: b.jpg, caption: 乙图}\n"


def test_a_picture_without_a_place_is_an_error(tmp_path: Path) -> None:
    layout = small.LAYOUT.replace("{headline: head}}", "{headline: head}, pictures: [{columns: 1, line: 1, lines: 5}]}")
    text = small.story(small.han(20), front=TWO)
    made = make(tmp_path, text, layout, pictures__a_jpg=jpeg(), pictures__b_jpg=jpeg())
    (finding,) = made.errors()
    assert finding.code == "layout.picture-unplaced"
    assert (Path(finding.span.file).name, finding.span.line) == ("one.md", 5)
    assert made.files() == [PROOF]
    assert made.exit_code() == 1


def test_a_missing_picture_is_an_error_of_its_own(tmp_path: Path) -> None:
    layout = small.LAYOUT.replace("{headline: head}}", "{headline: head}, pictures: [{columns: 1, line: 1, lines: 5}]}")
    made = make(tmp_path, small.story(small.han(20), front="pictures: [{file: a.jpg}]\n"), layout)
    (finding,) = made.errors()
    assert finding.code == "spec.missing-picture"
    assert (Path(finding.span.file).name, finding.span.line) == ("one.md", 3)
    assert not made.out.exists()
    assert made.exit_code() == 3


# -- glyphs ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("char", "code"), [("\ue000", "U+E000"), ("\U0002f800", "U+2F800"), ("ᚠ", "U+16A0")])
def test_a_character_no_font_has_is_an_error(tmp_path: Path, char: str, code: str) -> None:
    """It names character, code point, story file, line and column; the page gets no press file."""
    made = make(tmp_path, small.story(small.han(20), f"前四个字{char}后面"))
    (finding,) = made.errors()
    assert finding.code == "font.missing-glyph"
    assert (finding.args["char"], finding.args["code"], finding.args["face"]) == (char, code, "宋-400")
    assert (Path(finding.span.file).name, finding.span.line, finding.span.column) == ("one.md", 6, 5)
    for lang in ("zh", "en"):
        assert char in what(finding, lang) and code in what(finding, lang)
    assert made.files() == [PROOF]
    assert made.exit_code() == 3


def test_a_character_of_a_fallback_face_is_set_and_reported(tmp_path: Path) -> None:
    """The 64 hexagrams are in 楷 alone: 宋 falls back along 黑, 楷."""
    made = make(tmp_path, small.story("乾卦䷀坤卦䷁，都是卦名。"))
    assert [(f.code, f.severity, f.args["char"], f.args["other"], f.span.line, f.span.column)
            for f in made.built.findings if f.code == "font.fallback"] == [
        ("font.fallback", Severity.WARNING, "䷀", "楷-400", 4, 3),
        ("font.fallback", Severity.WARNING, "䷁", "楷-400", 4, 6),
    ]  # fmt: skip
    assert made.errors() == []
    runs = {run.face: run.text for _, run in glyphs(made.display, "story") if run.size == 10_000 and "䷀" in run.text}
    assert runs == {"楷-400": "䷀"}
    assert "乾卦䷀坤卦䷁，都是卦名。" in PdfText((made.out / PRESS).read_bytes()).text()
    assert made.exit_code() == 0


# -- fonts ----------------------------------------------------------------------------------------------------


def test_a_house_font_whose_bytes_differ_stops_the_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sha256 = hashlib.sha256(b"as it was").hexdigest()
    catalogue = f"families:\n  报宋:\n    faces:\n      400: {{file: a.ttf, sha256: {sha256}}}\n"
    layout = small.LAYOUT.replace("body: {face: 宋 400", "body: {face: 报宋 400")
    files = {"fonts__catalogue_yaml": catalogue.encode(), "fonts__a_ttf": b"as it is"}
    made = make(tmp_path, small.story(small.han(20)), layout, **files)
    (finding,) = made.errors()
    assert finding.code == "font.hash"
    assert Path(finding.span.file).name == "catalogue.yaml" and finding.span.line == 4
    assert finding.args["sha256"] == hashlib.sha256(b"as it is").hexdigest()
    assert not made.out.exists() or made.files() == []
    assert made.exit_code() == 3


def test_an_installed_font_whose_bytes_differ_stops_the_build(tmp_path: Path) -> None:
    """In a cache of its own: every font a link to the user's, and the body's with one byte changed."""
    cache = tmp_path / "cache"
    (cache / "fonts").mkdir(parents=True)
    for path in (cache_root() / "fonts").iterdir():
        (cache / "fonts" / path.name).symlink_to(path)
    body_font = cache / "fonts" / "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742.ttf"
    data = bytearray(body_font.read_bytes())
    data[len(data) // 2] ^= 1
    body_font.unlink()
    body_font.write_bytes(data)
    issue = small.write(tmp_path / "issue", small.story(small.han(20)))
    command = [sys.executable, "-m", "printlayout", "--lang", "en", "build", str(issue), "--out", str(tmp_path / "out")]
    environment = os.environ | {"PRINTLAYOUT_CACHE": str(cache)}
    done = subprocess.run([*command, "--quiet"], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 3, done.stderr
    told = [line for line in done.stderr.splitlines() if not line.startswith(" ")]
    assert len(told) == 1 and told[0].endswith("[font.hash]") and "宋-400" in told[0]
    assert not (tmp_path / "out" / PRESS).exists()


# -- check ----------------------------------------------------------------------------------------------------


def test_check_tells_what_build_tells_and_writes_nothing(tmp_path: Path) -> None:
    issue = small.write(tmp_path / "issue", small.story(small.han(171), "卦䷀。"))
    before = sorted(tmp_path.rglob("*"))
    _, told = check(issue)
    assert sorted(tmp_path.rglob("*")) == before
    assert told == build(issue, tmp_path / "out").findings
    assert {finding.code for finding in told} == {"layout.overset", "font.fallback"}
