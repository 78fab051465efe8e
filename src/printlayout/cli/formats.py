"""Findings in the forms other programs read: GitHub annotations, JUnit, SARIF 2.1.0."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from printlayout import __version__
from printlayout.base.diagnostics import Finding, Severity
from printlayout.base.messages import hint, message, what

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SARIF = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def github(finding: Finding, lang: str) -> str:
    """A finding as a workflow command."""

    def escaped(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    parts = []
    if finding.span.file:
        parts.append(f"file={escaped(finding.span.file)}")
        if finding.span.line:
            parts += [f"line={finding.span.line}", f"col={finding.span.column}"]
    parts.append(f"title={finding.code}")
    text = what(finding, lang)
    advice = hint(finding, lang)
    return f"::{_GITHUB[finding.severity]} {','.join(parts)}::{escaped(text + (f' {advice}' if advice else ''))}"


def junit(findings: Sequence[Finding], lang: str, checks: Sequence[str] = ()) -> str:
    """A JUnit report: a failed case for each error, one with output for each other finding, one that passed for each
    of ``checks`` that told nothing."""
    told = {finding.code for finding in findings}
    lines = []
    for finding in findings:
        name = f"{finding.code} {finding.span}".strip()
        place = f' file="{_attribute(finding.span.file)}"' if finding.span.file else ""
        place += f' line="{finding.span.line}"' if finding.span.line else ""
        text, advice = what(finding, lang), hint(finding, lang)
        lines.append(f'  <testcase classname="{finding.code}" name="{_attribute(name)}"{place}>')
        if finding.severity is Severity.ERROR:
            lines.append(f'   <failure message="{_attribute(text)}" type="error">{_element(advice)}</failure>')
        else:
            level = finding.severity.name.lower()
            lines.append(f"   <system-out>{_element(f'{level}: {text} {advice}'.strip())}</system-out>")
        lines.append("  </testcase>")
    silent = [code for code in checks if code not in told]
    lines += [f'  <testcase classname="{code}" name="{code}"/>' for code in silent]
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    numbers = f'tests="{len(findings) + len(silent)}" failures="{errors}" errors="0" skipped="0"'
    head = ['<?xml version="1.0" encoding="UTF-8"?>', f"<testsuites {numbers}>"]
    return "\n".join([*head, f' <testsuite name="printlayout" {numbers}>', *lines, " </testsuite>", "</testsuites>"])


def sarif(findings: Sequence[Finding], lang: str, checks: Sequence[str] = ()) -> str:
    """A SARIF 2.1.0 log. Its rules are the codes told and ``checks``."""
    codes = sorted({*checks, *(finding.code for finding in findings)})
    places = {code: at for at, code in enumerate(codes)}
    driver = {"name": "printlayout", "version": __version__, "rules": [_rule(code, lang) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "language": "zh-CN" if lang == "zh" else "en-US",
        "results": [_result(finding, lang, places[finding.code]) for finding in findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _rule(code: str, lang: str) -> dict[str, Any]:
    entry = message(code)
    chinese = lang == "zh"
    short, why, help_ = (entry.zh, entry.why_zh, entry.hint_zh) if chinese else (entry.en, entry.why_en, entry.hint_en)
    rule: dict[str, Any] = {"id": code, "shortDescription": {"text": short}}
    if why:
        rule["fullDescription"] = {"text": why}
    if help_:
        rule["help"] = {"text": help_}
    return rule


def _result(finding: Finding, lang: str, place: int) -> dict[str, Any]:
    advice = hint(finding, lang)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": place,
        "level": _SARIF[finding.severity],
        "message": {"text": what(finding, lang) + (f" {advice}" if advice else "")},
    }
    span = finding.span
    if span.file:
        from urllib.parse import quote

        physical: dict[str, Any] = {"artifactLocation": {"uri": quote(span.file.replace("\\", "/"))}}
        if span.line:
            physical["region"] = {"startLine": span.line, "startColumn": max(span.column, 1)}
            if span.excerpt:
                physical["region"]["snippet"] = {"text": span.excerpt}
        result["locations"] = [{"physicalLocation": physical}]
    return result


def _element(text: str) -> str:
    """Text within XML; characters XML does not know are shown as blanks."""
    kept = "".join(char if char >= " " or char in "\t\n\r" else " " for char in text if char not in "\ufffe\uffff")
    return kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(text: str) -> str:
    return _element(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")
