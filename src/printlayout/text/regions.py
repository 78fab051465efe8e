"""Whose conventions a text follows, from its language tag (R10, R33, R37)."""

from __future__ import annotations

from printlayout.base.value import replace
from printlayout.model.style import Composition

LANGUAGES = {"CN": "zh-Hans", "TW": "zh-Hant-TW", "HK": "zh-Hant-HK"}
"""The tag that chooses a region's glyph forms."""


def region_of(lang: str) -> str | None:
    """CN, TW or HK for a Chinese language tag, ``None`` for another language. Traditional script without a region
    is Taiwan's."""
    parts = lang.lower().replace("_", "-").split("-")
    if parts[0] not in ("zh", "yue", "cmn"):
        return None
    if "hk" in parts or "mo" in parts or parts[0] == "yue":
        return "HK"
    if "tw" in parts or "hant" in parts:
        return "TW"
    return "CN"


def composed_for(composition: Composition, lang: str) -> Composition:
    """The composition for a text in ``lang``: its region's marks and its glyph forms, the rest as the house has it."""
    region = region_of(lang)
    if region is None or lang == composition.lang:
        return composition
    if region == composition.region:
        return replace(composition, lang=lang)
    return replace(composition, region=region, lang=LANGUAGES[region])
