"""Finds a press profile by name, puts it on what it extends, and reads it into a :class:`PressProfile`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from printlayout.base.diagnostics import Span
from printlayout.base.shipped import shipped
from printlayout.base.units import Length
from printlayout.base.value import replace
from printlayout.colour.icc import unfit_for_output
from printlayout.model.press import NEWSPRINT, PressProfile
from printlayout.spec.advice import near_args
from printlayout.spec.document import Mapping, Node, Scalar, read_document, shown
from printlayout.spec.layouts import DEEPEST, merged
from printlayout.spec.paths import names_in, safe_path
from printlayout.spec.press_keys import PRESS, PressKeys
from printlayout.spec.shapes import Reading, Spec
from printlayout.spec.values import Named

DEFAULT = "newsprint"
_TOLD = "?"
"""Stands for an ICC file whose path was told to be wrong."""
FOLDER = "layouts/press"
_SECTIONS = {
    "coverage": {"aim": "coverage_aim", "limit": "coverage_limit", "area": "coverage_area", "black": "black_limit"},
    "rules": {"least": "line", "weak": "line_weak"},
    "type": {
        "least": "type", "weak": "type_weak", "weak_bold": "type_weak_bold", "rich_black": "rich_black",
        "overprint": "overprint",
    },
    "codes": {"device": "device", "qr": "qr_module", "bar": "bar_module"},
    "tints": {"most": "tint_most", "reversed": "reverse_least"},
    "pictures": {
        "least": "ppi_least", "low": "ppi_low", "wanted": "ppi_wanted", "most": "ppi_most", "art_least": "art_least",
        "art_low": "art_low",
    },
}  # fmt: skip
"""The attribute of the profile that a key of a section sets."""
_ORDERS = (
    ("coverage", "aim", "limit"), ("pictures", "least", "low"), ("pictures", "low", "wanted"),
    ("pictures", "wanted", "most"), ("pictures", "art_least", "art_low"), ("rules", "least", "weak"),
    ("tints", "most", "reversed"), ("type", "least", "weak_bold"), ("type", "weak_bold", "weak"),
)  # fmt: skip
"""Keys of a section of which the first may not be above the second."""


def load_press(root: Path, wanted: Named | None, at: Reading) -> PressProfile | None:
    """The press profile ``wanted`` for the issue in ``root``, the default if none is named; ``None`` if it has
    faults, all of which have been told.
    """
    wanted = wanted or Named(DEFAULT, Span())
    reading = Reading(at.collector)
    node = _with_base(root.resolve(), wanted, reading, ())
    keys = PRESS.read(node, reading, wanted.name) if node is not None else None
    made = None
    if keys is not None and not reading.partial:
        made = _profile(Path(wanted.name).name.removesuffix(".yaml"), keys, reading)
    at.faults += reading.faults
    return None if reading.faults else made


def _candidates(root: Path, wanted: Named, at: Reading) -> list[tuple[Path, Path]] | None:
    """Files the name may mean, the issue's own first, each with the folder it may not reach out of; ``None`` if the
    name leaves the issue's folder.
    """
    name = wanted.name
    by_path = "/" in name or "\\" in name or name.endswith(".yaml")
    own = safe_path(root, name if by_path else f"{FOLDER}/{name}.yaml", wanted.span, at.collector)
    if own is None:
        at.faults += 1
        return None
    return [(own, root)] if by_path else [(own, root), (shipped(FOLDER) / f"{name}.yaml", shipped(FOLDER))]


def _with_base(root: Path, wanted: Named, at: Reading, chain: tuple[Path, ...]) -> Node | None:
    """The profile's tree, merged onto what it extends. A profile of the issue may extend the shipped one of its own
    name: files already in the chain are passed over.
    """
    candidates = _candidates(root, wanted, at)
    if candidates is None:
        return None
    there = [found for found in candidates if _is_file(found[0])]
    if not there:
        names = {*names_in(root / FOLDER, ".yaml"), *names_in(shipped(FOLDER), ".yaml")}
        at.fault(
            "spec.unknown-name", wanted.span, kind_zh="印刷条件", kind_en="press profile", name=wanted.name[:60],
            **near_args(wanted.name, names),
        )  # fmt: skip
        return None
    free = [found for found in there if found[0] not in chain]
    if not free or len(chain) >= DEEPEST:
        at.fault("spec.cycle", wanted.span, chain=" → ".join(shown(path) for path in (*chain, there[0][0])))
        return None
    path, home = free[0]
    read = read_document(path, at.collector, wanted.span)
    if read is None:
        at.faults += 1
        return None
    node = _with_icc(read, path, home, at)
    base_name = node.get("extends") if isinstance(node, Mapping) else None
    if not isinstance(base_name, Scalar) or base_name.null:
        return node
    base = _with_base(root, Named(base_name.text.strip(), base_name.span), at, (*chain, path))
    if base is None:
        at.partial = True
        return node
    return merged(base, node)


def _with_icc(node: Node, file: Path, home: Path, at: Reading) -> Node:
    """The tree with the ICC file's path made absolute: it counts from the profile that writes it, whichever profile
    is built on that one.
    """
    icc = node.get("icc") if isinstance(node, Mapping) else None
    if not isinstance(node, Mapping) or not isinstance(icc, Scalar) or icc.null:
        return node
    written = icc.text.strip()
    if written and not written.startswith(("/", "~")):
        written = (file.parent.relative_to(home) / written).as_posix()
    path = safe_path(home, written, icc.span, at.collector)
    if path is None:
        at.faults += 1
    made = Scalar(str(path or _TOLD), icc.span)
    return Mapping(tuple((key, made if value is icc else value) for key, value in node.entries), node.span)


def _profile(name: str, keys: PressKeys, at: Reading) -> PressProfile:
    """The value of the keys; what is not written is as for newsprint."""
    changes: dict[str, Any] = {}
    for section, table in _SECTIONS.items():
        written: Spec | None = getattr(keys, section)
        for key, value in (written.given() if written else {}).items():
            if written and key in table and key not in written.faulty:
                changes[table[key]] = value.mpt() if isinstance(value, Length) else value
    for key in ("condition", "info", "registry", "icc", "standard", "safe", "bleed", "marks", "spots", "severities"):
        if key in keys.places and key not in keys.faulty:
            value = getattr(keys, key)
            changes[key] = value.mpt() if isinstance(value, Length) else value
    sharpen = keys.pictures.sharpen if keys.pictures else None
    if sharpen:
        changes["sharpen"] = (sharpen.radius, sharpen.amount, sharpen.threshold)
    made = replace(NEWSPRINT, name=name, span=keys.span, **changes)
    for section, low, high in _ORDERS:
        _in_order(made, keys, section, (low, high), at)
    if keys.icc and keys.icc != _TOLD:
        _check_icc(Path(keys.icc), keys.at("icc"), 4 if made.standard == "X-4" else 2, at)
    return made


def _in_order(made: PressProfile, keys: PressKeys, section: str, pair: tuple[str, str], at: Reading) -> None:
    low, high = (getattr(made, _SECTIONS[section][key]) for key in pair)
    if low > high:
        written: Spec | None = getattr(keys, section)
        spans = [written.at(key) for key in pair if key in written.places] if written else []
        # The profile that was read last is the one to change, not what it extends.
        span = next((span for span in spans if span.file == keys.span.file), keys.span)
        first, second = (f"{section}.{key.replace('_', '-')}" for key in pair)
        at.fault("press.order", span, low=first, high=second)


def _check_icc(path: Path, span: Span, newest: int, at: Reading) -> None:
    """Tell what keeps a file from being the output profile."""
    try:
        data = path.read_bytes()
    except OSError:
        at.fault("press.icc-missing", span, path=shown(path))
        return
    unfit = unfit_for_output(data, newest)
    if unfit:
        at.fault("press.icc-unfit", span, path=shown(path), reason_zh=unfit.zh, reason_en=unfit.en)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
