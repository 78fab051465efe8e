"""What a build tells machines: ``report.json``, and findings as JSON wherever they are asked for."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from printlayout.base.diagnostics import Finding
from printlayout.base.messages import hint, what
from printlayout.base.value import replace
from printlayout.makeup.advice import changes, remedy
from printlayout.model.built import Built, BuiltPage
from printlayout.model.copyfit import Copyfit
from printlayout.model.issue import Issue


def finding_json(finding: Finding, lang: str) -> dict[str, Any]:
    """A finding as plain values; line and column count from 1, 0 means the whole file."""
    return {
        "severity": finding.severity.name.lower(),
        "code": finding.code,
        "message": what(finding, lang),
        "hint": hint(finding, lang),
        "file": finding.span.file,
        "line": finding.span.line,
        "column": finding.span.column,
    }


def placed(finding: Finding, root: Path) -> Finding:
    """The finding with its file told from the issue's folder, so that it is the same wherever the build ran; of a file
    outside, a shipped layout say, the folder and name."""
    file = finding.span.file
    if not file:
        return finding
    path = Path(file).resolve()
    told = path.relative_to(root) if path.is_relative_to(root) else Path(*path.parts[-2:])
    return replace(finding, span=replace(finding.span, file=told.as_posix()))


def findings_json(findings: Iterable[Finding], lang: str) -> list[dict[str, Any]]:
    """Findings in order."""
    return [finding_json(finding, lang) for finding in findings]


def copyfit_json(fit: Copyfit, lang: str) -> dict[str, Any]:
    """How a story stands, as plain values; what would make it fit also in words."""
    return {
        "slot": fit.slot,
        "story": fit.story,
        "characters": fit.characters,
        "lines": fit.lines,
        "free_lines": fit.free,
        "overset_lines": fit.overset_lines,
        "overset_characters": fit.overset_characters,
        "free_characters": fit.free_characters,
        "last_column": fit.last[0],
        "last_line": fit.last[1],
        "done": changes(fit.done, lang),
        "remedies": [
            {"kind": one.kind, "amount": one.amount, "picture": one.number if one.kind == "picture" else 0,
             "paragraph": one.number if one.kind == "cut" else 0, "cut": one.text if one.kind == "cut" else "",
             "text": remedy(one, lang)}
            for one in fit.remedies
        ],
    }  # fmt: skip


def report(built: Built, out: Path, lang: str) -> dict[str, Any]:
    """The report of a build. File names are relative to ``out``: the report does not depend on where it was made."""
    issue = built.issue
    return {
        "paper": issue.paper if issue else "",
        "date": f"{issue.date:%Y-%m-%d}" if issue else "",
        "edition": issue.edition if issue else "",
        "files": [file.relative_to(out).as_posix() for file in built.files],
        "pages": [
            {
                "page": page.number,
                "folios": list(page.folio.numbers),
                **_editions(issue, page),
                "pdf": f"{page.stem}.pdf" if page.sound else None,
                "stories": [copyfit_json(fit, lang) for fit in page.copyfit],
            }
            for page in built.pages
        ],
        "findings": findings_json(
            [placed(f, Path(issue.root)) for f in built.findings] if issue else built.findings, lang
        ),
    }


def _editions(issue: Issue | None, page: BuiltPage) -> dict[str, Any]:
    """Which editions share a page, by name; nothing where there is only one."""
    if issue is None or not issue.editions:
        return {}
    return {"editions": [edition.name for edition in issue.editions if edition.code in page.editions]}


def report_bytes(built: Built, out: Path, lang: str) -> bytes:
    """The report as it is written to ``report.json``."""
    return (json.dumps(report(built, out, lang), ensure_ascii=False, indent=1) + "\n").encode()
