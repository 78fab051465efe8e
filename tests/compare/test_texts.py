"""Passages in which two texts differ, and pages of files that belong together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from printlayout.compare.texts import MOST_WORK, aligned, alike, passages


def test_one_character() -> None:
    (found,) = passages("汉江两岸的稻子熟了", "汉江两岸的麦子熟了")
    assert (found.old, found.new, found.old_at, found.new_at) == ("稻", "麦", 5, 5)
    assert (found.before, found.after) == ("汉江两岸的", "子熟了")


def test_added_and_removed() -> None:
    assert [(p.old, p.new) for p in passages("甲乙丙丁戊", "甲丙丁戊己")] == [("乙", ""), ("", "己")]
    assert passages("甲", "甲") == []
    assert [(p.old, p.new) for p in passages("", "甲")] == [("", "甲")]


def test_texts_too_long_to_be_searched_differ_in_one_passage() -> None:
    length = int(MOST_WORK**0.5) + 10
    (found,) = passages("头" + "甲" * length + "尾", "头" + "乙" * length + "尾")
    assert (found.old_at, len(found.old), found.after) == (1, length, "尾")


@given(st.text("甲乙丙丁", max_size=40), st.text("甲乙丙丁", max_size=40))
def test_passages_lead_from_the_old_text_to_the_new_one(old: str, new: str) -> None:
    made, at = "", 0
    for found in passages(old, new):
        made += old[at : found.old_at]
        assert len(made) == found.new_at and old[found.old_at :].startswith(found.old)
        made += found.new
        at = found.old_at + len(found.old)
    assert made + old[at:] == new


def test_another_text_is_no_edited_one() -> None:
    assert alike("汉江两岸的稻子熟了", "汉江两岸的麦子熟了") > 0.7
    assert alike("汉江两岸的稻子熟了", "本市昨日召开工作会议") < 0.1


def test_pages_are_paired_by_text_and_else_in_order() -> None:
    assert aligned(["一", "二", "三"], ["零", "一", "贰", "三"]) == [(-1, 0), (0, 1), (1, 2), (2, 3)]
    assert aligned(["一", "二"], ["一"]) == [(0, 0), (1, -1)]
