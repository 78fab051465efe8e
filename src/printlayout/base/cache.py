"""Where the user's cache is: what can be made again, at any time, by anybody."""

from __future__ import annotations

import os
from pathlib import Path


def cache_root() -> Path:
    """The cache folder: ``$PRINTLAYOUT_CACHE``, ``$XDG_CACHE_HOME/printlayout`` or ``~/.cache/printlayout``."""
    own = os.environ.get("PRINTLAYOUT_CACHE")
    if own:
        return Path(own).expanduser().absolute()
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base).expanduser() if base else Path.home() / ".cache").absolute() / "printlayout"
