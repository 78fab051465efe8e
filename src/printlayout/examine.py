"""The whole preflight of an issue, or of any finished PDF, with nothing written."""

from __future__ import annotations

from pathlib import Path

from printlayout.base.diagnostics import NOWHERE, Collector, Finding, Span
from printlayout.base.value import replace
from printlayout.job import examined, make_page, open_fonts
from printlayout.model.press import PressProfile
from printlayout.preflight.page_content import check_issue
from printlayout.preflight.registry import check_profile
from printlayout.spec.issues import load_issue
from printlayout.spec.press import load_press
from printlayout.spec.shapes import Reading
from printlayout.spec.values import Named


def preflight(
    path: Path, pages: set[int] | None = None, profile: str = "", standard: str = "", edition: str = ""
) -> tuple[int, tuple[Finding, ...]]:
    """Every check there is, of an issue (its pages, and its files as they would be written) or of a finished PDF,
    with nothing written: how many pages were examined, and what there is to tell. ``profile`` names a press profile
    in place of the issue's, ``standard`` wins over the profile's.
    """
    collector = Collector()
    finished = path.suffix.lower() == ".pdf"
    issue = None if finished else load_issue(path, collector, pages, edition)
    press = issue.press if issue else None
    if finished or (issue and profile):
        root = Path(issue.root) if issue else Path.cwd()
        press = load_press(root, Named(profile, NOWHERE) if profile else None, Reading(collector))
    if press is None or collector.failed:
        return 0, tuple(collector.findings)
    press = replace(press, standard=standard or press.standard)
    if issue is None:
        return _preflight_file(path, press, collector), tuple(collector.findings)
    issue = replace(issue, press=press)
    fonts = open_fonts(Path(issue.root), collector)
    for page in issue.pages:
        collector.extend(examined(issue, make_page(issue, page, fonts)).findings)
    check_issue(issue, collector, whole=pages is None and not edition)
    return len(issue.pages), tuple(collector.findings)


def _preflight_file(path: Path, press: PressProfile, collector: Collector) -> int:
    from printlayout.preflight.file import check_file

    try:
        data = path.read_bytes()
    except OSError as error:
        collector.error("preflight.file-unreadable", Span(str(path)), reason=error.strerror or str(error))
        return 0
    check_profile(press, collector)
    return check_file(data, press, press.standard, collector, str(path))
