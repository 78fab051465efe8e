"""Paints display text: on a ground (反白, 衬底), by its outline (空心), with a shadow (阴影), as a solid (立体).

What is only seen and says nothing (grounds, shadows, sides of solids) comes apart from the text: it is painted before
it, as an artifact, so that a reader of the file gets every word once. White text never overprints its ground.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.base.value import replace
from printlayout.layout.headline import HeadRow, SetHead
from printlayout.layout.paint import Axes, Sources, paint_line
from printlayout.layout.rules import paint_stroke
from printlayout.model.display import Fill, Glyphs, Item
from printlayout.model.galley import SetLine
from printlayout.model.heads import BETWEEN, Head
from printlayout.model.ink import BLACK, WHITE, Ink
from printlayout.model.layout import Grid
from printlayout.model.showing import OUTLINED, RAISED, REVERSED, SHADOWED, Effect
from printlayout.model.style import Style

GROUND = 120
"""A 衬底 that names no ink is this much black; SHADOW, a 阴影."""
SHADOW = 350
STEP: Mpt = 350
"""Copies of a solid stand no farther apart than this, so that its sides are smooth."""
Row = tuple[SetLine, Mpt, Mpt, Mpt]
"""A set line, what is left of its measure, the top of its em box, its size."""


def paint_head(
    head: SetHead, group: Head, frame: Rect, grid: Grid, sources: Sources, upright: Sources
) -> tuple[list[Item], list[Item]]:
    """A headline group in its frame: what is behind the text, and the text. A vertical one over horizontal text
    stands in the middle of its frame, with ``upright`` for its places; so does one between columns."""
    if head.thickness:
        right = frame.right - (frame.width - head.thickness) // 2
        sources, frame = upright.turned(Axes(right, frame.y)), Rect(0, 0, frame.height, frame.width)
    elif group.relation == BETWEEN and head.body:
        height = (head.body - 1) * grid.leading + grid.em
        frame = Rect(frame.x, frame.y + max(0, frame.height - height) // 2, frame.width, height)
    behind: list[Item] = []
    text: list[Item] = []
    for _, part in groupby(head.rows, lambda row: (row.part, row.upright)):
        rows = list(part)
        back, front = _part(rows, head, frame, sources)
        behind += back
        text += front
    if head.rule and group.label and group.label.rule:
        y = frame.y + head.rule
        rect = Rect(frame.x, y, head.width, 0)
        line = sources.axes.rect(rect) if sources.axes else rect
        src = sources.id(group.label.span)
        behind += paint_stroke(group.label.rule, line.x, line.y, line.right, line.bottom, src)
    return behind, text


def _part(rows: Sequence[HeadRow], head: SetHead, frame: Rect, sources: Sources) -> tuple[list[Item], list[Item]]:
    first = rows[0]
    if first.upright:  # a label that stands: its measure runs down, its axis is the middle of its em box
        axes = Axes(frame.x + first.left + first.size, frame.y + first.top)
        return paint_shown([(first.line, 0, 0, first.size)], first.style, sources.turned(axes), 0)
    placed = [(row.line, frame.x + row.left, frame.y + row.top, row.size) for row in rows]
    return paint_shown(placed, first.style, sources, head.width - head.indent, frame.x + head.indent)


def paint_shown(
    rows: Sequence[Row], style: Style | None, sources: Sources, width: Mpt, left: Mpt = 0
) -> tuple[list[Item], list[Item]]:
    """Lines of one style: what is behind the text, and the text. A ground that reaches over the place is ``width``
    wide from ``left``."""
    plain: list[Item] = []
    for line, x, top, size in rows:
        plain += paint_line(line, x, top, size, sources)
    effect = style.effect if style else None
    if style is None or effect is None:
        return [], plain
    behind: list[Item] = []
    if effect.grounded:
        src = plain[0].src if plain else sources.id(style.span)
        ink = effect.ink or (BLACK if effect.kind == REVERSED else BLACK.tint(GROUND))
        on_page = sources.axes.rect if sources.axes else lambda rect: rect
        behind += [Fill(on_page(rect), ink, src) for rect in _grounds(rows, effect, width, left)]
        if effect.kind == REVERSED and style.ink == BLACK:
            plain = [replace(item, ink=WHITE) if isinstance(item, Glyphs) else item for item in plain]
        return behind, plain
    text: list[Item] = []
    for item in plain:
        if isinstance(item, Glyphs):
            back, front = _drawn(item, effect)
            behind += back
            text += front
        else:
            text.append(item)
    return behind, text


def _grounds(rows: Sequence[Row], effect: Effect, width: Mpt, left: Mpt) -> list[Rect]:
    """The grounds of lines: one each, or one for all."""
    boxes = []
    for line, x, top, size in rows:
        pad = size * effect.pad // 1000
        start = x + min(line.xs, default=0)
        length = sum(line.advances)
        boxes.append((start - pad, top - pad, start + length + pad, top + size + pad))
    if effect.reach != "line":
        a, b = min(box[0] for box in boxes), max(box[2] for box in boxes)
        if effect.reach == "place" and width:
            a, b = left, left + width
        boxes = [(a, min(box[1] for box in boxes), b, max(box[3] for box in boxes))]
    return [Rect(a, top, b - a, bottom - top) for a, top, b, bottom in boxes]


def _drawn(run: Glyphs, effect: Effect) -> tuple[list[Item], list[Item]]:
    """A run drawn by its outline, with a shadow or as a solid: the silent copies behind it, and the run itself."""
    if effect.kind == OUTLINED:
        # Parts of a glyph overlap in many fonts: a pen of twice the width, and paper over all that lies inside.
        return [], [replace(run, outline=2 * effect.width), silent(run, effect.ink or WHITE)]
    away = run.size * effect.offset // 1000
    if effect.kind == SHADOWED:
        shadow = silent(run, effect.ink or BLACK.tint(SHADOW))
        return [replace(shadow, x=run.x + away, y=run.y + away)], [run]
    assert effect.kind == RAISED
    side = silent(run, effect.ink or BLACK)
    count = max(1, -(-away // STEP))
    shifts = [away * number // count for number in range(count, 0, -1)]
    sides: list[Item] = [replace(side, x=run.x + shift, y=run.y + shift) for shift in shifts]
    # a seam of paper between the face and its sides, or black on black would be a blot
    return [*sides, replace(silent(run, WHITE), outline=max(500, run.size // 30))], [run]


def silent(run: Glyphs, ink: Ink) -> Glyphs:
    """The same glyphs in an ink, saying nothing."""
    return replace(run, ink=ink, texts=("",) * len(run.gids))
