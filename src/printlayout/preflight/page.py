"""Checks of a finished page, on its display list. Work goes by runs, rules and areas, never by single glyphs."""

from __future__ import annotations

from printlayout.base.diagnostics import Collector
from printlayout.model.display import DisplayList
from printlayout.model.issue import Issue, Page
from printlayout.model.press import PressProfile
from printlayout.preflight.ground import Ground
from printlayout.preflight.page_codes import check_codes
from printlayout.preflight.page_content import check_content
from printlayout.preflight.page_inks import check_inks
from printlayout.preflight.page_makeup import check_makeup
from printlayout.preflight.page_places import check_places
from printlayout.preflight.page_tints import check_tints
from printlayout.preflight.registry import Teller


def check_page(issue: Issue, page: Page, display: DisplayList, press: PressProfile, collector: Collector) -> None:
    """Tell everything that must not, or should not, go to press like this; each finding with the place in YAML or
    story the thing came from."""
    teller = Teller(collector, press.severities)
    ground = Ground(display)
    check_content(issue, page, display, teller)
    check_places(display, ground, press, teller)
    check_inks(display, ground, press, teller)
    check_codes(page, display, ground, press, teller)
    check_makeup(page, display, teller)
    check_tints(page, display, ground, press, teller)
