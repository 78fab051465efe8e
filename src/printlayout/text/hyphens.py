"""Syllables of Western words, from a well-kept collection of patterns (door: pyphen, imported when first needed)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyphen

_WORD = re.compile(r"(?<![A-Za-z\u00c0-\u024f])[A-Za-z\u00c0-\u024f]{6,}(?![A-Za-z\u00c0-\u024f])")
"""Words long enough to be hyphenated."""


def long_words(text: str) -> list[tuple[int, int]]:
    """Start and end of the words long enough to be hyphenated. Words in capitals are names and stay whole."""
    return [match.span() for match in _WORD.finditer(text) if not match[0].isupper()]


def syllables(word: str, lang: str) -> list[int]:
    """Positions in a word where it may be hyphenated, at least two letters from its start and three from its end;
    none if the language is unknown."""
    dictionary = _dictionary(lang)
    if dictionary is None:
        return []
    return [at for at in dictionary.positions(word) if 2 <= at <= len(word) - 3]


@lru_cache(maxsize=8)
def _dictionary(lang: str) -> pyphen.Pyphen | None:
    import pyphen

    known = pyphen.language_fallback(lang.replace("-", "_"))
    return pyphen.Pyphen(lang=known) if known else None
