"""Reads a story: front matter, then paragraphs, ``## `` sub-headings and ``**strong**``, every run with its place.

A run's characters stand one after another on one line of the file: ``run.span`` shifted by *i* is the place of its
*i*-th character. Where the source has more than the text (an escape, a comment, a line end) a new run begins. The one
character added is the space that joins two lines of Latin text; it stands at the end of the first line's run.
"""

from __future__ import annotations

import re
from pathlib import Path

from printlayout.base.diagnostics import Span
from printlayout.base.value import replace
from printlayout.model.story import Block, Picture, Run, Story
from printlayout.spec.document import parse, read_text, shown
from printlayout.spec.markup import Body, inline
from printlayout.spec.pictures import read_picture
from printlayout.spec.shapes import Reading
from printlayout.spec.story_keys import STORY, HeadlineKeys, StoryKeys
from printlayout.text.normalise import substitutions

_FENCE = re.compile(r"---[ \t]*\Z")


def load_story(root: Path, path: Path, asked: Span, at: Reading) -> Story | None:
    """The story of a file; ``None`` if it cannot be read at all. ``asked`` is the place that names it."""
    failed = at.collector.failed
    text = read_text(path, at.collector, asked)
    if text is None:
        at.faults += 1
        return None
    if at.collector.failed and not failed:
        at.faults += 1
    return read_story(text, shown(path), path.stem, root, at)


def read_story(text: str, file: str, name: str, root: Path, at: Reading) -> Story:
    """The story of a text. Faults are told; what can be kept is kept."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    start = Span(file, 1, 1, lines[0])
    keys, first = _front_matter(lines, file, start, at)
    blocks = Body(file, at, root).read(lines, first)
    if keys.qa:
        from printlayout.spec.questions import asked_and_answered

        blocks = asked_and_answered(blocks, keys.qa, at)
    if not blocks:
        at.fault("story.empty", Span(file, len(lines), 1), name=name)
    pictures = [read_picture(picture, root, at) for picture in keys.pictures]
    headline, steps = _headline(keys)
    return Story(
        name=name,
        kicker=keys.kicker,
        headline=headline,
        deck=_flat(keys.deck),
        byline=inline(keys.byline, at) if keys.byline else (),
        blocks=blocks,
        pictures=tuple(picture for picture in pictures if picture is not None),
        lang=keys.lang,
        span=start,
        steps=steps if any(steps) else (),
        label=keys.label,
        summary=_flat(keys.summary),
    )


def _front_matter(lines: list[str], file: str, start: Span, at: Reading) -> tuple[StoryKeys, int]:
    """The front matter and the index of the body's first line. A story may have none."""
    if not _FENCE.match(lines[0]):
        return StoryKeys.filled(start), 0
    end = next((n for n in range(1, len(lines)) if _FENCE.match(lines[n])), None)
    if end is None:
        at.fault("story.unclosed-front-matter", start)
        return StoryKeys.filled(start), len(lines)
    if not "".join(lines[1:end]).strip():
        return StoryKeys.filled(start), end + 1
    told = len(at.collector.findings)
    node = parse("\n".join(lines[1:end]), file, at.collector, first_line=2)
    at.faults += len(at.collector.findings) - told
    keys = STORY.read(node, at, "---") if node is not None else None
    return keys or StoryKeys.filled(start), end + 1


def _headline(keys: StoryKeys) -> tuple[tuple[Run, ...], tuple[int, ...]]:
    """The lines of the headline and how many steps smaller each is."""
    lines = [
        (run, item.step if isinstance(item, HeadlineKeys) else 0)
        for item in keys.headline
        for run in (item.text if isinstance(item, HeadlineKeys) else item)
    ]
    return tuple(run for run, _ in lines), tuple(step for _, step in lines)


def _flat(rows: tuple[tuple[Run, ...], ...]) -> tuple[Run, ...]:
    return tuple(run for row in rows for run in row)


def normalised(story: Story) -> Story:
    """The story with half-width marks made full-width where its text is Chinese; other languages stay as they are.

    Marks are judged in the whole paragraph (a quotation may run over several lines); places stay exact, because a
    run whose length changes is cut there.
    """
    if story.lang and not story.lang.lower().startswith("zh"):
        return story
    count = 0

    def made(runs: tuple[Run, ...]) -> tuple[Run, ...]:
        nonlocal count
        text = "".join(run.text for run in runs)
        changes = substitutions(text)
        count += len(changes)
        return _applied(runs, changes) if changes else runs

    def one(run: Run | None) -> Run | None:
        if run is None:
            return None
        # A line outside the body stays one run: it is short, and layout takes it as one.
        runs = made((run,))
        return replace(run, text="".join(r.text for r in runs))

    def rows(many: tuple[Run, ...]) -> tuple[Run, ...]:
        return tuple(run for run in map(one, many) if run is not None)

    def worded(picture: Picture) -> Picture:
        members = tuple(map(worded, picture.members))
        return replace(picture, caption=one(picture.caption), credit=one(picture.credit), members=members)

    def block_made(block: Block) -> Block:
        if block.table is None:
            return replace(block, runs=made(block.runs))
        from printlayout.spec.tables import normalised_table

        return replace(block, table=normalised_table(block.table, made))

    return replace(
        story,
        kicker=one(story.kicker),
        headline=rows(story.headline),
        deck=rows(story.deck),
        byline=made(story.byline),
        label=one(story.label),
        summary=rows(story.summary),
        blocks=tuple(block_made(block) for block in story.blocks),
        pictures=tuple(map(worded, story.pictures)),
        normalised=count,
    )


def normalised_picture(picture: Picture) -> Picture:
    """A picture's words with half-width marks made full-width."""
    story = normalised(Story("", pictures=(picture,)))
    return story.pictures[0]


def _applied(runs: tuple[Run, ...], changes: list[tuple[int, int, str]]) -> tuple[Run, ...]:
    """Runs with changes (start, end, replacement in the joined text) put in. A change over the border of two runs
    is written into the first.
    """
    made: list[Run] = []
    base = 0
    for run in runs:
        end = base + len(run.text)
        piece, piece_at, position = "", base, base
        for start, stop, new in changes:
            if stop <= base or start >= end:
                continue
            if start < base:  # began in the run before: its rest here is spent
                position = piece_at = min(stop, end)
                continue
            piece += run.text[position - base : start - base] + new
            position = min(stop, end)
            if len(new) != stop - start:
                made.append(replace(run, text=piece, span=run.span.shifted(piece_at - base)))
                piece, piece_at = "", position
        piece += run.text[position - base :]
        if piece:
            made.append(replace(run, text=piece, span=run.span.shifted(piece_at - base)))
        base = end
    return tuple(made)
