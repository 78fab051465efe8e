"""Lines, stops and threads of a page, worked out by hand on pages made by hand."""

from __future__ import annotations

from dataclasses import replace

from pdf.pages import page, text
from printlayout.base.diagnostics import Finding, Severity, Span
from printlayout.base.geometry import Rect
from printlayout.model.built import Copyfit
from printlayout.model.display import DisplayList, Fill, FrameBox, Glyphs, Group
from printlayout.model.ink import BLACK
from printlayout.preview.flatplan import openings
from printlayout.preview.geometry import box_of, glyph_boxes, lines_of, said_before, stops_of, threads_of
from printlayout.preview.overlays import LAYERS, layers
from printlayout.preview.places import place_of

LEFT, RIGHT = Rect(20_000, 20_000, 100_000, 160_000), Rect(140_000, 20_000, 100_000, 160_000)
ARGS = {"text": "一"}


def column_page() -> DisplayList:
    """A headline, two lines in the left column and one in the right, all of one story; then a caption of another."""
    story = (
        text("丁七", x=20_000, y=30_000, size=20_000),
        text("一丁七", x=20_000, y=60_000),
        text("一丁", x=20_000, y=75_000),
        text("七", x=140_000, y=60_000),
    )
    spans = (Span("a.md", 2, 11), Span("a.md", 5, 1), Span("a.md", 5, 4), Span("a.md", 5, 6), Span("b.md", 3, 1))
    marked = tuple(replace(run, src=at) for at, run in enumerate(story))
    caption = replace(text("一", x=140_000, y=170_000), src=4)
    frames = (
        FrameBox("slot", "lead", Rect(20_000, 0, 220_000, 190_000)),
        FrameBox("head", "lead", Rect(20_000, 0, 220_000, 40_000)),
        FrameBox("column", "lead", Rect(20_000, 50_000, 100_000, 140_000)),
        FrameBox("column", "lead", Rect(140_000, 50_000, 100_000, 100_000)),
        FrameBox("caption", "two", Rect(140_000, 160_000, 100_000, 20_000)),
    )
    groups = (Group("story", "lead", marked), Group("story", "two", (caption,)))
    return replace(page(()), groups=groups, frames=frames, sources=spans, baseline=(60_000, 15_000))


def test_a_glyph_stands_in_its_em_box() -> None:
    run = text("一丁", x=10_000, y=50_000, size=10_000)
    assert glyph_boxes(run) == [Rect(10_000, 41_200, 10_000, 10_000), Rect(20_000, 41_200, 10_000, 10_000)]
    down = text("一丁", x=100_000, y=50_000, size=10_000, direction="ttb")
    assert glyph_boxes(down) == [Rect(95_000, 50_000, 10_000, 10_000), Rect(95_000, 60_000, 10_000, 10_000)]
    turned = text("一丁", x=100_000, y=50_000, size=10_000, direction="turned")
    assert glyph_boxes(turned)[1] == Rect(98_800, 60_000, 10_000, 10_000)


def test_runs_on_one_baseline_are_a_line_and_columns_are_not_joined() -> None:
    runs = (text("一", x=20_000, y=50_000), text("丁", x=29_000, y=50_000), text("七", x=80_000, y=50_000))
    assert [line.text for line in lines_of(page(runs))] == ["一丁", "七"]


def test_readings_and_press_marks_are_no_lines() -> None:
    reading = replace(text("一", y=40_000), texts=("",))
    assert [line.text for line in lines_of(page((reading, text("丁"))))] == ["丁"]
    assert lines_of(page((text("一"),), kind="mark")) == []


def test_upright_lines_stay_whole_where_digits_lie_on_their_side() -> None:
    upright = text("一丁", x=100_000, y=20_000, direction="ttb")
    turned = text("七", x=97_500, y=38_000, direction="turned")
    other = text("一", x=80_000, y=20_000, direction="ttb")
    assert [line.text for line in lines_of(page((upright, turned, other)))] == ["一丁七", "一"]


def test_the_eye_goes_from_the_head_through_the_columns_to_the_next_story() -> None:
    display = column_page()
    stops = stops_of(display, lines_of(display))
    assert [(stop.frame, stop.file, stop.first.text) for stop in stops] == [
        (1, "a.md", "丁七"), (2, "a.md", "一丁七"), (3, "a.md", "七"), (4, "b.md", "一"),
    ]  # fmt: skip
    ((file, held),) = threads_of(display, stops)
    assert (file, [stop.frame for stop in held]) == ("a.md", [2, 3])


def test_layers_of_a_page() -> None:
    display = replace(column_page(), bleed=9_000, number=3)
    sheet = Rect(0, 0, 300_000, 200_000).grown(9_000)
    drawn = layers(display, lines_of(display), None, sheet, 8_504, {"a.md": [1, 3, 5]})
    assert tuple(drawn) == LAYERS
    assert [mark.text for mark in drawn["order"] if mark.kind == "label"] == ["1", "2", "3", "4"]
    arrow, *labels = drawn["threads"]
    # from the end of 一丁 (20 + 18 pt) to the start of 七, both at the middle of their em boxes
    assert arrow.points == (38_000, 75_000 - 7_920 + 4_500, 140_000, 60_000 - 7_920 + 4_500)
    assert [label.text for label in labels] == ["← 01", "→ 05"]
    assert [mark.tone for mark in drawn["boxes"]] == ["bleed", "safe", "trim"]
    # the first baseline at 60 pt, then every 15 pt down to the page's foot at 200 pt
    assert [mark.points[1] for mark in drawn["baseline"]] == list(range(60_000, 200_001, 15_000))
    assert [mark.text for mark in drawn["baseline"] if mark.tone] == ["5", "10"]


def test_kinds_of_items_to_come_have_boxes() -> None:
    class Shaped:
        rect = Rect(1, 2, 3, 4)
        clip = "a shape"

    assert box_of(Shaped()) == Rect(1, 2, 3, 4)  # type: ignore[arg-type]


# -- findings -------------------------------------------------------------------------------------------------


def at(line: int, column: int, file: str = "a.md", **args: str) -> Finding:
    return Finding("text.loose", Severity.WARNING, Span(file, line, column), args)


def test_a_finding_lies_on_its_characters() -> None:
    display = column_page()
    # line 5, column 2 is 丁 of the run that begins at column 1; the mark goes to the end of the run's line
    assert place_of(at(5, 2), display) == Rect(29_000, 60_000 - 7_920, 18_000, 9_000)
    assert place_of(at(5, 5), display) == Rect(29_000, 75_000 - 7_920, 9_000, 9_000)
    assert place_of(at(5, 6), display) == Rect(140_000, 60_000 - 7_920, 9_000, 9_000)


def test_a_place_that_is_kept_once_for_many_lines_is_counted_on() -> None:
    lines = (text("一丁七", y=50_000), text("丁一", y=65_000))
    display = replace(page(lines), sources=(Span("a.md", 3, 5, "12345一丁七丁一"),))
    assert said_before(display) == {id(lines[0]): 0, id(lines[1]): 3}
    assert place_of(at(3, 9), display) == Rect(29_000, 65_000 - 7_920, 9_000, 9_000)


def test_a_finding_lies_on_what_was_drawn_from_its_line() -> None:
    box = Fill(Rect(5_000, 6_000, 7_000, 8_000), BLACK, 0)
    display = replace(page((box,)), sources=(Span("layout.yaml", 7, 3),))
    assert place_of(at(7, 3, "layout.yaml"), display) == box.rect
    assert place_of(at(7, 9, "layout.yaml"), display) == box.rect
    assert place_of(at(8, 3, "layout.yaml"), display) is None


def test_a_finding_lies_on_the_slot_it_names_or_its_story_stands_in() -> None:
    display = column_page()
    slot = display.frames[0].rect
    assert place_of(at(90, 1, "issue.yaml", slot="lead"), display) == slot
    fit = Copyfit("lead", "a", 6, 3, 0, 0, 0)
    assert place_of(at(0, 0, "a.md", story="a"), display, (fit,)) == slot
    assert place_of(at(0, 0, "a.md", story="a"), display) is None
    assert place_of(at(0, 0, ""), display) is None


def test_glyphs_without_a_source_are_no_place() -> None:
    lost = Glyphs("box", 9_000, 0, 0, (1,), (0,), ("一",), BLACK, -1)
    assert place_of(at(3, 1), page((lost,))) is None


# -- the flat plan --------------------------------------------------------------------------------------------


def ones(*folios: int) -> list[tuple[int, ...]]:
    return [(folio,) for folio in folios]


def test_even_pages_lie_left_of_odd_ones() -> None:
    assert openings(ones(*range(1, 9))) == [[0], [1, 2], [3, 4], [5, 6], [7]]
    assert openings(ones(2, 3)) == [[0, 1]]
    assert openings(ones(3, 4)) == [[0], [1]]
    assert openings(ones(2, 5)) == [[0], [1]]
    assert openings([]) == []


def test_sections_open_by_themselves_and_from_the_right_where_they_are_bound_there() -> None:
    sections = [(1, 2, 3, 4), (5, 6, 7, 8)]
    assert openings(ones(*range(1, 9)), sections) == [[0], [1, 2], [3], [4], [5, 6], [7]]
    assert openings(ones(1, 2, 3, 4), sections, right_bound=True) == [[0], [2, 1], [3]]


def test_a_spread_lies_alone() -> None:
    assert openings([(1,), (2,), (3,), (4, 5), (6,), (7,)]) == [[0], [1, 2], [3], [4, 5]]
