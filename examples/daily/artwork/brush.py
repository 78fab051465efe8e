"""What the scenes are painted with: flat shapes on a large canvas, washes of light, air, water and grain.

A picture is painted at twice its size and shrunk, so edges are smooth. All chance comes from the generator a canvas is
given, so the same script paints the same pixels. Places are in the finished picture's own pixels, colours are hex.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

SCALE = 2
Point = tuple[float, float]


def rgb(code: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(code)
    return (red, green, blue)


def mix(one: str, two: str, part: float) -> str:
    """A colour between two: ``one`` at 0, ``two`` at 1."""
    return bytes(round(a + (b - a) * min(max(part, 0), 1)) for a, b in zip(rgb(one), rgb(two), strict=True)).hex()


class Canvas:
    """A picture in the making."""

    def __init__(self, width: int, height: int, seed: str) -> None:
        self.width, self.height = width, height
        self.big = (width * SCALE, height * SCALE)
        self.im = Image.new("RGB", self.big)
        self.rng = Random(seed)

    # --- masks -------------------------------------------------------------------------------------------------

    def mask(self) -> tuple[Image.Image, ImageDraw.ImageDraw]:
        plane = Image.new("L", self.big)
        return plane, ImageDraw.Draw(plane)

    def lay(self, plane: Image.Image, colour: str, strength: float = 1.0, soft: float = 0.0) -> None:
        """Paint ``colour`` where the mask is white; ``soft`` blurs its edge by so many pixels."""
        if soft:
            plane = plane.filter(ImageFilter.GaussianBlur(soft * SCALE))
        if strength < 1:
            plane = plane.point(lambda v: round(v * strength))
        self.im.paste(rgb(colour), (0, 0), plane)

    # --- shapes ------------------------------------------------------------------------------------------------

    def poly(self, points: Sequence[Point], colour: str, strength: float = 1.0, soft: float = 0.0) -> None:
        if soft or strength < 1:
            plane, pen = self.mask()
            pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=255)
            self.lay(plane, colour, strength, soft)
        else:
            ImageDraw.Draw(self.im).polygon([(x * SCALE, y * SCALE) for x, y in points], fill=rgb(colour))

    def box(
        self, x0: float, y0: float, x1: float, y1: float, colour: str, strength: float = 1.0, soft: float = 0.0
    ) -> None:
        self.poly([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], colour, strength, soft)

    def disc(
        self, x: float, y: float, rx: float, colour: str, strength: float = 1.0, soft: float = 0.0, ry: float = 0.0
    ) -> None:
        ry = ry or rx
        edge = [v * SCALE for v in (x - rx, y - ry, x + rx, y + ry)]
        if soft or strength < 1:
            plane, pen = self.mask()
            pen.ellipse(edge, fill=255)
            self.lay(plane, colour, strength, soft)
        else:
            ImageDraw.Draw(self.im).ellipse(edge, fill=rgb(colour))

    def line(self, points: Sequence[Point], colour: str, width: float, strength: float = 1.0, soft: float = 0) -> None:
        spots = [(x * SCALE, y * SCALE) for x, y in points]
        thick = max(1, round(width * SCALE))
        if soft or strength < 1:
            plane, pen = self.mask()
            pen.line(spots, fill=255, width=thick, joint="curve")
            self.lay(plane, colour, strength, soft)
        else:
            ImageDraw.Draw(self.im).line(spots, fill=rgb(colour), width=thick, joint="curve")

    def area(self, points: Sequence[Point], colour: str, soft: float = 0.0) -> Image.Image:
        """A shape whose mask comes back, to be mottled."""
        plane, pen = self.mask()
        pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=255)
        if soft:
            plane = plane.filter(ImageFilter.GaussianBlur(soft * SCALE))
        self.im.paste(rgb(colour), (0, 0), plane)
        return plane

    # --- washes ------------------------------------------------------------------------------------------------

    def wash(self, stops: Sequence[tuple[float, str]], top: float = 0, bottom: float | None = None) -> None:
        """A run of colours from ``top`` to ``bottom`` over the whole width."""
        bottom = self.height if bottom is None else bottom
        rows = max(2, round((bottom - top) * SCALE))
        strip = Image.new("RGB", (1, 256))
        for y in range(256):
            t = y / 255
            k = next((i for i, (place, _) in enumerate(stops) if place >= t), len(stops) - 1)
            (p0, c0), (p1, c1) = stops[max(k - 1, 0)], stops[k]
            strip.putpixel((0, y), rgb(mix(c0, c1, 0 if p1 == p0 else (t - p0) / (p1 - p0))))
        self.im.paste(strip.resize((self.big[0], rows), Image.Resampling.BICUBIC), (0, round(top * SCALE)))

    def veil(self, top: float, bottom: float, colour: str, first: float, last: float) -> None:
        """Air: a colour whose strength runs from ``first`` at the top to ``last`` at the bottom."""
        rows = max(2, round((bottom - top) * SCALE))
        ramp = Image.new("L", (1, 64))
        ramp.putdata([round(255 * (first + (last - first) * i / 63)) for i in range(64)])
        plane = Image.new("L", self.big)
        plane.paste(ramp.resize((self.big[0], rows), Image.Resampling.BICUBIC), (0, round(top * SCALE)))
        self.im.paste(rgb(colour), (0, 0), plane)

    def glow(self, x: float, y: float, radius: float, colour: str, strength: float, flat: float = 1.0) -> None:
        """Light that falls off round a point, added to what is there."""
        w, h = round(radius * 2 * SCALE), round(radius * 2 * flat * SCALE)
        fall = Image.radial_gradient("L").resize((w, h), Image.Resampling.BICUBIC)
        fall = fall.point(lambda v: round((max(0, 1 - v / 180) ** 2) * 255 * strength))
        plane = Image.new("L", self.big)
        plane.paste(fall, (round(x * SCALE - w / 2), round(y * SCALE - h / 2)))
        light = Image.composite(Image.new("RGB", self.big, rgb(colour)), Image.new("RGB", self.big), plane)
        self.im = ImageChops.screen(self.im, light)

    def mottle(self, cells: tuple[int, int], dark: str, light: str, strength: float, within: Image.Image) -> None:
        """Uneven colour, as of foliage or plaster, within a mask."""
        total = Image.new("L", self.big, 128)
        for octave in range(4):
            n = (cells[0] << octave, cells[1] << octave)
            raw = Image.frombytes("L", n, self.rng.randbytes(n[0] * n[1]))
            total = Image.blend(total, raw.resize(self.big, Image.Resampling.BICUBIC), 0.5 if not octave else 0.36)
        for colour, way in ((light, lambda v: (v - 128) * 3), (dark, lambda v: (128 - v) * 3)):
            plane = total.point(lambda v, way=way: max(0, min(255, round(way(v) * strength))))
            plane = ImageChops.multiply(plane, within)
            self.im.paste(rgb(colour), (0, 0), plane)

    def cloud(self, top: float, bottom: float, colour: str, strength: float, cells: tuple[int, int] = (4, 9)) -> None:
        """Banks of cloud, thin towards the bottom of their band."""
        rows = round((bottom - top) * SCALE)
        total = Image.new("L", (self.big[0], rows), 128)
        for octave in range(4):
            n = (cells[0] << octave, max(2, (cells[1] << octave) // 2))
            raw = Image.frombytes("L", n, self.rng.randbytes(n[0] * n[1]))
            fine = raw.resize((self.big[0], rows), Image.Resampling.BICUBIC)
            total = Image.blend(total, fine, (0.6, 0.4, 0.3, 0.22)[octave])
        fade = Image.new("L", (1, 16))
        fade.putdata([round(255 * math.sin(math.pi * (i + 0.5) / 16)) for i in range(16)])
        fade = fade.resize((self.big[0], rows), Image.Resampling.BICUBIC)
        plane = Image.new("L", self.big)
        bank = total.point(lambda v: max(0, min(255, round((v - 118) * 6 * strength))))
        plane.paste(ImageChops.multiply(bank, fade), (0, round(top * SCALE)))
        self.im.paste(rgb(colour), (0, 0), plane.filter(ImageFilter.GaussianBlur(2 * SCALE)))

    def ridge(
        self, base: float, rise: float, colour: str, foot: float | None = None, rough: float = 0.5, parts: int = 5
    ) -> Image.Image:
        """A range of hills across the picture; its mask comes back, to be mottled or lit."""
        spots = [self.rng.uniform(0, 1) for _ in range(parts)]
        size = 1.0
        while len(spots) < 400:
            size *= rough
            middle = [(a + b) / 2 + self.rng.uniform(-0.5, 0.5) * size for a, b in pairwise(spots)]
            spots = [v for pair in zip(spots, middle, strict=False) for v in pair] + [spots[-1]]
        n = len(spots) - 1
        edge = [(self.width * i / n, base - rise * v) for i, v in enumerate(spots)]
        plane, pen = self.mask()
        foot = self.height if foot is None else foot
        outline = [*edge, (self.width, foot), (0, foot)]
        pen.polygon([(x * SCALE, y * SCALE) for x, y in outline], fill=255)
        self.lay(plane, colour)
        return plane

    # --- water -------------------------------------------------------------------------------------------------

    def mirror(self, shore: float, tint: str, strength: float, bottom: float | None = None) -> None:
        """Water below ``shore``: what stands above it, turned over, tinted, and broken by ripples."""
        top = round(shore * SCALE)
        rows = (self.big[1] if bottom is None else round(bottom * SCALE)) - top
        above = self.im.crop((0, max(0, top - rows), self.big[0], top)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        above = above.resize((self.big[0], rows)).filter(ImageFilter.BoxBlur((1.5 * SCALE, 2 * SCALE)))
        broken = above.copy()
        y = 0
        while y < rows:
            near = y / rows
            band = max(1, round((1 + near * 5) * SCALE * 0.7))
            shift = round(math.sin(y * 0.21 + self.rng.random() * 2) * (1 + near * 9) * SCALE)
            strip = above.crop((0, y, self.big[0], min(rows, y + band)))
            broken.paste(strip, (shift, y + round(self.rng.uniform(-1, 1) * near * 5 * SCALE)))
            y += band
        self.im.paste(Image.blend(broken, Image.new("RGB", broken.size, rgb(tint)), strength), (0, top))

    def ripples(self, top: float, bottom: float, colour: str, count: int, strength: float = 0.5) -> None:
        plane, pen = self.mask()
        for _ in range(count):
            t = self.rng.random() ** 1.6
            y = top + (bottom - top) * t
            x, w = self.rng.uniform(-20, self.width), (6 + 60 * t) * self.rng.uniform(0.5, 1.5)
            thick = 0.4 + 1.5 * t
            pen.ellipse([v * SCALE for v in (x, y, x + w, y + thick)], fill=round(255 * self.rng.uniform(0.3, 1)))
        self.lay(plane, colour, strength)

    # --- finishing ---------------------------------------------------------------------------------------------

    def done(
        self, black: int = 14, white: int = 246, grain: float = 2.4, edge: float = 0.22, zoom: float = 1.0
    ) -> Image.Image:
        """Shrunk to ``zoom`` times the size, with full tones, a lens's falling-off at the corners, and grain."""
        image = self.im.resize((round(self.width * zoom), round(self.height * zoom)), Image.Resampling.BOX)
        fall = Image.radial_gradient("L").resize(image.size, Image.Resampling.BICUBIC)
        image.paste((0, 0, 0), (0, 0), fall.point(lambda v: round(max(0, v - 90) / 165 * 255 * edge)))
        spread = 255 / (white - black)
        image = image.point(lambda v: max(0, min(255, round((v - black) * spread))))
        speck = Image.frombytes("L", image.size, self.rng.randbytes(image.size[0] * image.size[1]))
        speck = speck.filter(ImageFilter.GaussianBlur(0.8)).point(lambda v: round(128 + (v - 128) * grain / 32))
        return ImageChops.overlay(image, Image.merge("RGB", (speck, speck, speck)))
