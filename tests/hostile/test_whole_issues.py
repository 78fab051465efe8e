"""Whole issues with a file damaged: every page is made up and set as far as it goes, and what is wrong has a place."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest

from printlayout.base.diagnostics import Severity
from printlayout.base.messages import hint, what
from printlayout.build import check

from . import damage
from .seeds import EXAMPLES

WAYS = (damage.of_lines, damage.of_text, damage.of_values, damage.of_values)
ISSUES = ("tables", "blocks", "pictures", "headlines", "daily")


def tried(example: str, numbers: range, folder: Path) -> None:
    root = shutil.copytree(EXAMPLES / example, folder / example)
    files = [path for path in sorted(root.rglob("*")) if path.suffix in (".yaml", ".md", ".csv", ".svg")]
    good = {path: path.read_bytes() for path in files}
    specs = [path for path in files if path.suffix == ".yaml"]
    pages = [int(number) for number in re.findall(rb"- page: (\d+)", good[root / "issue.yaml"])]
    for number in numbers:
        draw = random.Random(number)
        bad = draw.choice(specs if draw.randrange(2) else files)
        bad.write_bytes(draw.choice(WAYS)(good[bad], draw))
        _, findings = check(root, {draw.choice(pages)})
        for finding in findings:
            assert what(finding, "zh") and what(finding, "en")
            hint(finding, "zh")
            assert finding.severity < Severity.ERROR or finding.span.file, finding
        bad.write_bytes(good[bad])


@pytest.mark.parametrize("example", ISSUES)
def test_a_damaged_issue_is_told(example: str, tmp_path: Path) -> None:
    tried(example, range(6), tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("example", ISSUES)
def test_many_damaged_issues_are_told(example: str, tmp_path: Path) -> None:
    tried(example, range(100, 400), tmp_path)
