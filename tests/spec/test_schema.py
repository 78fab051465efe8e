"""The schema says what the reader does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from printlayout.base.diagnostics import Collector
from printlayout.spec.document import parse, plain, read_document
from printlayout.spec.schema import KINDS, json_schema, schema_text

from .conftest import ISSUE, LAYOUT

ROOT = Path(__file__).parents[2]


def validator(kind: str) -> Any:
    schema = json_schema(kind)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def values(text: str) -> Any:
    node = parse(text, "a", Collector())
    assert node is not None
    return plain(node)


@pytest.mark.parametrize("kind", KINDS)
def test_the_files_in_docs_are_current(kind: str) -> None:
    file = ROOT / "docs" / "schema" / f"{kind}.schema.json"
    assert file.read_text(encoding="utf-8") == schema_text(kind), f"printlayout schema {kind} > {file.name}"


@pytest.mark.parametrize(
    ("kind", "file"),
    [("issue", f) for f in sorted(ROOT.glob("examples/*/issue.yaml"))]
    + [("layout", f) for f in sorted([*ROOT.glob("layouts/*.yaml"), *ROOT.glob("examples/*/layouts/*.yaml")])],
    ids=lambda value: value if isinstance(value, str) else f"{value.parent.name}-{value.name}",
)
def test_shipped_files_are_valid_and_name_their_schema(kind: str, file: Path) -> None:
    node = read_document(file, Collector())
    assert node is not None
    validator(kind).validate(plain(node))
    first = file.read_text(encoding="utf-8").split("\n")[0]
    assert first.startswith("# yaml-language-server: $schema=")
    assert (file.parent / first.partition("=")[2]).resolve() == ROOT / "docs" / "schema" / f"{kind}.schema.json"


WITH_FRONT_MATTER = [
    file
    for file in sorted(ROOT.glob("examples/*/stories/*.md"))
    if file.read_text(encoding="utf-8").startswith("---\n")
]


@pytest.mark.parametrize("file", WITH_FRONT_MATTER, ids=lambda f: f.name)
def test_example_stories_are_valid(file: Path) -> None:
    validator("story").validate(values(file.read_text(encoding="utf-8").split("---\n")[1]))


def test_every_example_in_the_schema_is_valid() -> None:
    for kind in KINDS:
        schema = json_schema(kind)
        for record in schema["$defs"].values():
            for key, item in record["properties"].items():
                for example in item.get("examples", []):
                    if isinstance(example, str) and example.startswith(("{", "[")):
                        continue  # shown as YAML
                    made = jsonschema.Draft202012Validator({**item, "$defs": schema["$defs"]})
                    assert made.is_valid(example), (key, example)


BAD: list[tuple[str, str, str]] = [
    ("issue", "date: 2023-01-13", "date: 13.1.2023"),
    ("issue", "code: xinbao", "code: 新报"),
    ("issue", "page: 1", "page: 0"),
    ("issue", "page: 1", "page: one"),
    ("issue", "people: {责编: 张三}", "peopel: {责编: 张三}"),
    ("issue", "    layout: small\n", ""),
    ("issue", "lead: one", "lead: [one]"),
    ("layout", "width: 100mm", "width: 100"),
    ("layout", "width: 100mm", "width: 10字"),
    ("layout", "top: 10mm", "top: -10mm"),
    ("layout", "columns: 2,", "columns: 0,"),
    ("layout", "size: 8pt", "size: 8pt, align: middel"),
    ("layout", "size: 8pt", "size: 8pt, composition: {autospace: 0.9}"),
    ("layout", "face: 宋 900", "face: 900"),
    ("layout", "lines: 1-10", "lines: 1-b"),
    ("layout", "{headline: head}", "{kicker: head}"),
    ("layout", "styles:", "inks: {red: {m: 101}}\nstyles:"),
    ("layout", "styles:", "normalise: 3\nstyles:"),
]


@pytest.mark.parametrize(("kind", "old", "new"), BAD)
def test_what_the_reader_rejects_the_schema_rejects(kind: str, old: str, new: str) -> None:
    from printlayout.spec.shapes import Reading

    text = {"issue": ISSUE, "layout": LAYOUT}[kind]
    assert old in text
    assert validator(kind).is_valid(values(text))
    assert not validator(kind).is_valid(values(text.replace(old, new, 1)))
    at = Reading(Collector())
    node = parse(text.replace(old, new, 1), "a", at.collector)
    assert node is not None
    KINDS[kind][0].read(node, at, kind)
    assert at.faults


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    import argparse

    from printlayout.cli import schema

    parser = argparse.ArgumentParser()
    schema.add_parser(parser.add_subparsers())
    args = parser.parse_args(["schema", "story"])
    assert args.run(args) == 0
    assert json.loads(capsys.readouterr().out) == json_schema("story")


def test_editors_have_something_to_say_about_every_key() -> None:
    """A description in both languages, and an example unless the values are listed."""
    for kind in KINDS:
        for record in json_schema(kind)["$defs"].values():
            for key, item in record["properties"].items():
                chinese, _, english = item["description"].partition(" / ")
                assert chinese and english, (kind, key)
                assert "examples" in item or "enum" in str(item), (kind, key)
