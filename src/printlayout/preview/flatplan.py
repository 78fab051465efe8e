"""The flat plan (版面总览): which pages lie open side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

WIDE = 1.6
"""A page so many times as wide as the narrowest is a spread (通版) and lies alone."""


def openings(
    folios: Sequence[int], widths: Sequence[int], sections: Iterable[Sequence[int]] = (), right_bound: bool = False
) -> list[list[int]]:
    """The pages that lie open together, left to right, as indexes into ``folios``.

    Within a section (叠) the first page lies alone, then come pairs; without sections even folios lie left and odd ones
    right. A paper bound at the right (右翻) is the other way round.
    """
    narrow = min(widths, default=0)
    left: dict[int, bool] = {}
    fronts: set[int] = set()
    for section in sections:
        fronts.update(section[:1])
        for place, folio in enumerate(section):
            left[folio] = place % 2 == 1
    found: list[list[int]] = []
    for at, folio in enumerate(folios):
        before = found[-1][-1] if found else -1
        opens_left = left.get(folio, folio % 2 == 0)
        fits = (
            before >= 0
            and len(found[-1]) == 1
            and not opens_left
            and folio not in fronts
            and folios[before] == folio - 1
            and left.get(folios[before], folios[before] % 2 == 0)
            and widths[at] < WIDE * narrow
            and widths[before] < WIDE * narrow
        )
        if fits:
            found[-1].append(at)
        else:
            found.append([at])
    return [opening[::-1] for opening in found] if right_bound else found
