"""Shapes of single values: texts, numbers, lengths, ranges, faces, inks, dates, names."""

# The methods of a shape are documented once, on Shape.
# ruff: noqa: D102

from __future__ import annotations

import re
from abc import abstractmethod
from datetime import date
from fractions import Fraction
from typing import ClassVar, Generic, TypeVar

from printlayout.base.diagnostics import Span
from printlayout.base.units import Length, parse_length
from printlayout.model.style import Face
from printlayout.spec.advice import near_args
from printlayout.spec.document import Node, Scalar
from printlayout.spec.shapes import Json, Reading, Shape
from printlayout.text.characters import odd_characters
from printlayout.text.dates import parse_date

T = TypeVar("T")
LONGEST = 60
"""Characters of a single value that is not free text; more is no number and no name."""
FARTHEST_PT = 20_000
"""Absolute lengths lie within ± this many points (7 m)."""


class OfScalar(Shape[T], Generic[T]):
    """A shape of a single value: ``take`` turns its text into the value or returns ``None``."""

    def read(self, node: Node, at: Reading, key: str) -> T | None:
        if not isinstance(node, Scalar) or len(node.text) > LONGEST:
            self.wrong(node, at, key)
            return None
        value = self.take(node.text.strip(), at)
        if value is None:
            self.wrong(node, at, key)
        return value

    @abstractmethod
    def take(self, text: str, at: Reading) -> T | None:
        """The value of a text."""


class Named:
    """A name of something defined elsewhere, and where it was written."""

    __slots__ = ("name", "span")

    def __init__(self, name: str, span: Span) -> None:
        self.name = name
        self.span = span


class InkUse:
    """An ink by name, thinned to ``permille``."""

    __slots__ = ("name", "permille", "span")

    def __init__(self, name: str, permille: int, span: Span) -> None:
        self.name = name
        self.permille = permille
        self.span = span


class Text(Shape[str]):
    """Free text. With ``pattern`` it must match as a whole; ``meaning`` then says in words how."""

    def __init__(self, pattern: str = "", meaning: tuple[str, str] = ("文字", "a text")) -> None:
        self.pattern = re.compile(pattern) if pattern else None
        self.want = meaning

    def stand_in(self) -> str:
        return ""

    def read(self, node: Node, at: Reading, key: str) -> str | None:
        if not isinstance(node, Scalar) or node.null:
            self.wrong(node, at, key)
            return None
        for offset, code in odd_characters(node.text):
            span = node.span if node.block else node.span.shifted(offset)
            at.fault(code, span, char=f"U+{ord(node.text[offset]):04X}")
        if self.pattern and not self.pattern.fullmatch(node.text):
            self.wrong(node, at, key)
            return None
        return node.text.strip("\n")

    def schema(self, book: Json) -> Json:
        if self.pattern:
            return {"type": "string", "pattern": f"^(?:{self.pattern.pattern})$"}
        return {"type": ["string", "number", "boolean"]}


class Ref(Shape[Named]):
    """The name of a style, stroke, story, layout …"""

    def __init__(self, zh: str, en: str) -> None:
        self.want = (f"{zh}的名称", f"the name of a {en}")

    def stand_in(self) -> Named:
        return Named("", Span())

    def read(self, node: Node, at: Reading, key: str) -> Named | None:
        if not isinstance(node, Scalar) or node.null or len(node.text) > 300:
            self.wrong(node, at, key)
            return None
        return Named(node.text.strip(), node.span)

    def schema(self, book: Json) -> Json:
        return {"type": "string"}


class Int(OfScalar[int]):
    """A whole number within limits."""

    def __init__(self, least: int, most: int) -> None:
        self.least = least
        self.most = most
        self.want = (f"{least} 到 {most} 的整数", f"a whole number from {least} to {most}")

    def stand_in(self) -> int:
        return self.least

    def read(self, node: Node, at: Reading, key: str) -> int | None:
        value = super().read(node, at, key)
        if value is None or self.least <= value <= self.most:
            return value
        at.fault("spec.out-of-range", node.span, key=key, value=value, least=self.least, most=self.most)
        return None

    def take(self, text: str, at: Reading) -> int | None:
        return int(text) if re.fullmatch(r"[-+]?[0-9]{1,9}", text) else None

    def schema(self, book: Json) -> Json:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


class Bool(OfScalar[bool]):
    """Yes or no."""

    want = ("true 或 false（是、否）", "true or false")
    _known: ClassVar[dict[str, bool]] = {
        "true": True, "yes": True, "on": True, "是": True, "开": True,
        "false": False, "no": False, "off": False, "否": False, "关": False,
    }  # fmt: skip

    def stand_in(self) -> bool:
        return False

    def take(self, text: str, at: Reading) -> bool | None:
        return self._known.get(text.lower())

    def schema(self, book: Json) -> Json:
        return {"enum": [True, False, *(k for k in self._known if k not in ("true", "false"))]}


class Choice(Shape[str]):
    """One of some words; Chinese words stand for the English ones."""

    def __init__(self, **words: str) -> None:
        """``words``: English word (``_`` for ``-``) to its Chinese one, which may be empty."""
        self.known: dict[str, str] = {}
        for english, chinese in words.items():
            name = english.rstrip("_").replace("_", "-")
            self.known[name] = name
            self.known.update(dict.fromkeys(chinese.split(), name))
        listed = "、".join(self.known)
        self.want = (f"以下之一：{listed}", f"one of: {listed}")

    def stand_in(self) -> str:
        return next(iter(self.known))

    def read(self, node: Node, at: Reading, key: str) -> str | None:
        if not isinstance(node, Scalar):
            self.wrong(node, at, key)
            return None
        value = self.known.get(node.text.strip())
        if value is None:
            at.fault("spec.unknown-word", node.span, key=key, word=node.text[:60], **near_args(node.text, self.known))
        return value

    def schema(self, book: Json) -> Json:
        return {"enum": list(self.known)}


class LengthOf(OfScalar[Length]):
    """A length with its unit; ``relative`` allows 字 and 行, ``negative`` lengths below 0."""

    def __init__(self, *, relative: bool = True, negative: bool = False, zero: bool = True) -> None:
        self.relative = relative
        self.negative = negative
        self.zero = zero
        units = "pt、mm、cm、级、号" + ("、字、行" if relative else "")
        self.want = (f"带单位的长度（{units}）", f"a length with its unit ({units})")

    def stand_in(self) -> Length:
        return Length(Fraction(1), "pt")

    def read(self, node: Node, at: Reading, key: str) -> Length | None:
        value = super().read(node, at, key)
        if value is None:
            return None
        points = value.mpt(9000, 12000) / 1000
        least = -FARTHEST_PT if self.negative else 0
        if least <= points <= FARTHEST_PT and (points or self.zero):
            return value
        most = f"{FARTHEST_PT}pt"
        least_said = f"{least}pt" if self.zero else "> 0"
        assert isinstance(node, Scalar)
        at.fault("spec.out-of-range", node.span, key=key, value=node.text, least=least_said, most=most)
        return None

    def advice(self, text: str, at: Reading) -> tuple[str, str]:
        if re.fullmatch(r"[-+]?[0-9]{1,9}(\.[0-9]{1,9})?", text):  # the unit is missing
            units = ("字", "mm") if self.relative else ("mm", "pt")
            one, other = text + units[0], text + units[1]
            return f"写明单位，如 {one} 或 {other}。", f"Give a unit, such as {one} or {other}. "
        if text and not any(char.isdigit() for char in text):  # a misspelt size; names of two characters are all near
            return f"号有：{'、'.join(at.hao)}。", f"Sizes by name: {', '.join(at.hao)}. "
        return ("", "")

    def take(self, text: str, at: Reading) -> Length | None:
        value = parse_length(text, at.hao)
        return None if value is None or (value.relative and not self.relative) else value

    def schema(self, book: Json) -> Json:
        units = "pt|点|mm|毫米|cm|厘米|级|Q" + ("|字|em|行|lines?" if self.relative else "")
        sign = "[-+]?" if self.negative else r"\+?"
        pattern = rf"^\s*({sign}([0-9]+\.?[0-9]*|\.[0-9]+)\s*({units})|[^-+.0-9\s][^0-9\s]{{0,5}}|0)\s*$"
        return {"anyOf": [{"type": "string", "pattern": pattern}, {"const": 0}]}


class Permille(OfScalar[int]):
    """A share in permille: ``0.25``, ``25%``, with ``em`` also ``0.25字``.

    With ``percent`` a bare number is percent.
    """

    def __init__(self, most: int, *, least: int = 0, em: bool = False, percent: bool = False) -> None:
        self.least = least
        self.most = most
        self.em = em
        self.percent = percent
        zh, en = ("百分数（0–100）", "a percentage (0-100)") if percent else ("比例（0.25、25%", "a share (0.25, 25%")
        if not percent:
            zh, en = (zh + "、0.25字）", en + ", 0.25字)") if em else (zh + "）", en + ")")
        self.want = (zh, en)

    def stand_in(self) -> int:
        return max(0, self.least)

    def read(self, node: Node, at: Reading, key: str) -> int | None:
        value = super().read(node, at, key)
        if value is None or self.least <= value <= self.most:
            return value
        assert isinstance(node, Scalar)
        if self.percent:
            least, most = f"{self.least / 10:g}", f"{self.most / 10:g}"
        else:
            least, most = f"{self.least / 1000:g}", f"{self.most / 1000:g}"
        at.fault("spec.out-of-range", node.span, key=key, value=node.text, least=least, most=most)
        return None

    def take(self, text: str, at: Reading) -> int | None:
        match = re.fullmatch(r"([-+]?(?:[0-9]{1,6}(?:\.[0-9]{0,6})?|\.[0-9]{1,6}))\s*(%|字|em)?", text)
        if match is None or (match[2] in ("字", "em") and not self.em):
            return None
        scale = 10 if match[2] == "%" or (self.percent and not match[2]) else 1000
        return round(Fraction(match[1]) * scale)

    def schema(self, book: Json) -> Json:
        number: Json = {"type": "number"}
        scale = 10 if self.percent else 1000
        number |= {"minimum": self.least / scale, "maximum": self.most / scale}
        ending = "(%|字|em)?" if self.em else "%?"
        return {"anyOf": [number, {"type": "string", "pattern": rf"^[-+]?[0-9]*\.?[0-9]*\s*{ending}$"}]}


class RangeOf(OfScalar[tuple[int, int]]):
    """First and last of something counted from 1: ``1-5`` or ``3``."""

    want = ("范围（如 1-5 或 3）", "a range (such as 1-5 or 3)")

    def stand_in(self) -> tuple[int, int]:
        return (1, 1)

    def read(self, node: Node, at: Reading, key: str) -> tuple[int, int] | None:
        value = super().read(node, at, key)
        if value is None or 1 <= value[0] <= value[1]:
            return value
        assert isinstance(node, Scalar)
        at.fault("spec.bad-range", node.span, key=key, value=node.text)
        return None

    def take(self, text: str, at: Reading) -> tuple[int, int] | None:
        match = re.fullmatch(r"([0-9]{1,4})(?:\s*[-–—~～至]\s*([0-9]{1,4}))?", text)
        return (int(match[1]), int(match[2] or match[1])) if match else None

    def schema(self, book: Json) -> Json:
        pattern = r"^\s*[0-9]{1,4}\s*([-–—~～至]\s*[0-9]{1,4}\s*)?$"
        return {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": pattern}]}


class FaceOf(OfScalar[Face]):
    """A family of the font catalogue and a weight: ``宋 900``; without a weight 400."""

    want = ("字体和字重（如 宋 900）", "a family and a weight (such as 宋 900)")

    def stand_in(self) -> Face:
        return Face("宋")

    def take(self, text: str, at: Reading) -> Face | None:
        match = re.fullmatch(r"([^\s0-9][^\x00-\x1f]*?)(?:\s+([1-9]00))?", text)
        return Face(match[1], int(match[2] or 400)) if match and not match[1].isdigit() else None

    def schema(self, book: Json) -> Json:
        return {"type": "string", "pattern": r"^[^\s0-9].*$"}


class InkOf(Shape[InkUse]):
    """An ink or a tint of one: ``accent``, ``accent 8%``."""

    want = ("油墨名，可加百分数（如 accent 8%）", "an ink, perhaps with a percentage (such as accent 8%)")

    def stand_in(self) -> InkUse:
        return InkUse("black", 1000, Span())

    def read(self, node: Node, at: Reading, key: str) -> InkUse | None:
        match = None
        if isinstance(node, Scalar) and not node.null and len(node.text) <= LONGEST:
            match = re.fullmatch(r"(\S.*?)(?:\s+([0-9]{1,3}(?:\.[0-9])?)\s*%)?", node.text.strip())
        if match is None:
            self.wrong(node, at, key)
            return None
        permille = round(Fraction(match[2]) * 10) if match[2] else 1000
        if permille > 1000:
            at.fault("spec.out-of-range", node.span, key=key, value=match[0], least="0%", most="100%")
            return None
        return InkUse(match[1], permille, node.span)

    def schema(self, book: Json) -> Json:
        return {"type": "string"}


class DateOf(OfScalar[date]):
    """A day: ``2023-01-13`` or ``2023年1月13日``."""

    want = ("日期（如 2023-01-13）", "a date (such as 2023-01-13)")

    def stand_in(self) -> date:
        return date(2000, 1, 1)

    def take(self, text: str, at: Reading) -> date | None:
        return parse_date(text)

    def schema(self, book: Json) -> Json:
        pattern = r"^\s*[0-9]{4}(-[0-9]{1,2}-[0-9]{1,2}|/[0-9]{1,2}/[0-9]{1,2}|年[0-9]{1,2}月[0-9]{1,2}日)\s*$"
        return {"type": "string", "pattern": pattern}
