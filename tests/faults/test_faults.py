"""What happens to a build from outside: it is killed, the disk is full, a file goes, a worker dies."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import Executor, ProcessPoolExecutor
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path

import pikepdf
import pytest

from ads import kit
from pages import small
from printlayout import job
from printlayout.base import files
from printlayout.base.diagnostics import Severity
from printlayout.build import build
from printlayout.cli.main import run
from printlayout.job import page_job
from printlayout.model.built import BuiltPage
from printlayout.model.issue import Issue
from printlayout.pdf.writer import write


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """Two pages of one story each."""
    root = small.write(tmp_path / "issue", small.story(small.han(138)))
    (root / "stories" / "two.md").write_text(small.story(small.han(138)[::-1]), encoding="utf-8")
    spec = small.ISSUE + "  - page: 2\n    layout: small\n    stories:\n      lead: two\n"
    (root / "issue.yaml").write_text(spec, encoding="utf-8")
    return root


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def named(folder: Path) -> dict[str, bytes]:
    """What lies there under its final name."""
    there = contents(folder) if folder.exists() else {}
    return {name: data for name, data in there.items() if not name.startswith(".")}


def killed(issue: Path, out: Path, after: float) -> None:
    words = [sys.executable, "-m", "printlayout", "build", str(issue), "--out", str(out), "--jobs", "1"]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.wait()


def survives(issue: Path, folder: Path, times: int) -> None:
    begun = time.monotonic()
    assert run(["build", str(issue), "--out", str(folder / "good"), "--quiet"]) == 0
    whole, took = named(folder / "good"), time.monotonic() - begun
    draw = random.Random(7)
    out = folder / "out"
    for _ in range(times):
        killed(issue, out, draw.uniform(0, 2 * took + 0.5))
        for name, data in named(out).items():
            assert data == whole[name] or name == "report.json"
            if name.endswith(".pdf"):
                with pikepdf.open(BytesIO(data)) as pdf:
                    assert len(pdf.pages)
    assert run(["build", str(issue), "--out", str(out), "--quiet"]) == 0
    assert {n: d for n, d in named(out).items() if n != "report.json"} == {
        n: d for n, d in whole.items() if n != "report.json"
    }


def test_killed_at_any_moment(issue: Path, tmp_path: Path) -> None:
    survives(issue, tmp_path, 4)


@pytest.mark.slow
def test_killed_at_many_moments(issue: Path, tmp_path: Path) -> None:
    survives(issue, tmp_path, 60)


@pytest.mark.parametrize("moment", range(4))
@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
def test_a_file_that_cannot_be_written(
    fault: int,
    moment: int,
    issue: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The disk fills up before the first, second … file: what is there is whole, and the file at fault is named."""
    out = tmp_path / "out"
    real, left = os.fsync, [moment]

    def full(number: int) -> None:
        if str(out) in str(Path(f"/proc/self/fd/{number}").readlink()):
            if not left[0]:
                raise OSError(fault, os.strerror(fault))
            left[0] -= 1
        real(number)

    monkeypatch.setattr(files.os, "fsync", full)
    assert run(["--lang", "en", "build", str(issue), "--out", str(out), "--jobs", "1"]) == 2
    said = capsys.readouterr().err
    assert "cannot write" in said
    assert os.strerror(fault) in said
    assert str(out) in said
    assert ".part" not in said
    assert len(contents(out)) == moment
    monkeypatch.undo()
    assert run(["build", str(issue), "--out", str(out), "--quiet"]) == 0


def test_a_target_that_is_a_file(issue: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").write_bytes(b"")
    assert run(["--lang", "en", "build", str(issue), "--out", str(tmp_path / "out")]) == 2
    assert "cannot write" in capsys.readouterr().err


def dies(issue: Issue) -> BuiltPage:
    """A job whose process ends on page 2 as the system ends what takes too much memory."""
    if issue.pages[0].number == 2:
        os._exit(137)
    return page_job(issue)


def test_a_worker_that_dies_takes_its_own_page_only(
    issue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("printlayout.build.page_job", dies)

    def workers(pages: int) -> Executor:
        return ProcessPoolExecutor(2, get_context("fork"))

    built = build(issue, tmp_path / "out", executor_for=workers)
    told = [(f.code, f.args["page"], f.span.line) for f in built.findings if f.code == "build.worker-died"]
    assert told == [("build.worker-died", "02", 8)]
    assert "xinbao-20230113-01.pdf" in contents(tmp_path / "out")
    assert "xinbao-20230113-02.pdf" not in contents(tmp_path / "out")


def test_an_ad_that_goes_in_the_middle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There when the page was set, and no more when it is written: told at the place that names it."""
    root = kit.issue(tmp_path / "issue", kit.ad())

    def without(*words: object, **named: object) -> bytes:
        (root / "ads" / "a.pdf").unlink(missing_ok=True)
        return write(*words, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(job, "write", without)
    built = build(root, tmp_path / "out")
    assert [(f.code, f.span.line) for f in built.findings if f.severity is Severity.ERROR] == [("ad.unreadable", 8)]
    assert named(tmp_path / "out") == {}
