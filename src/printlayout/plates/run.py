"""Content streams of other PDFs, written anew for one plate, with the graphics state that decides what is on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any

import pikepdf

from printlayout.base.value import replace
from printlayout.plates.pictures import NotSeparated, plate_picture
from printlayout.plates.shadings import plate_shading
from printlayout.plates.spaces import CMYK, GRAY, RGB, Space, UnknownSpace, space_of
from printlayout.plates.states import Paint, State

DEEPEST = 16
MOST_STREAMS = 20_000
Tell = Callable[[str, int, bool], None]
_NOT_BY_PLATES = frozenset(("/Hue", "/Saturation", "/Color", "/Luminosity"))
"""Blend modes that mix the inks of a colour with one another."""
_OVERPRINT = frozenset(("/OP", "/op", "/OPM"))
_DROPPED = frozenset(("BMC", "BDC", "EMC", "MP", "DP"))
"""Marked content: layers show as they do where the page is placed, and tags have no ink."""
_FILLED = {"f": "f", "F": "f", "f*": "f*", "B": "f", "B*": "f*", "b": "f", "b*": "f*"}
_STROKED = {"S": "S", "s": "s", "B": "S", "B*": "S", "b": "s", "b*": "s"}


class Plate:
    """One plate of a page. ``spots``: the spot inks that have plates, ``None``: every one; ``tell`` hears what a thing
    is, its object's number, and whether it was estimated."""

    def __init__(self, pdf: pikepdf.Pdf, name: str, spots: frozenset[str] | None, tell: Tell) -> None:
        self.pdf, self.name, self.spots, self.tell = pdf, name, spots, tell
        self.walked = 0

    def page(self, page: pikepdf.Page) -> tuple[bytes, pikepdf.Dictionary]:
        """The content and the resources of a page."""
        page.externalize_inline_images()
        return self.content(page.obj, page.resources, None, 0, 0)

    def content(
        self, stream: Any, resources: Any, state: State | None, depth: int, number: int
    ) -> tuple[bytes, pikepdf.Dictionary]:
        """A content stream, written anew, and the resources it names. ``state``: the one it is painted in; ``None`` if
        it begins in that of a page."""
        self.walked += 1
        if depth > DEEPEST or self.walked > MOST_STREAMS:
            self.tell("nested too deep or too often", number, False)
            return b"", pikepdf.Dictionary()
        try:
            read = pikepdf.parse_content_stream(stream)
        except (pikepdf.PdfError, TypeError) as fault:
            self.tell(f"content ({' '.join(str(fault).split())[:60]})", number, False)
            return b"", pikepdf.Dictionary()
        run = _Run(self, resources, state or State(), depth, number)
        if state is None:
            run.begin()
        run.all(read)
        return pikepdf.unparse_content_stream(run.out), run.named

    def group(self, group: Any) -> Any:
        """A transparency group whose colours are those of a plate."""
        made = pikepdf.Dictionary(group)
        if "/CS" in made:
            if made.CS in (pikepdf.Name.DeviceRGB, pikepdf.Name.CalRGB):
                self.tell("transparency in RGB", 0, True)
            made.CS = pikepdf.Name.DeviceGray
        return made

    def space(self, found: Any, resources: Any, number: int) -> Space:
        """A colour space; one that can't be read is told and taken for black."""
        try:
            space = space_of(found, resources, self.spots)
        except UnknownSpace:
            self.tell("colour space", number, True)
            return GRAY
        if space.estimated:
            self.tell(space.estimated, number, True)
        return space


class _Run:
    def __init__(self, plate: Plate, resources: Any, state: State, depth: int, number: int) -> None:
        self.plate, self.state, self.depth, self.number = plate, state, depth, number
        self.resources = resources if resources is not None else pikepdf.Dictionary()
        self.out: list[Any] = []
        self.stack: list[State] = []
        self.named = pikepdf.Dictionary()
        self._made: dict[object, str] = {}
        self._spaces: dict[str, Space] = {}
        fonts = self.resources.get("/Font")
        if fonts is not None:
            self.named.Font = self._fonts(fonts)

    def begin(self) -> None:
        """Black, with which a page begins, as it is on this plate."""
        self._set(self.state.fill, False)
        self._set(self.state.stroke, True)

    def all(self, read: Iterable[Any]) -> None:
        """Every operator in turn."""
        for instruction in read:
            operator = str(instruction.operator)
            if operator == "INLINE IMAGE":
                self.plate.tell("inline image", self.number, False)
                continue
            operands = list(instruction.operands)
            act = _TABLE.get(operator)
            try:
                if act is not None:
                    act(self, operands)
                elif operator in _FILLED or operator in _STROKED:
                    self._painted(operator)
                elif operator not in _DROPPED:
                    self._put(operator, *operands)
            except (KeyError, IndexError, TypeError, ValueError, AttributeError):
                self.plate.tell(f"operator {operator}", self.number, False)

    def _put(self, operator: str, *operands: Any) -> None:
        self.out.append((list(operands), pikepdf.Operator(operator)))

    # -- state ----------------------------------------------------------------------------------------------

    def save(self, operands: list[Any]) -> None:
        self.stack.append(self.state)
        self._put("q")

    def restore(self, operands: list[Any]) -> None:
        if self.stack:
            self.state = self.stack.pop()
            self._put("Q")

    def mode(self, operands: list[Any]) -> None:
        self.state = replace(self.state, mode=int(operands[0]))
        self._put("Tr", *operands)

    def graphics(self, operands: list[Any]) -> None:
        entries = self.resources["/ExtGState"][str(operands[0])]
        state = self.state
        if "/OP" in entries:
            state = replace(state, over=bool(entries.OP), over_stroke=bool(entries.OP))
        if "/op" in entries:
            state = replace(state, over=bool(entries["/op"]))
        if "/OPM" in entries:
            state = replace(state, opm=int(entries.OPM))
        self.state = state
        modes = entries.get("/BM", ())
        said = {str(mode) for mode in modes} if isinstance(modes, pikepdf.Array) else {str(modes)}
        if said & _NOT_BY_PLATES:
            self.plate.tell(f"blend mode {sorted(said & _NOT_BY_PLATES)[0][1:]}", self.number, True)

        def bare() -> Any:
            return pikepdf.Dictionary({key: value for key, value in entries.items() if key not in _OVERPRINT})

        self._put("gs", self._name("/ExtGState", str(operands[0]), bare))

    def _name(self, kind: str, key: object, make: Callable[[], Any]) -> pikepdf.Name:
        """The new name of a resource, made when it is asked for first."""
        known = (kind, key)
        if known not in self._made:
            thing = make()
            if kind not in self.named:
                self.named[kind] = pikepdf.Dictionary()
            self._made[known] = f"/Pl{len(self._made)}"
            self.named[kind][self._made[known]] = thing
        return pikepdf.Name(self._made[known])

    # -- colour ---------------------------------------------------------------------------------------------

    def device(self, operands: list[Any], space: Space, stroke: bool) -> None:
        if space.estimated:
            self.plate.tell(space.estimated, self.number, True)
        self._set(Paint(space, tuple(float(value) for value in operands)), stroke)

    def space(self, operands: list[Any], stroke: bool) -> None:
        name = str(operands[0])
        if name not in self._spaces:
            self._spaces[name] = self.plate.space(operands[0], self.resources, self.number)
        space = self._spaces[name]
        self._set(Paint(space, space.start), stroke)

    def colour(self, operands: list[Any], stroke: bool) -> None:
        now = self.state.stroke if stroke else self.state.fill
        if operands and isinstance(operands[-1], pikepdf.Name):
            self._pattern(now, str(operands[-1]), tuple(float(value) for value in operands[:-1]), stroke)
            return
        parts = tuple(float(value) for value in operands)
        if len(parts) != now.space.count:
            raise ValueError("components")
        self._set(Paint(now.space, parts), stroke)

    def _set(self, paint: Paint, stroke: bool) -> None:
        self.state = replace(self.state, stroke=paint) if stroke else replace(self.state, fill=paint)
        if paint.space.family != "pattern":
            self._put("G" if stroke else "g", self._grey(paint.space, paint.parts))

    def _grey(self, space: Space, parts: Sequence[float]) -> float:
        return round(1 - space.amount(parts, self.plate.name), 5)

    def _pattern(self, now: Paint, name: str, parts: tuple[float, ...], stroke: bool) -> None:
        pattern = self.resources["/Pattern"][name]
        operands: list[Any] = []
        space: Any = pikepdf.Name.Pattern
        try:
            if int(pattern.PatternType) == 2:
                by = self.plate.space(pattern.Shading.ColorSpace, self.resources, self.number)
                paint = Paint(now.space, by.start, "shade", by)
                made = self._name("/Pattern", name, lambda: self._shaded(pattern, by))
            elif int(pattern.PaintType) == 2 and now.space.base is not None:
                paint = Paint(now.space, parts, "tint", now.space.base)
                made = self._name("/Pattern", name, lambda: pattern)
                operands = [self._grey(now.space.base, parts)]
                space = self._name("/ColorSpace", "", _tinted)
            else:
                paint = Paint(now.space, (), "tile")
                made = self._name("/Pattern", name, lambda: self._tile(pattern))
        except NotSeparated as fault:
            self._left_out(fault, pattern)
            self._set(Paint(now.space, (), "none"), stroke)
            return
        self._set(paint, stroke)
        self._put("CS" if stroke else "cs", space)
        self._put("SCN" if stroke else "scn", *operands, made)

    def _left_out(self, fault: NotSeparated, thing: Any) -> None:
        self.plate.tell(str(fault), thing.objgen[0] or self.number, False)

    def _shaded(self, pattern: Any, space: Space) -> Any:
        made = pikepdf.Dictionary({key: value for key, value in pattern.items() if key != "/ExtGState"})
        made.Shading = plate_shading(self.plate.pdf, pattern.Shading, space, self.plate.name)
        return self.plate.pdf.make_indirect(made)

    def _tile(self, pattern: Any) -> Any:
        return self._written(pattern, None)

    def _written(self, form: Any, state: State | None) -> pikepdf.Stream:
        """A form, a tile or a glyph with its content written anew."""
        own = form.get("/Resources", self.resources)
        number = form.objgen[0] or self.number
        content, resources = self.plate.content(_outside(form), own, state, self.depth + 1, number)
        made = pikepdf.Stream(self.plate.pdf, content)
        for key, value in form.items():
            if key not in ("/Length", "/Filter", "/DecodeParms", "/Resources", "/Group", "/OC"):
                made[key] = value
        made.Resources = resources
        if "/Group" in form:
            made.Group = self.plate.group(form.Group)
        return made

    # -- what is painted ------------------------------------------------------------------------------------

    def _fills(self) -> bool:
        return self.state.fill.there(self.plate.name, self.state.over, self.state.opm)

    def _strokes(self) -> bool:
        return self.state.stroke.there(self.plate.name, self.state.over_stroke, self.state.opm)

    def _painted(self, operator: str) -> None:
        fills = operator in _FILLED and self._fills()
        strokes = operator in _STROKED and self._strokes()
        if fills and strokes:
            self._put(operator)
        else:
            self._put(_FILLED[operator] if fills else _STROKED[operator] if strokes else "n")

    def show(self, operands: list[Any], operator: str) -> None:
        """Text, in the mode that leaves out what is not on the plate; a clipping mode stays one."""
        mode = self.state.mode
        fills = mode % 4 in (0, 2) and self._fills()
        strokes = mode % 4 in (1, 2) and self._strokes()
        wanted = (2 if fills and strokes else 0 if fills else 1 if strokes else 3) + mode // 4 * 4
        if wanted != mode:
            self._put("Tr", wanted)
        self._put(operator, *operands)
        if wanted != mode:
            self._put("Tr", mode)

    def thing(self, operands: list[Any]) -> None:
        """A form or a picture."""
        name = str(operands[0])
        found = self.resources["/XObject"][name]
        try:
            if found.Subtype == pikepdf.Name.Form:
                self._put("Do", self._name("/XObject", (name, self.state), lambda: self._written(found, self.state)))
            elif found.Subtype == pikepdf.Name.Image:
                self._picture(name, found)
        except NotSeparated as fault:
            self._left_out(fault, found)

    def _picture(self, name: str, found: Any) -> None:
        number = found.objgen[0]
        if found.get("/ImageMask", False):
            if self._fills():
                self._put("Do", self._name("/XObject", name, lambda: found))
            return
        if "/ColorSpace" not in found:
            raise NotSeparated("JPEG 2000 without a colour space")
        space = self.plate.space(found.ColorSpace, self.resources, number)
        if self._on_plate(space):

            def made() -> Any:
                return plate_picture(self.plate.pdf, found, space, self.plate.name, self._masked)

            self._put("Do", self._name("/XObject", name, made))

    def _masked(self, what: str, number: int) -> None:
        self.plate.tell(what, number, False)

    def _on_plate(self, space: Space) -> bool:
        if space.nothing():
            return False
        return not self.state.over or space.stands_on(self.plate.name, space.start, self.state.opm, sampled=True)

    def shading(self, operands: list[Any]) -> None:
        name = str(operands[0])
        found = self.resources["/Shading"][name]
        space = self.plate.space(found.ColorSpace, self.resources, self.number)
        if self._on_plate(space):
            try:
                shade = self._name(
                    "/Shading", name, lambda: plate_shading(self.plate.pdf, found, space, self.plate.name)
                )
                self._put("sh", shade)
            except NotSeparated as fault:
                self._left_out(fault, found)

    # -- fonts ----------------------------------------------------------------------------------------------

    def _fonts(self, fonts: Any) -> pikepdf.Dictionary:
        return pikepdf.Dictionary({name: self._font(font) for name, font in fonts.items()})

    def _font(self, font: Any) -> Any:
        """A font; of Type 3 the glyphs that have colours of their own (``d0``) are written anew."""
        if font.get("/Subtype") != pikepdf.Name.Type3:
            return font
        if self.depth > DEEPEST:
            return pikepdf.Dictionary()
        made = pikepdf.Dictionary(font)
        inside = _Run(self.plate, font.get("/Resources", self.resources), State(), DEEPEST + 1, font.objgen[0])
        glyphs = pikepdf.Dictionary()
        for name, glyph in font.CharProcs.items():
            coloured = b"d0" in glyph.read_bytes().split(maxsplit=3)[:3]
            glyphs[name] = glyph
            if coloured:
                inside.out, inside.state = [], State()
                inside.begin()
                inside.all(pikepdf.parse_content_stream(glyph))
                glyphs[name] = pikepdf.Stream(self.plate.pdf, pikepdf.unparse_content_stream(inside.out))
        made.CharProcs, made.Resources = glyphs, _joined(font.get("/Resources"), inside.named)
        return self.plate.pdf.make_indirect(made)


def _tinted() -> pikepdf.Array:
    return pikepdf.Array([pikepdf.Name.Pattern, pikepdf.Name.DeviceGray])


def _joined(old: Any, new: pikepdf.Dictionary) -> pikepdf.Dictionary:
    """Resources of glyphs of which only some were written anew."""
    made = pikepdf.Dictionary(old) if old is not None else pikepdf.Dictionary()
    for kind, things in new.items():
        made[kind] = pikepdf.Dictionary({**dict((made.get(kind) or {}).items()), **dict(things.items())})
    return made


def _outside(form: Any) -> Any:
    """A stream whose inline pictures have become pictures with a number."""
    # Where that fails, its inline pictures are told when they are met.
    with suppress(TypeError, ValueError, RuntimeError, pikepdf.PdfError):
        pikepdf.Page(form).externalize_inline_images(shallow=True)
    return form


Act = Callable[[_Run, "list[Any]"], None]


def _device(space: Space, stroke: bool) -> Act:
    return lambda run, operands: run.device(operands, space, stroke)


def _shown(operator: str) -> Act:
    return lambda run, operands: run.show(operands, operator)


_TABLE: dict[str, Act] = {
    "q": _Run.save, "Q": _Run.restore, "Tr": _Run.mode, "gs": _Run.graphics, "Do": _Run.thing, "sh": _Run.shading,
    "g": _device(GRAY, False), "G": _device(GRAY, True), "k": _device(CMYK, False), "K": _device(CMYK, True),
    "rg": _device(RGB, False), "RG": _device(RGB, True),
    "cs": lambda run, operands: run.space(operands, False), "CS": lambda run, operands: run.space(operands, True),
    "sc": lambda run, operands: run.colour(operands, False), "scn": lambda run, operands: run.colour(operands, False),
    "SC": lambda run, operands: run.colour(operands, True), "SCN": lambda run, operands: run.colour(operands, True),
    "Tj": _shown("Tj"), "TJ": _shown("TJ"), "'": _shown("'"), '"': _shown('"'),
}  # fmt: skip
