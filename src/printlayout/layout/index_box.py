"""The index box 导读: a line or more for each entry, on the baseline grid, the page at the end of its last line."""

from __future__ import annotations

from collections.abc import Sequence

from printlayout.base.diagnostics import Collector
from printlayout.base.units import Mpt
from printlayout.layout.looks import run_of
from printlayout.layout.paint import Sources, paint_line
from printlayout.layout.paragraph import Setter, Shape
from printlayout.model.display import Item
from printlayout.model.galley import SetLine
from printlayout.model.index import IndexEntry
from printlayout.model.layout import Furniture, Grid
from printlayout.model.story import Run
from printlayout.model.style import Style


def paint_index(
    thing: Furniture, entries: Sequence[IndexEntry], grid: Grid, setter: Setter, sources: Sources, collector: Collector
) -> list[Item]:
    """The entries from the top of the box down, a grid line for each of their lines (two where the type is larger than
    the leading). The page is ranged right; where the words leave it no room it takes a line of its own. Entries that
    find no room are told, and not printed in part.
    """
    look, style, rect = thing.index, thing.style, thing.rect
    if look is None or style is None or look.page is None:
        return []
    per_line = -(-max(style.size, look.page.size) // grid.leading)
    pitch = per_line * grid.leading
    room = (rect.height - style.size) // pitch + 1 if rect.height >= style.size else 0
    items: list[Item] = []
    used = 0
    for entry in entries:
        said = Run(look.text.replace("{page}", f"{entry.page:02d}"), "text", entry.span)
        number = _line(said, look.page, rect.width, setter)
        words = setter.set(
            [run_of(Run(entry.text, "text", entry.span), style)], style.composition, style.size,
            Shape(rect.width, align="left"),
        ).lines  # fmt: skip
        space = style.size
        used += look.between if items else 0
        alone = words[-1].width + space + sum(number.advances) > rect.width
        lines = len(words) + (1 if alone else 0)
        if used + lines > room:
            total = used + lines
            collector.error("guide.no-room", entry.span, lines=total, room=room, text=entry.text[:12])
            break
        for line in words:
            items += paint_line(line, rect.x, _top(rect.y, used, pitch), style.size, sources)
            used += 1
        at = used if alone else used - 1
        # the two sizes share a baseline, which lies the same part of the size below the em box's top
        drop = (style.size - look.page.size) * 88 // 100
        items += paint_line(number, rect.x, _top(rect.y, at, pitch) + drop, look.page.size, sources)
        used = at + 1
    return items


def _line(run: Run, style: Style, width: Mpt, setter: Setter) -> SetLine:
    return setter.set([run_of(run, style)], style.composition, style.size, Shape(width, align="right")).lines[0]


def _top(top: Mpt, line: int, pitch: Mpt) -> Mpt:
    return top + line * pitch
