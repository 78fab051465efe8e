"""What a build claims: the standard of the press or the command, the time of the issue, nothing where it cannot."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from pages import small
from printlayout.base.diagnostics import Collector, Span
from printlayout.base.shipped import shipped
from printlayout.build import build, proof
from printlayout.cli.main import run
from printlayout.job import make_page, open_fonts
from printlayout.spec.issues import load_issue

STEM = "xinbao-20230113"


def labels(out: Path) -> dict[str, str]:
    """What every PDF of a folder claims to be."""
    found = {}
    for file in sorted(out.glob("*.pdf")):
        with pikepdf.open(file) as pdf:
            found[file.stem.removeprefix(STEM + "-")] = str(pdf.docinfo.get("/GTS_PDFXVersion", ""))
    return found


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    return small.write(tmp_path / "issue", small.story(small.han(138)))


def test_the_press_profile_chooses_and_the_command_wins(issue: Path, tmp_path: Path) -> None:
    assert run(["build", str(issue), "--out", str(tmp_path / "a"), "--quiet"]) == 0
    assert labels(tmp_path / "a") == {"01": "PDF/X-4", "proof": "PDF/X-4"}
    assert run(["build", str(issue), "--out", str(tmp_path / "b"), "--standard", "X-1a", "--quiet"]) == 0
    assert labels(tmp_path / "b") == {"01": "PDF/X-1a:2003", "proof": "PDF/X-1a:2003"}
    assert (tmp_path / "b" / f"{STEM}-01.pdf").read_bytes()[:8] == b"%PDF-1.4"
    with pytest.raises(SystemExit):
        run(["build", str(issue), "--standard", "X-3"])


def test_source_date_epoch_is_the_time_of_the_files(
    issue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert run(["build", str(issue), "--out", str(tmp_path / "a"), "--quiet"]) == 0
    with pikepdf.open(tmp_path / "a" / f"{STEM}-01.pdf") as pdf:
        assert str(pdf.docinfo["/ModDate"]) == "D:20231114221320Z"


def press_file(issue: Path, text: str) -> None:
    (issue / "layouts" / "press").mkdir(parents=True, exist_ok=True)
    (issue / "layouts" / "press" / "house.yaml").write_text(text, encoding="utf-8")
    spec = issue / "issue.yaml"
    spec.write_text(spec.read_text(encoding="utf-8") + "press: house\n", encoding="utf-8")


def test_a_press_without_a_profile_gets_no_press_file(issue: Path, tmp_path: Path) -> None:
    """Fail closed, whoever made the profile: an error at its place, no press file, a proof that claims nothing."""
    loaded = load_issue(issue, Collector())
    assert loaded is not None
    made = replace(loaded, press=replace(loaded.press, icc="", span=Span("house.yaml", 1, 1)))
    page = make_page(made, made.pages[0])
    assert [(f.code, str(f.span)) for f in page.findings if f.code.startswith("pdf.")] == [
        ("pdf.no-profile", "house.yaml:1:1")
    ]
    assert not page.sound
    assert page.pdf == b""
    (tmp_path / f"{STEM}-proof.pdf").write_bytes(proof(made, [page], open_fonts(issue, Collector())))
    assert labels(tmp_path) == {"proof": ""}


def test_the_commands_standard_is_held_against_the_profile(issue: Path, tmp_path: Path) -> None:
    """A profile of version 4 does for X-4, and not for an unregistered condition in X-1a."""
    (issue / "layouts" / "press").mkdir(parents=True)
    own = bytearray(shipped("layouts/press/cgats-tr002.icc").read_bytes())
    own[8] = 4
    (issue / "layouts" / "press" / "own.icc").write_bytes(own)
    press_file(issue, "extends: newsprint\nicc: own.icc\nregistry: ''\n")
    words = ["build", str(issue), "--out", str(tmp_path / "out"), "--quiet"]
    assert run(words) == 0
    before = (tmp_path / "out" / f"{STEM}-01.pdf").read_bytes()
    assert run([*words, "--standard", "X-1a"]) == 2
    assert (tmp_path / "out" / f"{STEM}-01.pdf").read_bytes() == before
    assert labels(tmp_path / "out") == {"01": "PDF/X-4", "proof": ""}


def test_a_proof_of_a_faulty_page_claims_nothing(tmp_path: Path) -> None:
    folder = small.write(tmp_path / "issue", small.story(small.han(400)))
    made = build(folder, tmp_path / "out")
    assert not made.pages[0].sound
    assert labels(tmp_path / "out") == {"proof": ""}
    with pikepdf.open(tmp_path / "out" / f"{STEM}-proof.pdf") as pdf:
        assert str(pdf.Root.OutputIntents[0].OutputConditionIdentifier) == "CGATS TR 002"


def test_spot_ink_from_the_layout_to_the_plate(tmp_path: Path) -> None:
    """Named once in the layout, used by name; a Separation where the press prints it, told and replaced where not."""
    layout = small.LAYOUT.replace("styles:", "inks: {朱: {spot: PANTONE 485, m: 95, y: 100}}\nstyles:", 1)
    layout = layout.replace("head: {face: 宋 900, size: 20pt}", "head: {face: 宋 900, size: 20pt, ink: 朱}")
    issue = small.write(tmp_path / "issue", small.story(small.han(138)), layout)
    made = build(issue, tmp_path / "a")
    assert [finding.code for finding in made.findings if finding.code.startswith("pdf.")] == ["pdf.spot-as-process"]
    with pikepdf.open(tmp_path / "a" / f"{STEM}-01.pdf") as pdf:
        assert "/ColorSpace" not in pdf.pages[0].Resources
    press_file(issue, "extends: newsprint\nspots: true\n")
    made = build(issue, tmp_path / "b")
    assert [finding.code for finding in made.findings if finding.code.startswith("pdf.")] == []
    with pikepdf.open(tmp_path / "b" / f"{STEM}-01.pdf") as pdf:
        (space,) = pdf.pages[0].Resources.ColorSpace.values()
        assert space[1] == "/PANTONE 485"
