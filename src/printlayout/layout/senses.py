"""Sense breaks: where a headline too long for its place is broken, so that every row reads as a whole.

In order: where its author marked it (``|`` in the story), after a mark of punctuation, between words; never inside a
word, never where a mark would open or close a row against the rules (R12, R13). Rows are balanced, none is shorter
than a third of the longest as long as there is a choice, and none is a single character (单字成行).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations, pairwise

from printlayout.model.story import SOFT_BREAK, Run
from printlayout.text.classes import CLASSES, MARKS, OPEN
from printlayout.text.phrases import joints

MOST = 24
"""Joints that are weighed for rows of three and more; of more, the best."""


CLAUSE = 10
"""How much better a row ends after a mark than between words."""


def unmarked(runs: Sequence[Run]) -> tuple[list[Run], list[int]]:
    """The runs without their author's breaks, and where these stood in what is left."""
    if not any(SOFT_BREAK in run.text for run in runs):
        return list(runs), []
    plain: list[Run] = []
    marks: list[int] = []
    at = 0
    for run in runs:
        offset = 0
        for number, piece in enumerate(run.text.split(SOFT_BREAK)):
            if number:
                marks.append(at)
            if piece:
                plain.append(Run(piece, run.role, run.span.shifted(offset), run.mark, run.note))
            at += len(piece)
            offset += len(piece) + 1
    return plain, [mark for mark in marks if 0 < mark < at]


def rows_at_senses(
    runs: Sequence[Run], rows: int, marks: Collection[int], legal: Collection[int]
) -> list[list[Run]] | None:
    """The runs in so many rows, broken where it harms least; ``None`` if there is no way. ``marks`` are the author's
    breaks, ``legal`` the places where the rules of composition allow a line to end."""
    text = "".join(run.text for run in runs)
    worth = _worth(text, marks, legal)
    if len(worth) < rows - 1:
        return None
    if len(worth) > MOST and rows > 2:
        worth = dict(sorted(worth.items(), key=lambda place: (place[1], abs(place[0] - len(text) / 2)))[:MOST])
    best: tuple[float, tuple[int, ...]] | None = None
    for cuts in combinations(sorted(worth), rows - 1):
        cost = _cost(text, cuts, worth)
        if cost is not None and (best is None or cost < best[0]):
            best = cost, cuts
    return None if best is None else cut(runs, best[1])


def cut(runs: Sequence[Run], cuts: Sequence[int]) -> list[list[Run]]:
    """Runs parted at positions of their joined text."""
    rows: list[list[Run]] = [[]]
    at = 0
    for run in runs:
        inside = [place - at for place in cuts if at <= place < at + len(run.text)]
        for start, end in pairwise((0, *inside, len(run.text))):
            if start in inside:
                rows.append([])
            if end > start:
                piece = Run(run.text[start:end], run.role, run.span.shifted(start), run.mark, run.note)
                rows[-1].append(piece)
        at += len(run.text)
    return [row for row in rows if row]


def _worth(text: str, marks: Collection[int], legal: Collection[int]) -> dict[int, int]:
    """Every place a row may end and how ill it reads there."""
    if marks:
        return dict.fromkeys(marks, 0)
    found = {}
    for at, ill in joints(text).items():
        if at not in legal:
            continue
        before = CLASSES[text[at - 1]]
        after_mark = (before in MARKS and before != OPEN) or text[at - 1] in " \u3000"
        found[at] = 0 if after_mark or text[at] == "\u3000" else CLAUSE + ill
    return found


def _cost(text: str, cuts: tuple[int, ...], worth: dict[int, int]) -> float | None:
    """What rows cost: how unlike their lengths are, how ill they part; ``None`` for a row of one character."""
    parts = [text[a:b].strip(" \u3000") for a, b in pairwise((0, *cuts, len(text)))]
    lengths = [sum(0.5 if char.isascii() else 1 for char in part) for part in parts]
    if min(len(part) for part in parts) < 2:
        return None
    mean = sum(lengths) / len(lengths)
    cost = sum(((length - mean) / mean) ** 2 for length in lengths) / len(lengths) * 10
    cost += sum(worth[place] * 0.15 for place in cuts)
    if min(lengths) * 3 < max(lengths):
        cost += 2
    # of two ways as good, the upper row is the longer one
    return cost - 0.0001 * (lengths[0] - lengths[-1])
