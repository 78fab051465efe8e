"""The index box 导读: what it says of stories elsewhere in the issue."""

from __future__ import annotations

from printlayout.base.diagnostics import NOWHERE, Span
from printlayout.base.value import dataclass
from printlayout.model.style import Style


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A story's headline or words in its place, and the number of the page it begins on."""

    text: str
    page: int
    story: str = ""
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class IndexLook:
    """How the page of an entry is set: its style, and ``text`` with ``{page}`` in it; ``between``: blank lines between
    entries."""

    page: Style | None
    text: str
    between: int = 1
