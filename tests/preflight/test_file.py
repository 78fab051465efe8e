"""What the file preflight lets pass, simple fonts of other programs, limits and severities of the house, places."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from pikepdf import Array, Dictionary, Name

from printlayout.model.press import NEWSPRINT

from .changes import (
    TINT,
    coarse,
    first_width,
    gs,
    icc,
    note,
    page,
    paint,
    picture,
    put,
    space,
    with_form,
    with_simple,
)
from .good import Change, add, changed, findings, made, profile, told

# -- what is no fault ------------------------------------------------------------------------------------------------


HARMLESS: list[tuple[str, Change]] = [
    ("a width within 1/1000 em", lambda pdf: first_width(pdf, 0)),
    ("a note outside the bleed", note((400, 400, 420, 420))),
    ("a transfer function that is the default", gs(TR2=Name.Default)),
    ("Rotate 0", put(page, "/Rotate", 0)),
    ("a small spot of 300 %", paint("/Ko gs 1 1 1 0 k 0 0 8 8 re f")),
    ("registration colour", space(Array([Name.Separation, Name.All, Name.DeviceCMYK, TINT]),
                                  "/Ko gs /New cs 1 scn 0 0 90 90 re f")),
    ("an RGB picture with its profile", lambda pdf: (
        picture(pdf).__setitem__("/ColorSpace", Array([Name.ICCBased, icc(pdf, profile(b"mntr", b"RGB "), 3)])),
        picture(pdf).write(bytes(200 * 200 * 3)))),
    ("black that knocks out with white OPM 0", paint("q /Ko gs 0 0 0 0 k 0 0 9 9 re f Q")),
    ("invisible text in any colour", paint("BT 3 Tr 0 0 0 1 k /Ko gs /T 10 Tf 20 150 Td <0001> Tj ET")),
    ("an inherited MediaBox", lambda pdf: (
        pdf.Root.Pages.__setitem__("/MediaBox", page(pdf).MediaBox), page(pdf).__delitem__("/MediaBox"))),
    ("resources left over", paint("", ColorSpace={"Left": Name.DeviceCMYK})),
    ("a dot of one pixel", lambda pdf: add(pdf, "q 90 0 0 90 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q")),
]  # fmt: skip


@pytest.mark.parametrize("change", [pytest.param(f, id=w) for w, f in HARMLESS])
def test_no_fault(change: Change) -> None:
    assert told(changed(change)) == []


# -- simple fonts, as other programs write them ----------------------------------------------------------------------


def test_a_simple_font() -> None:
    assert told(changed(with_simple("TrueType"))) == []
    assert told(changed(with_simple("TrueType", FirstChar=97, Widths=Array([300, 301])))) == ["preflight.font-width"]
    assert told(changed(with_simple("Type1"))) == ["preflight.font-type"]
    lost = Dictionary(Type=Name.Encoding, Differences=Array([97, Name.Euro, Name.b]))
    assert told(changed(with_simple("TrueType", Encoding=lost))) == ["preflight.font-glyph"]


# -- severities, pages, spans ----------------------------------------------------------------------------------------


def test_the_house_weighs_checks() -> None:
    broken = changed(coarse(149))
    for said, level in (("error", ["ERROR"]), ("info", ["INFO"]), ("off", [])):
        press = replace(NEWSPRINT, severities={"preflight.image-coarse": said})
        assert [finding.severity.name for finding in findings(broken, press=press)] == level


def test_limits_are_the_press_profile_s() -> None:
    broken = changed(coarse(149))
    assert told(broken, press=replace(NEWSPRINT, ppi_low=149)) == []
    assert told(broken, press=replace(NEWSPRINT, ppi_least=150, ppi_low=160)) == ["preflight.image-too-coarse"]
    assert told(made("X-4"), press=replace(NEWSPRINT, spots=True)) == []


def test_a_finding_names_page_and_object() -> None:
    (finding,) = findings(changed(with_form("1 0 0 rg 0 0 5 5 re f")))
    assert finding.span.file == "page.pdf"
    assert re.fullmatch(r"page 1, object \d+", finding.args["where_en"])
