"""Checks of codes a machine reads: modules large enough for this press."""

from __future__ import annotations

from printlayout.layout.codes import fitted
from printlayout.model.art import Code
from printlayout.model.issue import Page
from printlayout.model.press import PressProfile
from printlayout.preflight.registry import Teller


def check_codes(page: Page, press: PressProfile, teller: Teller) -> None:
    """Every code of the page's furniture."""
    for thing in page.layout.furniture:
        code = thing.art
        if not isinstance(code, Code):
            continue
        least = press.qr_module if code.kind == "qr" else press.bar_module
        align = thing.plan.align if thing.plan else "center"
        module = fitted(code, thing.rect, align, thing.valign, press).module
        # rounding down to whole pixels of the plate is ours, not the page's fault
        if module + 72_000 // press.device // 2 < least:
            need = max(least, 1) * code.modules
            teller.tell(
                "preflight.code-small", thing.span,
                module=f"{float(module) * 25.4 / 72_000:.2f}", least=f"{least * 25.4 / 72_000:.2f}",
                width=f"{need * 25.4 / 72_000:.0f}",
            )  # fmt: skip
