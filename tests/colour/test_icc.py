"""Facts of ICC profiles, and the two that come with the program, against LittleCMS itself."""

from __future__ import annotations

import itertools
import struct
from functools import cache

import pytest
from PIL import Image, ImageCms

from printlayout.colour.icc import read_icc, space_of, unfit_for_output
from printlayout.colour.transform import to_inks
from printlayout.images.srgb import srgb_profile

from .lab import PRESS, Lab, coverages, delta_e00, inks_of, labs, opened, profile, rgb_grid, row, srgb_labs

NEWS, COATED = "cgats-tr002.icc", "fogra39.icc"
LIMITS = {NEWS: (240, 85), COATED: (320, 95)}
"""Per cent of ink, of black."""
INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
BPC = ImageCms.Flags.BLACKPOINTCOMPENSATION


def converted(picture: Image.Image, name: str) -> Image.Image:
    return to_inks(picture, None, profile(name), srgb_profile())


@cache
def greys(name: str) -> Image.Image:
    return converted(row([(v, v, v) for v in range(256)]), name)


# Sharma, Wu, Dalal 2005, table 1: pairs 1, 7, 17, 20, 25 and 34.
@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, 2.5, 0), (58, 24, 15), 19.4535),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_measure_itself(one: Lab, other: Lab, difference: float) -> None:
    assert delta_e00(one, other) == pytest.approx(difference, abs=5e-5)
    assert delta_e00(other, one) == pytest.approx(difference, abs=5e-5)


@pytest.mark.parametrize("name", LIMITS)
def test_shipped_profiles_are_fit_for_every_standard(name: str) -> None:
    data = profile(name)
    assert unfit_for_output(data, 2) is None
    found = read_icc(data)
    assert found is not None
    assert (found.version, found.kind, found.space, found.pcs) == (2, "prtr", "CMYK", "Lab")
    assert found.tags >= {"A2B0", "A2B1", "A2B2", "B2A0", "B2A1", "B2A2", "wtpt", "desc", "cprt", "gamt"}
    assert struct.unpack(">6H", data[24:36]) == (2026, 1, 1, 0, 0, 0)
    assert len(data) < 200_000
    assert opened(data).profile.creation_date is not None


def test_the_sources_are_named() -> None:
    notice = (PRESS / "NOTICE.md").read_text(encoding="utf-8")
    assert "ANSI CGATS/SNAP TR 002-2007" in notice
    assert "FOGRA39L" in notice
    assert "ANSI CGATS/SNAP TR 002-2007" in opened(profile(NEWS)).profile.copyright
    assert "FOGRA39L" in opened(profile(COATED)).profile.copyright


def test_solids_of_newsprint_are_those_of_the_report() -> None:
    """CGATS TR 002 patches 1, 2, 3, 25 and 26 (paper), absolute."""
    solids = row([(255, 0, 0, 0), (0, 255, 0, 0), (0, 0, 255, 0), (0, 0, 0, 255), (0, 0, 0, 0)], "CMYK")
    measured = [
        (56.58, -23.4, -26.45), (52.69, 44.14, -1.09), (76.57, -4.05, 54.72), (36.69, 1.68, 4.25), (80.07, -0.01, 3.51)
    ]  # fmt: skip
    found = labs(solids, profile(NEWS), ImageCms.Intent.ABSOLUTE_COLORIMETRIC)
    for one, other in zip(found, measured, strict=True):
        assert delta_e00(one, other) < 1.2, (one, other)


@pytest.mark.parametrize("name", LIMITS)
def test_no_colour_reaches_the_limits(name: str) -> None:
    """sRGB in steps of 5, and all of Lab, through the colorimetric table."""
    most, black = LIMITS[name]
    rgb = converted(rgb_grid(5), name)
    axis = bytes(range(0, 256, 6))
    cube = bytes(c for lightness in range(0, 256, 5) for a in axis for b in axis for c in (lightness, a, b))
    lab = Image.frombytes("LAB", (len(axis), len(cube) // 3 // len(axis)), cube)
    made = to_inks(lab, None, profile(name), srgb_profile())
    for picture in (rgb, made):
        assert max(coverages(picture)) / 2.55 <= most
        assert max(inks[3] for inks in inks_of(picture)) / 2.55 <= black


@pytest.mark.parametrize("name", LIMITS)
def test_white_is_bare_paper(name: str) -> None:
    assert greys(name).getpixel((255, 0)) == (0, 0, 0, 0)


@pytest.mark.parametrize("name", LIMITS)
def test_greys_stay_neutral(name: str) -> None:
    """Printed, each of the 256 greys lies within 2 ΔE00 of the neutral of its lightness (paper is white)."""
    for grey, (lightness, a, b) in enumerate(labs(greys(name), profile(name))):
        assert delta_e00((lightness, a, b), (lightness, 0, 0)) < 2, grey


BOTH_WAYS = {
    "compensated": BPC,
    "finer tables": BPC | ImageCms.Flags.HIGHRESPRECALC,
    "no tables of LittleCMS's": BPC | ImageCms.Flags.NOOPTIMIZE,
    "not compensated on the way back": ImageCms.Flags.NONE,
}


@pytest.mark.parametrize("way", BOTH_WAYS)
@pytest.mark.parametrize("name", LIMITS)
def test_greys_come_back(name: str, way: str) -> None:
    """Through the profile and back to sRGB: neutral within 2 ΔE00, none darker than the one before. Compensated both
    ways, which near black makes seven of every Δa*; LittleCMS gives three answers there, as finely as it is asked.
    """
    source, target = opened(profile(name)), ImageCms.createProfile("sRGB")
    back = ImageCms.profileToProfile(greys(name), source, target, INTENT, "RGB", flags=BOTH_WAYS[way])
    assert back is not None
    for found in (srgb_labs(back), labs(back, None)):
        for grey, (lightness, a, b) in enumerate(found):
            assert delta_e00((lightness, a, b), (lightness, 0, 0)) < 2, grey
        assert all(after[0] >= before[0] - 0.4 for before, after in itertools.pairwise(found))


@pytest.mark.parametrize("name", LIMITS)
def test_the_darkest_grey_is_neutral_and_keeps_the_limits(name: str) -> None:
    """What lies below the blackest the press can do is that black, not a blue that is darker."""
    dark = Image.frombytes("LAB", (1, 1), bytes(3))
    inks = inks_of(to_inks(dark, None, profile(name), srgb_profile()))[0]
    assert sum(inks) / 2.55 <= LIMITS[name][0]
    lightness, a, b = labs(row([inks], "CMYK"), profile(name))[0]
    assert delta_e00((lightness, a, b), (lightness, 0, 0)) < 1
    assert inks[0] > 0 and inks[3] / 2.55 <= LIMITS[name][1]


@pytest.mark.parametrize("name", LIMITS)
def test_from_a_third_of_the_way_up_greys_are_what_they_were(name: str) -> None:
    """Both ways with compensation, which spreads the blacks of the press over those of a display six times: below, one
    step of an ink is several ΔE there.
    """
    source, target = opened(profile(name)), ImageCms.createProfile("sRGB")
    back = ImageCms.profileToProfile(greys(name), source, target, INTENT, "RGB", flags=BPC)
    assert back is not None
    was = labs(row([(v, v, v) for v in range(256)]), None)
    for grey, (one, other) in enumerate(zip(labs(back, None), was, strict=True)):
        assert grey < 70 or delta_e00(one, other) < 2, (grey, one, other)


@pytest.mark.parametrize("name", LIMITS)
def test_what_is_printed_is_what_littlecms_says(name: str) -> None:
    chart = rgb_grid(51)
    theirs = ImageCms.profileToProfile(
        chart, ImageCms.createProfile("sRGB"), opened(profile(name)), INTENT, "CMYK", flags=BPC
    )
    assert theirs is not None
    ours = converted(chart, name)
    # The sRGB profile made here has a table where theirs has a formula.
    assert max(abs(a - b) for a, b in zip(ours.tobytes(), theirs.tobytes(), strict=True)) <= 2


RAMPS = {
    "grey": [(v, v, v) for v in range(256)],
    "red": [(v, v // 8, v // 8) for v in range(256)],
    "sky": [(v // 2, v * 3 // 4, v) for v in range(256)],
    "skin": [(v, v * 3 // 4, v * 5 // 8) for v in range(256)],
    "leaf": [(v // 2, v, v // 4) for v in range(256)],
    "night": [(v // 4, v // 4, v // 2) for v in range(256)],
    "warm grey": [(v, v * 15 // 16, v * 7 // 8) for v in range(256)],
    "cold grey": [(v * 7 // 8, v * 15 // 16, v) for v in range(256)],
    "shade": [(v // 5, v // 5, v // 5) for v in range(256)],
}


@pytest.mark.parametrize("name", LIMITS)
@pytest.mark.parametrize("ramp", RAMPS)
def test_gradients_have_no_bands(name: str, ramp: str) -> None:
    """Lightness never falls, nor does it leap: 256 steps from white to black differ by 0.4 L* on average; none by
    more than 2. No ink leaps by more than 9 of 255.
    """
    inked = converted(row([*RAMPS[ramp]]), name)
    light = [lab[0] for lab in labs(inked, profile(name))]
    steps = [after - before for before, after in itertools.pairwise(light)]
    assert min(steps) >= -0.4  # one step of Lab in 8 bits, which is how it is measured
    assert max(steps) <= 2
    pixels = inks_of(inked)
    for before, after in itertools.pairwise(pixels):
        assert max(abs(a - b) for a, b in zip(before, after, strict=True)) <= 9, (before, after)


@pytest.mark.parametrize("dark", [16, 32, 48, 64, 96, 128])
@pytest.mark.parametrize("name", LIMITS)
def test_colours_pass_through_grey_without_a_leap(name: str, dark: int) -> None:
    """From a blue through a grey to an ochre, at lightnesses where the greys were set by themselves."""
    across = [(dark * v // 128, dark, dark * (255 - v) // 128) for v in range(256)]
    inked = converted(row(across), name)
    for before, after in itertools.pairwise(inks_of(inked)):
        assert max(abs(a - b) for a, b in zip(before, after, strict=True)) <= 9, (before, after)
    light = [lab[0] for lab in labs(inked, profile(name))]
    assert max(abs(after - before) for before, after in itertools.pairwise(light)) <= 2


@pytest.mark.parametrize(
    ("data", "space"),
    [(None, ""), (b"", ""), (b"x" * 500, ""), (srgb_profile(), "RGB"), (srgb_profile()[:-1], "")],
)
def test_the_space_of_a_pictures_profile(data: bytes | None, space: str) -> None:
    assert space_of(data) == space


def test_a_table_of_tags_that_leads_out_of_the_file() -> None:
    data = bytearray(srgb_profile())
    data[128:132] = struct.pack(">I", 4_000_000)
    assert read_icc(bytes(data)) is None
    data[128:132] = struct.pack(">I", 200)
    assert read_icc(bytes(data)) is None
