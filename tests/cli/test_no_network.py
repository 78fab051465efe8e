"""A build asks nothing of any network: it runs where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import printlayout

GUARD = """\
import sys
def watch(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.bind", "socket.sendto"):
        raise RuntimeError(f"network: {event} {args}")
sys.addaudithook(watch)
"""


def test_an_issue_is_built_without_a_network(good: Path, tmp_path: Path) -> None:
    """In a network namespace with no routes where the machine lets us have one; and with every use of a socket an
    error in any case."""
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    source = Path(printlayout.__file__).parents[1]
    environment = os.environ | {"PYTHONPATH": f"{tmp_path / 'guard'}{os.pathsep}{source}"}
    unshare = shutil.which("unshare")
    apart = [unshare, "--net", "--"] if unshare else []
    if apart and subprocess.run([*apart, "true"], capture_output=True, check=False).returncode:
        apart = []
    command = [*apart, sys.executable, "-m", "printlayout"]
    for words in (["build", str(good), "--out", str(tmp_path / "out")], ["check", str(good)], ["licences"]):
        done = subprocess.run([*command, *words], env=environment, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "report.json").exists()
    seen = subprocess.run(
        [sys.executable, "-c", "import socket; socket.create_connection(('127.0.0.1', 9))"],
        env=environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert "network: socket" in seen.stderr  # the guard is awake
