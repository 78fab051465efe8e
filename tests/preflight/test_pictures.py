"""Checks of pictures that are no rectangles, and of groups of them."""

from __future__ import annotations

from dataclasses import replace

from preflight.test_page_checks import PICTURE, SOURCES, STORY, display, text, told
from printlayout.layout.shapes import cut
from printlayout.model.display import Image
from printlayout.model.story import Picture, Run


def test_text_in_the_corner_of_a_round_pictures_rectangle_is_not_on_it() -> None:
    left = PICTURE.rect.x - 120_000
    rect = replace(PICTURE.rect, x=left, y=200_000, height=60_000)
    shape = cut("circle", rect, 0, PICTURE.crop, ())
    assert shape is not None
    whole = Image("a.jpg", rect, PICTURE.crop, 8)
    corner, middle = text("角", left, 208_000, 9), text("中", left + 25_000, 230_000, 9)
    assert told(display(back=[whole], more=[corner])) == [("text-on-picture", 10)]
    clipped = replace(whole, clip=shape.clip)
    assert told(display(back=[clipped], more=[corner])) == []
    assert told(display(back=[clipped], more=[middle])) == [("text-on-picture", 10)]


def test_a_group_needs_one_caption_for_all_or_one_each() -> None:
    bare, said = Picture("b.jpg", span=SOURCES[3]), Picture("c.jpg", Run("图说"))
    group = Picture("", members=(bare, said))
    assert told(display(), replace(STORY, pictures=(group,))) == [("no-caption", 4)]
    assert told(display(), replace(STORY, pictures=(replace(group, caption=Run("一组")),))) == []
