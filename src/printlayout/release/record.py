"""The record of an issue, ``signed.yaml`` beside ``issue.yaml``: every signing, taking back and release, in order.

It is read by people and kept with the issue, so it is YAML, one event after another, nothing ever taken away: only
the list of inputs of a signing that no longer stands is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from printlayout.base.diagnostics import NOWHERE, Collector, Span
from printlayout.base.files import write_file
from printlayout.base.value import dataclass, field, replace
from printlayout.model.folio import Folio
from printlayout.spec.document import read_document
from printlayout.spec.folio_values import FolioOf
from printlayout.spec.shapes import ListOf, MapOf, Reading, Record, Spec, may, need
from printlayout.spec.values import Choice, Int, Text

FILE = "signed.yaml"
HEAD = """\
# 签版记录，由 printlayout sign、unsign、release 写，不要手改
# The record of printlayout sign, unsign and release; not to be edited by hand
"""
HASH = Text("[0-9a-f]{64}", ("SHA-256", "a SHA-256"))


class EventKeys(Spec):
    """一条记录 / an event"""

    page: Folio = need(FolioOf(), "版次", "page number", 7, "4-5")
    action: str = need(Choice(signed="", unsigned="", released=""), "做了什么", "what was done", "signed")
    at_: str = need(Text(), "时间", "when", "2023-01-13T00:41:10+08:00")
    by: str = may(Text(), "", "何人", "by whom", "李文")
    reason: str = may(Text(), "", "理由", "why", "更正标题")
    edition: str = may(Text(), "", "版本代码；本期自己的不写", "code of the edition; none for the issue's own", "wb")
    file: str = may(Text(), "", "付印文件", "the press file", "syrb-20230113-07.pdf")
    bytes: int = may(Int(0, 999_999_999), 0, "字节数", "its size", 123456)
    sha256: str = may(HASH, "", "付印文件的 SHA-256", "its SHA-256")
    warnings: int = may(Int(0, 99_999), 0, "签版时的警告数", "warnings when it was signed", 0)
    program: str = may(Text(), "", "程序版本", "version of the program", "0.1.0")
    inputs: dict[str, str] = may(MapOf(HASH), {}, "所用各项的 SHA-256", "SHA-256 of all that went into it")


class RecordKeys(Spec):
    """签版记录 / the record of an issue"""

    record: tuple[EventKeys, ...] = need(ListOf(Record(EventKeys)), "各条记录", "the events")


RECORD = Record(RecordKeys)


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that was done with a page (``last``: the second folio of a spread). ``action``: signed, unsigned,
    released. ``at`` is the desk's time in ISO 8601; ``inputs`` the hashes of all that went into a signed page, by name.
    """

    page: int
    action: str
    at: str
    by: str = ""
    reason: str = ""
    file: str = ""
    bytes: int = 0
    sha256: str = ""
    warnings: int = 0
    program: str = ""
    inputs: dict[str, str] = field(default_factory=dict)
    span: Span = NOWHERE
    last: int = 0
    edition: str = ""
    """Code of the first edition the page is of."""

    @property
    def folio(self) -> Folio:
        """The numbers of the page."""
        return Folio(self.page, self.last)

    def meets(self, page: int, edition: str) -> bool:
        """Whether it was done with the page of that number, alone or as half of a spread."""
        return page in (self.page, self.last) and edition == self.edition

    @property
    def when(self) -> str:
        """The time as people read it."""
        return self.at[:16].replace("T", " ")


@dataclass(frozen=True, slots=True)
class SignRecord:
    """All events of an issue, oldest first."""

    events: tuple[Event, ...] = ()

    def signed(self, page: int, edition: str = "") -> Event | None:
        """The signing that stands for a page of an edition."""
        found = next((e for e in reversed(self.events) if e.meets(page, edition) and e.action != "released"), None)
        return found if found is not None and found.action == "signed" else None

    def released(self, page: int, edition: str = "") -> Event | None:
        """The last release of a page of an edition."""
        return next((e for e in reversed(self.events) if e.meets(page, edition) and e.action == "released"), None)

    @property
    def pages(self) -> tuple[tuple[str, int], ...]:
        """Editions and folios of all pages whose signing stands; of a spread the first one."""
        return tuple(sorted({(e.edition, e.page) for e in self.events if self.signed(e.page, e.edition)}))

    def with_event(self, event: Event) -> SignRecord:
        """The record with one more event; of a page's earlier signings only the facts are kept, not the inputs."""
        kept = [replace(e, inputs={}) if event.meets(e.page, e.edition) and event.action != "released" else e
                for e in self.events]  # fmt: skip
        return SignRecord((*kept, event))


def stamp(at: datetime) -> str:
    """A moment as the record has it; it must know its offset from UTC."""
    if at.tzinfo is None:
        raise ValueError("a time of the desk needs its zone")
    return at.isoformat(timespec="seconds")


def read_record(root: Path, collector: Collector) -> SignRecord | None:
    """The record of the issue in a folder, empty if there is none; ``None`` if it cannot be read, which was told."""
    path = root / FILE
    if not path.exists():
        return SignRecord()
    told = len(collector.findings)
    node = read_document(path, collector)
    at = Reading(collector)
    keys = RECORD.read(node, at, FILE) if node is not None else None
    if keys is None or len(collector.findings) > told:
        collector.error("release.record", Span(str(path)), file=FILE)
        return None
    return SignRecord(tuple(map(_event, keys.record)))


def _event(keys: EventKeys) -> Event:
    given = {name.rstrip("_"): value for name, value in keys.given().items()}
    given |= {"page": keys.page.first, "last": keys.page.last}
    return Event(**given, span=keys.span)


def write_record(root: Path, record: SignRecord) -> None:
    """Write the record beside its place and rename it."""
    write_file(root / FILE, record_text(record).encode())


def record_text(record: SignRecord) -> str:
    """The record as it is written."""
    lines = [HEAD, "record:\n"] if record.events else [HEAD, "record: []\n"]
    for event in record.events:
        values = {
            "page": "-".join(map(str, event.folio.numbers)), "action": event.action, "at": event.at, "by": event.by,
            "reason": event.reason, "edition": event.edition,
            "file": event.file, "bytes": event.bytes, "sha256": event.sha256,
            "warnings": event.warnings if event.action == "signed" else None, "program": event.program,
        }  # fmt: skip
        start = "  - "
        for key, value in values.items():
            if value or (key == "warnings" and value is not None):
                plain = isinstance(value, int) or key in ("page", "action", "sha256")
                lines.append(f"{start}{key}: {value if plain else _quoted(str(value))}\n")
                start = "    "
        if event.inputs:
            lines.append("    inputs:\n")
            lines += [f"      {_quoted(name)}: {_quoted(digest)}\n" for name, digest in event.inputs.items()]
    return "".join(lines)


def clean(text: str) -> str:
    """What a person typed as one line of printable characters."""
    return " ".join("".join(c if c.isprintable() and c != "\ufffd" else " " for c in text).split())


def _quoted(text: str) -> str:
    """A double-quoted scalar; JSON strings of printable characters are YAML too."""
    return json.dumps(text, ensure_ascii=False)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Nobody else writes records of this folder meanwhile. Where folders cannot be locked, nothing is held."""
    import os

    try:
        import fcntl

        handle = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
