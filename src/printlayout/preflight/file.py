"""Checks of a finished PDF, ours or another's, on the bytes as they leave the house.

The file is read by another library than wrote it (:mod:`printlayout.preflight.reader`), its font programs by another
than made them (:mod:`printlayout.preflight.programs`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from printlayout.base.diagnostics import Collector, Span
from printlayout.model.display import DisplayList
from printlayout.model.press import PressProfile
from printlayout.preflight.apart import empty_forms
from printlayout.preflight.case import Case
from printlayout.preflight.content import gather
from printlayout.preflight.file_colour import check_colour
from printlayout.preflight.file_fonts import MALFORMED, check_fonts
from printlayout.preflight.file_meta import check_meta
from printlayout.preflight.file_structure import check_structure
from printlayout.preflight.reader import Pdf, Unreadable
from printlayout.preflight.registry import Teller


def check_file(
    data: bytes,
    press: PressProfile,
    standard: str,
    collector: Collector,
    name: str,
    displays: Sequence[DisplayList] = (),
    *,
    scale: tuple[float, float] = (1, 1),
    apart: Collection[Span] = (),
    claimed: bool = True,
) -> int:
    """Tell everything that breaks ``standard`` (X-4, X-1a) or the limits of ``press`` in a file called ``name``.

    ``displays``: the pages it was written from, if it is ours; findings then name the YAML or story behind an object.
    ``scale``: how many times as wide and high it is printed than it stands in the file. ``apart``: entries of the issue
    whose placed files were examined by themselves and accepted with their faults; they are not examined again, and the
    file must not claim to be what ``standard`` says, nor where ``claimed`` is false. Returns how many pages it has.
    """
    teller = Teller(collector, press.severities)
    try:
        pdf = Pdf(data)
    except Unreadable as fault:
        if str(fault) == "password":
            teller.tell("preflight.file-encrypted", Span(name))
        else:
            teller.tell("preflight.file-unreadable", Span(name), reason=str(fault))
        return 0
    if apart:
        empty_forms(pdf, displays, apart)
    case = Case(
        pdf=pdf,
        facts=gather(pdf),
        press=press,
        standard=standard,
        teller=teller,
        name=name,
        displays=displays,
        scale=scale,
        claimed=claimed and not apart,
    )
    for check in (check_structure, check_fonts, check_colour, check_meta):
        try:
            check(case)
        except MALFORMED as error:  # values of the wrong kind: what could not be checked is told, never passed over
            reason = f"{type(error).__name__}: {error}"[:120]
            case.tell("preflight.file-unchecked", **case.where(), reason=reason)
    return len(pdf.pages())
