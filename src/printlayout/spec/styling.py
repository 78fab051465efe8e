"""What a layout names: inks, strokes and styles looked up, 字 and 行 made milli-points."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from printlayout.base.diagnostics import Span
from printlayout.base.units import Length, Mpt
from printlayout.base.value import replace
from printlayout.model.ink import BLACK, WHITE, Ink
from printlayout.model.layout import Stroke
from printlayout.model.ornament import Motif
from printlayout.model.style import Composition, Style
from printlayout.spec import showing
from printlayout.spec.advice import near_args
from printlayout.spec.layout_keys import LayoutKeys
from printlayout.spec.shapes import Reading
from printlayout.spec.spots import check_spots
from printlayout.spec.style_keys import CompositionKeys, InkKeys, StrokeKeys, StyleKeys
from printlayout.spec.values import InkUse, Named

T = TypeVar("T")


class Names(Generic[T]):
    """A table of names of one kind, and what to say when one is not in it."""

    def __init__(self, zh: str, en: str, table: dict[str, T], at: Reading) -> None:
        self.zh = zh
        self.en = en
        self.table = table
        self.at = at

    def find(self, name: str, span: Span) -> T | None:
        """The value of a name, or ``None`` after telling that there is none."""
        value = self.table.get(name)
        if value is None:
            self.at.fault(
                "spec.unknown-name", span, kind_zh=self.zh, kind_en=self.en, name=name[:60],
                **near_args(name, self.table),
            )  # fmt: skip
        return value


class Styling:
    """Looks names up and measures lengths for one layout."""

    def __init__(self, keys: LayoutKeys, at: Reading) -> None:
        self.at = at
        grid = keys.grid
        self.em = grid.body.mpt()
        self.leading = grid.leading.mpt(em=self.em)
        self.gutter = grid.gutter.mpt(em=self.em)
        self.inks = Names("油墨", "ink", self._inks(keys.inks), at)
        """Inks by name; ``black`` and ``white`` are always there."""
        self.ornaments = keys.ornaments
        self.strokes = Names("线", "stroke", {n: self._stroke_of(s) for n, s in keys.strokes.items()}, at)
        self.composition = _composed(Composition(), keys.composition)
        self.styles = Names("样式", "style", {n: self._style(n, s) for n, s in keys.styles.items()}, at)

    def measure(self, length: Length | None, em: Mpt = 0) -> Mpt:
        """A length in milli-points; 字 is ``em`` if given and else the body's, 行 the grid's line."""
        return 0 if length is None else length.mpt(em or self.em, self.leading)

    def _inks(self, keys: dict[str, InkUse | InkKeys]) -> dict[str, Ink]:
        """The inks; one may be a tint of another."""
        table: dict[str, Ink] = {"black": BLACK, "white": WHITE}
        table |= {n: Ink(n, i.c, i.m, i.y, i.k, i.spot) for n, i in keys.items() if isinstance(i, InkKeys)}
        check_spots({n: i for n, i in keys.items() if isinstance(i, InkKeys)}, self.at)
        waiting = {n: i for n, i in keys.items() if isinstance(i, InkUse)}
        while ready := [n for n, i in waiting.items() if i.name in table and i.name not in waiting]:
            for name in ready:
                use = waiting.pop(name)
                table[name] = replace(table[use.name].tint(use.permille), name=name)
        names = Names("油墨", "ink", table, self.at)
        for name, use in waiting.items():
            if use.name in waiting:
                self.at.fault("spec.cycle", use.span, chain=f"{name} → {use.name} → …")
            else:
                names.find(use.name, use.span)
        return table | dict.fromkeys(waiting, BLACK)

    def ink(self, use: InkUse | None) -> Ink | None:
        """An ink by its name and tint."""
        if use is None:
            return None
        ink = self.inks.find(use.name, use.span)
        return ink.tint(use.permille) if ink else None

    def _ink_or_black(self, use: InkUse | None) -> Ink:
        return self.ink(use) or self.inks.table["black"]

    def _stroke_of(self, keys: StrokeKeys) -> Stroke:
        motif = self._motif(keys) if keys.kind == "ornament" else None
        return Stroke(self.measure(keys.width), self._ink_or_black(keys.ink), keys.kind, motif)

    def _motif(self, keys: StrokeKeys) -> Motif | None:
        from printlayout.spec.motifs import find_motif  # only where a rule is an ornament

        return find_motif(keys, self.ornaments, self.at)

    def stroke(self, stroke: Named | StrokeKeys | None) -> Stroke | None:
        """A stroke by its name, or as written in place."""
        if isinstance(stroke, Named):
            return self.strokes.find(stroke.name, stroke.span)
        return None if stroke is None else self._stroke_of(stroke)

    def _style(self, name: str, keys: StyleKeys) -> Style:
        size = self.measure(keys.size)
        sizes = sorted({self.measure(s) for s in keys.sizes}, reverse=True)

        def ems(length: Length | None) -> int:
            return 0 if length is None else round(self.measure(length, size) * 1000 / size)

        return Style(
            name=name,
            face=keys.face,
            size=size,
            latin=keys.latin,
            leading=self.measure(keys.leading, size),
            ink=self._ink_or_black(keys.ink),
            align=keys.align,
            indent=ems(keys.indent),
            hang=ems(keys.hang),
            widow=keys.widow,
            drop_cap=keys.drop_cap,
            tracking=keys.tracking,
            lines=keys.lines,
            before=keys.before,
            after=keys.after,
            sizes=tuple(sizes),
            emphasis=keys.emphasis,
            lead_in=keys.lead_in,
            composition=_composed(self.composition, keys.composition),
            fit=showing.fit(keys.fit),
            effect=showing.effect(keys.effect, self.ink, size),
            span=keys.span,
        )

    def style(self, named: Named | None) -> Style | None:
        """A style by its name."""
        return None if named is None else self.styles.find(named.name, named.span)


def _composed(base: Composition, keys: CompositionKeys | None) -> Composition:
    """The composition with what was written put onto it; the keys' attributes bear the value's names."""
    changes: dict[str, Any] = keys.given() if keys else {}
    return replace(base, **changes)
