"""Draw the six pictures of this example: landscapes that stand in for the newsroom's photographs.

Run as ``python examples/shiyan-tongzhan/pictures.py``. The same script draws the same pixels: all chance comes from
seeded generators.

How a scene is made. A height map is built from octaves of noise. Seen from a camera, it is warped into a picture whose
rows are distances (nearest first) and whose columns are those of the final picture; there it is coloured, lit and
veiled, a whole plane at a time. Then every column is walked from near to far and what rises above the nearer land is
painted. Sky, water, haze and grain are planes again. Pillow does all the arithmetic (``Field``).
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Any, Union

from PIL import Image, ImageChops, ImageCms, ImageDraw, ImageFilter, ImageMath

HERE = Path(__file__).parent / "pictures"
MAP = 1024
"""Side of a height map, in cells. Heights and distances are in cells too."""
TALL = 2
"""Land is painted this many times too tall and shrunk: smooth crests."""

Value = Union["Field", float]
Colour = tuple[Value, Value, Value]


class Field:
    """A plane of numbers with arithmetic."""

    def __init__(self, image: Image.Image) -> None:
        self.im = image if image.mode == "F" else image.convert("F")

    def _with(self, other: Value, act: Callable[[Any, Any], Any]) -> Field:
        right = other.im if isinstance(other, Field) else float(other)
        return Field(ImageMath.lambda_eval(lambda args: act(args["a"], args["b"]), a=self.im, b=right))

    def __add__(self, other: Value) -> Field:
        return self._with(other, lambda a, b: a + b)

    def __sub__(self, other: Value) -> Field:
        return self._with(other, lambda a, b: a - b)

    def __mul__(self, other: Value) -> Field:
        return self._with(other, lambda a, b: a * b)

    def __truediv__(self, other: Value) -> Field:
        return self._with(other, lambda a, b: a / b)

    def __rsub__(self, other: float) -> Field:
        return self._with(other, lambda a, b: b - a)

    def __rtruediv__(self, other: float) -> Field:
        return self._with(other, lambda a, b: b / a)

    def __pow__(self, other: float) -> Field:
        return self._with(other, lambda a, b: a**b)

    __radd__ = __add__
    __rmul__ = __mul__

    def exp(self) -> Field:
        return self._with(math.e, lambda a, b: b**a)

    def abs(self) -> Field:
        return self._with(0, lambda a, _: abs(a))

    def most(self, other: Value) -> Field:
        right = other.im if isinstance(other, Field) else Image.new("F", self.im.size, float(other))
        return Field(ImageMath.lambda_eval(lambda args: args["max"](args["a"], args["b"]), a=self.im, b=right))

    def least(self, other: Value) -> Field:
        right = other.im if isinstance(other, Field) else Image.new("F", self.im.size, float(other))
        return Field(ImageMath.lambda_eval(lambda args: args["min"](args["a"], args["b"]), a=self.im, b=right))

    def step(self, low: float, high: float) -> Field:
        """0 at ``low``, 1 at ``high``, smooth between."""
        t = ((self - low) * (1 / (high - low))).most(0).least(1)
        return t * t * (3 - 2 * t)

    def floor(self) -> Field:
        return Field(ImageMath.lambda_eval(lambda args: args["int"](args["a"]), a=self.im))

    def moved(self, dx: float, dy: float) -> Field:
        """The plane moved by whole or part cells; the edge is drawn out."""
        width, height = self.im.size
        return Field(self.im.transform((width, height), Image.Transform.AFFINE, (1, 0, -dx, 0, 1, -dy), 2))

    def spread(self) -> Field:
        low, high = self.im.getextrema()
        return (self - low) * (1 / max(high - low, 1e-9))  # type: ignore[operator]

    def bytes(self) -> Image.Image:
        """0…1 as an 8-bit picture."""
        return (self * 255 + 0.5).most(0).least(255).im.convert("L")


def noise(size: tuple[int, int], cells: tuple[int, int], rng: Random) -> Field:
    """One octave: random numbers on a coarse lattice, smooth between."""
    columns, rows = max(cells[0], 1) + 4, max(cells[1], 1) + 4
    coarse = Image.frombytes("L", (columns, rows), rng.randbytes(columns * rows)).convert("F")
    fine = coarse.resize(size, Image.Resampling.BICUBIC, box=(2, 2, columns - 2, rows - 2))
    return Field(fine) * (1 / 255)


def cloudy(size: tuple[int, int], cells: tuple[int, int], octaves: int, rng: Random, gain: float = 0.5) -> Field:
    """Octaves of noise added up, 0…1."""
    total, weight = noise(size, cells, rng), gain
    for octave in range(1, octaves):
        total = total + noise(size, (cells[0] << octave, cells[1] << octave), rng) * weight
        weight *= gain
    return total.spread()


def ridged(cells: int, octaves: int, rng: Random, gain: float = 0.5, sharp: float = 2.0) -> Field:
    """Octaves of folded noise, each strong only where the one before was high: ridges with gullies, 0…1."""
    total: Value = 0.0
    weight: Value = 1.0
    size = 1.0
    for octave in range(octaves):
        n = cells << octave
        fold = (1 - (noise((MAP, MAP), (n, n), rng) * 2 - 1).abs()).most(0)
        layer = fold**sharp * weight
        total = layer * size + total
        weight = (layer * 1.6).most(0).least(1)
        size *= gain
    assert isinstance(total, Field)
    return total.spread()


def ramp(size: tuple[int, int], values: Sequence[float], across: bool = False) -> Field:
    """A plane that runs through ``values`` from top to bottom, or from left to right."""
    line = Image.new("F", (len(values), 1) if across else (1, len(values)))
    line.putdata(list(values))
    n = len(values)
    box = (0.5, 0, n - 0.5, 1) if across else (0, 0.5, 1, n - 0.5)
    if n in (size[0] if across else size[1],):
        return Field(line.resize(size, Image.Resampling.NEAREST))
    return Field(line.resize(size, Image.Resampling.BILINEAR, box=box))


def mix(one: Colour, two: Colour, part: Value) -> Colour:
    return (
        one[0] + (two[0] - one[0]) * part,
        one[1] + (two[1] - one[1]) * part,
        one[2] + (two[2] - one[2]) * part,
    )


def times(colour: Colour, light: Value | Colour) -> Colour:
    by = light if isinstance(light, tuple) else (light, light, light)
    return (colour[0] * by[0], colour[1] * by[1], colour[2] * by[2])


def plus(one: Colour, two: Colour) -> Colour:
    return (one[0] + two[0], one[1] + two[1], one[2] + two[2])


def rgb(code: str) -> Colour:
    red, green, blue = bytes.fromhex(code)
    return (red / 255, green / 255, blue / 255)


def picture(colour: Colour, size: tuple[int, int]) -> Image.Image:
    planes = [c if isinstance(c, Field) else Field(Image.new("F", size, c)) for c in colour]
    return Image.merge("RGB", [plane.bytes() for plane in planes])


def planes(image: Image.Image) -> Colour:
    red, green, blue = (Field(band) * (1 / 255) for band in image.split())
    return (red, green, blue)


def shades(size: tuple[int, int], stops: Sequence[tuple[float, str]]) -> Colour:
    """A vertical run of colours: (place 0…1, colour)."""
    out = []
    for band in range(3):
        values = []
        for y in range(256):
            t = y / 255
            after = next((k for k, (place, _) in enumerate(stops) if place >= t), len(stops) - 1)
            before = max(after - 1, 0)
            (p0, c0), (p1, c1) = stops[before], stops[after]
            part = 0.0 if p1 == p0 else min(max((t - p0) / (p1 - p0), 0), 1)
            part = part * part * (3 - 2 * part) * 0.5 + part * 0.5
            a, b = bytes.fromhex(c0)[band] / 255, bytes.fromhex(c1)[band] / 255
            values.append(a + (b - a) * part)
        out.append(ramp(size, values))
    return (out[0], out[1], out[2])


def glow(size: tuple[int, int], x: float, y: float, radius: float, flat: float = 1.0) -> Field:
    """A fall of light around a point, 1 at the point; ``flat`` under 1 squeezes it from above and below."""
    dx = ramp(size, [i - x for i in range(size[0])], across=True) * (1 / radius)
    dy = ramp(size, [i - y for i in range(size[1])]) * (1 / (radius * flat))
    return (dx * dx + dy * dy + 1) ** -1.0


def disc(size: tuple[int, int], x: float, y: float, radius: float, soft: float) -> Field:
    dx = ramp(size, [i - x for i in range(size[0])], across=True)
    dy = ramp(size, [i - y for i in range(size[1])])
    return 1 - ((dx * dx + dy * dy) ** 0.5).step(radius - soft, radius + soft)


class Camera:
    """Looks up the map from its lower edge. ``bands`` are (near, far, rows): how finely distances are taken."""

    def __init__(
        self,
        size: tuple[int, int],
        *,
        height: float,
        horizon: float,
        zoom: float,
        bands: Sequence[tuple[float, float, int]],
    ) -> None:
        self.width, self.tall = size[0], size[1] * TALL
        self.height, self.horizon, self.focal = height, horizon * self.tall, zoom * size[0]
        self.bands = bands
        self.depth = sum(rows for *_, rows in bands)
        self.size = (self.width, self.depth)
        inverse = [1 / near + (1 / far - 1 / near) * row / rows for near, far, rows in bands for row in range(rows)]
        self.near = ramp(self.size, inverse)
        """1 / distance."""
        self.far = 1 / self.near

    def see(self, field: Field) -> Field:
        """A plane of map cells as a plane of distances and columns."""
        out = Image.new("F", self.size)
        top = 0
        for near, far, rows in self.bands:
            q, dq = 1 / near, (1 / far - 1 / near) / rows
            cx, cy = MAP / 2, MAP - 4
            coefficients = (
                1 / (self.focal * q), cx * dq / q, cx - self.width / 2 / self.focal / q,
                0, cy * dq / q, cy - 1 / q,
                0, dq / q,
            )  # fmt: skip
            part = field.im.transform((self.width, rows), Image.Transform.PERSPECTIVE, coefficients, 3)
            out.paste(part, (0, top))
            top += rows
        return Field(out)

    def paint(self, heights: Field, colour: Colour) -> Image.Image:
        """The land alone, transparent above its crest."""
        ys = (self.height - heights) * self.near * (self.focal * TALL) + self.horizon
        flat = ys.most(0).least(self.tall).im.convert("I").transpose(Image.Transpose.TRANSPOSE)
        levels = array("i", flat.tobytes())
        inks = picture(colour, self.size).convert("RGBA").transpose(Image.Transpose.TRANSPOSE).tobytes()
        tall, depth = self.tall, self.depth
        out = bytearray(self.width * tall * 4)
        for x in range(self.width):
            top, base, start = tall, x * depth, x * tall
            for i, y in enumerate(levels[base : base + depth], base):
                if y < top:
                    out[(start + y) * 4 : (start + top) * 4] = inks[i * 4 : i * 4 + 4] * (top - y)
                    top = y
        whole = Image.frombytes("RGBA", (tall, self.width), bytes(out)).transpose(Image.Transpose.TRANSPOSE)
        return whole.resize((self.width, tall // TALL), Image.Resampling.BOX)


def lit(heights: Field, dx: float, dy: float, rise: float) -> tuple[Field, Field]:
    """Light on the map's slopes (0…1) and cast shadow (1 where the sun reaches); (dx, dy) points to the sun."""
    slope = (heights - heights.moved(-dx, -dy)) * 0.7 + (heights - heights.moved(-3 * dx, -3 * dy)) * 0.15
    slope = slope + rise * 0.3
    shine = slope / (slope.abs() + 0.7) * 0.5 + 0.5
    high, reach = heights, 1
    for _ in range(7):
        high = high.most(high.moved(-dx * reach, -dy * reach) - rise * reach)
        reach *= 2
    return shine, 1 - (high - heights).step(0, 3.0)


def grain(size: tuple[int, int], rng: Random, soft: float = 0.6) -> Field:
    raw = Image.frombytes("L", size, rng.randbytes(size[0] * size[1])).filter(ImageFilter.GaussianBlur(soft))
    return Field(raw) * (1 / 255) - 0.5


def finish(image: Image.Image, rng: Random, *, black: float, white: float, edge: float) -> Image.Image:
    """Full tones from ``black`` to ``white`` (newsprint flattens them again), a lens's falling-off, and film grain."""
    size = image.size
    fall = 1 - (1 - glow(size, size[0] / 2, size[1] * 0.48, size[0] * 0.75, 0.8)) * edge
    speck = grain(size, rng) * 0.036
    red, green, blue = ((plane * fall - black) * (1 / (white - black)) + speck for plane in planes(image))
    return picture((red, green, blue), size)


def over(land: Image.Image, back: Image.Image) -> Image.Image:
    out = back.convert("RGBA")
    out.alpha_composite(land)
    return out.convert("RGB")


def sky_clouds(
    size: tuple[int, int], horizon: float, rng: Random, *, cells: int, cover: float, soft: float
) -> tuple[Field, Field]:
    """Clouds on a ceiling seen in perspective: their cover (0…1) and how much light they hold."""
    width, height = size
    plane = cloudy((MAP, MAP), (cells, cells), 6, rng, 0.55)
    lift = plane - plane.moved(4, -10)
    rows = int(horizon * height)
    near, far = 150.0, 980.0
    q, dq = 1 / near, (1 / far - 1 / near) / max(rows, 1)
    focal = width * 1.1
    c = (
        1 / (focal * q),
        MAP / 2 * dq / q,
        MAP / 2 - width / 2 / focal / q,
        0,
        (MAP - 4) * dq / q,
        MAP - 4 - 1 / q,
        0,
        dq / q,
    )

    def see(field: Field) -> Field:
        out = Image.new("F", size)
        out.paste(field.im.transform((width, rows), Image.Transform.PERSPECTIVE, c, 3), (0, 0))
        return Field(out)

    return see(plane).step(cover, cover + soft), (see(lift) * 5 + 0.5).most(0).least(1)


def sea_of_cloud() -> Image.Image:
    """Dawn over ranges that stand in a sea of cloud."""
    rng = Random("zhangwan-1c")
    size = (1800, 1200)
    sun = (1190.0, 345.0)
    view = Camera(size, height=128, horizon=0.4, zoom=1.05, bands=((80, 240, 560), (240, 940, 900)))
    sky = shades(
        size, ((0, "4f6b8f"), (0.17, "8399ae"), (0.28, "c9bdb0"), (0.36, "efc893"), (0.42, "f6cf93"), (1, "f0c48c"))
    )
    cover, held = sky_clouds(size, 0.4, rng, cells=18, cover=0.5, soft=0.35)
    warm = glow(size, *sun, 360, 0.6)
    sky = mix(sky, mix(rgb("8f93a3"), rgb("ffe0b0"), (held * 0.5 + warm * 0.7).least(1)), cover * 0.6)
    sky = mix(sky, rgb("ffe2a8"), warm**1.5 * 0.8)
    sky = mix(sky, rgb("fff8e6"), disc(size, *sun, 38, 2.5))

    ridge = ridged(6, 8, rng, 0.46, 1.7)
    rows = ramp((MAP, MAP), [0.9, 0.95, 1.0, 1.0, 0.98, 0.9, 0.75, 0.5])
    sides = ramp((MAP, MAP), [1.2, 1.2, 1.05, 0.85, 0.78, 0.85, 0.95, 1.0, 1.0], across=True)
    land = (ridge**1.2) * rows * sides * 185
    shine, sunlit = lit(land, 0.5, -0.86, 0.3)
    billow = cloudy((MAP, MAP), (18, 24), 6, rng, 0.5)
    h, s, c, b = view.see(land), view.see(shine), view.see(sunlit), view.see(billow)
    trees = grain(view.size, rng, 1.1)
    h = h + trees * (view.near * 900).least(5)
    light = (s * 0.8 + 0.05) * (c * 0.65 + 0.35) + trees * 0.45
    ground = mix(rgb("101d27"), rgb("5b5f50"), light)
    ground = mix(ground, rgb("eaa65f"), (s - 0.52).step(0, 0.35) * (c * 0.8 + 0.2) * 0.7)
    sea = b * 28 + 42
    fog = (sea + 10 - h).step(0, 20)
    sea_light = ((b - view.see(billow.moved(-4, 8))) * 4 + 0.5).most(0).least(1)
    across = ramp(view.size, [0.0, 0.1, 0.35, 0.85, 1.0, 0.8], across=True)
    vapour = mix(mix(rgb("6d7f98"), rgb("b58f88"), across), mix(rgb("d3d3d4"), rgb("ffe2b2"), across), sea_light)
    colour = mix(ground, vapour, fog)
    air = 1 - ((view.far * (1 / 620)) ** 1.5 * -1.0).exp()
    haze = mix(mix(rgb("8195ac"), rgb("dba67f"), across), rgb("f4cd98"), (view.far * (1 / 900)).least(1) * across)
    colour = mix(colour, haze, air * 0.93)
    image = over(view.paint(h.most(sea), colour), picture(sky, size))
    bloom = planes(image.filter(ImageFilter.GaussianBlur(40)))
    image = picture(mix(planes(image), plus(bloom, (0.06, 0.035, 0.0)), glow(size, *sun, 300) * 0.5), size)
    return finish(image, rng, black=0.05, white=0.97, edge=0.16)


def mirrored(
    image: Image.Image, shore: float, rng: Random, *, squeeze: float = 1.0, ripple: float = 14.0
) -> Image.Image:
    """The picture turned over at ``shore`` (a row), broken by ripples that grow towards the viewer."""
    width, height = image.size
    turned = image.transform(
        (width, height),
        Image.Transform.AFFINE,
        (1, 0, 0, 0, -1 / squeeze, shore + shore / squeeze),
        2,
        fillcolor=image.getpixel((width // 2, 2)),
    )
    turned = turned.filter(ImageFilter.BoxBlur((0, 3)))
    rows = height - int(shore)
    waves = noise((width, height), (width // 40, height // 5), rng)
    waves = waves + noise((width, height), (width // 12, height // 3), rng) * 0.5 - 0.75
    depth = ramp((width, height), [0.0] * int(shore) + [(y / rows) ** 0.8 for y in range(rows)])
    near, far = turned, turned.filter(ImageFilter.BoxBlur((0, 10)))
    shifted = ImageChops.offset(near, 0, int(ripple))
    shifted.paste(near.crop((0, 0, width, int(ripple))), (0, 0))
    pulled = ImageChops.offset(near, 0, -int(ripple))
    pulled.paste(near.crop((0, height - int(ripple), width, height)), (0, height - int(ripple)))
    up, down = (waves * depth * 3).most(0).least(1), (waves * depth * -3).most(0).least(1)
    return picture(
        mix(mix(mix(planes(near), planes(far), depth * 0.6), planes(shifted), up), planes(pulled), down), image.size
    )


def terraces() -> Image.Image:
    """A spring morning: terraced fields, some in flower and some under water, and white farmhouses."""
    rng = Random("zhangwan-2")
    size = (1200, 800)
    view = Camera(size, height=120, horizon=0.385, zoom=1.15, bands=((70, 230, 520), (230, 960, 620)))
    sky = shades(size, ((0, "7fa6c4"), (0.24, "b5cbd5"), (0.41, "ebe7d6"), (1, "ebe7d6")))
    cover, held = sky_clouds(size, 0.395, rng, cells=22, cover=0.46, soft=0.3)
    sky = mix(sky, mix(rgb("b9c2c9"), rgb("fffaf0"), held), cover * 0.85)

    hills = cloudy((MAP, MAP), (5, 5), 4, rng, 0.42)
    wild = ridged(6, 7, rng, 0.48, 1.6)
    back = ramp((MAP, MAP), [1.0, 1.0, 0.75, 0.25, 0.05, 0, 0, 0])
    rise = hills * ramp((MAP, MAP), [75.0, 75, 90, 105, 105, 95, 85, 60]) + ramp(
        (MAP, MAP), [28, 6, 0, 0, 0, 8, 24], across=True
    )
    level = rise * (1 / 4.2)
    whole = level.floor()
    part = level - whole
    fields = 1 - back.step(0.1, 0.3)
    steps = (whole + part.step(0.72, 1.0)) * 4.2
    land = steps * fields + (rise + wild * 95) * (1 - fields) + wild * back * 25
    shine, sunlit = lit(land, -0.85, -0.5, 0.55)
    kinds = cloudy((MAP, MAP), (26, 26), 3, rng, 0.6)
    kinds = (kinds + (whole * 0.37 - (whole * 0.37).floor()) * 0.5) * 0.72

    h, s, c = view.see(land), view.see(shine), view.see(sunlit)
    f, k, bank = view.see(fields.step(0.8, 0.98)), view.see(kinds), view.see(part.step(0.66, 0.82))
    tufts = grain(view.size, rng, 0.9)
    rows = noise(view.size, (260, 200), rng) - 0.5
    crop = mix(rgb("6c8f42"), rgb("a3b562"), (k - 0.2).step(0, 0.35))
    crop = mix(crop, rgb("dfbd45"), (k - 0.46).step(0, 0.05) * 0.92)
    crop = mix(crop, rgb("4f7a3f"), (k - 0.62).step(0, 0.04))
    pool = (k - 0.70).step(0, 0.04) * (1 - bank)
    crop = plus(crop, (rows * 0.10, rows * 0.10, rows * 0.04))
    crop = mix(crop, rgb("c8d9dd"), pool * 0.85)
    crop = mix(crop, rgb("3c4a25"), bank * 0.78)
    forest = mix(rgb("2c4a37"), rgb("6f8a55"), s + tufts * 0.6)
    ground = mix(forest, crop, f)
    light = (s * 0.75 + 0.45) * (c * 0.42 + 0.58) + tufts * (1 - pool * f) * 0.28
    colour = times(ground, (light * 1.03, light, light * 0.93 + 0.04))
    h = h + tufts * (view.near * 300).least(0.9) * (1 - pool * f)
    h = h + (1 - f) * tufts * 3
    mist = (34 - h).step(0, 26) * (view.far * (1 / 500)).least(1) * 0.55
    air = 1 - ((view.far * (1 / 760)) ** 1.6 * -1.0).exp()
    colour = mix(colour, rgb("e6e6da"), mist)
    colour = mix(colour, rgb("bccbd1"), air * 0.95)
    image = over(view.paint(h, colour), picture(sky, size))
    return finish(image, rng, black=0.05, white=0.97, edge=0.1)


def autumn_lake() -> Image.Image:
    """Noon in autumn: wooded hills in red and gold around a still reservoir."""
    rng = Random("zhangwan-3")
    size = (1200, 800)
    view = Camera(size, height=26, horizon=0.47, zoom=0.95, bands=((60, 240, 420), (240, 980, 620)))
    sky = shades(size, ((0, "4a7ba6"), (0.25, "80a9c3"), (0.47, "d3e2e4"), (1, "d3e2e4")))
    cover, held = sky_clouds(size, 0.47, rng, cells=40, cover=0.5, soft=0.24)
    sky = mix(sky, mix(rgb("a3b2bf"), rgb("fffdf6"), held), cover * 0.9)

    ridge = ridged(5, 7, rng, 0.45, 1.4)
    bay = ramp((MAP, MAP), [1.3, 1.0, 0.6, 0.25, -0.15, -0.1, 0.4, 1.0, 1.3], across=True)
    bay = bay + ramp((MAP, MAP), [1.2, 1.0, 0.5, 0.1, 0.05, 0.0, -0.25, -0.6])
    shore = cloudy((MAP, MAP), (7, 7), 4, rng) - 0.5
    land = (bay + shore * 1.3).step(0.05, 1.5) * 120 * (ridge * 1.1 + 0.25)
    shine, sunlit = lit(land, 0.93, 0.1, 0.5)
    kinds = cloudy((MAP, MAP), (22, 22), 6, rng, 0.72)
    h, s, c, k = view.see(land), view.see(shine), view.see(sunlit), view.see(kinds)
    crowns = grain(view.size, rng, 1.5) * 2.2
    ground = mix(rgb("3d5a34"), rgb("6f7f42"), (k - 0.3).step(0, 0.2))
    ground = mix(ground, rgb("b98a3e"), (k - 0.46).step(0, 0.1) * 0.9)
    ground = mix(ground, rgb("a0572f"), (k - 0.56).step(0, 0.12) * 0.85)
    ground = mix(ground, rgb("cfa75a"), (k - 0.7).step(0, 0.1) * 0.7)
    light = (s * 1.0 + 0.22) * (c * 0.6 + 0.4) + crowns * 0.42
    colour = times(ground, (light * 1.04, light, light * 0.92 + 0.03))
    beach = 1 - (h - 0.3).step(0, 1.3)
    colour = mix(colour, rgb("cbb893"), beach * 0.8)
    air = 1 - ((view.far * (1 / 850)) ** 1.5 * -1.0).exp()
    colour = mix(colour, rgb("a9c3d3"), air * 0.9)
    dry = (h - 0.12).step(0, 0.1)
    raised = h + crowns * (view.near * 700).least(5) * (h - 1.2).step(0, 2)
    image = over(view.paint(raised, colour), picture(sky, size))
    wet = view.paint(raised, (1 - dry, 1 - dry, 1 - dry)).convert("RGBA")
    water = Image.alpha_composite(Image.new("RGBA", size, (0, 0, 0, 255)), wet).convert("L")
    glass = planes(mirrored(image, 0.482 * size[1], rng, squeeze=1.12, ripple=9))
    deep = ramp(size, [0.0] * 47 + [0.1 + 0.5 * (i / 53) for i in range(53)])
    glass = mix(times(glass, (0.86, 0.92, 0.95)), rgb("1f4a5e"), deep)
    image = Image.composite(picture(glass, size), image, water)
    return finish(image, rng, black=0.1, white=0.96, edge=0.12)


def towers(
    size: tuple[int, int], base: float, rng: Random, *, low: float, high: float, wide: tuple[int, int]
) -> tuple[Image.Image, Image.Image, Image.Image]:
    """A row of buildings: where they stand, which walls face the light, and their lit windows."""
    scale = 2
    big = (size[0] * scale, size[1] * scale)
    body, side, lamps = Image.new("L", big), Image.new("L", big), Image.new("L", big)
    pens = [ImageDraw.Draw(plane) for plane in (body, side, lamps)]
    x = -20.0
    while x < size[0]:
        width = rng.uniform(*wide)
        middle = 1 - abs((x + width / 2) / size[0] - 0.56) * 1.5
        tall = low + (high - low) * max(middle, 0.1) * rng.random() ** 1.3
        box = [v * scale for v in (x, base - tall, x + width, base + 4)]
        pens[0].rectangle(box, fill=255)
        split = box[0] + (box[2] - box[0]) * rng.uniform(0.3, 0.6)
        pens[1].rectangle(box, fill=90)
        pens[1].rectangle((split, *box[1:]), fill=rng.randint(170, 255))
        pens[2].rectangle(box, fill=0)
        if rng.random() < 0.5:
            crown = (box[2] - box[0]) * rng.uniform(0.2, 0.35)
            cap = (box[0] + crown, box[1] - rng.uniform(8, 34) * scale, box[2] - crown, box[1])
            pens[0].rectangle(cap, fill=255)
            pens[1].rectangle(cap, fill=rng.randint(120, 200))
        if tall > high * 0.62:
            at = (box[0] + box[2]) / 2
            pens[0].line((at, box[1] - 46 * scale, at, box[1]), fill=255, width=3)
            pens[1].line((at, box[1] - 46 * scale, at, box[1]), fill=120, width=3)
        step_x, step_y = 4.4 * scale, 6.4 * scale
        share = rng.uniform(0.12, 0.42)
        y = box[1] + step_y
        while y < base * scale - step_y:
            at = box[0] + step_x * 0.7
            floor = share * rng.uniform(0.4, 1.5)
            while at < box[2] - step_x:
                if rng.random() < floor:
                    pens[2].rectangle((at, y, at + 2.4 * scale, y + 2.6 * scale), fill=rng.randint(90, 255))
                at += step_x
            y += step_y
        x += width * rng.uniform(0.62, 1.25)
    return tuple(plane.resize(size, Image.Resampling.BOX) for plane in (body, side, lamps))  # type: ignore[return-value]


def city_at_dusk() -> Image.Image:
    """After sunset: a young city on a wide river, hills behind it, its lamps in the water."""
    rng = Random("jingkai-1")
    size = (1800, 1200)
    sun = (560.0, 590.0)
    shore = 650.0
    view = Camera(size, height=30, horizon=0.515, zoom=1.2, bands=((330, 960, 620),))
    sky = shades(
        size, ((0, "34466f"), (0.2, "5d6590"), (0.36, "a8869f"), (0.46, "e0a48e"), (0.54, "f7cf9c"), (1, "f7cf9c"))
    )
    cover, held = sky_clouds(size, 0.52, rng, cells=22, cover=0.47, soft=0.3)
    warm = glow(size, *sun, 520, 0.55)
    sky = mix(sky, mix(rgb("67607f"), rgb("f6ab84"), (held * 0.7 + warm * 0.5).least(1)), cover * 0.8)
    sky = mix(sky, rgb("ffdca6"), warm**1.6 * 0.75)
    ridge = ridged(5, 8, rng, 0.46, 1.6)
    land = ridge * ramp((MAP, MAP), [1.0, 1.0, 0.85, 0.55, 0.3, 0.1, 0, 0]) * 170
    land = land * ramp((MAP, MAP), [1.1, 0.9, 0.6, 0.65, 0.9, 1.1], across=True)
    shine, _ = lit(land, -0.6, -0.6, 0.3)
    h, s = view.see(land), view.see(shine)
    air = 1 - (view.far * (-1 / 600)).exp()
    across = ramp(view.size, [0.7, 1.0, 0.7, 0.3, 0.1, 0.0], across=True)
    colour = mix(mix(rgb("2c3350"), rgb("77697d"), s), mix(rgb("767298"), rgb("e3a68d"), across), air * 0.9)
    image = over(view.paint(h, colour), picture(sky, size))
    near_light = glow(size, *sun, 640, 0.9)
    for low, high, wide, veil, lamp in (
        (40, 190, (22, 50), 0.55, 0.35),
        (40, 310, (30, 66), 0.22, 0.85),
        (16, 140, (40, 96), 0.0, 1.0),
    ):
        body, side, lamps = towers(size, shore, rng, low=low, high=high, wide=wide)
        face = Field(side) * (1 / 255)
        wall = mix(rgb("262b47"), mix(rgb("5a5674"), rgb("d79a83"), near_light), face**1.5 * 0.8)
        foot = ramp(size, [0.0] * 44 + [0.05, 0.12, 0.22, 0.34, 0.45, 0.5, 0.5] + [0.5] * 49)
        wall = mix(wall, mix(rgb("8f86a3"), rgb("efb894"), near_light), foot * (0.25 + veil) + veil * 0.75)
        shine_out = Field(lamps.filter(ImageFilter.GaussianBlur(0.7))) * (lamp / 255)
        wall = mix(wall, rgb("ffd68c"), shine_out * 0.9)
        image = Image.composite(picture(wall, size), image, body)
        halo = Field(lamps.filter(ImageFilter.GaussianBlur(9))) * (lamp / 255)
        image = picture(plus(planes(image), times(rgb("ffb765"), halo * 0.55)), size)
    bank = Image.new("L", (size[0] * 2, size[1] * 2))
    pen = ImageDraw.Draw(bank)
    clumps = noise((size[0], 1), (size[0] // 26, 1), rng).im.tobytes()
    crowns = array("f", clumps)
    edge = [
        (x * 2, (shore - 6 - crowns[x] * 16 - rng.random() * 4 - 4 * math.sin(x / 131)) * 2)
        for x in range(0, size[0], 2)
    ]
    pen.polygon([(0, shore * 2 + 8), *edge, (size[0] * 2, shore * 2 + 8)], fill=255)
    trees = picture(mix(rgb("1b2036"), rgb("6a4f57"), near_light * 0.6), size)
    image = Image.composite(trees, image, bank.resize(size, Image.Resampling.BOX))
    pen = ImageDraw.Draw(image)
    x = 8.0
    while x < size[0]:
        pen.ellipse((x - 1.6, shore - 6, x + 1.6, shore - 3), fill=(255, 226, 160))
        x += rng.uniform(14, 30)
    bridge = Image.new("L", (size[0] * 2, size[1] * 2))
    pen = ImageDraw.Draw(bridge)
    deck = lambda x: shore - 34 + (x - 900) ** 2 / 60000  # noqa: E731
    span = [(x * 2, deck(x) * 2) for x in range(1000, 1801, 10)]
    pen.line(span, fill=255, width=9)
    for tower in (1210, 1580):
        pen.polygon(
            [
                ((tower - 6) * 2, shore * 2 + 6),
                ((tower - 2) * 2, (shore - 215) * 2),
                ((tower + 2) * 2, (shore - 215) * 2),
                ((tower + 6) * 2, shore * 2 + 6),
            ],
            fill=255,
        )
        for reach in range(20, 186, 15):
            for way in (-1, 1):
                top = shore - 215 + (186 - reach) * 0.35
                pen.line(
                    (tower * 2, top * 2, (tower + way * reach) * 2, deck(tower + way * reach) * 2), fill=190, width=2
                )
    image = Image.composite(
        picture(mix(rgb("20253f"), rgb("8e6f78"), near_light * 0.7), size),
        image,
        bridge.resize(size, Image.Resampling.BOX),
    )
    glass = planes(mirrored(image, shore, rng, squeeze=1.0, ripple=16))
    deep = ramp(size, [0.0] * 54 + [0.06 + 0.44 * (i / 46) for i in range(46)])
    glass = mix(times(glass, (0.9, 0.9, 0.95)), rgb("2b3a5e"), deep)
    below = ramp(size, [0.0] * int(shore) + [1.0] * (size[1] - int(shore)))
    image = Image.composite(picture(glass, size), image, below.bytes())
    mist = glow(size, 500, shore, 900, 0.035) * 0.5
    image = picture(mix(planes(image), rgb("f3c3a2"), mist), size)
    return finish(image, rng, black=0.12, white=0.9, edge=0.16)


def snow_ridge() -> Image.Image:
    """A clear winter forenoon: wind turbines along a ridge under snow, blue shadows."""
    rng = Random("jingkai-2")
    size = (1200, 800)
    view = Camera(size, height=125, horizon=0.49, zoom=1.1, bands=((80, 260, 520), (260, 960, 680)))
    sky = shades(size, ((0, "3f7fae"), (0.3, "7fb0cb"), (0.51, "d3e4e8"), (1, "d3e4e8")))
    cover, held = sky_clouds(size, 0.5, rng, cells=28, cover=0.5, soft=0.3)
    sky = mix(sky, mix(rgb("c3d2dc"), rgb("ffffff"), held), cover * 0.8)
    ridge = ridged(4, 9, rng, 0.48, 1.5)
    land = ridge * ramp((MAP, MAP), [0.95, 1.0, 1.0, 1.0, 0.95, 0.85, 0.7, 0.6]) * 175
    shine, sunlit = lit(land, -0.9, -0.25, 0.5)
    woods = cloudy((MAP, MAP), (34, 34), 5, rng, 0.65)
    h, s, c, k = view.see(land), view.see(shine), view.see(sunlit), view.see(woods)
    firs = grain(view.size, rng, 0.9)
    wood = (k + (84 - h) * 0.0045 - 0.5).step(0, 0.1) * (1 - (h - 95).step(0, 30))
    light = s * (c * 0.75 + 0.25)
    snow = mix(rgb("5f84ae"), rgb("fff8ec"), (light * 1.25).least(1))
    snow = mix(snow, rgb("53606b"), (0.24 - s).step(0, 0.12) * 0.6)
    dark = mix(rgb("22383f"), rgb("7c8f8c"), light * 0.7 + (firs + 0.1) * 1.0)
    colour = mix(snow, dark, wood * 0.85)
    h = h + firs * wood * (view.near * 900).least(6)
    air = 1 - ((view.far * (1 / 780)) ** 1.5 * -1.0).exp()
    colour = mix(colour, rgb("cfe0e8"), air * 0.92)
    ground = view.paint(h, colour)
    image = over(turbines(ground, picture(sky, size), rng), Image.new("RGB", size))
    return finish(image, rng, black=0.12, white=0.99, edge=0.1)


def turbines(ground: Image.Image, sky: Image.Image, rng: Random) -> Image.Image:
    """The sky with white wind turbines on the skyline, the land before their feet."""
    big = Image.new("L", (sky.size[0] * 4, sky.size[1] * 4))
    shade = Image.new("L", big.size)
    pen, dim = ImageDraw.Draw(big), ImageDraw.Draw(shade)
    land = ground.getchannel("A")
    for x, tall in ((96, 116), (262, 100), (420, 84), (770, 76), (905, 90), (1075, 108)):
        crest = next(y for y in range(sky.size[1]) if land.getpixel((x, y)) > 127)
        x, foot, tall = x * 4, (crest + 5) * 4, tall * 4
        w = tall * 0.016
        hub = foot - tall
        pen.polygon([(x - w * 1.3, foot), (x - w * 0.7, hub), (x + w * 0.7, hub), (x + w * 1.3, foot)], fill=255)
        dim.polygon([(x + w * 0.2, foot), (x + w * 0.1, hub), (x + w * 0.8, hub), (x + w * 1.4, foot)], fill=255)
        turn = rng.uniform(0, 2.1)
        for blade in range(3):
            a = turn + blade * 2 * math.pi / 3
            dx, dy = math.cos(a), math.sin(a)
            r = tall * 0.56
            pen.polygon([
                (x - dy * w * 0.5, hub + dx * w * 0.5),
                (x + dx * r * 0.2 - dy * w * 1.1, hub + dy * r * 0.2 + dx * w * 1.1),
                (x + dx * r, hub + dy * r), (x + dy * w * 0.5, hub - dx * w * 0.5),
            ], fill=255)  # fmt: skip
        pen.ellipse((x - w * 1.4, hub - w * 1.4, x + w * 1.4, hub + w * 1.4), fill=255)
    mask, dark = (plane.resize(sky.size, Image.Resampling.BOX) for plane in (big, shade))
    paint = picture(mix(rgb("fbfaf4"), rgb("8ea6b8"), Field(dark) * (1 / 255)), sky.size)
    return over(ground, Image.composite(paint, sky, mask)).convert("RGBA")


def river_in_rain() -> Image.Image:
    """Soft rain: hills in jade and grey step back along a quiet river, one boat on it."""
    rng = Random("jingkai-3")
    size = (1200, 800)
    view = Camera(size, height=34, horizon=0.46, zoom=1.0, bands=((60, 240, 420), (240, 980, 620)))
    sky = shades(size, ((0, "aab6b4"), (0.25, "c6cecb"), (0.46, "e6e8e1"), (1, "e6e8e1")))
    cover = cloudy(size, (4, 7), 6, rng, 0.55)
    sky = mix(sky, rgb("8d9c9c"), (cover - 0.45).step(0, 0.5) * 0.5 * ramp(size, [1.0, 0.6, 0.1, 0, 0]))
    ridge = ridged(6, 7, rng, 0.42, 1.25)
    bay = ramp((MAP, MAP), [1.2, 0.95, 0.6, 0.15, -0.25, -0.2, 0.45, 0.95, 1.2], across=True)
    bay = bay + ramp((MAP, MAP), [0.7, 0.55, 0.4, 0.3, 0.25, 0.15, -0.15, -0.6])
    shore = cloudy((MAP, MAP), (6, 6), 4, rng) - 0.5
    land = (bay + shore * 0.8).step(0.0, 1.0) * 145 * (ridge**1.4 * 1.1 + 0.08)
    shine, _ = lit(land, -0.4, 0.5, 0.6)
    h, s = view.see(land), view.see(shine)
    veil = view.see(cloudy((MAP, MAP), (9, 14), 5, rng, 0.55))
    crowns = grain(view.size, rng, 1.3) * 2
    colour = mix(rgb("0f2624"), rgb("587a5a"), s * 0.75 + crowns * 0.35)
    air = 1 - ((view.far * (1 / 640)) ** 1.7 * -1.0).exp()
    low = (veil * 60 + 4 - h).step(0, 42) * (view.far * (1 / 300) - 0.35).most(0).least(1) * 0.85
    colour = mix(colour, rgb("dfe5df"), low)
    colour = mix(colour, mix(rgb("8aa6a3"), rgb("d9dfd9"), (view.far * (1 / 950)).least(1)), air * 0.97)
    dry = (h - 0.12).step(0, 0.1)
    raised = h + crowns * (view.near * 700).least(5) * (h - 1).step(0, 2)
    image = over(view.paint(raised, colour), picture(sky, size))
    wet = view.paint(raised, (1 - dry, 1 - dry, 1 - dry))
    water = Image.alpha_composite(Image.new("RGBA", size, (0, 0, 0, 255)), wet).convert("L")
    glass = planes(mirrored(image, 0.477 * size[1], rng, squeeze=1.14, ripple=7))
    deep = ramp(size, [0.0] * 46 + [0.12 + 0.3 * (i / 54) for i in range(54)])
    glass = mix(times(glass, (0.93, 0.97, 0.96)), rgb("5d7a78"), deep)
    image = Image.composite(picture(glass, size), image, water)
    image = boat(image, 640, 470, 1.0)
    return finish(image, rng, black=0.16, white=0.93, edge=0.1)


def boat(image: Image.Image, x: float, y: float, scale: float) -> Image.Image:
    """A small boat with an awning and a boatman, and what the water gives back of it."""
    big = Image.new("L", (image.size[0] * 4, image.size[1] * 4))
    pen = ImageDraw.Draw(big)

    def at(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        return [((x + px * scale) * 4, (y + py * scale) * 4) for px, py in points]

    pen.polygon(at([(-46, -8), (-34, -2), (34, -2), (50, -10), (38, 5), (-32, 5)]), fill=255)
    pen.polygon(at([(-16, -2), (-14, -13), (-6, -17), (8, -17), (15, -13), (17, -2)]), fill=255)
    pen.polygon(at([(29, -4), (28, -20), (31, -25), (35, -20), (36, -4)]), fill=255)
    pen.polygon(at([(24, -25), (31.5, -31), (39, -25)]), fill=255)
    pen.line(at([(40, -34), (22, 9)]), fill=255, width=4)
    mask = big.resize(image.size, Image.Resampling.BOX)
    turned = mask.transform(image.size, Image.Transform.AFFINE, (1, 0, 0, 0, -1, 2 * y + 9), 2).filter(
        ImageFilter.BoxBlur((2, 2))
    )
    image = Image.composite(Image.new("RGB", image.size, (70, 88, 86)), image, turned.point(lambda v: v * 0.55))
    return Image.composite(Image.new("RGB", image.size, (38, 40, 38)), image, mask)


SCENES: dict[str, Callable[[], Image.Image]] = {
    "zhangwan-1": sea_of_cloud,
    "zhangwan-2": terraces,
    "zhangwan-3": autumn_lake,
    "jingkai-1": city_at_dusk,
    "jingkai-2": snow_ridge,
    "jingkai-3": river_in_rain,
}


def srgb() -> bytes:
    """An sRGB profile without the moment of its making."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    data[24:36] = bytes((0x07, 0xE7, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))  # 2023-01-01
    data[84:100] = bytes(16)  # the profile's own checksum: not computed
    return bytes(data)


def main() -> None:
    HERE.mkdir(exist_ok=True)
    for name, draw in SCENES.items():
        draw().save(HERE / f"{name}.jpg", quality=88, optimize=True, subsampling=0, icc_profile=srgb())


if __name__ == "__main__":
    main()
