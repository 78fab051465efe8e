"""Checks of what a page says: its folio and date, its stories and pictures, its glyphs."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from printlayout.base.diagnostics import Collector, Span
from printlayout.model.display import DisplayList, Glyphs
from printlayout.model.issue import Issue, Page
from printlayout.model.story import Picture, Run
from printlayout.preflight.page_inks import place
from printlayout.preflight.registry import Teller, check_profile
from printlayout.text.dates import han_date, parse_date, weekday

_DATE = re.compile(r"[0-9]{4}(?:年[0-9]{1,2}月[0-9]{1,2}日|-[0-9]{1,2}-[0-9]{1,2}|/[0-9]{1,2}/[0-9]{1,2})")
_HAN_DATE = re.compile(r"[一二三四五六七八九〇○零]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日")
_WEEKDAY = re.compile(r"(?:星期|周)([一二三四五六日天])")
_FOLIO = re.compile(r"(?<![今日共等0-9])第?\s*0*([0-9]{1,3})\s*版(?!面|权|本|式)")
_PAIR = re.compile(r"(?<![0-9./年-])第?0*([0-9]{1,3})\s*[-–—~～·、/]\s*0*([0-9]{1,3})\s*(?:版|$)")
_NUMBER = re.compile(r"[A-Z]?0*([0-9]{1,3})")


def check_content(issue: Issue, page: Page, display: DisplayList, teller: Teller) -> None:
    """What the page says against what the issue says."""
    _glyphs(display, teller)
    _furniture(issue, page, display, teller)
    _stories(page, display, teller)


def _glyphs(display: DisplayList, teller: Teller) -> None:
    for group in display.groups:
        for item in group.items:
            if isinstance(item, Glyphs) and 0 in item.gids:
                text = item.texts[item.gids.index(0)] or item.text[:6]
                teller.tell("preflight.missing-glyph", place(display, item.src), text=text, face=item.face)


def _furniture(issue: Issue, page: Page, display: DisplayList, teller: Teller) -> None:
    """The furniture's dates, weekdays and folios: if there are any, the issue's own must be among them. A page may
    well name other days (the paper's first issue), hence no more than that."""
    said = list(_texts(display))
    dates = [(src, found, _day(found)) for src, text in said for found in _found(text)]
    wanted = (issue.date, han_date(issue.date))
    if dates and not any(day in wanted for _, _, day in dates):
        src, found, _ = dates[0]
        teller.tell("preflight.wrong-date", place(display, src), found=found, wanted=f"{issue.date:%Y-%m-%d}")
    days = [(src, match[1].replace("天", "日")) for src, text in said for match in _WEEKDAY.finditer(text)]
    right = weekday(issue.date)
    if days and right[-1] not in [day for _, day in days]:
        src, day = days[0]
        teller.tell("preflight.wrong-weekday", place(display, src), found=f"星期{day}", weekday=right)
    folios = [(src, int(match[1])) for src, text in said for match in _FOLIO.finditer(text)]
    folios += [(src, int(match[1])) for src, text in said if (match := _NUMBER.fullmatch(text.strip()))]
    pairs = [(src, match) for src, text in said for match in _PAIR.finditer(text)] if page.last else []
    folios += [(src, int(number)) for src, match in pairs for number in match.groups()]
    others = {int(value) for name, value in page.variables.items() if name.startswith(("page-of:", "版次:"))}
    folios = [(src, number) for src, number in folios if number not in others or number in page.folio.numbers]
    there = {number for _, number in folios}
    missing = [number for number in page.folio.numbers if number not in there]
    if folios and missing == list(page.folio.numbers):
        src, number = folios[0]
        teller.tell("preflight.wrong-folio", place(display, src), found=number, page=page.folio.said)
    elif folios and missing:
        src, number = folios[0]
        teller.tell("preflight.half-folio", place(display, src), page=page.folio.said, missing=f"{missing[0]:02d}")


def _texts(display: DisplayList) -> Iterable[tuple[int, str]]:
    """What each piece of furniture says, with its source. One that stands on both pages of a spread says it twice: the
    second begins half the sheet away from where the first ends, farther than any space within a line."""
    src, said, end = -1, "", 0
    told = (g for g in display.groups if g.kind == "furniture" and g.name != "index")  # which names other pages
    for item in (item for group in told for item in group.items):
        if isinstance(item, Glyphs):
            if item.src != src or abs(item.x - end) > display.width // 4:
                if said:
                    yield src, said
                src, said = item.src, ""
            said += item.text
            end = item.x + item.xs[-1]
    if said:
        yield src, said


def _found(text: str) -> Iterable[str]:
    yield from _DATE.findall(text)
    yield from _HAN_DATE.findall(text)


def _day(found: str) -> date | str | None:
    return parse_date(found) or found.replace("○", "〇").replace("零", "〇")


def _stories(page: Page, display: DisplayList, teller: Teller) -> None:
    filled = {group.name for group in display.groups if group.kind == "story" and group.items}
    for placement in page.placements:
        slot = page.layout.slot(placement.slot)
        if slot is None:
            continue
        story = placement.story
        if slot.name not in filled or not (story.blocks or story.headline or story.pictures):
            teller.tell("preflight.empty-story", placement.span, story=story.name, slot=slot.name)
        for picture in story.pictures[: len(slot.pictures)]:
            for bare in _uncaptioned(picture):
                teller.tell("preflight.no-caption", bare.span, story=story.name, picture=Path(bare.path).name)


def _uncaptioned(picture: Picture) -> tuple[Picture, ...]:
    """Pictures no words belong to: one of a group is covered by the group's caption, one set into another by that
    one's."""
    if _said(picture.caption):
        return ()
    return tuple(one for one in picture.each if not _said(one.caption))


def _said(words: Run | None) -> bool:
    return words is not None and bool(words.text.strip())


def check_issue(issue: Issue, collector: Collector, *, whole: bool = True) -> None:
    """What only all pages together show: a story that stands twice under two names; with ``whole``, when no page was
    left out, stories on nobody's page."""
    check_profile(issue.press, collector)
    teller = Teller(collector, issue.press.severities)
    first: dict[tuple[str, str], tuple[str, Span]] = {}
    names: set[str] = set()
    for page in issue.pages:
        for placement in page.placements:
            story = placement.story
            names.add(story.name)
            body = story.body.strip()
            if not body:
                continue
            known = (story.name, placement.span)
            for edition in page.editions:
                known = first.setdefault((edition, body), known)
            if known[0] != story.name:
                teller.tell("preflight.story-twice", placement.span, story=story.name, other=known[0], place=known[1])
    if whole and issue.root:
        _unplaced(Path(issue.root), names, teller)


def _unplaced(root: Path, names: set[str], teller: Teller) -> None:
    folder = root / "stories"
    if not folder.is_dir():
        return
    for file in sorted(folder.glob("*.md")):
        if not file.name.startswith((".", "_")) and file.stem not in names:
            teller.tell("preflight.story-unplaced", Span(os.path.relpath(file)), story=file.stem)
