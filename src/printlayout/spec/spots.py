"""Spot inks of a layout: names that presses keep for themselves, one alternate a plate."""

from __future__ import annotations

from collections.abc import Mapping

from printlayout.spec.shapes import Reading
from printlayout.spec.style_keys import InkKeys

RESERVED = ("All", "None", "Cyan", "Magenta", "Yellow", "Black", "Default", "DeviceCMYK", "DeviceGray", "DeviceRGB")
"""Names with a meaning of their own in a file (ISO 32000-1 8.6.6.4) or on the press."""


def check_spots(inks: Mapping[str, InkKeys], at: Reading) -> None:
    """Tell spot inks that can't be: reserved names, no alternate, two alternates for one plate."""
    first: dict[str, tuple[str, tuple[int, int, int, int]]] = {}
    for name, ink in inks.items():
        if not ink.spot:
            continue
        if ink.spot.casefold() in (word.casefold() for word in RESERVED):
            at.fault("pdf.spot-reserved", ink.at("spot"), spot=ink.spot)
            continue
        parts = (ink.c, ink.m, ink.y, ink.k)
        if not any(parts) and not {"c", "m", "y", "k"} & set(ink.faulty):
            at.fault(
                "spec.missing-key", ink.span, key="c, m, y, k", owner="inks",
                want_zh="替代色的百分数", want_en="the alternate in percent", example="m: 95",
            )  # fmt: skip
        other, known = first.setdefault(ink.spot, (name, parts))
        if known != parts:
            at.fault("pdf.spot-differs", ink.at("spot"), spot=ink.spot, other=other)
