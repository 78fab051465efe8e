"""A page as a job: made up, set, checked and written, complete in itself. It needs nothing of the other pages and hands
back its display list and the bytes of its press PDF."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from printlayout.base.diagnostics import NOWHERE, Collector, Fault, Finding, Span
from printlayout.base.shipped import shipped
from printlayout.base.value import replace
from printlayout.fonts.catalogue import Catalogue, FontFile, load_catalogue
from printlayout.fonts.face import Fonts
from printlayout.fonts.subset import subset
from printlayout.images import ImageInfo, PictureFault, judge, probe
from printlayout.layout.looks import faces_of
from printlayout.layout.page import PageSetter
from printlayout.layout.press_marks import dress, marked
from printlayout.layout.shapes import Rings
from printlayout.makeup.advice import tell
from printlayout.makeup.copyfit import copyfit
from printlayout.makeup.pages import make_up
from printlayout.makeup.pictures import moved
from printlayout.model.built import BuiltPage
from printlayout.model.copyfit import Copyfit
from printlayout.model.display import DisplayList, Fill, Glyphs, Image, Line
from printlayout.model.display import Path as Drawn
from printlayout.model.embedding import Subset
from printlayout.model.issue import Issue, Page
from printlayout.model.press import PressProfile
from printlayout.model.style import Face, Style
from printlayout.pdf.inks import check_inks
from printlayout.pdf.metadata import Meta
from printlayout.pdf.standard import accepting, target
from printlayout.pdf.writer import write
from printlayout.preflight.copy import check_copy
from printlayout.preflight.page import check_page
from printlayout.preflight.quick import check_written
from printlayout.preflight.registry import weigh

OWN = (Glyphs, Fill, Line, Drawn, Image)
"""Items that are drawn here; what else there is holds a page of another PDF."""


def set_page(issue: Issue, page: Page, fonts: Fonts) -> BuiltPage:
    """Make up, set and check one page."""
    collector = Collector()
    stem = issue.file_stem(page)
    faces = page_faces(page)
    if marked(issue, page):
        faces = dict.fromkeys(faces_of(page.layout.body, False), page.layout.span) | faces
    fonts.check(faces, collector, faces)
    if collector.failed:
        return _built(page, stem, None, (), tuple(collector.findings))
    pictures = _probe(page, collector)
    display, copyfit = _typeset(issue, page, fonts, pictures, collector)
    display = dress(display, issue, page, fonts, collector)
    if page.ads or page.ready:
        from printlayout.ads import place

        display = place(display, issue, page, collector)
    check_copy(page, collector)
    check_inks(display, issue.press, collector)
    _check_resolution(display, pictures, issue.press, collector)
    check_page(issue, page, display, issue.press, collector)
    _, refusal = target(issue.press)
    if refusal:
        collector.add(refusal)
    findings = weigh(collector.findings, issue.press.severities)
    return _built(page, stem, display, copyfit, tuple(findings))


def _built(
    page: Page, stem: str, display: DisplayList | None, copyfit: tuple[Copyfit, ...], findings: tuple[Finding, ...]
) -> BuiltPage:
    return BuiltPage(
        number=page.number,
        stem=stem,
        display=display,
        pdf=b"",
        copyfit=copyfit,
        findings=findings,
        last=page.last,
        edition=page.edition,
        editions=page.editions,
    )


def make_page(issue: Issue, page: Page, fonts: Fonts | None = None) -> BuiltPage:
    """Set one page and, if it is sound, write its PDF: a job, complete in itself."""
    fonts = fonts or open_fonts(Path(issue.root), Collector())
    built = set_page(issue, page, fonts)
    if not built.sound or built.display is None:
        return built
    try:
        claim, _ = target(issue.press)
        collector = Collector()
        # a fault that an ad's slot accepts is still one: the page is written, and claims nothing
        accepted = any(finding.args.get("accepted") == "True" for finding in built.findings)
        if accepted:
            claim = accepting(claim)
            collector.warn("ad.unclaimed", page.span, standard=f"PDF/{issue.press.standard}", page=page.folio.said)
        pdf = write([built.display], SubsetFonts(fonts), page_meta(issue, built.display), claim)
    except Fault as fault:
        return replace(built, findings=(*built.findings, fault.finding))
    placed = any(not isinstance(item, OWN) for group in built.display.groups for item in group.items)
    check_written(pdf, issue.press, issue.press.standard, collector, page.span, placed=placed, claimed=not accepted)
    return replace(built, pdf=pdf, findings=(*built.findings, *collector.findings))


def examined(issue: Issue, page: BuiltPage) -> BuiltPage:
    """A page with what the full examination of its file has to tell, by another library than wrote it."""
    from printlayout.preflight.file import check_file

    if not page.pdf or page.display is None:
        return page
    collector = Collector(list(page.findings))
    name = f"{page.stem}.pdf"
    told = [finding for finding in page.findings if finding.code == "ad.breaks"]
    accepted = {finding.span for finding in told if finding.args.get("accepted") == "True"}
    check_file(page.pdf, issue.press, issue.press.standard, collector, name, [page.display], apart=accepted)
    if accepted:  # once more with the ads in it: what they did not break before they came here, they must not break now
        whole = Collector()
        check_file(page.pdf, issue.press, issue.press.standard, whole, name, [page.display], claimed=False)
        known = {finding.args.get("check") for finding in told} | {finding.code for finding in collector.findings}
        collector.extend(finding for finding in whole.findings if finding.code not in known)
    return replace(page, findings=tuple(collector.findings))


def page_job(issue: Issue) -> BuiltPage:
    """A worker's job: an issue of one page, with fonts the worker keeps open from page to page."""
    return make_page(issue, issue.pages[0], worker_fonts(issue.root))


@lru_cache(maxsize=1)
def worker_fonts(root: str) -> Fonts:
    """The fonts of an issue's folder, opened once in a process."""
    return open_fonts(Path(root), Collector())


SUBSETS = 24
"""How many cut faces are kept: those of a page and of its plates."""


class SubsetFonts:
    """What the PDF asks for fonts."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts

    def subset(self, face_key: str, gids: frozenset[int]) -> Subset:
        """The face of that key, cut down to these glyphs."""
        return _subset(self._fonts.font_file(face_key), gids)


@lru_cache(maxsize=SUBSETS)
def _subset(file: FontFile, gids: frozenset[int]) -> Subset:
    """What was cut for the press file serves its plates too."""
    return subset(file, gids)


def open_fonts(root: Path | None, collector: Collector) -> Fonts:
    """The shipped fonts and, in an issue's folder or above it, the house's own (``fonts/catalogue.yaml``)."""
    paths = [shipped("fonts/catalogue.yaml")]
    if root is not None:
        for folder in (root, *root.parents):
            own = folder / "fonts" / "catalogue.yaml"
            if own.is_file() and own.resolve() != paths[0].resolve():
                paths.append(own)
                break
    catalogue: Catalogue = load_catalogue(paths, collector)
    return Fonts(catalogue)


def page_faces(page: Page) -> dict[Face, Span]:
    """Every face a page needs, with the style that asks for it first."""
    found: dict[Face, Span] = {}

    def ask(strong: bool, *styles: Style | None) -> None:
        for style in styles:
            for face in faces_of(style, strong) if style else ():
                found.setdefault(face, style.span if style else NOWHERE)

    ask(False, *(thing.style for thing in page.layout.furniture))
    ask(False, *(thing.index.page for thing in page.layout.furniture if thing.index))
    for place in page.layout.picture_slots:
        ask(False, place.caption, place.credit)
    for placement in page.placements:
        slot = page.layout.slot(placement.slot)
        if slot is not None:
            story = placement.story
            strong = any(run.role == "strong" for block in story.blocks for run in block.runs)
            text = placement.way[0].slot if placement.way else slot  # a story keeps its styles where it goes on
            ask(strong, text.body, text.subhead)
            ask(False, slot.caption, slot.credit, slot.jump, *slot.head.styles)
            if any(block.kind not in ("para", "subhead") for block in story.blocks):
                from printlayout.layout.insert_faces import insert_faces

                for face, span in insert_faces(story, text):
                    found.setdefault(face, span)
    return found


def _probe(page: Page, collector: Collector) -> dict[str, ImageInfo]:
    found: dict[str, ImageInfo] = {}
    for picture in page.every_picture:
        info = probe(picture.path, picture.span)
        if isinstance(info, Finding):
            collector.add(info)
        else:
            found[picture.path] = info
    return found


def _rings(page: Page, pictures: dict[str, ImageInfo], collector: Collector) -> dict[str, Rings]:
    """Outlines of pictures with transparency, if the page, or another one a story of it goes on to, has a place for
    cut-outs."""
    slots = [*page.layout.slots, *(stop.slot for placement in page.placements for stop in placement.way)]
    looks = [place.look for slot in slots for place in slot.pictures]
    looks += [place.look for place in page.layout.picture_slots]
    if all(look.shape != "outline" for look in looks):
        return {}
    from printlayout.images.trace import outline

    found: dict[str, Rings] = {}
    for path in (path for path, info in pictures.items() if info.alpha):
        try:
            found[path] = outline(path)
        except PictureFault as fault:
            asked = next(picture.span for picture in page.every_picture if picture.path == path)
            collector.add(replace(fault.finding, span=asked))
    return found


def _check_resolution(
    display: DisplayList, pictures: dict[str, ImageInfo], press: PressProfile, collector: Collector
) -> None:
    for group in display.groups:
        for item in group.items:
            if isinstance(item, Image):
                info, span = pictures[item.path], display.sources[item.src]
                found = judge(info, item.path, item.crop, item.rect, span, press, display.number)
                if found:
                    collector.add(found)


def _typeset(
    issue: Issue, page: Page, fonts: Fonts, pictures: dict[str, ImageInfo], collector: Collector
) -> tuple[DisplayList, tuple[Copyfit, ...]]:
    """Make up a page's stories and paint them."""
    sizes = {path: (info.width, info.height) for path, info in pictures.items()}
    setter = PageSetter(fonts, sizes, _rings(page, pictures, collector), collector)
    made = make_up(page, setter, sizes, collector)
    groups, boxes, fits = [*setter.rules(made.rules, page.layout.span)], [], []
    for module, story in made.stories:
        group, frame_boxes = setter.story(story)
        groups += group
        boxes += frame_boxes
        fits.append(copyfit(module, story))
        tell(fits[-1], story, collector)
    for place, picture in made.pictures:
        area = page.layout.grid.rect(*place.columns, *place.lines)
        group, frame_boxes = setter.picture(picture, place, page.layout.grid, *moved(area, place.edges))
        groups += group
        boxes += frame_boxes
    return setter.page(issue, page, groups, boxes), tuple(fits)


def page_meta(issue: Issue, display: DisplayList) -> Meta:
    """What a page's file says about itself."""
    return Meta(display.title, issue.date, display.stem, epoch=issue.epoch)
