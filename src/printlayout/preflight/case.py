"""A file under examination: what all its checks share."""

from __future__ import annotations

from collections.abc import Sequence

from printlayout.base.diagnostics import Span
from printlayout.base.value import dataclass, field
from printlayout.model.display import DisplayList, Fill, Glyphs, Image
from printlayout.model.press import PressProfile
from printlayout.preflight.facts import Facts
from printlayout.preflight.reader import Pdf, numbers
from printlayout.preflight.registry import Teller

LABELS = {"X-4": "PDF/X-4", "X-1a": "PDF/X-1a:2003"}
"""GTS_PDFXVersion of each standard."""


@dataclass(slots=True)
class Case:
    """``displays``: the display lists the file was made from, if it is ours; through them findings name YAML and
    stories. ``name``: what the file is called in findings. ``scale``: how many times as wide and high as in the file
    it is printed. ``claimed``: it must say that it is what ``standard`` says; if not, it must say nothing."""

    pdf: Pdf
    facts: Facts
    press: PressProfile
    standard: str
    teller: Teller
    name: str
    displays: Sequence[DisplayList] = ()
    scale: tuple[float, float] = (1, 1)
    claimed: bool = True
    _places: dict[int, dict[tuple[str, int, int], int]] = field(default_factory=dict)

    @property
    def x1a(self) -> bool:
        """Whether the standard is PDF/X-1a."""
        return self.standard == "X-1a"

    @property
    def label(self) -> str:
        """The standard's full name."""
        return LABELS[self.standard]

    def tell(self, code: str, span: Span | None = None, /, **args: object) -> None:
        """Tell that a check failed, at the file unless a better place is known."""
        self.teller.tell(code, span or Span(self.name), **args)

    def where(self, page: int = 0, number: int = 0) -> dict[str, str]:
        """The arguments that name a page and an object."""
        zh = [f"第 {page} 页" if page else "", f"对象 {number}" if number else ""]
        en = [f"page {page}" if page else "", f"object {number}" if number else ""]
        return {"where_zh": "".join(zh) or "文件", "where_en": ", ".join(filter(None, en)) or "the file"}

    def span(self, page: int, kind: str, x: float, y: float) -> Span | None:
        """Where something of ours at a place of a page comes from: ``kind`` is text, fill or picture; of areas, the
        lower left corner counts."""
        if not 0 < page <= len(self.displays):
            return None
        display = self.displays[page - 1]
        if page not in self._places:
            self._places[page] = _index(display)
        entries = self.pdf.pages()[page - 1][1]
        box = numbers(self.pdf.array(entries.get("TrimBox")), 4)
        if box is None:
            return None
        left, down = round((x - box[0]) * 100), round((box[3] - y) * 100)
        for dx in (0, -1, 1):
            for dy in (0, -1, 1):
                src = self._places[page].get((kind, left + dx, down + dy))
                if src is not None and 0 <= src < len(display.sources):
                    return display.sources[src]
        return None


def _index(display: DisplayList) -> dict[tuple[str, int, int], int]:
    """Sources by kind and place, in hundredths of a point."""
    found: dict[tuple[str, int, int], int] = {}
    for group in display.groups:
        for item in group.items:
            match item:
                case Glyphs():
                    found.setdefault(("text", round(item.x / 10), round(item.y / 10)), item.src)
                case Fill(rect=rect):
                    found.setdefault(("fill", round(rect.x / 10), round(rect.bottom / 10)), item.src)
                case Image(rect=rect):
                    found.setdefault(("picture", round(rect.x / 10), round(rect.bottom / 10)), item.src)
    return found
