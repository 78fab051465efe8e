"""Paragraphs that hang from a mark or a name: items of a list, questions and answers (凸排, R54)."""

from __future__ import annotations

from collections.abc import Sequence

from printlayout.base.diagnostics import Collector, Span
from printlayout.base.units import Mpt
from printlayout.base.value import replace
from printlayout.layout.cells import TextRun
from printlayout.layout.drawing import Drawing, DrawnRow, Text
from printlayout.layout.flow import Row
from printlayout.layout.looks import paragraph_runs, place_of
from printlayout.layout.paragraph import Prepared, Setter, Shape
from printlayout.layout.parts import Rooms, Rows
from printlayout.layout.rows import words
from printlayout.layout.spots import EM_MIDDLE
from printlayout.model.galley import SetLine
from printlayout.model.inserts import ListLook, QaLook
from printlayout.model.layout import Grid
from printlayout.model.story import Block
from printlayout.model.style import Face, Style
from printlayout.text.numbering import numbered

SOLID = frozenset("■□●○▲△◆◇★☆▶")
"""Bullets that fill their em box: set smaller, they part from the text by themselves."""
BULLET = 850
"""Size of a solid bullet, permille of the text's."""
WIDE = 100
"""A mark is set to so many 字, more than any needs."""
AIR = 150
"""Least space behind a number in Western digits, permille of an em."""


class Hanging:
    """A paragraph whose lines begin ``hang`` from the left, with ``label`` standing before the first one."""

    heads = 0

    def __init__(
        self,
        runs: Sequence[TextRun],
        style: Style,
        indents: tuple[Mpt, ...],
        label: tuple[SetLine, Mpt, int] | None,
        span: Span,
        grid: Grid,
        setter: Setter,
        before: int = 0,
        keep: int = 0,
    ) -> None:
        self._runs, self._style, self._indents, self._label = runs, style, indents, label
        self._span, self._grid, self._setter, self._before, self._keep = span, grid, setter, before, keep
        self._prepared: Prepared = setter.prepare(runs, style.composition, style.size)
        self._known: dict[Rooms, Rows] = {}

    def rows(self, rooms: Rooms) -> Rows:
        """The paragraph line by line."""
        if rooms not in self._known:
            told = Collector()
            shape = Shape(rooms.width, self._indents, self._style.align, rooms.first)
            lines = self._setter.telling(told).lay(self._prepared, shape).lines
            self._known[rooms] = tuple(self._rows(lines, rooms)), tuple(told.findings)
        return self._known[rooms]

    def _rows(self, lines: Sequence[SetLine], rooms: Rooms) -> list[DrawnRow]:
        em = self._grid.em
        rows = [DrawnRow(Row(self._before, 0, keep=1), Drawing(), span=self._span)] if self._before else []
        for number, line in enumerate(lines):
            texts = [Text(line, 0, 0, em)]
            characters = line.end - line.start
            if self._label and not number:
                mark, left, counted = self._label
                start = rooms.first[0][0] if rooms.first else 0
                texts.insert(0, Text(mark, start + left, 0, em))
                characters += counted
            ends = number == len(lines) - 1
            keep = self._keep if ends else 1 if self._style.widow and number == len(lines) - 2 else 0
            row = Row(1, 1, keep=keep, ends=ends, alone=len(lines) == 1)
            said = "".join(words((text.line,)) for text in texts)
            rows.append(
                DrawnRow(row, Drawing(tuple(texts)), characters, place_of(self._runs, line.start, self._span), said)
            )
        return rows


class Item(Hanging):
    """An item of a list (列表): its mark in whole 字, the text beside it."""

    def __init__(
        self, block: Block, together: Sequence[Block], look: ListLook, style: Style, grid: Grid, setter: Setter
    ) -> None:
        marks = {id(one): _mark(one, look, style, setter) for one in together}
        room = look.room * style.size or max(_room(line, style.size) for line in marks.values())
        indent = look.indent * style.size // 1000
        super().__init__(
            paragraph_runs(block, style),
            style,
            (indent + room,),
            (marks[id(block)], indent, 0),
            block.span,
            grid,
            setter,
        )


def _mark(block: Block, look: ListLook, style: Style, setter: Setter) -> SetLine:
    text = numbered(int(block.label.text), look.numbers) if block.label else look.bullet
    face = look.face or style.lead_in or Face(style.face.family, max(700, style.face.weight))
    run = TextRun(text, face, face, style.size, look.ink or style.ink, block.label.span if block.label else block.span)
    shape = Shape(WIDE * style.size, align="left")
    if text in SOLID:
        small = style.size * BULLET // 1000
        line = setter.set([replace(run, size=small)], style.composition, small, shape).lines[0]
        # as high above the baseline as the middle of an em box of full size
        lift = (style.size - small) * EM_MIDDLE // 1000
        pieces = tuple(replace(piece, ys=(lift,) * len(piece.gids)) for piece in line.pieces)
        return replace(line, pieces=pieces)
    return setter.set([run], style.composition, style.size, shape).lines[0]


def _room(line: SetLine, em: Mpt) -> Mpt:
    """Whole 字 for a mark; behind Western digits there is some air."""
    air = em * AIR // 1000 if line.width % em else 0
    return -(-(line.width + air) // em) * em


def widest_label(blocks: Sequence[Block]) -> int:
    """Characters of the longest name in a story's questions and answers."""
    names = (block.label.text for block in blocks if block.label and block.kind in ("question", "answer"))
    return max(map(len, names), default=0)


class Speech:
    """A question or an answer (问答). Names hang out, all spread to the widest one (R49, R54); in a column too
    narrow for that they run in."""

    heads = 0

    def __init__(
        self, block: Block, widest: int, look: QaLook, body: Style, grid: Grid, setter: Setter, opens: bool
    ) -> None:
        self._block, self._widest, self._look, self._grid, self._setter = block, widest, look, grid, setter
        asks = block.kind == "question"
        self._style = (look.question if asks else look.answer) or body
        self._before = look.before if asks and block.label and not opens else 0
        self._keep = 1 if asks else 0
        self._made: dict[bool, Hanging] = {}

    def rows(self, rooms: Rooms) -> Rows:
        """The lines, with hanging names where enough is left for the text."""
        narrowest = min([rooms.width, *(width for _, width in rooms.first)])
        hang = self._look.hang and narrowest >= (self._widest + 1 + self._look.least) * self._style.size
        if hang not in self._made:
            self._made[hang] = self._hung() if hang else self._run_in()
        return self._made[hang].rows(rooms)

    def _hung(self) -> Hanging:
        block, style = self._block, self._style
        hang = (self._widest + 1) * style.size
        runs = paragraph_runs(block, style)
        label = None
        first = hang
        if block.label:
            shape = Shape(WIDE * style.size, align="left")
            line = self._setter.set(self._name(self._widest), style.composition, style.size, shape).lines[0]
            label = (line, 0, len(block.label.text))
        else:
            first += style.indent * style.size // 1000
        return Hanging(
            runs, style, (first, hang), label, block.span, self._grid, self._setter, self._before, self._keep
        )

    def _run_in(self) -> Hanging:
        block, style = self._block, self._style
        runs = paragraph_runs(block, style)
        if block.label:
            runs = [*self._name(0), *runs]
        first = style.indent * style.size // 1000
        return Hanging(runs, style, (first, 0), None, block.span, self._grid, self._setter, self._before, self._keep)

    def _name(self, spread: int) -> list[TextRun]:
        """The name with its colon; spread over so many 字 if it is shorter."""
        block, look, style = self._block, self._look, self._style
        assert block.label is not None
        asks = block.kind == "question"
        face = look.label if asks else look.answer_label or look.label
        face = face or style.lead_in or Face(style.face.family, max(700, style.face.weight))
        ink = (look.ink if asks else look.answer_ink) or style.ink
        name = TextRun(block.label.text, face, face, style.size, ink, block.label.span)
        if 1 < len(name.text) < spread:
            name = replace(name, mark="even", note=str(spread))
        colon = TextRun("：", face, face, style.size, ink, block.label.span)
        if len(name.text) == 1 < spread:  # nothing to spread: the colons still stand under one another
            name = replace(name, after=(spread - 1) * style.size)
        return [name, colon]
