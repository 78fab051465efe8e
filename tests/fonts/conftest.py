from __future__ import annotations

from pathlib import Path

import pytest

from printlayout.base.diagnostics import Collector


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty font cache of the test's own."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("PRINTLAYOUT_CACHE", str(folder))
    return folder


@pytest.fixture
def collector() -> Collector:
    return Collector()
