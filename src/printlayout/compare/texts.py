"""Two texts: the passages in which they differ."""

from __future__ import annotations

from collections.abc import Sequence

from printlayout.base.value import dataclass

ROUND = 8
"""Characters shown before and after a passage."""
NEAR = 1
"""Passages with no more equal characters between them are one."""
MOST_WORK = 100_000_000
"""Product of the lengths of two texts up to which passages are looked for; of longer ones what lies between the first
and the last difference is one."""


@dataclass(frozen=True, slots=True)
class Passage:
    """``old`` became ``new``; either may be empty. ``old_at``, ``new_at``: where they begin; ``before`` and ``after``:
    what stands round them in the new text."""

    old: str
    new: str
    old_at: int
    new_at: int
    before: str
    after: str


def passages(old: str, new: str) -> list[Passage]:
    """Where two texts differ, in order."""
    return [
        Passage(
            old[a:b], new[c:d], a, c, new[max(0, c - ROUND) : c], new[d : d + ROUND]
        )
        for a, b, c, d in _spans(old, new)
    ]  # fmt: skip


def _spans(old: str, new: str) -> list[tuple[int, int, int, int]]:
    from difflib import SequenceMatcher

    start = _common(old, new)
    end = min(_common(old[::-1], new[::-1]), len(old) - start, len(new) - start)
    one, other = old[start : len(old) - end], new[start : len(new) - end]
    if not one and not other:
        return []
    if not one or not other or len(one) * len(other) > MOST_WORK:
        return [(start, start + len(one), start, start + len(other))]
    found: list[tuple[int, int, int, int]] = []
    for kind, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if found and a + start - found[-1][1] <= NEAR:
            found[-1] = (found[-1][0], b + start, found[-1][2], d + start)
        else:
            found.append((a + start, b + start, c + start, d + start))
    return found


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with together."""
    length = min(len(one), len(other))
    return next((at for at in range(length) if one[at] != other[at]), length)


def alike(old: str, new: str) -> float:
    """How much of two texts is the same, 0 to 1, by the pairs of characters they are made of: single ones are shared by
    any two texts of a language."""
    from collections import Counter

    one, other = (Counter(text[at : at + 2] for at in range(max(1, len(text) - 1))) for text in (old, new))
    return 2 * (one & other).total() / (one.total() + other.total())


def aligned(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pages of two files, paired by their texts where these are equal and else in order; -1: has no partner."""
    from difflib import SequenceMatcher

    pairs: list[tuple[int, int]] = []
    for _, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        ones, others = list(range(a, b)), list(range(c, d))
        short = min(len(ones), len(others))
        pairs += zip(ones[:short], others[:short], strict=True)
        pairs += [(at, -1) for at in ones[short:]] + [(-1, at) for at in others[short:]]
    return pairs
