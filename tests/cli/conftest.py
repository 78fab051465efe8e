"""Commands run as a user runs them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pages import small

Cli = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def cli(tmp_path: Path) -> Cli:
    """Run ``printlayout`` in a process of its own, in ``tmp_path``, not on a terminal. ``env`` adds variables; none of
    the caller's language settings reach it."""

    def call(*words: object, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if name not in ("LANG", "LC_ALL", "LC_MESSAGES")}
        command = [sys.executable, "-m", "printlayout", *map(str, words)]
        return subprocess.run(
            command, cwd=tmp_path, env=kept | (env or {}), capture_output=True, encoding="utf-8", check=False
        )

    return call


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """An issue that builds."""
    return small.write(tmp_path / "good", small.story(small.han(138)))


@pytest.fixture
def overset(tmp_path: Path) -> Path:
    """An issue with 33 characters, 4 lines too many, and one character of a fallback face."""
    return small.write(tmp_path / "overset", small.story(small.han(138) + "䷀" + small.han(32)))
