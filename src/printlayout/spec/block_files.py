"""Blocks that a layout takes from ``layouts/blocks``: their pieces go into the layout's tree, their inks, strokes and
styles under the layout's own, which win."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from printlayout.base.shipped import shipped
from printlayout.spec.advice import near_args
from printlayout.spec.document import Mapping, Node, Scalar, read_document
from printlayout.spec.paths import names_in, safe_path
from printlayout.spec.shapes import Reading

FOLDER = "layouts/blocks"
SHARED = ("inks", "strokes", "styles", "ornaments")
"""Tables of a block's file that belong to the layout."""
Merge = Callable[[Node, Node], Node]


def with_blocks(root: Path, node: Mapping, merged: Merge, at: Reading) -> Mapping:
    """The layout's tree with the blocks it uses filled in from their files."""
    blocks = node.get("blocks")
    if not isinstance(blocks, Mapping):
        return node
    shared: Node = Mapping((), node.span)
    places: list[tuple[Scalar, Node]] = []
    for name, place in blocks.entries:
        use = place.get("use") if isinstance(place, Mapping) else None
        if not isinstance(use, Scalar) or use.null:
            places.append((name, place))
            continue
        file = _file(root, use, at)
        read = read_document(file, at.collector, use.span) if file else None
        if not isinstance(read, Mapping):
            at.partial = at.partial or file is None
            at.faults += file is not None
            places.append((name, place))
            continue
        shared = merged(shared, Mapping(tuple(e for e in read.entries if e[0].text in SHARED), read.span))
        own = Mapping(tuple(e for e in read.entries if e[0].text not in SHARED), read.span)
        places.append((name, merged(own, place)))
    filled = Mapping(tuple(places), blocks.span)
    rest = Mapping(tuple((k, filled if v is blocks else v) for k, v in node.entries), node.span)
    made = merged(shared, rest)
    assert isinstance(made, Mapping)
    return made


def block_files(root: Path, node: Node) -> list[Path]:
    """The files of the blocks a layout's tree uses; nothing is told."""
    blocks = node.get("blocks") if isinstance(node, Mapping) else None
    found = []
    for _, place in blocks.entries if isinstance(blocks, Mapping) else ():
        use = place.get("use") if isinstance(place, Mapping) else None
        if isinstance(use, Scalar) and not use.null:
            found += [path for path in _places(root, use.text.strip()) if _there(path)][:1]
    return found


def _file(root: Path, use: Scalar, at: Reading) -> Path | None:
    name = use.text.strip()
    # As a path of its own, too: what leaves the folder of blocks for the leaves a house's for any.
    for place in (f"{FOLDER}/{name}.yaml", f"{name}.yaml"):
        if safe_path(root, place, use.span, at.collector) is None:
            at.faults += 1
            return None
    there = [path for path in _places(root, name) if _there(path)]
    if there:
        return there[0]
    names = {*names_in(root / FOLDER, ".yaml"), *names_in(shipped(FOLDER), ".yaml")}
    at.fault(
        "spec.unknown-name", use.span, kind_zh="版块", kind_en="block", name=name[:60], **near_args(name, names)
    )  # fmt: skip
    return None


def _places(root: Path, name: str) -> list[Path]:
    """Where a block may lie: the issue's own, a house's in a folder above it, the shipped one."""
    house = [folder / FOLDER / f"{name}.yaml" for folder in root.parents]
    return [root / FOLDER / f"{name}.yaml", *house, shipped(FOLDER) / f"{name}.yaml"]


def _there(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
