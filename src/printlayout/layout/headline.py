"""The headline group 标题: kicker, headline, deck, byline, fitted to its width, in whole lines of the grid (R59)."""

from __future__ import annotations

from collections.abc import Sequence

from printlayout.base.diagnostics import Collector
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass
from printlayout.layout.looks import runs_of
from printlayout.layout.paragraph import Setter, Shape
from printlayout.model.galley import SetLine
from printlayout.model.heads import Head
from printlayout.model.layout import Grid
from printlayout.model.story import Run, Story
from printlayout.model.style import Style

BREAK = "\u3000"
"""The full-width space that parts the halves of a headline: the only place it is broken at by itself."""


@dataclass(frozen=True, slots=True)
class HeadRow:
    """A row of the group: a set line, its size, and the top of its em box below the group's top."""

    line: SetLine
    size: Mpt
    top: Mpt
    part: str


@dataclass(frozen=True, slots=True)
class SetHead:
    """The set group: rows, width, and height in grid lines (blank lines included). ``thickness``: of a vertical group
    over horizontal text, from its first row's edge to its last one's; 0 for any other."""

    rows: tuple[HeadRow, ...]
    width: Mpt
    lines: int
    thickness: Mpt = 0


def fit_lines(
    texts: Sequence[Sequence[Run]], style: Style, width: Mpt, setter: Setter, collector: Collector
) -> tuple[list[SetLine], Mpt]:
    """Set lines of display text at the largest size of the style at which all fit.

    Tried in order: every line as written, at each size from the largest; then broken at its full-width spaces; then,
    at the smallest size, broken like text, which is reported.
    """
    sizes = style.sizes or (style.size,)
    for parts in (list(texts), [half for text in texts for half in _halves(text)]):
        for size in sizes:
            lines = _set_all(parts, style, size, width, setter)
            if all(len(group) == 1 and group[0].width <= width for group in lines):
                return [group[0] for group in lines], size
        if len(parts) == 1 and BREAK not in "".join(run.text for run in parts[0]).strip(BREAK):
            break
    size = sizes[-1]
    lines = _set_all(list(texts), style, size, width, setter)
    first = texts[0][0]
    collector.warn(
        "layout.headline-broken", first.span, text="".join(r.text for r in texts[0]), size=f"{size / 1000:g}"
    )
    return [line for group in lines for line in group], size


def _set_all(
    texts: Sequence[Sequence[Run]], style: Style, size: Mpt, width: Mpt, setter: Setter
) -> list[tuple[SetLine, ...]]:
    shape = Shape(width, align="left" if style.align == "justify" else style.align)
    result = []
    for text in texts:
        runs = runs_of(text, style, size)
        result.append(setter.set(runs, style.composition, size, shape).lines)
    return result


def _halves(runs: Sequence[Run]) -> list[list[Run]]:
    """The parts of a display line between its full-width spaces."""
    parts: list[list[Run]] = [[]]
    for run in runs:
        at = 0
        for number, piece in enumerate(run.text.split(BREAK)):
            if number:
                parts.append([])
            if piece:
                parts[-1].append(Run(piece, run.role, run.span.shifted(at)))
            at += len(piece) + 1
    return [part for part in parts if part]


def set_head(story: Story, head: Head, grid: Grid, setter: Setter, collector: Collector) -> SetHead:
    """Set the headline group of a story to the width of its columns.

    A part the story has but the layout has no style for is an error: nothing is dropped silently.
    """
    width = grid.span_width(head.columns[1] - head.columns[0] + 1)
    upright = head.lines > 0 and head.headline.composition.writing == "vertical"
    room = width
    if upright:
        width = (head.lines - 1) * grid.leading + grid.em
    parts: list[tuple[str, Style | None, list[list[Run]]]] = [
        ("kicker", head.kicker, [[story.kicker]] if story.kicker else []),
        ("headline", head.headline, [[run] for run in story.headline]),
        ("deck", head.deck, [[run] for run in story.deck]),
        ("byline", head.byline, [list(story.byline)] if story.byline else []),
    ]
    rows: list[HeadRow] = []
    top = 0
    for part, style, texts in parts:
        if not texts:
            continue
        if style is None:
            collector.error("layout.no-place", texts[0][0].span, part=part, story=story.name)
            continue
        lines, size = fit_lines(texts, style, width, setter, collector)
        for line in lines:
            if rows:
                top += max(head.gap, _gap(rows[-1], part, size))
            rows.append(HeadRow(line, size, top, part))
            top += size
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
    rows = [HeadRow(row.line, row.size, row.top + spare, row.part) for row in rows]
    return SetHead(tuple(rows), width, head.before + needed + head.after)


def _gap(above: HeadRow, part: str, size: Mpt) -> Mpt:
    """Space between two rows: within a part a quarter of the size, between parts somewhat more than the smaller row
    suggests, so that each part reads as one.
    """
    if above.part == part:
        return size // 4
    return max(min(above.size, size) * 6 // 10, 4000)
