"""What a file claims to be: PDF/X-4 (ISO 15930-7:2010) or PDF/X-1a:2003 (ISO 15930-4), its output intent, its boxes.

Every clause, and where it is kept, stands in ``PDFX.md`` beside this module. A file that can't keep a clause makes no
claim: :func:`target` says why as a finding, and the build holds the page back.
"""

from __future__ import annotations

from pathlib import Path

from printlayout.base.diagnostics import Finding, Severity
from printlayout.base.geometry import Rect
from printlayout.base.units import Mpt
from printlayout.base.value import dataclass, field, replace
from printlayout.colour.icc import unfit_for_output
from printlayout.model.display import DisplayList
from printlayout.model.press import NEWSPRINT, PressProfile
from printlayout.pdf.objects import Dict, Name, Ref, Value, box, text_string


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard as a file names it. ``icc``: the highest major version of the output profile."""

    key: str
    label: str
    version: str
    icc: int


X4 = Standard("X-4", "PDF/X-4", "1.6", 4)
X1A = Standard("X-1a", "PDF/X-1a:2003", "1.4", 2)
STANDARDS = {standard.key: standard for standard in (X4, X1A)}
PLAIN_VERSION = "1.6"


@dataclass(frozen=True, slots=True)
class Target:
    """What a file is made for. Without ``standard`` it claims nothing; without ``profile`` none is embedded. What is
    not ``claimed`` is made as the standard wants it all the same."""

    press: PressProfile = NEWSPRINT
    standard: Standard | None = None
    profile: bytes = field(default=b"", repr=False)
    claimed: bool = True

    @property
    def version(self) -> str:
        """The PDF version of the header."""
        return self.standard.version if self.standard else PLAIN_VERSION

    @property
    def label(self) -> str:
        """GTS_PDFXVersion, empty without a claim."""
        return self.standard.label if self.standard and self.claimed else ""


PLAIN = Target()


def target(press: PressProfile) -> tuple[Target, Finding | None]:
    """What files for a press claim, or a claim of nothing and the reason: its profile is missing or no output profile.

    X-4 always embeds the profile; X-1a only for a condition that no registry knows (6.4 of both standards).
    """
    standard = STANDARDS[press.standard]
    if standard is X1A and press.registry and press.condition:
        return Target(press, standard), None
    if not press.icc:
        return Target(press), _finding("pdf.no-profile", press, standard=standard.label, press=press.name)
    try:
        data = Path(press.icc).read_bytes()
    except OSError as fault:
        reason = fault.strerror or str(fault)
        return Target(press), _finding("pdf.profile-unreadable", press, file=press.icc, reason=reason)
    if unfit := unfit_for_output(data, standard.icc):
        return Target(press), _finding(
            "pdf.profile-unfit", press, file=press.icc, reason_zh=unfit.zh, reason_en=unfit.en
        )  # fmt: skip
    return Target(press, standard, data), None


def unclaimed(target: Target) -> Target:
    """The same without the claim: for proofs of pages that must not go to press."""
    return Target(target.press, None, target.profile)


def accepting(target: Target) -> Target:
    """The same for a page with an ad whose faults were accepted: version, output intent and all that is our own are the
    standard's, but the file doesn't say that it conforms.
    """
    return replace(target, claimed=False)


def output_intent(target: Target, profile: Ref | None) -> Dict:
    """The one output intent (ISO 32000-1 14.11.5): the printing condition by its registered name, and the profile."""
    press = target.press
    entries: dict[str, Value] = {
        "Type": Name("OutputIntent"),
        "S": Name("GTS_PDFX"),
        "OutputConditionIdentifier": text_string(press.condition),
        "Info": text_string(press.info or press.condition),
    }
    if press.registry:
        entries["RegistryName"] = text_string(press.registry)
    if profile is not None:
        entries["DestOutputProfile"] = profile
    return entries


def sheet(page: DisplayList) -> Rect:
    """The sheet in the page's own space: what was put round it for marks, or else the bleed."""
    wide = next((frame.rect for frame in page.frames if frame.kind == "sheet"), None)
    return wide or Rect(0, 0, page.width, page.height).grown(page.bleed)


def boxes(page: DisplayList) -> dict[str, Value]:
    """The page boxes (ISO 32000-1 14.11.2). The sheet begins at 0, 0, not at the trim: some RIPs mistrust negative
    corners. No CropBox and no Rotate: viewers and RIPs show nothing but the whole, upright.
    """
    whole = sheet(page)

    def turned(area: Rect) -> Value:
        left, bottom = area.x - whole.x, whole.bottom - area.bottom
        return box(Rect(left, bottom, area.width, area.height))

    trim = Rect(0, 0, page.width, page.height)
    return {"MediaBox": turned(whole), "BleedBox": turned(trim.grown(page.bleed)), "TrimBox": turned(trim)}


def origin(page: DisplayList) -> tuple[Mpt, Mpt]:
    """Where the trim's top left corner stands in PDF space."""
    whole = sheet(page)
    return -whole.x, whole.bottom


def _finding(code: str, profile: PressProfile, /, **args: str) -> Finding:
    return Finding(code, Severity.ERROR, profile.span, args)
