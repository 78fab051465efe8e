"""Writes reference.md, messages.md and troubleshooting.md from the program: run it after changing keys or messages.

The spec language comes from the JSON Schema and from the shapes the schema is made of (they alone know defaults);
the messages come from the catalogue. tests/docs holds the files to this script.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from printlayout.base.messages import AREAS, codes, message
from printlayout.base.units import HAO
from printlayout.spec.edition_keys import OrGone
from printlayout.spec.folio_values import FolioOf
from printlayout.spec.markup import MARKS
from printlayout.spec.resolve import SHEETS
from printlayout.spec.schema import KINDS, json_schema
from printlayout.spec.shapes import Either, Item, ListOf, MapOf, Record, Shape, Spec
from printlayout.spec.table_keys import ColumnOf, RowsOf, WidthOf
from printlayout.spec.values import (
    Bool,
    Choice,
    DateOf,
    FaceOf,
    InkOf,
    Int,
    LengthOf,
    Permille,
    RangeOf,
    Ref,
    Text,
)
from printlayout.spec.variables import ROLES

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
from symptoms import sorted_by_symptom  # noqa: E402

AGAIN = "<!-- 由 docs/make_reference.py 生成，不要手改 / made by docs/make_reference.py; do not edit -->"
FILES = {
    "issue": "issue.yaml",
    "layout": "layouts/*.yaml",
    "press": "layouts/press/*.yaml",
    "story": "stories/*.md",
    "table": "tables/*.yaml",
}
AREA_NAMES = {
    "spec": "规格文件 / specs",
    "story": "稿件 / stories",
    "table": "表格 / tables",
    "copy": "文字规范 / copy and its style sheet",
    "font": "字体 / fonts",
    "picture": "图片 / pictures",
    "text": "折行和标点 / composition",
    "layout": "拼版 / page make-up",
    "pdf": "PDF",
    "press": "印刷条件 / press profiles",
    "preflight": "付印预检 / preflight",
    "release": "签版和发版 / sign-off and release",
    "spread": "通版 / spreads",
    "edition": "版本 / editions",
    "guide": "导读和版次引用 / index and page references",
    "build": "生成 / the build",
    "block": "框、花边、图形和版块 / boxes, ornaments, art and blocks",
}
HEADER = ("| 键 / key | 值 / value | 默认 / default | 说明 / meaning | 例 / example |", "|---|---|---|---|---|")
FREED = "写了 `{0}` 时，标为必写的键也可以不写。 / With `{0}` the needed keys may be left out."
MOVES = ("{near_zh}", "{near_en}", "{example_zh}", "{example_en}")
"""What a message puts in only sometimes."""


def records(record: type[Spec], found: list[type[Spec]]) -> list[type[Spec]]:
    """A record and all it holds, in the order in which they are met."""
    if record not in found:
        found.append(record)
        for _, item in record.items.values():
            for inner in held(item.shape):
                records(inner, found)
    return found


def held(shape: Shape[Any]) -> list[type[Spec]]:
    """The records a shape holds."""
    if isinstance(shape, Record):
        return [shape.of]
    if isinstance(shape, ListOf | MapOf | OrGone):
        return held(shape.of)
    if isinstance(shape, Either):
        return held(shape.single) + held(shape.mapping)
    return []


def kind(shape: Shape[Any], anchors: dict[type[Spec], str]) -> str:
    """What may be written for a value, in a cell of a table."""
    if isinstance(shape, Record):
        return f"[{title(shape.of)[0]}](#{anchors[shape.of]})"
    if isinstance(shape, ListOf):
        one = kind(shape.of, anchors)
        return f"{one}，一个或列表 / one or a list" if shape.single else f"列表 / list: {one}"
    if isinstance(shape, MapOf):
        return f"名称: {kind(shape.of, anchors)}"
    if isinstance(shape, OrGone):
        return f"{kind(shape.of, anchors)}，空值去掉 / empty takes it away"
    if isinstance(shape, Either):
        return f"{kind(shape.single, anchors)}，或 / or {kind(shape.mapping, anchors)}"
    if isinstance(shape, Choice):
        words: dict[str, list[str]] = {}
        for word, value in shape.known.items():
            words.setdefault(value, [])
            if word != value:
                words[value].append(word)
        return " · ".join(f"`{value}`" + (f" {'、'.join(also)}" if also else "") for value, also in words.items())
    if isinstance(shape, Ref):
        return f"{shape.want[0]} / {shape.want[1]}"
    if isinstance(shape, Int):
        return f"整数 / integer {shape.least}–{shape.most}"
    if isinstance(shape, LengthOf):
        limits = [] if shape.relative else ["不用字、行 / no 字 or 行"]
        limits += ["可为负 / may be negative"] if shape.negative else []
        return "[长度 / length](#值的写法--values)" + (f"（{'，'.join(limits)}）" if limits else "")
    if isinstance(shape, Permille):
        scale = 10 if shape.percent else 1000
        unit = "%" if shape.percent else "字 / em" if shape.em else ""
        return f"{shape.least / scale:g}–{shape.most / scale:g} {unit}".strip()
    for known, name in (
        (Bool, "是否 / yes or no"),
        (RangeOf, "范围 / range"),
        (FaceOf, "字体 / face"),
        (InkOf, "油墨 / ink"),
        (DateOf, "日期 / date"),
    ):
        if isinstance(shape, known):
            return f"[{name}](#值的写法--values)"
    if isinstance(shape, FolioOf | WidthOf | ColumnOf | RowsOf) or (isinstance(shape, Text) and shape.pattern):
        return f"{shape.want[0]} / {shape.want[1]}"
    return "文字 / text"


def default(item: Item[Any]) -> str:
    """The default of a key, in a cell of a table."""
    value = item.default
    if item.needed:
        return "**必写 / needed**"
    if value is None or value == () or value == {} or value == "":
        return "—"
    if isinstance(value, bool):
        return "`true`" if value else "`false`"
    if isinstance(item.shape, Permille):
        return f"`{value / (10 if item.shape.percent else 1000):g}`"
    if isinstance(value, tuple):
        return f"`[{', '.join(map(str, value))}]`"
    return f"`{value}`"


def title(record: type[Spec]) -> tuple[str, str]:
    """A record's name in Chinese and English."""
    chinese, _, english = (record.__doc__ or record.__name__).strip().partition(" / ")
    return chinese, english


def cell(text: str) -> str:
    """A text that does not break a table."""
    return text.replace("|", "\\|").replace("\n", " ")


def example(value: object) -> str:
    """An example as it is written in YAML's flow style."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False).replace('"', "")
    return f"`{cell(text)}`"


def reference() -> str:
    """docs/reference.md."""
    out = [
        "# 规格的全部键 / Every key of the spec language",
        "",
        AGAIN,
        "",
        "怎样写见 [spec.md](spec.md)；编辑器用的 JSON Schema 在 [schema/](schema/)，`printlayout schema` 也会打印。",
        "",
        "How to write them: [spec.md](spec.md). JSON Schemas for editors are in [schema/](schema/); the command",
        "`printlayout schema` prints them.",
        "",
        "## 值的写法 / Values",
        "",
        "| | |",
        "|---|---|",
        "| 长度 / length | 带单位：`9pt` `350mm` `3.5cm` `13级` `小五` `2字` `3行`；只有 `0` 可以不带单位。"
        "一字是正文字号（样式里是该样式的字号），一行是网格的行距 / with its unit; 字 is the body size "
        "(in a style, the style's own), 行 the leading of the grid; only `0` goes without |",
        "| 号 / sizes by name | " + " · ".join(f"{name} {size / 1000:g}" for name, size in HAO.items()) + " pt |",
        "| 纸张 / sheets | "
        + " · ".join(f"{name} {round(w / 2834.6457)} × {round(h / 2834.6457)} mm" for name, (w, h) in SHEETS.items())
        + " |",
        f"| 范围 / range | {both(RangeOf().want)}，从 1 数起 / counted from 1 |",
        f"| 字体 / face | {both(FaceOf().want)}；不写字重为 400 / 400 if the weight is left out |",
        f"| 油墨 / ink | {both(InkOf().want)}；`black` 和 `white` 总有 / are always there |",
        f"| 是否 / yes or no | {both(Bool().want)}；`yes` `no` `on` `off` `开` `关` |",
        f"| 日期 / date | {both(DateOf().want)}，`2023年1月13日` |",
        f"| 行内标记 / marks in text | {' · '.join(f'`[…]{{{word}}}`' for word in MARKS)} |",
        f"| 人员 / people | {' · '.join(f'`{chinese}` = `{english}`' for english, chinese in ROLES.items())} |",
        "",
    ]
    known: list[type[Spec]] = []
    anchors: dict[type[Spec], str] = {}
    for name, (root, _) in KINDS.items():
        json_schema(name)  # every key below is one of the schema: tests/docs
        found = [record for record in records(root.of, []) if record not in known]
        known += found
        heads = {record: " / ".join(title(record)) for record in found}
        anchors |= {record: anchor(heads[record]) for record in found}
        out += [f"## {FILES.get(name, name)}", ""]
        for record in found:
            out += [f"### {heads[record]}", ""]
            out += list(HEADER)
            for key, (_, item) in record.items.items():
                cells = (
                    f"`{key}`",
                    cell(kind(item.shape, anchors)),
                    default(item),
                    cell(f"{item.zh} / {item.en}").replace("*", "\\*"),
                    " ".join(map(example, item.examples)),
                )
                out.append("| " + " | ".join(cells) + " |")
            if record.unless:
                out += ["", FREED.format(record.unless)]
            out.append("")
    return "\n".join(out).rstrip() + "\n"


def both(want: tuple[str, str]) -> str:
    """What is wanted, in both languages."""
    return cell(f"{want[0]} / {want[1]}")


def anchor(heading: str) -> str:
    """The anchor the usual Markdown renderers give a heading."""
    kept = "".join(c for c in heading.lower() if c.isalnum() or c in " -_")
    return kept.replace(" ", "-")


def findings() -> list[str]:
    """The codes of all findings; the rest of the catalogue is what commands say about their work."""
    return [code for code in codes() if not code.startswith("cli.") and ".says-" not in code]


def messages() -> str:
    """docs/messages.md."""
    out = [
        "# 提示一览 / Every finding",
        "",
        AGAIN,
        "",
        "每条提示的末尾都有代码，如 `[layout.overset]`；`printlayout explain layout.overset` 在终端上说同样的话。"
        "`{…}` 是出现时填入的内容。退出码见 [exit-codes.md](exit-codes.md)，只在该提示是“错误”时起作用。",
        "",
        "Every finding ends with its code, such as `[layout.overset]`; `printlayout explain layout.overset` says the",
        "same on a terminal. `{…}` is filled in when it is told. The exit code ([exit-codes.md](exit-codes.md)) counts",
        "only where the finding is an error.",
        "",
    ]
    told = findings()
    for area in AREAS:
        own = [code for code in told if code.partition(".")[0] == area]
        if not own:
            continue
        out += [f"## {AREA_NAMES.get(area, area)}", ""]
        for code in own:
            entry = message(code)
            out += [f"### `{code}`", ""]
            for zh, en, chinese, english in (
                ("", "", entry.zh, entry.en),
                ("怎么办：", "To do: ", entry.hint_zh, entry.hint_en),
                ("为什么：", "Why: ", entry.why_zh, entry.why_en),
            ):
                if chinese:
                    out += [f"- {zh}{shown(chinese)}", f"  <br>{en}{shown(english)}"]
            out += [f"- 退出码 / exit code: {entry.exit}", ""]
    return "\n".join(out).rstrip() + "\n"


def shown(text: str) -> str:
    """A message as it is printed in Markdown: its own ``<``, ``*`` and ``#`` stay what they are."""
    for move in MOVES:
        text = text.replace(move, "")
    for char in "\\<*":
        text = text.replace(char, "\\" + char)
    return text.replace("{{", "{").replace("}}", "}")


def troubleshooting() -> str:
    """docs/troubleshooting.md: the findings by what a desk sees."""
    groups = sorted_by_symptom(findings())
    out = [
        "# 按现象查 / By symptom",
        "",
        AGAIN,
        "",
        "屏幕上的提示末尾有代码，如 `[layout.overset]`：在本页或搜索框里找它，或在终端上"
        " `printlayout explain layout.overset`。"
        "不知道代码，就按现象找。“错误”要改，改好才写付印文件；“警告”请看一眼样张；“提示”说一声而已。",
        "",
        "Findings end with their code; look for it here, search it, or ask `printlayout explain`. Without a code,",
        "go by what you see. Errors stop the press file, warnings want a look, notes only tell.",
        "",
    ]
    for symptom in groups:
        heading = f"{symptom.zh} / {symptom.en}"
        out.append(f"- [{heading}](#{anchor(heading)})")
    for symptom, under in groups.items():
        out += ["", f"## {symptom.zh} / {symptom.en}", ""]
        if symptom.page:
            out += [f"怎么做：[{symptom.name}]({symptom.page})", ""]
        out += ["| 说的是 / it says | 怎么办 / to do |", "|---|---|"]
        for code in under:
            entry = message(code)
            says = f"{blank(entry.zh)}<br>{blank(entry.en)}<br>[`{code}`](messages.md#{anchor(code)})"
            do = f"{blank(entry.hint_zh)}<br>{blank(entry.hint_en)}" if entry.hint_zh else "—"
            do = (
                "提示里写着怎样改，都试排过。<br>What the finding says; each remedy was tried."
                if do == "…<br>…"
                else do
            )
            out.append(f"| {cell(says)} | {cell(do)} |")
    return "\n".join(out).rstrip() + "\n"


def blank(text: str) -> str:
    """A message with what is filled in left out."""
    kept = shown(text.replace("{{", "\0").replace("}}", "\1"))
    return re.sub(r"\{\w+\}", "…", kept).replace("\0", "{").replace("\1", "}")


PAGES = {"reference.md": reference, "messages.md": messages, "troubleshooting.md": troubleshooting}

if __name__ == "__main__":
    for file, make in PAGES.items():
        (HERE / file).write_text(make(), encoding="utf-8")
