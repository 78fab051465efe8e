"""Characters that have no business in copy, and which script a character belongs to."""

from __future__ import annotations

from collections.abc import Iterator

_CONTROL = frozenset(map(chr, [*range(9), *range(11, 32), *range(127, 160), 0x2028, 0x2029, 0xFFFE, 0xFFFF]))
_LOST = frozenset("\ufffc\ufffd")
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_INVISIBLE = frozenset("\u00ad\u200b\u2060\ufeff")
"""U+200C, U+200D and variation selectors are not among them: they choose forms."""
_CODES = (
    (_CONTROL, "story.control-character"),
    (_LOST, "story.replacement-character"),
    (_DIRECTION, "story.bidi-control"),
    (_INVISIBLE, "story.invisible-character"),
)
_ODD = _CONTROL | _LOST | _DIRECTION | _INVISIBLE


def odd_characters(text: str) -> Iterator[tuple[int, str]]:
    """Index and message code of every odd character of a text (tabs and line ends are none).

    Sets and not a pattern, here and below: a pattern over such ranges takes milliseconds to compile at every start.
    """
    if _ODD.isdisjoint(text):
        return
    for index, char in enumerate(text):
        if char in _ODD:
            yield index, next(code for chars, code in _CODES if char in chars)


def is_chinese(char: str) -> bool:
    """Whether a character is Han, kana, or a mark or form that only stands in Chinese text (not “ ” — … ·)."""
    code = ord(char)
    if code < 0x2E80:
        return False
    return (
        code <= 0x2FDF
        or 0x3000 <= code <= 0x312F
        or 0x31A0 <= code <= 0x31FF
        or 0x3400 <= code <= 0x4DBF
        or 0x4E00 <= code <= 0x9FFF
        or 0xF900 <= code <= 0xFAFF
        or 0xFE30 <= code <= 0xFE4F
        or 0xFF01 <= code <= 0xFFEF
        or 0x20000 <= code <= 0x3FFFF
    )
