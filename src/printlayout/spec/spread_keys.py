"""The keys of a spread layout 通版."""

from __future__ import annotations

from printlayout.base.units import Length
from printlayout.spec.shapes import Spec, may
from printlayout.spec.values import LengthOf


class SpreadKeys(Spec):
    """通版：左右两版连成一版 / a spread: two pages that are one across the gutter"""

    gutter: Length | None = may(
        LengthOf(),
        None,
        "中缝：左右版心之间；不写则为两边到折线的空白之和",
        "the gutter between the two type areas; if left out, both inner margins together",
        "20mm",
    )
