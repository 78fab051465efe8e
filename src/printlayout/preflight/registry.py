"""The register of checks: what each is called, how grave it is, which limits of the press profile it goes by.

A check's id is its message code; what it means, why it matters and what to do stand in the catalogue
(``printlayout explain``). A house profile changes severities, or turns a check off, by its code (``severities``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from printlayout.base.diagnostics import NOWHERE, Collector, Finding, Severity, Span
from printlayout.base.value import dataclass, replace
from printlayout.model.press import PressProfile

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
LEVELS: dict[str, Severity | None] = {"error": ERROR, "warning": WARNING, "info": INFO, "off": None}
"""What a house profile may say of a check."""


@dataclass(frozen=True, slots=True)
class Check:
    """One rule. ``on``: page (the display list) or file (the finished PDF, ours or another's). ``limits`` name fields
    of :class:`printlayout.model.press.PressProfile`."""

    code: str
    on: str
    severity: Severity
    limits: tuple[str, ...] = ()


def _page(code: str, severity: Severity = ERROR, *limits: str) -> Check:
    return Check(code, "page", severity, limits)


def _file(code: str, severity: Severity = ERROR, *limits: str) -> Check:
    return Check(code, "file", severity, limits)


CHECKS: tuple[Check, ...] = (
    # told by the rooms before: a house may weigh them too
    _page("layout.overset"),
    _page("layout.underfull", WARNING),
    _page("layout.picture-unplaced"),
    _page("spec.empty-slot", WARNING),
    _page("font.missing-glyph"),
    _page("pdf.rich-black", ERROR, "rich_black"),
    _page("pdf.spot-as-process", INFO, "spots"),
    _page("picture.very-low-resolution", ERROR, "ppi_least", "art_least"),
    _page("picture.low-resolution", WARNING, "ppi_low", "art_low"),
    # what stands on the page
    _page("preflight.empty-story", WARNING),
    _page("preflight.missing-glyph"),
    _page("preflight.no-caption", WARNING),
    _page("preflight.wrong-date"),
    _page("preflight.wrong-weekday"),
    _page("preflight.wrong-folio"),
    _page("preflight.half-folio"),
    _page("preflight.story-twice"),
    _page("preflight.story-unplaced", INFO),
    # where it stands
    _page("preflight.outside-trim"),
    _page("preflight.near-trim", WARNING, "safe"),
    _page("preflight.text-on-fold", WARNING),
    _page("preflight.text-collides"),
    _page("preflight.text-covered"),
    _page("preflight.text-on-picture", WARNING),
    # how it is made up
    _page("preflight.heads-touch", WARNING),
    _page("preflight.through-gutter", WARNING),
    _page("preflight.heading-at-foot", WARNING),
    _page("preflight.widow", WARNING),
    _page("preflight.single-character", WARNING),
    _page("text.runt", INFO),
    # how it prints
    _page("preflight.coverage", ERROR, "coverage_limit", "coverage_area"),
    _page("preflight.line-thin", ERROR, "line"),
    _page("preflight.line-weak", WARNING, "line_weak"),
    _page("preflight.type-small", ERROR, "type"),
    _page("preflight.reading-small", WARNING, "type"),
    _page("preflight.type-weak", WARNING, "type_weak", "type_weak_bold"),
    _page("preflight.rich-black", ERROR, "rich_black"),
    _page("preflight.invisible-text", ERROR),
    _page("preflight.text-on-tint", WARNING, "tint_most", "reverse_least"),
    _page("preflight.pattern-dark", WARNING, "tint_most"),
    _page("preflight.pattern-fine", WARNING, "line_weak"),
    _page("preflight.code-disturbed"),
    _page("preflight.code-small", ERROR, "qr_module", "bar_module", "device"),
    _page("preflight.registration-ink"),
    # the file's structure
    _file("preflight.file-unreadable"),
    _file("preflight.file-header"),
    _file("preflight.file-binary"),
    _file("preflight.file-version", ERROR, "standard"),
    _file("preflight.file-end"),
    _file("preflight.file-xref"),
    _file("preflight.file-encrypted"),
    _file("preflight.file-id"),
    _file("preflight.file-filter"),
    _file("preflight.file-external"),
    _file("preflight.file-compressed", ERROR, "standard"),
    _file("preflight.file-unchecked", WARNING),
    # pages
    _file("preflight.page-no-box"),
    _file("preflight.page-two-boxes"),
    _file("preflight.page-boxes"),
    _file("preflight.page-key"),
    # fonts
    _file("preflight.font-embedded"),
    _file("preflight.font-type"),
    _file("preflight.font-broken"),
    _file("preflight.font-glyph"),
    _file("preflight.font-blank"),
    _file("preflight.font-width"),
    _file("preflight.font-vertical"),
    _file("preflight.font-unicode", WARNING),
    _file("preflight.font-rights"),
    _file("preflight.font-cidmap"),
    _file("preflight.font-cidset"),
    # colour
    _file("preflight.colour-rgb"),
    _file("preflight.colour-managed", ERROR, "standard"),
    _file("preflight.colour-output"),
    _file("preflight.colour-spot", WARNING, "spots"),
    _file("preflight.flat-coverage", ERROR, "coverage_limit", "coverage_area"),
    _file("preflight.intent-count"),
    _file("preflight.intent-condition"),
    _file("preflight.intent-profile"),
    # what the file says of itself
    _file("preflight.meta-identification", ERROR, "standard"),
    _file("preflight.meta-xmp"),
    _file("preflight.meta-info"),
    _file("preflight.meta-differs"),
    _file("preflight.meta-trapped"),
    # transparency, overprint
    _file("preflight.transparency", ERROR, "standard"),
    _file("preflight.blend-mode"),
    _file("preflight.group-colour"),
    _file("preflight.black-knocks-out", WARNING, "overprint"),
    _file("preflight.white-overprints"),
    # what has no place in a press file
    _file("preflight.active"),
    _file("preflight.annotation"),
    _file("preflight.opi"),
    _file("preflight.postscript"),
    _file("preflight.reference"),
    _file("preflight.alternate-image"),
    _file("preflight.transfer"),
    _file("preflight.halftone"),
    _file("preflight.attachment", ERROR, "standard"),
    _file("preflight.layers", ERROR, "standard"),
    # pictures
    _file("preflight.image-too-coarse", ERROR, "ppi_least", "art_least"),
    _file("preflight.image-coarse", WARNING, "ppi_low", "art_low"),
)
BY_CODE = {check.code: check for check in CHECKS}


def weighed(finding: Finding, severities: Mapping[str, str]) -> Finding | None:
    """A finding as the house weighs it; ``None`` if it does not want to hear of it. What is no check (a picture that
    cannot be read) is not the house's to weigh."""
    said = severities.get(finding.code)
    if said is None or finding.code not in BY_CODE or said not in LEVELS:
        return finding
    level = LEVELS[said]
    if level is None:
        return None
    return finding if level is finding.severity else replace(finding, severity=level)


def weigh(findings: Iterable[Finding], severities: Mapping[str, str]) -> list[Finding]:
    """Findings as the house weighs them."""
    return [told for finding in findings if (told := weighed(finding, severities))]


TWINS = {"preflight.rich-black": "pdf.rich-black", "preflight.missing-glyph": "font.missing-glyph"}
"""Checks that an earlier room may have made already, with a finer place: what it told is not told again."""


def check_profile(press: PressProfile, collector: Collector) -> None:
    """Tell severities a press profile gives to checks that do not exist: a slip of the pen would turn nothing off."""
    for code in press.severities:
        if code not in BY_CODE:
            from difflib import get_close_matches

            near = "、".join(get_close_matches(code, BY_CODE, 3, 0.4)) or "—"
            collector.warn("preflight.no-such-check", press.span, name=code[:60], press=press.name, near=near)


class Teller:
    """Tells findings of registered checks with the severity the register and the house give them."""

    __slots__ = ("collector", "severities")

    def __init__(self, collector: Collector, severities: Mapping[str, str]) -> None:
        self.collector = collector
        self.severities = severities

    def tell(self, code: str, span: Span = NOWHERE, /, **args: object) -> None:
        """Tell that a check failed."""
        finding = Finding(code, BY_CODE[code].severity, span, {key: str(value) for key, value in args.items()})
        told = weighed(finding, self.severities)
        twin = TWINS.get(code)
        if twin and any(known.code == twin for known in self.collector.findings):
            return
        if told:
            self.collector.add(told)
