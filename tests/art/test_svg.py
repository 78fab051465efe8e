"""SVG files as flat shapes: what is read, by its numbers, and what is refused, with its place."""

from __future__ import annotations

import pytest

from printlayout.art.svg import read_svg
from printlayout.model.art import Drawing, Shape

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 50">\n'


def svg(*lines: str) -> bytes:
    return (HEAD + "\n".join(lines) + "\n</svg>").encode()


def drawn(*lines: str) -> tuple[Shape, ...]:
    drawing, faults = read_svg(svg(*lines))
    assert faults == []
    assert drawing is not None
    return drawing.shapes


def faults(*lines: str) -> list[tuple[str, int]]:
    drawing, found = read_svg(svg(*lines))
    assert drawing is None
    return [(fault.kind, fault.line) for fault in found]


def test_the_longer_side_is_a_million_units() -> None:
    drawing, _ = read_svg(svg('<rect width="10" height="5"/>'))
    assert drawing == Drawing(
        1_000_000, 500_000, (Shape("mlllh", (0, 0, 100_000, 0, 100_000, 50_000, 0, 50_000), "#000000"),)
    )


def test_the_size_may_come_from_width_and_height() -> None:
    drawing, _ = read_svg(
        b'<svg xmlns="http://www.w3.org/2000/svg" width="20mm" height="40mm"><path d="M0 0h9v9z"/></svg>'
    )
    assert drawing is not None
    assert (drawing.width, drawing.height) == (500_000, 1_000_000)


@pytest.mark.parametrize(
    "shape",
    [
        '<polygon points="10,10 20,10 20,20 10,20"/>',
        '<path d="M10 10h10v10H10z"/>',
        '<rect x="10" y="10" width="10" height="10"/>',
        '<g transform="translate(10 10) scale(10)"><path d="M0 0 1 0 1 1 0 1Z"/></g>',
        '<rect x="5" y="5" width="5" height="5" transform="scale(2)"/>',
        '<rect x="10" y="-20" width="10" height="10" transform="rotate(90) "/>',
        '<defs><rect id="a" width="10" height="10"/></defs><use href="#a" x="10" y="10"/>',
        '<symbol id="s" viewBox="0 0 2 2"><rect width="2" height="2"/></symbol>'
        '<use xlink:href="#s" x="10" y="10" width="10" height="10"/>',
    ],
)
def test_one_square_written_in_many_ways(shape: str) -> None:
    (made,) = drawn(shape)
    corners = set(zip(made.points[::2], made.points[1::2], strict=True))
    assert corners == {(100_000, 100_000), (200_000, 100_000), (200_000, 200_000), (100_000, 200_000)}


def test_a_circle_is_four_curves() -> None:
    (made,) = drawn('<circle cx="50" cy="25" r="20"/>')
    assert made.ops.replace("h", "").lstrip("m") == "cccc"
    assert (min(made.points[::2]), max(made.points[1::2])) == (300_000, 450_000)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("#0a0b0c", "#0a0b0c"),
        ("#abc", "#aabbcc"),
        ("rgb(255, 0, 16)", "#ff0010"),
        ("rgb(100%,0%,0%)", "#ff0000"),
        ("RED", "#ff0000"),
        ("currentColor", "#00ff00"),
    ],
)
def test_colours(written: str, read: str) -> None:
    assert drawn(f'<rect color="lime" fill="{written}" width="9" height="9"/>')[0].fill == read


def test_looks_are_inherited_and_overridden() -> None:
    """Attributes give way to the style sheet, the sheet to ``style``."""
    sheet = "<style>/* x */ .a, .b { fill: #111111 } rect { stroke: #222222 } #c { fill: #333333 }</style>"
    a, b, c, d = drawn(
        sheet,
        '<g fill="#999999" stroke-width="2"><rect class="a" fill="#555555" width="9" height="9"/>',
        '<rect class="b" style="fill:#444444;stroke:none" width="9" height="9"/>',
        '<rect id="c" width="9" height="9"/><path d="M0 0h9v9z"/></g>',
    )
    assert [shape.fill for shape in (a, b, c, d)] == ["#111111", "#444444", "#333333", "#999999"]
    assert [(shape.stroke, shape.width) for shape in (a, b)] == [("#222222", 20_000), ("", 0)]


def test_strokes_keep_their_manner() -> None:
    (made,) = drawn(
        '<path d="M0 0L9 9" fill="none" stroke="#123456" stroke-width="0.5" stroke-linecap="round" '
        'stroke-linejoin="bevel" stroke-dasharray="2 1" fill-rule="evenodd" transform="scale(2)"/>'
    )
    assert (made.width, made.cap, made.join, made.dash, made.even_odd) == (
        10_000,
        "round",
        "bevel",
        (40_000, 20_000),
        True,
    )


@pytest.mark.parametrize(
    "hidden",
    [
        '<rect display="none" width="9" height="9"/>',
        '<rect visibility="hidden" width="9" height="9"/>',
        '<rect fill="none" width="9" height="9"/>',
        '<rect opacity="0" width="9" height="9"/>',
        '<g xmlns:x="urn:x"><x:tool width="3"/><title>t</title><metadata>m</metadata></g>',
        "<defs><text>unused</text></defs>",
    ],
)
def test_what_does_not_show_is_not_drawn(hidden: str) -> None:
    assert len(drawn(hidden, '<rect width="9" height="9"/>')) == 1


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("<text x='1' y='9'>字</text>", "svg-text"),
        ("<image href='a.jpg' width='9' height='9'/>", "svg-unread"),
        ("<foreignObject/>", "svg-unread"),
        ("<rect fill='url(#g)' width='9' height='9'/>", "svg-effect"),
        ("<rect clip-path='url(#c)' width='9' height='9'/>", "svg-effect"),
        ("<rect style='filter:url(#f)' width='9' height='9'/>", "svg-effect"),
        ("<rect style='mix-blend-mode:multiply' width='9' height='9'/>", "svg-effect"),
        ("<path marker-end='url(#m)' d='M0 0h9v9z'/>", "svg-effect"),
        ("<path stroke='red' transform='scale(2 1)' d='M0 0h9v9z'/>", "svg-effect"),
        ("<g opacity='.5'><rect width='9' height='9'/></g>", "svg-opacity"),
        ("<rect fill-opacity='50%' width='9' height='9'/>", "svg-opacity"),
        ("<rect fill='reddish' width='9' height='9'/>", "svg-colour"),
        ("<rect x='96' width='9' height='9'/>", "svg-outside"),
        ("<path d='M0 0 Q oops'/>", "svg-unread"),
        ("<use href='#nobody'/>", "svg-unread"),
        ("<g id='me'><use href='#me'/></g>", "svg-unread"),
        ("<rect transform='spin(3)' width='9' height='9'/>", "svg-unread"),
        ("<style>g > rect { fill: red }</style>", "svg-unread"),
    ],
)
def test_what_is_not_flat_is_told_where_it_stands(line: str, kind: str) -> None:
    assert faults("<rect width='9' height='9'/>", line) == [(kind, 3)]


def test_all_faults_are_told_at_once() -> None:
    found = faults("<text>a</text>", "<rect fill='what' width='9' height='9'/>", "<g opacity='.1'/>")
    assert found == [("svg-text", 2), ("svg-colour", 3), ("svg-opacity", 4)]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "svg-broken"),
        (b"no xml", "svg-broken"),
        (b"<html/>", "svg-broken"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><g></svg>', "svg-broken"),
        (b"\xff\xfe\x00", "svg-broken"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "svg-size"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 9"/>', "svg-size"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "svg-empty"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>', "svg-entity"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">' + b"<g>" * 300, "svg-large"),
    ],
)
def test_files_that_are_none(data: bytes, kind: str) -> None:
    drawing, found = read_svg(data)
    assert drawing is None
    assert [fault.kind for fault in found] == [kind]


def test_a_plain_doctype_is_no_fault() -> None:
    head = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    drawing, found = read_svg(head + svg('<rect width="9" height="9"/>'))
    assert drawing is not None and found == []
