"""Where the files that come with the program lie: in a checkout beside the source, installed in the package."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_CHECKOUT = _PACKAGE.parent.parent


def shipped(name: str) -> Path:
    """Path of a shipped file or folder: ``layouts``, ``fonts/catalogue.yaml``."""
    installed = _PACKAGE / "shipped" / name
    return installed if installed.exists() else _CHECKOUT / name
