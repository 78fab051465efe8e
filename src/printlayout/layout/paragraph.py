"""A paragraph: itemise, shape, break, fit. From runs of text to lines with a place for every character."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from printlayout.base.diagnostics import NOWHERE, Collector, Span
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass, replace
from printlayout.layout.cells import Cells, TextRun
from printlayout.layout.itemise import CellMaker
from printlayout.layout.justify import Fitted, Fitter
from printlayout.layout.lines import EMERGENCY, Broken, Measured, first_fit, of_lines, optimum
from printlayout.layout.marks import ornaments, readings, zhuyin
from printlayout.layout.measure import breaks_of
from printlayout.layout.measure import measure as measured
from printlayout.layout.spots import ASCENT
from printlayout.model.galley import Decor, Piece, SetLine, SetParagraph
from printlayout.model.style import Composition
from printlayout.text.classes import ELLIPSIS
from printlayout.text.rules import rules

SOFT_HYPHEN = "\u00ad"
POOR = 50.0
"""Cost of a line from which on syllables of Western words are tried (about 0.06 em in every gap)."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph is to be set: its measure, the left indents of its lines (the last one goes on for all
    further lines), and alignment (justify, left, center, right).

    ``cuts``: left edge and measure of its first lines where something stands in their way (图文互斥); the indents come
    on top. ``lines``: how many lines it is to have if the limits allow, 0 for as many as look best.
    """

    measure: Mpt
    indents: tuple[Mpt, ...] = (0,)
    align: str = "justify"
    cuts: tuple[tuple[Mpt, Mpt], ...] = ()
    lines: int = 0

    def line(self, number: int) -> tuple[Mpt, Mpt]:
        """Left edge and measure of a line, counted from 0."""
        indent = self.indents[min(number, len(self.indents) - 1)]
        left, width = self.cuts[number] if number < len(self.cuts) else (0, self.measure)
        return left + indent, width - indent

    @property
    def different(self) -> int:
        """How many lines there are before all further ones are alike."""
        return max(len(self.indents) - 1, len(self.cuts))


class Prepared:
    """A paragraph shaped and measured: ready to be broken at any measure, as often as needed.

    ``segments``: cells between forced breaks and how far into the text they begin. Its syllables are looked up when a
    line first needs them.
    """

    def __init__(self, text: str, composition: Composition, segments: Sequence[tuple[Cells, int]]) -> None:
        self.text = text
        self.composition = composition
        self.segments = tuple(segments)
        self._numbers: dict[int, Measured] = {}
        self._syllables: dict[int, tuple[Cells, Measured] | None] = {}

    def numbers(self, at: int) -> Measured:
        """The running sums of a segment."""
        found = self._numbers.get(at)
        if found is None:
            found = self._numbers[at] = measured(self.segments[at][0], self.composition)
        return found

    def syllables(self, at: int, maker: CellMaker) -> tuple[Cells, Measured] | None:
        """A segment that may be parted within its long Western words; ``None`` if it has none."""
        if at not in self._syllables:
            cells = replace(self.segments[at][0], hyphens={})
            found = maker.hyphenate(cells, self.composition)
            self._syllables[at] = (cells, measured(cells, self.composition)) if found else None
        return self._syllables[at]


class Setter:
    """Sets paragraphs with one shaper; findings go to one collector."""

    def __init__(self, maker: CellMaker, collector: Collector) -> None:
        self._maker = maker
        self._collector = collector

    def telling(self, collector: Collector) -> Setter:
        """The same setter, whose findings about lines go elsewhere."""
        return Setter(self._maker, collector)

    def set(self, runs: Sequence[TextRun], composition: Composition, em: Mpt, shape: Shape) -> SetParagraph:
        """Set a paragraph; a line feed in its text is a forced break. Every character of the runs is in exactly one
        line.
        """
        return self.lay(self.prepare(runs, composition, em), shape)

    def prepare(self, runs: Sequence[TextRun], composition: Composition, em: Mpt) -> Prepared:
        """Shape a paragraph."""
        segments: list[tuple[Cells, int]] = []
        offset = 0
        for part in _split(runs):
            for segment in _segments(self._maker.make(part, composition, em), composition):
                segments.append((segment, offset))
                offset += len(segment.text)
            offset += 1
        return Prepared("".join(run.text for run in runs), composition, segments)

    def lay(self, prepared: Prepared, shape: Shape) -> SetParagraph:
        """Break a prepared paragraph into the lines of a shape."""
        lines: list[SetLine] = []
        for at in range(len(prepared.segments)):
            lines += self._segment(prepared, at, shape, len(lines))
        return SetParagraph(prepared.text, shape.measure, tuple(lines))

    @property
    def quiet(self) -> Setter:
        """A setter for trials: what it finds is not told."""
        return Setter(self._maker, Collector())

    def ends(self, runs: Sequence[TextRun], composition: Composition, em: Mpt) -> frozenset[int]:
        """Where in the text a line may end by the rules of prohibition, whatever its measure."""
        cells = self._maker.make(runs, composition, em)
        allowed = breaks_of(cells, rules(composition), composition.title_min)
        return frozenset(cells.starts[at] for at, may in enumerate(allowed) if may)

    def _segment(self, prepared: Prepared, at: int, shape: Shape, first: int) -> list[SetLine]:
        """Lines of what stands between two forced breaks; ``first`` is the number of its first line."""
        cells, offset = prepared.segments[at]
        composition = prepared.composition
        n = len(cells)
        if n == 0:
            return [SetLine(offset, offset, 0, (), (), ())]
        cells, numbers, broken = self._break(prepared, at, shape, first)
        fitter = Fitter(cells, composition)
        lines: list[SetLine] = []
        start = 0
        for number, (end, cost) in enumerate(zip(broken.ends, broken.costs, strict=True), first):
            left, room = shape.line(number)
            hyphen = cells.hyphens.get(end, 0) if end < n else 0
            fitted = fitter.fit(start, end, room - hyphen, shape.align == "justify" and end < n)
            self._report(cells, numbers, start, end, cost, fitted, room - hyphen)
            line = _line(cells, start, end, fitted, left, shape, room - hyphen)
            if hyphen:
                line = self._hyphenated(line, cells, end, hyphen)
            lines.append(_shifted(line, offset))
            start = end
        return lines

    def _break(self, prepared: Prepared, at: int, shape: Shape, first: int) -> tuple[Cells, Measured, Broken]:
        """Break into lines; where a line comes out loose and there are long Western words, once more with their
        syllables."""
        measures = [shape.line(line)[1] for line in range(first, max(first, shape.different) + 1)]
        breaker = optimum if prepared.composition.breaker == "optimum" else first_fit
        cells, numbers = prepared.segments[at][0], prepared.numbers(at)
        broken = breaker(numbers, measures)
        if max(broken.costs) > POOR:
            syllables = prepared.syllables(at, self._maker)
            if syllables:
                cells, numbers = syllables
                broken = breaker(numbers, measures)
        if shape.lines and len(prepared.segments) == 1 and len(broken.ends) != shape.lines:
            broken = of_lines(numbers, measures, shape.lines) or broken
        return cells, numbers, broken

    def _hyphenated(self, line: SetLine, cells: Cells, end: int, width: Mpt) -> SetLine:
        """The line with its hyphen. The hyphen is no character of the text: extraction reads a soft hyphen."""
        face, run, direction = cells.looks[cells.uses[end - 1]]
        x = line.xs[-1] + line.advances[-1]
        gid = self._maker.hyphen(face)
        piece = Piece(face.key, run.size, x, (gid,), (0,), (SOFT_HYPHEN,), run.ink, run.span, direction=direction)
        return replace(line, width=line.width + width, pieces=(*line.pieces, piece), hyphen=True)

    def _report(
        self, cells: Cells, numbers: Measured, start: int, end: int, cost: float, fitted: Fitted, room: Mpt
    ) -> None:
        """Tell what a person should look at in a line: nothing outside the limits goes unsaid."""
        width = sum(fitted.advances) - fitted.hung
        runt = end == len(cells) and start > 0 and start > numbers.runt
        if width <= room and not fitted.loose and cost < EMERGENCY and not runt:
            return
        text = cells.text[cells.starts[start] : cells.starts[end]]
        place = _place(cells, start)
        if width > room:
            self._collector.error("text.overfull", place, text=text, over=_em(width - room, cells.em))
        elif fitted.loose:
            self._collector.warn("text.loose", place, text=text, short=_em(room - width, cells.em))
        if cost >= EMERGENCY:
            self._collector.warn("text.forced-break", place, text=text)
        if runt:
            self._collector.info("text.runt", place, text=text)


def _em(amount: Mpt, em: Mpt) -> str:
    return f"{amount / em:.2f}"


def _place(cells: Cells, at: int) -> Span:
    """Where the character of a cell stands in its file: as far from its run's first character as in the text."""
    run = cells.looks[cells.uses[at]][1]
    first = at
    while first and cells.looks[cells.uses[first - 1]][1] is run:
        first -= 1
    return run.span.shifted(cells.starts[at] - cells.starts[first])


def _split(runs: Sequence[TextRun]) -> list[list[TextRun]]:
    """The paragraph's parts between forced breaks."""
    parts: list[list[TextRun]] = [[]]
    for run in runs:
        if "\n" not in run.text:
            parts[-1].append(run)
            continue
        at = 0
        for number, piece in enumerate(run.text.split("\n")):
            if number:
                parts.append([])
            if piece:
                span = run.span.shifted(at) if run.span is not NOWHERE else run.span
                parts[-1].append(replace(run, text=piece, span=span))
            at += len(piece) + 1
    return parts


def _segments(cells: Cells, composition: Composition) -> list[Cells]:
    """A run of two or more ellipses stands alone on its line (R4), with the marks that cannot part from it: part the
    cells round it."""
    kinds, n = cells.kinds, len(cells)
    if kinds.count(ELLIPSIS) < 4:
        return [cells]
    allowed = [*breaks_of(cells, rules(composition), 0), True]
    cuts: list[int] = []
    at = 0
    while at < n:
        end = at
        while end < n and kinds[end] == ELLIPSIS:
            end += 1
        if end - at >= 4:
            floor = max(cuts, default=0)
            while at > floor and not allowed[at]:
                at -= 1
            while not allowed[end]:
                end += 1
            cuts += [at, end]
        at = max(end, at + 1)
    bounds = [0, *cuts, n]
    return [_slice(cells, a, b) for a, b in pairwise(bounds) if b > a]


def _slice(cells: Cells, a: int, b: int) -> Cells:
    base = cells.starts[a]
    part = Cells(cells.text[base : cells.starts[b]], cells.em, [s - base for s in cells.starts[a : b + 1]])
    for name in ("kinds", "gids", "widths", "offs", "lifts", "left", "right", "first", "uses"):
        setattr(part, name, getattr(cells, name)[a:b])
    part.looks = cells.looks
    part.extra = {at - a: glyphs for at, glyphs in cells.extra.items() if a <= at < b}
    part.blanks = {at - a: width for at, width in cells.blanks.items() if a < at < b}
    part.readings = [(f - a, e - a, glyphs, w) for f, e, glyphs, w in cells.readings if a <= f < b]
    part.symbols = [(at - a, *rest) for at, *rest in cells.symbols if a <= at < b]  # type: ignore[misc]
    part.hyphens = {at - a: width for at, width in cells.hyphens.items() if a < at < b}
    return part


def _line(cells: Cells, start: int, end: int, fitted: Fitted, left: Mpt, shape: Shape, room: Mpt) -> SetLine:
    advances = fitted.advances
    width = sum(advances) - fitted.hung
    if shape.align == "center":
        left += (room - width) // 2
    elif shape.align == "right":
        left += room - width
    edges: list[Mpt] = []
    x = left
    for advance in advances:
        edges.append(x)
        x += advance
    xs, widths = _per_character(cells, start, end, edges, advances)
    pieces = _pieces(cells, start, end, edges, fitted.moves)
    decor: tuple[Decor, ...] = ()
    if any(run.mark for _face, run, _direction in cells.looks):
        decor = ornaments(cells, start, end, edges, advances)
        pieces += readings(cells, start, end, edges) + zhuyin(cells, start, end, edges)
    return SetLine(cells.starts[start], cells.starts[end], left + width, xs, widths, pieces, decor=decor)


def _shifted(line: SetLine, offset: int) -> SetLine:
    if not offset:
        return line
    return replace(line, start=line.start + offset, end=line.end + offset)


def _per_character(
    cells: Cells, start: int, end: int, edges: list[Mpt], advances: list[Mpt]
) -> tuple[tuple[Mpt, ...], tuple[Mpt, ...]]:
    """Boxes of the characters; those of one cell share its width equally."""
    starts = cells.starts
    if starts[end] - starts[start] == end - start:
        return tuple(edges), tuple(advances)
    xs: list[Mpt] = []
    widths: list[Mpt] = []
    for number in range(end - start):
        count = starts[start + number + 1] - starts[start + number]
        for share in range(count):
            a, b = advances[number] * share // count, advances[number] * (share + 1) // count
            xs.append(edges[number] + a)
            widths.append(b - a)
    return tuple(xs), tuple(widths)


def _pieces(cells: Cells, start: int, end: int, edges: list[Mpt], moves: dict[int, Mpt]) -> tuple[Piece, ...]:
    """Glyphs of the line, grouped by face and look. Spaces that vanish at the line's end keep no glyph."""
    pieces: list[Piece] = []
    uses = cells.uses
    at = start
    while at < end:
        use = uses[at]
        stop = at + 1
        while stop < end and uses[stop] == use:
            stop += 1
        if cells.looks[use][2] == "cell":
            pieces += [_cell_piece(cells, one, edges[one - start]) for one in range(at, stop)]
        else:
            pieces.append(_piece(cells, start, at, stop, edges, moves))
        at = stop
    return tuple(pieces)


def _piece(cells: Cells, line: int, a: int, b: int, edges: list[Mpt], moves: dict[int, Mpt]) -> Piece:
    face, run, direction = cells.looks[cells.uses[a]]
    places = [x + off for x, off in zip(edges[a - line : b - line], cells.offs[a:b], strict=True)]
    for at, amount in moves.items():
        if a - line <= at < b - line:
            places[at - (a - line)] -= amount
    gids = cells.gids[a:b]
    starts, text = cells.starts, cells.text
    texts = [text[starts[k] : starts[k + 1]] for k in range(a, b)]
    lifts = cells.lifts[a:b]
    if cells.extra:
        for at in sorted((k for k in cells.extra if a <= k < b), reverse=True):
            pen = edges[at - line]
            for number, glyph in enumerate(cells.extra[at], at - a + 1):
                gids.insert(number, glyph.gid)
                places.insert(number, pen + glyph.dx)
                texts.insert(number, "")
                lifts.insert(number, glyph.dy)
    x = places[0]
    return Piece(
        face.key,
        run.size,
        x,
        tuple(gids),
        tuple(place - x for place in places),
        tuple(texts),
        run.ink,
        run.span,
        tuple(lifts) if any(lifts) else None,
        direction,
    )


def _cell_piece(cells: Cells, at: int, edge: Mpt) -> Piece:
    """纵中横: the glyphs of one cell side by side across a vertical line, at most as wide as the cell (R67)."""
    face, run, _direction = cells.looks[cells.uses[at]]
    glyphs = cells.extra[at]
    width = glyphs[-1].dx + glyphs[-1].advance
    size = run.size if width <= run.size else run.size * run.size // width
    xs = tuple(glyph.dx * size // run.size for glyph in glyphs)
    text = cells.text[cells.starts[at] : cells.starts[at + 1]]
    ends = [*(glyph.cluster for glyph in glyphs[1:]), len(text)]
    texts = tuple(text[glyph.cluster : end] for glyph, end in zip(glyphs, ends, strict=True))
    baseline = edge + (run.size - size) // 2 + size * ASCENT // 1000
    gids = tuple(glyph.gid for glyph in glyphs)
    across = -(width * size // run.size) // 2
    return Piece(face.key, size, baseline, gids, xs, texts, run.ink, run.span, across=across)
