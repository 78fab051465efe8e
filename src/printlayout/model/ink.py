"""Inks: what is printed, in permille of CMYK."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ink:
    """A named colour. ``cyan``, ``magenta``, ``yellow``, ``black`` are permille (0-1000) of each process ink."""

    name: str
    cyan: int
    magenta: int
    yellow: int
    black: int

    @property
    def plates(self) -> int:
        """How many process inks take part."""
        return sum(part > 0 for part in (self.cyan, self.magenta, self.yellow, self.black))

    @property
    def coverage(self) -> int:
        """Total area coverage in permille (2400 is 240 %)."""
        return self.cyan + self.magenta + self.yellow + self.black

    def tint(self, permille: int) -> Ink:
        """The ink thinned to ``permille``."""
        if permille == 1000:
            return self
        parts = (round(p * permille / 1000) for p in (self.cyan, self.magenta, self.yellow, self.black))
        return Ink(f"{self.name} {permille / 10:g}%", *parts)


BLACK = Ink("black", 0, 0, 0, 1000)
WHITE = Ink("white", 0, 0, 0, 0)
