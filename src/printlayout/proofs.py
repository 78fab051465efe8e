"""The proof of an issue (样张): every page as a picture, a contact sheet, and the site a desk looks at them with.

Pixels come from the finished files, geometry from the display lists; nothing is set a second time. A page with errors
is shown all the same, from a file that claims nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from printlayout.base.diagnostics import Collector, Fault, Finding
from printlayout.base.files import write_file
from printlayout.base.geometry import Rect
from printlayout.base.value import dataclass, field, replace
from printlayout.build import ExecutorFor, Progress, build_pages
from printlayout.job import SubsetFonts, open_fonts, page_meta, worker_fonts
from printlayout.model.built import BuiltPage
from printlayout.model.display import DisplayList, Fill, Glyphs, Line
from printlayout.model.display import Path as Drawn
from printlayout.model.issue import Issue
from printlayout.model.press import PressProfile
from printlayout.pdf.standard import sheet, target, unclaimed
from printlayout.pdf.writer import write
from printlayout.plates.spaces import PROCESS
from printlayout.preflight.page_content import check_issue
from printlayout.preview.geometry import lines_of
from printlayout.preview.issue import Seen, elsewhere, issue_data, openings_of
from printlayout.preview.overlays import Mark, layers
from printlayout.preview.pictures import (
    contact_sheet,
    heat_png,
    ink_table,
    jpeg,
    marked,
    picture,
    plate_png,
    png,
    table_png,
    thumbnail,
)
from printlayout.preview.places import place_of
from printlayout.preview.raster import colour_pixels
from printlayout.preview.site import site
from printlayout.separations import on_paper, separate
from printlayout.spec.issues import load_issue

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from printlayout.fonts.face import Fonts

LABELS = "黑-400"
"""The face that names frames on page pictures."""
FINDINGS = "findings"
"""The layer of findings, which the site draws by itself."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted of a proof. ``overlays``: layers drawn into the page pictures; ``crop``: the part of the page they
    show, in milli-points from the trim's corner (``None``: the sheet), or one of trim and bleed; ``plates``: whether
    the site has plates, soft proof and heat map."""

    dpi: int = 96
    overlays: tuple[str, ...] = ()
    crop: Rect | str | None = None
    plates: bool = True

    @property
    def plate_dpi(self) -> int:
        """The resolution of plates: there are four of them to each page, and type is read on the page."""
        return max(1, self.dpi * 5 // 6)


@dataclass(frozen=True, slots=True)
class Proof:
    """What was made: files in order, and everything there was to tell. ``pages``: how many pages could be shown;
    ``about``: the data of the site."""

    files: tuple[Path, ...]
    findings: tuple[Finding, ...]
    pages: int
    about: Mapping[str, Any] = field(default_factory=dict)


def proof(
    path: Path,
    out: Path,
    pages: set[int] | None = None,
    wish: Wish = Wish(),  # noqa: B008 a frozen value
    lang: str = "zh",
    executor_for: ExecutorFor = lambda pages: None,
    progress: Progress = lambda done, count, stem: None,
) -> Proof:
    """Make the proof of an issue in ``out``: ``<page>.png`` for each page, ``contact.png`` and ``index.html``."""
    collector = Collector()
    issue = load_issue(path, collector, pages)
    if issue is None or collector.failed:
        return Proof((), tuple(collector.findings), 0)
    fonts = open_fonts(Path(issue.root), collector)
    executor = executor_for(len(issue.pages))
    try:
        made = build_pages(issue, fonts, executor, lambda done, count, stem: None, executor_for)
        built, drawn = draw(issue, made, fonts, wish, executor, progress)
    finally:
        if executor is not None:
            executor.shutdown(cancel_futures=True)
    check_issue(issue, collector, whole=pages is None)
    for page, seen in zip(built, drawn, strict=True):
        collector.extend(page.findings)
        collector.extend(seen.faults)
    files = list(_written(issue, out, built, drawn))
    about = issue_data(issue, built, drawn, tuple(collector.findings), wish.dpi)
    images = dict(_images(built, drawn))
    if wish.plates and issue.press.icc:
        images["paper"] = paper_table(issue.press)
    write_file(out / "index.html", site(about, images, lang))
    shown = sum(seen.thumb is not None for seen in drawn)
    return Proof((*files, out / "index.html"), tuple(collector.findings), shown, about)


def draw(
    issue: Issue,
    pages: Iterable[BuiltPage],
    fonts: Fonts,
    wish: Wish,
    executor: Executor | None = None,
    progress: Progress = lambda done, count, stem: None,
) -> tuple[list[BuiltPage], list[Seen]]:
    """Pages as they get finished, and their pictures; side by side where there is an executor. Only what is drawn over
    a page needs to know of all others, so that without overlays a page is looked at as soon as it is there."""
    alone = {issue.file_stem(page): replace(issue, pages=(page,)) for page in issue.pages}

    def start(page: BuiltPage, where: Mapping[str, Sequence[int]]) -> Callable[[], Seen]:
        if executor is None:
            seen = see(alone[page.stem], page, fonts, wish, where)
            return lambda: seen

        from concurrent.futures import BrokenExecutor

        def here() -> Seen:  # a worker died, of some page: this one is looked at without any
            return see(alone[page.stem], page, fonts, wish, where)

        try:
            job = executor.submit(_see_job, alone[page.stem], page, wish, where)
        except BrokenExecutor:
            return here

        def looked() -> Seen:
            try:
                return job.result()
            except BrokenExecutor:
                return here()

        return looked

    built: list[BuiltPage] = []
    jobs: list[Callable[[], Seen]] = []
    for page in pages:
        built.append(page)
        if not wish.overlays:
            jobs.append(start(page, {}))
            progress(len(built), len(alone), page.stem)
    if wish.overlays:
        where = elsewhere(built, {page.stem: lines_of(page.display) for page in built if page.display})
        jobs = [start(page, where) for page in built]
    return built, [job() for job in jobs]


def _see_job(issue: Issue, page: BuiltPage, wish: Wish, where: Mapping[str, Sequence[int]]) -> Seen:
    return see(issue, page, worker_fonts(issue.root), wish, where)


def see(issue: Issue, page: BuiltPage, fonts: Fonts, wish: Wish, where: Mapping[str, Sequence[int]]) -> Seen:
    """One page's pictures; ``issue`` has that page alone."""
    display = page.display
    if display is None:
        return Seen()
    try:
        pdf = page.pdf or _unsound(issue, display, fonts)
        whole = picture(*colour_pixels(pdf, wish.dpi))
        found = separate(display, SubsetFonts(fonts), issue.press, wish.plate_dpi) if wish.plates else None
    except Fault as fault:
        return Seen(faults=(fault.finding,))
    file = whole
    if wish.overlays:
        chosen = {name: marks for name, marks in _layers(issue, display, where).items() if name in wish.overlays}
        if FINDINGS in wish.overlays:
            chosen[FINDINGS] = tuple(_pins(page, display))
        file = marked(whole, sheet(display), wish.dpi, chosen, _labels(fonts))
    if wish.crop:
        file = file.crop(_pixels(wish.crop, display, wish.dpi))
    kept = png(file, wish.dpi)
    shown = kept if file is whole and not _pictured(display) else jpeg(whole)
    seen = Seen(shown, whole.size, sheet(display), kept, thumbnail(whole))
    if found is None:
        return seen
    return replace(
        seen,
        plates={name: plate_png(plate) for name, plate in found.plates.items()},
        plate_size=found.plates[PROCESS[0]].size,
        heat=heat_png(found.plates.values(), found.limit),
        measures=found.report(),
        faults=found.findings,
        spots={name: (ink.cyan, ink.magenta, ink.yellow, ink.black) for name, ink in found.spots.items()},
    )


def _pictured(display: DisplayList) -> bool:
    """Whether a page has anything but type, rules and areas: its picture in 256 colours is then no longer the page."""
    return any(not isinstance(item, Glyphs | Fill | Line | Drawn) for group in display.groups for item in group.items)


def _labels(fonts: Fonts) -> Path | None:
    """The font file for labels, if it is installed."""
    try:
        path = fonts.font_file(LABELS).path
    except LookupError:
        return None
    return path if path.is_file() else None


def _unsound(issue: Issue, display: DisplayList, fonts: Fonts) -> bytes:
    """The file of a page that must not go to press."""
    claim, _ = target(issue.press)
    return write([display], SubsetFonts(fonts), page_meta(issue, display), unclaimed(claim))


def _layers(issue: Issue, display: DisplayList, where: Mapping[str, Sequence[int]]) -> dict[str, tuple[Mark, ...]]:
    grid = issue.pages[0].layout.grid if issue.pages else None
    return layers(display, lines_of(display), grid, sheet(display), issue.press.safe, where)


def _pins(page: BuiltPage, display: DisplayList) -> Iterator[Mark]:
    for number, finding in enumerate(page.findings, 1):
        rect = place_of(finding, display, page.copyfit)
        if rect is not None:
            yield Mark("rect", (rect.x, rect.y, rect.width, rect.height), finding.severity.name.lower())
            yield Mark("label", (rect.x, rect.y), "", str(number))


def _pixels(crop: Rect | str, display: DisplayList, dpi: int) -> tuple[int, int, int, int]:
    """A part of the page in pixels of its sheet."""
    whole, trim = sheet(display), Rect(0, 0, display.width, display.height)
    rect = crop if isinstance(crop, Rect) else trim.grown(display.bleed if crop == "bleed" else 0)
    edges = (rect.x - whole.x, rect.y - whole.y, rect.right - whole.x, rect.bottom - whole.y)
    left, top, right, bottom = (round(edge * dpi / 72_000) for edge in edges)
    return left, top, max(left + 1, right), max(top + 1, bottom)


def _written(issue: Issue, out: Path, built: Sequence[BuiltPage], drawn: Sequence[Seen]) -> Iterator[Path]:
    for page, seen in zip(built, drawn, strict=True):
        if seen.file:
            write_file(out / f"{page.stem}.png", seen.file)
            yield out / f"{page.stem}.png"
    thumbs = [(page.folio.said, seen.thumb) for page, seen in zip(built, drawn, strict=True)]
    write_file(out / "contact.png", contact_sheet(thumbs, openings_of(issue, built)))
    yield out / "contact.png"


def paper_table(press: PressProfile) -> bytes:
    """How every mixture of the process inks in 16 steps looks on the paper, as a PNG: 256 by 256 pixels, cyan the
    slowest."""
    return table_png(on_paper(ink_table(), press))


def _images(built: Sequence[BuiltPage], drawn: Sequence[Seen]) -> Iterator[tuple[str, bytes]]:
    for at, seen in enumerate(drawn):
        if seen.thumb is None:
            continue
        yield f"{at}-page", seen.page
        yield f"{at}-thumb", jpeg(seen.thumb)
        if seen.heat:
            yield f"{at}-heat", seen.heat
        for place, plate in enumerate(seen.plates.values()):
            if plate:
                yield f"{at}-plate-{place}", plate
