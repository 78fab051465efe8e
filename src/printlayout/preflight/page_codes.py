"""Checks of codes a machine reads: modules large enough for this press, nothing in their quiet zones."""

from __future__ import annotations

from printlayout.base.geometry import Rect
from printlayout.layout.codes import fitted
from printlayout.model.art import Code
from printlayout.model.display import DisplayList, Glyphs, Image, Item, Line
from printlayout.model.issue import Page
from printlayout.model.layout import Furniture
from printlayout.model.press import PressProfile
from printlayout.preflight.ground import Ground, line_box, text_box
from printlayout.preflight.page_inks import place
from printlayout.preflight.registry import Teller


def check_codes(page: Page, display: DisplayList, ground: Ground, press: PressProfile, teller: Teller) -> None:
    """Every code of the page's furniture."""
    for thing in page.layout.furniture:
        code = thing.art
        if not isinstance(code, Code):
            continue
        least = press.qr_module if code.kind == "qr" else press.bar_module
        stands = fitted(code, thing.rect, thing.plan.align if thing.plan else "center", thing.valign, press)
        # rounding down to whole pixels of the plate is ours, not the page's fault
        if stands.module + 72_000 // press.device // 2 < least:
            need = max(least, 1) * code.modules
            teller.tell(
                "preflight.code-small", thing.span,
                module=f"{float(stands.module) * 25.4 / 72_000:.2f}", least=f"{least * 25.4 / 72_000:.2f}",
                width=f"{need * 25.4 / 72_000:.0f}",
            )  # fmt: skip
        _disturbed(thing, stands.rect, display, ground, teller)


def _disturbed(thing: Furniture, rect: Rect, display: DisplayList, ground: Ground, teller: Teller) -> None:
    """Text, rules and pictures that are not the code's own on its paper, quiet zones included."""
    for placed in ground.items:
        item = placed.item
        box = _box(item)
        if box is None or not box.overlaps(rect):
            continue
        span = place(display, item.src)
        if span != thing.span:
            teller.tell("preflight.code-disturbed", thing.span, place=span)
            return


def _box(item: Item) -> Rect | None:
    match item:
        case Glyphs() if item.gids:
            return text_box(item, inner=True)
        case Line():
            return line_box(item)
        case Image():
            return item.rect
    return None
