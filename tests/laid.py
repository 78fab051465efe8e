"""A body in its columns, with what it puts on the page; rows poured into level columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from printlayout.base.diagnostics import Collector
from printlayout.layout.body import Leg, SetBody, paint_body, set_body
from printlayout.layout.flow import Poured, Row, levelled, pour
from printlayout.layout.paint import Sources
from printlayout.layout.parts import Part
from printlayout.model.display import Item
from printlayout.model.frames import Segment
from printlayout.model.layout import Grid


@dataclass
class Laid:
    body: SetBody
    items: list[Item]

    @property
    def rows(self) -> Sequence[object]:
        return self.body.rows


def laid(parts: Sequence[Part], segments: Sequence[Segment], grid: Grid, most: int, collector: Collector) -> Laid:
    legs = [Leg(tuple(segments), grid)]
    body = set_body(parts, legs, most)
    collector.extend(body.findings)
    return Laid(body, paint_body(body, legs, 0, Sources()))


def level(rows: Sequence[Row], bottoms: Sequence[tuple[int, int]], most: int) -> tuple[Poured, int]:
    """Rows poured so that the columns end level, as a body is; see :func:`printlayout.layout.flow.levelled`."""
    heads = sum(row.head for row in rows)
    return levelled(lambda room, extra: pour(rows, room, extra), heads, bottoms, most)
