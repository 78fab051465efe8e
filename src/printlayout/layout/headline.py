"""The headline group 标题: label, kicker, headline, deck, byline, summary, fitted to its width, in whole lines of the
grid (R59).

The headline is fitted first: other parts may take their size from what it was fitted to. Kicker and deck may stand
beside it, the label at the left of the whole group; the headline then has what is left of the width.
"""

from __future__ import annotations

from collections.abc import Sequence

from printlayout.base.diagnostics import Collector, Span
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass, replace
from printlayout.layout.fitting import fit_lines
from printlayout.layout.looks import runs_of, shape_of
from printlayout.layout.paragraph import Setter, Shape
from printlayout.layout.senses import rows_at_senses, unmarked
from printlayout.model.galley import SetLine
from printlayout.model.heads import Head
from printlayout.model.layout import Grid
from printlayout.model.showing import steps_down
from printlayout.model.story import Run, Story
from printlayout.model.style import Style

LONGEST_BESIDE = 6
"""Characters a kicker or deck beside the headline has on one row; longer ones take two."""
MOST_BESIDE = 400
"""What parts beside the headline may take of the width, permille."""


@dataclass(frozen=True, slots=True)
class HeadRow:
    """A row of the group: a set line, its size, the top of its em box below the group's top, and what is left of its
    measure. ``upright``: it stands, its measure running down from ``top``."""

    line: SetLine
    size: Mpt
    top: Mpt
    part: str
    style: Style | None = None
    left: Mpt = 0
    upright: bool = False


@dataclass(frozen=True, slots=True)
class SetHead:
    """The set group: rows, width, and height in grid lines (blank lines included). ``thickness``: of a vertical group
    over horizontal text, from its first row's edge to its last one's; 0 for any other. ``rule``: how far below the
    group's top the rule under its label is, 0 for none. ``body``: its lines of the grid without the blank ones
    after it. ``indent``: what a label standing at its left takes."""

    rows: tuple[HeadRow, ...]
    width: Mpt
    lines: int
    thickness: Mpt = 0
    rule: Mpt = 0
    body: int = 0
    indent: Mpt = 0


@dataclass(frozen=True, slots=True)
class _Part:
    """A part as set: lines and their sizes, the space it keeps round itself for its ground, the pitch of running text
    (0 for rows of display text)."""

    name: str
    style: Style
    lines: tuple[tuple[SetLine, Mpt], ...]
    pad: Mpt = 0
    pitch: Mpt = 0
    left: Mpt = 0

    @property
    def width(self) -> Mpt:
        """Of its longest line, with the ground."""
        return max(sum(line.advances) for line, _ in self.lines) + 2 * self.pad

    @property
    def height(self) -> Mpt:
        """From its first row's top to its last one's foot, with the ground."""
        return _stack(self, 0)[1]


def set_head(story: Story, head: Head, grid: Grid, setter: Setter, collector: Collector, first: int = 1) -> SetHead:
    """Set the headline group of a story to the width of its columns; ``first`` is the slot's first column.

    A part the story has but the layout has no style for is an error: nothing is dropped silently.
    """
    width = grid.span_width(head.columns[1] - head.columns[0] + 1, first + head.columns[0] - 1)
    upright = head.lines > 0 and head.headline.composition.writing == "vertical"
    room = width
    if upright:
        width = (head.lines - 1) * grid.leading + grid.em
    group = _Group(story, head, setter, collector)
    rows, top, rule = group.rows(width)
    if not rows:
        return SetHead((), width, 0)
    if upright:
        if top > room:
            collector.error(
                "layout.head-too-wide", story.headline[0].span if story.headline else story.span, story=story.name
            )
        return SetHead(tuple(rows), width, head.lines + head.after, top)
    needed = -(-(top - grid.em) // grid.leading) + 1 if top > grid.em else 1
    height = (needed - 1) * grid.leading + grid.em
    spare = (height - top) // 2 + head.before * grid.leading
    rows = [replace(row, top=row.top + spare) for row in rows]
    body = head.before + needed
    return SetHead(tuple(rows), width, body + head.after, 0, rule and rule + spare, body, group.indent)


class _Group:
    """Sets the parts of one story's group and puts them together."""

    def __init__(self, story: Story, head: Head, setter: Setter, collector: Collector) -> None:
        self.story = story
        self.head = head
        self.setter = setter
        self.collector = collector
        self.main = 0
        """The size the headline was fitted to."""
        self.indent = 0
        """What a standing label takes at the left."""

    def rows(self, width: Mpt) -> tuple[list[HeadRow], Mpt, Mpt]:
        """The rows of the group, its height, and where the rule under its label is."""
        head, story = self.head, self.story
        label = self._label()
        standing = label and self._standing(label)
        left = standing.style.size * 3 // 2 + 2 * standing.pad if standing else 0
        self.indent, inner = left, width - left
        kicker, deck = self._beside("kicker", inner), self._beside("deck", inner)
        before = kicker.width + kicker.lines[0][1] // 2 if kicker else 0
        after = deck.width + deck.lines[0][1] // 2 if deck else 0
        headline = self._headline(inner - before - after)
        stack: list[_Part | None] = [
            None if standing else label and self._fitted("label", label[0], [label[1]], inner),
            None if kicker else self._display("kicker", head.kicker, [[story.kicker]] if story.kicker else [], inner),
            headline,
            None if deck else self._display("deck", head.deck, [[run] for run in story.deck], inner),
            self._display("byline", head.byline, [list(story.byline)] if story.byline else [], inner),
            self._summary(inner),
        ]
        rows: list[HeadRow] = []
        top = rule = 0
        for part in stack:
            if part is None:
                continue
            if rows:
                top += max(head.gap, _gap(rows[-1].size, part.lines[0][1]))
            if part is headline and (kicker or deck):
                more, top = self._abreast(part, kicker, deck, top, inner)
            else:
                more, top = _stack(part, top)
            rows += [replace(row, left=row.left + left) for row in more]
            if part.name == "label" and head.label and head.label.rule:
                rule = top + head.label.rule.width // 2
                top += head.label.rule.width
        if standing:
            line, size = standing.lines[0]
            rows.insert(0, HeadRow(line, size, standing.pad, "label", standing.style, standing.pad, True))
            top = max(top, sum(line.advances) + 2 * standing.pad)
        return rows, top, rule

    # -- parts ----------------------------------------------------------------------------------------------

    def _headline(self, width: Mpt) -> _Part | None:
        """The headline: its main lines share the largest size at which all fit, the others stand so many steps of the
        house's ladder below."""
        story, head = self.story, self.head
        if not story.headline:
            return None
        steps = story.steps or (0,) * len(story.headline)
        least = min(steps)
        main = [[run] for run, step in zip(story.headline, steps, strict=True) if step == least]
        part = self._fitted("headline", head.headline, main, width)
        self.main = part.lines[0][1]
        if len(main) == len(steps):
            return part
        lines: list[tuple[SetLine, Mpt]] = []
        waiting = list(part.lines)
        share = len(waiting) // len(main) if len(waiting) % len(main) == 0 else 0
        for run, step in zip(story.headline, steps, strict=True):
            if step == least:
                count = share or (len(waiting) if run is story.headline[-1] else 1)
                lines += waiting[:count]
                waiting = waiting[count:]
                continue
            sizes = [steps_down(self.main, step - least + more, head.ladder) for more in range(3)]
            lines += self._fitted("headline", head.headline, [[run]], width, sizes).lines
        return replace(part, lines=(*lines, *waiting))

    def _display(self, name: str, style: Style | None, texts: list[list[Run]], width: Mpt) -> _Part | None:
        """Another part of display text; told if the layout has no style for it."""
        if not texts or not self._has_style(name, style, texts[0][0].span):
            return None
        assert style is not None
        sizes: Sequence[Mpt] = ()
        if style.fit and style.fit.below and self.main:
            steps = (steps_down(self.main, style.fit.below + more, self.head.ladder) for more in range(5))
            sizes = [size for size in steps if size >= style.size] or [style.size]
        return self._fitted(name, style, texts, width, sizes)

    def _fitted(self, name: str, style: Style, texts: list[list[Run]], width: Mpt, sizes: Sequence[Mpt] = ()) -> _Part:
        """Texts fitted to a width, in which their ground has room as well."""
        effect = style.effect
        most = 0
        if effect and effect.grounded:
            most = (sizes or style.sizes or (style.size,))[0] * effect.pad // 1000
        lines, size = fit_lines(texts, style, width - 2 * most, self.setter, self.collector, sizes)
        pad = size * effect.pad // 1000 if effect and most else 0
        left = {"center": most, "right": 2 * most - pad}.get(style.align, pad)
        return _Part(name, style, tuple((line, size) for line in lines), pad, 0, left)

    def _summary(self, width: Mpt) -> _Part | None:
        """The summary 提要: running text over a whole number of its own 字."""
        story, style = self.story, self.head.summary
        if not story.summary or not self._has_style("summary", style, story.summary[0].span):
            return None
        assert style is not None
        pad = style.size * style.effect.pad // 1000 if style.effect and style.effect.grounded else 0
        room = width - 2 * pad
        measure = room // style.size * style.size
        shape = shape_of(style, measure)
        lines = [
            line
            for run in story.summary
            for line in self.setter.set(runs_of([run], style), style.composition, style.size, shape).lines
        ]
        pitch = style.leading or style.size * 14 // 10
        return _Part("summary", style, tuple((line, style.size) for line in lines), pad, pitch, (width - measure) // 2)

    def _beside(self, name: str, width: Mpt) -> _Part | None:
        """Kicker or deck beside the headline, in two rows if it is long; ``None`` if it stands elsewhere. One that
        would leave the headline too little goes above or below it after all, which is told."""
        head, story = self.head, self.story
        wanted = head.kicker_at == "left" if name == "kicker" else head.deck_at == "right"
        texts = ([[story.kicker]] if story.kicker else []) if name == "kicker" else [[run] for run in story.deck]
        style = head.kicker if name == "kicker" else head.deck
        if not wanted or not texts or not self._has_style(name, style, texts[0][0].span):
            return None
        assert style is not None
        if len(texts) == 1:
            runs, marks = unmarked(texts[0])
            legal = self.setter.ends(runs_of(runs, style), style.composition, style.size)
            long = sum(len(run.text) for run in runs) > LONGEST_BESIDE or bool(marks)
            texts = (rows_at_senses(runs, 2, marks, legal) if long else None) or [runs]
        pad = style.size * style.effect.pad // 1000 if style.effect and style.effect.grounded else 0
        lines: list[SetLine] = []
        for text in texts:
            runs = unmarked(text)[0]
            shape = Shape(10 * width, align="left")
            lines += self.setter.set(runs_of(runs, style), style.composition, style.size, shape).lines
        part = _Part(name, style, tuple((line, style.size) for line in lines), pad)
        if part.width * 1000 > MOST_BESIDE * width:
            self.collector.warn("head.no-room-beside", texts[0][0].span, part=name, story=story.name)
            return None
        return part

    def _abreast(
        self, headline: _Part, kicker: _Part | None, deck: _Part | None, top: Mpt, width: Mpt
    ) -> tuple[list[HeadRow], Mpt]:
        """The headline with kicker and deck beside it, each in the middle of the height of all."""
        height = max(part.height for part in (headline, kicker, deck) if part)
        rows: list[HeadRow] = []
        for part, left in (
            (kicker, 0),
            (headline, kicker.width + kicker.lines[0][1] // 2 if kicker else 0),
            (deck, width - deck.width if deck else 0),
        ):
            if part is None:
                continue
            own = part if part is headline else replace(part, left=part.pad)
            more, _ = _stack(own, top + (height - part.height) // 2)
            rows += [replace(row, left=row.left + left) for row in more]
        return rows, top + height

    def _label(self) -> tuple[Style, list[Run]] | None:
        """The story's label or the slot's own."""
        label, story = self.head.label, self.story
        if story.label and not self._has_style("label", label.style if label else None, story.label.span):
            return None
        if label is None:
            return None
        run = story.label or (Run(label.text, "text", label.span) if label.text else None)
        return (label.style, [run]) if run else None

    def _standing(self, label: tuple[Style, list[Run]]) -> _Part | None:
        """A label that stands at the left of the group; in vertical writing it stands at the top as it is."""
        style, runs = label
        if self.head.label is None or self.head.label.at != "left" or style.composition.writing == "vertical":
            return None
        style = replace(style, composition=replace(style.composition, writing="vertical"))
        shape = Shape(style.size * 40, align="left")
        line = self.setter.set(runs_of(runs, style), style.composition, style.size, shape).lines[0]
        pad = style.size * style.effect.pad // 1000 if style.effect and style.effect.grounded else 0
        return _Part("label", style, ((line, style.size),), pad)

    def _has_style(self, name: str, style: Style | None, span: Span) -> bool:
        if style is None:
            self.collector.error("layout.no-place", span, part=name, story=self.story.name)
        return style is not None


def _stack(part: _Part, top: Mpt) -> tuple[list[HeadRow], Mpt]:
    """The rows of a part one under another from ``top``, and where it ends."""
    rows: list[HeadRow] = []
    top += part.pad
    for number, (line, size) in enumerate(part.lines):
        if number:
            above = part.lines[number - 1][1]
            top += part.pitch - above if part.pitch else max(above, size) // 4
            if part.pad and part.style.effect and part.style.effect.reach == "line":
                top += 2 * part.pad
        rows.append(HeadRow(line, size, top, part.name, part.style, part.left))
        top += size
    return rows, top + part.pad


def _gap(above: Mpt, size: Mpt) -> Mpt:
    """Space between two parts: somewhat more than the smaller one suggests, so that each reads as one."""
    return max(min(above, size) * 6 // 10, 4000)
