"""The cache of converted pictures: it saves work and never changes a result."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image as Pillow

from printlayout.base.diagnostics import Span
from printlayout.base.geometry import Rect
from printlayout.images import Converter, PictureFault, ready
from printlayout.images import cache as pictures
from printlayout.model.display import DisplayList, Group, Image
from printlayout.model.press import NEWSPRINT, PressProfile

from .chart import PRESS, Crop, at, convert, wheel, whole


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    wheel().save(tmp_path / "a.jpg", quality=95)
    return tmp_path / "a.jpg"


def stored() -> list[Path]:
    return sorted(pictures.folder().iterdir()) if pictures.folder().exists() else []


def no_work(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*args: object) -> None:
        raise AssertionError("converted again")

    monkeypatch.setattr(Converter, "_made", stop)


def test_what_was_converted_is_not_converted_again(picture: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = whole(picture)
    assert len(stored()) == 1
    no_work(monkeypatch)
    assert whole(picture) == first


def test_another_name_of_the_same_bytes_is_the_same(picture: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = whole(picture)
    other = picture.with_name("b.jpg")
    other.write_bytes(picture.read_bytes())
    no_work(monkeypatch)
    assert whole(other) == first


def test_an_untouched_jpeg_takes_no_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wheel().convert("L").save(tmp_path / "a.jpg")
    first = whole(tmp_path / "a.jpg")
    assert [path.stat().st_size < 500 for path in stored()] == [True]
    no_work(monkeypatch)
    assert whole(tmp_path / "a.jpg") == first
    assert first.data == (tmp_path / "a.jpg").read_bytes()


@pytest.mark.parametrize(
    "change",
    [
        {"coverage_aim": 2200}, {"black_limit": 700}, {"sharpen": (60, 90, 3)}, {"coverage_limit": 2380},
        {"coverage_area": 1}, {"icc": str(Path(PRESS.icc).with_name("fogra39.icc"))},
    ],
)  # fmt: skip
def test_another_press_is_another_conversion(picture: Path, change: dict[str, object]) -> None:
    whole(picture)
    whole(picture, replace(PRESS, **change))  # type: ignore[arg-type]
    assert len(stored()) == 2


def test_another_cut_or_size_is_another_conversion(picture: Path) -> None:
    uses: list[tuple[Rect, Crop]] = [
        (at(200, 120, 80), (0, 0, 100_000, 100_000)),
        (at(200, 60, 80), (0, 0, 50_000, 100_000)),
        (at(200, 60, 80), (50_000, 0, 100_000, 100_000)),
        (at(600, 120, 80), (0, 0, 100_000, 100_000)),
        (at(900, 120, 80), (0, 0, 100_000, 100_000)),
    ]
    made = [convert(picture, rect, crop=crop)[0] for rect, crop in uses]
    assert len({one.digest for one in made}) == len(stored()) == 5


def test_changed_bytes_are_another_picture(picture: Path) -> None:
    first = whole(picture)
    wheel().rotate(180).save(picture, quality=95)
    assert whole(picture) != first


@pytest.mark.parametrize("harm", ["cut", "flip", "empty", "other", "folder"])
def test_a_damaged_entry_is_made_anew(picture: Path, harm: str) -> None:
    first = whole(picture)
    entry = stored()[0]
    data = entry.read_bytes()
    if harm == "folder":
        entry.unlink()
        entry.mkdir()
    elif harm == "other":  # an entry under a wrong name
        wheel().rotate(180).save(picture.with_name("b.jpg"))
        whole(picture.with_name("b.jpg"))
        entry.write_bytes(next(path for path in stored() if path != entry).read_bytes())
    else:
        entry.write_bytes({"cut": data[:-5], "flip": data[:-1] + bytes([data[-1] ^ 1]), "empty": b""}[harm])
    assert whole(picture) == first
    if harm != "folder":
        assert entry.read_bytes() == data


def test_without_a_cache_the_result_is_the_same(picture: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = whole(picture)
    monkeypatch.setenv("PRINTLAYOUT_PICTURE_CACHE", "0")
    assert whole(picture) == first
    monkeypatch.delenv("PRINTLAYOUT_PICTURE_CACHE")
    (picture.parent / "file").write_bytes(b"")
    monkeypatch.setenv("PRINTLAYOUT_CACHE", str(picture.parent / "file" / "below"))
    assert whole(picture) == first


def test_what_was_used_longest_ago_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "LIMIT", 5000)
    for number, key in enumerate("abc"):
        pictures.store(key, {}, bytes(1500))
        os.utime(pictures.folder() / key, (1000 + number, 1000 + number))
    assert pictures.load("a") is not None  # used just now
    pictures.store("d", {}, bytes(1500))
    assert [path.name for path in stored()] == ["a", "c", "d"]
    assert sum(path.stat().st_size for path in stored()) <= 5000


def test_the_limit_is_said_in_megabytes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert pictures.limit() == 2_000_000_000
    monkeypatch.setenv("PRINTLAYOUT_PICTURE_CACHE", "50")
    assert pictures.limit() == 50_000_000
    monkeypatch.setenv("PRINTLAYOUT_PICTURE_CACHE", "lots")
    assert pictures.limit() == 2_000_000_000


def test_many_at_once(picture: Path) -> None:
    """Processes that convert the same picture at the same time, into one cache."""
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from pathlib import Path\n"
        "from images.chart import whole; print(whole(Path(sys.argv[2])).digest)"
    )
    command = [sys.executable, "-c", code, str(Path(__file__).parents[1]), str(picture)]
    with ThreadPoolExecutor(4) as pool:
        runs = [pool.submit(subprocess.run, command, capture_output=True, check=True) for _ in range(4)]
        digests = {run.result().stdout.strip() for run in runs}
    assert digests == {whole(picture).digest.encode()}
    assert len(stored()) == 1  # nothing half-written is left


def test_a_warm_cache_loads_no_decoder(picture: Path) -> None:
    first = whole(picture)
    code = (
        "import sys; from printlayout.images import Converter; from printlayout.model.press import NEWSPRINT\n"
        "from dataclasses import replace; from printlayout.base.geometry import Rect\n"
        "press = replace(NEWSPRINT, icc=sys.argv[2], sharpen=(60, 0, 3))\n"
        f"made, _ = Converter(press).convert(sys.argv[1], {at(200, 120, 80)!r}, (0, 0, 100000, 100000))\n"
        "print(made.digest, *(m for m in ('PIL.Image', 'PIL.ImageCms', 'PIL._imaging') if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(picture), PRESS.icc], capture_output=True, check=True)
    assert done.stdout.decode().split() == [first.digest]


# -- whole pages ---------------------------------------------------------------------------------------------------


def page(*images: Image) -> DisplayList:
    group = Group("story", "lead", images)
    return DisplayList("a", "a", 1, 400_000, 400_000, 0, (group,), sources=(Span("stories/a.md", 3, 1),))


def image(path: Path, rect: Rect, crop: Crop = (0, 0, 100_000, 100_000)) -> Image:
    return Image(str(path), rect, crop, 0)


def test_each_image_names_its_own_picture(picture: Path) -> None:
    """One file in two frames of unlike shape is two pictures; in two frames of one shape it is one."""
    wide, square = at(200, 120, 80), at(200, 80, 80)
    one, two = (
        page(image(picture, wide), image(picture, square, (20_000, 0, 80_000, 100_000))),
        page(image(picture, wide)),
    )
    (first, second), given = ready([one, two], PRESS)
    items = [item for made in (first, second) for item in made.groups[0].items]
    names = [item.path for item in items if isinstance(item, Image)]
    assert names[0] == names[2] != names[1]
    assert set(given) == set(names)
    assert [given[name].width for name in names] == [120, 72, 120]
    assert [item.rect for item in items if isinstance(item, Image)] == [wide, square, wide]
    assert first.sources == one.sources


@pytest.mark.parametrize("press", [NEWSPRINT, PRESS])
def test_nothing_to_do(tmp_path: Path, press: PressProfile) -> None:
    """Without pictures, or without an output profile."""
    plain = page() if press is PRESS else page(image(tmp_path / "no.jpg", at(200, 10, 10)))
    assert ready([plain], press) == ((plain,), {})


def test_a_fault_names_the_place(tmp_path: Path) -> None:
    with pytest.raises(PictureFault) as told:
        ready([page(image(tmp_path / "no.jpg", at(200, 10, 10)))], PRESS)
    assert told.value.finding.span == Span("stories/a.md", 3, 1)


# -- room ----------------------------------------------------------------------------------------------------------

PEAK = """
import resource, sys
from pathlib import Path
from dataclasses import replace
from printlayout.base.geometry import Rect
from printlayout.images import Converter
from printlayout.model.press import NEWSPRINT
converter = Converter(replace(NEWSPRINT, icc=sys.argv[1]))
for path in sys.argv[3:]:
    made, _ = converter.convert(path, Rect(0, 0, int(sys.argv[2]), int(sys.argv[2]) * 2 // 3), (0, 0, 100000, 100000))
    print(made.width, made.height)
status = Path("/proc/self/status")
if status.exists():
    print(int(status.read_text().partition("VmHWM:")[2].split()[0]) // 1024)
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""
"""Linux's ``ru_maxrss`` survives ``exec``: a process begun by one that is larger reports the larger one's size. The
high-water mark in ``/proc`` is that of the program itself."""


def peak(width: int, *paths: Path) -> tuple[str, int]:
    """The size of the last picture, and the megabytes the process needed at most."""
    command = [sys.executable, "-c", PEAK, PRESS.icc, str(width), *map(str, paths)]
    lines = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout.split("\n")
    return lines[-3], int(lines[-2])


def large(path: Path, mode: str = "RGB") -> Path:
    picture = wheel(6000, 4000)
    if mode == "RGBA":
        picture.putalpha(Pillow.linear_gradient("L").resize((6000, 4000)))
    picture.save(path, **({"quality": 92} if path.suffix == ".jpg" else {"compress_level": 1}))
    return path


@pytest.mark.slow
@pytest.mark.parametrize(("name", "mode"), [("a.jpg", "RGB"), ("a.png", "RGB"), ("a.png", "RGBA"), ("a.tif", "RGB")])
def test_24_megapixels_need_little_room(tmp_path: Path, name: str, mode: str) -> None:
    """300 mm wide, as a page's lead picture is: 2362 pixels at 200 ppi."""
    size, room = peak(850_394, large(tmp_path / name, mode))
    assert size == "2362 1575"
    assert room < 240


@pytest.mark.slow
def test_24_megapixels_that_all_are_printed(tmp_path: Path) -> None:
    """A whole page wide, where nothing is scaled: the picture and its inks, four bytes a pixel each."""
    size, room = peak(1_100_000, large(tmp_path / "a.jpg"))
    assert size == "6000 4000"
    assert room < 300


@pytest.mark.slow
def test_24_pictures_of_24_megapixels(tmp_path: Path) -> None:
    source = large(tmp_path / "a.jpg").read_bytes()
    paths = []
    for number in range(24):
        paths.append(tmp_path / f"{number}.jpg")
        paths[-1].write_bytes(source + bytes([number]))  # each another picture to the cache
    _, room = peak(850_394, *paths)
    assert room < 300
    assert len(stored()) == 24
