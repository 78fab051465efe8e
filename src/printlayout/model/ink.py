"""Inks: what is printed, in permille of CMYK."""

from __future__ import annotations

from printlayout.base.value import dataclass


@dataclass(frozen=True, slots=True)
class Ink:
    """A named colour. ``cyan``, ``magenta``, ``yellow``, ``black`` are permille (0-1000) of each process ink.

    A spot ink has its plate's name in ``spot`` and how much of it is printed in ``amount``; its process values are the
    alternate at that amount. The spot ``All`` is registration colour, for marks only (ISO 32000-1 8.6.6.4).
    """

    name: str
    cyan: int
    magenta: int
    yellow: int
    black: int
    spot: str = ""
    amount: int = 1000

    @property
    def plates(self) -> int:
        """How many inks take part."""
        if self.spot:
            return 1
        return sum(part > 0 for part in (self.cyan, self.magenta, self.yellow, self.black))

    @property
    def coverage(self) -> int:
        """Total area coverage in permille (2400 is 240 %)."""
        if self.spot:
            return 4 * self.amount if self.spot == "All" else self.amount
        return self.cyan + self.magenta + self.yellow + self.black

    @property
    def darkness(self) -> int:
        """How dark it is to the eye, permille of full black: black counts whole, magenta six tenths, cyan four, yellow
        one, about as their densities through the eye's filter on newsprint. A spot ink goes by its alternate."""
        return min(1000, self.black + (400 * self.cyan + 600 * self.magenta + 100 * self.yellow) // 1000)

    def tint(self, permille: int) -> Ink:
        """The ink thinned to ``permille``."""
        if permille == 1000:
            return self
        c, m, y, k, amount = (
            round(part * permille / 1000) for part in (self.cyan, self.magenta, self.yellow, self.black, self.amount)
        )
        return Ink(f"{self.name} {permille / 10:g}%", c, m, y, k, self.spot, amount if self.spot else 1000)


BLACK = Ink("black", 0, 0, 0, 1000)
WHITE = Ink("white", 0, 0, 0, 0)
REGISTRATION = Ink("registration", 1000, 1000, 1000, 1000, "All")
