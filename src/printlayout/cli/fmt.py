"""``printlayout fmt``: keys of specs in house order; nothing else in the files changes."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from printlayout.cli.console import EXIT_CONTENT, EXIT_GOOD, Console, exit_code


def add_parser(subparsers: Any) -> None:
    """Add ``fmt`` to the command tree."""
    parser = subparsers.add_parser(
        "fmt",
        help="把键排成统一的次序 / put keys in house order",
        description="各种规格和稿件开头的键排成统一的次序；注释、引号、锚点、空行原样跟着走。 / "
        "Puts the keys of specs and front matter in house order; comments, quotes, anchors, blank lines go with them.",
    )
    parser.add_argument(
        "files", type=Path, nargs="+", metavar="FILES", help="文件，或本期文件夹 / files, or an issue's folder"
    )
    parser.add_argument(
        "--check", action="store_true", help="只看，不写；有要改的退出 1 / write nothing, exit 1 if files would change"
    )
    parser.add_argument("--quiet", action="store_true", help="只说错误 / say errors only")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Put files in order and tell which."""
    from printlayout.base.diagnostics import Collector
    from printlayout.base.files import write_file
    from printlayout.spec.tidying import spec_files, tidy

    console = Console(args.lang, "human", args.quiet)
    collector = Collector()
    changed = 0
    for file in (file for path in args.files for file in spec_files(path)):
        found = tidy(file, collector)
        if found is None or found[0] == found[1]:
            continue
        changed += 1
        if not args.check:
            mark = b"\xef\xbb\xbf" if file.read_bytes().startswith(b"\xef\xbb\xbf") else b""
            write_file(file, mark + found[1].encode())
        console.say("cli.would-order" if args.check else "cli.ordered", file=file)
    console.findings(collector.findings)
    return exit_code(collector.findings) or (EXIT_CONTENT if args.check and changed else EXIT_GOOD)
