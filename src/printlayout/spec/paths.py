"""Paths written in specs: they stay within the issue's folder."""

from __future__ import annotations

import re
from pathlib import Path

from printlayout.base.diagnostics import Collector, Span
from printlayout.spec.advice import near_args
from printlayout.spec.shapes import Reading

_DRIVE = re.compile(r"[A-Za-z]:")


def safe_path(root: Path, written: str, span: Span, collector: Collector) -> Path | None:
    """The file that ``written`` names under ``root``; ``None`` and a finding if it leaves the folder.

    Symbolic links are followed before judging: a link out of the folder leaves it. Whether the file exists is not
    asked here.
    """
    bad = not written.strip() or "\\" in written or "\0" in written or len(written) > 500
    if not bad and not written.startswith(("/", "~")) and not _DRIVE.match(written):
        try:
            home = root.resolve()
            path = (home / written).resolve()
        except (OSError, ValueError, RuntimeError):
            path = home = Path()
        if path != home and path.is_relative_to(home):
            return path
    collector.error("spec.unsafe-path", span, path=written[:80])
    return None


def names_in(folder: Path, ending: str = "") -> list[str]:
    """Names of the files in a folder, sorted; with ``ending`` only those, without it. For suggestions."""
    try:
        found = sorted(entry.name for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError:
        return []
    return [name.removesuffix(ending) for name in found if name.endswith(ending)]


def find_file(root: Path, written: str, folder: str, code: str, span: Span, at: Reading) -> Path | None:
    """A file of the issue: a bare name is looked for in ``folder``, then beside ``issue.yaml``; a path counts from the
    issue's folder. ``None`` after telling ``code`` that it is not there, or that the path leaves the folder."""
    places = [written] if "/" in written else [f"{folder}/{written}", written]
    for place in places:
        path = safe_path(root, place, span, at.collector)
        if path is None:
            at.faults += 1
            return None
        try:
            there = path.is_file()
        except (OSError, ValueError):
            there = False
        if there:
            return path
    near = near_args(written, names_in(root / folder))
    at.fault(code, span, file=written[:120], place=places[0][:120], **near)
    return None
