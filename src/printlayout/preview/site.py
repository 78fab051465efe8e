"""The proof site: one HTML file with everything in it, that asks nobody for anything.

Its parts lie beside this module in ``site/``. Pictures stand in the file as base64, each by itself, and are decoded
when they are first looked at.
"""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

SCRIPTS = (
    "words",
    "state",
    "held",
    "pictures",
    "plates",
    "overlays",
    "stage",
    "pick",
    "panels",
    "inks",
    "plan",
    "keys",
    "main",
)
"""The parts of the script, in order."""
LIVE = (*("asked" if name == "held" else name for name in SCRIPTS), "live")
"""Those of the live preview, which asks the program for its pictures and hears what has changed."""
KINDS = {b"\x89PNG": "image/png", b"\xff\xd8\xff\xe0": "image/jpeg"}


def part(name: str) -> str:
    """A file of the site."""
    return files(__package__).joinpath("site", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "'sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def _json(data: object) -> str:
    """JSON that can't end the element it stands in."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def site(data: Mapping[str, Any], images: Mapping[str, bytes], lang: str) -> bytes:
    """The page. ``images`` are named by the data; ``lang`` is spoken first (zh or en)."""
    held = [
        f'<script type="text/plain" id="image-{name}" data-kind="{kind(picture)}">'
        f"{b64encode(picture).decode()}</script>\n"
        for name, picture in images.items()
    ]
    return _page(data, lang, SCRIPTS, "img-src data: blob:; connect-src 'none'", "".join(held))[0]


def live_site(data: Mapping[str, Any], lang: str) -> tuple[bytes, str]:
    """The page of the live preview, and the policy it is to be sent with."""
    page, policy = _page(data, lang, LIVE, "img-src 'self' data: blob:; connect-src 'self'")
    return page, f"{policy}; frame-ancestors 'none'"


def kind(picture: bytes) -> str:
    """What a packed picture is, as browsers are told."""
    return KINDS.get(picture[:4], "image/png")


def _page(
    data: Mapping[str, Any], lang: str, scripts: Sequence[str], sources: str, images: str = ""
) -> tuple[bytes, str]:
    script = '"use strict";\n(() => {\n' + "\n".join(part(f"{name}.js") for name in scripts) + "})();\n"
    style = part("site.css")
    policy = (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; {sources}; "
        "base-uri 'none'; form-action 'none'"
    )
    filled = {
        "lang": "zh-Hans" if lang == "zh" else "en",
        "title": _text(str(data.get("title", ""))),
        "policy": policy,
        "style": style,
        "data": _json(data),
        "images": images,
        "script": script,
    }
    return re.sub(r"\[\[(\w+)\]\]", lambda mark: filled[mark[1]], part("page.html")).encode(), policy


def _text(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
