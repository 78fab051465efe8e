"""Golden display lists: a page as text, one line an item, compared with what was looked at and found good.

``assert_golden(display, file)`` compares; with ``PRINTLAYOUT_GOLDEN=write`` in the environment it writes instead. Look
at the page before committing what was written.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from printlayout.base.geometry import Rect
from printlayout.model.display import DisplayList, Fill, Glyphs, Image, Item, Line, Placed
from printlayout.model.display import Path as Drawn

WRITE = "PRINTLAYOUT_GOLDEN"
LONG = 60
"""Steps of a path that are written out; of a longer one, the first of them and how many there are."""


def assert_golden(display: DisplayList, file: Path) -> None:
    """The page is the one that was looked at."""
    found = dump(display)
    if os.environ.get(WRITE) == "write":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(found, encoding="utf-8")
    wanted = file.read_text(encoding="utf-8") if file.is_file() else ""
    changes = list(unified_diff(wanted.splitlines(), found.splitlines(), str(file), "now", n=0, lineterm=""))
    assert not changes, "\n".join([*changes[:40], f"… {len(changes)} lines; look at the page, then {WRITE}=write"])


def dump(display: DisplayList) -> str:
    """A display list as text. Lengths are milli-points; paths of files lose their folder."""
    lines = [f"page {display.stem} {display.width} {display.height} bleed {display.bleed}"]
    for group in display.groups:
        lines.append(f"group {group.kind} {group.name}".rstrip())
        lines += ("  " + said for item in group.items for said in _item(item))
    lines += (f"frame {frame.kind} {frame.name} {_rect(frame.rect)}" for frame in display.frames)
    return "\n".join(lines) + "\n"


def _item(item: Item) -> Iterator[str]:
    match item:
        case Glyphs():
            if item.gids:
                turn = "" if item.direction == "ltr" else f" {item.direction}"
                turn += f" long {item.scale}" if item.scale != 1000 else ""
                turn += f" pen {item.outline}" if item.outline else ""
                yield f"text {item.x},{item.y} {item.face} {item.size} {item.ink.name}{turn} +{item.xs[-1]} {item.text}"
        case Fill():
            yield f"fill {_rect(item.rect)} {item.ink.name}"
        case Line():
            dash = f" dash {item.dash}" if item.dash else ""
            yield f"line {item.x1},{item.y1} {item.x2},{item.y2} {item.width} {item.ink.name}{dash}"
        case Drawn():
            inks = f"fill {item.fill.name if item.fill else '-'} stroke {item.stroke.name if item.stroke else '-'}"
            ops = item.ops if len(item.ops) <= LONG else f"{item.ops[:LONG]}×{len(item.ops)}"
            yield f"path {ops} {_sum(item.points)} {inks} {item.width}"
        case Image():
            shape = f" clip {item.clip.ops[:12]}×{len(item.clip.ops)} {_sum(item.clip.points)}" if item.clip else ""
            yield f"image {item.path.rpartition('/')[2]} {_rect(item.rect)} crop {item.crop}{shape}"
        case Placed():
            yield f"placed {item.path.rpartition('/')[2]} {item.page} {_rect(item.rect)}"
        case _:
            yield type(item).__name__.lower()


def _rect(rect: Rect) -> str:
    return f"{rect.x},{rect.y} {rect.width}×{rect.height}"


def _sum(points: tuple[int, ...]) -> str:
    """A path in short: how many points, where they lie, and a sum that tells their order."""
    across, down = points[::2], points[1::2]
    mixed = sum((n + 1) * value for n, value in enumerate(points)) % 1_000_003
    return f"[{len(across)}: {min(across)}…{max(across)} {min(down)}…{max(down)} #{mixed}]"
