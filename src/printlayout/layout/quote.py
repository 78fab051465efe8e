"""Pull quotes 引语: words of the story said again, large, between rules, in whole lines."""

from __future__ import annotations

from printlayout.base.diagnostics import Span
from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.base.value import replace
from printlayout.layout.cells import TextRun
from printlayout.layout.drawing import Drawing, DrawnRow, Ruled, Text, Tint
from printlayout.layout.flow import Row
from printlayout.layout.looks import run_of, runs_of
from printlayout.layout.paragraph import Setter, Shape
from printlayout.model.galley import SetLine
from printlayout.model.inserts import QuoteLook
from printlayout.model.layout import Grid
from printlayout.model.story import Block, Run

PITCH = 1350
"""Distance of a quote's lines, permille of their size."""
OPENS, CLOSES = "“「『", "”」』"


def needed(height: Mpt, grid: Grid) -> int:
    """Lines a quote of that height takes with the air it needs between its rules."""
    return -(-height // grid.leading) + 1


def set_quote(
    block: Block, look: QuoteLook, width: Mpt, grid: Grid, setter: Setter, lines: int = 0
) -> tuple[DrawnRow, int]:
    """A quote in a column of ``width``, in the middle of ``lines`` lines of the grid, or in as many as it needs, which
    are given back too. Its rules stand in the middle of the first and of the last line."""
    drawing, height = drawn(block, look, width, grid, setter)
    lines = lines or needed(height, grid)
    free = lines * grid.leading - height
    down = free // 2 - (grid.leading - grid.em) // 2
    moved = Drawing(tuple(replace(text, y=text.y + down) for text in drawing.texts))
    drawing = framed(moved, look, width, lines, grid, block.span)
    row = DrawnRow(Row(lines, lines), drawing, 0, block.span, block.text, aside=True)
    return row, needed(height, grid)


def drawn(block: Block, look: QuoteLook, width: Mpt, grid: Grid, setter: Setter) -> tuple[Drawing, Mpt]:
    """Words, name and big quotation mark, close together from y = 0; and their height."""
    style, size = look.style, look.style.size
    pitch = style.leading or size * PITCH // 1000
    runs = _bare(block.runs) if look.mark else block.runs
    texts: list[Text] = []
    y = 0
    if look.mark:
        mark = _mark(look, block.span, setter)
        texts.append(Text(mark, 0, 0, look.mark))
        y = look.mark * 45 // 100
    shape = Shape(width, align="left" if style.align == "justify" else style.align)
    for line in setter.set(runs_of(runs, style), style.composition, size, shape).lines:
        texts.append(Text(line, 0, y, size))
        y += pitch
    y += size - pitch
    if block.label:
        name = look.name
        y += pitch - size // 2
        said = run_of(replace(block.label, text="——" + block.label.text), name)
        shape = Shape(width, align="right" if name.align == "justify" else name.align)
        for line in setter.set([said], name.composition, name.size, shape).lines:
            texts.append(Text(line, 0, y, name.size))
            y += name.size * 5 // 4
        y += name.size - name.size * 5 // 4
    return Drawing(tuple(texts)), y


def framed(drawing: Drawing, look: QuoteLook, width: Mpt, lines: int, grid: Grid, span: Span) -> Drawing:
    """A quote's words with the rules that close it and its tint."""
    half = (grid.leading - grid.em) // 2
    top, bottom = grid.em // 2, (lines - 1) * grid.leading + grid.em // 2
    rules, tints = [], []
    if look.fill:
        tints.append(Tint(Rect(0, -half, width, lines * grid.leading), look.fill, span))
        top, bottom = -half, lines * grid.leading - half
    if look.top:
        rules.append(Ruled(look.top, 0, top, width, top, span, 1))
    if look.foot:
        rules.append(Ruled(look.foot, 0, bottom, width, bottom, span, -1))
    return Drawing(drawing.texts, tuple(tints), tuple(rules))


def _bare(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The words without their own quotation marks, where a big one stands for them."""
    if not runs or runs[0].text[:1] not in OPENS or runs[-1].text[-1:] not in CLOSES:
        return runs
    first = replace(runs[0], text=runs[0].text[1:], span=runs[0].span.shifted(1))
    runs = (first, *runs[1:])
    return (*runs[:-1], replace(runs[-1], text=runs[-1].text[:-1]))


def _mark(look: QuoteLook, span: Span, setter: Setter) -> SetLine:
    """The big quotation mark: an ornament, it stands for no character."""
    face = look.mark_face or look.style.face
    run = TextRun("“国", face, face, look.mark, look.mark_ink or look.style.ink, span)
    shape = Shape(look.mark * 4, align="left")
    line = setter.set([run], look.style.composition, look.mark, shape).lines[0]
    piece = line.pieces[0]
    alone = replace(piece, gids=piece.gids[:1], xs=piece.xs[:1], texts=("",), ys=piece.ys and piece.ys[:1])
    return replace(line, pieces=(alone,))
