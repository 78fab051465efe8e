"""Reads one ``catalogue.yaml`` into families; every mistake becomes a finding with its line."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent

from printlayout.base.diagnostics import Collector, Span
from printlayout.base.shipped import shipped
from printlayout.base.value import dataclass
from printlayout.fonts.cache import font_path
from printlayout.fonts.catalogue import Family, FontFile, Package

MOST_DEPTH = 20
"""Levels of nesting; a catalogue has five."""
_SHIPPED = "fonts/catalogue.yaml"
_FAMILY_KEYS = ("names", "licence", "package", "version", "fallback", "instead", "faces")
_FACE_KEYS = ("file", "sha256", "index", "instance", "axes")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser where PyYAML was built with it (all its wheels are): ten times faster."""


def read_families(path: Path, collector: Collector) -> list[Family]:
    """The families of one catalogue, in its order. What is wrong is told (``font.catalogue-…``) and left out."""
    shown = _shown(path)
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        collector.error("font.catalogue-missing", Span(shown), file=shown, reason=_reason(error))
        return []
    try:
        root = yaml.compose(text, Loader=_Loader) if path == shipped(_SHIPPED) or _shallow(text) else None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        position = getattr(error, "position", None)
        if mark is not None:
            place = Span(shown, mark.line + 1, mark.column + 1)
        else:  # a character YAML does not take: the library tells how many are before it
            before = text[: position or 0]
            place = Span(shown, before.count("\n") + 1, len(before) - before.rfind("\n"))
        collector.error("font.catalogue-syntax", place, reason=getattr(error, "problem", None) or _reason(error))
        return []
    reader = _Reader(path, shown, text.splitlines(), collector)
    families: list[Family] = []
    owner: dict[str, str] = {}
    top = dict(reader.entries(root, "catalogue", ("families",))) if root is not None else {}
    for name, node in reader.entries(top.get("families"), "families"):
        family = reader.family(name, node)
        for alias in (family.name, *family.names):
            other = owner.setdefault(alias.casefold(), name)
            if other != name:
                collector.error("font.catalogue-twice", family.span, name=alias, family=name, other=other)
        families.append(family)
    return families


def _shallow(text: str) -> bool:
    """Whether a text can be composed: that the library does by calling itself, level by level, without a limit.
    :raises yaml.YAMLError: at the level too many.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > MOST_DEPTH:
            mark: Any = event.start_mark
            raise yaml.MarkedYAMLError(problem=f"more than {MOST_DEPTH} levels", problem_mark=mark)
    return True


@dataclass(frozen=True, slots=True)
class _Reader:
    path: Path
    shown: str
    lines: list[str]
    collector: Collector

    def span(self, node: Any) -> Span:
        line, column = node.start_mark.line, node.start_mark.column
        return Span(self.shown, line + 1, column + 1, self.lines[line] if line < len(self.lines) else "")

    def wrong(self, node: Any, key: str, zh: str, en: str) -> None:
        self.collector.error("font.catalogue-value", self.span(node), key=key, expected_zh=zh, expected_en=en)

    def entries(self, node: Any, key: str, known: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
        """Keys and value nodes of a mapping; nothing for an absent one. With ``known``, other keys are told."""
        if node is None:
            return
        if not isinstance(node, yaml.MappingNode):
            self.wrong(node, key, "一组“键: 值”", "a mapping")
            return
        for key_node, value in node.value:
            name = str(key_node.value)
            if known and name not in known:
                from difflib import get_close_matches

                near = get_close_matches(name, known, n=1) or known
                self.collector.error(
                    "font.catalogue-key", self.span(key_node), key=name, place=key, known=", ".join(near)
                )
                continue
            yield name, value

    def text(self, node: Any, key: str) -> str:
        if node is None:
            return ""
        if isinstance(node, yaml.ScalarNode):
            return str(node.value)
        self.wrong(node, key, "一个词", "a single value")
        return ""

    def texts(self, node: Any, key: str) -> tuple[str, ...]:
        if node is None:
            return ()
        if isinstance(node, yaml.SequenceNode):
            return tuple(self.text(item, key) for item in node.value)
        self.wrong(node, key, "一个列表", "a list")
        return ()

    def number(self, node: Any, key: str, kind: Callable[[str], Any] = int) -> Any:
        """A number of ``kind``, or ``None`` after telling that it is none."""
        try:
            return kind(self.text(node, key))
        except ValueError:
            self.wrong(node, key, "一个数", "a number")
            return None

    def family(self, name: str, node: Any) -> Family:
        parts = dict(self.entries(node, name, _FAMILY_KEYS))
        package: Package | None = None
        if "package" in parts:
            package = Package(self.text(parts["package"], "package"), self.text(parts.get("version"), "version"))
            # An exact version only: "^5" or "latest" would bring other bytes tomorrow.
            if not package.version or not package.version[0].isdigit():
                self.wrong(parts.get("version", node), "version", "确切的版本号", "an exact version")
        licence = self.text(parts.get("licence"), "licence")
        faces: dict[int, FontFile] = {}
        for weight, face_node in self.entries(parts.get("faces"), "faces"):
            file = self.face(name, weight, face_node, package, licence)
            if file is not None:
                faces[file.weight] = file
        instead: dict[int, int] = {}
        for asked, taken_node in self.entries(parts.get("instead"), "instead"):
            taken = self.number(taken_node, "instead")
            if taken in faces and asked.isdecimal() and int(asked) not in faces:
                instead[int(asked)] = taken
            elif taken is not None:
                self.wrong(taken_node, "instead", "没有的字重: 已有的字重", "missing weight: a weight there is")
        if not getattr(parts.get("faces"), "value", None):
            self.wrong(node, "faces", "至少一款字重", "at least one weight")
        names = self.texts(parts.get("names"), "names")
        fallback = self.texts(parts.get("fallback"), "fallback")
        return Family(name, names, faces, fallback, instead, licence, self.span(node))

    def face(self, family: str, weight: str, node: Any, package: Package | None, licence: str) -> FontFile | None:
        parts = dict(self.entries(node, weight, _FACE_KEYS))
        if not weight.isdecimal() or not 1 <= int(weight) <= 1000:
            self.wrong(node, weight, "1–1000 的字重", "a weight from 1 to 1000")
            return None
        member = self.text(parts.get("file"), "file")
        sha256 = self.text(parts.get("sha256"), "sha256").lower()
        if not member:
            self.wrong(node, "file", "字体文件", "the font's file")
            return None
        # A face of a package is found in the cache by its hash; without one there is no place to look.
        if (sha256 or package) and (len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef")):
            self.wrong(parts.get("sha256", node), "sha256", "64 位十六进制数", "64 hexadecimal digits")
            return None
        axes = [(tag, self.number(at, tag, float)) for tag, at in self.entries(parts.get("axes"), "axes")]
        return FontFile(
            family=family,
            weight=int(weight),
            path=font_path(sha256) if package else self.path.parent.absolute() / member,
            sha256=sha256,
            package=package,
            member=member,
            licence=licence,
            index=(self.number(parts["index"], "index") or 0) if "index" in parts else 0,
            instance=self.text(parts.get("instance"), "instance"),
            axes=tuple(sorted((tag, at) for tag, at in axes if at is not None)),
            span=self.span(node),
        )


def _shown(path: Path) -> str:
    """The path as the user would write it: relative to the working folder where it lies beneath."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "UTF-8"
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error).splitlines()[0]
