"""What a build yields: pages with their findings, copyfit and files."""

from __future__ import annotations

from pathlib import Path

from printlayout.base.diagnostics import Finding, Severity
from printlayout.base.value import dataclass
from printlayout.model.copyfit import Copyfit
from printlayout.model.display import DisplayList
from printlayout.model.folio import Folio
from printlayout.model.issue import Issue


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page's results. ``pdf`` is empty if the page has an error: such a page has no press file."""

    number: int
    stem: str
    display: DisplayList | None
    pdf: bytes
    copyfit: tuple[Copyfit, ...]
    findings: tuple[Finding, ...]
    last: int = 0
    """The second folio of a spread 通版; 0 on any other page."""
    edition: str = ""
    """Code of the first edition the page is of."""
    editions: tuple[str, ...] = ("",)
    """Codes of all editions that share the page."""

    @property
    def folio(self) -> Folio:
        """The page's numbers."""
        return Folio(self.number, self.last)

    @property
    def sound(self) -> bool:
        """Whether the page may go to press."""
        return self.display is not None and all(f.severity is not Severity.ERROR for f in self.findings)


@dataclass(frozen=True, slots=True)
class Built:
    """An issue's results: pages in order, files written, everything there was to tell."""

    issue: Issue | None
    pages: tuple[BuiltPage, ...]
    files: tuple[Path, ...]
    findings: tuple[Finding, ...]
