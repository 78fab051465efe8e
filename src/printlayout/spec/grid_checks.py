"""What must hold between sheet, grid and slots."""

from __future__ import annotations

from fractions import Fraction

from printlayout.base.units import Mpt, to_mm
from printlayout.model.layout import Grid
from printlayout.spec.layout_keys import LayoutKeys
from printlayout.spec.picture_keys import PictureSlotKeys
from printlayout.spec.shapes import Reading
from printlayout.spec.slot_keys import SlotKeys, TextFrameKeys

LEAST_MEASURE, MOST_MEASURE = 10, 48
"""字 in a column (R55)."""


Area = SlotKeys | TextFrameKeys | PictureSlotKeys
"""What takes columns and lines of a page."""


def check_grid(keys: LayoutKeys, grid: Grid, width: Mpt, height: Mpt, at: Reading) -> None:
    """The type area lies on the sheet (error); a column is a whole number of 字 from 10 to 48 (R55, warning)."""
    place = keys.type_area.span
    right, bottom = grid.left + grid.width, grid.top + grid.height
    for edge_zh, edge_en, over in (
        ("左边", "left", -grid.left),
        ("右边", "right", right - width),
        ("下边", "bottom", bottom - height),
    ):
        if over > 0:
            at.fault("spec.outside-sheet", place, edge_zh=edge_zh, edge_en=edge_en, over=f"{to_mm(over):.1f}mm")
    measure = Fraction(grid.column, grid.em)
    span = keys.grid.at("column")
    # The value is a rounded milli-point: a tenth of a per cent of 字 is no fault of the person who wrote it.
    if abs(measure - round(measure)) > Fraction(1, 1000):
        at.collector.warn("spec.column-not-whole", span, measure=f"{float(measure):.2f}", near=round(measure))
    if not LEAST_MEASURE <= measure <= MOST_MEASURE:
        least, most = LEAST_MEASURE, MOST_MEASURE
        at.collector.warn("spec.column-range", span, measure=f"{float(measure):g}", least=least, most=most)


def check_slots(keys: LayoutKeys, grid: Grid, at: Reading) -> None:
    """Slots, their headline groups and pictures lie on the grid; no two slots share a place."""
    for name, slot in keys.slots.items():
        for key, value, most in (("columns", slot.columns, grid.columns), ("lines", slot.lines, grid.lines)):
            if value[1] > most:
                at.fault("spec.outside-grid", slot.at(key), key=f"{name}.{key}", value=value[1], most=most)
        columns = slot.columns[1] - slot.columns[0] + 1
        lines = slot.lines[1] - slot.lines[0] + 1
        for part, places in (("pictures", slot.pictures), ("quotes", slot.quotes)):
            for place in places:
                for key, last, most in (
                    ("columns", place.columns[1], columns), ("line", place.line + place.lines - 1, lines)
                ):  # fmt: skip
                    if last > most:
                        at.fault("spec.outside-grid", place.at(key), key=f"{name}.{part}.{key}", value=last, most=most)
    _check_areas(keys, grid, at)


def _check_areas(keys: LayoutKeys, grid: Grid, at: Reading) -> None:
    """Further frames and picture slots lie on the grid, too, and no two places of a page share lines and columns."""
    further: list[tuple[str, Area]] = [(name, frame) for name, slot in keys.slots.items() for frame in slot.frames]
    further += keys.picture_slots.items()
    for name, area in further:
        for key, value, most in (("columns", area.columns, grid.columns), ("lines", area.lines, grid.lines)):
            if value[1] > most:
                at.fault("spec.outside-grid", area.at(key), key=f"{name}.{key}", value=value[1], most=most)
    areas: list[tuple[str, Area]] = [*keys.slots.items(), *further]
    for number, (name, area) in enumerate(areas):
        for other_name, other in areas[:number]:
            if area.region and area.region == other.region:
                continue  # the region gives them their lines
            if any(not isinstance(one, TextFrameKeys) and one.wrap is not None for one in (area, other)):
                continue  # text goes round it
            if _meet(area.columns, other.columns) and _meet(area.lines, other.lines):
                at.fault("spec.overlap", area.at("lines"), one=name, other=other_name, line=other.span.line)


def check_furniture(keys: LayoutKeys, grid: Grid, one: Grid, at: Reading) -> None:
    """Furniture that counts in columns and lines stays on the grid; on a spread, what stands on each page on ``one``
    page's.
    """
    for item in keys.furniture:
        columns = one.columns if item.each else grid.columns
        for key, value, most in (("columns", item.columns, columns), ("lines", item.lines, grid.lines)):
            if value and value[1] > most:
                at.fault("spec.outside-grid", item.at(key), key=f"furniture.{key}", value=value[1], most=most)


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
