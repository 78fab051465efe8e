"""axe-core, which judges accessibility: one version, one hash, fetched with npm into the user's cache."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from printlayout.base.cache import cache_root
from printlayout.base.files import write_file

VERSION = "4.14.1"
FILE = "package/axe.min.js"
SHA256 = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"


def path() -> Path:
    """Where it lies once it is fetched."""
    return cache_root() / "tests" / f"axe-core-{VERSION}.js"


def sound(data: bytes) -> bool:
    return hashlib.sha256(data).hexdigest() == SHA256


def fetch() -> None:
    """Fetch it, unless it lies there, whole. :raises SystemExit: if npm can't, or gives something else."""
    if path().is_file() and sound(path().read_bytes()):
        return
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is missing: it fetches axe-core for the tests in a browser (apt-get install npm)")
    with tempfile.TemporaryDirectory() as folder:
        command = [npm, "pack", f"axe-core@{VERSION}", "--ignore-scripts", "--loglevel=error", f"--cache={folder}/npm"]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as tar:
            held = tar.extractfile(FILE)
            data = held.read() if held else b""
    if not sound(data):
        sys.exit(f"axe-core {VERSION}: {FILE} has not the hash that tests/browser/axe.py expects")
    write_file(path(), data)


if __name__ == "__main__":
    fetch()
