"""``examples/specimen``: built like any issue, without an error; every rule is on its pages; the good columns keep
what the rules say, and the bad ones break it by their settings alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import yaml

from printlayout.base.diagnostics import Severity
from printlayout.build import build
from printlayout.model.built import Built
from printlayout.model.display import Glyphs
from printlayout.model.layout import Slot

EXAMPLE = Path(__file__).parents[2] / "examples" / "specimen"
NEVER_FIRST = frozenset("、，；：。．！？”’」』）］｝】〗》〉〕～–·‧／/")
NEVER_LAST = frozenset("“‘「『（［｛【〖《〈〔")
MEANT = {
    ("text.tight-marks", "6-gap-bad"),  # R56: 18 pt with dots on 22 pt
    ("text.loose", "5-limit-good"),
    ("preflight.heading-at-foot", "7-keep-bad"),  # R61
    ("copy.headline-mark", "7-head-bad"),
    ("copy.caption-mark", "7-head-bad"),
}
"""Warnings that the specimen means to show, and where."""


@dataclass(frozen=True)
class Specimen:
    built: Built
    out: Path
    text: str
    """Everything the proof says."""

    def lines(self, page: int, slot: str) -> list[str]:
        """The lines of a slot's text, top to bottom; glyphs on one baseline are one line."""
        display = self.built.pages[page - 1].display
        assert display is not None
        rows: dict[int, list[tuple[int, str]]] = {}
        for group in display.groups:
            if group.kind == "story" and group.name == slot:
                for item in group.items:
                    if isinstance(item, Glyphs) and item.text:
                        rows.setdefault(item.y, []).append((item.x, item.text))
        return ["".join(text for _, text in sorted(row)) for _, row in sorted(rows.items())]

    def slots(self) -> list[tuple[int, Slot]]:
        """Slots of horizontal text in one column, with their page's number."""
        issue = self.built.issue
        assert issue is not None
        return [
            (page.number, slot)
            for page in issue.pages
            for slot in page.layout.slots
            if slot.columns[0] == slot.columns[1] and slot.body.composition.writing == "horizontal"
        ]


@pytest.fixture(scope="module")
def specimen(tmp_path_factory: pytest.TempPathFactory) -> Specimen:
    out = tmp_path_factory.mktemp("specimen")
    built = build(EXAMPLE, out)
    proof = pdfium.PdfDocument(next(out.glob("*-proof.pdf")).read_bytes())
    return Specimen(built, out, "\n".join(page.get_textpage().get_text_range() for page in proof))


def test_it_builds_without_an_error(specimen: Specimen) -> None:
    told = specimen.built.findings
    assert [finding for finding in told if finding.severity is Severity.ERROR] == []
    assert len(specimen.built.pages) == 9
    assert len(list(specimen.out.glob("specimen-*-0?.pdf"))) == 9


def test_it_warns_only_of_what_it_means_to_show(specimen: Specimen) -> None:
    warnings = {
        (finding.code, Path(finding.span.file).stem)
        for finding in specimen.built.findings
        if finding.severity is Severity.WARNING
    }
    assert warnings == MEANT


@pytest.mark.parametrize("rule", range(1, 71))
def test_every_rule_is_shown(specimen: Specimen, rule: int) -> None:
    # in the text itself, beside what the head of a page says (R12–R21)
    assert re.search(rf"R{rule}(?![0-9–])", re.sub(r"R\d+–R\d+", "", specimen.text))


@pytest.mark.parametrize("side", ["good", "bad"])
def test_good_and_bad_are_one_text(side: str) -> None:
    """But for headline and caption (R63, R64) and for the page whose two sides are two kinds of mark (R69, R70)."""
    stories = EXAMPLE / "stories"
    other = "bad" if side == "good" else "good"
    for path in stories.glob(f"*-{side}.md"):
        if path.stem in ("9-marks-good", "9-marks-bad"):
            continue
        bodies = [re.sub(r"\A---\n.*?\n---\n", "", p.read_text(encoding="utf-8"), flags=re.DOTALL)
                  for p in (path, path.with_name(path.name.replace(side, other)))]  # fmt: skip
        assert bodies[0] == bodies[1], path.name


def test_good_and_bad_differ_in_their_styles_alone() -> None:
    """Both columns extend one base; what differs is written in the layout."""
    for path in sorted((EXAMPLE / "layouts").glob("[1-9]-*.yaml")):
        layout = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert layout["extends"] == "specimen"
        for name, style in layout["styles"].items():
            assert style["extends"] in ("body", "narrow", "vertical"), (path.name, name)
            assert "face" not in style


def test_the_good_columns_keep_line_starts_and_ends(specimen: Specimen) -> None:
    """R12 and R13 in every line."""
    seen = 0
    for page, slot in specimen.slots():
        if slot.name.endswith("-good"):
            lines = specimen.lines(page, slot.name)
            seen += len(lines)
            for line in lines[1:]:
                assert line[0] not in NEVER_FIRST, (slot.name, line)
            for line in lines[:-1]:
                assert line.rstrip()[-1] not in NEVER_LAST, (slot.name, line)
    assert seen > 100


@pytest.mark.parametrize(("page", "slot"), [(2, "level-bad"), (3, "units-bad")])
def test_the_bad_columns_do_not(specimen: Specimen, page: int, slot: str) -> None:
    lines = specimen.lines(page, slot)
    starts = [line for line in lines[1:] if line[0] in NEVER_FIRST]
    ends = [line for line in lines[:-1] if line.rstrip()[-1] in NEVER_LAST]
    assert len(starts) >= 2
    assert len(ends) >= 1


def test_a_lonely_character_is_in_the_bad_column_only(specimen: Specimen) -> None:
    """R52."""
    good, bad = (specimen.lines(6, f"runt-{side}")[-1] for side in ("good", "bad"))
    assert len(good.rstrip("。")) > 1
    assert len(bad.rstrip("。")) == 1


def test_the_mark_is_taken_in_on_the_good_side_and_not_on_the_bad(specimen: Specimen) -> None:
    """R42."""
    good, bad = (specimen.lines(5, f"pushin-{side}") for side in ("good", "bad"))
    assert good[1].endswith("，")
    assert len(bad[1]) == len(good[1]) - 2
