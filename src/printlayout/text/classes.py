"""Composition classes of characters: one table from which breaking, spacing and justification follow (R1-R31).

A class is a small ``int`` so that the engine works on arrays of numbers. What a shared code point is (“ — … · - /)
depends on its neighbours and is decided in :mod:`printlayout.text.units`.
"""

from __future__ import annotations

import unicodedata

(
    HAN,  # ideographs, kana, full-width symbols: 1 em, set solid (R1)
    OPEN,  # “ ‘ （ 《 …: blank on the left
    CLOSE,  # ” ’ ） 》 …: blank on the right
    COMMA,  # ， 、
    SEMI,  # ； ：
    STOP,  # 。 ．
    BANG,  # ？ ！
    CHAIN,  # ？！ ！！！: rigid (R8, R28)
    MIDDLE,  # ・ and, outside the mainland, · : 1 em, blank on both sides
    POINT,  # · on the mainland: half an em, fixed (R6)
    DASH,  # —— ⸺: 2 em (R3)
    ELLIPSIS,  # …… ⋯⋯: 2 em (R4)
    HYPHEN,  # 短横线 - – between Chinese: half an em (R5)
    RULE,  # 一字线 —: 1 em (R5)
    WAVE,  # 浪纹线 ～: 1 em (R5)
    SOLIDUS,  # 分隔号 / ／: half an em (R7)
    ITER,  # 々 〻: never opens a line (R18)
    WIDE,  # １ Ａ ％ ￥: full-width letters, digits and their signs, one unit in a run (R26)
    WEST,  # anything set in its own width: Latin, digits, their signs
    SPACE,  # typed spaces, one run
    GAP,  # a typed space that stands for the Han-Latin space (R65)
    IDSPACE,  # U+3000: a character of 1 em (R29)
    NOTE,  # superscripts, reference and combining marks: stay with the character before (R27)
    PRE,  # ￥ №: signs before a number (R18)
    POST,  # ％ ℃ ㎡: signs and units after a number (R18, R25)
) = range(25)

CLASS_COUNT = 25

_TABLE: dict[str, int] = {}
for _chars, _class in (
    ("“‘（《〈【〔〖［｛『「〘〚｟", OPEN),
    ("”’）》〉】〕〗］｝』」〙〛｠", CLOSE),
    ("，、﹐﹑", COMMA),
    ("；：﹔﹕", SEMI),
    ("。．｡﹒", STOP),
    ("？！﹖﹗‼⁇⁈⁉", BANG),
    ("・･", MIDDLE),
    ("·‧", POINT),
    ("～〜゠", WAVE),
    ("／", SOLIDUS),
    ("—", RULE),
    ("…⋯‥︙", ELLIPSIS),
    ("⸺", DASH),
    ("々〻ゝゞヽヾー", ITER),
    # small kana do not open a line either; Japanese words do occur in Chinese papers
    ("ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ", ITER),
    ("¹²³⁰⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ†‡", NOTE),
    ("￥＄￡№", PRE),
    ("％﹪￠℃℉㎡㎥㎜㎝㎞㎏㏄", POST),
    (" \u00a0\t\n\r\u2002\u2003\u2009\u202f", SPACE),
    ("\u3000", IDSPACE),
    ("－＋＝", WIDE),
    ("※〇", HAN),
):
    for _char in _chars:
        _TABLE[_char] = _class

SHARED = frozenset("“”‘’—…⋯-\u2010\u2011–/")
"""Code points that Chinese and Latin text share: their class depends on the neighbours (R2, R5, R7)."""


class _Classes(dict[str, int]):
    """Class of every character, computed at first use and kept."""

    def __missing__(self, char: str) -> int:
        found = self[char] = _classify(char)
        return found


def _classify(char: str) -> int:
    code = ord(char)
    category = unicodedata.category(char)
    if category in ("Mn", "Me", "Mc") or 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF:
        return NOTE
    if 0xFF01 <= code <= 0xFF5E or 0xFFE0 <= code <= 0xFFE6:
        return WIDE
    width = unicodedata.east_asian_width(char)
    if width in ("W", "F"):
        return HAN
    # ① → ■: Chinese fonts draw these on the full em though Unicode calls their width ambiguous
    if width == "A" and code >= 0x2100 and (category in ("So", "No", "Nl") or 0x2190 <= code <= 0x21FF):
        return HAN
    return WEST


CLASSES = _Classes(_TABLE)
"""``CLASSES[char]`` is the class of a character that stands among Chinese."""

FULL_MARKS = frozenset((OPEN, CLOSE, COMMA, SEMI, STOP, BANG, MIDDLE))
"""Full-width marks that have blank to give (R9)."""

MARKS = FULL_MARKS | {CHAIN, POINT, DASH, ELLIPSIS, HYPHEN, RULE, WAVE, SOLIDUS}
"""Everything that is punctuation rather than content (R52 counts content)."""
