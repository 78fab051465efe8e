"""Blocks of a layout become blocks of the model, and with the data of an issue the furniture of a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from printlayout.base.diagnostics import Span
from printlayout.base.geometry import Rect
from printlayout.base.value import replace
from printlayout.model.blocks import Block, Piece, Repeat
from printlayout.model.layout import Furniture, Grid, Layout
from printlayout.spec.advice import near_args
from printlayout.spec.art_plan import art_plan
from printlayout.spec.block_keys import DATA, BlockDataKeys, BlockKeys, Data, PieceKeys, RepeatKeys, Row, Said
from printlayout.spec.boxes import box_of
from printlayout.spec.csv import rows
from printlayout.spec.document import MOST_BYTES, read_document, shown
from printlayout.spec.issue_keys import PageKeys
from printlayout.spec.paths import find_file
from printlayout.spec.positions import furniture_rect
from printlayout.spec.shapes import Reading
from printlayout.spec.styling import Styling

FOLDER = "data"
NEEDED = {
    "text": ("text", "style"), "fill": ("ink",), "rule": ("stroke",), "box": ("box",), "art": ("file",),
    "qr": ("text",),
}  # fmt: skip


def block(name: str, keys: BlockKeys, grid: Grid, styling: Styling) -> Block | None:
    """A block in its place; ``None`` after telling what is wrong."""
    at = styling.at
    rect = furniture_rect(keys, grid, at)
    for key, value, most in (("columns", keys.columns, grid.columns), ("lines", keys.lines, grid.lines)):
        if value and value[1] > most:
            at.fault("spec.outside-grid", keys.at(key), key=f"blocks.{name}.{key}", value=value[1], most=most)
    pieces = tuple(_piece(item, styling) for item in keys.pieces)
    repeats = tuple(_repeat(item, styling) for item in keys.repeats)
    if rect is None:
        return None
    least = keys.least
    width, height = styling.measure(least.width if least else None), styling.measure(least.height if least else None)
    if rect.width < width or rect.height + styling.leading - styling.em < height:
        at.fault(
            "block.too-small", keys.span, block=name,
            size=f"{rect.width / styling.em:.1f}字 × {rect.height / styling.leading:.1f}行",
            least=f"{width / styling.em:.1f}字 × {height / styling.leading:.1f}行",
        )  # fmt: skip
    return Block(name, rect, pieces, repeats, keys.files, keys.span)


def _piece(keys: PieceKeys, styling: Styling) -> Piece:
    for part in NEEDED[keys.kind]:
        if part not in keys.places and "kind" not in keys.faulty:
            item = PieceKeys.items[part][1]
            styling.at.fault(
                "spec.missing-key", keys.span, key=part, owner="pieces", want_zh=item.zh, want_en=item.en, example="…"
            )
    rect = Rect(
        styling.measure(keys.x),
        styling.measure(keys.y),
        styling.measure(keys.width),
        styling.measure(keys.height) if keys.height else styling.em,
    )
    text = keys.file if keys.kind == "art" else keys.text
    plan = art_plan(keys, styling) if keys.kind in ("art", "qr") else None
    thing = Furniture(
        kind=keys.kind,
        rect=rect,
        text=text,
        style=styling.style(keys.style),
        ink=styling.ink(keys.ink),
        stroke=styling.stroke(keys.stroke),
        valign=keys.valign,
        span=keys.span,
        box=box_of(keys.box, styling),
        plan=plan,
    )
    return Piece(thing, tuple(keys.when.items()), keys.optional, keys.between)


def _repeat(keys: RepeatKeys, styling: Styling) -> Repeat:
    area = Rect(styling.measure(keys.x), styling.measure(keys.y), styling.measure(keys.width), 0)
    pieces = tuple(_piece(item, styling) for item in keys.pieces)
    step = styling.measure(keys.step)
    return Repeat(keys.list, area, keys.across, step, keys.most, pieces, keys.span)


# -- data -------------------------------------------------------------------------------------------------------


def block_data(keys: BlockDataKeys, root: Path, at: Reading, files: list[Path]) -> Data:
    """The data of a block: a file's, CSV tables', and what is written in place; the files are put into ``files``."""
    made = Data(keys.span)
    if keys.file:
        path = find_file(root, keys.file, FOLDER, "block.data-missing", keys.at("file"), at)
        node = read_document(path, at.collector, keys.at("file")) if path else None
        if path and node is None:
            at.faults += 1
        if path and node is not None:
            files.append(path)
            _onto(made, DATA.read(node, at, keys.file))
            made.span = node.span
    for name, written in keys.tables.items():
        span = keys.name_at("tables", name, keys.span)
        path = find_file(root, written, FOLDER, "block.data-missing", span, at)
        if path:
            files.append(path)
            made.lists[name] = list(_table(path, span, at))
    _onto(made, keys.data)
    return made


def _onto(made: Data, more: Data | None) -> None:
    if more is not None:
        made.values |= more.values
        made.lists |= more.lists
        made.span = more.span


def _table(path: Path, span: Span, at: Reading) -> Iterator[tuple[Row, Span]]:
    """The rows of a CSV file; its first line names them. Every value knows its own place."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ValueError(f"> {MOST_BYTES // 1_000_000} MB")
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as fault:
        at.fault("block.data-unread", span, file=shown(path), reason=fault)
        return
    found = rows(text.splitlines(), shown(path), 1, at)
    names = ["".join(part for part, _ in cell).strip() for cell in found[0][1]] if found else []
    for place, cells in found[1:]:
        if len(cells) != len(names):
            at.fault("block.csv-row", place, count=len(cells), names=len(names))
            continue
        said = (Said("".join(part for part, _ in cell).strip(), cell[0][1] if cell else place) for cell in cells)
        yield dict(zip(names, said, strict=True)), place


def filled(
    layout: Layout, keys: PageKeys, variables: Mapping[str, str], root: Path, at: Reading, files: list[Path]
) -> Layout:
    """The layout with its blocks as furniture, filled with the page's data; the files read are put into ``files``."""
    blocks = {one.name: one for one in layout.blocks}
    made: list[Furniture] = []
    for name, written in keys.blocks.items():
        span = keys.name_at("blocks", name, written.span)
        if name not in blocks:
            at.fault(
                "spec.unknown-name", span, kind_zh="版块", kind_en="block", name=name[:60], **near_args(name, blocks)
            )
            continue
        before = at.faults
        data = block_data(written, root, at, files)
        if at.faults == before:
            made += Filling(blocks[name], data, variables, at).furniture()
    for name in blocks:
        if name not in keys.blocks and "blocks" not in keys.faulty:
            at.fault("block.no-data", keys.at("blocks"), block=name, page=keys.page)
    return replace(layout, furniture=(*layout.furniture, *made), blocks=()) if blocks else layout


class Filling:
    """Fills one block with its data."""

    def __init__(self, block: Block, data: Data, variables: Mapping[str, str], at: Reading) -> None:
        self.block = block
        self.data = data
        self.variables = variables
        self.at = at
        self.used: set[str] = set()

    def furniture(self) -> list[Furniture]:
        """The block's pieces with their data, in their places on the page."""
        made: list[Furniture] = []
        for piece in self.block.pieces:
            made += self._set(piece, self.block.rect, {}, self.data.span)
        for repeat in self.block.repeats:
            made += self._rows(repeat)
        for name, said in self.data.values.items():
            if name not in self.used:
                self.at.collector.warn("block.unused", said.span, name=name[:60], block=self.block.name)
        lists = {repeat.name for repeat in self.block.repeats}
        for name, entries in self.data.lists.items():
            if name not in lists and entries:
                self.at.collector.warn("block.unused", entries[0][1], name=name[:60], block=self.block.name)
        return made

    def _rows(self, repeat: Repeat) -> list[Furniture]:
        entries = self.data.lists.get(repeat.name)
        if entries is None:
            self._missing(repeat.name, self.data.span, self.data.lists)
            return []
        outer, area = self.block.rect, repeat.area
        width = area.width or outer.width - area.x
        fit = max(1, (outer.height - area.y + repeat.step // 3) // repeat.step) * repeat.across
        most = min(fit, repeat.most or fit)
        if len(entries) > most:
            self.at.fault(
                "block.rows", entries[most][1], list=repeat.name, count=len(entries), most=most, block=self.block.name
            )
            return []
        made: list[Furniture] = []
        for number, (row, span) in enumerate(entries):
            down, along = divmod(number, repeat.across)
            left, right = (width * edge // repeat.across for edge in (along, along + 1))
            top = area.y + down * repeat.step
            cell = Rect(outer.x + area.x + left, outer.y + top, right - left, repeat.step)
            last = down == (len(entries) - 1) // repeat.across
            for piece in repeat.pieces:
                if not (piece.between and last):
                    made += self._set(piece, cell, row, span)
        return made

    def _set(self, piece: Piece, cell: Rect, row: Row, span: Span) -> list[Furniture]:
        for name, starts in piece.when:
            said = self._said(name, row)
            if not said or not said.text or said.text[0] not in starts:
                return []
        thing = piece.thing
        text, place = self._filled(thing.text, row, span, piece.optional)
        if text is None or (thing.kind in ("text", "qr", "art") and not text.strip()):
            return []
        if thing.kind == "art":
            text = self.block.files.get(text, text)
        plan = thing.plan
        if plan and plan.addon:
            plan = replace(plan, addon=self._filled(plan.addon, row, span, False)[0] or "")
        x = thing.rect.x if thing.rect.x >= 0 else cell.width + thing.rect.x
        width = thing.rect.width or cell.width - x
        rect = Rect(cell.x + x, cell.y + thing.rect.y, width, thing.rect.height)
        return [replace(thing, text=text, rect=rect, span=place or thing.span, plan=plan)]

    def _said(self, name: str, row: Row) -> Said | None:
        if name in row:
            return row[name]
        self.used.add(name)
        return self.data.values.get(name)

    def _filled(self, text: str, row: Row, span: Span, optional: bool) -> tuple[str | None, Span | None]:
        """The text with its values, and the place of the first of them; ``None`` if one is missing."""
        place = None
        for name in [part.partition("}")[0] for part in text.split("{")[1:] if "}" in part]:
            said = self._said(name, row)
            if said is None and name in self.variables:
                said = Said(self.variables[name], span)
            if said is None:
                if not optional:
                    self._missing(name, span, {**self.data.values, **row})
                return None, None
            place = place or said.span
            text = text.replace("{" + name + "}", said.text)
        return text, place

    def _missing(self, name: str, span: Span, there: Mapping[str, object]) -> None:
        self.at.fault("block.no-value", span, name=name[:60], block=self.block.name, **near_args(name, dict(there)))
