"""A shaper for arithmetic: every Chinese character is a square of 1 em, every Western one half of it."""

from __future__ import annotations

from printlayout.base.diagnostics import Collector
from printlayout.layout.cells import TextRun
from printlayout.layout.itemise import CellMaker
from printlayout.layout.paragraph import Setter, Shape
from printlayout.model.galley import SetParagraph
from printlayout.model.ink import BLACK
from printlayout.model.shaped import Glyph
from printlayout.model.style import Composition, Face
from printlayout.base.diagnostics import Span

SQUARE = Face("square")
EM = 10_000


class SquareShaper:
    """Glyph ids are code points; a character in ``missing`` has no glyph."""

    def __init__(self, missing: str = "", fallback: Face | None = None) -> None:
        self.missing = missing
        self.other = fallback

    def gid(self, face: Face, char: str) -> int:
        return 0 if char in self.missing and face == SQUARE else ord(char)

    def shape(self, face: Face, text: str, size: int, lang: str, vertical: bool = False) -> tuple[Glyph, ...]:
        return tuple(Glyph(self.gid(face, c), i, self.advance(face, ord(c)) * size // 1000) for i, c in enumerate(text))

    def ink(self, face: Face, gid: int) -> tuple[int, int, int, int]:
        return (0, -120, self.advance(face, gid), 880)

    def advance(self, face: Face, gid: int) -> int:
        return 250 if gid == 0x20 else 500 if gid < 0x2000 and gid != 0xB7 else 1000

    def fallback(self, face: Face, char: str) -> Face | None:
        return self.other


def set_text(
    text: str, measure: float, *, indent: float = 0, align: str = "justify", collector: Collector | None = None, **settings: object
) -> SetParagraph:
    """Set a text in the square font; lengths in em."""
    collector = collector or Collector()
    setter = Setter(CellMaker(SquareShaper(), collector), collector)
    run = TextRun(text, SQUARE, SQUARE, EM, BLACK, Span("text", 1, 1))
    composition = Composition(**settings)  # type: ignore[arg-type]
    return setter.set([run], composition, EM, Shape(round(measure * EM), (round(indent * EM), 0), align))


def lines(paragraph: SetParagraph) -> list[str]:
    """The characters of each line."""
    return [paragraph.text[line.start : line.end] for line in paragraph.lines]


def advances(paragraph: SetParagraph, line: int = 0) -> list[float]:
    """Widths of the characters of a line in em."""
    return [round(a / EM, 4) for a in paragraph.lines[line].advances]
