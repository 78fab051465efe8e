"""What is known of a page when it is compared: its lines, pictures and drawn things, with their places.

Facts are read from a display list, or from a finished file, which knows no stories. All places are in milli-points from
the top left of the sheet the file shows, so that a fact lies on the picture of its page.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass
from printlayout.model.display import DisplayList, Fill, Image, Line, Placed
from printlayout.model.display import Path as Drawn
from printlayout.model.issue import Page
from printlayout.preview.geometry import TextLine, box_of, lines_of, said_before
from printlayout.preview.page import said_ink, style_names

ASIDE = ("mark",)
"""Kinds of groups that are no part of the page."""
DIGITS = 16
"""Hexadecimal digits that tell two contents apart."""


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text. ``group``: kind of its group, ``slot`` the group's name, ``part`` of the story (headline, body,
    …; empty where nothing is known). ``file``, ``line``, ``column``: where its first character comes from."""

    group: str
    slot: str
    part: str
    text: str
    face: str
    size: Mpt
    ink: str
    rect: Rect
    file: str = ""
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Thing:
    """A picture or a page of another PDF. ``digest`` tells its content, ``crop`` the part shown."""

    kind: str
    slot: str
    name: str
    digest: str
    crop: str
    rect: Rect


@dataclass(frozen=True, slots=True)
class Facts:
    """A page. ``drawn``: rules, areas and shapes as digest and place; ``known``: whether stories and parts are (they
    are not in a file that is only read)."""

    width: Mpt
    height: Mpt
    lines: tuple[Words, ...]
    things: tuple[Thing, ...] = ()
    drawn: tuple[tuple[str, Rect], ...] = ()
    known: bool = True


def facts_of(display: DisplayList, page: Page | None, sheet: Rect, root: Path) -> Facts:
    """A page from its display list. Files are told from ``root``, the issue's folder."""
    digests: dict[str, str] = {}
    told: dict[str, str] = {}
    looks: dict[tuple[object, ...], str] = {}
    before = said_before(display)
    lines = []
    for line in lines_of(display):
        run, group = line.runs[0], display.groups[line.group]
        frame = display.frames[line.frame].kind if line.frame >= 0 else ""
        look = (group.name, frame, run.face, run.size, line.src if group.kind != "story" else -1)
        if look not in looks:
            looks[look] = _part(display, page, line, frame)
        span = display.sources[line.src]
        column = span.column + before.get(id(run), 0) if group.kind == "story" and span.column else span.column
        lines.append(
            Words(
                group.kind, group.name, looks[look], line.text, run.face, run.size, said_ink(run.ink),
                _from(sheet, line.rect), _told(span.file, root, told), span.line, column,
            )
        )  # fmt: skip
    things, drawn = [], []
    for group in display.groups:
        if group.kind in ASIDE:
            continue
        for item in group.items:
            if isinstance(item, Image | Placed):
                things.append(_thing(group.name, item, sheet, digests))
            elif isinstance(item, Fill | Line | Drawn):
                box = box_of(item)
                if box is not None:
                    # how it looks, wherever the line that asks for it stands
                    said = f"{type(item).__name__} {[getattr(item, name) for name in _LOOKS[type(item)]]}"
                    drawn.append((_digest(said.encode()), _from(sheet, box)))
    return Facts(sheet.width, sheet.height, tuple(lines), tuple(things), tuple(drawn))


_LOOKS: dict[type, tuple[str, ...]] = {
    Fill: ("rect", "ink"),
    Line: ("x1", "y1", "x2", "y2", "width", "ink", "dash"),
    Drawn: ("ops", "points", "fill", "stroke", "width", "even_odd", "dash", "cap", "join"),
}


def _from(sheet: Rect, rect: Rect) -> Rect:
    return Rect(rect.x - sheet.x, rect.y - sheet.y, rect.width, rect.height)


def _part(display: DisplayList, page: Page | None, line: TextLine, frame: str) -> str:
    named = next(style_names(display, page, line), "")
    if display.groups[line.group].kind != "story":
        return named
    part = named.partition(":")[0].strip()
    return part or {"head": "headline", "column": "body", "caption": "caption"}.get(frame, "")


def _told(file: str, root: Path, told: dict[str, str]) -> str:
    if file not in told:
        path = Path(file).resolve()
        short = path.relative_to(root) if path.is_relative_to(root) else Path(*path.parts[-2:])
        told[file] = short.as_posix() if file else ""
    return told[file]


def _thing(slot: str, item: Image | Placed, sheet: Rect, digests: dict[str, str]) -> Thing:
    if item.path not in digests:
        try:
            digests[item.path] = _digest(Path(item.path).read_bytes())
        except OSError:  # gone since the page was set: told there
            digests[item.path] = ""
    digest, name = digests[item.path], Path(item.path).name
    if isinstance(item, Placed):
        return Thing("pdf", slot, name, f"{digest} {item.page} {item.box}", "", _from(sheet, item.clip))
    crop = " ".join(str(part) for part in item.crop)
    return Thing("picture", slot, name, digest, crop, _from(sheet, item.rect))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:DIGITS]


def printed_facts(pdf: bytes, index: int) -> Facts:
    """A page from its finished file: lines of text and no more."""
    from printlayout.preview.printed import printed

    page = printed(pdf, index)
    lines = tuple(Words("page", "", "", line.text, "", line.size, "", line.rect) for line in page.lines)
    return Facts(page.width, page.height, lines, known=False)


def facts_json(facts: Facts) -> dict[str, Any]:
    """Facts as plain values: they are kept beside goldens."""
    return {
        "size": [facts.width, facts.height],
        "lines": [
            [line.group, line.slot, line.part, line.text, line.face, line.size, line.ink, *_numbers(line.rect),
             line.file, line.line, line.column]
            for line in facts.lines
        ],
        "things": [
            [thing.kind, thing.slot, thing.name, thing.digest, thing.crop, *_numbers(thing.rect)]
            for thing in facts.things
        ],
        "drawn": [[digest, *_numbers(rect)] for digest, rect in facts.drawn],
    }  # fmt: skip


def facts_from(kept: Any) -> Facts:
    """Facts from plain values. :raises ValueError, TypeError, KeyError: if they are none."""
    width, height = kept["size"]
    return Facts(width, height, tuple(_lines(kept["lines"])), tuple(_things(kept["things"])), tuple(_drawn(kept)))


def _lines(rows: Any) -> Iterator[Words]:
    for group, slot, part, text, face, size, ink, x, y, width, height, file, line, column in rows:
        yield Words(group, slot, part, text, face, size, ink, Rect(x, y, width, height), file, line, column)


def _things(rows: Any) -> Iterator[Thing]:
    for kind, slot, name, digest, crop, x, y, width, height in rows:
        yield Thing(kind, slot, name, digest, crop, Rect(x, y, width, height))


def _drawn(kept: Any) -> Iterator[tuple[str, Rect]]:
    for digest, x, y, width, height in kept["drawn"]:
        yield digest, Rect(x, y, width, height)


def _numbers(rect: Rect) -> tuple[int, int, int, int]:
    return rect.x, rect.y, rect.width, rect.height
