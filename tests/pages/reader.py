"""A reader of PDF text that shares nothing with the program and no library with any other reader.

It knows just enough of ISO 32000-1 for the files at hand: objects found by their numbers, streams deflated, Type0 fonts
with two-byte codes, ``Tf``, ``Tm``, ``TJ``, ``/Artifact BMC``, ``/Span <</ActualText …>> BDC``. What it does not know,
it stops at.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field

SILENT = "\u200b"
"""What a further glyph of a cluster says."""
TOKEN = re.compile(rb"<<.*?>>|<[0-9A-Fa-f]*>|\[|\]|/[^\s<>\[\]/]+|[-+.0-9]+|[A-Za-z*]+")
OPERANDS = {b"BMC": 1, b"BDC": 2, b"EMC": 0, b"BT": 0, b"ET": 0, b"Tf": 2, b"Tm": 6, b"TJ": 1, b"gs": 1, b"k": 4,
            b"K": 4, b"re": 4, b"f": 0, b"w": 1, b"J": 1, b"d": 2, b"m": 2, b"l": 2, b"S": 0, b"q": 0, b"Q": 0,
            b"cm": 6, b"Do": 1, b"W": 0, b"n": 0}  # fmt: skip
"""Every operator a page may use, and how many operands it takes; an array counts as one."""


@dataclass(frozen=True)
class Shown:
    """Characters one ``TJ`` shows: where the line begins, its font, size and colour, whether it is an artifact."""

    text: str
    x: float
    y: float
    font: str
    size: float
    colour: tuple[float, ...]
    artifact: bool


@dataclass
class PdfText:
    """The pages of a file as shown text."""

    data: bytes
    objects: dict[int, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for match in re.finditer(rb"(?m)^(\d+) 0 obj\s(.*?)\sendobj", self.data, re.DOTALL):
            self.objects[int(match[1])] = match[2]

    def stream(self, number: int) -> bytes:
        """A stream, unpacked."""
        head, _, body = self.objects[number].partition(b"stream\n")
        size = re.search(rb"/Length (\d+)", head)
        assert size and b"/FlateDecode" in head, head
        return zlib.decompress(body[: int(size[1])])

    def pages(self) -> list[bytes]:
        """The page dictionaries in order."""
        tree = next(body for body in self.objects.values() if re.search(rb"/Type /Pages\b", body))
        kids = re.search(rb"/Kids \[(.*?)\]", tree, re.DOTALL)
        assert kids
        return [self.objects[int(number)] for number in re.findall(rb"(\d+) 0 R", kids[1])]

    def fonts(self, page: bytes) -> dict[str, dict[str, str]]:
        """What the codes of each font of a page say."""
        resources = re.search(rb"/Font <<(.*?)>>", page, re.DOTALL)
        assert resources
        found = {}
        for name, number in re.findall(rb"/(\S+) (\d+) 0 R", resources[1]):
            unicode = re.search(rb"/ToUnicode (\d+) 0 R", self.objects[int(number)])
            assert unicode
            found[name.decode()] = _tounicode(self.stream(int(unicode[1])).decode("ascii"))
        return found

    def shown(self, index: int = 0) -> list[Shown]:
        """What a page shows, in the order of its content."""
        page = self.pages()[index]
        contents = re.search(rb"/Contents (\d+) 0 R", page)
        assert contents
        return _interpret(self.stream(int(contents[1])), self.fonts(page))

    def text(self, index: int = 0) -> str:
        """All that a page says; artifacts say nothing."""
        return "".join(shown.text for shown in self.shown(index) if not shown.artifact)


def _tounicode(cmap: str) -> dict[str, str]:
    says: dict[str, str] = {}

    def text(word: str) -> str:
        return bytes.fromhex(word).decode("utf-16-be")

    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, word in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            says[code.upper()] = text(word)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, word in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            start = text(word)
            for step in range(int(last, 16) - int(first, 16) + 1):
                says[f"{int(first, 16) + step:04X}"] = start[:-1] + chr(ord(start[-1]) + step)
    return says


def _interpret(content: bytes, fonts: dict[str, dict[str, str]]) -> list[Shown]:
    shown: list[Shown] = []
    stack: list[bytes] = []
    marks: list[str | None] = []  # ActualText of the marked content we are in, "artifact", or None
    font, size, place, colour = "", 0.0, (0.0, 0.0), (0.0, 0.0, 0.0, 1.0)
    tokens = iter(TOKEN.findall(content))
    for token in tokens:
        if token == b"[":
            array: list[bytes] = []
            for inner in tokens:
                if inner == b"]":
                    break
                array.append(inner)
            stack.append(b" ".join(array))
            continue
        if not token[:1].isalpha():
            stack.append(token)
            continue
        assert token in OPERANDS, token
        assert len(stack) == OPERANDS[token], (token, stack)
        if token == b"Tf":
            font, size = stack[0][1:].decode(), float(stack[1])
        elif token == b"Tm":
            assert stack[:4] == [b"1", b"0", b"0", b"1"]
            place = (float(stack[4]), float(stack[5]))
        elif token == b"k":
            colour = tuple(float(part) for part in stack)
        elif token == b"BMC":
            marks.append("artifact" if stack[0] == b"/Artifact" else None)
        elif token == b"BDC":
            actual = re.search(rb"/ActualText <FEFF(\w*)>", stack[1])
            marks.append(bytes.fromhex(actual[1].decode()).decode("utf-16-be") if actual else None)
        elif token == b"EMC":
            marks.pop()
        elif token == b"TJ":
            codes = "".join(word.decode() for word in re.findall(rb"<(\w+)>", stack[0])).upper()
            text = "".join(fonts[font][codes[at : at + 4]] for at in range(0, len(codes), 4)).replace(SILENT, "")
            artifact = "artifact" in marks
            said = next((mark for mark in marks if mark and mark != "artifact"), None)
            shown.append(Shown(said or text, *place, font, size, colour, artifact))
        stack.clear()
    assert not marks
    return shown
