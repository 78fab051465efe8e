"""One door per heavy library, small files, no clock and no chance: what import-linter does not see."""

from __future__ import annotations

import ast
import sys

import pytest

from .sources import ROOT, imported, modules

DOORS = {
    "yaml": {"spec/document.py", "fonts/reader.py"},
    "uharfbuzz": {"fonts/face.py", "fonts/subset.py"},
    "reportlab": {"pdf/container.py"},
    "PIL": {
        "colour/transform.py",
        "compare/pixels.py",
        "images/pixels.py",
        "images/press.py",
        "plates/pictures.py",
        "plates/prepared.py",
        "preview/pictures.py",
        "separations.py",
    },
    "fontTools": {"art/outline.py", "fonts/install.py", "preflight/programs.py"},
    "pikepdf": {
        "preflight/reader.py",
        "pdf/placed.py",
        *(f"plates/{name}.py" for name in ("meshes", "page", "pictures", "run", "shadings", "spaces")),
    },
    "pypdfium2": {"preview/raster.py", "preview/printed.py"},
    "pyphen": {"text/hyphens.py"},
    "rjieba": {"text/phrases.py"},
    "segno": {"art/codes.py"},
    "uniseg": {"text/uax14.py"},
}
"""Who may import which library. ``spec`` and ``fonts`` are strangers, hence two doors to YAML; shaping and subsetting
are two rooms of HarfBuzz."""
CLOCK = "cli/sign.py"
"""The one module that may ask the time: when a page was signed is a fact of the desk, kept in the record alone."""
ROOMS = {"pikepdf": ("preflight/", "plates/", "pdf/placed.py"), "pypdfium2": ("preview/",)}
"""Libraries with one or two doors in one room; a PDF that is placed on a page is read where PDF is written."""


def importers(library: str) -> set[str]:
    return {name for name, tree in modules().items() if library in imported(tree)}


@pytest.mark.parametrize("library", DOORS)
def test_a_heavy_library_has_its_doors(library: str) -> None:
    assert importers(library) <= DOORS[library]


def test_no_other_library_is_used() -> None:
    known = {*DOORS, "printlayout", *sys.stdlib_module_names}
    for name, tree in modules().items():
        assert imported(tree) <= known, name


def test_files_stay_under_400_lines() -> None:
    lengths = {name: len((ROOT / name).read_text(encoding="utf-8").splitlines()) for name in modules()}
    assert {name: length for name, length in lengths.items() if length >= 400} == {}


def test_nothing_comes_from_the_clock_or_from_chance() -> None:
    """Same input, same bytes."""
    for name, tree in modules().items():
        assert not imported(tree) & {"time", "random", "secrets", "uuid"}, name
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and name != CLOCK:
                assert node.attr not in ("now", "utcnow", "today", "urandom"), (name, node.lineno)


def test_every_module_and_public_function_says_what_it_is_for() -> None:
    for name, tree in modules().items():
        assert ast.get_docstring(tree), name
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                assert ast.get_docstring(node), (name, node.name)
