"""What stands in a story beside paragraphs, and how a layout sets it: tables, lists, interviews, pull quotes."""

from __future__ import annotations

from printlayout.base.units import Mpt
from printlayout.base.value import dataclass, field
from printlayout.model.ink import Ink
from printlayout.model.layout import Stroke
from printlayout.model.style import Face, Style
from printlayout.model.table import TableLook


@dataclass(frozen=True, slots=True)
class ListLook:
    """Lists 列表: the ``bullet`` of plain ones, how ``numbers`` are written (1. 一、 ① （1）), faces and ink of both.
    ``indent``: permille of an em before the mark; ``room``: whole 字 for the mark, 0 for what it needs."""

    bullet: str = "■"
    numbers: str = "1."
    face: Face | None = None
    ink: Ink | None = None
    indent: int = 0
    room: int = 0


@dataclass(frozen=True, slots=True)
class QaLook:
    """Questions and answers 问答: faces and styles of both. ``hang``: names stand out and the text hangs from the
    widest of them (R54); they run in where fewer than ``least`` 字 would be left for the text (R55)."""

    label: Face | None = None
    ink: Ink | None = None
    answer_label: Face | None = None
    answer_ink: Ink | None = None
    question: Style | None = None
    answer: Style | None = None
    hang: bool = True
    least: int = 10
    before: int = 0
    """Blank lines before every question but the first."""


@dataclass(frozen=True, slots=True)
class QuoteLook:
    """Pull quotes 引语: style of the words and of the name; ``mark`` is the size of the big quotation marks (0 for
    none); rules above and below."""

    style: Style
    name: Style
    mark: Mpt = 0
    mark_face: Face | None = None
    mark_ink: Ink | None = None
    top: Stroke | None = None
    foot: Stroke | None = None
    fill: Ink | None = None


@dataclass(frozen=True, slots=True)
class Inserts:
    """The looks of a layout. ``quote`` is ``None`` only in layouts made by hand."""

    tables: dict[str, TableLook] = field(default_factory=dict)
    lists: ListLook = field(default_factory=ListLook)
    qa: QaLook = field(default_factory=QaLook)
    quote: QuoteLook | None = None
