"""Shadings of other PDFs on one plate: their functions sampled through their colour space, the geometry as it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pikepdf

from printlayout.plates.functions import NoFunction, function_of
from printlayout.plates.pictures import NotSeparated
from printlayout.plates.spaces import Space

STEPS = 1024
"""Samples of a gradient; hard edges in it stay as sharp."""
ACROSS = 64
"""Samples each way of a function of two values."""
_TOP = 65_535


def plate_shading(pdf: pikepdf.Pdf, shading: Any, space: Space, plate: str) -> Any:
    """A shading that has on this plate what the one given has of its ink. :raises NotSeparated: if it can't be made."""
    kind = int(shading.ShadingType)
    mesh = isinstance(shading, pikepdf.Stream)
    try:
        changes: dict[str, Any] = {"/ColorSpace": pikepdf.Name.DeviceGray}
        if "/Background" in shading:
            changes["/Background"] = pikepdf.Array([1 - space.amount(_numbers(shading.Background), plate)])
        if "/Function" in shading:
            changes["/Function"] = _sampled(pdf, shading, space, plate, kind)
            if mesh:
                data = shading.read_bytes()
        elif mesh:
            from printlayout.plates.meshes import plate_mesh

            data, changes["/Decode"], changes["/BitsPerComponent"] = plate_mesh(shading, space, plate)
        else:
            raise NotSeparated("shading without a function")
    except (NoFunction, KeyError, TypeError, ValueError, AttributeError, ArithmeticError) as fault:
        raise NotSeparated(f"shading of type {kind}") from fault
    if mesh:
        made: Any = pikepdf.Stream(pdf, data)
        skipped: tuple[str, ...] = ("/Length", "/Filter", "/DecodeParms")
    else:
        made, skipped = pikepdf.Dictionary(), ()
    for key, value in (shading.stream_dict if mesh else shading).items():
        if key not in skipped and key not in changes:
            made[key] = value
    for key, value in changes.items():
        made[key] = value
    return pdf.make_indirect(made)


def _numbers(found: Any) -> list[float]:
    return [float(value) for value in found]


def _sampled(pdf: pikepdf.Pdf, shading: Any, space: Space, plate: str, kind: int) -> pikepdf.Stream:
    function = function_of(shading.Function)
    if kind == 1:
        domain = _numbers(shading.get("/Domain", (0, 1, 0, 1)))
    elif kind in (2, 3):
        domain = _numbers(shading.get("/Domain", (0, 1)))
    else:
        domain = _numbers(shading.Decode)[-2:]
    sides = list(zip(domain[::2], domain[1::2], strict=True))
    steps = [ACROSS if len(sides) == 2 else STEPS] * len(sides)

    def grey(values: Sequence[float]) -> int:
        return round((1 - space.amount(function(values), plate)) * _TOP)

    (low, high), count = sides[0], steps[0]
    first = [low + (high - low) * at / (count - 1) for at in range(count)]
    if len(sides) == 1:
        levels = [grey([x]) for x in first]
    else:
        bottom, top = sides[1]
        levels = [grey([x, bottom + (top - bottom) * at / (ACROSS - 1)]) for at in range(ACROSS) for x in first]
    made = pikepdf.Stream(pdf, b"".join(level.to_bytes(2, "big") for level in levels))
    made.FunctionType, made.BitsPerSample = 0, 16
    made.Domain, made.Range = pikepdf.Array(domain), pikepdf.Array([0, 1])
    made.Size = pikepdf.Array(steps)
    return made
