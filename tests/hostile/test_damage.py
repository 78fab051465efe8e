"""Files of every kind, damaged: what reads them says what is wrong, or reads them; nothing breaks or hangs."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from . import damage
from .seeds import seeds
from .targets import TARGETS

Damage = Callable[[bytes, random.Random], bytes]
WAYS: dict[str, tuple[int, tuple[Damage, ...]]] = {
    "document": (60, (damage.of_text, damage.of_lines, damage.of_values)),
    "story": (80, (damage.of_text, damage.of_lines)),
    "table": (150, (damage.of_text, damage.of_lines)),
    "picture-header": (300, (damage.of_bytes,)),
    "picture": (60, (damage.of_bytes,)),
    "svg": (150, (damage.of_text,)),
    "path-data": (100, (damage.of_text,)),
    "placed-pdf": (60, (damage.of_pdf,)),
    "font": (150, (damage.of_bytes,)),
    "font-catalogue": (40, (damage.of_text, damage.of_lines)),
}
"""How many files are tried in the usual run, and how they are damaged."""


@pytest.mark.parametrize("kind", TARGETS)
def test_a_damaged_file_is_told_or_read(kind: str) -> None:
    count, ways = WAYS[kind]

    @settings(max_examples=count, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.integers(0, 2**32))
    def tried(seed: int) -> None:
        draw = random.Random(seed)
        data = draw.choice(seeds(kind))
        for _ in range(draw.choice((1, 1, 2))):
            data = draw.choice(ways)(data, draw)
        TARGETS[kind](data)

    tried()


def test_every_kind_of_file_reads_its_sound_ones() -> None:
    for kind, target in TARGETS.items():
        for data in seeds(kind)[:6]:
            target(data)
