"""Good files to damage: the examples' own, and small ones of every kind made here."""

from __future__ import annotations

import warnings
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image

from fonts import tiny

EXAMPLES = Path(__file__).parents[2] / "examples"
PLAIN_SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><style>.a{fill:#f00}</style>
<defs><g id="a"><rect width="4" height="2"/></g></defs><use href="#a" x="3"/><circle class="a" cx="9" cy="9" r="3"/>
<path d="M1 1h9v3c1 2 3 4 5 6z" transform="translate(1 2) rotate(4)" stroke="black" stroke-dasharray="1 2"/></svg>"""


def _of(*patterns: str, most: int = 60_000) -> list[bytes]:
    found = [path for pattern in patterns for path in sorted(EXAMPLES.glob(pattern))]
    return [path.read_bytes() for path in found if path.stat().st_size <= most]


def _encoded(mode: str, form: str, **how: object) -> bytes:
    picture = Image.effect_noise((23, 17), 60).convert("L")
    bands = [picture.point([(v + 40 * n) % 256 for v in range(256)]) for n in range(len(mode))]
    out = BytesIO()
    made = Image.merge(mode, bands) if len(mode) > 1 else picture.convert(mode)
    made.save(out, form, **how)
    return out.getvalue()


def _pictures() -> list[bytes]:
    return [
        _encoded("RGB", "JPEG"), _encoded("CMYK", "JPEG"), _encoded("L", "JPEG", progressive=True),
        _encoded("RGBA", "PNG"), _encoded("LA", "PNG"), _encoded("P", "PNG", transparency=3), _encoded("1", "PNG"),
        _encoded("RGB", "TIFF"), _encoded("CMYK", "TIFF", compression="tiff_lzw"), _encoded("RGBA", "TIFF"),
        _encoded("1", "TIFF", compression="group4"), _encoded("L", "TIFF", compression="packbits"),
    ]  # fmt: skip


def _fonts() -> list[bytes]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        kinds = [tiny.font("truetype"), tiny.font("cff"), tiny.cid_keyed(), tiny.variable(), tiny.variable_cff2()]
        return [tiny.data(made) for made in kinds]


@cache
def seeds(kind: str) -> list[bytes]:
    """Good files for a target."""
    match kind:
        case "document":
            return _of("*/issue.yaml", "*/layouts/*.yaml", "../layouts/*.yaml", "*/data/*.yaml")
        case "story":
            return _of("tables/stories/*.md", "daily/stories/*.md", "blocks/stories/*.md", "headlines/stories/*.md")
        case "table":
            return _of("*/data/*.csv")
        case "picture-header" | "picture":
            return _pictures()
        case "svg":
            return [PLAIN_SVG, *_of("*/art/*.svg", "../layouts/art/*.svg")]
        case "path-data":
            return [b"M0,500 H1000", b"M1 1h9v3c1 2 3 4 5 6q1 1 2 2t3 3s1 1 2 2a1 2 3 0 1 4 5z"]
        case "placed-pdf":
            return _of("daily/ads/*.pdf", most=400_000)
        case "font":
            return _fonts()
        case "font-catalogue":
            return _of("../fonts/catalogue.yaml")
    raise KeyError(kind)
