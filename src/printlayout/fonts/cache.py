"""The user's font cache: where files lie, and the record of which ones have been verified.

Hashing every font at every build would take longer than the build (a page uses some 60 MB of fonts), so a verified
file leaves a stamp with its size, time and hash; it is hashed again only when size or time differ. One small file a
stamp and no common index: two processes then never have to agree about writing.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

from printlayout.base.cache import cache_root as cache_root
from printlayout.base.files import write_file


def font_path(sha256: str) -> Path:
    """Where the face whose shipped file has this hash lies once installed."""
    return cache_root() / "fonts" / f"{sha256}.ttf"


def hash_file(path: Path) -> str:
    """SHA-256 of a file's bytes. :raises OSError: if it cannot be read."""
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def _stamp_path(path: Path) -> Path:
    # abspath, not resolve: following links costs a system call for each folder, and a link that is turned elsewhere
    # changes size or time of what is found behind it.
    name = hashlib.sha256(os.path.abspath(path).encode("utf-8", "surrogateescape")).hexdigest()  # noqa: PTH100
    return cache_root() / "verified" / f"{name[:40]}"


def write_stamp(path: Path, sha256: str) -> None:
    """Record that ``path``, as it lies there now, has this hash. A cache that cannot be written is no mistake: the
    file is then hashed at each build.
    """
    with contextlib.suppress(OSError):
        stat = path.stat()
        write_file(_stamp_path(path), f"{stat.st_size} {stat.st_mtime_ns} {sha256}".encode())


def forget(path: Path) -> None:
    """Drop a file's stamp, so that it is hashed anew."""
    _stamp_path(path).unlink(missing_ok=True)


def known_hash(path: Path) -> str:
    """SHA-256 of a file, from its stamp if the file has not changed since. :raises OSError: if it cannot be read."""
    stat = path.stat()
    try:
        size, time, sha256 = _stamp_path(path).read_text("ascii").split(" ")
        if (int(size), int(time)) == (stat.st_size, stat.st_mtime_ns) and len(sha256) == 64:
            return sha256
    except (OSError, ValueError):
        pass
    found = hash_file(path)
    write_stamp(path, found)
    return found


def write_origin(path: Path, sha256: str) -> None:
    """Record which hash an installed face must have: for one unpacked from a woff, that of the file made from it.
    :raises OSError: if the cache cannot be written.
    """
    write_file(path.with_suffix(".sha256"), sha256.encode())


def origin(path: Path) -> str:
    """The hash an installed face must have; empty if it was not installed completely."""
    try:
        return path.with_suffix(".sha256").read_text("ascii").strip()
    except (OSError, ValueError):
        return ""
