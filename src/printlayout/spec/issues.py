"""Reads an issue: ``issue.yaml``, the layouts it names, the stories it places."""

from __future__ import annotations

from pathlib import Path

from printlayout.base.diagnostics import Collector, Span
from printlayout.base.value import replace
from printlayout.model.editions import Edition
from printlayout.model.issue import Issue, Page, Section
from printlayout.model.layout import Layout
from printlayout.model.story import Picture, Placement, Story
from printlayout.spec.ads import page_ads, ready_page
from printlayout.spec.advice import near_args
from printlayout.spec.arts import Arts
from printlayout.spec.blocks import filled
from printlayout.spec.document import Node, read_document
from printlayout.spec.issue_keys import ISSUE, IssueKeys, PageKeys, SectionKeys
from printlayout.spec.jumps import Stop, continued, stations, story_name, ways
from printlayout.spec.layouts import Loaded, load_layout
from printlayout.spec.paths import names_in, safe_path
from printlayout.spec.pictures import read_picture
from printlayout.spec.press import load_press
from printlayout.spec.references import References, check_index, check_texts, expanded, texts_of
from printlayout.spec.shapes import Reading
from printlayout.spec.spreads import check_spread
from printlayout.spec.stories import load_story, normalised, normalised_picture
from printlayout.spec.values import Named
from printlayout.spec.variables import page_variables

FILE = "issue.yaml"


def load_issue(path: Path, collector: Collector, pages: set[int] | None = None, edition: str = "") -> Issue | None:
    """The issue of a folder or its ``issue.yaml``: every edition of it, or one by its name or code, and with ``pages``
    only those. ``None`` if it has an error, all of which have been told.
    """
    file = path if path.suffix in (".yaml", ".yml") else path / FILE
    return _Loader(file, collector).load(pages, edition)


class _Loader:
    """Loads one issue; a layout is read once."""

    def __init__(self, file: Path, collector: Collector) -> None:
        self.file = file
        self.collector = collector
        self.root = file.parent.resolve()
        self.at = Reading(collector)
        self.layouts: dict[str, Loaded | None] = {}
        self.stories: dict[str, Story | None] = {}
        self.ways: dict[str, list[Stop]] = {}
        """The places of every story that jumps."""
        self.arts = Arts(self.root, self.at)

    def load(self, wanted: set[int] | None, edition: str) -> Issue | None:
        node = read_document(self.file, self.collector)
        if node is None:
            return None
        keys = ISSUE.read(node, self.at, FILE)
        if self.collector.failed:
            self.at.faults += 1
        if keys is None:
            return None
        self._numbers(keys, wanted)
        editions: tuple[Edition, ...] = ()
        chosen: str | None = None
        if keys.editions or edition:
            made, editions, chosen = self._editions(node, keys, wanted, edition)
        else:
            made = self._pages(keys, wanted)
        press = load_press(self.root, keys.press, self.at)
        if self.at.faults or press is None:
            return None
        issue = Issue(
            paper=keys.paper.name,
            code=keys.paper.code,
            date=keys.date,
            number=keys.number,
            edition=keys.edition,
            pages=tuple(made),
            root=str(self.root),
            span=keys.span,
            press=press,
        )
        issue = replace(issue, sections=tuple(_section(section) for section in keys.sections))
        if len(editions) > 1:
            issue = replace(issue, editions=editions, chosen=chosen)
        return replace(issue, release_pattern=keys.release.pattern) if keys.release else issue

    def _editions(
        self, node: Node, keys: IssueKeys, wanted: set[int] | None, edition: str
    ) -> tuple[list[Page], tuple[Edition, ...], str | None]:
        """The pages of every edition, each page once, or of the one asked for; the editions, and its code."""
        from printlayout.spec.editions import chosen_edition, editions_of, share

        found = editions_of(node, keys, self.at)
        chosen = chosen_edition(edition, found, keys, self.at)
        made: list[Page] = []
        for one, its in found:
            for page in self._pages(its, wanted):
                share(made, one.code, page)
        if chosen is not None:
            order = [page.page.first for page in keys.pages]
            made = sorted((p for p in made if chosen in p.editions), key=lambda page: order.index(page.number))
        return made, tuple(one for one, _ in found), chosen

    def _pages(self, keys: IssueKeys, wanted: set[int] | None) -> list[Page]:
        """The pages of an edition."""
        self._story_names(keys.pages)
        self.ways = ways(keys.pages, self.at)
        refer = References(keys, self._page_layout, self._story, self.at)
        pages = [page for page in keys.pages if wanted is None or wanted.intersection(page.page.numbers)]
        return [made for page in pages if (made := self._page(page, keys, refer)) is not None]

    def _page_layout(self, page: PageKeys) -> Layout | None:
        loaded = self._layout(page.layout)
        return loaded.on(page.page.first) if loaded else None

    def _numbers(self, keys: IssueKeys, wanted: set[int] | None) -> None:
        first: dict[int, Span] = {}
        for page in keys.pages:
            if "page" not in page.places or "page" in page.faulty:
                continue
            span = page.at("page")
            for number in page.page.numbers:
                if number in first:
                    self.at.fault("spec.page-twice", span, page=number, first=first[number].line)
                first.setdefault(number, span)
        for number in sorted((wanted or set()) - set(first)):
            listed = "、".join(str(n) for n in sorted(first)) or "—"
            self.at.fault("spec.unknown-page", keys.at("pages"), page=number, names=listed)
        if not keys.pages and "pages" not in keys.faulty and "pages" in keys.places:
            self.at.fault("spec.no-pages", keys.at("pages"))

    def _story_names(self, pages: tuple[PageKeys, ...]) -> None:
        """A story stands in one place of an issue, and no two stories share a name."""
        first: dict[str, Span] = {}
        for page in pages:
            for named in page.stories.values():
                name = story_name(named.name)
                if name in first:
                    self.at.fault("spec.story-twice", named.span, story=name, first=first[name].line)
                first.setdefault(name, named.span)

    def _page(self, keys: PageKeys, issue: IssueKeys, refer: References) -> Page | None:
        loaded = self._layout(keys.layout)
        variables = page_variables(keys, issue)
        if loaded is not None:
            check_spread(keys, loaded.keys, self.at)
        ready = ready_page(keys, self.root, self.at)
        if loaded is not None and keys.pdf is not None:
            loaded = loaded.bare()
        ads = page_ads(keys, loaded, self.root, self.at) if loaded is not None else ()
        if loaded is not None:
            self._slots(keys, loaded)
            variables |= refer.resolved(texts_of(loaded.keys, keys, issue))
            variables = expanded(variables)
            check_texts(loaded.keys, variables, self.at)
            check_index(keys, loaded.keys, self.at)
        layout = loaded.on(keys.page.first) if loaded is not None else None
        files: list[Path] = []
        if layout is not None:
            layout = filled(layout, keys, variables, self.root, self.at, files)
            layout, art, read = self.arts.dressed(layout, variables)
            files += read
            ads = (*ads, *art)
        normalise = loaded is None or loaded.keys.normalise
        placements = []
        for slot, named in keys.stories.items():
            story = self._story(named)
            if story is not None:
                story = normalised(story) if normalise else story
                if story.normalised:
                    self.collector.info("story.normalised", story.span, name=story.name, count=story.normalised)
                placements.append(self._placed(Placement(slot, story, named.span), keys))
        for slot, named, _ in continued(keys):
            story = self._story(named)
            if story is not None and story.name in self.ways:
                story = normalised(story) if normalise else story
                placements.append(self._placed(Placement(slot, story, named.span), keys))
        if loaded is None or layout is None:
            return None
        layout, pictures, art, read = self.arts.pictured(layout, self._pictures(keys, loaded))
        return Page(
            number=keys.page.first,
            section=keys.section,
            layout=layout,
            placements=tuple(placements),
            variables=variables,
            span=keys.span,
            pictures=pictures,
            ads=(*ads, *art),
            ready=ready,
            last=keys.page.last,
            files=tuple(str(file) for file in (*files, *read)),
            index=refer.index(keys),
        )

    def _placed(self, placement: Placement, page: PageKeys) -> Placement:
        """The placement with the way its story takes, if it jumps."""
        stops = self.ways.get(placement.story.name, [])
        at = next((n for n, stop in enumerate(stops) if stop.page is page and stop.slot == placement.slot), None)
        way = stations(stops, self._page_layout, self.at)
        return replace(placement, way=way, at=at) if way and at is not None else placement

    def _pictures(self, keys: PageKeys, loaded: Loaded) -> dict[str, Picture]:
        """Pictures of the page's picture slots; a slot misspelt is an error, one left empty a warning."""
        slots = loaded.keys.picture_slots
        found: dict[str, Picture] = {}
        for slot, picture_keys in keys.pictures.items():
            if slot not in slots:
                span = keys.name_at("pictures", slot, picture_keys.span)
                near = near_args(slot, slots)
                self.at.fault("spec.unknown-name", span, kind_zh="图位", kind_en="picture slot", name=slot[:60], **near)
            picture = read_picture(picture_keys, self.root, self.at)
            if picture is not None:
                found[slot] = normalised_picture(picture) if loaded.keys.normalise else picture
        empty = [slot for slot in slots if slot not in keys.pictures]
        if found.keys() <= slots.keys():  # else a slot is empty because its name is misspelt
            for slot in empty:
                self.collector.warn("spec.empty-slot", keys.at("pictures"), slot=slot, page=keys.page.said)
        return found

    def _layout(self, named: Named) -> Loaded | None:
        if not named.name:  # missing or faulty, and told
            return None
        if named.name not in self.layouts:
            self.layouts[named.name] = load_layout(self.root, named, self.at)
        return self.layouts[named.name]

    def _slots(self, keys: PageKeys, loaded: Loaded) -> None:
        slots = loaded.keys.slots
        further = [(slot, named) for slot, named, _ in continued(keys)]
        for slot, named in further:
            if slot in keys.stories:
                self.at.fault("spec.slot-taken", named.span, slot=slot[:60], story=keys.stories[slot].name[:60])
        unknown = [(slot, named) for slot, named in (*keys.stories.items(), *further) if slot not in slots]
        for slot, named in unknown:
            span = keys.name_at("stories" if slot in keys.stories else "continued", slot, named.span)
            self.at.fault(
                "spec.unknown-name", span, kind_zh="版位", kind_en="slot", name=slot[:60], **near_args(slot, slots)
            )
        if unknown or "stories" in keys.faulty:  # a slot is empty because its name is misspelt
            return
        for slot in slots:
            if slot not in keys.stories and slot not in keys.continued:
                self.collector.warn("spec.empty-slot", keys.at("stories"), slot=slot, page=keys.page.said)

    def _story(self, named: Named) -> Story | None:
        """A story by its name; read once, however many editions have it."""
        if named.name not in self.stories:
            self.stories[named.name] = self._read_story(named)
        return self.stories[named.name]

    def _read_story(self, named: Named) -> Story | None:
        if not named.name:
            self.at.fault("spec.unsafe-path", named.span, path=named.name)
            return None
        written = named.name if named.name.endswith(".md") else f"stories/{named.name}.md"
        path = safe_path(self.root, written, named.span, self.collector)
        if path is None:
            self.at.faults += 1
            return None
        try:
            there = path.is_file()
        except (OSError, ValueError):
            there = False
        if there:
            return load_story(self.root, path, named.span, self.at)
        near = near_args(named.name, names_in(self.root / "stories", ".md"))
        self.at.fault("spec.missing-story", named.span, name=named.name[:120], file=written[:120], **near)
        return None


def _section(keys: SectionKeys) -> Section:
    pages = tuple(range(keys.pages[0], keys.pages[1] + 1))
    creep = keys.creep.mpt() if keys.creep else 0
    return Section(keys.name, pages, keys.fold, creep, keys.binding == "right", keys.span)
