"""Slots as written become slots of the model."""

from __future__ import annotations

from printlayout.model.copyfit import NO_FIT, Fit
from printlayout.model.layout import Columns, PicturePlace, PictureSlot, Slot, TextFrame
from printlayout.spec.boxes import box_of, check_room
from printlayout.spec.heads import head as head_of
from printlayout.spec.picture_keys import PictureSlotKeys
from printlayout.spec.pictures import edges, look, place
from printlayout.spec.slot_keys import SlotFitKeys, SlotKeys, TextColumnsKeys
from printlayout.spec.styling import Styling


def slot(name: str, keys: SlotKeys, styling: Styling) -> Slot | None:
    """A slot; ``None`` if a name in it is not there, which has been told."""
    own = {
        part: styling.styles.find(named.name, named.span) if named else styling.styles.find(part, keys.span)
        for part, named in (
            ("body", keys.body), ("subhead", keys.subhead), ("caption", keys.caption), ("credit", keys.credit)
        )
    }  # fmt: skip
    rule, box = styling.stroke(keys.column_rule), box_of(keys.box, styling)
    if keys.box and box:
        check_room(keys.box, box, styling)
    head = head_of(name, keys, own["body"], styling)
    body, subhead, caption, credit = own["body"], own["subhead"], own["caption"], own["credit"]
    if head is None or body is None or subhead is None or caption is None or credit is None:
        return None
    pictures = tuple(place(picture, styling) for picture in keys.pictures)
    quotes = tuple(PicturePlace(q.columns, q.line, q.lines, q.foot, q.clear, q.span) for q in keys.quotes)
    return Slot(
        name=name,
        quotes=quotes,
        columns=keys.columns,
        lines=keys.lines,
        head=head,
        body=body,
        subhead=subhead,
        caption=caption,
        credit=credit,
        pictures=pictures,
        rule=rule,
        box=box,
        level=keys.level,
        tiers=keys.tiers,
        keep_after_subhead=keys.keep_after_subhead,
        span=keys.span,
        text=_columns(keys.text, styling),
        frames=tuple(TextFrame(f.columns, f.lines, _columns(f.text, styling), f.span) for f in keys.frames),
        least=keys.least,
        bands=keys.reading == "bands",
        wrap=None if keys.wrap is None else styling.measure(keys.wrap),
        fit=_fit(keys.fit, styling),
        jump=styling.style(keys.jump) if keys.jump else styling.styles.table.get("jump"),
    )


def _columns(keys: TextColumnsKeys | None, styling: Styling) -> Columns | None:
    if keys is None:
        return None
    return Columns(keys.count, keys.mode, styling.measure(keys.gap) if keys.gap else styling.gutter)


def _fit(keys: SlotFitKeys | None, styling: Styling) -> Fit:
    if keys is None:
        return NO_FIT
    return Fit(keys.squeeze, keys.pictures, keys.headline, keys.subheads, styling.measure(keys.body), keys.blank)


def picture_slot(name: str, keys: PictureSlotKeys, styling: Styling) -> PictureSlot | None:
    """A picture slot; ``None`` as for :func:`slot`."""
    caption, credit = (
        styling.style(named) if named else styling.styles.find(part, keys.span)
        for part, named in (("caption", keys.caption), ("credit", keys.credit))
    )
    if caption is None or credit is None:
        return None
    moved, looks = edges(keys.edges, styling), look(keys, styling)
    wrap = None if keys.wrap is None else styling.measure(keys.wrap)
    return PictureSlot(
        name=name,
        columns=keys.columns,
        lines=keys.lines,
        caption=caption,
        credit=credit,
        span=keys.span,
        edges=moved,
        look=looks,
        wrap=wrap,
        clear=keys.clear,
    )
