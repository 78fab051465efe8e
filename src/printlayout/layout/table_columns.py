"""How wide the columns of a table are, and how cells line up in them. Numbers only."""

from __future__ import annotations

from collections.abc import Sequence

from printlayout.base.units import Mpt
from printlayout.base.value import dataclass

LEAST_EM = 3
"""A column of words is not squeezed below so many 字."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a column asks for: a ``fixed`` width, or a ``share`` of the rest, or its ``natural`` width. ``wraps``: its
    texts may be broken, so that it may be narrower than natural."""

    natural: Mpt
    fixed: Mpt = 0
    share: int = 0
    wraps: bool = False


@dataclass(frozen=True, slots=True)
class Widths:
    """Left edge and width of every column. ``needed``: the least width of the table; ``short``: it has less."""

    xs: tuple[Mpt, ...]
    widths: tuple[Mpt, ...]
    needed: Mpt
    short: bool


@dataclass(frozen=True, slots=True)
class Block:
    """The numbers of a column: the widest part before the point, the widest from the point on."""

    before: Mpt = 0
    after: Mpt = 0

    @property
    def width(self) -> Mpt:
        """The width of the block when the points stand under one another."""
        return self.before + self.after


def block_of(parts: Sequence[tuple[Mpt, Mpt]]) -> Block:
    """The block of numbers whose parts before and from the point on are so wide."""
    return Block(max((a for a, _ in parts), default=0), max((b for _, b in parts), default=0))


def solve(wishes: Sequence[Wish], width: Mpt, gap: Mpt, inset: Mpt, em: Mpt) -> Widths:
    """Columns that fill ``width``.

    Fixed widths are kept. Columns of content are as wide as their content; where that is too much, those whose texts
    may be broken give way, in proportion to what they have above ``LEAST_EM`` 字. Shares get the rest; without shares
    it goes between the columns, equally.
    """
    count = len(wishes)
    room = width - 2 * inset - gap * (count - 1)
    floor = LEAST_EM * em
    widths = [wish.fixed or (min(wish.natural, floor) if wish.share else wish.natural) for wish in wishes]
    spare = [
        max(0, w - floor) if wish.wraps and not wish.fixed and not wish.share else 0
        for w, wish in zip(widths, wishes, strict=True)
    ]
    over = sum(widths) - room
    needed = width + max(0, over - sum(spare))
    if over > 0 and any(spare):
        give, total = min(over, sum(spare)), sum(spare)
        widths = [w - part for w, part in zip(widths, _parts(spare, give, total), strict=True)]
    shares = [wish.share for wish in wishes]
    gaps = [0] * (count - 1)
    if over < 0 and any(shares):
        rest = room - sum(w for w, share in zip(widths, shares, strict=True) if not share)
        wanted = _parts(shares, rest, sum(shares))
        widths = [part if share else w for w, share, part in zip(widths, shares, wanted, strict=True)]
    elif over < 0 and count > 1:
        gaps = _parts([1] * (count - 1), -over, count - 1)
    xs, x = [], inset
    for number, one in enumerate(widths):
        xs.append(x)
        x += one + gap + (gaps[number] if number < count - 1 else 0)
    return Widths(tuple(xs), tuple(widths), needed, over > sum(spare))


def _parts(weights: Sequence[int], whole: Mpt, total: int) -> list[Mpt]:
    """``whole`` parted by weights, to the last milli-point."""
    made, sum_, done = [], 0, 0
    for weight in weights:
        sum_ += weight
        made.append(whole * sum_ // total - done)
        done += made[-1]
    return made
