"""What browsers are shown: the issue as data in numbered versions, and its pictures by names that say their content."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from threading import Condition
from typing import Any

KEPT = 400
"""Pictures that are kept for browsers still asking for those of a moment ago."""
NO_PAGE: dict[str, Any] = {
    "stem": "", "folio": "—", "sound": False, "section": "", "layout": "", "copyfit": [], "size": (0, 0),
    "plate_size": (0, 0), "image": "", "thumb": "", "heat": "", "plates": [], "measures": {}, "lines": [], "frames": [],
    "groups": [], "looks": [], "sources": [], "layers": {}, "unseparated": [], "grid": {},
}  # fmt: skip
"""Stands for the pages of an issue that could not be read yet."""


class State:
    """Everything a browser knows, and what has changed since it last asked. One writer, any number of readers."""

    def __init__(self, run: int) -> None:
        """``run`` tells this run of the program from another one, whose versions mean nothing here."""
        self._run = run
        self._told = Condition()
        self._number = 0
        self._whole_since = 0
        self._facts: dict[str, Any] = {"title": "", "paper": "", "date": "", "edition": "", "process": [], "layers": []}
        self._pages: list[tuple[int, dict[str, Any]]] = [(0, NO_PAGE)]
        self._files: dict[str, tuple[int, str]] = {}
        self._findings: list[dict[str, Any]] = []
        self._faults: list[dict[str, Any]] = []
        self._stops: list[dict[str, Any]] = []
        self._glances: dict[int, tuple[int, str]] = {}
        self._openings: list[list[int]] = [[0]]
        self._images: OrderedDict[str, bytes] = OrderedDict()
        self.closed = False

    # -- the writer -----------------------------------------------------------------------------------------------

    def keep(self, picture: bytes) -> str:
        """Keep a picture; returns the name it is asked by."""
        name = hashlib.sha256(picture).hexdigest()[:32]
        with self._told:
            self._images[name] = picture
            self._images.move_to_end(name)
            while len(self._images) > max(KEPT, 12 * len(self._pages)):
                self._images.popitem(last=False)
        return name

    def show(
        self,
        facts: Mapping[str, Any],
        pages: Sequence[dict[str, Any]],
        openings: list[list[int]],
        findings: list[dict[str, Any]],
        files: Mapping[str, str],
    ) -> None:
        """Show an issue. Pages that are the same values as before are not sent again."""
        with self._told:
            number = self._number + 1
            before = (self._pages, self._facts, self._openings, self._findings, self._faults, self._files)
            pages = pages or [NO_PAGE]
            if [page["stem"] for page in pages] != [page["stem"] for _, page in self._pages]:
                self._whole_since = number
                self._pages = [(number, page) for page in pages]
            else:
                self._pages = [
                    known if known[1] is page or known[1] == page else (number, page)
                    for known, page in zip(self._pages, pages, strict=True)
                ]
            self._facts, self._openings = dict(facts), openings
            self._findings, self._faults = findings, self._stops + [one for one in findings if one.get("fault")]
            self._files = {
                name: known if (known := self._files.get(name)) and known[1] == text else (number, text)
                for name, text in files.items()
            }
            if any(known is not page for known, page in zip(self._pages, before[0], strict=False)):
                self._glances = {}
            now = (self._pages, self._facts, self._openings, self._findings, self._faults, self._files)
            if now != before:
                self._next(number)

    def glance(self, stem: str, picture: bytes) -> None:
        """Show how a page looks now, ahead of everything else there is to say of it."""
        name = self.keep(picture)
        with self._told:
            at = next((at for at, (_, page) in enumerate(self._pages) if page["stem"] == stem), -1)
            if at >= 0:
                self._glances[at] = (self._number + 1, name)
                self._next(self._number + 1)

    def stop_at(self, faults: list[dict[str, Any]], files: Mapping[str, str]) -> None:
        """Tell why the issue can't be read; its pages stay as they are."""
        with self._told:
            number = self._number + 1
            for name, text in files.items():
                if self._files.get(name, (0, ""))[1] != text:
                    self._files[name] = number, text
            self._faults = self._stops = faults
            self._next(number)

    def go_on(self) -> None:
        """The issue can be read again: what stood in the way is no longer told, from what is shown next."""
        with self._told:
            self._stops = []

    def close(self) -> None:
        """Let every reader go."""
        with self._told:
            self.closed = True
            self._told.notify_all()

    def _next(self, number: int) -> None:
        self._number = number
        self._told.notify_all()

    # -- readers --------------------------------------------------------------------------------------------------

    def image(self, name: str) -> bytes | None:
        """A picture by its name."""
        with self._told:
            return self._images.get(name)

    def data(self) -> dict[str, Any]:
        """Everything, as the site starts with it."""
        with self._told:
            return {
                **self._facts,
                "version": self._name(),
                "openings": self._openings,
                "pages": [page for _, page in self._pages],
                "findings": self._findings,
                "faults": self._faults,
                "files": {name: text for name, (_, text) in self._files.items()},
            }

    def news(self, since: str, patience: float) -> tuple[str, dict[str, Any]] | None:
        """What there is new since a version, with the name of the version now: waits for it so many seconds; ``None``
        if there is nothing."""
        with self._told:
            known = self._known(since)
            if known is None:
                return self._name(), {"reload": True}
            self._told.wait_for(lambda: self._number > known or self.closed, patience)
            if self._number <= known or self.closed:
                return None
            if known < self._whole_since:
                return self._name(), {"reload": True}
            return self._name(), {
                "version": self._name(),
                "facts": self._facts,
                "openings": self._openings,
                "pages": {at: page for at, (number, page) in enumerate(self._pages) if number > known},
                "glances": {at: name for at, (number, name) in self._glances.items() if number > known},
                "findings": self._findings,
                "faults": self._faults,
                "files": {name: text for name, (number, text) in self._files.items() if number > known},
            }

    def _name(self) -> str:
        return f"{self._run}-{self._number}"

    def _known(self, version: str) -> int | None:
        run, _, number = version.partition("-")
        if run != str(self._run) or not number.isdecimal() or len(number) > 12:
            return None
        return int(number) if int(number) <= self._number else None
