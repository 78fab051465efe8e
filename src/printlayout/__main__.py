"""``python -m printlayout``."""

import sys

from printlayout.cli.main import run

sys.exit(run())
