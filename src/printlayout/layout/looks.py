"""From styles and story text to runs of one look."""

from __future__ import annotations

from collections.abc import Sequence

from printlayout.base.diagnostics import Span
from printlayout.base.units import Mpt
from printlayout.base.value import replace
from printlayout.layout.cells import TextRun
from printlayout.layout.paragraph import Shape
from printlayout.model.layout import Slot
from printlayout.model.story import Block, Run
from printlayout.model.style import Face, Style
from printlayout.text.classes import CLASSES, MARKS
from printlayout.text.regions import composed_for


def run_of(run: Run, style: Style, size: Mpt | None = None, face: Face | None = None) -> TextRun:
    """One run in a style, at another size or in another face where given."""
    used = face or style.face
    latin = style.latin if style.latin and face is None else used
    return TextRun(
        text=run.text,
        face=used,
        latin=latin,
        size=size or style.size,
        ink=style.ink,
        span=run.span,
        tracking=style.tracking,
        mark=run.mark,
        note=run.note,
    )


def runs_of(runs: Sequence[Run], style: Style, size: Mpt | None = None) -> list[TextRun]:
    """Runs of one line or heading, strong text in its own face."""
    return [run_of(run, style, size, _strong(style, False) if run.role == "strong" else None) for run in runs]


def paragraph_runs(block: Block, style: Style) -> list[TextRun]:
    """Runs of a paragraph. A strong run that opens it is a run-in head: set in its own face, with 1 em after it
    unless its last mark brings its own blank (R62)."""
    result: list[TextRun] = []
    opening = True
    for run in block.runs:
        strong = run.role == "strong"
        if opening and not strong and result and CLASSES[result[-1].text[-1]] not in MARKS:
            result[-1] = replace(result[-1], after=style.size)
        opening = opening and strong
        result.append(run_of(run, style, None, _strong(style, opening) if strong else None))
    return result


def place_of(runs: Sequence[TextRun], at: int, otherwise: Span) -> Span:
    """Where a character of a paragraph stands in its file."""
    for run in runs:
        if at < len(run.text):
            return run.span.shifted(at)
        at -= len(run.text)
    return otherwise


def only_start(runs: Sequence[TextRun], count: int) -> list[TextRun]:
    """The first ``count`` characters."""
    kept: list[TextRun] = []
    for run in runs:
        if count > 0:
            kept.append(replace(run, text=run.text[:count]))
        count -= len(run.text)
    return kept


def without_start(runs: Sequence[TextRun], count: int) -> list[TextRun]:
    """All but the first ``count`` characters."""
    kept: list[TextRun] = []
    for run in runs:
        if count < len(run.text):
            cut = max(0, count)
            kept.append(replace(run, text=run.text[cut:], span=run.span.shifted(cut)))
        count -= len(run.text)
    return kept


def slot_for(slot: Slot, lang: str) -> Slot:
    """The slot with its styles composed for a story's language; the slot itself where it is the layout's own."""

    def turned(style: Style) -> Style:
        composition = composed_for(style.composition, lang)
        return style if composition is style.composition else replace(style, composition=composition)

    if not lang or turned(slot.body) is slot.body:
        return slot
    return replace(
        slot,
        head=slot.head.styled(turned),
        body=turned(slot.body),
        subhead=turned(slot.subhead),
        caption=turned(slot.caption),
        credit=turned(slot.credit),
    )


def shape_of(style: Style, measure: Mpt) -> Shape:
    """A paragraph's shape in a style: first-line indent (R50) or hanging indent (R54)."""
    em = style.size
    return Shape(measure, (style.indent * em // 1000, style.hang * em // 1000), style.align)


def _strong(style: Style, opening: bool) -> Face:
    if opening and style.lead_in:
        return style.lead_in
    return style.emphasis or Face(style.face.family, max(700, style.face.weight))


def faces_of(style: Style, strong: bool = True) -> tuple[Face, ...]:
    """Every face text in a style may need; those of strong text only where there is some."""
    faces = (style.face, style.latin or style.face)
    return (*faces, _strong(style, False), _strong(style, True)) if strong else faces
