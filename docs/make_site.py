"""Builds the documentation as a site into out/docs: `make docs`.

The pages are the files of the repository as they are; README.md is the first of them. Zensical (docs/zensical.toml)
makes the site and stops at a link or an anchor that leads nowhere. The site asks no other machine for anything and can
be opened from a folder: what its search needs for that is docs/site/worker.js.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from posixpath import dirname, normpath, relpath

ROOT = Path(__file__).parent.parent
OUT = ROOT / "out" / "docs"
PAGES = {
    "README.md": "index.md",
    "examples/README.md": "examples.md",
    "fonts/README.md": "fonts.md",
    "CHANGELOG.md": "changelog.md",
}
"""Pages from outside docs/ and where they stand in the site."""
LINK = re.compile(r"(?<!\\)(!?)\[((?:[^\[\]]|!?\[[^\[\]]*\](?:\([^()]*\))?)*)\]\(([^()\s]+)\)")
CODE = re.compile(r"^[ \t]*(`{3,})[^\n]*\n.*?^[ \t]*\1[ \t]*$|`[^`\n]+`", re.MULTILINE | re.DOTALL)
SHIM = "https://unpkg.com/iframe-worker/shim"
"""What the generator's offline mode would fetch from another machine."""


def site_path(path: str) -> str:
    """Where a file of the repository stands in the site; empty if it does not."""
    if path in PAGES:
        return PAGES[path]
    return path.removeprefix("docs/") if path.startswith("docs/") and not path.endswith(".py") else ""


def moved(text: str, path: str) -> str:
    """A page's text with its links as they are in the site; what is not in the site keeps its words only."""
    here = site_path(path)

    def link(found: re.Match[str]) -> str:
        mark, words, target = found.groups()
        words = LINK.sub(link, words)
        file, hash_, place = target.partition("#")
        if "://" in target or not file:
            return f"{mark}[{words}]({target})"
        there = site_path(normpath(f"{dirname(path)}/{file}".lstrip("/")))
        if not there or there.endswith("/") or "." not in there:
            return words
        return f"{mark}[{words}]({relpath(there, dirname(here) or '.')}{hash_}{place})"

    out, end = [], 0
    for code in CODE.finditer(text):
        out += [LINK.sub(link, text[end : code.start()]), code[0]]
        end = code.end()
    return "".join([*out, LINK.sub(link, text[end:])])


def gather(folder: Path) -> None:
    """Put the pages, the pictures and the schemas where the generator finds them."""
    pages = [*PAGES, *(path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "docs").rglob("*.md")))]
    for page in pages:
        target = folder / "pages" / site_path(page)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(moved((ROOT / page).read_text(encoding="utf-8"), page), encoding="utf-8")
    for name in ("images", "schema"):
        shutil.copytree(ROOT / "docs" / name, folder / "pages" / name)
    shutil.copytree(ROOT / "docs" / "site", folder / "pages" / "site")
    shutil.copy(ROOT / "docs" / "zensical.toml", folder / "zensical.toml")


def build(out: Path) -> int:
    """Build the site. 0 if every link in it leads somewhere."""
    work = out.parent / f".{out.name}"
    shutil.rmtree(work, ignore_errors=True)
    gather(work)
    program = Path(sys.executable).with_name("zensical")
    done = subprocess.run([program, "build", "--strict"], cwd=work, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        print(re.sub(r"\x1b\[[0-9;]*m", "", done.stdout + done.stderr), file=sys.stderr)
        return 1
    shutil.rmtree(out, ignore_errors=True)
    shutil.move(work / "site", out)
    shutil.rmtree(work)
    for page in out.rglob("*.html"):
        depth = "../" * (len(page.relative_to(out).parts) - 1)
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace(SHIM, f"{depth}site/worker.js"), encoding="utf-8")
    return 0


if __name__ == "__main__":
    code = build(OUT)
    if not code:
        print(OUT.relative_to(ROOT) / "index.html")
    raise SystemExit(code)
