"""Reads a YAML file into a tree of nodes that know their places: the only door to the yaml library.

Nodes are plain slotted classes: a frozen dataclass costs 2 ms at every start and twice the time for every value.

The tree is built from the parser's events, not from its composed nodes: that keeps the depth bounded (the C composer
recurses without a limit), finds duplicate keys with both places, and leaves every scalar as it was written, so that
``no``, ``off`` and ``1:30`` mean what the shape that reads them says and not what YAML 1.1 guesses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from printlayout.base.diagnostics import Collector, Span
from printlayout.spec.advice import full_width_colon, syntax_advice

MOST_BYTES = 4_000_000
"""A spec or story larger than this is no spec or story."""
MOST_NODES = 50_000
"""Nodes of a file with every alias counted as what it stands for (a YAML bomb has billions)."""
MOST_DEPTH = 40
"""Levels of nesting."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_UNPRINTABLE = frozenset(
    map(chr, {*range(32), *range(127, 160), *range(0xD800, 0xE000), 0xFFFD, 0xFFFE, 0xFFFF} - {9, 10, 13, 0x85})
)
"""What YAML does not take (halves of surrogate pairs among it), and U+FFFD. A set and not a pattern:
such a pattern takes 5 ms to compile."""
NULLS = frozenset(("", "~", "null", "Null", "NULL"))


class Scalar:
    """A single value as written. ``plain``: without quotes; ``block``: a ``|`` or ``>`` text."""

    __slots__ = ("block", "plain", "span", "text")

    def __init__(self, text: str, span: Span, plain: bool = True, block: bool = False) -> None:
        self.text = text
        self.span = span
        self.plain = plain
        self.block = block

    @property
    def null(self) -> bool:
        """Whether nothing stands here (``key:`` or ``key: null``)."""
        return self.plain and self.text in NULLS


class Sequence:
    """A list."""

    __slots__ = ("items", "span")

    def __init__(self, items: tuple[Node, ...], span: Span) -> None:
        self.items = items
        self.span = span


class Mapping:
    """Keys and values in the order of the file. ``end``: the line and column after its last character, from 0, as the
    parser tells it; of a map in braces that is the place after the brace."""

    __slots__ = ("end", "entries", "span")

    def __init__(self, entries: tuple[tuple[Scalar, Node], ...], span: Span, end: tuple[int, int] = (0, 0)) -> None:
        self.entries = entries
        self.span = span
        self.end = end

    def get(self, key: str) -> Node | None:
        """The value of a key."""
        return next((value for name, value in self.entries if name.text == key), None)


Node: TypeAlias = "Scalar | Sequence | Mapping"


def shown(path: Path) -> str:
    """A path as the user would write it: relative to the folder the program was called in where possible."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def read_text(path: Path, collector: Collector, span: Span | None = None) -> str | None:
    """The text of a UTF-8 file; whatever is wrong with it is told. ``span`` is the place that asked for it."""
    file = shown(path)
    try:
        if path.stat().st_size > MOST_BYTES:
            collector.error("spec.too-large", Span(file), limit=f"{MOST_BYTES // 1_000_000} MB")
            return None
        data = path.read_bytes()
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        collector.error("spec.missing-file", span or Span(file), file=file, reason=reason)
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        collector.error("spec.not-utf8", Span(file, 1, 1), byte=1, guess="UTF-16")
        return None
    if data.startswith(b"\xef\xbb\xbf"):
        collector.info("spec.bom", Span(file, 1, 1))
        data = data[3:]
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as problem:
        before = data[: problem.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        collector.error("spec.not-utf8", Span(file, line, column), byte=problem.start + 1, guess=_guess(data))
        return None


def _guess(data: bytes) -> str:
    """The encoding that a file which is not UTF-8 most probably has."""
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return "?"
    return "GBK/GB18030"


def read_document(path: Path, collector: Collector, span: Span | None = None) -> Node | None:
    """The tree of a YAML file, or ``None`` if it cannot be read."""
    text = read_text(path, collector, span)
    return None if text is None else parse(text, shown(path), collector)


def parse(text: str, file: str, collector: Collector, first_line: int = 1) -> Node | None:
    """The tree of a YAML text whose first line is line ``first_line`` of ``file``."""
    lines = _BREAK.split(text)

    def place(mark: Any) -> Span:
        excerpt = lines[mark.line] if mark.line < len(lines) else ""
        return Span(file, mark.line + first_line, mark.column + 1, excerpt)

    def inside(span: Span) -> Span:
        """The first character of a block text whose ``|`` stands at ``span``."""
        number = span.line - first_line + 1
        line = lines[number] if number < len(lines) else ""
        return Span(file, span.line + 1, len(line) - len(line.lstrip()) + 1, line)

    if not _UNPRINTABLE.isdisjoint(text):
        text = _without_unprintables(lines, file, first_line, collector)
    builder = _Builder(collector, place, inside, lines)
    try:
        root = builder.build(yaml.parse(text, Loader=_LOADER))
    except yaml.YAMLError as problem:
        said = str(getattr(problem, "problem", None) or problem).splitlines()[0]
        where = [getattr(problem, name, None) for name in ("problem_mark", "context_mark")]
        if "end of stream" in said:  # an open quote is found missing at the end, but it is missed where it opens
            where.reverse()
        span = next((place(mark) for mark in where if mark), Span(file))
        before = span.line - first_line - 1
        if full_width_colon(span.excerpt, lines[before] if 0 <= before < len(lines) else "") == 2:
            span = Span(file, span.line - 1, 1, lines[before])
        collector.error("spec.syntax", span, problem=said, **syntax_advice(said, span.excerpt))
        return None
    if root is None and not builder.stopped:
        collector.error("spec.empty", Span(file, first_line, 1, lines[0]))
    return root


def _without_unprintables(lines: list[str], file: str, first_line: int, collector: Collector) -> str:
    """The text with a space for every character the parser would stop at; each is told."""
    for number, line in enumerate(lines):
        if not _UNPRINTABLE.isdisjoint(line):
            for index, char in enumerate(line):
                if char in _UNPRINTABLE:
                    span = Span(file, number + first_line, index + 1, line)
                    collector.error("spec.odd-character", span, char=f"U+{ord(char):04X}")
            lines[number] = "".join(" " if char in _UNPRINTABLE else char for char in line)
    return "\n".join(lines)


class _Open:
    """A list or map whose end has not come yet."""

    __slots__ = ("anchor", "first", "is_map", "items", "key", "size", "span")

    def __init__(self, span: Span, is_map: bool, anchor: str | None) -> None:
        self.span = span
        self.is_map = is_map
        self.anchor = anchor
        self.items: list[Any] = []
        self.key: Scalar | None = None
        self.first: dict[str, Span] = {}
        self.size = 1

    def node(self, end: Any) -> Node:
        if self.is_map:
            return Mapping(tuple(self.items), self.span, (end.line, end.column))
        return Sequence(tuple(self.items), self.span)


class _Builder:
    """Builds a tree from parser events, without recursion. ``stopped``: a fault that ends reading was told."""

    def __init__(self, collector: Collector, place: Any, inside: Any, lines: list[str]) -> None:
        self.collector = collector
        self.place = place
        self.inside = inside
        self.lines = lines
        self.stopped = False
        self.root: Node | None = None
        self.stack: list[_Open] = []
        self.anchors: dict[str, tuple[Node | None, int]] = {}

    def build(self, events: Iterable[Any]) -> Node | None:
        documents = 0
        for event in events:
            kind = type(event)
            if kind is ScalarEvent:
                style = event.style
                block = style in ("|", ">")
                span = self.place(event.start_mark)
                text = event.value
                if not style and event.end_mark.line > event.start_mark.line:
                    text = self.folded(text, event.start_mark, event.end_mark)
                node = Scalar(text, self.inside(span) if block else span, not style, block)
                self._tag(event)
                self._put(node, 1, event.anchor)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                span = self.place(event.start_mark)
                self._tag(event)
                if len(self.stack) >= MOST_DEPTH:
                    return self._stop("spec.too-large", span, limit=f"{MOST_DEPTH} levels")
                if event.anchor:
                    self.anchors[event.anchor] = (None, 0)
                self.stack.append(_Open(span, kind is MappingStartEvent, event.anchor))
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                done = self.stack.pop()
                self._put(done.node(event.end_mark), done.size, done.anchor)
            elif kind is AliasEvent:
                node_or_none, size = self.anchors.get(event.anchor, (None, -1))
                span = self.place(event.start_mark)
                if node_or_none is None:
                    code = "spec.unknown-anchor" if size < 0 else "spec.cycle"
                    return self._stop(code, span, name=f"*{event.anchor}", chain=f"*{event.anchor}")
                self._put(node_or_none, size, None)
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    return self._stop("spec.several-documents", self.place(event.start_mark), keep=True)
            if self.stack and self.stack[-1].size > MOST_NODES:
                return self._stop("spec.too-large", self.stack[-1].span, limit=f"{MOST_NODES} nodes")
        return self.root

    def folded(self, text: str, start: Any, end: Any) -> str:
        """A plain text over several lines, joined as Chinese is: YAML puts a space at every line end, which is right
        between Latin words only.
        """
        rows = self.lines[start.line : end.line + 1]
        if end.line >= len(self.lines) or "\n" in text:
            return text
        rows[-1] = rows[-1][: end.column]
        rows[0] = rows[0][start.column :]
        rows = [row.strip(" \t") for row in rows]
        if " ".join(rows) != text or not all(rows):  # comments between, or blank lines
            return text
        made = rows[0]
        for row in rows[1:]:
            made += row if ord(made[-1]) > 0x2E7F or ord(row[0]) > 0x2E7F else " " + row
        return made

    def _stop(self, code: str, span: Span, keep: bool = False, **args: str) -> Node | None:
        self.collector.error(code, span, **args)
        self.stopped = True
        return self.root if keep else None

    def _tag(self, event: Any) -> None:
        if event.tag and event.tag != "!":
            self.collector.error("spec.tag", self.place(event.start_mark), tag=event.tag)

    def _put(self, node: Node, size: int, anchor: str | None) -> None:
        if anchor:
            self.anchors[anchor] = (node, size)
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        top.size += size
        if not top.is_map:
            top.items.append(node)
        elif top.key is None:
            if not isinstance(node, Scalar):
                self.collector.error("spec.key-not-text", node.span)
                node = Scalar("", node.span)
            top.key = node
        else:
            key, top.key = top.key, None
            if key.text in top.first:
                self.collector.error("spec.duplicate-key", key.span, key=key.text, first=top.first[key.text].line)
            else:
                top.first[key.text] = key.span
                top.items.append((key, node))


def plain(node: Node) -> Any:
    """A tree as plain values by the core rules of YAML 1.2 (what a JSON Schema judges)."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if not node.plain:
        return node.text
    if node.null:
        return None
    if node.text in ("true", "false"):
        return node.text == "true"
    if re.fullmatch(r"[-+]?[0-9]{1,18}", node.text):
        return int(node.text)
    if re.fullmatch(r"[-+]?[0-9]{0,18}\.?[0-9]{1,18}", node.text):
        return float(node.text)
    return node.text
