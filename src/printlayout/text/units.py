"""A paragraph's characters grouped into units that are never parted (R22-R29), each with its composition class.

Works on a string of class numbers, one byte a character, so that grouping is a matter of one regular expression.
"""

from __future__ import annotations

import re

from printlayout.base.value import dataclass
from printlayout.text import uax14
from printlayout.text.classes import (
    BANG,
    CHAIN,
    CLASSES,
    DASH,
    ELLIPSIS,
    GAP,
    HAN,
    HYPHEN,
    ITER,
    MARKS,
    MIDDLE,
    NOTE,
    POINT,
    POST,
    PRE,
    RULE,
    SHARED,
    SOLIDUS,
    SPACE,
    WEST,
    WIDE,
)


@dataclass(frozen=True, slots=True)
class Units:
    """``starts`` (one more than there are units; the last is the text's length) and ``classes`` run in parallel."""

    text: str
    starts: tuple[int, ...]
    classes: tuple[int, ...]


def _set(*classes: int) -> bytes:
    return b"[" + b"".join(re.escape(bytes((c,))) for c in classes) + b"]"


_GROUPS = re.compile(
    b"(?s)"
    + b"|".join(
        (
            _set(WEST) + b"+" + _set(NOTE, WEST) + b"*",
            _set(RULE) + b"{2}",
            _set(ELLIPSIS) + b"{1,2}",
            _set(BANG) + b"{2,3}",
            _set(PRE) + b"?" + _set(WIDE) + b"+" + _set(POST) + b"*",
            _set(SPACE) + b"+",
            b"." + _set(NOTE) + b"*",
        )
    )
)
_SHARED = re.compile("[" + re.escape("".join(sorted(SHARED))) + "]")
_NUMBER_JOINT = re.compile("(?<=[０-９])[．，：／～](?=[０-９])")
PAIRS = {"“": "”", "‘": "’"}
_DIGITS = frozenset("0123456789")
_URL = re.compile(r"(?i)(?:https?://|www\.|[\w.+-]+@|[a-z0-9-]+(?:\.[a-z0-9-]+)+/)")
_URL_JOINT = re.compile(r"(?<=[/:])(?![/:])|(?=[.?&=#_%@])(?<!^)")
_OTHER_SCRIPT = re.compile(r"[\u0590-\u1cff\u2c00-\u2dff\ua4d0-\uabff\U00010000-\U0001efff]")
"""Letters of scripts whose breaks only UAX #14 knows: Hebrew, Arabic, Thai, Tibetan …"""
_WORD_JOINT = re.compile(r"(?<=[^\W\d_]{2}[-–—\u2010])(?=[^\W\d_]{2})")


def units(text: str, region: str = "CN") -> Units:
    """Group the characters of a paragraph.

    ``region`` CN makes · a half-em point, TW and HK a full-em mark (R6).
    """
    classes = bytearray(map(CLASSES.__getitem__, text))
    _share(text, classes)
    for match in _NUMBER_JOINT.finditer(text):
        classes[match.start()] = WIDE
    if region != "CN":
        classes = classes.replace(bytes((POINT,)), bytes((MIDDLE,)))

    starts: list[int] = []
    kinds: list[int] = []
    for group in _GROUPS.finditer(classes):
        start, end = group.span()
        kind = classes[start]
        if kind == WEST:
            for joint in _west_joints(text[start:end]):
                starts.append(start + joint)
                kinds.append(WEST)
            if text[start:end].strip("%‰°′″") == "":
                kinds[-1] = POST
            continue
        starts.append(start)
        if end - start > 1:
            if kind == RULE:
                kind = DASH
            elif kind == BANG and classes[start + 1] == BANG:
                kind = CHAIN
            elif kind == PRE:
                kind = WIDE
        kinds.append(kind)
    for index in range(1, len(kinds) - 1):
        if kinds[index] == SPACE and {kinds[index - 1], kinds[index + 1]} in _HAN_WEST:
            kinds[index] = GAP
    starts.append(len(text))
    return Units(text, tuple(starts), tuple(kinds))


_HAN_WEST = ({HAN, WEST}, {ITER, WEST})


def _west_joints(word: str) -> list[int]:
    """Where a run of Western characters may part without a hyphen: after a typed hyphen between words, and at the
    joints of web and mail addresses (R24).
    """
    if _OTHER_SCRIPT.search(word):
        return [0, *uax14.joints(word)]
    pattern = _URL_JOINT if _URL.match(word) else _WORD_JOINT
    return [0, *(m.start() for m in pattern.finditer(word) if 0 < m.start() < len(word))]


def _share(text: str, classes: bytearray) -> None:
    """Give every shared code point its class: the two quotation marks of a pair are of one kind (R2)."""
    places = [match.start() for match in _SHARED.finditer(text)]
    if not places:
        return
    chinese = any(CLASSES[char] in (HAN, ITER) for char in text)
    open_quotes: list[int] = []
    for at in places:
        char = text[at]
        classes[at] = _shared(text, at, classes, chinese)
        if char in "“‘":
            open_quotes.append(at)
        elif char in "”’" and open_quotes and PAIRS[text[open_quotes[-1]]] == char and not _apostrophe(text, at):
            first = open_quotes.pop()
            if WEST in (classes[first], classes[at]) and classes[first] != classes[at]:
                classes[first], classes[at] = CLASSES[text[first]], CLASSES[char]


def _apostrophe(text: str, at: int) -> bool:
    """Whether ’ stands inside a Latin word."""
    return text[at] == "’" and 0 < at < len(text) - 1 and _is_west(text[at - 1]) and _is_west(text[at + 1])


def _shared(text: str, at: int, classes: bytearray, chinese: bool) -> int:
    """The class of a shared code point from its neighbours; ``chinese``: the paragraph has Han characters."""
    char = text[at]
    before = text[at - 1] if at else ""
    after = text[at + 1] if at + 1 < len(text) else ""
    if char in "-\u2010\u2011–/":
        if _is_west(before) and _is_west(after):
            return WEST
        if char not in "/–" and after in _DIGITS and not _is_west(before):
            return WEST  # a minus: 气温-3℃ (R25)
        if not before.strip() and not after.strip():
            return WEST
        return SOLIDUS if char == "/" else HYPHEN
    if _apostrophe(text, at):
        return WEST
    latin_before, latin_after = _side(text, at, -1, classes), _side(text, at, 1, classes)
    if latin_before is None or latin_after is None:  # the edge of the paragraph: its script decides
        western = not chinese and bool(latin_before or latin_after)
    else:
        western = latin_before and latin_after
    return WEST if western else CLASSES[char]


def _is_west(char: str) -> bool:
    return char != "" and CLASSES[char] == WEST


def _side(text: str, at: int, step: int, classes: bytearray) -> bool | None:
    """Whether the nearest letter on one side is Latin; ``None`` if there is none. Digits, marks and spaces do not
    tell Chinese from Latin (R2).
    """
    at += step
    while 0 <= at < len(text):
        char = text[at]
        kind = classes[at]
        if kind in (HAN, ITER, WIDE):
            return False
        if kind == WEST and char.isalpha() and char not in SHARED:
            return True
        if kind in MARKS and char not in SHARED:
            return False
        at += step
    return None
