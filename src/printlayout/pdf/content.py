"""A display list as the operators of a content stream. The only place where decimals and the turn of the y axis exist.

What colour and overprinting are is said in :mod:`printlayout.pdf.inks`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from printlayout.base.units import Mpt
from printlayout.base.value import dataclass
from printlayout.model.display import Clip, DisplayList, Fill, Glyphs, Group, Image, Line, Path, Placed
from printlayout.model.ink import Ink
from printlayout.pdf.fonts import FaceUse, mode_of
from printlayout.pdf.inks import KNOCKOUT, OVERPRINT, Inks
from printlayout.pdf.objects import decimal, number, text_hex
from printlayout.pdf.standard import origin

WHOLE = (0, 0, 100_000, 100_000)
CAPS = ("butt", "round", "square")
JOINS = ("miter", "round", "bevel")


@dataclass(frozen=True, slots=True)
class PictureUse:
    """A picture as content streams use it: its resource name and how the stored pixels are turned (EXIF, 1-8)."""

    resource: str
    orientation: int


PROCESS = Inks()
"""Process inks alone."""


@dataclass(frozen=True, slots=True)
class FormUse:
    """A page of another PDF as content streams use it: its resource name and its size in points."""

    resource: str
    width: Fraction
    height: Fraction


NO_FORMS: Mapping[Placed, FormUse] = {}


def content(
    page: DisplayList, faces: Mapping[str, FaceUse], pictures: Mapping[str, PictureUse], inks: Inks = PROCESS,
    forms: Mapping[Placed, FormUse] = NO_FORMS,
) -> bytes:  # fmt: skip
    """The content stream of a page. ``pictures`` goes by path."""
    painter = _Painter(page, faces, pictures, inks, forms)
    for group in page.groups:
        painter.group(group)
    return ("\n".join(painter.out) + "\n").encode("ascii")


def adjusted(
    face: FaceUse, gids: Sequence[int], xs: Sequence[Mpt], size: Mpt, origin: Mpt = 0, scale: int = 1000
) -> str:
    """Glyphs as an array for TJ: codes, and between them what brings each glyph to its place.

    Adjustments count thousandths of the text size (ISO 32000-1 9.4.3), written to one place. The pen is followed in
    those tenths, with the widths the file declares, and every glyph's place is rounded by itself: the error never
    adds up and stays under 1/20000 of the size. ``origin`` is where the pen stands, on the scale of ``xs``. Glyphs
    drawn ``scale`` permille long have everything on that scale, their widths and the adjustments.
    """
    codes, advances = face.codes, face.advances
    if scale != 1000:
        xs, origin, size = [x * 1000 for x in xs], origin * 1000, size * scale
    pen, half = 0, size // 2
    out = ["[<"]
    for gid, x in zip(gids, xs, strict=True):
        place = ((x - origin) * 10_000 + half) // size
        if place != pen:
            out.append(f">{_tenths(pen - place)}<")
            pen = place
        out.append(codes[gid])
        pen += advances[gid]
    out.append(">]")
    return "".join(out).replace("[<>", "[")


def _tenths(amount: int) -> str:
    whole, rest = divmod(abs(amount), 10)
    text = f"{whole}.{rest}" if rest else str(whole)
    return text if amount > 0 else f"-{text}"


class _Painter:
    """Writes operators and keeps track of the graphics state, so that nothing is said twice."""

    __slots__ = ("_dash", "_faces", "_fill", "_font", "_forms", "_inks", "_join", "_left", "_mode", "_pictures",
                 "_state", "_stroke", "_text", "_top", "_width", "out")  # fmt: skip

    def __init__(
        self, page: DisplayList, faces: Mapping[str, FaceUse], pictures: Mapping[str, PictureUse], inks: Inks,
        forms: Mapping[Placed, FormUse],
    ) -> None:  # fmt: skip
        self.out: list[str] = []
        self._inks = inks
        self._faces = faces
        self._pictures = pictures
        self._forms = forms
        self._left, self._top = origin(page)
        self._fill = self._stroke = self._font = self._state = self._dash = self._join = ""
        self._width = -1
        self._text = False
        self._mode = 0

    def group(self, group: Group) -> None:
        """A group; furniture and marks are no part of what the page says (ISO 32000-1 14.8.2.2)."""
        if not group.items:
            return
        artifact = group.kind != "story"
        if artifact:
            self.out.append("/Artifact BMC")
        for item in group.items:
            match item:
                case Glyphs():
                    self._glyphs(item)
                case Fill():
                    self._area(item)
                case Line():
                    self._rule(item)
                case Path():
                    self._path(item)
                case Image():
                    self._image(item)
                case Placed():
                    self._placed(item)
        self._end_text()
        if artifact:
            self.out.append("EMC")

    # -- state ----------------------------------------------------------------------------------------------

    def _x(self, x: Mpt) -> str:
        return number(self._left + x)

    def _y(self, y: Mpt) -> str:
        return number(self._top - y)

    def _overprint(self, on: bool) -> None:
        state = OVERPRINT if on else KNOCKOUT
        if state != self._state:
            self._state = state
            self.out.append(f"/{state} gs")

    def _paint(self, ink: Ink) -> None:
        colour = self._inks.fill(ink)
        if colour != self._fill:
            self._fill = colour
            self.out.append(colour)

    def _draw(self, ink: Ink) -> None:
        colour = self._inks.stroke(ink)
        if colour != self._stroke:
            self._stroke = colour
            self.out.append(colour)

    def _end_text(self) -> None:
        if self._text:
            self._text = False
            self.out.append("ET")

    # -- text -----------------------------------------------------------------------------------------------

    def _glyphs(self, run: Glyphs) -> None:
        if not run.gids:
            return
        if not self._text:
            self._text = True
            self.out.append("BT")
        face = self._faces[run.face]
        font = f"/{face.name(mode_of(run))} {number(run.size)} Tf"
        if font != self._font:
            self._font = font
            self.out.append(font)
        self._overprint(self._inks.overprints(run))
        self._render(run)
        if run.silent:
            # Glyphs that say nothing, such as a reading above its characters (ISO 32000-1 14.9.4).
            self.out.append("/Span <</ActualText <FEFF>>> BDC")
            self._stretch(face, run, 0, len(run.gids))
            self.out.append("EMC")
            return
        plain = [face.says[gid] for gid in run.gids] == list(run.texts)
        if plain and run.direction == "ltr" and run.ys is None:
            array = adjusted(face, run.gids, run.xs, run.size, 0, run.scale)
            self.out.append(f"{_turn(run)} {self._x(run.x)} {self._y(run.y)} Tm {array} TJ")
            return
        start = 0
        for end, said in _stretches(face, run):
            if not said:
                actual = "".join(run.texts[start:end])
                # One cluster that ToUnicode can't say: ISO 32000-1 14.9.4.
                self.out.append(f"/Span <</ActualText {text_hex(actual)}>> BDC")
                self._stretch(face, run, start, end)
                self.out.append("EMC")
            else:
                self._stretch(face, run, start, end)
            start = end

    def _render(self, run: Glyphs) -> None:
        """How glyphs are painted: filled, or drawn by their outlines (ISO 32000-1 9.3.6)."""
        mode = 1 if run.outline else 0
        if mode != self._mode:
            self._mode = mode
            self.out.append(f"{mode} Tr")
        if not mode:
            self._paint(run.ink)
            return
        self._draw(run.ink)
        if run.outline != self._width:
            self._width = run.outline
            self.out.append(f"{number(run.outline)} w")
        self._ends(CAPS[0], ())
        self._joined("round")  # corners of outlines would run out into spikes

    def _stretch(self, face: FaceUse, run: Glyphs, start: int, end: int) -> None:
        """Part of a run, where glyphs may stand above the line, below one another, or on a turned line."""
        upright = run.direction == "ttb"
        turn = _turn(run)
        while start < end:
            lift = run.ys[start] if run.ys else 0
            stop = start + 1
            # ttb: the vertical origin of a glyph is the middle of the top of its em box (ISO 32000-1 9.7.4.3).
            # Silent: one by one, or a reader takes the text over its own shadow for the same text set twice.
            while stop < end and not upright and not run.silent and (run.ys is None or run.ys[stop] == lift):
                stop += 1
            along = run.xs[start]
            if run.direction == "ltr":
                x, y = run.x + along, run.y - lift
            else:
                x, y = run.x + lift, run.y + along
            if upright:
                array = f"[<{face.codes[run.gids[start]]}>]"
            else:
                array = adjusted(face, run.gids[start:stop], run.xs[start:stop], run.size, along, run.scale)
            self.out.append(f"{turn} {self._x(x)} {self._y(y)} Tm {array} TJ")
            start = stop

    # -- areas, rules, pictures -----------------------------------------------------------------------------

    def _area(self, area: Fill) -> None:
        self._end_text()
        self._overprint(self._inks.overprints(area))
        self._paint(area.ink)
        rect = area.rect
        self.out.append(f"{self._x(rect.x)} {self._y(rect.bottom)} {number(rect.width)} {number(rect.height)} re f")

    def _rule(self, rule: Line) -> None:
        self._end_text()
        self._overprint(self._inks.overprints(rule))
        self._draw(rule.ink)
        if rule.width != self._width:
            self._width = rule.width
            self.out.append(f"{number(rule.width)} w")
        self._ends("butt", rule.dash)
        self.out.append(f"{self._x(rule.x1)} {self._y(rule.y1)} m {self._x(rule.x2)} {self._y(rule.y2)} l S")

    def _path(self, path: Path) -> None:
        self._end_text()
        self._overprint(self._inks.overprints(path))
        if path.fill:
            self._paint(path.fill)
        if path.stroke:
            self._draw(path.stroke)
            if path.width != self._width:
                self._width = path.width
                self.out.append(f"{number(path.width)} w")
            self._ends(path.cap, path.dash)
            self._joined(path.join)
        self.out += self._steps(path)
        painted = "B" if path.fill and path.stroke else "f" if path.fill else "S"
        self.out.append(f"{painted}*" if path.even_odd and path.fill else painted)

    def _joined(self, kind: str) -> None:
        """The join of strokes."""
        join = f"{JOINS.index(kind)} j"
        if join != (self._join or "0 j"):
            self._join = join
            self.out.append(join)

    def _ends(self, cap: str, dash: tuple[Mpt, ...]) -> None:
        """How lines end and are broken; dashes of no length are round dots."""
        ends = CAPS.index("round" if dash and dash[0] == 0 else cap)
        said = f"{ends} J [{' '.join(map(number, dash))}] 0 d"
        if said != (self._dash or "0 J [] 0 d"):
            self._dash = said
            self.out.append(said)

    def _steps(self, path: Path | Clip) -> Iterator[str]:
        at = 0
        for op in path.ops:
            count = {"m": 2, "l": 2, "c": 6, "h": 0}[op]
            pairs = path.points[at : at + count]
            at += count
            said = [self._x(v) if not n % 2 else self._y(v) for n, v in enumerate(pairs)]
            yield " ".join([*said, op])

    def _image(self, image: Image) -> None:
        """A picture: the whole of it is placed so that the part wanted fills the frame, and the frame or the picture's
        own shape clips. A clip is a path and no mask (ISO 32000-1 8.5.4): any standard takes it."""
        self._end_text()
        self._overprint(self._inks.overprints(image))
        use = self._pictures[image.path]
        rect = image.rect
        left, top, right, bottom = image.crop
        width = Fraction(rect.width * WHOLE[2], right - left)
        height = Fraction(rect.height * WHOLE[3], bottom - top)
        x = self._left + rect.x - width * left / WHOLE[2]
        y = self._top - rect.y + height * top / WHOLE[3] - height
        a, b, c, d, e, f = TURNS[use.orientation]
        matrix = (a * width, b * height, c * width, d * height, x + e * width, y + f * height)
        clip = ""
        if image.clip:
            clip = " ".join([*self._steps(image.clip), "W* n "])
        elif image.crop != WHOLE:
            clip = f"{self._x(rect.x)} {self._y(rect.bottom)} {number(rect.width)} {number(rect.height)} re W n "
        placed = " ".join(decimal(value / 1000) for value in matrix)
        self.out.append(f"q {clip}{placed} cm /{use.resource} Do Q")

    def _placed(self, item: Placed) -> None:
        """A page of another PDF, which begins in the state a page begins in (ISO 32000-1 8.4.1)."""
        self._end_text()
        self._overprint(False)
        if self._mode:
            self._mode = 0
            self.out.append("0 Tr")
        form, rect, clip = self._forms[item], item.rect, item.clip
        area = f"{self._x(clip.x)} {self._y(clip.bottom)} {number(clip.width)} {number(clip.height)} re W n"
        scale = f"{decimal(rect.width / form.width / 1000)} 0 0 {decimal(rect.height / form.height / 1000)}"
        placed = f"{scale} {self._x(rect.x)} {self._y(rect.bottom)} cm"
        self.out.append(f"q {area} 0 g 0 G 1 w 0 J 0 j 10 M [] 0 d {placed} /{form.resource} Do Q")


TURNS: dict[int, tuple[int, int, int, int, int, int]] = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}
"""EXIF orientation to the matrix that brings the stored unit square to the one seen, y upwards."""


def _turn(run: Glyphs) -> str:
    """The text matrix of a run without its place: turned or not, drawn longer or shorter along its line."""
    along = decimal(Fraction(run.scale, 1000))
    return {"turned": f"0 -{along} 1 0", "ttb": f"1 0 0 {along}"}.get(run.direction, f"{along} 0 0 1")


def _stretches(face: FaceUse, run: Glyphs) -> list[tuple[int, bool]]:
    """A run in stretches: where each ends, and whether ToUnicode says it. One that it doesn't is a single cluster."""
    count = len(run.gids)
    heads = [at for at in range(count) if at == 0 or run.texts[at]]
    stretches: list[tuple[int, bool]] = []
    for start, end in zip(heads, (*heads[1:], count), strict=True):
        said = end - start == 1 and face.says[run.gids[start]] == run.texts[start]
        if said and stretches and stretches[-1][1]:
            stretches.pop()
        stretches.append((end, said))
    return stretches
