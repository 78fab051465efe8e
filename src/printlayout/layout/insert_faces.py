"""Which faces the tables, lists, interviews and pull quotes of a story need."""

from __future__ import annotations

from collections.abc import Iterator

from printlayout.base.diagnostics import Collector, Span
from printlayout.layout.inserts import quote_look, table_look
from printlayout.layout.looks import faces_of
from printlayout.model.inserts import Inserts
from printlayout.model.layout import Slot
from printlayout.model.story import Story
from printlayout.model.style import Face, Style


def insert_faces(story: Story, slot: Slot) -> Iterator[tuple[Face, Span]]:
    """Each face with the style or place that asks for it."""
    looks = slot.inserts or Inserts()
    kinds = {block.kind for block in story.blocks}
    for block in story.blocks:
        if block.table is not None:
            look = table_look(block.table, slot, Collector())
            strong = any(run.role == "strong" for runs in block.table.lines for run in runs)
            named = [look.styles[c.style] for c in block.table.columns if c.style in look.styles]
            for style in (look.cell, look.head, look.group, look.foot_row, look.title, look.note, *named):
                yield from _of(style, strong)
    if "quote" in kinds:
        quote = quote_look(slot)
        yield from _of(quote.style, True)
        yield from _of(quote.name, False)
        if quote.mark and quote.mark_face:
            yield quote.mark_face, quote.style.span
    if kinds & {"item", "question", "answer"}:
        yield from _of(slot.body, True)
        if looks.lists.face:
            yield looks.lists.face, slot.body.span
    if kinds & {"question", "answer"}:
        for label in (looks.qa.label, looks.qa.answer_label):
            if label:
                yield label, slot.body.span
        for spoken in (looks.qa.question, looks.qa.answer):
            if spoken:
                yield from _of(spoken, True)


def _of(style: Style, strong: bool) -> Iterator[tuple[Face, Span]]:
    for face in faces_of(style, strong):
        yield face, style.span
