"""Words of Chinese text, where a headline has to be broken (door: rjieba, imported when first needed)."""

from __future__ import annotations

from itertools import pairwise

OPENS_BADLY = frozenset("的了着过们地得等吗呢吧啊型化者性")
"""Single words that lean on the one before them: a row that opens with one reads torn off."""
ENDS_BADLY = frozenset("和与及或在对将把从向为让被以于由给比最更很不再又就都是有首第各每该本新老大小")
"""Single words that lean on the one after them: a row that ends with one leaves the reader hanging."""


def words(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of every word, from a dictionary of mainland usage; what it does not know is cut by the likeliest
    reading."""
    import rjieba

    found: list[tuple[int, int]] = []
    at = 0
    for word in rjieba.cut(text):
        found.append((at, at + len(word)))
        at += len(word)
    return tuple(found)


def joints(text: str) -> dict[int, int]:
    """Where a row may end without parting a word: position to how ill it reads there, 0 for well, 8 for worst. A
    word of one character leans on its neighbour more often than not."""
    found: dict[int, int] = {}
    for (start, end), (after, stop) in pairwise(words(text)):
        before, behind = text[start:end], text[after:stop]
        ends = 4 if before in ENDS_BADLY else 2 * (len(before) == 1)
        opens = 4 if behind in OPENS_BADLY else 1 * (len(behind) == 1)
        found[end] = ends + opens
    return found
