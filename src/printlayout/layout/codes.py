"""Codes onto the page: modules of whole device pixels, quiet zones of bare paper, black ink alone."""

from __future__ import annotations

from fractions import Fraction

from printlayout.base.diagnostics import Collector
from printlayout.base.geometry import Rect
from printlayout.base.value import dataclass, replace
from printlayout.layout.fitting import fit_lines
from printlayout.layout.paint import Sources, paint_line
from printlayout.layout.paragraph import Setter
from printlayout.model.art import Code
from printlayout.model.display import Fill, Item, Path
from printlayout.model.ink import BLACK, WHITE
from printlayout.model.layout import Furniture
from printlayout.model.press import PressProfile
from printlayout.model.story import Run

GUARD = 5
"""Modules that guard bars reach below the others."""
DIGITS = 9
"""Size of the digits, in modules."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Where a code stands: its area with the quiet zones, and the size of a module."""

    rect: Rect
    module: Fraction


def fitted(code: Code, rect: Rect, align: str, valign: str, press: PressProfile) -> Fitted:
    """The largest modules of whole device pixels with which the code fits into ``rect``; none if not even one pixel a
    module does. A bar code keeps the height of its place."""
    pixel = Fraction(72_000, press.device)
    room = rect.width if code.kind == "barcode" else min(rect.width, rect.height)
    module = room // (code.modules * pixel) * pixel
    width = round(code.modules * module)
    height = rect.height if code.kind == "barcode" else width
    left = {"left": 0, "right": rect.width - width}.get(align, (rect.width - width) // 2)
    top = {"top": 0, "bottom": rect.height - height}.get(valign, (rect.height - height) // 2)
    return Fitted(Rect(rect.x + left, rect.y + top, width, height), module)


def paint_code(
    thing: Furniture, code: Code, press: PressProfile, setter: Setter, sources: Sources, collector: Collector
) -> list[Item]:
    """The items of a code: paper, bars or modules, digits."""
    align = thing.plan.align if thing.plan else "center"
    place = fitted(code, thing.rect, align, thing.valign, press)
    src = sources.id(thing.span)
    if not place.module:
        return []  # preflight tells that its modules are too small
    items: list[Item] = [Fill(place.rect, WHITE, src)]
    if code.kind == "qr":
        left, top = place.rect.x, place.rect.y
        ops, points = contours(code.rows)
        quiet = code.quiet[0]
        at = [(left, top)[n % 2] + round((value + quiet) * place.module) for n, value in enumerate(points)]
        return [*items, Path(ops, tuple(at), src, BLACK)]
    return items + _bars(thing, code, place, setter, sources, collector)


def _bars(
    thing: Furniture, code: Code, place: Fitted, setter: Setter, sources: Sources, collector: Collector
) -> list[Item]:
    module, rect, src = place.module, place.rect, sources.id(thing.span)
    digits = round(DIGITS * module) if thing.style else 0
    foot = rect.bottom - max(digits, round(GUARD * module))
    row, ops, points = code.rows[0], [], []
    at = 0
    while at < len(row):
        end = at
        while end < len(row) and row[end] == row[at]:
            end += 1
        if row[at] != "0":
            raised = bool(code.raised) and at >= code.raised
            top = rect.y + (digits + round(module) if raised else 0)
            bottom = foot + (round(GUARD * module) if row[at] == "2" or raised else 0)
            left = rect.x + round((at + code.quiet[0]) * module) + code.reduction // 2
            right = rect.x + round((end + code.quiet[0]) * module) - (code.reduction - code.reduction // 2)
            ops.append("mlllh")
            points += [left, top, right, top, right, bottom, left, bottom]
        at = end
    items: list[Item] = [Path("".join(ops), tuple(points), src, BLACK)]
    if thing.style is None:
        return items
    style = replace(thing.style, size=digits, sizes=(), align="center", ink=BLACK)
    for start, text in code.words:
        raised = bool(code.raised) and start >= code.raised
        top = rect.y if raised else rect.bottom - digits
        for number, digit in enumerate(text):
            x = rect.x + round((start + 7 * number + code.quiet[0]) * module)
            lines, size = fit_lines([[Run(digit, "text", thing.span)]], style, round(7 * module), setter, collector)
            items += paint_line(lines[0], x, top, size, sources)
    return items


def contours(rows: tuple[str, ...]) -> tuple[str, list[int]]:
    """The outlines of the dark modules as one path: no seams between neighbours. Dark lies to the right of every edge,
    so that holes run the other way round and stay empty under either rule of filling."""
    dark = {(x, y) for y, row in enumerate(rows) for x, module in enumerate(row) if module != "0"}
    edges: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for x, y in sorted(dark, key=lambda cell: (cell[1], cell[0])):
        for beside, start, end in (
            ((x, y - 1), (x, y), (x + 1, y)), ((x + 1, y), (x + 1, y), (x + 1, y + 1)),
            ((x, y + 1), (x + 1, y + 1), (x, y + 1)), ((x - 1, y), (x, y + 1), (x, y)),
        ):  # fmt: skip
            if beside not in dark:
                edges.setdefault(start, []).append(end)
    ops: list[str] = []
    points: list[int] = []
    while edges:
        first = here = next(iter(edges))
        ring: list[tuple[int, int]] = []
        way = (0, 0)
        while True:
            ends = edges[here]
            # where two corners touch, turn right: the ring stays round one module
            right = (here[0] - way[1], here[1] + way[0])
            there = right if right in ends else ends[0]
            ends.remove(there)
            if not ends:
                del edges[here]
            step = (there[0] - here[0], there[1] - here[1])
            if step != way:
                ring.append(here)
            way, here = step, there
            if here == first:
                break
        if len(ring) > 2 and (ring[1][0] - ring[0][0] == 0) == (way[0] == 0):
            ring = ring[1:]  # the ring began in the middle of a side
        ops.append("m" + "l" * (len(ring) - 1) + "h")
        points += [value for corner in ring for value in corner]
    return "".join(ops), points
