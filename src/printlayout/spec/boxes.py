"""Boxes as written become boxes of the model; what cannot be drawn or would crowd its text is told."""

from __future__ import annotations

from printlayout.base.units import Mpt
from printlayout.model.layout import Box, Padding, Stroke
from printlayout.model.ornament import Pattern
from printlayout.spec.box_keys import SIDES, BoxKeys, PaddingKeys, PatternKeys
from printlayout.spec.styling import Styling

ROUND = ("plain", "double", "thick-thin", "thin-thick", "dotted", "dashed")
"""Rules that go round a corner."""


def box_of(keys: BoxKeys | None, styling: Styling) -> Box | None:
    """A box as a value."""
    if keys is None:
        return None
    stroke, radius = styling.stroke(keys.stroke), styling.measure(keys.radius)
    if radius and ((stroke and stroke.kind not in ROUND) or set(keys.sides) != set(SIDES)):
        styling.at.fault("block.radius", keys.at("radius"))
        radius = 0
    return Box(
        styling.ink(keys.fill),
        stroke,
        styling.measure(keys.outset),
        keys.sides,
        radius,
        _pattern(keys.pattern, styling),
        _padding(keys.padding, styling),
    )


def check_room(keys: BoxKeys, box: Box, styling: Styling) -> None:
    """Tell a box of a slot that comes nearer to the text than half a 字 (page.md), measured from the inner edge of its
    rule; of a side without a rule, or where nothing is drawn, nothing is asked."""
    if box.fill is None and box.pattern is None and box.stroke is None:
        return
    if box.fill is None and box.pattern is None and not {"left", "right"} & set(box.sides):
        return
    side = box.padding.side if box.padding else 0
    room = box.outset + side - (inner(box.stroke) if box.stroke else 0)
    if room < styling.em // 2:
        at = "padding" if keys.padding else "outset"
        styling.at.collector.warn("block.tight", keys.at(at), room=f"{max(0, room) / styling.em:.2f}", want="0.5")


def inner(stroke: Stroke) -> Mpt:
    """How far a rule reaches inward of the line it stands on."""
    width = stroke.width
    if stroke.kind in ("thick-thin", "thin-thick"):
        return width * 2 + max(250, width // 4) // 2
    if stroke.kind == "double":
        return width * 3 // 2
    return width * 5 // 2 if stroke.kind == "wavy" else width // 2


def _padding(keys: PaddingKeys | None, styling: Styling) -> Padding | None:
    if keys is None:
        return None
    side = styling.measure(keys.side)
    if side % styling.em:
        near = max(1, round(side / styling.em))
        styling.at.fault("block.padding", keys.at("side"), side=f"{side / styling.em:.2f}", near=near)
    return Padding(side, keys.top, keys.bottom)


def _pattern(keys: PatternKeys | None, styling: Styling) -> Pattern | None:
    ink = styling.ink(keys.ink) if keys else None
    if keys is None or ink is None:
        return None
    pitch, width = styling.measure(keys.pitch), styling.measure(keys.width)
    if width >= pitch:
        styling.at.fault("block.pattern", keys.at("width"))
    return Pattern(keys.kind, ink, pitch, width)
