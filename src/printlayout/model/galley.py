"""Text composed into lines, before it has a place on the page."""

from __future__ import annotations

from printlayout.base.diagnostics import Finding, Span
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass
from printlayout.model.ink import Ink


@dataclass(frozen=True, slots=True)
class Piece:
    """Glyphs of one face and size on one line, as painting needs them: see :class:`printlayout.model.display.Glyphs`.
    ``x`` is measured along the line from its start; ``across`` from the line's axis, for an upright piece of a vertical
    line (纵中横) whose baseline starts ``x`` down the line."""

    face: str
    size: Mpt
    x: Mpt
    gids: tuple[int, ...]
    xs: tuple[Mpt, ...]
    texts: tuple[str, ...]
    ink: Ink
    span: Span
    ys: tuple[Mpt, ...] | None = None
    direction: str = "ltr"
    across: Mpt = 0
    scale: int = 1000


@dataclass(frozen=True, slots=True)
class Decor:
    """An ornament of a stretch of a line: ``kind`` is dots 着重号, name 专名号, title 书名号, mourning 示亡号 (R69,
    R70). It reaches from ``x`` for ``width`` along the line."""

    kind: str
    x: Mpt
    width: Mpt
    size: Mpt
    ink: Ink
    span: Span


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line as set. ``start, end`` is its range in the paragraph's characters; ``xs`` and ``advances`` give every
    character's box (left edge from the measure's left edge; width to the next character's box)."""

    start: int
    end: int
    width: Mpt
    xs: tuple[Mpt, ...]
    advances: tuple[Mpt, ...]
    pieces: tuple[Piece, ...]
    hyphen: bool = False
    decor: tuple[Decor, ...] = ()


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph as set: its characters, its lines and what there was to tell."""

    text: str
    measure: Mpt
    lines: tuple[SetLine, ...]
    findings: tuple[Finding, ...] = ()
