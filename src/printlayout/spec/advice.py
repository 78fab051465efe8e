"""What to suggest when something written is not understood: near names, and YAML's commonest slips in plain words."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, names: Iterable[str]) -> str:
    """The name that was probably meant, or an empty string."""
    from difflib import get_close_matches  # not needed by a run without faults

    known = list(names)
    folded = {n.casefold().replace("_", "-"): n for n in known}
    same = folded.get(name.casefold().replace("_", "-"))
    if same:
        return same
    found = get_close_matches(name[:60], known, 1, 0.6)
    if not found and len(name) <= 4:  # 标提 for 标题: half of a two-character name is wrong at once
        found = get_close_matches(name, known, 1, 0.5)
    return found[0] if found else ""


def near_args(name: str, names: Iterable[str]) -> dict[str, str]:
    """Arguments ``names``, ``names_en``, ``near_zh``, ``near_en`` of a message about an unknown name."""
    known = sorted(names)
    near = nearest(name, known)
    shown = known[:40]
    return {
        "names": "、".join(shown) + (" …" if len(known) > len(shown) else "") if known else "—",
        "names_en": ", ".join(shown) + (" …" if len(known) > len(shown) else "") if known else "—",
        "near_zh": f"是不是“{near}”？" if near else "",
        "near_en": f"Did you mean “{near}”? " if near else "",
    }


_SYNTAX: tuple[tuple[str, str, str], ...] = (
    (
        "cannot start any token",
        "这个符号不能作值的开头（制表符、@、`、% 等）：缩进用空格，以符号开头的文字加引号。",
        "A value cannot start with this character (tab, @, `, %): indent with spaces, put such text in quotes.",
    ),
    (
        "mapping values are not allowed",
        "一行里有两个“: ”，或缩进不齐；含冒号的文字请加引号。",
        "Two “: ” on one line, or an uneven indent; put text that has a colon in quotes.",
    ),
    (
        "did not find expected key",
        "缩进与上一行不齐，或上面的引号、括号没有配对。",
        "The indent differs from the line above, or a quote or bracket above is not closed.",
    ),
    (
        "unexpected end of stream",
        "前面有一个引号没有闭合。",
        "A quote before this place is not closed.",
    ),
    (
        "could not find expected ':'",
        "键后面要有半角冒号和一个空格。",
        "A key is followed by a colon and a space.",
    ),
    (
        "did not find expected ',' or",
        "花括号或方括号里的各项用半角逗号分开，最后要闭合。",
        "Items within braces or brackets are separated by commas, and the bracket must be closed.",
    ),
    (
        "block sequence entries are not allowed",
        "“- ”应另起一行，缩进在键之下。",
        "“- ” starts a line of its own, indented under its key.",
    ),
)


def full_width_colon(line: str, before: str) -> int:
    """Whether a full-width colon stands where a key's colon should: 1 in the line, 2 in the one before, 0 in none."""
    for number, text in ((1, line), (2, before)):
        if "：" in text and ": " not in text:
            return number
    return 0


def syntax_advice(problem: str, excerpt: str) -> dict[str, str]:
    """Hints for a complaint of the YAML parser, as arguments ``hint_zh`` and ``hint_en`` of the message."""
    zh, en = "", ""
    for part, zh_text, en_text in _SYNTAX:
        if part in problem:
            zh, en = zh_text, en_text
            break
    if full_width_colon(excerpt, ""):
        zh = "这一行用了全角冒号“：”；键后要用半角冒号加空格“: ”。"
        en = "This line has a full-width colon “：”; after a key write a half-width colon and a space."
    return {"hint_zh": zh, "hint_en": en} if zh else {}
