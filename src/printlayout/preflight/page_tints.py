"""Checks of text on tints 底纹: whether they are far enough apart to be read on this press."""

from __future__ import annotations

from printlayout.model.display import DisplayList, Glyphs
from printlayout.model.issue import Page
from printlayout.model.press import PressProfile
from printlayout.preflight.ground import Ground, Region, text_box
from printlayout.preflight.page_inks import place, points
from printlayout.preflight.registry import Teller

LARGE = 24_000
"""Headlines from this size on hold with half the contrast."""


def check_tints(page: Page, display: DisplayList, ground: Ground, press: PressProfile, teller: Teller) -> None:
    """Text on a flat ground, and the patterns of boxes under text. A source is told of once."""
    told: set[tuple[int, str]] = set()
    for placed in ground.items if ground.areas else ():
        run = placed.item
        if isinstance(run, Glyphs) and run.gids and placed.kind != "mark":
            _text(display, run, ground.under(placed, text_box(run)), press, teller, told)
    for slot in page.layout.slots:
        pattern = slot.box.pattern if slot.box else None
        if pattern is None:
            continue
        if pattern.ink.darkness > press.tint_most:
            teller.tell(
                "preflight.pattern-dark", slot.span,
                ink=pattern.ink.name, dark=_percent(pattern.ink.darkness), most=_percent(press.tint_most),
            )  # fmt: skip
        if pattern.width < press.line_weak and pattern.ink.darkness < 1000:
            teller.tell("preflight.pattern-fine", slot.span, width=points(pattern.width), least=points(press.line_weak))


def _text(
    display: DisplayList, run: Glyphs, under: Region | None, press: PressProfile, teller: Teller,
    told: set[tuple[int, str]],
) -> None:  # fmt: skip
    if under is None or under.ink is None or not under.ink.coverage:
        return  # a picture, or bare paper
    dark, ground = run.ink.darkness, under.ink.darkness
    if dark >= ground:  # the darker of the two carries the other: black on a tint of any light ink is safe
        needed = 1000 - press.tint_most
        missing = needed - (dark - ground) if ground > press.tint_most else 0
        missing = max(missing, 400 - (dark - ground))
    else:
        missing = press.reverse_least - (ground - dark)
    allowed = press.reverse_least // 2 if run.size >= LARGE else 0
    if missing <= allowed or (run.src, under.ink.name) in told:
        return
    told.add((run.src, under.ink.name))
    teller.tell(
        "preflight.text-on-tint", place(display, run.src),
        text=run.text[:12], ground=under.ink.name, apart=_percent(abs(dark - ground)), dark=_percent(dark),
        under=_percent(ground), most=_percent(press.tint_most), least=_percent(press.reverse_least),
    )  # fmt: skip


def _percent(permille: int) -> str:
    return f"{permille / 10:g}"
