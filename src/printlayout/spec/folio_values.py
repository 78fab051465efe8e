"""The shape of a folio: ``7``, or ``4-5`` for a spread."""

# The methods of a shape are documented once, on Shape.
# ruff: noqa: D102

from __future__ import annotations

import re

from printlayout.model.folio import Folio
from printlayout.spec.document import Node, Scalar
from printlayout.spec.shapes import Json, Reading
from printlayout.spec.values import OfScalar

LEAST, MOST = 1, 999


class FolioOf(OfScalar[Folio]):
    """A page number, or the pair of a spread 通版: two numbers that follow one another, the first of them even, since
    it is even pages that lie on the left of an open paper."""

    want = (
        f"{LEAST} 到 {MOST} 的版次，通版写两个（如 4-5）",
        f"a page number from {LEAST} to {MOST}, or two for a spread (such as 4-5)",
    )

    def stand_in(self) -> Folio:
        return Folio(LEAST)

    def read(self, node: Node, at: Reading, key: str) -> Folio | None:
        folio = super().read(node, at, key)
        if folio is None:
            return None
        assert isinstance(node, Scalar)
        if any(not LEAST <= number <= MOST for number in folio.numbers):
            at.fault("spec.out-of-range", node.span, key=key, value=node.text.strip(), least=LEAST, most=MOST)
            return None
        if folio.last and folio.last != folio.first + 1:
            at.fault("spread.pair", node.span, page=node.text.strip())
            return None
        if folio.last and folio.first % 2:
            left, right = folio.first - 1, folio.last + 1
            at.fault(
                "spread.odd", node.span, page=folio.said, before=f"{left}-{folio.first}",
                after=f"{folio.last}-{right}",
            )  # fmt: skip
            return None
        return folio

    def take(self, text: str, at: Reading) -> Folio | None:
        match = re.fullmatch(r"([-+]?[0-9]{1,9})(?:\s*[-–—~～至]\s*([0-9]{1,9}))?", text)
        if match is None:
            return None
        # 0 on the right would read as no right page at all: -1 is as far out of range
        return Folio(int(match[1]), (int(match[2]) or -1) if match[2] else 0)

    def schema(self, book: Json) -> Json:
        pattern = r"^\s*[0-9]{1,3}\s*[-–—~～至]\s*[0-9]{1,3}\s*$"
        whole: Json = {"type": "integer", "minimum": LEAST, "maximum": MOST}
        return {"anyOf": [whole, {"type": "string", "pattern": pattern}]}
