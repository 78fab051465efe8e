"""Fits lines of display text to a width: by size, by what their style lets them give way, by breaking them.

Of all ways that fit, the one with the least harm is taken: each step of size lost counts 10, taking in the space
between characters up to 4, drawing the glyphs shorter up to 12. So tightening comes before the loss of a step, and a
step is lost before the glyphs are drawn as short as they may be. What then is left of the width goes between the
characters, then to their length, within the style's limits. Lines set together share all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from printlayout.base.diagnostics import Collector
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass, replace
from printlayout.layout.looks import runs_of
from printlayout.layout.paragraph import Setter, Shape
from printlayout.layout.senses import rows_at_senses, unmarked
from printlayout.model.galley import SetLine
from printlayout.model.showing import AS_IT_IS, Fit
from printlayout.model.story import Run
from printlayout.model.style import Style

BREAK = "\u3000"
"""The full-width space that parts the halves of a headline: the first place it is broken at by itself."""
STEP, TIGHTEN, CONDENSE = 10, 4, 12
"""Harm of a step of size, of all the tightening allowed, of all the condensing allowed."""
Texts = Sequence[Sequence[Run]]


@dataclass(frozen=True, slots=True)
class Way:
    """A way to set lines: size, space between characters beside the style's own, length of the glyphs (permille)."""

    size: Mpt
    tracking: int = 0
    scale: int = 1000


def fit_lines(
    texts: Texts, style: Style, width: Mpt, setter: Setter, collector: Collector, sizes: Sequence[Mpt] = ()
) -> tuple[list[SetLine], Mpt]:
    """Set lines of display text as large as they fit; ``sizes``, largest first, stand for the style's.

    Tried in order: every line as written; broken at its full-width spaces; broken at its sense breaks, into as few
    rows as will do, which is told; at last, at the smallest size, broken like text, which is a warning.
    """
    fit = style.fit or AS_IT_IS
    sizes = sizes or style.sizes or (style.size,)
    pairs = [unmarked(text) for text in texts]
    whole = [runs for runs, _ in pairs]
    trial = setter.quiet
    found = _fitted(whole, style, fit, sizes, width, trial)
    if found is None and any(BREAK in _text(runs).strip(BREAK) for runs in whole):
        found = _fitted([half for runs in whole for half in halves(runs)], style, fit, sizes, width, trial)
    if found is None:
        found = _at_senses(pairs, style, fit, sizes, width, trial, collector)
    if found is not None:
        return found
    size = sizes[-1]
    shape = _shape(style, width)
    lines = [line for runs in whole for line in _set(runs, style, Way(size), shape, setter)]
    collector.warn("layout.headline-broken", whole[0][0].span, text=_text(whole[0]), size=f"{size / 1000:g}")
    return lines, size


def halves(runs: Sequence[Run]) -> list[list[Run]]:
    """The parts of a display line between its full-width spaces."""
    parts: list[list[Run]] = [[]]
    for run in runs:
        at = 0
        for number, piece in enumerate(run.text.split(BREAK)):
            if number:
                parts.append([])
            if piece:
                parts[-1].append(Run(piece, run.role, run.span.shifted(at)))
            at += len(piece) + 1
    return [part for part in parts if part]


def _at_senses(
    pairs: Sequence[tuple[list[Run], list[int]]], style: Style, fit: Fit, sizes: Sequence[Mpt], width: Mpt,
    setter: Setter, collector: Collector,
) -> tuple[list[SetLine], Mpt] | None:  # fmt: skip
    """Lines too long for one row broken at their sense breaks, into as few rows as will do."""
    smallest = sizes[-1]
    for count in range(2, fit.rows + 1):
        rows: list[list[Run]] = []
        told: list[tuple[Run, str]] = []
        for runs, marks in pairs:
            if _fitted([runs], style, fit, (smallest,), width, setter):
                rows.append(list(runs))
                continue
            legal = setter.ends(runs_of(runs, style, smallest), style.composition, smallest)
            parts = rows_at_senses(runs, count, marks, legal)
            if parts is None:
                break
            rows += [_trimmed(part) for part in parts]
            told.append((runs[0], "／".join(_text(part).strip(BREAK + " ") for part in parts)))
        else:
            found = _fitted(rows, style, fit, sizes, width, setter)
            if found is not None:
                for first, text in told:
                    collector.info("head.broken", first.span, text=text)
                return found
    return None


def _trimmed(runs: list[Run]) -> list[Run]:
    """A row without the blanks at its ends."""
    blank = BREAK + " "
    first, last = runs[0], runs[-1]
    start = len(first.text) - len(first.text.lstrip(blank))
    runs = [replace(first, text=first.text[start:], span=first.span.shifted(start)), *runs[1:]]
    runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(blank)) if last.text.strip(blank) else last
    return [run for run in runs if run.text]


def _fitted(
    texts: Texts, style: Style, fit: Fit, sizes: Sequence[Mpt], width: Mpt, setter: Setter
) -> tuple[list[SetLine], Mpt] | None:
    """Every text on a line of its own, in the way that harms least; ``None`` if none fits."""
    for way in _ways(fit, sizes):
        lines = _all_set(texts, style, way, width, setter)
        if lines is not None:
            filled = None
            if way.tracking == 0 and way.scale == 1000:
                filled = _filled(texts, lines, style, fit, way, width, setter)
            return filled or lines, way.size
    return None


def _ways(fit: Fit, sizes: Sequence[Mpt]) -> Iterator[Way]:
    """All ways the style allows, the least harm first."""
    if fit.tighten == 0 and fit.condense == 1000:
        yield from map(Way, sizes)
        return
    ways: list[tuple[float, Mpt, Way]] = []
    lengths = [*range(1000, fit.condense, -30), fit.condense] if fit.condense < 1000 else [1000]
    for lost, size in enumerate(sizes):
        for share in (0, 1, 2) if fit.tighten else (0,):
            for scale in lengths:
                harm = STEP * lost + TIGHTEN * share / 2
                if scale < 1000:
                    harm += CONDENSE * (1000 - scale) / (1000 - fit.condense)
                ways.append((harm, -size, Way(size, -fit.tighten * share // 2, scale)))
    yield from (way for _, _, way in sorted(ways, key=lambda entry: entry[:2]))


def _filled(
    texts: Texts, lines: list[SetLine], style: Style, fit: Fit, way: Way, width: Mpt, setter: Setter
) -> list[SetLine] | None:
    """Lines narrower than their place, spread and drawn wider as far as the style allows."""
    longest = max(lines, key=lambda line: sum(line.advances))
    room = width - sum(longest.advances)
    best = None
    if fit.spread and room > 0:
        tracking = min(fit.spread, room * 1000 // max(1, (len(longest.advances) - 1) * way.size))
        for less in (0, 2, 5, 10):  # a dash of two characters has no space inside: an estimate may be over
            way = Way(way.size, max(0, tracking - less))
            best = _all_set(texts, style, way, width, setter)
            if best is not None:
                break
    if fit.widen > 1000:
        now = max(sum(line.advances) for line in best or lines)
        wider = Way(way.size, way.tracking, min(fit.widen, width * 1000 // max(1, now)))
        best = _all_set(texts, style, wider, width, setter) or best
    return best


def _all_set(texts: Texts, style: Style, way: Way, width: Mpt, setter: Setter) -> list[SetLine] | None:
    """Every text as one line; ``None`` if one needs more."""
    shape = _shape(style, width * 1000 // way.scale)
    lines: list[SetLine] = []
    for runs in texts:
        made = _set(runs, style, way, shape, setter)
        if len(made) != 1 or made[0].width > shape.measure:
            return None
        line = made[0]
        if way.scale != 1000:
            if any(piece.across for piece in line.pieces):  # 纵中横 keeps its square
                return None
            line = drawn(line, way.scale)
        lines.append(line)
    return lines


def _shape(style: Style, measure: Mpt) -> Shape:
    return Shape(measure, align="left" if style.align == "justify" else style.align)


def _set(runs: Sequence[Run], style: Style, way: Way, shape: Shape, setter: Setter) -> tuple[SetLine, ...]:
    tracked = replace(style, tracking=style.tracking + way.tracking) if way.tracking else style
    return setter.set(runs_of(runs, tracked, way.size), style.composition, way.size, shape).lines


def drawn(line: SetLine, scale: int) -> SetLine:
    """A line with everything along it ``scale`` permille as long."""

    def by(lengths: tuple[Mpt, ...]) -> tuple[Mpt, ...]:
        return tuple(length * scale // 1000 for length in lengths)

    return replace(
        line,
        width=line.width * scale // 1000,
        xs=by(line.xs),
        advances=by(line.advances),
        pieces=tuple(replace(p, x=p.x * scale // 1000, xs=by(p.xs), scale=scale) for p in line.pieces),
        decor=tuple(replace(d, x=d.x * scale // 1000, width=d.width * scale // 1000) for d in line.decor),
    )


def _text(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)
