"""Vector drawings into their place: as large as it holds them, each colour as an ink of the press."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from printlayout.base.geometry import Rect
from printlayout.base.value import replace
from printlayout.model.art import Drawing
from printlayout.model.display import Item, Path
from printlayout.model.ink import BLACK, WHITE, Ink
from printlayout.model.press import PressProfile


def paint_drawing(
    drawing: Drawing, rect: Rect, align: str, valign: str, inks: Mapping[str, Ink], press: PressProfile, src: int
) -> list[Item]:
    """The shapes of a drawing. ``inks`` says what a colour is printed in; the others go by :func:`ink_of`."""
    place = area(drawing, rect, align, valign)
    scale = Fraction(place.width, drawing.width)
    table = {colour: inks.get(colour) or ink_of(colour, press) for colour in drawing.colours}
    items: list[Item] = []
    for shape in drawing.shapes:
        points = tuple((place.y if at % 2 else place.x) + round(value * scale) for at, value in enumerate(shape.points))
        made = Path(
            ops=shape.ops,
            points=points,
            src=src,
            fill=table.get(shape.fill),
            stroke=table.get(shape.stroke),
            width=round(shape.width * scale),
            even_odd=shape.even_odd,
            dash=tuple(round(part * scale) for part in shape.dash),
            cap=shape.cap,
            join=shape.join,
        )
        items.append(replace(made, stroke=None) if made.stroke and not made.width else made)
    return items


def area(drawing: Drawing, rect: Rect, align: str, valign: str) -> Rect:
    """Where a drawing stands in a rectangle: as large as fits, in its own proportions."""
    ratio = min(Fraction(rect.width, drawing.width), Fraction(rect.height, drawing.height))
    width, height = round(drawing.width * ratio), round(drawing.height * ratio)
    left = {"left": 0, "right": rect.width - width}.get(align, (rect.width - width) // 2)
    top = {"top": 0, "bottom": rect.height - height}.get(valign, (rect.height - height) // 2)
    return Rect(rect.x + left, rect.y + top, width, height)


def ink_of(colour: str, press: PressProfile) -> Ink:
    """A screen colour as an ink. Greys are black ink alone and #000 is full black, so that they need no register;
    #fff is paper; other colours go through the press's profile, as pictures do, rounded to whole per cent, and with
    inks under 3 % left away: they would only show as a speckle."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    if red == green == blue:
        black = round((255 - red) * 1000 / 255)
        return BLACK if black == 1000 else WHITE if not black else BLACK.tint(black)
    from printlayout.colour.solid import solid
    from printlayout.images.srgb import srgb_profile

    made = solid((red, green, blue), press.icc, srgb_profile(), press.coverage_aim)
    cyan, magenta, yellow, black = (round(part / 10) * 10 if part >= 30 else 0 for part in made)
    return Ink(colour, cyan, magenta, yellow, black)
