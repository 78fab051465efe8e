"""Makes a story fit its slot: variants tried for real, least harm first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from printlayout.base.diagnostics import Severity
from printlayout.base.value import dataclass, replace
from printlayout.layout.made import Made
from printlayout.makeup.module import Module
from printlayout.makeup.variants import candidates, levers
from printlayout.model.copyfit import Fit, Variant

TRIES = 8
"""Variants made up for one story at one height, at most."""
OVERSET, HOLE, UNEVEN = 5000.0, 40.0, 20.0
"""What it costs that text is over (and 50 a line), that all columns end above the slot's foot (by the square of the
lines), that one ends farther above the others than a line (by the square)."""
_OUTSIDE = frozenset({"layout.picture-outside", "head.no-room"})


@dataclass(frozen=True, slots=True)
class Fitted:
    """A module made up, and what that costs: harm done, text over, holes left. ``free``: lines of text that would still
    fit, less than 0 where some are over."""

    made: Made
    cost: float
    free: int

    @property
    def good(self) -> bool:
        """Whether everything fits and all columns end within a line of the foot."""
        return misfit(self.made) < 1


def misfit(made: Made) -> float:
    """How badly a story stands in its slot; less than 1 if it fits and its columns end level at the slot's foot. A
    picture or a headline without room is as bad as text over."""
    wrong = OVERSET * sum(finding.severity is Severity.ERROR for finding in made.findings)
    if made.body.overset:
        return wrong + OVERSET + 50 * made.body.overset.lines
    foot = _foot(made)
    ends = [segment.first + used - 1 for segment, used in zip(made.frames.segments, made.used, strict=True)]
    reach = [foot - end for segment, end in zip(made.frames.segments, ends, strict=True) if segment.last >= foot]
    above = [segment.last - end for segment, end in zip(made.frames.segments, ends, strict=True) if segment.last < foot]
    hole = min(reach, default=0)
    uneven = sum(max(0, feet - hole - 1) ** 2 for feet in reach) + sum(feet * feet for feet in above)
    return wrong + HOLE * hole * hole + UNEVEN * uneven + 0.01 * (sum(reach) - hole * len(reach))


def outside(made: Made) -> bool:
    """Whether the slot is too low for the headline group or for a picture."""
    return any(finding.code in _OUTSIDE for finding in made.findings)


def free_lines(made: Made) -> int:
    """Lines that would still fit; less than 0 where some are over."""
    if made.body.overset:
        return -made.body.overset.lines
    return sum(segment.lines for segment in made.frames.segments) - sum(made.used)


def columns_at_foot(made: Made) -> int:
    """Columns that reach the slot's foot: so many lines may be left over, one in each, without its being seen."""
    return max(1, sum(segment.last >= _foot(made) for segment in made.frames.segments))


def _foot(made: Made) -> int:
    """The lowest line text may stand on: the slot's last, or the last above a picture that stands below all text."""
    return max((segment.last for segment in made.frames.segments), default=made.slot.lines[1])


def tries(module: Module, lines: tuple[int, int] | None, fit: Fit) -> Iterator[Fitted]:
    """The module as the layout has it, then variants that should fit, least harm first, each made up."""
    plain = module.make(lines)
    free = free_lines(plain)
    yield Fitted(plain, misfit(plain), free)
    slack = columns_at_foot(plain) - 1
    need = -free if free < 0 else min(0, slack - free)
    if not need:
        return
    real = replace(fit, squeeze=module.squeezable(fit.squeeze if need > 0 else -fit.squeeze))
    at = levers(plain, fit)
    if module.slot.head.beside and plain.head.lines:
        at = replace(at, aside=free_lines(module.make(lines, Variant(beside=True))) - free)
    wanted = candidates(at, real, need, slack, plain.head.lines)
    for harm, variant in islice((one for one in wanted if not one[1].plain), TRIES):
        made = module.make(lines, variant)
        yield Fitted(made, harm + misfit(made), free_lines(made))


def fitted(module: Module, lines: tuple[int, int] | None, fit: Fit) -> Fitted:
    """The best that a layout's ``fit`` allows; as it is, if it is good."""
    best: Fitted | None = None
    for one in tries(module, lines, fit):
        if best is None or one.cost < best.cost:
            best = one
        if one.good:
            break  # all that follow do more harm
    assert best is not None
    return best
