"""Characters that have no business in copy, and which script a character belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ODD = re.compile(
    "([\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufff0-\ufffb\ufffe\uffff\ud800-\udfff])"  # 1 control, no character
    "|([\ufffc\ufffd])"  # 2 what broken conversion leaves
    "|([\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])"  # 3 text direction
    "|([\u00ad\u200b\u2060\ufeff])"  # 4 invisible; U+200C, U+200D and variation selectors have their uses
)
_CODES = (
    "",
    "story.control-character",
    "story.replacement-character",
    "story.bidi-control",
    "story.invisible-character",
)
_HAN = re.compile(
    "[\u2e80-\u2fdf\u3000-\u30ff\u3105-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\ufe30-\ufe4f\uff01-\uffef\U00020000-\U0003ffff]"
)


def odd_characters(text: str) -> Iterator[tuple[int, str]]:
    """Index and message code of every odd character of a text (tabs and line ends are none)."""
    for match in _ODD.finditer(text):
        yield match.start(), _CODES[match.lastindex or 1]


def is_chinese(char: str) -> bool:
    """Whether a character is Han, kana, or a mark or form that only stands in Chinese text (not “ ” — … ·)."""
    return _HAN.match(char) is not None
