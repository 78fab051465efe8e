"""What is told of an ad once it stands on its page: its pictures at the size they are printed, accepted faults once."""

from __future__ import annotations

import zlib
from pathlib import Path

import pikepdf
import pytest

from printlayout.build import build
from printlayout.examine import preflight

from .kit import LAYOUT, STEM, ad, built, changed, issue, told
from .test_ads import press, rgb, unembedded

ACCEPTING = LAYOUT.replace("height: 30mm", "height: 30mm, accept: warn")


def picture(pixels: int) -> object:
    """A grey picture of so many pixels, square, on one inch of an ad."""

    def change(pdf: pikepdf.Pdf) -> None:
        data = zlib.compress(bytes(range(256)) * (pixels * pixels // 256 + 1))
        image = pikepdf.Stream(pdf, data)
        image.stream_dict = pikepdf.Dictionary(
            Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=pixels, Height=pixels, BitsPerComponent=8,
            ColorSpace=pikepdf.Name.DeviceGray, Filter=pikepdf.Name.FlateDecode, Length=len(data),
        )  # fmt: skip
        page = pdf.pages[0]
        page.Resources.XObject = pikepdf.Dictionary(P=pdf.make_indirect(image))
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\nq 72 0 0 72 5 5 cm /P Do Q\n")

    return change


@pytest.mark.parametrize(
    ("pixels", "size", "fit", "wanted"),
    [
        (160, (60, 30), "exact", []),  # 160 ppi at its own size
        (160, (30, 15), "contain", ["error preflight.image-too-coarse"]),  # twice as large: 80
        (240, (30, 15), "contain", ["warning preflight.image-coarse"]),  # 120
        (80, (60, 30), "exact", ["error preflight.image-too-coarse"]),
        (80, (120, 60), "contain", []),  # half as large: 160
        (160, (60, 15), "stretch", ["warning ad.distorted", "error preflight.image-too-coarse"]),  # 160 by 80
    ],
)
def test_pictures_of_an_ad_count_at_the_size_they_are_printed(
    tmp_path: Path, pixels: int, size: tuple[float, float], fit: str, wanted: list[str]
) -> None:
    made = built(tmp_path, changed(ad(*size), picture(pixels)), f"{{file: a.pdf, fit: {fit}}}")
    assert sorted(told(made)) == sorted(wanted)


def test_a_turned_ad_is_scaled_in_its_own_directions(tmp_path: Path) -> None:
    """Stretched twice as high on the page, which is its own width: 160 ppi become 80."""

    def change(pdf: pikepdf.Pdf) -> None:
        picture(160)(pdf)  # type: ignore[operator]
        pdf.pages[0].Rotate = 90

    made = built(tmp_path, changed(ad(15, 60), change), "{file: a.pdf, fit: stretch}")
    coarse = [f for f in made.findings if f.args.get("check") == "preflight.image-too-coarse"]
    assert len(coarse) == 1 and "80" in str(coarse[0].args["what_en"])


@pytest.mark.parametrize("change", [rgb, unembedded])
@pytest.mark.parametrize("standard", ["X-4", "X-1a"])
def test_an_accepted_fault_is_no_error_of_the_page(tmp_path: Path, change: object, standard: str) -> None:
    folder = issue(tmp_path / "issue", changed(ad(), change), layout=ACCEPTING)
    _, findings = preflight(folder / "issue.yaml", standard=standard)
    assert [f.code for f in findings if f.severity.name == "ERROR"] == []
    assert [f.code for f in findings if f.severity.name == "WARNING"] == ["ad.breaks", "ad.unclaimed"]
    made = build(folder, tmp_path / "out", full=True)
    assert [page.sound for page in made.pages] == [True]
    assert press(tmp_path).exists()


def test_what_was_not_accepted_is_still_found(tmp_path: Path) -> None:
    """Beside an accepted ad stands the same file in a slot that accepts nothing."""
    layout = ACCEPTING + "  low: {x: 20mm, y: 101mm, width: 30mm, height: 15mm}\n"
    folder = issue(tmp_path / "issue", changed(ad(), rgb), "{file: a.pdf}, low: {file: a.pdf, fit: contain}", layout)
    _, findings = preflight(folder / "issue.yaml")
    assert [f.args["check"] for f in findings if f.code == "ad.breaks" and f.severity.name == "ERROR"] == [
        "preflight.colour-rgb"
    ]


def test_a_fault_of_our_own_is_found_beside_an_accepted_one(tmp_path: Path) -> None:
    """The examination passes over the accepted ad's form, not over the page."""
    from printlayout.base.diagnostics import Collector
    from printlayout.preflight.file import check_file
    from printlayout.spec.issues import load_issue

    made = built(tmp_path, changed(ad(), rgb), layout=ACCEPTING)
    spoilt = changed(press(tmp_path).read_bytes(), lambda pdf: rgb(pdf))
    loaded = load_issue(tmp_path / "issue" / "issue.yaml", Collector())
    assert loaded is not None
    accepted = {f.span for f in made.findings if f.code == "ad.breaks"}
    for data, wanted in ((press(tmp_path).read_bytes(), []), (spoilt, ["preflight.colour-rgb"])):
        told_of = Collector()
        check_file(
            data, loaded.press, "X-4", told_of, STEM, [page.display for page in made.pages if page.display],
            apart=accepted,
        )  # fmt: skip
        assert [f.code for f in told_of.findings if f.code.startswith("preflight.colour")] == wanted


def clear(pdf: pikepdf.Pdf) -> None:
    """Makes the ad's text half transparent."""
    page = pdf.pages[0]
    page.Resources.ExtGState["/H"] = pikepdf.Dictionary(ca=0.5)
    page.Contents = pdf.make_stream(b"/H gs\n" + page.Contents.read_bytes())


def test_accepted_transparency_is_no_error_in_a_standard_without_any(tmp_path: Path) -> None:
    folder = issue(tmp_path / "issue", changed(ad(), clear), layout=ACCEPTING)
    path = folder / "issue.yaml"
    _, findings = preflight(path, standard="X-1a")
    assert [f.code for f in findings if f.severity.name == "ERROR"] == []
    assert {f.args["check"] for f in findings if f.code == "ad.breaks"} == {"preflight.transparency"}


@pytest.mark.parametrize("standard", ["X-4", "X-1a"])
def test_a_page_with_an_accepted_fault_is_ours_in_all_else(tmp_path: Path, standard: str) -> None:
    """Version and output intent are the standard's, the claim is left out, and each is checked, quickly and in full."""
    from dataclasses import replace

    from printlayout.base.diagnostics import NOWHERE, Collector
    from printlayout.job import examined, make_page
    from printlayout.preflight.quick import check_written
    from printlayout.spec.issues import load_issue

    loaded = load_issue(issue(tmp_path / "issue", changed(ad(), rgb), layout=ACCEPTING), Collector())
    assert loaded is not None
    loaded = replace(loaded, press=replace(loaded.press, standard=standard))
    page = make_page(loaded, loaded.pages[0])
    assert page.pdf is not None and page.sound
    version = {"X-4": b"1.6", "X-1a": b"1.4"}[standard]
    assert page.pdf.startswith(b"%PDF-" + version)
    assert b"GTS_PDFXVersion" not in page.pdf
    before = {f.code for f in page.findings}
    assert {f.code for f in examined(loaded, page).findings} == before

    label = b"PDF/X-4" if standard == "X-4" else b"PDF/X-1a:2003"
    for old, new, code in (
        (b"%PDF-" + version, b"%PDF-1.7", "preflight.file-version"),
        (b"/GTS_PDFX ", b"/GTS_PDFY ", "preflight.intent-count"),
        (b"/GTS_PDFX\n", b"/GTS_PDFY\n", "preflight.intent-count"),
    ):
        if old not in page.pdf:
            continue
        spoilt = replace(page, pdf=page.pdf.replace(old, new, 1))
        assert {f.code for f in examined(loaded, spoilt).findings} - before == {code}
        quick = Collector()
        check_written(spoilt.pdf, loaded.press, standard, quick, NOWHERE, placed=True, claimed=False)  # type: ignore[arg-type]
        assert {f.code for f in quick.findings} == {code}
    claiming = Collector()
    check_written(page.pdf, loaded.press, standard, claiming, NOWHERE, placed=True)
    assert [f.args["standard"] for f in claiming.findings] == [label.decode()]


def test_what_an_accepted_ad_breaks_on_its_way_in_is_found(tmp_path: Path) -> None:
    """RGB was accepted; that the font of the imported ad is not embedded any more, was not."""
    from dataclasses import replace

    from printlayout.base.diagnostics import Collector
    from printlayout.job import examined, make_page
    from printlayout.spec.issues import load_issue

    loaded = load_issue(issue(tmp_path / "issue", changed(ad(), rgb), layout=ACCEPTING), Collector())
    assert loaded is not None
    page = make_page(loaded, loaded.pages[0])
    assert page.pdf is not None

    def robbed(pdf: pikepdf.Pdf) -> None:
        form = pdf.pages[0].Resources.XObject["/Pl1"]
        font = next(iter(dict(form.Resources.Font.items()).values()))
        holder = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        for key in ("/FontFile", "/FontFile2", "/FontFile3"):
            if key in holder.FontDescriptor:
                del holder.FontDescriptor[key]

    found = examined(loaded, replace(page, pdf=changed(page.pdf, robbed)))
    assert "preflight.font-embedded" in {f.code for f in found.findings}
