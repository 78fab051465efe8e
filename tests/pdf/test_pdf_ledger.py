"""The ledger PDFX.md against the program: every "enforced" names a function and a test that exist."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "printlayout"
LEDGER = SOURCE / "pdf" / "PDFX.md"
ANSWERS = ("enforced", "cannot occur", "duty")
SECTIONS = {
    "The file", "Identification and metadata", "Output intent", "Boxes", "Colour", "Overprinting", "Fonts",
    "Transparency, and what is forbidden",
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    section: str
    clause: str
    x4: str
    x1a: str
    answer: str
    where: str
    test: str


def rows() -> list[Row]:
    found: list[Row] = []
    section = ""
    for line in LEDGER.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            section = line[3:]
        elif line.startswith("|") and not re.match(r"\|(---|\s*clause)", line):
            found.append(Row(section, *(cell.strip() for cell in line.strip("|").split("|"))))
    return found


@cache
def names(file: Path) -> frozenset[str]:
    """Functions and classes of a module, methods as ``Class.method``; what else it defines at its top."""
    found: set[str] = set()
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}.{part.name}" for part in node.body if isinstance(part, ast.FunctionDef)}
    return frozenset(found)


ENFORCED = [row for row in rows() if row.answer == "enforced"]


def test_every_section_has_clauses_and_every_clause_an_answer() -> None:
    found = rows()
    assert {row.section for row in found} == SECTIONS
    assert len(found) > 50
    for row in found:
        assert row.answer in ANSWERS, row
        assert row.clause and row.x4 and row.x1a and row.where, row
        assert bool(row.test) == (row.answer == "enforced"), row
    assert len({row.clause for row in found}) == len(found)


@pytest.mark.parametrize("row", ENFORCED, ids=lambda row: row.clause)
def test_enforced_means_a_function_and_a_test(row: Row) -> None:
    for cell, root in ((row.where, SOURCE), (row.test, ROOT)):
        match = re.fullmatch(r"`([\w/]+\.py):([\w.]+)`", cell)
        assert match, cell
        file = root / match[1]
        assert file.is_file(), cell
        assert match[2] in names(file), cell
    assert re.search(r":test_\w+`$", row.test)


def test_no_test_is_skipped() -> None:
    """A test that answers for a clause runs."""
    for file in {row.test.strip("`").partition(":")[0] for row in ENFORCED}:
        text = (ROOT / file).read_text(encoding="utf-8")
        assert not re.search(r"mark\.(skip|xfail)|pytest\.skip", text), file
