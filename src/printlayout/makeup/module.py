"""A module: a story and its slot. It can be made up as often as make-up asks, in any height and in any variant."""

from __future__ import annotations

from collections.abc import Sequence

from printlayout.base.diagnostics import Collector, Finding
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass, replace
from printlayout.layout.body import Leg, set_body
from printlayout.layout.drawing import Inset
from printlayout.layout.headline import SetHead, set_head
from printlayout.layout.looks import slot_for
from printlayout.layout.made import Made
from printlayout.layout.page import spot
from printlayout.layout.paint import Axes
from printlayout.layout.paragraph import Setter
from printlayout.layout.parts import Part, Rooms, parts_of, squeezed
from printlayout.layout.picture import PicturePlacer
from printlayout.makeup.insets import flowing, insets
from printlayout.makeup.jumps import jump_lines
from printlayout.makeup.pictures import outlined, picture_frames
from printlayout.makeup.slots import frames
from printlayout.makeup.standing import inset, stands, turned
from printlayout.makeup.variants import varied
from printlayout.model.copyfit import PLAIN, Fit, Variant
from printlayout.model.frames import JumpLine, Obstacle, PictureFrame, SlotFrames
from printlayout.model.layout import Grid, Slot
from printlayout.model.story import Picture, Placement, Story


@dataclass(frozen=True, slots=True)
class _Stand:
    """A slot of a story's way before its text is set."""

    slot: Slot
    grid: Grid
    axes: Axes | None
    head: SetHead
    frames: SlotFrames
    pictures: tuple[Picture, ...]
    jumps: tuple[JumpLine, ...]
    findings: tuple[Finding, ...]
    insets: tuple[Inset, ...] = ()


class Module:
    """A story in a slot of a page's grid. Its text is shaped once; what it was set to is remembered."""

    def __init__(
        self,
        placement: Placement,
        slot: Slot,
        grid: Grid,
        setter: Setter,
        collector: Collector,
        others: Sequence[Obstacle] = (),
        placer: PicturePlacer | None = None,
    ) -> None:
        self.placement = placement
        self.slot = slot_for(slot, placement.story.lang)
        self._grid, self._setter, self._collector, self._others = grid, setter, collector, others
        self._placer = placer
        self._parts: dict[tuple[Mpt, int], list[Part]] = {}
        self._heads: dict[object, tuple[SetHead, tuple[Finding, ...]]] = {}
        self._made: dict[tuple[tuple[int, int], Variant], Made] = {}
        self._lines: dict[tuple[Mpt, Variant], int] = {}
        self._squeezable: dict[tuple[Mpt, int], int] = {}

    def telling(self, story: Story) -> Module:
        """The same slot with another story in it, one that is a little shorter, say."""
        placement = replace(self.placement, story=story)
        return Module(placement, self.slot, self._grid, self._setter, Collector(), self._others, self._placer)

    def make(self, lines: tuple[int, int] | None = None, variant: Variant = PLAIN) -> Made:
        """Make the module up: on the slot's lines of the grid or on others, as the layout has it or otherwise."""
        key = (lines or self.slot.lines, variant)
        if key not in self._made:
            self._made[key] = self._make(*key)
        return self._made[key]

    def _make(self, lines: tuple[int, int], variant: Variant) -> Made:
        placement = self.placement
        slot = replace(self.slot, lines=lines)
        if not variant.plain:
            slot = varied(slot, variant, self.make(lines).head)
        own = self._stand(placement.at, slot, self._grid)
        way: tuple[_Stand, ...] = (own,)
        if placement.way:
            way = tuple(
                own if at == placement.at else self._stand(at, slot_for(stop.slot, placement.story.lang), stop.grid)
                for at, stop in enumerate(placement.way)
            )
        legs = tuple(Leg(stand.frames.segments, stand.grid) for stand in way)
        first = way[0]
        parts = self._body(first.slot, first.grid)
        if variant.squeeze and first.frames.segments:
            parts = squeezed(parts, first.frames.segments[0].width, variant.squeeze)
        body = set_body(parts, legs, way[-1].slot.level, tiers=own.axes is not None)
        area = self._grid.rect(*slot.columns, *slot.lines)
        return Made(
            placement=placement,
            slot=own.slot,
            grid=own.grid,
            axes=own.axes,
            area=area,
            head=own.head,
            frames=own.frames,
            pictures=own.pictures,
            legs=legs,
            leg=placement.at,
            body=body,
            findings=(*own.findings, *body.findings),
            jumps=own.jumps,
            insets=own.insets,
            variant=variant,
        )

    def measure(self, zi: int, variant: Variant = PLAIN) -> int:
        """Lines the body takes in one endless column of ``zi`` 字: those of the finished page, not an estimate. Text is
        broken once at a measure; asked again, it is a sum of known numbers."""
        width = zi * self._grid.em
        key = (width, variant)
        if key not in self._lines:
            slot = self.slot if variant.plain else varied(self.slot, variant, self.make().head)
            parts = self._body(slot, self._grid)
            if variant.squeeze:
                parts = squeezed(parts, width, variant.squeeze)
            rows = [row.row for part in parts for row in part.rows(Rooms(width))[0]]
            self._lines[key] = sum(row.lines for row in rows) - (rows[0].lines - rows[0].lines_on_top if rows else 0)
        return self._lines[key]

    def allowed(self, fit: Fit) -> Fit:
        """What of ``fit`` may be changed: of a story that jumps nothing that would move text on the pages before."""
        return replace(fit, squeeze=0, subheads=0, body=0) if self.placement.way else fit

    def squeezable(self, count: int) -> int:
        """How many paragraphs, of ``count`` (less than 0: to be opened up), can really be set a line shorter at the
        measure of the first column."""
        segments = self.make().frames.segments
        if not count or not segments:
            return 0
        width = segments[0].width
        if (width, count) not in self._squeezable:
            parts = self._body(self.slot, self._grid)
            changed = squeezed(parts, width, count)
            self._squeezable[width, count] = sum(a is not b for a, b in zip(parts, changed, strict=True))
        return self._squeezable[width, count]

    def _stand(self, at: int, slot: Slot, grid: Grid) -> _Stand:
        """One slot of the story's way: its headline group, its pictures, what is left for the text."""
        story, way, page = self.placement.story, self.placement.way, grid
        axes = None
        if stands(slot):
            slot, grid, axes = turned(slot, grid)
        elif slot.box and slot.box.padding:
            slot, grid = inset(slot, slot.box.padding, grid)
        if at:
            story = Story(story.name, headline=way[at].headline, lang=story.lang, span=story.span)
        told = Collector()
        head, findings = self._head(story, slot, grid)
        told.extend(findings)
        pictures = self._pictures(at)
        shown = picture_frames(slot, grid, head.lines, len(pictures), told)
        shown = self._shaped(pictures, shown, slot, grid, axes)
        others = self._others if at == self.placement.at else ()
        standing = () if at else insets(story, slot, grid, head.lines, self._setter.telling(told), told)
        others = (*others, *(inset.obstacle for inset in standing))
        found = frames(slot, grid, head.lines, shown, told, others, page)
        jumps: tuple[JumpLine, ...] = ()
        if way:
            before, after = (
                way[other].page if 0 <= other < len(way) and way[other].page != way[at].page else None
                for other in (at - 1, at + 1)
            )
            segments, jumps = jump_lines(found.segments, before, after, story.lang)
            found = replace(found, segments=segments)
        return _Stand(
            slot=slot,
            grid=grid,
            axes=axes,
            head=head,
            frames=found,
            pictures=pictures,
            jumps=jumps,
            findings=tuple(told.findings),
            insets=standing,
        )

    def _pictures(self, at: int) -> tuple[Picture, ...]:
        """The pictures of one slot: as many as it has places, the rest go on to the next; all that are left to the
        last, which has to tell of those it has no place for."""
        pictures, way = self.placement.story.pictures, self.placement.way
        if not way:
            return pictures
        counts = [len(stop.slot.pictures) for stop in way]
        first = sum(counts[:at])
        return pictures[first:] if at == len(way) - 1 else pictures[first : first + counts[at]]

    def _shaped(
        self, pictures: Sequence[Picture], shown: tuple[PictureFrame, ...], slot: Slot, grid: Grid, axes: Axes | None
    ) -> tuple[PictureFrame, ...]:
        """The pictures' frames with the shapes that text goes round; they are set for it, since their words decide how
        large they are."""
        if self._placer is None or all(frame.look.shape == "rect" for frame in shown):
            return shown
        outlines = [
            self._placer.outline(picture, spot(frame, slot, grid, axes))
            for picture, frame in zip(pictures, shown, strict=False)
        ]
        return outlined(shown, [axes.turned(o) if axes and o else o for o in outlines], grid)

    def _head(self, story: Story, slot: Slot, grid: Grid) -> tuple[SetHead, tuple[Finding, ...]]:
        """The headline group; the same styles on the same columns are set once."""
        key = (slot.name, slot.head, grid)
        if key not in self._heads:
            told = Collector()
            head = set_head(story, slot.head, grid, self._setter.telling(told), told, slot.columns[0])
            self._heads[key] = head, tuple(told.findings)
        return self._heads[key]

    def _body(self, slot: Slot, grid: Grid) -> list[Part]:
        """The body's parts in the slot's styles."""
        key = (slot.body.size, slot.subhead.lines)
        if key not in self._parts:
            self._parts[key] = parts_of(flowing(self.placement.story, slot), slot, grid, self._setter, self._collector)
        return self._parts[key]
