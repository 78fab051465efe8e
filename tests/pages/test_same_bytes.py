"""Same input, same bytes: built twice, side by side, elsewhere, under another environment."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from printlayout.build import build
from printlayout.report import report_bytes

from .conftest import EXAMPLE, STEM, Report


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture
def two_pages(tmp_path: Path) -> Path:
    """The special report twice in one issue; the second page has copies of the stories under other names."""
    issue = tmp_path / "issue"
    shutil.copytree(EXAMPLE, issue)
    for name in ("zhangwan", "jingkai"):
        shutil.copy(issue / "stories" / f"{name}.md", issue / "stories" / f"{name}-2.md")
    spec = (issue / "issue.yaml").read_text(encoding="utf-8")
    head, page = spec.split("pages:\n")
    second = page.replace("page: 7", "page: 8").replace("lead: zhangwan", "lead: zhangwan-2")
    second = second.replace("second: jingkai", "second: jingkai-2")
    assert second.count("-2") == 2
    (issue / "issue.yaml").write_text(f"{head}pages:\n{page}{second}", encoding="utf-8")
    return issue


def test_built_twice(report: Report, tmp_path: Path) -> None:
    build(EXAMPLE, tmp_path)
    assert files(tmp_path) == files(report.out)


def test_serial_and_parallel(two_pages: Path, tmp_path: Path) -> None:
    made = {}
    executors: dict[str, type[Executor] | None] = {
        "serial": None,
        "processes": ProcessPoolExecutor,
        "threads": ThreadPoolExecutor,
    }
    for name, executor in executors.items():
        told: list[tuple[int, int, str]] = []

        def progress(done: int, count: int, stem: str, told: list[tuple[int, int, str]] = told) -> None:
            told.append((done, count, stem))

        built = build(two_pages, tmp_path / name, None, lambda pages, kind=executor: kind and kind(2), progress)  # type: ignore[misc]
        (tmp_path / name / "report.json").write_bytes(report_bytes(built, tmp_path / name, "zh"))
        assert told == [(1, 2, "syrb-20230113-07"), (2, 2, "syrb-20230113-08")]
        made[name] = files(tmp_path / name)
    assert sorted(made["serial"]) == [
        "report.json",
        "syrb-20230113-07.pdf",
        "syrb-20230113-08.pdf",
        "syrb-20230113-proof.pdf",
    ]
    assert made["processes"] == made["serial"]
    assert made["threads"] == made["serial"]
    with pikepdf.open(BytesIO(made["serial"]["syrb-20230113-proof.pdf"])) as proof:
        assert len(proof.pages) == 2
        images = [o for o in proof.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]
        assert len(images) == 6  # the same six on both pages


def test_one_page_of_an_issue_is_the_page_of_the_whole(two_pages: Path, tmp_path: Path, report: Report) -> None:
    build(two_pages, tmp_path / "one", {8})
    assert sorted(files(tmp_path / "one")) == ["syrb-20230113-08.pdf", "syrb-20230113-proof.pdf"]
    build(two_pages, tmp_path / "all")
    assert files(tmp_path / "all")["syrb-20230113-08.pdf"] == files(tmp_path / "one")["syrb-20230113-08.pdf"]
    assert files(tmp_path / "all")[f"{STEM}.pdf"] == report.pdf.read_bytes()


def test_hash_seed_time_zone_and_folder_do_not_matter(report: Report, tmp_path: Path) -> None:
    home = {name: os.environ[name] for name in ("HOME", "PATH", "PRINTLAYOUT_CACHE", "XDG_CACHE_HOME", "PYTHONPATH")
            if name in os.environ}  # fmt: skip
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for number, (seed, zone, lang, folder) in enumerate(
        [("0", "Asia/Shanghai", "zh_CN.UTF-8", EXAMPLE.parents[1]), ("12345", "America/St_Johns", "C", elsewhere)]
    ):
        out = tmp_path / f"out-{number}"
        command = [sys.executable, "-m", "printlayout", "build", str(EXAMPLE), "--out", str(out)]
        environment = {**home, "PYTHONHASHSEED": seed, "TZ": zone, "LANG": lang}
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
        found = files(out)
        assert sorted(found) == ["report.json", f"{STEM}.pdf", "syrb-20230113-proof.pdf"]
        assert {name: found[name] for name in files(report.out)} == files(report.out)
    assert files(tmp_path / "out-0") == files(tmp_path / "out-1")
