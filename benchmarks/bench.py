"""How long the special report takes: cold, warm, 32 pages, composition alone (``make bench``).

Wall time says what a person waits, CPU seconds what the machine works (a busy machine stretches the first, hardly the
second), peak memory the largest process. Every number is a median over runs with the least and the most beside it.
A cold process is measured by what the system counted for it and its children (``wait4``); byte code is compiled before.

Measurements take turns, so that a slow moment of the machine falls on all of them. The first row is a yardstick: a loop
that is always the same. Where it takes half as long again as elsewhere, so does everything.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from modules import composed_of, make_up_of, twelve_modules

EXAMPLE = Path(__file__).parents[1] / "examples" / "shiyan-tongzhan"
PAGES = 32
YARDSTICK = "total = 0\nfor number in range(1_000_000): total += number * number % 7"
LIMITS = {
    "page with six pictures": 0.6,
    "the page without pictures": 0.4,
    "composition": 0.06,
    "make-up of twelve modules": 0.5,
}
"""CPU seconds that issues 2, 3 and 5 allow."""


@dataclass(frozen=True)
class Sample:
    """One run: seconds on the clock, CPU seconds, peak memory in KB (0 if not its own)."""

    wall: float
    cpu: float
    peak: int = 0


# -- what is built --------------------------------------------------------------------------------------------


def without_pictures(folder: Path) -> Path:
    """The special report with its pictures taken out."""
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("pictures*"))
    for story in (folder / "stories").iterdir():
        text = re.sub(r"^pictures:\n(?:  .*\n)+", "", story.read_text(encoding="utf-8"), flags=re.MULTILINE)
        story.write_text(text, encoding="utf-8")
    return folder


def many_pages(folder: Path, count: int) -> Path:
    """An issue of the special report ``count`` times, each page with copies of the stories under names of its own."""
    shutil.copytree(EXAMPLE, folder)
    head, page = (folder / "issue.yaml").read_text(encoding="utf-8").split("pages:\n")
    stories = {path.stem: path.read_text(encoding="utf-8") for path in (folder / "stories").iterdir()}
    pages = []
    for number in range(1, count + 1):
        text = re.sub(r"page: \d+", f"page: {number}", page)
        for name, story in stories.items():
            text = text.replace(f": {name}\n", f": {name}-{number}\n")
            (folder / "stories" / f"{name}-{number}.md").write_text(story, encoding="utf-8")
        pages.append(text)
    press = folder / "layouts" / "press" / "bench.yaml"
    press.parent.mkdir(parents=True)
    # the same text 32 times is meant here
    press.write_text("extends: newsprint\nseverities: {preflight.story-twice: off}\n", encoding="utf-8")
    (folder / "issue.yaml").write_text(f"{head}press: bench\npages:\n{''.join(pages)}", encoding="utf-8")
    return folder


# -- measuring ------------------------------------------------------------------------------------------------


def process(command: Sequence[str]) -> Sample:
    """Run a process of its own; its CPU time includes that of its children."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(command)} exits with {child.returncode}")
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)


def inside(job: str, runs: int, folder: Path) -> list[Sample]:
    """Run a job many times in one warm process; the peak is the whole process's."""
    command = [sys.executable, __file__, "--inside", job, "--runs", str(runs), "--folder", str(folder)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return [Sample(*values) for values in json.loads(done.stdout)]


def repeat(job: Callable[[], object], runs: int) -> list[tuple[float, float, int]]:
    """Time a job in this process, two unmeasured runs first."""
    import resource

    job()
    job()
    found = []
    for _ in range(runs):
        wall, cpu = time.perf_counter(), time.process_time()
        job()
        found.append((time.perf_counter() - wall, time.process_time() - cpu))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return [(wall, cpu, peak) for wall, cpu in found]


def warm_page(issue: Path, folder: Path) -> Callable[[], object]:
    """The whole build, again and again in one process: fonts are opened anew each time, as for a new issue."""
    from printlayout.build import build

    return lambda: build(issue, folder)


def composition() -> Callable[[], object]:
    """Itemise, shape, break and justify the two bodies: no page, no PDF. The faces are warm; where each character's
    glyph stands in its box is found anew each time, as on a new page."""
    from printlayout.base.diagnostics import Collector
    from printlayout.job import open_fonts
    from printlayout.layout.page import PageSetter
    from printlayout.layout.parts import Rooms, parts_of
    from printlayout.spec.issues import load_issue

    collector = Collector()
    issue = load_issue(EXAMPLE, collector)
    assert issue is not None
    page = issue.pages[0]
    fonts = open_fonts(None, collector)
    work = []
    for placement in page.placements:
        slot = page.layout.slot(placement.slot)
        assert slot is not None
        work.append((placement.story, slot))

    def compose() -> None:
        setter = PageSetter(fonts, {}, {}, Collector()).setter
        for story, slot in work:
            for part in parts_of(story, slot, page.layout.grid, setter, Collector()):
                part.rows(Rooms(page.layout.grid.column))

    return compose


# -- the table ------------------------------------------------------------------------------------------------


def row(name: str, samples: Sequence[Sample], limit: float | None = None) -> str:
    """One line of the table."""

    def spread(values: Sequence[float]) -> str:
        return f"{median(values):7.3f} ({min(values):.3f}-{max(values):.3f})"

    peak = max(sample.peak for sample in samples)
    held = f"{limit:.2f}" if limit else ""
    walls, cpus = [sample.wall for sample in samples], [sample.cpu for sample in samples]
    return f"{name:<34} {spread(walls):<23} {spread(cpus):<23} {held:>5} {peak / 1024:8.0f}  {len(samples):>4}"


def measure(runs: int, folder: Path) -> None:
    """Measure everything and print the table as it grows."""
    plain, many = without_pictures(folder / "plain"), many_pages(folder / "many", PAGES)

    def build(issue: Path, *more: str) -> list[str]:
        return [sys.executable, "-m", "printlayout", "build", str(issue), "--out", str(folder / "out"), *more]

    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; seconds\n")
    print(f"{'':<34} {'wall: median (range)':<23} {'CPU: median (range)':<23} {'limit':>5} {'peak MB':>8}  {'runs':>4}")

    def tell(name: str, samples: Sequence[Sample]) -> None:
        print(row(name, samples, LIMITS.get(name.removeprefix("cold: "))), flush=True)

    commands = {
        "yardstick: a fixed loop": [sys.executable, "-c", YARDSTICK],
        "bare interpreter": [sys.executable, "-c", ""],
        "printlayout --version": [sys.executable, "-m", "printlayout", "--version"],
        "cold: page with six pictures": build(EXAMPLE),
        "cold: the page without pictures": build(plain),
    }
    samples: dict[str, list[Sample]] = {name: [] for name in commands}
    for command in commands.values():
        process(command)
    for _ in range(runs):
        for name, command in commands.items():
            samples[name].append(process(command))
    for name, found in samples.items():
        tell(name, found)
    tell("warm: page with six pictures", inside("warm", runs, folder))
    tell("composition", inside("composition", runs, folder))
    twelve_modules(folder / "modules", EXAMPLE)
    composed, made = inside("modules", runs, folder), inside("making", runs, folder)
    tell("twelve modules composed", composed)
    on_top = median(sample.cpu for sample in composed)
    tell("make-up of twelve modules", [replace(one, cpu=max(0.0, one.cpu - on_top)) for one in made])
    few = max(2, runs // 5)
    for jobs in (1, 2):
        tell(f"{PAGES} pages, --jobs {jobs}", [process(build(many, "--jobs", str(jobs))) for _ in range(few)])


def main() -> None:
    """Read the options and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15, help="runs of each measurement; a fifth for 32 pages (15)")
    parser.add_argument("--inside", choices=("warm", "composition", "modules", "making"), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    runs = max(1, args.runs)
    if args.inside == "warm":
        print(json.dumps(repeat(warm_page(EXAMPLE, args.folder / "warm"), runs)))
    elif args.inside == "composition":
        print(json.dumps(repeat(composition(), runs)))
    elif args.inside == "modules":
        print(json.dumps(repeat(composed_of(args.folder / "modules"), runs)))
    elif args.inside == "making":
        print(json.dumps(repeat(make_up_of(args.folder / "modules"), runs)))
    else:
        with tempfile.TemporaryDirectory(prefix="printlayout-bench-") as name:
            measure(runs, Path(name))


if __name__ == "__main__":
    main()
