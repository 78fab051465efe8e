"""``printlayout schema``: print a JSON Schema of the spec language."""

from __future__ import annotations

import argparse
import sys
from typing import Any


def add_parser(subparsers: Any) -> None:
    """Add the command to the tree."""
    parser = subparsers.add_parser(
        "schema",
        help="打印规格的 JSON Schema / print a JSON Schema of the spec language",
        description="打印 issue、layout、press、story 或 table 的 JSON Schema，供编辑器补全和检查。 / For editors.",
    )
    parser.add_argument("kind", nargs="?", choices=("issue", "layout", "press", "story", "table"), default="issue")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the schema; always succeeds."""
    from printlayout.spec.schema import schema_text

    sys.stdout.write(schema_text(args.kind))
    return 0
