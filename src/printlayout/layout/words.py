"""The words of a picture: caption 图说 and credit 摄影署名, on lines of the grid."""

from __future__ import annotations

from collections.abc import Sequence

from printlayout.base.units import Mpt
from printlayout.base.value import dataclass, replace
from printlayout.layout.cells import TextRun
from printlayout.layout.looks import run_of
from printlayout.layout.paint import Sources, paint_line
from printlayout.layout.paragraph import Setter, Shape
from printlayout.model.display import Item
from printlayout.model.galley import SetLine
from printlayout.model.ink import Ink
from printlayout.model.story import Picture, Run
from printlayout.model.style import Style


@dataclass(frozen=True, slots=True)
class Words:
    """Set words: the caption's lines and the credit, which stands on the last of them if there is room beside it."""

    lines: tuple[SetLine, ...] = ()
    credit: SetLine | None = None
    beside: bool = False
    measure: Mpt = 0

    @property
    def rows(self) -> int:
        """Lines of the grid they take."""
        return len(self.lines) + (1 if self.credit and not self.beside else 0)

    @property
    def start(self) -> Mpt:
        """Where the leftmost line begins."""
        return 0 if self.credit else min((line.xs[0] for line in self.lines if line.xs), default=0)

    @property
    def width(self) -> Mpt:
        """How far the longest line reaches."""
        return self.measure if self.credit else max((_end(line) for line in self.lines), default=0)


def set_words(
    caption: Sequence[TextRun], credit: Run | None, styles: tuple[Style, Style], width: Mpt, em: Mpt, setter: Setter
) -> Words:
    """Set a caption and a credit to a width; ``styles`` are theirs. One line stands as the style says, several are set
    full; a credit that would touch the last line gets a line of its own."""
    style, credited = styles
    lines: tuple[SetLine, ...] = ()
    if caption:
        lines = setter.set(caption, style.composition, style.size, Shape(width, align=style.align)).lines
        if len(lines) > 1 and style.align == "center":
            lines = setter.set(caption, style.composition, style.size, Shape(width)).lines
    by = None
    if credit:
        shape = Shape(width, align="right")
        by = setter.set([run_of(credit, credited)], credited.composition, credited.size, shape).lines[0]
    beside = bool(lines and by and _end(lines[-1]) + em + sum(by.advances) <= width)
    return Words(lines, by, beside, width)


def paint_words(words: Words, x: Mpt, last: Mpt, leading: Mpt, em: Mpt, sources: Sources) -> list[Item]:
    """Words whose last line's em box begins at ``last``, on the lines above it."""
    items: list[Item] = []
    rows = words.rows
    for number, line in enumerate(words.lines):
        items += paint_line(line, x, last - (rows - 1 - number) * leading, em, sources)
    if words.credit:
        items += paint_line(words.credit, x, last, em, sources)
    return items


def in_ink(style: Style, ink: Ink) -> Style:
    """A style in another ink, for words on a ground of their own."""
    return replace(style, ink=ink)


def number_of(kind: str, number: int) -> str:
    """The number of a picture of a group: ① or 图1; nothing without numbers. Circled numbers go to 20."""
    if kind == "circled":
        return chr(0x2460 + number - 1) if number <= 20 else f"（{number}）"
    return f"图{number}" if kind == "figure" else ""


def caption_runs(picture: Picture, number: str, style: Style) -> list[TextRun]:
    """A picture's own caption behind its number."""
    caption = picture.caption
    if caption is None:
        return []
    return [*_numbered(number, caption, style), run_of(caption, style)]


def common_runs(group: Picture, numbers: Sequence[str], style: Style) -> list[TextRun]:
    """One caption for a group: what the group says, then picture by picture what each shows, its credit in brackets.

    Parts that end without a mark are parted by a semicolon; a last part keeps its own end (R64).
    """
    runs = [run_of(group.caption, style)] if group.caption else []
    parts = [(n, p) for n, p in zip(numbers, group.members, strict=True) if p.caption or p.credit]
    for place, (number, picture) in enumerate(parts):
        if place == 0 and runs and runs[-1].text[-1:] not in "。！？；：":
            runs.append(replace(runs[-1], text="："))
        told = picture.caption or picture.credit
        assert told is not None
        runs += _numbered(number, told, style)
        if picture.caption:
            runs.append(run_of(picture.caption, style))
        if picture.credit:
            text = f"（{picture.credit.text}）" if picture.caption else picture.credit.text
            runs.append(run_of(replace(picture.credit, text=text), style))
        if place < len(parts) - 1 and runs[-1].text[-1:] not in "。！？；":
            runs.append(replace(runs[-1], text="；"))
    return runs


def _numbered(number: str, caption: Run, style: Style) -> list[TextRun]:
    if not number:
        return []
    blank = "　" if number.startswith("图") else ""
    return [run_of(Run(number + blank, "text", caption.span), style)]


def _end(line: SetLine) -> Mpt:
    return line.xs[-1] + line.advances[-1] if line.xs else 0
