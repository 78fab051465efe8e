"""Changes of half-width marks, carried out on plain text."""

from __future__ import annotations

from printlayout.text.normalise import substitutions


def normalise(text: str) -> tuple[str, int]:
    """The text with its changes made, and how many there were."""
    changes = substitutions(text)
    parts, position = [], 0
    for start, end, new in changes:
        parts += [text[position:start], new]
        position = end
    return "".join([*parts, text[position:]]), len(changes)
