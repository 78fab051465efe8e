"""Layouts and ways of composing by name, for commands that set text outside an issue."""

from __future__ import annotations

from pathlib import Path

from printlayout.base.diagnostics import Collector, Span
from printlayout.base.value import replace
from printlayout.model.layout import Layout
from printlayout.model.style import Style
from printlayout.spec.document import Mapping, Scalar
from printlayout.spec.layouts import load_layout
from printlayout.spec.shapes import Reading, Record
from printlayout.spec.style_keys import CompositionKeys
from printlayout.spec.values import Bool, Named, Permille
from printlayout.text.regions import LANGUAGES, composed_for

_NAMES = {"composition": "level"}


def read_layout(root: Path, name: str, collector: Collector) -> Layout | None:
    """A layout by name, as an issue in ``root`` would find it; faults are told."""
    loaded = load_layout(root, Named(name, Span("--layout", 1, 1, name)), Reading(collector))
    return loaded.layout if loaded else None


def with_settings(style: Style, settings: dict[str, str], collector: Collector) -> Style | None:
    """The style with ``KEY=VALUE`` settings put onto it: the keys of ``composition`` in a layout (``composition``
    itself is the prohibition level), and ``indent`` (字), ``justify`` (on, off). A language brings its region's ways
    along, a region its language. ``None`` after a fault."""
    at = Reading(collector)
    entries = []
    for key, value in settings.items():
        span = Span(f"--set {key}={value}", 1, 1, value)
        if key == "indent":
            indent = Permille(20_000, em=True).read(Scalar(value.removesuffix("字"), span), at, key)
            style = replace(style, indent=indent or 0)
        elif key == "justify":
            justify = Bool().read(Scalar(value, span), at, key)
            style = replace(style, align="justify" if justify else "left")
        else:
            entries.append((Scalar(_NAMES.get(key, key), span), Scalar(value, span)))
    keys = Record(CompositionKeys).read(Mapping(tuple(entries), Span("--set")), at, "--set")
    if keys is None or at.faults or collector.failed:
        return None
    given = keys.given()
    composition = replace(style.composition, **given)
    if "lang" in given and "region" not in given:
        composition = replace(composed_for(style.composition, composition.lang), **given)
    elif "region" in given and "lang" not in given:
        composition = replace(composition, lang=LANGUAGES[composition.region])
    return replace(style, composition=composition)
