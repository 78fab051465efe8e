"""A page: its stories set into their frames, rules, boxes, furniture; the result is the display list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from printlayout.base.diagnostics import NOWHERE, Collector, Span
from printlayout.base.geometry import Rect
from printlayout.base.value import replace
from printlayout.layout.body import Overset, paint_body
from printlayout.layout.boxes import paint_box
from printlayout.layout.furniture import paint_furniture
from printlayout.layout.gutters import column_rules
from printlayout.layout.index_box import paint_index
from printlayout.layout.itemise import CellMaker
from printlayout.layout.looks import run_of
from printlayout.layout.made import Made
from printlayout.layout.paint import Axes, Sources, baseline, paint_line
from printlayout.layout.paragraph import Setter, Shape
from printlayout.layout.picture import PicturePlacer, Spot
from printlayout.layout.rules import paint_stroke
from printlayout.layout.shapes import Rings
from printlayout.layout.shown import paint_head
from printlayout.model.display import DisplayList, Fill, FrameBox, Group, Item
from printlayout.model.frames import JumpLine, PictureFrame, Segment, SlotFrames
from printlayout.model.ink import Ink
from printlayout.model.issue import Issue, Page
from printlayout.model.layout import Grid, PictureSlot, Slot, Stroke
from printlayout.model.shaped import Shaper
from printlayout.model.story import Picture, Run

ALARM = Ink("overset mark", 0, 1000, 1000, 0)


class PageSetter:
    """Sets one page; created once a page with the page's shaper, pictures' sizes (pixels by path) and outlines of
    cut-outs."""

    def __init__(
        self, shaper: Shaper, sizes: Mapping[str, tuple[int, int]], rings: Mapping[str, Rings], collector: Collector
    ) -> None:
        self._collector = collector
        self._setter = Setter(CellMaker(shaper, collector), collector)
        self._sources = Sources()
        self._placer = PicturePlacer(sizes, rings, self._setter, self._sources, collector)

    @property
    def setter(self) -> Setter:
        """What sets the page's lines; make-up asks it how much fits."""
        return self._setter

    @property
    def placer(self) -> PicturePlacer:
        """What puts pictures at their places; make-up asks it for their shapes."""
        return self._placer

    def story(self, made: Made) -> tuple[list[Group], list[FrameBox]]:
        """Paint a story that was made up."""
        slot, grid, frames, body, axes = made.slot, made.grid, made.frames, made.body, made.axes
        sources = self._sources.turned(axes) if axes else self._sources
        self._collector.extend(made.findings)
        on_page = axes.rect if axes else lambda rect: rect
        pictures = [
            self._placer.place(picture, spot(frame, slot, grid, axes))
            for picture, frame in zip(made.pictures, frames.pictures, strict=False)
        ]
        back: list[Item] = []
        if slot.box:
            back += paint_box(slot.box, made.area, sources.id(slot.span))
        behind, headline = paint_head(made.head, slot.head, frames.head, made.grid, sources, self._sources)
        back += behind
        if slot.rule:
            src = sources.id(slot.span)
            for rule in column_rules(frames.segments, body.last_line if made.ends else made.last_line, grid):
                line = on_page(rule)
                back += paint_stroke(slot.rule, line.x, line.y, line.right, line.bottom, src)
        for placed in pictures:
            back += placed.image
        text = [*headline, *paint_body(body, made.legs, made.leg, sources)]
        for placed in pictures:
            text += placed.words
        for jump in made.jumps:
            text += self._jump(jump, made, sources)
        said: list[Item] = []
        for inset in made.insets:
            text += inset.paint(grid, sources, aside=False)
            said += inset.paint(grid, sources, aside=True)
        said += paint_body(body, made.legs, made.leg, sources, aside=True)
        groups = [Group("furniture", slot.name, tuple(back)), Group("story", slot.name, tuple(text))]
        if said:
            groups.append(Group("quote", slot.name, tuple(said)))
        if body.overset and made.ends:
            foot = on_page(_foot(frames, grid))
            groups.append(Group("mark", slot.name, tuple(self._overset_mark(body.overset, foot, slot))))
        boxes = [FrameBox("slot", slot.name, made.area)]
        if made.head.rows:
            boxes.append(FrameBox("head", slot.name, on_page(frames.head)))
        boxes += [FrameBox("column", slot.name, on_page(_area(segment, grid))) for segment in frames.segments]
        for placed in pictures:
            boxes += placed.frames
        return groups, boxes

    def rules(self, rules: Sequence[tuple[Stroke, Rect]], span: Span) -> list[Group]:
        """Rules between modules."""
        src = self._sources.id(span)
        items = [item for stroke, at in rules for item in paint_stroke(stroke, at.x, at.y, at.right, at.y, src)]
        return [Group("furniture", "rules", tuple(items))] if items else []

    def _jump(self, jump: JumpLine, made: Made, sources: Sources) -> list[Item]:
        """下转 at the right end of its line, 上接 at the left."""
        style = made.slot.jump or made.slot.credit
        runs = [run_of(Run(jump.text, "text", made.placement.span), style)]
        left, width = jump.segment.line(jump.line - jump.segment.first)
        shape = Shape(width, align="right" if jump.onward else "left")
        line = self._setter.set(runs, style.composition, style.size, shape).lines[0]
        y = made.grid.y(jump.line) + made.grid.em - style.size
        return paint_line(line, jump.segment.x + left, y, style.size, sources)

    def picture(
        self, picture: Picture, slot: PictureSlot, grid: Grid, rect: Rect, words: Rect
    ) -> tuple[list[Group], list[FrameBox]]:
        """Put a picture or a group into a slot of its own: its rectangle, and the part of it words keep to."""
        place = Spot(slot.name, rect, words, slot.look, slot.caption, slot.credit, grid)
        placed = self._placer.place(picture, place)
        groups = [Group("furniture", slot.name, placed.image), Group("story", slot.name, placed.words)]
        return groups, list(placed.frames)

    def page(self, issue: Issue, page: Page, groups: Sequence[Group], frames: Sequence[FrameBox]) -> DisplayList:
        """The finished page: furniture first, then the stories."""
        layout = page.layout
        items: list[Item] = []
        for thing in layout.furniture:
            items += paint_furniture(thing, page.variables, issue.press, self._setter, self._sources, self._collector)
        grid = layout.grid
        index = [
            item
            for thing in layout.furniture
            if thing.kind == "index"
            for item in paint_index(thing, page.index, grid, self._setter, self._sources, self._collector)
        ]
        if index:
            groups = (Group("furniture", "index", tuple(index)), *groups)
        return DisplayList(
            stem=issue.file_stem(page),
            title=f"{issue.paper} {issue.date:%Y-%m-%d} {page.folio.said} {page.section}".strip(),
            number=page.number,
            width=layout.width,
            height=layout.height,
            bleed=layout.bleed,
            groups=(Group("furniture", "page", tuple(items)), *groups),
            frames=tuple(frames),
            sources=tuple(self._sources.spans),
            baseline=(baseline(grid.top, grid.em), grid.leading),
            fold=layout.width // 2 if layout.spread else 0,
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


def spot(frame: PictureFrame, slot: Slot, grid: Grid, axes: Axes | None) -> Spot:
    """The place on the page of a frame, which with ``axes`` lies on a turned grid."""
    rect, words = (axes.rect(frame.rect), axes.rect(frame.words)) if axes else (frame.rect, frame.words)
    return Spot(slot.name, rect, words, frame.look, slot.caption, slot.credit, grid)


def _area(segment: Segment, grid: Grid) -> Rect:
    """The area of a segment's lines."""
    top, bottom = grid.y(segment.first), grid.y(segment.last) + grid.em
    return Rect(segment.x, top, segment.width, bottom - top)


def _foot(frames: SlotFrames, grid: Grid) -> Rect:
    """A thin bar under the last column."""
    area = _area(frames.segments[-1], grid) if frames.segments else frames.area
    return Rect(area.x, area.bottom, area.width, grid.em // 4)
