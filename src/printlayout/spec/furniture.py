"""Furniture as written becomes furniture of the model: on a single page, on each page of a spread, turned over on the
odd or the even pages."""

from __future__ import annotations

from collections.abc import Iterator

from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass, replace
from printlayout.model.index import IndexLook
from printlayout.model.layout import Furniture, Grid
from printlayout.model.style import Style
from printlayout.spec.art_plan import DRAWN, art_plan
from printlayout.spec.boxes import box_of
from printlayout.spec.layout_keys import FurnitureKeys
from printlayout.spec.pictures import edges
from printlayout.spec.positions import furniture_rect
from printlayout.spec.shapes import Reading
from printlayout.spec.styling import Styling

EVEN, ODD = "even", "odd"
OTHER_SIDE = {"left": "right", "right": "left"}
NEEDED = {
    "text": ("text", "style"), "fill": ("ink",), "rule": ("stroke",), "box": ("box",), "art": ("file",),
    "qr": ("text",), "barcode": ("text",), "index": ("style",),
}  # fmt: skip
_WANTED = {
    "text": ("文字", "the text"), "style": ("样式", "its style"), "ink": ("底色", "its ink"),
    "stroke": ("线", "its stroke"), "box": ("框", "its box"), "file": ("图形文件", "its file"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where furniture stands: the grid it counts in, how far places given by x are moved, so that they keep to the type
    area, and whether the page is even or odd."""

    grid: Grid
    shift: Mpt = 0
    side: str = ""


@dataclass(frozen=True, slots=True)
class Sheets:
    """The page as a whole and, on a spread, its two pages. ``mirror`` names the side that is turned over."""

    whole: Sheet
    halves: tuple[Sheet, ...]
    mirror: str = ""


def furniture(keys: FurnitureKeys, sheets: Sheets, styling: Styling, at: Reading) -> Iterator[Furniture | None]:
    """The pieces one entry makes: none where it stands on the other pages only, two on a spread that has it on each;
    ``None`` in place of a faulty one, which was told."""
    for sheet, text in _places(keys, sheets):
        if keys.pages in ("all", sheet.side) or not sheet.side:
            made = _piece(keys, sheet, text, styling, at)
            turned = keys.mirror and sheet.side and sheets.mirror == sheet.side
            yield mirrored(made, sheet) if made is not None and turned else made


def _places(keys: FurnitureKeys, sheets: Sheets) -> Iterator[tuple[Sheet, str]]:
    if keys.each and sheets.halves:
        for sheet, said in zip(sheets.halves, ("{page-left}", "{page-right}"), strict=True):
            yield sheet, keys.text.replace("{page}", said)
    else:
        yield sheets.whole, keys.text


def mirrored(thing: Furniture, sheet: Sheet) -> Furniture:
    """The same on the other side of the type area; text stays readable, but ranged left it is ranged right."""
    rect = replace(thing.rect, x=2 * sheet.grid.left + sheet.grid.width - thing.rect.right)
    plan = thing.plan and replace(thing.plan, align=OTHER_SIDE.get(thing.plan.align, thing.plan.align))
    index = thing.index and replace(thing.index, page=_turned(thing.index.page))
    return replace(thing, rect=rect, style=_turned(thing.style), plan=plan, index=index)


def _turned(style: Style | None) -> Style | None:
    return style and replace(style, align=OTHER_SIDE.get(style.align, style.align))


def _piece(keys: FurnitureKeys, sheet: Sheet, text: str, styling: Styling, at: Reading) -> Furniture | None:
    style, ink, stroke = styling.style(keys.style), styling.ink(keys.ink), styling.stroke(keys.stroke)
    rect = furniture_rect(keys, sheet.grid, at)
    for part in NEEDED[keys.kind]:
        if part not in keys.places and "kind" not in keys.faulty:
            zh, en = _WANTED[part]
            at.fault("spec.missing-key", keys.span, key=part, owner="furniture", want_zh=zh, want_en=en, example="…")
    if rect is None:
        return None
    if "x" in keys.places:
        rect = replace(rect, x=rect.x + sheet.shift)
    rect = _off_grid(rect, keys, styling, at)
    span = keys.at("text") if keys.kind in ("text", "qr", "barcode") else keys.span
    page_style = styling.style(keys.page_style) if keys.page_style else style
    return Furniture(
        kind=keys.kind,
        rect=rect,
        text=keys.file if keys.kind == "art" else text,
        style=style,
        ink=ink,
        stroke=stroke,
        valign=keys.valign,
        span=span,
        box=box_of(keys.box, styling),
        plan=art_plan(keys, styling) if keys.kind in DRAWN else None,
        index=IndexLook(page_style, keys.page_text, keys.between) if keys.kind == "index" else None,
    )


def _off_grid(rect: Rect, keys: FurnitureKeys, styling: Styling, at: Reading) -> Rect:
    """The rectangle with its edges moved outwards by the amounts stated."""
    if keys.edges is None:
        return rect
    off = edges(keys.edges, styling)
    width, height = rect.width + off.left + off.right, rect.height + off.top + off.bottom
    moved = Rect(rect.x - off.left, rect.y - off.top, width, height)
    if moved.width > 0 and moved.height > 0:
        return moved
    at.fault("spec.no-extent", keys.at("edges"), key="edges")
    return rect
