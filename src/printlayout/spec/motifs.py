"""Motifs of ornamental rules 花边: the layout's own and the shipped ones, looked up by name in English or Chinese."""

from __future__ import annotations

from printlayout.art.outline import BadOutline, outline
from printlayout.base.shipped import shipped
from printlayout.model.ornament import Mark, Motif
from printlayout.spec.advice import near_args
from printlayout.spec.box_keys import MarkKeys, MotifKeys
from printlayout.spec.document import read_document
from printlayout.spec.shapes import MapOf, Reading, Record
from printlayout.spec.style_keys import StrokeKeys

FILE = "layouts/ornaments/basic.yaml"


def find_motif(stroke: StrokeKeys, own: dict[str, MotifKeys], at: Reading) -> Motif | None:
    """The motif a rule names; ``None`` after telling that there is none, or what is wrong with it."""
    if stroke.motif is None:
        at.fault(
            "spec.missing-key", stroke.span, key="motif", owner="stroke",
            want_zh="花边的纹样", want_en="motif of an ornament", example="回纹",
        )  # fmt: skip
        return None
    table = own | _shipped(at) if stroke.motif.name not in own else own
    by_name = {keys.name: keys for keys in table.values() if keys.name} | table
    keys = by_name.get(stroke.motif.name)
    if keys is None:
        at.fault(
            "spec.unknown-name", stroke.motif.span, kind_zh="花边纹样", kind_en="motif", name=stroke.motif.name[:60],
            **near_args(stroke.motif.name, by_name),
        )  # fmt: skip
        return None
    marks = [_marks(part, at) for part in (keys.edge, keys.corner)]
    return Motif(stroke.motif.name, keys.length, *marks)


def _shipped(at: Reading) -> dict[str, MotifKeys]:
    node = read_document(shipped(FILE), at.collector)
    return (MapOf(Record(MotifKeys)).read(node, at, "ornaments") if node else None) or {}


def _marks(keys: tuple[MarkKeys, ...], at: Reading) -> tuple[Mark, ...]:
    made = []
    for mark in keys:
        try:
            ops, points = outline(mark.d)
        except BadOutline as fault:
            at.fault("block.outline", mark.at("d"), text=mark.d[:40], reason=fault)
            continue
        if ops:
            made.append(Mark(ops, points, mark.weight))
    return tuple(made)
