"""Ads and ready pages onto a finished page: each file opened, examined as the press wants it, measured, placed.

Loaded only for pages that have any. What a file breaks is told at its entry in ``issue.yaml``, as an error or, where
the slot accepts it, as a warning.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from printlayout.base.diagnostics import Collector, Finding, Severity
from printlayout.base.geometry import Rect
from printlayout.base.messages import hint, message, what
from printlayout.base.units import Mpt, to_mm
from printlayout.base.value import replace
from printlayout.layout.paint import Sources
from printlayout.makeup.ads import common, distorted, fitted, off_size
from printlayout.model.display import DisplayList, FrameBox, Group, Placed
from printlayout.model.issue import Issue, Page, PlacedPdf
from printlayout.model.press import PressProfile
from printlayout.pdf.placed import PlacedFault, Source
from printlayout.preflight.file import check_file

JUDGED = (
    "preflight.font-", "preflight.colour-", "preflight.flat-coverage", "preflight.transparency",
    "preflight.blend-mode", "preflight.group-colour", "preflight.black-knocks-out", "preflight.white-overprints",
    "preflight.opi", "preflight.postscript", "preflight.reference", "preflight.alternate-image", "preflight.transfer",
    "preflight.halftone", "preflight.image-", "preflight.file-external", "preflight.file-unchecked",
)  # fmt: skip
"""Checks of a file that hold for a part of ours too. Not those of what does not come along: the file's own metadata,
output intent, page boxes, annotations, attachments."""


def place(display: DisplayList, issue: Issue, page: Page, collector: Collector) -> DisplayList:
    """The page with its ads on it, or, if it came ready, with that under everything else."""
    sources = Sources(list(display.sources))
    groups, frames = list(display.groups), list(display.frames)
    trim = Rect(0, 0, display.width, display.height)
    if page.ready is not None:
        item = _placed(page.ready, trim, display.bleed, issue.press, sources, collector)
        if item is not None:
            groups.insert(0, Group("ready", "page", (item,)))
    slots = {slot.name: slot for slot in page.layout.ads}
    for ad in page.ads:
        rect = slots[ad.slot].rect
        frames.append(FrameBox("ad", ad.slot, rect))
        item = _placed(ad, rect, 0, issue.press, sources, collector)
        if item is not None:
            groups.append(Group("ad", ad.slot, (item,)))
    return replace(display, groups=tuple(groups), frames=tuple(frames), sources=tuple(sources.spans))


def _placed(
    ad: PlacedPdf, rect: Rect, bleed: Mpt, press: PressProfile, sources: Sources, collector: Collector
) -> Placed | None:
    try:
        data = Path(ad.path).read_bytes()
        with Source(data) as source:
            source.page(ad.page)
            for finding in examine(ad, data, source, press, _scale(ad, rect, source)):
                collector.add(finding)
            return _fitted(ad, rect, bleed, source, sources.id(ad.span), collector)
    except OSError as fault:
        collector.error("ad.unreadable", ad.span, file=ad.name, reason=fault.strerror or fault)
    except PlacedFault as fault:
        if fault.kind == "no-page":
            collector.error("ad.no-page", ad.span, file=ad.name, page=ad.page, count=fault.detail)
        elif fault.kind == "encrypted":
            collector.error("ad.encrypted", ad.span, file=ad.name)
        else:
            collector.error("ad.unreadable", ad.span, file=ad.name, reason=fault.detail)
    return None


def _scale(ad: PlacedPdf, rect: Rect, source: Source) -> tuple[float, float]:
    """How many times as wide and high as in its file an ad is printed, in the file's own directions."""
    width, height = (round(side * 1000) for side in source.size(ad.page, ad.box))
    on_page = fitted(rect, width, height, ad.fit)
    unit = float(source.unit(ad.page))
    across, down = unit * on_page.width / width, unit * on_page.height / height
    return (down, across) if source.turn(ad.page) in (90, 270) else (across, down)


def examine(
    ad: PlacedPdf, data: bytes, source: Source, press: PressProfile, scale: tuple[float, float] = (1, 1)
) -> list[Finding]:
    """What the page breaks of the press's standard and limits, each as the ad's own finding; its pictures by what they
    are at ``scale``, the size it is printed at. Of a file of several pages the one page is examined by itself, and
    objects go by their numbers there.
    """
    if source.count > 1:
        data = _alone(source, ad.page)
    told = Collector()
    check_file(data, press, press.standard, told, ad.name, scale=scale)
    ours = message("ad.breaks")
    found: list[Finding] = []
    for finding in told.findings:
        if not finding.code.startswith(JUDGED) and finding.code != "preflight.file-unreadable":
            continue
        severity = Severity.WARNING if ad.accept == "warn" else finding.severity
        severity = min(severity, finding.severity)
        args = {
            "file": ad.name, "standard": f"PDF/{press.standard}", "check": finding.code,
            "accepted": str(severity < finding.severity),
            "what_zh": what(finding, "zh"), "what_en": what(finding, "en"),
            "hint_zh": hint(finding, "zh") + ours.hint_zh, "hint_en": f"{hint(finding, 'en')} {ours.hint_en}".strip(),
        }  # fmt: skip
        found.append(Finding("ad.breaks", severity, ad.span, args))
    if source.hides(ad.page):
        severity = Severity.WARNING if ad.accept == "warn" else Severity.ERROR
        found.append(Finding("ad.hidden-layers", severity, ad.span, {"file": ad.name}))
    return found


def _alone(source: Source, number: int) -> bytes:
    made = BytesIO()
    source.extracted(number, made)
    return made.getvalue()


def _fitted(ad: PlacedPdf, rect: Rect, bleed: Mpt, source: Source, src: int, collector: Collector) -> Placed:
    """Measure the page's box, tell if it is not what the place is, and put it there."""
    width, height = (round(side * 1000) for side in source.size(ad.page, ad.box))
    tell = collector.warn if ad.accept == "warn" else collector.error
    slot = ad.slot or "—"
    size = {"size": _mm(width, height), "want": _mm(rect.width, rect.height)}
    if ad.fit == "exact" and off_size(rect, width, height, ad.tolerance):
        turned = not off_size(rect, height, width, ad.tolerance)
        tell("ad.turned" if turned else "ad.size", ad.span, file=ad.name, slot=slot, box=ad.box, **size)
    elif ad.fit == "stretch" and distorted(rect, width, height):
        collector.warn("ad.distorted", ad.span, file=ad.name, slot=slot, **size)
    on_page = fitted(rect, width, height, ad.fit)
    if bleed and ad.box == "trim":
        around = [round(side * 1000 * on_page.width / width) for side in source.around(ad.page, "bleed", "trim")]
        if min(around) < bleed - ad.tolerance:
            tell("ad.no-bleed", ad.span, file=ad.name, has=f"{to_mm(min(around)):.1f}", want=f"{to_mm(bleed):.1f}")
        left, top, right, bottom = around
        on_page = Rect(on_page.x - left, on_page.y - top, on_page.width + left + right, on_page.height + top + bottom)
        return Placed(ad.path, ad.page, "bleed", on_page, common(on_page, rect.grown(bleed)), src)
    return Placed(ad.path, ad.page, ad.box, on_page, common(on_page, rect), src)


def _mm(width: Mpt, height: Mpt) -> str:
    return f"{to_mm(width):.1f}×{to_mm(height):.1f}"
