"""Marks round the trimmed page: crop and registration marks, colour bars, the slug line; bleed and the sheet's size.

All of it stands outside the bleed, as groups of kind ``mark``, and is no part of what the page says. The sheet's
rectangle travels as a frame of kind ``sheet``. Sizes: crop marks 5 mm long, 0.25 pt, 3 mm or the bleed off the trim;
registration marks in the middle of each side; on a spread a dashed line at the fold 折线, and registration marks in the
middle of each of its pages; patches of 5 mm: the full process inks, their half tones, and a grey of three inks beside
the half tone of black that it should match (grey balance).
"""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

from printlayout.base.diagnostics import NOWHERE, Collector, Span
from printlayout.base.geometry import QUARTER, Rect
from printlayout.base.units import Mpt, mm
from printlayout.base.value import replace
from printlayout.layout.cells import TextRun
from printlayout.layout.itemise import CellMaker
from printlayout.layout.paint import Sources, paint_line
from printlayout.layout.paragraph import Setter, Shape
from printlayout.model.display import DisplayList, Fill, FrameBox, Group, Item, Line, Path
from printlayout.model.ink import BLACK, REGISTRATION, Ink
from printlayout.model.issue import Issue, Page
from printlayout.model.shaped import Shaper

CLEAR = mm(3)
"""Least distance of marks to the trim; a wider bleed moves them out."""
LENGTH = mm(5)
PATCH = mm(5)
ROOM = mm(12)
"""From bleed (or ``CLEAR``) to the sheet's edge."""
HAIR: Mpt = 250
RADIUS = mm(1.5)
SLUG: Mpt = 6_000
"""Size of the slug line's text."""
CYAN = Ink("C", 1000, 0, 0, 0)
MAGENTA = Ink("M", 0, 1000, 0, 0)
YELLOW = Ink("Y", 0, 0, 1000, 0)
GREY = Ink("CMY", 500, 400, 400, 0)
"""Grey of three inks: with these parts newsprint and coated paper come out about as grey as half black does."""
PATCHES = (CYAN, MAGENTA, YELLOW, BLACK, *(ink.tint(500) for ink in (CYAN, MAGENTA, YELLOW, BLACK)), GREY)
LABELS = {CYAN: "C", MAGENTA: "M", YELLOW: "Y", BLACK: "K"}


def dress(display: DisplayList, issue: Issue, page: Page, shaper: Shaper, collector: Collector) -> DisplayList:
    """The page on its sheet: the layout's bleed or the press's, and marks where one of them asks for them."""
    bleed = page.layout.bleed or issue.press.bleed
    if bleed != display.bleed:
        display = replace(display, bleed=bleed)
    if not marked(issue, page):
        return display
    trim = Rect(0, 0, display.width, display.height)
    off = max(bleed, CLEAR)
    sheet = trim.grown(off + ROOM)
    sources = Sources(list(display.sources))
    src = sources.id(page.layout.span)
    setter = Setter(CellMaker(shaper, collector), collector)
    pages = 2 if page.layout.spread else 1
    fold = fold_marks(trim, off, src) if pages == 2 else []
    marks = Group("mark", "press", (*crop_marks(trim, off, src), *register_marks(trim, off, src, pages), *fold))
    bars = Group("mark", "colour bar", tuple(colour_bar(trim, off, src, pages)))
    text = slug_text(issue, page)
    slug = Group("mark", "slug", tuple(_slug(text, page, trim, off, setter, sources)))
    return replace(
        display,
        groups=(*display.groups, marks, bars, slug),
        frames=(*display.frames, FrameBox("sheet", "", sheet)),
        sources=tuple(sources.spans),
    )


def marked(issue: Issue, page: Page) -> bool:
    """Whether a page goes out with marks."""
    return issue.press.marks or page.layout.marks


def crop_marks(trim: Rect, off: Mpt, src: int) -> list[Item]:
    """Two lines at each corner, in line with the trim's edges, from ``off`` outwards."""
    items: list[Item] = []
    for x, outward in ((trim.x, -1), (trim.right, 1)):
        for y, down in ((trim.y, -1), (trim.bottom, 1)):
            start, end = x + outward * off, x + outward * (off + LENGTH)
            items.append(Line(start, y, end, y, HAIR, REGISTRATION, src))
            start, end = y + down * off, y + down * (off + LENGTH)
            items.append(Line(x, start, x, end, HAIR, REGISTRATION, src))
    return items


def fold_marks(trim: Rect, off: Mpt, src: int) -> list[Item]:
    """A dashed line above and below, where the sheet of a spread is folded."""
    x, dash = trim.x + trim.width // 2, (LENGTH // 7, LENGTH // 7)
    ends = ((trim.y - off, trim.y - off - LENGTH), (trim.bottom + off, trim.bottom + off + LENGTH))
    return [Line(x, start, x, end, HAIR, REGISTRATION, src, dash) for start, end in ends]


def register_marks(trim: Rect, off: Mpt, src: int, pages: int = 1) -> list[Item]:
    """A circle with a cross in the middle of each side; above and below in the middle of each page."""
    middle_y, out = trim.y + trim.height // 2, off + LENGTH // 2
    middles = [trim.x + trim.width * (2 * page + 1) // (2 * pages) for page in range(pages)]
    places = [(x, y) for y in (trim.y - out, trim.bottom + out) for x in middles]
    places += [(trim.right + out, middle_y), (trim.x - out, middle_y)]
    items: list[Item] = []
    for x, y in places:
        arm = LENGTH // 2
        items.append(Line(x - arm, y, x + arm, y, HAIR, REGISTRATION, src))
        items.append(Line(x, y - arm, x, y + arm, HAIR, REGISTRATION, src))
        items.append(_circle(x, y, RADIUS, src))
    return items


def colour_bar(trim: Rect, off: Mpt, src: int, pages: int = 1) -> list[Item]:
    """The patches in a row above the page, left of the middle mark of its first page; on a narrow page smaller."""
    room = trim.width // (2 * pages) - 2 * LENGTH
    side = min(PATCH, room // len(PATCHES))
    if side < mm(1):
        return []
    top = trim.y - off - side
    return [Fill(Rect(trim.x + LENGTH + at * side, top, side, side), ink, src) for at, ink in enumerate(PATCHES)]


def slug_text(issue: Issue, page: Page) -> str:
    """What the slug line says: paper, date, page and section, edition, time of the issue, standard. The time is the
    issue's, never the clock's."""
    day, epoch = issue.date, issue.epoch
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC) if epoch is None else datetime.fromtimestamp(epoch, UTC)
    parts = (
        issue.paper, f"{day:%Y-%m-%d}", f"{page.folio.said} {page.section}".strip(), issue.edition_of(page),
        f"{moment:%Y-%m-%d %H:%M}Z", f"PDF/{issue.press.standard}", issue.press.condition,
    )  # fmt: skip
    return "　".join(part for part in parts if part)


def _slug(text: str, page: Page, trim: Rect, off: Mpt, setter: Setter, sources: Sources) -> list[Item]:
    """The slug line below the page, on every plate, and each plate's letter in its own ink."""
    # A blank between the letters: together they would be one Western word, of one ink.
    words = [*((f"{letter}　", ink) for ink, letter in LABELS.items()), (text, REGISTRATION)]
    style, span = page.layout.body, page.layout.span
    runs = [TextRun(said, style.face, style.latin or style.face, SLUG, ink, _whole(span)) for said, ink in words]
    wide = Shape(max(trim.width - 2 * LENGTH, SLUG), align="left")
    lines = setter.set(runs, style.composition, SLUG, wide).lines
    top = trim.bottom + off + LENGTH + mm(1)
    items: list[Item] = []
    for row, line in enumerate(lines[:2]):  # a narrow page may need two; more has no room
        items += paint_line(line, trim.x + LENGTH, top + row * SLUG * 5 // 4, SLUG, sources)
    return items


def _whole(span: Span) -> Span:
    return Span(span.file) if span != NOWHERE else NOWHERE


def _circle(x: Mpt, y: Mpt, radius: Mpt, src: int) -> Path:
    arm = radius * QUARTER // 10_000
    points = [x + radius, y]
    for (ax, ay), (bx, by) in pairwise(((1, 0), (0, 1), (-1, 0), (0, -1), (1, 0))):
        points += (
            x + ax * radius + bx * arm, y + ay * radius + by * arm,
            x + bx * radius + ax * arm, y + by * radius + ay * arm,
            x + bx * radius, y + by * radius,
        )  # fmt: skip
    return Path("mcccch", tuple(points), src, None, REGISTRATION, HAIR)
