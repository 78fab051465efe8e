"""Editions 版本: an issue as it goes to one part of its readers."""

from __future__ import annotations

from collections.abc import Iterable

from printlayout.base.value import dataclass


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition: ``code`` stands in file names, empty for the issue's own; ``name`` is what readers see."""

    code: str
    name: str


def names_of(editions: Iterable[Edition], codes: Iterable[str]) -> str:
    """The names of some editions, in the order of ``editions``."""
    wanted = set(codes)
    return "、".join(edition.name for edition in editions if edition.code in wanted)
