"""Checks of copy and its style sheet that composition itself cannot mend: the lints of R56, R63, R64."""

from __future__ import annotations

from printlayout.base.diagnostics import Collector, Span
from printlayout.model.issue import Page
from printlayout.model.layout import Slot
from printlayout.model.story import Run, Story

HEADLINE_ENDS = "，、；：。．,;:."
"""What no headline ends with; ？ ！ …… may stand (R63, GB/T 15834 B.4)."""
PHRASE_ENDS = "。．."
_CLAUSE_MARKS = "。！？；"


def check_copy(page: Page, collector: Collector) -> None:
    """Tell what the page's copy and styles break."""
    for placement in page.placements:
        slot = page.layout.slot(placement.slot)
        if slot is not None:
            _headline(placement.story, collector)
            _captions(placement.story, collector)
            _styles(slot, page, collector)


def _headline(story: Story, collector: Collector) -> None:
    for line in (*story.headline, *story.deck):
        text = line.text.rstrip()
        if text and text[-1] in HEADLINE_ENDS:
            collector.warn("copy.headline-mark", _last(line), mark=text[-1], text=text)


def _captions(story: Story, collector: Collector) -> None:
    """A caption that is a phrase has no final stop; one of several sentences keeps it (R64, GB/T 15834 A.1)."""
    for picture in (one for found in story.pictures for one in (found, *found.members)):
        if picture.caption is None:
            continue
        text = picture.caption.text.rstrip()
        if text[-1:] and text[-1] in PHRASE_ENDS and not any(mark in text[:-1] for mark in _CLAUSE_MARKS):
            collector.warn("copy.caption-mark", _last(picture.caption), mark=text[-1], text=text)


def _styles(slot: Slot, page: Page, collector: Collector) -> None:
    grid, body = page.layout.grid, slot.body
    if body.tracking < 0:
        collector.warn("copy.tight-body", slot.span, style=body.name)
    if grid.leading - body.size > body.size:
        gap = f"{(grid.leading - body.size) / body.size:.2f}"
        collector.warn("copy.wide-leading", slot.span, style=body.name, gap=gap)


def _last(run: Run) -> Span:
    """Place of a line's last character."""
    return run.span.shifted(len(run.text.rstrip()) - 1)
