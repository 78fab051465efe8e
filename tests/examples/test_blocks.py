"""``examples/blocks``: a page of boxes, rules, ornaments, art, codes and blocks, as it was looked at; it claims either
standard, and a scanner reads its codes."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest
import zxingcpp

from golden import assert_golden
from printlayout.build import build
from printlayout.examine import preflight
from printlayout.model.built import Built
from printlayout.model.display import Glyphs, Line
from printlayout.model.display import Path as Drawn

EXAMPLE = Path(__file__).parents[2] / "examples" / "blocks"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("blocks")


@pytest.fixture(scope="module")
def built(out: Path) -> Built:
    return build(EXAMPLE, out)


def test_nothing_is_told(built: Built) -> None:
    assert [(f.code, f.span.line) for f in built.findings] == []


def test_the_page_is_the_one_that_was_looked_at(built: Built) -> None:
    display = built.pages[0].display
    assert display is not None
    assert_golden(display, Path(__file__).parent / "golden" / "blocks.txt")


@pytest.mark.parametrize("standard", ["X-4", "X-1a"])
def test_the_whole_preflight_has_nothing_to_tell(standard: str) -> None:
    assert preflight(EXAMPLE, standard=standard) == (1, ())


def test_small_type_is_one_ink(built: Built) -> None:
    """Coloured type is 9 pt and more, everything else black alone."""
    display = built.pages[0].display
    assert display is not None
    for item in (item for group in display.groups for item in group.items):
        if isinstance(item, Glyphs) and item.size < 9000:
            assert item.ink.plates <= 1, item.text
        if isinstance(item, Line | Drawn):
            assert (getattr(item, "width", 0) or 1000) >= 250


def test_a_scanner_reads_its_codes(built: Built, out: Path) -> None:
    page = pdfium.PdfDocument(next(out.glob("*-03.pdf")).read_bytes())[0]
    read = zxingcpp.read_barcodes(
        page.render(scale=250 / 72, grayscale=True).to_pil(), ean_add_on_symbol=zxingcpp.EanAddOnSymbol.Read
    )
    assert {"977123456700386", "https://example.com/blocks/2026-03-20"} <= {one.text for one in read}
