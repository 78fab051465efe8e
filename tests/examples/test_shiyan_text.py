"""The two stories of ``examples/shiyan-tongzhan`` hold every word the newsroom sent, and no other.

The expected numbers do not come from the stories. They were computed by shell from the newsroom's plain-text file
before there was a story: headline, deck, byline, the three captions and the body of one article, in that order, minus
white space (the file has no ``#`` and no ``*``)::

    sed -n '/^凝心聚力/,/^携手精准/p' FILE | sed '$d' | tr -d '[:space:]' > zhangwan
    sed -n '/^携手精准/,/^新使命/p'   FILE | sed '$d' | tr -d '[:space:]' > jingkai
    wc -m zhangwan jingkai; sha256sum zhangwan jingkai

The stories write the same things in the same order, so they must come to the same when white space, ``##`` and ``**``
are taken out. What white space says (paragraphs, the two parts of a heading) is held by the tests below that.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

EXAMPLE = Path(__file__).parents[2] / "examples" / "shiyan-tongzhan"
STORIES = ("zhangwan", "jingkai")
WIDE = "\u3000"


def _read(name: str) -> tuple[dict[str, Any], list[str]]:
    """Front matter and blocks of a story, by the shortest way: this test does not trust the program's own reader."""
    source = (EXAMPLE / "stories" / f"{name}.md").read_text(encoding="utf-8")
    _, front, body = re.split(r"^---\n", source, maxsplit=2, flags=re.MULTILINE)
    return yaml.safe_load(front), body.strip("\n").split("\n\n")


def _bare(name: str) -> str:
    front, blocks = _read(name)
    captions = [picture["caption"] for picture in front["pictures"]]
    text = "".join([front["headline"], front["deck"], front["byline"], *captions, *blocks])
    return re.sub(r"\s|##|\*\*", "", text)


@pytest.mark.parametrize(
    ("name", "count", "digest"),
    [
        ("zhangwan", 2467, "74ab827674cb29e22cfd1ccb52a7fe007180b356335e5a3615d9e632011ccdcd"),
        ("jingkai", 2591, "40b73c2b9522dcdf98380d161678158dae683dd2c054012ca651efbbd61d61e7"),
    ],
)
def test_no_word_is_lost_or_changed(name: str, count: int, digest: str) -> None:
    text = _bare(name)
    assert len(text) == count
    assert hashlib.sha256(text.encode()).hexdigest() == digest


@pytest.mark.parametrize(
    ("name", "paragraphs", "subheads", "runins"),
    [("zhangwan", 19, 4, 13), ("jingkai", 11, 5, 1)],
)
def test_parts_of_the_body(name: str, paragraphs: int, subheads: int, runins: int) -> None:
    _, blocks = _read(name)
    heads = [block for block in blocks if block.startswith("## ")]
    assert len(heads) == subheads
    assert len(blocks) - len(heads) == paragraphs
    assert sum(bool(re.match(r"\*\*[^*。]+。\*\*[^*]+$", block)) for block in blocks) == runins
    assert sum(block.count("*") for block in blocks) == 4 * runins


@pytest.mark.parametrize("name", STORIES)
def test_a_paragraph_is_one_line_and_whole(name: str) -> None:
    """A paragraph cut where a printed column broke would end without a full stop."""
    _, blocks = _read(name)
    for block in blocks:
        assert "\n" not in block
        assert block == block.strip()
        assert block.startswith("## ") or block.endswith("。")


@pytest.mark.parametrize("name", STORIES)
def test_two_part_headings_keep_their_wide_space(name: str) -> None:
    front, blocks = _read(name)
    for heading in [front["headline"], *(block[3:] for block in blocks if block.startswith("## "))]:
        first, second = heading.split(WIDE)
        assert first
        assert second
        assert " " not in heading
    assert " " not in front["byline"]
    assert front["byline"].split(WIDE)[0] == "记者马胜江"


@pytest.mark.parametrize("name", STORIES)
def test_marks_are_as_the_newsroom_typed_them(name: str) -> None:
    """Half-width in the source: to make them full-width is the program's work, and this example shows it."""
    _, blocks = _read(name)
    assert not re.search(r"[，；：（）％！？]", "".join(blocks))
    inner = re.findall(r"\S+[ \u3000]\S+", re.sub(r"(?m)^## .*$", "", "\n".join(blocks)))
    assert len(inner) == (1 if name == "jingkai" else 0)  # the lone “ and ” of the second article


@pytest.mark.parametrize("name", STORIES)
def test_pictures_exist_and_have_captions(name: str) -> None:
    front, _ = _read(name)
    assert [picture["file"] for picture in front["pictures"]] == [f"{name}-{n}.jpg" for n in (1, 2, 3)]
    for picture in front["pictures"]:
        assert picture["caption"]
        assert (EXAMPLE / "pictures" / picture["file"]).is_file()
