"""Regions as written become regions of the model; their slots get the columns a region gives them."""

from __future__ import annotations

from collections.abc import Sequence

from printlayout.base.diagnostics import Span
from printlayout.model.region import Cell, Region
from printlayout.spec.advice import near_args
from printlayout.spec.layout_keys import LayoutKeys
from printlayout.spec.region_keys import CellKeys, RegionKeys
from printlayout.spec.shapes import Reading
from printlayout.spec.styling import Styling


def place_slots(keys: LayoutKeys, columns: int, at: Reading) -> dict[str, Cell]:
    """Give the slots of the layout's regions their columns, and for the time being all of the region's lines; a slot
    outside any region needs its own. Returns every region's cells."""
    placed: dict[str, Span] = {}
    roots = {name: _Cells(keys, name, region, placed, at).root(columns) for name, region in keys.regions.items()}
    for table, owner in ((keys.slots, "slots"), (keys.picture_slots, "picture-slots")):
        for name, slot in table.items():
            for key, value in (("columns", slot.columns), ("lines", slot.lines)):
                if value == (0, 0) and name not in placed and key not in slot.faulty and key not in slot.places:
                    at.fault(
                        "spec.missing-key", slot.span, key=key, owner=f"{owner}.{name}",
                        want_zh="占栏和占行，或放进 regions", want_en="its place, or put it into a region",
                        example="1-5",
                    )  # fmt: skip
    return roots


def region(name: str, keys: RegionKeys, root: Cell, styling: Styling) -> Region:
    """A region of the model."""
    return Region(name, keys.lines, root, keys.gap, styling.stroke(keys.rule), keys.span)


class _Cells:
    """Resolves the cells of one region."""

    def __init__(self, keys: LayoutKeys, name: str, region: RegionKeys, placed: dict[str, Span], at: Reading) -> None:
        self.keys, self.name, self.region, self.placed, self.at = keys, name, region, placed, at

    def root(self, columns: int) -> Cell:
        keys = self.region
        across = keys.columns or (1, columns)
        if bool(keys.stack) == bool(keys.row):
            self.at.fault("region.cell", keys.span, region=self.name)
        kind = "row" if keys.row else "stack"
        return Cell(kind, across, cells=self._many(keys.row or keys.stack, kind, across), span=keys.span)

    def _many(self, cells: Sequence[CellKeys], kind: str, across: tuple[int, int]) -> tuple[Cell, ...]:
        made = []
        taken = across[0] - 1
        for keys in cells:
            columns = keys.columns or across
            if kind == "row" and not keys.columns:
                self.at.fault("region.columns", keys.span, region=self.name)
            elif columns[0] < across[0] or columns[1] > across[1] or (kind == "row" and columns[0] <= taken):
                span = keys.at("columns")
                least = taken + 1 if kind == "row" else across[0]
                self.at.fault("region.outside", span, region=self.name, first=least, last=across[1])
            taken = max(taken, columns[1])
            made.append(self._cell(keys, columns))
        return tuple(made)

    def _cell(self, keys: CellKeys, columns: tuple[int, int]) -> Cell:
        if sum(map(bool, (keys.slot, keys.stack, keys.row))) != 1:
            self.at.fault("region.cell", keys.span, region=self.name)
        kind = "slot" if keys.slot else "row" if keys.row else "stack"
        if keys.slot:
            self._slot(keys, columns)
        cells = self._many(keys.row or keys.stack, kind, columns)
        return Cell(
            kind=kind,
            columns=columns,
            slot=keys.slot,
            cells=cells,
            weight=keys.weight,
            least=keys.min,
            most=keys.max,
            content=keys.fit == "content",
            span=keys.span,
        )

    def _slot(self, keys: CellKeys, columns: tuple[int, int]) -> None:
        name, span = keys.slot, keys.at("slot")
        slot = self.keys.slots.get(name) or self.keys.picture_slots.get(name)
        if slot is None:
            names = (*self.keys.slots, *self.keys.picture_slots)
            self.at.fault(
                "spec.unknown-name", span, kind_zh="版位", kind_en="slot", name=name[:60], **near_args(name, names)
            )
            return
        if name in self.placed:
            self.at.fault("region.twice", span, slot=name, first=self.placed[name].line)
            return
        self.placed[name] = span
        for key in ("columns", "lines"):
            if key in slot.places:
                self.at.fault("region.place", slot.at(key), slot=name, key=key, region=self.name)
        slot.columns, slot.lines, slot.region = columns, self.region.lines, self.name
