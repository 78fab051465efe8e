"""The body of a story: a small part of Markdown, with every character's place."""

from __future__ import annotations

import re
from pathlib import Path

from printlayout.base.diagnostics import Span
from printlayout.base.value import replace
from printlayout.model.story import Block, Run
from printlayout.spec.advice import near_args
from printlayout.spec.shapes import Reading
from printlayout.text.characters import odd_characters

_HEADING = re.compile(r"(#{1,6})([ \t\u3000]+|\Z)")
_TIGHT_HEADING = re.compile(r"(#{2,6})(?=[^#\s])")
_TOKEN = re.compile(r"\*\*|\\[!-/:-@\[-`{-~]|\[(?P<text>[^\[\]]+)\]\{(?P<mark>[^{}]*)\}")
MARKS = {
    "着重": "dots", "专名": "name", "书名": "title", "示亡": "mourning", "均排": "even", "注音": "ruby", "拼音": "ruby",
    "dots": "dots", "name": "name", "title": "title", "mourning": "mourning", "even": "even", "ruby": "ruby",
}  # fmt: skip
"""Words of ``[文字]{着重}``, Chinese and English, to the marks of runs (R49, R69, R70)."""
WITH_NOTE = ("even", "ruby")
_ITEM = re.compile(r"(?:[-*+●■▲◆]|(?P<number>[0-9]{1,3})[.)])[ \t\u3000]+(?=\S)")
_QUOTE = re.compile(r">[ \t\u3000]*")
_SAID = re.compile(r"(?:——|—|--)[ \u3000]*(?=\S)")
_TABLE = re.compile(r"(```|~~~)[ \t]*(?:表格|table)[ \t]*\Z")
_ELSEWHERE = re.compile(
    r"(?P<picture>!\[[^\]]*\]\()|(?P<code>```|~~~)"
    r"|(?P<rule>(?:-{3,}|\*{3,}|_{3,}|={3,})\Z)|(?P<table>\|.*\|\Z)"
)
_LINK = re.compile(r"\[[^\]\n]+\]\((?=[^)\s]+\))")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_BLANK = " \t\u3000"
_LATIN = re.compile(r"[\x21-\x7e\u00a1-\u024f\u0370-\u052f]")


class Body:
    """Reads the lines of a body into blocks."""

    def __init__(self, file: str, at: Reading, root: Path | None = None) -> None:
        self.file = file
        self.at = at
        self.root = root
        """Folder of the issue, where tables look for their files."""
        self.blocks: list[Block] = []
        self.runs: list[Run] = []
        self.strong: Span | None = None
        """Place of the ``**`` that is open."""
        self.kind = "para"
        """What is being read: a para, an item, a quote."""
        self.label: Run | None = None

    def read(self, lines: list[str], first: int) -> tuple[Block, ...]:
        """The blocks of the lines from index ``first`` on."""
        comment: Span | None = None
        number = first - 1
        while (number := number + 1) < len(lines):
            line = lines[number]
            place = Span(self.file, number + 1, 1, line)
            if comment is None and (fence := _TABLE.match(line.rstrip())):
                number = self._table(lines, number, fence[1])
                continue
            if comment is None and "<!--" not in line:
                pieces = [(0, line)] if line.strip(_BLANK) else []
                blank = not pieces
            else:
                pieces, comment = self._without_comments(line, place, comment)
                blank = False
            if blank:
                self._end()
            elif pieces:
                self._line(pieces, place)
        if comment is not None:
            self._unclosed(lines, comment)
        self._end()
        return tuple(self.blocks)

    def _table(self, lines: list[str], number: int, fence: str) -> int:
        """The table whose fence opens on line ``number``; returns the line of the closing fence."""
        from printlayout.spec.tables import read_table

        self._end()
        place = Span(self.file, number + 1, 1, lines[number])
        end = next((n for n in range(number + 1, len(lines)) if lines[n].strip() == fence), None)
        if end is None:
            self.at.fault("table.unclosed", place, fence=fence)
            end = len(lines)
        table = read_table(lines[number + 1 : end], place, self.root, self.stretch, self.at)
        if table is not None:
            self.blocks.append(Block("table", (), place, None, table))
        return end

    def stretch(self, text: str, place: Span) -> tuple[Run, ...]:
        """The runs of a text that stands alone, such as a cell of a table."""
        self._odd(text, place)
        runs = self._runs(text.replace("\t", " "), place)
        if self.strong is not None:
            self.at.fault("story.unbalanced-strong", self.strong)
            self.strong = None
        return tuple(runs)

    def _unclosed(self, lines: list[str], comment: Span) -> None:
        """A comment that never ends: told, and its text set as text, so that none is lost."""
        self.at.fault("story.unclosed-comment", comment)
        for number in range(comment.line - 1, len(lines)):
            line = lines[number]
            start = comment.column - 1 if number == comment.line - 1 else 0
            if line[start:].strip(_BLANK):
                self._line([(start, line[start:])], Span(self.file, number + 1, 1, line))
            else:
                self._end()

    def _without_comments(
        self, line: str, place: Span, comment: Span | None
    ) -> tuple[list[tuple[int, str]], Span | None]:
        """What is left of a line outside ``<!-- -->``: offsets and texts; and the comment still open."""
        pieces: list[tuple[int, str]] = []
        position = 0
        while position < len(line):
            if comment is not None:
                end = line.find("-->", position)
                if end < 0:
                    break
                comment, position = None, end + 3
                continue
            start = line.find("<!--", position)
            if start < 0:
                pieces.append((position, line[position:]))
                break
            if start > position:
                pieces.append((position, line[position:start]))
            comment, position = place.shifted(start), start + 4
        return [piece for piece in pieces if piece[1].strip(_BLANK)], comment

    def _line(self, pieces: list[tuple[int, str]], place: Span) -> None:
        """One physical line of text."""
        offset, text = pieces[0]
        bare = text.lstrip(_BLANK)
        offset += len(text) - len(bare)
        if opened := self._opened(bare, place.shifted(offset)):
            bare, offset = bare[opened:], offset + opened
            if not bare:
                return
        heading = None if opened else _HEADING.match(bare) or _TIGHT_HEADING.match(bare)
        if heading is None:
            self._look_elsewhere(bare, place.shifted(offset))
            self._text([(offset, bare), *pieces[1:]], place)
            return
        level = len(heading[1])
        if level != 2:
            self.at.fault("story.heading-level", place.shifted(offset), marks=heading[1])
        elif heading.re is _TIGHT_HEADING:
            self.at.collector.warn("story.heading-space", place.shifted(offset))
        self._end()
        rest = bare[heading.end() :]
        if not rest.strip(_BLANK) and len(pieces) == 1:
            self.at.fault("story.empty-heading", place.shifted(offset))
            return
        self._text([(offset + heading.end(), rest), *pieces[1:]], place)
        self._end("subhead")

    def _opened(self, text: str, span: Span) -> int:
        """How much of a line opens an item of a list or goes on with a pull quote."""
        quote = _QUOTE.match(text)
        if quote is None:
            if self.kind == "quote":
                self._end()
            item = _ITEM.match(text)
            if item is None:
                return 0
            self._end()
            self.kind = "item"
            self.label = Run(item["number"], "text", span) if item["number"] else None
            return item.end()
        if self.kind != "quote":
            self._end()
            self.kind = "quote"
        said = _SAID.match(text, quote.end())
        if said is None or not self.runs:
            return quote.end()
        name = text[said.end() :].rstrip(_BLANK)
        self.label = Run(name, "text", span.shifted(said.end()))
        self._odd(name, self.label.span)
        return len(text)

    def _look_elsewhere(self, text: str, span: Span) -> None:
        """Markup of other dialects is set as it stands; the person should know."""
        found = _ELSEWHERE.match(text) or _LINK.search(text)
        if found is not None:
            mark = found[0].strip()[:12]
            self.at.collector.warn("story.unsupported-markup", span.shifted(found.start()), mark=mark)

    def _text(self, pieces: list[tuple[int, str]], place: Span) -> None:
        """Text of one line to runs; the line is joined to the one before it."""
        last_offset, last = pieces[-1]
        pieces = [*pieces[:-1], (last_offset, last.rstrip(_BLANK))]
        made: list[Run] = []
        for offset, text in pieces:
            self._odd(text, place.shifted(offset))
            made += self._runs(text.replace("\t", " "), place.shifted(offset))
        if made and self.runs and _joined_by_space(self.runs[-1].text, made[0].text):
            self.runs[-1] = replace(self.runs[-1], text=self.runs[-1].text + " ")
        self.runs += made

    def _odd(self, text: str, place: Span) -> None:
        """Tell characters that have no business in copy."""
        for index, code in odd_characters(text):
            span, char = place.shifted(index), f"U+{ord(text[index]):04X}"
            if code == "story.invisible-character":
                self.at.collector.warn(code, span, char=char)
            else:
                self.at.fault(code, span, char=char)

    def _runs(self, text: str, span: Span) -> list[Run]:
        """A stretch of source cut at ``**`` and escapes."""
        made: list[Run] = []

        def add(start: int, end: int) -> None:
            if end > start:
                made.append(Run(text[start:end], "strong" if self.strong else "text", span.shifted(start)))

        start = 0
        for token in _TOKEN.finditer(text):
            add(start, token.start())
            if token[0] == "**":
                self.strong = None if self.strong else span.shifted(token.start())
                start = token.end()
            elif token["text"]:
                made.append(_marked(token, span, "strong" if self.strong else "text", self.at))
                start = token.end()
            else:
                start = token.start() + 1
        add(start, len(text))
        return made

    def _end(self, kind: str = "") -> None:
        """End the block, which is of ``kind`` or of the kind that was opened."""
        if self.strong is not None:
            self.at.fault("story.unbalanced-strong", self.strong)
            self.strong = None
        if self.runs:
            self.blocks.append(Block(kind or self.kind, tuple(self.runs), self.runs[0].span, self.label))
            self.runs = []
        self.kind, self.label = "para", None


def inline(run: Run, at: Reading) -> tuple[Run, ...]:
    """A line of front matter cut at its marks, ``[李荣]{均排 3}``."""
    made: list[Run] = []
    start = 0
    for token in _TOKEN.finditer(run.text):
        if token["text"]:
            if token.start() > start:
                made.append(Run(run.text[start : token.start()], run.role, run.span.shifted(start)))
            made.append(_marked(token, run.span, run.role, at))
            start = token.end()
    if start < len(run.text):
        made.append(Run(run.text[start:], run.role, run.span.shifted(start)))
    return tuple(made)


def _marked(token: re.Match[str], span: Span, role: str, at: Reading) -> Run:
    """``[文字]{着重}``: a run with its mark; a word that is none is told, and the text kept."""
    word, _, note = token["mark"].strip().partition(" ")
    mark, note = MARKS.get(word, ""), note.strip()
    place = span.shifted(token.start("mark"))
    if not mark:
        at.fault("story.unknown-mark", place, word=word[:20], **near_args(word, MARKS))
    elif (mark in WITH_NOTE) != bool(note) or (mark == "even" and not _NUMBER.fullmatch(note)):
        at.fault("story.mark-note", place, word=word)
        mark = ""
    return Run(token["text"], role, span.shifted(token.start("text")), mark, note)


def _joined_by_space(before: str, after: str) -> bool:
    """Whether two lines of one paragraph need a space between: both edges are Latin."""
    return bool(before) and bool(after) and bool(_LATIN.match(before[-1])) and bool(_LATIN.match(after[0]))
