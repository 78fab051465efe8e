"""Draw the pictures of this example: a covered bridge, its river and its people, in flat colours.

Run as ``python examples/makeup/pictures.py``; the same script draws the same pixels.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFilter

HERE = Path(__file__).parent / "pictures"
FINE = 2
"""Everything is drawn this many times too large and shrunk: smooth edges."""
Colour = tuple[int, int, int]
Points = list[tuple[float, float]]
MIST, HILL, PINE, WATER, TILE, WOOD, DARK, LAMP, STONE, SKIN = (
    (226, 228, 222), (128, 152, 142), (70, 98, 88), (148, 172, 176), (62, 66, 72), (142, 92, 60), (82, 54, 40),
    (244, 196, 112), (156, 154, 146), (212, 166, 130),
)  # fmt: skip


class Scene:
    """A picture in the making; places are parts of its width and height."""

    def __init__(self, width: int, height: int, top: Colour, bottom: Colour) -> None:
        self.image = Image.new("RGB", (width * FINE, height * FINE))
        self.draw = ImageDraw.Draw(self.image)
        for y in range(self.image.height):
            part = y / self.image.height
            self.draw.line((0, y, self.image.width, y), fill=mixed(top, bottom, part))

    def points(self, *places: tuple[float, float]) -> Points:
        return [(x * self.image.width, y * self.image.height) for x, y in places]

    def shape(self, colour: Colour, *places: tuple[float, float]) -> None:
        self.draw.polygon(self.points(*places), fill=colour)

    def block(self, colour: Colour, x: float, y: float, far: float, low: float) -> None:
        (one, two) = self.points((x, y), (far, low))
        self.draw.rectangle((*one, *two), fill=colour)

    def round(self, colour: Colour, x: float, y: float, across: float, down: float = 0) -> None:
        """An ellipse about a place; ``across`` and ``down`` are parts of the width."""
        width = self.image.width
        (centre,) = self.points((x, y))
        high = (down or across) * width
        self.draw.ellipse(
            (centre[0] - across * width, centre[1] - high, centre[0] + across * width, centre[1] + high), fill=colour
        )

    def hills(self, base: float, high: float, colour: Colour, seed: int) -> None:
        rand = Random(seed)
        knots = [base - high * rand.random() for _ in range(9)]
        places = []
        for step in range(141):
            n, t = divmod(step / 20, 1)
            t = t * t * (3 - 2 * t)
            places.append((step / 140, knots[int(n)] * (1 - t) + knots[min(int(n) + 1, 8)] * t))
        self.shape(colour, (0, 1), *places, (1, 1))

    def water(self, top: float, seed: int) -> None:
        """What is below mirrors what is above."""
        image, line = self.image, int(self.image.height * top)
        deep = image.height - line
        part = image.crop((0, max(0, line - deep), image.width, line)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        part = part.resize((image.width, deep)).filter(ImageFilter.GaussianBlur(3 * FINE))
        image.paste(Image.blend(part, Image.new("RGB", part.size, WATER), 0.4), (0, line))
        rand = Random(seed)
        for _ in range(deep // 4):
            y, x, wide = line + rand.randrange(3, deep - 2), rand.randrange(image.width), rand.randrange(40, 240)
            self.draw.line((x, y, x + wide, y), fill=mixed(WATER, MIST, rand.random() * 0.7), width=FINE)

    def fog(self, top: float, low: float, seed: int) -> None:
        """Bands of mist."""
        veil, rand = Image.new("L", self.image.size, 0), Random(seed)
        draw = ImageDraw.Draw(veil)
        for _ in range(14):
            y, x = (top + (low - top) * rand.random()) * veil.height, rand.random() * veil.width
            wide = veil.width * (0.2 + 0.3 * rand.random())
            draw.ellipse((x - wide, y - veil.height * 0.05, x + wide, y + veil.height * 0.05), fill=170)
        veil = veil.filter(ImageFilter.GaussianBlur(20 * FINE))
        self.image.paste(Image.new("RGB", self.image.size, MIST), (0, 0), veil)
        self.draw = ImageDraw.Draw(self.image)

    def covered_bridge(self, left: float, right: float, deck: float, high: float, bays: int) -> None:
        """A timber arch with a tiled roof over it."""
        wide, rise = right - left, high * 0.9
        for n in range(3):
            a, b = left + wide * 0.06 * n, right - wide * 0.06 * n
            steps = [
                (a + (b - a) * k / 24, deck + rise * (0.75 - 3 * (k / 24) * (1 - k / 24)) + 0.02 * n) for k in range(25)
            ]
            self.draw.line(self.points(*steps), fill=DARK if n else WOOD, width=int(self.image.height * 0.018))
        for side in (left - 0.04, right - 0.03):
            self.block(STONE, side, deck + high * 0.2, side + 0.07, 1)
        self.block(WOOD, left - 0.03, deck - high * 0.12, right + 0.03, deck + high * 0.1)
        self.block(DARK, left, deck - high * 0.7, right, deck - high * 0.12)
        for n in range(bays):
            x = left + wide * n / bays
            self.block(
                LAMP if n % 3 else mixed(LAMP, DARK, 0.3),
                x + wide * 0.014,
                deck - high * 0.56,
                x + wide / bays - wide * 0.014,
                deck - high * 0.26,
            )
            self.block(WOOD, x - wide * 0.006, deck - high * 0.7, x + wide * 0.006, deck)
        self.shape(
            TILE,
            (left - 0.05, deck - high * 0.66),
            (left + 0.02, deck - high),
            (right - 0.02, deck - high),
            (right + 0.05, deck - high * 0.66),
        )
        middle = (left + right) / 2
        self.shape(
            TILE,
            (middle - wide * 0.13, deck - high),
            (middle - wide * 0.09, deck - high * 1.3),
            (middle + wide * 0.09, deck - high * 1.3),
            (middle + wide * 0.13, deck - high),
        )

    def house(self, x: float, foot: float, wide: float, high: float, lit: bool) -> None:
        self.block(MIST, x, foot - high, x + wide, foot)
        self.shape(
            TILE,
            (x - wide * 0.1, foot - high),
            (x + wide * 0.1, foot - high * 1.35),
            (x + wide * 0.9, foot - high * 1.35),
            (x + wide * 1.1, foot - high),
        )
        for n in range(2):
            at = x + wide * (0.16 + 0.4 * n)
            self.block(LAMP if lit else WOOD, at, foot - high * 0.7, at + wide * 0.22, foot - high * 0.36)

    def person(self, x: float, foot: float, size: float, coat: Colour) -> None:
        part = self.image.height / self.image.width
        self.shape(
            coat,
            (x - size * 0.2 * part, foot),
            (x - size * 0.14 * part, foot - size * 0.72),
            (x + size * 0.14 * part, foot - size * 0.72),
            (x + size * 0.2 * part, foot),
        )
        self.round(SKIN, x, foot - size * 0.84, size * 0.1 * part)


def mixed(one: Colour, other: Colour, part: float) -> Colour:
    """A colour between two."""
    r, g, b = (round(a + (z - a) * part) for a, z in zip(one, other, strict=True))
    return r, g, b


def bridge(width: int, height: int, near: float = 1.0, seed: int = 3) -> Image.Image:
    scene = Scene(width, height, (170, 196, 206), (240, 226, 200))
    scene.hills(0.5, 0.26, HILL, seed)
    scene.hills(0.6, 0.16, PINE, seed + 4)
    for n in range(4):
        scene.house(-0.02 + 0.09 * n if n < 2 else 0.62 + 0.1 * n, 0.7, 0.07, 0.13, n % 2 == 0)
    scene.covered_bridge(0.5 - 0.32 * near, 0.5 + 0.32 * near, 0.54, 0.22, 11)
    scene.water(0.74, seed)
    return scene.image


def river(width: int, height: int, seed: int = 12, sky: Colour = (206, 214, 212)) -> Image.Image:
    scene = Scene(width, height, sky, (238, 230, 212))
    scene.hills(0.5, 0.3, HILL, seed)
    scene.hills(0.62, 0.2, PINE, seed + 3)
    for n in range(7):
        scene.house(0.1 + 0.07 * n, 0.68, 0.05, 0.15, n % 3 == 0)
    scene.fog(0.4, 0.66, 5)
    scene.water(0.68, 8)
    scene.shape(DARK, (0.7, 0.86), (0.84, 0.86), (0.82, 0.91), (0.72, 0.91))
    scene.person(0.8, 0.87, 0.26, (60, 76, 96))
    return scene.image


def mason(width: int, height: int) -> Image.Image:
    scene = Scene(width, height, (180, 188, 186), (142, 140, 132))
    for n in range(6):
        scene.block(mixed(STONE, DARK, 0.12 + 0.1 * (n % 2)), 0, 0.1 + 0.16 * n, 1, 0.115 + 0.16 * n)
    scene.shape((52, 70, 92), (0.14, 1), (0.22, 0.72), (0.78, 0.72), (0.86, 1))
    scene.shape(SKIN, (0.42, 0.6), (0.58, 0.6), (0.58, 0.74), (0.5, 0.8), (0.42, 0.74))
    scene.round(SKIN, 0.5, 0.46, 0.17, 0.2)
    scene.shape((236, 236, 230), (0.33, 0.4), (0.36, 0.28), (0.5, 0.22), (0.64, 0.28), (0.67, 0.4), (0.5, 0.35))
    for x in (0.43, 0.57):
        scene.round((44, 36, 32), x, 0.45, 0.016)
    scene.shape((150, 86, 70), (0.44, 0.555), (0.56, 0.555), (0.5, 0.585))
    return scene.image


def heron(width: int, height: int) -> Image.Image:
    """A cut-out: what is not heron is transparent."""
    image = Image.new("RGBA", (width * FINE, height * FINE), (0, 0, 0, 0))
    draw, w, h = ImageDraw.Draw(image), width * FINE, height * FINE
    for x in (0.5, 0.6):
        draw.line((w * x, h * 0.6, w * (x + 0.02), h * 0.98), fill=TILE, width=int(w * 0.03))
    white, grey = (190, 200, 204), (104, 122, 134)
    draw.line(
        [(w * 0.42, h * 0.46), (w * 0.3, h * 0.34), (w * 0.38, h * 0.22), (w * 0.3, h * 0.12)],
        fill=white,
        width=int(w * 0.085),
        joint="curve",
    )
    draw.ellipse((w * 0.32, h * 0.4, w * 0.8, h * 0.64), fill=white)
    draw.polygon([(w * 0.48, h * 0.42), (w * 0.98, h * 0.66), (w * 0.6, h * 0.64)], fill=grey)
    draw.ellipse((w * 0.22, h * 0.06, w * 0.4, h * 0.15), fill=white)
    draw.polygon([(w * 0.24, h * 0.08), (w * 0.02, h * 0.115), (w * 0.24, h * 0.13)], fill=LAMP)
    draw.ellipse((w * 0.26, h * 0.085, w * 0.29, h * 0.105), fill=TILE)
    return image


def lamps(width: int, height: int) -> Image.Image:
    scene = Scene(width, height, (26, 34, 56), (104, 92, 96))
    scene.hills(0.56, 0.3, (44, 56, 74), 51)
    scene.round((240, 236, 214), 0.82, 0.16, 0.026)
    for n in range(6):
        scene.house((-0.02, 0.07, 0.15, 0.78, 0.86, 0.94)[n], 0.68, 0.07, 0.13, True)
    scene.covered_bridge(0.28, 0.72, 0.54, 0.2, 13)
    scene.water(0.72, 33)
    for n in range(26):
        scene.round(LAMP, 0.03 + 0.037 * n, 0.76 + 0.2 * ((n * 7) % 11) / 11, 0.004)
    return scene.image


def stage(width: int, height: int) -> Image.Image:
    scene = Scene(width, height, (44, 40, 58), (96, 66, 60))
    scene.block((150, 48, 42), 0.08, 0.1, 0.92, 0.24)
    scene.block(LAMP, 0.14, 0.24, 0.86, 0.74)
    for x, coat in ((0.32, (170, 60, 52)), (0.5, (62, 96, 112)), (0.68, (110, 84, 128))):
        scene.person(x, 0.74, 0.36, coat)
    scene.block(DARK, 0.04, 0.74, 0.96, 0.82)
    for n in range(12):
        scene.round((30, 26, 34), 0.04 + 0.085 * n, 0.95 - 0.02 * (n % 2), 0.04)
    return scene.image


def tea(width: int, height: int) -> Image.Image:
    scene = Scene(width, height, (206, 216, 206), (226, 220, 196))
    scene.hills(0.45, 0.25, HILL, 31)
    for n in range(6):
        low = 0.5 + 0.1 * n
        scene.hills(low, 0.05, mixed(PINE, (132, 158, 92), 0.2 + 0.12 * n), 40 + n)
    for x, foot, coat in ((0.24, 0.82, (190, 74, 62)), (0.46, 0.9, (70, 92, 122)), (0.72, 0.8, (206, 160, 86))):
        scene.person(x, foot, 0.3, coat)
    return scene.image


def lesson(width: int, height: int) -> Image.Image:
    scene = Scene(width, height, (224, 212, 190), (196, 178, 150))
    scene.block(DARK, 0.1, 0.1, 0.9, 0.48)
    scene.covered_bridge(0.3, 0.7, 0.36, 0.12, 7)
    scene.block((196, 178, 150), 0, 0.5, 1, 1)
    for n in range(5):
        scene.person(0.14 + 0.18 * n, 0.9, 0.42, ((178, 70, 60), (66, 96, 128), (206, 158, 82))[n % 3])
    scene.block(WOOD, 0, 0.9, 1, 1)
    return scene.image


def clinic(width: int, height: int) -> Image.Image:
    scene = Scene(width, height, (208, 218, 220), (236, 228, 206))
    scene.hills(0.5, 0.34, HILL, 71)
    scene.hills(0.66, 0.2, PINE, 74)
    for n in range(4):
        scene.house(0.56 + 0.105 * n, 0.78 - 0.02 * (n % 2), 0.08, 0.24, n == 1)
    scene.shape((196, 182, 152), (0, 0.94), (0.3, 0.84), (0.72, 0.78), (1, 0.78), (1, 1), (0, 1))
    scene.person(0.27, 0.93, 0.5, (236, 236, 230))
    scene.block((178, 58, 50), 0.295, 0.7, 0.33, 0.82)
    scene.block(MIST, 0.306, 0.745, 0.319, 0.775)
    return scene.image


def main() -> None:
    for name, image, width, height in (
        ("bridge.jpg", bridge(760, 506), 760, 506),
        ("opening.jpg", bridge(1500, 840, 1.25, 21), 1500, 840),
        ("river.jpg", river(1200, 560), 1200, 560),
        ("fog.jpg", river(1800, 300, 61, (214, 216, 210)), 1800, 300),
        ("steps.jpg", river(1300, 640, 83, (196, 206, 214)), 1300, 640),
        ("lamps.jpg", lamps(1500, 760), 1500, 760),
        ("mason.jpg", mason(620, 620), 620, 620),
        ("heron.png", heron(420, 620), 420, 620),
        ("stage.jpg", stage(1000, 420), 1000, 420),
        ("tea.jpg", tea(900, 560), 900, 560),
        ("lesson.jpg", lesson(900, 560), 900, 560),
        ("clinic.jpg", clinic(1400, 440), 1400, 440),
    ):
        made = image.resize((width, height), Image.Resampling.LANCZOS)
        made.save(HERE / name, **({"optimize": True} if name.endswith("png") else {"quality": 84}))


if __name__ == "__main__":
    main()
