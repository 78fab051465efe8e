"""Finished page files to a file of sheets: every page a form, its fonts and colours as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from datetime import date
from fractions import Fraction
from pathlib import Path

from printlayout.base.diagnostics import Collector
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass
from printlayout.impose.marks import CLEAR, COLOUR, ROOM, registration, sheet_marks
from printlayout.impose.scheme import Pair, blanks, pairs
from printlayout.impose.slug import Slugs, over_sheet, slug_text
from printlayout.model.issue import Section
from printlayout.pdf.container import Container
from printlayout.pdf.metadata import Meta, info, xmp
from printlayout.pdf.objects import Name, Raw, Ref, Value, decimal, text_string
from printlayout.pdf.placed import Edges, Form, Importer, PlacedFault, Source
from printlayout.pdf.standard import PLAIN_VERSION, STANDARDS

NEAR = Fraction(1, 100)
"""Two sizes nearer than this, in points, are one."""
_TREE = "page tree"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as it is placed: its bleed and its trim, in its own space. ``folios``: its numbers, two of a spread."""

    source: Source
    bleed: Edges
    trim: Edges
    folios: tuple[int, ...]

    @property
    def size(self) -> tuple[Fraction, Fraction]:
        """Width and height of the trim; of a spread those of one of its pages."""
        return (self.trim[2] - self.trim[0]) / len(self.folios), self.trim[3] - self.trim[1]

    @property
    def around(self) -> Edges:
        """How far the bleed goes beyond the trim: left, bottom, right, top."""
        return (
            self.trim[0] - self.bleed[0],
            self.trim[1] - self.bleed[1],
            self.bleed[2] - self.trim[2],
            self.bleed[3] - self.trim[3],
        )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page's trim came to stand on its sheet: its left and lower edge, in points. For tests and reports."""

    page: int
    sheet: int
    side: str
    x: Fraction
    y: Fraction


@dataclass(frozen=True, slots=True)
class _Dress:
    """What marked sheets say: the paper and its day, and what every page claims."""

    title: str
    claim: tuple[str, str, str]
    slugs: Slugs | None


@dataclass(frozen=True, slots=True)
class Imposed:
    """A file of sheets: its bytes, the pairs in its order, and where each page stands."""

    pdf: bytes
    pairs: tuple[Pair, ...]
    places: tuple[Place, ...]


def impose(
    files: Mapping[int, Path], sections: Sequence[Section], title: str, day: date, stem: str, collector: Collector,
    marks: bool = False, slugs: Slugs | None = None,
) -> Imposed | None:  # fmt: skip
    """The page files of an issue, by folio, as sheets section by section; ``None`` after an error.

    ``marks``: crop, fold and registration marks round each sheet, and what ``slugs`` makes beside them. Blank places
    are told. The file makes the claim (PDF/X) and has the output intent that every page has.
    """
    with ExitStack() as opened:
        leaves: dict[int, Leaf] = {}
        folios = {path: tuple(n for n in sorted(files) if files[n] == path) for path in files.values()}
        for section in sections:
            for page in section.pages:
                if page not in files:
                    collector.error("release.impose-no-page", section.span, page=f"{page:02d}")
                elif page not in leaves:
                    leaf = _leaf(files[page], folios[files[page]], opened, collector)
                    if leaf is not None:
                        leaves.update(dict.fromkeys(leaf.folios, leaf))
            if missing := blanks(section.pages, section.fold):
                collector.warn(
                    "release.impose-blank", section.span, section=section.said, pages=len(section.pages), blank=missing
                )
        if not leaves:
            return None
        for section in sections:
            _spreads(section, leaves, collector)
        claims = {page: leaf.source.claim() for page, leaf in leaves.items()}
        _agree(leaves, claims, sections, files, collector)
        if collector.failed:
            return None
        label = next(iter(claims.values()))[0]
        version = next((s.version for s in STANDARDS.values() if s.label == label), PLAIN_VERSION)
        dress = _Dress(title, next(iter(claims.values())), slugs) if marks else None
        return _written(leaves, sections, Meta(title, day, stem), label, version, dress)


def _spreads(section: Section, leaves: Mapping[int, Leaf], collector: Collector) -> None:
    """A spread is a pair of the section as it is folded: only then is it printed in one piece."""
    made = pairs(section.pages, section.fold, section.right_bound)
    beside = {one: other for pair in made for one, other in ((pair.left, pair.right), (pair.right, pair.left))}
    for page in section.pages:
        leaf = leaves.get(page)
        if leaf is None or len(leaf.folios) < 2 or (page != leaf.folios[0] and leaf.folios[0] in section.pages):
            continue
        first, last = leaf.folios
        if beside.get(first) != last:
            whole = [pair for pair in made if pair.left and pair.right and abs(pair.left - pair.right) == 1]
            listed = "、".join(f"{min(p.left or 0, p.right or 0)}-{max(p.left or 0, p.right or 0)}" for p in whole)
            collector.error(
                "release.impose-spread", section.span, page=f"{first:02d}-{last:02d}", section=section.said,
                beside=f"{beside.get(page) or 0:02d}".replace("00", "—"), one=f"{page:02d}", pairs=listed or "—",
            )  # fmt: skip


def _leaf(file: Path, folios: tuple[int, ...], opened: ExitStack, collector: Collector) -> Leaf | None:
    try:
        source = opened.enter_context(Source(file.read_bytes()))
        if source.count != 1:
            raise PlacedFault("pages", str(source.count))
        if not source.has_box(1, "trim") or source.turn(1) or source.unit(1) != 1:
            raise PlacedFault("boxes", "TrimBox, Rotate, UserUnit")
        leaf = Leaf(source, source.box(1, "bleed"), source.box(1, "trim"), folios)
        if min(leaf.around) < -NEAR:
            raise PlacedFault("boxes", "BleedBox < TrimBox")
        return leaf
    except OSError as fault:
        collector.error("release.impose-unfit", file=file, reason=fault.strerror or fault)
    except PlacedFault as fault:
        collector.error("release.impose-unfit", file=file, reason=f"{fault.kind} {fault.detail}".strip())
    return None


def _agree(
    leaves: Mapping[int, Leaf], claims: Mapping[int, tuple[str, str, str]], sections: Sequence[Section],
    files: Mapping[int, Path], collector: Collector,
) -> None:  # fmt: skip
    """Pages of a section have one size, all pages one claim and output condition."""
    first = next(iter(claims))
    for page, claim in claims.items():
        if claim != claims[first]:
            collector.error(
                "release.impose-mixed", page=f"{page:02d}", other=f"{first:02d}",
                one=" ".join(claim[:2]) or "—", two=" ".join(claims[first][:2]) or "—",
            )  # fmt: skip
    for section in sections:
        there = [page for page in section.pages if page in leaves]
        for page in there[1:]:
            sizes = [leaves[one].size for one in (page, there[0])]
            if any(abs(a - b) > NEAR for a, b in zip(*sizes, strict=True)):
                said = [f"{float(width):.2f}×{float(height):.2f} pt" for width, height in sizes]
                collector.error(
                    "release.impose-sizes", section.span, page=f"{page:02d}", other=f"{there[0]:02d}", one=said[0],
                    two=said[1],
                )  # fmt: skip


def _written(
    leaves: Mapping[int, Leaf], sections: Sequence[Section], meta: Meta, label: str, version: str,
    dress: _Dress | None,
) -> Imposed:  # fmt: skip
    container = Container(version)
    importer = Importer(container)
    once = {leaf.folios: importer.form(leaf.source, 1, leaf.bleed) for leaf in leaves.values()}
    forms = {page: once[leaf.folios] for page, leaf in leaves.items()}
    kids: list[Value] = []
    made: list[Pair] = []
    places: list[Place] = []
    for section in sections:
        for pair in pairs(section.pages, section.fold, section.right_bound):
            creep = section.creep if section.fold == "stitched" else 0
            sheet, where = _sheet(container, pair, leaves, forms, section, creep, dress, importer)
            kids.append(sheet)
            made.append(pair)
            places += where
    container.put({"Type": Name("Pages"), "Kids": kids, "Count": len(kids)}, _TREE)
    first = next(iter(leaves.values())).source
    labels: list[Value] = []
    for index, pair in enumerate(made):
        labels += [index, {"P": text_string(pair.label)}]
    catalog: dict[str, Value] = {
        "Type": Name("Catalog"),
        "Pages": Ref(_TREE),
        "PageLabels": {"Nums": labels},
        "Lang": text_string(meta.lang),
    }
    if "/OutputIntents" in first.pdf.Root:
        catalog["OutputIntents"] = importer.intents(first)
    about = container.put(info(meta, label))
    packet = xmp(meta, container.fingerprint(), label)
    catalog["Metadata"] = container.stream(
        packet, {"Type": Name("Metadata"), "Subtype": Name("XML")}, compress=False
    )  # fmt: skip
    return Imposed(container.finish(container.put(catalog), about), tuple(made), tuple(places))


def _sheet(
    container: Container,
    pair: Pair,
    leaves: Mapping[int, Leaf],
    forms: Mapping[int, Form],
    section: Section,
    creep: Mpt,
    dress: _Dress | None,
    importer: Importer,
) -> tuple[Ref, list[Place]]:
    """One side of a sheet. Pages touch at the fold, where each is cut off; outside they keep their bleed. A page on an
    inner sheet moves towards the fold by ``creep`` for every sheet outside its own. A spread stands in one piece; only
    where it creeps each of its pages moves by itself.
    """
    width, height = leaves[section.pages[0]].size
    edge = [max(leaves[page].around[side] for page in section.pages) for side in range(4)]
    off = max(CLEAR, *edge)
    around = off + ROOM - max(edge) if dress else Fraction(0)
    left, bottom, right, top = (side + around for side in edge)
    fold = left + width
    whole = (Fraction(0), Fraction(0), left + 2 * width + right, bottom + height + top)
    bleed = (around, around, whole[2] - around, whole[3] - around)
    content: list[str] = []
    names: dict[str, Value] = {}
    places: list[Place] = []
    moved = Fraction(creep * pair.depth, 1000)
    for page, on_left in ((pair.left, True), (pair.right, False)):
        if page is None:
            continue
        leaf, form = leaves[page], forms[page]
        x = left + moved if on_left else fold - moved
        places.append(Place(page, pair.sheet, pair.side, x, bottom))
        name = f"P{leaf.folios[0]}"
        names[name] = form.ref
        half = (bleed[0], fold) if on_left else (fold, bleed[2])
        if len(leaf.folios) == 2:
            if not moved and not on_left:
                continue  # drawn with its left page
            half = half if moved else (bleed[0], bleed[2])
            x -= 0 if on_left else width
        clip = " ".join(map(_point, (half[0], bleed[1], half[1] - half[0], bleed[3] - bleed[1]))) + " re W n"
        shift = f"1 0 0 1 {_point(x - leaf.around[0])} {_point(bottom - leaf.around[1])} cm"
        content.append(f"q {clip} {shift} /{name} Do Q")
    trim = (left, bottom, left + 2 * width, bottom + height)
    resources: dict[str, Value] = {"XObject": names} if names else {}
    if dress:
        crept = (left + moved, left + 2 * width - moved) if moved else ()
        content.append(sheet_marks(trim, off, fold, crept))
        resources["ColorSpace"] = {COLOUR: registration()}
        if dress.slugs:
            text = slug_text(dress.title, section, pair, dress.claim)
            data = dress.slugs(*over_sheet(trim, whole[3]), round(off * 1000), text)
            with Source(data) as source:
                names["Slug"] = importer.form(source, 1, source.box(1, "media")).ref
            resources["XObject"] = names
            content.append("q /Slug Do Q")
    entries: dict[str, Value] = {
        "Type": Name("Page"),
        "Parent": Ref(_TREE),
        "MediaBox": _box(whole),
        "BleedBox": _box(bleed),
        "TrimBox": _box(trim),
        "Resources": resources,
        "Contents": container.stream(("\n".join(content) + "\n").encode("ascii")),
    }
    if any(page is not None and "/Group" in leaves[page].source.page(1).obj for page in (pair.left, pair.right)):
        entries["Group"] = {"Type": Name("Group"), "S": Name("Transparency"), "CS": Name("DeviceCMYK")}
    return container.put(entries), places


def _point(value: Fraction) -> str:
    return decimal(value, 4)


def _box(edges: Edges) -> Raw:
    return Raw(f"[{' '.join(map(_point, edges))}]".encode("ascii"))
