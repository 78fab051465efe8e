"""``printlayout licences``: what a page is made with, to the exact version."""

from __future__ import annotations

import json
import re
from pathlib import Path

from .conftest import Cli

LOCK = Path(__file__).parents[2] / "requirements.lock"
NEEDED = {"pikepdf", "pillow", "reportlab", "uharfbuzz", "fonttools", "pyyaml", "charset-normalizer"}


def test_every_package_has_its_locked_version_and_a_licence(cli: Cli) -> None:
    packages = json.loads(cli("licences", "--format", "json").stdout)["packages"]
    locked = dict(re.findall(r"^([a-z0-9-]+)==([^ \\]+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE))
    found = {row["name"]: row for row in packages}
    assert found.keys() >= NEEDED | {"printlayout"}
    assert not found.keys() & {"pytest", "mypy", "hypothesis"}  # of those who develop it
    for name, row in found.items():
        assert row["licence"] not in ("", "—"), name
        assert name == "printlayout" or locked[name] == row["version"]


def test_every_face_has_its_package_hash_and_licence(cli: Cli) -> None:
    fonts = json.loads(cli("licences", "--format", "json").stdout)["fonts"]
    assert {"宋 400", "黑 700", "楷 400"} <= {row["face"] for row in fonts}
    for row in fonts:
        assert re.fullmatch("[0-9a-f]{64}", row["sha256"])
        assert row["version"][0].isdigit()
        assert row["licence"] == "OFL-1.1", row


def test_as_text(cli: Cli) -> None:
    said = cli("--lang", "en", "licences")
    assert said.returncode == 0
    assert re.search(r"^  pillow +\d+\.\d", said.stdout, re.MULTILINE)
    assert re.search(r"^\d+ faces$", said.stdout, re.MULTILINE)
