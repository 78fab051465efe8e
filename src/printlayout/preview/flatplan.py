"""The flat plan (版面总览): which pages lie open side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def openings(
    pages: Sequence[Sequence[int]], sections: Iterable[Sequence[int]] = (), right_bound: bool = False
) -> list[list[int]]:
    """The pages that lie open together, left to right, as indexes into ``pages``, each told by its folios: one, or the
    two of a spread (通版), which lies alone.

    Within a section (叠) the first page lies alone, then come pairs; without sections even folios lie left and odd ones
    right. A paper bound at the right (右翻) is the other way round.
    """
    left: dict[int, bool] = {}
    fronts: set[int] = set()
    for section in sections:
        fronts.update(section[:1])
        for place, folio in enumerate(section):
            left[folio] = place % 2 == 1
    found: list[list[int]] = []
    for at, folios in enumerate(pages):
        before = found[-1] if found else []
        first = folios[0]
        pairs = (
            len(before) == 1
            and len(folios) == len(pages[before[0]]) == 1
            and pages[before[0]][0] == first - 1
            and first not in fronts
            and left.get(first - 1, first % 2 == 1)
            and not left.get(first, first % 2 == 0)
        )
        if pairs:
            before.append(at)
        else:
            found.append([at])
    return [opening[::-1] for opening in found] if right_bound else found
