from datetime import date

import pytest

from printlayout.text.dates import han_date, long_date, parse_date, weekday


def test_forms_of_a_day() -> None:
    day = date(2023, 1, 13)
    assert (long_date(day), han_date(day), weekday(day)) == ("2023年1月13日", "二〇二三年一月十三日", "星期五")


@pytest.mark.parametrize(
    ("day", "han"),
    [
        (date(2000, 10, 10), "二〇〇〇年十月十日"),
        (date(1999, 12, 20), "一九九九年十二月二十日"),
        (date(2024, 2, 29), "二〇二四年二月二十九日"),
        (date(2026, 11, 1), "二〇二六年十一月一日"),
    ],
)
def test_han_dates(day: date, han: str) -> None:
    assert han_date(day) == han


@pytest.mark.parametrize("text", ["2023-01-13", "2023-1-13", "2023/1/13", "2023年1月13日", " 2023年01月13日 "])
def test_written_days(text: str) -> None:
    assert parse_date(text) == date(2023, 1, 13)


@pytest.mark.parametrize(
    "text", ["", "2023-13-01", "2023-02-30", "13.1.2023", "2023-1/13", "２０２３-01-13", "0000-01-01"]
)
def test_no_days(text: str) -> None:
    assert parse_date(text) is None
