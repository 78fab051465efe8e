"""From styles and story text to runs of one look."""

from __future__ import annotations

from collections.abc import Sequence

from printlayout.base.units import Mpt
from printlayout.layout.cells import TextRun
from printlayout.layout.paragraph import Shape
from printlayout.model.story import Block, Run
from printlayout.model.style import Face, Style


def run_of(run: Run, style: Style, size: Mpt | None = None, face: Face | None = None) -> TextRun:
    """One run in a style, at another size or in another face where given."""
    used = face or style.face
    latin = style.latin if style.latin and face is None else used
    return TextRun(run.text, used, latin, size or style.size, style.ink, run.span, style.tracking)


def runs_of(runs: Sequence[Run], style: Style, size: Mpt | None = None) -> list[TextRun]:
    """Runs of one line or heading, strong text in its own face."""
    return [run_of(run, style, size, _strong(style, False) if run.role == "strong" else None) for run in runs]


def paragraph_runs(block: Block, style: Style) -> list[TextRun]:
    """Runs of a paragraph. A strong run that opens it is a run-in head (R62)."""
    result: list[TextRun] = []
    opening = True
    for run in block.runs:
        strong = run.role == "strong"
        opening = opening and strong
        result.append(run_of(run, style, None, _strong(style, opening) if strong else None))
    return result


def shape_of(style: Style, measure: Mpt) -> Shape:
    """A paragraph's shape in a style: first-line indent (R50) or hanging indent (R54)."""
    em = style.size
    return Shape(measure, (style.indent * em // 1000, style.hang * em // 1000), style.align)


def _strong(style: Style, opening: bool) -> Face:
    if opening and style.lead_in:
        return style.lead_in
    return style.emphasis or Face(style.face.family, max(700, style.face.weight))


def faces_of(style: Style) -> tuple[Face, ...]:
    """Every face a style may need."""
    return (style.face, style.latin or style.face, _strong(style, False), _strong(style, True))
