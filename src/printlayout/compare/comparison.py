"""Two sides compared: pages paired, then each pair by bytes, by words, and in pixels."""

from __future__ import annotations

from collections.abc import Iterator

from printlayout.base.value import dataclass
from printlayout.compare.changes import Change, changes
from printlayout.compare.pixels import SAME, TOLERANCE, Pixels, differences
from printlayout.compare.sides import Leaf, Side
from printlayout.compare.texts import aligned
from printlayout.preview.pictures import jpeg, picture, png, thumbnail
from printlayout.preview.raster import colour_pixels

DPI = 96
STATES = ("changed", "new", "gone", "alike", "same")
"""``same``: the same bytes; ``alike``: other bytes, but nothing that can be seen or read."""


@dataclass(frozen=True, slots=True)
class Look:
    """How pages are looked at: resolution, and how many of 255 steps a pixel may differ."""

    dpi: int = DPI
    tolerance: int = TOLERANCE


@dataclass(frozen=True, slots=True)
class PageDiff:
    """A page of both sides, or of one. ``old_image`` and ``new_image``: packed pictures of a page that is not
    the same, with their sizes in pixels."""

    key: str
    name: str
    state: str
    old: Leaf | None
    new: Leaf | None
    changes: tuple[Change, ...] = ()
    pixels: Pixels = SAME
    old_image: bytes = b""
    new_image: bytes = b""
    old_size: tuple[int, int] = (0, 0)
    new_size: tuple[int, int] = (0, 0)

    @property
    def size(self) -> tuple[int, int]:
        """In pixels, what holds the page of either side."""
        return max(self.old_size[0], self.new_size[0]), max(self.old_size[1], self.new_size[1])


@dataclass(frozen=True, slots=True)
class Comparison:
    """All pages of two sides, in the order of the new one; those that are gone stand where they stood."""

    old: Side
    new: Side
    look: Look
    pages: tuple[PageDiff, ...]

    @property
    def same(self) -> bool:
        """Whether nobody could see or read a difference."""
        return not (self.missing or any(page.state in ("changed", "new", "gone") for page in self.pages))

    @property
    def missing(self) -> tuple[str, ...]:
        """Pages of either side that could not be made."""
        return (*self.old.missing, *self.new.missing)

    def count(self, state: str) -> int:
        """How many pages are in a state."""
        return sum(page.state == state for page in self.pages)


def compare(old: Side, new: Side, look: Look = Look()) -> Comparison:  # noqa: B008 a frozen value
    """Compare two sides."""
    pages = tuple(_page(one, other, look) for one, other in pairs(old, new))
    return Comparison(old, new, look, pages)


def pairs(old: Side, new: Side) -> list[tuple[Leaf | None, Leaf | None]]:
    """Pages that belong together: by name, or, where a side is one file, by text and order."""
    if "file" in (old.kind, new.kind) or not {leaf.key for leaf in old.leaves} & {leaf.key for leaf in new.leaves}:
        if [leaf.pdf for leaf in old.leaves] == [leaf.pdf for leaf in new.leaves]:
            return list(zip(old.leaves, new.leaves, strict=True))
        texts = [["\n".join(line.text for line in leaf.read().lines) for leaf in side.leaves] for side in (old, new)]
        found = aligned(*texts)
        return [(old.leaves[a] if a >= 0 else None, new.leaves[b] if b >= 0 else None) for a, b in found]
    partners = {leaf.key: leaf for leaf in old.leaves}
    there = {leaf.key for leaf in new.leaves}
    made: list[tuple[Leaf | None, Leaf | None]] = [(partners.get(leaf.key), leaf) for leaf in new.leaves]
    for at, leaf in enumerate(old.leaves):
        if leaf.key not in there:
            made.insert(min(at, len(made)), (leaf, None))
    return made


def _page(old: Leaf | None, new: Leaf | None, look: Look) -> PageDiff:
    leaf = new or old
    assert leaf is not None
    if old and new and old.index == new.index and old.pdf == new.pdf:
        return PageDiff(leaf.key, leaf.name, "same", old, new)  # nothing is rendered
    ones = [picture(*colour_pixels(one.pdf, look.dpi, one.index)) if one else None for one in (old, new)]
    images = [_packed(one, look.dpi) if one else b"" for one in ones]
    sizes = [one.size if one else (0, 0) for one in ones]
    if old is None or new is None or ones[0] is None or ones[1] is None:
        state = "gone" if new is None else "new"
        return PageDiff(leaf.key, leaf.name, state, old, new, (), SAME, images[0], images[1], sizes[0], sizes[1])
    pixels = differences(ones[0], ones[1], look.tolerance)
    told = tuple(_words(old, new))
    state = "changed" if told or pixels.count else "alike"
    if state == "alike":
        return PageDiff(leaf.key, leaf.name, state, old, new)
    return PageDiff(leaf.key, leaf.name, state, old, new, told, pixels, images[0], images[1], sizes[0], sizes[1])


def _packed(page: object, dpi: int) -> bytes:
    """A page as it takes the fewest bytes: type as PNG, pictures as JPEG."""
    plain, pictured = png(page, dpi), jpeg(page)  # type: ignore[arg-type]
    return plain if len(plain) <= 2 * len(pictured) else pictured


def _words(old: Leaf, new: Leaf) -> Iterator[Change]:
    one, other = old.facts, new.facts
    if one is None or other is None:  # what both files say, by the same reader
        one, other = old.read(), new.read()
    yield from changes(one, other)


def thumb_of(page: PageDiff, dpi: int) -> bytes:
    """A small picture of a page, of the new side where there is one."""
    leaf = page.new or page.old
    assert leaf is not None
    return jpeg(thumbnail(picture(*colour_pixels(leaf.pdf, dpi, leaf.index))))
