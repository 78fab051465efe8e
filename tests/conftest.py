"""Property tests draw the same examples every time, so that a change is judged by itself; ``make test-all`` draws new
ones (``HYPOTHESIS_PROFILE=new``), and what they find becomes a test of its own."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("new", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
