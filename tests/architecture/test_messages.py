"""The catalogue of messages against the source: none missing, none left over, none half translated or half filled."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from printlayout.base.messages import AREAS, codes, message

from .sources import modules

CODE = re.compile(rf"({'|'.join(AREAS)})\.[a-z][a-z0-9]*(-[a-z0-9]+)*")
FIELD = re.compile(r"\{(\w+)\}")
TELLERS = {"error", "warn", "info", "fault", "Finding", "say", "progress"}
"""Functions that tell a code with the arguments they are given and no others."""
SAYERS = {"say", "progress"}
"""Those of them that say the sentence without its hint."""
BY_SEVERITY = {"cli.error", "cli.warning", "cli.info"}
"""Made from the name of a severity."""
EXAMPLES = {"着重", "dots"}
"""Words in braces that a message shows as what to write."""


def program() -> Iterator[tuple[str, ast.Module]]:
    """The modules that use messages."""
    for name, tree in modules().items():
        if not name.startswith("base/catalogue/"):
            yield name, tree


def used() -> dict[str, str]:
    """Every code written anywhere in the program, and where."""
    found: dict[str, str] = {}
    for name, tree in program():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                found.setdefault(node.value, f"{name}:{node.lineno}")
    return found


def calls() -> Iterator[tuple[str, str, set[str], bool]]:
    """Calls that tell a code with all their arguments by name: the code, where, the names, and whether a hint is said
    with it."""
    for name, tree in program():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or any(keyword.arg is None for keyword in node.keywords):
                continue
            function = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            values = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            told = [value for value in values if CODE.fullmatch(value)]
            if not told or function.lstrip("_") not in TELLERS:
                continue
            given = {keyword.arg for keyword in node.keywords if keyword.arg}
            if function == "Finding":
                tables = [arg for arg in node.args if isinstance(arg, ast.Dict)]
                if not tables or any(key is None for key in tables[0].keys):
                    continue
                given = {key.value for key in tables[0].keys if isinstance(key, ast.Constant)}
            elif function == "progress":
                given |= {"done", "total"}
            yield told[0], f"{name}:{node.lineno}", given, function.lstrip("_") not in SAYERS


def test_every_code_in_use_is_in_the_catalogue() -> None:
    assert {code: place for code, place in used().items() if code not in codes()} == {}


def test_every_message_is_in_use() -> None:
    assert set(codes()) - set(used()) - BY_SEVERITY == set()


def test_areas_hold_their_own_codes() -> None:
    assert all(CODE.fullmatch(code) for code in codes())
    assert len(codes()) == len(set(codes())) > 100


@pytest.mark.parametrize("code", codes())
def test_a_message_has_both_languages(code: str) -> None:
    """What happened always; hint and reason in both languages or in neither; the same fields in both."""
    entry = message(code)
    assert entry.zh and entry.en
    assert bool(entry.hint_zh) == bool(entry.hint_en)
    assert bool(entry.why_zh) == bool(entry.why_en)
    assert entry.exit in (1, 2, 3, 70)
    for chinese, english in ((entry.zh, entry.en), (entry.hint_zh, entry.hint_en), (entry.why_zh, entry.why_en)):
        assert _fields(chinese) == _fields(english)


def _fields(text: str) -> set[str]:
    """The fields of a sentence, apart from their language."""
    return {re.sub("_(zh|en)$", "", field) for field in FIELD.findall(text)} - EXAMPLES


def test_findings_say_what_to_do() -> None:
    said = [code for code in codes() if not code.startswith("cli.") and ".says-" not in code]
    assert [code for code in said if not message(code).hint_zh] == []


def test_every_field_of_a_message_is_filled() -> None:
    """At each place that tells a code, the fields of its sentences are among the arguments given."""
    count = 0
    for code, place, given, hinted in calls():
        entry = message(code)
        needed = set(FIELD.findall(entry.zh + entry.en)) - EXAMPLES
        if hinted and not {"hint_zh", "hint_en"} & given:
            needed |= set(FIELD.findall(entry.hint_zh + entry.hint_en)) - EXAMPLES
        assert needed <= given, (code, place, needed - given)
        count += 1
    assert count > 60
