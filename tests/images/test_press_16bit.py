"""Pictures of 16 bits: brought to 8 before they are converted, without bands."""

from __future__ import annotations

import itertools
import struct
from pathlib import Path

import pytest
from PIL import Image as Pillow

from .chart import pixels, tiff, whole

WIDE = 1024
HIGH = 32
RAMPS = {"grey": (1.0, 1.0, 1.0), "skin": (1.0, 0.75, 0.625), "sky": (0.5, 0.75, 1.0), "shade": (0.25, 0.25, 0.3)}


def ramp(parts: tuple[float, float, float]) -> bytes:
    """From black to a colour: 1024 columns, each a quarter of a step of 8 bits lighter than the one before."""
    row = [round(part * column * 65535 / (WIDE - 1)) for column in range(WIDE) for part in parts]
    return struct.pack(f"<{3 * WIDE}H", *row) * HIGH


@pytest.mark.parametrize("name", RAMPS)
def test_a_gradient_of_16_bits_has_no_bands(tmp_path: Path, name: str) -> None:
    """A printed gradient bands where neighbours leap or turn back: the eye sees some 1 % of ink. Four columns share a
    step of 8 bits; what the coder adds is taken out by the middle of each column.
    """
    (tmp_path / "a.tif").write_bytes(tiff(WIDE, HIGH, 2, 16, 3, ramp(RAMPS[name]), order="<"))
    made = pixels(whole(tmp_path / "a.tif"))
    columns = made.resize((WIDE // 8, 1), Pillow.Resampling.BOX)
    bands = [list(band.tobytes()) for band in columns.split()]
    sums = [sum(values) for values in zip(*bands, strict=True)]
    for values in bands:
        # Eight columns are two steps of 8 bits.
        assert max(abs(b - a) for a, b in itertools.pairwise(values)) <= 12
    assert all(after <= before + 2 for before, after in itertools.pairwise(sums))


def test_the_tones_are_those_of_16_bits(tmp_path: Path) -> None:
    """Half a step of 8 bits at most is lost: grey 40.5 of 255 prints between 40 and 41."""
    found = []
    for value in (40 * 257, 40 * 257 + 128, 41 * 257):
        data = struct.pack("<H", value) * (3 * 64 * HIGH)
        (tmp_path / "a.tif").write_bytes(tiff(64, HIGH, 2, 16, 3, data, order="<"))
        found.append(pixels(whole(tmp_path / "a.tif")).convert("L").getpixel((32, 16)))
    assert isinstance(found[0], int) and found[0] <= found[1] <= found[2] <= found[0] + 1  # type: ignore[operator]
