"""Reads a table: settings, then rows as CSV in the story, in a file of the issue, or as YAML; each cell with its place.

In the rows ``<`` joins a cell to the one on its left and ``^`` to the one above it; a row ``## text`` is a group's
heading, a row ``---`` asks for a rule.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from printlayout.base.diagnostics import Span
from printlayout.base.value import replace
from printlayout.model.story import Run
from printlayout.model.table import Cell, Column, Table, TableRow
from printlayout.spec.csv import rows as csv_rows
from printlayout.spec.document import Mapping, parse, read_text, shown
from printlayout.spec.paths import find_file
from printlayout.spec.shapes import Reading
from printlayout.spec.table_keys import TABLE, ColumnKeys, TableKeys
from printlayout.text.numerals import BLANKS, middle, point, with_minus

MOST_COLUMNS = 40
_KEY = re.compile(r"[a-z][a-z-]*:(\s|\Z)")
_RULE = re.compile(r"-{3,}\Z")
_GROUP = re.compile(r"##[ \u3000]*")
ToRuns = Callable[[str, Span], "tuple[Run, ...]"]
"""Reads the marks of a line of copy: its text and place to runs."""
RawCell = tuple["tuple[Run, ...]", Span, str]
"""A cell before it is made: runs, place, and the text as written (``<`` joins, ``\\<`` is a character)."""
Raw = tuple[Span, list[RawCell]]
"""A row before it is made, and its place."""


def read_table(lines: list[str], opening: Span, root: Path | None, to_runs: ToRuns, at: Reading) -> Table | None:
    """The table of a fenced block whose content ``lines`` follow the line of ``opening``. Faults are told."""
    settings, data, first = _parts(lines)
    keys = TableKeys.filled(opening)
    if any(line.strip() for line in settings):
        told = len(at.collector.findings)
        node = parse("\n".join(settings), opening.file, at.collector, first_line=opening.line + 1)
        at.faults += len(at.collector.findings) - told
        if node is not None:
            keys = TABLE.read(node, at, "table") or keys
    raw = _raw(csv_rows(data, opening.file, opening.line + 1 + first, at), to_runs)
    if keys.file:
        if raw or keys.rows is not None:
            at.fault("table.two-sources", keys.at("file"), file=keys.file[:60])
            return None
        keys, raw = _from_file(keys, root, to_runs, at)
    elif keys.rows is not None:
        raw = [*_raw_yaml(keys, to_runs), *raw]
    if not raw:
        at.fault("table.empty", opening)
        return None
    return _made(keys, raw, opening, to_runs, at)


def _parts(lines: list[str]) -> tuple[list[str], list[str], int]:
    """Settings, rows, and the index of the first row's line. Settings begin with a key and end with ``---``."""
    opens = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    if not _KEY.match(opens):
        return [], lines, 0
    end = next((n for n, line in enumerate(lines) if _RULE.match(line.rstrip())), len(lines))
    return lines[:end], lines[end + 1 :], end + 1


def _from_file(keys: TableKeys, root: Path | None, to_runs: ToRuns, at: Reading) -> tuple[TableKeys, list[Raw]]:
    """The rows of a CSV file; of a YAML file rows and settings, which those in the story go before."""
    span = keys.at("file")
    path = find_file(root, keys.file, "tables", "table.missing-file", span, at) if root else None
    text = read_text(path, at.collector, span) if path else None
    if path is None or text is None:
        at.faults += path is not None
        return keys, []
    if path.suffix not in (".yaml", ".yml"):
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return keys, _raw(csv_rows(lines, shown(path), 1, at), to_runs)
    told = len(at.collector.findings)
    node = parse(text, shown(path), at.collector)
    at.faults += len(at.collector.findings) - told
    theirs = TABLE.read(node, at, "table") if isinstance(node, Mapping) else None
    if node is not None and theirs is None:
        TABLE.wrong(node, at, "table")
    if theirs is None:
        return keys, []
    for name, value in keys.given().items():
        setattr(theirs, name, value)
        theirs.places[name] = keys.places[name]
    return theirs, _raw_yaml(theirs, to_runs)


def _raw(rows: list[tuple[Span, list[list[tuple[str, Span]]]]], to_runs: ToRuns) -> list[Raw]:
    made: list[Raw] = []
    for span, cells in rows:
        row: list[RawCell] = []
        for cell in cells:
            runs = tuple(r for text, place in cell for r in _line_runs(text, place, to_runs))
            row.append((runs, cell[0][1] if cell else span, "".join(text for text, _ in cell)))
        made.append((span, row))
    return made


def _raw_yaml(keys: TableKeys, to_runs: ToRuns) -> list[Raw]:
    made: list[Raw] = []
    for row in keys.rows or ():
        cells = [(_lines_runs(text.strip(), place, to_runs), place, text.strip()) for text, place in row]
        place = row[0][1] if row else keys.at("rows")
        made.append((place, cells or [((), place, "")]))
    return made


def _line_runs(text: str, place: Span, to_runs: ToRuns) -> tuple[Run, ...]:
    return (Run("\n", "text", place),) if text == "\n" else to_runs(text, place)


def _lines_runs(text: str, place: Span, to_runs: ToRuns) -> tuple[Run, ...]:
    made: list[Run] = []
    for number, line in enumerate(text.split("\n")):
        if number:
            made.append(Run("\n", "text", place))
        made += to_runs(line, place)
    return tuple(made)


def _count(rows: list[list[RawCell]]) -> int:
    """How many columns rows have that do not say so: as many as most of them, and no fewer than the first."""
    lengths = [len(_trimmed(cells)) for cells in rows]
    return max(lengths[0], *(n for n, _ in Counter(lengths).most_common(1))) if lengths else 1


def _made(keys: TableKeys, raw: list[Raw], opening: Span, to_runs: ToRuns, at: Reading) -> Table | None:
    """The table of its rows: rules and groups told apart, cells joined, columns judged by what stands in them."""
    lone = [not any(runs for runs, _, _ in cells[1:]) for _, cells in raw]
    texts = [cells[0][2] for _, cells in raw]
    special = [only and bool(_RULE.match(text) or _GROUP.match(text)) for only, text in zip(lone, texts, strict=True)]
    plain = [cells for (_, cells), is_special in zip(raw, special, strict=True) if not is_special]
    count = len(keys.columns) or _count(plain)
    if count > MOST_COLUMNS:
        at.fault("table.too-many-columns", opening, count=count, most=MOST_COLUMNS)
        return None
    body = [n for n, is_special in enumerate(special) if not is_special]
    heads, feet = set(body[: keys.header]), set(body[len(body) - keys.footer :] if keys.footer else ())
    rows: list[TableRow] = []
    open_cells: list[tuple[int, int] | None] = [None] * count
    drafts: list[list[Cell]] = []
    ruled = False
    for number, (span, cells) in enumerate(raw):
        if special[number]:
            if _RULE.match(texts[number]):
                ruled = True
                continue
            open_cells = [None] * count
            runs = _without(cells[0][0], _GROUP)
            drafts.append([Cell(runs, 0, count, 1, runs[0].span if runs else span)])
            rows.append(TableRow("group", (), ruled, span))
        else:
            kind = "head" if number in heads else "foot" if number in feet else "body"
            drafts.append(_row(span, cells, count, open_cells, drafts, at))
            rows.append(TableRow(kind, (), ruled, span))
        ruled = False
    made = tuple(replace(row, cells=tuple(draft)) for row, draft in zip(rows, drafts, strict=True))
    columns = _columns(keys.columns, count, made)
    title, source = _line(keys.title, to_runs), _line(keys.source, to_runs)
    notes = tuple(_line(note, to_runs) for note in keys.notes)
    return Table(
        columns=columns,
        rows=made,
        title=title,
        notes=notes,
        source=source,
        look=keys.look,
        across=keys.across,
        place=keys.place,
        span=opening,
    )


def _line(run: Run | None, to_runs: ToRuns) -> tuple[Run, ...]:
    return to_runs(run.text, run.span) if run else ()


def _trimmed(cells: Sequence[RawCell]) -> Sequence[RawCell]:
    """The cells without empty ones at the end."""
    end = len(cells)
    while end and not cells[end - 1][0]:
        end -= 1
    return cells[:end]


def _without(runs: tuple[Run, ...], pattern: re.Pattern[str]) -> tuple[Run, ...]:
    """Runs without what ``pattern`` finds at the start of the first one."""
    match = pattern.match(runs[0].text)
    cut = match.end() if match else 0
    first = replace(runs[0], text=runs[0].text[cut:], span=runs[0].span.shifted(cut))
    return (first, *runs[1:]) if first.text else runs[1:]


def _row(
    span: Span,
    raw: list[RawCell],
    count: int,
    above: list[tuple[int, int] | None],
    drafts: list[list[Cell]],
    at: Reading,
) -> list[Cell]:
    """The cells of a row. ``above`` says for every column which cell of ``drafts`` stands there (row, index)."""
    given = raw if len(raw) <= count else [*raw[:count], *_trimmed(raw[count:])]
    if len(given) != count:
        place = given[count][1] if len(given) > count else span
        at.fault("table.row-length", place, count=len(given), columns=count)
        given = [*given[:count], *[((), span, "")] * (count - len(given))]
    made: list[Cell] = []
    for column, (runs, place, text) in enumerate(given):
        owner = above[column]
        if text == "<" and made and made[-1].column + made[-1].columns == column:
            made[-1] = replace(made[-1], columns=made[-1].columns + 1)
            above[column] = (len(drafts), len(made) - 1)
        elif text == "^" and owner is not None:
            row, index = owner
            cell = drafts[row][index] if row < len(drafts) else None
            if cell is not None and cell.column == column and row + cell.rows == len(drafts):
                drafts[row][index] = replace(cell, rows=cell.rows + 1)
        elif text in ("<", "^"):
            at.fault("table.nothing-to-join", place, mark=text)
        else:
            made.append(Cell(runs, column, 1, 1, place))
            above[column] = (len(drafts), len(made) - 1)
    return made


def _columns(keys: tuple[ColumnKeys, ...], count: int, rows: tuple[TableRow, ...]) -> tuple[Column, ...]:
    made: list[Column] = []
    for number in range(count):
        own = keys[number] if number < len(keys) else ColumnKeys.filled()
        align = own.align
        if align == "auto":
            cells = (c for row in rows if row.kind in ("body", "foot") for c in row.cells)
            align = judged([c.text for c in cells if c.column == number and c.columns == 1])
        length, share = (own.width.length, own.width.share) if own.width else (None, 0)
        made.append(Column(length, share, align, own.style, own.span))
    return tuple(made)


def judged(texts: Sequence[str]) -> str:
    """How a column lines up by what stands in it: numbers by their points, scores by their marks, words at the left."""
    filled = [text for text in texts if text not in BLANKS]
    for align, finds in (("decimal", point), ("score", middle)):
        hits = sum(finds(text) is not None for text in filled)
        if filled and hits * 5 >= len(filled) * 4:
            return align
    return "left"


def normalised_table(table: Table, made: Callable[[tuple[Run, ...]], tuple[Run, ...]]) -> Table:
    """The table with half-width marks made full-width by ``made`` where the text is Chinese; numbers get a minus sign
    for a hyphen."""

    def cell(one: Cell) -> Cell:
        if point(one.text) is not None:
            return replace(one, runs=tuple(replace(run, text=with_minus(run.text)) for run in one.runs))
        return one if middle(one.text) is not None or one.text in BLANKS else replace(one, runs=made(one.runs))

    rows = tuple(replace(row, cells=tuple(cell(c) for c in row.cells)) for row in table.rows)
    notes = tuple(made(note) for note in table.notes)
    return replace(table, rows=rows, title=made(table.title), notes=notes, source=made(table.source))
