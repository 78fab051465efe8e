"""Turns a finding into sentences, from the one catalogue of messages (``base/catalogue/``)."""

from __future__ import annotations

from importlib import import_module

from printlayout.base.diagnostics import Finding
from printlayout.base.value import dataclass

LANGUAGES = ("zh", "en")
AREAS = (
    "spec", "story", "copy", "font", "picture", "text", "layout", "pdf", "build", "preflight", "press", "cli",
    "release", "ad", "head", "block", "spread", "table", "edition", "guide", "region", "fit", "change",
    "serve",
)  # fmt: skip
"""The parts of the catalogue; a code is ``area.name``."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message: what happened (``zh``, ``en``), what to do next (``hint_…``), why it matters (``why_…``).

    ``{name}`` in a text is replaced by the finding's argument of that name. ``exit`` is the exit code an error of
    this kind asks for: 1 content, 2 wrong input, 3 missing font or file, 70 a bug.
    """

    zh: str
    en: str
    hint_zh: str = ""
    hint_en: str = ""
    why_zh: str = ""
    why_en: str = ""
    exit: int = 1


def message(code: str) -> Message:
    """The catalogue's entry for ``code``. :raises KeyError: if there is none."""
    area = code.partition(".")[0]
    if area not in AREAS:
        raise KeyError(code)
    entries: dict[str, Message] = import_module(f"printlayout.base.catalogue.{area}").MESSAGES
    return entries[code]


def codes() -> list[str]:
    """Every code of the catalogue, sorted."""
    found: list[str] = []
    for area in AREAS:
        found += import_module(f"printlayout.base.catalogue.{area}").MESSAGES
    return sorted(found)


def _fill(text: str, args: dict[str, str]) -> str:
    for name, value in args.items():
        text = text.replace("{" + name + "}", value)
    return text


def say(code: str, lang: str, /, **args: object) -> str:
    """The sentence of a code in a language, filled in."""
    entry = message(code)
    return _fill(entry.zh if lang == "zh" else entry.en, {k: str(v) for k, v in args.items()})


def what(finding: Finding, lang: str) -> str:
    """What happened, as a sentence."""
    return say(finding.code, lang, **finding.args)


def hint(finding: Finding, lang: str) -> str:
    """What to do next, as a sentence; empty if there is nothing to add. An argument ``hint`` of the finding wins."""
    entry = message(finding.code)
    own = finding.args.get("hint_zh" if lang == "zh" else "hint_en", "")
    return own or _fill(entry.hint_zh if lang == "zh" else entry.hint_en, finding.args)
