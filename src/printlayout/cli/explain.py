"""``printlayout explain CODE``: what a finding means, why it matters, what to do."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from printlayout.cli.console import EXIT_GOOD, EXIT_INPUT


def add_parser(subparsers: Any) -> None:
    """Add ``explain`` to the command tree."""
    parser = subparsers.add_parser("explain", help="解释一条提示 / explain a finding")
    parser.add_argument("code", nargs="?", help="代码，如 layout.overset；不写则列出全部 / a code; all if left out")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the catalogue's entry, or the list of codes."""
    from difflib import get_close_matches

    from printlayout.base.messages import codes, message, say

    chinese = args.lang == "zh"
    known = [code for code in codes() if not code.startswith("cli.") and ".says-" not in code]
    if not args.code:
        for code in known:
            entry = message(code)
            print(f"{code:34} {_shown(entry.zh if chinese else entry.en)}")
        return EXIT_GOOD
    if args.code not in known:
        near = "、".join(get_close_matches(args.code, known, 3, 0.4))
        print(say("cli.no-code", args.lang, code=args.code, near=near or "—"), file=sys.stderr)
        return EXIT_INPUT
    entry = message(args.code)
    print(args.code)
    for text in (entry.zh, entry.why_zh, entry.hint_zh) if chinese else (entry.en, entry.why_en, entry.hint_en):
        if text:
            print(f"  {_shown(text)}")
    print(f"  {say('cli.exit', args.lang, exit=entry.exit)}")
    return EXIT_GOOD


def _shown(text: str) -> str:
    """A message as a pattern: what is filled in stands in 〈 〉, what may be missing is left out."""
    import re

    return re.sub(r"\{(\w+)\}", r"〈\1〉", re.sub(r"\{near_(?:zh|en)\}", "", text))
