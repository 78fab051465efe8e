"""The pipe, on one screen: load → make the pages → bind the proof → write.

Pages are jobs (``job.py``: make up → typeset → check → write) on any :class:`concurrent.futures.Executor`; the issue's
proof is bound from their display lists afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from printlayout.base.diagnostics import Collector, Fault, Finding, Severity
from printlayout.base.files import write_file
from printlayout.base.value import replace
from printlayout.fonts.face import Fonts
from printlayout.job import SubsetFonts, examined, make_page, open_fonts, page_job, set_page
from printlayout.model.built import Built, BuiltPage
from printlayout.model.issue import Issue
from printlayout.pdf.metadata import Meta
from printlayout.pdf.standard import target, unclaimed
from printlayout.pdf.writer import write
from printlayout.preflight.page_content import check_issue
from printlayout.spec.issues import load_issue

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

Progress = Callable[[int, int, str], None]
"""Told after every page: how many are done, of how many, and its file stem."""
SIGNED = "signed.yaml"
"""The record of sign-off beside ``issue.yaml`` (``release/record.py``)."""
ExecutorFor = Callable[[int], "Executor | None"]
"""Makes an executor for so many pages; ``None`` to build in this process."""


def build(
    path: Path,
    out: Path,
    pages: set[int] | None = None,
    executor_for: ExecutorFor = lambda pages: None,
    progress: Progress = lambda done, count, stem: None,
    standard: str = "",
    epoch: int | None = None,
    full: bool = False,
    edition: str = "",
) -> Built:
    """Build an issue into ``out``: a press PDF for each sound page, one proof PDF with every page.

    ``pages`` limits the build to some folios, ``edition`` to one edition by its name or code; a page that editions
    share is made once. The press file of a page with errors is not touched: what lies there
    is the last good one, and the findings say that it is not this build's. Nor is that of a page that was signed and
    would come out otherwise now. ``standard`` (X-4, X-1a) wins over the press profile's; ``epoch`` is the time the
    files tell in place of the issue's date. Every file is checked before it gets its name, ``full`` by the whole
    file preflight, which takes as long as the build itself.
    """
    collector = Collector()
    issue = load_issue(path, collector, pages, edition)
    if issue is None or collector.failed:
        return Built(issue, (), (), tuple(collector.findings))
    issue = replace(issue, epoch=epoch, press=replace(issue.press, standard=standard or issue.press.standard))
    fonts = open_fonts(Path(issue.root), collector)
    executor = executor_for(len(issue.pages))
    try:
        built = tuple(build_pages(issue, fonts, executor, progress, executor_for))
    finally:
        if executor is not None:
            executor.shutdown(cancel_futures=True)
    if full:
        built = tuple(examined(issue, page) for page in built)
    check_issue(issue, collector, whole=pages is None and not edition)
    files: list[Path] = []
    held = _signed(issue, fonts, collector)
    for page in built:
        collector.extend(page.findings)
        target = out / f"{page.stem}.pdf"
        if held(page):
            continue  # signed: its press file stays as it was
        if page.sound:
            write_file(target, page.pdf)
            files.append(target)
        elif target.exists():
            collector.warn("build.kept-old", page=page.folio.said, file=str(target))
    for code in _proofs(issue):
        try:
            bound = proof(issue, _of_edition(built, code), fonts)
        except Fault as fault:  # a page that could not be written for it has told the same
            collector.add(fault.finding)
            continue
        if bound:
            target = out / f"{issue.stem(code)}-proof.pdf"
            write_file(target, bound)
            files.append(target)
    return Built(issue, built, tuple(files), tuple(collector.findings))


def _proofs(issue: Issue) -> tuple[str, ...]:
    """Codes of the editions that get a proof of their own: those whose pages were read."""
    if issue.chosen is not None:
        return (issue.chosen,)
    return tuple(edition.code for edition in issue.editions) or ("",)


def _of_edition(built: Sequence[BuiltPage], code: str) -> list[BuiltPage]:
    """The pages of an edition in the order of the issue's own, which come first."""
    order = list(dict.fromkeys(page.number for page in built))
    return sorted((page for page in built if code in page.editions), key=lambda page: order.index(page.number))


def _signed(issue: Issue, fonts: Fonts, collector: Collector) -> Callable[[BuiltPage], bool]:
    """Which pages are held back by a signature; of most issues, on the way to the first one, none."""
    if not (Path(issue.root) / SIGNED).exists():
        return lambda page: False
    from printlayout.release.sign import guard

    return guard(issue, fonts, collector)


def check(path: Path, pages: set[int] | None = None, edition: str = "") -> tuple[Issue | None, tuple[Finding, ...]]:
    """Everything :func:`build` would tell of an issue, with nothing written."""
    collector = Collector()
    issue = load_issue(path, collector, pages, edition)
    if issue is not None and not collector.failed:
        fonts = open_fonts(Path(issue.root), collector)
        for page in issue.pages:
            collector.extend(set_page(issue, page, fonts).findings)
        check_issue(issue, collector, whole=pages is None and not edition)
    return issue, tuple(collector.findings)


def build_pages(
    issue: Issue, fonts: Fonts, executor: Executor | None, progress: Progress, executor_for: ExecutorFor
) -> Iterator[BuiltPage]:
    """Build every page of an issue, in order; with an executor, side by side. A page whose worker died is made again by
    workers of its own."""
    count = len(issue.pages)
    if executor is None:
        made: Iterator[BuiltPage] = (make_page(issue, page, fonts) for page in issue.pages)
    else:
        alone = [replace(issue, pages=(page,)) for page in issue.pages]
        jobs = [_submitted(executor, one) for one in alone]
        made = (_result(job) or _again(one, executor_for) for job, one in zip(jobs, alone, strict=True))
    for done, built in enumerate(made, 1):
        progress(done, count, built.stem)
        yield built


def _submitted(executor: Executor, issue: Issue) -> Future[BuiltPage] | None:
    """A page's job; nothing if a worker has died already, after which none is taken."""
    from concurrent.futures import BrokenExecutor

    try:
        return executor.submit(page_job, issue)
    except BrokenExecutor:
        return None


def _result(job: Future[BuiltPage] | None) -> BuiltPage | None:
    """What a job made; nothing if a worker died, which takes all jobs that were not done with it."""
    from concurrent.futures import BrokenExecutor

    try:
        return job.result() if job is not None else None
    except BrokenExecutor:
        return None


def _again(issue: Issue, executor_for: ExecutorFor) -> BuiltPage:
    """A page once more, alone, in a process that it takes down with it if it was the one; never in this."""
    executor = executor_for(2)
    made = None
    if executor is not None:
        with executor:
            made = _result(_submitted(executor, issue))
    if made is not None:
        return made
    page = issue.pages[0]
    told = Finding("build.worker-died", Severity.ERROR, page.span, {"page": page.folio.said})
    return BuiltPage(page.number, issue.file_stem(page), None, b"", (), (told,), page.last, page.edition, page.editions)


def proof(issue: Issue, pages: Sequence[BuiltPage], fonts: Fonts) -> bytes:
    """All pages in one file, those with errors too; only if none has any does it claim the press's standard. A single
    sound page is its own proof."""
    displays = [page.display for page in pages if page.display is not None]
    if len(pages) == 1 and pages[0].sound:
        return pages[0].pdf
    if not displays:
        return b""
    claim, _ = target(issue.press)
    if not all(page.sound for page in pages):
        claim = unclaimed(claim)
    stem = f"{issue.code}-{issue.date:%Y%m%d}"
    meta = Meta(f"{issue.paper} {issue.date:%Y-%m-%d}", issue.date, stem, epoch=issue.epoch)
    return write(displays, SubsetFonts(fonts), meta, claim)
