"""The special report, built once for all tests that look at it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from printlayout.build import build
from printlayout.model.built import Built, BuiltPage
from printlayout.model.display import DisplayList
from printlayout.model.issue import Page

EXAMPLE = Path(__file__).parents[2] / "examples" / "shiyan-tongzhan"
STEM = "syrb-20230113-07"


@dataclass(frozen=True)
class Report:
    """The built example and where its files lie."""

    built: Built
    out: Path

    @property
    def page(self) -> BuiltPage:
        return self.built.pages[0]

    @property
    def display(self) -> DisplayList:
        assert self.page.display is not None
        return self.page.display

    @property
    def spec(self) -> Page:
        assert self.built.issue is not None
        return self.built.issue.pages[0]

    @property
    def pdf(self) -> Path:
        return self.out / f"{STEM}.pdf"


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    out = tmp_path_factory.mktemp("report")
    return Report(build(EXAMPLE, out), out)
