"""``printlayout fonts``: list the catalogue, install its packages, check the files.

Exit codes: 0 all well, 2 a mistake in the catalogue or the command, 3 a font missing or differing.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from printlayout.base.diagnostics import Collector
    from printlayout.fonts.catalogue import Catalogue, FontFile

_HELP = {
    "fonts": "the font catalogue: list, install, check / 字体目录：列出、安装、核对",
    "list": "show families, weights and whether they are installed / 列出字族、字重及安装情况",
    "install": "fetch the fonts that come as packages / 下载并安装随程序的字体",
    "check": "hash every font file anew / 重新核对每个字体文件",
    "catalogue": "the house's own catalogue; fonts/catalogue.yaml of this folder if not given / 自备的字体目录",
}


def add_parser(subparsers: Any) -> None:
    """Add ``fonts list|install|check`` to the command tree."""
    parser: argparse.ArgumentParser = subparsers.add_parser("fonts", help=_HELP["fonts"], description=_HELP["fonts"])
    actions = parser.add_subparsers(dest="action", required=True, metavar="list|install|check")
    for name in ("list", "install", "check"):
        action = actions.add_parser(name, help=_HELP[name], description=_HELP[name])
        action.add_argument("faces", nargs="*", metavar="FACE", help="family or family-weight / 字族或“字族-字重”")
        action.add_argument(
            "--catalogue", action="append", type=Path, default=[], metavar="FILE", help=_HELP["catalogue"]
        )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run one of the actions."""
    from printlayout.base.diagnostics import Collector
    from printlayout.fonts.catalogue import load_catalogue

    lang: str = getattr(args, "lang", None) or "zh"
    collector = Collector()
    here = Path("fonts/catalogue.yaml")
    catalogue = load_catalogue(args.catalogue or ([here] if here.is_file() else []), collector)
    files: list[FontFile] = []
    for name in args.faces:
        found = catalogue.files([name])
        if not found:
            collector.error("font.unknown", name=name)
        files += [file for file in found if file not in files]
    if not collector.failed:
        {"list": _list, "install": _install, "check": _check}[args.action](
            catalogue, files or catalogue.files(), collector, lang
        )
    return _tell(collector, lang)


def _list(catalogue: Catalogue, files: list[FontFile], collector: Collector, lang: str) -> None:
    from printlayout.fonts.install import installed

    for family in catalogue.families.values():
        own = [file for file in files if file.family == family.name]
        if not own:
            continue
        _say("font.says-family", lang, family=family.name, names="、".join(family.names), licence=family.licence)
        for file in sorted(own, key=lambda one: one.weight):
            there = installed(file) if file.package else file.path.is_file()
            state = _text("font.says-there" if there else "font.says-absent", lang)
            _say("font.says-face", lang, weight=file.weight, state=state, source=file.package or file.path)
        for asked, taken in family.instead.items():
            _say("font.says-instead", lang, asked=asked, taken=taken)


def _install(catalogue: Catalogue, files: list[FontFile], collector: Collector, lang: str) -> None:
    from printlayout.fonts.cache import cache_root
    from printlayout.fonts.install import install

    packaged = [file for file in files if file.package]
    if install(packaged, collector, _progress(lang)):
        _say("font.says-installed", lang, count=len(packaged), folder=cache_root())


def _check(catalogue: Catalogue, files: list[FontFile], collector: Collector, lang: str) -> None:
    from printlayout.fonts.cache import forget
    from printlayout.fonts.face import Fonts

    for file in files:
        forget(file.path)
    Fonts(catalogue).check([file.face for file in files], collector)
    if not collector.failed:
        _say("font.says-sound", lang, count=len(files))


def _progress(lang: str) -> Callable[[int, int, str], None]:
    """One line that is written over and over on a terminal, a line a step elsewhere."""
    terminal = sys.stdout.isatty()

    def report(done: int, total: int, name: str) -> None:
        line = _text("font.says-working", lang, done=done, total=total, name=name)
        if terminal:
            print(f"\r\x1b[K{line}", end="\n" if done == total else "", flush=True)
        else:
            print(line, flush=True)

    return report


def _tell(collector: Collector, lang: str) -> int:
    """Print what was found and give the exit code it asks for."""
    from printlayout.cli.console import Console, exit_code

    Console(lang).findings(collector.findings)
    return exit_code(collector.findings)


def _text(code: str, lang: str, **args: object) -> str:
    from printlayout.base.messages import say

    return say(code, lang, **args)


def _say(code: str, lang: str, **args: object) -> None:
    print(_text(code, lang, **args))
