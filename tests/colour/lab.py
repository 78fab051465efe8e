"""Colour difference after CIE 142 (CIEDE2000), and colours through a profile as LittleCMS itself gives them."""

from __future__ import annotations

import math
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms

ROOT = Path(__file__).parents[2]
PRESS = ROOT / "layouts" / "press"
Lab = tuple[float, float, float]


def delta_e00(one: Lab, other: Lab) -> float:
    """CIEDE2000 of two colours (Sharma, Wu, Dalal 2005, equations 2 to 22)."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    c_mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 0.5 * (1 - math.sqrt(c_mean**7 / (c_mean**7 + 25**7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = math.degrees(math.atan2(b1, a1)) % 360, math.degrees(math.atan2(b2, a2)) % 360
    dh = 0.0
    if c1 * c2:
        dh = h2 - h1
        dh += 360 if dh < -180 else -360 if dh > 180 else 0
    dl, dc = l2 - l1, c2 - c1
    dh_big = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(dh / 2))
    l_mean, c_mean = (l1 + l2) / 2, (c1 + c2) / 2
    if not c1 * c2:
        h_mean = h1 + h2
    elif abs(h1 - h2) <= 180:
        h_mean = (h1 + h2) / 2
    else:
        h_mean = (h1 + h2 + 360) / 2 if h1 + h2 < 360 else (h1 + h2 - 360) / 2
    t = (
        1
        - 0.17 * math.cos(math.radians(h_mean - 30))
        + 0.24 * math.cos(math.radians(2 * h_mean))
        + 0.32 * math.cos(math.radians(3 * h_mean + 6))
        - 0.20 * math.cos(math.radians(4 * h_mean - 63))
    )
    turn = 30 * math.exp(-(((h_mean - 275) / 25) ** 2))
    rc = 2 * math.sqrt(c_mean**7 / (c_mean**7 + 25**7))
    sl = 1 + 0.015 * (l_mean - 50) ** 2 / math.sqrt(20 + (l_mean - 50) ** 2)
    sc, sh = 1 + 0.045 * c_mean, 1 + 0.015 * c_mean * t
    rt = -math.sin(math.radians(2 * turn)) * rc
    return math.sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh_big / sh) ** 2 + rt * (dc / sc) * (dh_big / sh))


def profile(name: str) -> bytes:
    """A shipped profile's bytes."""
    return (PRESS / name).read_bytes()


def opened(data: bytes) -> ImageCms.ImageCmsProfile:
    """A profile as LittleCMS sees it."""
    return ImageCms.ImageCmsProfile(BytesIO(data))


def labs(picture: Image.Image, icc: bytes | None, intent: int = 1) -> list[Lab]:
    """The Lab colours of a picture's pixels: by a profile (relative colorimetric without compensation unless said
    otherwise), or sRGB.
    """
    source = opened(icc) if icc else ImageCms.createProfile("sRGB")
    turned = ImageCms.profileToProfile(
        picture, source, ImageCms.createProfile("LAB", 5000), ImageCms.Intent(intent), "LAB"
    )
    assert turned is not None
    data = turned.tobytes()  # a and b are signed as Pillow hands them out
    return [(data[at] * 100 / 255, _signed(data[at + 1]), _signed(data[at + 2])) for at in range(0, len(data), 3)]


def _signed(value: int) -> float:
    return float(value - 256 if value > 127 else value)


def srgb_labs(picture: Image.Image) -> list[Lab]:
    """The Lab colours of an RGB picture's pixels by the formulas of IEC 61966-2-1 and CIE 15, not in 8 bits: near black
    one step of those is more than what is measured.
    """
    to_xyz = (
        (0.4360747, 0.3850649, 0.1430804), (0.2225045, 0.7168786, 0.0606169), (0.0139322, 0.0971045, 0.7141733)
    )  # fmt: skip
    light = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (step / 255 for step in range(256))]
    data = picture.tobytes()
    found = []
    for at in range(0, len(data), 3):
        rgb = [light[data[at + n]] for n in range(3)]
        parts = [sum(a * b for a, b in zip(row, rgb, strict=True)) / sum(row) for row in to_xyz]
        x, y, z = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in parts)
        found.append((116 * y - 16, 500 * (x - y), 200 * (y - z)))
    return found


def rgb_grid(step: int) -> Image.Image:
    """Every ``step``-th value of each channel, the ends always."""
    values = sorted({*range(0, 256, step), 255})
    data = bytes(c for r in values for g in values for b in values for c in (r, g, b))
    return Image.frombytes("RGB", (len(values), len(values) ** 2), data)


def row(colours: list[tuple[int, ...]], mode: str = "RGB") -> Image.Image:
    """A picture of one row."""
    return Image.frombytes(mode, (len(colours), 1), bytes(c for colour in colours for c in colour))


def coverages(picture: Image.Image) -> list[int]:
    """The sums of ink of a CMYK picture's pixels, of 4 × 255."""
    return [sum(inks) for inks in inks_of(picture)]


def inks_of(picture: Image.Image) -> list[tuple[int, int, int, int]]:
    """Its pixels."""
    data = picture.tobytes()
    return [(data[n], data[n + 1], data[n + 2], data[n + 3]) for n in range(0, len(data), 4)]
