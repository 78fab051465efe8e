"""Coverage-guided fuzzing of everything that reads files from outside: ``make fuzz SECONDS=60``.

    python tests/hostile/fuzz.py SECONDS [TARGET …]

Every target runs in a process of its own, begins with the good files of its kind, and stops at the first input that
raises, hangs for 20 seconds or takes 2 GB; that input is kept under ``out/fuzz/``. What is found becomes a test of its
own. atheris is installed by ``scripts/fuzz.sh`` alone; no build and no other test needs it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]
FOUND = ROOT / "out" / "fuzz"
HANG, MEMORY = 20, 2048
"""Seconds an input may take, megabytes a target may hold."""


def one(name: str, seconds: int) -> None:
    """Fuzz one target in this process, which ends with it."""
    import atheris

    with atheris.instrument_imports(include=["printlayout"]):
        from hostile.seeds import seeds
        from hostile.targets import TARGETS

    corpus = FOUND / name / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(seeds(name)):
        (corpus / f"seed-{number}").write_bytes(data)
    options = [f"-max_total_time={seconds}", f"-timeout={HANG}", f"-rss_limit_mb={MEMORY}", "-verbosity=0"]
    options += [f"-artifact_prefix={FOUND / name}/", "-print_final_stats=1", str(corpus)]
    atheris.Setup([sys.argv[0], *options], TARGETS[name])
    atheris.Fuzz()


def main() -> int:
    """Every target in turn, or those that are named."""
    if os.environ.get("FUZZ_ONE"):
        one(os.environ["FUZZ_ONE"], int(sys.argv[1]))
    from hostile.targets import TARGETS

    failed = []
    for name in sys.argv[2:] or TARGETS:
        print(f"==> {name}", flush=True)
        words = [sys.executable, __file__, sys.argv[1]]
        if subprocess.run(words, env=os.environ | {"FUZZ_ONE": name}, check=False).returncode:
            failed.append(name)
    print(f"==> found faults in: {', '.join(failed)}; see {FOUND}" if failed else "==> nothing found", flush=True)
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
