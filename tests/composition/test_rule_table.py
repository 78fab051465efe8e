"""The table of ``docs/composition.md``: every rule R1-R70 has its code and its tests, and all that it names is there.

Names are read from the sources (``ast``), none is imported. The examples of the page are run.
"""

from __future__ import annotations

import ast
import re
import shlex
from functools import cache
from pathlib import Path

import pytest

from printlayout.cli.main import run

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "composition.md"
RULES = range(1, 71)
ROW = re.compile(r"^\| R(\d+) \| (.+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)
CODE = re.compile(r"`([a-z0-9_.]+):([A-Za-z0-9_.]+)`")
TEST = re.compile(r"`([a-z0-9_/]+\.py)::(\w+)`")


@cache
def rows() -> dict[int, tuple[str, str, str]]:
    """What the rule is, its code, its tests, by number."""
    found = [(int(number), rest) for number, *rest in ROW.findall(PAGE.read_text(encoding="utf-8"))]
    numbers = [number for number, _ in found]
    assert numbers == sorted(set(numbers)), "rules in order, each once"
    return {number: (what, code, tests) for number, (what, code, tests) in found}


@cache
def names(path: Path) -> frozenset[str]:
    """Functions, classes, methods as ``Class.method``, and assigned names of a module."""
    found: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}.{inner.name}" for inner in node.body if isinstance(inner, ast.FunctionDef)}
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        found |= {inner.id for target in targets for inner in ast.walk(target) if isinstance(inner, ast.Name)}
    return frozenset(found)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_in_the_table(rule: int) -> None:
    assert rule in rows(), f"R{rule} is missing from docs/composition.md"
    what, code, tests = rows()[rule]
    assert what
    assert CODE.findall(code), f"R{rule} names no code"
    assert TEST.findall(tests), f"R{rule} names no test"


def test_the_table_holds_no_other_rule() -> None:
    assert set(rows()) == set(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_the_code_of_a_rule_exists(rule: int) -> None:
    cell = rows()[rule][1]
    assert CODE.sub("", cell).replace("、", "").strip() == "", cell
    for module, name in CODE.findall(cell):
        path = ROOT / "src" / "printlayout" / (module.replace(".", "/") + ".py")
        assert path.is_file(), module
        assert name in names(path), f"{module}:{name}"


@pytest.mark.parametrize("rule", RULES)
def test_the_tests_of_a_rule_exist_and_bear_its_number(rule: int) -> None:
    cell = rows()[rule][2]
    assert TEST.sub("", cell).replace("、", "").strip() == "", cell
    for file, name in TEST.findall(cell):
        path = ROOT / "tests" / file
        assert path.is_file(), file
        assert name in names(path), f"{file}::{name}"
        assert f"_r{rule:02d}_" in name, f"{name} does not bear the number of R{rule}"


EXAMPLE = re.compile(
    r"^```sh\n(printlayout galley [^\n]+)\n```\n\n```(?:text|json)\n(.*?)\n```$", re.MULTILINE | re.DOTALL
)


@pytest.mark.parametrize(("command", "shown"), EXAMPLE.findall(PAGE.read_text(encoding="utf-8")))
def test_the_examples_of_the_page_are_what_galley_prints(
    command: str, shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(shlex.split(command)[1:]) == 0
    printed = capsys.readouterr()
    assert (printed.out + printed.err).rstrip("\n") == shown
