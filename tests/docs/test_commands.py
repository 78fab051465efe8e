"""Every command of README.md and of docs/ is run, page by page and in order, as a reader would: its exit code is
the one the page promises, and what the page shows as said is said."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
STEPS: Any = runpy.run_path(str(ROOT / "docs" / "steps.py"))
PAGES = [
    page
    for page in (ROOT / "README.md", ROOT / "examples/README.md", *sorted((ROOT / "docs").rglob("*.md")))
    if STEPS["steps"](page)
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_commands_do_what_the_page_says(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    STEPS["prepare"](tmp_path, page)
    for step in STEPS["steps"](page):
        STEPS["do"](step, tmp_path)


def test_a_page_with_commands_is_found() -> None:
    names = {page.name for page in PAGES}
    assert {"README.md", "tutorial.md", "exit-codes.md", "composition.md", "release.md"} <= names


PAGE = """\
```sh
make issue
printlayout explain layout.overset > says.txt   # 退出码 0
printlayout build nowhere   # exit code 3
```

```text
Not found
```

```yaml title="diyiban/a.yaml"
a: 1
```

1. In a list:

   ```sh
   ls diyiban
   ```

Words between.

```text
nothing that was said
```
"""


def test_what_is_read_from_a_page(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE, encoding="utf-8")
    found = [
        (step.line, step.text.split(" #")[0].strip(), step.path, step.code, step.says) for step in STEPS["steps"](page)
    ]
    assert found == [
        (3, "printlayout explain layout.overset > says.txt", "", 0, ()),
        (4, "printlayout build nowhere", "", 3, ("Not found",)),
        (12, "a: 1", "diyiban/a.yaml", 0, ()),
        (18, "ls diyiban", "", 0, ()),
    ]


def test_a_wrong_promise_is_told(tmp_path: Path) -> None:
    step = STEPS["Step"](4, "printlayout explain layout.overset", says=("something else",))
    with pytest.raises(AssertionError, match=r"line 4: .* does not say"):
        STEPS["do"](step, tmp_path)
    with pytest.raises(AssertionError, match="line 5: printlayout build nowhere: exit code 3"):
        STEPS["do"](STEPS["Step"](5, "printlayout build nowhere"), tmp_path)
