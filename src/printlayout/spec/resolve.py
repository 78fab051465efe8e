"""A layout as written becomes a :class:`Layout`: names are looked up, 字 and 行 become milli-points."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from printlayout.base.diagnostics import Span
from printlayout.base.geometry import Rect
from printlayout.base.units import Length, Mpt, mm
from printlayout.base.value import replace
from printlayout.model.ink import BLACK, WHITE, Ink
from printlayout.model.layout import Box, Furniture, Grid, Head, Layout, PicturePlace, PictureSlot, Slot, Stroke
from printlayout.model.style import Composition, Style
from printlayout.spec.ad_slots import ad_slots
from printlayout.spec.advice import near_args
from printlayout.spec.grid_checks import check_furniture, check_grid, check_slots
from printlayout.spec.layout_keys import (
    BoxKeys,
    CompositionKeys,
    FurnitureKeys,
    GridKeys,
    HeadKeys,
    InkKeys,
    LayoutKeys,
    PictureSlotKeys,
    Sheet,
    SlotKeys,
    StrokeKeys,
    StyleKeys,
    TypeArea,
)
from printlayout.spec.positions import furniture_rect
from printlayout.spec.shapes import Reading
from printlayout.spec.spots import check_spots
from printlayout.spec.values import InkUse, Named

T = TypeVar("T")
SHEETS: dict[str, tuple[Mpt, Mpt]] = {"对开": (mm(390), mm(545)), "四开": (mm(275), mm(390))}
"""Trimmed sizes by name (typography.md 2.3); ``sheets`` of a layout adds and replaces."""


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


def resolve(name: str, keys: LayoutKeys, at: Reading) -> Layout | None:
    """The layout, or ``None`` if it has faults (all of which have been told)."""
    return _Resolver(keys, at).layout(name)


class _Resolver:
    """Looks names up and measures lengths for one layout."""

    def __init__(self, keys: LayoutKeys, at: Reading) -> None:
        self.keys = keys
        self.at = at
        grid = keys.grid
        self.em = grid.body.mpt()
        self.leading = grid.leading.mpt(em=self.em)
        self.inks = Names("油墨", "ink", self._inks(keys.inks), at)
        """Inks by name; ``black`` and ``white`` are always there."""
        self.strokes = Names("线", "stroke", {n: self._stroke_of(s) for n, s in keys.strokes.items()}, at)
        self.composition = _composed(Composition(), keys.composition)
        self.styles = Names("样式", "style", {n: self._style(n, s) for n, s in keys.styles.items()}, at)

    def layout(self, name: str) -> Layout | None:
        keys = self.keys
        width, height, bleed = self._sheet(keys.sheet)
        grid = self._grid(keys.grid, keys.type_area, width)
        body = self.styles.find("body", keys.at("styles"))
        slots = tuple(self._slot(slot_name, slot) for slot_name, slot in keys.slots.items())
        furniture = tuple(self._furniture(item, grid) for item in keys.furniture)
        if self.at.faults:
            return None
        check_grid(keys, grid, width, height, self.at)
        check_slots(keys, grid, self.at)
        check_furniture(keys, grid, self.at)
        if self.at.faults or body is None:
            return None
        ads = ad_slots(keys, grid, width, height, self.at)
        if self.at.faults:
            return None
        return Layout(
            name, width, height, bleed, grid, body,
            tuple(slot for slot in slots if slot is not None),
            tuple(item for item in furniture if item is not None),
            self.styles.table, keys.normalise,
            tuple(made for name, slot in keys.picture_slots.items() if (made := self._picture_slot(name, slot))),
            keys.span, isinstance(keys.sheet, Sheet) and keys.sheet.marks, ads,
        )  # fmt: skip

    def _picture_slot(self, name: str, keys: PictureSlotKeys) -> PictureSlot | None:
        caption, credit = (
            self._find_style(named) if named else self.styles.find(part, keys.span)
            for part, named in (("caption", keys.caption), ("credit", keys.credit))
        )
        if caption is None or credit is None:
            return None
        return PictureSlot(name, keys.columns, keys.lines, caption, credit, keys.span)

    def measure(self, length: Length | None, em: Mpt = 0) -> Mpt:
        """A length in milli-points; 字 is ``em`` if given and else the body's, 行 the grid's line."""
        return 0 if length is None else length.mpt(em or self.em, self.leading)

    def _sheet(self, sheet: Named | Sheet) -> tuple[Mpt, Mpt, Mpt]:
        table = SHEETS | {n: (s.width.mpt(), s.height.mpt()) for n, s in self.keys.sheets.items()}
        sizes = Names("纸张规格", "sheet size", table, self.at)
        if isinstance(sheet, Named):
            return *(sizes.find(sheet.name, sheet.span) or (1, 1)), 0
        width = height = 0
        if sheet.name:
            width, height = sizes.find(sheet.name, sheet.at("name")) or (1, 1)
        width = sheet.width.mpt() if sheet.width else width
        height = sheet.height.mpt() if sheet.height else height
        for key, value in (("width", width), ("height", height)):
            if not value and key not in sheet.faulty and "sheet" in self.keys.places:
                self.at.fault(
                    "spec.missing-key", sheet.span, key=key, owner="sheet",
                    want_zh="净尺寸，或用 name 写规格名", want_en="or a size by name", example="390mm",
                )  # fmt: skip
        return width, height, sheet.bleed.mpt() if sheet.bleed else 0

    def _grid(self, grid: GridKeys, area: TypeArea, width: Mpt) -> Grid:
        made = Grid(
            0, self.measure(area.top), grid.columns, self.measure(grid.column), self.measure(grid.gutter),
            area.lines, self.leading, self.em,
        )  # fmt: skip
        left = (width - made.width) // 2 if area.left is None else self.measure(area.left)
        return replace(made, left=left)

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

    def _ink(self, use: InkUse | None) -> Ink | None:
        if use is None:
            return None
        ink = self.inks.find(use.name, use.span)
        return ink.tint(use.permille) if ink else None

    def _ink_or_black(self, use: InkUse | None) -> Ink:
        return self._ink(use) or self.inks.table["black"]

    def _stroke_of(self, keys: StrokeKeys) -> Stroke:
        return Stroke(keys.width.mpt(), self._ink_or_black(keys.ink), keys.kind)

    def _stroke(self, stroke: Named | StrokeKeys | None) -> Stroke | None:
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
            span=keys.span,
        )

    def _find_style(self, named: Named | None) -> Style | None:
        return None if named is None else self.styles.find(named.name, named.span)

    def _slot(self, name: str, keys: SlotKeys) -> Slot | None:
        own = {
            part: self.styles.find(named.name, named.span) if named else self.styles.find(part, keys.span)
            for part, named in (
                ("body", keys.body), ("subhead", keys.subhead), ("caption", keys.caption), ("credit", keys.credit)
            )
        }  # fmt: skip
        rule, box = self._stroke(keys.column_rule), self._box(keys.box)
        head = self._head(keys.head, keys.columns[1] - keys.columns[0] + 1)
        body, subhead, caption, credit = own["body"], own["subhead"], own["caption"], own["credit"]
        if head is None or body is None or subhead is None or caption is None or credit is None:
            return None
        pictures = tuple(
            PicturePlace(p.columns, p.line, p.lines, foot=p.foot, clear=p.clear, span=p.span) for p in keys.pictures
        )
        return Slot(
            name=name,
            columns=keys.columns,
            lines=keys.lines,
            head=head,
            body=body,
            subhead=subhead,
            caption=caption,
            credit=credit,
            pictures=pictures,
            rule=rule,
            box=box,
            level=keys.level,
            tiers=keys.tiers,
            keep_after_subhead=keys.keep_after_subhead,
            span=keys.span,
        )

    def _head(self, keys: HeadKeys, columns: int) -> Head | None:
        kicker, deck, byline = (self._find_style(s) for s in (keys.kicker, keys.deck, keys.byline))
        headline = self._find_style(keys.headline) if keys.headline.name else None
        if headline is None:
            return None
        gap = self.measure(keys.gap)
        return Head(
            keys.columns or (1, columns), kicker, headline, deck, byline, keys.before, keys.after, gap, keys.lines
        )

    def _box(self, keys: BoxKeys | None) -> Box | None:
        if keys is None:
            return None
        return Box(self._ink(keys.fill), self._stroke(keys.stroke), self.measure(keys.outset), keys.sides)

    def _furniture(self, keys: FurnitureKeys, grid: Grid) -> Furniture | None:
        style, ink, stroke = self._find_style(keys.style), self._ink(keys.ink), self._stroke(keys.stroke)
        rect: Rect | None = furniture_rect(keys, grid, self.at)
        needed = {"text": ("text", "style"), "fill": ("ink",), "rule": ("stroke",)}[keys.kind]
        for part in needed:
            if part not in keys.places and "kind" not in keys.faulty:
                zh, en = {
                    "text": ("文字", "the text"), "style": ("样式", "its style"), "ink": ("底色", "its ink"),
                    "stroke": ("线", "its stroke"),
                }[part]  # fmt: skip
                self.at.fault(
                    "spec.missing-key", keys.span, key=part, owner="furniture", want_zh=zh, want_en=en, example="…"
                )
        if rect is None:
            return None
        span = keys.at("text") if keys.kind == "text" else keys.span
        return Furniture(keys.kind, rect, keys.text, style, ink, stroke, keys.valign, span)


def _composed(base: Composition, keys: CompositionKeys | None) -> Composition:
    """The composition with what was written put onto it; the keys' attributes bear the value's names."""
    changes: dict[str, Any] = keys.given() if keys else {}
    return replace(base, **changes)
