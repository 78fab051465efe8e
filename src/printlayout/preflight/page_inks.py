"""Checks of inks: how much of them lies on one spot, what is too fine for them, which of them have no place here."""

from __future__ import annotations

from collections import defaultdict

from printlayout.base.diagnostics import NOWHERE, Span
from printlayout.base.geometry import Rect
from printlayout.model.display import DisplayList, Fill, Glyphs, Item, Line, Path
from printlayout.model.ink import Ink
from printlayout.model.press import PressProfile
from printlayout.preflight.ground import (
    INKED,
    MM2,
    Ground,
    Placed,
    bounds,
    edges,
    full_black,
    length,
    line_box,
    overprints,
    polygon,
    rectangle,
    text_box,
)
from printlayout.preflight.registry import Teller

RICH = 900
"""From this much black (permille) on a mixed ink is black to the eye."""
BOLD = 600


def check_inks(page: DisplayList, ground: Ground, press: PressProfile, teller: Teller) -> None:
    """Coverage, lines, type sizes and inks of a page."""
    _Inks(page, ground, press, teller).check()


def place(page: DisplayList, src: int) -> Span:
    """Where an item comes from."""
    return page.sources[src] if 0 <= src < len(page.sources) else NOWHERE


def points(amount: int) -> str:
    """A length in points."""
    return f"{amount / 1000:g}"


class _Inks:
    def __init__(self, page: DisplayList, ground: Ground, press: PressProfile, teller: Teller) -> None:
        self.page, self.ground, self.press, self.teller = page, ground, press, teller
        self.over: dict[tuple[int, str, int], float] = defaultdict(float)
        """Square milli-points over the limit by source, name and coverage of what is printed there."""
        hot = press.coverage_limit - 1000
        self.hot = [
            (*edges(part), region.src, region.ink)
            for region, parts in ground.visible()
            if region.ink and region.ink.coverage - region.ink.black > hot
            for part in parts
        ]
        """Areas on which an overprinting black goes over the limit."""

    def check(self) -> None:
        """Everything in one walk over the items."""
        for placed in self.ground.items:
            if placed.kind == "mark":
                continue
            match placed.item:
                case Glyphs() as run if run.gids:
                    self._text(run, placed)
                case Line() as line:
                    self._line(line.width, line.ink, line_box(line), placed)
                    box = line_box(line)
                    self._spend(line, line.ink, box.width * box.height, box)
                case Path() as path if path.points:
                    self._path(path, placed)
                case Fill() as fill:
                    thin = min(fill.rect.width, fill.rect.height)
                    if 0 < thin < self.press.line_weak:
                        self._line(thin, fill.ink, fill.rect, placed)
                    self._registration(fill.ink, fill.src)
        for region, parts in self.ground.visible():
            if region.ink and region.ink.coverage > self.press.coverage_limit:
                key = (region.src, region.ink.name, region.ink.coverage)
                self.over[key] += sum(part.width * part.height for part in parts)
        for (src, name, coverage), area in self.over.items():
            if area > self.press.coverage_area * MM2:
                self._tell_coverage(src, name, coverage, area)

    def _tell_coverage(self, src: int, name: str, coverage: int, area: float) -> None:
        self.teller.tell(
            "preflight.coverage",
            place(self.page, src),
            ink=name,
            coverage=f"{coverage / 10:g}",
            limit=f"{self.press.coverage_limit / 10:g}",
            area=round(area / MM2),
        )

    # -- coverage -------------------------------------------------------------------------------------------

    def _spend(self, item: Item, ink: Ink, area: float, box: Rect) -> None:
        """Count an item's own coverage, or what it adds to the areas under it where it overprints."""
        src = item.src
        if ink.coverage > self.press.coverage_limit:
            self.over[src, ink.name, ink.coverage] += area
        if not self.hot or not overprints(item, self.press.overprint):
            return
        whole = box.width * box.height or 1
        x, y, right, bottom = edges(box)
        for left, top, far, low, under, ground in self.hot:
            if left < right and x < far and top < bottom and y < low and under != src:
                common = (min(right, far) - max(x, left)) * (min(bottom, low) - max(y, top))
                total = ground.coverage - ground.black + 1000
                self.over[src, f"{ground.name} + {ink.name}", total] += area * common / whole

    # -- text -----------------------------------------------------------------------------------------------

    def _text(self, run: Glyphs, placed: Placed) -> None:
        ink, press = run.ink, self.press
        box = text_box(run)
        self._registration(ink, run.src)
        self._spend(run, ink, len(run.gids) * run.size * run.size * INKED, box)
        if ink.coverage == 0 and run.text:  # a seam of paper round a solid letter says nothing and hides nothing
            self._invisible(run, placed, box)
        if run.outline:
            self._line(run.outline, ink, box, placed)
        if run.size < press.type:
            # a reading is half as large as its characters by rule (R70): it is told, and does not stop the page
            self.teller.tell(
                "preflight.type-small" if run.text else "preflight.reading-small",
                place(self.page, run.src),
                size=points(run.size),
                least=points(press.type),
            )
        elif run.size < press.type_weak and not full_black(ink):
            bold = weight_of(run.face) >= BOLD
            least = press.type_weak_bold if bold else press.type_weak
            reason = self._weak(ink, placed, box)
            if reason and run.size < least:
                self.teller.tell(
                    "preflight.type-weak",
                    place(self.page, run.src),
                    size=points(run.size),
                    least=points(least),
                    ink=ink.name,
                    reason_zh=reason[0],
                    reason_en=reason[1],
                )
        if run.size < press.rich_black and not ink.spot and ink.black >= RICH and ink.coverage > ink.black:
            self.teller.tell(
                "preflight.rich-black",
                place(self.page, run.src),
                ink=ink.name,
                size=points(run.size),
                least=points(press.rich_black),
            )

    def _invisible(self, run: Glyphs, placed: Placed, box: Rect) -> None:
        under = self.ground.under(placed, box)
        if under is None or (under.ink is not None and under.ink.coverage == 0):
            self.teller.tell(
                "preflight.invisible-text", place(self.page, run.src), text=run.text[:12], ink=run.ink.name
            )

    # -- lines ----------------------------------------------------------------------------------------------

    def _line(self, width: int, ink: Ink, box: Rect, placed: Placed) -> None:
        self._registration(ink, placed.item.src)
        if width >= self.press.line_weak:
            return
        span = place(self.page, placed.item.src)
        if width < self.press.line:
            self.teller.tell("preflight.line-thin", span, width=points(width), least=points(self.press.line))
            return
        reason = None if full_black(ink) else self._weak(ink, placed, box)
        if reason:
            self.teller.tell(
                "preflight.line-weak",
                span,
                width=points(width),
                least=points(self.press.line_weak),
                ink=ink.name,
                reason_zh=reason[0],
                reason_en=reason[1],
            )

    def _path(self, path: Path, placed: Placed) -> None:
        box = bounds(path.points)
        if path.stroke:
            self._line(path.width, path.stroke, box, placed)
            self._spend(path, path.stroke, length(path) * path.width, box)
        if path.fill:
            self._registration(path.fill, path.src)
            if rectangle(path) is None or overprints(path, 0):
                self._spend(path, path.fill, polygon(path), box)

    def _weak(self, ink: Ink, placed: Placed, box: Rect) -> tuple[str, str] | None:
        """Why an ink does not hold fine shapes."""
        if ink.plates > 1:
            return "由几种油墨套印", "printed in several inks"
        under = self.ground.under(placed, box)
        if under is not None and (under.ink is None or under.ink.coverage > ink.coverage):
            return "是反白", "reversed out of a darker ground"
        most = ink.amount if ink.spot else max(ink.cyan, ink.magenta, ink.yellow, ink.black)
        return ("是网点", "a tint, broken up by the screen") if 0 < most < 1000 else None

    def _registration(self, ink: Ink, src: int) -> None:
        if ink.spot == "All":
            self.teller.tell("preflight.registration-ink", place(self.page, src), ink=ink.name)


def weight_of(face: str) -> int:
    """The weight in a face's key, as ``宋-700``; 400 if there is none."""
    tail = face.rpartition("-")[2]
    return int(tail) if tail.isdigit() else 400
