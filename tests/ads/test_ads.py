"""Ads in slots and pages that come ready: where they stand, that they are untouched, and what is refused."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest

from printlayout.base.diagnostics import Collector, Severity
from printlayout.base.geometry import Rect
from printlayout.base.units import mm
from printlayout.makeup.ads import distorted, fitted
from printlayout.model.display import Placed
from printlayout.preflight.file import check_file
from printlayout.release.inputs import page_inputs

from .kit import LAYOUT, STEM, ad, built, changed, display, issue, told

MM = 72 / 25.4


def press(folder: Path) -> Path:
    return folder / "out" / f"{STEM}.pdf"


def item(made: object) -> Placed:
    found = [i for g in made.pages[0].display.groups for i in g.items if isinstance(i, Placed)]  # type: ignore[attr-defined]
    assert len(found) == 1
    return found[0]


def left_top(path: Path, word: str) -> tuple[float, float]:
    """Left edge and baseline region of a word: its first character's loose box."""
    with pdfium.PdfDocument(path) as document:
        page = document[0].get_textpage()
        place = page.get_text_range().index(word)
        left, bottom, _, _ = page.get_charbox(place, loose=True)
        return float(left), float(bottom)


# -- placing --------------------------------------------------------------------------------------------------


def test_an_ad_stands_in_its_slot_at_its_own_size(tmp_path: Path) -> None:
    made = built(tmp_path, ad())
    assert told(made) == []
    assert item(made).rect == item(made).clip == Rect(mm(20), mm(70), mm(60), mm(30))
    left, _ = left_top(press(tmp_path), "ad")
    with pdfium.PdfDocument(ad()) as alone:
        page = alone[0].get_textpage()
        own = page.get_charbox(page.get_text_range().index("ad"), loose=True)[0]
    assert left == pytest.approx(20 * MM + own, abs=0.01)
    with pdfium.PdfDocument(press(tmp_path)) as document:
        image = document[0].render(scale=4).to_pil().convert("RGB")
    edge = (round(4 * 20 * MM), round(4 * 70 * MM))
    assert image.getpixel((edge[0] - 3, edge[1] + 20)) == (255, 255, 255)
    assert image.getpixel((edge[0] + 3, edge[1] + 20)) != (255, 255, 255)
    assert image.getpixel((round(4 * 80 * MM) + 3, edge[1] + 20)) == (255, 255, 255)
    assert image.getpixel((edge[0] + 20, round(4 * 100 * MM) + 3)) == (255, 255, 255)


def test_fonts_content_and_bytes_are_as_they_were(tmp_path: Path) -> None:
    data = ad()
    built(tmp_path, data)
    first = press(tmp_path).read_bytes()
    built(tmp_path, data)
    assert press(tmp_path).read_bytes() == first
    with pikepdf.open(BytesIO(first)) as pdf, pikepdf.open(BytesIO(data)) as theirs:
        form = pdf.pages[0].Resources.XObject["/Pl1"]
        assert form.read_bytes().strip() == theirs.pages[0].Contents.read_bytes().strip()
        fonts = [
            file.Resources.Font["/F1"].DescendantFonts[0].FontDescriptor.FontFile2.read_raw_bytes()
            for file in (form, theirs.pages[0])
        ]
        assert fonts[0] == fonts[1]
        assert pdf.check_pdf_syntax() == []


def test_the_page_passes_the_full_file_preflight(tmp_path: Path) -> None:
    made = built(tmp_path, ad())
    assert made.issue is not None
    collector = Collector()
    check_file(press(tmp_path).read_bytes(), made.issue.press, "X-4", collector, "page")
    assert [f.code for f in collector.findings if f.severity is Severity.ERROR] == []


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_stands_as_it_is_seen(tmp_path: Path, turn: int) -> None:
    """Its own viewer and our page show the same pixels."""
    size = (30, 60) if turn in (90, 270) else (60, 30)

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Rotate = turn

    data = changed(ad(*size), change)
    assert told(built(tmp_path, data)) == []
    with pdfium.PdfDocument(data) as alone, pdfium.PdfDocument(press(tmp_path)) as page:
        seen = alone[0].render(scale=1).to_pil().convert("L")
        ours = page[0].render(scale=1).to_pil().convert("L")
    x, y = round(20 * MM), round(70 * MM)
    dark = [(a, b) for a in range(0, 165, 2) for b in range(0, 80, 2) if seen.getpixel((a, b)) < 60]
    assert len(dark) > 5
    assert sum(ours.getpixel((x + a + dx, y + b + dy)) < 140 for a, b in dark for dx in (0,) for dy in (0,)) > (
        len(dark) * 0.6
    )


@pytest.mark.parametrize(
    ("fit", "rect"),
    [
        ("exact", Rect(30, 30, 40, 10)),
        ("contain", Rect(0, 22, 100, 25)),
        ("cover", Rect(-90, 0, 280, 70)),
        ("stretch", Rect(0, 0, 100, 70)),
    ],
)
def test_fits(fit: str, rect: Rect) -> None:
    assert fitted(Rect(0, 0, 100, 70), 40, 10, fit) == rect


def test_what_looks_distorted() -> None:
    assert not distorted(Rect(0, 0, 1000, 500), 2000, 995)
    assert distorted(Rect(0, 0, 1000, 500), 2000, 980)


@pytest.mark.parametrize("fit", ["contain", "cover", "stretch"])
def test_other_fits_on_the_page(tmp_path: Path, fit: str) -> None:
    made = built(tmp_path, ad(40, 10), f"{{file: a.pdf, fit: {fit}}}")
    assert told(made) == (["warning ad.distorted"] if fit == "stretch" else [])
    slot = Rect(mm(20), mm(70), mm(60), mm(30))
    rect = item(made).rect
    assert slot.contains(item(made).clip)
    if fit == "contain":
        assert (rect.width, round(rect.height / 100)) == (mm(60), round(mm(15) / 100))
    elif fit == "cover":
        assert rect.height == slot.height and rect.width > slot.width and item(made).clip == slot
    else:
        assert rect == slot


def test_the_box_asked_for_counts(tmp_path: Path) -> None:
    data = ad(54, 24, bleed=3)
    assert told(built(tmp_path / "a", data)) == ["error ad.size"]
    made = built(tmp_path / "b", data, "{file: a.pdf, box: bleed}")
    assert told(made) == [] and item(made).box == "bleed"


def test_a_page_of_many(tmp_path: Path) -> None:
    """What its other pages break is nothing to us."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Contents = pdf.make_stream(b"1 0 0 rg 0 0 10 10 re f")

    made = built(tmp_path, changed(ad(pages=3), change), "{file: a.pdf, page: 3}")
    assert told(made) == []
    left_top(press(tmp_path), "ad 3")


def test_an_ad_prints_in_the_state_a_page_begins_in(tmp_path: Path) -> None:
    """The page's last word is white, thin and overprinting; the ad draws without setting a thing."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Contents = pdf.make_stream(b"10 10 100 40 re f 0 60 m 150 60 l S")

    built(tmp_path, changed(ad(), change))
    with pikepdf.open(press(tmp_path)) as pdf:
        content = pdf.pages[0].Contents.read_bytes().decode()
    before = content[: content.index("/Pl1 Do")]
    assert before.rindex("/Ko gs") > before.rfind("/Ov gs")
    assert "0 g 0 G 1 w 0 J 0 j 10 M [] 0 d" in before.splitlines()[-1]
    with pdfium.PdfDocument(press(tmp_path)) as document:
        image = document[0].render(scale=2).to_pil().convert("L")
    assert image.getpixel((round(2 * (20 * MM + 50)), round(2 * (100 * MM - 30)))) < 80


# -- what is refused ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("width", "height", "entry", "wanted"),
    [
        (60.4, 29.6, "{file: a.pdf}", []),
        (60.6, 30, "{file: a.pdf}", ["ad.size"]),
        (60.6, 30, "{file: a.pdf, tolerance: 1mm}", []),
        (60, 29.3, "{file: a.pdf}", ["ad.size"]),
        (30, 60, "{file: a.pdf}", ["ad.turned"]),
    ],
)
@pytest.mark.parametrize("accept", ["error", "warn"])
def test_sizes(tmp_path: Path, width: float, height: float, entry: str, wanted: list[str], accept: str) -> None:
    layout = LAYOUT.replace("height: 30mm", f"height: 30mm, accept: {accept}")
    made = built(tmp_path, ad(width, height), entry, layout)
    severity = "warning" if accept == "warn" else "error"
    assert told(made) == [f"{severity} {code}" for code in wanted]
    for finding in made.findings:
        if finding.code == "ad.size":
            assert finding.span.line == 8 and finding.args["want"] == "60.0×30.0"
    assert press(tmp_path).exists() == (not wanted or accept == "warn")


def rgb(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(b"1 0 0 rg 0 0 10 10 re f\n" + page.Contents.read_bytes())


def unembedded(pdf: pikepdf.Pdf) -> None:
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    pdf.pages[0].Resources.Font["/F9"] = pdf.make_indirect(font)
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\nBT /F9 9 Tf 20 20 Td (x) Tj ET\n")


@pytest.mark.parametrize(("change", "check"), [(rgb, "preflight.colour-rgb"), (unembedded, "preflight.font-embedded")])
@pytest.mark.parametrize("accept", ["error", "warn"])
def test_what_breaks_the_standard_is_named(tmp_path: Path, change: object, check: str, accept: str) -> None:
    layout = LAYOUT.replace("height: 30mm", f"height: 30mm, accept: {accept}")
    made = built(tmp_path, changed(ad(), change), layout=layout)
    found = [f for f in made.findings if f.code == "ad.breaks"]
    assert [f.args["check"] for f in found] == [check]
    assert found[0].severity is (Severity.WARNING if accept == "warn" else Severity.ERROR)
    assert found[0].span.line == 8 and found[0].args["file"] == "a.pdf"
    assert found[0].args["what_zh"] and found[0].args["what_en"]
    assert not any(f.severity is Severity.ERROR for f in found) or not press(tmp_path).exists()
    # an accepted fault goes to press, but under no false name
    assert ("warning ad.unclaimed" in told(made)) == (accept == "warn")
    if accept == "warn":
        assert b"PDF/X-4" not in press(tmp_path).read_bytes()


def hidden(pdf: pikepdf.Pdf) -> None:
    group = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String("x")))
    order = pikepdf.Dictionary(OFF=pikepdf.Array([group]))
    pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([group]), D=order)


def test_hidden_layers(tmp_path: Path) -> None:
    assert "error ad.hidden-layers" in told(built(tmp_path, changed(ad(), hidden)))


def test_files_that_cannot_be_placed(tmp_path: Path) -> None:
    assert told(built(tmp_path / "a", None)) == ["error ad.missing"]
    assert told(built(tmp_path / "b", ad()[:400])) == ["error ad.unreadable"]
    assert told(built(tmp_path / "c", ad(), "{file: a.pdf, page: 2}")) == ["error ad.no-page"]
    out = BytesIO()
    with pikepdf.open(BytesIO(ad())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="x", user=""))
    assert told(built(tmp_path / "d", out.getvalue())) == ["error ad.encrypted"]
    out = BytesIO()
    with pikepdf.open(BytesIO(ad())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="x", user="y"))
    assert told(built(tmp_path / "e", out.getvalue())) == ["error ad.encrypted"]


# -- the spec -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("layout", "page", "wanted"),
    [
        (LAYOUT, "    ads: {food: {file: a.pdf}}\n", "error spec.unknown-name"),
        (LAYOUT, "    vars: {x: y}\n", "warning ad.empty"),
        (LAYOUT.replace("x: 20mm", "x: 50mm"), "", "error ad.outside"),
        (LAYOUT.replace("y: 70mm", "y: 50mm"), "", "error spec.overlap"),
        (LAYOUT.replace("x: 20mm, ", ""), "", "error spec.position"),
        (LAYOUT, "    ads: {foot: {file: ../a.pdf}}\n", "error spec.unsafe-path"),
        (LAYOUT, "    ads: {foot: {file: a.pdf, fit: squeeze}}\n", "error spec.unknown-word"),
        (LAYOUT, "    ads: {foot: {page: 1}}\n", "error spec.missing-key"),
    ],
)
def test_faults_of_the_spec(tmp_path: Path, layout: str, page: str, wanted: str) -> None:
    assert wanted in told(built(tmp_path, ad(), layout=layout, page=page))


def test_a_ready_page_takes_nothing_else(tmp_path: Path) -> None:
    page = "    ads: {foot: {file: a.pdf}}\n    pdf: {file: a.pdf}\n"
    found = told(built(tmp_path, ad(), page=page))
    assert found.count("error ad.ready-and-more") == 2


# -- ready pages ----------------------------------------------------------------------------------------------

READY = "    pdf: {file: a.pdf}\n"
FURNISHED = LAYOUT + "furniture:\n  - {kind: text, x: 5mm, y: 2mm, width: 40mm, height: 5mm, text: 报眉, style: body}\n"


def test_a_page_that_comes_ready(tmp_path: Path) -> None:
    made = built(tmp_path, ad(100, 120), layout=FURNISHED, page=READY)
    assert told(made) == []
    assert item(made).rect == Rect(0, 0, mm(100), mm(120))
    with pdfium.PdfDocument(press(tmp_path)) as document:
        said = document[0].get_textpage().get_text_range()
    assert "ad" in said and "报眉" not in said


def test_a_ready_page_brings_its_bleed(tmp_path: Path) -> None:
    layout = LAYOUT.replace("height: 120mm", "height: 120mm, bleed: 3mm")
    made = built(tmp_path / "a", ad(100, 120, bleed=5), layout=layout, page=READY)
    assert told(made) == []
    placed = item(made)
    assert placed.box == "bleed"
    assert abs(placed.rect.x + mm(5)) <= 2 and placed.clip == Rect(0, 0, mm(100), mm(120)).grown(mm(3))
    with pdfium.PdfDocument(press(tmp_path / "a")) as document:
        image = document[0].render(scale=1).to_pil().convert("RGB")
    assert image.getpixel((2, 100)) != (255, 255, 255)
    made = built(tmp_path / "b", ad(100, 120), layout=layout, page=READY)
    assert told(made) == ["error ad.no-bleed"]
    made = built(tmp_path / "c", ad(100, 119), page=READY)
    assert told(made) == ["error ad.size"]
    made = built(tmp_path / "d", ad(100, 119), page="    pdf: {file: a.pdf, accept: warn}\n")
    assert told(made) == ["warning ad.size"]


# -- with the rest --------------------------------------------------------------------------------------------


def test_text_under_an_ad_is_told(tmp_path: Path) -> None:
    layout = FURNISHED.replace("x: 5mm, y: 2mm", "x: 30mm, y: 80mm")
    assert any("text" in code for code in told(built(tmp_path, ad(), layout=layout)))


def test_an_ad_is_an_input_of_a_signed_page(tmp_path: Path) -> None:
    made = built(tmp_path, ad())
    assert made.issue is not None
    before = page_inputs(made.issue, made.issue.pages[0], None, None)
    issue(tmp_path / "issue", ad(words="一丁 other"))
    after = page_inputs(made.issue, made.issue.pages[0], None, None)
    assert [name for name in before if before[name] != after[name]] == ["ads/a.pdf"]


def test_display_is_made_in_millimetres() -> None:
    assert display([], 10, 20).width == mm(10)
