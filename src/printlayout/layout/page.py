"""A page: its stories set into their frames, rules, boxes, furniture; the result is the display list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from printlayout.base.diagnostics import NOWHERE, Collector
from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.layout.body import BodyRow, SetBody, compose, pour_body
from printlayout.layout.furniture import paint_furniture
from printlayout.layout.headline import SetHead, set_head
from printlayout.layout.itemise import CellMaker
from printlayout.layout.looks import run_of
from printlayout.layout.paint import Sources, baseline, paint_box, paint_line, paint_stroke
from printlayout.layout.paragraph import Setter, Shape
from printlayout.layout.picture import Placed, place_picture
from printlayout.model.built import Copyfit
from printlayout.model.display import DisplayList, Fill, FrameBox, Group, Item
from printlayout.model.frames import Segment, SlotFrames
from printlayout.model.ink import Ink
from printlayout.model.issue import Issue, Page
from printlayout.model.layout import Grid, Slot
from printlayout.model.shaped import Shaper
from printlayout.model.story import Placement, Run, Story

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

    def body(self, story: Story, slot: Slot, grid: Grid) -> list[BodyRow]:
        """Compose a story's body at the grid's column width."""
        return compose(story, slot, grid, grid.column, self._setter, self._collector)

    def story(
        self, placement: Placement, slot: Slot, grid: Grid, head: SetHead, frames: SlotFrames
    ) -> tuple[list[Group], list[FrameBox], Copyfit]:
        """Put a story into its frames."""
        story, sources = placement.story, self._sources
        rows = self.body(story, slot, grid)
        body = pour_body(rows, frames.segments, slot, grid, sources)
        pictures = [
            place_picture(picture, frame, slot, grid, self._sizes, self._setter, sources)
            for picture, frame in zip(story.pictures, frames.pictures, strict=False)
        ]
        back: list[Item] = []
        if slot.box:
            back += paint_box(slot.box, frames.area, sources.id(slot.span))
        if slot.rule:
            src = sources.id(slot.span)
            for x, first, last in _rules(frames.segments, body.last_line, grid):
                top, bottom = grid.y(first), grid.y(last) + grid.em
                back += paint_stroke(slot.rule, x, top, x, bottom, src)
        for placed in pictures:
            back += placed.image
        text: list[Item] = []
        for row in head.rows:
            text += paint_line(row.line, frames.head.x, baseline(frames.head.y + row.top, row.size), sources)
        text += body.items
        for placed in pictures:
            text += placed.words
        groups = [Group("furniture", slot.name, tuple(back)), Group("story", slot.name, tuple(text))]
        if body.overset:
            groups.append(Group("mark", slot.name, tuple(self._overset_mark(body, frames, slot, grid))))
        self._report(story, placement, slot, body, frames)
        return groups, _boxes(slot, head, frames, pictures), _copyfit(story, slot, body, frames)

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

    def _overset_mark(self, body: SetBody, frames: SlotFrames, slot: Slot, grid: Grid) -> list[Item]:
        """A red bar at the foot of the last column and how much is missing: nobody can overlook it on a proof."""
        assert body.overset is not None
        last = (
            frames.segments[-1] if frames.segments else Segment(1, frames.area.x, frames.area.width, 1, slot.lines[1])
        )
        y = grid.y(last.last) + grid.em
        src = self._sources.id(body.overset.span)
        bar = Fill(Rect(last.x, y, last.width, grid.em // 4), ALARM, src)
        style = slot.caption
        words = Run(f"溢出 {body.overset.characters} 字 {body.overset.lines} 行", "text", NOWHERE)
        run = run_of(words, style)
        run = type(run)(run.text, run.face, run.latin, run.size, ALARM, run.span)
        line = self._setter.set([run], style.composition, style.size, Shape(last.width, align="right")).lines[0]
        return [bar, *paint_line(line, last.x, baseline(y + grid.em // 2, style.size), self._sources)]

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
        elif body.poured.short or body.poured.blank:
            free = body.poured.short + body.poured.blank
            collector.info("layout.not-level", placement.span, story=story.name, slot=slot.name, lines=free)
        unused = slot.lines[1] - body.last_line
        if not body.overset and unused > 0 and frames.segments:
            collector.warn("layout.underfull", placement.span, story=story.name, slot=slot.name, lines=unused)
        for picture in story.pictures[len(slot.pictures) :]:
            collector.error("layout.picture-unplaced", picture.span, story=story.name, slot=slot.name)


def _rules(segments: Sequence[Segment], last_line: int, grid: Grid) -> list[tuple[Mpt, int, int]]:
    """Column rules: in the gutter wherever text stands on both sides, so that they stop at pictures and headlines."""
    found: list[tuple[Mpt, int, int]] = []
    for left in segments:
        for right in segments:
            if right.column == left.column + 1:
                first, last = max(left.first, right.first), min(left.last, right.last, last_line)
                if last > first:
                    found.append((right.x - grid.gutter // 2, first, last))
    return found


def _boxes(slot: Slot, head: SetHead, frames: SlotFrames, pictures: Sequence[Placed]) -> list[FrameBox]:
    boxes = [FrameBox("slot", slot.name, frames.area)]
    if head.rows:
        boxes.append(FrameBox("head", slot.name, frames.head))
    for placed in pictures:
        boxes += placed.frames
    return boxes


def _copyfit(story: Story, slot: Slot, body: SetBody, frames: SlotFrames) -> Copyfit:
    capacity = sum(segment.lines for segment in frames.segments)
    used = sum(row.row.lines for row in body.rows[: len(body.poured.places)])
    over = body.overset
    return Copyfit(
        slot.name,
        story.name,
        len(story.body.replace("\n", "")),
        used,
        0 if over else max(0, capacity - used),
        over.lines if over else 0,
        over.characters if over else 0,
    )
