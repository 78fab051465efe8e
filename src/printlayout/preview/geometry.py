"""What stands where on a finished page: lines of text, the stops of the eye, stories from frame to frame.

Everything is read from the display list, in its order. A kind of item this module has never heard of has a box if it
has a ``rect``; a kind of frame it has never heard of is a frame.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass, replace
from printlayout.model.display import DisplayList, Fill, FrameBox, Glyphs, Item, Line, Path

ASCENT = 880
"""Top of the ideographic em box above the baseline, permille of an em."""
APART = 2
"""Runs on one baseline that are further apart than so many em stand on lines of different columns."""
OUTER = ("slot", "sheet")
"""Frames that hold other frames; text belongs to those within."""
BODY = "column"
"""The kind of frame that carries a story's text."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text. ``runs``: its glyphs, in order; ``frame``: the innermost frame it stands in, ``group`` the group
    it came in, both by index (frame -1: none)."""

    rect: Rect
    runs: tuple[Glyphs, ...]
    group: int
    frame: int

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(run.text for run in self.runs)

    @property
    def src(self) -> int:
        """Where its first character comes from."""
        return self.runs[0].src

    @property
    def upright(self) -> bool:
        """Whether it is a vertical line."""
        return self.runs[0].direction != "ltr"


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the eye stops on its way over the page: lines of one group in one frame. ``file`` tells the story."""

    frame: int
    group: int
    file: str
    first: TextLine
    last: TextLine
    rect: Rect


def union(rects: Iterable[Rect]) -> Rect:
    """The least rectangle that holds all. :raises ValueError: if there is none."""
    every = list(rects)
    left, top = min(rect.x for rect in every), min(rect.y for rect in every)
    right, bottom = max(rect.right for rect in every), max(rect.bottom for rect in every)
    return Rect(left, top, right - left, bottom - top)


def glyph_boxes(run: Glyphs) -> list[Rect]:
    """The em boxes of a run's glyphs; the advance of the last one is taken for one em, or half of it if narrow."""
    size = run.size
    ends = (*run.xs[1:], run.xs[-1] + (size if not run.texts[-1].isascii() else size // 2)) if run.xs else ()
    lifts = run.ys or (0,) * len(run.xs)
    boxes = []
    for start, end, lift in zip(run.xs, ends, lifts, strict=True):
        if run.direction == "ltr":
            box = Rect(run.x + start, run.y - size * ASCENT // 1000 - lift, max(0, end - start), size)
        elif run.direction == "ttb":
            box = Rect(run.x - size // 2 + lift, run.y + start, size, size)
        else:
            box = Rect(run.x - size * (1000 - ASCENT) // 1000 + lift, run.y + start, size, max(0, end - start))
        boxes.append(box)
    return boxes


def box_of(item: Item) -> Rect | None:
    """The rectangle an item takes up; ``None`` of an empty one."""
    if isinstance(item, Glyphs):
        return union(glyph_boxes(item)) if item.gids else None
    if isinstance(item, Line):
        half = item.width // 2
        left, top = min(item.x1, item.x2), min(item.y1, item.y2)
        return Rect(left, top, abs(item.x2 - item.x1), abs(item.y2 - item.y1)).grown(half)
    if isinstance(item, Path):
        return union(Rect(x, y, 0, 0) for x, y in zip(item.points[::2], item.points[1::2], strict=True))
    if isinstance(item, Fill):
        return item.rect
    shown = getattr(item, "clip", None)
    return shown if isinstance(shown, Rect) else getattr(item, "rect", None)


def said_before(display: DisplayList) -> dict[int, int]:
    """How many characters of its own source a story's run comes after, by the run's ``id``: a place in a file is kept
    once for a whole stretch of text, which is then set on many lines."""
    before: dict[int, int] = {}
    counts: dict[int, int] = {}
    for group in display.groups:
        for item in group.items:
            if isinstance(item, Glyphs) and group.kind == "story" and 0 <= item.src < len(display.sources):
                known = counts.get(item.src, 0)
                excerpt = display.sources[item.src].excerpt
                column = display.sources[item.src].column
                # Text painted a second time would run past the end of its line: it is taken from the start again.
                if excerpt and column + known > len(excerpt):
                    known = 0
                before[id(item)] = known
                counts[item.src] = known + len(item.text)
    return before


def lines_of(display: DisplayList) -> list[TextLine]:
    """The page's lines of text, in the order of the display list. Readings and ornaments say nothing and are none."""
    frames = [(at, frame) for at, frame in enumerate(display.frames) if frame.kind not in OUTER]
    found: list[TextLine] = []
    for at, group in enumerate(display.groups):
        if group.kind == "mark":
            continue
        open_line: TextLine | None = None
        for run in group.items:
            if not isinstance(run, Glyphs) or not any(run.texts):
                continue
            box = union(glyph_boxes(run))
            if open_line is not None and _goes_on(open_line, run, box):
                open_line = replace(open_line, rect=union((open_line.rect, box)), runs=(*open_line.runs, run))
                found[-1] = open_line
            else:
                open_line = TextLine(box, (run,), at, _frame_at(frames, group.name, box))
                found.append(open_line)
    return found


def _goes_on(line: TextLine, run: Glyphs, box: Rect) -> bool:
    """Whether a run goes on with a line."""
    last, gap = line.runs[-1], APART * max(line.runs[-1].size, run.size)
    if line.upright != (run.direction != "ltr"):
        return False
    if line.upright:
        middle, mine = 2 * line.rect.x + line.rect.width, 2 * box.x + box.width
        return abs(middle - mine) <= run.size and box.y - line.rect.y >= 0 and box.y - line.rect.bottom <= gap
    return last.y == run.y and box.x - line.rect.x >= 0 and box.x - line.rect.right <= gap


def _frame_at(frames: Sequence[tuple[int, FrameBox]], name: str, box: Rect) -> int:
    """The innermost frame round a box's middle, of the group's own name where there is one."""
    x, y = box.x + box.width // 2, box.y + box.height // 2
    round_it = [
        (frame.name != name, frame.rect.width * frame.rect.height, at)
        for at, frame in frames
        if frame.rect.x <= x <= frame.rect.right and frame.rect.y <= y <= frame.rect.bottom
    ]
    return min(round_it)[2] if round_it else -1


def stops_of(display: DisplayList, lines: Sequence[TextLine]) -> list[Stop]:
    """The stops of the eye over the stories of a page, in order."""
    found: list[Stop] = []
    for line in lines:
        if display.groups[line.group].kind != "story":
            continue
        last = found[-1] if found else None
        if last and (last.frame, last.group) == (line.frame, line.group):
            found[-1] = replace(last, last=line, rect=union((last.rect, line.rect)))
            continue
        span = display.sources[line.src] if 0 <= line.src < len(display.sources) else None
        found.append(Stop(line.frame, line.group, span.file if span else "", line, line, line.rect))
    return found


def threads_of(display: DisplayList, stops: Sequence[Stop]) -> Iterator[tuple[str, list[Stop]]]:
    """Stories that go through frames of text: the story's file and its stops, in order."""
    by_file: dict[str, list[Stop]] = {}
    for stop in stops:
        if stop.frame >= 0 and display.frames[stop.frame].kind == BODY and stop.file:
            by_file.setdefault(stop.file, []).append(stop)
    yield from by_file.items()


def ends(line: TextLine) -> tuple[tuple[Mpt, Mpt], tuple[Mpt, Mpt]]:
    """Where reading a line begins and where it ends."""
    rect = line.rect
    if line.upright:
        x = rect.x + rect.width // 2
        return (x, rect.y), (x, rect.bottom)
    y = rect.y + rect.height // 2
    return (rect.x, y), (rect.right, y)
