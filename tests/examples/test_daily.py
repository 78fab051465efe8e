"""``examples/daily`` and its two neighbours: every page builds sound and holds its whole stories; what the stories say
agrees with the date of issue, with the tables beside them and with each other."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from golden import assert_golden
from printlayout.base.diagnostics import Severity
from printlayout.build import build
from printlayout.model.built import Built
from printlayout.model.display import Line

EXAMPLES = Path(__file__).parents[2] / "examples"
DAILY = EXAMPLES / "daily"
WEEK = "一二三四五六日"
STAFF = frozenset(
    ["林知夏", "沈一舟", "顾砚青", "方屿", "陈可望", "许南枝", "罗景行", "宋亭", "韩拓", "周既白", "谭禾"]
)
"""Reporters, the photographer and one correspondent: nobody else signs a news story."""


@pytest.fixture(scope="module", params=["daily", "tabloid", "picture-page", "shiyan-tongzhan"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(EXAMPLES / request.param, tmp_path_factory.mktemp(request.param))


def stories() -> list[Path]:
    return sorted(
        path for name in ("daily", "tabloid", "picture-page") for path in EXAMPLES.glob(f"{name}/stories/*.md")
    )


def table(name: str) -> list[list[str]]:
    with (DAILY / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as source:
        return list(csv.reader(source))[1:]


def test_pages_are_sound(built: Built) -> None:
    """No error and no warning: nothing overset, nothing left empty, ads as the press wants them."""
    told = [f for f in built.findings if f.severity >= Severity.WARNING]
    assert not told, [(f.code, f.span, f.args) for f in told]
    assert all(page.display is not None for page in built.pages)


def test_pages_are_as_they_were_looked_at(built: Built) -> None:
    """Every shipped layout filled: front, city page of 8 columns, county page of 6, spread, sports, opinion,
    classified, tabloid, picture page, special report; and the page of another edition."""
    for page in built.pages:
        assert page.display is not None
        assert_golden(page.display, Path(__file__).parent / "golden" / "shipped" / f"{page.display.stem}.txt")


def test_furniture_is_all_there(built: Built) -> None:
    """Every fixed thing of a layout that prints something has something on the page: rules too."""
    for page in built.pages:
        display = page.display
        assert display is not None
        items = next(group.items for group in display.groups if group.name == "page")
        assert any(isinstance(item, Line) for item in items), page.number


def test_the_day_of_issue_is_a_tuesday() -> None:
    issue = yaml.safe_load((DAILY / "issue.yaml").read_text(encoding="utf-8"))
    assert issue["date"] == date(2026, 11, 24)
    assert WEEK[issue["date"].weekday()] == "二"
    weather = yaml.safe_load((DAILY / "data" / "weather.yaml").read_text(encoding="utf-8"))
    assert [day["day"] for day in weather["days"]] == [f"周{WEEK[n]}" for n in (2, 3, 4)]


@pytest.mark.parametrize("path", stories(), ids=lambda path: path.stem)
def test_who_signs_is_of_the_staff(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("　", " ")
    for said in re.findall(r"记者 ([^）,}\n]*)", text):
        names = re.sub(r"(?<!\S)(\S) (\S)(?!\S)", r"\1\2", said).split()
        for name in names:
            assert name in STAFF | {"通讯员", "摄"}, (path.name, name)


@pytest.mark.parametrize("path", stories(), ids=lambda path: path.stem)
def test_copy_is_clean(path: Path) -> None:
    """Full-width marks, a headline without a final mark, a body that ends a sentence."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    head = yaml.safe_load(front)
    body = re.sub(r"(?ms)^```.*?^```$", "", body)  # rows of a table are no sentences
    assert not str(head["headline"]).endswith(("。", "，"))
    assert not re.search(r"[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]", body)
    for picture in (one for place in head.get("pictures", ()) for one in place.get("group", [place])):
        assert not picture["caption"].endswith("。")
        assert (path.parents[1] / "pictures" / picture["file"]).is_file()


def test_standings_add_up() -> None:
    rows = table("standings")
    won = drawn = lost = scored = let_in = 0
    for _, team, played, w, d, n, goals, difference, points in rows:
        scores, against = map(int, goals.split("/"))
        assert int(w) + int(d) + int(n) == int(played) == 17, team
        assert 3 * int(w) + int(d) == int(points), team
        assert scores - against == int(difference), team
        won, drawn, lost = won + int(w), drawn + int(d), lost + int(n)
        scored, let_in = scored + scores, let_in + against
    assert won == lost
    assert drawn % 2 == 0
    assert scored == let_in
    assert [int(row[8]) for row in rows] == sorted((int(row[8]) for row in rows), reverse=True)


def test_every_team_plays_once_a_round() -> None:
    teams = {row[1] for row in table("standings")}
    for name in ("results", "fixtures"):
        rows = table(name)
        playing = [team for row in rows for team in row if team in teams]
        assert sorted(playing) == sorted(teams), name


def test_files_stay_small() -> None:
    for path in [*EXAMPLES.glob("*/ads/*.pdf")]:
        assert path.stat().st_size < 60_000, path.name
    for name in ("daily", "tabloid", "picture-page"):
        for path in (EXAMPLES / name / "pictures").iterdir():
            assert path.stat().st_size < 240_000, path.name
