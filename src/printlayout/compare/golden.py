"""Goldens (样本): pages somebody looked at and accepted, that every later version is held against.

A golden is a folder with a PDF for each page and ``golden.json``, which keeps what the display lists said of them, so
that later changes are told in words. It is made to lie in version control: nothing in it depends on when or where it
was accepted.
"""

from __future__ import annotations

import json
from pathlib import Path

from printlayout.base.diagnostics import Collector, Span
from printlayout.base.files import write_file
from printlayout.compare.facts import facts_json
from printlayout.compare.sides import FORMAT, RECORD, Side


def may_accept(folder: Path, collector: Collector) -> bool:
    """Whether a folder may be written to; it is told if not."""
    if not folder.exists() or (folder.is_dir() and ((folder / RECORD).is_file() or not any(folder.iterdir()))):
        return True
    collector.error("change.not-golden", Span(str(folder)), file=str(folder))
    return False


def accept(side: Side, folder: Path, collector: Collector) -> list[Path]:
    """Keep the pages of a side as a golden; returns the files written. Pages the folder's record names that are no more
    go. Nothing is written if a page has errors.
    """
    faulty = [*side.missing, *(leaf.name for leaf in side.leaves if not leaf.sound)]
    if faulty:
        collector.error("change.faulty", Span(side.name), pages="、".join(faulty))
        return []
    pages: dict[str, object] = {}
    written: list[Path] = []
    for leaf in side.leaves:
        name = leaf.key if side.kind != "file" else Path(side.name).stem
        if name in pages:
            continue  # a further page of the same file
        pages[name] = facts_json(leaf.facts) if leaf.facts and leaf.facts.known else None
        target = folder / f"{name}.pdf"
        write_file(target, leaf.pdf)
        written.append(target)
    for file in _named_before(folder):
        if file not in pages and Path(file).name == file:
            (folder / f"{file}.pdf").unlink(missing_ok=True)
    rows = [f" {json.dumps(name)}: {json.dumps(facts, ensure_ascii=False)}" for name, facts in pages.items()]
    text = f'{{"format": {FORMAT}, "pages": {{\n' + ",\n".join(rows) + "\n}}\n"
    write_file(folder / RECORD, text.encode())  # last: until it is there, the folder holds what it held before
    return [*written, folder / RECORD]


def _named_before(folder: Path) -> list[str]:
    try:
        return list(json.loads((folder / RECORD).read_bytes())["pages"])
    except (OSError, ValueError, TypeError, KeyError):
        return []
