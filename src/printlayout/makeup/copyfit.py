"""Copyfit: how a story stands in its slot, and what would make it fit, in order of harm, each tried for real."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from printlayout.base.value import replace
from printlayout.layout.made import Made
from printlayout.makeup.fitting import columns_at_foot, fitted, free_lines, misfit
from printlayout.makeup.module import Module
from printlayout.makeup.variants import levers
from printlayout.model.copyfit import ADVICE, Copyfit, Remedy, Variant
from printlayout.model.story import Block, Run, Story

OWN = ("picture", "headline", "blank")
"""What may be changed in the last slot of a story that jumps: all else would change the pages before, too."""
MOST_CUTS = 6
"""Sentences tried, at most."""
HOPELESS = 3
"""Times as much over as stands in the slot: no lever is so long, and each would be tried on the whole of the text."""
_SENTENCE = re.compile(r"[^。！？…]*[。！？…]+[”’」』）]*")


def copyfit(module: Module, made: Made) -> Copyfit:
    """The account of a story. What would make it fit is looked for only where it does not."""
    segments, body, story = made.frames.segments, made.body, made.placement.story
    used = sum(made.used)
    free = sum(segment.lines for segment in segments) - used
    over = body.overset if made.ends else None
    measure = segments[0].width // made.grid.em if segments else 0
    hopeless = over is not None and over.lines > HOPELESS * max(1, used)
    wrong = made.ends and made.axes is None and not hopeless and misfit(made) >= 1
    return Copyfit(
        slot=made.slot.name,
        story=story.name,
        characters=len(story.body.replace("\n", "")),
        lines=used,
        free=0 if over else free,
        overset_lines=over.lines if over else 0,
        overset_characters=over.characters if over else 0,
        last=_last(made),
        free_characters=0 if over else free * measure,
        done=made.variant,
        remedies=tuple(remedies(module, made)) if wrong else (),
    )


def _last(made: Made) -> tuple[int, int]:
    """Column and grid line of the last line that stands in the slot."""
    for segment, used in reversed(list(zip(made.frames.segments, made.used, strict=True))):
        if used:
            return segment.column, segment.first + used - 1
    return 0, 0


def remedies(module: Module, made: Made) -> Iterator[Remedy]:
    """What would make a story fit, least harm first: one thing alone where that is enough, then the least that several
    take together, and what is to be cut or added.
    """
    lines = made.slot.lines if made.axes is None else module.slot.lines
    if made.slot.box and made.slot.box.padding:
        lines = lines[0] - made.slot.box.padding.top, lines[1] + made.slot.box.padding.bottom
    free = free_lines(made)
    jumps = bool(made.placement.way)
    single = [one for one in _single(module, made, lines, free) if not jumps or one.kind in OWN]
    yield from single
    if not single and not jumps:
        best = fitted(module, lines, ADVICE)
        if best.good and not best.made.variant.plain:
            yield Remedy("together", 0, variant=best.made.variant)
    if free < 0:
        yield from _cuts(module, made, lines)
    else:
        measure = made.frames.segments[0].width // made.grid.em if made.frames.segments else 0
        least = max(1, free - columns_at_foot(made) + 1)
        yield Remedy("add", least * measure)


def _single(module: Module, made: Made, lines: tuple[int, int], free: int) -> Iterator[Remedy]:
    """The least of each lever that is enough by itself, laid over what was changed already."""
    at = levers(made, ADVICE)
    down = free < 0
    need = -free if down else max(1, free - columns_at_foot(made) + 1)
    done = made.variant
    for count in _amounts(need, 1, module.squeezable(ADVICE.squeeze if down else -ADVICE.squeeze)):
        variant = replace(done, squeeze=done.squeeze + (count if down else -count))
        if _fits(module, lines, variant):
            yield Remedy("squeeze", count if down else -count, variant=variant)
            break
    for number, (columns, _height, most) in enumerate(at.pictures):
        for more in _amounts(need, columns, most) if columns else ():
            pictures = [*done.pictures, *[0] * (len(at.pictures) - len(done.pictures))]
            pictures[number] += -more if down else more
            variant = replace(done, pictures=tuple(pictures))
            if _fits(module, lines, variant):
                yield Remedy("picture", -more if down else more, number + 1, variant=variant)
                break
    if at.head_columns and (not down or at.blank > 1):
        blank = -1 if down else 1
        variant = replace(done, blank=done.blank + blank)
        if _fits(module, lines, variant):
            yield Remedy("blank", blank, variant=variant)
    if not down:
        return
    for steps in range(1, min(at.steps, ADVICE.headline) + 1):
        variant = replace(done, headline=done.headline + steps)
        if _fits(module, lines, variant):
            yield Remedy("headline", steps, text=_sizes(module, made, lines, variant), variant=variant)
            break
    if at.subheads:
        variant = replace(done, subheads=done.subheads + 1)
        if _fits(module, lines, variant):
            yield Remedy("subheads", 1, variant=variant)
    for smaller in range(100, ADVICE.body + 1, 100):
        variant = replace(done, body=done.body + smaller)
        if _fits(module, lines, variant):
            yield Remedy("body", smaller, variant=variant)
            break


def _amounts(need: int, each: int, most: int) -> range:
    """Amounts worth trying when each gives ``each`` lines: from what should be enough on, a few more."""
    least = -(-need // each)
    return range(least, min(most, least + 2) + 1)


def _fits(module: Module, lines: tuple[int, int], variant: Variant) -> bool:
    return misfit(module.make(lines, variant)) < 1


def _holds(module: Module, lines: tuple[int, int], variant: Variant) -> bool:
    return module.make(lines, variant).body.overset is None


def _sizes(module: Module, made: Made, lines: tuple[int, int], variant: Variant) -> str:
    """A headline's size before and after, in points."""

    def size(one: Made) -> str:
        return f"{max((row.size for row in one.head.rows if row.part == 'headline'), default=0) / 1000:g}"

    return f"{size(made)}→{size(module.make(lines, variant))}"


def _cuts(module: Module, made: Made, lines: tuple[int, int]) -> Iterator[Remedy]:
    """What to cut: the characters that are over, and the shortest last sentence of a paragraph without which the story
    fits; if none is long enough, as many from the end backwards as it takes."""
    over = made.body.overset
    assert over is not None
    story = made.placement.story
    ends = [(number, text) for number, block in enumerate(story.blocks) if (text := _last_sentence(block))]
    long_enough = sorted((one for one in ends if len(one[1]) >= over.characters // 2), key=lambda one: len(one[1]))
    for number, text in long_enough[:MOST_CUTS]:
        if _holds(module.telling(_without(story, [(number, text)])), lines, made.variant):
            yield Remedy("cut", over.characters, number + 1, text)
            return
    cut: list[tuple[int, str]] = []
    for number, text in reversed(ends):
        cut.append((number, text))
        if sum(len(one) for _, one in cut) >= over.characters and _holds(
            module.telling(_without(story, cut)), lines, made.variant
        ):
            yield Remedy("cut", over.characters, 0, "／".join(one for _, one in reversed(cut)))
            return
    yield Remedy("cut", over.characters)


def _last_sentence(block: Block) -> str:
    """The last sentence of a paragraph that has several."""
    sentences = _SENTENCE.findall(block.text) if block.kind == "para" else []
    return sentences[-1] if len(sentences) > 1 and block.text.endswith(sentences[-1]) else ""


def _without(story: Story, cuts: Sequence[tuple[int, str]]) -> Story:
    """The story without some last sentences."""
    blocks = list(story.blocks)
    for number, text in cuts:
        left = len(blocks[number].text) - len(text)
        runs: list[Run] = []
        for run in blocks[number].runs:
            if left > 0:
                runs.append(replace(run, text=run.text[:left]))
            left -= len(run.text)
        blocks[number] = replace(blocks[number], runs=tuple(runs))
    return replace(story, blocks=tuple(blocks))
