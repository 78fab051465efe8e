"""The special report as it comes out: read back from the display list and from the finished PDF.

What is expected comes from the copy, from the layout's grid and from the rules (R numbers); where a line ends or a mark
stands is worked out here from positions and the fonts' own outlines, not asked of the program.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
import yaml

from printlayout.base.diagnostics import Severity
from printlayout.base.geometry import Rect
from printlayout.model.display import Image

from . import outlines
from .conftest import EXAMPLE, STEM, Report
from .reader import PdfText
from .reading import Glyph, PaintedLine, body_lines, column_of, frames, glyphs, paragraphs, singly

STORIES = {"lead": "zhangwan", "second": "jingkai"}
NEVER_FIRST = "、，；：。．！？‼⁇⁈⁉”’」』）］｝】〗》〉〕～–-·‧・/／々〻%‰°℃％㎡"
"""R12, R14, R18; a single — too, but not —— (R17)."""
NEVER_LAST = "“‘「『（［｛【〖《〈〔/／￥¥$€£"
"""R13, R14, R18."""
HALF_AT_END = "，。、；：？！”’》〉）】〕〗］｝』」"
"""R9, R36: marks that give up the right half of their box at the end of a line."""
HALF_AT_START = "“‘《〈（【〔〖［｛『「"
"""R9, R37: marks that give up the left half of their box at the start of one."""


def copy(name: str) -> str:
    """Everything a story says, in the order a reader meets it, read without the program."""
    source = (EXAMPLE / "stories" / f"{name}.md").read_text(encoding="utf-8")
    _, front, body = re.split(r"^---\n", source, maxsplit=2, flags=re.MULTILINE)
    head = yaml.safe_load(front)
    captions = "".join(picture["caption"] for picture in head["pictures"])
    text = re.sub(r"^## ", "", body, flags=re.MULTILINE).replace("**", "")
    return bare("".join([head["headline"], head["deck"], head["byline"], text, captions]))


def bare(text: str) -> str:
    """A text without white space, full-width and half-width forms alike: whether a comma was made full-width is
    another test's business, that none was lost is this one's."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def full_lines(report: Report) -> list[PaintedLine]:
    """Every body line that is not the last of its paragraph: the lines that must fill the measure."""
    lines = body_lines(report.display, report.spec.layout.grid)
    return [line for paragraph in paragraphs(lines) for line in paragraph[:-1]]


def box(glyph: Glyph) -> Rect | None:
    """Where a glyph leaves ink."""
    bounds = outlines.bounds(glyph.face, glyph.gid)
    if bounds is None:
        return None
    left, bottom, right, top = (round(edge * glyph.size) for edge in bounds)
    return Rect(glyph.x + left, glyph.y - top, right - left, top - bottom)


# -- what is written ------------------------------------------------------------------------------------------


def test_the_page_is_sound(report: Report) -> None:
    assert [finding for finding in report.built.findings if finding.severity is Severity.ERROR] == []
    assert report.page.sound
    assert [fit.overset_characters for fit in report.page.copyfit] == [0, 0]
    assert [(fit.slot, fit.story) for fit in report.page.copyfit] == list(STORIES.items())


def test_files_are_named_by_paper_date_and_page(report: Report) -> None:
    assert sorted(path.name for path in report.built.files) == [f"{STEM}.pdf", "syrb-20230113-proof.pdf"]
    assert sorted(path.name for path in report.out.iterdir()) == [f"{STEM}.pdf", "syrb-20230113-proof.pdf"]
    assert report.pdf.read_bytes() == report.page.pdf
    assert (report.out / "syrb-20230113-proof.pdf").read_bytes() == report.page.pdf


# -- every word -----------------------------------------------------------------------------------------------


def test_the_copy_is_what_the_newsroom_sent() -> None:
    """The two counts were taken from the newsroom's own file (see ``tests/examples``)."""
    assert [len(copy(name)) for name in STORIES.values()] == [2467, 2591]


def test_the_pdf_says_the_articles_whole_and_in_order(report: Report) -> None:
    said = PdfText(report.pdf.read_bytes()).text()
    assert bare(said) == copy("zhangwan") + copy("jingkai")


def test_the_pdf_says_each_story_to_the_letter(report: Report) -> None:
    """Exactly the characters of the story as it was set, full-width marks and all."""
    expected = ""
    for placement in report.spec.placements:
        story = placement.story
        parts = [*story.headline, *story.deck, *story.byline]
        captions = [picture.caption.text for picture in story.pictures if picture.caption]
        expected += "".join([*(run.text for run in parts), *(block.text for block in story.blocks), *captions])
    said = PdfText(report.pdf.read_bytes()).text()
    assert re.sub(r"\s", "", said) == re.sub(r"\s", "", expected)
    assert not re.search(r"[\u2e80-\u2fdf\uf900-\ufaff\ufffd]", said)  # radicals, compatibility forms, unknown


def test_another_reader_finds_the_same(report: Report) -> None:
    with pdfium.PdfDocument(report.pdf) as document:
        assert len(document) == 1
        said = bare(document[0].get_textpage().get_text_range())
    assert (copy("zhangwan") + copy("jingkai")) in said


def test_the_furniture_is_no_part_of_the_text(report: Report) -> None:
    shown = PdfText(report.pdf.read_bytes()).shown()
    artifacts = "".join(part.text for part in shown if part.artifact)
    for words in ("07", "专题", "2023年1月13日", "星期五", "十堰日报", "责编", "新使命", "特别报道", "十堰统战"):
        assert words in artifacts
    assert [part.artifact for part in shown] == sorted((part.artifact for part in shown), reverse=True)


# -- lines ----------------------------------------------------------------------------------------------------


def test_no_line_begins_or_ends_with_a_forbidden_character(report: Report) -> None:
    lines = body_lines(report.display, report.spec.layout.grid)
    assert len(lines) > 200
    for line in lines:
        text = line.text.strip()
        assert text[0] not in NEVER_FIRST, text
        assert text[0] != "—" or text.startswith("——"), text
        assert text[-1] not in NEVER_LAST, text


def test_full_lines_are_flush_right(report: Report) -> None:
    """To 0.01 em. The right edge of a line is that of its last character's box:

    * a Han character's box is 1 em wide (R1) and begins at its origin, which its font's own advance confirms;
    * a closing mark's box is 1 em wide with the ink in the left half, and at the end of a line it gives up the right
      half (R9, R36): its edge is half an em from its origin. Where the mark stands in the font's box is checked too;
    * letters and digits keep their font's advance.
    """
    grid = report.spec.layout.grid
    lines = full_lines(report)
    assert len(lines) > 150
    for line in lines:
        last = next(glyph for glyph in reversed(line.glyphs) if glyph.text.strip())
        advance = outlines.advance(last.face, last.gid)
        bounds = outlines.bounds(last.face, last.gid)
        assert bounds
        if last.text in HALF_AT_END:
            assert advance == 1
            assert bounds[2] <= 0.5
            width = 0.5
        elif unicodedata.east_asian_width(last.text) == "W":
            assert advance == 1
            width = 1.0
        else:
            width = advance
        edge = last.x + width * last.size
        column = grid.x(line.column) + grid.column
        assert abs(edge - column) <= 0.01 * grid.em, (line.text, (edge - column) / grid.em)


def test_lines_are_flush_left(report: Report) -> None:
    """To 0.01 em: a paragraph's first line is indented by 2 字 (R50), all others begin at the column's edge; an opening
    mark has lost its left half there (R37), so that its origin stands half an em further left."""
    grid = report.spec.layout.grid
    for paragraph in paragraphs(body_lines(report.display, grid)):
        for number, line in enumerate(paragraph):
            first = line.glyphs[0]
            start = first.x + (grid.em // 2 if first.text in HALF_AT_START else 0)
            indent = 2 * grid.em if number == 0 else 0
            assert abs(start - grid.x(line.column) - indent) <= 0.01 * grid.em, line.text


def test_no_last_line_is_a_single_character(report: Report) -> None:
    """R52: 孤字."""
    for paragraph in paragraphs(body_lines(report.display, report.spec.layout.grid)):
        assert len(re.sub(r"[\W_]", "", paragraph[-1].text)) > 1


# -- grid and frames ------------------------------------------------------------------------------------------


def test_body_baselines_stand_on_one_grid(report: Report) -> None:
    """To 0.01 pt, over all columns of both stories; and in the file as in the display list."""
    grid = report.spec.layout.grid
    first, leading = report.display.baseline
    assert (first, leading) == (grid.top + grid.em * 88 // 100, grid.leading)
    ys = {line.y for line in body_lines(report.display, grid)}
    assert len(ys) > 70
    assert max(abs((y - first + leading // 2) % leading - leading // 2) for y in ys) <= 10
    shown = [part for part in PdfText(report.pdf.read_bytes()).shown() if part.size == grid.em / 1000]
    tops = {report.display.height / 1000 - part.y for part in shown if not part.artifact}
    assert len(tops) == len(ys)
    assert max(abs((top - first / 1000 + 6) % (leading / 1000) - 6) for top in tops) <= 0.01


def test_columns_end_level(report: Report) -> None:
    """R57: the columns of a story that end on the same edge, a picture's or the slot's, end on the same baseline; and
    nothing but the one clear line lies between it and that edge."""
    grid = report.spec.layout.grid
    lines = body_lines(report.display, grid)
    for slot in STORIES:
        (area,) = frames(report.display, "slot", slot)
        ends: dict[int, set[int]] = {}
        for column in range(1, grid.columns + 1):
            last = max(line.y for line in lines if (line.slot, line.column) == (slot, column))
            below = [
                rect.y
                for rect in frames(report.display, "picture", slot)
                if rect.y > last and rect.x <= grid.x(column) < rect.right
            ]
            ends.setdefault(min([*below, area.bottom]), set()).add(last)
        assert sum(map(len, ends.values())) == len(ends), ends
        for edge, (last,) in ends.items():
            foot = last + grid.em * 12 // 100
            assert edge - foot == (0 if edge == area.bottom else 2 * grid.leading - grid.em)


def test_every_glyph_is_inside_its_frame(report: Report) -> None:
    """Ink, not boxes: a column, a headline group, a caption, a piece of furniture holds all of what it says. A frame
    ends with the em box of its last line; the tail of a comma may reach into the blank between lines below it."""
    grid, display = report.spec.layout.grid, report.display
    count = 0
    for slot, run in glyphs(display, "story"):
        boxes = [rect for kind in ("head", "caption") for rect in frames(display, kind, slot)]
        home = next((rect for rect in boxes if rect.x <= run.x <= rect.right and rect.y < run.y <= rect.bottom), None)
        if home is None:
            (area,) = frames(display, "slot", slot)
            home = Rect(grid.x(column_of(run.x, grid)), area.y, grid.column, area.height + grid.leading - grid.em)
        for glyph in singly(run):
            ink = box(glyph)
            if ink:
                count += 1
                assert home.contains(ink), (glyph, ink, home)
    assert count > 5000
    texts = [thing.rect for thing in report.spec.layout.furniture if thing.kind == "text"]
    page = Rect(0, 0, display.width, display.height)
    for _, run in glyphs(display, "furniture"):
        for glyph in singly(run):
            ink = box(glyph)
            if ink:
                assert any(rect.contains(ink) for rect in texts), glyph
                assert page.grown(-8504).contains(ink), glyph  # 3 mm from the trim


def test_pictures_and_text_keep_apart(report: Report) -> None:
    display = report.display
    pictures = frames(display, "picture")
    assert len(pictures) == 6
    shown = [item for group in display.groups for item in group.items if isinstance(item, Image)]
    assert [image.rect for image in shown] == pictures
    inks = [box(glyph) for kind in ("story", "furniture") for _, run in glyphs(display, kind) for glyph in singly(run)]
    for picture in pictures:
        assert not any(picture.overlaps(other) for other in pictures if other is not picture)
        assert not [ink for ink in inks if ink and picture.overlaps(ink)]


def test_glyphs_of_a_line_do_not_overlap(report: Report) -> None:
    """Ink of neighbours keeps apart: nothing was squeezed into its neighbour."""
    for line in body_lines(report.display, report.spec.layout.grid):
        inks = [ink for glyph in line.glyphs if (ink := box(glyph))]
        for left, right in pairwise(inks):
            assert right.x - left.right >= -0.04 * line.glyphs[0].size, line.text


# -- the file -------------------------------------------------------------------------------------------------


def test_fonts_are_embedded_subset_and_mapped(report: Report) -> None:
    with pikepdf.open(report.pdf) as document:
        fonts = list(document.pages[0].Resources.Font.values())
        assert len(fonts) >= 5
        for font in fonts:
            assert font.Subtype == "/Type0"
            assert font.Encoding == "/Identity-H"
            assert "/ToUnicode" in font
            (inner,) = font.DescendantFonts
            assert re.fullmatch(r"/[A-Z]{6}\+\S+", str(inner.BaseFont))
            assert inner.Subtype == "/CIDFontType2"
            assert len(inner.FontDescriptor.FontFile2.read_bytes()) > 400
        others = [o for o in document.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"]
        assert len(others) == 2 * len(fonts)


def test_pictures_are_embedded_once(report: Report) -> None:
    with pikepdf.open(report.pdf) as document:
        images = [o for o in document.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]
        assert len(images) == 6
        operators = [str(op.operator) for op in pikepdf.parse_content_stream(document.pages[0])]
        assert operators.count("Do") == 6
        for image in images:
            assert image.BitsPerComponent == 8
            assert image.ColorSpace != "/DeviceRGB"


def test_colour_is_cmyk_and_text_black_ink(report: Report) -> None:
    """No operator sets anything but DeviceCMYK. Text is K 100 alone; only display text may be in another of the
    layout's inks: it is 9 pt or larger (press.md 2)."""
    data = report.pdf.read_bytes()
    inks = Counter((part.colour, part.size >= 9) for part in PdfText(data).shown())
    black, white, accent = (0, 0, 0, 1), (0, 0, 0, 0), (0, 1, 0.95, 0.1)
    assert set(inks) <= {(black, True), (black, False), (white, True), (accent, True)}
    body = {part.colour for part in PdfText(data).shown() if part.size == report.spec.layout.grid.em / 1000}
    assert body == {black}
    with pikepdf.open(BytesIO(data)) as document:
        used = {str(op.operator) for op in pikepdf.parse_content_stream(document.pages[0])}
    assert used & {"k", "K"}
    assert not used & {"g", "G", "rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "ri", "BI"}


def test_boxes(report: Report) -> None:
    """390 × 545 mm, trimmed; no bleed, so that all boxes are one."""
    with pikepdf.open(report.pdf) as document:
        page = document.pages[0]
        size = [0, 0, 390 / 25.4 * 72, 545 / 25.4 * 72]
        for name in ("/MediaBox", "/TrimBox", "/BleedBox"):
            assert [float(edge) for edge in page.obj[name]] == pytest.approx(size, abs=0.001), name
        assert not {"/CropBox", "/ArtBox", "/Rotate", "/UserUnit"} & set(page.obj.keys())
        assert set(page.obj.keys()) >= {"/Contents", "/Resources"}


def test_metadata(report: Report) -> None:
    with pikepdf.open(report.pdf) as document:
        assert "十堰日报" in str(document.docinfo["/Title"])
        assert "2023-01-13" in str(document.docinfo["/Title"])
        assert str(document.docinfo["/CreationDate"]).startswith("D:20230113")
        assert document.Root.Lang == "zh-Hans"
        with document.open_metadata() as xmp:
            assert xmp["dc:title"] == str(document.docinfo["/Title"])


def test_the_page_is_not_blank(report: Report) -> None:
    """Rendered small by pdfium: every picture frame shows tones, every column ink, the margin paper."""
    with pdfium.PdfDocument(report.pdf) as document:
        shown = document[0].render(scale=0.5).to_pil().convert("L")

    def part(rect: Rect) -> bytes:
        edges = (rect.x // 2000, rect.y // 2000, rect.right // 2000, rect.bottom // 2000)
        return bytes(shown.crop(edges).tobytes())

    for picture in frames(report.display, "picture"):
        assert len(set(part(picture))) > 100
    grid = report.spec.layout.grid
    for line in body_lines(report.display, grid):
        assert min(part(Rect(grid.x(line.column), line.y - 8000, grid.column, 9000))) < 160, line.text
    assert set(part(Rect(0, 0, grid.left - 6000, report.display.height))) == {255}


def test_every_source_names_a_place_that_exists(report: Report) -> None:
    """A fault found in the finished page can name the line of the story that caused it: the first character painted
    from a place is the one that stands there."""
    first: dict[int, str] = {}
    for _, run in glyphs(report.display, "story"):
        first.setdefault(run.src, run.text[0])
    assert len(first) > 60
    for src, char in first.items():
        span = report.display.sources[src]
        written = Path(span.file).read_text(encoding="utf-8").splitlines()[span.line - 1][span.column - 1]
        assert bare(written) == bare(char), span
