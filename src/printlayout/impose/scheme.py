"""Which page stands beside which: arithmetic of folding, nothing of PDF.

A sheet of a newspaper is printed on both sides and folded once: four pages. ``nested``: the sheets of a section lie in
one another (套帖), so its last page stands beside its first. ``stitched``: the same, stitched through the fold and
trimmed (骑马订), so the inner sheets creep outwards. ``loose``: sheets one after another, four pages each by itself.
``spreads``: pairs as readers see them, for proofs.
"""

from __future__ import annotations

from collections.abc import Sequence

from printlayout.base.value import dataclass

OUTER, INNER = "outer", "inner"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two pages side by side, by folio; ``None`` is blank. ``sheet`` counts from 1, outermost first; ``side`` is outer
    or inner, empty for a reader's spread; ``depth`` is how many sheets lie outside this one in the same fold.
    """

    left: int | None
    right: int | None
    sheet: int
    side: str
    depth: int = 0

    @property
    def label(self) -> str:
        """``8-1``, with a dot for a blank."""
        return "-".join("·" if page is None else str(page) for page in (self.left, self.right))


def pairs(pages: Sequence[int], fold: str, right_bound: bool = False) -> tuple[Pair, ...]:
    """The pairs of a section's ``pages`` in the order they are printed: outer side, then inner side of each sheet.

    A section whose pages do not fill its last sheet ends in blanks. ``right_bound``: the paper opens from the right
    (vertical text), so left and right change places.
    """
    count = len(pages)
    if fold == "spreads":
        found = [(k, k + 1, 0, k // 2 + 1, "") for k in range(0, count + 1, 2)]
        found = found if count % 2 == 0 else found[: (count + 1) // 2]
    elif fold == "loose":
        found = []
        for first in range(1, count + 1, 4):
            sheet = first // 4 + 1
            found += [(first + 3, first, 0, sheet, OUTER), (first + 1, first + 2, 0, sheet, INNER)]
    else:
        full = -(-count // 4) * 4
        found = []
        for depth in range(full // 4):
            last = full - 2 * depth
            found += [
                (last, 2 * depth + 1, depth, depth + 1, OUTER),
                (2 * depth + 2, last - 1, depth, depth + 1, INNER),
            ]

    def folio(place: int) -> int | None:
        return pages[place - 1] if 1 <= place <= count else None

    made = []
    for left, right, depth, sheet, side in found:
        two = (folio(right), folio(left)) if right_bound else (folio(left), folio(right))
        made.append(Pair(*two, sheet, side, depth))
    return tuple(made)


def blanks(pages: Sequence[int], fold: str) -> int:
    """How many pages of the section's sheets stay blank; a reader's spread has none to tell of."""
    return 0 if fold == "spreads" else -len(pages) % 4
