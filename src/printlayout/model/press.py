"""The press a page is made for: its condition, limits and habits (press.md; ISO 12647-3, GWG newspaper practice)."""

from __future__ import annotations

from printlayout.base.diagnostics import NOWHERE, Span
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass, field


@dataclass(frozen=True, slots=True)
class PressProfile:
    """A press profile. Coverages and tints are permille (2400 is 240 %), resolutions pixels per inch, lengths
    milli-points. The defaults are coldset on newsprint."""

    name: str = "newsprint"
    condition: str = "CGATS TR 002"
    """OutputConditionIdentifier of the output intent (ISO 15930-7 6.4)."""
    info: str = "CGATS/SNAP TR 002, coldset on newsprint"
    registry: str = "http://www.color.org"
    icc: str = ""
    """The output profile's file, absolute; class prtr, colour space CMYK."""
    standard: str = "X-4"
    """X-4 or X-1a."""
    coverage_aim: int = 2350
    coverage_limit: int = 2400
    coverage_area: int = 15
    """Square millimetres over the coverage limit that are let pass."""
    black_limit: int = 850
    """Most black under a picture that reaches the coverage limit."""
    line: Mpt = 250
    line_weak: Mpt = 500
    """Thinnest rule in one full ink; thinnest in a tint, in several inks, or reversed."""
    type: Mpt = 5_000
    type_weak: Mpt = 9_000
    type_weak_bold: Mpt = 7_500
    """Smallest type in one ink; in several inks or reversed; the same from weight 600 on."""
    ppi_least: int = 100
    ppi_low: int = 150
    ppi_wanted: int = 200
    ppi_most: int = 450
    art_least: int = 300
    art_low: int = 550
    """Resolutions of 1-bit art: stop below, warn below."""
    rich_black: Mpt = 24_000
    """Text below this size is black alone and overprints."""
    tint_most: int = 300
    reverse_least: int = 600
    """How dark a tint may be under text darker than it, and must be under lighter text, in permille of full black."""
    device: int = 1_270
    """Pixels per inch of the plate: modules of codes are whole pixels."""
    qr_module: Mpt = 1_134
    bar_module: Mpt = 935
    """Smallest modules: of a QR code 0.4 mm, of a bar code 0.33 mm, which is its nominal size (GS1 5.2.6)."""
    overprint: Mpt = 1_000_000
    """Full-black text up to this size overprints."""
    safe: Mpt = 8_504
    """Least distance of text to the trim, 3 mm."""
    bleed: Mpt = 0
    marks: bool = False
    sharpen: tuple[int, int, int] = (60, 90, 3)
    """Unsharp mask of pictures: radius in hundredths of a pixel, per cent, threshold; percent 0 for none."""
    spots: bool = False
    """Whether the press prints spot inks."""
    severities: dict[str, str] = field(default_factory=dict)
    """What the house thinks of a check, by code: error, warning, info or off."""
    span: Span = NOWHERE


NEWSPRINT = PressProfile()
