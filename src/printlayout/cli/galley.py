"""``printlayout galley``: a story or a text set in one column (小样), line by line, to read or to test."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from printlayout.cli.console import EXIT_GOOD, EXIT_INPUT, Console, exit_code

if TYPE_CHECKING:
    from printlayout.base.diagnostics import Collector
    from printlayout.base.units import Mpt
    from printlayout.model.galley import SetParagraph
    from printlayout.model.layout import Layout
    from printlayout.model.story import Block
    from printlayout.model.style import Style


def add_parser(subparsers: Any) -> None:
    """Add ``galley`` to the command tree."""
    parser = subparsers.add_parser("galley", help="小样：排成一栏看折行 / set text in one column")
    parser.add_argument("story", nargs="?", type=Path, help="稿件文件 / a story file")
    parser.add_argument("--text", help="直接给出文字，可含换行 / the text itself; line feeds are forced breaks")
    parser.add_argument("--measure", default="", metavar="20字", help="栏宽 / width of the column (the layout's)")
    parser.add_argument("--layout", default="broadsheet", metavar="NAME", help="取样式的版式 / layout of the style")
    parser.add_argument("--style", default="", metavar="NAME", help="样式 / style (body)")
    parser.add_argument(
        "--set", action="extend", nargs="+", default=[], metavar="KEY=VALUE", help="排版设定，可多个 / settings"
    )
    parser.add_argument("--json", action="store_true", help="每个字的位置 / every character's place, in em")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Set the text and print its lines."""
    from printlayout.base.diagnostics import Collector
    from printlayout.spec.settings import read_layout, with_settings

    console = Console(args.lang)
    if (args.story is None) == (args.text is None):
        return _refuse(console, "cli.galley-input")
    settings: dict[str, str] = {}
    for pair in args.set:
        key, equals, value = pair.partition("=")
        if not equals:
            return _refuse(console, "cli.bad-set", text=pair)
        settings[key.strip()] = value.strip()
    collector = Collector()
    root = args.story.resolve().parent.parent if args.story else Path.cwd()
    layout = read_layout(root, args.layout, collector)
    style = _style(layout, args, console) if layout else None
    if layout is None or style is None or (style := with_settings(style, settings, collector)) is None:
        console.findings(collector.findings)
        return exit_code(collector.findings) or EXIT_INPUT
    measure = _measure(args.measure, style, layout)
    if measure is None:
        return _refuse(console, "cli.bad-measure", text=args.measure)
    blocks = _blocks(args, collector, layout)
    if blocks is None:
        if not collector.findings:
            return _refuse(console, "cli.no-story", file=args.story)
        console.findings(collector.findings)
        return exit_code(collector.findings) or EXIT_INPUT
    paragraphs = _set(blocks, style, measure, root, collector)
    if args.json:
        print(json.dumps(_document(paragraphs, measure, style, collector, args.lang), ensure_ascii=False))
    else:
        for paragraph in paragraphs:
            for line in paragraph.lines:
                lead = "　" * round(line.xs[0] / style.size) if line.xs else ""
                print(lead + paragraph.text[line.start : line.end].rstrip("\n") + ("-" if line.hyphen else ""))
        console.findings(collector.findings)
    return exit_code(collector.findings) if paragraphs else EXIT_GOOD


def _refuse(console: Console, code: str, **args: object) -> int:
    from printlayout.base.messages import say

    print(say(code, console.lang, **args), file=sys.stderr)
    return EXIT_INPUT


def _style(layout: Layout, args: argparse.Namespace, console: Console) -> Style | None:
    style = layout.styles.get(args.style) if args.style else layout.body
    if style is None:
        from printlayout.base.messages import message, say

        print(say("cli.no-style", args.lang, layout=args.layout, style=args.style), file=sys.stderr)
        text = message("cli.no-style")
        names = "、".join(sorted(layout.styles))
        print("    " + (text.hint_zh if args.lang == "zh" else text.hint_en).replace("{names}", names), file=sys.stderr)
    return style


def _measure(text: str, style: Style, layout: Layout) -> Mpt | None:
    from printlayout.base.units import parse_length

    if not text:
        return layout.grid.column
    length = parse_length(text)
    if length is None:
        return None
    measure = length.mpt(em=style.size, line=layout.grid.leading)
    return measure if measure > 0 else None


def _blocks(args: argparse.Namespace, collector: Collector, layout: Layout) -> list[Block] | None:
    from printlayout.base.diagnostics import Span
    from printlayout.model.story import Block, Run
    from printlayout.spec.shapes import Reading
    from printlayout.spec.stories import load_story, normalised

    if args.text is not None:
        return [Block("para", (Run(args.text, "text", Span("--text", 1, 1)),), Span("--text", 1, 1))]
    if not args.story.is_file():
        return None
    story = load_story(args.story.resolve().parent.parent, args.story, Span(), Reading(collector))
    if story is None:
        return None
    story = normalised(story) if layout.normalise else story
    return [plain for block in story.blocks for plain in _spelled(block)]


def _spelled(block: Block) -> list[Block]:
    """A block as paragraphs of plain text: who speaks and numbers of items before theirs, a table row by row."""
    from printlayout.base.value import replace
    from printlayout.model.story import Block, Run

    if block.table is not None:
        rows = [[cell.runs for cell in row.cells if cell.runs] for row in block.table.rows]
        rows = [[block.table.title], *rows, *([note] for note in block.table.notes), [block.table.source]]
        spelled = []
        for row in rows:
            runs = [run for cell in row for run in (*cell, Run("\u3000"))][:-1]
            if runs:
                spelled.append(Block("para", tuple(runs), runs[0].span))
        return spelled
    if block.label is None or block.kind == "quote":
        return [block]
    end = "：" if block.kind in ("question", "answer") else ". "
    return [replace(block, runs=(replace(block.label, text=block.label.text + end), *block.runs))]


def _set(blocks: list[Block], style: Style, measure: Mpt, root: Path, collector: Collector) -> list[SetParagraph]:
    from printlayout.job import open_fonts
    from printlayout.layout.itemise import CellMaker
    from printlayout.layout.looks import faces_of, paragraph_runs, shape_of
    from printlayout.layout.paragraph import Setter

    fonts = open_fonts(root, collector)
    fonts.check(dict.fromkeys(faces_of(style)), collector)
    if collector.failed:
        return []
    setter = Setter(CellMaker(fonts, collector), collector)
    shape = shape_of(style, measure)
    return [setter.set(paragraph_runs(block, style), style.composition, style.size, shape) for block in blocks]


def _document(
    paragraphs: list[SetParagraph], measure: Mpt, style: Style, collector: Collector, lang: str
) -> dict[str, Any]:
    from printlayout.report import findings_json

    em = style.size
    lines = []
    for paragraph in paragraphs:
        for line in paragraph.lines:
            text = paragraph.text[line.start : line.end]
            chars: list[dict[str, Any]] = [
                {"char": char, "x": round(x / em, 5), "advance": round(advance / em, 5)}
                for char, x, advance in zip(text, line.xs, line.advances, strict=True)
            ]
            if line.hyphen:
                x = line.xs[-1] + line.advances[-1]
                chars.append(
                    {"char": "-", "x": round(x / em, 5), "advance": round((line.width - x) / em, 5), "added": True}
                )
            lines.append({"chars": chars})
    return {
        "measure": round(measure / em, 5),
        "lines": lines,
        "findings": findings_json(collector.findings, lang),
    }
