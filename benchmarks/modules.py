"""A page of twelve modules whose heights are all to be found (弹性版面): what make-up costs on top of composition."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

MODULES = """\
extends: broadsheet
grid: {columns: 8, column: 13字, gutter: 1字, body: 小五, leading: 12pt}
keep-furniture: false
styles: {third: {extends: lead-headline, size: 一号, sizes: [一号, 小一, 二号, 小二, 三号]}}
regions:
  main:
    lines: 1-116
    stack:
      - row: [{slot: m1, columns: 1-5}, {columns: 6-8, stack: [{slot: m2}, {slot: m3}]}]
      - row:
          - {columns: 1-3, stack: [{slot: m4}, {slot: m5}]}
          - {columns: 4-6, stack: [{slot: m6}, {slot: m7}]}
          - {columns: 7-8, stack: [{slot: m8}, {slot: m9}]}
      - row: [{slot: m10, columns: 1-3}, {slot: m11, columns: 4-6}, {slot: m12, columns: 7-8}]
slots:
"""
"""A page of twelve modules whose heights are all to be found, each with a picture."""


def twelve_modules(folder: Path, example: Path) -> Path:
    """A page of twelve stories, cut from the special report's, about as long as their places."""
    columns = (5, 3, 3, 3, 3, 3, 3, 2, 2, 3, 3, 2)
    characters = (1650, 340, 350, 430, 440, 420, 430, 330, 340, 560, 570, 470)
    text = "".join((example / "stories" / f"{name}.md").read_text(encoding="utf-8") for name in ("zhangwan", "jingkai"))
    paragraphs = [line for line in text.split("---")[2].splitlines() if len(line) > 60]
    slots, placed = [], []
    (folder / "layouts").mkdir(parents=True)
    (folder / "stories").mkdir()
    shutil.copytree(example / "pictures", folder / "pictures")
    for number, (wide, length) in enumerate(zip(columns, characters, strict=True), 1):
        body = "\n\n".join(paragraphs[number % 7 :] + paragraphs)[:length]
        front = f"headline: 第{number}条消息　今天上版面\npictures: [{{file: zhangwan-1.jpg, caption: 图为现场}}]\n"
        (folder / "stories" / f"s{number}.md").write_text(f"---\n{front}---\n{body}\n", encoding="utf-8")
        picture = f"{{columns: {max(1, wide - 2)}-{wide - 1}, line: 1, lines: {12 if wide > 2 else 9}}}"
        slots.append(f"  m{number}: {{head: {{headline: third}}, pictures: [{picture}], column-rule: hairline}}\n")
        placed.append(f"m{number}: s{number}")
    (folder / "layouts" / "modules.yaml").write_text(MODULES + "".join(slots), encoding="utf-8")
    issue = "paper: {name: 新报, code: xb}\ndate: 2026-11-24\npages:\n  - {page: 1, layout: modules, stories: {"
    (folder / "issue.yaml").write_text(f"{issue}{', '.join(placed)}}}}}\n", encoding="utf-8")
    return folder


def make_up_of(folder: Path) -> Callable[[], None]:
    """Make-up alone of the page in ``folder``: heights found, stories set into them, everything remembered between runs
    thrown away but the faces."""
    from printlayout.base.diagnostics import Collector
    from printlayout.images import ImageInfo, probe
    from printlayout.job import open_fonts
    from printlayout.layout.page import PageSetter
    from printlayout.makeup.pages import make_up
    from printlayout.spec.issues import load_issue

    issue = load_issue(folder, Collector())
    assert issue is not None
    page, fonts = issue.pages[0], open_fonts(folder, Collector())
    found = {picture.path: probe(picture.path, picture.span) for picture in page.every_picture}
    sizes = {path: (info.width, info.height) for path, info in found.items() if isinstance(info, ImageInfo)}

    def run() -> None:
        collector = Collector()
        make_up(page, PageSetter(fonts, sizes, {}, collector), sizes, collector)

    return run


def composed_of(folder: Path) -> Callable[[], None]:
    """The same page's stories composed once, at the heights their region has: what make-up stands on top of."""
    from printlayout.base.diagnostics import Collector
    from printlayout.job import open_fonts
    from printlayout.layout.page import PageSetter
    from printlayout.makeup.module import Module
    from printlayout.spec.issues import load_issue

    issue = load_issue(folder, Collector())
    assert issue is not None
    page, fonts = issue.pages[0], open_fonts(folder, Collector())

    def run() -> None:
        collector = Collector()
        setter = PageSetter(fonts, {}, {}, collector)
        for placement in page.placements:
            slot = page.layout.slot(placement.slot)
            assert slot is not None
            Module(placement, slot, page.layout.grid, setter.setter, collector).make()

    return run
