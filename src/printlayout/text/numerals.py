"""Numbers as tables line them up: where a cell's decimal point stands, or the mark between the two sides of a score."""

from __future__ import annotations

import re

_DIGITS = "0-9０-９"
_NUMBER = re.compile(
    r"(?:[▲▼△▽↑↓]\s?)?[-+−–±＋－]?(?:[¥￥$€£]|HK\$|US\$)?[-+−–＋－]?"
    rf"(?P<whole>(?:[{_DIGITS}]{{1,2}}[:：](?=[{_DIGITS}:：]+[.．]))*"
    rf"[{_DIGITS}]+(?:[,，\u2009\u202f ][{_DIGITS}]{{3}})*)"
    rf"(?P<part>[.．][{_DIGITS}]+)?(?P<unit>\s?[^\s{_DIGITS}.．,，:：/／-]{{0,3}})"
)
_SCORE = re.compile(rf"(?P<home>[{_DIGITS}]+(?:[（(][{_DIGITS}]+[)）])?)\s?(?P<mark>[:：\-–—−比])\s?[{_DIGITS}（(].*")
BLANKS = frozenset(("", "-", "–", "—", "――", "——", "…", "……", "/", "／", "无", "停牌", "休市", "待定", "暂无"))
"""Cells that stand for a number that is not there."""


def point(text: str) -> int | None:
    """The index at which a number's decimal point stands, or would stand; ``None`` for what is no number.

    Signs, arrows of rise and fall, currency before, thousands separators, percent and short units after are parts of
    a number, and so are the minutes of a time with a fraction (``4:28.6``); digits may be half or full width.
    """
    match = _NUMBER.fullmatch(text)
    return match.end("whole") if match else None


def middle(text: str) -> int | None:
    """The index of the mark between the two sides of a score (``2:1``, ``98—95``); ``None`` for what is none."""
    match = _SCORE.fullmatch(text)
    return match.start("mark") if match else None


def with_minus(text: str) -> str:
    """A number with a minus sign in place of the hyphen that was typed; anything else as it is."""
    return text.replace("-", "−", 1) if "-" in text and point(text) is not None else text
