"""The graphics state, as far as it decides what of a thing is on a plate."""

from __future__ import annotations

from printlayout.base.value import dataclass
from printlayout.plates.spaces import GRAY, Space


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour as set: its space and components. ``kind`` of a pattern: ``tile`` with colours of its own, ``tint`` in
    the colour given, ``shade``, or ``none`` where it had to be left out; ``by``: the space its colour is in."""

    space: Space = GRAY
    parts: tuple[float, ...] = (0.0,)
    kind: str = ""
    by: Space | None = None

    def there(self, plate: str, over: bool, opm: int) -> bool:
        """Whether something painted with it changes a plate, by its ink or by erasing what is there."""
        space = self.by or self.space
        if self.kind in ("tile", "none"):
            return self.kind == "tile"
        if space.nothing():
            return False
        return not over or space.stands_on(plate, self.parts, opm, sampled=self.kind == "shade")


@dataclass(frozen=True, slots=True)
class State:
    """What of the graphics state decides about plates."""

    fill: Paint = Paint()
    stroke: Paint = Paint()
    over: bool = False
    over_stroke: bool = False
    opm: int = 0
    mode: int = 0
