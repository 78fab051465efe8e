"""Every kind of furniture leaves something on the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages import small
from printlayout.build import build
from printlayout.model.display import Fill, Glyphs, Line
from printlayout.model.display import Path as Drawn

PLACE = "x: 5mm, y: 2mm, width: 60mm, height: 6mm"


@pytest.mark.parametrize(
    ("thing", "kinds"),
    [
        ("kind: text, text: 报眉, style: credit", {Glyphs}),
        ("kind: fill, ink: black 10%", {Fill}),
        ("kind: rule, stroke: {width: 1pt}", {Line}),
        ("kind: box, box: {stroke: {width: 1pt}}", {Drawn}),
        ("kind: art, file: a.svg", {Drawn}),
    ],
)
def test_it_is_painted(tmp_path: Path, thing: str, kinds: set[type]) -> None:
    layout = f"{small.LAYOUT}furniture:\n  - {{{thing}, {PLACE}}}\n"
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    issue = small.write(tmp_path / "issue", small.story(small.han(138)), layout, art__a_svg=drawing)
    display = build(issue, tmp_path / "out").pages[0].display
    assert display is not None
    assert {type(item) for item in display.groups[0].items} == kinds
