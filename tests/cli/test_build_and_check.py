"""``printlayout build`` and ``check``: files, exit codes, forms of output."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from pages import small
from printlayout.cli.console import Console
from printlayout.cli.main import run

from .conftest import Cli

PRESS, PROOF = "xinbao-20230113-01.pdf", "xinbao-20230113-proof.pdf"


def test_build_writes_page_proof_and_report(cli: Cli, good: Path, tmp_path: Path) -> None:
    done = cli("--lang", "en", "build", "good")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "[1/1] xinbao-20230113-01",
        "page 01 lead: one set, 14 lines, 0 free",
        f"press file out/{PRESS}",
        f"proof, to look at out/{PROOF}",
    ]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["report.json", PRESS, PROOF]
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert report == {
        "paper": "新报",
        "date": "2023-01-13",
        "edition": "",
        "files": [PRESS, PROOF],
        "pages": [
            {
                "page": 1,
                "folios": [1],
                "pdf": PRESS,
                "stories": [
                    {
                        "slot": "lead",
                        "story": "one",
                        "characters": 138,
                        "lines": 14,
                        "free_lines": 0,
                        "overset_lines": 0,
                        "overset_characters": 0,
                        "free_characters": 0,
                        "last_column": 2,
                        "last_line": 10,
                        "done": "",
                        "remedies": [],
                    }
                ],
            }
        ],
        "findings": [],
    }


def test_build_takes_the_issue_file_and_another_folder(cli: Cli, good: Path, tmp_path: Path) -> None:
    assert cli("build", "good/issue.yaml", "--out", "print/today").returncode == 0
    assert (tmp_path / "print" / "today" / PRESS).is_file()


def test_overset_exits_1_with_a_proof_and_a_report(cli: Cli, overset: Path, tmp_path: Path) -> None:
    done = cli("--lang", "en", "build", "overset")
    assert done.returncode == 1
    assert "page 01 lead: one is 4 lines over (33 characters)" in done.stdout
    assert "overset/stories/one.md:4:" in done.stderr and "[layout.overset]" in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["report.json", PROOF]
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    (page,) = report["pages"]
    assert page["pdf"] is None
    assert (page["stories"][0]["overset_characters"], page["stories"][0]["overset_lines"]) == (33, 4)
    assert [finding["severity"] for finding in report["findings"]] == ["warning", "error"]


def test_a_page_is_chosen_by_its_folio(cli: Cli, good: Path, tmp_path: Path) -> None:
    second = "  - {page: 2, layout: small, stories: {lead: two}}\n"
    small.write(good, small.story(small.han(20)), stories__two_md=small.story(small.han(200)).encode())
    (good / "issue.yaml").write_text(small.ISSUE + second, encoding="utf-8")
    assert cli("build", "good", "--page", "1").returncode == 0
    assert cli("build", "good", "--page", "2").returncode == 1
    assert cli("build", "good", "--page", "1", "--page", "2", "--jobs", "2").returncode == 1
    assert cli("check", "good", "--page", "1").returncode == 0
    done = cli("--lang", "en", "build", "good", "--page", "9")
    assert done.returncode == 2
    assert "9" in done.stderr and "[spec.unknown-page]" in done.stderr


def test_jobs_tell_progress_in_order(cli: Cli, good: Path, tmp_path: Path) -> None:
    second = "  - {page: 2, layout: small, stories: {lead: two}}\n"
    small.write(good, small.story(small.han(20)), stories__two_md=small.story(small.han(100)).encode())
    (good / "issue.yaml").write_text(small.ISSUE + second, encoding="utf-8")
    made = []
    for jobs in ("1", "2"):
        done = cli("build", "good", "--jobs", jobs, "--out", f"out-{jobs}")
        assert done.returncode == 0
        assert done.stdout.splitlines()[:2] == ["[1/2] xinbao-20230113-01", "[2/2] xinbao-20230113-02"]
        made.append({path.name: path.read_bytes() for path in (tmp_path / f"out-{jobs}").iterdir()})
    assert made[0] == made[1]


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_missing_issue(cli: Cli, command: str) -> None:
    done = cli("--lang", "en", command, "nowhere")
    assert done.returncode == 3
    assert "nowhere" in done.stderr and "Traceback" not in done.stderr
    assert done.stdout == ""


def test_check_writes_nothing(cli: Cli, good: Path, overset: Path, tmp_path: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    done = cli("--lang", "en", "check", "good")
    assert (done.returncode, done.stdout, done.stderr) == (0, "all good, 1 page(s) checked\n", "")
    done = cli("--lang", "en", "check", "overset")
    assert done.returncode == 1
    assert "[layout.overset]" in done.stderr and "[font.fallback]" in done.stderr
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


# -- forms ----------------------------------------------------------------------------------------------------


def test_quiet_says_errors_only(cli: Cli, good: Path, overset: Path) -> None:
    done = cli("build", "good", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    for command in ("build", "check"):
        done = cli("--lang", "en", command, "overset", "--quiet")
        assert (done.returncode, done.stdout) == (1, "")
        told = [line for line in done.stderr.splitlines() if not line.startswith(" ")]
        assert len(told) == 1 and " error " in told[0] and told[0].endswith("[layout.overset]")


def test_people_read_place_excerpt_and_hint(cli: Cli, overset: Path) -> None:
    done = cli("--lang", "en", "check", "overset")
    lines = done.stderr.splitlines()
    at = next(number for number, line in enumerate(lines) if line.endswith("[font.fallback]"))
    assert lines[at].startswith("overset/stories/one.md:4:139: warning 宋-400 has no “䷀” (U+4DC0)")
    assert "䷀" in lines[at + 1]
    caret = lines[at + 2].index("^")
    width = sum(2 if ord(char) > 0x2E80 else 1 for char in lines[at + 1][: lines[at + 1].index("䷀")])
    assert caret == width  # Chinese characters are two cells wide on a terminal
    assert lines[at + 3].strip().startswith("hint: ")


@pytest.mark.parametrize("command", ["build", "check"])
def test_json_is_one_document(cli: Cli, good: Path, overset: Path, command: str) -> None:
    done = cli(command, "good", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["findings"] == []
    elsewhere = ["--out", "elsewhere"] if command == "build" else []
    done = cli("--lang", "en", command, "overset", "--format", "json", *elsewhere)
    assert (done.returncode, done.stderr) == (1, "")
    document = json.loads(done.stdout)
    assert [finding["code"] for finding in document["findings"]] == ["font.fallback", "layout.overset"]
    for finding in document["findings"]:
        assert set(finding) == {"severity", "code", "message", "hint", "file", "line", "column"}
        assert (finding["file"], finding["line"]) == ("overset/stories/one.md", 4)
        assert isinstance(finding["column"], int) and finding["message"] and finding["hint"]
    assert [finding["severity"] for finding in document["findings"]] == ["warning", "error"]


def test_json_of_a_build_is_its_report(cli: Cli, overset: Path, tmp_path: Path) -> None:
    done = cli("build", "overset", "--format", "json")
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    document = json.loads(done.stdout)
    # on the screen places are told from the caller's folder, in the report from the issue's
    for finding in document["findings"]:
        finding["file"] = finding["file"].removeprefix("overset/")
    assert document == report


@pytest.mark.parametrize("command", ["build", "check"])
def test_github_lines(cli: Cli, good: Path, overset: Path, command: str) -> None:
    assert cli(command, "good", "--format", "github").stdout == ""
    elsewhere = ["--out", "elsewhere"] if command == "build" else []
    done = cli("--lang", "en", command, "overset", "--format", "github", *elsewhere)
    assert (done.returncode, done.stderr) == (1, "")
    place = r"file=overset/stories/one\.md,line=4,col=\d+"
    first, second = done.stdout.splitlines()
    assert re.match(rf"::warning {place},title=font\.fallback::\S", first)
    assert re.match(rf"::error {place},title=layout\.overset::\S", second)


def test_github_lines_escape_what_would_end_them(capsys: pytest.CaptureFixture[str]) -> None:
    from printlayout.base.diagnostics import Finding, Severity, Span

    finding = Finding("build.write", Severity.ERROR, Span("a.md", 2, 3), {"file": "50%\nx", "reason": "r"})
    Console("en", "github").findings([finding])
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("::error file=a.md,line=2,col=3,title=build.write::")
    assert "50%25%0Ax" in line


# -- progress -------------------------------------------------------------------------------------------------


def test_progress_is_plain_where_there_is_no_terminal(cli: Cli, good: Path) -> None:
    out = cli("build", "good").stdout
    assert "\r" not in out and "\x1b" not in out
    assert "[1/1] xinbao-20230113-01\n" in out


def test_progress_is_one_line_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    console = Console("en")
    console.progress("cli.page", 1, 2, stem="a")
    console.progress("cli.page", 2, 2, stem="b")
    assert capsys.readouterr().out == "\r\x1b[K[1/2] a\r\x1b[K[2/2] b\n"


def test_colour_only_on_a_terminal_that_wants_it(
    overset: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    run(["check", str(overset)])
    assert "\x1b[" not in capsys.readouterr().err
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    run(["check", str(overset)])
    assert "\x1b[31;1m错误\x1b[0m" in capsys.readouterr().err
    monkeypatch.setenv("NO_COLOR", "1")
    run(["check", str(overset)])
    assert "\x1b[" not in capsys.readouterr().err


# -- mistakes -------------------------------------------------------------------------------------------------

MISTAKES = """\
paper: {name: 新报, code: 新报}
date: 2023-02-30
peple: {责编: 张三}
pages:
  - page: zero
    layout: smal
    stories:
      lead: one
  - page: 1
    layout: small
    stories:
      lead: two
      third: three
"""
BAD_LAYOUT = (
    small.LAYOUT.replace("size: 8pt", "size: 8")
    .replace("leading: 15pt", "leading: 15 points")
    .replace("size: 20pt", "size: 20pt, ink: blak")
    .replace("headline: head}", "headline: haed}")
)
PLACES = {
    ("issue.yaml", 1, 25),  # the code cannot go into file names
    ("issue.yaml", 2, 7),  # there is no such day
    ("issue.yaml", 3, 1),  # no such key: people
    ("issue.yaml", 5, 11),  # not a number
    ("issue.yaml", 6, 13),  # no such layout: small
    ("issue.yaml", 13, 7),  # no such slot
    ("small.yaml", 3, 66),  # not a length
    ("small.yaml", 7, 32),  # no unit
    ("small.yaml", 9, 40),  # no such ink: black
    ("small.yaml", 11, 54),  # no such style: head
}


def test_ten_mistakes_are_told_at_once(cli: Cli, tmp_path: Path) -> None:
    stories = {f"stories__{name}_md": small.story("文").encode() for name in ("two", "three")}
    issue = small.write(tmp_path / "bad", small.story("文"), BAD_LAYOUT, **stories)
    (issue / "issue.yaml").write_text(MISTAKES, encoding="utf-8")
    done = cli("--lang", "en", "check", "bad")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    told = [line for line in done.stderr.splitlines() if not line.startswith(" ")]
    places = re.findall(r"^bad/(?:\w+/)?(\S+?):(\d+):(\d+): error ", done.stderr, re.MULTILINE)
    assert {(name, int(line), int(column)) for name, line, column in places} == PLACES
    assert len(told) == done.stderr.count("hint: ") == 10

    build = cli("--lang", "en", "build", "bad")
    assert (build.returncode, build.stderr, build.stdout) == (2, done.stderr, "")
    assert not (tmp_path / "out").exists()

    document = json.loads(cli("check", "bad", "--format", "json").stdout)
    assert len(document["findings"]) == 10
    lines = cli("check", "bad", "--format", "github").stdout.splitlines()
    assert len(lines) == 10
    assert all(re.match(r"::error file=bad/\S+?,line=\d+,col=\d+,title=\w+\.[\w-]+::", line) for line in lines)
