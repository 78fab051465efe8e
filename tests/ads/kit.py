"""PDF files for ad slots, made by hand and by our own writer; an issue with places for them."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf

from pages import small
from pdf.fontkit import Fonts
from pdf.pages import text
from printlayout.base.diagnostics import Span
from printlayout.base.geometry import Rect
from printlayout.base.units import mm
from printlayout.build import build
from printlayout.model.built import Built
from printlayout.model.display import DisplayList, Fill, Group, Item
from printlayout.model.ink import Ink
from printlayout.pdf.metadata import Meta
from printlayout.pdf.writer import write

CYAN = Ink("c", 1000, 0, 0, 0)
LAYOUT = small.LAYOUT.replace("height: 80mm", "height: 120mm") + (
    "ads:\n  foot: {x: 20mm, y: 70mm, width: 60mm, height: 30mm}\n"
)
STEM = "xinbao-20230113-01"


def display(items: list[Item], width: float, height: float, bleed: float = 0, number: int = 1) -> DisplayList:
    """A page of so many millimetres."""
    groups = (Group("story", "a", tuple(items)),)
    return DisplayList("ad", "ad", number, mm(width), mm(height), mm(bleed), groups, (), (Span("ad"),))


def ad(width: float = 60, height: float = 30, bleed: float = 0, words: str = "一丁七 ad", pages: int = 1) -> bytes:
    """A sound ad, cyan over its bleed, with a line of text 10 pt from its left and 20 pt from its top."""
    made = []
    for number in range(1, pages + 1):
        said = words if number == 1 else f"{words} {number}"
        back = Fill(Rect(0, 0, mm(width), mm(height)).grown(mm(bleed)), CYAN, 0)
        made.append(display([back, text(said, x=10_000, y=20_000)], width, height, bleed, number))
    return write(made, Fonts(), Meta("ad", date(2023, 1, 1)))


def changed(data: bytes, change: object) -> bytes:
    """A PDF after ``change`` had it."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)  # type: ignore[operator]
        pdf.save(out, static_id=True)
    return out.getvalue()


def issue(folder: Path, data: bytes | None, entry: str = "{file: a.pdf}", layout: str = LAYOUT, page: str = "") -> Path:
    """An issue of one page with that ad in its slot, or with ``page`` as it is written."""
    small.write(folder, small.story(small.han(138)), layout)
    spec = small.ISSUE + (page or f"    ads: {{foot: {entry}}}\n")
    if page.startswith("    pdf:"):
        spec = spec.replace("    stories:\n      lead: one\n", "")
        (folder / "stories" / "one.md").unlink()
    (folder / "issue.yaml").write_text(spec, encoding="utf-8")
    if data is not None:
        (folder / "ads").mkdir(exist_ok=True)
        (folder / "ads" / "a.pdf").write_bytes(data)
    return folder


def built(
    folder: Path, data: bytes | None, entry: str = "{file: a.pdf}", layout: str = LAYOUT, page: str = ""
) -> Built:
    """That issue built into ``folder/out``."""
    return build(issue(folder / "issue", data, entry, layout, page), folder / "out")


def told(made: Built) -> list[str]:
    """Errors and warnings as ``severity code``; of what an ad breaks, the check."""
    return [
        f"{f.severity.name.lower()} {f.args.get('check', '') if f.code == 'ad.breaks' else f.code}"
        for f in made.findings
        if f.severity.name != "INFO"
    ]
