"""Where every page stands, and the commands themselves."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from printlayout.base.diagnostics import Collector
from printlayout.cli.status import table
from printlayout.job import make_page, open_fonts
from printlayout.release.status import PageStatus, status

from .conftest import House, codes


def rows(house: House) -> tuple[list[PageStatus], Collector]:
    collector = Collector()
    issue = house.issue()
    fonts = open_fonts(house.root, collector)
    pages = [make_page(issue, page, fonts) for page in issue.pages]
    return status(issue, house.out, pages, fonts, collector), collector


def test_states(house: House) -> None:
    assert [(r.built, r.signed, r.released) for r in rows(house)[0]] == [("no", "no", "no")] * 4
    house.build()
    house.sign(1, 2, 3)
    house.release(1, 2)
    house.edit("stories/two.md", "赵钱", "钱赵")
    house.edit("stories/four.md", "赵钱", "赵钱" * 100)
    house.press(3).unlink()
    found, told = rows(house)
    assert [(r.built, r.signed, r.released) for r in found] == [
        ("current", "signed", "released"), ("old", "changed", "released"), ("no", "lost", "no"), ("old", "no", "no")
    ]  # fmt: skip
    assert [r.errors for r in found] == [0, 0, 0, 1]
    assert found[3].overset_lines > 0 and found[3].overset_characters > 0
    assert "release.signed-changed" in codes(told)
    house.unsign(1)
    assert rows(house)[0][0].released == "old"
    house.cut()
    assert "release.page-gone" in codes(rows(house)[1])


def test_columns_stand_under_one_another_in_chinese(house: House) -> None:
    house.build()
    house.sign(1)
    lines = table(rows(house)[0], "zh").splitlines()

    def before(line: str, word: str) -> int:
        return len(line[: line.index(word)].encode("gbk"))

    assert before(lines[0], "签版") == before(lines[1], "2023-01-13 00:41 李文")
    assert [line.split()[:3] for line in lines[1:]] == [[f"0{n}", f"版{n}", "已生成"] for n in (1, 2, 3, 4)]


def call(house: House, *words: object) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("LANG", "LC_ALL", "LC_MESSAGES")}
    command = [sys.executable, "-m", "printlayout", "--lang", "en", *map(str, words)]
    return subprocess.run(
        command, cwd=house.root.parent, env={**kept, "PRINTLAYOUT_CLOCK": "1673541670"}, capture_output=True,
        encoding="utf-8", check=False,
    )  # fmt: skip


def test_the_commands_from_build_to_plant(house: House) -> None:
    """Exit codes 0, 1, 2 and 3, and the same record on every machine: the time is given."""
    house.cut()
    assert call(house, "sign", "issue", "--page", 1).returncode == 3
    assert call(house, "build", "issue").returncode == 0
    done = call(house, "sign", "issue", "--page", 1, "--by", "李文")
    assert (done.returncode, done.stdout) == (0, "page 01 signed: xinbao-20230113-01.pdf\n")
    assert 'at: "2023-01-12T16:41:10+00:00"' in (house.root / "signed.yaml").read_text()
    done = call(house, "release", "issue", "--to", "plant")
    assert done.returncode == 1 and "page 02 is not signed" in done.stderr
    done = call(house, "sign", "issue", "--page", 2, "--by", "王芳", "--format", "json")
    assert [s["page"] for s in json.loads(done.stdout)["signed"]] == [2]
    done = call(house, "release", "issue", "--to", "plant")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == f"page 01 released: {Path('plant') / 'xinbao-20230113-01.pdf'}"
    done = call(house, "status", "issue", "--format", "json")
    state = json.loads(done.stdout)["pages"][1]
    assert state["signed"] == {"state": "signed", "at": "2023-01-12T16:41:10+00:00", "by": "王芳"}
    assert state["released"] == {"state": "released", "as": "xinbao-20230113-02.pdf"}
    assert "page  section" in call(house, "status", "issue").stdout
    house.edit("stories/two.md", "赵钱", "钱赵")
    done = call(house, "build", "issue")
    assert done.returncode == 1 and "has changed since: stories/two.md" in done.stderr
    assert call(house, "unsign", "issue", "--page", 2).returncode == 2
    done = call(house, "unsign", "issue", "--page", 2, "--reason", "typo")
    assert (done.returncode, done.stdout) == (0, "page 02 unsigned: typo\n")
    assert call(house, "build", "issue").returncode == 0


@pytest.mark.parametrize("command", ["sign", "unsign", "release", "status"])
def test_help(house: House, command: str) -> None:
    assert call(house, command, "--help").returncode == 0
