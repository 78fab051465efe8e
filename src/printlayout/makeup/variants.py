"""Variants of a story's setting: what they change in its slot, what they gain, what harm they do."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from printlayout.base.value import dataclass, replace
from printlayout.layout.headline import SetHead
from printlayout.layout.made import Made
from printlayout.model.copyfit import Fit, Variant
from printlayout.model.heads import BESIDE
from printlayout.model.layout import Slot
from printlayout.model.style import Style

SQUEEZE, PICTURE, BLANK, ASIDE, SUBHEAD, HEADLINE, BODY = 2.0, 10.0, 5.0, 6.0, 8.0, 15.0, 30.0
"""Harm of a paragraph squeezed, of a picture's height changed by a tenth (it grows with the square), of a blank line
more or fewer under the headline, of the headline moved beside the text, of a line taken from the sub-headings, of a
step of the headline, of a tenth of a point of the body."""
MOST = 3000
"""Combinations looked at, at most, for one story at one height."""


def varied(slot: Slot, variant: Variant, head: SetHead) -> Slot:
    """The slot as a variant wants it; ``head`` is the headline group as it is without."""
    pictures = tuple(
        replace(place, lines=max(2, place.lines + more))
        for place, more in zip(slot.pictures, (*variant.pictures, *[0] * len(slot.pictures)), strict=False)
    )
    made = replace(slot, pictures=pictures)
    if variant.beside and slot.head.beside:
        made = replace(made, head=replace(slot.head, columns=slot.head.beside, relation=BESIDE))
    if variant.blank:
        made = replace(made, head=replace(made.head, after=max(0, made.head.after + variant.blank)))
    if variant.headline:
        made = replace(made, head=replace(made.head, headline=_smaller(slot.head.headline, variant.headline, head)))
    if variant.subheads:
        lines = max(1, slot.subhead.lines - variant.subheads)
        made = replace(made, subhead=replace(slot.subhead, lines=lines))
    if variant.body:
        made = replace(made, body=replace(slot.body, size=slot.body.size - variant.body))
    return made


def _smaller(style: Style, steps: int, head: SetHead) -> Style:
    """A headline's style from so many size steps on below the one it was fitted to."""
    fitted = max((row.size for row in head.rows if row.part == "headline"), default=style.size)
    below = [size for size in style.sizes if size < fitted]
    return replace(style, sizes=tuple(below[steps - 1 :] or below[-1:])) if below else style


@dataclass(frozen=True, slots=True)
class Levers:
    """What there is to change in a module: ``pictures``, for each the columns its lines free, its height, and by how
    many lines it may change; lines that the ``subheads`` could give; columns of text under the headline; steps it can
    go down; lines of ``text``."""

    pictures: tuple[tuple[int, int, int], ...]
    subheads: int
    head_columns: int
    steps: int
    text: int
    size: int
    blank: int = 0
    """Blank lines under the headline now."""
    aside: int | None = None
    """Lines gained with the headline beside the text; ``None`` if the layout has no such place for it."""


def levers(made: Made, fit: Fit) -> Levers:
    """The levers of a module as it was made up. A picture whose editor says how far it may be cropped changes no
    more."""
    slot, columns = made.slot, {segment.column: segment for segment in made.frames.segments}
    pictures = []
    for place, frame, picture in zip(slot.pictures, made.frames.pictures, made.pictures, strict=False):
        rect = frame.rect
        over = sum(seg.x < rect.right and seg.x + seg.width > rect.x for seg in columns.values())
        allowed = min(fit.pictures, picture.crop) if picture.crop else fit.pictures
        pictures.append((over, place.lines, place.lines * allowed // 1000))
    head = made.frames.head
    beside = sum(seg.x < head.right and seg.x + seg.width > head.x for seg in columns.values())
    heads = sum(row.row.head for row in made.body.rows)
    style = slot.head.headline
    fitted = max((row.size for row in made.head.rows if row.part == "headline"), default=0)
    steps = sum(size < fitted for size in style.sizes)
    text = sum(row.row.lines for row in made.body.rows)
    subheads = heads if slot.subhead.lines > 1 else 0
    blank = slot.head.after if made.head.rows else 0
    return Levers(tuple(pictures), subheads, beside if made.head.rows else 0, steps, text, slot.body.size, blank)


def candidates(at: Levers, fit: Fit, need: int, slack: int, size: int) -> Iterator[tuple[float, Variant]]:
    """Variants that should gain ``need`` lines (less than 0: use so many up) and up to ``slack`` more, with their harm,
    least first. What a headline gains is known only when it is set: ``size`` is its own, a step a fifth of it.
    """
    found = []
    squeezes = range(fit.squeeze + 1) if need > 0 else range(0, -fit.squeeze - 1, -1)
    moves = [_moves(most, need) if over else (0,) for over, _, most in at.pictures]
    while _count(moves) > MOST:
        longest = max(range(len(moves)), key=lambda n: len(moves[n]))
        moves[longest] = moves[longest][:-1]
    headlines = range(min(fit.headline, at.steps) + 1) if need > 0 else (0,)
    subheads = range((fit.subheads if at.subheads else 0) + 1) if need > 0 else (0,)
    bodies = range(0, fit.body + 1, 100) if need > 0 else (0,)
    asides = (0,) if at.aside is None else (0, 1)
    most = fit.blank if at.head_columns else 0
    blanks = range(0, -min(most, max(0, at.blank - 1)) - 1, -1) if need > 0 else range(most + 1)
    for body, headline, subhead, aside, blank in product(bodies, headlines, subheads, asides, blanks):
        other = (
            -blank * at.head_columns
            + aside * (at.aside or 0)
            + subhead * at.subheads
            + headline * at.head_columns * size // 5
            + at.text * 2 * body // at.size
        )
        harm = BODY * body / 100 + HEADLINE * headline + SUBHEAD * subhead + ASIDE * aside + BLANK * abs(blank)
        for pictures in product(*moves):
            gained = other - sum(over * more for (over, *_), more in zip(at.pictures, pictures, strict=True))
            harm_here = harm + sum(
                PICTURE * (10 * more / lines) ** 2 for (_, lines, _), more in zip(at.pictures, pictures, strict=True)
            )
            for squeeze in squeezes:
                spare = gained + squeeze - need
                rough = 1 if headline or body else 0
                low, high = (0, slack) if need > 0 else (-slack, 0)
                high += at.subheads if subhead else 0  # sub-headings may grow again to level the columns
                if low - rough * at.head_columns <= spare <= high + rough * at.head_columns:
                    variant = Variant(squeeze, pictures, headline, subhead, body, bool(aside), blank)
                    found.append((harm_here + SQUEEZE * abs(squeeze), variant))
    found.sort(key=lambda one: one[0])
    yield from found


def _moves(most: int, need: int) -> tuple[int, ...]:
    """By how many lines a picture may change, smallest change first; both ways, for the sum over several has to come
    out right."""
    sign = -1 if need > 0 else 1
    return (0, *(move for by in range(1, most + 1) for move in (sign * by, -sign * by)))


def _count(moves: list[tuple[int, ...]]) -> int:
    count = 1
    for one in moves:
        count *= len(one)
    return count
