"""The loop: look for saves, refresh the desk, and in quiet moments have the finished files looked at."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

from printlayout.base.diagnostics import Finding, Severity
from printlayout.live.desk import Desk, faults_told
from printlayout.live.finisher import Finisher
from printlayout.live.watch import Stamp, catalogues, changed, pace, stamps
from printlayout.proofs import Wish

GRACE = 0.25
"""Seconds an error stands before it is shown: a file that is being written is broken for a moment."""
QUIET = 0.5
"""Seconds without a save before the finished files are looked at."""

Told = Callable[[Sequence[str], Sequence[Finding]], None]
"""Hears of pages set again, by their folios, and of errors in the way."""


class Follower:
    """Follows the files of an issue until it is told to stop."""

    def __init__(self, desk: Desk, stopped: Callable[[], bool], told: Told = lambda pages, faults: None) -> None:
        self._desk = desk
        self._stopped = stopped
        self._pause = Event()
        self._told = told
        self._before: dict[str, Stamp] = {}
        self._others = catalogues(desk.wish.root)
        self._quiet = 0.0
        self._sure = False
        self._faults: tuple[Finding, ...] = ()
        self._shown: tuple[Finding, ...] = ()

    def run(self) -> None:
        """Follow until the stop."""
        finisher = Finisher(Wish(self._desk.wish.dpi, plates=self._desk.wish.plates))
        try:
            self._look(first=True)
            while not self._stopped():
                wait = pace(len(self._before))
                self._pause.wait(wait)
                self._quiet += wait
                if not self._look():
                    self._rest(finisher)
        finally:
            finisher.stop()

    def _look(self, first: bool = False) -> bool:
        """Look for saves and follow them; whether there were any."""
        now = stamps(self._desk.wish.root, self._others)
        touched = changed(self._before, now)
        if not touched and not first:
            return False
        if not first and any(Path(path).parts[-2:] == ("fonts", "catalogue.yaml") for path in touched):
            self._desk.forget_fonts()
        self._before, self._quiet, self._sure = now, 0.0, False
        self._refresh()
        return True

    def _refresh(self) -> None:
        try:
            made, faults = self._desk.refresh(self._hurry)
        except Exception as fault:  # whatever was typed, the preview goes on
            reason = f"{type(fault).__name__}: {fault}"
            where = traceback.extract_tb(fault.__traceback__)[-1]
            args = {"reason": reason, "place": f"{where.filename}:{where.lineno}"}
            made, faults = [], (Finding("serve.bug", Severity.ERROR, args=args),)
        self._faults = tuple(finding for finding in faults if finding.severity is Severity.ERROR)
        if not self._faults and self._shown:
            self._shown = ()
        if made:
            self._told(made, ())

    def _hurry(self) -> bool:
        return bool(changed(self._before, stamps(self._desk.wish.root, self._others)))

    def _rest(self, finisher: Finisher) -> None:
        """What is done when nothing was saved."""
        if self._faults and self._faults != self._shown and self._quiet >= GRACE:
            self._shown = self._faults
            self._desk.state.stop_at(*faults_told(self._faults, self._desk.wish.root))
            self._told((), self._faults)
        done = finisher.done()
        if done:
            self._desk.finish(*done)
        if self._quiet < QUIET:
            return
        if not self._sure:
            # A second save within one tick of the file system's clock may look like the first.
            self._sure = True
            self._refresh()
        if finisher.idle and not self._faults:
            next_page = self._desk.unfinished()
            if next_page:
                finisher.start(*next_page)
