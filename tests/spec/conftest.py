"""A small issue on disk that tests bend."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from printlayout.base.diagnostics import Collector, Finding
from printlayout.model.issue import Issue
from printlayout.spec.issues import load_issue

ISSUE = """\
paper: {name: 新报, code: xinbao}
date: 2023-01-13
people: {责编: 张三}
pages:
  - page: 1
    layout: small
    stories:
      lead: one
"""

LAYOUT = """\
sheet: {width: 100mm, height: 100mm}
type-area: {top: 10mm, lines: 10}
grid: {columns: 2, column: 10字, gutter: 1字, body: 10pt, leading: 15pt}
styles:
  body: {face: 宋 400, size: 10pt}
  subhead: {face: 黑 700, size: 10pt}
  caption: {face: 楷, size: 8pt}
  credit: {face: 楷, size: 7pt}
  head: {face: 宋 900, size: 20pt}
slots:
  lead: {columns: 1-2, lines: 1-10, head: {headline: head}}
"""

STORY = """\
---
headline: 标题
---
正文一段。
"""


@dataclass
class Folder:
    """An issue's folder and what loading it told."""

    root: Path
    collector: Collector

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def change(self, name: str, old: str, new: str) -> None:
        text = (self.root / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new, 1))

    def load(self, pages: set[int] | None = None) -> Issue | None:
        self.collector = Collector()
        return load_issue(self.root, self.collector, pages)

    def told(self) -> list[tuple[str, str, int, int]]:
        """Code, file name, line, column of every finding."""
        return [(f.code, Path(f.span.file).name, f.span.line, f.span.column) for f in self.collector.findings]

    def codes(self) -> list[str]:
        return [f.code for f in self.collector.findings]

    def only(self) -> Finding:
        assert len(self.collector.findings) == 1, self.collector.findings
        return self.collector.findings[0]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path / "issue", Collector())
    made.write("issue.yaml", ISSUE)
    made.write("layouts/small.yaml", LAYOUT)
    made.write("stories/one.md", STORY)
    return made
