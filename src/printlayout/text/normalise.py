"""Half-width marks in Chinese copy made full-width. Numbers, times, Latin words and sentences, addresses, file names
and abbreviations stay as they are; where it is not clear that a mark is Chinese, it stays too.

    , ; : ? !   next to Chinese (quotes and brackets between are looked through), not between digits
    .           after Chinese and before no letter or digit
    ( )         as a pair, if there is Chinese before it or in it
    " '         as a pair, if there is Chinese in it or round it; apostrophes and inch marks stay
    ...  --     next to Chinese: …… and ——

A space typed after such a mark before Chinese, or before an opening bracket after it, goes with the mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from printlayout.text.characters import is_chinese

Change = tuple[int, int, str]
"""Start, end, and the text that stands there instead."""

_MARK = re.compile(r"""\.{3,}|-{2,}|[,.;:?!()"']""")
_KEPT = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*://[!-~]+|www\.[!-~]+|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|[A-Za-z]:\\[^\s]*"
)
_KEPT_END = ".,;:?!)'\""
"""Marks that end an address are the sentence's, not the address's."""
_FULL = {",": "，", ".": "。", ";": "；", ":": "：", "?": "？", "!": "！"}
_THROUGH = "“”‘’\"'()—…·"
"""Marks that belong to either script: what is behind them decides."""
_NUMERIC = "0123456789.,%‰℃°¥￥$€"
_LATIN_PHRASE = re.compile(r"[A-Za-z][A-Za-z0-9'’-]*,? +(?:[A-Za-z0-9'’-]+,? +)*[A-Za-z0-9'’-]+\Z")


def substitutions(text: str) -> list[Change]:
    """What makes the Chinese marks of a text full-width: the changes in order, none overlapping.

    Length changes only at ``...`` (3 or more to 2), at runs of ``-`` longer than two, and where a space goes.
    """
    if not _MARK.search(text):
        return []
    kept = [_bounds(match) for match in _KEPT.finditer(text)]
    marks = [m for m in _MARK.finditer(text) if not any(a <= m.start() < b for a, b in kept)]
    pairs = dict(_brackets(text, marks)) | dict(_quotes(text, marks))
    changes: list[Change] = []
    for mark in marks:
        start, end, char = mark.start(), mark.end(), mark[0]
        new: str | None
        if char[0] == "." and len(char) > 2:
            new = "……" if _beside(text, start, end) else None
        elif char[0] == "-":
            new = "——" if _dash(text, start, end) else None
        elif char in "()\"'":
            new = pairs.get(start)
        elif char == ".":
            new = "。" if _full_stop(text, start, changes) else None
        else:
            new = _FULL[char] if _clause_mark(text, start, char, changes) else None
        if new is None:
            continue
        # A typed space before an opening bracket, or after a mark, goes with it: the full-width box has its own.
        if new == "（":
            while start and text[start - 1] == " " and _chinese_at(text, _skip(text, start - 2, -1, " ")):
                start -= 1
        elif new not in "“‘":
            after = _skip(text, end, 1, " ")
            if after > end and _chinese_at(text, after):
                end = after
        if changes and start < changes[-1][1]:
            start = changes[-1][1]
        changes.append((start, end, new))
    return changes


def _bounds(match: re.Match[str]) -> tuple[int, int]:
    return match.start(), match.start() + len(match[0].rstrip(_KEPT_END))


def _chinese_at(text: str, index: int) -> bool:
    return 0 <= index < len(text) and is_chinese(text[index])


def _skip(text: str, index: int, step: int, over: str) -> int:
    """The first index from ``index`` on, going by ``step``, whose character is not one of ``over``."""
    while 0 <= index < len(text) and text[index] in over:
        index += step
    return index


def _beside(text: str, start: int, end: int) -> bool:
    """Whether Chinese stands right before ``start`` or right after ``end``, marks of either script looked through."""
    before = _skip(text, start - 1, -1, _THROUGH)
    if _chinese_at(text, before):
        return True
    return _chinese_at(text, _skip(text, _skip(text, end, 1, " "), 1, _THROUGH))


def _clause_mark(text: str, index: int, char: str, changes: list[Change]) -> bool:
    """Whether one of ``, ; : ? !`` is a Chinese mark."""
    before = text[index - 1] if index else ""
    after = text[index + 1] if index + 1 < len(text) else ""
    if before.isascii() and before.isdigit() and after.isascii() and after.isdigit():
        return False
    if char == ":" and after and after in "/\\":
        return False
    if (
        char in "?!"
        and before.isascii()
        and before.isalpha()
        and _LATIN_PHRASE.search(text[max(0, index - 80) : index])
    ):
        return False
    if changes and changes[-1][1] == index:  # ?! and !!!: the mark before has become a Chinese one
        return True
    if _beside(text, index, index + 1):
        return True
    if before and before in "”’" and after and after in "“‘":  # “2022”,“2023”: English has a space there
        return True
    # 达100%,3月 or a last 达5,999; : the neighbours are not Chinese, but the numbers stand in Chinese.
    behind = _skip(text, index - 1, -1, _NUMERIC)
    ahead = _skip(text, index + 1, 1, _NUMERIC)
    in_chinese = _chinese_at(text, ahead) or index + 1 == len(text)
    made_chinese = bool(changes) and changes[-1][1] == behind + 1
    return behind < index - 1 and in_chinese and (made_chinese or _chinese_at(text, behind))


def _full_stop(text: str, index: int, changes: list[Change]) -> bool:
    """Whether a ``.`` ends a Chinese sentence. After Latin or a bare number it stays: U.S.政府, 1.加强."""
    after = text[index + 1] if index + 1 < len(text) else ""
    if after.isascii() and (after.isalnum() or after in "._/\\") and after:
        return False
    before = text[index - 1] if index else ""
    if changes and changes[-1][1] == index and changes[-1][2] in "”’）":
        return True
    if before and (before in "%‰℃" or (before.isdigit() and index + 1 == len(text))):
        return _chinese_at(text, _skip(text, index - 1, -1, _NUMERIC))
    return _chinese_at(text, _skip(text, index - 1, -1, "“”‘’"))


def _dash(text: str, start: int, end: int) -> bool:
    """Whether ``--`` is a 破折号: beside Chinese, or beside a number that Chinese follows (--2022年), no option."""
    after = text[end] if end < len(text) else ""
    if after.isascii() and after.isalpha():
        return False
    return _beside(text, start, end) or _chinese_at(text, _skip(text, end, 1, _NUMERIC))


def _brackets(text: str, marks: list[re.Match[str]]) -> Iterator[tuple[int, str]]:
    """Brackets that become full-width, by index."""
    opened: list[int] = []
    for mark in marks:
        if mark[0] == "(":
            opened.append(mark.start())
        elif mark[0] == ")":
            end = mark.start()
            if opened:
                start = opened.pop()
                inside = any(is_chinese(c) for c in text[start + 1 : end])
                if inside or _opens_in_chinese(text, start, end):
                    yield start, "（"
                    yield end, "）"
            elif _chinese_at(text, end - 1) or (text[max(0, end - 1)].isdigit() and _chinese_at(text, end + 1)):
                yield end, "）"
    for start in opened:
        if _chinese_at(text, start + 1) or _chinese_at(text, start - 1):
            yield start, "（"


def _opens_in_chinese(text: str, start: int, end: int) -> bool:
    """Whether a bracket without Chinese in it stands in Chinese text: Chinese before it, or nothing before and
    Chinese after: 联合国(UN), (1)加强; not f(x).
    """
    before = _skip(text, start - 1, -1, " “”‘’\"'")
    if before >= 0:
        return _chinese_at(text, before)
    return _chinese_at(text, end + 1)


def _quotes(text: str, marks: list[re.Match[str]]) -> Iterator[tuple[int, str]]:
    """Straight quotes that become “ ” ‘ ’, by index. Of each kind they open and close in turn."""
    for quote, left, right in (('"', "“", "”"), ("'", "‘", "’")):
        opened = -1
        for mark in marks:
            if mark[0] != quote:
                continue
            index = mark.start()
            before = text[index - 1] if index else ""
            after = text[index + 1] if index + 1 < len(text) else ""
            latin_before = before.isascii() and before.isalnum()
            if opened < 0:
                # 15"显示屏, players', don't: an inch mark or an apostrophe opens nothing.
                if latin_before and (quote == "'" or before.isdigit()):
                    continue
                opened = index
            else:
                if quote == "'" and latin_before and after.isascii() and after.isalnum():
                    continue
                inside = any(is_chinese(c) for c in text[opened + 1 : index])
                if inside or _chinese_at(text, opened - 1) or _chinese_at(text, index + 1):
                    yield opened, left
                    yield index, right
                opened = -1
