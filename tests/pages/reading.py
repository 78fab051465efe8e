"""Reads lines and columns back out of a display list, by position alone: what was painted, not what was meant."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from printlayout.base.geometry import Rect
from printlayout.model.display import DisplayList, Glyphs
from printlayout.model.layout import Grid


@dataclass(frozen=True)
class Glyph:
    """A glyph where it stands: origin, face, size, what it says."""

    x: int
    y: int
    gid: int
    text: str
    face: str
    size: int


@dataclass(frozen=True)
class PaintedLine:
    """All glyphs of one baseline of one column. ``source`` is the line of the story its text comes from."""

    slot: str
    column: int
    y: int
    glyphs: tuple[Glyph, ...]
    source: tuple[str, int]

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)


def glyphs(display: DisplayList, kind: str) -> Iterator[tuple[str, Glyphs]]:
    """The glyph runs of the groups of a kind, each with the name of its group."""
    for group in display.groups:
        if group.kind == kind:
            for item in group.items:
                if isinstance(item, Glyphs):
                    yield group.name, item


def singly(run: Glyphs) -> list[Glyph]:
    """The glyphs of a run."""
    lifts = run.ys or (0,) * len(run.gids)
    return [
        Glyph(run.x + x, run.y - lift, gid, text, run.face, run.size)
        for x, lift, gid, text in zip(run.xs, lifts, run.gids, run.texts, strict=True)
    ]


def frames(display: DisplayList, kind: str, name: str = "") -> list[Rect]:
    """The rectangles of the frames of a kind."""
    return [box.rect for box in display.frames if box.kind == kind and name in ("", box.name)]


def body_runs(display: DisplayList, grid: Grid) -> Iterator[tuple[str, Glyphs]]:
    """Glyph runs of body text: of the body's size, and in no headline group and no caption."""
    for slot, run in glyphs(display, "story"):
        others = frames(display, "head", slot) + frames(display, "caption", slot)
        inside = any(box.y <= run.y <= box.bottom and box.x - grid.em <= run.x <= box.right for box in others)
        if run.size == grid.em and not inside:
            yield slot, run


def column_of(x: int, grid: Grid) -> int:
    """The column a place belongs to. A bracket that opens a line has lost the blank half of its box (R37): its
    origin stands half an em left of the column."""
    lefts = [grid.x(column) - grid.em // 2 for column in range(1, grid.columns + 1)]
    return bisect_right(lefts, x)


def body_lines(display: DisplayList, grid: Grid) -> list[PaintedLine]:
    """The lines of body text in reading order: by slot in the order painted, column, baseline."""
    found: dict[tuple[str, int, int], list[Glyphs]] = {}
    slots: list[str] = []
    for slot, run in body_runs(display, grid):
        if slot not in slots:
            slots.append(slot)
        found.setdefault((slot, column_of(run.x, grid), run.y), []).append(run)
    lines = []
    for (slot, column, y), runs in sorted(found.items(), key=lambda item: (slots.index(item[0][0]), item[0][1:])):
        runs.sort(key=lambda run: run.x)
        span = display.sources[runs[0].src]
        each = tuple(glyph for run in runs for glyph in singly(run))
        lines.append(PaintedLine(slot, column, y, each, (span.file, span.line)))
    return lines


def paragraphs(lines: list[PaintedLine]) -> list[list[PaintedLine]]:
    """Lines gathered into paragraphs; a paragraph of the example is one line of its file."""
    found: list[list[PaintedLine]] = []
    for line in lines:
        if found and found[-1][-1].source == line.source:
            found[-1].append(line)
        else:
            found.append([line])
    return found
