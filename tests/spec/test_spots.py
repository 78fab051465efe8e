"""Spot inks in a layout."""

from __future__ import annotations

import pytest

from printlayout.model.ink import Ink

from .conftest import Folder


def inks(folder: Folder, written: str) -> Folder:
    folder.change("layouts/small.yaml", "styles:", f"inks: {{{written}}}\nstyles:")
    return folder


def test_a_spot_ink_and_its_tint(folder: Folder) -> None:
    folder.change("layouts/small.yaml", "size: 20pt", "size: 20pt, ink: 红")
    folder.change("layouts/small.yaml", "size: 8pt", "size: 8pt, ink: 红 40%")
    issue = inks(folder, "红: {spot: PANTONE 485, c: 0, m: 95, y: 100, k: 0}").load()
    assert issue is not None
    styles = issue.pages[0].layout.styles
    assert styles["head"].ink == Ink("红", 0, 950, 1000, 0, "PANTONE 485")
    assert styles["caption"].ink == Ink("红 40%", 0, 380, 400, 0, "PANTONE 485", 400)


@pytest.mark.parametrize("name", ["All", "none", "Cyan", "BLACK", "DeviceRGB"])
def test_names_presses_keep(folder: Folder, name: str) -> None:
    assert inks(folder, f"红: {{spot: {name}, m: 95}}").load() is None
    assert folder.codes() == ["pdf.spot-reserved"]


def test_a_spot_needs_its_alternate(folder: Folder) -> None:
    assert inks(folder, "红: {spot: PANTONE 485}").load() is None
    assert folder.codes() == ["spec.missing-key"]
    assert folder.only().args["key"] == "c, m, y, k"


def test_one_plate_has_one_alternate(folder: Folder) -> None:
    same = "红: {spot: PANTONE 485, m: 95}, 朱: {spot: PANTONE 485, m: 95}"
    assert inks(folder, same).load() is not None
    folder.change("layouts/small.yaml", "朱: {spot: PANTONE 485, m: 95}", "朱: {spot: PANTONE 485, m: 90}")
    assert folder.load() is None
    assert folder.codes() == ["pdf.spot-differs"]
    assert folder.only().args == {"spot": "PANTONE 485", "other": "红"}
