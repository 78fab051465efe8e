"""Pictures at their places, worked out by hand: 字 of 10 pt on lines of 15 pt, in the square font."""

from __future__ import annotations

from printlayout.base.diagnostics import Collector
from printlayout.base.geometry import Rect
from printlayout.base.value import replace
from printlayout.layout.itemise import CellMaker
from printlayout.layout.paint import Sources
from printlayout.layout.paragraph import Setter
from printlayout.layout.picture import PicturePlacer, Placed, Spot
from printlayout.layout.shapes import Rings
from printlayout.model.display import Fill, Glyphs, Image, Path
from printlayout.model.ink import BLACK, WHITE
from printlayout.model.layout import Grid
from printlayout.model.outline import spans
from printlayout.model.pictures import PictureLook
from printlayout.model.story import Inset, Picture, Run
from printlayout.model.style import Style
from square import PLAIN, SQUARE, codes

GRID = Grid(0, 0, 4, 100_000, 10_000, 40, 15_000, 10_000)
LEFT = Style("caption", SQUARE, 10_000, align="left")
RIGHT = Style("credit", SQUARE, 10_000, align="right")
AREA = GRID.rect(1, 2, 1, 15)
"""210 by 220 pt; the last line's em box ends at its foot."""
SIZES = {"a.jpg": (300, 200), "b.jpg": (300, 200), "c.jpg": (200, 300), "cut.png": (200, 100)}
RINGS: dict[str, Rings] = {"cut.png": ((0, 0, 50_000, 0, 50_000, 100_000, 0, 100_000),)}


def put(
    picture: Picture, look: PictureLook, area: Rect = AREA, words: Rect | None = None, told: Collector | None = None
) -> Placed:
    collector = told or Collector()
    setter = Setter(CellMaker(PLAIN, collector), collector)
    placer = PicturePlacer(SIZES, RINGS, setter, Sources(), collector)
    return placer.place(picture, Spot("s", area, words or area, look, LEFT, RIGHT, GRID))


def images(placed: Placed) -> list[Image]:
    return [item for item in placed.image if isinstance(item, Image)]


def said(placed: Placed) -> list[tuple[str, int, int]]:
    """Words with the left edge and the top of their em boxes."""
    return [(i.text, i.x + i.xs[0], i.y - 8_800) for i in placed.words if isinstance(i, Glyphs)]


def test_a_picture_stands_on_its_caption() -> None:
    placed = put(Picture("a.jpg", Run("图说"), Run("王芳")), PictureLook())
    # one line of words: 15 pt of the height
    assert [image.rect for image in images(placed)] == [Rect(0, 0, 210_000, 205_000)]
    assert said(placed) == [("图说", 0, 210_000), ("王芳", 190_000, 210_000)]
    assert placed.outline is None


def test_a_circle_is_the_largest_square_over_its_words_which_stand_under_its_middle() -> None:
    wide = GRID.rect(1, 4, 1, 15)
    placed = put(Picture("a.jpg", Run("图说")), PictureLook(shape="circle"), wide)
    # 430 by 205: a square of 205 in the middle
    [image] = images(placed)
    assert image.rect == Rect(112_500, 0, 205_000, 205_000)
    assert image.clip is not None and set(image.clip.ops) == set("mlch")
    assert said(placed) == [("图说", 205_000, 210_000)]
    assert placed.outline is not None
    [(left, right)] = spans(placed.outline, 102_500, 102_500)
    assert abs(left - 112_500) < 200
    assert abs(right - 317_500) < 200
    # its words belong to it
    assert spans(placed.outline, 212_000, 214_000) == [(205_000, 225_000)]


def test_a_caption_is_never_wider_than_its_round_picture() -> None:
    wide = GRID.rect(1, 4, 1, 15)
    placed = put(Picture("a.jpg", Run("字" * 50)), PictureLook(shape="circle"), wide)
    [image] = images(placed)
    frame = next(frame.rect for frame in placed.frames if frame.kind == "caption")
    assert frame.width <= image.rect.width
    assert frame.height == 3 * 15_000  # 50 字 in lines of 17: three of them, over which the circle is 175 wide


def test_a_cut_out_keeps_its_proportions_and_stands_on_the_ground() -> None:
    placed = put(Picture("cut.png"), PictureLook(shape="outline"))
    [image] = images(placed)
    assert image.rect == Rect(0, 115_000, 210_000, 105_000)
    assert image.crop == (0, 0, 100_000, 100_000)
    assert placed.outline is not None
    assert spans(placed.outline, 150_000, 160_000) == [(0, 105_000)]


def test_a_picture_without_an_outline_stays_a_rectangle_and_it_is_told() -> None:
    told = Collector()
    placed = put(Picture("a.jpg"), PictureLook(shape="outline"), told=told)
    assert images(placed)[0].clip is None
    assert codes(told) == ["picture.no-outline"]


def test_a_row_of_a_group_is_flush_whatever_the_captions_take() -> None:
    group = Picture("", members=(Picture("a.jpg", Run("字" * 12)), Picture("b.jpg", Run("字字"))))
    placed = put(group, PictureLook(gap=10_000, arrange="row"))
    # each is 100 wide; twelve 字 take two lines, so both pictures lose 30 pt
    assert [image.rect for image in images(placed)] == [
        Rect(0, 0, 100_000, 190_000),
        Rect(110_000, 0, 100_000, 190_000),
    ]
    assert [(x, y) for _, x, y in said(placed)] == [(0, 195_000), (0, 210_000), (110_000, 195_000)]


def test_one_caption_for_a_group_says_what_each_picture_shows() -> None:
    group = Picture(
        "", Run("一天"), Run("王芳"),
        members=(Picture("a.jpg", Run("早上")), Picture("b.jpg", Run("晚上"), Run("李四"))),
    )  # fmt: skip
    placed = put(group, PictureLook(captions="common", numbers="circled"), replace(AREA, width=430_000))
    assert "".join(text for text, *_ in said(placed)) == "一天：①早上；②晚上（李四）王芳"
    tabs = [item.text for item in placed.image if isinstance(item, Glyphs)]
    assert tabs == ["①", "②"]
    grounds = [item.ink for item in placed.image if isinstance(item, Fill)]
    assert grounds == [WHITE, WHITE]


def test_figures_are_counted_in_their_own_captions() -> None:
    group = Picture("", members=(Picture("a.jpg", Run("早")), Picture("b.jpg", Run("晚"))))
    placed = put(group, PictureLook(numbers="figure"))
    assert "".join(text for text, *_ in said(placed)) == "图1　早图2　晚"


def test_words_over_a_picture_are_white_on_their_strip_a_line_above_its_foot() -> None:
    placed = put(Picture("a.jpg", Run("图说")), PictureLook(words="over", band=BLACK))
    assert images(placed)[0].rect == AREA
    [strip] = [item for item in placed.image if isinstance(item, Fill)]
    # two 字 and half a 字 at each end; the em box ends 15 pt above the foot, with half a 字 above and below
    assert strip.rect == Rect(0, 190_000, 30_000, 20_000)
    assert said(placed) == [("图说", 5_000, 195_000)]
    assert {item.ink for item in placed.words if isinstance(item, Glyphs)} == {WHITE}


def test_words_beside_a_picture_end_with_it() -> None:
    placed = put(Picture("a.jpg", Run("字" * 9)), PictureLook(words="beside", beside=60_000, gap=10_000))
    assert images(placed)[0].rect == Rect(0, 0, 140_000, 220_000)
    assert [(x, y) for _, x, y in said(placed)] == [(150_000, 195_000), (150_000, 210_000)]


def test_a_bled_picture_leaves_its_words_in_the_column() -> None:
    bled = Rect(-30_000, -20_000, 240_000, 240_000)
    placed = put(Picture("a.jpg", Run("图说")), PictureLook(), bled, Rect(0, -20_000, 210_000, 240_000))
    assert images(placed)[0].rect == Rect(-30_000, -20_000, 240_000, 225_000)
    assert said(placed) == [("图说", 0, 210_000)]


def test_an_inset_stands_in_its_corner_on_a_margin_of_paper() -> None:
    inset = Inset(Picture("b.jpg"), "top-left", 300)
    placed = put(Picture("a.jpg", insets=(inset,)), PictureLook())
    small = images(placed)[1].rect
    # 30 % of 210 wide, two thirds as high; half a 字 and 2 pt of paper from the edges
    assert small == Rect(7_000, 7_000, 63_000, 42_000)
    assert any(isinstance(item, Fill) and item.rect == small.grown(2_000) for item in placed.image)


def test_a_frame_follows_the_shape() -> None:
    placed = put(Picture("a.jpg"), PictureLook(frame=BLACK, frame_width=250))
    [rule] = [item for item in placed.image if isinstance(item, Path)]
    assert (rule.ops, rule.width, rule.fill) == ("mlllh", 250, None)


def test_words_that_leave_a_picture_no_room_are_an_error() -> None:
    told = Collector()
    put(Picture("a.jpg", Run("字" * 400)), PictureLook(), told=told)
    assert "picture.no-room" in codes(told)


def test_a_caption_of_a_few_characters_a_line_is_told() -> None:
    told = Collector()
    put(Picture("a.jpg", Run("图说")), PictureLook(), Rect(0, 0, 50_000, 220_000), told=told)
    assert codes(told) == ["picture.caption-narrow"]
