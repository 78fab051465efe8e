"""``printlayout preview``: the files it writes and what they hold."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Pillow

from ads import kit as ads
from pages import small
from printlayout.cli.main import run
from printlayout.proofs import Wish, proof

STEM = "xinbao-20230113-01"
SHEET = (378, 303)
"""100 × 80 mm at 96 dpi, rounded up as the renderer does."""


def data_of(out: Path) -> dict[str, Any]:
    html = (out / "index.html").read_text(encoding="utf-8")
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found
    told: dict[str, Any] = json.loads(found[1])
    return told


def image_of(out: Path, name: str) -> Pillow.Image:
    html = (out / "index.html").read_text(encoding="utf-8")
    found = re.search(rf'id="image-{name}"[^>]*>(.*?)</script>', html)
    assert found, name
    return Pillow.open(BytesIO(b64decode(found[1])))


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    return small.write(tmp_path / "issue", small.story(small.han(138)))


def test_an_issue_becomes_pictures_and_a_site(issue: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert run(["--lang", "zh", "preview", str(issue), "--out", str(out)]) == 0
    assert sorted(path.name for path in out.iterdir()) == ["contact.png", "index.html", f"{STEM}.png"]
    assert Pillow.open(out / f"{STEM}.png").size == SHEET
    assert f"样张，打开来看 {out / 'index.html'}" in capsys.readouterr().out
    told = data_of(out)
    (page,) = told["pages"]
    assert (told["paper"], page["folio"], page["sound"], page["size"]) == ("新报", "01", True, list(SHEET))
    head, first, *_ = page["lines"]
    assert (head[4], first[4]) == ("标题", small.han(8))  # the paragraph is indented by two
    assert page["sources"][first[5]] == ["stories/one.md", 4, 1]
    assert page["looks"][first[6]] | {"ink": "", "face": ""} == {
        "face": "", "size": 10_000, "hao": "", "ink": "", "style": "body",
    }  # fmt: skip
    assert page["looks"][head[6]]["style"] == "headline: head"
    left, right = page["grid"]["columns"]
    assert (right - left, page["grid"]["column"]) == (110_000, 100_000)
    assert page["copyfit"][0]["lines"] == 14
    assert told["files"]["stories/one.md"].startswith("---\nheadline: 标题")


def test_the_pictures_are_of_the_press_file_and_its_plates(issue: Path, tmp_path: Path) -> None:
    proof(issue, tmp_path)
    (page,) = data_of(tmp_path)["pages"]
    assert image_of(tmp_path, page["image"]).size == SHEET
    plates = {plate[0]: plate[1] for plate in page["plates"]}
    assert {name: bool(image) for name, image in plates.items()} == {
        "Cyan": False, "Magenta": False, "Yellow": False, "Black": True,
    }  # fmt: skip
    black = image_of(tmp_path, plates["Black"]).convert("L")
    assert (black.size, black.getextrema()) == ((315, 252), (0, 255))  # 80 dpi
    assert page["heat"] == ""
    assert image_of(tmp_path, "paper").size == (256, 256)


def test_the_site_asks_nobody_and_allows_nothing(issue: Path, tmp_path: Path) -> None:
    proof(issue, tmp_path)
    html = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "default-src 'none'" in html
    assert "[[" not in html.partition('id="data"')[0]
    assert not re.search(r"""(src|href)=["'](?!data:|#)""", html.partition('<script type="application/json"')[0])
    addresses = set(re.findall(r"https?://[^\s\"'`)]+", html)) - {"http://www.w3.org/2000/svg"}
    assert addresses == set()


def test_the_same_bytes_every_time(issue: Path, tmp_path: Path) -> None:
    for out in ("a", "b"):
        proof(issue, tmp_path / out)
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes(), path.name


def test_a_page_with_errors_is_shown_with_them(tmp_path: Path) -> None:
    issue = small.write(tmp_path / "issue", small.story(small.han(158)))
    out = tmp_path / "out"
    assert run(["preview", str(issue), "--out", str(out), "--quiet"]) == 1
    told = data_of(out)
    (page,) = told["pages"]
    assert not page["sound"]
    assert page["copyfit"][0]["overset_lines"] == 2
    over = next(finding for finding in told["findings"] if finding["code"] == "layout.overset")
    assert over["file"] == "stories/one.md"
    assert (over["page"], bool(over["rect"]), set(over["message"])) == (0, True, {"zh", "en"})
    assert Pillow.open(out / f"{STEM}.png").size == SHEET


def test_crop_dpi_and_overlays(issue: Path, tmp_path: Path) -> None:
    words = ["preview", str(issue), "--quiet", "--dpi", "254", "--no-plates"]
    plain, drawn = tmp_path / "plain", tmp_path / "drawn"
    assert run([*words, "--crop", "10mm,10mm,40mm,20mm", "--out", str(plain)]) == 0
    assert Pillow.open(plain / f"{STEM}.png").size == (400, 200)
    assert data_of(plain)["pages"][0]["plates"] == []
    assert run([*words, "--crop", "10mm,10mm,40mm,20mm", "--overlay", "frames", "grid", "--out", str(drawn)]) == 0
    assert (plain / f"{STEM}.png").read_bytes() != (drawn / f"{STEM}.png").read_bytes()
    assert (plain / "index.html").read_bytes() == (drawn / "index.html").read_bytes()


@pytest.mark.parametrize(
    "words", [["--crop", "1,2,3"], ["--crop", "2字,0,3mm,4mm"], ["--dpi", "9"], ["--overlay", "x"]]
)
def test_wrong_words_are_told(issue: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        run(["preview", str(issue), *words])
    assert stop.value.code == 2
    assert words[0] in capsys.readouterr().err


def test_a_faulty_issue_is_told_and_nothing_written(issue: Path, tmp_path: Path) -> None:
    (issue / "issue.yaml").write_text("pages: [", encoding="utf-8")
    assert run(["preview", str(issue), "--out", str(tmp_path / "out"), "--quiet"]) == 2
    assert not (tmp_path / "out").exists()


def test_pages_of_others_are_shown_and_what_is_on_no_plate_is_hatched(tmp_path: Path) -> None:
    def red(pdf: Any) -> None:
        pdf.pages[0].contents_add(b"1 0 0 rg 0 0 9 9 re f")

    layout = ads.LAYOUT.replace("foot: {", "foot: {accept: warn, ")
    proof(ads.issue(tmp_path / "sound", ads.ad()), tmp_path / "whole", wish=Wish(dpi=72))
    (whole,) = data_of(tmp_path / "whole")["pages"]
    assert whole["unseparated"] == []
    issue = ads.issue(tmp_path / "issue", ads.changed(ads.ad(), red), layout=layout)
    made = proof(issue, tmp_path / "out", wish=Wish(dpi=72))
    assert "pdf.placed-estimated" in [finding.code for finding in made.findings]
    (page,) = data_of(tmp_path / "out")["pages"]
    ((x, y, width, height),) = page["unseparated"]
    shown = image_of(tmp_path / "out", page["image"]).convert("RGB")
    red, green, blue = shown.getpixel((round((x + width / 2) / 1000), round((y + height / 2) / 1000)))  # type: ignore[misc]
    assert red < 90 and green > 120 and blue > 180  # the ad is cyan
