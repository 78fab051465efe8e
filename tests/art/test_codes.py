"""Codes: their digits by the standard's arithmetic, and whether an independent decoder reads them from the page."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest
import zxingcpp

from pages import small
from printlayout.art.codes import BadCode, barcode, check_digit, ean_of, qr_code
from printlayout.base.diagnostics import Collector
from printlayout.build import build
from printlayout.layout.codes import contours
from printlayout.model.display import Fill
from printlayout.model.display import Path as Drawn
from printlayout.model.ink import BLACK, WHITE
from printlayout.spec.issues import load_issue

PLACES = """\
furniture:
  - {kind: qr, x: 5mm, y: 5mm, width: 30mm, height: 30mm, text: "{url}", correction: Q}
  - {kind: barcode, x: 40mm, y: 5mm, width: 58mm, height: 25mm, text: "ISSN 1234-5679", addon: "12345", style: credit}
  - {kind: barcode, x: 40mm, y: 45mm, width: 58mm, height: 25mm, text: "ISSN 1234-5679", addon: "07", reduction: 0.03mm}
"""
BARE = small.LAYOUT.partition("slots:")[0]


def write(folder: Path, places: str, layout: str = BARE, **files: bytes) -> Path:
    made = small.write(folder, small.story("无"), layout + places, **files)
    (made / "stories" / "one.md").unlink()
    text = small.ISSUE.partition("    stories:")[0] + '    vars: {url: "https://xinbao.example/汉字/1"}\n'
    (made / "issue.yaml").write_text(text, encoding="utf-8")
    return made


def told(folder: Path, places: str, **files: bytes) -> list[str]:
    collector = Collector()
    load_issue(write(folder, places, **files), collector)
    return [f"{f.code} {Path(f.span.file).name}:{f.span.line}" for f in collector.findings]


def test_check_digits() -> None:
    """977 1234 567 00: 9+7·3+7+1·3+2+3·3+4+5·3+6+7·3+0+0 = 97, so 3."""
    assert check_digit("977123456700") == 3
    assert ean_of("ISSN 1234-5679") == ean_of("1234-5679") == ean_of("977-1234567-00-3") == "9771234567003"


def test_an_issn_may_end_in_x() -> None:
    """0000-006X: 6·2 = 12, and 12 + 10 = 22 is twice 11."""
    assert ean_of("0000-006x").startswith("977000000600")


@pytest.mark.parametrize(
    ("text", "addon", "kind", "detail"),
    [
        ("9771234567004", "", "check", "3"),
        ("ISSN 1234-5678", "", "issn", "9"),
        ("977123456700", "", "digits", "977123456700"),
        ("报纸", "", "digits", "报纸"),
        ("9771234567003", "123", "addon", "123"),
    ],
)
def test_wrong_digits(text: str, addon: str, kind: str, detail: str) -> None:
    with pytest.raises(BadCode) as fault:
        barcode(text, addon)
    assert (fault.value.kind, fault.value.detail) == (kind, detail)


def test_the_bars_of_an_ean() -> None:
    """95 modules, each pair of guards 101 and 01010; with its quiet zones 113, as the standard has it."""
    code = barcode("9771234567003")
    assert code.modules == 113
    assert (code.rows[0][:3], code.rows[0][45:50], code.rows[0][-3:]) == ("202", "02020", "202")
    assert barcode("9771234567003", "12345").modules == 11 + 95 + 9 + 47 + 5
    assert barcode("9771234567003", "12").modules == 11 + 95 + 9 + 20 + 5


def test_contours_have_no_seams() -> None:
    """A square ring of modules is two outlines of four corners each, the hole the other way round."""
    ops, points = contours(("111", "101", "111"))
    assert ops == "mlllhmlllh"
    assert points[:8] == [0, 0, 3, 0, 3, 3, 0, 3]
    assert set(zip(points[8::2], points[9::2], strict=True)) == {(1, 1), (1, 2), (2, 2), (2, 1)}
    assert _area(points[:8]) == 9 and _area(points[8:]) == -1


def test_modules_that_touch_at_a_corner_stay_apart() -> None:
    ops, points = contours(("10", "01"))
    assert ops == "mlllhmlllh"
    assert _area(points[:8]) == _area(points[8:]) == 1


def _area(points: list[int]) -> float:
    corners = list(zip(points[::2], points[1::2], strict=True))
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(corners, corners[1:] + corners[:1], strict=True)) / 2


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("codes")
    built = build(write(folder / "issue", PLACES), folder / "out")
    assert [f.code for f in built.findings] == []
    return next((folder / "out").glob("*-01.pdf"))


@pytest.mark.parametrize("dpi", [200, 300])
def test_an_independent_decoder_reads_them(page: Path, dpi: int) -> None:
    image = pdfium.PdfDocument(page.read_bytes())[0].render(scale=dpi / 72, grayscale=True).to_pil()
    found = zxingcpp.read_barcodes(image, ean_add_on_symbol=zxingcpp.EanAddOnSymbol.Read)
    texts = {one.text for one in found}
    assert "https://xinbao.example/汉字/1" in texts
    assert {"977123456700312345", "977123456700307"} <= texts


def test_they_are_black_ink_on_bare_paper(page: Path, tmp_path: Path) -> None:
    built = build(page.parent.parent / "issue", tmp_path)
    display = built.pages[0].display
    assert display is not None
    items = [item for group in display.groups for item in group.items]
    assert {item.ink for item in items if isinstance(item, Fill)} == {WHITE}
    assert {item.fill for item in items if isinstance(item, Drawn)} == {BLACK}


def test_modules_are_whole_pixels_of_the_plate(page: Path, tmp_path: Path) -> None:
    """30 mm for 33 modules and 2 × 4 of quiet zone at 1270 pixels to the inch: 36 pixels each, 0.72 mm."""
    built = build(page.parent.parent / "issue", tmp_path)
    display = built.pages[0].display
    assert display is not None
    items = [item for group in display.groups for item in group.items]
    size = len(qr_code("https://xinbao.example/汉字/1", "Q").rows)
    quiet = next(item for item in items if isinstance(item, Fill))
    pixel = 72_000 / 1270
    pixels = round(quiet.rect.width / (size + 8) / pixel, 6)
    assert pixels == pytest.approx(30 / 25.4 * 1270 // (size + 8), abs=0.001)


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ('{kind: barcode, x: 5mm, y: 5mm, width: 60mm, height: 25mm, text: "9771234567004"}', "block.code-check"),
        ('{kind: barcode, x: 5mm, y: 5mm, width: 60mm, height: 25mm, text: "1234-5678"}', "block.code-issn"),
        ('{kind: barcode, x: 5mm, y: 5mm, width: 60mm, height: 25mm, text: "十"}', "block.code-digits"),
        (
            '{kind: barcode, x: 5mm, y: 5mm, width: 60mm, height: 25mm, text: "1234-5679", addon: "1"}',
            "block.code-addon",
        ),
        ('{kind: qr, x: 5mm, y: 5mm, width: 60mm, height: 25mm, text: "{nobody}"}', "spec.unknown-variable"),
        (f'{{kind: qr, x: 5mm, y: 5mm, width: 60mm, height: 25mm, text: "{"长" * 1500}"}}', "block.code-long"),
        ("{kind: art, x: 5mm, y: 5mm, width: 60mm, height: 25mm, file: nobody.svg}", "block.art-missing"),
        ("{kind: art, x: 5mm, y: 5mm, width: 60mm, height: 25mm, file: ../x.svg}", "spec.unsafe-path"),
        ("{kind: art, x: 5mm, y: 5mm, width: 60mm, height: 25mm, file: a.png}", "block.art-kind"),
    ],
)
def test_faults_are_told_at_the_layout(tmp_path: Path, place: str, code: str) -> None:
    found = told(tmp_path, f"furniture:\n  - {place}\n", art__a_png=b"x")
    assert found == [f"{code} small.yaml:11"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("<text>a</text>", "block.svg-text"),
        ("<rect opacity='.5' width='9' height='9'/>", "block.svg-opacity"),
        ("<rect fill='url(#a)' width='9' height='9'/>", "block.svg-effect"),
        ("<rect fill='what' width='9' height='9'/>", "block.svg-colour"),
        ("<rect x='90' width='19' height='9'/>", "block.svg-outside"),
        ("<image/>", "block.svg-unread"),
        ("<oops", "block.svg-broken"),
    ],
)
def test_faults_of_a_file_are_told_in_it(tmp_path: Path, line: str, code: str) -> None:
    data = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 99">\n<g/>\n{line}\n</svg>'.encode()
    place = "furniture:\n  - {kind: art, x: 5mm, y: 5mm, width: 60mm, height: 25mm, file: a.svg}\n"
    found = told(tmp_path, place, art__a_svg=data)
    assert [entry.partition(":")[0] for entry in found] == [f"{code} a.svg"]
    assert found[0].endswith((":3", ":4"))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>', "block.svg-entity"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "block.svg-size"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "block.svg-empty"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">' + b"<g>" * 300, "block.svg-large"),
    ],
)
def test_files_that_are_no_drawing(tmp_path: Path, data: bytes, code: str) -> None:
    place = "furniture:\n  - {kind: art, x: 5mm, y: 5mm, width: 60mm, height: 25mm, file: a.svg}\n"
    assert told(tmp_path, place, art__a_svg=data) == [f"{code} a.svg:1"]


def test_modules_too_small_for_the_press(tmp_path: Path) -> None:
    """Some 33 modules and quiet zones on 12 mm are 0.28 mm each."""
    place = 'furniture:\n  - {kind: qr, x: 5mm, y: 5mm, width: 12mm, height: 12mm, text: "{url}"}\n'
    built = build(write(tmp_path / "issue", place), tmp_path / "out")
    assert [(f.code, f.span.line) for f in built.findings] == [("preflight.code-small", 11)]
    assert not list((tmp_path / "out").glob("*-01.pdf"))


@pytest.mark.parametrize(("y", "disturbed"), [("33mm", True), ("36mm", False)])
def test_the_quiet_zone_stays_empty(tmp_path: Path, y: str, disturbed: bool) -> None:
    """A QR code down to 35 mm, and a line of text 2 mm above its foot or 1 mm below."""
    layout = (
        "furniture:\n"
        '  - {kind: qr, x: 5mm, y: 5mm, width: 30mm, height: 30mm, text: "{url}"}\n'
        f"  - {{kind: text, x: 5mm, y: {y}, width: 30mm, height: 4mm, text: 扫码, style: credit}}\n"
    )
    built = build(write(tmp_path / "issue", layout), tmp_path / "out")
    told = [(f.code, f.span.line) for f in built.findings if f.code.startswith("preflight.code")]
    assert told == ([("preflight.code-disturbed", 11)] if disturbed else [])
