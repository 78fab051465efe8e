"""The page of ``printlayout diff`` in Chromium, as a reviewer uses it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from pages import small
from printlayout.cli.main import run

from .conftest import ISSUE
from .desk import DOWN, RIGHT, Desk


class Review(Desk):
    def open(self, page: int = 0, *, dark: bool = False, size: tuple[int, int] = (1366, 768)) -> None:
        """Open the page anew, with nothing remembered; ``page`` counts from 1, 0 leaves it to the page."""
        self.at_size(dark, size)
        if self.driver.current_url.startswith(self.site.as_uri()):
            self.js("localStorage.clear()")
        self.driver.get("about:blank")
        self.driver.get_log("browser"), self.driver.get_log("performance")
        self.driver.get(self.site.as_uri() + (f"#xinbao-20230113-{page:02d}" if page else ""))
        self.wait("return document.documentElement.dataset.ready === 'true'")

    def at_size(self, dark: bool, size: tuple[int, int]) -> None:
        metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})

    def panes(self) -> list[str | None]:
        return [pane.get_attribute("data-pane") for pane in self.all(".pane")]


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Page 1 has one other character, page 2 is the same, page 3 has a smaller headline; page 4 is new."""
    sides = []
    for name in ("old", "new"):
        folder = tmp_path_factory.mktemp(name)
        small.write(folder, small.story(small.han(138)))
        (folder / "issue.yaml").write_text(ISSUE, encoding="utf-8")
        for story, headline in (("two", "二题"), ("three", "三题"), ("four", "四题")):
            text = small.story(small.han(138)).replace("标题", headline)
            (folder / "stories" / f"{story}.md").write_text(text, encoding="utf-8")
        sides.append(folder)
    old, new = sides
    (new / "stories" / "one.md").write_text(small.story(small.han(138).replace("孙", "逊", 1)), encoding="utf-8")
    (new / "layouts" / "less.yaml").write_text(small.LAYOUT.replace("size: 20pt", "size: 18pt"), encoding="utf-8")
    changed = ISSUE.replace("体育, layout: small", "体育, layout: less")
    more = "  - {page: 4, section: 文化, layout: small, stories: {lead: four}}\n"
    (new / "issue.yaml").write_text(changed + more, encoding="utf-8")
    out = tmp_path_factory.mktemp("diff")
    assert run(["--lang", "zh", "diff", str(old), str(new), "--out", str(out), "--quiet", "--jobs", "1"]) == 1
    return out / "index.html"


@pytest.fixture
def review(chromium: Chrome, compared: Path) -> Iterator[Review]:
    """The page, freshly opened; afterwards nothing was said on the console and nothing was asked of any machine."""
    found = Review(chromium, compared)
    found.open()
    yield found
    assert found.complaints() == []
    assert found.requests() == []


def test_it_opens_on_the_first_page_that_changed(review: Review) -> None:
    assert [row.text for row in review.all("#strip .state")] == [
        "改 1 项，画面 1 处",
        "相同",
        "改 1 项，画面 1 处",
        "新增",
    ]
    assert review.one("#strip [aria-current]").get_attribute("data-page") == "0"
    assert review.panes() == ["old", "new"]
    assert "“孙” → “逊”" in review.text("#side .rows") and "stories/one.md:4:3" in review.text("#side .rows")
    assert "改动 2 版，新增 1 版，减少 0 版，未变 1 版" in review.text("#paper")
    assert review.wait("return [...document.querySelectorAll('.sheet img')].every((i) => i.naturalWidth === 378)")


def test_a_change_leads_to_its_place_on_both_sides(review: Review) -> None:
    review.press("8", "n")
    assert review.seen(".mark.current") == 2
    for pane in review.all(".pane"):
        mark = pane.find_element("css selector", ".mark.current")
        view = pane.find_element("css selector", ".view")
        assert view.rect["x"] <= mark.rect["x"] and mark.rect["y"] < view.rect["y"] + view.rect["height"]
    assert "“孙” → “逊”" in review.text("#foot-said")
    review.press("m")
    assert review.seen(".mark") == 0


def test_ways_of_comparing_by_keys(review: Review) -> None:
    review.press("2")
    assert review.panes() == ["both"] and review.one("#swipe").is_displayed()
    before = review.js("return getComputedStyle(document.querySelector('.over')).clipPath")
    review.press(RIGHT, RIGHT)
    assert review.one("#swipe").get_attribute("value") == "54"
    assert review.js("return getComputedStyle(document.querySelector('.over')).clipPath") != before
    review.press("4")
    assert review.one(".sheet img").get_attribute("data-side") == "overlay" and "去掉" in review.text("#foot-key")
    review.press("3")
    assert review.wait("return document.querySelector('.sheet img[data-side=new]').style.visibility === 'hidden'")
    assert review.wait("return document.querySelector('.sheet img[data-side=new]').style.visibility === 'visible'")
    review.press("1")
    assert review.panes() == ["old", "new"]


def test_panes_move_and_zoom_together(review: Review) -> None:
    review.press("8", "+", "+", "+", "+", DOWN, DOWN)
    review.wait(
        "const [a, b] = document.querySelectorAll('.view'); return a.scrollTop > 0 && a.scrollTop === b.scrollTop"
    )
    assert review.zoom() == 244
    widths = {sheet.size["width"] for sheet in review.all(".sheet")}
    assert len(widths) == 1
    review.press("0")
    assert review.zoom() < 244


def test_pages_of_one_side_and_pages_that_are_the_same(review: Review) -> None:
    review.click('#strip [data-page="3"]')
    assert review.panes() == ["new"] and "只有新版有" in review.text("#side")
    review.press(",")
    assert "20 pt → 18 pt" in review.text("#side .rows")
    review.press(",")
    assert review.one("#nothing").is_displayed() and "两边相同" in review.text("#nothing")


def test_both_languages(review: Review) -> None:
    review.press("z")
    assert review.text("#tools-view").split("\n")[0] == "Side by side"
    assert "lead body (one.md): “孙” → “逊”" in review.text("#side .rows")
    assert review.js("return document.documentElement.lang") == "en"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("keys", ["1n", "2", "3", "4", "1?", "z.", "..."])
def test_everybody_can_use_it(review: Review, keys: str, dark: bool) -> None:
    review.open(dark=dark)
    review.press(*keys)
    assert review.violations() == []
