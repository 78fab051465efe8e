"""The proof site in Chromium, as a desk uses it."""

from __future__ import annotations

import pytest

from .desk import DOWN, END, ENTER, ESCAPE, HOME, RIGHT, Desk

LAYERS = {"g": "grid", "b": "baseline", "f": "frames", "r": "order", "t": "threads", "x": "boxes", "e": "pins"}
WIDTH = 100 / 25.4 * 96
"""Pixels of the screen the page is wide at its own size: 100 mm."""
FIRST_LINE = (80, 78)
"""On the first line of text, the fourth of the grid: 28.3 + 3 × 15 pt from the top, 10 pt high."""


# -- pages ----------------------------------------------------------------------------------------------------


def test_an_issue_opens_on_its_flat_plan_in_pairs(desk: Desk) -> None:
    desk.open(0)
    assert [len(opening.find_elements("css selector", ".thumb")) for opening in desk.all("#plan .opening")] == [1, 2]
    assert desk.seen("#plan img") == 3
    assert all(desk.js("return [...document.querySelectorAll('#plan img')].map((i) => i.naturalWidth > 50)"))
    assert "02" in desk.text('#plan [data-page="1"]') and "■" in desk.text('#plan [data-page="1"]')
    desk.click('#plan [data-page="1"]')
    assert desk.one("#stage").is_displayed()
    assert "本市" in desk.text("#foot-page") and "有错误" in desk.text("#foot-page")


def test_pages_turn_by_keys_and_thumbnails(desk: Desk) -> None:
    seen = [desk.text("#foot-page")[:2]]
    for key in (".", ".", ".", ",", HOME, END, HOME):
        desk.press(key)
        seen.append(desk.text("#foot-page")[:2])
    assert seen == ["01", "02", "03", "03", "02", "01", "03", "01"]
    desk.click('#strip [data-page="2"]')
    assert desk.text("#foot-page").startswith("03")
    assert desk.driver.current_url.endswith("#xinbao-20230113-03")
    assert desk.one("#strip [aria-current]").get_attribute("data-page") == "2"
    desk.press("o")
    assert desk.one("#plan").is_displayed()
    desk.press("o")
    assert not desk.one("#plan").is_displayed()


def test_the_page_is_the_finished_file(desk: Desk) -> None:
    assert desk.wait("return document.getElementById('pixels').naturalWidth") == 378
    assert desk.one("#pixels").get_attribute("alt") == "版面 01"


# -- zoom and moving ------------------------------------------------------------------------------------------


def test_zoom_by_keys(desk: Desk) -> None:
    fit = desk.zoom()
    stage, sheet = desk.box("#stage"), desk.box("#sheet")
    assert sheet["height"] <= stage["height"] and sheet["height"] > stage["height"] * 0.9
    desk.press("1")
    assert (desk.zoom(), round(desk.box("#sheet")["width"])) == (100, round(WIDTH))
    desk.press("2")
    assert desk.zoom() == 200
    desk.press("+")
    assert desk.zoom() == 250
    desk.press("-")
    assert desk.zoom() == 200
    desk.press("9")
    assert abs(desk.box("#sheet")["width"] - (desk.box("#stage")["width"] - 32)) < 20
    desk.press("0")
    assert desk.zoom() == fit


def test_the_wheel_keeps_the_place_under_the_pointer(desk: Desk) -> None:
    desk.press("2", "+", "+")
    before = desk.at(100, 120)
    zoom = desk.zoom()
    desk.wheel(100, 120, -120)
    desk.wait("return Number.parseInt(document.getElementById('zoom-shown').textContent) > arguments[0]", zoom)
    after = desk.at(100, 120)
    assert abs(before[0] - after[0]) < 3 and abs(before[1] - after[1]) < 3


def test_dragging_moves_the_page_and_picks_nothing(desk: Desk) -> None:
    desk.press("2", "+", "+", "+", "+")
    before = desk.box("#sheet")
    desk.drag(-120, -80)
    after = desk.box("#sheet")
    assert (round(after["x"] - before["x"]), round(after["y"] - before["y"])) == (-120, -80)
    assert desk.one("#picked").get_attribute("hidden") is not None
    desk.press(DOWN)
    assert round(desk.box("#sheet")["y"] - after["y"]) == -80


# -- overlays -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", LAYERS)
def test_every_overlay_has_a_key_and_a_button(desk: Desk, key: str) -> None:
    name = LAYERS[key]
    if name == "pins":
        desk.press(".")  # page 2 has a finding
    shown = f"#marks .layer-{name} > *"
    button = f'#tools-layers [data-layer="{name}"]'
    start = desk.seen(shown) > 0
    assert start is (name == "pins")
    desk.press(key)
    assert (desk.seen(shown) > 0) is not start
    assert desk.one(button).get_attribute("aria-pressed") == str(not start).lower()
    desk.click(button)
    assert (desk.seen(shown) > 0) is start


def test_overlays_tell_names_and_order(desk: Desk) -> None:
    desk.press("f", "r", "x", "g")
    assert {text.text for text in desk.all("#marks .layer-frames text")} == {"lead"}
    assert [text.text for text in desk.all("#marks .layer-order text")] == ["1", "2", "3"]
    assert len(desk.all("#marks .layer-order line")) == 2
    # the page is 283.5 pt wide; safety 3 mm = 8.504 pt inside
    boxes = desk.js(
        "return [...document.querySelectorAll('#marks .layer-boxes rect')].map((r) => Number(r.getAttribute('width')))"
    )
    assert boxes == [283.465 - 2 * 8.504, 283.465]
    desk.press("t")
    assert len(desk.all("#marks .layer-threads line")) == 1


def test_what_is_chosen_is_remembered(desk: Desk) -> None:
    desk.press("g", "1")
    desk.driver.refresh()
    desk.wait("return document.documentElement.dataset.ready === 'true'")
    assert desk.seen("#marks .layer-grid > *")
    assert desk.zoom() == 100


# -- findings -------------------------------------------------------------------------------------------------


def test_a_finding_leads_to_its_place(desk: Desk) -> None:
    desk.press("1", "9")
    rows = [row.text for row in desk.all("#panel-findings .message")]
    at = next(place for place, text in enumerate(rows) if "末尾" in text)
    place = desk.all("#panel-findings .below")[at].text
    assert "stories/three.md:2:13" in place and "copy.headline-mark" in place
    desk.all("#panel-findings .row")[at].click()
    assert desk.text("#foot-page").startswith("03")
    picked, stage = desk.box("#picked"), desk.box("#stage")
    assert stage["x"] < picked["x"] and picked["x"] + picked["width"] < stage["x"] + stage["width"]
    assert stage["y"] < picked["y"] and picked["y"] + picked["height"] < stage["y"] + stage["height"]
    # the full stop: the third 20 pt character of the centred or flush headline, one em square
    assert 0.8 < picked["width"] / picked["height"] < 1.2
    assert "headline: 短题" in desk.text("#panel-findings .current .excerpt .here")
    assert desk.text("#panel-findings .current mark").startswith("。")


def test_findings_by_keys_and_by_a_click_on_the_page(desk: Desk) -> None:
    count = len(desk.all("#panel-findings .row"))
    assert count == int(desk.text("#tab-findings .count"))
    seen = []
    for _ in range(count):
        desk.press("n")
        seen.append(desk.one("#panel-findings li.current").get_attribute("value"))
    assert seen == [str(number) for number in range(1, count + 1)]
    desk.press("N")
    assert desk.one("#panel-findings li.current").get_attribute("value") == str(count - 1)
    desk.press(ESCAPE)
    assert desk.all("#panel-findings li.current") == []
    desk.open(3)
    pin = desk.box("#marks .pin.warning, #marks .pin")
    sheet = desk.box("#sheet")
    by = 283.465 / sheet["width"]
    desk.click_at((pin["x"] + pin["width"] / 2 - sheet["x"]) * by, (pin["y"] + pin["height"] / 2 - sheet["y"]) * by)
    assert len(desk.all("#panel-findings li.current")) == 1


def test_findings_can_be_narrowed(desk: Desk) -> None:
    everything = len(desk.all("#panel-findings .row"))
    desk.click("#panel-findings .choice button.error")
    fewer = len(desk.all("#panel-findings .row"))
    assert 0 < fewer < everything
    desk.click("#panel-findings .choice button.error")
    desk.all("#panel-findings .head .choice")[0].find_elements("css selector", "button")[0].click()
    assert desk.text("#panel-findings .quiet") == "没有问题。"


# -- stories --------------------------------------------------------------------------------------------------


def test_copyfit_of_every_story(desk: Desk) -> None:
    desk.click("#tab-copyfit")
    rows = [row.text.split("\n") for row in desk.all("#panel-copyfit tbody tr")]
    assert [" ".join(row) for row in rows] == [
        "01 one lead 138 14 正好", "02 two lead 158 14 多 2 行 20 字 可： 删 20 字",
        "03 three lead 88 9 余 5 行 可： 加 40 字",
    ]  # fmt: skip
    desk.all("#panel-copyfit .link")[1].click()
    assert desk.text("#foot-page").startswith("02")
    assert desk.one("#picked").is_displayed()


def test_a_click_on_a_line_tells_where_it_comes_from(desk: Desk) -> None:
    desk.click_at(*FIRST_LINE)
    panel = desk.text("#panel-text")
    assert desk.one("#tab-text").get_attribute("aria-selected") == "true"
    assert desk.text("#panel-text blockquote") == "赵钱孙李周吴郑王"
    for words in ("one", "stories/one.md:4:1", "正文", "宋-400", "10 pt", "K100", "lead"):
        assert words in panel, words
    assert desk.text("#panel-text mark") == "赵钱孙李周吴郑王"
    assert desk.one("#picked").is_displayed()
    desk.press("]")
    assert desk.text("#panel-text blockquote").startswith("冯陈褚卫")
    assert "stories/one.md:4:9" in desk.text("#panel-text")
    desk.press("[", "[")
    assert desk.text("#panel-text blockquote") == "标题"
    assert "主题 (head)" in desk.text("#panel-text")


# -- inks -----------------------------------------------------------------------------------------------------

BAND, BLOCK, PAPER = (60, 12), (197, 10), (10, 100)


def test_plates_together_and_one_by_one(desk: Desk) -> None:
    desk.press("l")
    desk.mode("plates")
    red, green, blue = desk.colour(*BAND)
    assert red > 170 and green < 110 and blue < 110
    assert desk.colour(*PAPER) == [255, 255, 255]
    desk.press("M")  # magenta alone, in grey: full ink
    desk.wait("return !document.getElementById('plate-Cyan').checked")
    desk.wait_colour(BAND, [0, 0, 0])
    assert desk.colour(*PAPER) == [255, 255, 255]
    desk.press("Y")
    desk.wait_colour(BAND, [51, 51, 51])  # 80 per cent
    desk.press("K")
    desk.wait_colour(BAND, [255, 255, 255])
    desk.click("#panel-inks thead button")
    assert all(box.is_selected() for box in desk.all("#panel-inks tbody input"))
    desk.press("p")
    desk.mode("page")


def test_the_pointer_tells_place_and_ink(desk: Desk) -> None:
    desk.press("l")
    desk.mode("plates")
    desk.click_at(*BLOCK)
    desk.wait("return document.getElementById('foot-ink').textContent.includes('%')")
    assert desk.text("#foot-ink").split() == ["C", "100", "M", "90", "Y", "80", "K", "0", "=", "270", "%"]
    assert desk.text("#foot-place").startswith("69.")
    desk.click_at(*FIRST_LINE)
    assert "第 1 栏" in desk.text("#foot-place") and "第 4 行" in desk.text("#foot-place")


def test_the_soft_proof_lies_on_the_colour_of_the_paper(desk: Desk) -> None:
    desk.press("s")
    desk.mode("paper")
    red, green, blue = desk.colour(*PAPER)
    assert 180 < blue <= green <= red + 3 < 235
    assert desk.one('#panel-inks [data-mode="paper"]').get_attribute("aria-pressed") == "true"


def test_ink_over_the_limit_is_shown_and_told(desk: Desk) -> None:
    desk.click("#tab-inks")
    panel = desk.text("#panel-inks")
    assert "269.8 %" in panel and "240 %" in panel and "mm²" in panel
    desk.press("h")
    assert desk.one("#heat").is_displayed()
    assert desk.one("#heat-shown").is_selected()
    desk.wait("return document.getElementById('heat').naturalWidth === 315")
    over = desk.js(
        """const g = new OffscreenCanvas(315, 252).getContext("2d", {willReadFrequently: true});
        g.drawImage(document.getElementById("heat"), 0, 0);
        const at = (x, y) => g.getImageData(x * 80 / 72, y * 80 / 72, 1, 1).data[3];
        return [at(197, 10), at(60, 12), at(10, 100)]"""
    )
    assert over[0] > 100 and over[1:] == [0, 0]


# -- languages, help, access ----------------------------------------------------------------------------------


def test_everything_is_said_in_both_languages(desk: Desk) -> None:
    assert desk.one("html").get_attribute("lang") == "zh-Hans"
    chinese = desk.text("body")
    desk.press("z")
    assert desk.one("html").get_attribute("lang") == "en"
    english = desk.text("body")
    assert "检查" in chinese and "Findings" in english
    said = desk.text("#bar") + desk.text("#tabs") + desk.text("#panel-findings .head")
    assert not [char for char in said.replace("新报", "").replace("中文", "") if "一" <= char <= "鿿"]
    assert "lines" in desk.text("#panel-findings")


def test_the_keys_are_listed(desk: Desk) -> None:
    desk.press("?")
    assert desk.one("#help").get_attribute("open") is not None
    assert "Shift+N" in desk.text("#help")
    desk.press(ESCAPE)
    assert desk.one("#help").get_attribute("open") is None


def test_the_panels_by_keyboard_alone(desk: Desk) -> None:
    desk.js("document.getElementById('tab-findings').focus()")
    desk.press(RIGHT, RIGHT)
    assert desk.one("#tab-inks").get_attribute("aria-selected") == "true"
    assert desk.js("return document.activeElement.id") == "tab-inks"
    desk.js("document.querySelector('#strip [data-page=\"1\"]').focus()")
    desk.press(ENTER)
    assert desk.text("#foot-page").startswith("02")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_names_and_contrast(desk: Desk, dark: bool) -> None:
    """Every panel and the flat plan, with what they show when something is picked."""
    desk.open(2, dark=dark, size=(1920, 1080))
    faults = []
    desk.press("g", "f", "n")
    faults += desk.violations()
    for steps in (("l",), ("]",), ("z",)):
        desk.press(*steps)
        faults += desk.violations()
    desk.click("#tab-copyfit")
    desk.press("o")
    faults += desk.violations()
    desk.press("?")
    faults += desk.violations()
    desk.press(ESCAPE)
    assert sorted(set(faults)) == []
