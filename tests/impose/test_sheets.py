"""Sheets reopened: boxes, where pages stand, what they say, bytes; and what is refused."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest

from pages import small
from pdf.fontkit import Fonts
from pdf.pages import META, page, text
from printlayout.base.diagnostics import Collector
from printlayout.base.geometry import Rect
from printlayout.impose.files import of_folder, sections_of
from printlayout.impose.sheets import Imposed, impose
from printlayout.model.display import DisplayList, Fill
from printlayout.model.ink import Ink
from printlayout.model.issue import Section
from printlayout.pdf.writer import write

WIDTH, HEIGHT = 300.0, 200.0
CYAN = Ink("c", 1000, 0, 0, 0)
HANZI = "〇一丁丂七丄丅丆万丈三上下丌不与丏"


def display(number: int, bleed: int = 0) -> DisplayList:
    """A page that says its folio in letters and is cyan all over its bleed."""
    back = Fill(Rect(-bleed, -bleed, 300_000 + 2 * bleed, 200_000 + 2 * bleed), CYAN, 0)
    return page([back, text(f"page {number:02d}", x=20_000, y=50_000)], number=number, bleed=bleed)


def files(folder: Path, count: int, bleed: int = 0) -> dict[int, Path]:
    made = {}
    for number in range(1, count + 1):
        made[number] = folder / f"syb-20261124-{number:02d}.pdf"
        made[number].write_bytes(write([display(number, bleed)], Fonts(), META))
    return made


def imposed(found: dict[int, Path], *sections: Section, collector: Collector | None = None) -> Imposed:
    wanted = sections or (Section("", tuple(found)),)
    made = impose(found, wanted, "试验报", date(2026, 11, 24), "syb-20261124", collector or Collector())
    assert made is not None
    return made


def words(pdf: bytes) -> list[str]:
    with pdfium.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded().strip() for page in document]


def left_of(pdf: bytes, index: int, wanted: str) -> float:
    """Where a text begins on a sheet."""
    with pdfium.PdfDocument(pdf) as document:
        textpage = document[index].get_textpage()
        place = textpage.get_text_range().index(wanted)
        return float(textpage.get_charbox(place, loose=True)[0])


def test_each_sheet_says_its_two_pages(tmp_path: Path) -> None:
    made = imposed(files(tmp_path, 8))
    assert [" ".join(said.split()) for said in words(made.pdf)] == [
        "page 08 page 01", "page 02 page 07", "page 06 page 03", "page 04 page 05"
    ]  # fmt: skip
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        assert [str(pdf.Root.PageLabels.Nums[2 * n + 1].P) for n in range(4)] == ["8-1", "2-7", "6-3", "4-5"]


@pytest.mark.parametrize("bleed", [0, 8_504])
def test_boxes_and_places_to_a_hundredth_of_a_point(tmp_path: Path, bleed: int) -> None:
    made = imposed(files(tmp_path, 4, bleed))
    b = bleed / 1000
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        for sheet in pdf.pages:
            trim, media = [float(v) for v in sheet.TrimBox], [float(v) for v in sheet.MediaBox]
            assert trim == pytest.approx([b, b, b + 2 * WIDTH, b + HEIGHT], abs=0.001)
            assert media == pytest.approx([0, 0, 2 * (WIDTH + b), HEIGHT + 2 * b], abs=0.001)
            assert [float(v) for v in sheet.BleedBox] == media
            assert "/Rotate" not in sheet and "/CropBox" not in sheet
    places = {place.page: (float(place.x), float(place.y)) for place in made.places}
    assert places == {4: (b, b), 1: (b + WIDTH, b), 2: (b, b), 3: (b + WIDTH, b)}
    for index, (left, right) in enumerate([("04", "01"), ("02", "03")]):
        assert left_of(made.pdf, index, f"page {left}") == pytest.approx(b + 20, abs=0.01)
        assert left_of(made.pdf, index, f"page {right}") == pytest.approx(b + WIDTH + 20, abs=0.01)


def test_creep_moves_inner_sheets_towards_the_fold(tmp_path: Path) -> None:
    """0.1 mm is 0.2835 pt; the third sheet of twelve pages moves by two of them."""
    found = files(tmp_path, 12)
    made = imposed(found, Section("", tuple(found), "stitched", 283))
    x = {place.page: float(place.x) for place in made.places}
    assert [x[n] for n in (12, 2, 10, 4, 8, 6)] == pytest.approx([0, 0, 0.283, 0.283, 0.566, 0.566], abs=1e-9)
    assert [x[n] for n in (1, 11, 3, 9, 5, 7)] == pytest.approx(
        [300, 300, 299.717, 299.717, 299.434, 299.434], abs=1e-9
    )
    assert left_of(made.pdf, 4, "page 08") == pytest.approx(20.566, abs=0.01)
    assert left_of(made.pdf, 4, "page 05") == pytest.approx(300 - 0.566 + 20, abs=0.01)
    nested = imposed(found, Section("", tuple(found), "nested", 283))
    assert {float(place.x) for place in nested.places} == {0.0, 300.0}


def test_bleed_shows_outside_and_not_across_the_fold(tmp_path: Path) -> None:
    """A white page beside a cyan one stays white up to the fold."""
    found = files(tmp_path, 4, 8_504)
    found[1].write_bytes(write([page([text("page 01")], number=1, bleed=8_504)], Fonts(), META))
    made = imposed(found)
    with pdfium.PdfDocument(made.pdf) as document:
        image = document[0].render(scale=2).to_pil().convert("RGB")
    fold = round(2 * (8.504 + WIDTH))
    assert image.getpixel((2, 100)) != (255, 255, 255)
    assert image.getpixel((fold - 3, 100)) != (255, 255, 255)
    assert image.getpixel((fold + 3, 100)) == (255, 255, 255)


def test_same_bytes_and_fonts_as_they_were(tmp_path: Path) -> None:
    found = files(tmp_path, 4)
    one, two = imposed(found), imposed(found)
    assert one.pdf == two.pdf
    with pikepdf.open(found[1]) as page_file, pikepdf.open(BytesIO(one.pdf)) as sheets:
        font = page_file.pages[0].Resources.Font["/F1"].DescendantFonts[0].FontDescriptor
        ours = sheets.pages[0].Resources.XObject["/P1"].Resources.Font["/F1"].DescendantFonts[0].FontDescriptor
        key = "/FontFile2" if "/FontFile2" in font else "/FontFile3"
        assert ours[key].read_raw_bytes() == font[key].read_raw_bytes()
        content = sheets.pages[0].Resources.XObject["/P1"].read_bytes()
        assert content.strip() == page_file.pages[0].Contents.read_bytes().strip()
        assert sheets.Root.Metadata.get("/Filter") is None
        assert str(sheets.docinfo["/Title"]) == "试验报"
        assert sheets.check_pdf_syntax() == []


def test_blanks_are_told_and_stay_empty(tmp_path: Path) -> None:
    collector = Collector()
    made = imposed(files(tmp_path, 6), collector=collector)
    assert [(f.code, f.args["blank"]) for f in collector.findings] == [("release.impose-blank", "2")]
    assert [pair.label for pair in made.pairs] == ["·-1", "2-·", "6-3", "4-5"]
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        assert [len(sheet.Resources.XObject) for sheet in pdf.pages] == [1, 1, 2, 2]


def test_sections_one_after_another(tmp_path: Path) -> None:
    found = files(tmp_path, 12)
    made = imposed(found, Section("A", tuple(range(1, 9))), Section("B", (9, 10, 11, 12), "loose"))
    assert [pair.label for pair in made.pairs] == ["8-1", "2-7", "6-3", "4-5", "12-9", "10-11"]


def refused(found: dict[int, Path], *sections: Section) -> list[str]:
    collector = Collector()
    wanted = sections or (Section("", tuple(found)),)
    assert impose(found, wanted, "t", date(2026, 11, 24), "s", collector) is None
    return [f.code for f in collector.findings]


def test_what_is_refused(tmp_path: Path) -> None:
    found = files(tmp_path, 4)
    assert refused(found, Section("", (1, 2, 3, 4, 5))) == ["release.impose-no-page", "release.impose-blank"]
    good = found[2].read_bytes()
    found[2].write_bytes(good[:300])
    assert refused(found) == ["release.impose-unfit"]
    found[2].unlink()
    assert refused(found) == ["release.impose-unfit"]
    found[2].write_bytes(write([display(2), display(3)], Fonts(), META))
    assert refused(found) == ["release.impose-unfit"]
    with pikepdf.open(BytesIO(good)) as pdf:
        pdf.pages[0].TrimBox = pikepdf.Array([0, 0, 290, 200])
        pdf.save(found[2])
    assert refused(found) == ["release.impose-sizes"]
    with pikepdf.open(BytesIO(good)) as pdf:
        pdf.docinfo["/GTS_PDFXVersion"] = pikepdf.String("PDF/X-1a:2003")
        pdf.save(found[2])
    assert refused(found) == ["release.impose-mixed"]


def test_pages_twice_or_in_no_section() -> None:
    collector = Collector()
    sections_of(range(1, 9), (Section("A", (1, 2, 3, 4)), Section("B", (4, 5, 6, 7))), collector)
    assert [(f.code, f.args["page"]) for f in collector.findings] == [
        ("release.impose-twice", "04"), ("release.impose-left-out", "08")
    ]  # fmt: skip


def test_folders_of_pages(tmp_path: Path) -> None:
    files(tmp_path, 4)
    (tmp_path / "syb-20261124-proof.pdf").write_bytes(b"x")
    found = of_folder(tmp_path, Collector())
    assert found is not None and (sorted(found.files), found.stem) == ([1, 2, 3, 4], "syb-20261124")
    (tmp_path / "syb-20261125-01.pdf").write_bytes(b"x")
    collector = Collector()
    assert of_folder(tmp_path, collector) is None
    assert [f.code for f in collector.findings] == ["release.impose-folder"]
    manifest = {"paper": "试验报", "code": "syb", "date": "2026-11-24", "files": [{"page": 7, "file": "a.pdf"}]}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    found = of_folder(tmp_path, Collector())
    assert found is not None and found.files == {7: tmp_path / "a.pdf"}
    (tmp_path / "manifest.json").write_text("[")
    assert of_folder(tmp_path, Collector()) is None


ISSUE = """\
paper: {name: 新报, code: xinbao}
date: 2023-01-13
sections:
  - {name: A, pages: 1-4}
pages:
"""


def test_the_command(tmp_path: Path) -> None:
    """Of an issue with its sections, in the standard its pages are in; exit codes 0, 2 and 3."""
    small.write(tmp_path / "issue", small.story(small.han(138)))
    (tmp_path / "issue" / "stories" / "one.md").unlink()
    spec = ISSUE
    for number in (1, 2, 3, 4):
        (tmp_path / "issue" / "stories" / f"s{number}.md").write_text(
            small.story(small.han(138 + number)[number:]), encoding="utf-8"
        )
        spec += f"  - {{page: {number}, layout: small, stories: {{lead: s{number}}}}}\n"
    (tmp_path / "issue" / "issue.yaml").write_text(spec, encoding="utf-8")

    def call(*given: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "printlayout", "--lang", "en", *map(str, given)]
        kept = {k: v for k, v in os.environ.items() if k not in ("LANG", "LC_ALL", "LC_MESSAGES")}
        return subprocess.run(command, cwd=tmp_path, env=kept, capture_output=True, encoding="utf-8", check=False)

    assert call("impose", "issue", "--to", "a.pdf").returncode == 3
    assert call("build", "issue").returncode == 0
    done = call("impose", "issue", "--to", "a.pdf")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == ["sheet 1 outer 4-1", "sheet 1 inner 2-3", "wrote a.pdf"]
    first = (tmp_path / "a.pdf").read_bytes()
    assert call("impose", "out", "--to", "b.pdf", "--section", "1-4").returncode == 0
    done = call("impose", "issue", "--to", "b.pdf", "--fold", "spreads", "--format", "json")
    assert [pair["left"] for pair in json.loads(done.stdout)["pairs"]] == [None, 2, 4]
    assert call("impose", "issue", "--to", "c.pdf", "--section", "1-2").returncode == 2
    assert not (tmp_path / "c.pdf").exists()
    assert call("impose", "issue", "--to", "c.pdf", "--creep", "wide").returncode == 2
    call("impose", "issue", "--to", "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == first
    with pikepdf.open(BytesIO(first)) as sheets, pikepdf.open(tmp_path / "out" / "xinbao-20230113-01.pdf") as one:
        assert ("/OutputIntents" in sheets.Root) == ("/OutputIntents" in one.Root)
        assert sheets.docinfo.get("/GTS_PDFXVersion") == one.docinfo.get("/GTS_PDFXVersion")
        assert sheets.pdf_version == one.pdf_version
        if "/OutputIntents" in one.Root:
            mine, theirs = sheets.Root.OutputIntents[0], one.Root.OutputIntents[0]
            assert mine.OutputConditionIdentifier == theirs.OutputConditionIdentifier
            assert mine.DestOutputProfile.read_bytes() == theirs.DestOutputProfile.read_bytes()
