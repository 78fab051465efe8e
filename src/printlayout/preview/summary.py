"""A proof as a page of Markdown: what a CI job says of an issue, with a table of its pages and one of its findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from printlayout.base.messages import say

MOST = 200
"""Findings shown; places that show Markdown cut long pages off."""
_SIGNS = {"error": "❌", "warning": "⚠️", "info": "ℹ️"}


def summary(about: Mapping[str, Any], lang: str, pictures_at: str = "") -> str:
    """The summary of an issue. ``about``: what the proof site is made of (:func:`issue_data`); ``pictures_at``: the
    address or folder where the proof's pictures can be fetched from. Without one there are none: the places that show
    such summaries take no pictures that lie in the text itself."""
    return "\n".join(_lines(about, lang, pictures_at.rstrip("/"))) + "\n"


def _lines(about: Mapping[str, Any], lang: str, at: str) -> Iterator[str]:
    facts = [about["paper"], about["date"], about["edition"]]
    yield f"# {_cell(' '.join(fact for fact in facts if fact))}"
    yield ""
    if at:
        yield f"[![{_cell(say('cli.sum-contact', lang))}](<{at}/contact.png>)](<{at}/index.html>)"
        yield ""
    yield f"| {say('cli.sum-pages', lang)} |"
    yield "|---|---|---|---:|---:|"
    for number, page in enumerate(about["pages"]):
        told = [finding for finding in about["findings"] if finding["page"] == number]
        counts = [sum(finding["severity"] == level for finding in told) for level in ("error", "warning")]
        state = say("cli.sum-sound" if page["sound"] else "cli.sum-unsound", lang)
        name = page["folio"] if not at else f"[{page['folio']}](<{at}/{page['stem']}.png>)"
        yield f"| {name} | {_cell(page['section'])} | {state} | {counts[0]} | {counts[1]} |"
    yield ""
    findings = sorted(about["findings"], key=lambda finding: list(_SIGNS).index(finding["severity"]))
    if not findings:
        yield say("cli.sum-none", lang)
        return
    yield f"| {say('cli.sum-findings', lang)} |"
    yield "|---|---|---|---|"
    for finding in findings[:MOST]:
        place = finding["file"] + (f":{finding['line']}:{finding['column']}" if finding["line"] else "")
        words = [finding[part][lang] for part in ("message", "hint") if finding[part][lang]]
        sign = _SIGNS[finding["severity"]]
        yield f"| {sign} | {_cell(place)} | {_cell(' '.join(words))} | `{finding['code']}` |"
    if len(findings) > MOST:
        yield ""
        yield say("cli.sum-more", lang, count=len(findings) - MOST)


def _cell(text: str) -> str:
    """A text that is nothing but itself in a table of Markdown."""
    for sign in "\\`*_[]|~#":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("<", "&lt;").replace(">", "&gt;").replace("\n", " ")
