"""The command tree. Each command imports its room when it runs, so that ``--help`` and errors are instant."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from printlayout import __version__
from printlayout.base.files import WriteFault
from printlayout.cli import (
    build,
    check,
    diff,
    explain,
    fmt,
    fonts,
    galley,
    impose,
    licences,
    new,
    preflight,
    preview,
    release,
    schema,
    separate,
    serve,
    sign,
    status,
)
from printlayout.cli.console import EXIT_BUG, EXIT_INPUT, EXIT_MISSING, choose_language


def parser() -> argparse.ArgumentParser:
    """The whole command tree."""
    root = argparse.ArgumentParser(
        prog="printlayout",
        description="报纸组版：由 YAML 和稿件生成付印 PDF / newspaper pages from YAML and stories to press PDF",
    )
    root.add_argument("--version", action="version", version=f"printlayout {__version__}")
    root.add_argument("--lang", choices=("zh", "en"), default=None, help="语言 / language (LANG)")
    commands = root.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for module in (
        build,
        check,
        preflight,
        preview,
        diff,
        serve,
        separate,
        galley,
        sign,
        release,
        status,
        impose,
        licences,
        new,
        fmt,
        fonts,
        schema,
        explain,
    ):
        module.add_parser(commands)
    return root


def run(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit code: 0 good, 1 content, 2 wrong input, 3 missing font or file, 70 a bug."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    args = parser().parse_args(argv)
    args.lang = args.lang or choose_language(os.environ)
    try:
        code: int = args.run(args)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_INPUT
    except KeyboardInterrupt:
        return 130
    except WriteFault as fault:
        _tell("build.write", args.lang, file=fault.filename, reason=fault.strerror)
        return EXIT_INPUT
    except OSError as error:
        _tell("build.read", args.lang, file=error.filename or "—", reason=error.strerror or error)
        return EXIT_MISSING
    except Exception as error:
        _report_bug(error, args.lang)
        return EXIT_BUG
    return code


def _tell(code: str, lang: str, **args: object) -> None:
    from printlayout.base.messages import message, say

    print(say(code, lang, **args), file=sys.stderr)
    advice = message(code).hint_zh if lang == "zh" else message(code).hint_en
    for name, value in args.items():
        advice = advice.replace("{" + name + "}", str(value))
    print(f"    {advice}", file=sys.stderr)


def _report_bug(error: Exception, lang: str) -> None:
    """A bug's traceback goes to a file the user can send, not over their screen."""
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile("w", prefix="printlayout-bug-", suffix=".txt", delete=False) as file:
        traceback.print_exception(error, file=file)
    _tell("build.bug", lang, reason=f"{type(error).__name__}: {error}", file=file.name)


if __name__ == "__main__":
    sys.exit(run())
