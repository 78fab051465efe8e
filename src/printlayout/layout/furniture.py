"""Furniture: the fixed things of a page, folio line 报眉, banner, rules, with the issue's variables filled in."""

from __future__ import annotations

from collections.abc import Mapping

from printlayout.base.diagnostics import Collector
from printlayout.layout.art import paint_drawing
from printlayout.layout.boxes import paint_box
from printlayout.layout.codes import paint_code
from printlayout.layout.fitting import fit_lines
from printlayout.layout.paint import Sources
from printlayout.layout.paragraph import Setter
from printlayout.layout.rules import paint_stroke
from printlayout.layout.shown import paint_shown
from printlayout.model.art import Code, Drawing
from printlayout.model.display import Fill, Item
from printlayout.model.layout import Furniture
from printlayout.model.press import PressProfile
from printlayout.model.story import Run


def fill_in(text: str, variables: Mapping[str, str]) -> str:
    """Replace ``{name}`` by its value; names without a value were reported when the issue was read."""
    for name, value in variables.items():
        text = text.replace("{" + name + "}", value)
    return text


def paint_furniture(
    thing: Furniture, variables: Mapping[str, str], press: PressProfile, setter: Setter, sources: Sources,
    collector: Collector,
) -> list[Item]:  # fmt: skip
    """The items of one piece of furniture."""
    rect, src = thing.rect, sources.id(thing.span)
    if thing.kind == "fill" and thing.ink:
        return [Fill(rect, thing.ink, src)]
    if thing.kind == "box" and thing.box:
        return paint_box(thing.box, rect, src)
    if isinstance(thing.art, Drawing) and thing.plan:
        return paint_drawing(thing.art, rect, thing.plan.align, thing.valign, thing.plan.inks, press, src)
    if isinstance(thing.art, Code):
        return paint_code(thing, thing.art, press, setter, sources, collector)
    if thing.kind == "rule" and thing.stroke:
        if rect.width >= rect.height:
            y = rect.y + rect.height // 2
            return paint_stroke(thing.stroke, rect.x, y, rect.right, y, src)
        x = rect.x + rect.width // 2
        return paint_stroke(thing.stroke, x, rect.y, x, rect.bottom, src)
    if thing.kind != "text":
        return []
    text = fill_in(thing.text, variables).strip()
    style = thing.style
    if not text or style is None:
        return []
    texts = [[Run(line, "text", thing.span)] for line in text.split("\n")]
    lines, size = fit_lines(texts, style, rect.width, setter, collector)
    pitch = max(style.leading, size * 5 // 4)
    height = (len(lines) - 1) * pitch + size
    if height > rect.height:
        collector.warn("layout.furniture-too-small", thing.span, text=text)
    top = rect.y
    if thing.valign == "middle":
        top += (rect.height - height) // 2
    elif thing.valign == "bottom":
        top += rect.height - height
    rows = [(line, rect.x, top + number * pitch, size) for number, line in enumerate(lines)]
    behind, words = paint_shown(rows, style, sources, rect.width, rect.x)
    return [*behind, *words]
