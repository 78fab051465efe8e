"""``printlayout fonts``: what it prints and its exit codes."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from fonts import tiny
from fonts.test_font_install import Npm, npm
from printlayout.cli import fonts as command

__all__ = ["npm"]

pytestmark = pytest.mark.usefixtures("cache")


def call(*words: str, lang: str = "en") -> int:
    parser = argparse.ArgumentParser()
    command.add_parser(parser.add_subparsers())
    args = parser.parse_args(["fonts", *words])
    args.lang = lang
    return int(args.run(args))


def catalogue(folder: Path, content: bytes) -> str:
    text = """families:
  小:
    names: [tiny]
    licence: OFL-1.1
    package: "@tiny/font"
    version: 1.2.3
    instead: {700: 400}
    faces: {400: {file: files/a.ttf, sha256: {a_ttf}}}
"""
    return str(tiny.house(folder / "house", text, a_ttf=content))


def test_list_install_check(npm: Npm, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = tiny.data(tiny.font())
    npm.pack(a_ttf=content)
    where = ("--catalogue", catalogue(tmp_path, content), "小")
    assert call("list", *where) == 0
    assert capsys.readouterr().out == ("小 (tiny)  OFL-1.1\n  400  not installed  @tiny/font@1.2.3\n  700 → 400\n")
    assert call("check", *where) == 3
    assert "The font 小-400 is not installed [font.missing]" in capsys.readouterr().err
    assert call("install", *where) == 0
    assert capsys.readouterr().out.splitlines() == [
        "[0/1] @tiny/font@1.2.3",
        "[0/1] 小-400",
        "[1/1] @tiny/font@1.2.3",
        f"Fonts installed: 1, in {tmp_path / 'cache'}",
    ]
    assert call("list", *where, lang="zh") == 0
    assert "  400  已安装  @tiny/font@1.2.3" in capsys.readouterr().out
    assert call("check", *where) == 0
    assert capsys.readouterr().out == "Fonts as the catalogue names them: 1\n"
    (tmp_path / "cache/fonts" / f"{tiny.sha(content)}.ttf").write_bytes(b"x")
    assert call("check", *where) == 3
    assert "[font.hash]" in capsys.readouterr().err


def test_check_hashes_anew(npm: Npm, tmp_path: Path) -> None:
    content = tiny.data(tiny.font())
    npm.pack(a_ttf=content)
    where = ("--catalogue", catalogue(tmp_path, content), "tiny-400")
    assert call("install", *where) == 0
    path = tmp_path / "cache/fonts" / f"{tiny.sha(content)}.ttf"
    before = path.stat()
    path.write_bytes(content[:-1] + b"x")
    # Size and time as before: a build would not notice, a check does.
    import os

    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert call("check", *where) == 3


def test_progress_on_a_terminal_is_one_line(
    npm: Npm, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    report = command._progress("en")
    report(0, 1, "a")
    report(1, 1, "b")
    assert capsys.readouterr().out == "\r\x1b[K[0/1] a\r\x1b[K[1/1] b\n"


def test_no_npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert call("install", "--catalogue", catalogue(tmp_path, b""), "小", lang="zh") == 3
    assert "找不到 npm，无法取得 @tiny/font@1.2.3 [font.npm-missing]" in capsys.readouterr().err


def test_an_unknown_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("list", "nothing") == 2
    assert "[font.unknown]" in capsys.readouterr().err


def test_the_folder_s_own_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny.house(tmp_path / "fonts", "families: {小: {faces: {400: {file: a.ttf}}}}", a_ttf=tiny.data(tiny.font()))
    monkeypatch.chdir(tmp_path)
    assert call("check", "小") == 0
    assert capsys.readouterr().err.startswith("fonts/catalogue.yaml:1:")
    (tmp_path / "fonts/catalogue.yaml").write_text("famlies: {}")
    assert call("list") == 2
