"""Every message of these areas is told by some test, and says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from printlayout.base.catalogue import spec, story

MESSAGES = spec.MESSAGES | story.MESSAGES
TESTS = "".join(p.read_text(encoding="utf-8") for p in Path(__file__).parent.glob("test_*.py"))
COMMAND = {"spec.folder-there", "spec.no-folder"}
"""Told by ``new``, without a finding."""


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_a_code_is_tested_and_helps(code: str) -> None:
    entry = MESSAGES[code]
    assert entry.zh and entry.en and entry.hint_zh and entry.hint_en
    assert code in COMMAND or f'"{code}"' in TESTS
