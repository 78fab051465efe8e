"""Walks the content streams of a PDF with the graphics state, forms, patterns and soft masks included, and notes what
is painted with what: inks and overprinting, codes of fonts, pictures with their size on paper.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from printlayout.base.value import replace
from printlayout.preflight.facts import IDENTITY, Colour, Facts, Matrix, Painted, Placed, State, scale, times
from printlayout.preflight.reader import Name, Pdf, Ref, Stream, Value, numbers

DEEPEST = 16
MOST_STREAMS = 20_000
"""Streams walked in one file; beyond that somebody means harm, and the file is told to be unchecked."""


def gather(pdf: Pdf) -> Facts:
    """Walk every page, and every form, pattern and mask its content reaches."""
    walker = _Walker(pdf)
    for place, (_, page) in enumerate(pdf.pages(), 1):
        walker.page(place, page)
    return walker.facts


class _Walker:
    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.facts = Facts()
        self.number = 0
        self.walked = 0
        self._spaces: dict[int, Colour] = {}
        self._parsed: dict[int, list[tuple[str, list[Value]]]] = {}
        self._reported: set[int] = set()

    def page(self, number: int, page: dict[str, Value]) -> None:
        """The content of a page."""
        self.number = number
        contents = self.pdf.get(page.get("Contents"))
        streams = contents if isinstance(contents, list) else [contents]
        data, first = [], 0
        for stream in map(self.pdf.get, streams):
            if isinstance(stream, Stream):
                first = first or stream.number
                data.append(self._data(stream))
        operators = self._operators(-number, b"\n".join(data))
        self._run(first, operators, self.pdf.mapping(page.get("Resources")), State(), 0)

    def _data(self, stream: Stream) -> bytes:
        try:
            return stream.data()
        except ValueError as error:
            self.facts.broken.append((self.number, stream.number, str(error)[:120]))
            return b""

    def _operators(self, key: int, data: bytes) -> list[tuple[str, list[Value]]]:
        """A stream's operators; ``key`` is its number, or that of a page, negative."""
        known = self._parsed.get(key)
        if known is None:
            try:
                known = list(self.pdf.operators(data))
            except ValueError as error:
                self.facts.broken.append((self.number, max(key, 0), str(error)))
                known = []
            self._parsed[key] = known
        return known

    def _run(
        self,
        stream: int,
        operators: list[tuple[str, list[Value]]],
        resources: dict[str, Value],
        state: State,
        depth: int,
    ) -> None:
        self.walked += 1
        if depth > DEEPEST or self.walked > MOST_STREAMS:
            if stream not in self._reported:
                self._reported.add(stream)
                self.facts.broken.append((self.number, stream, "nested too deep or too often"))
            return
        _Run(self, stream, resources, state, depth).run(operators)

    def form(self, form: Stream, resources: dict[str, Value], state: State, depth: int) -> None:
        """A form (or tile, or mask group) within a state; without resources of its own it has its parent's."""
        matrix = numbers(self.pdf.array(form.dict.get("Matrix")), 6) or IDENTITY
        own = self.pdf.mapping(form.dict.get("Resources")) or resources
        inner = replace(state, ctm=times(matrix, state.ctm))  # type: ignore[arg-type]
        if form.number not in self._parsed:
            self._operators(form.number, self._data(form))
        self._run(form.number, self._parsed[form.number], own, inner, depth + 1)

    def fresh(self, stream: Stream) -> bool:
        """Whether a stream has not been walked yet."""
        return stream.number not in self._parsed

    def space(self, value: Value, resources: dict[str, Value]) -> Colour:
        """The initial colour of a space, named or given."""
        value = self.pdf.get(value)
        if isinstance(value, Name):
            named = self.pdf.mapping(resources.get("ColorSpace")).get(str(value))
            if named is None or self.pdf.get(named) == value:
                return _DEVICE.get(str(value), Colour(str(value), ()))
            return self.space(named, resources)
        if not isinstance(value, list) or not value:
            return Colour("", ())
        family = str(self.pdf.get(value[0]))
        if family == "Separation" and len(value) > 2:
            return Colour(family, (1.0,), (str(self.pdf.get(value[1])),))
        if family == "DeviceN" and len(value) > 2:
            plates = tuple(map(str, self.pdf.array(value[1])))
            return Colour(family, (1.0,) * len(plates), plates)
        return _DEVICE.get(family, Colour(family, ()))


_DEVICE = {
    "DeviceGray": Colour("DeviceGray", (0.0,)),
    "G": Colour("DeviceGray", (0.0,)),
    "DeviceCMYK": Colour("DeviceCMYK", (0.0, 0.0, 0.0, 1.0)),
    "CMYK": Colour("DeviceCMYK", (0.0, 0.0, 0.0, 1.0)),
    "DeviceRGB": Colour("DeviceRGB", (0.0, 0.0, 0.0)),
    "RGB": Colour("DeviceRGB", (0.0, 0.0, 0.0)),
}
_FILLS = {"f": "f", "F": "f", "f*": "f", "B": "fs", "B*": "fs", "b": "fs", "b*": "fs", "S": "s", "s": "s"}


class _Run:
    """One content stream."""

    def __init__(self, walker: _Walker, stream: int, resources: dict[str, Value], state: State, depth: int) -> None:
        self.walker, self.stream, self.resources, self.state, self.depth = walker, stream, resources, state, depth
        self.pdf, self.facts = walker.pdf, walker.facts
        self.stack: list[State] = []
        self.text: Matrix = IDENTITY
        self.line: Matrix = IDENTITY
        self.leading = 0.0
        self.path: list[float] = []
        self.boxes = 0.0

    def run(self, operators: list[tuple[str, list[Value]]]) -> None:
        """All operators in turn; what has operands of the wrong kind is told."""
        table = _TABLE
        for operator, operands in operators:
            act = table.get(operator)
            if act is None:
                if operator in _FILLS:
                    self._painted(_FILLS[operator])
                elif operator == "n":
                    self.path, self.boxes = [], 0.0
                continue
            try:
                act(self, operands)
            except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError):
                self.facts.broken.append((self.walker.number, self.stream, f"operator {operator}"))

    # -- state ----------------------------------------------------------------------------------------------

    def save(self, operands: list[Value]) -> None:
        self.stack.append(self.state)

    def restore(self, operands: list[Value]) -> None:
        if self.stack:
            self.state = self.stack.pop()

    def concat(self, operands: list[Value]) -> None:
        matrix = numbers(operands, 6)
        if matrix:
            self.state = replace(self.state, ctm=times(matrix, self.state.ctm))  # type: ignore[arg-type]

    def graphics(self, operands: list[Value]) -> None:
        entries = self.pdf.mapping(self._named("ExtGState", operands[0]))
        state = self.state
        if "OP" in entries:
            on = bool(self.pdf.get(entries["OP"]))
            state = replace(state, overprint_stroke=on, overprint=on)
        if "op" in entries:
            state = replace(state, overprint=bool(self.pdf.get(entries["op"])))
        if "OPM" in entries:
            state = replace(state, opm=int(self.pdf.get(entries["OPM"])))
        if "Font" in entries:
            font = self.pdf.get(entries["Font"])
            self.state = state
            self._font(font[0], float(self.pdf.get(font[1])))
            state = self.state
        self.state = state
        mask = self.pdf.get(entries.get("SMask"))
        if isinstance(mask, dict) and isinstance(group := self.pdf.get(mask.get("G")), Stream):
            self.walker.form(group, self.resources, replace(State(), ctm=state.ctm), self.depth)

    def _named(self, kind: str, name: Value) -> Value:
        """A resource; one that is not there is told, since readers then do what they like."""
        found = self.pdf.mapping(self.resources.get(kind)).get(str(name))
        if found is None:
            self.facts.broken.append((self.walker.number, self.stream, f"/{name} ({kind})"))
        return found

    # -- colour ---------------------------------------------------------------------------------------------

    def device(self, operands: list[Value], space: str, stroke: bool, operator: str) -> None:
        parts = tuple(float(operand) for operand in operands)
        colour = Colour(space, parts)
        if space == "DeviceRGB":
            self.facts.spaces.append((space, self.walker.number, self.stream, operator))
        self._set(colour, stroke)

    def _set(self, colour: Colour, stroke: bool) -> None:
        self.state = replace(self.state, stroke=colour) if stroke else replace(self.state, fill=colour)

    def space(self, operands: list[Value], stroke: bool) -> None:
        colour = self.walker.space(operands[0], self.resources)
        if isinstance(operands[0], Name):
            self.facts.spaces.append((colour.space, self.walker.number, self.stream, "cs"))
        self._set(colour, stroke)

    def colour(self, operands: list[Value], stroke: bool) -> None:
        now = self.state.stroke if stroke else self.state.fill
        if operands and isinstance(operands[-1], Name):
            self._pattern(str(operands[-1]), stroke)
            operands = operands[:-1]
        self._set(replace(now, parts=tuple(float(operand) for operand in operands)), stroke)

    def _pattern(self, name: str, stroke: bool) -> None:
        pattern = self.pdf.get(self.pdf.mapping(self.resources.get("Pattern")).get(name))
        if isinstance(pattern, Stream):
            now = self.state.stroke if stroke else self.state.fill
            plain = State() if pattern.dict.get("PaintType") != 2 else State(fill=now, stroke=now)
            self.walker.form(pattern, self.resources, plain, self.depth)

    # -- text -----------------------------------------------------------------------------------------------

    def begin(self, operands: list[Value]) -> None:
        self.text = self.line = IDENTITY

    def font(self, operands: list[Value]) -> None:
        value = self._named("Font", operands[0])
        self._font(value, float(operands[1]))

    def _font(self, value: Value, size: float) -> None:
        entries = self.pdf.mapping(value)
        key = value.number if isinstance(value, Ref) else -id(entries)
        self.facts.fonts.setdefault(key, entries)
        self.state = replace(self.state, font=key, size=size)

    def mode(self, operands: list[Value]) -> None:
        self.state = replace(self.state, mode=int(operands[0]))

    def lead(self, operands: list[Value]) -> None:
        self.leading = float(operands[0])

    def matrix(self, operands: list[Value]) -> None:
        self.text = self.line = numbers(operands, 6) or self.text  # type: ignore[assignment]

    def move(self, operands: list[Value]) -> None:
        self.text = self.line = times((1, 0, 0, 1, float(operands[0]), float(operands[1])), self.line)

    def move_lead(self, operands: list[Value]) -> None:
        self.leading = -float(operands[1])
        self.move(operands)

    def next(self, operands: list[Value]) -> None:
        self.move([0, -self.leading])

    def show(self, operands: list[Value]) -> None:
        shown = operands[0] if isinstance(operands[0], list) else [operands[-1]]
        strings = [part for part in shown if isinstance(part, bytes)]
        state = self.state
        if not strings or state.mode == 3:
            return
        self.facts.codes.setdefault(state.font, set()).update(strings)
        place = times(self.text, state.ctm)
        self.facts.first.setdefault(state.font, (self.walker.number, place[4], place[5]))
        font = self.facts.fonts.get(state.font, {})
        count = sum(map(len, strings)) // (2 if font.get("Subtype") == "Type0" else 1)
        size = abs(state.size) * scale(place)
        if font.get("Subtype") == "Type3":
            self._type3(font)
            return
        area = count * size * size * 0.35
        if state.mode in (0, 2, 4, 6):
            self._add("text", state.fill, state.overprint, size, place[4], place[5], area)
        if state.mode in (1, 2, 5, 6):
            self._add("text", state.stroke, state.overprint_stroke, size, place[4], place[5], area)

    def next_show(self, operands: list[Value]) -> None:
        self.next([])
        self.show(operands[-1:])

    def _type3(self, font: dict[str, Value]) -> None:
        resources = self.pdf.mapping(font.get("Resources")) or self.resources
        for glyph in self.pdf.mapping(font.get("CharProcs")).values():
            stream = self.pdf.get(glyph)
            if isinstance(stream, Stream) and self.walker.fresh(stream):
                self.walker.form(stream, resources, replace(self.state, font=0), self.depth)

    # -- paths, forms, pictures -----------------------------------------------------------------------------

    def points(self, operands: list[Value]) -> None:
        self.path += [float(operand) for operand in operands]

    def rectangle(self, operands: list[Value]) -> None:
        x, y, width, height = (float(operand) for operand in operands)
        self.boxes += abs(width * height)
        if not self.path:
            self.path += [x, y]

    def _painted(self, how: str) -> None:
        state, path = self.state, self.path
        area = self.boxes
        if len(path) > 2:  # no rectangle: its box is as good as can be had cheaply, and never too small
            area += (max(path[::2]) - min(path[::2])) * (max(path[1::2]) - min(path[1::2]))
        x, y = (path[0], path[1]) if len(path) > 1 else (0.0, 0.0)
        a, b, c, d, e, f = state.ctm
        place = (a * x + c * y + e, b * x + d * y + f)
        self.path, self.boxes = [], 0.0
        area *= scale(state.ctm) ** 2
        if "f" in how:
            self._add("fill", state.fill, state.overprint, 0, *place, area)
        if "s" in how:
            self._add("stroke", state.stroke, state.overprint_stroke, 0, *place, 0)

    def _add(self, kind: str, colour: Colour, over: bool, size: float, x: float, y: float, area: float) -> None:
        self.facts.painted.append(
            Painted(
                kind=kind,
                colour=colour,
                overprint=over,
                opm=self.state.opm,
                size=size,
                x=x,
                y=y,
                area=area,
                page=self.walker.number,
                stream=self.stream,
            )
        )

    def paint(self, operands: list[Value]) -> None:
        thing = self.pdf.get(self._named("XObject", operands[0]))
        if not isinstance(thing, Stream):
            return
        kind = thing.dict.get("Subtype")
        if kind == "Form":
            self.walker.form(thing, self.resources, self.state, self.depth)
        elif kind == "Image":
            self._picture(thing.dict, thing.number)

    def inline(self, operands: list[Value]) -> None:
        entries = {_LONG.get(key, key): value for key, value in operands[0].items()}
        self.facts.inline.append((entries, self.walker.number, self.stream))
        self._picture(entries, 0)

    def _picture(self, entries: dict[str, Value], number: int) -> None:
        width, height = int(self.pdf.get(entries["Width"])), int(self.pdf.get(entries["Height"]))
        bits = 1 if self.pdf.get(entries.get("ImageMask")) else int(self.pdf.get(entries.get("BitsPerComponent")) or 8)
        self.facts.pictures.append(Placed(width, height, bits, self.state.ctm, self.walker.number, number))

    def marked(self, operands: list[Value]) -> None:
        if operands and operands[0] == "OPI":
            self.facts.opi.append((self.walker.number, self.stream))

    def postscript(self, operands: list[Value]) -> None:
        self.facts.postscript.append((self.walker.number, self.stream))


_LONG = {
    "W": "Width", "H": "Height", "BPC": "BitsPerComponent", "CS": "ColorSpace", "IM": "ImageMask", "F": "Filter",
}  # fmt: skip
Act = Callable[[_Run, "list[Value]"], Any]


def _device(space: str, stroke: bool, operator: str) -> Act:
    return lambda run, operands: run.device(operands, space, stroke, operator)


_TABLE: dict[str, Act] = {
    "q": _Run.save, "Q": _Run.restore, "cm": _Run.concat, "gs": _Run.graphics,
    "g": _device("DeviceGray", False, "g"), "G": _device("DeviceGray", True, "G"),
    "rg": _device("DeviceRGB", False, "rg"), "RG": _device("DeviceRGB", True, "RG"),
    "k": _device("DeviceCMYK", False, "k"), "K": _device("DeviceCMYK", True, "K"),
    "cs": lambda run, operands: run.space(operands, False), "CS": lambda run, operands: run.space(operands, True),
    "sc": lambda run, operands: run.colour(operands, False), "scn": lambda run, operands: run.colour(operands, False),
    "SC": lambda run, operands: run.colour(operands, True), "SCN": lambda run, operands: run.colour(operands, True),
    "BT": _Run.begin, "Tf": _Run.font, "Tr": _Run.mode, "TL": _Run.lead, "Tm": _Run.matrix, "Td": _Run.move,
    "TD": _Run.move_lead, "T*": _Run.next, "Tj": _Run.show, "TJ": _Run.show, "'": _Run.next_show, '"': _Run.next_show,
    "m": _Run.points, "l": _Run.points, "c": _Run.points, "v": _Run.points, "y": _Run.points, "re": _Run.rectangle,
    "Do": _Run.paint, "BI": _Run.inline, "BMC": _Run.marked, "BDC": _Run.marked, "PS": _Run.postscript,
}  # fmt: skip
