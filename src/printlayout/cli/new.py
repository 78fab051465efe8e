"""``printlayout new``: write a small issue that builds, to start from."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

ISSUE = """\
# 一期报纸。运行 printlayout schema issue 可看全部写法 / printlayout schema issue prints every key
paper: {name: 新报, code: xinbao}
date: 2026-01-01
number: 第 1 期
people: {责编: 张三, 美编: 李四}

pages:
  - page: 1
    section: 要闻
    layout: small
    stories:
      lead: welcome
"""

LAYOUT = """\
# 小版：在随程序的 broadsheet 上改纸张、栏和版位；油墨和样式照用
# A small page: sheet, columns and slots differ from the shipped broadsheet; inks and styles are taken over
extends: broadsheet
sheet: {width: 170mm, height: 120mm}
type-area: {top: 23mm, lines: 19}
grid: {columns: 2, column: 22字, gutter: 2字, body: 小五, leading: 12pt}

styles:
  lead-headline: {size: 小一, sizes: [26pt, 小一, 二号, 小二]}
  page-line: {face: 黑 700, size: 10pt, align: left}
  date-line: {face: 黑 400, size: 8pt, align: right}

slots:
  lead:
    columns: 1-2
    lines: 1-19
    head: {columns: 1-2, headline: lead-headline, deck: deck, byline: byline}
    column-rule: hairline

# 不沿用继承来的报眉，另写一行 / a folio line of its own instead of the one taken over
keep-furniture: false
furniture:
  - {kind: text, columns: 1, y: 11mm, height: 6mm, text: "{page}　{section}", style: page-line}
  - {kind: text, columns: 2, y: 11mm, height: 6mm, text: "{paper}　{date}　{weekday}", style: date-line}
  - {kind: rule, columns: 1-2, y: 18mm, height: 1mm, stroke: hairline}
"""

STORY = """\
---
headline: 第一张版样
deck: ——从一份规格到一页报纸
byline: 本报编辑部
---
这是一篇用来试版的短稿。它只有几段，足够看清标题、副题、署名、小标题和正文各在什么位置，也足够看出两栏是否齐平。

## 稿件怎么写

空一行就是新的一段，同一段里换行不影响排版，写稿时可以随意断行。
小标题前面写两个井号和一个空格；**要强调的话**用两对星号括起来。

稿件开头两条横线之间写标题、副题、署名和图片。没有的项目不写就行，版面不会为它留空。

## 版式怎么改

版式文件在 layouts 文件夹里，纸张、栏数、字号、行距都写在最前面。栏宽用“字”作单位，一个字就是正文字号那么宽；
版位用“第几栏到第几栏、第几行到第几行”说明位置。改完再生成一次，就能看到新的样子。

写错也不要紧。程序会一次列出所有的问题，每一条都写明在哪个文件的第几行第几列，以及可以怎样改；改好一处，就少一条；全部改好，版面就出来了。
"""


def add_parser(subparsers: Any) -> None:
    """Add the command to the tree."""
    parser = subparsers.add_parser(
        "new",
        help="写出一期可用的样例 / write a small issue to start from",
        description="在新文件夹 NAME 里写出一期可用的样例；不会覆盖已有的文件。 / Never overwrites.",
    )
    parser.add_argument("name", metavar="NAME", type=Path)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the issue into a folder that is not there yet."""
    folder = Path(args.name)
    try:
        folder.mkdir(parents=True)
    except (OSError, ValueError) as problem:
        return _refused(folder, problem)
    for name, text in (("issue.yaml", ISSUE), ("layouts/small.yaml", LAYOUT), ("stories/welcome.md", STORY)):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    (folder / "pictures").mkdir()
    sys.stdout.write(f"{folder}/issue.yaml\n{folder}/layouts/small.yaml\n{folder}/stories/welcome.md\n")
    return 0


def _refused(folder: Path, problem: Exception) -> int:
    from printlayout.base.messages import message, say

    code = "spec.folder-there" if isinstance(problem, FileExistsError) else "spec.no-folder"
    for lang in ("zh", "en"):
        sys.stderr.write(say(code, lang, path=folder, reason=getattr(problem, "strerror", None) or problem) + "\n")
    return message(code).exit
