"""A proof site of a small issue of three pages, and Chromium to look at it with."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

from pages import small
from printlayout.cli.main import run

from .desk import Desk

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip
LAYOUT = small.LAYOUT + (
    "inks: {red: {m: 100, y: 80}, heavy: {c: 100, m: 90, y: 80}}\n"
    "furniture:\n"
    "  - {name: band, kind: fill, ink: red, x: 10mm, y: 2mm, width: 40mm, height: 5mm}\n"
    "  - {name: block, kind: fill, ink: heavy, x: 68mm, y: 2mm, width: 4mm, height: 3.5mm}\n"
)
"""A red band, and a block of 14 mm² with 270 per cent of ink: newsprint has 240, and lets 15 mm² over it pass."""
ISSUE = """\
paper: {name: 新报, code: xinbao}
date: 2023-01-13
pages:
  - {page: 1, section: 要闻, layout: small, stories: {lead: one}}
  - {page: 2, section: 本市, layout: small, stories: {lead: two}}
  - {page: 3, section: 体育, layout: small, stories: {lead: three}}
"""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Page 1 fits, page 2 is two lines over, page 3 is five lines short and its headline ends with a full stop."""
    folder = tmp_path_factory.mktemp("issue")
    small.write(folder, small.story(small.han(138)), LAYOUT)
    (folder / "issue.yaml").write_text(ISSUE, encoding="utf-8")
    (folder / "stories" / "two.md").write_text(small.story(small.han(158)), encoding="utf-8")
    third = small.story(small.han(88)).replace("标题", "短题。")
    (folder / "stories" / "three.md").write_text(third, encoding="utf-8")
    out = tmp_path_factory.mktemp("out")
    assert run(["--lang", "zh", "preview", str(folder), "--out", str(out), "--quiet", "--jobs", "1"]) == 1
    return out / "index.html"


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    options = ChromeOptions()
    options.binary_location = shutil.which("chromium") or "chromium"
    profile = tmp_path_factory.mktemp("profile")
    for flag in (*FLAGS, f"--user-data-dir={profile}", "--window-size=1366,768"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    os.environ["SE_AVOID_STATS"] = "true"
    driver = Chrome(options=options, service=Service(shutil.which("chromedriver")))
    yield driver
    driver.quit()


@pytest.fixture
def desk(chromium: Chrome, site: Path) -> Iterator[Desk]:
    """The site, freshly opened on page 1 in Chinese and light; afterwards nothing was said on the console and nothing
    was asked of any machine."""
    found = Desk(chromium, site)
    found.open()
    yield found
    assert found.complaints() == []
    assert found.requests() == []
