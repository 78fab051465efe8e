"""Signing a page, taking a signature back, and holding a later build to it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from printlayout import __version__
from printlayout.base.diagnostics import Collector, Finding, Severity, Span
from printlayout.base.value import dataclass
from printlayout.model.built import BuiltPage
from printlayout.model.issue import Issue, Page
from printlayout.release.inputs import FontFiles, changes, file_digest, page_inputs
from printlayout.release.record import FILE, Event, SignRecord, clean, locked, read_record, stamp, write_record

Make = Callable[[Issue, Page], BuiltPage]
"""Makes a page as a build would, and writes nothing."""
MOST_NAMED = 8
"""Changed inputs a finding names one by one."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Who signs, and when by the desk's clock."""

    by: str
    at: datetime


def sign(issue: Issue, out: Path, desk: Desk, make: Make, fonts: FontFiles, collector: Collector) -> list[Event]:
    """Sign every page of ``issue`` (which was loaded with just the pages meant): all of them, or none and findings.

    What is signed is the press file in ``out``: it must be there, sound, and byte for byte what the issue gives now.
    Signing again what is signed changes nothing.
    """
    with _record(issue, collector) as record:
        if record is None:
            return []
        made: list[Event] = []
        for page in issue.pages:
            event = _signing(issue, page, out, desk, make, fonts, record, collector)
            if event is not None:
                made.append(event)
        if collector.failed or not made:
            return []
        for event in made:
            record = record.with_event(event)
        write_record(Path(issue.root), record)
    return made


def _signing(
    issue: Issue, page: Page, out: Path, desk: Desk, make: Make, fonts: FontFiles, record: SignRecord,
    collector: Collector,
) -> Event | None:  # fmt: skip
    folio = page.folio.said
    file = out / f"{issue.file_stem(page)}.pdf"
    if not file.is_file():
        collector.error("release.no-press-file", page.span, page=folio, file=file)
        return None
    built = make(issue, page)
    if not built.sound or not built.pdf:
        collector.extend(built.findings)
        collector.error("release.sign-faulty", page.span, page=folio)
        return None
    digest = file_digest(file)
    if digest != hashlib.sha256(built.pdf).hexdigest():
        collector.error("release.not-current", page.span, page=folio, file=file)
        return None
    standing = record.signed(page.number, page.edition)
    if standing is not None:
        if standing.sha256 == digest:
            collector.info("release.already", page.span, page=folio, by=standing.by or "—", when=standing.when)
        else:
            collector.error("release.signed-other", page.span, page=folio, by=standing.by or "—", when=standing.when)
        return None
    return Event(
        page=page.number,
        action="signed",
        at=stamp(desk.at),
        by=clean(desk.by),
        reason="",
        file=file.name,
        bytes=len(built.pdf),
        sha256=digest,
        warnings=sum(f.severity is Severity.WARNING for f in built.findings),
        program=__version__,
        inputs=page_inputs(issue, page, fonts, built.display),
        last=page.last,
        edition=page.edition,
    )


def unsign(
    root: Path, pages: Iterable[int], desk: Desk, reason: str, collector: Collector, edition: str | None = None
) -> list[Event]:
    """Take signatures back, all or none, of one edition by its code or of every one. The reason is kept."""
    reason = clean(reason)
    if not reason:
        collector.error("release.no-reason")
        return []
    with locked(root):
        record = read_record(root, collector)
        if record is None:
            return []
        made: list[Event] = []
        for page in sorted(set(pages)):
            codes = {code for code, _ in record.pages if edition in (None, code)}
            found = [standing for code in sorted(codes) if (standing := record.signed(page, code)) is not None]
            if not found:
                collector.error("release.not-signed-yet", page=f"{page:02d}")
            for standing in found:
                if not any(event.meets(page, standing.edition) for event in made):  # the other half of a spread
                    made.append(_unsigning(standing, desk, reason))
        if collector.failed:
            return []
        for event in made:
            record = record.with_event(event)
        write_record(root, record)
    return made


def _unsigning(standing: Event, desk: Desk, reason: str) -> Event:
    return Event(
        standing.page, "unsigned", stamp(desk.at), clean(desk.by), reason, standing.file, sha256=standing.sha256,
        last=standing.last, edition=standing.edition,
    )  # fmt: skip


@contextmanager
def _record(issue: Issue, collector: Collector) -> Iterator[SignRecord | None]:
    root = Path(issue.root)
    with locked(root):
        yield read_record(root, collector)


def guard(issue: Issue, fonts: FontFiles, collector: Collector) -> Callable[[BuiltPage], bool]:
    """Asked before a page's press file is written: whether a signature forbids it, because the page would not come out
    as it was signed. That is told, with what changed and since when. A record that cannot be read forbids every page.
    """
    record = read_record(Path(issue.root), collector)
    by_number = {(page.edition, page.number): page for page in issue.pages}

    def held(built: BuiltPage) -> bool:
        if record is None:
            return True
        standing = record.signed(built.number, built.edition)
        if standing is None or (built.sound and hashlib.sha256(built.pdf).hexdigest() == standing.sha256):
            return False
        collector.add(changed(standing, issue, by_number[built.edition, built.number], built, fonts))
        return True

    return held


def changed(standing: Event, issue: Issue, page: Page, built: BuiltPage, fonts: FontFiles) -> Finding:
    """What is to be told of a signed page that would come out otherwise."""
    now = page_inputs(issue, page, fonts, built.display)
    names = changes(standing.inputs, now, with_fonts=built.display is not None)
    if standing.program != __version__:
        names.append(f"printlayout {standing.program} → {__version__}")
    args = {"page": page.folio.said, "by": standing.by or "—", "when": standing.when, "changed": listed(names)}
    return Finding("release.signed-changed", Severity.ERROR, page.span, args)


def listed(names: list[str]) -> str:
    """Changed inputs in one line; when none differs, it is the program that changed."""
    more = f" … +{len(names) - MOST_NAMED}" if len(names) > MOST_NAMED else ""
    return "、".join(names[:MOST_NAMED]) + more or "printlayout"


def record_span(issue: Issue) -> Span:
    """The record's place, for findings about it."""
    return Span(str(Path(issue.span.file).parent / FILE))
