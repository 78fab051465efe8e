"""Release: signed press files go out under the house's names, with checksums and a manifest, all or nothing.

Nothing is ever replaced: a name that stands in the folder, or in its manifest because the plant has fetched the file
already, is used again only for the very same bytes.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from pathlib import Path
from typing import Any

from printlayout.base.diagnostics import Collector
from printlayout.base.files import write_file
from printlayout.base.value import dataclass
from printlayout.model.issue import Issue, Page
from printlayout.release.inputs import changes, file_digest, page_inputs
from printlayout.release.record import Event, SignRecord, locked, read_record, stamp, write_record
from printlayout.release.sign import Desk, listed, record_span

MANIFEST, SUMS = "manifest.json", "SHA256SUMS"
_FORBIDDEN = set('/\\:*?"<>|')


@dataclass(frozen=True, slots=True)
class Delivery:
    """A page on its way out. ``fresh``: its name was not there yet."""

    page: Page
    signing: Event
    name: str
    data: bytes
    fresh: bool


def release_name(issue: Issue, page: Page) -> str:
    """A page's file name by the house's pattern; what no file system takes becomes a hyphen."""
    day = issue.date
    values = {
        "code": issue.code, "paper": issue.paper, "edition": issue.edition_of(page), "number": issue.number,
        "edition-code": issue.chosen if issue.chosen is not None else page.edition,
        "section": page.section, "page": page.folio.said,
        "page3": "-".join(f"{number:03d}" for number in page.folio.numbers),
        "date": f"{day:%Y%m%d}", "year": f"{day:%Y}", "month": f"{day:%m}", "day": f"{day:%d}",
    }  # fmt: skip
    name = issue.release_pattern
    if page.edition and issue.chosen is None and "{edition" not in name:  # two pages of one folio go out
        name = name.replace("{page", "{edition-code}-{page")
    for field, value in values.items():
        safe = "".join("-" if c in _FORBIDDEN or not c.isprintable() else c for c in value)
        name = name.replace("{" + field + "}", safe)
    return name


def release(
    issue: Issue, out: Path, to: Path, desk: Desk, collector: Collector, whole: bool = True
) -> tuple[list[Delivery], bool]:
    """Deliver every page of ``issue`` (loaded with just the pages meant). ``whole``: no pages were chosen.

    Returns the deliveries and whether anything was written; after an error nothing was.
    """
    root = Path(issue.root)
    with locked(root):
        record = read_record(root, collector)
        if record is None:
            return [], False
        to.mkdir(parents=True, exist_ok=True)
        with locked(to):
            before = _manifest(issue, to, collector)
            if before is None:
                return [], False
            found = [_delivery(issue, page, out, to, before, record, collector, whole) for page in issue.pages]
            ready = [delivery for delivery in found if delivery is not None]
            _names(ready, collector)
            if collector.failed:
                return [], False
            _put(issue, ready, to, before)
        return ready, _remember(root, record, ready, to, desk)


def _delivery(
    issue: Issue, page: Page, out: Path, to: Path, before: dict[str, Any], record: SignRecord, collector: Collector,
    whole: bool,
) -> Delivery | None:  # fmt: skip
    folio = page.folio.said
    signing = record.signed(page.number, page.edition)
    if signing is None:
        collector.error("release.unsigned" if whole else "release.unsigned-page", page.span, page=folio)
        return None
    file = out / f"{issue.file_stem(page)}.pdf"
    if not file.is_file():
        collector.error("release.no-press-file", page.span, page=folio, file=file)
        return None
    data = file.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    if digest != signing.sha256:
        collector.error(
            "release.not-the-signed", page.span, page=folio, file=file, by=signing.by or "—", when=signing.when
        )
        return None
    name = release_name(issue, page)
    target = to / name
    there = file_digest(target) if target.exists() else ""
    earlier = next((entry["sha256"] for entry in before["files"] if entry["file"] == name), "")
    if any(known and known != digest for known in (there, earlier)):
        collector.error("release.name-taken", page.span, page=folio, file=target)
        return None
    since = changes(signing.inputs, page_inputs(issue, page, None, None), with_fonts=False)
    if since:
        collector.warn("release.changed-since", page.span, page=folio, when=signing.when, changed=listed(since))
    return Delivery(page, signing, name, data, not there)


def _names(ready: list[Delivery], collector: Collector) -> None:
    """No two pages under one name, judged as a folder without case would."""
    first: dict[str, Delivery] = {}
    for delivery in ready:
        key = delivery.name.casefold()
        if key in first or key in (MANIFEST.casefold(), SUMS.casefold()) or key.startswith("."):
            other = first.get(key, delivery)
            collector.error(
                "release.one-name", delivery.page.span, page=delivery.page.folio.said,
                other=other.page.folio.said, name=delivery.name,
            )  # fmt: skip
        first.setdefault(key, delivery)


def _manifest(issue: Issue, to: Path, collector: Collector) -> dict[str, Any] | None:
    """The folder's manifest so far, or a new one; ``None`` if it is another issue's or none at all."""
    head: dict[str, Any] = {
        "format": 1,
        "paper": issue.paper,
        "code": issue.code,
        "date": f"{issue.date:%Y-%m-%d}",
        "edition": next((e.name for e in issue.editions if e.code == issue.chosen), issue.edition),
        "files": [],
    }
    path = to / MANIFEST
    if not path.exists():
        return head
    try:
        before = json.loads(path.read_text(encoding="utf-8"))
        same = all(before[key] == head[key] for key in head if key != "files")
        sound = all({"file", "sha256", "bytes", "page"} <= entry.keys() for entry in before["files"])
    except (ValueError, KeyError, TypeError, AttributeError):
        same = sound = False
    if not (same and sound):
        collector.error("release.other-issue", record_span(issue), file=path)
        return None
    return {**head, "files": before["files"]}


def _put(issue: Issue, ready: list[Delivery], to: Path, before: dict[str, Any]) -> None:
    """Write the files beside their places, then give them their names; if that fails, none of them stays."""
    fresh = [delivery for delivery in ready if delivery.fresh]
    beside = {delivery.name: to / f".{delivery.name}.{os.getpid()}.part" for delivery in fresh}
    named: list[Path] = []
    try:
        for delivery in fresh:
            with beside[delivery.name].open("wb") as file:
                file.write(delivery.data)
                file.flush()
                os.fsync(file.fileno())
        for delivery in fresh:
            _name_it(beside[delivery.name], to / delivery.name)
            named.append(to / delivery.name)
        entries = {entry["file"]: entry for entry in before["files"]} | {d.name: _entry(d) for d in ready}
        files = sorted(entries.values(), key=lambda entry: (entry["page"], entry["file"]))
        sums = "".join(f"{entry['sha256']}  {entry['file']}\n" for entry in files)
        write_file(to / SUMS, sums.encode())
        manifest = json.dumps({**before, "files": files}, ensure_ascii=False, indent=1) + "\n"
        write_file(to / MANIFEST, manifest.encode())
        _sync(to)
    except BaseException:
        for path in named:
            with contextlib.suppress(OSError):
                path.unlink()
        raise
    finally:
        for path in beside.values():
            with contextlib.suppress(OSError):
                path.unlink()


def _name_it(beside: Path, target: Path) -> None:
    """Give a finished file its name, which must be free: a hard link never replaces anything. File systems without
    links get a rename after a look.
    """
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except OSError:
        if target.exists():
            raise FileExistsError(17, os.strerror(17), str(target)) from None
        beside.rename(target)


def _sync(folder: Path) -> None:
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _entry(delivery: Delivery) -> dict[str, Any]:
    signing = delivery.signing
    return {
        "page": delivery.page.number,
        "folios": list(delivery.page.folio.numbers),
        **({"editions": list(delivery.page.editions)} if delivery.page.editions != ("",) else {}),
        "section": delivery.page.section,
        "file": delivery.name,
        "bytes": len(delivery.data),
        "sha256": signing.sha256,
        "signed": {"at": signing.at, "by": signing.by},
        "warnings": signing.warnings,
        "program": signing.program,
    }


def _remember(root: Path, record: SignRecord, ready: list[Delivery], to: Path, desk: Desk) -> bool:
    """Put what left the house into the issue's record, once."""
    start = record
    for delivery in ready:
        number, signing = delivery.page.number, delivery.signing
        last = record.released(number, delivery.page.edition)
        if not delivery.fresh and last is not None and (last.sha256, last.file) == (signing.sha256, delivery.name):
            continue
        event = Event(
            page=number,
            action="released",
            at=stamp(desk.at),
            by=desk.by,
            reason="",
            file=delivery.name,
            bytes=len(delivery.data),
            sha256=signing.sha256,
            last=delivery.page.last,
            edition=delivery.page.edition,
        )
        record = record.with_event(event)
    if record is not start:
        write_record(root, record)
    return record is not start
