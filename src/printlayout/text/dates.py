"""Dates as Chinese papers print them, and as people write them in specs."""

from __future__ import annotations

import re
from datetime import date

_DIGITS = "〇一二三四五六七八九"
_WEEKDAYS = "一二三四五六日"
_WRITTEN = re.compile(
    r"([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})|/([0-9]{1,2})/([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日)"
)


def long_date(day: date) -> str:
    """``2023年1月13日``."""
    return f"{day.year}年{day.month}月{day.day}日"


def han_date(day: date) -> str:
    """``二〇二三年一月十三日``: the year digit by digit, month and day as numbers."""
    year = "".join(_DIGITS[int(digit)] for digit in str(day.year))
    return f"{year}年{_han(day.month)}月{_han(day.day)}日"


def weekday(day: date) -> str:
    """``星期五``."""
    return "星期" + _WEEKDAYS[day.weekday()]


def parse_date(text: str) -> date | None:
    """A day written ``2023-01-13``, ``2023/1/13`` or ``2023年1月13日``; ``None`` if it is none."""
    match = _WRITTEN.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups() if part)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _han(number: int) -> str:
    """A number from 1 to 99 in Han digits."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones else "")
