"""Separations of a page: each plate as a grey picture, how much of it is covered, and how the print will look.

A plate is a page of its own: every ink becomes as much black as it has on the plate, in the order of painting. What
overprints and has no part on the plate is left out; what knocks out is painted, in white if need be. So a plate shows
what the press file says (:class:`printlayout.pdf.inks.Inks` decides both), drawn by another program than wrote it.
Pages of other PDFs are taken apart likewise (:mod:`printlayout.plates`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path as File
from typing import TYPE_CHECKING

from printlayout.base.diagnostics import Collector, Fault, Finding
from printlayout.base.files import write_file
from printlayout.base.value import dataclass, replace
from printlayout.build import Progress
from printlayout.images import ready
from printlayout.images.srgb import srgb_profile
from printlayout.job import SubsetFonts, open_fonts, set_page
from printlayout.model.display import DisplayList, Fill, Glyphs, Image, Item, Line, Path, Placed
from printlayout.model.embedding import Subset
from printlayout.model.ink import Ink
from printlayout.model.press import PressProfile
from printlayout.pdf.fonts import FontSource
from printlayout.pdf.forms import placed_items
from printlayout.pdf.inks import ALL, Inks, spot_plates
from printlayout.pdf.metadata import Meta
from printlayout.pdf.standard import Target, sheet
from printlayout.pdf.writer import write
from printlayout.plates.placing import PlacedPages, renamed
from printlayout.plates.prepared import FULL, packed_picture, split_pictures
from printlayout.plates.spaces import PROCESS
from printlayout.preview.pictures import crossing
from printlayout.preview.raster import colour_pixels, grey_pixels
from printlayout.spec.issues import load_issue

if TYPE_CHECKING:
    from PIL.Image import Image as Picture


@dataclass(frozen=True, slots=True)
class Separations:
    """The plates of a page. ``plates``: by name, process inks first; 0 is full ink, 255 bare paper, the whole sheet.
    ``trim``: the trimmed page in pixels. ``spots``: the alternates of the spot plates.
    """

    stem: str
    dpi: int
    plates: Mapping[str, Picture]
    trim: tuple[int, int, int, int]
    spots: Mapping[str, Ink]
    limit: int
    findings: tuple[Finding, ...] = ()
    """What of placed pages could not be taken apart."""

    def coverage(self) -> dict[str, float]:
        """Per cent of the trimmed page that each plate covers."""
        return {name: _share(plate.crop(self.trim)) for name, plate in self.plates.items()}

    def total(self) -> tuple[float, float]:
        """The most ink on one place of the trimmed page in per cent, and how many square millimetres of it have more
        than the press's limit."""
        from PIL import ImageChops, ImageMath

        inked = [ImageChops.invert(plate.crop(self.trim)) for plate in self.plates.values()]
        alone = max(value for ink in inked for value, count in enumerate(ink.histogram()) if count)
        # Outside of where at least two plates have ink, the sum is that of one of them.
        area = crossing([box for box in (ink.getbbox() for ink in inked) if box], 2)
        if area is None:
            return round(alone * 100 / FULL, 1), 0.0
        parts = {f"p{at}": ink.crop(area) for at, ink in enumerate(inked)}
        summed = ImageMath.lambda_eval(lambda args: sum(args[name] for name in parts), **parts)
        most = max(alone, summed.getextrema()[1])
        if most * 1000 <= self.limit * FULL:
            return round(most * 100 / FULL, 1), 0.0
        over = ImageMath.lambda_eval(lambda args: (args["total"] * 1000 > self.limit * FULL) * FULL, total=summed)
        pixels = over.convert("L").histogram()[FULL]
        return round(most * 100 / FULL, 1), round(pixels * (25.4 / self.dpi) ** 2, 2)

    def report(self) -> dict[str, object]:
        """Everything measured, for JSON."""
        most, over = self.total()
        plates = {name: round(share, 3) for name, share in self.coverage().items()}
        return {
            "page": self.stem,
            "dpi": self.dpi,
            "plates": plates,
            "ink": round(sum(plates.values()), 3),
            "most": most,
            "limit": self.limit / 10,
            "over_mm2": over,
        }


def separate(display: DisplayList, fonts: FontSource, press: PressProfile, dpi: int = 100) -> Separations:
    """The plates of a page.

    :raises PictureFault: if a picture can't be read.
    """
    from PIL import Image as Pillow

    target = Target(press)
    spots = {plate: ink for plate, ink in spot_plates([display], press).items() if plate != ALL}
    inks = Inks(dict.fromkeys([*spots, ALL], ""), press.overprint)
    once = _Once(fonts)
    plates: dict[str, Picture] = {}
    (display,), given = ready([display], press)
    pictures = split_pictures(display, target, given, dpi)
    placed = _placed_pages(display, press)
    if placed:
        spots = placed.spots() | spots
        inks = Inks(dict.fromkeys([*spots, ALL], ""), press.overprint)
    for names in _packs((*PROCESS, *spots), alone=placed is not None):
        page = plate_of(display, names, inks)
        here = {path: packed_picture([split.get(name) for name in names]) for path, split in pictures.items()}
        packed = len(names) > 1
        files = placed.on_plate(names[0]) if placed else {}
        data = write([page], once, Meta(names[0], date(2000, 1, 1)), plates=here, packed=packed, placed=files)
        if packed:
            plates |= zip(names, Pillow.frombytes("RGB", *_sized(colour_pixels(data, dpi))).split(), strict=True)
        else:
            plates[names[0]] = Pillow.frombytes("L", *_sized(grey_pixels(data, dpi)))
    plates = {name: plates[name] for name in (*PROCESS, *spots)}
    whole = sheet(display)
    left, top, right, bottom = (
        round(edge * dpi / 72_000) for edge in (-whole.x, -whole.y, display.width - whole.x, display.height - whole.y)
    )
    told = tuple(placed.findings()) if placed else ()
    return Separations(display.stem, dpi, plates, (left, top, right, bottom), spots, press.coverage_limit, told)


def _placed_pages(display: DisplayList, press: PressProfile) -> PlacedPages | None:
    """The pages of other PDFs on a page."""
    return PlacedPages(display, press.spots) if placed_items(display) else None


def _packs(names: Sequence[str], alone: bool) -> list[tuple[str, ...]]:
    """Plates that are drawn at once, as red, green and blue. What overprints has black alone, so black has a drawing of
    its own, in which what overprints is drawn and others never are; on the rest it is left out. Pages of others may
    overprint with any ink: with them each plate is drawn ``alone``."""
    if alone:
        return [(name,) for name in names]
    others = [name for name in names if name != "Black"]
    threes = [tuple(others[at : at + 3]) for at in range(0, len(others), 3)]
    return [(*three, *(NONE,) * (3 - len(three))) for three in threes] + [("Black",)]


def _sized(drawn: tuple[int, int, bytes]) -> tuple[tuple[int, int], bytes]:
    return drawn[:2], drawn[2]


def plate_of(display: DisplayList, plates: Sequence[str], inks: Inks) -> DisplayList:
    """A page that prints one plate in black, or three as cyan, magenta and yellow; pictures stay, the writer is given
    their plates."""
    groups = tuple(replace(group, items=tuple(_on_plates(group.items, plates, inks))) for group in display.groups)
    return replace(display, groups=groups)


def amount(ink: Ink, plate: str, inks: Inks) -> int:
    """How much of an ink, in permille, stands on a plate."""
    if ink.spot in inks.spots:
        return ink.amount if ink.spot in (plate, ALL) else 0
    return dict(zip(PROCESS, (ink.cyan, ink.magenta, ink.yellow, ink.black), strict=True)).get(plate, 0)


def soft_proof(found: Separations, press: PressProfile) -> Picture | None:
    """The page as it will look on its paper: through the output profile, absolutely (paper white stays the paper's), to
    sRGB. ``None`` without a profile. Spot inks are shown by their alternates."""
    from PIL import Image as Pillow
    from PIL import ImageChops

    if not press.icc:
        return None
    process = [ImageChops.invert(found.plates[name]) for name in PROCESS]
    for name, ink in found.spots.items():
        spot = ImageChops.invert(found.plates[name])
        parts = (ink.cyan, ink.magenta, ink.yellow, ink.black)
        process = [
            ImageChops.screen(plate, spot.point([value * part // 1000 for value in range(FULL + 1)]))
            for plate, part in zip(process, parts, strict=True)
        ]
    return on_paper(Pillow.merge("CMYK", process), press)


def on_paper(inks: Picture, press: PressProfile) -> Picture:
    """Amounts of the process inks (255 is full) as they look on the press's paper, in sRGB."""
    from PIL import ImageCms

    transform = ImageCms.buildTransform(
        press.icc, BytesIO(srgb_profile()), "CMYK", "RGB", ImageCms.Intent.ABSOLUTE_COLORIMETRIC
    )
    seen = ImageCms.applyTransform(inks, transform)
    assert seen is not None
    seen.info["icc_profile"] = srgb_profile()
    return seen


def separate_issue(
    path: File,
    out: File,
    pages: set[int] | None = None,
    dpi: int = 100,
    progress: Progress = lambda done, count, stem: None,
    edition: str = "",
) -> tuple[list[dict[str, object]], list[File], tuple[Finding, ...]]:
    """Separate the pages of an issue into ``out``: the plates and the soft proof as PNG, coverage as JSON. Returns the
    measures of each page, the files, and everything there was to tell. A page with errors is shown all the same."""
    collector = Collector()
    reports: list[dict[str, object]] = []
    files: list[File] = []
    issue = load_issue(path, collector, pages, edition)
    if issue is None or collector.failed:
        return reports, files, tuple(collector.findings)
    fonts = open_fonts(File(issue.root), collector)
    for done, page in enumerate(issue.pages, 1):
        built = set_page(issue, page, fonts)
        collector.extend(built.findings)
        if built.display is not None:
            try:
                found = separate(built.display, SubsetFonts(fonts), issue.press, dpi)
            except Fault as fault:
                collector.add(fault.finding)
                continue
            collector.extend(found.findings)
            reports.append(found.report())
            files += _write(found, soft_proof(found, issue.press), reports[-1], out)
        progress(done, len(issue.pages), built.stem)
    return reports, files, tuple(collector.findings)


def _write(found: Separations, proof: Picture | None, report: dict[str, object], out: File) -> list[File]:
    pictures = {plate_file(found.stem, name): plate for name, plate in found.plates.items()}
    if proof is not None:
        pictures[f"{found.stem}-softproof.png"] = proof
    files = []
    for name, picture in pictures.items():
        data = BytesIO()
        picture.save(data, "PNG", dpi=(found.dpi, found.dpi))
        write_file(out / name, data.getvalue())
        files.append(out / name)
    told = out / f"{found.stem}-separations.json"
    write_file(told, (json.dumps(report, ensure_ascii=False, indent=2) + "\n").encode())
    return [*files, told]


def plate_file(stem: str, plate: str) -> str:
    """The file name of a plate; what a spot ink's name has that file names can't becomes its code."""
    safe = "".join(char if char.isalnum() or char in "-_" else f"~{ord(char):X}" for char in plate)
    return f"{stem}-{safe}.png"


class _Once:
    """A source of subsets that cuts each font once for all plates."""

    def __init__(self, fonts: FontSource) -> None:
        self._fonts = fonts
        self._known: dict[tuple[str, frozenset[int]], Subset] = {}

    def subset(self, face_key: str, gids: frozenset[int]) -> Subset:
        """The face of that key, cut down to these glyphs."""
        key = (face_key, gids)
        if key not in self._known:
            self._known[key] = self._fonts.subset(face_key, gids)
        return self._known[key]


def _share(plate: Picture) -> float:
    counts = plate.histogram()
    return sum((FULL - value) * count for value, count in enumerate(counts)) * 100 / (FULL * max(1, sum(counts)))


def _on_plates(items: Iterable[Item], plates: Sequence[str], inks: Inks) -> Iterable[Item]:
    for item in items:
        if isinstance(item, Image):
            yield item
            continue
        if isinstance(item, Placed):
            yield renamed(item)
            continue
        over = inks.overprints(item)

        def drawn(ink: Ink | None, over: bool = over) -> Ink | None:
            parts = [amount(ink, plate, inks) if ink else 0 for plate in plates]
            if ink is None or (over and not any(parts)):
                return None
            first, second, third = (*parts, 0, 0)[:3]
            return Ink("plates", first, second, third, 0) if len(parts) > 1 else Ink("plate", 0, 0, 0, first)

        if isinstance(item, Path):
            fill, stroke = drawn(item.fill), drawn(item.stroke)
            if fill or stroke:
                yield replace(item, fill=fill, stroke=stroke)
        elif ink := drawn(item.ink):
            yield _inked(item, ink)


def _inked(item: Glyphs | Fill | Line, ink: Ink) -> Item:
    return replace(item, ink=ink)


NONE = ""
"""The name of no plate, where fewer than three are drawn at once."""
