"""What a layout says of a piece of art or of a code."""

from __future__ import annotations

from printlayout.model.art import ArtPlan
from printlayout.spec.art_keys import ArtKeys
from printlayout.spec.styling import Styling

DRAWN = ("art", "qr", "barcode")
"""Kinds of furniture that show something made or read from a file."""


def art_plan(keys: ArtKeys, styling: Styling) -> ArtPlan:
    """What a layout says of a piece of art."""
    inks = {}
    for colour, use in keys.colours.items():
        ink = styling.ink(use)
        if ink:
            inks[colour.lower()] = ink
    return ArtPlan(inks, keys.correction, keys.addon, styling.measure(keys.reduction), keys.align, keys.art_page)
