"""An issue with a spread on disk, small enough to count by hand.

One page is 100 mm wide; its two columns of 10 字 at 10 pt with a gutter of 1 字 make a type area of 210 pt in the
middle, (283.465 - 210) / 2 = 36.732 pt from either edge.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from pages import small
from printlayout.base.diagnostics import Collector
from spec.conftest import Folder

ISSUE = """\
paper: {name: 新报, code: xinbao}
date: 2023-01-13
pages:
  - page: 3
    section: 要闻
    layout: one
    stories: {lead: three}
  - page: 4-5
    section: 专题
    layout: across
    stories: {lead: four}
"""

ONE = """\
sheet: {width: 100mm, height: 80mm}
type-area: {top: 10mm, lines: 10}
grid: {columns: 2, column: 10字, gutter: 1字, body: 10pt, leading: 15pt}
styles:
  body: {face: 宋 400, size: 10pt, indent: 2字}
  subhead: {face: 黑 700, size: 10pt, lines: 2}
  caption: {face: 楷 400, size: 8pt}
  credit: {face: 楷 400, size: 7pt}
  head: {face: 宋 900, size: 20pt}
  folio: {face: 黑 500, size: 8pt}
slots:
  lead: {columns: 1-2, lines: 1-10, head: {headline: head}}
furniture:
  - {name: folio, kind: text, columns: 1, y: 5mm, height: 4mm, text: "第{page}版", style: folio}
  - {name: date, kind: text, x: 70mm, width: 25mm, y: 5mm, height: 4mm, text: "{date}", style: folio}
"""

ACROSS = """\
extends: one
spread: true
slots:
  lead: {columns: 1-4, lines: 1-10, head: {columns: 1-4, headline: head}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path / "issue", Collector())
    made.write("issue.yaml", ISSUE)
    made.write("layouts/one.yaml", ONE)
    made.write("layouts/across.yaml", ACROSS)
    made.write("stories/three.md", small.story(small.han(138)))
    made.write("stories/four.md", small.story(small.han(278)))
    return made
