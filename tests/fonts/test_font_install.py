"""Installation without a network: an ``npm`` of the test's own packs a tiny package."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from fonts import tiny
from printlayout.base.diagnostics import Collector
from printlayout.fonts.cache import cache_root, font_path
from printlayout.fonts.catalogue import FontFile, Package
from printlayout.fonts.face import open_face
from printlayout.fonts.install import install, installed

PACKAGE = Package("@tiny/font", "1.2.3")
ARCHIVE = "tiny-font-1.2.3.tgz"

NPM = """#!{python}
import os, pathlib, shutil, sys, time
here = pathlib.Path(__file__).parent
with open(here / "calls", "a") as log:
    log.write(" ".join(sys.argv[1:3]) + "\\n")
into = next(a.partition("=")[2] for a in sys.argv if a.startswith("--pack-destination="))
time.sleep(float(os.environ.get("NPM_SLEEP", "0")))
if os.environ.get("NPM_ERROR"):
    pathlib.Path(into, "half.part").write_bytes(b"half")
    print("npm error code " + os.environ["NPM_ERROR"], file=sys.stderr)
    print("npm error the reason why", file=sys.stderr)
    sys.exit(1)
shutil.copy(here / "package.tgz", pathlib.Path(into, "tiny-font.tgz"))
"""


class Npm:
    """The fake client and the package it packs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        script = folder / "npm"
        script.write_text(NPM.format(python=sys.executable))
        script.chmod(0o755)

    def pack(self, **members: bytes) -> None:
        """Files of the package, ``a_ttf`` for ``a.ttf``, among others nobody wants."""
        with tarfile.open(self.folder / "package.tgz", "w:gz") as tar:
            for name, content in {"preview.png": b"png", **members}.items():
                entry = tarfile.TarInfo("package/files/" + name.replace("_", "."))
                entry.size = len(content)
                tar.addfile(entry, io.BytesIO(content))

    @property
    def calls(self) -> list[str]:
        log = self.folder / "calls"
        return log.read_text().splitlines() if log.exists() else []


@pytest.fixture
def npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Npm:
    made = Npm(tmp_path / "bin")
    monkeypatch.setenv("PATH", f"{made.folder}{os.pathsep}{os.environ['PATH']}")
    return made


pytestmark = pytest.mark.usefixtures("cache")


def wanted(content: bytes, name: str = "a.ttf", weight: int = 400, sha256: str = "") -> FontFile:
    sha256 = sha256 or tiny.sha(content)
    return FontFile("小", weight, font_path(sha256), sha256, PACKAGE, f"files/{name}")


def codes(collector: Collector) -> list[str]:
    return [finding.code for finding in collector.findings]


def left() -> list[str]:
    """Files beneath the cache that a finished installation must not leave."""
    return sorted(p.name for p in cache_root().rglob("*") if "part" in p.name or p.suffix in (".tgz", ".png"))


def test_installs_what_is_wanted_and_no_more(npm: Npm, collector: Collector) -> None:
    one, two = tiny.data(tiny.font()), tiny.data(tiny.font(name="Two"))
    npm.pack(a_ttf=one, b_ttf=two)
    steps: list[tuple[int, int, str]] = []
    files = [wanted(one), wanted(two, "b.ttf", 700)]
    assert install(files, collector, lambda *step: steps.append(step))
    assert codes(collector) == []
    assert [file.path.read_bytes() for file in files] == [one, two]
    assert npm.calls == ["pack @tiny/font@1.2.3"]
    assert steps == [
        (0, 2, "@tiny/font@1.2.3"),
        (0, 2, "小-400"),
        (1, 2, "小-700"),
        (2, 2, "@tiny/font@1.2.3"),
    ]
    assert left() == []


def test_a_second_installation_fetches_nothing(npm: Npm, collector: Collector) -> None:
    content = tiny.data(tiny.font())
    npm.pack(a_ttf=content)
    assert install([wanted(content)], collector)
    before = wanted(content).path.stat().st_mtime_ns
    assert install([wanted(content)], collector, lambda *step: pytest.fail("nothing to do"))
    assert len(npm.calls) == 1
    assert wanted(content).path.stat().st_mtime_ns == before


@pytest.mark.parametrize("flavor", ["woff", "woff2"])
def test_woff_becomes_a_plain_font(flavor: str, npm: Npm, collector: Collector) -> None:
    font = TTFont(BytesIO(tiny.data(tiny.font())), recalcTimestamp=False)
    font.flavor = flavor
    out = BytesIO()
    font.save(out)
    npm.pack(a_woff=out.getvalue())
    file = wanted(out.getvalue(), "a.woff")
    assert install([file], collector)
    assert codes(collector) == []
    assert file.path.read_bytes()[:4] == b"\0\1\0\0"
    opened = open_face(file, collector)
    assert opened is not None
    assert opened.gid("中") == tiny.GIDS["zhong"]
    # Its own bytes are watched, although the catalogue names the hash of the woff.
    file.path.write_bytes(file.path.read_bytes() + b"x")
    assert not installed(file)


@pytest.mark.parametrize("content", [b"wOFF", b"wOFF" + bytes(100), b"wOF2" + bytes(100)])
def test_a_broken_woff(content: bytes, npm: Npm, collector: Collector) -> None:
    npm.pack(a_woff=content)
    assert not install([wanted(content, "a.woff")], collector)
    assert codes(collector) == ["font.unreadable"]
    assert left() == []


def test_wrong_bytes_are_not_kept(npm: Npm, collector: Collector) -> None:
    good, bad = tiny.data(tiny.font()), tiny.data(tiny.font(name="Bad"))
    npm.pack(a_ttf=bad, b_ttf=good)
    files = [wanted(good), wanted(good, "b.ttf", 700)]
    files[0] = wanted(bad, sha256="1" * 64)
    assert not install(files, collector)
    assert codes(collector) == ["font.hash"]
    assert collector.findings[0].args["sha256"] == tiny.sha(bad)
    assert [installed(file) for file in files] == [False, True]
    assert left() == []


def test_a_damaged_font_in_the_cache_is_put_right(npm: Npm, collector: Collector) -> None:
    content = tiny.data(tiny.font())
    npm.pack(a_ttf=content)
    install([wanted(content)], collector)
    wanted(content).path.write_bytes(content[:-4])
    assert install([wanted(content)], collector)
    assert wanted(content).path.read_bytes() == content


def test_a_package_fetched_before_is_not_fetched_again(npm: Npm, collector: Collector) -> None:
    content = tiny.data(tiny.font())
    npm.pack(a_ttf=content)
    downloads = cache_root() / "downloads"
    downloads.mkdir(parents=True)
    (npm.folder / "package.tgz").rename(downloads / ARCHIVE)
    assert install([wanted(content)], collector)
    assert npm.calls == []


def test_what_was_cut_off_is_not_taken_for_whole(npm: Npm, collector: Collector) -> None:
    content = tiny.data(tiny.font())
    npm.pack(a_ttf=content)
    downloads = cache_root() / "downloads"
    parts = downloads / f"{ARCHIVE.removesuffix('.tgz')}.part-killed"
    parts.mkdir(parents=True)
    (parts / ARCHIVE).write_bytes(b"half")
    font_path(tiny.sha(content)).parent.mkdir()
    font_path(tiny.sha(content)).write_bytes(content[:100])
    assert install([wanted(content)], collector)
    assert len(npm.calls) == 1
    assert wanted(content).path.read_bytes() == content
    assert left() == []


@pytest.mark.parametrize("keep", [0, 40, -20])
def test_a_broken_archive_is_thrown_away(keep: int, npm: Npm, collector: Collector) -> None:
    content = tiny.data(tiny.font()) + os.urandom(20_000)
    npm.pack(a_ttf=content)
    downloads = cache_root() / "downloads"
    downloads.mkdir(parents=True)
    (downloads / ARCHIVE).write_bytes((npm.folder / "package.tgz").read_bytes()[:keep])
    first = install([wanted(content)], collector)
    # Cut off within the padding at its end, an archive still gives its files.
    assert first or codes(collector) == ["font.download"]
    assert install([wanted(content)], Collector())
    assert wanted(content).path.read_bytes() == content


@pytest.mark.parametrize(("error", "code"), [("ENOTFOUND", "font.network"), ("E404", "font.download")])
def test_npm_fails(error: str, code: str, npm: Npm, collector: Collector, monkeypatch: pytest.MonkeyPatch) -> None:
    content = tiny.data(tiny.font())
    npm.pack(a_ttf=content)
    monkeypatch.setenv("NPM_ERROR", error)
    assert not install([wanted(content)], collector)
    assert codes(collector) == [code]
    assert collector.findings[0].args == {"package": "@tiny/font@1.2.3", "reason": "the reason why"}
    assert left() == []
    monkeypatch.delenv("NPM_ERROR")
    assert install([wanted(content)], Collector())


def test_no_npm(tmp_path: Path, collector: Collector, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not install([wanted(b"")], collector)
    assert codes(collector) == ["font.npm-missing"]


def test_a_file_the_package_has_not(npm: Npm, collector: Collector) -> None:
    npm.pack()
    assert not install([wanted(b"", "none.ttf")], collector)
    assert codes(collector) == ["font.package-file"]
    assert left() == []


def test_a_cache_that_cannot_be_written(tmp_path: Path, collector: Collector, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("PRINTLAYOUT_CACHE", str(tmp_path / "file"))
    assert not install([wanted(b"")], collector)
    assert codes(collector) == ["font.cache"]


def test_two_at_once(npm: Npm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = tiny.data(tiny.font())
    npm.pack(a_ttf=content)
    monkeypatch.setenv("NPM_SLEEP", "0.3")
    program = f"""
from printlayout.base.diagnostics import Collector
from printlayout.fonts.cache import font_path
from printlayout.fonts.catalogue import FontFile, Package
from printlayout.fonts.install import install
sha = "{tiny.sha(content)}"
file = FontFile("小", 400, font_path(sha), sha, Package("@tiny/font", "1.2.3"), "files/a.ttf")
raise SystemExit(0 if install([file], Collector()) else 1)
"""
    both = [subprocess.Popen([sys.executable, "-c", program]) for _ in range(2)]
    assert [one.wait(timeout=60) for one in both] == [0, 0]
    # The second waited and found the work done.
    assert len(npm.calls) == 1
    assert wanted(content).path.read_bytes() == content


def test_where_the_cache_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert cache_root() == tmp_path / "cache"
    monkeypatch.delenv("PRINTLAYOUT_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache_root() == tmp_path / "xdg" / "printlayout"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache_root() == tmp_path / ".cache" / "printlayout"
