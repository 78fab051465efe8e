"""``printlayout new`` writes an issue that loads, and overwrites nothing."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from printlayout.base.diagnostics import Collector
from printlayout.cli import new
from printlayout.spec.issues import load_issue


def make(*words: str) -> int:
    parser = argparse.ArgumentParser()
    new.add_parser(parser.add_subparsers())
    args = parser.parse_args(["new", *words])
    return int(args.run(args))


def test_the_new_issue_loads(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert make(str(tmp_path / "一期")) == 0
    assert [line.rpartition("/")[2] for line in capsys.readouterr().out.split()] == [
        "issue.yaml",
        "small.yaml",
        "welcome.md",
    ]
    collector = Collector()
    issue = load_issue(tmp_path / "一期", collector)
    assert issue is not None and collector.findings == []
    assert issue.pages[0].layout.grid.columns == 2


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "issue.yaml").write_text("mine")
    assert make(str(tmp_path / "a")) == 2
    assert (tmp_path / "a" / "issue.yaml").read_text() == "mine"
    assert "a" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert make(str(tmp_path / "file" / "a")) == 2
    assert "file" in capsys.readouterr().err
