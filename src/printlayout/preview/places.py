"""Where on the page a finding lies, from what its place in the files was set as."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from printlayout.base.diagnostics import Finding, Span
from printlayout.base.geometry import Rect
from printlayout.model.copyfit import Copyfit
from printlayout.model.display import DisplayList, Glyphs
from printlayout.preview.geometry import box_of, glyph_boxes, said_before, union

NAMED = ("slot", "ad", "place", "name")
"""Arguments of findings that name a place of the layout."""
CHARACTERS = 12
"""How many characters from a finding's column on are marked."""


def place_of(finding: Finding, display: DisplayList, copyfit: Sequence[Copyfit] = ()) -> Rect | None:
    """The part of the page a finding is about: the characters at its column, else what was drawn from its line, else
    the frame it names, or that of the story it names; ``None`` if it is about none of them."""
    span = finding.span
    if span.line:
        exact = list(_characters(span, display))
        if exact:
            return union(exact)
        drawn = [box for box in _drawn(span, display) if box is not None]
        if drawn:
            return union(drawn)
    names = {finding.args[key] for key in NAMED if key in finding.args}
    names |= {fit.slot for fit in copyfit if not names and fit.story == finding.args.get("story")}
    frames = [frame.rect for frame in display.frames if frame.name in names and frame.kind == "slot"]
    frames = frames or [frame.rect for frame in display.frames if frame.name in names]
    return union(frames) if frames else None


def _items(display: DisplayList) -> Iterator[tuple[object, Span]]:
    for group in display.groups:
        for item in group.items:
            if 0 <= item.src < len(display.sources):
                yield item, display.sources[item.src]


def _characters(span: Span, display: DisplayList) -> Iterator[Rect]:
    """The glyphs of the characters at a place: some, up to the end of the line they are set on."""
    best: tuple[int, Glyphs, int] | None = None
    before = said_before(display)
    for item, here in _items(display):
        if not isinstance(item, Glyphs) or (here.file, here.line) != (span.file, span.line):
            continue
        ahead = span.column - here.column - before.get(id(item), 0)
        if 0 <= ahead < len(item.text) and (best is None or here.column > best[0]):
            best = (here.column, item, ahead)
    if best is not None:
        _, run, ahead = best
        said = 0
        for box, text in zip(glyph_boxes(run), run.texts, strict=True):
            if ahead <= said < ahead + CHARACTERS:
                yield box
            said += len(text)


def _drawn(span: Span, display: DisplayList) -> Iterator[Rect | None]:
    """What was drawn from the very place, else from its line."""
    exact = [item for item, here in _items(display) if (here.file, here.line, here.column) == (
        span.file, span.line, span.column)]  # fmt: skip
    same = exact or [item for item, here in _items(display) if (here.file, here.line) == (span.file, span.line)]
    for item in same:
        yield box_of(item)  # type: ignore[arg-type]
