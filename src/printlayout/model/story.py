"""A story as the newsroom wrote it: headline group, paragraphs, pictures; every piece with its place in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from printlayout.base.diagnostics import NOWHERE, Span
from printlayout.base.value import dataclass
from printlayout.model.layout import Grid, Slot

SOFT_BREAK = "\u200b"
"""Where a line of the headline group may be broken, as its author marked it with ``|``; it has no glyph."""

if TYPE_CHECKING:
    from printlayout.model.table import Table


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text from one line of a file. ``span`` is the place of its first character.

    ``role`` is ``text`` or ``strong`` (``**…**``). ``mark`` is an ornament or setting of the run (dots 着重, name 专名,
    title 书名, mourning 示亡, even 均排, ruby 注音), ``note`` its argument: the readings, or a width in em.
    """

    text: str
    role: str = "text"
    span: Span = NOWHERE
    mark: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (``para``), a sub-heading (``subhead``, 小标题), an ``item`` of a list, a ``question`` or ``answer``,
    a pull quote (``quote``, 引语) or a ``table``.

    ``label`` is what stands out before the text: the number of an item (none has a bullet), who asks or answers; of a
    quote, who said it.
    """

    kind: str
    runs: tuple[Run, ...]
    span: Span = NOWHERE
    label: Run | None = None
    table: Table | None = None

    @property
    def text(self) -> str:
        """The characters of the block as the newsroom counts them, without marks of role: a name that opens question
        or answer is part of the text, the number of an item is not."""
        if self.table is not None:
            return self.table.text
        named = self.label.text if self.label and self.kind in ("question", "answer") else ""
        return named + "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a story: file (absolute path), caption, credit, and the point a crop keeps (permille of the
    picture from its top left).

    Or a group of pictures 组图: then it has ``members`` and no file, and caption and credit are those all share.
    """

    path: str
    caption: Run | None = None
    credit: Run | None = None
    focus: tuple[int, int] = (500, 500)
    span: Span = NOWHERE
    crop: int = 0
    """How far the editor lets the picture's proportions move from the file's either way, permille."""
    members: tuple[Picture, ...] = ()
    insets: tuple[Inset, ...] = ()

    @property
    def each(self) -> tuple[Picture, ...]:
        """The picture, or the pictures of the group."""
        return self.members or (self,)

    @property
    def files(self) -> tuple[Picture, ...]:
        """Every picture that has a file: the picture, the group's, and what is set into them."""
        return tuple(one for each in self.each for one in (each, *(inset.picture for inset in each.insets)))


@dataclass(frozen=True, slots=True)
class Inset:
    """A picture set into another (图中图): ``corner`` (top-left …), and its ``width`` in permille of the other's."""

    picture: Picture
    corner: str = "bottom-right"
    width: int = 300


@dataclass(frozen=True, slots=True)
class Story:
    """A story. ``headline`` may have several lines; each part of the headline group may be missing."""

    name: str
    """File name without ending; unique in an issue."""
    kicker: Run | None = None
    headline: tuple[Run, ...] = ()
    deck: tuple[Run, ...] = ()
    byline: tuple[Run, ...] = ()
    blocks: tuple[Block, ...] = ()
    pictures: tuple[Picture, ...] = ()
    lang: str = ""
    """Language tag; empty for the layout's own."""
    span: Span = NOWHERE
    normalised: int = 0
    """How many half-width marks were made full-width."""
    steps: tuple[int, ...] = ()
    """How many size steps each line of the headline is under its main lines; empty for none."""
    label: Run | None = None
    """Name of the section or series it belongs to (栏目名)."""
    summary: tuple[Run, ...] = ()
    """Paragraphs of the summary 提要."""

    @property
    def body(self) -> str:
        """The text of all blocks, one a line. Pull quotes are not counted: they say again what the story says."""
        return "\n".join(block.text for block in self.blocks if block.kind != "quote")


@dataclass(frozen=True, slots=True)
class Station:
    """A slot a story goes through when it jumps (转版): the page's number, the slot, the page's grid, and the headline
    over the continued text, if it has one."""

    page: int
    slot: Slot
    grid: Grid
    headline: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Placement:
    """A story put into a slot of a page's layout. ``way``: all slots it goes through, in order, if it jumps; ``at``:
    which of them is this."""

    slot: str
    story: Story
    span: Span = NOWHERE
    way: tuple[Station, ...] = ()
    at: int = 0
