"""Headline groups as written become :class:`Head`: relation and columns settled, what cannot be is told."""

from __future__ import annotations

from printlayout.model.heads import BESIDE, BETWEEN, OVER, WRAPPED, Head, Label
from printlayout.model.showing import ladder
from printlayout.model.style import Style
from printlayout.spec.head_keys import HeadKeys, LabelKeys
from printlayout.spec.slot_keys import SlotKeys
from printlayout.spec.styling import Styling
from printlayout.spec.values import Named

NAMES = {OVER: "盖文题", BESIDE: "串文题", WRAPPED: "文包题", BETWEEN: "文夹题"}


def head(name: str, slot: SlotKeys, body: Style | None, styling: Styling) -> Head | None:
    """The headline group of a slot; ``None`` if a name in it is not there, which has been told."""
    keys = slot.head
    kicker, deck, byline, summary = (styling.style(s) for s in (keys.kicker, keys.deck, keys.byline, keys.summary))
    label = _label(keys.label, styling)
    headline = styling.style(keys.headline) if keys.headline.name else None
    if headline is None or body is None:
        return None
    standing = body.composition.writing == "vertical"
    count = slot.tiers if standing else slot.columns[1] - slot.columns[0] + 1
    height = 0 if standing else slot.lines[1] - slot.lines[0] + 1
    relation = keys.relation
    columns = keys.columns or _columns(relation, count)
    lines = keys.lines
    if headline.composition.writing == "vertical" and not standing and not lines:
        lines = _height(keys, height, styling)
    if keys.beside and keys.beside[1] > count:
        args = {"key": f"{name}.head.beside", "value": keys.beside[1], "most": count}
        styling.at.fault("spec.outside-grid", keys.at("beside"), **args)
    if columns[1] > count and (keys.relation or not standing):
        args = {"key": f"{name}.head.columns", "value": columns[1], "most": count}
        styling.at.fault("spec.outside-grid", keys.at("columns"), **args)
    else:
        _check(name, keys, columns, count, height, styling)
    return Head(
        columns,
        kicker,
        headline,
        deck,
        byline,
        before=keys.before,
        after=keys.after,
        gap=styling.measure(keys.gap),
        lines=lines,
        relation=relation,
        line=keys.line,
        summary=summary,
        label=label,
        kicker_at=keys.kicker_at,
        deck_at=keys.deck_at,
        ladder=ladder(styling.at.hao),
        span=keys.span,
        beside=keys.beside,
    )


def _label(keys: Named | LabelKeys | None, styling: Styling) -> Label | None:
    """The label of a group; ``None`` as for :func:`head`."""
    if isinstance(keys, Named):
        style = styling.style(keys)
        return Label(style, span=keys.span) if style else None
    if keys is None or not keys.style.name:
        return None
    style, rule = styling.style(keys.style), styling.stroke(keys.rule)
    return Label(style, keys.text, keys.at_, rule, keys.places.get("text", keys.span)) if style else None


def _columns(relation: str, count: int) -> tuple[int, int]:
    """The columns of a group that names none: all of them over the text; beside it all but the last; inside it all
    but the first and last, between columns the middle one (of an even number, two)."""
    if relation == BESIDE:
        return (1, max(1, count - 1))
    if relation == WRAPPED and count > 2:
        return (2, count - 1)
    if relation == BETWEEN and count > 2:
        return ((count + 1) // 2, count // 2 + 1)
    return (1, count)


def _height(keys: HeadKeys, height: int, styling: Styling) -> int:
    """Lines of a vertical group over horizontal text that names none: beside text or between it, the slot's."""
    if keys.relation in (BESIDE, BETWEEN):
        return height - keys.line + 1 - keys.after
    styling.at.fault("head.no-height", keys.span)
    return 1


def _check(name: str, keys: HeadKeys, columns: tuple[int, int], count: int, height: int, styling: Styling) -> None:
    """Tell relations that the columns, or the line, make impossible."""
    inner = columns[0] > 1 and columns[1] < count
    relation, span = keys.relation, keys.at("columns" if keys.columns else "relation")
    args = {"columns": f"{columns[0]}-{columns[1]}", "count": count}
    if relation == OVER and columns != (1, count):
        styling.at.fault("head.not-over", span, **args)
    elif relation == BESIDE and (inner or columns == (1, count)):
        styling.at.fault("head.not-beside", span, **args)
    elif relation in (WRAPPED, BETWEEN) and not inner:
        styling.at.fault("head.not-inside", span, relation_zh=NAMES[relation], relation=relation, **args)
    if keys.line == 1:
        return
    if relation == BETWEEN:
        styling.at.fault("head.line-between", keys.at("line"))
    elif columns == (1, count) and count > 1:
        styling.at.fault("head.cuts-text", keys.at("line"), count=count)
    elif height and keys.line > height:
        styling.at.fault("spec.outside-grid", keys.at("line"), key=f"{name}.head.line", value=keys.line, most=height)
