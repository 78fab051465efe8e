"""Where every page of an issue stands: built, findings, overset, signed, released."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from printlayout.base.diagnostics import Collector, Finding, Severity
from printlayout.base.value import dataclass
from printlayout.model.built import BuiltPage
from printlayout.model.folio import Folio
from printlayout.model.issue import Issue, Page
from printlayout.release.inputs import FontFiles, file_digest
from printlayout.release.record import SignRecord, read_record
from printlayout.release.sign import changed, record_span


@dataclass(frozen=True, slots=True)
class PageStatus:
    """One page; ``last`` is the second folio of a spread.

    ``built``: no (no press file), current (the file is what the issue gives now), old (it is not, or the page has
    errors now). ``signed``: no; signed; changed (signed, but the issue would give another page now); lost (signed,
    but the press file is gone or not the one signed). ``released``: no, released, or old (what left is not what is
    signed).
    """

    page: int
    section: str
    file: str
    built: str
    errors: int
    warnings: int
    overset_lines: int
    overset_characters: int
    signed: str
    signed_at: str
    signed_by: str
    released: str
    released_as: str
    last: int = 0
    edition: str = ""

    @property
    def folio(self) -> Folio:
        """The page's numbers."""
        return Folio(self.page, self.last)


def status(
    issue: Issue, out: Path, pages: Iterable[BuiltPage], fonts: FontFiles, collector: Collector
) -> list[PageStatus]:
    """The state of every page. ``pages`` are the issue's as a build makes them now, in order, nothing written."""
    record = read_record(Path(issue.root), collector)
    if record is None:
        record = SignRecord()
    rows = [
        _row(issue, page, out, built, record, fonts, collector) for page, built in zip(issue.pages, pages, strict=True)
    ]
    known = {(page.edition, number) for page in issue.pages for number in page.folio.numbers}
    for code, number in record.pages:
        if (code, number) not in known and (gone := record.signed(number, code)):
            span = record_span(issue)
            collector.warn("release.page-gone", span, page=gone.folio.said, by=gone.by or "—", when=gone.when)
    return rows


def _row(
    issue: Issue, page: Page, out: Path, built: BuiltPage, record: SignRecord, fonts: FontFiles, collector: Collector
) -> PageStatus:
    collector.extend(built.findings)
    file = out / f"{built.stem}.pdf"
    lies = file_digest(file) if file.is_file() else ""
    now = hashlib.sha256(built.pdf).hexdigest() if built.sound else ""
    signing = record.signed(page.number, page.edition)
    left = record.released(page.number, page.edition)
    signed = "no"
    if signing is not None:
        if now != signing.sha256:
            signed = "changed"
            collector.add(_as_warning(changed(signing, issue, page, built, fonts)))
        else:
            signed = "signed" if lies == signing.sha256 else "lost"
    released = "no"
    if left is not None:
        released = "released" if signing is not None and left.sha256 == signing.sha256 else "old"
    return PageStatus(
        page=page.number,
        section=page.section,
        file=file.name,
        built="no" if not lies else "current" if lies == now else "old",
        errors=sum(f.severity is Severity.ERROR for f in built.findings),
        warnings=sum(f.severity is Severity.WARNING for f in built.findings),
        overset_lines=sum(fit.overset_lines for fit in built.copyfit),
        overset_characters=sum(fit.overset_characters for fit in built.copyfit),
        signed=signed,
        signed_at=signing.at if signing else "",
        signed_by=signing.by if signing else "",
        released=released,
        released_as=left.file if left else "",
        last=page.last,
        edition=page.edition,
    )


def _as_warning(finding: Finding) -> Finding:
    """Status stops nothing: what a build would refuse is a warning here."""
    return Finding(finding.code, Severity.WARNING, finding.span, finding.args)


def status_json(row: PageStatus) -> dict[str, Any]:
    """A row as plain values."""
    return {
        "page": row.page,
        "folios": list(row.folio.numbers),
        "edition": row.edition,
        "section": row.section,
        "file": row.file,
        "built": row.built,
        "errors": row.errors,
        "warnings": row.warnings,
        "overset": {"lines": row.overset_lines, "characters": row.overset_characters},
        "signed": {"state": row.signed, "at": row.signed_at, "by": row.signed_by},
        "released": {"state": row.released, "as": row.released_as},
    }
