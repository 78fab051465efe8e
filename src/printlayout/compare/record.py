"""A comparison as plain values: ``diff.json``, and what the page for the browser is made of."""

from __future__ import annotations

import json
from typing import Any

from printlayout.base.geometry import Rect
from printlayout.compare.changes import Change
from printlayout.compare.comparison import Comparison, PageDiff
from printlayout.compare.pixels import milli_points


def record(comparison: Comparison) -> dict[str, Any]:
    """The comparison. Places are x, y, width, height in milli-points from the top left of the sheet."""
    return {
        "old": comparison.old.name,
        "new": comparison.new.name,
        "same": comparison.same,
        "dpi": comparison.look.dpi,
        "tolerance": comparison.look.tolerance,
        "missing": list(comparison.missing),
        "pages": [_page(page, comparison.look.dpi) for page in comparison.pages],
    }


def _page(page: PageDiff, dpi: int) -> dict[str, Any]:
    return {
        "page": page.key,
        "name": page.name,
        "state": page.state,
        "sound": all(leaf.sound for leaf in (page.old, page.new) if leaf),
        "changes": [_change(change) for change in page.changes],
        "pixels": page.pixels.count,
        "permille": page.pixels.permille,
        "places": [_numbers(milli_points(box, dpi)) for box in page.pixels.places],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.code.removeprefix("change.says-"),
        "zh": change.said("zh"),
        "en": change.said("en"),
        "place": change.place,
        "old": _numbers(change.old) if change.old else None,
        "new": _numbers(change.new) if change.new else None,
    }


def _numbers(rect: Rect) -> list[int]:
    return [rect.x, rect.y, rect.width, rect.height]


def record_bytes(comparison: Comparison) -> bytes:
    """The comparison as it is written to ``diff.json``."""
    return (json.dumps(record(comparison), ensure_ascii=False, indent=1) + "\n").encode()
