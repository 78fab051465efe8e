"""Checks of colour in a finished file: spaces in every stream, the output intent, transparency, overprinting, flat
coverage, resolution of pictures."""

from __future__ import annotations

from collections import defaultdict
from math import hypot

from printlayout.preflight.case import Case
from printlayout.preflight.facts import Painted
from printlayout.preflight.reader import Name, Stream, Value

MANAGED = ("ICCBased", "Lab", "CalRGB", "CalGray")
TAGS = (b"A2B0", b"B2A0", b"wtpt", b"desc", b"cprt")
MODES = ("Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn",
         "HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity")  # fmt: skip
_PROCESS = {"Cyan", "Magenta", "Yellow", "Black", "None", "All"}
_MM2 = (72 / 25.4) ** 2
"""Square points of a square millimetre."""


def check_colour(case: Case) -> None:
    """Everything about colour."""
    _intent(case)
    _spaces(case)
    _transparency(case)
    _overprint(case)
    _coverage(case)
    _resolution(case)


# -- output intent ------------------------------------------------------------------------------------------------


def _intent(case: Case) -> None:
    pdf = case.pdf
    intents = [pdf.mapping(entry) for entry in pdf.array(pdf.root.get("OutputIntents"))]
    ours = [entry for entry in intents if pdf.get(entry.get("S")) == "GTS_PDFX"]
    if len(ours) != 1:
        case.tell("preflight.intent-count", count=len(ours))
        return
    intent = ours[0]
    if not pdf.get(intent.get("OutputConditionIdentifier")):
        case.tell("preflight.intent-condition", key="OutputConditionIdentifier")
    registered = pdf.get(intent.get("RegistryName")) == b"http://www.color.org"
    if not registered and not pdf.get(intent.get("Info")):
        case.tell("preflight.intent-condition", key="Info")
    profile = pdf.get(intent.get("DestOutputProfile"))
    if isinstance(profile, Stream):
        fault = profile_fault(_data(profile), pdf.get(profile.dict.get("N")), 2 if case.x1a else 4)
    elif case.x1a and registered:
        fault = None
    else:
        fault = ("没有嵌入", "it is not embedded")
    if fault:
        case.tell("preflight.intent-profile", reason_zh=fault[0], reason_en=fault[1])


def _data(stream: Stream) -> bytes:
    try:
        return stream.data()
    except ValueError:
        return b""


def profile_fault(data: bytes, channels: Value, newest: int) -> tuple[str, str] | None:
    """Why a profile is no output profile of a CMYK press, in both languages (ICC.1 7.2 and 8.4)."""
    if len(data) < 132 or data[36:40] != b"acsp" or int.from_bytes(data[:4], "big") > len(data):
        return "不是完整的 ICC 特性文件", "it is no complete ICC profile"
    if data[12:16] != b"prtr":
        return "不是输出类（prtr）", "its class is not prtr"
    if data[16:20] != b"CMYK" or channels != 4:
        return "颜色空间不是 CMYK", "its colour space is not CMYK"
    if data[8] > newest:
        return f"ICC 第 {data[8]} 版太新", f"ICC version {data[8]} is too new"
    count = int.from_bytes(data[128:132], "big")
    there = {data[at : at + 4] for at in range(132, min(132 + 12 * count, len(data)), 12)}
    missing = [tag.decode() for tag in TAGS if tag not in there]
    if missing:
        return f"缺少 {'、'.join(missing)}", f"it lacks {', '.join(missing)}"
    return None


# -- colour spaces ------------------------------------------------------------------------------------------------


def _spaces(case: Case) -> None:
    """Every colour space in every object, wherever it stands, and those that content streams name themselves."""
    pdf = case.pdf
    pages = {number: place for place, (number, _) in enumerate(pdf.pages(), 1)}
    intents = [pdf.mapping(entry) for entry in pdf.array(pdf.root.get("OutputIntents"))]
    output = [_data(p) for p in (pdf.get(entry.get("DestOutputProfile")) for entry in intents) if isinstance(p, Stream)]
    spots: set[str] = set()
    for number, key, value in pdf.walk():
        where = case.where(pages.get(number, 0), number)
        if isinstance(value, Name):
            if value == "DeviceRGB" and key not in ("Alternate",):
                case.tell("preflight.colour-rgb", **where, what=key or "DeviceRGB")
        elif isinstance(value, list) and value and isinstance(value[0], Name):
            family = str(value[0])
            if family in MANAGED and case.x1a:
                case.tell("preflight.colour-managed", **where, what=family)
            elif family == "ICCBased" and len(value) > 1:
                profile = pdf.get(value[1])
                if isinstance(profile, Stream) and pdf.get(profile.dict.get("N")) == 4 and _data(profile) in output:
                    case.tell("preflight.colour-output", **where)
            elif family == "Separation" and len(value) > 2:
                spots.add(str(pdf.get(value[1])))
            elif family == "DeviceN" and len(value) > 2:
                spots.update(map(str, pdf.array(value[1])))
    for space, page, stream, operator in case.facts.spaces:
        if space == "DeviceRGB" and operator != "cs":
            case.tell("preflight.colour-rgb", **case.where(page, stream), what=operator)
        elif space == "DeviceRGB":
            case.tell("preflight.colour-rgb", **case.where(page, stream), what="cs")
        elif space in MANAGED and case.x1a and operator == "cs":
            pass  # told where the space is defined
    for entries, page, stream in case.facts.inline:
        if entries.get("ColorSpace") in ("RGB", "DeviceRGB"):
            case.tell("preflight.colour-rgb", **case.where(page, stream), what="BI")
    if not case.press.spots:
        for spot in sorted(spots - _PROCESS):
            case.tell("preflight.colour-spot", **case.where(), spot=spot)


# -- transparency -------------------------------------------------------------------------------------------------


def _transparency(case: Case) -> None:
    pdf = case.pdf
    for place, (number, page) in enumerate(pdf.pages(), 1):
        live = _live(case, page)
        group = pdf.mapping(page.get("Group"))
        if case.x1a:
            for what, at in live:
                case.tell("preflight.transparency", **case.where(place, at or number), what=what)
            if group and pdf.get(group.get("S")) == "Transparency" and not live:
                case.tell("preflight.transparency", **case.where(place, number), what="Group")
            continue
        if live and pdf.get(group.get("CS")) != "DeviceCMYK":
            case.tell("preflight.group-colour", **case.where(place, live[0][1] or number))
    for number, _, value in pdf.walk():
        if isinstance(value, dict) and "BM" in value:
            modes = pdf.get(value["BM"])
            for mode in pdf.array(modes) if isinstance(modes, list) else [modes]:
                if mode not in MODES:
                    case.tell("preflight.blend-mode", **case.where(0, number), mode=mode)


def _live(case: Case, page: dict[str, Value]) -> list[tuple[str, int]]:
    """What of a page's resources is transparent, with its object's number."""
    pdf = case.pdf
    found: list[tuple[str, int]] = []
    seen: set[int] = set()

    def resources(entries: dict[str, Value]) -> None:
        if id(entries) in seen:
            return
        seen.add(id(entries))
        for state in map(pdf.mapping, pdf.mapping(entries.get("ExtGState")).values()):
            found.extend((what, 0) for what in _state(case, state))
        for kind in ("XObject", "Pattern"):
            for thing in map(pdf.get, pdf.mapping(entries.get(kind)).values()):
                if not isinstance(thing, Stream):
                    continue
                if "SMask" in thing.dict and pdf.get(thing.dict["SMask"]) is not None:
                    found.append(("SMask", thing.number))
                if pdf.get(thing.dict.get("SMaskInData")):
                    found.append(("SMaskInData", thing.number))
                if pdf.get(pdf.mapping(thing.dict.get("Group")).get("S")) == "Transparency":
                    found.append(("Group", thing.number))
                resources(pdf.mapping(thing.dict.get("Resources")))

    resources(pdf.mapping(page.get("Resources")))
    return found


def _state(case: Case, state: dict[str, Value]) -> list[str]:
    get = case.pdf.get
    found: list[str] = [key for key in ("ca", "CA") if key in state and get(state[key]) != 1]
    if "SMask" in state and get(state["SMask"]) not in (None, "None"):
        found.append("SMask")
    mode = get(state.get("BM"))
    first = case.pdf.array(mode)[:1] if isinstance(mode, list) else [mode]
    if first and first[0] not in (None, "Normal", "Compatible"):
        found.append("BM")
    return found


# -- what is painted ----------------------------------------------------------------------------------------------


def _overprint(case: Case) -> None:
    most = case.press.overprint / 1000
    for thing in case.facts.painted:
        colour = thing.colour
        if colour.white and thing.overprint and _vanishes(thing):
            span = case.span(thing.page, thing.kind, thing.x, thing.y)
            case.tell("preflight.white-overprints", span, **case.where(thing.page, thing.stream))
        elif thing.kind == "text" and colour.black and thing.size <= most:
            why = ""
            if colour.space == "DeviceGray":
                why = "DeviceGray"
            elif not thing.overprint:
                why = "op false"
            elif colour.space == "DeviceCMYK" and thing.opm != 1:
                why = "OPM 0"
            if why:
                span = case.span(thing.page, thing.kind, thing.x, thing.y)
                case.tell("preflight.black-knocks-out", span, **case.where(thing.page, thing.stream), what=why)


def _vanishes(thing: Painted) -> bool:
    """Overprinting white leaves what is there: always in a Separation, in DeviceCMYK with OPM 1 (ISO 32000-1
    11.7.4.3)."""
    return thing.colour.space in ("Separation", "DeviceN") or (thing.colour.space == "DeviceCMYK" and thing.opm == 1)


def _coverage(case: Case) -> None:
    limit, least = case.press.coverage_limit / 1000, case.press.coverage_area * _MM2
    areas: dict[tuple[int, int, float], float] = defaultdict(float)
    first: dict[tuple[int, int, float], Painted] = {}
    for thing in case.facts.painted:
        if thing.colour.coverage > limit + 0.0005 and thing.area and thing.colour.plates != ("All",):
            key = (thing.page, thing.stream, thing.colour.coverage)
            areas[key] += thing.area
            first.setdefault(key, thing)
    for (page, stream, coverage), area in areas.items():
        if area > least:
            thing = first[page, stream, coverage]
            case.tell(
                "preflight.flat-coverage",
                case.span(page, thing.kind, thing.x, thing.y),
                **case.where(page, stream),
                coverage=f"{coverage * 100:.0f}",
                limit=f"{limit * 100:.0f}",
                area=round(area / _MM2),
            )


def _resolution(case: Case) -> None:
    press = case.press
    for picture in case.facts.pictures:
        a, b, c, d, e, f = picture.ctm
        across, down = case.scale
        wide, high = hypot(a * across, b * down), hypot(c * across, d * down)
        if wide < 1 or high < 1 or picture.width * picture.height <= 4:
            continue  # a dot of colour, no picture
        ppi = int(min(picture.width * 72 / wide, picture.height * 72 / high) + 0.01)
        least, low = (press.art_least, press.art_low) if picture.bits == 1 else (press.ppi_least, press.ppi_low)
        span = case.span(picture.page, "picture", min(e, e + a + c), min(f, f + b + d))
        where = case.where(picture.page, picture.stream)
        if ppi < least:
            case.tell("preflight.image-too-coarse", span, **where, ppi=ppi, least=least)
        elif ppi < low:
            case.tell("preflight.image-coarse", span, **where, ppi=ppi, least=low)
