"""How well the example's body is set at some measures (``make quality``).

For each measure: lines, the widest gap between two Han characters that justification made, the share of lines under
0.03 em, lone last characters, lines that are not flush. The bars are 0.06 em at most and 95 % under 0.03 em, where the
text allows it: beside what misses one stands the least that *any* way of breaking the text could do.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from printlayout.base.diagnostics import Collector, Span
from printlayout.job import open_fonts
from printlayout.layout.itemise import CellMaker
from printlayout.layout.justify import Fitter
from printlayout.layout.lines import Measured, line_cost, optimum
from printlayout.layout.looks import faces_of, paragraph_runs, shape_of
from printlayout.layout.measure import measure
from printlayout.spec.settings import read_layout
from printlayout.spec.shapes import Reading
from printlayout.spec.stories import load_story, normalised

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "shiyan-tongzhan"
MEASURES = (13, 18, 20, 21, 27)
MOST, FINE = 0.06, 0.03


def spread(m: Measured, i: int, j: int, width: int) -> float | None:
    """Em that a line's gaps would grow; ``None`` if it does not fit. What it squeezes does not count."""
    if line_cost(m, i, j, width) is None:
        return None
    rest = width - (m.end[j] - m.start[i]) - (m.grow_end[j] - m.grow_start[i])
    gaps = m.gap_end[j] - m.gap_start[i]
    if rest <= 0 or j == m.cells:
        return 0.0
    return rest / gaps / m.em if gaps else 9.0


def least_possible(m: Measured, widths: list[int], join: Callable[[float, float], float], most: float = 9.0) -> float:
    """The least over every way of breaking the paragraph that leaves no lone last character and no line spread by more
    than ``most``; ``join`` adds a line's spread to what the lines before it came to."""
    best = {0: {0: 0.0}}
    for i in range(m.cells):
        for kind, so_far in best.get(i, {}).items():
            for j in m.breaks:
                if j <= i:
                    continue
                if m.tight[j] - m.tight[i] > widths[kind] + 2 * m.em:
                    break
                one = spread(m, i, j, widths[kind])
                if one is None or one > most or (j == m.cells and i > m.runt):
                    continue
                after = min(kind + 1, len(widths) - 1)
                known = best.setdefault(j, {})
                known[after] = min(known.get(after, 999.0), join(so_far, one))
    return min(best[m.cells].values())


def main() -> int:
    """Print the table; 1 if a line is not flush, ends in a lone character, or is spread more than it must be."""
    collector = Collector()
    layout = read_layout(EXAMPLE, "special-report", collector)
    assert layout is not None, collector.findings
    style = layout.body
    fonts = open_fonts(EXAMPLE, collector)
    fonts.check(dict.fromkeys(faces_of(style)), collector)
    blocks = []
    for name in ("zhangwan", "jingkai"):
        story = load_story(EXAMPLE, EXAMPLE / "stories" / f"{name}.md", Span(), Reading(collector))
        assert story is not None, collector.findings
        blocks += [block for block in normalised(story).blocks if block.kind == "para"]
    maker, failed = CellMaker(fonts, collector), False
    print(f"{'measure':>7} {'lines':>6} {'widest':>7} {'under 0.03':>11} {'lone':>5} {'not flush':>10}")
    notes: list[str] = []
    for ems in MEASURES:
        shape = shape_of(style, ems * style.size)
        widths = [shape.measure - indent for indent in shape.indents]
        grown: list[float] = []
        lone = ragged = 0
        coarse = 0.0
        for number, block in enumerate(blocks, 1):
            cells = maker.make(paragraph_runs(block, style), style.composition, style.size)
            m = measure(cells, style.composition)
            fitter, start, own = Fitter(cells, style.composition), 0, [0.0]
            for line, end in enumerate(optimum(m, widths).ends):
                width = widths[min(line, len(widths) - 1)]
                fitted = fitter.fit(start, end, width, end < len(cells))
                if end < len(cells):
                    own.append(fitted.spread / style.size)
                    ragged += sum(fitted.advances) - fitted.hung != width
                elif start > m.runt and line:
                    lone += 1
                start = end
            grown += own[1:]
            coarse += least_possible(m, widths, lambda count, one: count + (one >= FINE), max(MOST, *own) + 0.001)
            if max(own) > MOST:
                could = least_possible(m, widths, max)
                notes.append(
                    f"{ems} 字, paragraph {number} ({block.text[:8]}…): {max(own):.3f}; any break at least {could:.3f}"
                )
                failed |= could <= MOST
        fine = sum(one < FINE for one in grown) / len(grown)
        failed |= bool(lone or ragged)
        if fine < 0.95:
            over = sum(one >= FINE for one in grown)
            notes.append(
                f"{ems} 字: {over} lines of {len(grown)} at 0.03 em or more; at least {coarse:.0f} without a wider one"
            )
        print(f"{ems:>5} 字 {len(grown):>6} {max(grown):>7.3f} {fine:>10.1%} {lone:>5} {ragged:>10}")
    print(*notes, sep="\n")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
