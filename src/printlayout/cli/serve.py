"""``printlayout serve``: the page follows what is saved."""

from __future__ import annotations

import argparse
import contextlib
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from printlayout.cli.build import add_edition_option, add_output_options, add_page_option, wanted_pages
from printlayout.cli.console import EXIT_GOOD, EXIT_INPUT, Console
from printlayout.cli.preview import DPI, LEAST, MOST, resolution

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from printlayout.base.diagnostics import Finding

HOST, PORT = "127.0.0.1", 8123


def add_parser(subparsers: Any) -> None:
    """Add ``serve`` to the command tree."""
    parser = subparsers.add_parser("serve", help="随存随看：浏览器里的版面跟着改 / live preview in a browser")
    parser.add_argument("issue", type=Path, help="本期文件夹或 issue.yaml / the issue's folder")
    parser.add_argument(
        "--host", default=HOST, metavar="NAME",
        help="给别的机器看时，本机的地址或名字 / address to listen at (127.0.0.1: this machine only)",
    )  # fmt: skip
    parser.add_argument(
        "--port", type=int, default=PORT, metavar="N", help=f"端口，0 由系统选 / port, 0 for any ({PORT})"
    )
    add_page_option(parser)
    add_edition_option(parser)
    parser.add_argument(
        "--dpi", type=resolution, default=DPI, metavar="N", help=f"分辨率 / resolution, {LEAST}-{MOST} ({DPI})"
    )
    parser.add_argument("--no-plates", action="store_true", help="不做分色 / without plates and soft proof")
    add_output_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve until Ctrl-C or SIGTERM."""
    import os
    from threading import Thread

    from printlayout.base.diagnostics import Finding, Severity
    from printlayout.live.desk import Desk, Wish
    from printlayout.live.follow import Follower
    from printlayout.live.server import Server
    from printlayout.live.state import State

    console = Console(args.lang, args.format, args.quiet)
    state = State(os.getpid())
    try:
        server = Server(state, args.host, args.port, args.lang)
    except (OSError, OverflowError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
        told = {"host": args.host, "port": str(args.port), "reason": reason}
        console.findings([Finding("serve.no-address", Severity.ERROR, args=told)])
        return EXIT_INPUT
    if not server.local:
        console.findings([Finding("serve.open-to-all", Severity.WARNING, args={"host": args.host})])
    wish = Wish(args.issue, args.dpi, not args.no_plates, frozenset(wanted_pages(args) or ()), args.edition)
    stop: list[int] = []

    def told_of(pages: Sequence[str], faults: Sequence[Finding]) -> None:
        if faults:
            console.findings(faults)
        else:
            console.say("cli.serve-set", pages="、".join(pages))

    with stopped_by_signals(stop), server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
        thread.start()
        console.say("cli.serve-at", url=server.url)
        try:
            Follower(Desk(wish, state), lambda: bool(stop), told_of).run()
        finally:
            state.close()
            server.shutdown()
    console.say("cli.serve-stopped")
    return EXIT_GOOD


@contextlib.contextmanager
def stopped_by_signals(stop: list[int]) -> Iterator[None]:
    """Ctrl-C and SIGTERM are put down in ``stop``: no lock, which the interrupted thread might hold. Outside the main
    thread, where no signals come, nothing is changed."""
    kept: dict[int, Any] = {}
    with contextlib.suppress(ValueError):
        for number in (signal.SIGINT, signal.SIGTERM):
            kept[int(number)] = signal.signal(number, lambda known, _: stop.append(known))
    try:
        yield
    finally:
        for known, handler in kept.items():
            signal.signal(known, handler)
