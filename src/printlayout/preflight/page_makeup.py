"""Checks of make-up 版面禁忌: headlines that touch side by side, gutters that cut the page in two, headings at a
column's foot, last lines at a column's head, rows of one character.

All are read off the finished page: its frames and what stands in them. Vertical text is left out: it has neither
columns side by side nor headlines that are read across.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass
from printlayout.model.display import DisplayList, Fill, Glyphs, Image, Line, Placed
from printlayout.model.display import Path as Drawn
from printlayout.model.issue import Page
from printlayout.model.layout import Grid, Slot
from printlayout.preflight.ground import bounds, line_box, text_box
from printlayout.preflight.page_inks import place
from printlayout.preflight.registry import Teller
from printlayout.text.classes import CLASSES, MARKS

ALIKE = 1.3
"""Sizes that differ by less look the same: two headlines of them side by side are read as one."""
MAIN = 0.75
"""Rows of a group that are at least so much of its largest size are the headline."""


MOST_OF = 600
"""Stories that take less of the type area's height (permille) do not make the page."""


@dataclass(frozen=True, slots=True)
class _Title:
    """The headline of a slot: the box of its rows, their size, and its first run."""

    slot: Slot
    box: Rect
    size: Mpt
    rows: tuple[tuple[Glyphs, ...], ...]


def check_makeup(page: Page, display: DisplayList, teller: Teller) -> None:
    """Tell what a page desk does not let through."""
    slots = {slot.name: slot for slot in page.layout.slots if slot.body.composition.writing == "horizontal"}
    texts: dict[str, list[Glyphs]] = {}
    for group in display.groups:
        if group.kind == "story" and group.name in slots:
            texts.setdefault(group.name, []).extend(i for i in group.items if isinstance(i, Glyphs) and i.text)
    titles = [title for name, runs in texts.items() for title in _titles(slots[name], runs, display)]
    _touching(titles, page.layout.grid, display, teller)
    _lonely(titles, display, teller)
    _through(page, display, teller)
    for name, runs in texts.items():
        columns = [frame.rect for frame in display.frames if frame.kind == "column" and frame.name == name]
        lines = [_lines(runs, column) for column in columns]
        _at_foot(slots[name], columns, lines, display, teller)
        if slots[name].body.widow:
            _widows(slots[name], columns, lines, display, teller)


# -- headlines ------------------------------------------------------------------------------------------------


def _titles(slot: Slot, runs: Sequence[Glyphs], display: DisplayList) -> Iterator[_Title]:
    for frame in display.frames:
        if frame.kind != "head" or frame.name != slot.name:
            continue
        inside = [run for run in runs if run.direction == "ltr" and _holds(frame.rect, run)]
        top = max((run.size for run in inside), default=0)
        main = [run for run in inside if run.size >= MAIN * top]
        if not main or top < slot.body.size * ALIKE:
            continue
        rows: dict[Mpt, list[Glyphs]] = {}
        for run in main:
            rows.setdefault(run.y, []).append(run)
        box = _union([text_box(run) for run in main])
        yield _Title(slot, box, top, tuple(tuple(row) for _, row in sorted(rows.items())))


def _touching(titles: Sequence[_Title], grid: Grid, display: DisplayList, teller: Teller) -> None:
    """碰题: nothing but a gutter, or less than a character, between two headlines of one height and like size."""
    for one, other in combinations(titles, 2):
        left, right = (one, other) if one.box.x < other.box.x else (other, one)
        if _set_apart(left.slot) or _set_apart(right.slot) or left.slot is right.slot:
            continue
        common = min(left.box.bottom, right.box.bottom) - max(left.box.y, right.box.y)
        small, large = sorted((left.size, right.size))
        gap = right.box.x - left.box.right
        level = common * 2 > min(left.box.height, right.box.height)
        if level and -small < gap <= max(small, grid.gutter) and large < small * ALIKE:
            run = right.rows[0][0]
            before = "".join(r.text for r in left.rows[0])
            after = "".join(r.text for r in right.rows[0])
            teller.tell(
                "preflight.heads-touch", place(display, run.src), one=before[:12], other=after[:12],
                gap=f"{max(0, gap) * 25.4 / 72_000:.1f}",
            )  # fmt: skip


def _set_apart(slot: Slot) -> bool:
    """A box or a ground keeps a headline from its neighbour."""
    effect = slot.head.headline.effect
    return slot.box is not None or (effect is not None and effect.grounded)


def _lonely(titles: Sequence[_Title], display: DisplayList, teller: Teller) -> None:
    """单字成行 in a headline of several rows."""
    for title in titles:
        if len(title.rows) < 2:
            continue
        for row in title.rows:
            text = "".join(run.text for run in row)
            if sum(CLASSES[char] not in MARKS and not char.isspace() for char in text) == 1:
                teller.tell("preflight.single-character", place(display, row[0].src), text=text)


# -- the page -------------------------------------------------------------------------------------------------


def _through(page: Page, display: DisplayList, teller: Teller) -> None:
    """断版: a gutter that nothing crosses from the top of the stories to their foot."""
    grid = page.layout.grid
    slots = [frame.rect for frame in display.frames if frame.kind in ("slot", "picture")]
    if len(slots) < 2:
        return
    area = _union(slots)
    if area.height * 1000 < MOST_OF * grid.height:  # what stands above and below it closes the gutters
        return
    crossing = list(_crossing(display, area))
    for number in range(1, grid.columns):
        left, right = grid.x(number) + grid.column, grid.x(number + 1)
        sides = [any(r.x < left for r in slots), any(r.right > right for r in slots)]
        if not all(sides) or _parted(display, left, right, area):
            continue
        # a rule that comes from both sides and stops at the gutter does not close it
        if not any(box.x < left and box.right > right for box in crossing):
            teller.tell("preflight.through-gutter", page.span, left=number, right=number + 1)


def _parted(display: DisplayList, left: Mpt, right: Mpt, area: Rect) -> bool:
    """Whether one rule runs down the gutter: side columns 边栏 parted on purpose, not a strip of white."""
    lines = [item for group in display.groups for item in group.items if isinstance(item, Line)]
    return any(
        line.x1 == line.x2 and left <= line.x1 <= right and abs(line.y2 - line.y1) * 5 >= area.height * 4
        for line in lines
    )


def _crossing(display: DisplayList, area: Rect) -> Iterator[Rect]:
    """What may stand across a gutter, within the height of the stories."""
    boxes: list[Rect] = [f.rect for f in display.frames if f.kind in ("head", "picture", "caption", "column")]
    for group in display.groups:
        for item in group.items:
            match item:
                case Glyphs() if item.gids:
                    boxes.append(text_box(item))
                case Fill() | Image() | Placed():
                    boxes.append(item.rect)
                case Line():
                    boxes.append(line_box(item))
                case Drawn() if item.points:
                    boxes.append(bounds(item.points))
    for box in boxes:
        inside = min(box.bottom, area.bottom) > max(box.y, area.y) or (box.height == 0 and area.y < box.y < area.bottom)
        whole = box.y <= area.y and box.bottom >= area.bottom  # the ground of the whole page crosses nothing
        if inside and not whole:
            yield box


# -- columns --------------------------------------------------------------------------------------------------


def _lines(runs: Sequence[Glyphs], column: Rect) -> list[tuple[Mpt, list[Glyphs]]]:
    """The lines of a column, by their baselines."""
    found: dict[Mpt, list[Glyphs]] = {}
    for run in runs:
        if run.direction == "ltr" and _holds(column, run):
            found.setdefault(run.y, []).append(run)
    return sorted(found.items())


def _at_foot(
    slot: Slot, columns: Sequence[Rect], lines: Sequence[list[tuple[Mpt, list[Glyphs]]]], display: DisplayList,
    teller: Teller,
) -> None:  # fmt: skip
    """背题: a sub-heading with too few lines under it where its text goes on elsewhere, or with none at all."""
    style = slot.subhead
    if (style.face, style.size) == (slot.body.face, slot.body.size):
        return
    sizes = set(style.sizes or (style.size,))
    need = max(1, slot.keep_after_subhead)
    for number, column in enumerate(lines):
        heads = [
            at
            for at, (_, row) in enumerate(column)
            if all(run.face == style.face.key and run.size in sizes for run in row)
        ]
        if not heads or not columns:
            continue
        under = len(column) - heads[-1] - 1
        goes_on = any(lines[number + 1 :])
        if under < need and (under == 0 or goes_on):
            row = column[heads[-1]][1]
            text = "".join(run.text for run in row)
            teller.tell(
                "preflight.heading-at-foot", place(display, row[0].src), text=text[:12], lines=under, least=need
            )


def _widows(
    slot: Slot, columns: Sequence[Rect], lines: Sequence[list[tuple[Mpt, list[Glyphs]]]], display: DisplayList,
    teller: Teller,
) -> None:  # fmt: skip
    """孤行: the last line of a paragraph alone at a column's head, in a style that forbids it (R53)."""
    em, body = slot.body.size, slot.body
    for column, found in list(zip(columns, lines, strict=True))[1:]:
        if not found:
            continue
        row = sorted(found[0][1], key=lambda run: run.x)
        if row[0].size != em or row[0].face not in (body.face.key, body.latin.key if body.latin else ""):
            continue
        box = _union([text_box(run) for run in row])
        indented = [_union([text_box(run) for run in next_row]).x > column.x + em for _, next_row in found[1:2]]
        if box.x < column.x + em and box.right < column.right - em - em // 2 and all(indented):
            text = "".join(run.text for run in row)
            teller.tell("preflight.widow", place(display, row[0].src), text=text[:12])


def _holds(rect: Rect, run: Glyphs) -> bool:
    """Whether a run begins in a rectangle; a mark that opens a line may hang half an em out of it."""
    return rect.x - run.size // 2 - 1 <= run.x <= rect.right and rect.y <= run.y <= rect.bottom + run.size // 2


def _union(boxes: Sequence[Rect]) -> Rect:
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Rect(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)
