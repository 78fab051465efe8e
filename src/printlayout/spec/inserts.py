"""Looks of tables, lists, questions and pull quotes as written become values of the model."""

from __future__ import annotations

from printlayout.model.inserts import Inserts, ListLook, QaLook, QuoteLook
from printlayout.model.style import Style
from printlayout.model.table import TableLook
from printlayout.spec.insert_keys import ListKeys, QaKeys, QuoteKeys
from printlayout.spec.layout_keys import LayoutKeys
from printlayout.spec.styling import Styling
from printlayout.spec.table_keys import TableLookKeys
from printlayout.spec.values import Named

NUMBERS = {"arabic": "1.", "chinese": "一、", "circled": "①", "brackets": "（1）", "chinese-brackets": "（一）"}


def inserts(keys: LayoutKeys, styling: Styling) -> Inserts:
    """The looks a layout writes; names that are not there have been told."""
    tables = {name: _table(name, look, styling) for name, look in keys.tables.items()}
    made = Inserts({name: look for name, look in tables.items() if look is not None})
    lists = _lists(keys.lists, styling) if keys.lists else made.lists
    qa = _qa(keys.qa, styling) if keys.qa else made.qa
    quote = _quote(keys.quotes, styling) if keys.quotes else None
    return Inserts(made.tables, lists, qa, quote)


def _style(named: Named | None, styling: Styling, *otherwise: str) -> Style | None:
    """A style by its name, or the first of some usual names that the layout has."""
    if named is not None:
        return styling.style(named)
    return next((styling.styles.table[name] for name in otherwise if name in styling.styles.table), None)


def _table(name: str, keys: TableLookKeys, styling: Styling) -> TableLook | None:
    cell = _style(keys.cell, styling, "table", "caption", "body")
    if cell is None:
        return None
    head = _style(keys.head, styling, "table-head") or cell
    strokes = {
        part: styling.stroke(getattr(keys, part)) for part in ("top", "under_head", "row", "foot", "column", "parts")
    }
    inks = {part: styling.ink(getattr(keys, part)) for part in ("zebra", "head_fill", "group_fill")}
    return TableLook(
        name,
        cell,
        head,
        _style(keys.group, styling, "table-group") or head,
        _style(keys.foot_row, styling, "table-foot") or cell,
        _style(keys.title, styling, "table-title", "subhead") or head,
        _style(keys.note, styling, "table-note", "credit") or cell,
        top=strokes["top"],
        under_head=strokes["under_head"],
        row=strokes["row"],
        foot=strokes["foot"],
        column=strokes["column"],
        parts=strokes["parts"],
        zebra=inks["zebra"],
        head_fill=inks["head_fill"],
        group_fill=inks["group_fill"],
        every=keys.every,
        gap=styling.measure(keys.gap) if keys.gap else cell.size // 2,
        inset=styling.measure(keys.inset),
        row_lines=keys.row_lines,
        space=keys.space,
        span=keys.span,
        styles=styling.styles.table,
    )


def _lists(keys: ListKeys, styling: Styling) -> ListLook:
    indent = round(styling.measure(keys.indent) * 1000 / styling.em)
    return ListLook(keys.bullet, NUMBERS[keys.numbers], keys.face, styling.ink(keys.ink), indent, keys.room)


def _qa(keys: QaKeys, styling: Styling) -> QaLook:
    return QaLook(
        label=keys.label,
        ink=styling.ink(keys.ink),
        answer_label=keys.answer_label,
        answer_ink=styling.ink(keys.answer_ink),
        question=styling.style(keys.question),
        answer=styling.style(keys.answer),
        hang=keys.hang,
        least=keys.least,
        before=keys.before,
    )


def _quote(keys: QuoteKeys, styling: Styling) -> QuoteLook | None:
    style, name = _style(keys.style, styling, "quote", "subhead"), _style(keys.name, styling, "quote-name", "caption")
    if style is None or name is None:
        return None
    return QuoteLook(
        style=style,
        name=name,
        mark=styling.measure(keys.mark),
        mark_face=keys.mark_face,
        mark_ink=styling.ink(keys.mark_ink),
        top=styling.stroke(keys.top),
        foot=styling.stroke(keys.foot),
        fill=styling.ink(keys.fill),
    )
