"""``printlayout licences``: exact versions and licences of everything a page is made with."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from printlayout.cli.console import Console, exit_code

NAME = "printlayout"


def add_parser(subparsers: Any) -> None:
    """Add ``licences`` to the command tree."""
    parser = subparsers.add_parser("licences", help="依赖和字体的版本与许可 / versions and licences of what is used")
    parser.add_argument(
        "issue",
        type=Path,
        nargs="?",
        help="本期文件夹，连同自家字体 / an issue's folder, for its fonts too",
    )
    parser.add_argument("--format", choices=("human", "json"), default="human", help="结果的形式 / form")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print two tables: Python packages as installed, faces as the catalogue pins them."""
    from printlayout.base.diagnostics import Collector
    from printlayout.job import open_fonts

    collector = Collector()
    root = args.issue.resolve() if args.issue else None
    packages, faces = installed(), _faces(open_fonts(root, collector))
    console = Console(args.lang)
    if args.format == "json":
        print(json.dumps({"packages": packages, "fonts": faces}, ensure_ascii=False, indent=1))
    else:
        for title, rows in (("cli.licences-packages", packages), ("cli.licences-fonts", faces)):
            console.say(title, count=len(rows))
            wide = max((len(row["name"]) for row in rows), default=0)
            for row in rows:
                print(f"  {row['name']:{wide}}  {row['version']:12}  {row['licence']}")
        console.findings(collector.findings)
    return exit_code(collector.findings)


def installed() -> list[dict[str, str]]:
    """The program and, to the last of them, the packages it needs to run, as they are installed here: ``name``,
    ``version``, ``licence`` as each says itself, by name. What is for developers only is not among them.
    """
    from importlib.metadata import PackageNotFoundError, distribution

    found: dict[str, dict[str, str]] = {}
    waiting = [NAME]
    while waiting:
        name = _normal(waiting.pop())
        if name in found:
            continue
        try:
            one = distribution(name)
        except PackageNotFoundError:  # for another system or Python than this
            continue
        found[name] = {"name": name, "version": one.version, "licence": _licence(one.metadata)}
        waiting += [asked for need in one.requires or () if (asked := _asked(need))]
    return [found[name] for name in sorted(found)]


def _asked(requirement: str) -> str:
    """The package a requirement names; empty for one of an extra."""
    package, _, condition = requirement.partition(";")
    if "extra" in condition:
        return ""
    end = next((at for at, char in enumerate(package) if not (char.isalnum() or char in "-_.")), len(package))
    return package[:end]


def _normal(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def _licence(metadata: Any) -> str:
    """As an SPDX expression where the package has one, else its classifiers, else the first line it says."""
    said = metadata.get("License-Expression")
    if said:
        return str(said)
    classed = [text.rpartition(" :: ")[2] for text in metadata.get_all("Classifier") or () if text[:7] == "License"]
    own = [text for text in classed if text != "OSI Approved"]
    if own:
        return "; ".join(own)
    lines = str(metadata.get("License") or "").strip().splitlines()
    return lines[0][:80] if lines else "—"


def _faces(fonts: Any) -> list[dict[str, str]]:
    """Every face of the catalogue: its package with version, or its file; its licence; the hash it must have."""
    rows = []
    for family in fonts.catalogue.families.values():
        for weight, file in sorted(family.faces.items()):
            row = {
                "name": file.package.name if file.package else file.path.name,
                "version": file.package.version if file.package else "—",
                "licence": file.licence or "—",
                "face": f"{family.name} {weight}",
                "sha256": file.sha256,
            }
            rows.append(row)
    return rows
