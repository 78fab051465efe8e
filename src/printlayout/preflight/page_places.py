"""Checks of where things stand: text and trim, text and text, text and pictures, text and what is painted later."""

from __future__ import annotations

from printlayout.base.geometry import Rect
from printlayout.model.display import DisplayList, Glyphs
from printlayout.model.press import PressProfile
from printlayout.preflight.ground import Ground, Placed, edges, text_box
from printlayout.preflight.page_inks import place
from printlayout.preflight.registry import Teller


def check_places(page: DisplayList, ground: Ground, press: PressProfile, teller: Teller) -> None:
    """Everything about the boxes of text."""
    texts = [
        (placed, placed.item, text_box(placed.item))
        for placed in ground.items
        if isinstance(placed.item, Glyphs) and placed.item.gids and placed.kind != "mark"
    ]
    trim = Rect(0, 0, page.width, page.height)
    safe = trim.grown(-press.safe)
    for placed, run, box in texts:
        if not safe.contains(box):
            _near_trim(page, run, box, trim, press, teller)
        if ground.areas:
            _areas(page, ground, placed, run, teller)
    if page.fold:
        _fold(page, [run for placed, run, _ in texts if run.text], teller)
    _collisions(page, [run for _, run, _ in texts], teller)


def _near_trim(page: DisplayList, run: Glyphs, box: Rect, trim: Rect, press: PressProfile, teller: Teller) -> None:
    span, text = place(page, run.src), run.text[:12]
    inner = text_box(run, inner=True)
    if not trim.contains(inner):
        teller.tell("preflight.outside-trim", span, text=text)
        return
    distance = min(box.x, box.y, trim.right - box.right, trim.bottom - box.bottom)
    shown, least = f"{max(0, distance) * 25.4 / 72_000:.1f}", f"{press.safe * 25.4 / 72_000:.1f}"
    teller.tell("preflight.near-trim", span, text=text, distance=shown, least=least)


def _fold(page: DisplayList, runs: list[Glyphs], teller: Teller) -> None:
    """Characters that the fold of a spread goes through, each run once: where its two pages meet they are hard to read,
    and halved if the pages are printed apart."""
    for run in runs:
        box = text_box(run)
        if not box.x < page.fold < box.right:
            continue
        if run.direction != "ltr":
            teller.tell("preflight.text-on-fold", place(page, run.src), text=run.text[:1], line=run.text[:12])
            continue
        clear = run.size // 10
        for at, text in zip(run.xs, run.texts, strict=True):
            left = run.x + at
            if text >= "\u2e80" and left + clear < page.fold < left + run.size - clear and text.strip():
                teller.tell("preflight.text-on-fold", place(page, run.src), text=text, line=run.text[:12])
                break


def _areas(page: DisplayList, ground: Ground, placed: Placed, run: Glyphs, teller: Teller) -> None:
    """Text that something painted later hides, and text on a picture."""
    inner = text_box(run, inner=True)
    later = ground.over(placed, inner)
    if later is not None:
        teller.tell("preflight.text-covered", place(page, run.src), text=run.text[:12], by=place(page, later.src))
        return
    if ground.pictures(placed, inner):
        below = ground.under(placed, inner)
        if below is None or below.ink is None:  # a box between the picture and the text is as good as paper
            teller.tell("preflight.text-on-picture", place(page, run.src), text=run.text[:12])


def _collisions(page: DisplayList, runs: list[Glyphs], teller: Teller) -> None:
    """Pairs of runs whose inked parts overlap: a sweep from top to bottom."""
    worded = (run for run in runs if run.text)  # readings belong to their characters
    boxes = sorted(((edges(text_box(run, inner=True)), run) for run in worded), key=lambda pair: pair[0][1])
    still: list[tuple[int, int, int, Glyphs]] = []
    for (left, top, right, bottom), run in boxes:
        still = [entry for entry in still if entry[2] > top]
        for start, end, _, earlier in still:
            if start < right and left < end:
                teller.tell(
                    "preflight.text-collides",
                    place(page, run.src),
                    text=run.text[:12],
                    other=earlier.text[:12],
                    place=place(page, earlier.src),
                )
        still.append((left, right, bottom, run))
