"""How display text 标题字 is made to fit its place, and how it is drawn there."""

from __future__ import annotations

from printlayout.base.units import Mpt
from printlayout.base.value import dataclass
from printlayout.model.ink import Ink

PLAIN, REVERSED, TINTED, OUTLINED, SHADOWED, RAISED = "plain", "reversed", "tinted", "outlined", "shadowed", "raised"
"""Ways to draw: as it is, 反白, 衬底, 空心, 阴影, 立体."""


@dataclass(frozen=True, slots=True)
class Fit:
    """What display text may give way besides its size, each at most so much; permille of an em, or of a glyph's length.

    ``tighten`` and ``spread`` go between characters (字距); ``condense`` (under 1000) and ``widen`` (over 1000) are
    lengths of the glyphs themselves along the line (长字, 扁字). ``rows``: how many a line may be broken into at its
    sense breaks. ``below``: the size is so many steps of the ladder under what the headline was fitted to.
    """

    tighten: int = 0
    spread: int = 0
    condense: int = 1000
    widen: int = 1000
    rows: int = 3
    below: int = 0


AS_IT_IS = Fit()


@dataclass(frozen=True, slots=True)
class Effect:
    """How display text is drawn. ``ink``: of the ground (reversed, tinted) or of the shadow; ``width`` of the outline's
    pen; ``offset``: how far a shadow falls to the right and down, permille of the size; ``pad``: what the ground
    stands out round the text, permille of the size; ``reach`` of the ground: line, group (all lines of the part) or
    place (the full width)."""

    kind: str = PLAIN
    ink: Ink | None = None
    width: Mpt = 0
    offset: int = 50
    pad: int = 180
    reach: str = "line"

    @property
    def grounded(self) -> bool:
        """Whether there is a ground behind the text."""
        return self.kind in (REVERSED, TINTED)


def ladder(hao: dict[str, Mpt]) -> tuple[Mpt, ...]:
    """The size steps of a house, largest first: its full 号 (those in between, 小初 and so on, are half steps), and
    above them steps of a third up to 200 pt."""
    full = sorted({size for name, size in hao.items() if not name.startswith("小")}, reverse=True)
    steps: list[Mpt] = []
    top = full[0] if full else 42_000
    while top * 4 // 3 <= 200_000:
        top = top * 4 // 3
        steps.insert(0, top)
    return (*steps, *full)


def steps_down(size: Mpt, steps: int, ladder: tuple[Mpt, ...]) -> Mpt:
    """The size so many steps of a ladder under ``size``, which itself stands on the step it reaches."""
    at = next((place for place, step in enumerate(ladder) if step <= size), len(ladder) - 1)
    return ladder[min(at + steps, len(ladder) - 1)]
