"""SVG files as drawings of flat shapes. What is not flat and plain (text, pictures, gradients, transparency, clipping,
effects) cannot be brought to a press unharmed and is told, each with its place, all at once."""

from __future__ import annotations

from math import hypot, sqrt

from printlayout.art.outline import BadOutline, raw_outline
from printlayout.art.svg_style import (
    START,
    Matrix,
    Sheet,
    colour,
    look,
    matrix,
    number,
    numbers,
    read_sheet,
    times,
)
from printlayout.art.svg_tree import BadSvg, Element, SvgFault, read_tree
from printlayout.model.art import UNIT, Drawing, Shape

SILENT = ("", "title", "desc", "metadata", "defs", "symbol", "clipPath", "mask", "filter", "linearGradient",
          "radialGradient", "pattern", "marker", "style", "script")  # fmt: skip
"""Elements that draw nothing by themselves; what refers to them is judged where it does."""
SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon")
GROUPS = ("g", "a", "svg")
DEEPEST = 20
"""``use`` within ``use``."""
MOST_DRAWN = 50_000
"""Elements drawn, those that are used many times counted many times: ten uses of ten uses of ten … never end."""
MOST_POINTS = 2_000_000
"""Coordinates of all that is drawn."""
FARTHEST = 1e9
"""Coordinates beyond this are no place on a drawing, nor are those that are no numbers."""


def read_svg(data: bytes) -> tuple[Drawing | None, list[SvgFault]]:
    """The drawing of a file, or ``None`` and all that keeps it from being one."""
    try:
        root = read_tree(data)
    except BadSvg as bad:
        return None, [bad.fault]
    reader = _Reader(root)
    try:
        return reader.drawing(), reader.faults
    except BadSvg as bad:
        return None, [*reader.faults, bad.fault]


class _Reader:
    """Reads one file."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.faults: list[SvgFault] = []
        self.sheet: Sheet = {}
        self.ids: dict[str, Element] = {}
        self.shapes: list[Shape] = []
        self.points = 0
        self.drawn = 0
        self.box = (0.0, 0.0, 0.0, 0.0)

    def drawing(self) -> Drawing | None:
        self._gather(self.root)
        box = self._box()
        if box is None:
            self.faults.append(self.root.fault("svg-size", "viewBox"))
            return None
        self.box = left, top, width, height = box
        scale = UNIT / max(width, height)
        start = (scale, 0.0, 0.0, scale, -left * scale, -top * scale)
        self._parts(self.root, look(self.root, START, self.sheet), start, 0)
        if not self.shapes and not self.faults:
            self.faults.append(self.root.fault("svg-empty", "svg"))
        if self.faults:
            return None
        return Drawing(round(width * scale), round(height * scale), tuple(self.shapes))

    def _gather(self, element: Element) -> None:
        if "id" in element.attributes:
            self.ids.setdefault(element.attributes["id"], element)
        if element.name == "style":
            read_sheet(element, self.sheet, self.faults)
        for part in element.parts:
            self._gather(part)

    def _box(self) -> tuple[float, float, float, float] | None:
        given = numbers(self.root.attributes.get("viewBox", ""))
        if len(given) == 4:
            box = (given[0], given[1], given[2], given[3])
        else:
            sides = [number(self.root.attributes.get(side, "")) or 0.0 for side in ("width", "height")]
            box = (0.0, 0.0, sides[0], sides[1])
        return box if 0 < box[2] < 1e7 and 0 < box[3] < 1e7 and max(box[2:]) / min(box[2:]) < 1000 else None

    # -- elements -------------------------------------------------------------------------------------------

    def _parts(self, element: Element, style: dict[str, str], at: Matrix, depth: int) -> None:
        for part in element.parts:
            self._element(part, style, at, depth)

    def _element(self, element: Element, parent: dict[str, str], at: Matrix, depth: int) -> None:
        if element.name in SILENT:
            return
        self.drawn += 1
        if self.drawn > MOST_DRAWN:
            raise BadSvg(element.fault("svg-large", str(MOST_DRAWN)))
        style = look(element, parent, self.sheet)
        if style.get("display") == "none" or _value(style, "opacity") == 0:
            return
        if element.name not in (*SHAPES, *GROUPS, "use"):
            kind = "svg-text" if element.name in ("text", "tspan", "textPath") else "svg-unread"
            self.faults.append(element.fault(kind, f"<{element.name}>"))
            return
        if not self._plain(element, style):
            return
        turned = matrix(style.get("transform", ""))
        if turned is None:
            self.faults.append(element.fault("svg-unread", f"transform {style['transform'][:40]}"))
            return
        here = times(turned, at)
        if element.name == "use":
            self._use(element, style, here, depth)
        elif element.name in GROUPS:
            if element.name == "svg":
                self.faults.append(element.fault("svg-unread", "<svg> in <svg>"))
                return
            self._parts(element, style, here, depth)
        else:
            self._shape(element, style, here)

    def _plain(self, element: Element, style: dict[str, str]) -> bool:
        """Whether nothing is asked for that flat ink cannot do."""
        fine = True
        asked = [name for name in ("clip-path", "mask", "filter", "marker", "marker-start", "marker-mid", "marker-end")
                 if style.get(name, "none") != "none"]  # fmt: skip
        asked += [] if style.get("mix-blend-mode", "normal") == "normal" else ["mix-blend-mode"]
        for name in asked:
            self.faults.append(element.fault("svg-effect", name))
            fine = False
        if _value(style, "opacity") < 1:
            self.faults.append(element.fault("svg-opacity", f"opacity {style['opacity']}"))
            fine = False
        return fine

    def _use(self, element: Element, style: dict[str, str], at: Matrix, depth: int) -> None:
        target = self.ids.get(element.attributes.get("href", "").removeprefix("#"))
        if target is None or depth >= DEEPEST:
            self.faults.append(element.fault("svg-unread", f"use {element.attributes.get('href', '')[:40]}"))
            return
        x, y = (number(element.attributes.get(key, "0")) or 0.0 for key in ("x", "y"))
        moved = times((1, 0, 0, 1, x, y), at)
        if target.name != "symbol":
            self._element(target, style, moved, depth + 1)
            return
        box = numbers(target.attributes.get("viewBox", ""))
        width, height = (number(element.attributes.get(key, "")) for key in ("width", "height"))
        if len(box) == 4 and width and height and box[2] > 0 and box[3] > 0:
            scale = min(width / box[2], height / box[3])
            spare = ((width - box[2] * scale) / 2, (height - box[3] * scale) / 2)
            moved = times((scale, 0, 0, scale, spare[0] - box[0] * scale, spare[1] - box[1] * scale), moved)
        self._parts(target, look(target, style, self.sheet), moved, depth + 1)

    # -- shapes ---------------------------------------------------------------------------------------------

    def _shape(self, element: Element, style: dict[str, str], at: Matrix) -> None:
        if style["visibility"] != "visible":
            return
        colours = {}
        for part in ("fill", "stroke"):
            found = colour(style[part], style["color"])
            opacity = _value(style, f"{part}-opacity")
            if found is None:
                kind = "svg-effect" if "url(" in style[part] else "svg-colour"
                self.faults.append(element.fault(kind, f"{part} {style[part][:40]}"))
                return
            if found and 0 < opacity < 1:
                self.faults.append(element.fault("svg-opacity", f"{part}-opacity {style[f'{part}-opacity']}"))
                return
            colours[part] = found if opacity else ""
        width = number(style["stroke-width"], hypot(*self.box[2:]) / sqrt(2))
        if width is None:
            self.faults.append(element.fault("svg-unread", f"stroke-width {style['stroke-width'][:40]}"))
            return
        if not width:
            colours["stroke"] = ""
        if not any(colours.values()):
            return
        d = _path_of(element, self.box)
        try:
            if d is None:
                raise BadOutline(element.name)
            ops, points = raw_outline(d)
        except BadOutline as bad:
            self.faults.append(element.fault("svg-unread", f"<{element.name}>: {bad}"))
            return
        if not ops:
            return
        self.points += len(points)
        if self.points > MOST_POINTS:
            raise BadSvg(element.fault("svg-large", f"{MOST_POINTS} points"))
        a, b, c, e, x, y = at
        placed = [(a * px + c * py + x, b * px + e * py + y) for px, py in zip(points[::2], points[1::2], strict=True)]
        scale = sqrt(abs(a * e - b * c))
        if colours["stroke"] and abs(hypot(a, b) - hypot(c, e)) > 0.02 * scale:
            self.faults.append(element.fault("svg-effect", "stroke + transform"))
            return
        if not all(abs(value) < FARTHEST for point in placed for value in point) or not width * scale < FARTHEST:
            self.faults.append(element.fault("svg-outside", f"<{element.name}>"))  # not numbers any more, some of them
            return
        self._inside(element, placed)
        dash = () if style["stroke-dasharray"] == "none" else tuple(numbers(style["stroke-dasharray"]))
        self.shapes.append(
            Shape(
                ops,
                tuple(round(value) for point in placed for value in point),
                colours["fill"] if _encloses(ops) else "",
                colours["stroke"],
                round(width * scale) if colours["stroke"] else 0,
                style["fill-rule"] == "evenodd",
                style["stroke-linecap"] if style["stroke-linecap"] in ("round", "square") else "butt",
                style["stroke-linejoin"] if style["stroke-linejoin"] in ("round", "bevel") else "miter",
                tuple(round(min(value * scale, FARTHEST)) for value in dash) if any(dash) else (),
            )
        )

    def _inside(self, element: Element, points: list[tuple[float, float]]) -> None:
        """Tell of what a browser would cut off at the drawing's edge; handles of curves may lie a little outside."""
        width, height = (side * UNIT / max(self.box[2:]) for side in self.box[2:])
        loose = UNIT * 0.03
        across, down = [x for x, _ in points], [y for _, y in points]
        if min(across) < -loose or min(down) < -loose or max(across) > width + loose or max(down) > height + loose:
            self.faults.append(element.fault("svg-outside", f"<{element.name}>"))


def _encloses(ops: str) -> bool:
    """Whether a path can enclose an area: a straight line cannot."""
    return "c" in ops or ops.count("l") > 1


def _value(style: dict[str, str], name: str) -> float:
    text = style.get(name, "1")
    found = number(text, 1)
    return 1.0 if found is None else found


def _path_of(element: Element, box: tuple[float, float, float, float]) -> str | None:
    """The path data of any shape."""
    given = element.attributes

    def value(key: str, whole: float = 0.0) -> float:
        return number(given.get(key, "0"), whole) or 0.0

    if element.name == "path":
        return given.get("d", "")
    if element.name == "line":
        return f"M{value('x1')} {value('y1')} L{value('x2')} {value('y2')}"
    if element.name in ("polyline", "polygon"):
        points = numbers(given.get("points", ""))
        if len(points) < 4 or len(points) % 2:
            return None
        closed = "Z" if element.name == "polygon" else ""
        return "M" + " ".join(map(str, points[:2])) + " L" + " ".join(map(str, points[2:])) + closed
    if element.name == "rect":
        x, width = value("x", box[2]), value("width", box[2])
        y, height = value("y", box[3]), value("height", box[3])
        return _rect(x, y, width, height, given.get("rx"), given.get("ry"))
    x, y = value("cx", box[2]), value("cy", box[3])
    rx, ry = (value("r"), value("r")) if element.name == "circle" else (value("rx"), value("ry"))
    if rx <= 0 or ry <= 0:
        return ""
    return f"M{x - rx} {y} A{rx} {ry} 0 1 1 {x + rx} {y} A{rx} {ry} 0 1 1 {x - rx} {y} Z"


def _rect(x: float, y: float, width: float, height: float, rx: str | None, ry: str | None) -> str:
    if width <= 0 or height <= 0:
        return ""
    one = number(rx or ry or "0") or 0.0
    other = number(ry or rx or "0") or 0.0
    one, other = min(one, width / 2), min(other, height / 2)
    if one <= 0 or other <= 0:
        return f"M{x} {y} H{x + width} V{y + height} H{x} Z"
    arc = f"A{one} {other} 0 0 1"
    return (
        f"M{x + one} {y} H{x + width - one} {arc} {x + width} {y + other} V{y + height - other} "
        f"{arc} {x + width - one} {y + height} H{x + one} {arc} {x} {y + height - other} "
        f"V{y + other} {arc} {x + one} {y} Z"
    )
