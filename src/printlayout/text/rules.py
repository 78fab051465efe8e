"""The composition rules as tables over pairs of classes, built once for each way of composing (R9-R18, R31-R47).

Amounts are permille of an em. A table over pairs is a flat tuple: the entry of classes ``a, b`` is at
``a * CLASS_COUNT + b``.
"""

from __future__ import annotations

from functools import lru_cache

from printlayout.base.value import dataclass
from printlayout.model.style import Composition
from printlayout.text.classes import (
    BANG,
    CHAIN,
    CLASS_COUNT,
    CLOSE,
    COMMA,
    DASH,
    ELLIPSIS,
    GAP,
    HAN,
    HYPHEN,
    IDSPACE,
    ITER,
    MIDDLE,
    NOTE,
    OPEN,
    POINT,
    POST,
    PRE,
    RULE,
    SEMI,
    SOLIDUS,
    SPACE,
    STOP,
    WAVE,
    WEST,
)

ALL = range(CLASS_COUNT)

# Shrink steps of R43; 0 means nothing to give.
LINE_END, WORD_SPACE, INTERPUNCT, BRACKET, PAUSE, HAN_LATIN, FULL_STOP = range(1, 8)
_STEP = {MIDDLE: INTERPUNCT, OPEN: BRACKET, CLOSE: BRACKET, COMMA: PAUSE, SEMI: PAUSE, STOP: FULL_STOP, BANG: FULL_STOP}

_NEVER_FIRST = {
    "none": frozenset[int](),
    "basic": frozenset((CLOSE, COMMA, SEMI, STOP, BANG, CHAIN, MIDDLE, POINT, HYPHEN, RULE, WAVE, SOLIDUS, ITER, POST)),
}
_NEVER_FIRST["gb"] = _NEVER_FIRST["basic"]
_NEVER_FIRST["strict"] = _NEVER_FIRST["basic"] | {DASH, ELLIPSIS}
_NEVER_LAST = {
    "none": frozenset[int](),
    "basic": frozenset((OPEN, PRE)),
    "gb": frozenset((OPEN, PRE, SOLIDUS)),
    "strict": frozenset((OPEN, PRE, SOLIDUS)),
}
"""R12-R18: what opens no line and what closes none."""

_FIRST_FREE = frozenset((NOTE, SPACE, GAP, IDSPACE))
"""Never first at any level: they belong to what stands before them (R27, R29)."""

_UNSTRETCHED = frozenset((HYPHEN, RULE, WAVE, SOLIDUS, IDSPACE))
"""No gap beside these grows (R29, R46)."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The tables of one way of composing."""

    width: tuple[int, ...]
    """Natural width of a class's box: 1000, or less where the width style takes blank away; 0 for :data:`WEST`,
    which keeps its font's advance (R1-R8, R11)."""
    left: tuple[int, ...]
    right: tuple[int, ...]
    """Blank a class can still give on each side (R9)."""
    cut: tuple[int, ...]
    """Blank the width style has taken from the left already."""
    step: tuple[int, ...]
    """The shrink step a class's blank belongs to (R43)."""
    pair: tuple[int, ...]
    """0, or what two neighbours give: +1 the first its right blank, +2 the second its left blank (R31-R33)."""
    breaks: tuple[bool, ...]
    """Whether a line may end between two classes (R12-R18)."""
    gap: tuple[bool, ...]
    """Whether two classes may have the Han-Latin space between them (R65)."""
    grows: tuple[bool, ...]
    """Whether the gap between two classes may grow in the last stretch step (R45, R46)."""
    start_trim: bool
    """An opening mark gives up its left blank at the start of a line (R37)."""
    end_trim: bool
    """A mark always gives up its right blank at the end of a line (R36)."""
    hangs: frozenset[int]
    """Classes that may hang outside the measure (R40)."""
    never_first: frozenset[int]
    """Classes that may not open a line."""


def _blanks(composition: Composition) -> tuple[list[int], list[int], list[int]]:
    width = [1000] * CLASS_COUNT
    left, right = [0] * CLASS_COUNT, [0] * CLASS_COUNT
    width[WEST] = width[SPACE] = width[GAP] = width[NOTE] = 0
    width[DASH] = 2000
    width[HYPHEN] = width[SOLIDUS] = width[POINT] = 500
    left[OPEN] = right[CLOSE] = 500
    left[MIDDLE] = right[MIDDLE] = 250
    if composition.region == "CN":
        for kind in (COMMA, SEMI, STOP, BANG):
            right[kind] = 500
    else:
        for kind in (COMMA, SEMI, STOP):
            left[kind] = right[kind] = 250
    if composition.writing == "vertical":
        right[BANG] = left[SEMI] = right[SEMI] = 0  # R68: ？！：； are not squeezed
    return width, left, right


def _take(composition: Composition, width: list[int], left: list[int], right: list[int]) -> list[int]:
    """Take away the blank that the width style does without (R11); return what was taken from the left."""
    cut = [0] * CLASS_COUNT
    if composition.punctuation in ("kaiming", "half"):
        keep = (STOP, BANG) if composition.punctuation == "kaiming" else ()
        for kind in (OPEN, CLOSE, COMMA, SEMI, STOP, BANG, MIDDLE):
            if kind not in keep:
                cut[kind] = left[kind]
                width[kind] -= left[kind] + right[kind]
                left[kind] = right[kind] = 0
    return cut


def _pairs(composition: Composition, left: list[int], right: list[int]) -> list[int]:
    closing = {k for k in (CLOSE, COMMA, SEMI, STOP, BANG) if right[k] == 500}
    middle = {MIDDLE} | {k for k in (COMMA, SEMI, STOP) if left[k] == right[k] == 250}
    marks = {OPEN, CLOSE, COMMA, SEMI, STOP, BANG, MIDDLE, IDSPACE}
    table = [0] * (CLASS_COUNT * CLASS_COUNT)
    if composition.pair >= 2000:
        return table
    for a in marks:
        for b in marks:
            gives = 0
            if b == OPEN and left[OPEN]:
                gives += 2
                if composition.pair <= 1000 and a in closing:
                    gives += 1
            elif a in closing and (b in closing or b in middle or b in (IDSPACE, CLOSE, COMMA, SEMI, STOP, BANG)):
                gives += 1
            table[a * CLASS_COUNT + b] = gives
    return table


def _breaks(level: str) -> tuple[bool, ...]:
    first, last = _NEVER_FIRST[level] | _FIRST_FREE, _NEVER_LAST[level]
    return tuple(b not in first and a not in last for a in ALL for b in ALL)


def _grows(a: int, b: int) -> bool:
    if a in _UNSTRETCHED or b in _UNSTRETCHED or b in (NOTE, POST) or a == PRE:
        return False
    return b not in (SPACE, GAP)  # a space and its neighbours are one gap: the one after it


@lru_cache(maxsize=64)
def rules(composition: Composition) -> Rules:
    """The tables for a way of composing."""
    width, left, right = _blanks(composition)
    cut = _take(composition, width, left, right)
    mainland = composition.region == "CN"
    horizontal = composition.writing == "horizontal"
    hangs: frozenset[int] = frozenset()
    if composition.hanging != "off" and (mainland or not horizontal):
        hangs = frozenset((COMMA, STOP, SEMI, BANG) if mainland else (COMMA, STOP))
    letters = (HAN, ITER)
    return Rules(
        width=tuple(width),
        left=tuple(left),
        right=tuple(right),
        cut=tuple(cut),
        step=tuple(_STEP.get(kind, 0) for kind in ALL),
        pair=tuple(_pairs(composition, left, right)),
        breaks=_breaks(composition.level),
        gap=tuple((a in letters and b == WEST) or (a == WEST and b in letters) for a in ALL for b in ALL),
        grows=tuple(_grows(a, b) for a in ALL for b in ALL),
        start_trim=composition.region != "TW",
        end_trim=composition.punctuation != "full",
        hangs=hangs,
        never_first=_NEVER_FIRST[composition.level],
    )
