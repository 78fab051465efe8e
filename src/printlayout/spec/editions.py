"""Editions 版本: each is read as a whole issue, the one written with what the edition replaces put onto it; pages that
come out the same are one page."""

from __future__ import annotations

import re
from collections.abc import Iterable

from printlayout.base.diagnostics import NOWHERE, Collector, Span
from printlayout.base.value import replace
from printlayout.model.editions import Edition
from printlayout.model.folio import Folio
from printlayout.model.issue import Page
from printlayout.spec.advice import near_args
from printlayout.spec.document import Mapping, Node, Scalar, Sequence
from printlayout.spec.edition_keys import EditionKeys, OtherPageKeys
from printlayout.spec.folio_values import FolioOf
from printlayout.spec.issue_keys import ISSUE, IssueKeys, PageKeys
from printlayout.spec.layouts import merged
from printlayout.spec.references import VARIABLE
from printlayout.spec.shapes import Reading
from printlayout.spec.variables import ROLES

_CODE = re.compile(r"[A-Za-z][A-Za-z0-9]{0,15}")


def editions_of(node: Node, keys: IssueKeys, at: Reading) -> list[tuple[Edition, IssueKeys]]:
    """The issue's own edition and every further one, as whole issues. Told are codes no file name takes, a name given
    twice, and whatever an edition replaces that is not there.
    """
    made = [(Edition("", keys.edition), keys)]
    written = node.get("editions") if isinstance(node, Mapping) else None
    if not isinstance(node, Mapping) or not isinstance(written, Mapping) or not keys.editions:
        return made
    if not keys.edition:
        at.fault("edition.own-name", keys.at("editions"))
    names = {keys.edition: keys.at("edition")}
    for code, part in written.entries:
        its = keys.editions.get(code.text)
        if its is None or not isinstance(part, Mapping):
            continue  # faulty, and told
        if not _CODE.fullmatch(code.text):
            at.fault("edition.code", code.span, name=code.text[:40])
            continue
        if its.name and its.name in names:
            at.fault("edition.name-twice", its.at("name"), name=its.name, line=names[its.name].line)
        names.setdefault(its.name, its.at("name"))
        _check(its, keys, part, at)
        whole = ISSUE.read(_put_on(node, part), at, code.text)
        if whole is not None:
            whole.edition = its.name
            made.append((Edition(code.text, its.name), whole))
    return made


def _put_on(node: Mapping, part: Mapping) -> Mapping:
    """The issue's tree with an edition's put onto it."""
    over = tuple((k, v) for k, v in part.entries if k.text in ("number", "people", "vars"))
    issue = Mapping(tuple(entry for entry in node.entries if entry[0].text != "editions"), node.span)
    base = merged(issue, Mapping(over, node.span))
    assert isinstance(base, Mapping)
    pages = node.get("pages")
    if not isinstance(pages, Sequence):
        return base
    changed = _pages(part)
    items = tuple(_page_put_on(page, changed.get(folio) if (folio := _folio(page)) else None) for page in pages.items)
    return Mapping(tuple((k, Sequence(items, v.span) if k.text == "pages" else v) for k, v in base.entries), base.span)


def _pages(part: Mapping) -> dict[Folio, Mapping]:
    pages = part.get("pages")
    items = pages.items if isinstance(pages, Sequence) else ()
    return {folio: item for item in items if isinstance(item, Mapping) and (folio := _folio(item)) is not None}


def _page_put_on(page: Node, over: Mapping | None) -> Node:
    if over is None:
        return page
    layout = over.get("layout")
    own = layout is not None and not (isinstance(layout, Scalar) and layout.null)
    return over if own else merged(page, over)


def _folio(page: Node) -> Folio | None:
    said = page.get("page") if isinstance(page, Mapping) else None
    return FolioOf().take(said.text.strip(), Reading(Collector())) if isinstance(said, Scalar) else None


def page_part(node: Node, code: str, folio: Folio) -> Mapping | None:
    """What an edition says of a page, for the record of what went into it."""
    written = node.get("editions") if isinstance(node, Mapping) else None
    part = written.get(code) if isinstance(written, Mapping) else None
    return _pages(part).get(folio) if isinstance(part, Mapping) else None


def _check(its: EditionKeys, keys: IssueKeys, part: Mapping, at: Reading) -> None:
    base = {page.page: page for page in keys.pages}
    _named(its, "vars", "vars_", {name for page in keys.pages for name in page.vars_} | keys.vars_.keys(), at)
    _named(its, "people", "people", _roles(keys, *keys.pages), at)
    first: dict[Folio, Span] = {}
    nodes = _pages(part)
    for page in its.pages:
        if "page" in page.faulty or "page" not in page.places:
            continue
        folio, span = page.page, page.at("page")
        if folio in first:
            at.fault("edition.page-twice", span, page=folio.said, line=first[folio].line)
        first.setdefault(folio, span)
        under = base.get(folio)
        if under is None:
            listed = "、".join(sorted(one.said for one in base)) or "—"
            at.fault("edition.no-page", span, page=folio.said, edition=its.name, names=listed)
        elif page.layout is None:
            _named(page, "vars", "vars_", under.vars_.keys() | keys.vars_.keys(), at)
            _named(page, "people", "people", _roles(keys, under), at)
            _gone(page, under, nodes[folio], at)


def _roles(*holders: IssueKeys | PageKeys) -> set[str]:
    return {name for holder in holders for role in holder.people for name in (role, ROLES.get(role, role))}


def _named(keys: EditionKeys | OtherPageKeys, key: str, attribute: str, known: set[str], at: Reading) -> None:
    """Names in a map of an edition replace names of the issue."""
    for place, span in keys.places.items():
        owner, dot, name = place.partition(".")
        if owner == attribute and dot and name not in known and not (key == "people" and ROLES.get(name) in known):
            at.fault("edition.nothing-there", span, key=key, name=name[:60], **near_args(name, known))


def _gone(page: OtherPageKeys, under: PageKeys, node: Mapping, at: Reading) -> None:
    """Only what the issue has can be taken away."""
    for key in ("stories", "continued", "pictures", "blocks", "ads"):
        part, there = node.get(key), getattr(under, key)
        for name, value in part.entries if isinstance(part, Mapping) else ():
            if isinstance(value, Scalar) and value.null and name.text not in there:
                at.fault(
                    "edition.nothing-there", name.span, key=key, name=name.text[:60], **near_args(name.text, there)
                )


def chosen_edition(
    wanted: str, editions: Iterable[tuple[Edition, IssueKeys]], keys: IssueKeys, at: Reading
) -> str | None:
    """The code of the edition asked for, by its name or code; ``None`` if none was."""
    if not wanted:
        return None
    names = [(name, one.code) for one, _ in editions for name in (one.code, one.name) if name]
    found = dict(names).get(wanted)
    if found is None:
        at.fault("edition.unknown", keys.at("editions"), name=wanted[:60], **near_args(wanted, [n for n, _ in names]))
    return found


def share(pages: list[Page], code: str, page: Page) -> None:
    """Add an edition's page to ``pages``, or its code to the page that prints the same."""
    for at, other in enumerate(pages):
        if same_page(other, page):
            pages[at] = replace(other, editions=(*other.editions, code))
            return
    pages.append(replace(page, edition=code, editions=(code,)))


def same_page(one: Page, other: Page) -> bool:
    """Whether two editions' pages print alike: the same layout and contents, and the same values of the variables that
    its furniture names. Where in ``issue.yaml`` things were written makes no difference.
    """
    return one.folio == other.folio and one.layout == other.layout and _contents(one) == _contents(other)


def _contents(page: Page) -> tuple[object, ...]:
    used = {name for thing in page.layout.furniture for name in VARIABLE.findall(thing.text)}
    return (
        page.folio,
        page.section,
        [(placed.slot, placed.story, placed.way, placed.at) for placed in page.placements],
        {slot: replace(picture, span=NOWHERE) for slot, picture in page.pictures.items()},
        [replace(ad, span=NOWHERE) for ad in page.ads],
        page.ready and replace(page.ready, span=NOWHERE),
        {name: page.variables.get(name) for name in used},
        page.index,
    )
