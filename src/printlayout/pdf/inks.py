"""Inks as operators: process inks in DeviceCMYK, spot inks and registration colour as Separations; what overprints.

Text in black ink alone overprints (ISO 32000-1 11.7.4.5 with OPM 1: a plate whose part is 0 is left as it is), up to
the press's size, so that no white shows at its edges when plates are out of register; every other ink knocks out, white
above all, which would vanish. Black rules overprint for the same reason; black areas do not: what lies under them
would show through. DeviceGray is not used, since it cannot overprint: grey is a tint of black.

Mixtures of spot inks do not exist, hence no DeviceN.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from printlayout.base.diagnostics import NOWHERE, Collector, Span
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass, field, replace
from printlayout.model.display import DisplayList, Glyphs, Image, Item, Line, Path, Placed
from printlayout.model.ink import REGISTRATION, WHITE, Ink
from printlayout.model.press import NEWSPRINT, PressProfile
from printlayout.pdf.objects import Name, Raw, Value, number

if TYPE_CHECKING:
    from printlayout.pdf.container import Container

OVERPRINT = "Ov"
KNOCKOUT = "Ko"
STATES: dict[str, dict[str, Value]] = {
    KNOCKOUT: {"Type": Name("ExtGState"), "OP": False, "op": False, "OPM": 0},
    OVERPRINT: {"Type": Name("ExtGState"), "OP": True, "op": True, "OPM": 1},
}
"""The graphics states pages name."""
ALL = REGISTRATION.spot
RICH = 900
"""From this much black (permille) on text is black to the eye; with any other ink in it, it is rich black."""


@dataclass(frozen=True, slots=True)
class Inks:
    """The inks of a file as content streams use them. ``spots``: plate to colour space resource; a spot that is not
    there prints with its alternate. ``overprint``: the size up to which black text overprints."""

    spots: Mapping[str, str] = field(default_factory=dict)
    overprint: Mpt = NEWSPRINT.overprint
    grey: bool = False
    """Black as DeviceGray, which every reader shows in proportion: for pictures of plates, never for the press."""
    packed: bool = False
    """Three plates as red, green and blue, likewise for pictures of plates: cyan, magenta and yellow are then any three
    inks that never stand on a plate without knocking out the others."""

    def fill(self, ink: Ink) -> str:
        """The operator that makes an ink the colour of fills."""
        if ink.spot and ink.spot in self.spots:
            return f"/{self.spots[ink.spot]} cs {number(ink.amount)} scn"
        if self.packed:
            return f"{_rgb(ink)} rg"
        return f"{number(1000 - ink.black)} g" if self.grey else f"{_parts(ink)} k"

    def stroke(self, ink: Ink) -> str:
        """The operator that makes an ink the colour of strokes."""
        if ink.spot and ink.spot in self.spots:
            return f"/{self.spots[ink.spot]} CS {number(ink.amount)} SCN"
        if self.packed:
            return f"{_rgb(ink)} RG"
        return f"{number(1000 - ink.black)} G" if self.grey else f"{_parts(ink)} K"

    def overprints(self, item: Item) -> bool:
        """Whether an item leaves the plates it has no ink on as they are."""
        match item:
            case Glyphs():
                return item.size <= self.overprint and self._black(item.ink)
            case Line():
                return self._black(item.ink)
            case Path():
                return self._black(item.fill or item.stroke or WHITE)
        # A black area would let through what lies under it, and so would a grey picture.
        return False

    def _black(self, ink: Ink) -> bool:
        """Whether the ink is full black on the black plate alone."""
        return ink.black == 1000 and not (ink.cyan or ink.magenta or ink.yellow or ink.spot in self.spots)


def inks_of(item: Item) -> tuple[Ink, ...]:
    """The inks of an item; a picture's are its own affair."""
    if isinstance(item, Path):
        return tuple(ink for ink in (item.fill, item.stroke) if ink)
    return () if isinstance(item, Image | Placed) else (item.ink,)


def used_inks(pages: Iterable[DisplayList]) -> Iterator[tuple[Ink, Item, str, DisplayList]]:
    """Every use of an ink: the ink, its item, the kind of its group, its page."""
    for page in pages:
        for group in page.groups:
            for item in group.items:
                for ink in inks_of(item):
                    yield ink, item, group.kind, page


def spot_plates(pages: Iterable[DisplayList], press: PressProfile) -> dict[str, Ink]:
    """The Separations a file needs, by plate, sorted: each as the full ink. Registration colour is one, whatever the
    press prints.

    :raises ValueError: if registration colour is on anything but a mark.
    """
    fullest: dict[str, Ink] = {}
    for ink, _, kind, page in used_inks(pages):
        if not ink.spot:
            continue
        if ink.spot == ALL and kind != "mark":
            raise ValueError(f"{page.stem}: registration colour is for marks only")
        if (press.spots or ink.spot == ALL) and ink.amount > fullest.get(ink.spot, replace(WHITE, amount=0)).amount:
            fullest[ink.spot] = ink
    return {plate: _full(fullest[plate]) for plate in sorted(fullest)}


def embed_inks(
    container: Container, pages: Iterable[DisplayList], press: PressProfile
) -> tuple[Inks, dict[str, Value]]:
    """Put the Separations (ISO 32000-1 8.6.6.4) a file needs into it; returns them as content streams use them and as
    resources. One plate has one colour space all over the file."""
    names: dict[str, str] = {}
    resources: dict[str, Value] = {}
    for place, (plate, full) in enumerate(spot_plates(pages, press).items(), 1):
        function = container.put(
            {
                "FunctionType": 2,
                "Domain": [0, 1],
                "C0": [0, 0, 0, 0],
                "C1": Raw(f"[{_parts(full)}]".encode("ascii")),
                "N": 1,
            }
        )
        names[plate] = f"Cs{place}"
        resources[names[plate]] = container.put([Name("Separation"), Name(plate), Name("DeviceCMYK"), function])
    return Inks(names, press.overprint), resources


def page_spaces(page: DisplayList, inks: Inks, resources: Mapping[str, Value]) -> dict[str, Value]:
    """The colour spaces one page names."""
    plates = {ink.spot for ink, *_ in used_inks([page]) if ink.spot in inks.spots}
    return {inks.spots[plate]: resources[inks.spots[plate]] for plate in sorted(plates)}


def check_inks(page: DisplayList, press: PressProfile, collector: Collector) -> None:
    """Tell what the file can't mend: small text in rich black (press.md 2), spot inks the press has not."""
    told: set[str] = set()
    for ink, item, kind, _ in used_inks([page]):
        if ink.spot and ink.spot != ALL and not press.spots and ink.spot not in told:
            told.add(ink.spot)
            collector.info("pdf.spot-as-process", _place(page, item), spot=ink.spot, press=press.name)
        if isinstance(item, Glyphs) and item.gids and kind != "mark" and item.size < press.rich_black:
            if ink.spot and press.spots:
                continue
            if ink.black >= RICH and (ink.cyan or ink.magenta or ink.yellow):
                least = number(press.rich_black)
                collector.error(
                    "pdf.rich-black", _place(page, item), ink=ink.name, size=number(item.size), least=least
                )  # fmt: skip


def _place(page: DisplayList, item: Item) -> Span:
    return page.sources[item.src] if 0 <= item.src < len(page.sources) else NOWHERE


def _full(ink: Ink) -> Ink:
    """The whole ink of which ``ink`` is a tint."""
    if ink.amount == 1000:
        return ink
    c, m, y, k = (min(1000, round(part * 1000 / ink.amount)) for part in (ink.cyan, ink.magenta, ink.yellow, ink.black))
    return Ink(ink.spot, c, m, y, k, ink.spot)


def _parts(ink: Ink) -> str:
    return " ".join(number(part) for part in (ink.cyan, ink.magenta, ink.yellow, ink.black))


def _rgb(ink: Ink) -> str:
    return " ".join(number(1000 - part) for part in (ink.cyan, ink.magenta, ink.yellow))
