"""Folios 版次: a page's number, or the two of a spread 通版 that lies across the gutter."""

from __future__ import annotations

from printlayout.base.value import dataclass


@dataclass(frozen=True, slots=True)
class Folio:
    """The numbers of one page: ``first``, and ``last`` where the page is a spread of two."""

    first: int
    last: int = 0

    @property
    def numbers(self) -> tuple[int, ...]:
        """Every number, in order."""
        return (self.first, self.last) if self.last else (self.first,)

    @property
    def said(self) -> str:
        """As files and messages have it: ``07``, ``04-05``."""
        return "-".join(f"{number:02d}" for number in self.numbers)
