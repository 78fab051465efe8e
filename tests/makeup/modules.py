"""Modules for make-up tests: stories of one paragraph and pictures, on a grid of columns of 10 字.

字 10 pt, pitch 13 pt. A paragraph indented by 2 字 holds 10 n - 2 characters in n lines.
"""

from __future__ import annotations

from printlayout.base.diagnostics import Collector, Span
from printlayout.layout.itemise import CellMaker
from printlayout.layout.paragraph import Setter
from printlayout.makeup.module import Module
from printlayout.model.copyfit import NO_FIT, Fit
from printlayout.model.layout import Grid, Head, PicturePlace, Slot
from printlayout.model.story import Block, Picture, Placement, Run, Story
from printlayout.model.style import Style
from square import SQUARE, SquareShaper

EM = 10_000
GRID = Grid(left=0, top=0, columns=8, column=10 * EM, gutter=EM, lines=100, leading=13_000, em=EM)
BODY = Style("body", SQUARE, EM, indent=2_000)
SUBHEAD = Style("subhead", SQUARE, EM, lines=2)
TITLE = Style("headline", SQUARE, 3 * EM, sizes=(4 * EM, 3 * EM, 2 * EM))


def filling(lines: int, char: str = "国") -> str:
    """A paragraph that fills so many lines to the end."""
    return char * (10 * lines - 2)


def slot(
    name: str = "lead",
    columns: tuple[int, int] = (1, 2),
    lines: tuple[int, int] = (1, 20),
    pictures: tuple[PicturePlace, ...] = (),
    fit: Fit = NO_FIT,
) -> Slot:
    head = Head((1, columns[1] - columns[0] + 1), None, TITLE, None, None, after=0)
    return Slot(name, columns, lines, head, BODY, SUBHEAD, BODY, BODY, pictures, fit=fit)


def story(*paragraphs: str, headline: str = "", pictures: int = 0, crop: int = 0) -> Story:
    blocks = []
    for number, text in enumerate(paragraphs, 1):
        kind = "subhead" if text.startswith("#") else "para"
        span = Span("story", number, 1)
        blocks.append(Block(kind, (Run(text.removeprefix("#"), span=span),), span))
    shown = tuple(Picture(f"p{n}.jpg", span=Span("story", 90 + n, 1), crop=crop) for n in range(pictures))
    rows = (Run(headline, span=Span("story", 80, 1)),) if headline else ()
    return Story("one", headline=rows, blocks=tuple(blocks), pictures=shown)


def module(of: Slot, copy: Story) -> Module:
    collector = Collector()
    setter = Setter(CellMaker(SquareShaper(), collector), collector)
    return Module(Placement(of.name, copy), of, GRID, setter, collector)
