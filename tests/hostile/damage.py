"""Ways a file goes wrong: bytes lost, doubled and changed at random, and words of its own language put where they do
not belong. Every seed damages a file in the same way on every machine."""

from __future__ import annotations

import random
import re
import struct

WORDS = (
    "", "\x00", "\u202e", "\u2066", "\ufeff", "\ufffd", "\ud800", "\U000e0001", "𠮷", "𰻝", "👨‍👩‍👧", "９", "\u200b",
    "{", "}", "[", "]", ": ", "\n", "\n\n", "\n  ", "- ", "&a ", "*a", "~", "!!x ", "|", ">", '"', "'", "#", "%",
    "-1", "0", "1e999", "9" * 30, "1" * 5000, "nan", "inf", "5-1", "1-999999999", "0mm", "-3字", "99999字", "1e9mm",
    "../", "/etc/passwd", "..", "~", "\\", "{page}", "{}", "---\n", "|||\n", ":::", "```", "::: table\n", "| a | b |\n",
    "**", "## ", "问：", "答：", "<!--", "<g>", "<use href='#a'/>", "M0 0", "z" * 3000, "\t", "\r", "true", "null",
)  # fmt: skip
"""Put into texts."""
NUMBERS = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
"""Written over binary fields."""
_TOKEN = re.compile(r"[\w.%-]+|\s+|[^\w\s]")


def of_text(data: bytes, draw: random.Random) -> bytes:
    """A text with some of its tokens lost, doubled, swapped or replaced by odd ones."""
    tokens = _TOKEN.findall(data.decode("utf-8", "replace")) or [""]
    for _ in range(draw.choice((1, 1, 2, 3, 8))):
        at, other = draw.randrange(len(tokens)), draw.randrange(len(tokens))
        match draw.randrange(6):
            case 0:
                tokens[at] = draw.choice(WORDS)
            case 1:
                tokens[at] += draw.choice(WORDS)
            case 2:
                tokens[at], tokens[other] = tokens[other], tokens[at]
            case 3:
                tokens[at] = tokens[other]
            case 4:
                tokens[at] = tokens[at] * draw.choice((2, 3, 50))
            case _:
                end = min(len(tokens), at + draw.choice((1, 2, 30)))
                tokens[at:end] = [""]
    made = "".join(tokens).encode("utf-8", "surrogatepass")
    return of_bytes(made, draw, 1) if draw.randrange(20) == 0 else made


def of_lines(data: bytes, draw: random.Random) -> bytes:
    """A text with lines (branches of a YAML tree, cells of a table) moved, doubled, indented otherwise or lost."""
    lines = data.decode("utf-8", "replace").split("\n")
    for _ in range(draw.choice((1, 2, 4))):
        at, other = draw.randrange(len(lines)), draw.randrange(len(lines))
        match draw.randrange(5):
            case 0:
                lines[at] = "  " * draw.randrange(4) + lines[at].lstrip()
            case 1:
                lines.insert(at, lines[other])
            case 2:
                key, colon, _ = lines[at].partition(":")
                lines[at] = key + colon + " " + draw.choice(WORDS)
            case 3:
                lines[at], lines[other] = lines[other], lines[at]
            case _:
                del lines[at : at + draw.choice((1, 1, 3))]
                lines = lines or [""]
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def of_bytes(data: bytes, draw: random.Random, times: int = 0) -> bytes:
    """Bytes changed, lost, doubled; fields of two and four bytes set to numbers that break arithmetic."""
    made = bytearray(data)
    for _ in range(times or draw.choice((1, 2, 4, 12))):
        if not made:
            break
        # Faults in the head of a file tell more than in its pixels.
        at = draw.randrange(len(made) if draw.randrange(2) else min(len(made), 600))
        match draw.randrange(6):
            case 0:
                made[at] = draw.randrange(256)
            case 1:
                del made[at : at + draw.choice((1, 2, 4, 300))]
            case 2:
                made[at:at] = made[at : at + draw.choice((1, 4, 64))]
            case 3:
                made[at : at + 2] = struct.pack(draw.choice("<>") + "H", draw.choice(NUMBERS) & 0xFFFF)
            case 4:
                made[at : at + 4] = struct.pack(draw.choice("<>") + "I", draw.choice(NUMBERS))
            case _:
                if draw.randrange(3) == 0:
                    del made[at:]
    return bytes(made)


def of_pdf(data: bytes, draw: random.Random) -> bytes:
    """A PDF with one of its names or numbers in place of another; else bytes."""
    found = list(re.finditer(rb"/[A-Za-z][A-Za-z0-9]+|\b\d+ 0 R|\b\d+\b", data))
    if draw.randrange(4) == 0 or not found:
        return of_bytes(data, draw)
    for _ in range(draw.choice((1, 1, 3))):
        place, other = draw.choice(found), draw.choice(found)
        put = draw.choice((other[0], other[0], b"-1", b"null", b"<<>>", b"[]", b"99999999999", b"(a)", b"0", b"true"))
        data = data[: place.start()] + put + data[place.end() :]
    return data


_VALUE = re.compile(r"(?<![\w.#])-?\d+(\.\d+)?(?=(mm|pt|字|行|%|x)?\b|[,\s}\]-])")
EXTREMES = ("0", "-1", "1", "2", "0.1", "3", "7", "17", "40", "99", "300", "5000", "1000000", "99999999999")
"""Sound numbers that no page has."""


def of_values(data: bytes, draw: random.Random) -> bytes:
    """A spec in which every line is still what it was, and a few numbers are others: columns, lines, sizes, bounds."""
    text = data.decode("utf-8", "replace")
    for _ in range(draw.choice((1, 1, 2, 4))):
        places = list(_VALUE.finditer(text))
        if not places:
            break
        place = draw.choice(places)
        put = draw.choice((draw.choice(EXTREMES), draw.choice(places)[0]))
        text = text[: place.start()] + put + text[place.end() :]
    return text.encode("utf-8", "surrogatepass")
