"""Every test has a cache of its own."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("PRINTLAYOUT_CACHE", str(folder))
    monkeypatch.delenv("PRINTLAYOUT_PICTURE_CACHE", raising=False)
    return folder
