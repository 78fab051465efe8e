"""A layout as written becomes a :class:`Layout`: names are looked up, 字 and 行 become milli-points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from printlayout.base.units import Mpt, mm
from printlayout.base.value import replace
from printlayout.model.layout import Grid, Layout
from printlayout.spec.ad_slots import ad_slots
from printlayout.spec.blocks import block
from printlayout.spec.furniture import EVEN, ODD, Sheet, Sheets, furniture
from printlayout.spec.grid_checks import check_furniture, check_grid, check_slots
from printlayout.spec.layout_keys import (
    GridKeys,
    LayoutKeys,
    TypeArea,
)
from printlayout.spec.layout_keys import Sheet as SheetKeys
from printlayout.spec.pictures import Trim, bled_picture_slot, bled_slot
from printlayout.spec.regions import place_slots, region
from printlayout.spec.shapes import Reading
from printlayout.spec.slots import picture_slot, slot
from printlayout.spec.spread_keys import SpreadKeys
from printlayout.spec.styling import Names, Styling
from printlayout.spec.values import Named

if TYPE_CHECKING:
    from printlayout.model.inserts import Inserts

SHEETS: dict[str, tuple[Mpt, Mpt]] = {"对开": (mm(390), mm(545)), "四开": (mm(275), mm(390))}
"""Trimmed sizes by name (typography.md 2.3); ``sheets`` of a layout adds and replaces."""


def resolve(name: str, keys: LayoutKeys, at: Reading, side: str = "") -> Layout | None:
    """The layout for even or for odd pages, or for both where that makes no difference; ``None`` if it has faults (all
    of which have been told).
    """
    return _Resolver(keys, at, side).layout(name)


def sided(keys: LayoutKeys) -> bool:
    """Whether a layout differs between even and odd pages."""
    return not keys.spread and (keys.mirror != "no" or any(item.pages != "all" for item in keys.furniture))


class _Resolver:
    """Looks names up and measures lengths for one layout."""

    def __init__(self, keys: LayoutKeys, at: Reading, side: str) -> None:
        self.keys = keys
        self.side = side
        self.at = at
        self.styling = Styling(keys, at)

    def layout(self, name: str) -> Layout | None:
        keys = self.keys
        width, height, bleed = self._sheet(keys.sheet)
        one = self._grid(keys.grid, keys.type_area, width)
        grid, halves, single = one, (one, one), width
        if self.side and keys.mirror == self.side and keys.type_area.left is not None:
            grid = replace(one, left=width - one.left - one.width)
        if keys.spread:
            width, grid, halves = self._spread(one, width)
        styling = self.styling
        body = styling.styles.find("body", keys.at("styles"))
        roots = place_slots(keys, grid.columns, self.at)
        places = tuple(slot(name, written, styling) for name, written in keys.slots.items())
        pictures = tuple(picture_slot(name, written, styling) for name, written in keys.picture_slots.items())
        blocks = tuple(block(name, written, grid, styling) for name, written in keys.blocks.items())
        sheets = self._sheets(grid, halves, one)
        things = tuple(thing for item in keys.furniture for thing in furniture(item, sheets, styling, self.at))
        inserts = self._inserts()
        regions = tuple(region(name, keys.regions[name], root, styling) for name, root in roots.items())
        if self.at.faults:
            return None
        check_grid(keys, grid, width, height, self.at)
        check_grid(keys, one, single, height, self.at)
        check_slots(keys, grid, self.at)
        check_furniture(keys, grid, halves[0], self.at)
        if self.at.faults or body is None:
            return None
        ads = ad_slots(keys, grid, width, height, self.at)
        if self.at.faults:
            return None
        trim = Trim(width, height, bleed, grid)
        made = Layout(
            name=name,
            width=width,
            height=height,
            bleed=bleed,
            grid=grid,
            body=body,
            slots=tuple(
                replace(bled_slot(made, keys.slots[made.name].pictures, trim, self.at), inserts=inserts)
                for made in places
                if made
            ),
            furniture=tuple(thing for thing in things if thing is not None),
            styles=styling.styles.table,
            normalise=keys.normalise,
            picture_slots=tuple(
                bled_picture_slot(made, keys.picture_slots[made.name], trim, self.at) for made in pictures if made
            ),
            span=keys.span,
            marks=isinstance(keys.sheet, SheetKeys) and keys.sheet.marks,
            ads=ads,
            spread=bool(keys.spread),
            blocks=tuple(made for made in blocks if made is not None),
            regions=regions,
        )
        return None if self.at.faults else made

    def _inserts(self) -> Inserts | None:
        """The looks of what stands beside paragraphs, where the layout says anything about them."""
        keys = self.keys
        if not (keys.tables or keys.lists or keys.qa or keys.quotes):
            return None
        from printlayout.spec.inserts import inserts

        return inserts(keys, self.styling)

    def _sheet(self, sheet: Named | SheetKeys) -> tuple[Mpt, Mpt, Mpt]:
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
        styling = self.styling
        column, gutter = styling.measure(grid.column), styling.measure(grid.gutter)
        made = Grid(
            left=0,
            top=styling.measure(area.top),
            columns=grid.columns,
            column=column,
            gutter=gutter,
            lines=area.lines,
            leading=styling.leading,
            em=styling.em,
        )
        left = (width - made.width) // 2 if area.left is None else self.styling.measure(area.left)
        return replace(made, left=left)

    def _sheets(self, grid: Grid, halves: tuple[Grid, Grid], one: Grid) -> Sheets:
        if not self.keys.spread:
            return Sheets(Sheet(grid, grid.left - one.left, self.side), (), self.keys.mirror)
        each = tuple(Sheet(half, half.left - one.left, side) for half, side in zip(halves, (EVEN, ODD), strict=True))
        return Sheets(Sheet(grid), each, self.keys.mirror)

    def _spread(self, one: Grid, width: Mpt) -> tuple[Mpt, Grid, tuple[Grid, Grid]]:
        """The sheet's width, the grid of a spread over it, and the grids of its two pages on it. Without a gutter of
        its own the right page is the left one's mirror image; with one, the two type areas stand in the middle unless
        the left one's place is given.
        """
        spread, area = self.keys.spread, self.keys.type_area
        stated = spread.gutter if isinstance(spread, SpreadKeys) else None
        left, fold = one.left, 2 * (width - one.left - one.width)
        if stated is not None:
            fold = self.styling.measure(stated)
            if area.left is None:
                left = (2 * width - 2 * one.width - fold) // 2
        grid = replace(one, left=left, columns=2 * one.columns, half=one.columns, fold=fold)
        return 2 * width, grid, (replace(one, left=left), replace(one, left=grid.x(one.columns + 1)))
