"""Codes a machine reads: QR (ISO/IEC 18004) and EAN-13 with its add-ons (GS1 General Specifications 5.2). The only door
to segno."""

from __future__ import annotations

import re

from printlayout.base.units import Mpt
from printlayout.model.art import Code

LEFT = ("0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011")
"""The digits as number set A. Set C is its complement, set B is C read backwards."""
FIRST = ("AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB", "ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA")
"""Number sets of the left half, which say the first digit."""
FIVE = ("BBAAA", "BABAA", "BAABA", "BAAAB", "ABBAA", "AABBA", "AAABB", "ABABA", "ABAAB", "AABAB")
TWO = ("AA", "AB", "BA", "BB")
"""Number sets of the add-ons, which say their check value."""
QUIET, ADDON_GAP, ADDON_QUIET = (11, 7), 9, 5


class BadCode(ValueError):
    """What cannot be made a code; ``kind`` says why: digits, check, issn, addon, too-long."""

    def __init__(self, kind: str, detail: str = "") -> None:
        super().__init__(kind)
        self.kind = kind
        self.detail = detail


def qr_code(text: str, correction: str = "M") -> Code:
    """A QR code of at least that error correction (L, M, Q, H); a higher one is taken where it costs no room. Text is
    in UTF-8. :raises BadCode: if there is too much of it."""
    import segno

    try:
        made = segno.make_qr(text, error=correction.lower(), encoding=None if text.isascii() else "utf-8")
    except segno.DataOverflowError as fault:
        raise BadCode("too-long", str(len(text))) from fault
    rows = tuple("".join("1" if module else "0" for module in row) for row in made.matrix)
    return Code("qr", rows, (4, 4))


def check_digit(digits: str) -> int:
    """The check digit of the first twelve digits of an EAN-13."""
    return -sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits[:12])) % 10


def ean_of(text: str) -> str:
    """The thirteen digits of ``9771234567003`` or of ``ISSN 1234-5679`` (977, the ISSN without its check digit, variant
    00, check digit). :raises BadCode: if a check digit is wrong, or it is neither.
    """
    issn = re.fullmatch(r"(?:ISSN)?\s*([0-9]{4})-([0-9]{3})([0-9Xx])", text.strip())
    if issn:
        body = issn[1] + issn[2]
        rest = -sum(int(digit) * weight for digit, weight in zip(body, range(8, 1, -1), strict=True)) % 11
        wanted = "X" if rest == 10 else str(rest)
        if issn[3].upper() != wanted:
            raise BadCode("issn", wanted)
        digits = f"977{body}00"
        return f"{digits}{check_digit(digits)}"
    digits = re.sub(r"[\s-]", "", text)
    if not re.fullmatch(r"[0-9]{13}", digits):
        raise BadCode("digits", digits[:40])
    if int(digits[12]) != check_digit(digits):
        raise BadCode("check", str(check_digit(digits)))
    return digits


def barcode(text: str, addon: str = "", reduction: Mpt = 0) -> Code:
    """An EAN-13, with an add-on of two or five digits (the number of the issue). :raises BadCode: as :func:`ean_of`,
    or if the add-on is no two or five digits."""
    digits = ean_of(text)
    sets = FIRST[int(digits[0])]
    left = "".join(_digit(digit, of) for digit, of in zip(digits[1:7], sets, strict=True))
    right = "".join(_digit(digit, "C") for digit in digits[7:])
    bars = f"202{left}02020{right}202"
    words: list[tuple[int, str]] = [(-9, digits[0]), (3, digits[1:7]), (50, digits[7:])]
    if not addon:
        return Code("barcode", (bars,), QUIET, tuple(words), 0, reduction)
    start = len(bars) + ADDON_GAP
    words += [(start + 4 + 9 * place, digit) for place, digit in enumerate(addon)]
    row = bars + "0" * ADDON_GAP + _addon(addon)
    return Code("barcode", (row,), (QUIET[0], ADDON_QUIET), tuple(words), start, reduction)


def _digit(digit: str, of: str) -> str:
    bars = LEFT[int(digit)]
    if of == "A":
        return bars
    other = bars.translate(str.maketrans("01", "10"))
    return other if of == "C" else other[::-1]


def _addon(addon: str) -> str:
    if not re.fullmatch(r"[0-9]{2}|[0-9]{5}", addon):
        raise BadCode("addon", addon[:20])
    if len(addon) == 2:
        sets = TWO[int(addon) % 4]
    else:
        sets = FIVE[sum(int(digit) * (9 if place % 2 else 3) for place, digit in enumerate(addon)) % 10]
    return "1011" + "01".join(_digit(digit, of) for digit, of in zip(addon, sets, strict=True))
