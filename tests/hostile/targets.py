"""What reads files from outside, each as a function of bytes that either returns or raises what is a fault of ours.

The quick tests feed them damaged examples; ``make fuzz`` lets a coverage-guided fuzzer look for more.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from printlayout.art.outline import BadOutline, outline
from printlayout.art.svg import read_svg
from printlayout.base.diagnostics import NOWHERE, Collector, Finding
from printlayout.base.messages import hint, what
from printlayout.fonts.catalogue import Catalogue, Family, FontFile
from printlayout.fonts.face import Fonts
from printlayout.fonts.reader import read_families
from printlayout.fonts.subset import FontFault, subset
from printlayout.images.headers import BadPicture
from printlayout.images.prepare import PictureFault, prepare
from printlayout.images.probe import Unsupported, read_header
from printlayout.images.trace import outline as traced
from printlayout.model.style import Face
from printlayout.pdf.container import Container
from printlayout.pdf.placed import Importer, PlacedFault, Source
from printlayout.spec.csv import rows
from printlayout.spec.document import parse
from printlayout.spec.issue_keys import ISSUE
from printlayout.spec.layout_keys import LAYOUT
from printlayout.spec.shapes import Reading
from printlayout.spec.stories import normalised, read_story

Target = Callable[[bytes], None]


def judged(findings: Iterable[Finding], whole: tuple[str, ...] = ()) -> None:
    """Every finding can be said in both languages and has a place; ``whole``: codes that are about a whole file."""
    for finding in findings:
        assert what(finding, "zh") and what(finding, "en"), finding
        hint(finding, "zh"), hint(finding, "en")
        assert finding.span.file, finding
        assert finding.span.line or finding.code in whole or finding.span == NOWHERE, finding


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass") if _is_utf8(data) else data.decode("utf-8", "replace")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def document(data: bytes) -> None:
    """A spec, read as an issue and as a layout."""
    for shape in (ISSUE, LAYOUT):
        collector = Collector()
        node = parse(_text(data), "a.yaml", collector)
        if node is not None:
            shape.read(node, Reading(collector), "a.yaml")
        judged(collector.findings)


def story(data: bytes) -> None:
    """A story: front matter, markup, tables, questions and answers."""
    collector = Collector()
    made = read_story(_text(data), "a.md", "a", Path("/nonexistent"), Reading(collector))
    normalised(made)
    judged(collector.findings)


def table(data: bytes) -> None:
    """Comma-separated rows."""
    collector = Collector()
    rows(_text(data).splitlines(), "a.csv", 1, Reading(collector))
    judged(collector.findings)


def picture_header(data: bytes) -> None:
    """The first bytes of a picture."""
    with suppress(BadPicture, Unsupported):
        read_header(BytesIO(data))


def picture(data: bytes) -> None:
    """A picture to its last pixel, and what is cut out of it."""
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        file.write(data)
        file.flush()
        for work in (prepare, traced):
            try:
                work(Path(file.name))
            except PictureFault as fault:
                assert what(fault.finding, "zh")


def svg(data: bytes) -> None:
    """A drawing."""
    drawing, faults = read_svg(data)
    assert (drawing is None) == bool(faults)
    assert all(fault.line and fault.column for fault in faults)


def path_data(data: bytes) -> None:
    """An outline of a pattern or a shape."""
    with suppress(BadOutline):
        outline(_text(data), 1000)


def placed_pdf(data: bytes) -> None:
    """The first page of a PDF as a form of ours."""
    try:
        with Source(data) as source:
            source.page(1)
            source.size(1, "trim"), source.around(1, "bleed", "trim"), source.hides(1), source.claim()
            Importer(Container("1.6")).form(source, 1, source.box(1, "media"))
    except PlacedFault as fault:
        assert str(fault)


def font(data: bytes) -> None:
    """A font: opened, a few glyphs shaped, measured and cut out of it."""
    with tempfile.NamedTemporaryFile(suffix=".ttf") as file:
        file.write(data)
        file.flush()
        one = FontFile("甲", 400, Path(file.name))
        fonts = Fonts(Catalogue({"甲": Family("甲", (), {400: one})}, {"甲": "甲"}))
        collector = Collector()
        fonts.check([Face("甲", 400)], collector)
        if collector.failed:
            return
        glyphs = fonts.shape(Face("甲", 400), "一AB", 10_000, "zh")
        for glyph in glyphs:
            fonts.ink(Face("甲", 400), glyph.gid)
        try:
            subset(one, [glyph.gid for glyph in glyphs])
        except FontFault as fault:
            assert what(fault.finding, "zh")


def font_catalogue(data: bytes) -> None:
    """A house's list of fonts."""
    with tempfile.NamedTemporaryFile(suffix=".yaml") as file:
        file.write(data)
        file.flush()
        collector = Collector()
        read_families(Path(file.name), collector)
        judged(collector.findings, ("font.catalogue-missing", "font.catalogue-syntax"))


TARGETS: dict[str, Target] = {
    "document": document, "story": story, "table": table, "picture-header": picture_header, "picture": picture,
    "svg": svg, "path-data": path_data, "placed-pdf": placed_pdf, "font": font, "font-catalogue": font_catalogue,
}  # fmt: skip
