"""What the pages say exists: generated pages are current, commands and links are real."""

from __future__ import annotations

import re
import runpy
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from printlayout.base.messages import AREAS, codes
from printlayout.cli.main import parser
from printlayout.spec.schema import KINDS, json_schema

ROOT = Path(__file__).parents[2]
MAKER = runpy.run_path(str(ROOT / "docs" / "make_reference.py"))
PAGES = [ROOT / page for page in ("README.md", "CHANGELOG.md", "examples/README.md", "fonts/README.md")]
PAGES += sorted(ROOT.glob("docs/**/*.md"))
FENCE = re.compile(r"^[ \t]*```(\w*)[^\n]*\n(.*?)^[ \t]*```[ \t]*$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#{1,6} +(.*?)\s*$", re.MULTILINE)
LINK = re.compile(r"!?\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(([^()\s]+)\)")
IMAGE = re.compile(r"!\[[^\[\]]*\]\(([^()\s]+)\)")
"""A picture may itself be the text of a link."""
NUMBERS = re.compile(r"R[1-9][0-9]?\b")


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def prose(page: Path) -> str:
    """A page without its code."""
    return re.sub(r"`[^`\n]*`", "", FENCE.sub("", page.read_text(encoding="utf-8")))


def targets(page: Path) -> Iterator[str]:
    """What ``make`` is told to make, in blocks for the shell."""
    for language, text in FENCE.findall(page.read_text(encoding="utf-8")):
        for line in text.splitlines() if language == "sh" else ():
            words = shlex.split(line, comments=True)
            yield from words[1:] if words[:1] == ["make"] else ()


@pytest.mark.parametrize("file", MAKER["PAGES"])
def test_generated_pages_are_current(file: str) -> None:
    kept = (ROOT / "docs" / file).read_text(encoding="utf-8")
    assert kept == MAKER["PAGES"][file](), "run: python docs/make_reference.py"


def test_the_reference_has_every_key_of_the_schemas() -> None:
    rows = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    for kind in KINDS:
        for record in json_schema(kind)["$defs"].values():
            section = rows.partition(f"### {record['description']}\n")[2].partition("\n### ")[0]
            assert section, record["description"]
            for key in record["properties"]:
                assert f"\n| `{key}` |" in section, (record["description"], key)


def test_the_messages_are_all_there() -> None:
    page = (ROOT / "docs" / "messages.md").read_text(encoding="utf-8")
    for code in codes():
        assert (f"### `{code}`\n" in page) is not (code.startswith("cli.") or ".says-" in code), code


def test_exit_codes_of_the_messages_are_explained() -> None:
    from printlayout.base.messages import message

    page = (ROOT / "docs" / "exit-codes.md").read_text(encoding="utf-8")
    for code in {message(code).exit for code in codes()}:
        assert f"\n| {code} |" in page, code


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_targets_exist(page: Path) -> None:
    known = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(targets(page)) <= known


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_commands_in_the_text_exist(page: Path) -> None:
    """``printlayout x`` and ``make x`` between backquotes."""
    known = {action for a in parser()._actions if isinstance(a.choices, dict) for action in a.choices}
    made = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    for word in re.findall(r"`printlayout (?:--lang \w+ )?([a-z]+)", text):
        assert word in known, word
    for word in re.findall(r"`make ([a-z-]+)`", text):
        assert word in made, word


def anchors(page: Path) -> set[str]:
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    found = {MAKER["anchor"](heading.replace("`", "")) for heading in HEADING.findall(text)}
    return found | set(re.findall(r'<a id="([^"]+)"', text))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(prose(page)) + IMAGE.findall(prose(page)):
        if "://" in target:
            continue
        file, _, place = unquote(target).partition("#")
        there = page.parent / file if file else page
        assert there.exists(), target
        assert there.resolve().is_relative_to(ROOT), target
        if place:
            assert place in anchors(there), target


@pytest.mark.parametrize("page", [page for page in PAGES if page.is_relative_to(ROOT / "docs")], ids=name)
def test_every_code_named_in_a_page_exists(page: Path) -> None:
    """Codes with a hyphen, which no module's name has, and those a message is quoted with."""
    text = page.read_text(encoding="utf-8")
    areas = "|".join(AREAS)
    for code in re.findall(rf"[`\[]((?:{areas})\.[a-z]+(?:-[a-z]+)+)[`\]]", text):
        assert code in codes(), code
    for code in re.findall(rf"\[((?:{areas})\.[a-z-]+)\](?!\()", text):
        assert code in codes(), code


def test_the_architecture_names_the_rooms_and_modules_there_are() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    layers = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    rows = [row.replace("printlayout.", "") for row in layers["contracts"][0]["layers"]]
    assert "```text\n" + "\n".join(rows) + "\n```" in text, "who may import whom: say it in docs/architecture.md too"
    source = ROOT / "src" / "printlayout"
    for room in {room.strip() for row in rows for room in row.split("|")}:
        assert f"\n  {room}{'.py' if (source / f'{room}.py').exists() else '/'}" in text, room
    for file in re.findall(r"`([a-z]+/[a-z0-9_]+\.py)`", text):
        assert (source / file).exists() or (ROOT / file).exists(), file


def test_every_dependency_has_its_row() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    for requirement in wanted:
        package = re.split("[<>=~! ]", requirement)[0]
        assert re.search(rf"^\| [^|]*\b{package}\b[^|]*\|", text, re.MULTILINE), package


def test_rules_named_are_rules() -> None:
    for page in PAGES:
        assert all(int(number[1:]) <= 70 for number in NUMBERS.findall(page.read_text(encoding="utf-8"))), page


@pytest.mark.parametrize("picture", sorted(ROOT.glob("docs/images/*")), ids=lambda p: p.name)
def test_pictures_are_small_and_used(picture: Path) -> None:
    assert picture.stat().st_size <= 150_000, "make docs-pictures makes them small"
    assert any(f"images/{picture.name}" in page.read_text(encoding="utf-8") for page in PAGES)


@pytest.mark.parametrize("page", [page for page in PAGES if page.is_relative_to(ROOT / "docs")], ids=name)
def test_pages_speak_chinese_and_english(page: Path) -> None:
    text = prose(page)
    chinese = len(re.findall(r"[\u4e00-\u9fff]", text))
    english = len(re.findall(r"\b[a-z]{2,}\b", text))
    assert chinese >= 20 and english >= 20, (chinese, english)


def test_every_finding_stands_once_under_what_is_seen() -> None:
    text = (ROOT / "docs" / "troubleshooting.md").read_text(encoding="utf-8")
    for code in codes():
        assert text.count(f"[`{code}`]") == (not code.startswith("cli.") and ".says-" not in code), code


def test_the_first_lines_of_the_readme_are_the_two_commands() -> None:
    first = FENCE.findall((ROOT / "README.md").read_text(encoding="utf-8"))[0][1]
    assert [line.split("#")[0].strip() for line in first.strip().splitlines()] == ["make issue", "make test"]
