"""The issue at the desk: read again after every save, and only what changed is set, painted and told.

A page is set again if anything that goes into it is another value than before (the page as it was read, with its
layout, stories and their places; what the issue says for all pages) or one of its files was written. It is painted
again only where it looks otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from printlayout.base.diagnostics import Collector, Fault, Finding, Severity
from printlayout.base.value import dataclass, replace
from printlayout.fonts.face import Fonts
from printlayout.job import open_fonts, set_page
from printlayout.live.pixels import Pixels
from printlayout.live.state import State
from printlayout.live.watch import Stamp, stamp
from printlayout.model.built import BuiltPage
from printlayout.model.issue import Issue, Page
from printlayout.model.press import PressProfile
from printlayout.pdf.standard import sheet
from printlayout.preflight.page_content import check_issue
from printlayout.preview.geometry import TextLine, lines_of, stops_of, threads_of
from printlayout.preview.issue import Names, Seen, finding_entry, issue_facts, openings_of, page_entry
from printlayout.preview.pictures import jpeg, thumbnail
from printlayout.proofs import paper_table
from printlayout.release.inputs import placed_files
from printlayout.spec.issues import load_issue

if TYPE_CHECKING:
    from printlayout.preview.pictures import Picture

Files = Mapping[str, Stamp | None]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be served. ``pages`` and ``edition`` limit it as they limit a build."""

    path: Path
    dpi: int = 96
    plates: bool = True
    pages: frozenset[int] = frozenset()
    edition: str = ""

    @property
    def root(self) -> Path:
        """The issue's folder."""
        return (self.path.parent if self.path.suffix in (".yaml", ".yml") else self.path).resolve()


@dataclass(frozen=True, slots=True)
class Sight:
    """A page as it is shown, made of ``page`` and the ``facts`` of its issue. ``files``: those that go into it beside
    what was read; ``stories``: files of the stories on it; ``whole``: its pixels; ``done``: whether its finished file
    has been looked at; ``where``: on which pages its stories stand; ``entry``: what browsers know of it."""

    facts: Issue
    page: Page
    files: Files
    built: BuiltPage
    lines: Sequence[TextLine]
    stories: tuple[str, ...]
    seen: Seen
    whole: Picture | None = None
    done: bool = False
    where: Mapping[str, Sequence[int]] | None = None
    entry: dict[str, Any] | None = None

    def stands(self, facts: Issue, page: Page, files: Files) -> bool:
        """Whether nothing that goes into the page has changed. What could not be set is tried again: a font may have
        come since."""
        return self.built.display is not None and (self.facts, self.page, self.files) == (facts, page, files)


class Desk:
    """Holds the issue as it was last read and every page as it was last made."""

    def __init__(self, wish: Wish, state: State) -> None:
        self.wish = wish
        self.state = state
        self.issue: Issue | None = None
        """The issue without its pages, as last read."""
        self._findings: tuple[Finding, ...] = ()
        self._sights: dict[str, Sight] = {}
        self._fonts: Fonts | None = None
        self._pixels: Pixels | None = None
        self._table: tuple[PressProfile, bytes] | None = None

    def forget_fonts(self) -> None:
        """Open all fonts anew: their catalogue has changed."""
        self._fonts = self._pixels = None
        self._sights = {}

    def refresh(self, hurry: Callable[[], bool] = lambda: False) -> tuple[list[str], tuple[Finding, ...]]:
        """Read the issue and make what has changed of it. Returns the folios set again, and what stands in the way of
        reading it. ``hurry`` says that it has changed once more: pages not yet made are then left for the next time.
        """
        collector = Collector()
        issue = load_issue(self.wish.path, collector, set(self.wish.pages) or None, self.wish.edition)
        if issue is None or collector.failed:
            return [], tuple(collector.findings)
        self.state.go_on()
        if self._fonts is None or self._pixels is None:
            self._fonts = open_fonts(self.wish.root, collector)
            self._pixels = Pixels(self._fonts, self.wish.dpi)
        check_issue(issue, collector, whole=not self.wish.pages and not self.wish.edition)
        alone = replace(issue, pages=())
        stems = [issue.file_stem(page) for page in issue.pages]
        former, self._sights = self._sights, {}
        self._sights = {stem: former[stem] for stem in stems if stem in former}
        self.issue, self._findings = alone, tuple(collector.findings)
        made: list[str] = []
        for stem, page in zip(stems, issue.pages, strict=True):
            files = _files(page, issue)
            before = former.get(stem)
            if before is not None and before.stands(alone, page, files):
                continue
            if made and before is not None and hurry():
                continue  # shown as it was; the next time its page still differs
            self._sights[stem] = self._set(replace(issue, pages=(page,)), page, files, before)
            made.append(page.folio.said)
            if len(made) == 1 and len(self._sights) == len(stems):
                self._show()  # the first page does not wait for the others
        self._sights = {stem: self._sights[stem] for stem in stems}
        self._show()
        return made, ()

    def _set(self, issue: Issue, page: Page, files: Files, before: Sight | None) -> Sight:
        assert self._fonts is not None and self._pixels is not None
        whole: Picture | None
        built = set_page(issue, page, self._fonts)
        facts = replace(issue, pages=())
        if built.display is None:
            return Sight(facts, page, files, built, (), (), Seen())
        display = built.display
        try:
            if before is None or before.whole is None or before.built.display is None:
                whole = self._pixels.whole(issue, display)
            else:
                written = {path for path, known in files.items() if before.files.get(path) != known}
                whole = self._pixels.after(issue, before.built.display, before.whole, display, written)
        except Fault as fault:
            whole, seen = None, Seen(faults=(fault.finding,))
        else:
            if before is not None and whole is before.whole and before.done:
                seen = replace(before.seen, sheet=sheet(display))
            else:
                packed = jpeg(whole)
                self.state.glance(built.stem, packed)
                seen = Seen(packed, whole.size, sheet(display), thumb=thumbnail(whole))
        lines = lines_of(display)
        stories = tuple(file for file, _ in threads_of(display, stops_of(display, lines)))
        return Sight(facts, page, files, built, lines, stories, seen, whole)

    # -- the finished file ----------------------------------------------------------------------------------------

    def unfinished(self) -> tuple[str, Issue] | None:
        """A page whose finished file has not been looked at, with the issue of that page alone."""
        for stem, sight in self._sights.items():
            if not sight.done and sight.built.display is not None and self.issue is not None:
                return stem, replace(self.issue, pages=(sight.page,))
        return None

    def finish(self, stem: str, issue: Issue, looked: tuple[BuiltPage, Seen] | None) -> None:
        """Put a page's finished pixels, plates and findings in place of the quick ones, unless it has changed since;
        a page that could not be finished keeps those. ``issue`` is what :meth:`unfinished` gave."""
        sight = self._sights.get(stem)
        if sight is None or sight.page is not issue.pages[0]:
            return
        if looked is not None:
            built, seen = looked
            lines = lines_of(built.display) if built.display is not None else ()
            sight = replace(sight, built=built, lines=lines, seen=seen)
        self._sights[stem] = replace(sight, done=True, entry=None)
        self._show()

    # -- telling --------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        """Show everything as it is now."""
        assert self.issue is not None
        root = Path(self.issue.root)
        told = Names(root)
        sights = list(self._sights.values())
        where = _where(sights)
        entries = []
        for stem, sight in self._sights.items():
            mine = {file: where[file] for file in sight.stories if file in where}
            if sight.entry is None or sight.where != mine:
                entry = self._entry(sight, mine, told)
                self._sights[stem] = sight = replace(sight, entry=entry, where=mine)
            entries.append(sight.entry or {})
        findings = [finding_entry(finding, root, -1, None) for finding in self._findings]
        for at, sight in enumerate(sights):
            every = (*sight.built.findings, *sight.seen.faults)
            findings += [finding_entry(finding, root, at, sight.built) for finding in every]
        for entry in findings:
            entry["fault"] = entry["severity"] == "error" and not entry["rect"]
        files = told.texts([entry["file"] for entry in findings] + _sources(entries))
        openings = openings_of(self.issue, [sight.built for sight in sights]) if sights else [[0]]
        facts = issue_facts(self.issue, self.wish.dpi) | {"paper_table": self._paper(self.issue.press)}
        self.state.show(facts, entries, openings, findings, files)

    def _paper(self, press: PressProfile) -> str:
        """The name of the table that shows plates on paper, once there are plates."""
        if not press.icc or not any(sight.seen.plates for sight in self._sights.values()):
            return ""
        if self._table is None or self._table[0] != press:
            self._table = press, paper_table(press)
        return self.state.keep(self._table[1])

    def _entry(self, sight: Sight, where: Mapping[str, Sequence[int]], told: Names) -> dict[str, Any]:
        assert self.issue is not None
        seen = sight.seen
        images = {}
        for name, data in _pictures(seen):
            images[name] = self.state.keep(data)
        entry = page_entry(self.issue, sight.page, sight.built, seen, sight.lines, where, told, images)
        if not seen.plates and self.wish.plates and not sight.done:
            entry["coming"] = True
        return {**{name: value for name, value in _EMPTY.items() if name not in entry}, **entry}


_EMPTY: dict[str, Any] = {"lines": [], "frames": [], "layers": {}, "unseparated": [], "grid": {}, "looks": []}
"""What a page that could not be set has none of."""


def _pictures(seen: Seen) -> list[tuple[str, bytes]]:
    found = []
    if seen.page and seen.thumb is not None:
        found += [("page", seen.page), ("thumb", jpeg(seen.thumb))]
    if seen.heat:
        found.append(("heat", seen.heat))
    found += [(f"plate-{at}", plate) for at, plate in enumerate(seen.plates.values()) if plate]
    return found


def _sources(entries: Sequence[Mapping[str, Any]]) -> list[str]:
    """The files of all pages' text, as they are told."""
    return list(dict.fromkeys(file for entry in entries for file, *_ in entry.get("sources", ()) if file))


def _where(sights: Collection[Sight]) -> dict[str, list[int]]:
    """The folios of stories that stand on several pages."""
    found: dict[str, list[int]] = {}
    for sight in sights:
        for file in sight.stories:
            found.setdefault(file, []).append(sight.built.number)
    return {file: folios for file, folios in found.items() if len(folios) > 1}


def _files(page: Page, issue: Issue) -> Files:
    """Files that go into a page beside what was read of it, with what tells them from later ones."""
    paths = [picture.path for picture in page.every_picture]
    paths += [*map(str, placed_files(page)), *page.files, *filter(None, [issue.press.icc])]
    return {path: stamp(path) for path in paths}


def faults_told(findings: Sequence[Finding], root: Path) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """What stands in the way of reading the issue, with the text of the files it is in."""
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    told = [finding_entry(finding, root, -1, None) for finding in errors]
    return told, Names(root).texts(finding["file"] for finding in told)
