"""The documentation's site in Chromium, opened from a folder: it reads well at two sizes and finds Chinese words."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest
from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.support.wait import WebDriverWait

ROOT = Path(__file__).parents[2]
FOUND = """
const texts = [];
const walk = (root) => root.querySelectorAll("*").forEach((element) => {
  if (element.shadowRoot) { texts.push(element.shadowRoot.textContent); walk(element.shadowRoot); }
});
walk(document);
return texts.join(" ");
"""


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out: Path = tmp_path_factory.mktemp("site") / "docs"
    assert runpy.run_path(str(ROOT / "docs" / "make_site.py"))["build"](out) == 0
    return out


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_pages_fit_their_window_and_ask_for_nothing(chromium: Chrome, docs: Path, size: tuple[int, int]) -> None:
    metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False}
    chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    chromium.get_log("browser"), chromium.get_log("performance")
    for page in ("index", "tutorial", "how-to/pictures", "troubleshooting"):
        chromium.get((docs / f"{page}.html").as_uri())
        wide = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert chromium.execute_script(wide) == 0, page
        for picture in chromium.execute_script("return [...document.querySelectorAll('article img')].map(i => i.alt)"):
            assert picture, page
    assert chromium.get_log("browser") == []
    messages = [json.loads(entry["message"])["message"] for entry in chromium.get_log("performance")]
    asked = [one["params"]["request"]["url"] for one in messages if one["method"] == "Network.requestWillBeSent"]
    assert asked and [url for url in asked if not url.startswith(("file:", "data:", "blob:", "about:"))] == []


@pytest.mark.parametrize(("words", "page"), [("排不下", "排不下怎么办"), ("拼大版", "拼大版"), ("下转", "转版")])
def test_search_finds_chinese_without_a_server(chromium: Chrome, docs: Path, words: str, page: str) -> None:
    chromium.get((docs / "spec.html").as_uri())
    WebDriverWait(chromium, 10, 0.05).until(lambda d: d.execute_script("return document.readyState") == "complete")
    ActionChains(chromium).send_keys("/").pause(0.3).send_keys(words).perform()

    def results(driver: Chrome) -> bool:
        text: str = driver.execute_script(FOUND)
        return "results" in text and page in text.partition("results")[2][:2000]

    WebDriverWait(chromium, 10, 0.05).until(results)
