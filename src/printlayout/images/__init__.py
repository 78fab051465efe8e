"""Pictures: what a file is (``probe``), whether it is fine enough (``resolution``), how it goes to press
(``prepare``; ``ready`` and ``Converter`` with an output profile).
"""

from __future__ import annotations

from printlayout.images.prepare import PictureFault, Prepared, prepare
from printlayout.images.press import Converter, ready
from printlayout.images.probe import PIXEL_LIMIT, ImageInfo, probe
from printlayout.images.resolution import WHOLE, judge, ppi

__all__ = [
    "PIXEL_LIMIT", "WHOLE", "Converter", "ImageInfo", "PictureFault", "Prepared", "judge", "ppi", "prepare", "probe",
    "ready",
]  # fmt: skip
