"""The headline group 标题: kicker, headline, deck, byline, fitted to its width, in whole lines of the grid (R59)."""

from __future__ import annotations

from printlayout.base.diagnostics import Collector
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass
from printlayout.layout.fitting import fit_lines
from printlayout.layout.paragraph import Setter
from printlayout.model.galley import SetLine
from printlayout.model.heads import Head
from printlayout.model.layout import Grid
from printlayout.model.story import Run, Story
from printlayout.model.style import Style


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


def set_head(story: Story, head: Head, grid: Grid, setter: Setter, collector: Collector, first: int = 1) -> SetHead:
    """Set the headline group of a story to the width of its columns; ``first`` is the slot's first column.

    A part the story has but the layout has no style for is an error: nothing is dropped silently.
    """
    width = grid.span_width(head.columns[1] - head.columns[0] + 1, first + head.columns[0] - 1)
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
