"""What reading an issue may not load."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "examples" / "shiyan-tongzhan"
CODE = """
import sys
from pathlib import Path
from printlayout.base.diagnostics import Collector
from printlayout.spec.issues import load_issue
assert load_issue(Path(sys.argv[1]), Collector())
print(*sorted(sys.modules))
"""


def test_a_faultless_issue_loads_no_more_than_it_needs() -> None:
    done = subprocess.run([sys.executable, "-c", CODE, str(EXAMPLE)], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "yaml._yaml" in loaded
    assert not loaded & {
        "difflib",
        "json",
        "argparse",
        "PIL",
        "fontTools",
        "pikepdf",
        "reportlab",
        "uharfbuzz",
        "jsonschema",
    }
    assert not any(name.startswith("printlayout.base.catalogue.") for name in loaded)
