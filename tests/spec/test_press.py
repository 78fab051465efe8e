"""Press profiles: shipped, a house's own, built upon one another; every fault told at its place."""

from __future__ import annotations

import struct
from pathlib import Path

import jsonschema
import pytest

from printlayout.base.diagnostics import Collector
from printlayout.base.messages import hint, what
from printlayout.base.units import mm
from printlayout.model.press import NEWSPRINT, PressProfile
from printlayout.spec.document import plain, read_document
from printlayout.spec.schema import json_schema

from .conftest import Folder

ROOT = Path(__file__).parents[2]
ICC = ROOT / "layouts" / "press" / "cgats-tr002.icc"
HOUSE = "layouts/press/house.yaml"


def press(folder: Folder, text: str = "", name: str = "house") -> PressProfile:
    """The issue's profile; ``text`` is the house's own."""
    if text:
        folder.write(HOUSE, text)
    folder.change("issue.yaml", "date:", f"press: {name}\ndate:")
    issue = folder.load()
    assert issue is not None, folder.collector.findings
    return issue.press


def refused(folder: Folder, text: str) -> tuple[str, int, int]:
    """The only finding about the house's profile: its code and place, or that of the file alone."""
    folder.write(HOUSE, text)
    folder.change("issue.yaml", "date:", "press: house\ndate:")
    assert folder.load() is None
    finding = folder.only()
    for lang in ("zh", "en"):
        assert "{" not in what(finding, lang) + hint(finding, lang)
    assert Path(finding.span.file).name == "house.yaml", finding
    return finding.code, finding.span.line, finding.span.column


def test_an_issue_is_for_newsprint_unless_it_says_otherwise(folder: Folder) -> None:
    issue = folder.load()
    assert issue is not None
    assert (issue.press.name, issue.press.condition, Path(issue.press.icc)) == ("newsprint", "CGATS TR 002", ICC)


def test_newsprint_is_what_the_defaults_say(folder: Folder) -> None:
    """The shipped file writes out what a profile without a word means (press.md 2)."""
    made = press(folder, name="newsprint")
    for name in PressProfile.__slots__:
        if name not in ("icc", "info", "span"):
            assert getattr(made, name) == getattr(NEWSPRINT, name), name


def test_coated(folder: Folder) -> None:
    made = press(folder, name="coated")
    assert (made.condition, Path(made.icc).name) == ("FOGRA39", "fogra39.icc")
    assert (made.coverage_aim, made.coverage_limit, made.ppi_wanted, made.bleed, made.marks, made.spots) == (
        3150, 3200, 300, mm(3), True, True
    )  # fmt: skip


def test_a_house_changes_what_it_names(folder: Folder) -> None:
    made = press(
        folder,
        "extends: newsprint\ninfo: 本厂\nstandard: X-1a\ncoverage: {aim: 215%, limit: 220}\nbleed: 3mm\nmarks: 是\n"
        "pictures: {wanted: 170, sharpen: {amount: 120}}\ntype: {weak-bold: 7pt}\nrules: {least: 0.1mm}\n"
        "severities: {preflight.line-weak: 错误}\n",
    )
    assert (made.name, made.info, made.standard, made.condition) == ("house", "本厂", "X-1a", "CGATS TR 002")
    assert (made.coverage_aim, made.coverage_limit, made.coverage_area) == (2150, 2200, 15)
    assert (made.bleed, made.marks, made.type_weak_bold, made.line) == (mm(3), True, 7000, 283)
    # A map goes on key by key: what sharpen does not say is the base's.
    assert (made.ppi_wanted, made.ppi_most, made.sharpen) == (170, 450, (60, 120, 3))
    assert made.severities == {"preflight.line-weak": "error"}
    # The ICC file is the base's, beside the base.
    assert Path(made.icc) == ICC


def test_a_house_brings_its_own_profile(folder: Folder) -> None:
    """Its path starts from the file that names it, also when another one builds on that."""
    icc = folder.write("layouts/press/icc/plant.icc", ICC.read_bytes())
    folder.write("layouts/press/plant.yaml", "extends: newsprint\ncondition: Plant 3\nicc: icc/plant.icc\n")
    made = press(folder, "extends: plant\nregistry: ''\n")
    assert (made.condition, made.registry, Path(made.icc)) == ("Plant 3", "", icc.resolve())


def test_a_profile_by_path(folder: Folder) -> None:
    folder.write("plant.icc", ICC.read_bytes())
    folder.write("press/night.yaml", "condition: Night\nicc: ../plant.icc\n")
    made = press(folder, name="press/night.yaml")
    assert (made.name, made.condition, Path(made.icc).name) == ("night", "Night", "plant.icc")
    assert made.coverage_limit == 2400


def test_a_house_may_extend_the_shipped_one_of_its_name(folder: Folder) -> None:
    folder.write("layouts/press/newsprint.yaml", "extends: newsprint\ncoverage: {limit: 260}\n")
    assert press(folder, name="newsprint").coverage_limit == 2600


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("condition: A\n", "spec.missing-key", 1, 1),
        ("icc: a.icc\ncondition: A\n", "press.icc-missing", 1, 6),
        ("condition: A\nicc: ../../../a.icc\n", "spec.unsafe-path", 2, 6),
        ("condition: A\nicc: /a.icc\n", "spec.unsafe-path", 2, 6),
        ("extends: newsprnt\n", "spec.unknown-name", 1, 10),
        ("extends: house\n", "spec.cycle", 1, 10),
        ("extends: newsprint\nmarkz: true\n", "spec.unknown-key", 2, 1),
        ("extends: newsprint\nstandard: X-5\n", "spec.unknown-word", 2, 11),
        ("extends: newsprint\ncoverage: {limit: 500}\n", "spec.out-of-range", 2, 19),
        ("extends: newsprint\ncoverage: {limit: 230}\n", "press.order", 2, 19),
        ("extends: newsprint\npictures: {low: 250}\n", "press.order", 2, 17),
        ("extends: newsprint\npictures: {most: 180}\n", "press.order", 2, 18),
        ("extends: newsprint\nrules: {least: 1pt}\n", "press.order", 2, 16),
        ("extends: newsprint\nseverities: {a: bad}\n", "spec.unknown-word", 2, 17),
        ("- a\n", "spec.wrong-type", 1, 1),
    ],
)
def test_faults(folder: Folder, text: str, code: str, line: int, column: int) -> None:
    assert refused(folder, text) == (code, line, column)


def test_an_unknown_profile_is_told_where_the_issue_names_it(folder: Folder) -> None:
    folder.change("issue.yaml", "date:", "press: newsprnt\ndate:")
    assert folder.load() is None
    assert folder.told() == [("spec.unknown-name", "issue.yaml", 2, 8)]
    assert folder.only().args["near_en"] == "Did you mean “newsprint”? "


def changed(at: int, new: bytes) -> bytes:
    data = bytearray(ICC.read_bytes())
    data[at : at + len(new)] = new
    return bytes(data)


def without(tag: bytes) -> bytes:
    return ICC.read_bytes().replace(tag, b"xxxx", 1)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no ICC profile"),
        (ICC.read_bytes()[:60_000], "incomplete"),
        (changed(36, b"nope"), "no ICC profile"),
        (changed(12, b"mntr"), "class is mntr"),
        (changed(16, b"RGB "), "colour space is RGB"),
        (changed(20, b"Luv "), "connection space is Luv"),
        (changed(8, b"\x05"), "version is 5"),
        (without(b"A2B0"), "lacks A2B0"),
        (without(b"B2A0"), "lacks B2A0"),
        (without(b"wtpt"), "lacks wtpt"),
        (without(b"desc"), "lacks desc"),
        (without(b"cprt"), "lacks cprt"),
        (changed(132 + 4, struct.pack(">I", 10_000_000)), "lacks"),
    ],
)
def test_an_unfit_profile_is_refused(folder: Folder, data: bytes, reason: str) -> None:
    folder.write("layouts/press/a.icc", data)
    assert refused(folder, "condition: A\nicc: a.icc\n") == ("press.icc-unfit", 2, 6)
    assert reason in what(folder.only(), "en")


def test_version_4_is_for_x4_alone(folder: Folder) -> None:
    """PDF/X-1a is PDF 1.4, which knows ICC version 2."""
    folder.write("layouts/press/a.icc", changed(8, b"\x04"))
    assert press(folder, "condition: A\nicc: a.icc\n").standard == "X-4"
    folder.write(HOUSE, "condition: A\nicc: a.icc\nstandard: X-1a\n")
    assert folder.load() is None
    assert "version is 4" in what(folder.only(), "en")


@pytest.mark.parametrize("file", sorted((ROOT / "layouts" / "press").glob("*.yaml")), ids=lambda file: file.name)
def test_shipped_profiles_are_valid_and_name_their_schema(file: Path) -> None:
    node = read_document(file, Collector())
    assert node is not None
    jsonschema.Draft202012Validator(json_schema("press")).validate(plain(node))
    first = file.read_text(encoding="utf-8").split("\n")[0]
    assert (file.parent / first.partition("=")[2]).resolve() == ROOT / "docs" / "schema" / "press.schema.json"
