"""SVG path data as outlines. The only door to fontTools' parser of it."""

from __future__ import annotations

Point = tuple[float, float]


class BadOutline(ValueError):
    """Path data that cannot be read."""


def outline(d: str, scale: int = 1) -> tuple[str, tuple[int, ...]]:
    """Path data as the ops and points of a display list's path, each coordinate times ``scale`` and rounded.

    :raises BadOutline: if it is not path data.
    """
    ops, points = raw_outline(d)
    return ops, tuple(round(value * scale) for value in points)


def raw_outline(d: str) -> tuple[str, list[float]]:
    """The same, coordinates as they are. :raises BadOutline: as there."""
    from fontTools.pens.basePen import BasePen
    from fontTools.svgLib.path import parse_path

    class Pen(BasePen):  # type: ignore[misc] # fontTools has no types; it turns quadratic curves into cubic ones
        def __init__(self) -> None:
            super().__init__(None)
            self.ops: list[str] = []
            self.points: list[float] = []
            self.start: Point = (0, 0)

        def _add(self, op: str, *points: Point) -> None:
            self.ops.append(op)
            self.points += [value for point in points for value in point]

        def _moveTo(self, pt: Point) -> None:
            self.start = pt
            self._add("m", pt)

        def _lineTo(self, pt: Point) -> None:
            self._add("l", pt)

        def _curveToOne(self, pt1: Point, pt2: Point, pt3: Point) -> None:
            self._add("c", pt1, pt2, pt3)

        def _closePath(self) -> None:
            if self.ops[-1] == "l" and tuple(self.points[-2:]) == tuple(self.start):
                self.ops.pop()  # closing draws this line
                del self.points[-2:]
            self._add("h")

        def _endPath(self) -> None:
            pass

    pen = Pen()
    try:
        parse_path(d, pen)
    except Exception as fault:  # the parser raises whatever its input makes it stumble over
        raise BadOutline(str(fault) or type(fault).__name__) from fault
    if any(value != value or abs(value) > 1e9 for value in pen.points):
        raise BadOutline("number out of range")
    return "".join(pen.ops), pen.points
