"""What a page of the documentation tells its reader to do, as steps that can be done: tests do them, in order, and so
does `make docs-pictures` for the pictures of the tutorial.

A fenced block of language ``sh`` is run; one with ``title="path"`` is written to that path. A line whose comment says
``退出码 N`` ends with that exit code, any other with 0. A block of language ``text`` right after commands is what they
say: each of its lines is one of theirs, whenever it was signed.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
FENCE = re.compile(
    r"^(?P<indent>[ \t]*)(?P<mark>`{3,})(?P<info>[^`\n]*)\n(?P<text>.*?)^[ \t]*(?P=mark)[ \t]*$", re.M | re.S
)
TITLE = re.compile(r'title="([^"]+)"')
SAYS = re.compile(r"(?:退出码|exit code) (\d+)")
WHEN = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")
ISSUE = "diyiban"
"""The issue that pages speak of as the reader's own; one page makes it, the others have it."""
BEFORE = re.compile(r"^<!-- before: (.*?) -->$", re.M)
"""What a reader of a page already has: commands that are run first and that the page does not show."""
SERVES = "printlayout serve"
"""Runs until it is stopped: tests/live starts and stops it."""
ELSEWHERE = ("make", "python3", "venv/bin/pip", ".", "pip", "git", "cd")
"""Commands that set a machine up; what they do is tested where they are, in the Makefile and in scripts."""


class Step(NamedTuple):
    """One thing to do: a line for the shell with the exit code it promises and what it says; or, with a ``path``, a
    file to write."""

    line: int
    text: str
    path: str = ""
    code: int = 0
    says: tuple[str, ...] = ()


def blocks(page: Path) -> Iterator[tuple[int, str, str, bool]]:
    """Fenced blocks: line of the first line of text, the words after the fence, the text without its indent, and
    whether nothing stands between it and the block before.
    """
    text = page.read_text(encoding="utf-8")
    end = 0
    for found in FENCE.finditer(text):
        inner = re.sub(f"^{found['indent']}", "", found["text"], flags=re.M)
        joined = not text[end : found.start()].strip()
        end = found.end()
        yield text.count("\n", 0, found.start("text")) + 1, found["info"].strip(), inner, joined


def steps(page: Path) -> list[Step]:
    """Everything a page tells its reader to do, in order."""
    found: list[Step] = []
    before = ""
    for line, info, text, joined in blocks(page):
        title = TITLE.search(info)
        if title:
            found.append(Step(line, text, title[1]))
        elif info == "sh":
            found += _commands(line, text)
        elif info == "text" and before == "sh" and joined:
            found[-1] = found[-1]._replace(says=tuple(filter(None, map(str.strip, text.splitlines()))))
        before = info
    return found


def _commands(line: int, text: str) -> Iterator[Step]:
    if re.search(r"^(case|if|for|while) ", text, re.M):  # a script: run as a whole
        yield Step(line, text)
        return
    for number, command in enumerate(text.splitlines()):
        words = shlex.split(command, comments=True)
        if words and words[0] not in ELSEWHERE and not command.strip().startswith(SERVES):
            says = SAYS.search(command)
            yield Step(line + number, command, code=int(says[1]) if says else 0)


def prepare(folder: Path, page: Path) -> None:
    """What a reader has before the page begins: the examples, and an issue unless the page makes it."""
    for name in ("examples", "LICENSE"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("out", "__pycache__"))
        else:
            shutil.copy(source, folder / name)
    if f"printlayout new {ISSUE}" not in page.read_text(encoding="utf-8"):
        do(Step(0, f"printlayout new {ISSUE}"), folder)
    for command in BEFORE.findall(page.read_text(encoding="utf-8")):
        do(Step(0, command), folder)


def do(step: Step, folder: Path) -> str:
    """Do a step in ``folder`` and give back what was said.

    :raises AssertionError: if the exit code is another than the page promises, or something it says is not said.
    """
    if step.path:
        target = folder / step.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(step.text, encoding="utf-8")
        return ""
    words = shlex.split(step.text, comments=True)
    plain = words[0] == "printlayout" and "\n" not in step.text.strip() and not {"|", "&&", ";"} & set(words)
    code, said = _here(words[1:], folder) if plain else _shell(step.text, folder)
    assert code == step.code, f"line {step.line}: {step.text.strip()}: exit code {code}\n{said}"
    lines = {WHEN.sub("", line).strip() for line in said.splitlines()}
    missing = [line for line in step.says if WHEN.sub("", line) not in lines]
    assert not missing, f"line {step.line}: {step.text.strip()}: does not say {missing}, but\n{said}"
    return said


def _here(words: list[str], folder: Path) -> tuple[int, str]:
    """Run the program in this process, as the shell would with the output sent to a file after ``>``."""
    from printlayout.cli.main import run

    target = words[words.index(">") + 1] if ">" in words else ""
    out, err = StringIO(), StringIO()
    with chdir(folder), redirect_stdout(out), redirect_stderr(err):
        try:
            code = run(words[: words.index(">")] if target else words)
        except SystemExit as stop:
            code = int(stop.code or 0)
    if target:
        (folder / target).write_text(out.getvalue(), encoding="utf-8")
    return code, out.getvalue() + err.getvalue()


def _shell(text: str, folder: Path) -> tuple[int, str]:
    """Run lines in a shell that finds this program."""
    bin_folder = folder / ".bin"
    bin_folder.mkdir(exist_ok=True)
    program = bin_folder / "printlayout"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m printlayout "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    env = os.environ | {"PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(["sh", "-c", text], cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout + done.stderr
