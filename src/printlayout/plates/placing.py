"""The pages of other PDFs on a page of ours, plate by plate: as files our writer places where the originals stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from printlayout.base.diagnostics import NOWHERE, Finding, Severity, Span
from printlayout.base.value import replace
from printlayout.images import PictureFault
from printlayout.model.display import DisplayList, Placed
from printlayout.model.ink import Ink
from printlayout.pdf.forms import placed_items
from printlayout.plates.spaces import PROCESS

if TYPE_CHECKING:
    from printlayout.plates.page import PlacedPage

Key = tuple[str, int]
"""The file and the page of it."""


class PlacedPages:
    """What of other PDFs stands on a page. ``prints_spots``: whether the press has plates for spot inks.

    :raises PictureFault: if a file that looked sound can't be read after all; the finding names its place.
    """

    def __init__(self, display: DisplayList, prints_spots: bool) -> None:
        from printlayout.pdf.placed import PlacedFault
        from printlayout.plates.page import PlacedPage

        self._pages: dict[Key, PlacedPage] = {}
        self._display = display
        for item in placed_items(display):
            key = (item.path, item.page)
            if key in self._pages:
                continue
            try:
                self._pages[key] = PlacedPage(Path(item.path).read_bytes(), item.page, prints_spots)
            except (OSError, PlacedFault) as fault:
                args = {"file": Path(item.path).name, "reason": str(fault)}
                raise PictureFault(Finding("ad.unreadable", Severity.ERROR, _span(display, item), args)) from fault

    def spots(self) -> dict[str, Ink]:
        """The spot inks of all of them, in full, with their alternates."""
        found: dict[str, Ink] = {}
        for page in self._pages.values():
            for name, parts in page.spots.items():
                cyan, magenta, yellow, black = (
                    round(min(1.0, max(0.0, parts.get(ink, 0.0))) * 1000) for ink in PROCESS
                )
                found.setdefault(name, Ink(name, cyan, magenta, yellow, black, name))
        return found

    def on_plate(self, plate: str) -> dict[str, bytes]:
        """Each as one plate, by the path :func:`renamed` gives it."""
        return {_path(*key): page.plate(plate) for key, page in self._pages.items()}

    def findings(self) -> Iterator[Finding]:
        """What could not be taken apart, at the entry that places it; complete when the plates are made."""
        for item in dict.fromkeys(placed_items(self._display)):
            for apart in self._pages[item.path, item.page].apart:
                code = "pdf.placed-estimated" if apart.estimated else "pdf.placed-not-separated"
                args = {"file": Path(item.path).name, "what": apart.what, "object": str(apart.number or "—")}
                yield Finding(code, Severity.WARNING, _span(self._display, item), args)


def renamed(item: Placed) -> Placed:
    """An item that places a plate instead of its page."""
    return replace(item, path=_path(item.path, item.page), page=1)


def _path(path: str, page: int) -> str:
    return f"{path}#{page}"


def _span(display: DisplayList, item: Placed) -> Span:
    return display.sources[item.src] if 0 <= item.src < len(display.sources) else NOWHERE
