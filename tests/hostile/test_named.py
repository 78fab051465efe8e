"""Faults and attacks known by name, each in a small issue or a small file."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from ads import kit
from pages import small
from printlayout.art import svg
from printlayout.art.svg import read_svg
from printlayout.base.diagnostics import Collector, Finding, Severity
from printlayout.build import build, check
from printlayout.fonts.reader import read_families
from printlayout.images.probe import ImageInfo, probe
from printlayout.pdf.placed import PlacedFault, Source
from printlayout.preflight import reader
from printlayout.spec.document import parse

SLOT = "lead: {columns: 1-2, lines: 1-10, head: {headline: head}}"


def checked(folder: Path, text: str, layout: str = small.LAYOUT, **files: bytes) -> list[Finding]:
    """What a small issue tells; every error has a place."""
    _, findings = check(small.write(folder / "issue", text, layout, **files))
    for finding in findings:
        assert finding.severity < Severity.ERROR or finding.span.file, finding
    return list(findings)


def codes(findings: list[Finding]) -> set[str]:
    return {finding.code for finding in findings if finding.severity is not Severity.INFO}


# -- YAML ---------------------------------------------------------------------------------------------------


def test_a_yaml_bomb_is_refused_where_it_stands() -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    collector = Collector()
    assert parse("\n".join(rows), "a.yaml", collector) is None
    assert [(f.code, f.span.line) for f in collector.findings] == [("spec.too-large", 5)]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_a_tree_too_deep_is_refused(opening: str) -> None:
    collector = Collector()
    assert parse(opening * 20_000, "a.yaml", collector) is None
    assert {f.code for f in collector.findings} <= {"spec.too-large", "spec.syntax"}
    assert all(f.span.line for f in collector.findings)


def test_a_font_catalogue_too_deep_is_refused(tmp_path: Path) -> None:
    collector = Collector()
    catalogue = tmp_path / "catalogue.yaml"
    for deep in ("families: " + "[" * 100_000, "\n".join("  " * n + "a:" for n in range(100))):
        catalogue.write_text(deep, encoding="utf-8")
        read_families(catalogue, collector)
    assert [(f.code, f.span.line) for f in collector.findings] == [
        ("font.catalogue-syntax", 1), ("font.catalogue-syntax", 21)
    ]  # fmt: skip


@pytest.mark.parametrize("chain", [("a",), ("a", "b"), ("a", "b", "c")])
def test_layouts_that_extend_each_other(chain: tuple[str, ...], tmp_path: Path) -> None:
    layout = small.LAYOUT + "extends: a\n"
    files = {
        f"layouts__{name}_yaml": f"extends: {chain[(n + 1) % len(chain)]}\n".encode() for n, name in enumerate(chain)
    }
    found = checked(tmp_path, small.story("正文。"), layout, **files)
    assert [f.code for f in found if f.severity is Severity.ERROR] == ["spec.cycle"]
    assert found[0].span.line


# -- text ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("odd", ["\0", "\x07", "\x1b", "\u202e", "\u2066", "\u200f", "\ud83d", "\ufffe", "\U000e0041"])
def test_characters_that_show_nothing_or_turn_text_round(odd: str, tmp_path: Path) -> None:
    """Each is told where it stands, or is no character of any face; none goes to press in silence."""
    text = small.story(small.han(60) + odd + small.han(78))
    small.write(tmp_path / "issue", "")
    (tmp_path / "issue/stories/one.md").write_bytes(text.encode("utf-8", "surrogatepass"))
    _, findings = check(tmp_path / "issue")
    told = [f for f in findings if f.severity is not Severity.INFO and f.span.file.endswith("one.md")]
    assert told, findings
    assert {f.span.line for f in told} == {4}


def test_rare_ideographs_are_told_by_their_place(tmp_path: Path) -> None:
    found = checked(tmp_path, small.story(small.han(60) + "\U00030a00\U00031350" + small.han(70)))
    told = [f for f in found if f.severity is Severity.ERROR]
    assert [(f.span.line, f.span.column) for f in told] == [(4, 61), (4, 62)]


def test_a_story_of_a_hundred_thousand_characters(tmp_path: Path) -> None:
    found = checked(tmp_path, small.story(*[small.han(10_000)] * 10))
    over = [f for f in found if f.code == "layout.overset"]
    assert len(over) == 1
    assert over[0].span.file.endswith("one.md")


# -- nothing, and too much ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("issue.yaml", ""), ("issue.yaml", "# nothing\n"),
        ("issue.yaml", small.ISSUE.split("pages:")[0] + "pages: []\n"),
        ("issue.yaml", small.ISSUE.split("pages:")[0] + "pages:\n"),
        ("issue.yaml", small.ISSUE.split("pages:")[0] + "pages: {}\n"),
        ("layouts/small.yaml", ""), ("layouts/small.yaml", small.LAYOUT.split("slots:")[0]),
        ("layouts/small.yaml", small.LAYOUT.split("slots:")[0] + "slots: {}\n"), ("layouts/small.yaml", "{}"),
        ("stories/one.md", ""), ("stories/one.md", "\n\n"), ("stories/one.md", "---\n---\n"),
        ("stories/one.md", "---\nheadline:\n---\n"), ("stories/one.md", "---\nheadline: ''\n---\n正文\n"),
    ],
)  # fmt: skip
def test_empty_files_and_lists(file: str, content: str, tmp_path: Path) -> None:
    root = small.write(tmp_path / "issue", small.story("正文。"))
    (root / file).write_text(content, encoding="utf-8")
    _, findings = check(root)
    told = [f for f in findings if f.severity is not Severity.INFO]
    assert told
    assert all(f.span.file and f.span.line for f in told), told


def test_a_page_without_slots_or_stories_is_blank_paper(tmp_path: Path) -> None:
    """A layout with no slots asks for no story: there is nothing on the page, and nothing to tell."""
    layout = small.LAYOUT.split("slots:")[0]
    root = small.write(tmp_path / "issue", "", layout)
    spec = small.ISSUE.split("    stories:")[0]
    (root / "issue.yaml").write_text(spec, encoding="utf-8")
    _, findings = check(root)
    assert all(f.span.file for f in findings)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("columns: 1-2, lines: 1-10", "columns: 2-1, lines: 1-10"),
        ("columns: 1-2, lines: 1-10", "columns: 1-99999999999, lines: 1-10"),
        ("columns: 1-2, lines: 1-10", "columns: 0, lines: 0"), ("columns: 1-2, lines: 1-10", "columns: 1, lines: 1"),
        ("columns: 2, column: 10字", "columns: 1000000, column: 10字"), ("columns: 2", "columns: 0"),
        ("column: 10字", "column: 0.01mm"), ("leading: 15pt", "leading: 0.001pt"), ("lines: 10}", "lines: 1000000}"),
        ("lines: 10}", "lines: 0}"), ("body: 10pt", "body: 100000mm"), ("width: 100mm", "width: 1e300mm"),
        ("size: 10pt", "size: 0pt"), ("size: 20pt", "size: 900pt"), ("gutter: 1字", "gutter: 1000000mm"),
        ("indent: 2字", "indent: 200字"), ("top: 10mm", "top: -1mm"),
    ],
)  # fmt: skip
def test_measures_nothing_can_be_set_in(old: str, new: str, tmp_path: Path) -> None:
    assert old in small.LAYOUT
    found = checked(tmp_path, small.story(small.han(138)), small.LAYOUT.replace(old, new, 1))
    assert codes(found)


@pytest.mark.parametrize(
    "bounds",
    ["{min: 9, max: 2}", "{min: 5000, max: 6000}", "{min: 0, max: 0}", "{min: -3}", "{max: 1}", "{min: 99999999999}"],
)
def test_regions_with_bounds_that_cannot_be_kept(bounds: str, tmp_path: Path) -> None:
    layout = small.LAYOUT.replace(
        SLOT,
        f"lead: {{columns: 1-2, lines: 1-10, head: {{headline: head}}}}\nregions:\n"
        f"  all: {{columns: 1-2, lines: 1-10, stack: [{{slot: lead, height: {bounds}}}]}}",
    )
    assert codes(checked(tmp_path, small.story(small.han(138)), layout))


def test_a_table_of_a_thousand_rows(tmp_path: Path) -> None:
    rows = "\n".join(f"甲{n},{n},{n * 2}" for n in range(1000))
    found = checked(tmp_path, small.story("正文。", f"```csv\n名,数,倍\n{rows}\n```"))
    assert all(f.span.file for f in found)
    assert codes(found)


# -- pictures -----------------------------------------------------------------------------------------------


def png(width: int, height: int, data: bytes = b"", colour: int = 2) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def probed(data: bytes, folder: Path) -> ImageInfo | Finding:
    path = folder / "a.png"
    path.write_bytes(data)
    return probe(path)


@pytest.mark.parametrize(("width", "height"), [(65_000, 65_000), (2**31 - 1, 1), (1, 2**31 - 1), (0, 5)])
def test_a_picture_that_unpacks_to_too_much(width: int, height: int, tmp_path: Path) -> None:
    found = probed(png(width, height, zlib.compress(bytes(1_000_000))), tmp_path)
    assert isinstance(found, Finding)
    assert found.code in ("picture.too-large", "picture.unreadable")


def test_a_profile_that_unpacks_to_too_much(tmp_path: Path) -> None:
    whole = png(1, 1, zlib.compress(b"\0\1\2\3"))
    body = b"p\0\0" + zlib.compress(bytes(50_000_000))
    chunk = struct.pack(">I", len(body)) + b"iCCP" + body + struct.pack(">I", zlib.crc32(b"iCCP" + body))
    found = probed(whole[:33] + chunk + whole[33:], tmp_path)
    assert isinstance(found, ImageInfo)
    assert len(found.icc or b"") <= 4_000_000


def test_a_file_that_tells_two_sizes(tmp_path: Path) -> None:
    """A second frame header, which others believe, of a picture four thousand times as large."""
    out = BytesIO()
    Image.new("RGB", (8, 8)).save(out, "JPEG")
    data = out.getvalue()
    at = data.index(b"\xff\xc0")
    large = bytearray(data[at : at + 19])
    large[5:9] = struct.pack(">HH", 60_000, 60_000)
    from printlayout.images.prepare import PictureFault
    from printlayout.images.trace import outline

    path = tmp_path / "a.jpg"
    path.write_bytes(data[:at] + bytes(large) + data[at:])
    try:
        outline(path)
    except PictureFault as fault:
        assert fault.finding.code == "picture.unreadable"


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "1", "CMYK"])
def test_a_picture_of_one_pixel(mode: str, tmp_path: Path) -> None:
    out = BytesIO()
    Image.new(mode, (1, 1)).save(out, "TIFF" if mode == "CMYK" else "PNG")
    name = "a.tif" if mode == "CMYK" else "a.png"
    layout = small.LAYOUT.replace("headline: head}}", "headline: head}, pictures: [{columns: 1, lines: 3}]}")
    text = small.story(small.han(80), front=f"pictures: [{{file: {name}}}]\n")
    root = small.write(tmp_path / "issue", text, layout)
    (root / "pictures").mkdir()
    (root / "pictures" / name).write_bytes(out.getvalue())
    findings = build(root, tmp_path / "out").findings
    assert "picture.very-low-resolution" in {f.code for f in findings}, findings
    assert all(f.span.file for f in findings if f.severity is Severity.ERROR)


# -- drawings -----------------------------------------------------------------------------------------------

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">%s</svg>'


def faults(body: bytes) -> list[tuple[str, int]]:
    drawing, told = read_svg(SVG % body)
    assert drawing is None
    return [(fault.kind, fault.line) for fault in told]


def test_uses_of_uses_of_uses_come_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(svg, "MOST_DRAWN", 2000)
    rows = [b"<defs><rect id='a0' width='1' height='1'/>"]
    rows += [b"<g id='a%d'>%s</g>" % (n, b"<use href='#a%d'/>" % (n - 1) * 10) for n in range(1, 15)]
    assert [kind for kind, _ in faults(b"\n".join(rows) + b"</defs><use href='#a14'/>")] == ["svg-large"]


def test_entities_of_entities_are_refused() -> None:
    rows = [b"<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'>"]
    rows += [b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)]
    _, told = read_svg(b"\n".join(rows) + b"]>" + SVG % b"<title>&j;</title>")
    assert [fault.kind for fault in told] == ["svg-entity"]


@pytest.mark.parametrize(
    "body",
    [
        b"<path d='M0 0L1e400 1'/>", b"<path d='M0 0L1 1' transform='scale(1e300) scale(1e300)'/>",
        b"<rect width='1e308' height='1e308' transform='scale(1e308)'/>", b"<circle r='1e200'/>",
        b"<path d='%s'/>" % (b"M0 0" * 3 + b"z" * 5000 + b"Q"),
    ],
)  # fmt: skip
def test_numbers_that_are_none(body: bytes) -> None:
    assert faults(body)


def test_a_style_sheet_without_an_end() -> None:
    """Matched by a pattern, ten million letters without a brace would take hours."""
    assert faults(b"<style>%s</style>" % (b"a" * 10_000_000)) == [("svg-empty", 1)]


# -- PDF ----------------------------------------------------------------------------------------------------


def pdf(change: object) -> bytes:
    return kit.changed(kit.ad(), change)


def loop(file: pikepdf.Pdf) -> None:
    pages = file.Root.Pages
    pages.Parent = pages


def test_a_page_tree_that_leads_back_to_itself() -> None:
    with Source(pdf(loop)) as source:
        assert source.turn(1) == 0


@pytest.mark.parametrize("unit", [0, -1, pikepdf.Name("/A"), pikepdf.Array(), 10**9])
def test_a_unit_that_is_none(unit: object) -> None:
    def change(file: pikepdf.Pdf) -> None:
        file.pages[0].obj.UserUnit = unit

    with Source(pdf(change)) as source, pytest.raises(PlacedFault):
        source.size(1, "trim")


@pytest.mark.parametrize("damage", [b"", b"%PDF-1.7", b"%PDF-1.7\n" + b"[" * 9999, b"%PDF-1.7\nxref\n0 1\ntrailer<<>>"])
def test_what_is_no_pdf(damage: bytes, tmp_path: Path) -> None:
    made = kit.built(tmp_path, damage)
    assert [f.span.line for f in made.findings if f.code == "ad.unreadable"] == [8]


def test_a_pdf_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A few kilobytes that come to any number of gigabytes: deflated zeros, deflated once more."""
    squeezer = zlib.compressobj(9)
    zeros = b"".join(squeezer.compress(bytes(1 << 20)) for _ in range(60)) + squeezer.flush()

    def change(file: pikepdf.Pdf) -> None:
        stream = file.make_stream(b"")
        stream.write(zlib.compress(zeros, 9), filter=pikepdf.Array([pikepdf.Name.FlateDecode] * 2))
        file.pages[0].obj.Contents = file.make_indirect(stream)

    data = pdf(change)
    assert len(data) < 100_000
    limits = pikepdf.settings.get_qpdf_limits()
    assert limits["flate_max_memory"] == reader.MOST_MEMORY  # set when the module that places pages was imported
    monkeypatch.setattr(reader, "MOST_MEMORY", 20_000_000)
    try:
        made = kit.built(tmp_path, data)
    finally:
        pikepdf.settings.set_qpdf_limits(flate_max_memory=limits["flate_max_memory"])
    told = [f for f in made.findings if f.severity is Severity.ERROR]
    assert told
    assert {f.span.line for f in told} == {8}
