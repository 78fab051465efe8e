"""Ads of a page as written become what is placed: files looked for, slots looked up."""

from __future__ import annotations

from pathlib import Path

from printlayout.model.issue import PlacedPdf
from printlayout.spec.ad_keys import AdKeys, ReadyKeys
from printlayout.spec.advice import near_args
from printlayout.spec.issue_keys import PageKeys
from printlayout.spec.layouts import Loaded
from printlayout.spec.paths import find_file
from printlayout.spec.shapes import Reading

FOLDER = "ads"


def page_ads(keys: PageKeys, loaded: Loaded, root: Path, at: Reading) -> tuple[PlacedPdf, ...]:
    """The ads of a page. A slot misspelt is an error, one left empty a warning."""
    slots = loaded.keys.ads
    made: list[PlacedPdf] = []
    for slot, ad in keys.ads.items():
        if slot not in slots:
            span = keys.name_at("ads", slot, ad.span)
            at.fault(
                "spec.unknown-name", span, kind_zh="广告位", kind_en="ad slot", name=slot[:60], **near_args(slot, slots)
            )
            continue
        placed = _placed(slot, ad, slots[slot].accept, root, at)
        if placed is not None:
            made.append(placed)
    for slot in slots:
        if slot not in keys.ads and "ads" not in keys.faulty:
            at.collector.warn("ad.empty", keys.at("ads"), slot=slot, page=keys.page.said)
    return tuple(made)


def ready_page(keys: PageKeys, root: Path, at: Reading) -> PlacedPdf | None:
    """The PDF a page comes as; nothing else may be put on it."""
    if keys.pdf is None:
        return None
    for part in ("stories", "pictures", "ads"):
        if getattr(keys, part):
            at.fault("ad.ready-and-more", keys.at(part), page=keys.page.said, key=part)
    return _placed("", keys.pdf, keys.pdf.accept, root, at)


def _placed(slot: str, keys: AdKeys | ReadyKeys, accept: str, root: Path, at: Reading) -> PlacedPdf | None:
    span = keys.at("file")
    if not keys.file:
        return None
    path = find_file(root, keys.file, FOLDER, "ad.missing", span, at)
    if path is None:
        return None
    return PlacedPdf(
        slot=slot,
        path=str(path),
        page=keys.page,
        box=keys.box,
        fit=keys.fit,
        tolerance=keys.tolerance.mpt(),
        accept=accept,
        span=span,
    )
