"""How a story stands in its slot, and what would make it fit (拼版)."""

from __future__ import annotations

from printlayout.base.units import Mpt
from printlayout.base.value import dataclass


@dataclass(frozen=True, slots=True)
class Variant:
    """A story set otherwise than its layout says. ``squeeze``: so many paragraphs set a line shorter (less than 0: a
    line longer); ``pictures``: lines by which each picture is higher; ``headline``: size steps down; ``subheads``:
    lines fewer round each sub-heading; ``body``: milli-points by which the text is smaller; ``beside``: the headline
    over some columns only, text beside it; ``blank``: blank lines more (or fewer) under the headline."""

    squeeze: int = 0
    pictures: tuple[int, ...] = ()
    headline: int = 0
    subheads: int = 0
    body: Mpt = 0
    beside: bool = False
    blank: int = 0

    @property
    def plain(self) -> bool:
        """Whether nothing is changed."""
        return not (
            self.squeeze
            or any(self.pictures)
            or self.headline
            or self.subheads
            or self.body
            or self.beside
            or self.blank
        )


PLAIN = Variant()


@dataclass(frozen=True, slots=True)
class Fit:
    """What a layout may change by itself to make a story fit, at most: paragraphs squeezed, permille of a picture's
    height, steps of the headline, lines at each sub-heading, milli-points of the body size, blank lines under the
    headline. 0: not at all."""

    squeeze: int = 0
    pictures: int = 0
    headline: int = 0
    subheads: int = 0
    body: Mpt = 0
    blank: int = 0


NO_FIT = Fit()
ADVICE = Fit(squeeze=6, pictures=250, headline=3, subheads=1, body=300, blank=1)
"""What is tried for advice, whatever the layout allows."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """One way to make a story fit, tried for real. ``kind``: squeeze, picture, headline, subheads, body, cut, add or
    together; ``amount`` in the unit of the kind (paragraphs, lines, steps, lines, milli-points, characters); ``number``
    of the picture, from 1; ``text``: sentences to cut, or sizes from and to."""

    kind: str
    amount: int
    number: int = 0
    text: str = ""
    variant: Variant = PLAIN


@dataclass(frozen=True, slots=True)
class Copyfit:
    """How a story stands in its slot, in lines of one column: ``lines`` set, ``free`` lines left in the columns,
    ``overset_lines`` and ``overset_characters`` that found no room. ``characters``: length of the body; ``last``: the
    column and the grid line its last line stands on.

    ``done``: what was changed to make it fit; ``remedies``: what would, least harm first.
    """

    slot: str
    story: str
    characters: int
    lines: int
    free: int
    overset_lines: int
    overset_characters: int
    last: tuple[int, int] = (0, 0)
    free_characters: int = 0
    done: Variant = PLAIN
    remedies: tuple[Remedy, ...] = ()
