"""What must hold between a spread 通版 of an issue and its layout, and the variables only a spread has."""

from __future__ import annotations

from printlayout.model.folio import Folio
from printlayout.model.layout import Grid, Slot
from printlayout.spec.issue_keys import IssueKeys, PageKeys
from printlayout.spec.layout_keys import LayoutKeys
from printlayout.spec.shapes import Reading


def check_spread(page: PageKeys, layout: LayoutKeys, at: Reading) -> None:
    """Two folios ask for a layout of two pages, and the other way round."""
    if {"page"} <= page.faulty or "page" not in page.places or "spread" in layout.faulty:
        return
    if page.page.last and not layout.spread:
        at.fault("spread.layout", page.at("layout"), layout=page.layout.name, page=page.page.said)
    elif layout.spread and not page.page.last:
        first = page.page.first - page.page.first % 2
        pair = f"{first}-{first + 1}" if first else "2-3"
        at.fault("spread.page", page.at("page"), layout=page.layout.name, page=page.page.said, pair=pair)


def folio_at(folio: Folio, slot: Slot, grid: Grid, right_bound: bool = False) -> int:
    """The number of the page a slot begins on: of a spread its left or its right one."""
    right = grid.half > 0 and slot.columns[0] > grid.half
    return folio.last if folio.last and right is not right_bound else folio.first


def bound_right(folio: Folio, issue: IssueKeys) -> bool:
    """Whether a page lies in a section that is bound on the right."""
    return any(s.binding == "right" and s.pages[0] <= folio.first <= s.pages[1] for s in issue.sections)


def spread_variables(folio: Folio, issue: IssueKeys) -> dict[str, str]:
    """``{page-left}`` and ``{page-right}`` of a spread. A paper bound on the right has the later page on the left."""
    if not folio.last:
        return {}
    left, right = reversed(folio.numbers) if bound_right(folio, issue) else folio.numbers
    return {"page-left": f"{left:02d}", "page-right": f"{right:02d}"}
