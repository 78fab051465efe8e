"""Places in files and what is wrong there: content problems are values, never exceptions."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from printlayout.base.value import dataclass, field


class Severity(IntEnum):
    """How bad a finding is."""

    INFO = 0
    WARNING = 1
    ERROR = 2


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a file; lines and columns count from 1, columns in characters. Line 0 means the whole file.

    ``file`` is written as the user would: relative to the folder the program was called in where possible.
    """

    file: str = ""
    line: int = 0
    column: int = 0
    excerpt: str = ""

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"

    def shifted(self, by: int) -> Span:
        """The place ``by`` characters further on the same line."""
        return Span(self.file, self.line, self.column + by, self.excerpt)


NOWHERE = Span()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to tell: ``code`` names it in the message catalogue, ``args`` fill the message."""

    code: str
    severity: Severity
    span: Span = NOWHERE
    args: dict[str, str] = field(default_factory=dict)


class Fault(Exception):
    """A file that cannot be used though it looked sound before, found out in the middle of writing; ``finding`` tells
    why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code, finding.args)
        self.finding = finding


@dataclass(slots=True)
class Collector:
    """Gathers findings in the order they are met; the same finding at the same place is kept once."""

    findings: list[Finding] = field(default_factory=list)
    _seen: set[tuple[object, ...]] = field(default_factory=set)

    def add(self, finding: Finding) -> None:
        """Keep ``finding`` unless it has been told already."""
        key = (finding.code, finding.span, tuple(sorted(finding.args.items())))
        if key not in self._seen:
            self._seen.add(key)
            self.findings.append(finding)

    def error(self, code: str, span: Span = NOWHERE, /, **args: object) -> None:
        """Tell an error: the page must not go out like this."""
        self.add(Finding(code, Severity.ERROR, span, {k: str(v) for k, v in args.items()}))

    def warn(self, code: str, span: Span = NOWHERE, /, **args: object) -> None:
        """Tell something a person should look at."""
        self.add(Finding(code, Severity.WARNING, span, {k: str(v) for k, v in args.items()}))

    def info(self, code: str, span: Span = NOWHERE, /, **args: object) -> None:
        """Tell something good to know."""
        self.add(Finding(code, Severity.INFO, span, {k: str(v) for k, v in args.items()}))

    def extend(self, findings: Iterator[Finding] | list[Finding] | tuple[Finding, ...]) -> None:
        """Keep every finding of another stage."""
        for finding in findings:
            self.add(finding)

    @property
    def failed(self) -> bool:
        """Whether an error was told."""
        return any(f.severity is Severity.ERROR for f in self.findings)
