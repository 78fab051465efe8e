"""The one definition that reading a spec and its JSON Schema both come from.

A :class:`Shape` reads a node into a value and describes itself as JSON Schema. Reading never stops at a fault: the
fault is told with its place, ``None`` is returned, and a stand-in goes on in its place, so that one run finds all.
Records are plain classes and not dataclasses because a dataclass costs about half a millisecond to make at every start.
"""

# The methods of a shape are documented once, on Shape.
# ruff: noqa: D102

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Any, ClassVar, Generic, Self, TypeVar, cast

from printlayout.base.diagnostics import NOWHERE, Collector, Span
from printlayout.base.units import HAO, Mpt
from printlayout.spec.advice import near_args
from printlayout.spec.document import Mapping, Node, Scalar, Sequence

T = TypeVar("T")
D = TypeVar("D")
S = TypeVar("S", bound="Spec")
Json = dict[str, Any]


class Reading:
    """What a reading run carries: the collector, the 号 table in force, and how many faults there were.

    ``partial``: what a record extends could not be read, so that no key of it is missed.
    """

    __slots__ = ("collector", "faults", "hao", "partial")

    def __init__(self, collector: Collector, hao: dict[str, Mpt] = HAO) -> None:
        self.collector = collector
        self.hao = hao
        self.faults = 0
        self.partial = False

    def fault(self, code: str, span: Span, **args: object) -> None:
        """Tell a fault."""
        self.faults += 1
        self.collector.error(code, span, **args)


class Shape(ABC, Generic[T]):
    """What a value must look like. ``want`` says it to people, Chinese and English."""

    want: tuple[str, str] = ("", "")

    @abstractmethod
    def read(self, node: Node, at: Reading, key: str) -> T | None:
        """The value of a node, or ``None`` after a fault was told. ``key`` names the node in messages."""

    @abstractmethod
    def stand_in(self) -> T:
        """The value that goes on in place of a faulty one."""

    @abstractmethod
    def schema(self, book: Json) -> Json:
        """The JSON Schema; definitions of records are put into ``book``."""

    def wrong(self, node: Node, at: Reading, key: str) -> None:
        """Tell that the node is not what is wanted here."""
        zh, en = self.want
        if isinstance(node, Scalar):
            args = {"got_zh": f"“{node.text[:60]}”", "got_en": f"“{node.text[:60]}”"}
            if node.null:
                args = {"got_zh": "空", "got_en": "nothing"}
        elif isinstance(node, Mapping):
            args = {"got_zh": "键值表", "got_en": "a map"}
        else:
            args = {"got_zh": "列表", "got_en": "a list"}
        code = "spec.bad-value" if isinstance(node, Scalar) else "spec.wrong-type"
        example_zh, example_en = self.advice(node.text.strip(), at) if isinstance(node, Scalar) else ("", "")
        args |= {"example_zh": example_zh, "example_en": example_en}
        at.fault(code, node.span, key=key, want_zh=zh, want_en=en, **args)

    def advice(self, text: str, at: Reading) -> tuple[str, str]:
        """What to write instead of ``text``, a sentence each in Chinese and English, or nothing."""
        return ("", "")


class Item(Generic[T]):
    """A key of a record."""

    __slots__ = ("default", "en", "examples", "key", "needed", "shape", "zh")

    def __init__(
        self, shape: Shape[T], needed: bool, default: Any, zh: str, en: str, examples: tuple[Any, ...]
    ) -> None:
        self.shape = shape
        self.needed = needed
        self.default = default
        self.zh = zh
        self.en = en
        self.examples = examples
        self.key = ""


def need(shape: Shape[T], zh: str, en: str, *examples: object) -> T:
    """A key that must be there. (The type is the value's: instances of a record carry values.)"""
    return cast(T, Item(shape, True, None, zh, en, examples))


def may(shape: Shape[T], default: D, zh: str, en: str, *examples: object) -> T | D:
    """A key that may be left out."""
    return cast("T | D", Item(shape, False, default, zh, en, examples))


class Spec:
    """A record of a spec. Class attributes made by :func:`need` and :func:`may` are its keys (``_`` is ``-`` in YAML);
    an instance carries the values under the same names, its place, and the places of the values given.
    """

    items: ClassVar[dict[str, tuple[str, Item[Any]]]] = {}
    unless: ClassVar[str] = ""
    """A key that makes every needed key needless (``extends``), for the schema."""
    span: Span
    places: dict[str, Span]
    faulty: set[str]
    """Attributes whose value was told to be wrong: what hangs on them is not judged."""

    def __init_subclass__(cls) -> None:
        items = dict(cls.items)
        for name, item in list(vars(cls).items()):
            if isinstance(item, Item):
                item.key = name.rstrip("_").replace("_", "-")
                items[item.key] = (name, item)
        cls.items = items

    @classmethod
    def filled(cls, span: Span = NOWHERE) -> Self:
        """An instance of defaults and stand-ins."""
        made = cls.__new__(cls)
        made.span = span
        made.places = {}
        made.faulty = set()
        for name, item in cls.items.values():
            setattr(made, name, item.shape.stand_in() if item.needed else item.default)
        return made

    def at(self, name: str) -> Span:
        """Where the value of an attribute stands; the record's place if it was not given."""
        return self.places.get(name, self.span)

    def name_at(self, attribute: str, name: str, otherwise: Span) -> Span:
        """Where a name the user chose stands as a key of an attribute that is a map."""
        return self.places.get(f"{attribute}.{name}", otherwise)

    def given(self) -> dict[str, Any]:
        """The values that were written, by attribute name."""
        return {name: getattr(self, name) for name in self.places if "." not in name}


class Record(Shape[S]):
    """A map with known keys."""

    want = ("键值表", "a map of keys and values")

    def __init__(self, of: type[S]) -> None:
        self.of = of

    def stand_in(self) -> S:
        return self.of.filled()

    def read(self, node: Node, at: Reading, key: str) -> S | None:
        if not isinstance(node, Mapping):
            self.wrong(node, at, key)
            return None
        items = self.of.items
        made = self.of.filled(node.span)
        for name_node, value_node in node.entries:
            found = items.get(name_node.text)
            if found is None:
                at.fault("spec.unknown-key", name_node.span, key=name_node.text, **near_args(name_node.text, items))
                continue
            name, item = found
            if not item.needed and isinstance(value_node, Scalar) and value_node.null:
                continue
            made.places[name] = value_node.span
            if isinstance(value_node, Mapping) and isinstance(item.shape, MapOf):
                made.places.update({f"{name}.{k.text}": k.span for k, _ in value_node.entries})
            value = item.shape.read(value_node, at, name_node.text)
            if value is None:
                made.faulty.add(name)
            else:
                setattr(made, name, value)
        for item_key, (name, item) in items.items():
            if item.needed and name not in made.places and not (at.partial and self.of.unless):
                at.fault(
                    "spec.missing-key", node.span, key=item_key, owner=key, want_zh=item.zh, want_en=item.en,
                    example=_example(item),
                )  # fmt: skip
        return made

    def schema(self, book: Json) -> Json:
        name = self.of.__name__
        if name not in book:
            made: Json = {"type": "object", "description": (self.of.__doc__ or "").strip()}
            book[name] = made
            made["properties"] = {key: _described(item, book) for key, (_, item) in self.of.items.items()}
            made["additionalProperties"] = False
            needed = [key for key, (_, item) in self.of.items.items() if item.needed]
            if needed and self.of.unless:
                made["anyOf"] = [{"required": [self.of.unless]}, {"required": needed}]
            elif needed:
                made["required"] = needed
        return {"$ref": f"#/$defs/{name}"}


def _example(item: Item[Any]) -> str:
    return str(item.examples[0]) if item.examples else "…"


def _described(item: Item[Any], book: Json) -> Json:
    made = dict(item.shape.schema(book))
    if not item.needed:
        made = _or_null(made)
    made["description"] = f"{item.zh} / {item.en}"
    if item.examples:
        made["examples"] = list(item.examples)
    return made


def _or_null(schema: Json) -> Json:
    """The schema that also takes an empty value, which means the key is not given."""
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
    if "type" in schema and "enum" not in schema:
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return {**schema, "type": [*kinds, "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


class ListOf(Shape[tuple[T, ...]]):
    """A list; with ``single`` one value without a list is a list of one."""

    def __init__(self, of: Shape[T], *, single: bool = False) -> None:
        self.of = of
        self.single = single
        zh, en = of.want
        self.want = (f"列表（每项：{zh}）", f"a list (each item: {en})")

    def stand_in(self) -> tuple[T, ...]:
        return ()

    def read(self, node: Node, at: Reading, key: str) -> tuple[T, ...] | None:
        if isinstance(node, Sequence):
            nodes: Iterable[Node] = node.items
        elif self.single:
            nodes = (node,)
        else:
            self.wrong(node, at, key)
            return None
        values = [self.of.read(item, at, key) for item in nodes]
        return tuple(value for value in values if value is not None)

    def schema(self, book: Json) -> Json:
        of = self.of.schema(book)
        made: Json = {"type": "array", "items": of}
        return {"anyOf": [made, of]} if self.single else made


class MapOf(Shape[dict[str, T]]):
    """A map whose keys are names the user chooses; :meth:`Spec.name_at` tells where they stand."""

    want = ("键值表", "a map of names")

    def __init__(self, of: Shape[T]) -> None:
        self.of = of

    def stand_in(self) -> dict[str, T]:
        return {}

    def read(self, node: Node, at: Reading, key: str) -> dict[str, T] | None:
        if not isinstance(node, Mapping):
            self.wrong(node, at, key)
            return None
        made: dict[str, T] = {}
        for name, value_node in node.entries:
            value = self.of.read(value_node, at, name.text)
            if value is not None:
                made[name.text] = value
        return made

    def schema(self, book: Json) -> Json:
        return {"type": "object", "additionalProperties": self.of.schema(book)}


class Either(Shape[T]):
    """One shape for a single value, another for a map. The type is to be given: ``Either[Named | Sheet](…)``."""

    def __init__(self, single: Shape[Any], mapping: Shape[Any]) -> None:
        self.single = single
        self.mapping = mapping
        self.want = (f"{single.want[0]}，或{mapping.want[0]}", f"{single.want[1]}, or {mapping.want[1]}")

    def stand_in(self) -> T:
        return cast(T, self.mapping.stand_in())

    def read(self, node: Node, at: Reading, key: str) -> T | None:
        if isinstance(node, Scalar):
            return cast("T | None", self.single.read(node, at, key))
        if isinstance(node, Mapping):
            return cast("T | None", self.mapping.read(node, at, key))
        self.wrong(node, at, key)
        return None

    def schema(self, book: Json) -> Json:
        return {"anyOf": [self.single.schema(book), self.mapping.schema(book)]}
