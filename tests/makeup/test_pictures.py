"""Edges off the grid, and what text keeps clear of."""

from __future__ import annotations

from printlayout.base.diagnostics import Collector
from printlayout.base.geometry import Rect
from printlayout.base.value import replace
from printlayout.makeup.pictures import moved, outlined, picture_frames
from printlayout.makeup.standing import turned
from printlayout.model.layout import Grid, Head, PicturePlace, Slot
from printlayout.model.outline import ellipse, spans
from printlayout.model.pictures import Edges, PictureLook
from printlayout.model.style import Composition, Style
from square import SQUARE

GRID = Grid(left=30_000, top=50_000, columns=4, column=100_000, gutter=10_000, lines=40, leading=12_000, em=9_000)
BODY = Style("body", SQUARE, 9_000)


def slot(*places: PicturePlace) -> Slot:
    head = Head((1, 4), None, BODY, None, None)
    return Slot("lead", (1, 4), (1, 40), head, BODY, BODY, BODY, BODY, places)


def test_edges_move_outwards_and_inwards() -> None:
    rect, words = moved(Rect(100, 100, 200, 200), Edges(10, -20, 30, 0))
    assert rect == Rect(90, 120, 240, 180)
    assert words == Rect(100, 120, 200, 180)


def test_a_bled_edge_goes_to_its_place_and_words_stay() -> None:
    rect, words = moved(Rect(100, 100, 200, 200), Edges(bled=(-30, None, None, 900)))
    assert rect == Rect(-30, 100, 330, 800)
    assert words == Rect(100, 100, 200, 200)


def test_a_picture_on_the_grid_takes_its_columns_whole() -> None:
    [frame] = picture_frames(slot(PicturePlace((1, 2), 1, 10)), GRID, 0, 1, Collector())
    assert frame.outline is None
    assert frame.words == frame.rect


def test_text_keeps_half_a_character_from_an_edge_off_the_grid_and_whole_lines_above() -> None:
    place = PicturePlace((2, 2), 5, 4, edges=Edges(left=20_000))
    [frame] = picture_frames(slot(place), GRID, 0, 1, Collector())
    assert frame.rect == Rect(120_000, 98_000, 120_000, 45_000)
    assert frame.outline is not None
    # line 4 begins at 86 and is kept clear; line 3 is not
    assert spans(frame.outline, 86_000, 95_000) == [(115_500, 244_500)]
    assert spans(frame.outline, 74_000, 83_000) == []


def test_the_distance_stated_is_the_one_kept() -> None:
    place = PicturePlace((2, 2), 5, 4, wrap=18_000)
    [frame] = picture_frames(slot(place), GRID, 0, 1, Collector())
    assert frame.outline is not None
    assert spans(frame.outline, 110_000, 119_000) == [(122_000, 258_000)]


def test_a_shape_is_given_one_character_of_distance_unless_another_is_stated() -> None:
    places = (PicturePlace((1, 1), 1, 9), PicturePlace((3, 3), 1, 9, wrap=3_000))
    round_ones = [replace(place, look=PictureLook(shape="circle")) for place in places]
    frames = picture_frames(slot(*round_ones), GRID, 0, 2, Collector())
    shapes = [ellipse(frame.rect) for frame in frames]
    assert [frame.distance for frame in outlined(frames, shapes, GRID)] == [9_000, 3_000]
    assert [frame.look.shape for frame in frames] == ["circle", "circle"]


def test_edges_turn_with_vertical_text() -> None:
    upright = replace(BODY, composition=Composition(writing="vertical"))
    place = PicturePlace((1, 1), 1, 10, edges=Edges(1, 2, 3, 4, bled=(-5_000, None, 500_000, None)))
    found, _, axes = turned(replace(slot(place), body=upright), GRID)
    edges = found.pictures[0].edges
    # the first line of vertical text is at the right: the page's right is the turned grid's top
    assert (edges.left, edges.top, edges.right, edges.bottom) == (2, 3, 4, 1)
    assert edges.bled == (None, axes.right - 500_000, None, axes.right + 5_000)
