"""The live preview in Chromium: what is saved is seen, what is wrong is told over the page, and nothing ends it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest
from selenium.webdriver import Chrome

from pages import small
from printlayout.live.desk import Desk as Made
from printlayout.live.desk import Wish
from printlayout.live.follow import Follower
from printlayout.live.server import LOOPBACK, Server
from printlayout.live.state import State

from .desk import Desk

ISSUE = """\
paper: {name: 新报, code: xinbao}
date: 2023-01-13
pages:
  - {page: 1, layout: small, stories: {lead: one}}
  - {page: 2, layout: small, stories: {lead: two}}
"""
PAGE = "return document.getElementById('pixels').src"
VERSION = "return document.documentElement.dataset.version"


class Served:
    """An issue of two pages that fit, followed and served."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        small.write(folder, small.story(small.han(138)))
        self.write("issue.yaml", ISSUE)
        self.write("stories/two.md", small.story(small.han(137)))
        self.made: list[str] = []
        self.state, self.stop = State(os.getpid()), Event()
        self.server = Server(self.state, LOOPBACK, 0, "zh")
        follower = Follower(Made(Wish(folder), self.state), self.stop.is_set, lambda pages, _: self.made.extend(pages))
        self.threads = [
            Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}),
            Thread(target=follower.run),
        ]
        for thread in self.threads:
            thread.start()

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def end(self) -> None:
        self.stop.set()
        self.state.close()
        self.server.shutdown()
        self.server.server_close()
        for thread in self.threads:
            thread.join(10)
        assert not any(thread.is_alive() for thread in self.threads)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    found = Served(tmp_path / "issue")
    yield found
    found.end()


class Live(Desk):
    """A browser that looks at an issue being served."""

    def __init__(self, driver: Chrome, served: Served) -> None:
        super().__init__(driver, served.folder)
        self.url = served.server.url

    def look(self, page: int = 1) -> None:
        self.driver.get("about:blank")
        self.driver.get_log("browser"), self.driver.get_log("performance")
        self.driver.get(f"{self.url}#xinbao-20230113-{page:02d}")
        self.wait(
            "return document.documentElement.dataset.ready === 'true'"
            " && document.getElementById('pixels').naturalWidth > 0"
        )

    def sources(self) -> list[str]:
        found: list[str] = self.js("return [...document.querySelectorAll('#strip img')].map((image) => image.src)")
        return found

    def until_other(self, before: str) -> str:
        """Wait for another picture of the page."""
        found: str = self.wait(
            "const now = document.getElementById('pixels').src; return now !== arguments[0] && now", before
        )
        return found

    def settled(self) -> None:
        """Wait until the finished files have been looked at: the plates are there."""
        self.wait("document.getElementById('tab-inks').click(); return Boolean(document.querySelector('.plates'))")
        self.js("document.getElementById('tab-findings').click()")


@pytest.fixture
def live(chromium: Chrome, served: Served) -> Iterator[Live]:
    found = Live(chromium, served)
    found.look()
    yield found
    assert found.complaints() == []
    assert [one for one in found.requests() if not one.startswith(found.url)] == []
    chromium.get("about:blank")


def test_what_is_saved_is_seen(live: Live, served: Served) -> None:
    """The last line of the story has 8 characters in the second column; a shorter story leaves it white."""
    before = live.js(PAGE)
    served.write("stories/one.md", small.story(small.han(108)))
    after = live.until_other(before)
    live.wait("return document.querySelector('#panel-copyfit') && document.getElementById('tab-copyfit')")
    live.click("#tab-copyfit")
    live.wait("return document.getElementById('panel-copyfit').innerText.includes('余 3 行')")
    assert "/image/" in after
    served.write("stories/one.md", small.story(small.han(138)))
    live.wait("return document.getElementById('panel-copyfit').innerText.includes('正好')")


def test_only_the_pages_of_a_story_are_made_and_sent(live: Live, served: Served) -> None:
    live.settled()
    first, second = live.sources()
    served.made.clear()
    live.js("window.asked = performance.getEntriesByType('resource').length")
    served.write("stories/two.md", small.story(small.han(127)))
    live.wait("return document.querySelectorAll('#strip img')[1].src !== arguments[0]", second)
    assert live.sources()[0] == first
    assert served.made == ["02"]


def test_an_error_stands_over_the_page_with_its_place_and_goes_when_mended(live: Live, served: Served) -> None:
    before = live.js(PAGE)
    served.write(
        "issue.yaml", ISSUE.replace("layout: small, stories: {lead: two}", "layuot: small, stories: {lead: two}")
    )
    live.wait("return !document.getElementById('faults').hidden")
    told = live.text("#faults")
    assert "issue.yaml:5:" in told and "layuot" in told and "layout" in told
    assert live.seen("#faults .excerpt .here") == 2  # the key there is, and the page without the one there must be
    assert live.js(PAGE) == before and live.one("#sheet").is_displayed()
    assert live.driver.title.startswith("■")
    served.write("issue.yaml", ISSUE)
    live.wait("return document.getElementById('faults').hidden")
    assert not live.driver.title.startswith("■")


def test_typing_never_ends_it(live: Live, served: Served) -> None:
    """Every state of a file between two letters, files cut off in the middle of a character, empty, gone, a folder."""
    layout = served.folder / "layouts" / "small.yaml"
    whole = layout.read_bytes()
    for end in (0, 7, 40, 133, len(whole) // 2, len(whole) - 3):
        layout.write_bytes(whole[:end])
        live.js("return 1")
    layout.write_bytes(b"\xe5\xae\xff\x00: [}{")
    live.wait("return !document.getElementById('faults').hidden")
    layout.unlink()
    live.wait("return document.getElementById('faults').innerText.includes('small')")
    layout.write_bytes(whole)
    live.wait("return document.getElementById('faults').hidden")
    before = live.js(PAGE)
    served.write("stories/one.md", small.story(small.han(118)))
    live.until_other(before)


def test_an_issue_that_is_broken_at_the_start_comes_when_it_is_mended(chromium: Chrome, served: Served) -> None:
    served.write("issue.yaml", "paper: [")
    live = Live(chromium, served)
    served.state.news("", 0)
    live.driver.get(live.url)
    live.wait("return document.documentElement.dataset.ready === 'true'")
    live.wait("return !document.getElementById('faults').hidden")
    served.write("issue.yaml", ISSUE + "  - {page: 3, layout: small, stories: {lead: three}}\n")
    served.write("stories/three.md", small.story(small.han(138)))
    live.wait("return document.querySelectorAll('#strip img').length === 3")
    live.driver.get("about:blank")


def test_several_browsers_see_the_same(live: Live, served: Served) -> None:
    first = live.driver.current_window_handle
    live.driver.switch_to.new_window("window")
    try:
        live.look(1)
        before = live.js(PAGE)
        served.write("stories/one.md", small.story(small.han(98)))
        here = live.until_other(before)
        live.driver.switch_to.window(first)
        live.wait("return document.getElementById('pixels').src === arguments[0]", here)
        live.driver.switch_to.window(live.driver.window_handles[-1])
    finally:
        live.driver.close()
        live.driver.switch_to.window(first)


def test_plates_follow_when_it_is_quiet(live: Live, served: Served) -> None:
    live.settled()
    live.press("l")
    live.mode("plates")
    served.write("stories/one.md", small.story(small.han(128)))
    live.wait("return document.getElementById('inked').hidden")  # old plates are never shown with a new page
    live.mode("plates")


def test_the_zoom_and_what_is_shown_stay_as_they_are(live: Live, served: Served) -> None:
    live.press("2", "g")
    live.js("document.getElementById('stage').scrollTo(60, 90)")
    before, place = (
        live.js(PAGE),
        live.js("const s = document.getElementById('stage'); return [s.scrollLeft, s.scrollTop]"),
    )
    served.write("stories/one.md", small.story(small.han(118)))
    live.until_other(before)
    assert live.zoom() == 200
    assert live.js("const s = document.getElementById('stage'); return [s.scrollLeft, s.scrollTop]") == place
    assert live.js("return document.getElementById('marks').classList.contains('show-grid')")


def test_it_can_be_used_by_everybody(live: Live, served: Served) -> None:
    assert live.violations() == []
    served.write("issue.yaml", ISSUE.replace("layout: small", "layuot: small", 1))
    live.wait("return !document.getElementById('faults').hidden")
    assert live.violations() == []
    live.press("z")
    assert "to mend" in live.text("#faults") and live.text("#foot-live").endswith("live")
