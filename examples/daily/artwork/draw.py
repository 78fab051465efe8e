"""Draw the pictures of this example: ``python examples/daily/artwork/draw.py [NAME ...]``.

They stand in for the newsroom's photographs. The same script draws the same pixels.
"""

from __future__ import annotations

import sys
from pathlib import Path

import city
import land
import night
import river
import sport
import yard
from PIL import Image, ImageCms

EXAMPLES = Path(__file__).parents[2]
QUALITY = {True: 50, False: 64}
"""Of large pictures, and of the others: a page prints them at 200 ppi."""
PLACES = {
    "canteen": ("tabloid",),
    "stork": ("daily", "tabloid"),
    **dict.fromkeys(("p1", "p2", "p3", "p4", "p5", "p6"), ("picture-page",)),
}
"""Whose pictures they are, if not the daily's alone."""


def srgb() -> bytes:
    """An sRGB profile without the moment of its making."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    data[24:36] = bytes((0x07, 0xEA, 0, 11, 0, 24, 0, 0, 0, 0, 0, 0))  # 2026-11-24
    data[84:100] = bytes(16)  # the profile's own checksum: not computed
    return bytes(data)


def save(name: str, image: Image.Image, example: str) -> Path:
    folder = EXAMPLES / example / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    if image.mode == "RGBA":
        image.quantize(128).save(folder / f"{name}.png", optimize=True)
        return folder / f"{name}.png"
    image.save(
        folder / f"{name}.jpg", quality=QUALITY[image.width >= 1500], optimize=True, subsampling=2, icc_profile=srgb()
    )
    return folder / f"{name}.jpg"


def main(names: list[str]) -> None:
    scenes = {**river.SCENES, **city.SCENES, **land.SCENES, **sport.SCENES, **yard.SCENES, **night.SCENES}
    for name in names or scenes:
        image = scenes[name]()
        for example in PLACES.get(name, ("daily",)):
            path = save(name, image, example)
            print(f"{path.stat().st_size / 1000:6.0f} kB  {path.name}")


if __name__ == "__main__":
    main(sys.argv[1:])
