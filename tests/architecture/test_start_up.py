"""What a command may load: looked up in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pages import small

CODE = """
import sys
from printlayout.cli.main import run
try:
    code = run(sys.argv[1:])
except SystemExit as stop:
    code = stop.code or 0
sys.stderr.write("\\n".join(sorted(sys.modules)))
sys.exit(code)
"""
EXAMPLE = Path(__file__).parents[2] / "examples" / "shiyan-tongzhan"
HEAVY = {"yaml", "uharfbuzz", "reportlab", "PIL", "pikepdf", "pypdfium2", "fontTools", "numpy", "pydantic", "brotli",
         "pyphen", "rjieba", "uniseg"}  # fmt: skip


def loaded(*words: object) -> set[str]:
    """Modules a command has loaded when it ends; it must end well and tell nothing."""
    command = [sys.executable, "-c", CODE, *map(str, words)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


def test_help_loads_nothing_heavy() -> None:
    for words in (["--help"], ["build", "--help"], ["galley", "--help"]):
        found = loaded(*words)
        assert not found & HEAVY
        assert not any(name.startswith("printlayout.base.catalogue.") for name in found)
        assert {name.split(".")[1] for name in found if name.startswith("printlayout.")} == {"base", "cli"}


def test_a_page_without_pictures_builds_with_little(tmp_path: Path) -> None:
    """reportlab, the container, brings Pillow in by itself; no other library may."""
    issue = small.write(tmp_path / "issue", small.story(small.han(100), "Latin 2026，也有。"))
    found = loaded("build", issue, "--out", tmp_path / "out")
    assert (tmp_path / "out" / "xinbao-20230113-01.pdf").is_file()
    assert found & HEAVY <= {"yaml", "uharfbuzz", "reportlab", "PIL"}
    assert not found & {"asyncio", "multiprocessing", "concurrent.futures", "difflib", "subprocess", "tarfile"}


def test_checking_loads_no_pdf_library(tmp_path: Path) -> None:
    """Pictures are probed by their headers: no Pillow."""
    issue = small.write(tmp_path / "issue", small.story(small.han(100)))
    for folder in (issue, EXAMPLE):
        assert loaded("check", folder) & HEAVY == {"yaml", "uharfbuzz"}


def test_a_faultless_build_reads_no_messages_it_does_not_say(tmp_path: Path) -> None:
    issue = small.write(tmp_path / "issue", small.story(small.han(138)))
    found = loaded("build", issue, "--out", tmp_path / "out")
    said = {name for name in found if name.startswith("printlayout.base.catalogue.")}
    assert said == {"printlayout.base.catalogue.cli"}


def test_a_galley_needs_no_pdf_and_no_picture_library() -> None:
    command = [sys.executable, "-c", CODE, "galley", "--text", "国国国", "--measure", "8字"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "　　国国国\n"
    assert set(done.stderr.split()) & HEAVY == {"yaml", "uharfbuzz"}
