"""The templates for CI: their commands are run on a small issue, as the machines of GitHub and GitLab run them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest
import yaml

from pages import small
from printlayout.cli.main import parser

ROOT = Path(__file__).parents[2]
GOOD, OVER = small.story(small.han(138)), small.story(small.han(158))
"""A story that fits, and one that is two lines over."""


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A repository with a branch ``main`` that can be fetched, in which one character of the issue was changed since;
    ``printlayout`` is this tree's, ``pip`` and the fonts are there already."""
    home = tmp_path / "home"
    (home / "issue").mkdir(parents=True)
    small.write(home / "issue", GOOD)
    for words in (
        "init -q -b main", "add .", "-c user.name=a -c user.email=a@example.org commit -qm one",
        "remote add origin .", "checkout -q -b change",
    ):  # fmt: skip
        subprocess.run(["git", *words.split()], cwd=home, check=True)
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    program = f'#!/bin/sh\nexec "{sys.executable}" -c "import sys, printlayout.cli.main as m; sys.exit(m.run())" "$@"\n'
    for name, text in (
        ("printlayout", program),
        ("python", f'#!/bin/sh\n[ "$2" = pip ] || exec "{sys.executable}" "$@"\n'),
    ):
        (bin_ / name).write_text(text)
        (bin_ / name).chmod(0o755)
    return home


def shell(script: str, desk: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    env = dict(os.environ) | {"PATH": f"{desk.parent / 'bin'}:{os.environ['PATH']}", **variables}
    env["PYTHONPATH"] = str(ROOT / "src")
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script], cwd=desk, env=env, capture_output=True, text=True, check=False
    )


def github(desk: Path, base: str = "main") -> tuple[dict[str, subprocess.CompletedProcess[str]], str]:
    """The action's steps, each in a shell of its own; what they said, and the summary of the job."""
    temp, summary = desk.parent / "temp", desk.parent / "summary.md"
    temp.mkdir()
    given = {"issue": "issue", "out": "out", "lang": "en", "pictures-at": ""}
    done = {}
    for step in read("ci/github/action.yml")["runs"]["steps"]:
        if "run" not in step or (step["name"] == "diff" and not base):
            continue
        assert "${{" not in step["run"]  # what a user gives is never part of a script
        variables = {
            name: base if name == "BASE" else re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: given[m[1]], value)
            for name, value in step.get("env", {}).items()
        }
        variables |= {
            "GITHUB_STEP_SUMMARY": str(summary),
            "RUNNER_TEMP": str(temp),
            "GITHUB_ACTION_PATH": str(ROOT / "ci/github"),
        }
        done[step["name"]] = shell(step["run"], desk, **variables)
    return done, summary.read_text(encoding="utf-8")


def test_github_shows_what_changed(desk: Path) -> None:
    (desk / "issue" / "stories" / "one.md").write_text(GOOD.replace("孙", "逊", 1), encoding="utf-8")
    done, summary = github(desk)
    assert {name: step.returncode for name, step in done.items()} == dict.fromkeys(done, 0), done
    for name in (
        "press/xinbao-20230113-01.pdf",
        "proof/index.html",
        "diff/index.html",
        "preflight.xml",
        "preflight.sarif",
    ):
        assert (desk / "out" / name).is_file(), name
    assert "# 新报 2023-01-13" in summary and "| 01 |" in summary and "“孙” → “逊”" in summary
    assert json.loads((desk / "out" / "preflight.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert ElementTree.parse(desk / "out" / "preflight.xml").getroot().get("failures") == "0"
    assert not (desk.parent / "temp" / "printlayout-base").exists()


def test_github_fails_with_errors_and_marks_their_lines(desk: Path) -> None:
    (desk / "issue" / "stories" / "one.md").write_text(OVER, encoding="utf-8")
    done, summary = github(desk, base="")
    codes = {name: step.returncode for name, step in done.items()}
    assert codes == {"install": 0, "build": 0, "preflight": 0, "preview": 0, "result": 1}
    assert re.search(r"^::error file=issue/.*line=\d+", done["preflight"].stdout, re.MULTILINE)
    assert "❌" in summary and "has errors" in summary
    assert ElementTree.parse(desk / "out" / "preflight.xml").getroot().get("failures") != "0"


@pytest.mark.parametrize(("text", "code"), [(GOOD.replace("孙", "逊", 1), 0), (OVER, 1)], ids=["good", "over"])
def test_gitlab(desk: Path, text: str, code: int) -> None:
    (desk / "issue" / "stories" / "one.md").write_text(text, encoding="utf-8")
    job = read("ci/gitlab/printlayout.yml")["printlayout"]
    variables = {name: value.replace("$CI_PROJECT_DIR", str(desk)) for name, value in job["variables"].items()}
    del variables["XDG_CACHE_HOME"]  # fonts are where the tests have them
    variables |= {"PRINTLAYOUT_ISSUE": "issue", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"}
    found = shell("\n".join(job["script"]), desk, **variables)
    assert found.returncode == code, found.stderr
    assert "改动 1 版" in found.stdout
    out = desk / variables["PRINTLAYOUT_OUT"]
    assert (out / "proof" / "contact.png").is_file() and (out / "diff" / "index.html").is_file()
    assert "(<proof/contact.png>)" in (out / "summary.md").read_text(encoding="utf-8")
    assert job["artifacts"]["reports"]["junit"] == "printlayout-out/preflight.xml" and (out / "preflight.xml").is_file()


def test_hooks_for_pre_commit() -> None:
    hooks = {hook["id"]: hook for hook in read(".pre-commit-hooks.yaml")}
    assert callable(parser().parse_args([*hooks["printlayout-check"]["entry"].split()[1:], "issue"]).run)
    assert callable(parser().parse_args([*hooks["printlayout-fmt"]["entry"].split()[1:], "issue.yaml"]).run)
    files = re.compile(hooks["printlayout-fmt"]["files"])
    assert all(files.search(name) for name in ("issue.yaml", "a/layouts/press/x.yaml", "a/stories/b.md"))
    assert not files.search("README.md")


def test_texts_of_a_summary_are_only_texts() -> None:
    from printlayout.preview.summary import summary

    finding = {
        "severity": "error", "code": "a.b", "file": "x|y.md", "line": 1, "column": 2, "page": 0,
        "message": {"zh": "<b>*有*</b>\n|", "en": ""}, "hint": {"zh": "", "en": ""},
    }  # fmt: skip
    page = {"stem": "s", "folio": "01", "section": "要|闻", "sound": False}
    told = summary({"paper": "报", "date": "", "edition": "", "pages": [page], "findings": [finding] * 300}, "zh")
    assert "&lt;b&gt;\\*有\\*&lt;/b&gt; \\|" in told and "x\\|y.md:1:2" in told and "要\\|闻" in told
    assert told.count("❌") == 200 and "还有 100 项。" in told and "![" not in told
