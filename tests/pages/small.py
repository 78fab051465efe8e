"""A small issue on disk whose page can be counted by hand.

Two columns of 10 字 at 10 pt on 15 pt, ten lines. The headline, 20 pt, takes two lines of the grid and one blank line
stays under it: 7 lines a column, 14 in all, are left for text. A paragraph is indented by 2 字: n lines of it hold
10 n - 2 characters.
"""

from __future__ import annotations

from pathlib import Path

ISSUE = """\
paper: {name: 新报, code: xinbao}
date: 2023-01-13
pages:
  - page: 1
    layout: small
    stories:
      lead: one
"""

LAYOUT = """\
sheet: {width: 100mm, height: 80mm}
type-area: {top: 10mm, lines: 10}
grid: {columns: 2, column: 10字, gutter: 1字, body: 10pt, leading: 15pt}
styles:
  body: {face: 宋 400, size: 10pt, indent: 2字}
  subhead: {face: 黑 700, size: 10pt, lines: 2}
  caption: {face: 楷 400, size: 8pt}
  credit: {face: 楷 400, size: 7pt}
  head: {face: 宋 900, size: 20pt}
slots:
  lead: {columns: 1-2, lines: 1-10, head: {headline: head}}
"""

NAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
    "戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐"
)
"""Characters to count with; each occurs once."""


def han(count: int) -> str:
    """So many Chinese characters and no mark."""
    return (NAMES * (count // len(NAMES) + 1))[:count]


def story(*paragraphs: str, front: str = "") -> str:
    """A story; its first paragraph stands on line 4 (one further for each line of ``front``), the next on line 6."""
    return f"---\nheadline: 标题\n{front}---\n" + "\n\n".join(paragraphs) + "\n"


def write(folder: Path, text: str, layout: str = LAYOUT, **files: bytes) -> Path:
    """Write the issue; ``files`` are further ones by name, with ``__`` for a slash and ``_`` for a dot."""
    made = {"issue.yaml": ISSUE.encode(), "layouts/small.yaml": layout.encode(), "stories/one.md": text.encode()}
    made |= {name.replace("__", "/").replace("_", "."): data for name, data in files.items()}
    for name, data in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
