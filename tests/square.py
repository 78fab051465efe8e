"""A shaper for arithmetic: every Chinese character is a square of 1 em, every Western one half of it.

The space is a quarter of an em; the quotation marks that Chinese and Latin share are half an em wide, as in a Latin
font, so that a box of 1 em round them is the engine's doing (R2).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from printlayout.base.diagnostics import Collector, Span
from printlayout.layout.cells import Cells, TextRun
from printlayout.layout.itemise import CellMaker
from printlayout.layout.lines import Measured
from printlayout.layout.measure import measure as measured
from printlayout.layout.paragraph import Setter, Shape
from printlayout.model.galley import SetLine, SetParagraph
from printlayout.model.ink import BLACK
from printlayout.model.shaped import Glyph
from printlayout.model.style import Composition, Face

SQUARE = Face("square")
BOLD = Face("square", 700)
EM = 10_000


@dataclass(frozen=True)
class SquareShaper:
    """Glyph ids are code points; a character in ``missing`` has no glyph. ``widths`` and ``inks`` (permille of an
    em) replace advance and outline of single characters."""

    missing: str = ""
    other: Face | None = None
    widths: Mapping[str, int] = field(default_factory=dict)
    inks: Mapping[str, tuple[int, int, int, int]] = field(default_factory=dict)

    def gid(self, face: Face, char: str) -> int:
        return 0 if char in self.missing and face in (SQUARE, BOLD) else ord(char)

    def shape(self, face: Face, text: str, size: int, lang: str, vertical: bool = False) -> tuple[Glyph, ...]:
        return tuple(
            Glyph(self.gid(face, c), i, self.advance(face, self.gid(face, c)) * size // 1000)
            for i, c in enumerate(text)
        )

    def ink(self, face: Face, gid: int) -> tuple[int, int, int, int]:
        return self.inks.get(chr(gid), (0, -120, self.advance(face, gid), 880))

    def advance(self, face: Face, gid: int) -> int:
        char = chr(gid)
        if char in self.widths:
            return self.widths[char]
        if char == " ":
            return 250
        return 500 if (gid < 0x2000 and char != "·") or char in "‘’“”–" else 1000

    def fallback(self, face: Face, char: str) -> Face | None:
        return self.other


PLAIN = SquareShaper()


def run(text: str, face: Face = SQUARE, size: float = 1, after: float = 0, mark: str = "", note: str = "") -> TextRun:
    """A run of text; size and the blank after it in em."""
    after_it = round(after * EM)
    return TextRun(text, face, face, round(size * EM), BLACK, Span("text", 1, 1), 0, after_it, mark, note)


def set_runs(
    runs: Sequence[TextRun],
    measure: float,
    *,
    indent: float = 0,
    align: str = "justify",
    collector: Collector | None = None,
    shaper: SquareShaper = PLAIN,
    **settings: object,
) -> SetParagraph:
    """Set a paragraph of several runs; lengths in em. ``indent`` is the first line's."""
    collector = collector or Collector()
    setter = Setter(CellMaker(shaper, collector), collector)
    composition = Composition(**settings)  # type: ignore[arg-type]
    return setter.set(runs, composition, EM, Shape(round(measure * EM), (round(indent * EM), 0), align))


def set_text(
    text: str,
    measure: float,
    *,
    indent: float = 0,
    align: str = "justify",
    collector: Collector | None = None,
    shaper: SquareShaper = PLAIN,
    **settings: object,
) -> SetParagraph:
    """Set a text in the square font; lengths in em."""
    return set_runs([run(text)], measure, indent=indent, align=align, collector=collector, shaper=shaper, **settings)


def natural(text: str, **settings: object) -> list[float]:
    """Advances of a text on one line with room to spare."""
    paragraph = set_text(text, 200, align="left", **settings)  # type: ignore[arg-type]
    assert len(paragraph.lines) == 1, lines(paragraph)
    return advances(paragraph)


def cells_of(text: str, shaper: SquareShaper = PLAIN, **settings: object) -> Cells:
    """The cells of a text."""
    return CellMaker(shaper, Collector()).make([run(text)], Composition(**settings), EM)  # type: ignore[arg-type]


def measured_text(text: str, **settings: object) -> Measured:
    """The breaker's numbers for a text."""
    return measured(cells_of(text, **settings), Composition(**settings))  # type: ignore[arg-type]


def lines(paragraph: SetParagraph) -> list[str]:
    """The characters of each line."""
    return [paragraph.text[line.start : line.end] for line in paragraph.lines]


def advances(paragraph: SetParagraph, line: int = 0) -> list[float]:
    """Widths of the characters of a line in em."""
    return em(paragraph.lines[line].advances)


def em(lengths: Iterable[int]) -> list[float]:
    """Milli-points as em."""
    return [round(length / EM, 4) for length in lengths]


def origins(line: SetLine) -> list[float]:
    """Where the glyphs of a line have their origins, in em from the measure's left edge."""
    return em(piece.x + x for piece in line.pieces for x in piece.xs)


def codes(collector: Collector) -> list[str]:
    """The codes of what was told."""
    return [finding.code for finding in collector.findings]
