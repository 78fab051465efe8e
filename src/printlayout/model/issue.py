"""An issue of a paper: date, number, people, pages with their stories."""

from __future__ import annotations

from datetime import date

from printlayout.base.diagnostics import NOWHERE, Span
from printlayout.base.value import dataclass, field
from printlayout.model.editions import Edition, names_of
from printlayout.model.folio import Folio
from printlayout.model.index import IndexEntry
from printlayout.model.layout import Layout
from printlayout.model.press import NEWSPRINT, PressProfile
from printlayout.model.story import Picture, Placement


@dataclass(frozen=True, slots=True)
class PlacedPdf:
    """A page of another PDF for an ad slot, or (``slot`` empty) for a whole page. ``box``: trim, media, crop, bleed,
    art; ``fit``: exact (within ``tolerance``), contain, cover, stretch; ``accept``: error or warn."""

    slot: str
    path: str
    page: int = 1
    box: str = "trim"
    fit: str = "exact"
    tolerance: int = 1_417
    accept: str = "error"
    span: Span = NOWHERE

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its folio ``number`` (of a spread the first one), section, layout, placed stories, and variables for the
    furniture (the issue's and its own, already merged)."""

    number: int
    section: str
    layout: Layout
    placements: tuple[Placement, ...]
    variables: dict[str, str] = field(default_factory=dict)
    span: Span = NOWHERE
    pictures: dict[str, Picture] = field(default_factory=dict)
    """Pictures put into picture slots, by the slot's name."""
    ads: tuple[PlacedPdf, ...] = ()
    ready: PlacedPdf | None = None
    """The PDF this page comes as; its layout then has nothing but sheet and grid."""
    last: int = 0
    """The second folio of a spread 通版; 0 on any other page."""

    files: tuple[str, ...] = ()
    """Further files the page is made from, absolute: vector art, data of blocks."""

    edition: str = ""
    """Code of the first edition the page is of; it stands in the page's file name."""
    editions: tuple[str, ...] = ("",)
    """Codes of all editions that share the page."""
    index: tuple[IndexEntry, ...] = ()

    @property
    def folio(self) -> Folio:
        """The page's numbers."""
        return Folio(self.number, self.last)

    @property
    def every_picture(self) -> tuple[Picture, ...]:
        """The pictures of the page's stories, in order, then those of its picture slots; groups and insets one by
        one."""
        placed = [picture for placement in self.placements for picture in placement.story.pictures]
        return tuple(one for picture in (*placed, *self.pictures.values()) for one in picture.files)


@dataclass(frozen=True, slots=True)
class Section:
    """Pages that are folded together (叠). ``fold``: nested 套帖, stitched 骑马订, loose 单张, spreads for proofs;
    ``creep``: how far the pages of a stitched section move towards the fold for every sheet outside their own."""

    name: str
    pages: tuple[int, ...]
    fold: str = "nested"
    creep: int = 0
    right_bound: bool = False
    span: Span = NOWHERE

    @property
    def said(self) -> str:
        """The section by its name or its pages."""
        return self.name or (f"{self.pages[0]:02d}–{self.pages[-1]:02d}" if self.pages else "—")


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue, read and checked. ``code`` is the paper's short name in file names."""

    paper: str
    code: str
    date: date
    number: str
    edition: str
    pages: tuple[Page, ...]
    root: str
    """Folder of ``issue.yaml``, absolute."""
    span: Span = NOWHERE
    press: PressProfile = NEWSPRINT
    epoch: int | None = None
    """Seconds since 1970 that count as the time the issue was made (``SOURCE_DATE_EPOCH``), in place of its date."""
    release_pattern: str = "{code}-{date}-{page}.pdf"
    """File name of a page that leaves the house."""
    sections: tuple[Section, ...] = ()
    """How the pages are folded; without any they are one section."""

    editions: tuple[Edition, ...] = ()
    """The issue's own edition and all further ones; none where there is only one."""
    chosen: str | None = None
    """Code of the edition whose pages only were read."""

    def edition_of(self, page: Page) -> str:
        """Name of the edition a page goes out for; of all that share it, if none was chosen."""
        if not self.editions:
            return self.edition
        return names_of(self.editions, page.editions if self.chosen is None else (self.chosen,))

    def stem(self, edition: str = "") -> str:
        """What the files of an edition as a whole are called: ``<paper code>-<yyyymmdd>``, and its code."""
        return f"{self.code}-{self.date:%Y%m%d}" + (f"-{edition}" if edition else "")

    def file_stem(self, page: Page) -> str:
        """Name of a page's press file without ending: ``<paper code>-<yyyymmdd>-<page>``, of a spread with
        both its folios; before them the code of the edition, where the issue's own has another page."""
        return f"{self.stem(page.edition)}-{page.folio.said}"
