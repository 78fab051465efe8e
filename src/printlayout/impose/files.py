"""Which page files there are: an issue's, those of a released folder, or those in a folder of press files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from printlayout.base.diagnostics import Collector
from printlayout.base.value import dataclass, replace
from printlayout.model.issue import Issue, Section

_NAME = re.compile(
    r"(?P<stem>.+-(?P<date>\d{8}))(?:-(?P<edition>[A-Za-z][A-Za-z0-9]{0,15}))?-(?P<page>\d{2,3})(?:-(?P<last>\d{2,3}))?\.pdf"
)


@dataclass(frozen=True, slots=True)
class PageFiles:
    """Page files by folio, what the sheets are called, and their day. The file of a spread stands under both folios."""

    files: dict[int, Path]
    title: str
    stem: str
    day: date


def of_issue(issue: Issue, out: Path) -> PageFiles:
    """The press files of an issue in ``out``; whether they are there is asked when they are read."""
    code = issue.chosen or ""
    pages = [page for page in issue.pages if code in page.editions]
    files = {n: out / f"{issue.file_stem(page)}.pdf" for page in pages for n in page.folio.numbers}
    title = f"{issue.paper} {issue.date:%Y-%m-%d}"
    return PageFiles(files, title, issue.stem(code), issue.date)


def of_folder(folder: Path, collector: Collector, edition: str = "") -> PageFiles | None:
    """The page files of a folder, by its manifest if it was released, or else by their names; of one issue only, and of
    the edition of that code: its own pages, and the issue's where it has none.
    """
    manifest = folder / "manifest.json"
    if manifest.is_file():
        try:
            said = json.loads(manifest.read_text(encoding="utf-8"))
            files = {
                int(n): folder / Path(entry["file"]).name
                for entry in said["files"]
                if edition in entry.get("editions", [edition])
                for n in entry.get("folios", [entry["page"]])
            }
            day = date.fromisoformat(said["date"])
            return PageFiles(files, f"{said['paper']} {said['date']}", f"{said['code']}-{day:%Y%m%d}", day)
        except (ValueError, KeyError, TypeError):
            collector.error("release.impose-unfit", file=manifest, reason="manifest.json")
            return None
    found: dict[str, dict[int, Path]] = {}
    own: dict[int, Path] = {}
    for path in sorted(folder.glob("*.pdf")) if folder.is_dir() else ():
        match = _NAME.fullmatch(path.name)
        if match:
            for number in (match["page"], match["last"] or match["page"]):
                if not match["edition"]:
                    found.setdefault(match["stem"], {})[int(number)] = path
                elif match["edition"] == edition:
                    found.setdefault(match["stem"], {})
                    own[int(number)] = path
    if len(found) != 1:
        listed = "、".join(found) or "—"
        collector.error("release.impose-folder", folder=folder, found=listed)
        return None
    stem, files = next(iter(found.items()))
    digits = stem[-8:]
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        day = date(2000, 1, 1)
    return PageFiles(files | own, stem, stem + (f"-{edition}" if edition else ""), day)


def sections_of(pages: Iterable[int], wanted: tuple[Section, ...], collector: Collector) -> tuple[Section, ...]:
    """The sections with the pages that are there; without any the whole is one. A page in two sections, or in none
    although there are some, is an error: it would be printed twice or not at all.
    """
    there = sorted(pages)
    if not wanted:
        return (Section("", tuple(there)),)
    made: list[Section] = []
    seen: dict[int, Section] = {}
    for section in wanted:
        for page in section.pages:
            if page in seen:
                collector.error(
                    "release.impose-twice", section.span, page=f"{page:02d}", one=seen[page].said, two=section.said
                )
            seen[page] = section
        made.append(replace(section, pages=tuple(section.pages)))
    for page in there:
        if page not in seen:
            collector.error("release.impose-left-out", wanted[0].span, page=f"{page:02d}")
    return tuple(made)
