"""An issue of four pages on disk, and its sign-off called as the commands call it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from pages import small
from printlayout.base.diagnostics import Collector
from printlayout.build import build
from printlayout.job import make_page, open_fonts
from printlayout.model.built import Built
from printlayout.model.issue import Issue
from printlayout.release.deliver import Delivery, release
from printlayout.release.record import Event
from printlayout.release.sign import Desk, sign, unsign
from printlayout.spec.issues import load_issue

AT = datetime(2023, 1, 13, 0, 41, 10, tzinfo=timezone(timedelta(hours=8)))
DESK = Desk("李文", AT)
HEAD = "paper: {name: 新报, code: xinbao}\ndate: 2023-01-13\n"
NAMES = ("one", "two", "three", "four")


def spec(pages: int = 4, head: str = HEAD) -> str:
    """``issue.yaml`` of so many pages."""
    entries = [
        f"  - page: {n}\n    section: 版{n}\n    layout: small\n    stories: {{lead: {name}}}\n"
        for n, name in enumerate(NAMES[:pages], 1)
    ]
    return head + "pages:\n" + "".join(entries)


class House:
    """An issue, its press files in ``out``, and what is done with them."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "issue"
        self.out = folder / "out"
        self.to = folder / "plant"
        small.write(self.root, small.story(small.han(138)))
        for n, name in enumerate(NAMES):
            text = small.story(small.han(138 - 10 * n))
            (self.root / "stories" / f"{name}.md").write_text(text, encoding="utf-8")
        self.write("issue.yaml", spec())

    def write(self, name: str, text: str) -> None:
        (self.root / name).write_text(text, encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        text = (self.root / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def cut(self) -> None:
        """The issue with its first two pages only."""
        self.write("issue.yaml", spec(2))
        for name in NAMES[2:]:
            (self.root / "stories" / f"{name}.md").unlink()

    def issue(self, *pages: int) -> Issue:
        issue = load_issue(self.root, Collector(), set(pages) or None)
        assert issue is not None
        return issue

    def press(self, page: int) -> Path:
        return self.out / f"xinbao-20230113-{page:02d}.pdf"

    def build(self, *pages: int) -> Built:
        return build(self.root, self.out, set(pages) or None)

    def sign(self, *pages: int, desk: Desk = DESK) -> tuple[list[Event], Collector]:
        collector = Collector()
        fonts = open_fonts(self.root, collector)
        made = sign(
            self.issue(*pages), self.out, desk, lambda i, p: make_page(i, p, fonts), fonts, collector
        )  # fmt: skip
        return made, collector

    def unsign(self, *pages: int, reason: str = "更正标题") -> tuple[list[Event], Collector]:
        collector = Collector()
        return unsign(self.root, pages, DESK, reason, collector), collector

    def release(self, *pages: int, to: Path | None = None) -> tuple[list[Delivery], Collector]:
        collector = Collector()
        sent, _ = release(self.issue(*pages), self.out, to or self.to, DESK, collector, whole=not pages)
        return sent, collector


def codes(found: Collector | Built) -> list[str]:
    """Codes of all findings but notes on columns."""
    return [f.code for f in found.findings if f.code not in ("layout.not-level", "layout.underfull")]


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)
