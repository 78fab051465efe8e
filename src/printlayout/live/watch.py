"""What has been saved: files of an issue's folder, compared by what the file system tells of them.

Files are looked at again and again instead of asking the system for events: newsrooms keep issues on shared drives,
which send none, and looking at a hundred files takes less than a millisecond.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

Stamp = tuple[int, int, int]
"""When a file was written, its size, and which file it is: editors write beside and rename."""
MOST = 5_000
"""Files that are watched at most: an issue has a hundred or two."""
LEAST_PACE, EACH = 0.015, 0.0002
"""Seconds between two looks: so long at least, and so long for each file, so that looking takes a few per cent of one
core."""
PASSED_OVER = ("out", "node_modules", "__pycache__")
"""Folders nothing of an issue lies in."""


def stamp(path: str | Path) -> Stamp | None:
    """What tells a file from one written later; ``None`` if there is none."""
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def stamps(root: Path, others: Iterable[Path] = ()) -> dict[str, Stamp]:
    """The stamps of all files in a folder and below it, and of some ``others``. Hidden files are passed over: editors
    keep their own in them."""
    found: dict[str, Stamp] = {}
    folders = [str(root)]
    while folders and len(found) < MOST:
        try:
            entries = list(os.scandir(folders.pop()))
        except OSError:
            continue  # gone since
        for entry in entries:
            if entry.name.startswith(".") or entry.name.endswith("~"):
                continue
            try:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name not in PASSED_OVER:
                        folders.append(entry.path)
                else:
                    facts = entry.stat()
                    found[entry.path] = facts.st_mtime_ns, facts.st_size, facts.st_ino
            except OSError:
                continue
    for path in others:
        known = stamp(path)
        if known:
            found[str(path)] = known
    return found


def changed(before: Mapping[str, Stamp], now: Mapping[str, Stamp]) -> set[str]:
    """Files that were written, made or taken away."""
    return {path for path in {*before, *now} if before.get(path) != now.get(path)}


def pace(files: int) -> float:
    """Seconds until the next look at so many files."""
    return LEAST_PACE + files * EACH


def catalogues(root: Path) -> list[Path]:
    """Font catalogues an issue may use that lie outside its folder."""
    return [folder / "fonts" / "catalogue.yaml" for folder in root.parents]
