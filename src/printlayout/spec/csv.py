"""Comma-separated rows with the place of every cell (RFC 4180, and what spreadsheets paste: tabs)."""

from __future__ import annotations

from printlayout.base.diagnostics import Span
from printlayout.spec.shapes import Reading

Piece = tuple[str, Span]
"""A stretch of a cell's text and the place of its first character."""
Cell = list[Piece]


def rows(lines: list[str], file: str, first: int, at: Reading) -> list[tuple[Span, list[Cell]]]:
    """The rows of ``lines``, whose first one is line ``first`` of ``file``: the place and the cells of each. Blank
    lines part nothing. A quoted cell may hold commas, doubled quotes and line ends."""
    comma = "\t" if any("\t" in line.strip() for line in lines) else ","
    found: list[tuple[Span, list[Cell]]] = []
    number = 0
    while number < len(lines):
        line = lines[number]
        start = Span(file, first + number, 1, line)
        if not line.strip():
            number += 1
            continue
        cells, number = _row(lines, number, comma, file, first, at)
        found.append((start, cells))
    return found


def _row(lines: list[str], number: int, comma: str, file: str, first: int, at: Reading) -> tuple[list[Cell], int]:
    """One row that begins on line ``number``; with it the number of the line after it."""
    cells: list[Cell] = []
    column = 0
    while True:
        line = lines[number]
        lead = column + len(line[column:]) - len(line[column:].lstrip(" \u3000"))
        if line[lead : lead + 1] == '"':
            cell, number, column = _quoted(lines, number, lead, comma, file, first, at)
            line = lines[number]
        else:
            end = line.find(comma, column)
            end = len(line) if end < 0 else end
            text = line[column:end].strip(" \u3000")
            cell = [(text, Span(file, first + number, lead + 1, line))] if text else []
            column = end
        cells.append(cell)
        if column >= len(line):
            return cells, number + 1
        column += 1


def _quoted(
    lines: list[str], number: int, column: int, comma: str, file: str, first: int, at: Reading
) -> tuple[Cell, int, int]:
    """A cell that opens with a quote at ``column``; with it the line and column behind it."""
    opened = Span(file, first + number, column + 1, lines[number])
    cell: Cell = []
    column += 1
    while True:
        line = lines[number]
        end = line.find('"', column)
        piece = line[column : len(line) if end < 0 else end]
        if piece:
            cell.append((piece, Span(file, first + number, column + 1, line)))
        if end < 0:
            if number + 1 >= len(lines):
                at.fault("table.unclosed-quote", opened)
                return cell, number, len(line)
            number, column = number + 1, 0
            cell.append(("\n", Span(file, first + number, 1, lines[number])))
        elif line[end + 1 : end + 2] == '"':
            cell.append(('"', Span(file, first + number, end + 1, line)))
            column = end + 2
        else:
            break
    behind = line.find(comma, end + 1)
    behind = len(line) if behind < 0 else behind
    if line[end + 1 : behind].strip():
        at.fault(
            "table.after-quote", Span(file, first + number, end + 2, line), text=line[end + 1 : behind].strip()[:12]
        )
    return cell, number, behind
