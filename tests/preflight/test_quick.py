"""The checks every build makes of the bytes it is about to write: each rule on a file of our own writer, changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from pdf.fontkit import Fonts
from pdf.pages import META, page, text
from printlayout.base.diagnostics import Collector, Span
from printlayout.model.press import NEWSPRINT
from printlayout.pdf.standard import STANDARDS, Target
from printlayout.pdf.writer import write
from printlayout.preflight.file import check_file
from printlayout.preflight.quick import check_written

from .good import profile

PAGE = Span("issue.yaml", 7, 3)


@cache
def ours(standard: str) -> bytes:
    """A page by our writer."""
    press = replace(NEWSPRINT, standard=standard)
    made = Target(press, STANDARDS[standard], profile())
    return write([page([text("一二三abc"), text("三", 20_000, 90_000, face="cff-cid-keyed")])], Fonts(), META, made)


def told(data: bytes, standard: str = "X-4", *, placed: bool = False) -> list[str]:
    collector = Collector()
    check_written(data, NEWSPRINT, standard, collector, PAGE, placed=placed)
    assert all(finding.span == PAGE for finding in collector.findings)
    return list(dict.fromkeys(finding.code.removeprefix("preflight.") for finding in collector.findings))


@pytest.mark.parametrize("standard", ["X-4", "X-1a"])
def test_what_we_write_is_good_to_both_examinations(standard: str) -> None:
    assert told(ours(standard), standard) == []
    collector = Collector()
    made = page([text("一二三abc"), text("三", 20_000, 90_000, face="cff-cid-keyed")])
    check_file(ours(standard), NEWSPRINT, standard, collector, "x.pdf", [made])
    assert collector.findings == []


def swapped(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    """As many bytes for as many, so that the table stays true."""

    def change(data: bytes) -> bytes:
        assert old in data
        assert len(new) <= len(old)
        return data.replace(old, new.ljust(len(old)), 1)

    return change


RULES: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("file-header", swapped(b"%PDF-1.6\n%", b"%PDF-1.6 %")),
    ("file-version", swapped(b"%PDF-1.6", b"%PDF-1.7")),
    ("file-end", lambda data: data[:-3]),
    ("file-xref", lambda data: re.sub(rb"\d{10} 00000 n", b"0000000009 00000 n", data, count=1)),
    ("file-id", swapped(b"/ID [", b"/Id [")),
    ("file-encrypted", lambda data: data.replace(b"trailer\n<<", b"trailer\n<< /Encrypt 9 0 R", 1)),
    ("page-no-box", swapped(b"/TrimBox", b"/TrumBox")),
    ("page-boxes", swapped(b"/MediaBox [0 0 300", b"/MediaBox [0 0 200")),
    ("page-key", swapped(b"/Parent", b"/Rotate")),
    ("font-embedded", swapped(b"/FontFile2", b"/FontFilf2")),
    ("intent-count", swapped(b"/GTS_PDFX", b"/GTS_PDFA")),
    ("meta-identification", swapped(b">PDF/X-4<", b">PDF/X-3<")),
]


@pytest.mark.parametrize(("code", "change"), [pytest.param(c, f, id=c) for c, f in RULES])
def test_rule(code: str, change: Callable[[bytes], bytes]) -> None:
    assert told(change(ours("X-4"))) == [code]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (b"/DeviceRGB", "colour-rgb"), (b"/LZWDecode", "file-filter"), (b"/JavaScript", "active"),
        (b"/TR 1", "transfer"),
        (b"/HTP 1", "halftone"), (b"/OPI 1", "opi"), (b"/Alternates", "alternate-image"), (b"/AA 1", "active"),
    ],
)  # fmt: skip
def test_names(name: bytes, code: str) -> None:
    def put(data: bytes) -> bytes:
        at = re.search(rb"/Registry \(Adobe\)|/CIDSystemInfo", data)
        assert at
        room = data[at.start() : at.start() + 14]
        return data.replace(room, name.ljust(14), 1)

    assert told(put(ours("X-4"))) == [code]
    assert told(put(ours("X-4")), placed=True) == []


def test_transparency_of_x1a() -> None:
    data = swapped(b"/OPM 0", b"/ca 0 ")(ours("X-1a"))
    assert told(data, "X-1a") == ["transparency"]
    assert told(swapped(b"/GTS_PDFXVersion", b"/GTS_PDFXVersiox")(ours("X-1a")), "X-1a") == ["meta-identification"]
