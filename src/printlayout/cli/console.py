"""What commands print: the language, findings in five forms, progress."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from printlayout.base.diagnostics import Finding, Severity
from printlayout.base.messages import hint, message, say, what

EXIT_GOOD, EXIT_CONTENT, EXIT_INPUT, EXIT_MISSING, EXIT_BUG = 0, 1, 2, 3, 70
_COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33", Severity.INFO: "36"}


def choose_language(environ: Mapping[str, str]) -> str:
    """``zh`` or ``en`` from the usual variables; Chinese papers without any read Chinese."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environ.get(name, "")
        if value:
            return "en" if value.lower().startswith("en") else "zh"
    return "zh"


def exit_code(findings: Sequence[Finding]) -> int:
    """The exit code the findings ask for, 0 without errors. A bug comes before wrong input, that before a missing file
    (which may be a misspelt name), and content comes last."""
    asked = {message(f.code).exit for f in findings if f.severity is Severity.ERROR}
    return next((code for code in (EXIT_BUG, EXIT_INPUT, EXIT_MISSING, EXIT_CONTENT) if code in asked), EXIT_GOOD)


class Console:
    """Prints in one language and form. ``form``: human, json, github, junit, sarif. Findings go to standard error for
    people and to standard output for machines.
    """

    def __init__(self, lang: str, form: str = "human", quiet: bool = False) -> None:
        self.lang = lang
        self.form = form
        self.quiet = quiet
        self._colour = form == "human" and sys.stderr.isatty() and "NO_COLOR" not in os.environ

    def say(self, code: str, /, **args: object) -> None:
        """A line of the catalogue, for people only."""
        if not self.quiet and self.form == "human":
            print(say(code, self.lang, **args))

    def line(self, text: str) -> None:
        """A line that is in the reader's language already, for people only."""
        if not self.quiet and self.form == "human":
            print(text)

    def progress(self, code: str, done: int, total: int, /, **args: object) -> None:
        """How far long work is: one line rewritten on a terminal, a line a step elsewhere."""
        if self.quiet or self.form != "human":
            return
        line = say(code, self.lang, done=done, total=total, **args)
        if sys.stdout.isatty():
            print(f"\r\x1b[K{line}", end="\n" if done == total else "", flush=True)
        else:
            print(line, flush=True)

    def findings(self, findings: Sequence[Finding], /, *, checks: Sequence[str] = (), **more: Any) -> None:
        """Tell findings; as JSON, ``more`` joins them in one document. ``checks``: codes that could have been told,
        for forms that count what passed."""
        if self.form == "json":
            from printlayout.report import findings_json

            document = {**more, "findings": findings_json(findings, self.lang)}
            print(json.dumps(document, ensure_ascii=False, indent=1))
            return
        if self.form != "human":
            from printlayout.cli import formats

            if self.form == "github":
                for finding in findings:
                    print(formats.github(finding, self.lang))
            else:
                print((formats.junit if self.form == "junit" else formats.sarif)(findings, self.lang, checks))
            return
        for finding in findings:
            if not (self.quiet and finding.severity is not Severity.ERROR):
                print(self._human(finding), file=sys.stderr)

    def _human(self, finding: Finding) -> str:
        name = say(f"cli.{finding.severity.name.lower()}", self.lang)
        if self._colour:
            name = f"\x1b[{_COLOURS[finding.severity]}m{name}\x1b[0m"
        place = f"{finding.span}: " if finding.span.file else ""
        lines = [f"{place}{name} {what(finding, self.lang)} [{finding.code}]"]
        if finding.span.excerpt and finding.span.line:
            shown, column = _window(finding.span.excerpt, finding.span.column)
            lines.append(f"    {shown}")
            lines.append(f"    {_pad(shown[: column - 1])}^")
        advice = hint(finding, self.lang)
        if advice:
            lines.append(f"    {say('cli.hint', self.lang)}{advice}")
        return "\n".join(lines)


def _window(text: str, column: int, width: int = 72) -> tuple[str, int]:
    """A stretch of a long line round a column, and the column in it."""
    if len(text) <= width:
        return text, column
    start = max(0, min(column - 1 - width // 2, len(text) - width))
    return text[start : start + width], column - start


def _pad(text: str) -> str:
    """Blanks as wide as a text on a terminal: Chinese characters take two."""
    from unicodedata import east_asian_width

    return "".join("\t" if c == "\t" else "  " if east_asian_width(c) in "WF" else " " for c in text)
