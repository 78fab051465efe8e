"""A story's body in its columns: parts set to the measures they meet, rows poured, lines put on the grid."""

from __future__ import annotations

from collections.abc import Sequence

from printlayout.base.diagnostics import Finding, Span
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass, replace
from printlayout.layout.flow import Poured, Row, fill, levelled, pour
from printlayout.layout.paint import Sources
from printlayout.layout.parts import Part, Rooms
from printlayout.layout.rows import BodyRow, Spot
from printlayout.model.display import Item
from printlayout.model.frames import Segment
from printlayout.model.layout import Grid

MOST_TRIES = 8
"""How often a part is set anew because its lines came to stand where there is other room than it was set for."""


@dataclass(frozen=True, slots=True)
class Overset:
    """What found no room (文字溢出): ``characters`` and ``lines`` from ``span`` on, which begins ``text``."""

    characters: int
    lines: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Leg:
    """A part of a story's way: the segments of one slot, and the grid they lie on. A story has several where it jumps
    to another slot or page."""

    segments: tuple[Segment, ...]
    grid: Grid


@dataclass(frozen=True, slots=True)
class SetBody:
    """A body in its columns. ``last_line``: the grid line the columns of the last leg end on. ``findings``: what there
    is to tell of its lines."""

    rows: tuple[BodyRow, ...]
    poured: Poured
    last_line: int
    overset: Overset | None
    findings: tuple[Finding, ...]


def set_body(parts: Sequence[Part], legs: Sequence[Leg], most: int, tiers: bool = False) -> SetBody:
    """Pour a body into the segments of its legs (R57, R59, R61): all but the last leg are filled, the last is
    levelled with up to ``most`` lines more for each sub-heading; ``tiers`` (vertical text) are only filled (R58).
    """
    segments = [segment for leg in legs for segment in leg.segments]
    bounds = [(segment.first, segment.last) for segment in segments]
    otherwise = legs[0].grid.column  # without any room, all of the body is over, in lines of a column
    body = _Even(parts, segments, otherwise) if _alike(segments) else _Varied(parts, segments)
    if tiers:
        poured, last_line = fill([row.row for row in body.rows], bounds)
    else:
        full = len(segments) - len(legs[-1].segments)
        # lines given to sub-headings would move text of the legs before: pages that set them do not know of it
        heads = 0 if full else sum(part.heads for part in parts)
        poured, last_line = levelled(body.pour, heads, bounds, most, full)
        body.pour(poured.room, poured.extra)  # the rows of the pouring that was chosen
    left = body.rows[len(poured.places) :]
    overset = None
    if left:
        characters = sum(row.characters for row in left)
        overset = Overset(characters, sum(row.row.lines for row in left), left[0].span, left[0].text)
    return SetBody(tuple(body.rows), poured, last_line, overset, tuple(body.findings))


def paint_body(body: SetBody, legs: Sequence[Leg], number: int, sources: Sources, aside: bool = False) -> list[Item]:
    """The rows of one leg at their places; with ``aside`` those that say the story's words again (pull quotes)."""
    before = sum(len(leg.segments) for leg in legs[:number])
    leg = legs[number]
    items: list[Item] = []
    heads = 0
    for row, (at, used) in zip(body.rows, body.poured.places, strict=False):
        more = 0
        if row.row.head:
            more = body.poured.extra[heads] if heads < len(body.poured.extra) else 0
            heads += 1
        if before <= at < before + len(leg.segments) and row.aside is aside:
            segment = leg.segments[at - before]
            lines = row.row.lines_on_top if used == 0 else row.row.lines + more
            items += row.paint(Spot(segment.x, segment.first + used, lines, used == 0, leg.grid), sources)
    return items


def _alike(segments: Sequence[Segment]) -> bool:
    """Whether all lines have one measure: then the body is set once, wherever its rows come to stand."""
    return len({segment.width for segment in segments}) <= 1 and not any(segment.cuts for segment in segments)


class _Even:
    """A body set to one measure."""

    def __init__(self, parts: Sequence[Part], segments: Sequence[Segment], otherwise: Mpt) -> None:
        rooms = Rooms(segments[0].width if segments else otherwise)
        made = [part.rows(rooms) for part in parts]
        self.rows: Sequence[BodyRow] = [row for rows, _ in made for row in rows]
        self.findings = [finding for _, findings in made for finding in findings]
        self._shapes = [row.row for row in self.rows]

    def pour(self, room: Sequence[int], extra: Sequence[int]) -> Poured:
        """Pour the rows into segments of so many lines."""
        return pour(self._shapes, room, extra)


class _Varied:
    """A body in columns of several measures, or round shapes: every part is set for the lines it comes to stand on."""

    def __init__(self, parts: Sequence[Part], segments: Sequence[Segment]) -> None:
        self._parts, self._segments = parts, segments
        self.rows: Sequence[BodyRow] = ()
        self.findings: list[Finding] = []

    def pour(self, room: Sequence[int], extra: Sequence[int]) -> Poured:
        """Set and pour part by part. Afterwards ``rows`` and ``findings`` are those of this pouring."""
        rows: list[BodyRow] = []
        places: list[tuple[int, int]] = []
        self.rows, self.findings = rows, []
        taken = [0] * len(room)
        blank = widows = heads = 0
        at = (0, 0)
        fits = True
        for number, part in enumerate(self._parts):
            given = tuple(extra[heads : heads + part.heads])
            heads += part.heads
            found, findings, poured = self._part(part, room, given, at, fits, number == len(self._parts) - 1)
            rows += found
            self.findings += findings
            places += poured.places
            blank, widows = blank + poured.blank, widows + poured.widows
            taken = [max(pair) for pair in zip(taken, poured.used, strict=True)]
            if not poured.fits:
                fits, at = False, (len(room), 0)
            elif poured.places:
                at = poured.places[-1][0], poured.used[poured.places[-1][0]]
        short = sum(room[at[0] :]) - at[1] if fits and at[0] < len(room) else 0
        return Poured(
            places=tuple(places),
            fits=fits,
            blank=blank,
            short=short,
            widows=widows,
            extra=tuple(extra),
            room=tuple(room),
            used=tuple(taken),
        )

    def _part(
        self, part: Part, room: Sequence[int], extra: tuple[int, ...], at: tuple[int, int], open_: bool, last: bool
    ) -> tuple[tuple[BodyRow, ...], tuple[Finding, ...], Poured]:
        """A part set for the lines it stands on: tried with the next free lines, and again with those it came to
        stand on, since a heading or a line that keeps another moves on to the next column."""
        rooms = [self._segments[s].line(line) for s, line in _ahead(room, at)]
        for attempt in range(MOST_TRIES + 1):
            rows, findings = part.rows(_rooms(part, rooms, self._segments[-1].width))
            if not open_:
                return rows, findings, _nothing(room)
            shapes = [row.row for row in rows]
            if attempt == MOST_TRIES:  # lines without ties stand on the very next ones
                shapes = [replace(shape, keep=0) for shape in shapes]
            kept = shapes[-1].keep if shapes and not last else 0
            poured = _without(pour([*shapes, *[Row(1, 1)] * kept], room, extra, at), shapes, extra)
            stood = [self._segments[s].line(line) for s, line in _stood(poured, shapes, extra)]
            if all(a == b for a, b in zip(stood, rooms, strict=False)):
                break
            end = poured.places[-1][0], poured.used[poured.places[-1][0]]
            rooms = [*stood, *(self._segments[s].line(line) for s, line in _ahead(room, end))]
        return rows, findings, poured


def _rooms(part: Part, rooms: Sequence[tuple[Mpt, Mpt]], otherwise: Mpt) -> Rooms:
    """What the lines of a part have free. A part whose lines are all alike is told no more than their measure: so it
    is set once, wherever such lines stand."""
    if not rooms:
        return Rooms(otherwise)
    left, width = rooms[0]
    lines = sum(row.row.lines for row in part.rows(Rooms(width))[0])
    if not left and all(room == (0, width) for room in rooms[:lines]):
        return Rooms(width)
    ahead = tuple(rooms[: 2 * lines + 8])
    return Rooms(ahead[-1][1], ahead)


def _ahead(room: Sequence[int], at: tuple[int, int]) -> list[tuple[int, int]]:
    """The lines from a place on, to the end of the last segment."""
    segment, used = at
    return [(s, line) for s in range(segment, len(room)) for line in range(used if s == segment else 0, room[s])]


def _stood(poured: Poured, shapes: Sequence[Row], extra: Sequence[int]) -> list[tuple[int, int]]:
    """Every line the placed rows took."""
    return [
        (segment, used + line)
        for (segment, used), lines in zip(poured.places, _heights(poured, shapes, extra), strict=True)
        for line in range(lines)
    ]


def _heights(poured: Poured, shapes: Sequence[Row], extra: Sequence[int]) -> list[int]:
    """Lines of every placed row."""
    more = iter(extra)
    return [
        shape.lines_on_top if used == 0 else shape.lines + (next(more, 0) if shape.head else 0)
        for shape, (_, used) in zip(shapes, poured.places, strict=False)
    ]


def _without(poured: Poured, shapes: Sequence[Row], extra: Sequence[int]) -> Poured:
    """A pouring without the stand-ins for lines that have to follow."""
    if len(poured.places) <= len(shapes):
        return poured
    poured = replace(poured, places=poured.places[: len(shapes)])
    taken = [0] * len(poured.room)
    for (segment, used), lines in zip(poured.places, _heights(poured, shapes, extra), strict=True):
        taken[segment] = used + lines
    return replace(poured, used=tuple(taken))


def _nothing(room: Sequence[int]) -> Poured:
    return Poured(places=(), fits=False, blank=0, short=0, widows=0, extra=(), room=tuple(room), used=(0,) * len(room))
