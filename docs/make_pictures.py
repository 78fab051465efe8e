"""Makes the pictures of README.md and docs/ from the examples and from the tutorial: `make docs-pictures`.

Pages are drawn by the program itself (`printlayout preview`); the proof site is photographed in Chromium, where there
is one. Each picture is made as large and as good as 150 KB allow. Run it after a change that shows on a page, look at
the pictures, and commit them.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

sys.path.insert(0, str(Path(__file__).parent))
import steps

HERE = Path(__file__).parent
PICTURES = HERE / "images"
MOST = 150_000
WIDTHS = (1400, 1200, 1000, 900, 800, 720, 640)
PAGES = {
    "special-report.jpg": ("examples/shiyan-tongzhan", "syrb-20230113-07", ""),
    "body.png": ("examples/shiyan-tongzhan", "syrb-20230113-07", "16mm,214mm,144mm,60mm"),
    "headlines.jpg": ("examples/headlines", "", ""),
    "pictures.jpg": ("examples/pictures", "", ""),
    "blocks.jpg": ("examples/blocks", "", ""),
    "tables.jpg": ("examples/tables", "", ""),
}
"""Picture: the example, which of its pages (the first if not said), and what of it."""


def previewed(issue: Path, out: Path, dpi: int, crop: str = "") -> list[Path]:
    """The page pictures of an issue."""
    from printlayout.cli.main import run

    shutil.rmtree(out, ignore_errors=True)
    words = ["--lang", "zh", "preview", str(issue), "--out", str(out), "--dpi", str(dpi), "--no-plates", "--quiet"]
    run([*words, *(["--crop", crop] if crop else [])])
    return sorted(path for path in out.glob("*.png") if path.name != "contact.png")


def kept(picture: Image.Image, name: str, widths: tuple[int, ...] = WIDTHS) -> None:
    """Write a picture as large as its limit allows, with a hairline round the paper."""
    for width in widths:
        small = picture.convert("RGB")
        if small.width > width:
            small = small.resize((width, round(small.height * width / small.width)), Image.Resampling.LANCZOS)
        small = ImageOps.expand(small, 1, "#b8b8b4")
        for quality in (84, 74, 64):
            data = BytesIO()
            if name.endswith(".png"):
                small.quantize(48, dither=Image.Dither.NONE).save(data, "PNG", optimize=True)
            else:
                small.save(data, "JPEG", quality=quality, optimize=True, progressive=True)
            if data.tell() <= MOST:
                (PICTURES / name).write_bytes(data.getvalue())
                print(f"{name}: {small.width} x {small.height}, {data.tell() // 1000} KB")
                return
    raise SystemExit(f"{name} does not get smaller than {MOST} bytes")


def pages(work: Path) -> None:
    """Pages of the examples, and the whole daily on one picture."""
    for name, (issue, page, crop) in PAGES.items():
        found = previewed(HERE.parent / issue, work / "out", 170 if crop else 110, crop)
        kept(Image.open(next(path for path in found if page in path.name)), name)
    previewed(HERE.parent / "examples/daily", work / "out", 96)
    kept(Image.open(work / "out" / "contact.png"), "daily.jpg")


def tutorial(work: Path) -> None:
    """The page of the tutorial at its stations."""
    page = HERE / "tutorial.md"
    steps.prepare(work, page)
    for step in steps.steps(page):
        steps.do(step, work)
        command = step.text.split("#")[0].rstrip()
        names = {"printlayout preview diyiban": "tutorial-page.png"}
        if command == "printlayout build diyiban":
            first = not (work / "diyiban/stories/library.md").exists()
            names[command] = "first-page.png" if first else "tutorial-overset.png" if step.code else ""
        if names.get(command) and not (work / "yinchang").exists():
            kept(Image.open(previewed(work / "diyiban", work / "seen", 144)[0]), names[command])


@contextmanager
def browser() -> Iterator[object]:
    """Chromium without a screen, at the size of a laptop."""
    from selenium.webdriver import Chrome, ChromeOptions
    from selenium.webdriver.chrome.service import Service

    os.environ["SE_AVOID_STATS"] = "true"
    options = ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1366,900"):
        options.add_argument(flag)
    driver = Chrome(options=options, service=Service(shutil.which("chromedriver")))
    try:
        yield driver
    finally:
        driver.quit()


def site(work: Path) -> None:
    """The proof site of the daily, on its first page."""
    import time

    from printlayout.cli.main import run

    out = work / "site"
    run(["--lang", "zh", "preview", str(HERE.parent / "examples/daily"), "--out", str(out), "--page", "1", "--quiet"])
    with browser() as driver:
        driver.get((out / "index.html").as_uri())
        time.sleep(1)
        from selenium.webdriver.common.action_chains import ActionChains

        ActionChains(driver).send_keys("f").perform()
        time.sleep(0.5)
        kept(Image.open(BytesIO(driver.get_screenshot_as_png())), "proof-site.jpg")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        pages(Path(folder) / "pages")
        (Path(folder) / "tutorial").mkdir()
        tutorial(Path(folder) / "tutorial")
        if shutil.which("chromium"):
            site(Path(folder))
