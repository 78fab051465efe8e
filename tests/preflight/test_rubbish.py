"""Files damaged at random: every one is told something or nothing, none breaks the program."""

from __future__ import annotations

import random
import re

import pytest

from printlayout.base.diagnostics import Collector, Span
from printlayout.model.press import NEWSPRINT
from printlayout.preflight.quick import check_written

from .good import findings, made


def damaged(seed: int) -> bytes:
    """Bytes changed, lost and put in; or one name in place of another."""
    draw = random.Random(seed)
    data = bytearray(made("X-4" if seed % 2 else "X-1a"))
    if seed % 3 == 0:
        names = list(re.finditer(rb"/[A-Z][A-Za-z0-9]+", bytes(data)))
        place, other = draw.choice(names), draw.choice(names)
        data[place.start() : place.end()] = other[0]
        return bytes(data)
    for _ in range(draw.choice((1, 2, 5, 20))):
        at = draw.randrange(len(data))
        match draw.randrange(3):
            case 0:
                data[at] = draw.randrange(256)
            case 1:
                del data[at : at + draw.randrange(1, 20)]
            case _:
                data[at:at] = bytes(draw.randrange(32, 127) for _ in range(5))
    return bytes(data)


@pytest.mark.parametrize("batch", range(5))
def test_rubbish(batch: int) -> None:
    for seed in range(40 * batch, 40 * batch + 40):
        data = damaged(seed)
        for standard in ("X-4", "X-1a"):
            assert isinstance(findings(data, standard), list)
            check_written(data, NEWSPRINT, standard, Collector(), Span("a"))
