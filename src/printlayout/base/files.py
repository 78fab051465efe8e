"""Writing files so that no reader ever sees half of one."""

from __future__ import annotations

import contextlib
import itertools
import os
from pathlib import Path


class WriteFault(OSError):
    """A file that could not be written: no place, no right, a full disk. ``filename`` is its final name."""


_counter = itertools.count()


def write_file(path: Path, data: bytes) -> None:
    """Write ``data`` beside ``path`` and rename it into place; folders are made as needed.

    The bytes are on the disk before the name changes, so that after a crash the old file or the new one is there,
    never an empty one. If writing fails, the old file stays and nothing is left beside it.

    :raises WriteFault: if the system does not let it be written.
    """
    try:
        _write(path, data)
    except OSError as fault:
        raise WriteFault(fault.errno, fault.strerror or str(fault), str(path)) from fault


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}-{next(_counter)}.part")
    try:
        # Not tempfile: its files are private (0600), and a press file is fetched by other users.
        with beside.open("xb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        beside.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
