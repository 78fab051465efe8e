"""Questions and answers 问答: paragraphs that open with who speaks."""

from __future__ import annotations

import re
from collections import Counter

from printlayout.base.value import replace
from printlayout.model.story import Block, Run
from printlayout.spec.shapes import Reading

_SPEAKER = re.compile(r"([^\s：:，。、；！？“”《》（）()]{1,10})[：:][ \u3000]*(?=.)")
ALWAYS = ("问", "答", "记者")
"""Who speaks in an interview without being named."""
AUTOMATIC = ("true", "yes", "on", "是", "开")
NEVER = ("false", "no", "off", "否", "关")


def asked_and_answered(blocks: tuple[Block, ...], names: tuple[str, ...], at: Reading) -> tuple[Block, ...]:
    """The blocks with questions and answers told from paragraphs.

    Of ``names`` nobody but these speaks; with ``true`` in place of names it is 问, 答, 记者 and whoever opens two
    paragraphs or more. The first to speak asks. A paragraph without a name goes on with what the one before said.
    """
    if names[0] in NEVER or not blocks:
        return blocks
    openings = [_SPEAKER.match(block.text) if block.kind == "para" else None for block in blocks]
    said = Counter(match[1] for match in openings if match)
    automatic = names[0] in AUTOMATIC
    speakers = {n for n in said if n in ALWAYS or said[n] > 1} if automatic else set(names)
    if not automatic:
        for name in names:
            if name not in said:
                at.collector.warn("story.qa-silent", blocks[0].span, name=name[:20])
    made: list[Block] = []
    asker, kind = "", ""
    for block, match in zip(blocks, openings, strict=True):
        if match and match[1] in speakers:
            asker = asker or match[1]
            kind = "question" if match[1] == asker else "answer"
            label, runs = _parted(block, match)
            made.append(replace(block, kind=kind, label=label, runs=runs))
        elif match and automatic:
            at.collector.info("story.qa-once", block.span, name=match[1])
            made.append(replace(block, kind=kind or "para"))
        else:
            made.append(replace(block, kind=kind) if kind and block.kind == "para" else block)
    if not kind:
        at.collector.warn("story.qa-nobody", blocks[0].span)
    return tuple(made)


def _parted(block: Block, match: re.Match[str]) -> tuple[Run, tuple[Run, ...]]:
    """The name that opens a paragraph, and the runs of what is said."""
    cut = match.end()
    runs: list[Run] = []
    for run in block.runs:
        if cut < len(run.text):
            runs.append(replace(run, text=run.text[cut:], span=run.span.shifted(cut)) if cut > 0 else run)
        cut = max(0, cut - len(run.text))
    return Run(match[1], "text", block.span), tuple(runs)
