"""The documentation as a site: built in strict mode, nothing left out, nothing asked of another machine."""

from __future__ import annotations

import re
import runpy
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
MAKER: Any = runpy.run_path(str(ROOT / "docs" / "make_site.py"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site; a link or an anchor that leads nowhere stops it."""
    out: Path = tmp_path_factory.mktemp("site") / "docs"
    assert MAKER["build"](out) == 0
    return out


def named(nav: list[Any]) -> Iterator[str]:
    for entry in nav:
        for value in entry.values():
            if isinstance(value, str):
                yield value
            else:
                yield from named(value)


def test_every_page_is_in_the_navigation() -> None:
    nav = tomllib.loads((ROOT / "docs" / "zensical.toml").read_text(encoding="utf-8"))["project"]["nav"]
    pages = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    assert sorted(named(nav)) == sorted(pages | set(MAKER["PAGES"].values())), "docs/zensical.toml: nav"


def test_pages_and_pictures_are_there(site: Path) -> None:
    for name in ("index.html", "tutorial.html", "how-to/headlines.html", "examples.html", "schema/issue.schema.json"):
        assert (site / name).exists(), name
    for page in site.rglob("*.html"):
        for source in re.findall(r'<img[^>]* src="([^"]+)"', page.read_text(encoding="utf-8")):
            assert (page.parent / source).resolve().is_relative_to(site.resolve()), (page, source)
            assert (page.parent / source).exists(), (page, source)


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        fetched = re.findall(r'<(?:script|link|img|iframe)\b[^>]*(?:src|href)="((?:https?:)?//[^"]+)"', text)
        assert fetched == [], page
    for sheet in site.rglob("*.css"):
        assert not re.findall(r"url\((?:['\"])?(?:https?:)?//[^)]*\)|@import", sheet.read_text(encoding="utf-8")), sheet


def test_a_link_that_leads_nowhere_stops_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gather = MAKER["gather"]

    def broken(folder: Path) -> None:
        gather(folder)
        page = folder / "pages" / "exit-codes.md"
        page.write_text(page.read_text(encoding="utf-8") + "\n[x](messages.md#no-such-place)\n", encoding="utf-8")

    monkeypatch.setitem(MAKER["build"].__globals__, "gather", broken)
    assert MAKER["build"](tmp_path / "docs") == 1
    assert not (tmp_path / "docs").exists()


@pytest.mark.parametrize(
    ("path", "text", "moved"),
    [
        ("README.md", "[a](docs/spec.md#in-english)", "[a](spec.md#in-english)"),
        ("README.md", "![a](docs/images/body.png)", "![a](images/body.png)"),
        ("README.md", "[![a](docs/images/b.jpg)](examples/x/issue.yaml)", "![a](images/b.jpg)"),
        ("docs/how-to/fonts.md", "[a](../../fonts/README.md)", "[a](../fonts.md)"),
        ("docs/spec.md", "[examples](../examples/README.md) [b](#here)", "[examples](examples.md) [b](#here)"),
        ("docs/spec.md", "[folder](../layouts/) `[x](y.md)`", "folder `[x](y.md)`"),
        ("examples/README.md", "[daily](daily/)", "daily"),
        ("docs/spec.md", "[web](https://example.org/a.md)", "[web](https://example.org/a.md)"),
    ],
)
def test_links_move_with_their_pages(path: str, text: str, moved: str) -> None:
    assert MAKER["moved"](text, path) == moved
