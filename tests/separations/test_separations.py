"""Plates, measured in pixels: what stands on which plate, overprint honoured, pictures split, the soft proof."""

from __future__ import annotations

import json
import struct
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Pillow
from PIL import ImageChops

from ads import kit as ads
from pages import small
from pdf.fontkit import Fonts
from pdf.pages import page, text
from printlayout.base.diagnostics import Collector
from printlayout.base.geometry import Rect
from printlayout.base.shipped import shipped
from printlayout.cli.main import run
from printlayout.job import SubsetFonts, open_fonts, set_page
from printlayout.model.display import DisplayList, Fill, FrameBox, Glyphs, Image, Item, Line
from printlayout.model.display import Path as Shape
from printlayout.model.ink import BLACK, REGISTRATION, WHITE, Ink
from printlayout.model.press import NEWSPRINT
from printlayout.separations import PROCESS, Separations, plate_file, separate, separate_issue, soft_proof
from printlayout.spec.issues import load_issue

RED = Ink("red", 0, 1000, 800, 0)
RICH = Ink("rich", 400, 0, 0, 1000)
TOMATO = Ink("tomato", 0, 950, 1000, 0, "PANTONE 485")
SHEET = Rect(0, 0, 300_000, 200_000)
LEFT = Rect(0, 0, 150_000, 200_000)
SPOTS = replace(NEWSPRINT, spots=True)
WHOLE = (0, 0, 100_000, 100_000)
BIG = {"size": 60_000, "x": 40_000, "y": 120_000}


def plates(*items: Item, spots: bool = False, kind: str = "story", dpi: int = 72) -> Separations:
    return separate(page(items, kind=kind), Fonts(), SPOTS if spots else NEWSPRINT, dpi)


def levels(found: Separations, x: int, y: int) -> list[int]:
    """Ink of each plate at a pixel in per cent."""
    return [round((255 - int(plate.getpixel((x, y)))) / 2.55) for plate in found.plates.values()]  # type: ignore[arg-type]


# -- tints, order, overprint ----------------------------------------------------------------------------------


def test_coverage_is_area_times_ink() -> None:
    found = plates(Fill(LEFT, Ink("a", 1000, 500, 250, 40), 0))
    assert list(found.plates) == list(PROCESS)
    wanted = {"Cyan": 50, "Magenta": 25, "Yellow": 12.5, "Black": 2}
    assert all(abs(found.coverage()[name] - share) < 0.2 for name, share in wanted.items())
    most, over = found.total()
    assert abs(most - 179) < 1
    assert over == 0


def test_white_and_colours_knock_out_in_the_order_of_painting() -> None:
    found = plates(
        Fill(SHEET, RED, 0), Fill(LEFT, Ink("blue", 1000, 500, 0, 0), 0), Fill(Rect(0, 0, 50_000, 50_000), WHITE, 0)
    )
    assert levels(found, 200, 100) == [0, 100, 80, 0]
    assert levels(found, 100, 100) == [100, 50, 0, 0]
    assert levels(found, 20, 20) == [0, 0, 0, 0]


def test_black_text_and_rules_leave_the_other_plates_as_they_are() -> None:
    bare = plates(Fill(SHEET, RED, 0))
    found = plates(Fill(SHEET, RED, 0), text("一一", **BIG), Line(0, 150_000, 300_000, 150_000, 4_000, BLACK, 0))
    for name in ("Cyan", "Magenta", "Yellow"):
        assert found.plates[name].tobytes() == bare.plates[name].tobytes(), name
    assert levels(found, 60, 100) == levels(found, 100, 150) == [0, 100, 80, 100]


@pytest.mark.parametrize("ink", [WHITE, RICH, BLACK.tint(500), Ink("green", 1000, 0, 1000, 0)])
def test_other_text_leaves_a_hole_in_the_plates_it_is_not_on(ink: Ink) -> None:
    found = plates(Fill(SHEET, RED, 0), text("一一", ink=ink, **BIG))
    assert levels(found, 60, 100) == [part // 10 for part in (ink.cyan, ink.magenta, ink.yellow, ink.black)]


def test_text_above_the_press_size_leaves_a_hole() -> None:
    small_only = replace(NEWSPRINT, overprint=24_000)
    found = separate(page([Fill(SHEET, RED, 0), text("一一", **BIG)]), Fonts(), small_only, 72)
    assert levels(found, 60, 100) == [0, 0, 0, 100]


def test_black_areas_knock_out_and_colours_knock_black_out() -> None:
    found = plates(Fill(SHEET, RED, 0), Fill(LEFT, BLACK, 0), Fill(Rect(0, 0, 50_000, 50_000), RED, 0))
    assert levels(found, 100, 100) == [0, 0, 0, 100]
    assert levels(found, 20, 20) == [0, 100, 80, 0]


def test_shapes_filled_and_drawn() -> None:
    ring = Shape("mlllh", (50_000, 50_000, 150_000, 50_000, 150_000, 150_000, 50_000, 150_000), 0, RED, BLACK, 8_000)
    found = plates(ring)
    assert levels(found, 100, 100) == [0, 100, 80, 0]
    assert levels(found, 50, 100) == [0, 0, 0, 100]


# -- spot inks and registration -------------------------------------------------------------------------------


def test_a_spot_has_its_own_plate_and_knocks_out_the_others() -> None:
    found = plates(Fill(SHEET, RED, 0), Fill(LEFT, TOMATO.tint(400), 0), text("一一", **BIG), spots=True)
    assert list(found.plates) == [*PROCESS, "PANTONE 485"]
    assert levels(found, 20, 20) == [0, 0, 0, 0, 40]
    assert levels(found, 200, 20) == [0, 100, 80, 0, 0]
    assert levels(found, 60, 100) == [0, 0, 0, 100, 40]


def test_a_spot_the_press_has_not_is_on_the_process_plates() -> None:
    found = plates(Fill(LEFT, TOMATO.tint(400), 0))
    assert list(found.plates) == list(PROCESS)
    assert levels(found, 20, 20) == [0, 38, 40, 0]


def test_registration_colour_is_on_every_plate() -> None:
    found = plates(
        Fill(LEFT, REGISTRATION, 0), Fill(Rect(200_000, 0, 9_000, 9_000), TOMATO, 0), spots=True, kind="mark"
    )
    assert levels(found, 20, 20) == [100] * 5


def test_coverage_counts_the_trimmed_page_only() -> None:
    wide = FrameBox("sheet", "", Rect(-50_000, -50_000, 400_000, 300_000))
    bar = Fill(Rect(-40_000, -40_000, 30_000, 30_000), BLACK, 0)
    display = replace(page([bar, Fill(LEFT, RED, 0)], kind="mark"), frames=(wide,))
    found = separate(display, Fonts(), NEWSPRINT, 72)
    assert found.plates["Black"].size == (400, 300)
    assert levels(found, 20, 20) == [0, 0, 0, 100]
    assert abs(found.coverage()["Magenta"] - 50) < 0.2
    assert found.coverage()["Black"] == 0


def test_what_is_over_the_limit_is_measured() -> None:
    heavy = Ink("heavy", 1000, 900, 600, 0)
    found = plates(Fill(Rect(0, 0, 72_000, 36_000), heavy, 0), Fill(Rect(0, 100_000, 72_000, 36_000), RED, 0))
    most, over = found.total()
    assert abs(most - 250) < 1
    assert abs(over - 25.4 * 12.7) < 10
    assert found.report()["limit"] == 240


# -- pictures -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("adobe", [True, False])
def test_cmyk_pictures_are_split(tmp_path: Path, adobe: bool) -> None:
    """Both ways round of storing four inks in a JPEG, with Adobe's marker and without."""
    stored = BytesIO()
    Pillow.new("CMYK", (64, 64), (255, 128, 0, 51)).save(stored, "JPEG", quality=100)
    data = stored.getvalue()
    if not adobe:
        stored = BytesIO()
        Pillow.new("CMYK", (64, 64), (0, 127, 255, 204)).save(stored, "JPEG", quality=100)
        data, at = stored.getvalue(), stored.getvalue().index(b"\xff\xee")
        data = data[:at] + data[at + 2 + int.from_bytes(data[at + 2 : at + 4], "big") :]
    (tmp_path / "a.jpg").write_bytes(data)
    found = plates(Fill(SHEET, RED, 0), Image(str(tmp_path / "a.jpg"), LEFT, WHOLE, 0))
    assert all(abs(a - b) <= 2 for a, b in zip(levels(found, 75, 100), [100, 50, 0, 20], strict=True))
    assert levels(found, 200, 100) == [0, 100, 80, 0]


def test_grey_pictures_are_on_the_black_plate_alone(tmp_path: Path) -> None:
    Pillow.new("L", (64, 64), 102).save(tmp_path / "a.png")
    found = plates(Fill(SHEET, RED, 0), Image(str(tmp_path / "a.png"), LEFT, WHOLE, 0))
    assert levels(found, 75, 100) == [0, 0, 0, 60]


def test_turned_and_cropped_pictures_stand_as_in_the_page(tmp_path: Path) -> None:
    """A picture stored on its side: black left half, so that upright it is black above."""
    stored = Pillow.new("L", (80, 40), 255)
    stored.paste(0, (0, 0, 40, 40))
    exif = Pillow.Exif()
    exif[0x0112] = 6
    stored.save(tmp_path / "a.jpg", exif=exif, quality=100)
    found = plates(Image(str(tmp_path / "a.jpg"), Rect(0, 0, 100_000, 200_000), WHOLE, 0))
    assert (levels(found, 50, 50)[3], levels(found, 50, 150)[3]) == (100, 0)
    lower = plates(Image(str(tmp_path / "a.jpg"), Rect(0, 0, 100_000, 200_000), (0, 50_000, 100_000, 100_000), 0))
    assert lower.coverage()["Black"] < 0.2


# -- the soft proof -------------------------------------------------------------------------------------------


def white_of(icc: bytes) -> float:
    """Luminance of the paper, from the profile's own tag."""
    count = struct.unpack_from(">I", icc, 128)[0]
    tags = {icc[at : at + 4]: struct.unpack_from(">I", icc, at + 4)[0] for at in range(132, 132 + 12 * count, 12)}
    y: int = struct.unpack_from(">i", icc, tags[b"wtpt"] + 12)[0]
    return y / 65536


def luminance(pixel: tuple[int, int, int]) -> float:
    linear = [v / 255 / 12.92 if v <= 10 else ((v / 255 + 0.055) / 1.055) ** 2.4 for v in pixel]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_soft_proof_shows_the_paper_and_its_inks() -> None:
    file = shipped("layouts/press/cgats-tr002.icc")
    press = replace(NEWSPRINT, icc=str(file), spots=True)
    items = [Fill(LEFT, TOMATO, 0), Fill(Rect(200_000, 0, 50_000, 50_000), BLACK, 0)]
    seen = soft_proof(separate(page(items), Fonts(), press, 72), press)
    assert seen is not None
    assert seen.mode == "RGB"
    paper, spot, black = (luminance(seen.getpixel(at)) for at in ((280, 150), (20, 20), (220, 20)))  # type: ignore[arg-type]
    assert abs(paper - white_of(file.read_bytes())) < 0.02
    assert paper < 0.7
    assert black < 0.12 < spot < paper
    red, green, _ = seen.getpixel((20, 20))  # type: ignore[misc]
    assert red > green + 60
    process = soft_proof(separate(page(items), Fonts(), replace(press, spots=False), 72), press)
    assert process is not None
    assert (ImageChops.difference(seen, process).getextrema()) == ((0, 0), (0, 0), (0, 0))


def test_without_a_profile_there_is_no_soft_proof() -> None:
    assert soft_proof(plates(Fill(LEFT, RED, 0)), NEWSPRINT) is None


# -- the example and the command ------------------------------------------------------------------------------

EXAMPLE = Path(__file__).parents[2] / "examples" / "shiyan-tongzhan"


def black_text(display: DisplayList) -> int:
    return sum(
        len(item.gids)
        for group in display.groups
        for item in group.items
        if isinstance(item, Glyphs) and item.ink == BLACK
    )


def test_the_example_prints_its_text_on_one_plate_and_keeps_the_limit() -> None:
    """Taking all black text away changes the black plate and no other; no place has more ink than the press takes."""
    issue = load_issue(EXAMPLE, Collector())
    assert issue is not None
    fonts = open_fonts(Path(issue.root), Collector())
    built = set_page(issue, issue.pages[0], fonts)
    assert built.display is not None
    assert black_text(built.display) > 4500
    found = separate(built.display, SubsetFonts(fonts), issue.press, 100)
    groups = tuple(
        replace(group, items=tuple(i for i in group.items if not (isinstance(i, Glyphs) and i.ink == BLACK)))
        for group in built.display.groups
    )
    without = separate(replace(built.display, groups=groups), SubsetFonts(fonts), issue.press, 100)
    for name in ("Cyan", "Magenta", "Yellow"):
        assert found.plates[name].tobytes() == without.plates[name].tobytes(), name
    assert found.coverage()["Black"] > without.coverage()["Black"] + 3
    most, over = found.total()
    assert most <= issue.press.coverage_limit / 10
    assert over == 0
    assert sum(found.coverage().values()) < 60


def test_the_command_writes_plates_proof_and_measures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    issue = small.write(tmp_path / "issue", small.story(small.han(100)))
    out = tmp_path / "out"
    words = ["separate", str(issue), "--out", str(out), "--dpi", "60", "--format", "json"]
    assert run(words) == 0
    told = json.loads(capsys.readouterr().out)
    stem = "xinbao-20230113-01"
    files = [plate_file(stem, name) for name in PROCESS] + [f"{stem}-softproof.png", f"{stem}-separations.json"]
    assert told["files"] == files
    assert sorted(path.name for path in out.iterdir()) == sorted(files)
    report = json.loads((out / f"{stem}-separations.json").read_text(encoding="utf-8"))
    assert report == told["pages"][0]
    assert report["plates"]["Cyan"] == 0
    assert report["plates"]["Black"] > 1
    with Pillow.open(out / f"{stem}-Black.png") as plate:
        assert (plate.mode, plate.size) == ("L", (237, 189))
        assert round(plate.info["dpi"][0]) == 60
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    assert run(words) == 0
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_the_command_wants_a_sensible_resolution(tmp_path: Path) -> None:
    for dpi in ("0", "9999", "a"):
        with pytest.raises(SystemExit) as stop:
            run(["separate", str(tmp_path), "--dpi", dpi])
        assert stop.value.code == 2


def test_the_command_tells_what_is_wrong_with_an_issue(tmp_path: Path) -> None:
    assert run(["separate", str(tmp_path / "none"), "--out", str(tmp_path / "out")]) == 3
    assert not (tmp_path / "out").exists()


def test_placed_pages_are_on_the_plates(tmp_path: Path) -> None:
    """An ad of 60 by 30 mm, cyan all over, on a page of 100 by 120 mm; its black text stands on the black plate."""
    folder = ads.issue(tmp_path / "issue", ads.ad())
    reports, files, findings = separate_issue(folder, tmp_path / "out", dpi=50)
    plates = reports[0]["plates"]
    assert abs(plates["Cyan"] - 100 * 60 * 30 / (100 * 120)) < 0.5  # type: ignore[index]
    assert plates["Magenta"] == plates["Yellow"] == 0  # type: ignore[index]
    assert files
    assert not [finding for finding in findings if finding.code.startswith("pdf.")]


def test_what_of_a_placed_page_has_no_plates_is_told_where_the_issue_places_it(tmp_path: Path) -> None:
    def red(pdf: Any) -> None:
        pdf.pages[0].contents_add(b"1 0 0 rg 0 0 9 9 re f")

    layout = ads.LAYOUT.replace("foot: {", "foot: {accept: warn, ")
    folder = ads.issue(tmp_path / "issue", ads.changed(ads.ad(), red), layout=layout)
    _, _, findings = separate_issue(folder, tmp_path / "out", dpi=50)
    (told,) = [finding for finding in findings if finding.code.startswith("pdf.")]
    assert told.code == "pdf.placed-estimated"
    assert (told.args["file"], told.args["what"]) == ("a.pdf", "RGB")
    assert Path(told.span.file).name == "issue.yaml"
    assert told.span.line > 0


def test_the_command_takes_issues_not_pdfs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "en", "separate", str(tmp_path / "a.PDF"), "--out", str(tmp_path / "out")]) == 2
    assert "pdf.separate-pdf" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_names_of_plates_make_safe_file_names() -> None:
    assert plate_file("a", "PANTONE 485") == "a-PANTONE~20485.png"
    assert plate_file("a", "金/墨") == "a-金~2F墨.png"
