"""``examples/tables``: a sports page of tables, lists, an interview and a pull quote, set without a warning, as it was
looked at: every item of its display list is kept in ``tables.txt``. ``PRINTLAYOUT_GOLDEN=write`` in the environment
writes that file anew; look at the page before it is committed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from printlayout.base.diagnostics import Severity
from printlayout.build import build
from printlayout.model.built import Built
from printlayout.model.display import DisplayList, Fill, Glyphs, Item, Line

EXAMPLE = Path(__file__).parents[2] / "examples" / "tables"
KEPT = Path(__file__).parent / "tables.txt"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(EXAMPLE, tmp_path_factory.mktemp("out"))


@pytest.fixture
def page(built: Built) -> DisplayList:
    display = built.pages[0].display
    assert display is not None
    return display


def said(item: Item) -> str:
    match item:
        case Glyphs():
            return f"text {item.x} {item.y} {item.face} {item.size} {item.ink.name} {item.text}"
        case Fill():
            return f"fill {item.rect.x} {item.rect.y} {item.rect.width} {item.rect.height} {item.ink.name}"
        case Line():
            return f"line {item.x1} {item.y1} {item.x2} {item.y2} {item.width}"
    return type(item).__name__


def test_the_page_is_sound_and_full(built: Built) -> None:
    assert [f for f in built.findings if f.severity is not Severity.INFO] == []
    assert [fit.overset_lines for fit in built.pages[0].copyfit] == [0] * 7


def test_the_page_is_as_it_was_looked_at(page: DisplayList) -> None:
    lines = [line for group in page.groups for line in (f"[{group.kind} {group.name}]", *map(said, group.items))]
    found = "\n".join(lines) + "\n"
    if os.environ.get("PRINTLAYOUT_GOLDEN") == "write":
        KEPT.write_text(found, encoding="utf-8")
    for number, (old, new) in enumerate(
        zip(KEPT.read_text(encoding="utf-8").split("\n"), found.split("\n"), strict=True), 1
    ):
        assert new == old, f"{KEPT.name}:{number}"


def test_all_columns_of_the_page_end_on_its_last_line(page: DisplayList) -> None:
    first, leading = page.baseline
    last = first + 85 * leading
    ends = {g.name: max(i.y for i in g.items if isinstance(i, Glyphs)) for g in page.groups if g.kind == "story"}
    assert {name for name, y in ends.items() if y == last} == {"interview", "diary", "athletics", "market"}


def test_points_stand_under_points(page: DisplayList) -> None:
    """In the market table every closing price has its point at one place."""
    (market,) = [group for group in page.groups if group.name == "market" and group.kind == "story"]
    prices = [i for i in market.items if isinstance(i, Glyphs) and i.face.endswith("400") and "." in i.text]
    points = {i.x + i.xs[i.text.index(".")] for i in prices}
    assert len(prices) == 19
    assert max(points) - min(points) <= 2


def test_the_quote_is_said_apart_from_the_story(page: DisplayList) -> None:
    def text(kind: str) -> str:
        return "".join(
            i.text for g in page.groups if (g.kind, g.name) == (kind, "lead") for i in g.items if isinstance(i, Glyphs)
        )

    assert text("quote").startswith("他喊传中，我听见了。")
    assert text("story").count("他喊传中，我听见了") == 1
