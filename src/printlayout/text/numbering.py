"""How the numbers of a list are written."""

from __future__ import annotations

DIGITS = "〇一二三四五六七八九"


def chinese(number: int) -> str:
    """A number from 1 to 999 in Chinese: 一, 十, 十二, 二十, 一百零三."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    said = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        said += ("" if tens == 1 and not hundreds else DIGITS[tens]) + "十"
    elif hundreds and ones:
        said += "零"
    return said + (DIGITS[ones] if ones or not number else "")


def numbered(number: int, form: str) -> str:
    """The mark of an item: ``form`` is ``1.``, ``一、``, ``①``, ``（1）`` or ``（一）``. Circled
    numbers go to 20; higher ones are written in brackets."""
    if form == "①" and 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    if form == "一、":
        return f"{chinese(number)}、"
    if form == "（一）":
        return f"（{chinese(number)}）"
    return f"{number}." if form == "1." else f"（{number}）"
