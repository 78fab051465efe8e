"""How fine a picture is where it stands."""

from __future__ import annotations

from printlayout.base.diagnostics import NOWHERE, Finding, Severity, Span
from printlayout.base.geometry import Rect
from printlayout.images.probe import ImageInfo
from printlayout.model.press import NEWSPRINT, PressProfile

FULL = 100_000
WHOLE = (0, 0, FULL, FULL)


def ppi(pixels: tuple[int, int], crop: tuple[int, int, int, int], rect: Rect) -> int:
    """Effective pixels per inch, the coarser of the two directions, rounded down.

    ``pixels``: width and height as seen. ``crop``: the part that fills ``rect``, in 1/100000 of each.
    """
    across = pixels[0] * (crop[2] - crop[0]) * 72_000 // (FULL * max(rect.width, 1))
    down = pixels[1] * (crop[3] - crop[1]) * 72_000 // (FULL * max(rect.height, 1))
    return min(across, down)


def judge(
    info: ImageInfo,
    path: str,
    crop: tuple[int, int, int, int],
    rect: Rect,
    span: Span = NOWHERE,
    press: PressProfile = NEWSPRINT,
    page: int = 0,
) -> Finding | None:
    """What there is to tell about a picture's fineness at its place; nothing if it will do. Pictures of one bit, which
    no screen softens, have limits of their own.
    """
    found = ppi((info.width, info.height), crop, rect)
    art = info.bits == 1
    wanted, least = (press.art_low, press.art_least) if art else (press.ppi_low, press.ppi_least)
    if found >= wanted:
        return None
    args = {"path": path, "page": f"{page:02d}", "ppi": str(found), "wanted": str(wanted), "least": str(least)}
    if found < least:
        return Finding("picture.very-low-resolution", Severity.ERROR, span, args)
    return Finding("picture.low-resolution", Severity.WARNING, span, args)
