"""A page: its stories set into their frames, rules, boxes, furniture; the result is the display list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from printlayout.base.diagnostics import NOWHERE, Collector
from printlayout.base.geometry import Rect
from printlayout.base.value import replace
from printlayout.layout.body import Leg, Overset, SetBody, paint_body, set_body
from printlayout.layout.boxes import paint_box
from printlayout.layout.furniture import paint_furniture
from printlayout.layout.headline import SetHead, set_head
from printlayout.layout.itemise import CellMaker
from printlayout.layout.looks import run_of
from printlayout.layout.paint import Axes, Sources, baseline, paint_line
from printlayout.layout.paragraph import Setter, Shape
from printlayout.layout.parts import Part, parts_of
from printlayout.layout.picture import place_picture
from printlayout.layout.rules import paint_stroke
from printlayout.model.built import Copyfit
from printlayout.model.display import DisplayList, Fill, FrameBox, Group, Item
from printlayout.model.frames import Segment, SlotFrames
from printlayout.model.ink import Ink
from printlayout.model.issue import Issue, Page
from printlayout.model.layout import Grid, PictureSlot, Slot
from printlayout.model.shaped import Shaper
from printlayout.model.story import Picture, Placement, Run, Story

ALARM = Ink("overset mark", 0, 1000, 1000, 0)


class PageSetter:
    """Sets one page; created once a page with the page's shaper and pictures' sizes (pixels by path)."""

    def __init__(self, shaper: Shaper, sizes: Mapping[str, tuple[int, int]], collector: Collector) -> None:
        self._collector = collector
        self._setter = Setter(CellMaker(shaper, collector), collector)
        self._sizes = sizes
        self._sources = Sources()

    def head(self, placement: Placement, slot: Slot, grid: Grid) -> SetHead:
        """Set a story's headline group, so that make-up knows its height."""
        return set_head(placement.story, slot.head, grid, self._setter, self._collector)

    def parts(self, story: Story, slot: Slot, grid: Grid) -> list[Part]:
        """A story's body, shaped, ready for columns of any measure."""
        return parts_of(story, slot, grid, self._setter, self._collector)

    def story(
        self,
        placement: Placement,
        slot: Slot,
        grid: Grid,
        head: SetHead,
        frames: SlotFrames,
        parts: Sequence[Part],
        axes: Axes | None = None,
    ) -> tuple[list[Group], list[FrameBox], Copyfit]:
        """Put a story into its frames; with ``axes`` the frames lie on a turned grid (vertical text)."""
        story = placement.story
        sources = self._sources.turned(axes) if axes else self._sources
        legs = [Leg(frames.segments, grid)]
        body = set_body(parts, legs, slot.level, tiers=axes is not None)
        self._collector.extend(body.findings)
        on_page = axes.rect if axes else lambda rect: rect
        pictures = [
            place_picture(picture, on_page(frame.rect), slot, grid, self._sizes, self._setter, self._sources)
            for picture, frame in zip(story.pictures, frames.pictures, strict=False)
        ]
        back: list[Item] = []
        if slot.box:
            back += paint_box(slot.box, on_page(frames.area), sources.id(slot.span))
        if slot.rule:
            src = sources.id(slot.span)
            for rule in _rules(frames.segments, body.last_line, grid):
                line = on_page(rule)
                back += paint_stroke(slot.rule, line.x, line.y, line.right, line.bottom, src)
        for placed in pictures:
            back += placed.image
        text = [*self._paint_head(head, frames.head, sources), *paint_body(body, legs, 0, sources)]
        for placed in pictures:
            text += placed.words
        groups = [Group("furniture", slot.name, tuple(back)), Group("story", slot.name, tuple(text))]
        if body.overset:
            foot = on_page(_foot(frames, grid))
            groups.append(Group("mark", slot.name, tuple(self._overset_mark(body.overset, foot, slot))))
        self._report(story, placement, slot, body, frames)
        boxes = [FrameBox("slot", slot.name, on_page(frames.area))]
        if head.rows:
            boxes.append(FrameBox("head", slot.name, on_page(frames.head)))
        boxes += [FrameBox("column", slot.name, on_page(_area(segment, grid))) for segment in frames.segments]
        for placed in pictures:
            boxes += placed.frames
        return groups, boxes, _copyfit(story, slot, body, frames)

    def _paint_head(self, head: SetHead, frame: Rect, sources: Sources) -> list[Item]:
        """The headline group; a vertical one over horizontal text stands in the middle of its frame."""
        if head.thickness:
            right = frame.right - (frame.width - head.thickness) // 2
            sources, frame = self._sources.turned(Axes(right, frame.y)), Rect(0, 0, 0, 0)
        items: list[Item] = []
        for row in head.rows:
            items += paint_line(row.line, frame.x, frame.y + row.top, row.size, sources)
        return items

    def picture(self, picture: Picture, slot: PictureSlot, grid: Grid) -> tuple[list[Group], list[FrameBox]]:
        """Put a picture into a slot of its own."""
        rect = grid.rect(*slot.columns, *slot.lines)
        placed = place_picture(picture, rect, slot, grid, self._sizes, self._setter, self._sources)
        groups = [Group("furniture", slot.name, placed.image), Group("story", slot.name, placed.words)]
        return groups, list(placed.frames)

    def page(self, issue: Issue, page: Page, groups: Sequence[Group], frames: Sequence[FrameBox]) -> DisplayList:
        """The finished page: furniture first, then the stories."""
        layout = page.layout
        items: list[Item] = []
        for thing in layout.furniture:
            items += paint_furniture(thing, page.variables, self._setter, self._sources, self._collector)
        grid = layout.grid
        return DisplayList(
            stem=issue.file_stem(page),
            title=f"{issue.paper} {issue.date:%Y-%m-%d} {page.number:02d} {page.section}".strip(),
            number=page.number,
            width=layout.width,
            height=layout.height,
            bleed=layout.bleed,
            groups=(Group("furniture", "page", tuple(items)), *groups),
            frames=tuple(frames),
            sources=tuple(self._sources.spans),
            baseline=(baseline(grid.top, grid.em), grid.leading),
        )

    def _overset_mark(self, overset: Overset, foot: Rect, slot: Slot) -> list[Item]:
        """A red bar at the end of the last column and how much is missing: nobody can overlook it on a proof."""
        src = self._sources.id(overset.span)
        style = slot.caption
        words = Run(f"溢出 {overset.characters} 字 {overset.lines} 行", "text", NOWHERE)
        run = replace(run_of(words, style), ink=ALARM)
        width = max(foot.width, 12 * style.size)
        line = self._setter.set([run], style.composition, style.size, Shape(width, align="right")).lines[0]
        return [
            Fill(foot, ALARM, src),
            *paint_line(line, foot.right - width, foot.bottom + style.size // 4, style.size, self._sources),
        ]

    def _report(self, story: Story, placement: Placement, slot: Slot, body: SetBody, frames: SlotFrames) -> None:
        collector = self._collector
        if body.overset:
            collector.error(
                "layout.overset",
                body.overset.span,
                story=story.name,
                slot=slot.name,
                characters=body.overset.characters,
                lines=body.overset.lines,
                text=body.overset.text[:12],
            )
        elif slot.body.composition.writing == "horizontal" and _uneven(body, frames) > 1:
            free = body.poured.short + body.poured.blank
            collector.info("layout.not-level", placement.span, story=story.name, slot=slot.name, lines=free)
        unused = slot.lines[1] - body.last_line
        if not body.overset and unused > 0 and frames.segments:
            collector.warn("layout.underfull", placement.span, story=story.name, slot=slot.name, lines=unused)
        for picture in story.pictures[len(slot.pictures) :]:
            collector.error("layout.picture-unplaced", picture.span, story=story.name, slot=slot.name)


def _uneven(body: SetBody, frames: SlotFrames) -> int:
    """How many lines the column that ends farthest above the others ends above them."""
    return max(
        min(segment.last, body.last_line) - segment.first + 1 - used
        for segment, used in zip(frames.segments, body.poured.used, strict=True)
    )


def _area(segment: Segment, grid: Grid) -> Rect:
    """The area of a segment's lines."""
    top, bottom = grid.y(segment.first), grid.y(segment.last) + grid.em
    return Rect(segment.x, top, segment.width, bottom - top)


def _foot(frames: SlotFrames, grid: Grid) -> Rect:
    """A thin bar under the last column."""
    area = _area(frames.segments[-1], grid) if frames.segments else frames.area
    return Rect(area.x, area.bottom, area.width, grid.em // 4)


def _rules(segments: Sequence[Segment], last_line: int, grid: Grid) -> list[Rect]:
    """Column rules, as rectangles without width: in the gutter wherever text stands on both sides, so that they stop
    at pictures and headlines."""
    found: list[Rect] = []
    for left in segments:
        for right in segments:
            gap = right.x - left.x - left.width
            if right.column == left.column + 1 and gap > 0:
                first, last = max(left.first, right.first), min(left.last, right.last, last_line)
                if last > first:
                    x = right.x - gap // 2
                    found.append(Rect(x, grid.y(first), 0, grid.y(last) + grid.em - grid.y(first)))
    return found


def _copyfit(story: Story, slot: Slot, body: SetBody, frames: SlotFrames) -> Copyfit:
    below = sum(max(0, segment.last - max(segment.first - 1, body.last_line)) for segment in frames.segments)
    free = body.poured.blank + body.poured.short + below
    used = sum(segment.lines for segment in frames.segments) - free
    over = body.overset
    return Copyfit(
        slot.name,
        story.name,
        len(story.body.replace("\n", "")),
        used,
        0 if over else free,
        over.lines if over else 0,
        over.characters if over else 0,
    )
