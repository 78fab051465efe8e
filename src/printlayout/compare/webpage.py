"""The page a reviewer looks at: one HTML file with everything in it, that asks nobody for anything.

Its parts lie in ``site/`` of this room; it wears the proof site's style sheet.
"""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from printlayout.base.messages import say
from printlayout.compare.comparison import Comparison, PageDiff, thumb_of
from printlayout.compare.record import record
from printlayout.preview.site import part as proof_part

SCRIPTS = ("words", "state", "panes", "main")
"""The parts of the script, in order."""
THUMB_DPI = 24


def site(comparison: Comparison, lang: str) -> bytes:
    """The page; ``lang`` is spoken first (zh or en)."""
    script = '"use strict";\n(() => {\n' + "\n".join(_part(f"{name}.js") for name in SCRIPTS) + "})();\n"
    style = proof_part("site.css") + _part("panes.css")
    data = record(comparison)
    data["said"] = {spoken: say("change.says-all", spoken, **counts(comparison)) for spoken in ("zh", "en")}
    for about, page in zip(data["pages"], comparison.pages, strict=True):
        about["size"] = page.size
        about["sizes"] = {"old": page.old_size, "new": page.new_size, "overlay": page.size}
    filled = {
        "lang": "zh-Hans" if lang == "zh" else "en",
        "title": escape(f"{comparison.old.name} → {comparison.new.name}"),
        "policy": (
            f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; "
            "img-src data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'"
        ),
        "style": style,
        "data": json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"),
        "images": "".join(_held(name, image) for name, image in _images(comparison)),
        "script": script,
    }
    return re.sub(r"\[\[(\w+)\]\]", lambda mark: filled[mark[1]], _part("page.html")).encode()


def counts(comparison: Comparison) -> dict[str, int]:
    """How many pages changed, are new, are gone, and are what they were."""
    unchanged = comparison.count("same") + comparison.count("alike")
    return {state: comparison.count(state) for state in ("changed", "new", "gone")} | {"same": unchanged}


def _images(comparison: Comparison) -> Iterator[tuple[str, bytes]]:
    for at, page in enumerate(comparison.pages):
        yield from ((f"{at}-{name}", image) for name, image in _of(page) if image)
        if page.state != "same":
            yield f"{at}-thumb", thumb_of(page, THUMB_DPI)


def _of(page: PageDiff) -> Iterator[tuple[str, bytes]]:
    yield "old", page.old_image
    yield "new", page.new_image
    yield "overlay", page.pixels.overlay or page.new_image


def _held(name: str, image: bytes) -> str:
    kind = "image/png" if image.startswith(b"\x89PNG") else "image/jpeg"
    return f'<script type="text/plain" id="image-{name}" data-kind="{kind}">{b64encode(image).decode()}</script>\n'


def _part(name: str) -> str:
    return files(__package__).joinpath("site", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "'sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"
