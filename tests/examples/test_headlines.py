"""``examples/headlines``: the four relations of headline and text, and every way to draw a headline, as they were
looked at; every word of a headline is in the file once."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from golden import assert_golden
from printlayout.build import build
from printlayout.model.built import Built

SILENT = "\u200b"
EXAMPLE = Path(__file__).parents[2] / "examples" / "headlines"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(EXAMPLE, tmp_path_factory.mktemp("headlines"))


@pytest.mark.parametrize("number", [1, 2])
def test_the_pages_as_they_were_looked_at(built: Built, number: int) -> None:
    display = built.pages[number - 1].display
    assert display is not None
    assert_golden(display, Path(__file__).parent / "golden" / f"headlines-{number}.txt")


def test_nothing_is_told_but_where_a_headline_was_broken(built: Built) -> None:
    assert built.issue is not None
    assert [finding.code for finding in built.findings] == ["head.broken"]
    assert [fit.overset_lines for page in built.pages for fit in page.copyfit] == [0] * 12


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (1, ["一盏灯亮到天明", "满城书香不打烊", "云溪县图书馆", "今日头条", "摆渡人老梁", "桂花开的时候"]),
        (2, ["早市新鲜菜", "飞驰的班车", "元宵灯会今晚亮灯", "千名考生顶雪赶考无一迟到", "窑火重燃",
             "公交线路今起试运行"]),
    ],
)  # fmt: skip
def test_shadows_sides_and_grounds_say_nothing(built: Built, page: int, words: list[str]) -> None:
    document = pdfium.PdfDocument(built.pages[page - 1].pdf)
    said = "".join(document[0].get_textpage().get_text_range().replace(SILENT, "").split())
    for word in words:
        assert said.count(word) == 1, word
