"""Art as a page of a PDF, which is placed and examined as an ad is, and art in picture slots."""

from __future__ import annotations

from pathlib import Path

from ads import kit
from pages import small
from printlayout.base.diagnostics import Severity
from printlayout.base.units import mm
from printlayout.build import build
from printlayout.model.built import Built
from printlayout.model.display import Glyphs, Placed
from printlayout.model.display import Path as Drawn

LAYOUT = small.LAYOUT.replace("height: 80mm", "height: 120mm") + (
    "furniture:\n  - {kind: art, x: 20mm, y: 70mm, width: 60mm, height: 40mm, file: mark.pdf}\n"
)


def test_it_stands_in_the_middle_of_its_place(tmp_path: Path) -> None:
    """An ad of 60 × 30 mm in a place 40 mm high: 5 mm are left above and below."""
    issue = small.write(tmp_path / "issue", small.story(small.han(138)), LAYOUT, art__mark_pdf=kit.ad())
    made = build(issue, tmp_path / "out")
    assert [f.code for f in made.findings if f.severity is Severity.ERROR] == []
    display = made.pages[0].display
    assert display is not None
    (placed,) = (item for group in display.groups for item in group.items if isinstance(item, Placed))
    assert (placed.rect.x, placed.rect.width) == (mm(20), mm(60))
    assert abs(placed.rect.y - mm(75)) <= 2
    assert list((tmp_path / "out").glob("*-01.pdf"))


def test_a_file_that_is_no_pdf_is_told(tmp_path: Path) -> None:
    issue = small.write(tmp_path / "issue", small.story(small.han(138)), LAYOUT, art__mark_pdf=b"no")
    made = build(issue, tmp_path / "out")
    (fault,) = (f for f in made.findings if f.severity is Severity.ERROR)
    assert (fault.code, fault.span.line) == ("ad.unreadable", 13)


SLOT = small.LAYOUT.replace("height: 80mm", "height: 120mm").replace("lines: 10}", "lines: 20}") + (
    "picture-slots:\n  logo: {columns: 1-2, lines: 12-18}\n"
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0H20V10H0Z"/></svg>'


def pictured(folder: Path, file: str, **files: bytes) -> Built:
    made = small.write(folder / "issue", small.story(small.han(138)), SLOT, **files)
    page = f"    pictures: {{logo: {{file: {file}, caption: 新的报徽}}}}\n"
    (made / "issue.yaml").write_text(small.ISSUE + page, encoding="utf-8")
    return build(made, folder / "out")


def test_svg_in_a_picture_slot_stands_above_its_caption(tmp_path: Path) -> None:
    """Lines 12 to 17 of 15 pt are 85 pt high; a drawing of 2 to 1 is 170 pt wide there, in the middle of 210."""
    made = pictured(tmp_path, "logo.svg", pictures__logo_svg=SVG)
    assert [f.code for f in made.findings] == []
    display = made.pages[0].display
    assert display is not None
    items = [item for group in display.groups for item in group.items]
    (drawn,) = (item for item in items if isinstance(item, Drawn))
    assert max(drawn.points[::2]) - min(drawn.points[::2]) == 170_000
    assert max(drawn.points[1::2]) - min(drawn.points[1::2]) == 85_000
    assert min(drawn.points[1::2]) == mm(10) + 11 * 15_000
    assert "新的报徽" in [item.text for item in items if isinstance(item, Glyphs)]


def test_pdf_in_a_picture_slot(tmp_path: Path) -> None:
    made = pictured(tmp_path, "logo.pdf", pictures__logo_pdf=kit.ad())
    display = made.pages[0].display
    assert display is not None
    assert [type(i) for g in display.groups for i in g.items if isinstance(i, Placed)] == [Placed]
