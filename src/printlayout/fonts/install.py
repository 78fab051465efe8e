"""Fetches the catalogue's packages with the npm client into the user's cache, checks and unpacks the faces.

Every step ends in a rename, so whatever is found in the cache under its final name is whole: a package that was
fetched before an interruption is not fetched again, and a face already there is left alone unless its bytes are wrong.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO

from printlayout.base.diagnostics import Collector
from printlayout.fonts.cache import cache_root, font_path, hash_file, write_origin, write_stamp
from printlayout.fonts.catalogue import FontFile, Package
from printlayout.fonts.verify import verify

Report = Callable[[int, int, str], None]
"""Called with faces done, faces to do, and what is being worked on: a package while it is fetched, then a face."""

_NETWORK = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH", "EHOSTUNREACH",
            "ERR_SOCKET_TIMEOUT", "FETCH_ERROR", "ENOTCACHED")  # fmt: skip
"""Error codes of npm that mean: no connection."""

_TERSE = ("code ", "syscall ", "errno ")
"""Lines of npm that explain nothing to a reader."""


def installed(file: FontFile) -> bool:
    """Whether a face of a package lies in the cache, whole and with the right bytes."""
    return verify(file, Collector())


def install(files: Sequence[FontFile], collector: Collector, report: Report = lambda done, total, name: None) -> bool:
    """Bring every face of ``files`` that comes from a package into the cache; ``True`` if all are there in the end.

    Findings: ``font.npm-missing``, ``font.network``, ``font.download``, ``font.package-file``, ``font.hash``,
    ``font.cache``. Two processes may install at once: the second waits and finds the work done.
    """
    packages: dict[Package, list[FontFile]] = {}
    for file in files:
        if file.package is not None and not installed(file):
            packages.setdefault(file.package, []).append(file)
    total = sum(len(wanted) for wanted in packages.values())
    done = 0
    whole = True
    for package, wanted in packages.items():
        report(done, total, str(package))
        try:
            with _alone(package):
                still = [file for file in wanted if not installed(file)]
                found = _fetch(package, collector) if still else None
                if found is not None:
                    _unpack(found, package, still, collector, partial(_within, report, done, total))
        except OSError as error:
            reason = error.strerror or str(error)
            collector.error("font.cache", folder=cache_root(), reason=reason)
        whole = whole and all(installed(file) for file in wanted)
        done += len(wanted)
        report(done, total, str(package))
    return whole


def _within(report: Report, before: int, total: int, taken: int, name: str) -> None:
    """Report a face of a package in the count of all faces."""
    report(before + taken, total, name)


def _slug(package: Package) -> str:
    return str(package).removeprefix("@").replace("/", "-").replace("@", "-")


@contextlib.contextmanager
def _alone(package: Package) -> Iterator[None]:
    """Hold the package's lock. Where the system has no flock, renames alone keep two processes from harm; they then
    merely do the work twice.
    """
    downloads = cache_root() / "downloads"
    downloads.mkdir(parents=True, exist_ok=True)
    with (downloads / f".{_slug(package)}.lock").open("w") as lock:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
            for left in downloads.glob(f"{_slug(package)}.part-*"):
                shutil.rmtree(left, ignore_errors=True)
        yield


def _fetch(package: Package, collector: Collector) -> Path | None:
    """The package's archive, fetched unless it lies there already."""
    archive = cache_root() / "downloads" / f"{_slug(package)}.tgz"
    if archive.is_file():
        return archive
    npm = shutil.which("npm")
    if npm is None:
        collector.error("font.npm-missing", package=package)
        return None
    with tempfile.TemporaryDirectory(prefix=f"{_slug(package)}.part-", dir=archive.parent) as part:
        # Working folder and npm's own cache lie in the temporary folder: no project's .npmrc takes part, and the
        # archive is not kept twice.
        command = [npm, "pack", str(package), "--ignore-scripts", "--loglevel=error", "--no-update-notifier",
                   f"--pack-destination={part}", f"--cache={part}/npm"]  # fmt: skip
        ran = subprocess.run(command, cwd=part, capture_output=True, text=True, errors="replace", check=False)
        packed = sorted(Path(part).glob("*.tgz"))
        if ran.returncode or not packed:
            lines = [line.removeprefix("npm error ").strip() for line in ran.stderr.splitlines() if line.strip()]
            code = "font.network" if any(c in ran.stderr for c in _NETWORK) else "font.download"
            reason = next((line for line in lines if not line.startswith(_TERSE)), f"exit {ran.returncode}")
            collector.error(code, package=package, reason=reason)
            return None
        packed[0].replace(archive)
    return archive


def _unpack(
    archive: Path,
    package: Package,
    wanted: Sequence[FontFile],
    collector: Collector,
    report: Callable[[int, str], None],
) -> None:
    """Take the wanted faces out of an archive; remove it when nothing is left to take out."""
    by_member: dict[str, list[FontFile]] = {}
    for file in wanted:
        by_member.setdefault(file.member, []).append(file)
    taken = 0
    try:
        with (
            tempfile.TemporaryDirectory(prefix=f"{_slug(package)}.part-", dir=archive.parent) as parts,
            tarfile.open(archive, "r|gz") as tar,
        ):
            for entry in tar:
                # The first folder is npm's own ("package"), whatever its name.
                files = by_member.pop("/".join(PurePosixPath(entry.name).parts[1:]), None)
                source = tar.extractfile(entry) if files else None
                if files and source:
                    report(taken, files[0].key)
                    _take(source, files, Path(parts), collector)
                    taken += len(files)
                if not by_member:
                    break
    except (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile) as error:
        # Not what npm packed: remove it, so that the next attempt fetches anew.
        archive.unlink(missing_ok=True)
        collector.error("font.download", package=package, reason=str(error))
        return
    for member in by_member:
        collector.error("font.package-file", package=package, file=member)
    archive.unlink(missing_ok=True)


def _take(source: IO[bytes], files: list[FontFile], parts: Path, collector: Collector) -> None:
    """Write one file of a package to ``parts`` and, if its hash is right, move it into the cache. Several faces may
    share a file (a collection, a variable font).
    """
    part = parts / "face"
    digest = hashlib.sha256()
    with part.open("wb") as out:
        while block := source.read(1 << 20):
            digest.update(block)
            out.write(block)
    sha256 = digest.hexdigest()
    for file in files:
        if file.sha256 != sha256:
            collector.error("font.hash", file.span, face=file.key, file=file.member, sha256=sha256)
    if all(file.sha256 != sha256 for file in files):
        return
    try:
        own = hash_file(part) if _unwrap(part) else sha256
    except ValueError:
        for file in files:
            collector.error("font.unreadable", file.span, face=file.key, file=file.member)
        return
    target = font_path(sha256)
    target.parent.mkdir(parents=True, exist_ok=True)
    # The record first: a face without it is not taken for installed, nor a record without its face.
    write_origin(target, own)
    part.replace(target)
    write_stamp(target, own)


def _unwrap(path: Path) -> bool:
    """Turn a woff or woff2 in place into the TrueType or OpenType file it wraps; ``False`` if it is none.

    A woff2 of a Chinese font takes about a minute (its outlines are rebuilt in Python), a woff half a second.
    :raises ValueError: if it is broken.
    """
    with path.open("rb") as source:
        if source.read(4) not in (b"wOFF", b"wOF2"):
            return False
    from fontTools.ttLib import TTFont

    plain = path.with_suffix(".plain")
    try:
        # Without recalculation the tables pass through as they are: the same woff gives the same bytes everywhere.
        with TTFont(path, lazy=True, recalcBBoxes=False, recalcTimestamp=False) as font:
            font.flavor = None
            font.save(plain, reorderTables=False)
    except Exception as error:  # a broken font raises whatever the code it trips over happens to raise
        raise ValueError(str(path)) from error
    plain.replace(path)
    return True
