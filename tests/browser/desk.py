"""What a person at the desk does with a proof site, and what they see."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from . import axe

STEM = "xinbao-20230113-{:02d}"


class Desk:
    def __init__(self, driver: Chrome, site: Path) -> None:
        self.driver = driver
        self.site = site

    def open(self, page: int = 1, *, dark: bool = False, size: tuple[int, int] = (1366, 768)) -> None:
        """Open the site anew, with nothing remembered, at a page (0: without naming one)."""
        metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
        if self.driver.current_url.startswith(self.site.as_uri()):
            self.js("localStorage.clear()")
        self.driver.get("about:blank")
        self.driver.get_log("browser"), self.driver.get_log("performance")  # what there was before is not this page's
        self.driver.get(self.site.as_uri() + (f"#{STEM.format(page)}" if page else ""))
        self.wait("return document.documentElement.dataset.ready === 'true'")

    # -- looking --------------------------------------------------------------------------------------------------

    def js(self, script: str, *args: object) -> Any:
        return self.driver.execute_script(script, *args)

    def wait(self, script: str, *args: object) -> Any:
        """Wait until a script says something true; returns it."""
        return WebDriverWait(self.driver, 10, 0.05).until(lambda driver: driver.execute_script(script, *args))

    def one(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def seen(self, selector: str) -> int:
        """How many of the elements can be seen."""
        return sum(element.is_displayed() for element in self.all(selector))

    def text(self, selector: str) -> str:
        return self.one(selector).text

    def zoom(self) -> int:
        """The zoom shown, in per cent."""
        return int(self.text("#zoom-shown").split()[0])

    def box(self, selector: str) -> dict[str, float]:
        found: dict[str, float] = self.js(
            "const b = document.querySelector(arguments[0]).getBoundingClientRect();"
            "return {x: b.x, y: b.y, width: b.width, height: b.height}",
            selector,
        )
        return found

    def at(self, x: float, y: float) -> tuple[float, float]:
        """The place on the window of a place on the page, in points from the trim's corner."""
        sheet = self.box("#sheet")
        width = self.js("return Number(document.getElementById('marks').viewBox.baseVal.width)")
        return sheet["x"] + x * sheet["width"] / width, sheet["y"] + y * sheet["width"] / width

    def colour(self, x: float, y: float) -> Sequence[int]:
        """The colour shown at a place on the page, in points, of plates or soft proof."""
        found: Sequence[int] = self.js(
            """const one = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true}), dpi = 80 / 72;
            const inked = document.getElementById("inked"), [x, y] = [...arguments].map((v) => Math.floor(v * dpi));
            one.drawImage(inked, -x, -y);
            return [...one.getImageData(0, 0, 1, 1).data]""",
            x,
            y,
        )
        return found[:3]

    def wait_colour(self, place: tuple[float, float], colour: Sequence[int]) -> None:
        """Wait until a place on the page has a colour."""
        WebDriverWait(self.driver, 10, 0.05).until(lambda _: self.colour(*place) == colour)

    def mode(self, mode: str) -> None:
        """Wait for plates (or the paper) to be shown."""
        self.wait(
            """const c = document.getElementById("inked");
            return arguments[0] === "page" ? c.hidden : !c.hidden && c.dataset.mode === arguments[0]""",
            mode,
        )

    # -- doing ----------------------------------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys, one after another, wherever the focus is."""
        for key in keys:
            ActionChains(self.driver, 0).send_keys(key).perform()

    def click(self, selector: str) -> None:
        self.one(selector).click()

    def click_at(self, x: float, y: float) -> None:
        """Click on a place of the page."""
        left, top = self.at(x, y)
        chain = ActionChains(self.driver, 0)
        chain.w3c_actions.pointer_action.move_to_location(round(left), round(top))
        chain.click().perform()

    def drag(self, x: int, y: int) -> None:
        """Drag the page by so many pixels, from the middle of the stage."""
        chain = ActionChains(self.driver, 0)
        chain.move_to_element(self.one("#stage")).click_and_hold().move_by_offset(x // 2, y // 2)
        chain.move_by_offset(x - x // 2, y - y // 2).release().perform()

    def wheel(self, x: float, y: float, by: int) -> None:
        """Turn the wheel over a place on the page with Ctrl held."""
        left, top = self.at(x, y)
        wheel = {"type": "mouseWheel", "x": left, "y": top, "deltaX": 0, "deltaY": by, "modifiers": 2}
        self.driver.execute_cdp_cmd("Input.dispatchMouseEvent", wheel)

    # -- judging --------------------------------------------------------------------------------------------------

    def complaints(self) -> list[str]:
        """What the browser has to say against the page."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """Addresses asked for that are not the site's own file or inside it."""
        asked = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] in ("Network.requestWillBeSent", "Network.webSocketCreated"):
                asked.append(message["params"].get("request", message["params"])["url"])
        own = ("data:", "blob:", "about:", self.site.as_uri())
        return [address for address in asked if not address.startswith(own)]

    def violations(self) -> list[str]:
        """What axe-core finds, as rule and element."""
        self.js(axe.path().read_text(encoding="utf-8"))
        found = self.driver.execute_async_script(
            "const done = arguments[arguments.length - 1];"
            "axe.run(document, {resultTypes: ['violations']}).then((judged) => done(judged.violations));"
        )
        return [
            f"{rule['id']}: {node['html'][:160]} {node['failureSummary']}" for rule in found for node in rule["nodes"]
        ]


ESCAPE, ENTER, RIGHT, DOWN, HOME, END = (
    Keys.ESCAPE, Keys.ENTER, Keys.ARROW_RIGHT, Keys.ARROW_DOWN, Keys.HOME, Keys.END,
)  # fmt: skip
