"""How long from a save to what it changes (``make bench-serve``): a story of one page, saved again and again with one
character more or less.

*desk* is the program alone: read, set, painted, packed, told. *browser* is what a person waits: from the end of the
write to the frame in which Chromium shows the new page. Medians, with the least and the most beside them.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from threading import Event, Thread

from printlayout.live.desk import Desk, Wish
from printlayout.live.follow import Follower
from printlayout.live.server import LOOPBACK, Server
from printlayout.live.state import State

EXAMPLES = Path(__file__).parents[1] / "examples"
ISSUES = ("shiyan-tongzhan", "daily")
"""The special report and an issue of eight pages."""
WATCH = """
const image = document.getElementById("pixels"), old = image.src;
window.painted = 0;
const look = () => {
  if (image.src !== old && image.complete) requestAnimationFrame(() => { window.painted = Date.now(); });
  else requestAnimationFrame(look);
};
look();
"""


def edits(story: Path, times: int) -> Iterator[None]:
    """Save a story with a character more, then as it was, and so on; the end of each write is now."""
    text = story.read_text(encoding="utf-8")
    at = text.index("。", len(text) // 2)
    for number in range(times):
        story.write_text(text if number % 2 else f"{text[:at]}了{text[at:]}", encoding="utf-8")
        yield


def story_of(folder: Path) -> Path:
    """The longest story of an issue's first page."""
    text = (folder / "issue.yaml").read_text(encoding="utf-8").split("pages:", 1)[1].split("- page:")[1]
    named = [path for path in (folder / "stories").glob("*.md") if f": {path.stem}\n" in text]
    return max(named, key=lambda path: path.stat().st_size)


def desk_alone(folder: Path, times: int) -> list[float]:
    """Milliseconds from a save to the state browsers are told, without waiting for the next look."""
    desk = Desk(Wish(folder), State(os.getpid()))
    desk.refresh()
    taken = []
    for _ in edits(story_of(folder), times):
        start = time.perf_counter()
        made, _faults = desk.refresh()
        taken.append(1000 * (time.perf_counter() - start))
        assert made
    return taken


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The issue, served on a free port of this machine."""
    state, stop = State(os.getpid()), Event()
    with Server(state, LOOPBACK, 0, "zh") as server:
        threads = [
            Thread(target=server.serve_forever),
            Thread(target=Follower(Desk(Wish(folder), state), stop.is_set).run),
        ]
        for thread in threads:
            thread.start()
        try:
            yield server.url
        finally:
            stop.set()
            threads[1].join()
            state.close()
            server.shutdown()


def in_browser(folder: Path, times: int, still: float) -> list[float]:
    """Milliseconds from a save to the frame that shows it. ``still``: seconds between saves."""
    from selenium.webdriver import Chrome, ChromeOptions
    from selenium.webdriver.chrome.service import Service

    options = ChromeOptions()
    options.binary_location = shutil.which("chromium") or "chromium"
    for flag in ("--headless", "--no-sandbox", "--disable-gpu", "--window-size=1366,768"):
        options.add_argument(flag)
    os.environ["SE_AVOID_STATS"] = "true"
    taken = []
    with served(folder) as url:
        driver = Chrome(options=options, service=Service(shutil.which("chromedriver")))
        try:
            driver.get(url)
            ready = (
                "return document.documentElement.dataset.ready && document.getElementById('pixels').naturalWidth > 0"
            )
            wait_for(lambda: driver.execute_script(ready))
            driver.execute_script("document.querySelector('#strip [data-page=\"0\"]').click()")
            time.sleep(4)  # finished files and plates of the start
            story = edits(story_of(folder), times)
            for _ in range(times):
                driver.execute_script(WATCH)
                next(story)
                saved = 1000 * time.time()
                wait_for(lambda: driver.execute_script("return window.painted"))
                taken.append(driver.execute_script("return window.painted") - saved)
                time.sleep(still)
        finally:
            driver.quit()
    return taken


def wait_for(happened: object, patience: float = 60) -> None:
    """Wait until a call gives something true. :raises TimeoutError: after ``patience`` seconds."""
    end = time.perf_counter() + patience
    while not happened():  # type: ignore[operator]
        if time.perf_counter() > end:
            raise TimeoutError
        time.sleep(0.02)


def told(name: str, taken: Sequence[float]) -> None:
    print(f"{name:<34}{median(taken):>8.0f} ms   {min(taken):>6.0f} – {max(taken):.0f}", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=11)
    parser.add_argument("--no-browser", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        for name in ISSUES:
            folder = Path(scratch) / name
            shutil.copytree(EXAMPLES / name, folder, ignore=shutil.ignore_patterns("*.py"))
            told(f"{name}: desk", desk_alone(folder, args.times))
            if not args.no_browser:
                told(f"{name}: browser, typing", in_browser(folder, args.times, 0.3))
                told(f"{name}: browser, after a rest", in_browser(folder, args.times, 3))
    return 0


if __name__ == "__main__":
    sys.exit(main())
