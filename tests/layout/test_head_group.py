"""The headline group: lines of their own sizes, parts that take their size from the headline, parts beside it, label
and summary."""

from __future__ import annotations

from printlayout.base.diagnostics import Collector, Span
from printlayout.layout.headline import SetHead, set_head
from printlayout.layout.itemise import CellMaker
from printlayout.layout.paragraph import Setter
from printlayout.model.heads import Head, Label
from printlayout.model.layout import Grid
from printlayout.model.showing import Effect, Fit
from printlayout.model.story import SOFT_BREAK, Run, Story
from printlayout.model.style import Style
from square import SQUARE, SquareShaper, codes

# Five columns of 21 字 9 pt: 999 pt wide
GRID = Grid(left=0, top=0, columns=5, column=189_000, gutter=13_500, lines=100, leading=12_000, em=9_000)
LADDER = (56_000, 42_000, 26_000, 22_000, 16_000, 14_000, 10_500, 7_500)
HEADLINE = Style("headline", SQUARE, 40_000, sizes=(56_000, 48_000, 40_000), align="center")
SMALL = Style("small", SQUARE, 12_000, align="left")


def run(text: str) -> Run:
    return Run(text.replace("|", SOFT_BREAK), span=Span("s", 2, 1))


def group(story: Story, told: list[str] | None = None, **changes: object) -> SetHead:
    settings: dict[str, object] = {"kicker": SMALL, "deck": SMALL, "byline": SMALL, "ladder": LADDER} | changes
    head = Head((1, 5), headline=HEADLINE, **settings)  # type: ignore[arg-type]
    collector = Collector()
    found = set_head(story, head, GRID, Setter(CellMaker(SquareShaper(), collector), collector), collector)
    assert codes(collector) == (told or [])
    return found


def sizes(found: SetHead, part: str) -> list[int]:
    return [row.size for row in found.rows if row.part == part]


def test_a_secondary_line_stands_steps_under_the_main_one() -> None:
    story = Story("a", headline=(run("国" * 10), run("国" * 12)), steps=(0, 2))
    # 56 pt fits; two steps of the ladder under it: 42, 26
    assert sizes(group(story), "headline") == [56_000, 26_000]
    # in reading order, whichever is the main line
    assert sizes(group(Story("a", headline=(run("国" * 12), run("国" * 10)), steps=(1, 0))), "headline") == [
        42_000,
        56_000,
    ]


def test_the_main_lines_alone_decide_the_size() -> None:
    # 20 × 56 = 1120 pt does not fit 999: on the main line it would cost a step; 20 × 42 = 840
    story = Story("a", headline=(run("国" * 10), run("国" * 20)), steps=(0, 1))
    assert sizes(group(story), "headline") == [56_000, 42_000]


def test_a_deck_takes_its_size_from_the_headline() -> None:
    below = Style("deck", SQUARE, 12_000, align="center", fit=Fit(below=2))
    # headline of 56 pt: 26; of 40 pt (24 characters), which stands on the step of 26: 16
    assert sizes(group(Story("a", headline=(run("国" * 10),), deck=(run("国" * 8),)), deck=below), "deck") == [26_000]
    assert sizes(group(Story("a", headline=(run("国" * 24),), deck=(run("国" * 8),)), deck=below), "deck") == [16_000]
    # one too long for 26 pt goes on down, to the style's own size at last: 40 × 22 = 880
    assert sizes(group(Story("a", headline=(run("国" * 10),), deck=(run("国" * 40),)), deck=below), "deck") == [22_000]


def test_a_kicker_beside_the_headline_in_two_rows() -> None:
    found = group(Story("a", kicker=run("国国国国国|国国国"), headline=(run("国" * 10),)), kicker_at="left")
    kicker = [row for row in found.rows if row.part == "kicker"]
    headline = next(row for row in found.rows if row.part == "headline")
    assert [row.line.end - row.line.start for row in kicker] == [5, 3]
    # 12 + 3 + 12 = 27 pt in the middle of 56; the headline begins 60 + 6 pt in and has the rest
    assert kicker[0].top - headline.top == 14_500
    assert (headline.left, headline.line.xs[0]) == (66_000, (999_000 - 66_000 - 560_000) // 2)


def test_a_deck_beside_the_headline_stands_at_the_right() -> None:
    found = group(Story("a", headline=(run("国" * 10),), deck=(run("国国国国"),)), deck_at="right")
    deck = next(row for row in found.rows if row.part == "deck")
    assert deck.left == 999_000 - 48_000


def test_one_too_long_to_stand_beside_goes_above_and_is_told() -> None:
    story = Story("a", kicker=run("国" * 80), headline=(run("国" * 6),))
    found = group(story, ["head.no-room-beside"], kicker_at="left")
    kicker = next(row for row in found.rows if row.part == "kicker")
    headline = next(row for row in found.rows if row.part == "headline")
    assert kicker.top < headline.top and headline.left == 0


def test_a_label_on_top_is_the_storys_or_the_slots_own() -> None:
    story = Story("a", headline=(run("国" * 6),))
    assert [row.part for row in group(story, label=Label(SMALL)).rows] == ["headline"]
    assert [row.part for row in group(story, label=Label(SMALL, "文化")).rows] == ["label", "headline"]
    named = Story("a", headline=(run("国" * 6),), label=run("周刊"))
    first = group(named, label=Label(SMALL, "文化")).rows[0]
    assert "".join(t for piece in first.line.pieces for t in piece.texts) == "周刊"
    assert [row.part for row in group(named, ["layout.no-place"]).rows] == ["headline"]


def test_a_label_standing_at_the_left_moves_all_the_rest() -> None:
    style = Style("label", SQUARE, 12_000, effect=Effect("reversed", pad=250))
    found = group(Story("a", headline=(run("国" * 6),), label=run("文化")), label=Label(style, at="left"))
    label, headline = found.rows
    # one em and a half of it, and its ground 3 pt on each side: 18 + 6
    assert label.upright and (label.left, headline.left, found.indent) == (3_000, 24_000, 24_000)


def test_a_summary_is_running_text_over_whole_characters() -> None:
    style = Style("summary", SQUARE, 10_000, leading=15_000)
    story = Story("a", headline=(run("国" * 6),), byline=(run("国"),), summary=(run("国" * 150),))
    found = group(story, summary=style)
    rows = [row for row in found.rows if row.part == "summary"]
    # 99 characters of 10 pt are 990 pt of 999, 4.5 pt at either side; rows 15 pt apart
    assert [row.line.end - row.line.start for row in rows] == [99, 51]
    assert (rows[0].left, rows[1].top - rows[0].top) == (4_500, 15_000)
    assert [row.part for row in found.rows][-3:] == ["byline", "summary", "summary"]


def test_a_ground_has_room_round_its_text() -> None:
    style = Style("kicker", SQUARE, 20_000, align="left", effect=Effect("reversed", pad=250))
    found = group(Story("a", kicker=run("国国"), headline=(run("国" * 6),)), kicker=style)
    kicker, headline = found.rows
    # 5 pt on every side; then the gap of six tenths of the smaller size
    assert kicker.left == 5_000
    assert headline.top - kicker.top == 20_000 + 5_000 + 12_000
