"""Everything that goes into a page, each by its name and SHA-256: what a later build is compared with."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Protocol

from printlayout.base.diagnostics import Collector, Span
from printlayout.base.shipped import shipped
from printlayout.fonts.catalogue import FontFile
from printlayout.model.display import DisplayList, Glyphs
from printlayout.model.folio import Folio
from printlayout.model.issue import Issue, Page
from printlayout.spec.document import Mapping, Node, Scalar, Sequence, plain, read_document
from printlayout.spec.folio_values import FolioOf
from printlayout.spec.layouts import layout_files
from printlayout.spec.shapes import Reading

FONT = "font "
NOT_PRINTED = ("pages", "release", "sections", "editions")
"""Keys of an issue that are no part of a page by themselves."""


class FontFiles(Protocol):
    """Who knows the file of a face."""

    def font_file(self, key: str) -> FontFile:
        """The file of a face by its key."""


def page_inputs(issue: Issue, page: Page, fonts: FontFiles | None, display: DisplayList | None) -> dict[str, str]:
    """Name → SHA-256 of the issue's common part and the page's, its layout with all it extends, stories, pictures,
    ads, faces with a glyph on the page, press profile. Without ``display`` and ``fonts`` no faces.

    Names are paths from the issue's folder; what came with the program is ``shipped:…``.
    """
    root = Path(issue.root)
    found: dict[str, str] = {}
    file = root / Path(issue.span.file).name
    document = read_document(file, Collector())
    if isinstance(document, Mapping):
        common = Mapping(tuple(e for e in document.entries if e[0].text not in NOT_PRINTED), document.span)
        found[file.name] = _digest(plain(common))
        part = _page_part(document, page.folio)
        if part is not None:
            found[f"{file.name} page {page.folio.said}"] = _digest(plain(part))
            named = part.get("layout")
            if isinstance(named, Scalar):
                for path in layout_files(root, named.text.strip()):
                    found[_name(path, root)] = file_digest(path)
        if page.edition:
            _edition(document, page, file.name, found, root)
    for placement in page.placements:
        _file(Path.cwd() / placement.story.span.file, root, found)
    for picture in page.every_picture:
        _file(Path(picture.path), root, found)
    for path in placed_files(page):
        _file(path, root, found)
    for name in page.files:
        _file(Path(name), root, found)
    found[f"press {issue.press.name}"] = _digest(_facts(issue.press))
    if issue.press.icc:
        _file(Path(issue.press.icc), root, found)
    if display is not None and fonts is not None:
        for key in sorted({i.face for g in display.groups for i in g.items if isinstance(i, Glyphs) and i.gids}):
            font = fonts.font_file(key)
            found[FONT + key] = font.sha256 or file_digest(font.path)
    return found


def _edition(document: Mapping, page: Page, name: str, found: dict[str, str], root: Path) -> None:
    """What an edition says for all its pages, and of this one."""
    from printlayout.spec.editions import page_part

    editions = document.get("editions")
    whole = editions.get(page.edition) if isinstance(editions, Mapping) else None
    if isinstance(whole, Mapping):
        common = Mapping(tuple(e for e in whole.entries if e[0].text != "pages"), whole.span)
        found[f"{name} edition {page.edition}"] = _digest(plain(common))
    part = page_part(document, page.edition, page.folio)
    if part is not None:
        found[f"{name} edition {page.edition} page {page.folio.said}"] = _digest(plain(part))
        named = part.get("layout")
        if isinstance(named, Scalar):
            for path in layout_files(root, named.text.strip()):
                found[_name(path, root)] = file_digest(path)


def placed_files(page: Page) -> list[Path]:
    """PDF files placed on a page: its ads and the page itself where it came ready."""
    return [Path(one.path) for one in (*page.ads, page.ready) if one is not None]


def changes(before: dict[str, str], now: dict[str, str], *, with_fonts: bool = True) -> list[str]:
    """Names of inputs that differ: ``name``, ``+name`` (new), ``-name`` (gone)."""
    told = []
    for name in sorted({*before, *now}):
        if name.startswith(FONT) and not with_fonts:
            continue
        if before.get(name) != now.get(name):
            told.append(f"{'+' if name not in before else '-' if name not in now else ''}{name}")
    return told


def file_digest(path: Path) -> str:
    """SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _file(path: Path, root: Path, found: dict[str, str]) -> None:
    if path.is_file():
        found[_name(path, root)] = file_digest(path)


def _name(path: Path, root: Path) -> str:
    """A path as the record has it: the same wherever issue and program lie."""
    for folder, mark in ((root, ""), (shipped("layouts").parent, "shipped:"), (Path(__file__).parents[1], "shipped:")):
        try:
            return mark + path.resolve().relative_to(folder.resolve()).as_posix()
        except ValueError:
            continue
    return f"elsewhere:{path.name}"


def _page_part(document: Mapping, wanted: Folio) -> Mapping | None:
    shape, quiet = FolioOf(), Reading(Collector())
    pages: Node | None = document.get("pages")
    for page in pages.items if isinstance(pages, Sequence) else ():
        if isinstance(page, Mapping):
            folio = page.get("page")
            if isinstance(folio, Scalar) and shape.take(folio.text.strip(), quiet) == wanted:
                return page
    return None


def _digest(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _facts(value: Any) -> Any:
    """A model value as plain values, without places in files and folders of this machine."""
    if isinstance(value, Span):
        return None
    if is_dataclass(value) and not isinstance(value, type):
        named = {f.name: getattr(value, f.name) for f in fields(value) if f.name not in ("icc", "span")}
        return {name: _facts(one) for name, one in named.items()}
    if isinstance(value, dict):
        return {str(key): _facts(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_facts(one) for one in value]
    return value if isinstance(value, int | float | str | bool | None) else str(value)
