"""The program as a whole: languages, help, bugs, pipes; and the small commands."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from printlayout import __version__
from printlayout.base.messages import codes, message
from printlayout.cli.console import choose_language
from printlayout.cli.main import run
from printlayout.spec.schema import schema_text

from .conftest import Cli

# -- language -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": ""}, "en"),
    ],
)
def test_the_language_comes_from_the_usual_variables(variables: dict[str, str], language: str) -> None:
    assert choose_language(variables) == language


def test_the_option_wins_over_the_variable(cli: Cli, good: Path) -> None:
    assert cli("check", "good", env={"LANG": "en_US.UTF-8"}).stdout == "all good, 1 page(s) checked\n"
    assert cli("check", "good").stdout == "检查通过，共 1 版\n"
    assert cli("--lang", "zh", "check", "good", env={"LANG": "en_US.UTF-8"}).stdout == "检查通过，共 1 版\n"
    assert cli("--lang", "en", "check", "good", env={"LANG": "zh_CN"}).stdout == "all good, 1 page(s) checked\n"


def test_findings_speak_both_languages(cli: Cli, overset: Path) -> None:
    said = cli("check", "overset").stderr
    assert "错误" in said and "警告" in said and "建议：" in said and "排不下" in said
    said = cli("--lang", "en", "check", "overset").stderr
    assert "error" in said and "warning" in said and "hint: " in said and "does not fit" in said


def test_chinese_goes_out_whatever_the_locale(cli: Cli, good: Path) -> None:
    done = cli("check", "good", env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.stdout == "检查通过，共 1 版\n"


# -- help and wrong use ---------------------------------------------------------------------------------------


def test_help_and_version(cli: Cli) -> None:
    done = cli("--help")
    assert done.returncode == 0
    for command in ("build", "check", "galley", "new", "fonts", "schema", "explain"):
        assert command in done.stdout
        assert cli(command, "--help").returncode == 0
    assert cli("--version").stdout == f"printlayout {__version__}\n"


@pytest.mark.parametrize(
    "words", [(), ("print",), ("build",), ("build", "x", "--format", "xml"), ("build", "x", "--jobs", "many")]
)
def test_wrong_use_exits_2(cli: Cli, words: tuple[str, ...]) -> None:
    done = cli(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert "usage: printlayout" in done.stderr and "Traceback" not in done.stderr


# -- what cannot be helped ------------------------------------------------------------------------------------


def test_a_bug_is_a_message_and_a_file(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 70; the traceback goes to a file, not over the screen."""

    def broken(*_args: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("printlayout.job.set_page", broken)  # as a page job knows it
    monkeypatch.setattr("printlayout.build.set_page", broken)  # as check knows it
    for command in ("check", "build"):
        assert (
            run(["--lang", "en", command, str(good), *(["--out", str(tmp_path / "o")] if command == "build" else [])])
            == 70
        )
        err = capsys.readouterr().err
        assert "RuntimeError: boom" in err and "Traceback" not in err
    files = list(tmp_path.glob("printlayout-bug-*.txt"))
    assert len(files) == 2
    text = files[0].read_text(encoding="utf-8")
    assert "Traceback" in text and "RuntimeError: boom" in text
    assert any(file.name in err for file in files)


def test_an_output_folder_that_cannot_be_written(cli: Cli, good: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    done = cli("--lang", "en", "build", "good", "--out", "taken")
    assert done.returncode == 2
    assert "cannot write" in done.stderr and "taken" in done.stderr and "Traceback" not in done.stderr
    assert (tmp_path / "taken").read_text() == "a file"


def test_a_reader_that_goes_away(tmp_path: Path) -> None:
    """``printlayout schema | head``: no traceback, no complaint."""
    command = [sys.executable, "-m", "printlayout", "schema", "layout"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""


# -- new, explain, fonts, schema ------------------------------------------------------------------------------


def test_a_new_issue_builds_without_a_word(cli: Cli, tmp_path: Path) -> None:
    done = cli("new", "first")
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "first/issue.yaml", "first/layouts/small.yaml", "first/stories/welcome.md"
    ]  # fmt: skip
    done = cli("check", "first")
    assert (done.returncode, done.stderr) == (0, "")
    done = cli("build", "first")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "out" / "xinbao-20260101-01.pdf").is_file()
    done = cli("new", "first")
    assert done.returncode == 2 and "first" in done.stderr


def test_explain_lists_and_explains_every_finding(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "en", "explain"]) == 0
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    findings = [code for code in codes() if not code.startswith("cli.") and ".says-" not in code]
    assert listed == findings
    for code in findings:
        for lang in ("zh", "en"):
            assert run(["--lang", lang, "explain", code]) == 0
            said = capsys.readouterr().out
            entry = message(code)
            assert said.startswith(f"{code}\n")
            # a pattern: what is filled in stands in 〈 〉, a suggestion that may be missing is left out
            for text in (entry.zh, entry.hint_zh) if lang == "zh" else (entry.en, entry.hint_en):
                bare = text.replace("{near_zh}", "").replace("{near_en}", "")
                assert re.sub(r"\{(\w+)\}", r"〈\1〉", bare) in said
            assert str(entry.exit) in said.splitlines()[-1]


def test_explain_an_unknown_code(cli: Cli) -> None:
    done = cli("--lang", "en", "explain", "layout.oversett")
    assert (done.returncode, done.stdout) == (2, "")
    assert "layout.overset" in done.stderr


def test_fonts_list(cli: Cli) -> None:
    done = cli("--lang", "en", "fonts", "list")
    assert done.returncode == 0
    for words in ("宋", "黑", "楷", "OFL-1.1", "@expo-google-fonts/noto-serif-sc@"):
        assert words in done.stdout
    assert cli("fonts", "list", "无此字体").returncode == 2


@pytest.mark.parametrize("kind", ["issue", "layout", "story"])
def test_schema_prints_the_schema(cli: Cli, kind: str) -> None:
    """That the one in ``docs/schema`` is the same is held in ``tests/spec``."""
    done = cli("schema", kind)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert done.stdout == schema_text(kind)
