"""How SVG elements look: presentation attributes, a style sheet of simple rules, ``style``; colours and transforms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import cos, radians, sin, tan

from printlayout.art.svg_tree import Element, SvgFault

Matrix = tuple[float, float, float, float, float, float]
PLAIN: Matrix = (1, 0, 0, 1, 0, 0)
INHERITED = (
    "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "fill-rule", "color",
    "visibility", "fill-opacity", "stroke-opacity",
)  # fmt: skip
OWN = ("opacity", "display", "clip-path", "mask", "filter", "marker", "marker-start", "marker-mid", "marker-end",
       "mix-blend-mode", "transform")  # fmt: skip
START: dict[str, str] = {
    "fill": "black", "stroke": "none", "stroke-width": "1", "stroke-linecap": "butt", "stroke-linejoin": "miter",
    "stroke-dasharray": "none", "fill-rule": "nonzero", "color": "black", "visibility": "visible",
    "fill-opacity": "1", "stroke-opacity": "1",
}  # fmt: skip
NAMED = {
    "black": "#000000", "white": "#ffffff", "red": "#ff0000", "lime": "#00ff00", "blue": "#0000ff",
    "yellow": "#ffff00", "cyan": "#00ffff", "aqua": "#00ffff", "magenta": "#ff00ff", "fuchsia": "#ff00ff",
    "gray": "#808080", "grey": "#808080", "silver": "#c0c0c0", "maroon": "#800000", "green": "#008000",
    "navy": "#000080", "olive": "#808000", "purple": "#800080", "teal": "#008080", "orange": "#ffa500",
}  # fmt: skip
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_STEP = re.compile(r"\s*,?\s*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)\s*")
_SIMPLE = re.compile(r"[.#]?[A-Za-z_][\w-]*")

Sheet = dict[str, dict[str, str]]


def declared(text: str) -> dict[str, str]:
    """The declarations of a style."""
    pairs = (part.partition(":") for part in text.split(";"))
    return {
        name.strip().lower(): value.replace("!important", "").strip() for name, colon, value in pairs if colon.strip()
    }


def read_sheet(element: Element, sheet: Sheet, faults: list[SvgFault]) -> None:
    """Put the rules of a ``style`` element into the sheet: an element's name, a class or an id each, no more."""
    first, *others = element.text.replace("<!--", "").replace("-->", "").split("/*")
    text = first + "".join(part.partition("*/")[2] for part in others)
    # Cut at the braces, not matched by a pattern, which would look for the missing end of a long text at every place.
    for rule in text.split("}")[:-1]:
        selectors, _, said = rule.rpartition("{")
        for selector in selectors.rpartition("{")[2].split(","):
            name = selector.strip()
            if name.startswith("@"):
                continue
            if _SIMPLE.fullmatch(name):
                sheet.setdefault(name, {}).update(declared(said))
            else:
                faults.append(element.fault("svg-unread", f"style {name[:40]}"))


def look(element: Element, parent: Mapping[str, str], sheet: Sheet) -> dict[str, str]:
    """The properties in force at an element: what it inherits, its attributes, the sheet, its ``style``."""
    own: dict[str, str] = {
        name: value.strip() for name, value in element.attributes.items() if name in INHERITED or name in OWN
    }
    classes = [f".{name}" for name in element.attributes.get("class", "").split()]
    for selector in (element.name, *classes, f"#{element.attributes.get('id', '')}"):
        own |= sheet.get(selector, {})
    own |= declared(element.attributes.get("style", ""))
    own = {name: value for name, value in own.items() if value != "inherit"}
    return {name: value for name, value in parent.items() if name in INHERITED} | own


def colour(value: str, current: str) -> str | None:
    """A colour as ``#rrggbb``, empty for none; ``None`` if it is no flat colour."""
    text = value.strip().lower()
    if text in ("none", "transparent"):
        return ""
    if text == "currentcolor":
        return colour(current, "black") if current.lower() != "currentcolor" else "#000000"
    if re.fullmatch(r"#[0-9a-f]{6}", text):
        return text
    if re.fullmatch(r"#[0-9a-f]{3}", text):
        return "#" + "".join(digit * 2 for digit in text[1:])
    parts = re.fullmatch(r"rgb\(\s*([^)]*)\)", text)
    if parts:
        values = re.split(r"[\s,]+", parts[1].strip())
        try:
            scaled = [float(v[:-1]) * 2.55 if v.endswith("%") else float(v) for v in values]
        except ValueError:
            return None
        if len(scaled) == 3 and all(0 <= v <= 255.5 for v in scaled):
            return "#" + "".join(f"{round(v):02x}" for v in scaled)
        return None
    return NAMED.get(text)


def number(text: str, whole: float = 0) -> float | None:
    """A length in user units (CSS pixels); a percentage is of ``whole``; ``None`` if it is none."""
    match = re.fullmatch(rf"\s*({_NUMBER})\s*(px|pt|pc|mm|cm|in|%)?\s*", text) if len(text) < 100 else None
    if match is None:
        return None
    scale = {"pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96, "%": whole / 100}
    return float(match[1]) * scale.get(match[2] or "", 1)


def numbers(text: str) -> list[float]:
    """All numbers in a text."""
    return [float(found) for found in re.findall(_NUMBER, text)]


def matrix(text: str) -> Matrix | None:
    """A ``transform``; ``None`` if it cannot be read."""
    made, at = PLAIN, 0
    for step in _STEP.finditer(text):
        if step.start() != at:
            return None
        at = step.end()
        one = _step(step[1], numbers(step[2]))
        if one is None:
            return None
        made = times(one, made)
    return made if at == len(text) or not text.strip() else None


def _step(name: str, v: list[float]) -> Matrix | None:
    match name, len(v):
        case "matrix", 6:
            return (v[0], v[1], v[2], v[3], v[4], v[5])
        case "translate", 1 | 2:
            return (1, 0, 0, 1, v[0], v[1] if len(v) > 1 else 0)
        case "scale", 1 | 2:
            return (v[0], 0, 0, v[-1], 0, 0)
        case "rotate", 1 | 3:
            c, s = cos(radians(v[0])), sin(radians(v[0]))
            x, y = (v[1], v[2]) if len(v) == 3 else (0.0, 0.0)
            return (c, s, -s, c, x - c * x + s * y, y - s * x - c * y)
        case "skewX", 1:
            return (1, 0, tan(radians(v[0])), 1, 0, 0)
        case "skewY", 1:
            return (1, tan(radians(v[0])), 0, 1, 0, 0)
    return None


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """First ``inner``, then ``outer``."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
