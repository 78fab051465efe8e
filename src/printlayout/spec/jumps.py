"""Stories that jump (转版): a page's ``continued`` names a slot in which a story of an earlier place goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from printlayout.base.diagnostics import Span
from printlayout.base.value import dataclass
from printlayout.model.layout import Layout, PictureSlot, Slot
from printlayout.model.story import Run, Station
from printlayout.spec.issue_keys import ContinuedKeys, PageKeys
from printlayout.spec.shapes import Reading
from printlayout.spec.spreads import folio_at
from printlayout.spec.values import Named


@dataclass(frozen=True, slots=True)
class Stop:
    """A place of a story as written: page, slot, and the headline given there."""

    page: PageKeys
    slot: str
    span: Span
    headline: tuple[Run, ...] = ()


def story_name(written: str) -> str:
    """A story's name: its file's without folder and ending."""
    return written.rpartition("/")[2].removesuffix(".md")


def continued(page: PageKeys) -> list[tuple[str, Named, tuple[Run, ...]]]:
    """Slot, story and headline of every continuation on a page."""
    found = []
    for slot, keys in page.continued.items():
        named = keys.story if isinstance(keys, ContinuedKeys) else keys
        rows = keys.headline if isinstance(keys, ContinuedKeys) else ()
        found.append((slot, named, tuple(run for row in rows for run in row)))
    return found


def ways(pages: Sequence[PageKeys], at: Reading) -> dict[str, list[Stop]]:
    """Every jumping story's stops, in the order of the pages as listed. A continuation of a story that does not begin
    on the same page or one listed before is an error."""
    found: dict[str, list[Stop]] = {}
    for page in pages:
        for slot, named in page.stories.items():
            found.setdefault(story_name(named.name), [Stop(page, slot, named.span)])
        for slot, named, headline in continued(page):
            name = story_name(named.name)
            if name not in found:
                at.fault("spec.jump-without-start", named.span, story=name[:60], page=page.page.said)
            elif named.name:
                found[name].append(Stop(page, slot, named.span, headline))
    return {name: stops for name, stops in found.items() if len(stops) > 1}


def stations(stops: Sequence[Stop], layout_of: Callable[[PageKeys], Layout | None], at: Reading) -> tuple[Station, ...]:
    """The slots of a story's way. Text flows on only where lines have one size and pitch, and only in horizontal slots.
    All but the last have lines of their own in the layout, and nothing lies over them, so that every page knows where
    the text of the pages before ends; anything else is an error. Empty if a layout or a slot is missing, which is told
    where the page is read."""
    found: list[Station] = []
    for stop in stops:
        layout = layout_of(stop.page)
        slot = layout.slot(stop.slot) if layout else None
        if layout is None or slot is None:
            return ()
        first = found[0].grid if found else layout.grid
        if (layout.grid.em, layout.grid.leading) != (first.em, first.leading):
            at.fault("spec.jump-grid", stop.span, slot=stop.slot, page=stop.page.page.said)
        if _vertical(slot):
            at.fault("spec.jump-vertical", stop.span, slot=stop.slot)
        ends = stop is stops[-1]
        if not ends and any(region.root.holds(stop.slot) for region in layout.regions):
            at.fault("spec.jump-region", stop.span, slot=stop.slot)
        others: tuple[Slot | PictureSlot, ...] = (*layout.slots, *layout.picture_slots)
        over = next((other.name for other in others if _over(other, slot)), "")
        if over and not ends:
            at.fault("spec.jump-under", stop.span, slot=stop.slot, other=over)
        found.append(Station(folio_at(stop.page.page, slot, layout.grid), slot, layout.grid, stop.headline))
    return tuple(found)


def _vertical(slot: Slot) -> bool:
    return slot.body.composition.writing == "vertical"


def _over(other: Slot | PictureSlot, slot: Slot) -> bool:
    """Whether something lies over a slot whose text goes round it."""
    return (
        other.wrap is not None
        and other.name != slot.name
        and all(
            one[0] <= two[1] and two[0] <= one[1]
            for one, two in ((other.columns, slot.columns), (other.lines, slot.lines))
        )
    )
