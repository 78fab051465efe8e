"""Spec files in house order: which record a file is of by where it lies, and front matter of stories by its fences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from printlayout.base.diagnostics import Collector, Span
from printlayout.spec.block_files import SHARED
from printlayout.spec.block_keys import BlockKeys
from printlayout.spec.box_keys import MotifKeys
from printlayout.spec.document import read_text, shown
from printlayout.spec.house_order import Shaped, in_order
from printlayout.spec.issue_keys import ISSUE
from printlayout.spec.layout_keys import LAYOUT, LayoutKeys
from printlayout.spec.press_keys import PRESS
from printlayout.spec.shapes import MapOf, Record, Spec
from printlayout.spec.story_keys import STORY
from printlayout.spec.table_keys import TABLE


class BlockFileKeys(Spec):
    """A block's file: the block, then tables that belong to the layout."""


BlockFileKeys.items = BlockKeys.items | {name: LayoutKeys.items[name] for name in SHARED}
FOLDERS: dict[str, Shaped] = {
    "layouts": LAYOUT,
    "press": PRESS,
    "blocks": Record(BlockFileKeys),
    "ornaments": MapOf(Record(MotifKeys)),
    "tables": TABLE,
}
"""The record of a YAML file by the folder it lies in."""
_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
SIGNED = "signed.yaml"


def spec_files(path: Path) -> Iterator[Path]:
    """The files of an issue's folder, or the one named."""
    if not path.is_dir():
        yield path
        return
    found = [
        *path.glob("*.yaml"),
        *path.glob("layouts/**/*.yaml"),
        *path.glob("tables/*.yaml"),
        *path.glob("stories/*.md"),
    ]
    yield from sorted(file for file in found if file.name != SIGNED and shape_of(file) is not None)


def shape_of(path: Path) -> Shaped | None:
    """What a file holds; ``None`` if it is none of the files whose keys are known."""
    if path.suffix == ".md":
        return STORY
    if path.suffix not in (".yaml", ".yml"):
        return None
    if path.stem == "issue":
        return ISSUE
    return FOLDERS.get(path.resolve().parent.name)


def tidy(path: Path, collector: Collector) -> tuple[str, str] | None:
    """A file's text and what it is in house order; ``None`` after a fault was told."""
    shape = shape_of(path)
    if shape is None:
        collector.error("spec.no-order", Span(shown(path)), file=shown(path))
        return None
    told = len(collector.findings)
    text = read_text(path, collector)
    if text is None:
        return None
    if path.suffix == ".md":
        made = _front_matter(text, shape, shown(path), collector)
    else:
        made = in_order(text, shape, shown(path), collector)
    return (text, made) if not any(f.severity > 0 for f in collector.findings[told:]) else None


def _front_matter(text: str, shape: Shaped, file: str, collector: Collector) -> str:
    fences = list(_FENCE.finditer(text))
    if len(fences) < 2 or fences[0].start() != 0:
        return text
    start, stop = fences[0].end() + 1, fences[1].start()
    if not text[start:stop].strip():
        return text
    return text[:start] + in_order(text[start:stop], shape, file, collector, 2) + text[stop:]
