"""The finished file of a page, looked at in a process of its own while the desk goes on typing: its pixels, plates and
findings are those the press will see."""

from __future__ import annotations

import contextlib
import os
import signal
from multiprocessing import get_context
from typing import TYPE_CHECKING

from printlayout.base.value import replace
from printlayout.job import make_page, worker_fonts
from printlayout.model.built import BuiltPage
from printlayout.model.issue import Issue
from printlayout.preview.issue import Seen
from printlayout.proofs import Wish, see

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

KIND = 10
"""How far the work stands back behind everything else on the machine."""


def finished(issue: Issue, wish: Wish) -> tuple[BuiltPage, Seen]:
    """The only page of an issue, as it goes to press, and its pictures. Its bytes are not handed back."""
    fonts = worker_fonts(issue.root)
    built = make_page(issue, issue.pages[0], fonts)
    seen = see(issue, built, fonts, wish, {})
    return replace(built, pdf=b""), replace(seen, file=b"")


def work(pipe: Connection) -> None:
    """A worker's life: pages come in, their looks go out, until the other end closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    with contextlib.suppress(AttributeError, OSError):
        os.nice(KIND)
    with contextlib.suppress(EOFError, OSError):
        while True:
            issue, wish = pipe.recv()
            try:
                pipe.send(finished(issue, wish))
            except (EOFError, OSError):
                raise
            except Exception as fault:
                pipe.send(f"{type(fault).__name__}: {fault}")


class Finisher:
    """One worker, which has one page at a time. It is started when there is first something to do, and again if it
    dies."""

    def __init__(self, wish: Wish) -> None:
        self._wish = wish
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._at: tuple[str, Issue] | None = None

    @property
    def idle(self) -> bool:
        """Whether it has nothing to do."""
        return self._at is None

    def start(self, stem: str, issue: Issue) -> None:
        """Give it a page."""
        self._at = stem, issue
        try:
            if self._pipe is None:
                # Not forked: threads of the server are running.
                context = get_context("spawn")
                self._pipe, theirs = context.Pipe()
                process = context.Process(target=work, args=(theirs,), daemon=True)
                process.start()
                self._process = process
                theirs.close()
            self._pipe.send((issue, self._wish))
        except (OSError, RuntimeError):
            self.stop()  # no process to be had, or it has died
            self._at = stem, issue

    def done(self) -> tuple[str, Issue, tuple[BuiltPage, Seen] | None] | None:
        """What it has finished, if it has: the page as it was given, and what became of it; nothing if it failed."""
        if self._at is None:
            return None
        (stem, issue), answer = self._at, None
        try:
            if self._pipe is not None:
                if not self._pipe.poll():
                    return None
                answer = self._pipe.recv()
        except (EOFError, OSError):
            self.stop()
        self._at = None
        return stem, issue, None if isinstance(answer, str) else answer

    def stop(self) -> None:
        """End the worker, whatever it is at."""
        self._at = None
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.terminate()
            self._process.join(2)
        self._pipe = self._process = None
