"""Functions of PDF (ISO 32000-1 7.10): tint transforms and the colours of shadings, as Python functions.

All four types: sampled (multilinear between its samples), exponential, stitched, and calculators in PostScript.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, product
from typing import Any, Union

Numbers = tuple[float, ...]
Function = Callable[[Sequence[float]], Numbers]
"""Values in, values out. Both are clipped to the function's domain and range."""
_WORDS = re.compile(rb"%[^\r\n]*|[{}]|[^\s{}%]+")
Word = Union[float, str, "list[Word]"]


class NoFunction(Exception):
    """Something that is no function, or one that is broken."""


def function_of(found: Any) -> Function:
    """A function, or an array of functions of one value each. :raises NoFunction: if it can't be read."""
    try:
        if hasattr(found, "keys"):
            return _one(found)
        parts = [_one(part) for part in found]
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError) as fault:
        raise NoFunction(str(fault)[:80]) from fault
    return lambda values: tuple(value for part in parts for value in part(values))


def _one(found: Any) -> Function:
    kind = int(found["/FunctionType"])
    made = {0: _sampled, 2: _exponential, 3: _stitched, 4: _calculator}[kind](found)
    domain = _pairs(found["/Domain"])
    limits = _pairs(found["/Range"]) if "/Range" in found else None

    def clipped(values: Sequence[float]) -> Numbers:
        inside = [min(max(value, low), high) for value, (low, high) in zip(values, domain, strict=True)]
        out = made(inside)
        if limits is None:
            return out
        return tuple(min(max(value, low), high) for value, (low, high) in zip(out, limits, strict=True))

    return clipped


def _pairs(found: Any) -> list[tuple[float, float]]:
    values = [float(value) for value in found]
    return list(zip(values[::2], values[1::2], strict=True))


def _between(value: float, old: tuple[float, float], new: tuple[float, float]) -> float:
    wide = old[1] - old[0]
    return new[0] if wide == 0 else new[0] + (value - old[0]) * (new[1] - new[0]) / wide


def _exponential(found: Any) -> Function:
    first = [float(value) for value in found.get("/C0", (0,))]
    last = [float(value) for value in found.get("/C1", (1,))]
    power = float(found["/N"])
    return lambda values: tuple(a + values[0] ** power * (b - a) for a, b in zip(first, last, strict=True))


def _stitched(found: Any) -> Function:
    parts = [_one(part) for part in found["/Functions"]]
    (domain,) = _pairs(found["/Domain"])
    bounds = [float(value) for value in found["/Bounds"]]
    edges = list(pairwise((domain[0], *bounds, domain[1])))
    encode = _pairs(found["/Encode"])

    def at(values: Sequence[float]) -> Numbers:
        place = sum(values[0] >= bound for bound in bounds)
        return parts[place]([_between(values[0], edges[place], encode[place])])

    return at


def _sampled(found: Any) -> Function:
    sizes = [int(size) for size in found["/Size"]]
    bits = int(found["/BitsPerSample"])
    domain, limits = _pairs(found["/Domain"]), _pairs(found["/Range"])
    encode = _pairs(found["/Encode"]) if "/Encode" in found else [(0.0, size - 1.0) for size in sizes]
    decode = _pairs(found["/Decode"]) if "/Decode" in found else limits
    wide = len(limits)
    count = math.prod(sizes) * wide
    if not 0 < count <= 1 << 22:
        raise NoFunction("too many samples")
    samples = unpacked(found.read_bytes(), bits, count)
    most = float((1 << bits) - 1)
    steps = [math.prod(sizes[:axis]) for axis in range(len(sizes))]

    def at(values: Sequence[float]) -> Numbers:
        places = [
            min(max(_between(value, old, new), 0.0), size - 1.0)
            for value, old, new, size in zip(values, domain, encode, sizes, strict=True)
        ]
        floors = [min(int(place), max(size - 2, 0)) for place, size in zip(places, sizes, strict=True)]
        sums = [0.0] * wide
        for corner in product((0, 1), repeat=len(sizes)):
            share = math.prod(
                place - floor if up else 1 - (place - floor)
                for up, place, floor in zip(corner, places, floors, strict=True)
            )
            if share:
                start = wide * sum((floor + up) * step for floor, up, step in zip(floors, corner, steps, strict=True))
                for part in range(wide):
                    sums[part] += share * samples[start + part]
        return tuple(_between(value, (0.0, most), to) for value, to in zip(sums, decode, strict=True))

    return at


def unpacked(data: bytes, bits: int, count: int) -> Sequence[int]:
    """``count`` numbers of ``bits`` bits each, one after another. :raises ValueError: if there are too few."""
    if bits == 8:
        found: Sequence[int] = data[:count]
    else:
        whole = int.from_bytes(data[: (count * bits + 7) // 8], "big")
        spare = (-count * bits) % 8
        mask = (1 << bits) - 1
        if bits % 8 == 0:
            size = bits // 8
            found = [int.from_bytes(data[at : at + size], "big") for at in range(0, count * size, size)]
        else:
            found = [(whole >> (spare + (count - 1 - at) * bits)) & mask for at in range(count)]
    if len(data) * 8 < count * bits:
        raise ValueError("too few samples")
    return found


# -- calculators ------------------------------------------------------------------------------------------------


def _calculator(found: Any) -> Function:
    words = iter(word for word in _WORDS.findall(found.read_bytes()) if not word.startswith(b"%"))
    if next(words, b"") != b"{":
        raise NoFunction("no procedure")
    program = _procedure(words)
    count = len(found["/Range"]) // 2

    def at(values: Sequence[float]) -> Numbers:
        stack: list[Any] = list(values)
        try:
            _run(program, stack)
        except (IndexError, ArithmeticError, TypeError, ValueError):
            raise NoFunction("calculator") from None
        if len(stack) < count:
            raise NoFunction("calculator")
        return tuple(float(value) for value in stack[-count:])

    return at


def _procedure(words: Iterator[bytes]) -> list[Word]:
    made: list[Word] = []
    for word in words:
        if word == b"{":
            made.append(_procedure(words))
        elif word == b"}":
            return made
        else:
            try:
                made.append(float(word) if b"." in word or (b"e" in word.lower() and word[:1].isdigit()) else int(word))
            except ValueError:
                made.append(word.decode("latin-1"))
    raise NoFunction("unclosed procedure")


def _run(program: list[Word], stack: list[Any]) -> None:
    for place, word in enumerate(program):
        if isinstance(word, list):
            continue
        if not isinstance(word, str):
            stack.append(word)
        elif word == "if":
            if stack.pop():
                _run(program[place - 1], stack)  # type: ignore[arg-type]
        elif word == "ifelse":
            _run(program[place - 2 if stack.pop() else place - 1], stack)  # type: ignore[arg-type]
        elif word in _TWO:
            other, one = stack.pop(), stack.pop()
            stack.append(_TWO[word](one, other))
        elif word in _ONE:
            stack.append(_ONE[word](stack.pop()))
        else:
            _stacked(word, stack)


def _stacked(word: str, stack: list[Any]) -> None:
    match word:
        case "pop":
            stack.pop()
        case "dup":
            stack.append(stack[-1])
        case "exch":
            stack[-2:] = stack[-1], stack[-2]
        case "copy":
            count = int(stack.pop())
            stack.extend(stack[len(stack) - count :])
        case "index":
            stack.append(stack[-1 - int(stack.pop())])
        case "roll":
            turn, count = int(stack.pop()), int(stack.pop())
            if count:
                turn %= count
                part = stack[-count:]
                stack[-count:] = part[count - turn :] + part[: count - turn]
        case "true" | "false":
            stack.append(word == "true")
        case _:
            raise ValueError(word)


def _shifted(one: int, other: int) -> int:
    return one << other if other >= 0 else one >> -other


_ONE: dict[str, Callable[[Any], Any]] = {
    "abs": abs, "neg": lambda one: -one, "ceiling": math.ceil, "floor": math.floor,
    "round": lambda one: math.floor(one + 0.5), "truncate": int, "cvi": int, "cvr": float, "sqrt": math.sqrt,
    "sin": lambda one: math.sin(math.radians(one)), "cos": lambda one: math.cos(math.radians(one)), "ln": math.log,
    "log": math.log10, "not": lambda one: not one if isinstance(one, bool) else ~one,
}  # fmt: skip
_TWO: dict[str, Callable[[Any, Any], Any]] = {
    "add": lambda one, other: one + other, "sub": lambda one, other: one - other, "mul": lambda one, other: one * other,
    "div": lambda one, other: one / other, "idiv": lambda one, other: int(one / other), "mod": math.fmod,
    "exp": lambda one, other: one**other, "atan": lambda one, other: math.degrees(math.atan2(one, other)) % 360,
    "eq": lambda one, other: one == other, "ne": lambda one, other: one != other, "gt": lambda one, other: one > other,
    "ge": lambda one, other: one >= other, "lt": lambda one, other: one < other, "le": lambda one, other: one <= other,
    "and": lambda one, other: one & other, "or": lambda one, other: one | other, "xor": lambda one, other: one ^ other,
    "bitshift": _shifted,
}  # fmt: skip
