"""Same bytes of everything a build and a proof write, whatever is round them: workers, hash seeds, locales, time zones,
umasks, working folders, caches cold and warm."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import printlayout
from printlayout.base.cache import cache_root

from . import small

PLACES = (
    # jobs, hash seed, locale, time zone, umask, picture cache
    ("1", "0", "C", "UTC", 0o022, "cold"),
    ("2", "12345", "zh_CN.UTF-8", "Asia/Shanghai", 0o077, "cold"),
    ("2", "0", "C.UTF-8", "America/St_Johns", 0o002, "warm"),
    ("1", "999", "tr_TR.UTF-8", "Pacific/Kiritimati", 0o022, "warm"),
)


@pytest.fixture(scope="module")
def issue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two pages, one of them with a picture."""
    from PIL import Image

    layout = small.LAYOUT.replace("headline: head}}", "headline: head}, pictures: [{columns: 1, lines: 3}]}")
    root = small.write(tmp_path_factory.mktemp("matrix") / "issue", small.story(small.han(98)), small.LAYOUT)
    (root / "layouts" / "pictured.yaml").write_text(layout, encoding="utf-8")
    (root / "stories" / "two.md").write_text(
        small.story(small.han(98), front="pictures: [{file: a.png, caption: 图}]\n"), encoding="utf-8"
    )
    (root / "pictures").mkdir()
    Image.effect_noise((600, 400), 60).convert("RGB").save(root / "pictures" / "a.png")
    spec = small.ISSUE + "  - page: 2\n    layout: pictured\n    stories:\n      lead: two\n"
    (root / "issue.yaml").write_text(spec, encoding="utf-8")
    return root


def made(issue: Path, folder: Path, place: tuple[str, str, str, str, int, str], warm: Path) -> dict[str, bytes]:
    jobs, seed, locale, zone, mask, cache = place
    folder.mkdir()
    caches = warm if cache == "warm" else folder / "cache"
    caches.mkdir(exist_ok=True)
    if not (caches / "fonts").exists():
        (caches / "fonts").symlink_to(cache_root() / "fonts")  # what is installed is no cache of results
    home = {name: os.environ[name] for name in ("HOME", "PATH") if name in os.environ}
    about = {"LANG": locale, "LC_ALL": locale, "TZ": zone, "PYTHONHASHSEED": seed, "PRINTLAYOUT_CACHE": str(caches)}
    about["PYTHONPATH"] = str(Path(printlayout.__file__).parents[1])
    out = folder / "out"
    for command in ("build", "preview"):
        subprocess.run(
            [sys.executable, "-m", "printlayout", "--lang", "zh", command, str(issue), "--out", str(out / command)]
            + (["--jobs", jobs] if command == "build" else []),
            cwd=folder, env=home | about, umask=mask, check=False, capture_output=True,
        )  # fmt: skip
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def test_nothing_around_a_build_shows_in_it(issue: Path, tmp_path: Path) -> None:
    warm = tmp_path / "warm"
    first = made(issue, tmp_path / "0", PLACES[0], warm)
    assert {"build/report.json", "preview/index.html"} <= first.keys()
    assert sum(name.endswith(".pdf") for name in first) >= 1
    for number, place in enumerate(PLACES[1:], 1):
        other = made(issue, tmp_path / str(number), place, warm)
        assert other.keys() == first.keys()
        assert [name for name in first if other[name] != first[name]] == [], place
