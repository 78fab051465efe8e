"""Keys of a spec in house order: the order in which their records define them (``*_keys.py``).

Entries are moved as pieces of text, by the places the parser tells: comments, quotes, anchors, blank lines and the way
a value is written go with them unchanged, because nothing is written anew. A comment belongs to the key it stands
over; one at the head of the file stays there. What cannot be moved without doubt stays where it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from printlayout.base.diagnostics import Collector
from printlayout.spec.document import Mapping, Node, Sequence, parse
from printlayout.spec.shapes import Either, ListOf, MapOf, Record, Shape, Spec

Shaped = Shape[Any]
FIRST = ("extends", "name", "kind")
"""Keys that come first in every record: what it is made from, what it is called and what it is."""
_ODD = frozenset("\r\x85\u2028\u2029")
"""Line ends that YAML knows and editors do not count as lines."""


def in_order(text: str, shape: Shaped, file: str, collector: Collector, first_line: int = 1) -> str:
    """The text with every map whose keys are known in house order. Faults of its YAML are told, and the text is then
    what it was. The first line of ``text`` is line ``first_line`` of ``file``."""
    faults = len(collector.findings)
    root = parse(text, file, collector, first_line)
    if root is None or len(collector.findings) > faults:
        return text
    if "\r\n" in text:
        return in_order(text.replace("\r\n", "\n"), shape, file, collector, first_line).replace("\n", "\r\n")
    if not _ODD.isdisjoint(text):
        return text
    ended = text if text.endswith("\n") else text + "\n"
    for wary in (False, True):
        made = _Text(ended, first_line, wary).ordered(root, shape)
        again = parse(made, file, Collector(), first_line)
        if again is not None and _meaning(again) == _meaning(root):
            return made
    return text


def _meaning(node: Node) -> object:
    """What a tree says, whatever the order of its keys."""
    if isinstance(node, Mapping):
        return {key.text: _meaning(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [_meaning(item) for item in node.items]
    return (node.text, node.null)


class _Text:
    """A text whose pieces change places; it never changes its length, so that places stay true from the inner maps to
    the outer ones. ``wary``: maps with anchors or aliases in them are left alone (a name may have to come first)."""

    def __init__(self, text: str, first_line: int, wary: bool) -> None:
        self.text = text
        self.first_line = first_line
        self.wary = wary
        self.starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self.done: set[int] = set()

    def ordered(self, root: Node, shape: Shaped) -> str:
        self._walk(root, shape, len(self.text))
        return self.text

    def _offset(self, node: Node) -> int:
        return self.starts[node.span.line - self.first_line] + node.span.column - 1

    def _walk(self, node: Node, shape: Shaped | None, end: int) -> None:
        """Put a node in order, the inner ones first. ``end``: where what follows it begins, at the latest."""
        if shape is None or id(node) in self.done:  # an alias is the node it stands for
            return
        self.done.add(id(node))
        if isinstance(shape, Either):
            shape = shape.single if isinstance(node, Sequence) else shape.mapping
        if isinstance(shape, ListOf) and isinstance(node, Mapping) and shape.single:
            shape = shape.of
        if isinstance(node, Sequence):
            ends = [*(self._offset(item) for item in node.items[1:]), end]
            for item, after in zip(node.items, ends, strict=False):
                self._walk(item, getattr(shape, "of", None), self._line_start(after) if after < end else end)
        elif isinstance(node, Mapping) and node.entries:
            self._walk_map(node, shape, end)

    def _walk_map(self, node: Mapping, shape: Shaped, end: int) -> None:
        at = [self._offset(key) for key, _ in node.entries]
        within = list(_under(shape, node))
        for (_, value), inner, after in zip(node.entries, within, [*at[1:], end], strict=True):
            self._walk(value, inner, after)
        if not isinstance(shape, Record):
            if isinstance(inner_of := getattr(shape, "of", None), Record) and not isinstance(shape, MapOf):
                self._order(node, at, inner_of.of, end)
            return
        self._order(node, at, shape.of, end)

    def _order(self, node: Mapping, at: list[int], of: type[Spec], end: int) -> None:
        known = {key: place for place, key in enumerate(dict.fromkeys([*FIRST, *of.items]))}
        places = [known.get(key.text, len(known)) for key, _ in node.entries]
        order = sorted(range(len(at)), key=places.__getitem__)
        if order == sorted(order) or at != sorted(at):
            return
        braces = self.text[self._offset(node)] == "{"
        last = self.starts[node.end[0]] + node.end[1] if braces else end
        piece = self.text[at[0] : last]
        if self.wary and ("&" in piece or "*" in piece):
            return
        if braces:
            self._order_braces(at, last, order)
        else:
            self._order_block(at, end, order)

    # -- {a: 1, b: 2} -------------------------------------------------------------------------------------------

    def _order_braces(self, at: list[int], last: int, order: list[int]) -> None:
        """Entries change places between the commas, which stay."""
        piece = self.text[at[0] : last]
        if "#" in piece and "\n" in piece:
            return  # a comment inside: whose it is cannot be said
        parts, gaps = [], []
        for start, after in zip(at, [*at[1:], last - 1], strict=True):
            written = self.text[start:after]
            part = written.rstrip()
            if after != last - 1:
                if not part.endswith(","):
                    return
                part = part[:-1].rstrip()
            elif part.endswith(","):
                part = part[:-1].rstrip()
            parts.append(part)
            gaps.append(written[len(part) :])
        made = "".join(parts[one] + gap for one, gap in zip(order, gaps, strict=True))
        self._put(at[0], last - 1, made)

    # -- lines --------------------------------------------------------------------------------------------------

    def _order_block(self, at: list[int], end: int, order: list[int]) -> None:
        """Entries change places with the comments over them and the blank lines over these."""
        first = self._line_start(at[0])
        lead = self.text[first : at[0]]
        column = len(lead)
        if lead.strip(" -"):
            return  # something else begins on the first key's line
        heads = [self._line_start(start) for start in at]
        if any(self.text[head:start].strip(" ") for head, start in zip(heads[1:], at[1:], strict=True)):
            return
        listed = "-" in lead
        begins = [first if listed else self._over(heads[0], 0, column, top=first)]
        begins += [self._over(head, heads[place], column) for place, head in enumerate(heads[1:])]
        stop = self._tail(at[-1], end, column)
        blocks = [self.text[a:b] for a, b in zip(begins, [*begins[1:], stop], strict=True)]
        if listed:
            blocks[0] = " " * column + blocks[0][column:]
        gaps = [block[: len(block) - len(block.lstrip("\n"))] for block in blocks]
        bodies = [block.lstrip("\n") for block in blocks]
        # no blank line may come to stand over the first entry: the one that was first takes it
        if order[0] != 0:
            gaps[order[0]], gaps[0] = gaps[0], gaps[order[0]]
        made = "".join(gaps[one] + bodies[one] for one in order)
        if listed:
            comments = len(made) - len("".join(made.splitlines(keepends=True)[_comments(made) :]))
            made = made[:comments] + lead + made[comments + column :]
        self._put(begins[0], stop, made)

    def _over(self, head: int, least: int, column: int, top: int = -1) -> int:
        """Where an entry begins whose key's line begins at ``head``: at the comments right over it and the blank lines
        over these, but not before the end of the line ``least`` is on. Of the first entry of a file (``top``) the first
        lines stay where they are."""
        begin = head
        while begin > least:
            before = self._line_start(begin - 1)
            line = self.text[before : begin - 1]
            bare = line.lstrip(" ")
            if before <= least or not bare.startswith("#") or len(line) - len(bare) != column:
                break
            begin = before
        if top >= 0:
            if self.text[:begin].strip() == "" or begin == 0 or not self.text[: begin - 1].endswith("\n"):
                return head  # comments at the head of the file, or of the map
            return begin
        while begin > least + 1 and self._line_start(begin - 1) > least and self.text[begin - 2] == "\n":
            begin -= 1
        return begin

    def _tail(self, last_key: int, end: int, column: int) -> int:
        """Where the last entry ends: before comments and blank lines that belong to what follows the map."""
        stop = end if end == len(self.text) else self._line_start(end)
        while stop > last_key:
            before = self._line_start(stop - 1)
            line = self.text[before : stop - 1]
            bare = line.strip(" ")
            if before <= last_key or (
                bare and not (bare.startswith("#") and len(line) - len(line.lstrip(" ")) <= column)
            ):
                break
            stop = before
        return stop

    def _line_start(self, offset: int) -> int:
        return self.text.rfind("\n", 0, offset) + 1

    def _put(self, start: int, stop: int, made: str) -> None:
        assert len(made) == stop - start
        self.text = self.text[:start] + made + self.text[stop:]


def _comments(text: str) -> int:
    """How many whole lines of comments a text begins with."""
    lines = text.split("\n")
    return next((at for at, line in enumerate(lines) if not line.lstrip(" ").startswith("#")), 0)


def _under(shape: Shaped, node: Mapping) -> Iterator[Shaped | None]:
    """The shape of every value of a map."""
    for key, _ in node.entries:
        of = shape
        while not isinstance(of, Record | MapOf) and isinstance(getattr(of, "of", None), Shape):
            of = of.of  # type: ignore[attr-defined]
        if isinstance(of, Record):
            found = of.of.items.get(key.text)
            yield found[1].shape if found else None
        else:
            yield of.of if isinstance(of, MapOf) else None
