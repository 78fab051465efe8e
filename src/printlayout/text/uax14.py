"""Line breaks of scripts that are neither Chinese nor Latin, by UAX #14 (door: uniseg, imported when first needed)."""

from __future__ import annotations


def joints(text: str) -> list[int]:
    """Positions inside a text where UAX #14 lets a line end."""
    from uniseg.linebreak import line_break_boundaries

    return [at for at in line_break_boundaries(text) if 0 < at < len(text)]
