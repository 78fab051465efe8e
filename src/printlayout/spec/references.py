"""Where stories really stand: page references of furniture texts and of the index box 导读, resolved when the issue is
read, so that a page needs nothing of the others to be made."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from printlayout.base.diagnostics import Span
from printlayout.model.index import IndexEntry
from printlayout.model.layout import Layout
from printlayout.model.story import Story
from printlayout.spec.advice import near_args
from printlayout.spec.index_keys import IndexKeys
from printlayout.spec.issue_keys import IssueKeys, PageKeys
from printlayout.spec.jumps import story_name
from printlayout.spec.layout_keys import LayoutKeys
from printlayout.spec.shapes import Reading
from printlayout.spec.spreads import bound_right, folio_at
from printlayout.spec.values import Named

REFERENCE = re.compile(r"\{((page-of|headline-of|版次|标题):([^{}]*))\}")
"""``{page-of:zhangwan}``, ``{headline-of:zhangwan}``; the Chinese words mean the same."""
PAGE = ("page-of", "版次")
VARIABLE = re.compile(r"\{([^{}]*)\}")


class References:
    """Answers for one edition where a story begins and what its headline says."""

    def __init__(
        self,
        issue: IssueKeys,
        layout_of: Callable[[PageKeys], Layout | None],
        story_of: Callable[[Named], Story | None],
        at: Reading,
    ) -> None:
        self._layout_of = layout_of
        self._story_of = story_of
        self._at = at
        self._issue = issue
        self._places: dict[str, tuple[PageKeys, str, Named]] = {}
        for page in issue.pages:
            for slot, named in page.stories.items():
                self._places.setdefault(story_name(named.name), (page, slot, named))

    def resolved(self, texts: Sequence[tuple[str, Span]]) -> dict[str, str]:
        """Every reference in some texts, by what stands between its braces."""
        found: dict[str, str] = {}
        for text, span in texts:
            for match in REFERENCE.finditer(text):
                value = self._page(match[3], span) if match[2] in PAGE else self._headline(match[3], span)
                found[match[1]] = f"{value:02d}" if isinstance(value, int) else value
        return found

    def index(self, page: PageKeys) -> tuple[IndexEntry, ...]:
        """The entries of a page's index."""
        made: list[IndexEntry] = []
        for entry in page.index:
            named, text = (entry.story, entry.text) if isinstance(entry, IndexKeys) else (entry, "")
            span = entry.at("text") if isinstance(entry, IndexKeys) and text else named.span
            number = self._page(named.name, named.span)
            made.append(IndexEntry(text or self._headline(named.name, named.span), number, named.name, span))
        return tuple(made)

    def _place(self, name: str, span: Span) -> tuple[PageKeys, str, Named] | None:
        found = self._places.get(story_name(name.strip()))
        if found is None:
            self._at.fault(
                "guide.no-story", span, story=name[:60], edition=self._issue.edition or "—",
                **near_args(name, self._places),
            )  # fmt: skip
        return found

    def _page(self, name: str, span: Span) -> int:
        found = self._place(name, span)
        if found is None:
            return 0
        page, slot_name, _ = found
        layout = self._layout_of(page) if page.page.last else None
        slot = layout.slot(slot_name) if layout else None
        if layout is None or slot is None:
            return page.page.first
        return folio_at(page.page, slot, layout.grid, bound_right(page.page, self._issue))

    def _headline(self, name: str, span: Span) -> str:
        found = self._places.get(story_name(name.strip()))
        if found is None:
            self._place(name, span)
            return ""
        story = self._story_of(found[2])
        said = "　".join(row.text for row in story.headline) if story else "…"
        if not said:
            self._at.fault("guide.no-headline", span, story=name[:60])
        return said


def texts_of(layout: LayoutKeys, page: PageKeys, issue: IssueKeys) -> list[tuple[str, Span]]:
    """Every text of a page that may refer to a story, and where it was written."""
    texts = [(thing.text, thing.at("text")) for thing in layout.furniture]
    for holder in (issue, page):
        texts += [(value, holder.name_at("vars_", name, holder.span)) for name, value in holder.vars_.items()]
    return texts


def expanded(variables: dict[str, str]) -> dict[str, str]:
    """The variables with the references in their own values filled in."""
    return {
        name: REFERENCE.sub(lambda match: variables.get(match[1], match[0]), value) for name, value in variables.items()
    }


def check_texts(layout: LayoutKeys, variables: dict[str, str], at: Reading) -> None:
    """Furniture names variables there are. What a reference does not find was told before."""
    for item in layout.furniture:
        for match in VARIABLE.finditer(item.text):
            if match[1] not in variables and not REFERENCE.fullmatch(match[0]):
                at.fault("spec.unknown-variable", item.at("text"), name=match[1][:60], **near_args(match[1], variables))


def check_index(page: PageKeys, layout: LayoutKeys, at: Reading) -> None:
    """An index has a place on its page, and the place an index."""
    places = [item for item in layout.furniture if item.kind == "index"]
    if page.index and not places and not page.pdf:
        at.fault("guide.no-place", page.at("index"), layout=page.layout.name)
    if places and not page.index and "index" not in page.faulty:
        at.collector.warn("guide.empty", page.span, page=page.page.said)
