"""The cache of converted pictures: one file each, named by the hash of everything that went into it.

It can be emptied at any time and shared by any number of processes: files are written beside their name and renamed
into place, what is read is checked against its own hash, and what cannot be read or written is made again.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from pathlib import Path

from printlayout.base.cache import cache_root
from printlayout.base.files import write_file

LIMIT = 2_000_000_000
"""Bytes the cache may hold; what was used longest ago goes first. ``PRINTLAYOUT_PICTURE_CACHE`` sets it in megabytes,
0 for no cache."""
_FOLDER = "pictures"
_HASH = 64


def folder() -> Path:
    """Where the converted pictures lie."""
    return cache_root() / _FOLDER


def limit() -> int:
    """Bytes the cache may hold."""
    written = os.environ.get("PRINTLAYOUT_PICTURE_CACHE", "")
    return int(written) * 1_000_000 if written.isdecimal() else LIMIT


def load(key: str) -> tuple[dict[str, object], bytes] | None:
    """Facts and data stored under a key; nothing if there are none, or if they are not what was stored."""
    if not limit():
        return None
    path = folder() / key
    try:
        stored = path.read_bytes()
    except OSError:
        return None
    seal, rest = stored[:_HASH], stored[_HASH:]
    if hashlib.sha256(key.encode() + rest).hexdigest().encode() != seal:
        return None
    line, _, data = rest.partition(b"\n")
    with contextlib.suppress(OSError):
        os.utime(path)  # used just now
    facts: dict[str, object] = json.loads(line)
    return facts, data


def store(key: str, facts: dict[str, object], data: bytes) -> None:
    """Keep facts and data. A cache that cannot be written is no mistake: the picture is then made again each time."""
    if not limit():
        return
    rest = json.dumps(facts, sort_keys=True).encode() + b"\n" + data
    seal = hashlib.sha256(key.encode() + rest).hexdigest().encode()
    with contextlib.suppress(OSError):
        write_file(folder() / key, seal + rest)
        _trim(limit())


def _trim(most: int) -> None:
    """Delete what was used longest ago until the rest fits."""
    found: list[tuple[int, int, str]] = []
    with os.scandir(folder()) as entries:
        for entry in entries:
            with contextlib.suppress(OSError):  # another process was faster
                stat = entry.stat()
                found.append((stat.st_mtime_ns, stat.st_size, entry.path))
    total = sum(size for _, size, _ in found)
    for _, size, path in sorted(found):
        if total <= most:
            return
        with contextlib.suppress(OSError):
            Path(path).unlink()
        total -= size
